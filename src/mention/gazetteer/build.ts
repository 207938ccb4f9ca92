import { constants, zstdCompressSync } from 'node:zlib'
import type { PlaceType } from '../mention.ts'
import { extendHash, HASH_START, type HashState, hashCheck, hashKey, wordsOf } from './fold.ts'
import {
  ALIGNMENT,
  COORDINATE_SCALE,
  type DatedName,
  FILE_HEAD_BYTES,
  FLAG_ASSUMED,
  FLAG_CAPITAL,
  FLAG_DISTRICT,
  FLAG_POINT,
  type GazetteerHeader,
  LAYOUT_VERSION,
  MAGIC,
  MAX_NAME_WORDS,
  NAME_KINDS,
  type NameKind,
  NO_POSITION,
  NONE,
  PLACE_TYPES,
  POSTING_KIND_SHIFT,
  POSTING_MANY,
  REACH_SLOTS,
  SECTIONS,
  type SectionName,
} from './layout.ts'

/** A name of a place as a source gives it. */
export interface SourceName {
  readonly text: string
  readonly kind: NameKind
  /** First and last day on which it was official, where that is known. */
  readonly from?: string | null
  readonly to?: string | null
}

/** A place as the builder takes it. `areaCode` is what other rows point at: `KZ`, `KZ.11`, `US.AL.001`. */
export interface SourcePlace {
  readonly geonamesId: number
  readonly name: string
  readonly names: readonly SourceName[]
  /** Degrees; null where no source has a position (then the weighted mean of the members stands in for areas). */
  readonly lat: number | null
  readonly lon: number | null
  readonly population: number
  readonly type: PlaceType
  readonly capital?: boolean
  readonly district?: boolean
  readonly assumed?: boolean
  readonly point?: boolean
  /** ISO 3166-1 alpha-2 of the country, "" for none. */
  readonly country: string
  readonly alpha3?: string
  /** Codes of the areas that it lies in, without the country ("11", "001"), "" for none. */
  readonly admin1: string
  readonly admin2: string
  readonly areaCode?: string
}

export interface BuildOptions {
  readonly sources?: GazetteerHeader['sources']
  /** Level of zstd, 1 to 22: size against time to build; reading is as fast at every level. */
  readonly level?: number
}

interface Key {
  readonly key: number
  readonly check: number
  readonly text: string
  readonly postings: number[]
}

/** Order of entries: areas first, so that 16 bits can point at them. */
const TYPE_ORDER: Readonly<Record<PlaceType, number>> = {
  country: 0,
  admin1: 1,
  admin2: 2,
  city: 3,
  region: 4,
  water: 5,
  venue: 6,
  other: 7,
}
const DEFAULT_LEVEL = 12

/**
 * Builds the compact gazetteer from places of any source. The result depends on nothing but the input: entries are sorted
 * by type, country, admin codes, name, id and position. Throws RangeError if two names collide in the index, which a
 * different name set would have to bring about (48 bits).
 */
