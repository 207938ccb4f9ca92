/**
 * How names are compared: one folding for the builder and for the search in text, so that what is stored is found.
 *
 * A name or text is cut into words; each word is folded on its own. Folding lowers the case, strips marks from Latin
 * letters only (`й` and the Kazakh letters must survive), writes `ё` as `е`, and drops apostrophes and modifier letters.
 * Words are joined by one blank; Han and kana are single words joined without one. Full stops and hyphens between words
 * vanish, so that `U.S.` is `u s` (never the pronoun `us`) and `Nur-Sultan` is `nur sultan`.
 */

/** Words of a text range, as parallel arrays: cheaper than objects on the hot path. */
export interface Words {
  readonly count: number
  readonly start: readonly number[]
  readonly end: readonly number[]
  readonly folded: readonly string[]
  /** The folded word without a suffix after its last apostrophe (`Astana’s`, `Ankara'da`), or "". */
  readonly stem: readonly string[]
  /** End of that stem in the text. */
  readonly stemEnd: readonly number[]
  /** Written without blanks (Han, kana). */
  readonly unspaced: readonly boolean[]
  /** Whether a name may run on from the word before: only a blank, hyphen, middle dot or an abbreviation's stop between. */
  readonly joined: readonly boolean[]
}

const WORD = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー]|[\p{L}\p{N}\p{M}]+(?:['’‘ʼʻ`´ʹ][\p{L}\p{M}]+)*/gu
const UNSPACED = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー]/u
const PLAIN = /^[a-z0-9]+$/u
const APOSTROPHES = /['’‘ʼʻ`´ʹʺʽʾʿˈ̓]/gu
const LATIN_MARKED = /[\u00aa-\u024f\u1e00-\u1eff\u0300-\u036f]/u
/** Letters that Unicode does not decompose. */
const LATIN_LETTERS: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ı: 'i',
  ħ: 'h',
  ŋ: 'n',
  ŧ: 't',
  ĸ: 'k',
  ə: 'a',
}
/** Longest abbreviation whose stop may stand inside a name (`St. Louis`, `W. Va.`). */
const MAX_ABBREVIATION = 3
const GAP_BLANK = /^(?:[ \t\u00a0\u202f]{1,2}|[ \t]?\r?\n[ \t]?)$/u
const GAP_JOINER = /^ ?[-‐‑–·・] ?$/u
const GAP_STOP = /^\.[- \u00a0]?$/u

/** Folds one word. */
export function foldWord(word: string): string {
  const lower = word.toLowerCase()
  if (PLAIN.test(lower)) return lower
  let text = lower.normalize('NFKC').replace(APOSTROPHES, '')
  if (LATIN_MARKED.test(text)) {
    let out = ''
    for (const letter of text.normalize('NFC')) {
      const code = letter.codePointAt(0) as number
      if (code < 0x80) out += letter
      else if (code <= 0x24f || (code >= 0x1e00 && code <= 0x1eff))
        out += LATIN_LETTERS[letter] ?? letter.normalize('NFD').replace(/\p{M}/gu, '')
      else if (code >= 0x300 && code <= 0x36f) continue
      else out += letter
    }
    text = out
  }
  return text
    .replace(/ё/gu, 'е')
    .replace(/[\u064b-\u0652\u0640]/gu, '')
    .replace(/[يى]/gu, 'ی')
    .replace(/ك/gu, 'ک')
    .replace(/[أإآ]/gu, 'ا')
}

/** Cuts `text` between `from` and `to` into folded words. Linear in the length. */
export function wordsOf(text: string, from = 0, to = text.length): Words {
  const start: number[] = []
  const end: number[] = []
  const folded: string[] = []
  const stem: string[] = []
  const stemEnd: number[] = []
  const unspaced: boolean[] = []
  const joined: boolean[] = []
  const part = from === 0 && to === text.length ? text : text.slice(from, to)
  WORD.lastIndex = 0
  for (let match = WORD.exec(part); match; match = WORD.exec(part)) {
    const word = match[0]
    const at = from + match.index
    const last = start.length - 1
    const han = word.length <= 2 && UNSPACED.test(word)
    start.push(at)
    end.push(at + word.length)
    folded.push(foldWord(word))
    unspaced.push(han)
    const cut = han ? -1 : lastApostrophe(word)
    stem.push(cut > 0 ? foldWord(word.slice(0, cut)) : '')
    stemEnd.push(cut > 0 ? at + cut : at + word.length)
    joined.push(last >= 0 && runsOn(text, end[last] as number, at, (end[last] as number) - (start[last] as number)))
  }
  return { count: start.length, start, end, folded, stem, stemEnd, unspaced, joined }
}

function lastApostrophe(word: string): number {
  for (let i = word.length - 1; i > 0; i--) if ("'’‘ʼʻ`´".includes(word[i] as string)) return i
  return -1
}

function runsOn(text: string, from: number, to: number, lengthBefore: number): boolean {
  if (to === from) return true
  if (to - from > 4) return false
  const gap = text.slice(from, to)
  return GAP_BLANK.test(gap) || GAP_JOINER.test(gap) || (lengthBefore <= MAX_ABBREVIATION && GAP_STOP.test(gap))
}

/** The folded form of a whole name, as the index stores it. Two names with the same fold are one to the search. */
export function foldName(name: string): string {
  const words = wordsOf(name)
  let out = ''
  for (let i = 0; i < words.count; i++) {
    if (i > 0 && !(words.unspaced[i] && words.unspaced[i - 1])) out += ' '
    out += words.folded[i] as string
  }
  return out
}

/** Hash of a folded name as it grows; two independent halves of 32 bits. */
export interface HashState {
  high: number
  low: number
}

export const HASH_START: Readonly<HashState> = { high: 0x811c9dc5 | 0, low: 0x9747b28c | 0 }

/** Adds the characters of `text` to the hash in place. */
export function extendHash(state: HashState, text: string): void {
  let { high, low } = state
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    high = Math.imul(high ^ code, 0x01000193)
    low = Math.imul((low << 13) | (low >>> 19), 5) + Math.imul(code + 0x7ed55d16, 0xcc9e2d51)
    low |= 0
  }
  state.high = high
  state.low = low
}

/** The sorted part of the key: 32 bits, well mixed (finaliser of MurmurHash3). */
export function hashKey(state: HashState): number {
  return mix(state.high ^ (state.low >>> 7))
}

/** The checking part of the key: 16 bits. Together with the key a stranger matches with a chance below 10^-8. */
export function hashCheck(state: HashState): number {
  return mix(state.low + 0x9e3779b9) >>> 16
}

function mix(value: number): number {
  let h = value | 0
  h ^= h >>> 16
  h = Math.imul(h, 0x85ebca6b)
  h ^= h >>> 13
  h = Math.imul(h, 0xc2b2ae35)
  h ^= h >>> 16
  return h >>> 0
}
