import { isPlainDate, type PlainDate } from '../../base/plain-date.ts'
import { isInternational, isSector, type Sector } from './code.ts'
import { nameKey } from './name-key.ts'
import { foldWord, PhraseTable } from './phrase-table.ts'

/** A common noun that names people who act: "police officer", "miners", "parliament". */
export interface AgentNoun {
  readonly kind: 'agent'
  readonly noun: string
  readonly actorKind: 'person' | 'organisation' | 'group'
  readonly sector: readonly Sector[]
  readonly plural: boolean
  /** May stand right before a person's name ("General Petrov"). */
  readonly title: boolean
  /** An office that one person of a state holds ("prime minister"). */
  readonly office: boolean
  /** The sector comes from what stands before or after ("party leader", "head of the army"); its own is the fallback. */
  readonly inherits: boolean
  /** Its own sector gives way to a modifier's ("opposition man"). */
  readonly weak: boolean
  /** Counts others: "group of miners" is miners. */
  readonly grouping: boolean
  /** An actor only behind "the" or a number: "the accused", "two wounded". */
  readonly determined: boolean
}

/** A state by one of its names, or a word that stands for its government. */
export interface CountryName {
  readonly kind: 'country' | 'seat'
  readonly code: string
  readonly name: string
  /** A house or office of the government ("Kremlin"), not a city. */
  readonly institution: boolean
  readonly cased: boolean
}

/** A people or nationality, as adjective ("Kazakh") or noun ("Kazakhs"). */
export interface PeopleName {
  readonly kind: 'people'
  /** null where the people belongs to no one state. */
  readonly code: string | null
  readonly sector: readonly Sector[]
  /** `both` forms are adjective and singular noun ("Kazakh"); `adjective` ones never name people ("Polish"). */
  readonly use: 'adjective' | 'both' | 'noun' | 'plural'
  /** A nationality rather than a people inside or across states. */
  readonly nation: boolean
  readonly cased: true
}

export interface EntityRole {
  readonly sector: readonly Sector[]
  readonly title: string
  /** First and last day; null where unknown or still so. */
  readonly from: PlainDate | null
  readonly to: PlainDate | null
}

/** A person or organisation with a name of its own. */
export interface Entity {
  readonly id: string
  readonly actorKind: 'person' | 'organisation' | 'group'
  readonly names: readonly string[]
  readonly country: string | null
  readonly roles: readonly EntityRole[]
  readonly source: string
}

export interface EntityName {
  readonly kind: 'entity'
  readonly entity: Entity
  readonly name: string
  readonly cased: boolean
}

export type LexiconItem = AgentNoun | CountryName | PeopleName | EntityName

/** What a modifier says of the sector of the noun after it. */
export interface Modifier {
  /** Sector of a noun without one of its own ("union leader"). */
  readonly replaces: readonly Sector[]
  /** Added behind the noun's own sector ("opposition journalists"). */
  readonly adds: readonly Sector[]
}

/** A row that was refused, with the reason; a lexicon with any is not shipped. */
export interface LexiconProblem {
  readonly table: string
  readonly line: number
  readonly problem: string
}

export interface ActorLexicon {
  readonly phrases: PhraseTable<LexiconItem>
  readonly modifiers: ReadonlyMap<string, Modifier>
  readonly entities: ReadonlyMap<string, Entity>
  /** Display name of each state by its code. */
  readonly countryNames: ReadonlyMap<string, string>
  /** Persons by country, for questions such as "who was president then". */
  readonly officers: ReadonlyMap<string, readonly Entity[]>
  /** Persons by the keys of their first and last name, for other spellings (`personKey`). */
  readonly personKeys: ReadonlyMap<string, readonly Entity[]>
  /** Given names, folded. */
  readonly givenNames: ReadonlySet<string>
  /** Names that are ordinary words where text has no capitals ("polish", "us"). */
  readonly commonWords: ReadonlySet<string>
  /** Plain adjectives that may stand between a determiner and an agent noun; used where there are no tags. */
  readonly adjectives: ReadonlySet<string>
  readonly problems: readonly LexiconProblem[]
}

/** Content of the lexicon's tables by path ("agents/security.tsv"), as text. */
export type ActorTables = Readonly<Record<string, string>>

