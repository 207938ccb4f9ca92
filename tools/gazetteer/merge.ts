/** Joins the sources of the shipped gazetteer into one list of places. Pure: texts in, places out. */
import type { SourceName, SourcePlace } from '../../src/mention/gazetteer/build.ts'
import { foldName } from '../../src/mention/gazetteer/fold.ts'
import {
  applyOverlay,
  countryNames,
  countryPeople,
  readOverlay,
  readTable,
  withAbbreviations,
} from '../../src/mention/gazetteer/overlay.ts'
import {
  areaOfGeoNames,
  countryOfGeoNames,
  isUsefulAlternate,
  placeOfGeoNames,
  withoutAreaWord,
} from '../../src/mention/gazetteer/sources.ts'

/** Two rows of one name and country within this distance are one place. */
const SAME_PLACE_KM = 5
/** A US post town this near to a town of the same name is that town: post towns stand for their delivery area. */
const SAME_POST_KM = 25
/** Population assumed for places of sources without one: the median of the places in question. */
const ASSUMED_POPULATION = 800
const ASSUMED_POST_POPULATION = 300
/** People of a country's name in these locales are indexed; others would add noise in scripts we do not read. */
export const NAME_LOCALES = [
  'en',
  'ru',
  'kk',
  'ky',
  'uz',
  'zh',
  'zh-Hant',
  'uk',
  'ar',
  'fa',
  'tr',
  'tg',
  'tk',
  'az',
  'mn',
  'be',
  'ka',
  'hy',
  'hi',
  'ur',
  'de',
  'fr',
  'es',
  'it',
  'pt',
  'ja',
  'ko',
  'pl',
] as const

export interface MergeInput {
  readonly cities500: string
  readonly cities1000: string
  readonly citiesJson: readonly {
    name: string
    lat: string
    lng: string
    country: string
    admin1: string
    admin2: string
  }[]
  readonly admin1Codes: string
  readonly admin2Codes: string
  readonly countryInfo: string
  /** `lang=name` lists by GeoNames id or area code. */
  readonly names: string
  readonly usPost: string
  /** Territory names of CLDR by locale: alpha-2 or UN M.49 code to name. */
  readonly territories: Readonly<Record<string, Readonly<Record<string, string>>>>
  readonly countries: string
  readonly abbreviations: string
  /** Overlay tables by file name, applied in this order. */
  readonly overlays: readonly (readonly [string, string])[]
}

export function mergeSources(input: MergeInput): SourcePlace[] {
  const areas = [...input.admin1Codes.split('\n'), ...input.admin2Codes.split('\n')].flatMap(
    (line) => areaOfGeoNames(line) ?? [],
  )
  const countries = withCountryNames(input)
  const cities = input.cities500.split('\n').flatMap((line) => placeOfGeoNames(line) ?? [])
  const known = new Set(cities.map((place) => place.geonamesId))
  for (const line of input.cities1000.split('\n')) {
    const place = placeOfGeoNames(line)
    if (place && !known.has(place.geonamesId)) cities.push(place)
  }
  const index = new NameIndex(cities)
  for (const row of input.citiesJson) addCity(row, cities, index)
  addPostTowns(input.usPost, cities, index)
  const translated = withTranslations([...countries, ...areas, ...cities], input.names)
  const abbreviated = withAbbreviations(translated, input.abbreviations)
  const regions = regionNames(input.territories)
  let places = abbreviated
  for (const [file, table] of input.overlays)
    places = applyOverlay(
      places,
      readOverlay(table, file).map((row) => ({ ...row, names: [...row.names, ...(regions.get(row.key) ?? [])] })),
    )
  return withoutSeatNames(places).map(withoutRepeats)
}

/** Places by folded name and country, to find the same place in another source. */
class NameIndex {
  private readonly byName = new Map<string, number[]>()
  private readonly places: SourcePlace[]
  constructor(places: SourcePlace[]) {
    this.places = places
    places.forEach((_, i) => {
      this.add(i)
    })
  }
  add(i: number): void {
    const place = this.places[i] as SourcePlace
    for (const name of new Set([place.name, ...place.names.map((n) => n.text)].map(foldName))) {
      const key = `${name}|${place.country}`
      const list = this.byName.get(key)
      if (list) list.push(i)
      else this.byName.set(key, [i])
    }
  }
  near(name: string, country: string, lat: number, lon: number, km: number): number {
    return (
      this.byName
        .get(`${foldName(name)}|${country}`)
        ?.find((i) => kilometres(this.places[i] as SourcePlace, lat, lon) <= km) ?? -1
    )
  }
}

function kilometres(place: SourcePlace, lat: number, lon: number): number {
  if (place.lat === null || place.lon === null) return Number.POSITIVE_INFINITY
  const x = (lon - place.lon) * Math.cos((lat * Math.PI) / 180)
  return 111.2 * Math.hypot(lat - place.lat, x)
}

function addCity(row: MergeInput['citiesJson'][number], cities: SourcePlace[], index: NameIndex): void {
  const [lat, lon] = [Number(row.lat), Number(row.lng)]
  const at = index.near(row.name, row.country, lat, lon, SAME_PLACE_KM)
  const admin1 = row.admin1 === '00' ? '' : row.admin1
  if (at >= 0) {
    // Provinces were split after 2020: the newer source has the codes in force.
    cities[at] = { ...(cities[at] as SourcePlace), admin1, admin2: row.admin2 }
    return
  }
  cities.push({
    geonamesId: 0,
    name: row.name,
    names: [],
    lat,
    lon,
    population: ASSUMED_POPULATION,
    assumed: true,
    type: 'city',
    country: row.country,
    admin1,
    admin2: row.admin2,
  })
  index.add(cities.length - 1)
}

