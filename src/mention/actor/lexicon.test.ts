import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { type ActorTables, type Entity, loadActorLexicon, officeHolder, pluralOf, roleAt } from './lexicon.ts'

const folder = resolve(import.meta.dirname, '../../../data/actors')
const tables: ActorTables = Object.fromEntries(
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.tsv'))
    .map((file) => [file.replaceAll('\\', '/'), readFileSync(join(folder, file), 'utf8')]),
)
const lexicon = loadActorLexicon(tables)
const entity = (id: string): Entity => {
  const found = lexicon.entities.get(id)
  if (!found) throw new Error(`no entity ${id}`)
  return found
}

describe('the shipped lexicon', () => {
  it('has no row that is refused', () => {
    expect(lexicon.problems).toEqual([])
  })

  it('finds every entity by each of its names', () => {
    const lost: string[] = []
    for (const one of lexicon.entities.values())
      for (const name of one.names)
        if (!lexicon.phrases.get(name).some((item) => item.kind === 'entity' && item.entity === one)) lost.push(name)
    expect(lost).toEqual([])
  })

  it('gives every person a role with a date', () => {
    const bare = [...lexicon.entities.values()].filter(
      (one) => one.actorKind === 'person' && one.roles.some((role) => role.from === null || role.title === ''),
    )
    expect(bare.map((one) => one.id)).toEqual([])
  })

  it('knows the states of Central Asia, their neighbours and the G20 with a head at the start of 2022', () => {
    const states =
      'KAZ KGZ UZB TJK TKM RUS CHN MNG IRN AZE ARM UKR TUR USA FRA DEU ITA JPN CAN AUS IND KOR IDN ZAF BRA ARG MEX'
    const headless = states
      .split(' ')
      .filter(
        (code) =>
          !['president', 'prime minister', 'supreme leader', 'chancellor', 'premier'].some((title) =>
            officeHolder(lexicon, code, title, '2022-01-15'),
          ),
      )
    expect(headless).toEqual([])
  })

  it('never lists two holders of one presidency on one day, but where two claimed it', () => {
    const rivals = new Set(['CIV'])
    const clashes: string[] = []
    for (const [country, people] of lexicon.officers) {
      if (rivals.has(country)) continue
      const terms = people
        .flatMap((one) => one.roles.map((role) => ({ id: one.id, role })))
        .filter(({ role }) => role.title === 'president')
        .sort((a, b) => ((a.role.from ?? '') < (b.role.from ?? '') ? -1 : 1))
      for (let i = 1; i < terms.length; i++) {
        const [before, after] = [terms[i - 1], terms[i]]
        if (before && after && before.id !== after.id && (before.role.to ?? '9999') > (after.role.from ?? ''))
          clashes.push(`${country}: ${before.id} and ${after.id}`)
      }
    }
    expect(clashes).toEqual([])
  })
})

describe('roles by date', () => {
  it('lets the day of the event decide which office is meant', () => {
    const tokayev = entity('kaz.kassym-jomart-tokayev')
    expect(roleAt(tokayev, '2000-01-01')?.role.title).toBe('prime minister')
    expect(roleAt(tokayev, '2018-06-01')?.role.title).toBe('senate speaker')
    expect(roleAt(tokayev, '2021-07-08')?.role.title).toBe('president')
  })

  it('tells former holders from those in office', () => {
    expect(roleAt(entity('kgz.almazbek-atambayev'), '2021-01-01')?.former).toBe(true)
    expect(roleAt(entity('kgz.almazbek-atambayev'), '2015-01-01')?.former).toBe(false)
  })

  it('names the holder of an office, or nobody', () => {
    expect(officeHolder(lexicon, 'KAZ', 'president', '2010-05-05')?.id).toBe('kaz.nursultan-nazarbayev')
    expect(officeHolder(lexicon, 'KAZ', 'president', '1950-05-05')).toBeNull()
  })
})

describe('loading', () => {
  const countries = 'code\tnames\tpeople\tseats\nKAZ\tKazakhstan\tKazakh+\tAstana\n'
  const load = (path: string, text: string) => loadActorLexicon({ 'countries.tsv': countries, [path]: text }).problems

  it.each([
    [
      'an unknown sector',
      'agents/a.tsv',
      'noun\tplural\tkind\tsector\tflags\nminer\t\tperson\tLAX\t\n',
      'unknown sector "LAX"',
    ],
    [
      'an unknown flag',
      'agents/a.tsv',
      'noun\tplural\tkind\tsector\tflags\nminer\t\tperson\tLAB\tz\n',
      'unknown flag in "z"',
    ],
    [
      'a noun listed twice',
      'agents/a.tsv',
      'noun\tplural\tkind\tsector\tflags\nminer\t-\tperson\tLAB\t\nminer\t-\tperson\tCVL\t\n',
      '"miner" is listed twice',
    ],
    [
      'an unknown country',
      'entities/a.tsv',
      'id\tkind\tnames\tcountry\tsector\ttitle\tfrom\tto\tsource\nx.y\tperson\tA B\tKZK\tGOV\tking\t2001-01-01\t\tpublic record\n',
      'unknown country "KZK"',
    ],
    [
      'a day that does not exist',
      'entities/a.tsv',
      'id\tkind\tnames\tcountry\tsector\ttitle\tfrom\tto\tsource\nx.y\tperson\tA B\tKAZ\tGOV\tking\t2001-02-30\t\tpublic record\n',
      '"2001-02-30" is no date',
    ],
    [
      'a role that ends before it begins',
      'entities/a.tsv',
      'id\tkind\tnames\tcountry\tsector\ttitle\tfrom\tto\tsource\nx.y\tperson\tA B\tKAZ\tGOV\tking\t2002-02-03\t2001-01-01\tpublic record\n',
      'the role ends before it begins',
    ],
    [
      'an entry without a source',
      'entities/a.tsv',
      'id\tkind\tnames\tcountry\tsector\ttitle\tfrom\tto\tsource\nx.y\tperson\tA B\tKAZ\tGOV\tking\t2001-01-01\t\t\n',
      'an entry without a source',
    ],
  ])('refuses %s', (_, path, text, problem) => {
    expect(load(path, text).map((one) => one.problem)).toContain(problem)
  })

  it('makes plurals of phrases at the word that takes them', () => {
    expect(['chief of police', 'attorney general', 'bystander', 'embassy', 'witness'].map(pluralOf)).toEqual([
      'chiefs of police',
      'attorneys general',
      'bystanders',
      'embassies',
      'witnesses',
    ])
  })
})