export function buildGazetteer(places: readonly SourcePlace[], options: BuildOptions = {}): Uint8Array {
  const sorted = places.map((place) => place).sort(comparePlaces)
  const areas = new Map<string, number>()
  sorted.forEach((place, i) => {
    if (place.areaCode !== undefined && TYPE_ORDER[place.type] <= 2) areas.set(place.areaCode, i)
  })
  const count = sorted.length
  const latitude = new Int32Array(count)
  const longitude = new Int32Array(count)
  const population = new Uint32Array(count)
  const geonamesId = new Uint32Array(count)
  const nameOffset = new Uint32Array(count + 1)
  const country = new Uint16Array(count).fill(NONE)
  const admin1 = new Uint16Array(count).fill(NONE)
  const admin2 = new Uint16Array(count).fill(NONE)
  const type = new Uint8Array(count)
  const encoder = new TextEncoder()
  const nameBytes: Uint8Array[] = []
  let nameLength = 0
  const dated: DatedName[] = []
  const keys = new Map<string, Key>()
  const seen = new Set<number>()
  const reach = new Uint8Array(REACH_SLOTS / 2)

  sorted.forEach((place, i) => {
    latitude[i] = place.lat === null ? NO_POSITION : Math.round(place.lat * COORDINATE_SCALE)
    longitude[i] = place.lon === null ? NO_POSITION : Math.round(place.lon * COORDINATE_SCALE)
    population[i] = Math.min(0xffff_ffff, Math.max(0, Math.round(place.population)))
    geonamesId[i] = place.geonamesId
    type[i] =
      PLACE_TYPES.indexOf(place.type) |
      (place.capital ? FLAG_CAPITAL : 0) |
      (place.district ? FLAG_DISTRICT : 0) |
      (place.assumed ? FLAG_ASSUMED : 0) |
      (place.point ? FLAG_POINT : 0)
    country[i] = areas.get(place.country) ?? NONE
    const province = `${place.country}.${place.admin1}`
    if (place.admin1 !== '') admin1[i] = areas.get(province) ?? NONE
    if (place.admin2 !== '') admin2[i] = areas.get(`${province}.${place.admin2}`) ?? NONE
    const bytes = encoder.encode(place.name)
    nameOffset[i] = nameLength
    nameLength += bytes.length
    nameBytes.push(bytes)
    seen.clear()
    index(place.name, 'main', i)
    for (const name of place.names) {
      index(name.text, name.kind, i)
      if (name.from !== undefined || name.to !== undefined)
        dated.push({ entry: i, name: name.text, from: name.from ?? null, to: name.to ?? null })
    }
  })
  nameOffset[count] = nameLength

  function index(text: string, kind: NameKind, entry: number): void {
    const words = wordsOf(text)
    if (words.count === 0 || words.count > MAX_NAME_WORDS) return
    const state: HashState = { high: HASH_START.high, low: HASH_START.low }
    let folded = ''
    for (let i = 0; i < words.count; i++) {
      const piece = (i > 0 && !(words.unspaced[i] && words.unspaced[i - 1]) ? ' ' : '') + (words.folded[i] as string)
      folded += piece
      extendHash(state, piece)
    }
    if (folded.trim() === '') return
    const posting = (NAME_KINDS.indexOf(kind) << POSTING_KIND_SHIFT) | entry
    let key = keys.get(folded)
    if (!key) {
      key = { key: hashKey(state), check: hashCheck(state), text: folded, postings: [] }
      keys.set(folded, key)
      const first: HashState = { high: HASH_START.high, low: HASH_START.low }
      extendHash(first, words.folded[0] as string)
      const slot = hashKey(first) & (REACH_SLOTS - 1)
      const shift = (slot & 1) * 4
      const old = ((reach[slot >> 1] as number) >> shift) & 15
      if (words.count > old) reach[slot >> 1] = ((reach[slot >> 1] as number) & ~(15 << shift)) | (words.count << shift)
    }
    // The first kind that a source gives a name counts; sources list the main name first.
    if (!key.postings.some((other) => (other & 0x00ff_ffff) === entry)) key.postings.push(posting)
  }

  fillAreas(sorted, { latitude, longitude, population, country, admin1, admin2 })

  const list = [...keys.values()].sort((a, b) => a.key - b.key || a.check - b.check)
  const key = new Uint32Array(list.length)
  const check = new Uint16Array(list.length)
  const posting = new Uint32Array(list.length)
  const further: number[] = []
  list.forEach((item, i) => {
    const before = list[i - 1]
    if (before && before.key === item.key && before.check === item.check)
      throw new RangeError(`two names share a key: "${before.text}" and "${item.text}"`)
    key[i] = item.key
    check[i] = item.check
    if (item.postings.length === 1) posting[i] = item.postings[0] as number
    else {
      posting[i] = (POSTING_MANY | further.length) >>> 0
      further.push(item.postings.length, ...item.postings)
    }
  })

  const names = new Uint8Array(nameLength)
  let at = 0
  for (const bytes of nameBytes) {
    names.set(bytes, at)
    at += bytes.length
  }
  const columns: Record<SectionName, Uint8Array | Uint16Array | Uint32Array | Int32Array> = {
    latitude,
    longitude,
    population,
    geonamesId,
    nameOffset,
    country,
    admin1,
    admin2,
    type,
    names,
    key,
    posting,
    postings: Uint32Array.from(further),
    check,
    reach,
  }
  const countries = sorted.flatMap((place, i) =>
    place.type === 'country' ? [[place.areaCode ?? '', place.alpha3 ?? '', i] as const] : [],
  )
  return pack(
    columns,
    { entries: count, names: list.length, countries, dated, sources: options.sources ?? [] },
    options,
  )
}

