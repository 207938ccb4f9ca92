import { exactHash, foldedHash, key1, key2, key3, key4 } from '../hash.ts'
import { LIST, type WordLists } from './word-list.ts'

/** Room that a caller must give for the keys of one token. */
export const MAX_NAME_KEYS = 64
/** Stands in for words before and after the sentence. */
const EDGE = 0x51ed270b
/** Stands in for a word that was taken away in training. */
const UNKNOWN = 0x1337
const SHAPE_CHARACTERS = 16

/** A sentence as the name finder sees it: hashes of its words, one entry a token, in arrays that are used again. */
export class NameWords {
  count = 0
  folded = new Int32Array(0)
  exact = new Int32Array(0)
  shape = new Int32Array(0)
  suffix2 = new Int32Array(0)
  suffix3 = new Int32Array(0)
  suffix4 = new Int32Array(0)
  prefix2 = new Int32Array(0)
  prefix3 = new Int32Array(0)
  prefix4 = new Int32Array(0)
  /** Capitals: 0 none and no letter, 1 small, 2 first, 3 all, 4 mixed, 5 number, 6 single capital. */
  cap = new Uint8Array(0)
  lists = new Uint8Array(0)
  inside = new Uint8Array(0)
  /** Ordinary words in small letters and punctuation, in text whose capitals tell: no name begins with one. */
  plain = new Uint8Array(0)
  tags = new Int32Array(0)

  /**
   * Reads a sentence. `fold` takes its capitals away: for lines in capitals and text without any.
   * `tags` are hashes of parts of speech, 0 where there are none.
   */
  read(
    forms: readonly string[],
    lists: WordLists,
    options: {
      readonly fold: boolean
      readonly tags?: readonly string[] | undefined
    },
  ): void {
    const n = forms.length
    this.count = n
    if (this.folded.length < n) this.grow(n)
    for (let i = 0; i < n; i++) {
      const form = forms[i] as string
      const lower = form.toLowerCase().replace(/[’‘]/gu, "'")
      const seen = options.fold ? lower : form
      const length = lower.length
      this.folded[i] = foldedHash(lower)
      this.exact[i] = exactHash(seen)
      this.shape[i] = shapeOf(seen)
      this.cap[i] = capOf(seen)
      this.suffix2[i] = length > 2 ? foldedHash(lower, length - 2) : 0
      this.suffix3[i] = length > 3 ? foldedHash(lower, length - 3) : 0
      this.suffix4[i] = length > 4 ? foldedHash(lower, length - 4) : 0
      this.prefix2[i] = length > 2 ? foldedHash(lower, 0, 2) : 0
      this.prefix3[i] = length > 3 ? foldedHash(lower, 0, 3) : 0
      this.prefix4[i] = length > 4 ? foldedHash(lower, 0, 4) : 0
      const tag = options.tags?.[i]
      this.tags[i] = tag ? exactHash(tag) : 0
    }
    lists.mark(this.folded, n, this.lists, this.inside)
    for (let i = 0; i < n; i++) {
      const cap = this.cap[i] as number
      const listed = this.lists[i] as number
      const ordinary = options.fold
        ? cap === 0 || listed === LIST.common
        : cap === 0 || (cap === 1 && (listed & LIST.common) !== 0)
      this.plain[i] = ordinary ? 1 : 0
    }
  }

  /** Takes the word of a token away, as if it had never been seen; endings, shape, capitals and lists stay. */
  forget(i: number): void {
    this.folded[i] = UNKNOWN
    this.exact[i] = UNKNOWN
    this.suffix4[i] = 0
    this.prefix4[i] = 0
  }

  private grow(n: number): void {
    const size = Math.max(64, n * 2)
    for (const name of [
      'folded',
      'exact',
      'shape',
      'suffix2',
      'suffix3',
      'suffix4',
      'prefix2',
      'prefix3',
      'prefix4',
      'tags',
    ] as const)
      this[name] = new Int32Array(size)
    for (const name of ['cap', 'lists', 'inside', 'plain'] as const) this[name] = new Uint8Array(size)
  }
}

function capOf(form: string): number {
  let upper = 0
  let lower = 0
  let digits = 0
  let first = 0
  for (let i = 0; i < form.length; i++) {
    const code = form.charCodeAt(i)
    let kind = 0
    if (code >= 65 && code <= 90) kind = 1
    else if (code >= 97 && code <= 122) kind = 2
    else if (code >= 48 && code <= 57) kind = 3
    else if (code > 127) {
      const letter = form[i] as string
      kind = letter !== letter.toLowerCase() ? 1 : letter !== letter.toUpperCase() ? 2 : 0
    }
    if (first === 0) first = kind
    if (kind === 1) upper++
    else if (kind === 2) lower++
    else if (kind === 3) digits++
  }
  if (upper === 0 && lower === 0) return digits > 0 ? 5 : 0
  if (upper === 0) return 1
  if (lower === 0) return upper === 1 ? 6 : 3
  return first === 1 && upper === 1 ? 2 : 4
}

