import type { PlaceType } from '../mention.ts'
import { type BuildOptions, buildGazetteer, type SourceName, type SourcePlace } from './build.ts'
import { foldName } from './fold.ts'
import { layOverlay, type OverlayTables } from './overlay.ts'

/**
 * Readers of GeoNames' files. All take lines, so that a caller may stream them; none reads a disk.
 * GeoNames is published under CC BY 4.0: whoever ships a gazetteer made from it must name it.
 */

/** Longest alternate name taken; longer ones are descriptions. */
const MAX_NAME_CHARACTERS = 80
/** Names in Latin script shorter than this are codes, not names ("LED", "Oa"). */
const MIN_LATIN_LETTERS = 4

/**
 * Whether an alternate name is worth indexing: GeoNames mixes names with airport codes, links and machine romanisations
 * in lower case ("a si ta na").
 */
export function isUsefulAlternate(name: string): boolean {
  if (name === '' || name.length > MAX_NAME_CHARACTERS || /^https?:|\d{3}/u.test(name)) return false
  if (!/^[\p{Script=Latin}\p{M}\s'’‘ʼʻ`´ʹ.,()/-]+$/u.test(name)) return /\p{L}/u.test(name)
  if (/^\p{Lu}{2,4}$/u.test(name)) return false
  if (/^\p{Ll}/u.test(name) && !/^(?:al|el|ad|an|ar|as|at|az|le|la|les|los|de|den|het|d|l|s|os|as|o)[-'’ ]/u.test(name))
    return false
  if (/^(?:\p{Ll}+[ -])+\p{Ll}+$/u.test(name)) return false
  return [...name].filter((letter) => /\p{L}/u.test(letter)).length >= MIN_LATIN_LETTERS
}

const FEATURE_TYPES: Readonly<Record<string, PlaceType>> = {
  P: 'city',
  H: 'water',
  U: 'water',
  L: 'region',
  T: 'other',
  V: 'other',
  S: 'venue',
  R: 'venue',
}

/** A line of `allCountries.txt`, a country extract or `cities500.txt` as a place; null for a line that is none. */
export function placeOfGeoNames(line: string): SourcePlace | null {
  const f = line.split('\t')
  if (f.length < 15) return null
  const [id, name, , alternates, lat, lon, featureClass, feature, country, , admin1, admin2] = f as string[]
  const [latitude, longitude] = [Number(lat), Number(lon)]
  if (!name || !(Math.abs(latitude) <= 90) || !(Math.abs(longitude) <= 180)) return null
  const type = typeOfFeature(featureClass as string, feature as string)
  const codes = {
    country: country as string,
    admin1: admin1 === '00' ? '' : (admin1 as string),
    admin2: admin2 as string,
  }
  const areaCode =
    type === 'country'
      ? codes.country
      : type === 'admin1'
        ? `${codes.country}.${codes.admin1}`
        : type === 'admin2'
          ? `${codes.country}.${codes.admin1}.${codes.admin2}`
          : undefined
  return {
    geonamesId: Number(id),
    name,
    names: (alternates ?? '')
      .split(',')
      .filter(isUsefulAlternate)
      .map((text) => ({ text, kind: 'alternate' as const })),
    lat: latitude,
    lon: longitude,
    population: Number(f[14]) || 0,
    type,
    capital: feature === 'PPLC',
    district: feature === 'PPLX',
    ...codes,
    ...(areaCode === undefined ? {} : { areaCode }),
  }
}

function typeOfFeature(featureClass: string, feature: string): PlaceType {
  if (featureClass === 'A') {
    if (feature === 'PCLI' || feature === 'PCLD' || feature === 'PCLS' || feature === 'PCLF' || feature === 'TERR')
      return 'country'
    if (feature === 'ADM1') return 'admin1'
    if (feature === 'ADM2') return 'admin2'
    return 'other'
  }
  if (feature === 'ISL' || feature === 'ISLS' || feature === 'PEN' || feature === 'MTS') return 'region'
  return FEATURE_TYPES[featureClass] ?? 'other'
}

/** Type words that follow or lead the proper name of an area in the languages of the code tables. */
const AREA_SUFFIX =
  /[ -](?:(?:Autonomous |Metropolitan |Special |Federal |Economic |Capital |Indigenous |Rural |Urban |National |Union |Independent |Self-Governing )*(?:Region|Province|Oblast['’]?|Oblysy|Oblisi|Obl\.|County|Parish|Prefecture|District|Department|State|Governorate|Municipality|Krai|Kray|Republic|Respublika|Canton|Raion|Rayon|Regency|Borough|Census Area|City and Borough|City|Territory|Okrug|Voivodeship|Division|Emirate|Viloyati|Wiloyat|Welayaty|Aimag|Muhafazah|Sheng|Shi|Zizhizhou|Zizhiqu|Ken|Shire|Viloyat|Commune|Subprefecture|Township|Area|Community|Kabupaten|Kota|Megye|Ili|Il|İli|İlçesi|Ilcesi|Qalasy|Audany))$/u
const AREA_PREFIX =
  /^(?:Département|Departamento|Provincia|Província|Province|Provincie|Región|Région|Region|Regione|Estado|Muḩāfaz̧at|Ostān-e|Ostan-e|Wilayat|Wilaya|Gouvernorat|Distrito|District|Município|Municipio|Municipality|Município|Comarca|Kabupaten|Kota|Landkreis|Kreis|Regierungsbezirk|Bezirk|Opština|Općina|Powiat|Województwo|Raionul|Județul|Judeţul|Changwat|Arrondissement|Canton|Commune|Republic|Respublika|State|Shahrestān-e|City and County|City)(?: (?:de la|de las|de los|de l['’]|de|del|do|da|dos|das|des|du|di|d['’]|of|autonome|of the))? (?=\p{Lu})/u

/** The name of an area without its type word: "Rapides Parish" is "Rapides"; the name itself if it has none. */
export function withoutAreaWord(name: string): string {
  const short = name.replace(AREA_SUFFIX, '').replace(AREA_PREFIX, '').trim()
  return short.length >= 3 ? short : name
}

/** A line of `admin1CodesASCII.txt` or `admin2Codes.txt`. Positions are unknown to these files. */
export function areaOfGeoNames(line: string): SourcePlace | null {
  const [code, name, ascii, id] = line.split('\t')
  if (!code || !name || !id) return null
  const parts = code.split('.')
  if (parts.length < 2 || parts.length > 3) return null
  const names: SourceName[] = []
  const short = withoutAreaWord(name)
  if (short !== name) names.push({ text: short, kind: 'short' })
  if (ascii && foldName(ascii) !== foldName(name)) names.push({ text: ascii, kind: 'alternate' })
  return {
    geonamesId: Number(id),
    name,
    names,
    lat: null,
    lon: null,
    population: 0,
    type: parts.length === 2 ? 'admin1' : 'admin2',
    country: parts[0] as string,
    admin1: parts[1] as string,
    admin2: parts[2] ?? '',
    areaCode: code,
  }
}

export interface CountryRow {
  readonly place: SourcePlace
  readonly capital: string
}

/** A line of `countryInfo.txt`; null for comments. */
export function countryOfGeoNames(line: string): CountryRow | null {
  if (line.startsWith('#')) return null
  const f = line.split('\t')
  const [alpha2, alpha3, name] = [f[0], f[1], f[4]]
  if (!alpha2 || !alpha3 || !name) return null
  return {
    capital: f[5] ?? '',
    place: {
      geonamesId: Number(f[16]) || 0,
      name,
      names: [{ text: alpha3, kind: 'abbreviation' }],
      lat: null,
      lon: null,
      population: Number(f[7]) || 0,
      type: 'country',
      country: alpha2,
      alpha3,
      admin1: '',
      admin2: '',
      areaCode: alpha2,
    },
  }
}

export interface ImportOptions extends BuildOptions {
  /** Languages of `alternateNamesV2.txt` to take; all if left out. */
  readonly languages?: readonly string[]
  /** Feature classes to take, of `APHLTSRUV`; `AP` if left out. */
  readonly featureClasses?: string
  /** Places with fewer people are left out (areas are always kept). */
  readonly minPopulation?: number
}

export interface ImportResult {
  readonly bytes: Uint8Array
  /** Places of the dump that were taken, and places of our own added to them. */
  readonly places: number
  readonly added: number
  /** Lines that were no place of GeoNames, by number from 1, at most the first hundred. */
  readonly badLines: readonly number[]
}

/** Files of a GeoNames dump, line by line. Only `places` must be there. */
export interface GeoNamesDump {
  /** `allCountries.txt` or a country's extract. */
  readonly places: Iterable<string>
  /** `alternateNamesV2.txt`. */
  readonly alternateNames?: Iterable<string>
  readonly admin1Codes?: Iterable<string>
  readonly admin2Codes?: Iterable<string>
  readonly countryInfo?: Iterable<string>
  /** Our own tables, laid over what the dump holds. */
  readonly overlay?: OverlayTables
}

const MAX_BAD_LINES = 100

/**
 * Builds a gazetteer from a GeoNames dump. Memory grows with the number of places taken (about 1 KB each while building).
 * Lines that cannot be read are counted, never fatal.
 */
export function importGeoNames(dump: GeoNamesDump, options: ImportOptions = {}): ImportResult {
  const classes = new Set(options.featureClasses ?? 'AP')
  const least = options.minPopulation ?? 0
  const byId = new Map<number, SourcePlace>()
  const byArea = new Map<string, SourcePlace>()
  const badLines: number[] = []
  const put = (place: SourcePlace): void => {
    const known = place.areaCode === undefined ? byId.get(place.geonamesId) : byArea.get(place.areaCode)
    const merged = known ? mergeSame(known, place) : place
    if (merged.areaCode !== undefined) byArea.set(merged.areaCode, merged)
    if (merged.geonamesId > 0) byId.set(merged.geonamesId, merged)
  }
  for (const line of dump.countryInfo ?? []) {
    const row = countryOfGeoNames(line)
    if (row) put(row.place)
  }
  for (const lines of [dump.admin1Codes ?? [], dump.admin2Codes ?? []])
    for (const line of lines) {
      const area = areaOfGeoNames(line)
      if (area) put(area)
    }
  let number = 0
  for (const line of dump.places) {
    number++
    if (line === '' || line.startsWith('#')) continue
    const place = placeOfGeoNames(line)
    if (!place) {
      if (badLines.length < MAX_BAD_LINES) badLines.push(number)
      continue
    }
    const featureClass = line.split('\t', 7)[6] as string
    if (!classes.has(featureClass) || (place.population < least && place.areaCode === undefined)) continue
    put(place)
  }
  const extraNames = readAlternateNames(dump.alternateNames ?? [], byId, options.languages)
  const places: SourcePlace[] = []
  for (const place of new Set([...byArea.values(), ...byId.values()])) {
    const more = extraNames.get(place.geonamesId)
    places.push(more ? { ...place, names: [...place.names, ...more] } : place)
  }
  const laid = dump.overlay ? layOverlay(places, dump.overlay) : places
  return { bytes: buildGazetteer(laid, options), places: places.length, added: laid.length - places.length, badLines }
}

function mergeSame(known: SourcePlace, place: SourcePlace): SourcePlace {
  return {
    ...known,
    names: [...known.names, { text: place.name, kind: 'alternate' }, ...place.names],
    lat: known.lat ?? place.lat,
    lon: known.lon ?? place.lon,
    population: Math.max(known.population, place.population),
  }
}

/** Lines of `alternateNamesV2.txt`: id, geonameid, language, name, preferred, short, colloquial, historic, from, to. */
function readAlternateNames(
  lines: Iterable<string>,
  places: ReadonlyMap<number, SourcePlace>,
  languages: readonly string[] | undefined,
): Map<number, SourceName[]> {
  const wanted = languages && new Set(languages)
  const out = new Map<number, SourceName[]>()
  for (const line of lines) {
    const [, id, language, name, preferred, , colloquial, historic, from, to] = line.split('\t')
    const place = places.get(Number(id))
    if (!place || !name || !language || /^(?:link|wkdt|post|iata|icao|faac|unlc|phon|piny|tcid)$/u.test(language))
      continue
    if ((wanted && !wanted.has(language)) || !isUsefulAlternate(name)) continue
    const list = out.get(place.geonamesId) ?? []
    out.set(place.geonamesId, list)
    const days = { from: dayOf(from, '-01-01'), to: dayOf(to, '-12-31') }
    list.push({
      text: name,
      kind: historic === '1' ? 'former' : preferred === '1' && colloquial !== '1' ? 'preferred' : 'alternate',
      ...(days.from !== null || days.to !== null ? days : {}),
    })
  }
  return out
}

function dayOf(text: string | undefined, rest: string): string | null {
  if (text && /^\d{4}$/u.test(text)) return text + rest
  return text && /^\d{4}-\d{2}-\d{2}$/u.test(text) ? text : null
}