function comparePlaces(a: SourcePlace, b: SourcePlace): number {
  return (
    TYPE_ORDER[a.type] - TYPE_ORDER[b.type] ||
    compareText(a.country, b.country) ||
    compareText(a.admin1, b.admin1) ||
    compareText(a.admin2, b.admin2) ||
    compareText(a.name, b.name) ||
    a.geonamesId - b.geonamesId ||
    (a.lat ?? 0) - (b.lat ?? 0) ||
    (a.lon ?? 0) - (b.lon ?? 0)
  )
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

interface AreaColumns {
  readonly latitude: Int32Array
  readonly longitude: Int32Array
  readonly population: Uint32Array
  readonly country: Uint16Array
  readonly admin1: Uint16Array
  readonly admin2: Uint16Array
}

/** Gives areas without a position the population-weighted mean of their members, and without a population their sum. */
function fillAreas(sorted: readonly SourcePlace[], columns: AreaColumns): void {
  const { latitude, longitude, population } = columns
  const sums = new Map<number, { lat: number; lon: number; weight: number; people: number }>()
  const add = (area: number, i: number): void => {
    if (area === NONE) return
    const sum = sums.get(area) ?? { lat: 0, lon: 0, weight: 0, people: 0 }
    sums.set(area, sum)
    const weight = (population[i] as number) + 100
    sum.people += population[i] as number
    if (latitude[i] === NO_POSITION) return
    sum.lat += (latitude[i] as number) * weight
    sum.lon += (longitude[i] as number) * weight
    sum.weight += weight
  }
  sorted.forEach((place, i) => {
    if (place.type !== 'city' || place.district) return
    add(columns.admin2[i] as number, i)
    add(columns.admin1[i] as number, i)
    add(columns.country[i] as number, i)
  })
  sorted.forEach((place, i) => {
    if (TYPE_ORDER[place.type] > 2) return
    const sum = sums.get(i)
    if (sum && population[i] === 0) population[i] = Math.min(0xffff_ffff, sum.people)
    if (sum && sum.weight > 0 && latitude[i] === NO_POSITION) {
      latitude[i] = Math.round(sum.lat / sum.weight)
      longitude[i] = Math.round(sum.lon / sum.weight)
    }
  })
  // An area without members stands at the centre of the area around it.
  sorted.forEach((place, i) => {
    if (TYPE_ORDER[place.type] > 2 || latitude[i] !== NO_POSITION) return
    for (const around of [columns.admin1[i] as number, columns.country[i] as number]) {
      if (around === NONE || around === i || latitude[around] === NO_POSITION) continue
      latitude[i] = latitude[around] as number
      longitude[i] = longitude[around] as number
      return
    }
  })
}

function pack(
  columns: Record<SectionName, Uint8Array | Uint16Array | Uint32Array | Int32Array>,
  facts: Omit<GazetteerHeader, 'sections'>,
  options: BuildOptions,
): Uint8Array {
  const align = (n: number): number => Math.ceil(n / ALIGNMENT) * ALIGNMENT
  const sections = {} as Record<SectionName, { offset: number; length: number }>
  let length = 0
  for (const name of SECTIONS) {
    sections[name] = { offset: length, length: columns[name].byteLength }
    length = align(length + columns[name].byteLength)
  }
  const header = new TextEncoder().encode(JSON.stringify({ ...facts, sections } satisfies GazetteerHeader))
  const base = align(4 + header.length)
  const body = new Uint8Array(base + length)
  new DataView(body.buffer).setUint32(0, header.length, true)
  body.set(header, 4)
  for (const name of SECTIONS) {
    const column = columns[name]
    body.set(new Uint8Array(column.buffer, column.byteOffset, column.byteLength), base + sections[name].offset)
  }
  const packed = zstdCompressSync(body, {
    params: { [constants.ZSTD_c_compressionLevel]: options.level ?? DEFAULT_LEVEL },
  })
  const file = new Uint8Array(FILE_HEAD_BYTES + packed.length)
  const view = new DataView(file.buffer)
  view.setUint32(0, MAGIC, true)
  view.setUint32(4, LAYOUT_VERSION, true)
  view.setUint32(8, body.length, true)
  file.set(packed, FILE_HEAD_BYTES)
  return file
}
