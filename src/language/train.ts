import { seededRandom } from '../base/random.ts'
import type { ConlluSentence, ConlluWord } from './conllu.ts'
import type { WordDictionary } from './dictionary.ts'
import { trainFeats } from './feats.ts'
import { trainLemmas } from './lemma/train.ts'
import { buildLexicon } from './lexicon.ts'
import { meanMoves, meanRows } from './mean.ts'
import { uposNumbers } from './model.ts'
import type { LeastSteps, ModelData } from './model-file.ts'
import type { LanguagePack } from './pack.ts'
import { type PackedRows, packRows } from './packed.ts'
import { atomsOf } from './parser/atoms.ts'
import type { MoveRows } from './parser/moves.ts'
import { goldTree } from './parser/oracle.ts'
import { type ParsedAtoms, trainBeam, trainGreedy } from './parser/train.ts'
import { Tagger, type Tags } from './tagger/decode.ts'
import { trainTagger } from './tagger/train.ts'
import type { LearningTable } from './weights.ts'
import { edgeWord, lookAt, type WordInfo, type WordResources } from './word.ts'

/** What a training run can be set to. All of it goes into the manifest. */
export interface TrainSettings {
  readonly seed: number
  /** Taggers and parsers that are learnt with different orders of sentences; the model is their mean. */
  readonly tagModels: number
  readonly parserModels: number
  readonly tagEpochs: number
  /** Parts of the data for cross-tagging, and epochs of each part's tagger. */
  readonly folds: number
  readonly foldEpochs: number
  readonly greedyEpochs: number
  readonly beam: readonly { readonly width: number; readonly epochs: number }[]
  /** Every so many-th sentence is learnt once more in small letters. */
  readonly lowerCaseEvery: number
  /** Relations seen less often are not learnt. */
  readonly leastLabel: number
  /** Rows of one model that were updated less often are dropped before the mean is taken. */
  readonly prune: { readonly tags: number; readonly moves: number; readonly labels: number }
  /** Weights of the mean that are smaller than so many of 127 steps are dropped. */
  readonly leastSteps: LeastSteps
}

/** The settings of the shipped models; chosen on EWT dev and GUM dev. */
export const SHIPPED_SETTINGS: TrainSettings = {
  seed: 1,
  tagModels: 2,
  parserModels: 3,
  tagEpochs: 6,
  folds: 4,
  foldEpochs: 3,
  greedyEpochs: 4,
  beam: [
    { width: 4, epochs: 2 },
    { width: 8, epochs: 1 },
  ],
  lowerCaseEvery: 5,
  leastLabel: 8,
  prune: { tags: 2, moves: 20, labels: 3 },
  leastSteps: { tags: 12, moves: 12, labels: 14 },
}

/** Numbers for the classes of a treebank, in order of their first use. */
export class ClassNumbers {
  readonly names: string[] = []
  private readonly numbers = new Map<string, number>()
  private readonly pack: LanguagePack

  constructor(pack: LanguagePack, sentences: readonly ConlluSentence[]) {
    this.pack = pack
    for (const { words } of sentences) for (const word of words) this.of(word)
  }

  of(word: ConlluWord): number {
    const name = this.pack.tags.tagClass(word)
    let number = this.numbers.get(name)
    if (number === undefined) {
      number = this.names.push(name) - 1
      this.numbers.set(name, number)
    }
    return number
  }
}

const LEFT_EDGE = edgeWord(1)
const RIGHT_EDGE = edgeWord(2)

/** Looks words up in a lexicon, each form once. */
export class WordLooker {
  private readonly resources: WordResources
  private readonly seen = new Map<string, WordInfo>()

  constructor(resources: WordResources) {
    this.resources = resources
  }

  words(forms: readonly string[]): WordInfo[] {
    const out = [LEFT_EDGE, LEFT_EDGE]
    for (const form of forms) {
      let word = this.seen.get(form)
      if (!word) this.seen.set(form, (word = lookAt(form, this.resources)))
      out.push(word)
    }
    out.push(RIGHT_EDGE, RIGHT_EDGE)
    return out
  }
}

const formsOf = (sentence: ConlluSentence): string[] => sentence.words.map((word) => word.form)

interface LearntSentence {
  readonly forms: readonly string[]
  readonly classes: Int32Array
}

/** Sentences as the tagger learns them: as they are, and some of them once more in small letters. */
function augmented(sentences: readonly ConlluSentence[], classes: ClassNumbers, every: number): LearntSentence[] {
  const own = sentences.map((sentence) => ({
    forms: formsOf(sentence),
    classes: Int32Array.from(sentence.words, (word) => classes.of(word)),
  }))
  const lowered = own
    .filter((_, i) => i % every === 0)
    .map((sentence) => ({ ...sentence, forms: sentence.forms.map((form) => form.toLowerCase()) }))
  return [...own, ...lowered]
}