function shapeOf(form: string): number {
  let h = 0x2f
  let last = ''
  let run = 0
  const end = Math.min(form.length, SHAPE_CHARACTERS)
  for (let i = 0; i < end; i++) {
    const code = form.charCodeAt(i)
    const kind =
      code >= 65 && code <= 90
        ? 'X'
        : code >= 97 && code <= 122
          ? 'x'
          : code >= 48 && code <= 57
            ? '0'
            : code > 127
              ? 'u'
              : (form[i] as string)
    run = kind === last ? run + 1 : 1
    last = kind
    if (run <= 2) h = Math.imul(h ^ kind.charCodeAt(0), 0x01000193)
  }
  return h
}

/** Writes the features of token `i`, given the labels of the two tokens before it; returns their number. */
export function nameKeys(words: NameWords, i: number, t1: number, t2: number, keys: Int32Array): number {
  const { folded, exact, shape, cap, lists, inside, suffix3, tags } = words
  const n = words.count
  const w = folded[i] as number
  const p1 = i > 0 ? (folded[i - 1] as number) : EDGE
  const p2 = i > 1 ? (folded[i - 2] as number) : EDGE
  const n1 = i + 1 < n ? (folded[i + 1] as number) : EDGE
  const n2 = i + 2 < n ? (folded[i + 2] as number) : EDGE
  const c0 = cap[i] as number
  const c1 = i + 1 < n ? (cap[i + 1] as number) : 7
  const cp = i > 0 ? (cap[i - 1] as number) : 7
  const cp2 = i > 1 ? (cap[i - 2] as number) : 7
  const c2 = i + 2 < n ? (cap[i + 2] as number) : 7
  const l0 = ((lists[i] as number) << 1) | (inside[i] as number)
  const l1 = i + 1 < n ? ((lists[i + 1] as number) << 1) | (inside[i + 1] as number) : 0x200
  const lp = i > 0 ? ((lists[i - 1] as number) << 1) | (inside[i - 1] as number) : 0x200
  const common = (lists[i] as number) & LIST.common ? 1 : 0
  const start = i === 0 ? 1 : 0
  let k = 0
  keys[k++] = key1(1, t1)
  keys[k++] = key2(2, t1, t2)
  keys[k++] = key1(3, w)
  keys[k++] = key1(4, exact[i] as number)
  keys[k++] = key2(5, w, t1)
  keys[k++] = key1(6, p1)
  keys[k++] = key1(7, n1)
  keys[k++] = key1(8, p2)
  keys[k++] = key1(9, n2)
  keys[k++] = key2(10, p1, w)
  keys[k++] = key2(11, w, n1)
  keys[k++] = key2(12, p1, t1)
  keys[k++] = key2(13, n1, t1)
  if (words.suffix2[i] !== 0) keys[k++] = key2(14, words.suffix2[i] as number, c0)
  if (suffix3[i] !== 0) keys[k++] = key2(15, suffix3[i] as number, c0)
  if (words.suffix4[i] !== 0) keys[k++] = key2(16, words.suffix4[i] as number, c0)
  if (words.prefix2[i] !== 0) keys[k++] = key2(17, words.prefix2[i] as number, c0)
  if (words.prefix3[i] !== 0) keys[k++] = key2(18, words.prefix3[i] as number, c0)
  if (words.prefix4[i] !== 0) keys[k++] = key2(19, words.prefix4[i] as number, c0)
  keys[k++] = key2(20, shape[i] as number, t1)
  keys[k++] = key3(21, c0, start, common)
  keys[k++] = key3(22, cp, c0, c1)
  keys[k++] = key4(23, cp, c0, c1, t1)
  keys[k++] = key3(24, cp2, cp, c0)
  keys[k++] = key3(25, c0, c1, c2)
  keys[k++] = key2(26, l0, c0)
  keys[k++] = key3(27, l0, t1, c0)
  keys[k++] = key2(28, lp, l0)
  keys[k++] = key2(29, l0, l1)
  keys[k++] = key3(30, lp, l0, l1)
  keys[k++] = key2(31, p1, l0)
  keys[k++] = key2(32, n1, l0)
  keys[k++] = key2(33, p1, c0)
  keys[k++] = key2(34, n1, c0)
  keys[k++] = key3(35, l1, c1, c0)
  keys[k++] = key3(36, p1, n1, c0)
  keys[k++] = key2(37, i > 0 ? (suffix3[i - 1] as number) : EDGE, c0)
  keys[k++] = key2(38, i + 1 < n ? (suffix3[i + 1] as number) : EDGE, c0)
  keys[k++] = key3(39, t1, c0, l1)
  keys[k++] = key2(40, p2, c0)
  keys[k++] = key3(41, p2, p1, c0)
  keys[k++] = key3(42, n1, n2, c0)
  if (tags[i] !== 0) {
    const g0 = tags[i] as number
    const gp = i > 0 ? (tags[i - 1] as number) : EDGE
    const g1 = i + 1 < n ? (tags[i + 1] as number) : EDGE
    keys[k++] = key2(50, g0, c0)
    keys[k++] = key3(51, g0, t1, c0)
    keys[k++] = key3(52, gp, g0, g1)
    keys[k++] = key3(53, g0, l0, c0)
    keys[k++] = key2(54, g0, g1)
    keys[k++] = key3(55, g0, w, t1)
  }
  return k
}
