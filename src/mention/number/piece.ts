import type { Span } from '../../base/span.ts'

/** What stands before a piece: nothing, blanks, one line end, or a paragraph end. */
export type Gap = 'none' | 'blank' | 'line' | 'paragraph'

/**
 * The smallest unit that the grammars of times and quantities read: a run of letters, a run of digits, one character of
 * a script without blanks, or one sign. It is finer than a token, so that "mid-2020", "16-hour", "10:35" and "20k" read
 * the same however a language engine cuts them.
 */
export interface Piece extends Span {
  readonly form: string
  /** The form in lower case. */
  readonly lower: string
  readonly kind: 'word' | 'digits' | 'han' | 'sign'
  readonly gap: Gap
  /** Begins with a capital letter. */
  readonly capital: boolean
}

const BLANK = 1
const LINE = 2
const LETTER = 3
const DIGIT = 4
const HAN = 5
const SIGN = 6

/** Class of every UTF-16 unit met so far; 0 = not yet known. A memo of a pure function. */
const classes = new Uint8Array(65_536)

function classOf(code: number): number {
  const known = classes[code] as number
  if (known !== 0) return known
  const char = String.fromCharCode(code)
  let found = SIGN
  if (code === 10 || code === 13 || code === 0x2028 || code === 0x2029) found = LINE
  else if (/[\s\u200b-\u200f\u202a-\u202e\u2060\ufeff]/u.test(char)) found = BLANK
  else if (/[0-9\uff10-\uff19]/u.test(char)) found = DIGIT
  else if (/[\p{Script=Han}\u3007]/u.test(char)) found = HAN
  else if (/[\p{L}\p{M}]/u.test(char)) found = LETTER
  classes[code] = found
  return found
}

/** Full-width digits as ASCII digits. */
function asciiDigits(form: string): string {
  return /^[0-9]*$/u.test(form)
    ? form
    : form.replace(/[\uff10-\uff19]/gu, (c) => String.fromCharCode(c.charCodeAt(0) - 0xfee0))
}

/** Cuts `text` (or the part of it from `from` to `to`) into pieces; offsets refer to `text`. Linear in its length. */
export function piecesOf(text: string, from = 0, to = text.length): Piece[] {
  const pieces: Piece[] = []
  let at = from
  let lines = 0
  let blanks = 0
  while (at < to) {
    const code = text.charCodeAt(at)
    const type = classOf(code)
    if (type === BLANK) {
      blanks++
      at++
      continue
    }
    if (type === LINE) {
      if (code !== 13 || text.charCodeAt(at + 1) !== 10) lines++
      at++
      continue
    }
    const start = at
    at++
    if (type === LETTER) while (at < to && classOf(text.charCodeAt(at)) === LETTER) at++
    else if (type === DIGIT) while (at < to && classOf(text.charCodeAt(at)) === DIGIT) at++
    else if (type === SIGN && code >= 0xd800 && code <= 0xdbff && at < to) at++
    const form = text.slice(start, at)
    const lower = type === LETTER ? form.toLowerCase() : type === DIGIT ? asciiDigits(form) : form
    pieces.push({
      start,
      end: at,
      form,
      lower,
      kind: type === LETTER ? 'word' : type === DIGIT ? 'digits' : type === HAN ? 'han' : 'sign',
      gap: lines > 1 ? 'paragraph' : lines === 1 ? 'line' : blanks > 0 ? 'blank' : 'none',
      capital: type === LETTER && form.charAt(0) !== lower.charAt(0),
    })
    lines = 0
    blanks = 0
  }
  return pieces
}

/** Hyphens and dashes that join two ends of a range or two parts of a word. */
export function isDash(piece: Piece | undefined): boolean {
  return piece !== undefined && piece.kind === 'sign' && '-\u2010\u2011\u2012\u2013\u2014\u2212'.includes(piece.form)
}

/** Straight or curly apostrophe. */
export function isApostrophe(piece: Piece | undefined): boolean {
  return piece !== undefined && piece.kind === 'sign' && "'\u2019\u2018\u02bc\u00b4`".includes(piece.form)
}
