import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { en } from '../../language/en/index.ts'
import { createEngine } from '../../language/engine.ts'
import type { ActorMention, PlaceMention } from '../mention.ts'
import { findActors } from './find-actors.ts'
import { loadActorLexicon } from './lexicon.ts'

const root = resolve(import.meta.dirname, '../../..')
const folder = join(root, 'data', 'actors')
const lexicon = loadActorLexicon(
  Object.fromEntries(
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.tsv'))
      .map((file) => [file.replaceAll('\\', '/'), readFileSync(join(folder, file), 'utf8')]),
  ),
)
const model = join(root, 'models', 'en', 'model.bin')
const engine = createEngine(en, existsSync(model) ? readFileSync(model) : null)
const bare = createEngine(en, null)

function find(text: string, options: { date?: string; places?: PlaceMention[]; untagged?: boolean } = {}) {
  const analysis = (options.untagged ? bare : engine).analyse(text)
  const date = options.date ?? '2021-07-08'
  return findActors(
    { text, analysis, published: { from: date, to: date, basis: 'given' } },
    { places: options.places ?? [], lexicon },
  )
}

const brief = (actor: ActorMention): string => `${actor.quote}|${actor.country ?? '-'}|${actor.sector.join(',')}`
const briefs = (text: string, date?: string): string[] => find(text, date ? { date } : {}).actors.map(brief)

describe('agent nouns', () => {
  it('takes nationality and quantity into the phrase, and the sector from noun and modifier', () => {
    expect(briefs('Kazakh police detained 20 opposition activists.')).toEqual([
      'Kazakh police|KAZ|COP',
      '20 opposition activists|KAZ|PTY,OPP',
    ])
  })

  it('reads "relatives of ethnic Kazakhs" as one group, of no state', () => {
    const [group] = find('Relatives of ethnic Kazakhs gathered.').actors
    expect(group).toMatchObject({ quote: 'Relatives of ethnic Kazakhs', kind: 'group', country: null, sector: ['CVL'] })
  })

  it('counts miners, not hundreds', () => {
    expect(find('Hundreds of miners marched.').actors[0]).toMatchObject({
      name: 'miners',
      sector: ['LAB'],
      kind: 'group',
    })
  })

  it('leaves verbs and adjectives alone', () => {
    expect(briefs('Russia accused Ukraine.')).toEqual(['Russia|RUS|GOV', 'Ukraine|UKR|GOV'])
    expect(find('She guards the gate. He heads the list.').actors.map((actor) => actor.quote)).toEqual(['She', 'He'])
  })

  it('shares a noun between two nationalities', () => {
    const actors = find('Senior Hungarian and Romanian officials agreed.').actors
    expect(actors.map((actor) => [actor.name, actor.country])).toEqual([
      ['Hungarian officials', 'HUN'],
      ['Romanian officials', 'ROU'],
    ])
  })

  it('takes two nationalities before one noun as two actors only', () => {
    const actors = find('The Russian and US navies began an exercise.').actors
    expect(actors.map((actor) => [actor.country, actor.sector[0]])).toEqual([
      ['RUS', 'MIL'],
      ['USA', 'MIL'],
    ])
  })

  it('lets the doer of an act stand before its noun', () => {
    expect(briefs('An Israeli raid angered residents.')).toContain('Israeli|ISR|GOV')
  })
})

describe('persons', () => {
  it('joins title, name and nationality', () => {
    const [person] = find('Kyrgyz Interior Minister Ulan Bekov resigned.').actors
    expect(person).toMatchObject({ name: 'Ulan Bekov', kind: 'person', country: 'KGZ', sector: ['GOV'] })
    expect(person?.role).toContain('Interior Minister')
  })

  it('makes former officials ELI', () => {
    const [person] = find('Former interior minister Marat Aliev was charged.').actors
    expect(person).toMatchObject({ sector: ['ELI'] })
    expect(person?.role).toMatch(/^former/iu)
  })

  it('decides by the date who a listed person was', () => {
    const sector = (date: string) => find('Nazarbayev spoke in Astana.', { date }).actors[0]?.sector
    expect(sector('2010-01-01')).toEqual(['GOV'])
    expect(sector('2023-01-01')).toEqual(['ELI'])
  })

  it('ties later surnames, in another spelling too, to the full name', () => {
    const { actors } = find('Activist Bolat Samay spoke. Samai was fined.')
    expect(actors[1]).toMatchObject({ quote: 'Samai', name: 'Bolat Samay', antecedent: 0, sector: ['SOC'] })
  })

  it('reads names with particles to their end', () => {
    expect(find('The preacher met activist Omar Said al-Masri.').actors[1]).toMatchObject({
      name: 'Omar Said al-Masri',
    })
  })

  it('knows a listed person in another spelling', () => {
    expect(find('Activist Zhanbolat Mamaj was fined.').actors[0]).toMatchObject({
      entity: 'kaz.zhanbolat-mamay',
      country: 'KAZ',
    })
  })

  it('keeps two persons of one surname apart', () => {
    const { actors } = find('Activist Bolat Samay and General Erlan Samay spoke. Samay was fined.')
    expect(actors.find((actor) => actor.start > 40)?.antecedent).toBeUndefined()
  })

  it('explains a name by the noun beside it', () => {
    const { actors } = find('Saule Ospanova, a teacher, joined the strike.')
    expect(actors[0]).toMatchObject({ quote: 'Saule Ospanova', sector: ['EDU'] })
    expect(actors[1]?.antecedent).toBe(0)
  })

  it('resolves a pronoun where one person can be meant, and leaves it open where two can', () => {
    const one = find('Saule Ospanova, a teacher, was fined. She left.').actors
    expect(one.at(-1)).toMatchObject({ quote: 'She', antecedent: 0, sector: ['EDU'] })
    const two = find('Saule Ospanova met with Dana Isaeva. She left.', { untagged: true }).actors
    expect(two.at(-1)).toMatchObject({ quote: 'She', sector: [], basis: 'open:pronoun' })
  })
})

