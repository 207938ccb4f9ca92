import { seededRandom } from '../base/random.ts'
import type { ConlluSentence, ConlluWord } from './conllu.ts'
import type { WordDictionary } from './dictionary.ts'
import { trainFeats } from './feats.ts'
import { trainLemmas } from './lemma/train.ts'
import { buildLexicon } from './lexicon.ts'
import { uposNumbers } from './model.ts'
import type { ModelData } from './model-file.ts'
import type { LanguagePack } from './pack.ts'
import { packRows } from './packed.ts'
import { atomsOf } from './parser/atoms.ts'
import { goldTree } from './parser/oracle.ts'
import { type ParsedAtoms, trainBeam, trainGreedy } from './parser/train.ts'
import { Tagger, type Tags } from './tagger/decode.ts'
import { trainTagger } from './tagger/train.ts'
import type { LearningTable } from './weights.ts'
import { edgeWord, lookAt, type WordInfo, type WordResources } from './word.ts'

/** What a training run can be set to. All of it goes into the manifest. */
export interface TrainSettings {
  readonly seed: number
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
  /** Rows updated less often are dropped. */
  readonly prune: { readonly tags: number; readonly moves: number; readonly labels: number }
}

/** The settings of the shipped models; chosen on EWT dev. */
export const SHIPPED_SETTINGS: TrainSettings = {
  seed: 1,
  tagEpochs: 6,
  folds: 4,
  foldEpochs: 3,
  greedyEpochs: 6,
  beam: [
    { width: 4, epochs: 3 },
    { width: 8, epochs: 4 },
  ],
  lowerCaseEvery: 5,
  leastLabel: 8,
  prune: { tags: 2, moves: 40, labels: 4 },
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

/** A tagger in training form, with the dictionary that it was learnt with. */
export interface TrainedTagger {
  readonly resources: WordResources
  readonly table: LearningTable
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

/** Learns dictionary and weights of the tagger from sentences and some of them in small letters. */
export function trainTags(
  sentences: readonly ConlluSentence[],
  classes: ClassNumbers,
  dictionary: WordDictionary,
  settings: { readonly epochs: number; readonly seed: number; readonly lowerCaseEvery: number },
): TrainedTagger {
  const own = sentences.map((sentence) => ({
    forms: formsOf(sentence),
    classes: Int32Array.from(sentence.words, (word) => classes.of(word)),
  }))
  const lowered = own
    .filter((_, i) => i % settings.lowerCaseEvery === 0)
    .map((sentence) => ({ ...sentence, forms: sentence.forms.map((form) => form.toLowerCase()) }))
  const all = [...own, ...lowered]
  const lexicon = buildLexicon(all, classes.names.length)
  const resources = { lexicon, dictionary }
  const looker = new WordLooker(resources)
  const table = trainTagger(
    all.map((sentence) => ({ words: looker.words(sentence.forms), classes: sentence.classes })),
    lexicon,
    { classCount: classes.names.length, epochs: settings.epochs, random: seededRandom(settings.seed) },
  )
  return { resources, table }
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
  const { resources, table } = trainTags(rest, classes, dictionary, {
    epochs: settings.foldEpochs,
    seed: settings.seed,
    lowerCaseEvery: settings.lowerCaseEvery,
  })
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

/**
 * The whole training run: sentences in, model out. `tagsOf` holds the cross-tagged tags of every sentence; they come
 * from `crossTag`, which a caller may spread over cores. The same input gives the same model, bit for bit.
 */
export function trainModel(
  pack: LanguagePack,
  sentences: readonly ConlluSentence[],
  classes: ClassNumbers,
  dictionary: WordDictionary,
  tagsOf: readonly Tags[],
  settings: TrainSettings,
  report: (line: string) => void = () => {},
): ModelData {
  const tagger = trainTags(sentences, classes, dictionary, {
    epochs: settings.tagEpochs,
    seed: settings.seed,
    lowerCaseEvery: settings.lowerCaseEvery,
  })
  report(`tagger: ${tagger.table.size} rows, ${classes.names.length} classes`)
  const labels = labelsOf(sentences, settings.leastLabel)
  const numbers = new Map(labels.map((name, i) => [name, i]))
  const looker = new WordLooker(tagger.resources)
  const upos = uposNumbers(classes.names, pack)
  const trees: ParsedAtoms[] = sentences.map((sentence, i) => ({
    atoms: atomsOf(looker.words(formsOf(sentence)), tagsOf[i] as Tags, upos),
    gold: goldTree(
      sentence.words.map((word) => word.head),
      Int32Array.from(sentence.words, (word) => numbers.get(word.relation) ?? -1),
    ),
  }))
  const labelCount = labels.length
  const weights = trainGreedy(trees, {
    labelCount,
    epochs: settings.greedyEpochs,
    random: seededRandom(settings.seed + 1),
  })
  report(`greedy parser: ${weights.moves.size} rows of moves, ${weights.labels.size} of labels`)
  trainBeam(trees, weights, { labelCount, stages: settings.beam, random: seededRandom(settings.seed + 2) })
  report(`beam parser: ${weights.moves.size} rows of moves`)
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
    labels,
    lexicon: tagger.resources.lexicon,
    dictionary: dictionary.entries,
    tagRows: packRows(tagger.table.frozenRows(settings.prune.tags)),
    moveRows: weights.moves.frozenRows(settings.prune.moves),
    labelRows: packRows(weights.labels.frozenRows(settings.prune.labels)),
    lemmas: trainLemmas(examples),
    ...trainFeats(examples, classes.names.length),
  }
}