interface Builder {
  phrases: PhraseTable<LexiconItem>
  modifiers: Map<string, Modifier>
  entities: Map<string, Entity & { roles: EntityRole[] }>
  countryNames: Map<string, string>
  givenNames: Set<string>
  commonWords: Set<string>
  adjectives: Set<string>
  problems: LexiconProblem[]
}

type Row = Readonly<Record<string, string>>
/** Says what is wrong with a row; the row is then left out. */
type Fail = (problem: string) => undefined
type Reader = (row: Row, builder: Builder, fail: Fail) => undefined

/** Which reader serves which table; countries come first since the others' codes are checked against them. */
const READERS: readonly { prefix: string; columns: readonly string[]; read: Reader }[] = [
  { prefix: 'countries.tsv', columns: ['code', 'names', 'people', 'seats'], read: readCountry },
  { prefix: 'peoples.tsv', columns: ['people', 'country', 'sector'], read: readPeople },
  { prefix: 'modifiers.tsv', columns: ['word', 'replaces', 'adds'], read: readModifier },
  { prefix: 'words/', columns: ['list', 'words'], read: readWords },
  { prefix: 'agents/', columns: ['noun', 'plural', 'kind', 'sector', 'flags'], read: readAgent },
  {
    prefix: 'entities/',
    columns: ['id', 'kind', 'names', 'country', 'sector', 'title', 'from', 'to', 'source'],
    read: readEntityRow,
  },
]

/**
 * Builds the lexicon from its tables. Pure; never throws: rows with unknown codes, bad dates or names listed twice are
 * left out and reported in `problems`. `test` asserts that the shipped tables have none.
 */
export function loadActorLexicon(tables: ActorTables): ActorLexicon {
  const builder: Builder = {
    phrases: new PhraseTable(),
    modifiers: new Map(),
    entities: new Map(),
    countryNames: new Map(),
    givenNames: new Set(),
    commonWords: new Set(),
    adjectives: new Set(),
    problems: [],
  }
  const paths = Object.keys(tables).sort()
  for (const path of paths)
    if (!READERS.some((reader) => path.startsWith(reader.prefix)))
      builder.problems.push({ table: path, line: 0, problem: 'no reader for this table' })
  for (const reader of READERS)
    for (const path of paths)
      if (path.startsWith(reader.prefix)) readTable(path, tables[path] as string, reader, builder)
  const officers = new Map<string, Entity[]>()
  const personKeys = new Map<string, Entity[]>()
  for (const entity of builder.entities.values()) {
    for (const name of entity.names)
      builder.phrases.add(name, { kind: 'entity', entity, name, cased: !/\s/u.test(name) || /^\p{Lu}/u.test(name) })
    if (entity.actorKind !== 'person') continue
    for (const key of new Set(entity.names.map((name) => personKey(foldWord(name).split(/[\s-]+/u))))) {
      if (key === '') continue
      const same = personKeys.get(key)
      if (same) same.push(entity)
      else personKeys.set(key, [entity])
    }
    if (entity.country === null) continue
    const list = officers.get(entity.country)
    if (list) list.push(entity)
    else officers.set(entity.country, [entity])
  }
  return { ...builder, officers, personKeys }
}

function readTable(path: string, text: string, reader: (typeof READERS)[number], builder: Builder): void {
  const lines = text.split('\n')
  const header = (lines[0] ?? '').trimEnd().split('\t')
  for (const column of reader.columns)
    if (!header.includes(column)) builder.problems.push({ table: path, line: 1, problem: `no column "${column}"` })
  for (let i = 1; i < lines.length; i++) {
    const line = (lines[i] as string).replace(/\r$/u, '')
    if (line === '' || line.startsWith('#')) continue
    const cells = line.split('\t')
    const row: Record<string, string> = {}
    header.forEach((column, at) => {
      row[column] = cells[at] ?? ''
    })
    const fail: Fail = (problem) => {
      builder.problems.push({ table: path, line: i + 1, problem })
      return undefined
    }
    if (cells.length > header.length) fail('more cells than columns')
    reader.read(row, builder, fail)
  }
}

