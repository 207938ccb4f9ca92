import type { WordDictionary } from './dictionary.ts'
import { exactHash, foldedHash } from './hash.ts'
import type { Lexicon } from './lexicon.ts'

/** Capitals of a word: its class for features. */
const CAPS = { lower: 1, first: 2, all: 3, mixed: 4, none: 5 } as const
/** Longest run of one kind of character that a shape keeps apart. */
const SHAPE_RUN = 3
/** Longest word whose shape is spelt out. */
const SHAPE_CHARACTERS = 24

/** All that tagger and parser see of a word by itself. Hashes are 32-bit; 0 stands for "none". */
export interface WordInfo {
  /** Hash of the word lower-cased with its digits as 0. */
  readonly folded: number
  /** Hash of the word as it stands. */
  readonly exact: number
  /** Hashes of the last 1–5 and the first 1–4 characters of the folded word, 0 where it is shorter. */
  readonly suffix1: number
  readonly suffix2: number
  readonly suffix3: number
  readonly suffix4: number
  readonly suffix5: number
  readonly prefix1: number
  readonly prefix2: number
  readonly prefix3: number
  readonly prefix4: number
  /** Runs of capitals, small letters and digits, each cut at three: `Xxx-ddd`. */
  readonly shape: number
  /** Capital class with bits for digits and hyphens. */
  readonly cap: number
  /** The tags that a word seen three times or more mostly has, as one hash. */
  readonly ambiguity: number
  /** Classes and inflections that the dictionary knows of, as bits. */
  readonly classes: number
  /** Fields of meaning as a noun and as a verb, as one number. */
  readonly sense: number
  /** Classes that the tagger may give; null: the open ones. */
  readonly allowed: Uint16Array | null
  /** The only class of a word seen often with one, or -1. */
  readonly fixed: number
  /** The parser's word: the folded word if it was seen twice, else shape and ending. */
  readonly atom: number
  /** Whether the parser's word is the word itself. */
  readonly known: boolean
  /** Kept by the one tagger that works with these words: scores of the word by itself, by allowed class. */
  ownScores: Float64Array | null
  /** Kept by the one model that works with these words: what it made of the word in each class. */
  readings: Reading[] | null
}

/** Lemma and features of a word in one class. */
export interface Reading {
  readonly cls: number
  /** Whether the word opens its sentence, where its capital says nothing. */
  readonly initial: boolean
  readonly lemma: string
  readonly feats: string
}

const UPPER = /\p{Lu}/u
const LETTER = /\p{L}/u

/** What words are looked up in. */
export interface WordResources {
  readonly lexicon: Lexicon
  readonly dictionary: WordDictionary
}

/** Looks at a word. `fold` takes it as lower-case in every feature: for headlines in capitals. */
export function lookAt(form: string, { lexicon, dictionary }: WordResources, fold = false): WordInfo {
  const lower = form.toLowerCase()
  const seen = fold ? lower : form
  const folded = foldedHash(lower)
  const exact = exactHash(seen)
  const n = lower.length
  const suffix = (length: number): number => (n >= length ? foldedHash(lower, n - length) : 0)
  const prefix = (length: number): number => (n >= length ? foldedHash(lower, 0, length) : 0)
  const shape = shapeOf(seen)
  const suffix3 = suffix(3)
  const known = lexicon.isKnown(folded)
  const view = dictionary.view(lower)
  return {
    folded,
    exact,
    suffix1: suffix(1),
    suffix2: suffix(2),
    suffix3,
    suffix4: suffix(4),
    suffix5: suffix(5),
    prefix1: prefix(1),
    prefix2: prefix(2),
    prefix3: prefix(3),
    prefix4: prefix(4),
    shape,
    cap: capOf(seen),
    ambiguity: lexicon.ambiguityOf(folded),
    classes: view.classes,
    sense: view.nounSense * 32 + view.verbSense,
    allowed: lexicon.allowedOf(exact, folded),
    fixed: lexicon.fixedOf(exact),
    atom: known ? folded : Math.imul(shape, 0x9e3779b1) ^ suffix3 ^ 0x5bd1e995,
    known,
    ownScores: null,
    readings: null,
  }
}

function shapeOf(form: string): number {
  let shape = ''
  let last = ''
  let run = 0
  const end = Math.min(form.length, SHAPE_CHARACTERS)
  for (let i = 0; i < end; i++) {
    const kind = kindOf(form, i)
    run = kind === last ? run + 1 : 1
    last = kind
    if (run <= SHAPE_RUN) shape += kind
  }
  return exactHash(shape)
}

function kindOf(form: string, i: number): string {
  const unit = form.charCodeAt(i)
  if (unit >= 97 && unit <= 122) return 'x'
  if (unit >= 65 && unit <= 90) return 'X'
  if (unit >= 48 && unit <= 57) return 'd'
  const character = form.charAt(i)
  if (unit < 128) return character
  return UPPER.test(character) ? 'X' : LETTER.test(character) ? 'x' : character
}

function capOf(form: string): number {
  let upper = 0
  let letters = 0
  let bits = 0
  let first = false
  for (let i = 0; i < form.length; i++) {
    const kind = kindOf(form, i)
    if (kind === 'X') {
      upper++
      letters++
      if (i === 0) first = true
    } else if (kind === 'x') letters++
    else if (kind === 'd') bits |= 8
    else if (kind === '-') bits |= 16
  }
  const cap =
    letters === 0
      ? CAPS.none
      : upper === 0
        ? CAPS.lower
        : upper === letters && letters > 1
          ? CAPS.all
          : first && upper === 1
            ? CAPS.first
            : CAPS.mixed
  return cap | bits
}

const NOWHERE = { allowed: null, fixed: -1, ambiguity: 0, known: false, ownScores: null, readings: null } as const

/** What stands before the first (`side` 1) or after the last (`side` 2) word of a sentence. */
export function edgeWord(side: 1 | 2): WordInfo {
  const h = Math.imul(side, 0x2545f491)
  return {
    ...NOWHERE,
    folded: h,
    exact: h,
    suffix1: h,
    suffix2: h,
    suffix3: h,
    suffix4: h,
    suffix5: h,
    prefix1: h,
    prefix2: h,
    prefix3: h,
    prefix4: h,
    shape: h,
    cap: 32 * side,
    ambiguity: h,
    classes: 1 << (14 + side),
    sense: 2048 + side,
    atom: h,
  }
}

/** A form lower-cased, its digits as 0. */
export function foldedForm(form: string): string {
  return form.toLowerCase().replace(/[0-9]/gu, '0')
}
