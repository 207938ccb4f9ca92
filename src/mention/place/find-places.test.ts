import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { en } from '../../language/en/index.ts'
import { createEngine } from '../../language/engine.ts'
import { openGazetteer } from '../gazetteer/gazetteer.ts'
import { type FindPlacesOptions, findPlaces } from './find-places.ts'

const gazetteer = openGazetteer(readFileSync(new URL('../../../data/gazetteer.bin', import.meta.url)))
const engine = createEngine(en, null)

function find(text: string, date: string | null = null, options: FindPlacesOptions = {}) {
  const published = date === null ? null : { from: date, to: date, basis: 'given' }
  return findPlaces({ text, analysis: engine.analyse(text), published }, gazetteer, options)
}

/** Quote, name and country of every place in the text. */
function shown(text: string): string[] {
  return find(text).places.map((place) => `${place.quote} = ${place.name}, ${place.country}`)
}

describe('finding places', () => {
  it('takes names of places and leaves persons, bodies and words that are spelt like them', () => {
    const text =
      'Police in Karaganda detained Austin Reading, a reporter, on Sunday. Mr. Jackson said the March rally was calm. Many people came.'
    expect(shown(text)).toEqual(['Karaganda = Karaganda, KAZ'])
  })

  it('takes large areas wherever they stand', () => {
    expect(
      shown('Unrest has come back to the Xinjiang Uyghur Autonomous Region, and to the energy sphere on the Caspian.'),
    ).toEqual(['Xinjiang Uyghur Autonomous Region = Xinjiang, CHN', 'Caspian = Caspian Sea, null'])
  })

  it('reads the area behind a comma', () => {
    const [paris] = find('A fire broke out in Paris, Texas, on Monday night.').places
    expect(paris).toMatchObject({ quote: 'Paris', country: 'USA', admin1: 'Texas', precision: 'city' })
  })

  it('lets the other places of the text decide', () => {
    const near = (text: string): string | null | undefined =>
      find(text).places.find((place) => place.quote === 'London')?.country
    expect(near('Residents of London, Kitchener and Windsor in Ontario voted on Tuesday.')).toBe('CAN')
    expect(near('Crowds marched in London, Manchester and Birmingham on Saturday.')).toBe('GBR')
  })

  it('lets the home of the outlet decide where the text does not', () => {
    const text = 'Two men were arrested in Lebanon on Friday after a fight outside a bar in Lebanon.'
    const home = { homeCountry: 'USA', homeLat: 36.2, homeLon: -86.3 }
    expect(find(text, null, home).places[0]).toMatchObject({ country: 'USA', admin1: 'Tennessee' })
  })

  it('keeps demonyms and metonyms as actors, and places as places', () => {
    const uses = (text: string): string[] => find(text).places.map((place) => `${place.quote}: ${place.use}`)
    expect(uses('Beijing said it would protest.')).toEqual(['Beijing: actor'])
    expect(uses('Hundreds protested in Beijing on Monday.')).toEqual(['Beijing: location'])
    expect(uses("Nur-Sultan's policy has changed.")).toEqual(['Nur-Sultan: actor'])
    expect(uses('Kazakh police broke up a rally in Almaty.')).toEqual(['Kazakh: actor', 'Almaty: location'])
    expect(uses('Ties between Moscow and Ankara have cooled.')).toEqual(['Moscow: actor', 'Ankara: actor'])
  })

  it('calls a place as it was called when the report appeared', () => {
    const name = (date: string) => find('A rally was held in Nur-Sultan.', date).places[0]?.name
    expect(name('2021-07-06')).toBe('Nur-Sultan')
    expect(name('2024-01-01')).toBe('Astana')
  })

  it('names alternatives with what told for and against them', () => {
    const [place] = find('The mayor of Springfield resigned on Monday.').places
    expect(place?.alternatives.length).toBe(3)
    for (const other of place?.alternatives ?? []) {
      expect(other.name).toBe('Springfield')
      expect(other.reasons.every((reason) => /^[+-][a-z-]+$/u.test(reason))).toBe(true)
    }
    expect(place?.alternatives.some((other) => other.reasons.length > 0)).toBe(true)
  })

  it('leaves a place open where the margin is too small, and keeps what it might be', () => {
    const [place] = find('The mayor of Springfield resigned on Monday.', null, { minMargin: 0.9 }).places
    expect(place).toMatchObject({ lat: null, geonames_id: null, basis: 'unresolved:ambiguous', country: 'USA' })
    expect(place?.alternatives.length).toBe(3)
  })

  it('says why it left a name out', () => {
    const { rejected } = find('Governor Paris Hilton met Dallas Smith in Almaty.')
    for (const item of rejected) expect(item.reason).toMatch(/person|common-word|organisation|short|unlikely/u)
    expect(rejected.map((item) => item.quote)).not.toContain('Almaty')
  })

  it('reads text without case', () => {
    const quotes = (text: string): string[] => find(text).places.map((place) => place.quote)
    expect(quotes('POLICE IN KARAGANDA AND IN SHYMKENT DETAINED 40 PEOPLE, THE MINISTRY OF KAZAKHSTAN SAID.')).toEqual(
      expect.arrayContaining(['KARAGANDA', 'SHYMKENT', 'KAZAKHSTAN']),
    )
    expect(quotes('police in ahmedabad opened fire on a crowd near surat, and a curfew was clamped in india.')).toEqual(
      expect.arrayContaining(['ahmedabad', 'surat']),
    )
  })

  it('gives streets the town of their sentence', () => {
    const street = find('The march ended on Dostoevsky Street in Almaty.').places.find((p) =>
      p.quote.includes('Street'),
    )
    expect(street).toMatchObject({ country: 'KAZ', basis: 'inferred:town-of-sentence', precision: 'city' })
  })
})

describe('hostile text', () => {
  it('stays bounded with ten thousand place names', () => {
    const names = ['Paris', 'Springfield', 'San Antonio', 'Алматы', 'Lebanon', 'Victoria', 'Santa Cruz', 'London']
    const text = Array.from(
      { length: 10_000 },
      (_, i) => `${names[i % names.length]} and ${names[(i * 7) % names.length]}`,
    ).join(', ')
    const started = performance.now()
    const { places } = find(text)
    expect(places.length).toBeGreaterThan(1000)
    expect(performance.now() - started).toBeLessThan(30_000)
  }, 60_000)

  it('never throws, and quotes what it says it quotes', () => {
    const parts = fc.constantFrom(
      'Paris',
      'القاهرة',
      'תל אביב',
      '阿拉木图',
      '👩‍👩‍👧',
      'U.S.',
      "'s",
      'ALMATY',
      'а́лматы',
      '\u202e',
      ' ',
      ', ',
      '.',
      'St.',
      '-',
      '\n',
      '\ud800',
      'İ',
    )
    fc.assert(
      fc.property(fc.array(parts, { maxLength: 40 }), (pieces) => {
        const text = pieces.join('')
        for (const place of find(text).places) expect(text.slice(place.start, place.end)).toBe(place.quote)
      }),
      { numRuns: 200 },
    )
  })

  it('answers empty text with nothing', () => {
    expect(find('')).toEqual({ places: [], rejected: [] })
  })
})
