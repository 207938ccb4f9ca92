import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { en } from '../../language/en/index.ts'
import { createEngine } from '../../language/engine.ts'
import { openGazetteer } from '../gazetteer/gazetteer.ts'
import type { MentionInput } from '../input.ts'
import { findTimes } from '../time/find-times.ts'
import { countryContext } from './country-context.ts'
import { findPlaces } from './find-places.ts'
import { homeOf, placesNamed } from './outlet.ts'
import { homeOfOutlet, outletKey, readOutlets } from './outlet-book.ts'
import { readOutletName } from './outlet-name.ts'

const data = new URL('../../../data/', import.meta.url)
const gazetteer = openGazetteer(readFileSync(new URL('gazetteer.bin', data)))
const book = readOutlets([['outlets.tsv', readFileSync(new URL('outlets.tsv', data), 'utf8')]])
const engine = createEngine(en, null)

function inputOf(text: string, day = '2019-12-20'): MentionInput {
  return { text, analysis: engine.analyse(text), published: { from: day, to: day, basis: 'given' } }
}

describe('the name of an outlet', () => {
  it.each([
    ['The Astana Times', null, 'Astana'],
    ['Times of India', null, 'India'],
    ['New York Times', null, 'New York'],
    ['thejakartapost.com', null, 'jakarta'],
    ['cambridge-news.co.uk', 'GBR', 'cambridge'],
    ['https://www.tengrinews.kz/a/1?b', 'KAZ', null],
    ['Reuters', null, null],
    ['News of the World', null, null],
    ['stream.tv', null, null],
    ['', null, null],
    ['a'.repeat(5000), null, null],
  ])('%j tells country %s and place %s', (name, country, place) => {
    expect(readOutletName(name, gazetteer)).toEqual({ country, place })
  })
})

describe('the home of an outlet', () => {
  it.each([
    [{ publisher: 'Tengrinews' }, 'KAZ', 43.25],
    [{ publisher: 'The Tengrinews' }, 'KAZ', 43.25],
    [{ url: 'https://en.tengrinews.kz/politics/1' }, 'KAZ', 43.25],
    [{ publisher: 'english.news.cn' }, 'CHN', 39.91],
    [{ publisher: 'Jakarta Morning Herald' }, 'IDN', -6.21],
    [{ publisher: 'somewhere.kg' }, 'KGZ', undefined],
    // Springfield has many rivals, Reuters reports from everywhere.
    [{ publisher: 'Springfield Gazette' }, undefined, undefined],
    [{ publisher: 'Reuters', url: 'https://www.reuters.co.uk/1' }, undefined, undefined],
    [{}, undefined, undefined],
  ])('of %j is %s', (signs, country, lat) => {
    const home = homeOfOutlet(signs, book, gazetteer)
    expect(home.homeCountry).toBe(country)
    if (lat === undefined) expect(home.homeLat).toBeUndefined()
    else expect(home.homeLat).toBeCloseTo(lat, 0)
  })

  it('decides what a name of several meanings means', () => {
    const text = 'Police in Paris detained two men on Friday.'
    const courier = readOutlets([['x', 'outlets\tcountry\tlatitude\tlongitude\nQuux Courier\tUSA\t33.66\t-95.55\n']])
    const meant = (publisher: string): string | null | undefined =>
      findPlaces(inputOf(text), gazetteer, { minMargin: 0, ...homeOfOutlet({ publisher }, courier, gazetteer) })
        .places[0]?.country
    expect(meant('Reuters')).toBe('FRA')
    expect(meant('The Quux Courier')).toBe('USA')
  })

  it('is learned from three articles and more', () => {
    const texts = [
      'A fire broke out in Paris, Texas, on Monday. Crews from Bonham and Sherman helped.',
      'The council of Paris met with officials of Lamar County and Bonham, Texas.',
      'Students from Paris, Texas, went to Dallas and Sherman.',
    ]
    const read = texts.map((text) => placesNamed(inputOf(text), gazetteer))
    expect(homeOf(gazetteer, read.slice(0, 2))).toEqual({})
    const home = homeOf(gazetteer, read)
    expect(home.homeCountry).toBe('USA')
    expect(home.homeLat).toBeGreaterThan(32)
    expect(home.homeLat).toBeLessThan(35)
  })

  it('stands once in the table, in a country that there is', () => {
    const seen = new Set<string>()
    const rows = readFileSync(new URL('outlets.tsv', data), 'utf8').split('\n')
    for (const row of rows) {
      if (row === '' || row.startsWith('#') || row.startsWith('outlets\t')) continue
      const [names = '', country = ''] = row.split('\t')
      if (country !== '*') expect(gazetteer.countryByCode(country), row).toBeGreaterThanOrEqual(0)
      for (const name of names.split('|')) {
        expect(seen.has(name), `${name} twice`).toBe(false)
        seen.add(name)
        expect(book.has(outletKey(name)), name).toBe(true)
      }
    }
    expect(() => readOutlets([['x.tsv', 'outlets\tcountry\tlatitude\tlongitude\nA\tKAZ\t99\t0\n']])).toThrow(/x\.tsv/u)
  })
})

describe('days that differ by country', () => {
  const dayIn = (text: string, outlet: string | null = null): string | undefined => {
    const input = inputOf(text)
    return findTimes(input, { country: countryContext(input, gazetteer, outlet) }).find((time) =>
      time.quote.endsWith('Day'),
    )?.value
  }
  it.each([
    ['Kazakhstan marked Independence Day with a parade.', null, '2019-12-16'],
    ['Uzbek officials spoke after Independence Day.', null, '2019-09-01'],
    ['ALMATY (Reuters) - Thousands rallied on Independence Day.', null, '2019-12-16'],
    ['Thousands rallied on Independence Day.', 'KGZ', '2019-08-31'],
    [
      'Kazakhstan is large. Kazakhstan is old. Kazakhs are many. People rallied on Independence Day.',
      'USA',
      '2019-12-16',
    ],
  ])('%j from %s', (text, outlet, day) => {
    expect(dayIn(text, outlet)).toBe(day)
  })

  it('stay open where nothing tells the country', () => {
    expect(dayIn('Thousands rallied on Independence Day.')).toBeUndefined()
  })
})