describe('organisations and states', () => {
  it('binds an acronym that the article brings in', () => {
    const { actors } = find('The Free Path Movement (FPM) met. FPM called for talks.')
    expect(actors.at(-1)).toMatchObject({ quote: 'FPM', name: 'Free Path Movement', antecedent: 0 })
  })

  it('takes a state as an actor but not as a place', () => {
    expect(briefs('Turkey condemned the attack.')).toContain('Turkey|TUR|GOV')
    const { actors, rejected } = find('The rally in Turkey ended.')
    expect(actors.map((actor) => actor.quote)).toEqual([])
    expect(rejected).toContainEqual(expect.objectContaining({ quote: 'Turkey', reason: 'a place' }))
  })

  it('reads "the president" of a state by the last one named', () => {
    const { actors } = find('President Kassym-Jomart Tokayev met students. The president thanked them.')
    expect(actors.find((actor) => actor.quote === 'The president')).toMatchObject({
      entity: 'kaz.kassym-jomart-tokayev',
      basis: 'inferred:definite',
    })
  })

  it('does not give a listed party to another state', () => {
    expect(briefs('The Kazakh Democratic Party met.')[0]).toMatch(/^The Kazakh Democratic Party\|KAZ\|PTY/u)
  })
})

describe('text without usable capitals', () => {
  it('works in small letters', () => {
    const text =
      'police arrested forty people in the old town on monday. the mob burnt shops and residents fled from the rioters.'
    expect(find(text).actors.map((actor) => actor.sector[0])).toEqual(['COP', 'CVL', 'CVL', 'CVL', 'CVL'])
  })

  it('does not take the pronoun "us" for a state', () => {
    const quotes = find('they told us that the police had left and nobody would help us at night.').actors.map(
      (a) => a.quote,
    )
    expect(quotes).not.toContain('us')
  })

  it('works in capitals', () => {
    expect(briefs('POLICE KILLED THREE PEASANTS NEAR THE VILLAGE.')).toEqual(['POLICE|-|COP', 'THREE PEASANTS|-|AGR'])
  })
})

describe('any text', () => {
  it('gives spans that equal their quotes, in order, and never throws', () => {
    const words = [
      'police',
      'Kazakh',
      '(',
      'KNB',
      ')',
      'of',
      "'s",
      'the',
      'President',
      'Aliev',
      ',',
      '.',
      '-',
      'A',
      '阿拉木图',
      'Назарбаев',
      '😀',
      'é',
      'and',
      'hundreds',
      '12',
      '“',
      '\n\n',
    ]
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...words), { maxLength: 40 }), fc.boolean(), (parts, untagged) => {
        const text = parts.join(' ')
        const { actors } = find(text, { untagged })
        actors.forEach((actor, i) => {
          expect(text.slice(actor.start, actor.end)).toBe(actor.quote)
          expect(actor.start).toBeGreaterThanOrEqual(actors[i - 1]?.start ?? 0)
          if (actor.antecedent !== undefined) expect(actors[actor.antecedent]).toBeDefined()
        })
      }),
      { numRuns: 150 },
    )
  })

  it('stays quick on one endless list of names', () => {
    const text = 'Police chief Ivan Petrov (PCI) of Kazakhstan and '.repeat(4000)
    const start = performance.now()
    find(text, { untagged: true })
    expect(performance.now() - start).toBeLessThan(20_000)
  })
})
