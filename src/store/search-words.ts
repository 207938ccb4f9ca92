import { STEMMED_LANGUAGES, stem } from './stemmer.ts'

/**
 * Words for the full-text index, made the same way for every store and for queries: NFC, lower case, ё to е, runs of
 * letters and digits, stemmed by language. Han text has no blanks between words, so it is indexed as pairs of
 * characters.
 */

/** A word of a text: its index form and where it stands. */
export interface IndexWord {
  readonly word: string
  readonly start: number
  readonly end: number
}

/** Longest word kept: what is longer is a key, a hash or a broken line. */
const MAX_WORD_CHARACTERS = 60
/** Terms of one query: more would only be a pasted text. */
const MAX_QUERY_TERMS = 24

const WORD = /[\p{L}\p{N}\p{M}]+/gu
const HAN = /\p{Script=Han}/u
const HAN_RUN = /\p{Script=Han}+|[^\p{Script=Han}]+/gu
const CYRILLIC = /\p{Script=Cyrillic}/u

/** The form under which a word is compared: NFC, lower case, ё as е. Turkish capitals follow the language. */
export function foldWord(word: string, language: string): string {
  const composed = word.normalize('NFC')
  return (language === 'tr' ? composed.toLocaleLowerCase('tr') : composed.toLowerCase()).replaceAll('ё', 'е')
}

/** Words kept per language as written: folding and stemming each anew would be most of the cost of indexing. */
const CACHED_FORMS = 200_000
const forms = new Map<string, Map<string, string>>()

/** The form under which a word is indexed: folded and stemmed. */
function indexForm(word: string, language: string): string {
  let known = forms.get(language)
  if (!known || known.size >= CACHED_FORMS) {
    known = new Map()
    forms.set(language, known)
  }
  const cached = known.get(word)
  if (cached !== undefined) return cached
  const form = stem(foldWord(word, language), language)
  known.set(word, form)
  return form
}

/** Every index word of a text, in order. */
export function* indexWords(text: string, language: string): Generator<IndexWord> {
  for (const found of text.matchAll(WORD)) {
    const start = found.index
    for (const piece of HAN.test(found[0]) ? found[0].matchAll(HAN_RUN) : [{ 0: found[0], index: 0 }]) {
      const from = start + (piece.index ?? 0)
      if (HAN.test(piece[0])) yield* hanPairs(piece[0], from)
      else if (piece[0].length <= MAX_WORD_CHARACTERS)
        yield { word: indexForm(piece[0], language), start: from, end: from + piece[0].length }
    }
  }
}

function* hanPairs(run: string, start: number): Generator<IndexWord> {
  const characters = [...run]
  let at = start
  if (characters.length === 1) yield { word: run, start, end: start + run.length }
  for (let i = 0; i + 1 < characters.length; i++) {
    const pair = `${characters[i]}${characters[i + 1]}`
    yield { word: pair, start: at, end: at + pair.length }
    at += (characters[i] as string).length
  }
}

/** A text as the index takes it: its index words joined by blanks. */
export function indexText(text: string, language: string): string {
  let out = ''
  for (const { word } of indexWords(text, language)) out += out ? ` ${word}` : word
  return out
}

/** One part of a query: words that must stand side by side (a single word is a row of one), wanted or unwanted. */
export interface QueryTerm {
  /** For each place in the row the index forms that fit it. */
  readonly row: readonly (readonly string[])[]
  readonly unwanted: boolean
}

const QUERY_PART = /(-?)"([^"]*)"|(-?)(\S+)/gu

/**
 * Reads a query: words are all wanted, "quoted words" stand side by side, -word is unwanted. A word is looked for in
 * the stemmed form of every language that its script fits, since a query does not say its language.
 */
export function parseQuery(text: string): readonly QueryTerm[] {
  const terms: QueryTerm[] = []
  for (const part of text.matchAll(QUERY_PART)) {
    const unwanted = (part[1] ?? part[3]) === '-'
    const row = queryRow(part[2] ?? part[4] ?? '')
    if (row.length && terms.length < MAX_QUERY_TERMS) terms.push({ row, unwanted })
  }
  return terms
}

function queryRow(text: string): string[][] {
  const plain = [...indexWords(text, 'und')]
  return plain.map(({ word, start, end }) => {
    if (HAN.test(word)) return [word]
    const written = text.slice(start, end)
    const languages = STEMMED_LANGUAGES[CYRILLIC.test(word) ? 'cyrillic' : 'latin']
    return [...new Set([word, ...languages.map((language) => stem(foldWord(written, language), language))])]
  })
}

/** The query in FTS5's language, or null where it wants nothing. All words are quoted, so no operator gets through. */
export function ftsQuery(terms: readonly QueryTerm[]): string | null {
  const wanted = terms.filter((term) => !term.unwanted).map(ftsRow)
  if (!wanted.length) return null
  const unwanted = terms.filter((term) => term.unwanted).map(ftsRow)
  const yes = wanted.join(' AND ')
  return unwanted.length ? `(${yes}) NOT (${unwanted.join(' OR ')})` : yes
}

/** Combinations of forms tried for one phrase: two forms for each of five words. */
const MAX_PHRASES = 32

function ftsRow(term: QueryTerm): string {
  let phrases: string[][] = [[]]
  for (const forms of term.row) {
    const longer = phrases.flatMap((phrase) => forms.map((form) => [...phrase, form]))
    phrases = longer.length > MAX_PHRASES ? phrases.map((phrase) => [...phrase, forms[0] as string]) : longer
  }
  return `(${phrases.map((phrase) => `"${phrase.join(' ')}"`).join(' OR ')})`
}

/** Spans of a text's words that a query wants, for highlighting. */
export function markWords(text: string, language: string, terms: readonly QueryTerm[]): [number, number][] {
  const wanted = new Set(terms.filter((term) => !term.unwanted).flatMap((term) => term.row.flat()))
  const marks: [number, number][] = []
  for (const { word, start, end } of indexWords(text, language)) if (wanted.has(word)) marks.push([start, end])
  return marks
}

/** A name as names are compared: case, diacritics and blanks aside. */
export function foldName(name: string): string {
  return name
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/\s+/gu, ' ')
    .trim()
}
