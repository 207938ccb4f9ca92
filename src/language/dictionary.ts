import { foldedHash } from './hash.ts'

/** Classes that a dictionary gives its words, as bits. */
export const DICTIONARY = { noun: 1, verb: 2, adjective: 4, adverb: 8, name: 16 } as const

/** A dictionary form that a word may be inflected from: the word is `inflection` of `stem` if that is of class `of`. */
export interface Stem {
  readonly stem: string
  /** A bit of `DICTIONARY`. */
  readonly of: number
  /** A bit above those of `DICTIONARY`, a language's own. */
  readonly inflection: number
}

/** What a dictionary says of one word, its inflections undone. Zero: nothing. */
export interface DictionaryView {
  /** Classes and inflections as bits. */
  readonly classes: number
  /** Fields of meaning of the word as a noun and as a verb (person, place, speech, motion …). */
  readonly nounSense: number
  readonly verbSense: number
}

const SENSE_BITS = 5
const CLASS_BITS = 5
const SENSE_MASK = (1 << SENSE_BITS) - 1

/** One word's entry as a number below 2^15: classes, then the fields of meaning. */
export function packEntry(classes: number, nounSense: number, verbSense: number): number {
  return classes | (nounSense << CLASS_BITS) | (verbSense << (CLASS_BITS + SENSE_BITS))
}

/** Entries by the hash of their folded words, ascending. */
export interface DictionaryEntries {
  readonly keys: Uint32Array
  readonly packed: Uint16Array
}

/** Sorts entries by the hashes of their words in small letters. */
export function dictionaryEntries(words: Iterable<readonly [string, number]>): DictionaryEntries {
  const byKey = new Map<number, number>()
  for (const [word, entry] of words) byKey.set(foldedHash(word) >>> 0, entry)
  const sorted = [...byKey].sort(([a], [b]) => a - b)
  return { keys: Uint32Array.from(sorted, ([key]) => key), packed: Uint16Array.from(sorted, ([, entry]) => entry) }
}

/** Words with their possible classes and fields of meaning, from a general dictionary of the language. */
export class WordDictionary {
  readonly entries: DictionaryEntries
  private readonly stems: (lower: string) => readonly Stem[]

  constructor(entries: DictionaryEntries, stems: (lower: string) => readonly Stem[]) {
    this.entries = entries
    this.stems = stems
  }

  /** Whether the dictionary has a word in small letters as one of the classes given as bits. */
  has(lower: string, classes: number): boolean {
    return (this.find(lower) & classes) !== 0
  }

  /** The dictionary's words of a class (one bit) that a word in small letters may be inflected from. */
  stemsOf(lower: string, of: number): string[] {
    return this.stems(lower)
      .filter((stem) => stem.of === of && this.has(stem.stem, of))
      .map(({ stem }) => stem)
  }

  /** The packed entry of a word in small letters, or 0. */
  private find(lower: string): number {
    const { keys, packed } = this.entries
    const wanted = foldedHash(lower) >>> 0
    let low = 0
    let high = keys.length - 1
    while (low <= high) {
      const middle = (low + high) >>> 1
      const key = keys[middle] as number
      if (key === wanted) return packed[middle] as number
      if (key < wanted) low = middle + 1
      else high = middle - 1
    }
    return 0
  }

  /** Looks up a word in small letters, and what it may be inflected from. */
  view(lower: string): DictionaryView {
    if (this.entries.keys.length === 0) return UNKNOWN
    const own = this.find(lower)
    let classes = own & ((1 << CLASS_BITS) - 1)
    let nounSense = (own >> CLASS_BITS) & SENSE_MASK
    let verbSense = (own >> (CLASS_BITS + SENSE_BITS)) & SENSE_MASK
    for (const { stem, of, inflection } of this.stems(lower)) {
      const entry = this.find(stem)
      if ((entry & of) === 0) continue
      classes |= inflection
      if (nounSense === 0 && of === DICTIONARY.noun) nounSense = (entry >> CLASS_BITS) & SENSE_MASK
      if (verbSense === 0 && of === DICTIONARY.verb) verbSense = (entry >> (CLASS_BITS + SENSE_BITS)) & SENSE_MASK
    }
    return { classes, nounSense, verbSense }
  }
}

const UNKNOWN: DictionaryView = { classes: 0, nounSense: 0, verbSense: 0 }