function sectorsOf(cell: string, fail: Fail): Sector[] {
  const sectors: Sector[] = []
  for (const code of cell.split(',')) {
    if (code === '') continue
    if (isSector(code)) sectors.push(code)
    else fail(`unknown sector "${code}"`)
  }
  return sectors
}

function readCountry(row: Row, builder: Builder, fail: Fail): undefined {
  const { code = '', names = '', people = '', seats = '' } = row
  if (!/^[A-Z]{3}$/u.test(code) || isInternational(code)) return fail(`"${code}" is no country code`)
  if (builder.countryNames.has(code)) return fail(`"${code}" is listed twice`)
  const list = names.split('|').filter(Boolean)
  if (list.length === 0) return fail('a country without a name')
  builder.countryNames.set(code, list[0] as string)
  for (const name of list) builder.phrases.add(name, { kind: 'country', code, name, institution: false, cased: true })
  for (const cell of seats.split('|').filter(Boolean)) {
    const institution = cell.startsWith('!')
    const name = institution ? cell.slice(1) : cell
    builder.phrases.add(name, { kind: 'seat', code, name, institution, cased: true })
  }
  addPeople(people, code, ['CVL'], true, builder)
}

function readPeople(row: Row, builder: Builder, fail: Fail): undefined {
  const { people = '', country = '', sector = '' } = row
  if (country !== '' && !builder.countryNames.has(country)) return fail(`unknown country "${country}"`)
  addPeople(people, country || null, sectorsOf(sector, fail), false, builder)
}

/** `Kazakh+`: adjective and noun with -s; `Chinese=`: noun without a change; `Irishman/Irishmen`; else adjective only. */
function addPeople(cell: string, code: string | null, sector: Sector[], nation: boolean, builder: Builder): void {
  const add = (phrase: string, use: PeopleName['use']): void => {
    builder.phrases.add(phrase, { kind: 'people', code, sector, use, nation, cased: true })
  }
  for (const form of cell.split('|').filter(Boolean)) {
    if (form.includes('/')) {
      const [singular = '', plural = ''] = form.split('/')
      add(singular, 'noun')
      add(plural, 'plural')
    } else if (form.endsWith('+')) {
      add(form.slice(0, -1), 'both')
      add(pluralOf(form.slice(0, -1)), 'plural')
    } else if (form.endsWith('=')) add(form.slice(0, -1), 'noun')
    else add(form, 'adjective')
  }
}

function readModifier(row: Row, builder: Builder, fail: Fail): undefined {
  const word = foldWord(row.word ?? '')
  if (builder.modifiers.has(word)) return fail(`"${word}" is listed twice`)
  builder.modifiers.set(word, { replaces: sectorsOf(row.replaces ?? '', fail), adds: sectorsOf(row.adds ?? '', fail) })
}

function readWords(row: Row, builder: Builder, fail: Fail): undefined {
  const lists: Record<string, Set<string>> = {
    given: builder.givenNames,
    common: builder.commonWords,
    adjective: builder.adjectives,
  }
  const list = lists[row.list ?? '']
  if (!list) return fail(`unknown list "${row.list}"`)
  for (const word of (row.words ?? '').split(' ')) if (word !== '') list.add(foldWord(word))
}

const AGENT_FLAGS = /^[tfiwgd]*$/u

function readAgent(row: Row, builder: Builder, fail: Fail): undefined {
  const { noun = '', plural = '', kind = '', sector = '', flags = '' } = row
  if (kind !== 'person' && kind !== 'organisation' && kind !== 'group') return fail(`unknown kind "${kind}"`)
  if (!AGENT_FLAGS.test(flags)) return fail(`unknown flag in "${flags}"`)
  const base = {
    kind: 'agent',
    noun,
    actorKind: kind,
    sector: sectorsOf(sector, fail),
    title: flags.includes('t'),
    office: flags.includes('f'),
    inherits: flags.includes('i'),
    weak: flags.includes('w'),
    grouping: flags.includes('g'),
    determined: flags.includes('d'),
  } as const
  const add = (phrase: string, isPlural: boolean): undefined => {
    if (builder.phrases.get(phrase).some((item) => item.kind === 'agent')) return fail(`"${phrase}" is listed twice`)
    builder.phrases.add(phrase, { ...base, plural: isPlural })
  }
  // "=": one form, read as a plural or a mass; "-": a singular without a plural.
  if (plural === '=') return add(noun, true)
  add(noun, false)
  if (plural === '-') return undefined
  const forms = plural === '' ? pluralOf(noun) : plural
  if (foldWord(forms) !== foldWord(noun)) add(forms, true)
}

