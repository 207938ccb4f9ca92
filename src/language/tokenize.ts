import type { LanguagePack } from './pack.ts'

/** Longest token; a longer run without a blank is cut here, so that one broken line cannot cost a run its time. */
export const MAX_TOKEN_CHARACTERS = 256
/** Pieces between blanks whose cuts are remembered; most text repeats a few thousand of them. */
const MAX_REMEMBERED = 20_000
/** Only short pieces are remembered: long ones are addresses and garbage that do not come again. */
const MAX_REMEMBERED_CHARACTERS = 32

/** Abbreviations that can lose their stop again are short (Paras.). */
const MAX_RELEASED_CHARACTERS = 8
const FULL_STOP = 0x2e

const DIGIT = /\d/u
const BLANK = /[\s\u200b\u2060\ufeff]/u
const PLAIN_WORD = /^\p{L}+$/u
const WEB = /^(?:https?:\/\/|ftp:\/\/|www\.)[^\s<>"“”]+/iu
const MAIL = /^[\w.+-]{1,64}@[\w-]+(?:\.[\w-]+)+/u
const HOST =
  /^[a-z0-9-]+(?:\.[a-z0-9-]+)*\.(?:com|org|net|gov|edu|info|int|co\.uk|kz|ru|uk|in|tv|doc|pdf|xls|html?)(?:\/\S*)?$/iu
const SMILEY = /^(?:[:;=8]['o*-]?[)(\]dpo/\\|]+|<3|\^_\^|:['-]\()$/iu
const LEAD =
  /(?:\.{2,}|…+|-{2,}|[!?]{2,}|`{1,2}|['’‘]{2}|<<|>>|([*=_~#+])\1+|[-–—―([{<>"“”„«»‹›‘’'|\\/*•·●▪■◦,;:!?…¡¿~=]|\p{Sc})/uy
const TRAIL =
  /(?:\.{2,}|…+|-{2,}|[!?]+|['’‘]{2}|<<|>>|([*=_~+])\1+|[-–—―)\]}<>"“”„«»‹›‘’'`|\\,;:…%‰°=*~/。！？、，；：]|\p{Sc}|\.)$/u
const INNER =
  /\.{2,}|…+|-{2,}|[!?]{1,8}(?=.)|["“”„«»‹›()[\]{};<>|—―。！？、，；：「」『』《》]|(?<=\p{L}),(?=\p{L})|(?<=\p{L}\p{L}):(?=\p{L})|(?<=\p{Ll}\p{Ll})\.(?=\p{Lu}\p{Ll})|(?<=\p{L}\p{L})\/(?=\p{L}\p{L})|(?<=[\p{L}\d]),(?=\p{L})|(?<=\p{L}),(?=\d)|\p{Sc}(?=\d)|%(?=.)/gu
const HAN = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u
const HYPHEN = /[-‐‑–]/u
const DATE_LIKE = /^\d{1,4}(?:[./-]\d{1,4}){2}$|^\d{1,2}\/\d{1,4}$/u
const PHONE_LIKE = /^\+?\d+(?:-\d+){2,}$|^\d{3}-\d{4}$/u
const NUMBER_UNIT = /^([+-]?\d[\d.,:]*)(\p{L}{1,3}\.?)$/u
const DOTTED = /^(?:\p{L}\.)+\p{L}$/u
const INITIAL = /^\p{Lu}$/u
const ANY_INITIAL = /^\p{L}$/u
const LIST_MARK = /^(?:\d{1,3}[.)]|\p{L}\))$/u
const ELIDED = /^['’](?:\d0s|\d\d|em|n|til|cause|cos|tis|twas)$/iu
const APOSTROPHE = /['’‘`´]/u

/** Finds the words, numbers and signs of a text as spans. It knows a language only by its pack. */
export class Tokenizer {
  private readonly remembered = new Map<string, readonly number[]>()
  private readonly abbreviations: ReadonlySet<string>
  private readonly capitalised: ReadonlySet<string>
  private readonly prefixes: ReadonlySet<string>
  private readonly units: ReadonlySet<string>
  private readonly whole: ReadonlySet<string>
  private readonly words: ReadonlyMap<string, readonly number[]>
  private readonly suffixes: readonly string[]
  private readonly beforeNumber: ReadonlySet<string>
  private readonly splitsHyphens: boolean
  private readonly initial: RegExp

  /** With `lowerCase` a single small letter before a stop is an initial too (k. r. narayanan). */
  constructor(pack: LanguagePack, options: { readonly lowerCase?: boolean } = {}) {
    this.initial = options.lowerCase ? ANY_INITIAL : INITIAL
    const { neverFinal, mayBeFinal, beforeNumber, capitalised } = pack.abbreviations
    this.abbreviations = new Set([...neverFinal, ...mayBeFinal, ...beforeNumber])
    this.beforeNumber = new Set(beforeNumber)
    this.capitalised = new Set(capitalised)
    this.prefixes = new Set(pack.prefixes)
    this.units = new Set(pack.units)
    this.whole = new Set(pack.clitics.whole)
    this.words = new Map(Object.entries(pack.clitics.words))
    this.suffixes = pack.clitics.suffixes
    this.splitsHyphens = pack.splitsHyphens
  }

  /** Appends the tokens of `text.slice(start, end)` to `spans` as pairs of start and end. */
  tokenize(text: string, start: number, end: number, spans: number[]): void {
    let at = start
    let first = true
    while (at < end) {
      while (at < end && isBlank(text, at)) at++
      if (at >= end) return
      let to = at + 1
      while (to < end && !isBlank(text, to) && to - at < MAX_TOKEN_CHARACTERS) to++
      // Never between the halves of a surrogate pair.
      if (to < end && isLowSurrogate(text.charCodeAt(to)) && isHighSurrogate(text.charCodeAt(to - 1))) to--
      if (to === at) to = at + 2
      const chunk = text.slice(at, to)
      if (first && LIST_MARK.test(chunk)) spans.push(at, to)
      else {
        let from = at
        for (const cut of this.cuts(chunk)) {
          spans.push(from, at + cut)
          from = at + cut
        }
        this.releaseStop(text, to, end, spans)
      }
      first = false
      at = to
    }
  }

  /**
   * Gives the stop of the last token back to the sentence where what follows shows that it was not an abbreviation:
   * "No." without a number after it, a single letter at the end of a paragraph.
   */
  private releaseStop(text: string, at: number, end: number, spans: number[]): void {
    const [start, stop] = [spans.at(-2) as number, spans.at(-1) as number]
    if (stop !== at || stop - start < 2 || text.charCodeAt(stop - 1) !== FULL_STOP) return
    let next = at
    while (next < end && isBlank(text, next)) next++
    const core = text.slice(start, stop - 1)
    const numbered = next < end && DIGIT.test(text.charAt(next))
    const released = numbered
      ? false
      : this.beforeNumber.has(core.toLowerCase()) || (next >= end && core !== 'I' && this.initial.test(core))
    if (!released || stop - start > MAX_RELEASED_CHARACTERS) return
    spans[spans.length - 1] = stop - 1
    spans.push(stop - 1, stop)
  }

  /** Where a piece without blanks is cut: the ends of its tokens, the last being its length. */
  cuts(chunk: string): readonly number[] {
    const known = this.remembered.get(chunk)
    if (known) return known
    const ends: number[] = []
    this.cutChunk(chunk, ends)
    if (chunk.length <= MAX_REMEMBERED_CHARACTERS) {
      if (this.remembered.size >= MAX_REMEMBERED) this.remembered.clear()
      this.remembered.set(chunk, ends)
    }
    return ends
  }

  private cutChunk(chunk: string, ends: number[]): void {
    if (PLAIN_WORD.test(chunk) && !HAN.test(chunk)) {
      this.cutWord(chunk, 0, ends)
      return
    }
    if (SMILEY.test(chunk) || ELIDED.test(chunk)) {
      ends.push(chunk.length)
      return
    }
    // Leading signs, one token each.
    let from = 0
    while (from < chunk.length) {
      const rest = from === 0 ? chunk : chunk.slice(from)
      if (ELIDED.test(rest)) break
      LEAD.lastIndex = from
      const found = LEAD.exec(chunk)
      if (!found) break
      from = LEAD.lastIndex
      ends.push(from)
    }
    if (from >= chunk.length) return
    // Trailing signs, found from the end.
    const trailing: number[] = []
    let to = chunk.length
    while (to > from) {
      const core = chunk.slice(from, to)
      if (this.isWhole(core)) break
      const found = TRAIL.exec(core)
      if (!found) break
      if (found[0] === '.' && this.isAbbreviation(core.slice(0, -1))) break
      const at = to - found[0].length
      if (at <= from && found[0].length === core.length && core.length === 1) break
      trailing.push(to)
      to = at
    }
    if (to > from) this.cutCore(chunk.slice(from, to), from, ends)
    for (let i = trailing.length - 1; i >= 0; i--) ends.push(trailing[i] as number)
  }

  private isWhole(core: string): boolean {
    return this.whole.has(plainApostrophes(core).toLowerCase()) || (core.endsWith('/') && WEB.test(core))
  }

  /** Whether the stop after `core` belongs to it. */
  isAbbreviation(core: string): boolean {
    return (
      DOTTED.test(core) ||
      this.initial.test(core) ||
      this.capitalised.has(core) ||
      this.abbreviations.has(core.toLowerCase())
    )
  }

  private cutCore(core: string, offset: number, ends: number[]): void {
    const last = offset + core.length
    if (WEB.test(core) || MAIL.test(core) || HOST.test(core) || DATE_LIKE.test(core) || PHONE_LIKE.test(core)) {
      ends.push(last)
      return
    }
    let from = 0
    for (const found of core.matchAll(INNER)) {
      if (found.index > from) this.cutPiece(core.slice(from, found.index), offset + from, ends)
      from = found.index + found[0].length
      ends.push(offset + from)
    }
    if (from < core.length) this.cutPiece(core.slice(from), offset + from, ends)
  }

  /** A piece without inner signs: hyphens, units and clitics are left to see to. */
  private cutPiece(piece: string, offset: number, ends: number[]): void {
    const last = offset + piece.length
    if (HAN.test(piece)) {
      cutHan(piece, offset, ends)
      return
    }
    if (DATE_LIKE.test(piece) || PHONE_LIKE.test(piece)) {
      ends.push(last)
      return
    }
    const unit = NUMBER_UNIT.exec(piece)
    if (unit && this.units.has((unit[2] as string).toLowerCase().replace('.', ''))) {
      ends.push(offset + (unit[1] as string).length, last)
      return
    }
    if (/^#\d/u.test(piece)) {
      ends.push(offset + 1, last)
      return
    }
    if (this.splitsHyphens && HYPHEN.test(piece)) {
      this.cutHyphens(piece, offset, ends)
      return
    }
    this.cutWord(piece, offset, ends)
  }

  private cutHyphens(piece: string, offset: number, ends: number[]): void {
    let from = 0
    for (let i = 1; i < piece.length - 1; i++) {
      if (!HYPHEN.test(piece.charAt(i))) continue
      const before = piece.slice(from, i)
      if (this.prefixes.has(before.toLowerCase())) continue
      if (before.length > 0) this.cutWord(before, offset + from, ends)
      ends.push(offset + i + 1)
      from = i + 1
    }
    if (from < piece.length) this.cutWord(piece.slice(from), offset + from, ends)
  }

  private cutWord(word: string, offset: number, ends: number[]): void {
    const last = offset + word.length
    const folded = plainApostrophes(word).toLowerCase()
    const known = this.words.get(folded)
    if (known) {
      for (const cut of known) ends.push(offset + cut)
      ends.push(last)
      return
    }
    if (folded.includes("'") && !this.whole.has(folded))
      for (const suffix of this.suffixes)
        if (folded.length > suffix.length && folded.endsWith(suffix)) {
          // The rest may end in a clitic too: shouldn't've.
          this.cutWord(word.slice(0, -suffix.length), offset, ends)
          ends.push(last)
          return
        }
    ends.push(last)
  }
}

function cutHan(piece: string, offset: number, ends: number[]): void {
  let open = false
  let at = 0
  for (const character of piece) {
    const han = HAN.test(character)
    if (at > 0 && (han || open)) ends.push(offset + at)
    open = han
    at += character.length
  }
  ends.push(offset + piece.length)
}

/** The text with curly and other apostrophes as `'`; of the same length. */
export function plainApostrophes(text: string): string {
  return APOSTROPHE.test(text) ? text.replace(/[’‘`´]/gu, "'") : text
}

/** Whether the unit at `at` is white space or an invisible joiner that no token may hold. */
export function isBlank(text: string, at: number): boolean {
  const unit = text.charCodeAt(at)
  if (unit <= 32) return true
  if (unit < 0x80) return false
  return unit === 0x85 || unit === 0xa0 || (unit >= 0x1680 && BLANK.test(text.charAt(at)))
}

function isHighSurrogate(unit: number): boolean {
  return unit >= 0xd800 && unit < 0xdc00
}

function isLowSurrogate(unit: number): boolean {
  return unit >= 0xdc00 && unit < 0xe000
}
