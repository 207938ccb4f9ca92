import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { Gazetteer } from './gazetteer.ts'
import { importGeoNames, isUsefulAlternate, placeOfGeoNames, withoutAreaWord } from './sources.ts'

/** A line of a GeoNames dump with invented places. */
function line(id: number, name: string, alternates: string, code: string, admin1: string, people: number): string {
  const [featureClass, feature] = code.split('.')
  return [
    id,
    name,
    name,
    alternates,
    '44.1',
    '80.4',
    featureClass,
    feature,
    'KZ',
    '',
    admin1,
    '',
    '',
    '',
    people,
    '',
    '',
    '',
    '',
  ].join('\t')
}

describe('import of GeoNames', () => {
  const dump = {
    places: [
      line(1, 'Qaratau Qalasy', 'Каратау,KRT,a si ta na', 'P.PPL', '17', 30_000),
      line(2, 'Tiny Village', '', 'P.PPL', '17', 10),
      line(3, 'Some Creek', '', 'H.STM', '17', 0),
      line(4, 'Zhambyl Oblysy', '', 'A.ADM1', '17', 0),
      'this is no line of a dump',
    ],
    alternateNames: [
      '1\t1\tru\tГород Каратау\t1\t\t\t',
      '2\t1\twkdt\tQ12345\t\t\t\t',
      '3\t1\ten\tChulaktau\t\t\t\t1\t1936\t1963',
      '4\t99\ten\tOf nobody\t\t\t\t',
    ],
    countryInfo: ['#ISO\tISO3', `KZ\tKAZ\t398\tKZ\tKazakhstan\tAstana${'\t'.repeat(11)}1522867`],
  }

  it('takes populated places and areas, with names in all languages and their dates', () => {
    const { bytes, places, badLines } = importGeoNames(dump)
    expect(places).toBe(4)
    expect(badLines).toEqual([5])
    const gazetteer = Gazetteer.open(bytes)
    const [found] = gazetteer.candidates('Каратау')
    expect(gazetteer.entry(found as number)).toMatchObject({ country: 'KAZ', admin1: 'Zhambyl Oblysy', geonamesId: 1 })
    expect(gazetteer.candidates('Город Каратау')).toEqual([found])
    expect(gazetteer.nameAt(found as number, '1950-05-05')).toBe('Chulaktau')
    for (const noise of ['KRT', 'a si ta na', 'Q12345', 'Of nobody', 'Some Creek'])
      expect(gazetteer.candidates(noise)).toEqual([])
  })

  it('takes less or more on request', () => {
    const few = Gazetteer.open(importGeoNames(dump, { minPopulation: 1000, languages: ['en'] }).bytes)
    expect(few.candidates('Tiny Village')).toEqual([])
    expect(few.candidates('Город Каратау')).toEqual([])
    const waters = Gazetteer.open(importGeoNames(dump, { featureClasses: 'APH' }).bytes)
    expect(waters.candidates('Some Creek')).toHaveLength(1)
  })

  it('lays our own names and places over the countries of the dump, and no others', () => {
    const folder = new URL('../../../data/overlay/', import.meta.url)
    const read = (name: string): string => readFileSync(new URL(name, folder), 'utf8')
    const overlay = {
      countries: read('countries.tsv'),
      abbreviations: read('abbreviations.tsv'),
      places: readdirSync(folder)
        .filter((name) => name.startsWith('places-'))
        .sort()
        .map((name) => [name, read(name)] as const),
    }
    const bare = importGeoNames(dump)
    const result = importGeoNames({ ...dump, overlay })
    expect(result.places).toBe(bare.places)
    expect(result.added).toBeGreaterThan(100)
    const gazetteer = Gazetteer.open(result.bytes)
    expect(gazetteer.countryOf('Kazakhstani')).toEqual({ alpha3: 'KAZ', kind: 'adj' })
    const [square] = gazetteer.candidates('Republic Square')
    expect(gazetteer.entry(square as number)).toMatchObject({ country: 'KAZ', type: 'venue' })
    expect(gazetteer.candidates('Central Asia')).toHaveLength(1)
    expect(gazetteer.candidates('Ala-Too Square'), 'a square of a country that the dump lacks').toEqual([])
    expect(Gazetteer.open(bare.bytes).countryOf('Kazakhstani')).toBeNull()
  })

  it('refuses rows without a position on the earth', () => {
    expect(placeOfGeoNames(line(1, 'X', '', 'P.PPL', '', 0).replace('44.1', '144.1'))).toBeNull()
    expect(placeOfGeoNames('')).toBeNull()
  })
})

describe('names of sources', () => {
  it.each([
    ['Saint Petersburg', true],
    ['Алматы', true],
    ['阿拉木图', true],
    ['el-Arish', true],
    ['LED', false],
    ['a si ta na', false],
    ['https://example.org', false],
    ['', false],
  ])('%j is of use: %s', (name, use) => {
    expect(isUsefulAlternate(name)).toBe(use)
  })

  it.each([
    ['Rapides Parish', 'Rapides'],
    ['Atyrau Oblisi', 'Atyrau'],
    ['Departamento de Cusco', 'Cusco'],
    ['Inner Mongolia', 'Inner Mongolia'],
    ['New York', 'New York'],
  ])('%s without its area word is %s', (name, short) => {
    expect(withoutAreaWord(name)).toBe(short)
  })
})
