import type { WordInfo } from '../word.ts'

/** The tags of one sentence as the parser sees them. */
export interface ParserTags {
  readonly classes: Int32Array
  readonly second: Int32Array
  readonly lead: Float64Array
}

/** A second tag counts only where the first leads by less than this (tagger's score; chosen on EWT dev). */
const CLOSE_LEAD = 8

/** The words of a sentence as numbers, two places longer than the sentence: for the root and for "no node". */
export interface Atoms {
  readonly n: number
  /** The word, or shape and ending of a rare one. */
  readonly word: Int32Array
  /** The tagger's class. */
  readonly tag: Int32Array
  /** UPOS. */
  readonly coarse: Int32Array
  /** The tagger's second choice where it is close, else the class again. */
  readonly second: Int32Array
  /** Ending of the word. */
  readonly suffix: Int32Array
  /** Fields of meaning of the word in the dictionary. */
  readonly sense: Int32Array
  /** UPOS as a bit, so that the kinds of words between two can be joined. */
  readonly bit: Int32Array
}

const ROOT_ATOM = 0x6b43a9b5
const NONE_ATOM = 0x1b873593

/** Makes the atoms of a sentence. `words` has two edge words on either side; `uposOf` maps classes to UPOS numbers. */
export function atomsOf(words: readonly WordInfo[], tags: ParserTags, uposOf: Uint8Array): Atoms {
  const n = words.length - 4
  const word = new Int32Array(n + 2)
  const tag = new Int32Array(n + 2)
  const coarse = new Int32Array(n + 2)
  const second = new Int32Array(n + 2)
  const suffix = new Int32Array(n + 2)
  const sense = new Int32Array(n + 2)
  const bit = new Int32Array(n + 2)
  for (let i = 0; i < n; i++) {
    const info = words[i + 2] as WordInfo
    const cls = tags.classes[i] as number
    word[i] = info.atom
    tag[i] = cls + 1
    coarse[i] = (uposOf[cls] as number) + 1
    second[i] = (tags.lead[i] as number) < CLOSE_LEAD ? (tags.second[i] as number) + 1 : cls + 1
    sense[i] = info.sense
    bit[i] = 1 << ((uposOf[cls] as number) & 31)
    suffix[i] = info.suffix3 === 0 ? info.folded : info.suffix3
  }
  for (const array of [word, tag, coarse, second, suffix, sense]) {
    array[n] = ROOT_ATOM
    array[n + 1] = NONE_ATOM
  }
  return { n, word, tag, coarse, second, suffix, sense, bit }
}
