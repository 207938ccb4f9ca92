import { DICTIONARY, WordDictionary } from './dictionary.ts'
import { type FeatsModel, featsOf } from './feats.ts'
import { FrozenTable } from './frozen.ts'
import { Lemmatizer } from './lemma/decode.ts'
import { readParts } from './model-file.ts'
import type { LanguagePack } from './pack.ts'
import { type Atoms, atomsOf } from './parser/atoms.ts'
import { Labeler, MAX_BEHIND, Parser } from './parser/decode.ts'
import { FrozenMoves } from './parser/frozen-moves.ts'
import { Tagger, type Tags } from './tagger/decode.ts'
import type { Token } from './token.ts'
import { edgeWord, lookAt, type Reading, type WordInfo, type WordResources } from './word.ts'

/** Words whose features are remembered. */
const MAX_REMEMBERED = 20_000
/** Longest word that is remembered, in characters. */
const MAX_REMEMBERED_CHARACTERS = 40
/** A sentence of at least this many letters, all of them capitals, is read as if it were in small letters. */
const HEADLINE_CAPITALS = 12

const LEFT_EDGE = edgeWord(1)
const RIGHT_EDGE = edgeWord(2)

/** A tagged sentence with what the parser needs of it. */
export interface Tagged {
  readonly words: readonly WordInfo[]
  readonly tags: Tags
}

/** UPOS of each class as numbers, numbered by their first class. */
export function uposNumbers(classes: readonly string[], pack: LanguagePack): Uint8Array {
  const names: string[] = []
  return Uint8Array.from(classes, (name) => {
    const { upos } = pack.tags.fromClass(name)
    const at = names.indexOf(upos)
    return at >= 0 ? at : names.push(upos) - 1
  })
}

/** A trained model ready for work: fills in tags, lemmas, heads and relations of tokens. */
export class LanguageModel {
  private readonly labels: readonly string[]
  private readonly featsModel: FeatsModel
  private readonly tagger: Tagger
  private readonly lemmatizer: Lemmatizer
  private readonly parser: Parser
  private readonly upos: Uint8Array
  private readonly parts: readonly { upos: string; xpos: string; feats: string }[]
  private readonly resources: WordResources
  private readonly remembered = new Map<string, WordInfo>()
  private readonly foldedWords = new Map<string, WordInfo>()

  /** Throws `GS-E201` or `GS-E202` if the bytes are not a model that this version reads. */
  constructor(pack: LanguagePack, bytes: Uint8Array) {
    const data = readParts(
      bytes,
      (rows) => new FrozenTable(rows),
      (moves) => new FrozenMoves(moves),
    )
    this.labels = data.labels
    this.featsModel = { classFeats: data.classFeats, wordFeats: data.wordFeats }
    this.tagger = new Tagger(data.tagRows, data.lexicon, data.classes.length)
    this.resources = {
      lexicon: data.lexicon,
      dictionary: new WordDictionary(data.dictionary, (lower) => pack.stems(lower)),
    }
    const labeler = new Labeler(data.labelRows, data.labels.length)
    this.parser = new Parser(data.moveRows, labeler, MAX_BEHIND)
    this.upos = uposNumbers(data.classes, pack)
    this.parts = data.classes.map((name) => pack.tags.fromClass(name))
    this.lemmatizer = new Lemmatizer(data.lemmas, {
      upos: this.parts.map((part) => part.upos),
      dictionary: this.resources.dictionary,
      irregular: pack.irregular,
    })
  }

  /** Tags and lemmatises the tokens of a sentence in place. */
  tag(tokens: readonly Token[]): Tagged {
    const fold = isAllCapitals(tokens)
    const words: WordInfo[] = [LEFT_EDGE, LEFT_EDGE]
    for (const token of tokens) words.push(this.word(token.form, fold))
    words.push(RIGHT_EDGE, RIGHT_EDGE)
    const tags = this.tagger.tag(words)
    for (let i = 0; i < tokens.length; i++) {
      const token = tokens[i] as Token
      const cls = tags.classes[i] as number
      const part = this.parts[cls] as { upos: string; xpos: string }
      token.upos = part.upos
      token.xpos = part.xpos
      const reading = this.reading(words[i + 2] as WordInfo, fold ? token.form.toLowerCase() : token.form, cls, i === 0)
      token.feats = reading.feats
      token.lemma = reading.lemma
    }
    return { words, tags }
  }

  /** Whether the dictionary has a word in small letters, or what it is inflected from, as other than a name. */
  isCommonWord(lower: string): boolean {
    return (this.resources.dictionary.view(lower).classes & ~DICTIONARY.name) !== 0
  }

  /** Finds the tree of a tagged sentence and writes it into its tokens. */
  parse(tokens: readonly Token[], tagged: Tagged, width: number): void {
    const atoms: Atoms = atomsOf(tagged.words, tagged.tags, this.upos)
    const tree = this.parser.parse(atoms, width)
    for (let i = 0; i < tokens.length; i++) {
      const token = tokens[i] as Token
      token.head = tree.heads[i] as number
      token.relation = token.head < 0 ? 'root' : (this.labels[tree.labels[i] as number] as string)
      token.agreed = tree.agreed[i] === 1
    }
  }

  private word(form: string, fold: boolean): WordInfo {
    const table = fold ? this.foldedWords : this.remembered
    const known = table.get(form)
    if (known) return known
    const word = lookAt(form, this.resources, fold)
    if (form.length <= MAX_REMEMBERED_CHARACTERS) {
      if (table.size >= MAX_REMEMBERED) table.clear()
      table.set(form, word)
    }
    return word
  }

  private reading(word: WordInfo, form: string, cls: number, initial: boolean): Reading {
    word.readings ??= []
    for (const reading of word.readings) if (reading.cls === cls && reading.initial === initial) return reading
    const lemma = this.lemmatizer.lemma(form, cls, initial)
    const reading = { cls, initial, lemma, feats: featsOf(this.featsModel, form, cls) }
    word.readings.push(reading)
    return reading
  }
}

function isAllCapitals(tokens: readonly Token[]): boolean {
  let letters = 0
  for (const { form } of tokens) {
    if (form !== form.toUpperCase()) return false
    if (form !== form.toLowerCase()) letters += form.length
  }
  return letters >= HEADLINE_CAPITALS && tokens.length > 2
}