/** The regular English plural of a noun, of the last word of a phrase, or of the word before "of" ("chiefs of police"). */
export function pluralOf(noun: string): string {
  const of = noun.search(/ (?:of|for) /u)
  if (of > 0) return `${pluralOf(noun.slice(0, of))}${noun.slice(of)}`
  const general = /^(?:attorney|consul|governor|solicitor|inspector|director|secretary)[ -]general$/u.test(noun)
  if (general) return noun.replace(/[ -]/u, 's$&')
  if (/[^aeiou]y$/u.test(noun)) return `${noun.slice(0, -1)}ies`
  if (/(?:s|x|z|ch|sh)$/u.test(noun)) return `${noun}es`
  return `${noun}s`
}

function readEntityRow(row: Row, builder: Builder, fail: Fail): undefined {
  const { id = '', kind = '', names = '', country = '', sector = '', title = '', from = '', to = '', source = '' } = row
  if (!/^[a-z0-9][a-z0-9.-]*$/u.test(id)) return fail(`"${id}" is no id`)
  for (const date of [from, to]) if (date !== '' && !isPlainDate(date)) return fail(`"${date}" is no date`)
  if (from !== '' && to !== '' && from > to) return fail('the role ends before it begins')
  const role: EntityRole = { sector: sectorsOf(sector, fail), title, from: from || null, to: to || null }
  const known = builder.entities.get(id)
  if (known) {
    if (names !== '') return fail(`"${id}" is listed twice`)
    known.roles.push(role)
    return undefined
  }
  if (kind !== 'person' && kind !== 'organisation' && kind !== 'group') return fail(`unknown kind "${kind}"`)
  if (country !== '' && !builder.countryNames.has(country) && !isInternational(country))
    return fail(`unknown country "${country}"`)
  const list = names.split('|').filter(Boolean)
  if (list.length === 0) return fail('an entry without a name')
  if (source === '') return fail('an entry without a source')
  builder.entities.set(id, { id, actorKind: kind, names: list, country: country || null, roles: [role], source })
}

/**
 * The role that an entity held on a day: the one in force, the latest begun first. With no day the last listed role.
 * `former` is true where all roles had ended by then.
 */
export function roleAt(entity: Entity, day: PlainDate | null): { role: EntityRole; former: boolean } | null {
  const { roles } = entity
  if (roles.length === 0) return null
  if (day === null) return { role: roles[roles.length - 1] as EntityRole, former: false }
  let best: EntityRole | null = null
  for (const role of roles) {
    const held = (role.from === null || role.from <= day) && (role.to === null || day <= role.to)
    if (held && (best === null || (role.from ?? '') >= (best.from ?? ''))) best = role
  }
  if (best) return { role: best, former: false }
  const past = roles.filter((role) => role.to !== null && role.to < day)
  if (past.length === 0) return null
  const last = past.reduce((a, b) => ((b.to ?? '') > (a.to ?? '') ? b : a))
  return { role: last, former: true }
}

/** Key of a full name: its first and last word in regular transliteration; empty for a single word. */
export function personKey(words: readonly string[]): string {
  if (words.length < 2) return ''
  return `${nameKey(words[0] as string)} ${nameKey(words[words.length - 1] as string)}`
}

/** The one person who held this office of a state on a day, or null where none or several are listed. */
export function officeHolder(lexicon: ActorLexicon, country: string, title: string, day: PlainDate): Entity | null {
  const wanted = foldWord(title)
  let found: Entity | null = null
  for (const entity of lexicon.officers.get(country) ?? []) {
    const holds = entity.roles.some(
      (role) =>
        foldWord(role.title) === wanted &&
        role.from !== null &&
        role.from <= day &&
        (role.to === null || day <= role.to),
    )
    if (!holds) continue
    if (found) return null
    found = entity
  }
  return found
}