function addPostTowns(table: string, cities: SourcePlace[], index: NameIndex): void {
  for (const line of table.split('\n')) {
    const [name, state, county, lat, lon] = line.split('\t')
    if (!name || !state || !lat || !lon) continue
    if (index.near(name, 'US', Number(lat), Number(lon), SAME_POST_KM) >= 0) continue
    cities.push({
      geonamesId: 0,
      name,
      names: [],
      lat: Number(lat),
      lon: Number(lon),
      population: ASSUMED_POST_POPULATION,
      assumed: true,
      type: 'city',
      country: 'US',
      admin1: state,
      admin2: county ?? '',
    })
    index.add(cities.length - 1)
  }
}

function withCountryNames(input: MergeInput): SourcePlace[] {
  const table = new Map(readTable(input.countries).map((row) => [row.alpha3, row]))
  return input.countryInfo.split('\n').flatMap((line) => {
    const row = countryOfGeoNames(line)
    // Two codes that no state uses any more stand at the end of the table.
    if (!row || row.place.areaCode === 'CS' || row.place.areaCode === 'AN') return []
    const own = table.get(row.place.alpha3 as string)
    const names: SourceName[] = [...row.place.names, ...countryNames(own)]
    for (const locale of NAME_LOCALES) {
      const territory = input.territories[locale]
      for (const key of [row.place.areaCode as string, `${row.place.areaCode}-alt-variant`]) {
        const text = territory?.[key]
        if (text) names.push({ text, kind: 'preferred' })
      }
    }
    names.push(...countryPeople(own))
    return [{ ...row.place, names, lat: own?.lat ? Number(own.lat) : null, lon: own?.lon ? Number(own.lon) : null }]
  })
}

function withTranslations(places: readonly SourcePlace[], table: string): SourcePlace[] {
  const rows = new Map<string, SourceName[]>()
  for (const line of table.split('\n')) {
    const [key, ...names] = line.split('\t')
    if (!key) continue
    rows.set(
      key,
      names.flatMap((name) => {
        const text = name.slice(name.indexOf('=') + 1)
        return isUsefulAlternate(text) ? [{ text, kind: 'preferred' as const }] : []
      }),
    )
  }
  return places.map((place) => {
    const names = rows.get(place.areaCode ?? String(place.geonamesId))
    if (!names) return place
    const more = names.flatMap((name): SourceName[] => {
      const short = place.areaCode?.includes('.') ? withoutAreaWord(name.text) : name.text
      return short === name.text ? [name] : [name, { text: short, kind: 'short' }]
    })
    return { ...place, names: [...more, ...place.names] }
  })
}

/** CLDR's names of continents and world regions, by UN M.49 code as the overlay's key. */
function regionNames(territories: MergeInput['territories']): Map<string, SourceName[]> {
  const out = new Map<string, SourceName[]>()
  for (const locale of NAME_LOCALES)
    for (const [code, text] of Object.entries(territories[locale] ?? {})) {
      if (!/^\d{3}$/u.test(code) || code === '001') continue
      const key = `M49.${code}`
      const list = out.get(key) ?? []
      out.set(key, list)
      list.push({ text, kind: 'preferred' })
    }
  return out
}

/** A city this large owns its name: the province around it, or beside it, is called by its full name. */
const OWNS_NAME_POPULATION = 1_000_000

/** Drops the short name of an area whose seat is called so: "Moscow" is not Moscow Oblast, nor "Osh" Osh Region. */
function withoutSeatNames(places: readonly SourcePlace[]): SourcePlace[] {
  const cities = new Set<string>()
  for (const place of places) {
    if (place.type !== 'city') continue
    for (const name of new Set([place.name, ...place.names.map((n) => n.text)].map(foldName))) {
      cities.add(`${place.country}.${place.admin1}.${place.admin2}|${name}`)
      if (place.population >= SEAT_POPULATION) cities.add(`${place.country}.${place.admin1}|${name}`)
      if (place.population >= OWNS_NAME_POPULATION) cities.add(`${place.country}|${name}`)
    }
  }
  return places.map((place) => {
    if (place.type !== 'admin1' && place.type !== 'admin2') return place
    const inside = (name: string): boolean =>
      cities.has(`${place.areaCode}|${name}`) || (place.type === 'admin1' && cities.has(`${place.country}|${name}`))
    const names = place.names.filter((n) => {
      if (DROPPED.has(n.kind)) return !inside(foldName(n.text))
      const name = foldName(n.text)
      return (
        n.kind !== 'preferred' || !cities.has(`${place.country}|${name}`) || cities.has(`${place.areaCode}|${name}`)
      )
    })
    return names.length === place.names.length ? place : { ...place, names }
  })
}

const SEAT_POPULATION = 30_000
const DROPPED: ReadonlySet<string> = new Set(['short', 'alternate'])

function withoutRepeats(place: SourcePlace): SourcePlace {
  const seen = new Set([place.name])
  const names = place.names.filter((name) => {
    if (name.from !== undefined || name.to !== undefined) return true
    if (seen.has(name.text)) return false
    seen.add(name.text)
    return true
  })
  return names.length === place.names.length ? place : { ...place, names }
}
