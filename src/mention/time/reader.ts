import type { Analysis, Sentence } from '../../language/token.ts'
import { type NumberRead, readNumber } from '../number/number-reader.ts'
import type { NumberWords } from '../number/number-words.ts'
import { isApostrophe, isDash, type Piece } from '../number/piece.ts'
import { sentenceAt, tokenIndexAt } from '../number/token-search.ts'
import type { TimeLexicon, TimeWord } from './lexicon.ts'
import type { TimeTree, YearRef } from './tree.ts'

/** A tree and the piece after its last one. `from` is set where the reading begins before the asked piece. */
export interface TimeRead {
  readonly tree: TimeTree
  readonly end: number
  readonly from?: number
}

export interface YearRead {
  readonly year: YearRef
  readonly end: number
}

/** A rule of the grammar: what starts at piece `at`, or null. */
export type TimeRule = (reader: TimeReader, at: number) => TimeRead | null

/** Years that a bare number of four digits may name. */
export const FIRST_YEAR = 1000
export const LAST_YEAR = 2199
/** Years that stand without any other sign of a date. */
export const FIRST_BARE_YEAR = 1930
export const LAST_BARE_YEAR = 2039

const EMPTY: TimeWord = {}
/** English words that start a time though the table gives them no meaning of their own. */
const STARTERS = new Set(['noon', 'midnight', 'tonight', 'half', 'q', 'fy', 'latest', 'last', 'latter'])

/** The pieces of a text with the meanings of their words: what all rules read. */
export class TimeReader {
  readonly pieces: readonly Piece[]
  readonly lexicon: TimeLexicon
  readonly numbers: NumberWords
  /** The text hardly uses capitals, so that "march" and "may" cannot be told by them. */
  readonly lowerCase: boolean
  private readonly meanings: readonly TimeWord[]
  private readonly analysis: Analysis
  private sentence: Sentence | undefined

  constructor(pieces: readonly Piece[], lexicon: TimeLexicon, numbers: NumberWords, analysis: Analysis) {
    this.analysis = analysis
    this.lowerCase = analysis.lowerCase
    this.pieces = pieces
    this.lexicon = lexicon
    this.numbers = numbers
    const { words } = lexicon
    this.meanings = pieces.map((p) => (p.kind === 'sign' ? EMPTY : (words.get(p.lower) ?? EMPTY)))
  }

  /** What the word at `at` can mean; nothing beyond the ends of the text. */
  word(at: number): TimeWord {
    return this.meanings[at] ?? EMPTY
  }

  /** Whether a time can start with the word at `at`: most words cannot, and no rule need be tried on them. */
  mayStart(at: number): boolean {
    if (this.meanings[at] !== EMPTY) return true
    const lower = this.lower(at)
    const { lexicon, numbers } = this
    return (
      numbers.units.has(lower) ||
      lexicon.phrases.has(lower) ||
      STARTERS.has(lower) ||
      lexicon.thisYear?.has(lower) === true
    )
  }

  /** Lower-case form at `at`, "" beyond the ends. */
  lower(at: number): string {
    return this.pieces[at]?.lower ?? ''
  }

  /** Whether piece `at` continues the phrase before it: it exists and no paragraph ends in between. */
  joins(at: number): boolean {
    const piece = this.pieces[at]
    return piece !== undefined && piece.gap !== 'paragraph'
  }

  glued(at: number): boolean {
    return this.pieces[at]?.gap === 'none'
  }

  dash(at: number): boolean {
    return isDash(this.pieces[at])
  }

  /** Sentence and index of the token that covers piece `at`; undefined where the text is not analysed. */
  place(at: number): { sentence: Sentence; index: number } | undefined {
    const piece = this.pieces[at]
    if (!piece) return undefined
    let { sentence } = this
    if (!sentence || piece.start < sentence.start || piece.start >= sentence.end) {
      sentence = sentenceAt(this.analysis.sentences, piece.start)
      this.sentence = sentence
    }
    const index = sentence ? tokenIndexAt(sentence, piece.start) : -1
    return sentence && index >= 0 ? { sentence, index } : undefined
  }

  /** Part of speech of the token that covers piece `at` in the language's own tag set; "" where the text is not tagged. */
  tag(at: number): string {
    const place = this.place(at)
    return place?.sentence.tokens[place.index]?.xpos ?? ''
  }

  /** A stop that ends a sentence: followed by a blank and a capital or a quote, and not the stop of a short word. */
  endsSentence(at: number): boolean {
    const form = this.lower(at)
    if (form === '!' || form === '?') return true
    if (form !== '.') return false
    const next = this.pieces[at + 1]
    if (!next || next.gap === 'none') return next === undefined
    return (next.capital || next.kind === 'sign') && (this.pieces[at - 1]?.lower.length ?? 0) > 3
  }

  /** Written as a name is: with a capital, or in a text that hardly has any. */
  named(at: number): boolean {
    return this.lowerCase || this.pieces[at]?.capital === true
  }

  /** Skips a dash that is glued on both sides ("mid-2020", "third-quarter"). */
  skipDash(at: number): number {
    return this.dash(at) && this.glued(at) && this.glued(at + 1) ? at + 1 : at
  }

  /** Skips the stop of an abbreviation that the word before may be ("Aug.", "Sept."). */
  skipStop(at: number): number {
    return this.lower(at) === '.' && this.glued(at) && (this.pieces[at - 1]?.lower.length ?? 9) <= 4 ? at + 1 : at
  }

