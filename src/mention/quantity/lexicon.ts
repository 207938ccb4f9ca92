import { isApostrophe, isDash, type Piece } from '../number/piece.ts'

export type Bound = 'approx' | 'below' | 'at_least' | 'at_most' | 'between'

/** An amount without a number: "dozens", "несколько сотен", "数百". `ccc` and `countLove` are the two export readings. */
export interface VagueAmount {
  readonly low: number | null
  readonly high: number | null
  readonly ccc: number | null
  readonly countLove: number | null
  /** Says nothing by itself unless people are counted: "a few", "several". */
  readonly small: boolean
  /** The phrase names the people itself: "a large crowd". */
  readonly people: boolean
}

export type PeopleKind = 'people' | 'killed' | 'injured' | 'arrested' | 'fined'

/** Phrases of a language by their first word, the longest first. */
export type PhraseTable<T> = ReadonlyMap<string, readonly { readonly words: readonly string[]; readonly value: T }[]>

/** What the grammar of quantities needs of a language. */
export interface QuantityLexicon {
  readonly language: string
  /** "more than", "около" before the amount. */
  readonly before: PhraseTable<Bound>
  /** "or more", "-ден астам", "多" after the amount. */
  readonly after: PhraseTable<Bound>
  readonly vague: PhraseTable<VagueAmount>
  /** Words that join the ends of a range: to, and, or, до, 至. */
  readonly joints: ReadonlySet<string>
  /** Nouns for people; a form ending in `*` stands for all words that begin so. */
  readonly people: WordSet
  /** Verbs and nouns that say what befell the people counted. */
  readonly befell: ReadonlyMap<PeopleKind, WordSet>
  /** Words that come between an amount and its noun, or a noun and its verb. */
  readonly passing: ReadonlySet<string>
  /** Nouns that count no people though they look countable: units, votes, metres. */
  readonly measures: WordSet
  /** Nouns whose number is a crowd: "a crowd of 400", "attendance". */
  readonly crowds: WordSet
  readonly currencies: PhraseTable<string>
  readonly percent: PhraseTable<string>
  /** Who vouches for numbers, and the verbs by which they do. */
  readonly claimants: WordSet
  readonly claims: WordSet
  readonly accordingTo: PhraseTable<true>
}

/** A set of words with prefixes: "протест*" holds every word that begins with протест. */
export class WordSet {
  private readonly whole = new Set<string>()
  private readonly prefixes = new Set<string>()
  private readonly shortest: number
  private readonly longest: number

  constructor(words: string) {
    let shortest = 99
    let longest = 0
    for (const word of words.split(/\s+/u)) {
      if (!word) continue
      if (!word.endsWith('*')) this.whole.add(word)
      else {
        const prefix = word.slice(0, -1)
        this.prefixes.add(prefix)
        shortest = Math.min(shortest, prefix.length)
        longest = Math.max(longest, prefix.length)
      }
    }
    this.shortest = shortest
    this.longest = longest
  }

  has(word: string): boolean {
    if (this.whole.has(word)) return true
    for (let n = Math.min(this.longest, word.length); n >= this.shortest; n--)
      if (this.prefixes.has(word.slice(0, n))) return true
    return false
  }
}

/** Reads rows `value<TAB>phrase | phrase`; words of a phrase are parted by blanks. */
export function phraseTable<T>(rows: string, read: (value: string) => T): PhraseTable<T> {
  const table = new Map<string, { words: string[]; value: T }[]>()
  for (const line of rows.split('\n')) {
    const [value, phrases] = line.split('\t')
    if (!value || !phrases) continue
    for (const phrase of phrases.split('|')) {
      const words = phrase.trim().split(' ')
      const first = words[0]
      if (!first) continue
      const list = table.get(first) ?? []
      list.push({ words, value: read(value) })
      table.set(first, list)
    }
  }
  for (const list of table.values()) list.sort((a, b) => b.words.length - a.words.length)
  return table
}

/** Reads a row's value `low high ccc countLove [small|people]`, `-` for null. */
export function vagueAmount(value: string): VagueAmount {
  const [low, high, ccc, countLove, note] = value.split(' ')
  const number = (text: string | undefined): number | null => (text === undefined || text === '-' ? null : Number(text))
  return {
    low: number(low),
    high: number(high),
    ccc: number(ccc),
    countLove: number(countLove),
    small: note === 'small',
    people: note === 'people',
  }
}

/** The longest phrase of the table that starts at piece `at`; glued dashes between its words are passed over. */
export function matchAt<T>(
  pieces: readonly Piece[],
  at: number,
  table: PhraseTable<T>,
): { value: T; end: number } | null {
  const first = pieces[at]
  if (!first) return null
  const list = table.get(first.lower)
  if (!list) return null
  for (const { words, value } of list) {
    let i = at
    let k = 0
    for (; k < words.length; k++) {
      if (k > 0 && isDash(pieces[i]) && words[k] !== '-') i++
      const piece = pieces[i]
      if (!piece || (k > 0 && piece.gap === 'paragraph')) break
      const wanted = words[k] as string
      if (piece.lower !== wanted && !(wanted === "'" && isApostrophe(piece))) break
      i++
    }
    if (k === words.length) return { value, end: i }
  }
  return null
}
