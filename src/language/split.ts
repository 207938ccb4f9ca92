import { MAX_SENTENCE_TOKENS } from '../base/limit.ts'
import type { LanguagePack } from './pack.ts'
import type { SentenceKind } from './token.ts'

/** A run of text between paragraph ends. */
export interface Paragraph {
  readonly start: number
  readonly end: number
}

/** A sentence as a range of token numbers in its paragraph. */
export interface TokenRange {
  readonly from: number
  readonly to: number
  readonly kind: SentenceKind
}

/** A text is taken as lower-case if fewer of its letters than this are capitals (measured on agency text; share of 1). */
const LOWER_CASE_SHARE = 0.005
/** Letters looked at to decide it. */
const LOWER_CASE_SAMPLE = 20_000
/** A text needs this many letters before the lack of capitals says anything. */
const LOWER_CASE_LETTERS = 30
/** Lines of hard-wrapped text are about as long as each other and within these bounds, in characters. */
const WRAP_SHORTEST = 45
const WRAP_LONGEST = 110
/** Longest paragraph at the head of a text that can be a headline, in tokens. */
const HEADLINE_TOKENS = 30

const TERMINAL = /^(?:[.!?。！？]+|…+)$/u
const HARD_TERMINAL = /[!?。！？]/u
const ELLIPSIS = /^(?:\.{2,}|…+)$/u
const CLOSER = /^["'”’»)\]}]+$|^''$/u
const OPENER = /^["'“‘«„([{`*•·-]+$/u
const LOWER = /^\p{Ll}/u
const UPPER_OR_OTHER = /^(?:\p{Lu}|\p{Lt}|\p{Lo}|\p{N}|[$€£₹¥@#<])/u
const CAPITAL = /^[\p{Lu}\p{Lt}\p{Lo}]/u
const LETTER = /^\p{L}/u
const BULLET = /^(?:[-*•·●▪■◦–—]|\d{1,3}[.)]|\p{L}\))$/u
const FINAL_SIGN = /[.!?…。！？"”’):;]$/u

/** Whether a text hardly uses capitals, though its script has them. */
export function isLowerCase(text: string): boolean {
  let letters = 0
  let capitals = 0
  for (let i = 0; i < text.length && letters < LOWER_CASE_SAMPLE; i++) {
    const unit = text.charCodeAt(i)
    if (unit >= 97 && unit <= 122) letters++
    else if (unit >= 65 && unit <= 90) {
      letters++
      capitals++
    } else if (unit >= 0xc0) {
      const character = text.charAt(i)
      const lower = character.toLowerCase()
      if (lower !== character) {
        letters++
        capitals++
      } else if (character.toUpperCase() !== character) letters++
    }
  }
  return letters >= LOWER_CASE_LETTERS && capitals / letters < LOWER_CASE_SHARE
}

/**
 * The paragraphs of a text. Empty lines part them, and single line ends too, unless the text is hard-wrapped: then a
 * line end inside a sentence is a blank.
 */
export function paragraphsOf(text: string): Paragraph[] {
  const wrapped = isHardWrapped(text)
  const paragraphs: Paragraph[] = []
  let start = 0
  const close = (end: number): void => {
    if (text.slice(start, end).trim() !== '') paragraphs.push({ start, end })
  }
  let at = text.indexOf('\n')
  while (at !== -1) {
    let to = at + 1
    let lines = 1
    while (to < text.length && /\s/u.test(text.charAt(to))) {
      if (text.charCodeAt(to) === 10) lines++
      to++
    }
    if (lines > 1 || !wrapped || !continuesLine(text, start, at, to)) {
      close(at)
      start = to
    }
    at = text.indexOf('\n', to)
  }
  close(text.length)
  return paragraphs
}

/** In wrapped text a line end is only a line end if the line is full and the next one goes on. */
function continuesLine(text: string, start: number, at: number, to: number): boolean {
  const lineStart = Math.max(start, text.lastIndexOf('\n', at - 1) + 1)
  return at - lineStart >= WRAP_SHORTEST && !BULLET.test(text.slice(to, to + 2).trim())
}

function isHardWrapped(text: string): boolean {
  let full = 0
  let other = 0
  let goesOn = 0
  let from = 0
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', from)) {
    const length = at - from
    const next = text.charAt(at + 1)
    if (length > 0 && next !== '\n' && next !== '') {
      if (length >= WRAP_SHORTEST && length <= WRAP_LONGEST) {
        full++
        if (LOWER.test(next)) goesOn++
      } else other++
    }
    from = at + 1
  }
  // Prose breaks mostly before small letters; rows of headlines do not.
  return full >= 3 && full >= 3 * other && goesOn >= full / 3
}

/** Decides where sentences end among the tokens of a paragraph. It knows a language only by its pack. */
export class Splitter {
  private readonly never: ReadonlySet<string>
  private readonly starters: ReadonlySet<string>
  private readonly calendar: ReadonlySet<string>

  constructor(pack: LanguagePack) {
    this.never = new Set([...pack.abbreviations.neverFinal, ...pack.abbreviations.beforeNumber])
    this.starters = new Set(pack.starters)
    this.calendar = new Set([...pack.calendar.months, ...pack.calendar.short, ...pack.calendar.weekdays])
  }

  /** The sentences of tokens `first` to the end of `spans` (pairs of start and end), numbered from 0 at `first`. */
  split(text: string, spans: readonly number[], lowerCase: boolean, headlineAllowed: boolean): TokenRange[] {
    const count = spans.length / 2
    const forms: string[] = []
    for (let i = 0; i < count; i++) forms.push(text.slice(spans[2 * i], spans[2 * i + 1]))
    const blankBefore = (i: number): boolean => i > 0 && (spans[2 * i] as number) > (spans[2 * i - 1] as number)
    const list = count > 1 && BULLET.test(forms[0] as string) && blankBefore(1)
    const kind: SentenceKind = list
      ? 'list'
      : headlineAllowed && count <= HEADLINE_TOKENS && !FINAL_SIGN.test(forms[count - 1] as string)
        ? 'headline'
        : 'text'
    const ranges: TokenRange[] = []
    let from = 0
    for (let i = 0; i < count; i++) {
      let last = i
      if (this.mayEnd(forms, i, from, list)) {
        let quoted = false
        while (last + 1 < count && CLOSER.test(forms[last + 1] as string) && !blankBefore(last + 1)) {
          last++
          quoted = true
        }
        last = skipReferences(forms, last)
        if (last + 1 >= count) break
        if (this.startsSentence(forms, i, last + 1, { lowerCase, quoted, blank: blankBefore(last + 1) })) {
          ranges.push({ from, to: last + 1, kind })
          from = last + 1
        }
        i = last
      }
      if (i + 1 - from >= MAX_SENTENCE_TOKENS) {
        ranges.push({ from, to: i + 1, kind })
        from = i + 1
      }
    }
    if (from < count) ranges.push({ from, to: count, kind })
    return ranges
  }

  private mayEnd(forms: readonly string[], i: number, from: number, list: boolean): boolean {
    const form = forms[i] as string
    if (list && i === from && i === 0) return false
    if (TERMINAL.test(form)) return i > from || HARD_TERMINAL.test(form)
    return form.length > 2 && form.endsWith('.') && !/^\p{L}\.$/u.test(form)
  }

  private startsSentence(
    forms: readonly string[],
    end: number,
    next: number,
    at: { lowerCase: boolean; quoted: boolean; blank: boolean },
  ): boolean {
    const form = forms[end] as string
    let first = next
    while (first < forms.length - 1 && first < next + 2 && OPENER.test(forms[first] as string)) first++
    const word = forms[first] as string
    const opened = first > next
    if (!TERMINAL.test(form)) return this.afterAbbreviation(form, word, at.lowerCase)
    if (!at.blank && !CAPITAL.test(word)) return false
    if (at.lowerCase) {
      if (at.quoted && HARD_TERMINAL.test(form)) return false
      if (ELLIPSIS.test(form)) return false
      // A single letter before the stop is an initial, a number before it may be a numbering.
      return LETTER.test(word) || UPPER_OR_OTHER.test(word) || opened
    }
    if (LOWER.test(word)) return false
    if (ELLIPSIS.test(form)) return CAPITAL.test(word)
    return UPPER_OR_OTHER.test(word) || opened
  }

  private afterAbbreviation(form: string, word: string, lowerCase: boolean): boolean {
    const core = form.slice(0, -1).toLowerCase()
    if (this.never.has(core)) return false
    const folded = word.toLowerCase()
    if (!lowerCase && !CAPITAL.test(word)) return false
    if (this.starters.has(folded)) return !lowerCase || !STARTS_PHRASE.has(folded)
    // A clock time is followed by a name only if a new sentence begins, or by its day.
    return !lowerCase && /^[ap]\.m$/u.test(core) && !this.calendar.has(folded) && !/^\p{Lu}{2,4}$/u.test(word)
  }
}

/** The last token of the reference marks ("[6] [7]") after a stop, which belong to the sentence that they close. */
function skipReferences(forms: readonly string[], last: number): number {
  let at = last
  while (forms[at + 1] === '[' && /^(?:\d{1,3}|…|\.{3})$/u.test(forms[at + 2] ?? '') && forms[at + 3] === ']') at += 3
  return at
}

/** In lower-case text these go on after an abbreviation as often as they begin a sentence. */
const STARTS_PHRASE: ReadonlySet<string> = new Set([
  'and',
  'or',
  'of',
  'on',
  'in',
  'at',
  'for',
  'to',
  'by',
  'from',
  'with',
])
