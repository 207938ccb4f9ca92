import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { GroundswellError } from '../../base/error.ts'
import { buildGazetteer, type SourcePlace } from './build.ts'
import { wordsOf } from './fold.ts'
import { Gazetteer, openGazetteer } from './gazetteer.ts'

const base = { names: [], population: 0, country: 'XA', admin1: '', admin2: '', lat: null, lon: null } as const

/** An invented country with two provinces. */
const PLACES: readonly SourcePlace[] = [
  {
    ...base,
    geonamesId: 1,
    name: 'Arland',
    type: 'country',
    areaCode: 'XA',
    alpha3: 'XAR',
    names: [
      { text: 'Арландия', kind: 'preferred' },
      { text: 'Arlandic', kind: 'adj' },
      { text: 'Arlanders', kind: 'people' },
    ],
  },
  { ...base, geonamesId: 2, name: 'North Province', type: 'admin1', admin1: '01', areaCode: 'XA.01' },
  { ...base, geonamesId: 3, name: 'South Province', type: 'admin1', admin1: '02', areaCode: 'XA.02' },
  {
    ...base,
    geonamesId: 4,
    name: 'New Haven',
    type: 'city',
    admin1: '01',
    lat: 10,
    lon: 20,
    population: 900,
    capital: true,
    names: [{ text: 'Old Haven', kind: 'former', from: '1990-01-01', to: '1999-12-31' }],
  },
  { ...base, geonamesId: 5, name: 'Haven', type: 'city', admin1: '02', lat: -5, lon: 30, population: 100 },
  { ...base, geonamesId: 6, name: 'Haven', type: 'city', admin1: '01', lat: 12, lon: 22, population: 50 },
]

describe('gazetteer', () => {
  const gazetteer = Gazetteer.open(buildGazetteer(PLACES))

  it('finds every name, in any case, and all places that share it', () => {
    expect(gazetteer.candidates('NEW HAVEN').map((i) => gazetteer.geonamesId(i))).toEqual([4])
    expect(
      gazetteer
        .candidates('haven')
        .map((i) => gazetteer.geonamesId(i))
        .sort(),
    ).toEqual([5, 6])
    expect(gazetteer.candidates('Арландия').map((i) => gazetteer.type(i))).toEqual(['country'])
    expect(gazetteer.candidates('Nowhere')).toEqual([])
    expect(gazetteer.candidates('')).toEqual([])
  })

  it('gives the areas that a place lies in, and puts areas where their people live', () => {
    const [haven] = gazetteer.candidates('New Haven')
    expect(gazetteer.entry(haven as number)).toMatchObject({
      country: 'XAR',
      admin1: 'North Province',
      lat: 10,
      lon: 20,
      population: 900,
      capital: true,
    })
    const [south] = gazetteer.candidates('South Province')
    expect(gazetteer.entry(south as number)).toMatchObject({ lat: -5, lon: 30, population: 100 })
  })

  it('names a place as it was called on a day', () => {
    const [haven] = gazetteer.candidates('Old Haven')
    expect(gazetteer.nameAt(haven as number, '1995-06-01')).toBe('Old Haven')
    expect(gazetteer.nameAt(haven as number, '2005-06-01')).toBe('New Haven')
    expect(gazetteer.nameAt(haven as number, null)).toBe('New Haven')
  })

  it('prefers the longest name at a word', () => {
    const text = "From New Haven's port"
    const words = wordsOf(text)
    const match = gazetteer.longestMatch(words, 1)
    expect(match && text.slice(words.start[1], match.end)).toBe('New Haven')
    expect(gazetteer.longestMatch(words, 0)).toBeNull()
  })

  it('says what a name is to a country', () => {
    expect(gazetteer.countryOf('Arland')).toEqual({ alpha3: 'XAR', kind: 'name' })
    expect(gazetteer.countryOf('arlandic')).toEqual({ alpha3: 'XAR', kind: 'adj' })
    expect(gazetteer.countryOf('Arlanders')).toEqual({ alpha3: 'XAR', kind: 'people' })
    expect(gazetteer.countryOf('New Haven')).toEqual({ alpha3: 'XAR', kind: 'capital' })
    expect(gazetteer.countryOf('Haven')).toBeNull()
  })

  it('is the same file for the same places in any order', () => {
    expect(buildGazetteer([...PLACES].reverse())).toEqual(buildGazetteer(PLACES))
  })

  it('refuses what is no gazetteer, and one that is cut short', () => {
    const bytes = buildGazetteer(PLACES)
    const refused = (file: Uint8Array): void => {
      expect(() => openGazetteer(file)).toThrow(GroundswellError)
    }
    refused(new Uint8Array(0))
    refused(new TextEncoder().encode('this is no gazetteer, but text'))
    refused(bytes.slice(0, bytes.length - 20))
    const other = bytes.slice()
    other[4] = 9
    refused(other)
  })
})

describe('the shipped gazetteer', () => {
  const bytes = readFileSync(new URL('../../../data/gazetteer.bin', import.meta.url))
  const gazetteer = openGazetteer(bytes)

  it('keeps to its size and opens quickly', () => {
    expect(bytes.length).toBeLessThan(25_000_000)
    const started = performance.now()
    openGazetteer(bytes)
    // The promise is 300 ms on a quiet machine; a busy one gets three times that.
    expect(performance.now() - started).toBeLessThan(900)
    const sections = Object.values(gazetteer.header.sections)
    expect(sections.reduce((sum, section) => sum + section.length, 0)).toBeLessThan(60_000_000)
  })

  it.each([
    ['阿拉木图', 1526384],
    ['Алматы', 1526384],
    ['Алма-Ата', 1526384],
    ['努尔苏丹', 1526273],
    ['Nur-Sultan', 1526273],
    ['Tselinograd', 1526273],
    ['Kulsary', 609123],
    ['Qulsary', 609123],
    ['Құлсары', 609123],
    ['Jañaözen', 607610],
    ['Мангистауская область', 608879],
    ['Маңғыстау облысы', 608879],
    ['Jetisu Region', 12510144],
    ['Область Абай', 12510143],
    ['Ұлытау облысы', 12510145],
    ['Бишкек', 1528675],
    ['Toshkent', 1512569],
    ['新疆', 1529047],
    ['XUAR', 1529047],
  ])('knows %s', (name, id) => {
    expect(gazetteer.candidates(name).map((i) => gazetteer.geonamesId(i))).toContain(id)
  })

  it.each([
    ['Қазақстан', 'KAZ', 'name'],
    ['Qazaqstan', 'KAZ', 'name'],
    ['哈萨克斯坦', 'KAZ', 'name'],
    ['Қытай', 'CHN', 'name'],
    ['Kazakhstani', 'KAZ', 'adj'],
    ['Kazakhs', 'KAZ', 'people'],
    ['U.S.', 'USA', 'code'],
    ['UK', 'GBR', 'code'],
    ['Moscow', 'RUS', 'capital'],
    ['Georgia', 'GEO', 'name'],
  ])('knows that %s is of %s', (name, alpha3, kind) => {
    expect(gazetteer.countryOf(name)).toEqual({ alpha3, kind })
  })

  it('knows names by their dates', () => {
    const astana = gazetteer.candidates('Astana').find((i) => gazetteer.geonamesId(i) === 1526273) as number
    expect(gazetteer.nameAt(astana, '2021-07-06')).toBe('Nur-Sultan')
    expect(gazetteer.nameAt(astana, '2023-01-01')).toBe('Astana')
    expect(gazetteer.nameAt(astana, '1995-01-01')).toBe('Akmola')
  })
})