/** What words are looked up in, made from the sentences that are learnt from. */
export function resourcesOf(
  sentences: readonly ConlluSentence[],
  classes: ClassNumbers,
  dictionary: WordDictionary,
  settings: TrainSettings,
): WordResources {
  const lexicon = buildLexicon(augmented(sentences, classes, settings.lowerCaseEvery), classes.names.length)
  return { lexicon, dictionary }
}

/** Learns the weights of one tagger. */
export function trainTags(
  sentences: readonly ConlluSentence[],
  classes: ClassNumbers,
  resources: WordResources,
  settings: TrainSettings,
  run: { readonly epochs: number; readonly seed: number },
): LearningTable {
  const looker = new WordLooker(resources)
  return trainTagger(
    augmented(sentences, classes, settings.lowerCaseEvery).map((sentence) => ({
      words: looker.words(sentence.forms),
      classes: sentence.classes,
    })),
    resources.lexicon,
    { classCount: classes.names.length, epochs: run.epochs, random: seededRandom(run.seed) },
  )
}

/** Tags the sentences of one part (those whose number leaves `fold` after division) with a tagger learnt from the others. */
export function crossTag(
  sentences: readonly ConlluSentence[],
  classes: ClassNumbers,
  dictionary: WordDictionary,
  fold: number,
  settings: TrainSettings,
): { readonly index: number; readonly tags: Tags }[] {
  const rest = sentences.filter((_, i) => i % settings.folds !== fold)
  const resources = resourcesOf(rest, classes, dictionary, settings)
  const run = { epochs: settings.foldEpochs, seed: settings.seed }
  const table = trainTags(rest, classes, resources, settings, run)
  const tagger = new Tagger(table, resources.lexicon, classes.names.length)
  const looker = new WordLooker(resources)
  const out: { index: number; tags: Tags }[] = []
  sentences.forEach((sentence, index) => {
    if (index % settings.folds === fold) out.push({ index, tags: tagger.tag(looker.words(formsOf(sentence))) })
  })
  return out
}

/** Relations seen often enough, by name. */
export function labelsOf(sentences: readonly ConlluSentence[], least: number): string[] {
  const counts = new Map<string, number>()
  for (const { words } of sentences)
    for (const { relation } of words) counts.set(relation, (counts.get(relation) ?? 0) + 1)
  return [...counts]
    .filter(([, count]) => count >= least)
    .map(([name]) => name)
    .sort()
}

/** The weights of one parser, pruned. */
export interface ParserRows {
  readonly moves: MoveRows
  readonly labels: PackedRows
}

/**
 * Learns one parser, greedily first, then for beams. `tagsOf` holds the cross-tagged tags of every sentence, so that it
 * sees tags as wrong as they will be.
 */
export function trainParser(
  pack: LanguagePack,
  sentences: readonly ConlluSentence[],
  classes: ClassNumbers,
  resources: WordResources,
  tagsOf: readonly Tags[],
  settings: TrainSettings,
  seed: number,
): ParserRows {
  const labels = labelsOf(sentences, settings.leastLabel)
  const numbers = new Map(labels.map((name, i) => [name, i]))
  const looker = new WordLooker(resources)
  const upos = uposNumbers(classes.names, pack)
  const trees: ParsedAtoms[] = sentences.map((sentence, i) => ({
    atoms: atomsOf(looker.words(formsOf(sentence)), tagsOf[i] as Tags, upos),
    gold: goldTree(
      sentence.words.map((word) => word.head),
      Int32Array.from(sentence.words, (word) => numbers.get(word.relation) ?? -1),
    ),
  }))
  const labelCount = labels.length
  const random = seededRandom(seed)
  const weights = trainGreedy(trees, { labelCount, epochs: settings.greedyEpochs, random })
  trainBeam(trees, weights, { labelCount, stages: settings.beam, random })
  return {
    moves: weights.moves.frozenRows(settings.prune.moves),
    labels: packRows(weights.labels.frozenRows(settings.prune.labels)),
  }
}

/** Puts taggers and parsers together with all that is only counted: dictionary, lemmas, features. */
export function assembleModel(
  pack: LanguagePack,
  sentences: readonly ConlluSentence[],
  classes: ClassNumbers,
  resources: WordResources,
  learnt: { readonly taggers: readonly PackedRows[]; readonly parsers: readonly ParserRows[] },
  settings: TrainSettings,
): ModelData {
  const examples = sentences.flatMap(({ words }) =>
    words.map((word, i) => ({
      form: word.form,
      lemma: word.lemma,
      feats: word.feats,
      cls: classes.of(word),
      initial: i === 0,
    })),
  )
  return {
    language: pack.language,
    classes: classes.names,
    labels: labelsOf(sentences, settings.leastLabel),
    lexicon: resources.lexicon,
    dictionary: resources.dictionary.entries,
    tagRows: meanRows(learnt.taggers),
    moveRows: meanMoves(learnt.parsers.map((parser) => parser.moves)),
    labelRows: meanRows(learnt.parsers.map((parser) => parser.labels)),
    lemmas: trainLemmas(examples),
    // Sentences without lemmas have no features either.
    ...trainFeats(
      examples.filter(({ lemma }) => lemma !== ''),
      classes.names.length,
    ),
  }
}