  /** Skips a possessive ("'s", "s'") after the word before `at`. */
  skipPossessive(at: number): number {
    if (!isApostrophe(this.pieces[at]) || !this.glued(at)) return at
    if (this.lower(at + 1) === 's' && this.glued(at + 1)) return at + 2
    return this.pieces[at - 1]?.lower.endsWith('s') ? at + 1 : at
  }

  number(at: number): NumberRead | null {
    return readNumber(this.pieces, at, this.numbers)
  }

  /** A whole number of one or two digits without a following group, decimal or unit sign: a day, a month, an hour. */
  small(at: number): number | null {
    const piece = this.pieces[at]
    if (piece?.kind !== 'digits' || piece.lower.length > 2) return null
    return Number(piece.lower)
  }

  /** A day of a month at `at`: "6", "6th", "sixth", "twenty-first"; with the piece after it. */
  day(at: number): { day: number; end: number } | null {
    const small = this.small(at)
    if (small !== null) {
      if (small < 1 || small > 31) return null
      const suffix = this.glued(at + 1) && /^(?:st|nd|rd|th)$/u.test(this.lower(at + 1))
      if (suffix) return { day: small, end: at + 2 }
      // 7:30, 7.30, 7,000, 7% and 7/8 are not days.
      const next = this.pieces[at + 1]
      if (next && this.glued(at + 1)) {
        if (next.kind === 'word') return this.lexicon.language === 'en' ? null : { day: small, end: at + 1 }
        if (':%/'.includes(next.form)) return null
        if ((next.form === '.' || next.form === ',') && this.glued(at + 2) && this.pieces[at + 2]?.kind === 'digits')
          return null
      }
      return { day: small, end: at + 1 }
    }
    if (this.pieces[at]?.kind !== 'word') return null
    const ordinal = this.word(at).ordinal
    if (ordinal !== undefined) return ordinal <= 20 || ordinal === 30 ? { day: ordinal, end: at + 1 } : null
    const tens = this.numbers.units.get(this.lower(at))
    if (tens === 20 || tens === 30) {
      const next = this.skipDash(at + 1)
      const unit = this.word(next).ordinal
      if (unit !== undefined && unit < 10 && tens + unit <= 31) return { day: tens + unit, end: next + 1 }
    }
    return null
  }

  /** A year in digits or words at `at`: "2021", "'89", "nineteen ninety-four", "two thousand and one". */
  year(at: number): { year: number; end: number } | null {
    const piece = this.pieces[at]
    if (!piece) return null
    if (piece.kind === 'digits') {
      if (piece.lower.length !== 4) return null
      const year = Number(piece.lower)
      if (year < FIRST_YEAR || year > LAST_YEAR) return null
      const next = this.pieces[at + 1]
      // 2,000 · 1990.5 · 2000% · 1500m are not years; "1990s" is a decade.
      if (next && this.glued(at + 1)) {
        if (next.kind === 'word' && !this.word(at + 1).yearWord) return null
        if (next.form === '%' || next.form === ':') return null
        if (',.'.includes(next.form) && this.glued(at + 2) && this.pieces[at + 2]?.kind === 'digits') return null
      }
      return { year, end: at + 1 }
    }
    if (isApostrophe(piece)) {
      const digits = this.pieces[at + 1]
      if (digits?.kind !== 'digits' || digits.lower.length !== 2 || !this.glued(at + 1)) return null
      if (this.glued(at + 2) && this.pieces[at + 2]?.kind === 'word') return null
      const short = Number(digits.lower)
      return { year: short < 40 ? 2000 + short : 1900 + short, end: at + 2 }
    }
    return this.lexicon.language === 'en' ? this.spokenYear(at) : null
  }

  private spokenYear(at: number): { year: number; end: number } | null {
    const first = this.numbers.units.get(this.lower(at))
    if (first === undefined) return null
    if (first >= 17 && first <= 20) {
      const rest = this.number(at + 1)
      if (
        rest &&
        rest.form === 'words' &&
        rest.value >= 10 &&
        rest.value <= 99 &&
        rest.scale === 1 &&
        this.joins(at + 1)
      )
        return { year: first * 100 + rest.value, end: rest.end }
      return null
    }
    if (first !== 2 || this.lower(at + 1) !== 'thousand') return null
    const whole = this.number(at)
    return whole && whole.value >= 2000 && whole.value < 2040 ? { year: whole.value, end: whole.end } : null
  }

  /** The year after a date: ", 2021", "2021", "of 2021", "of last year", "this year", "2021 года". */
  yearAfter(at: number): YearRead | null {
    let i = at
    if (!this.joins(i)) return null
    if (this.lower(i) === ',') i++
    const comma = i > at
    if (this.word(i).of) {
      i++
      if (this.word(i).article) i++
    }
    if (!this.joins(i)) return null
    const year = this.year(i)
    if (year) {
      // "March 5, 1500 people": a round count with a noun after it is no year.
      if (comma && !this.endsDate(year.end) && year.year < FIRST_BARE_YEAR) return null
      const end = this.word(year.end).yearWord && this.lexicon.language !== 'en' ? year.end + 1 : year.end
      return {
        year: { year: year.year },
        end: this.lexicon.language === 'ru' && this.lower(end) === '.' && this.lower(end - 1) === 'г' ? end + 1 : end,
      }
    }
    if (comma) return null
    const { step, same } = this.word(i)
    if (step !== undefined && this.word(i + 1).yearWord && this.joins(i + 1)) return { year: { step }, end: i + 2 }
    if (same && this.word(i + 1).yearWord) return { year: { same: true }, end: i + 2 }
    return null
  }

  private endsDate(at: number): boolean {
    const next = this.pieces[at]
    return next === undefined || next.kind === 'sign' || next.gap === 'paragraph'
  }
}
