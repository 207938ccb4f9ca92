import type { PlaceType } from '../mention.ts'
import type { SourceName, SourcePlace } from './build.ts'
import { NAME_KINDS, type NameKind, PLACE_TYPES } from './layout.ts'

/**
 * Our own places and names: tables under `data/overlay/`. A row is
 *
 *   key TAB type TAB country TAB admin1 TAB latitude TAB longitude TAB population TAB name TAB names
 *
 * `key` is a GeoNames id, an area code (`KZ`, `KZ.11`), another code with a GeoNames id behind a slash, or `-` for a place of our own. With an id or area code that another
 * source has, empty columns keep that source's value and the names are added. `names` is a list split by `|`, each
 * `kind:text` (kind may be left out: preferred) with an optional `@from..to` of days on which it was official.
 */
export interface OverlayRow {
  readonly key: string
  /** GeoNames id of a row whose key is another code (`M49.150/6255148`), else 0. */
  readonly geonamesId: number
  readonly type: PlaceType | null
  readonly country: string
  readonly admin1: string
  readonly lat: number | null
  readonly lon: number | null
  readonly population: number | null
  readonly name: string
  readonly names: readonly SourceName[]
  readonly point: boolean
}

const DATED = /^(.*)@(\d{4}-\d{2}-\d{2})?\.\.(\d{4}-\d{2}-\d{2})?$/u

/** Rows of an overlay table. Throws with the line number for a row that is not of the shape above. */
export function readOverlay(table: string, file = 'overlay'): OverlayRow[] {
  const rows: OverlayRow[] = []
  table.split('\n').forEach((line, i) => {
    if (line.trim() === '' || line.startsWith('#') || line.startsWith('key\t')) return
    const wrong = (what: string): Error => new Error(`${file}:${i + 1}: ${what}`)
    const [key, type, country, admin1, lat, lon, population, name, names] = line.split('\t')
    if (!key) throw wrong('no key')
    const point = type === 'point'
    if (type && !point && !PLACE_TYPES.includes(type as PlaceType)) throw wrong(`unknown type "${type}"`)
    if (key === '-' && (!name || !lat || !lon || !type)) throw wrong('a place of our own needs name, type and position')
    const [code, id] = key.split('/')
    rows.push({
      key: code as string,
      geonamesId: id ? Number(id) : /^\d+$/u.test(key) ? Number(key) : 0,
      type: point ? 'venue' : ((type || null) as PlaceType | null),
      point: point || type === 'venue',
      country: country ?? '',
      admin1: admin1 ?? '',
      lat: numberOf(lat, 90, wrong),
      lon: numberOf(lon, 180, wrong),
      population: population ? Number(population) : null,
      name: name ?? '',
      names: (names ?? '')
        .split('|')
        .filter((text) => text.trim() !== '')
        .map((text) => nameOf(text.trim(), wrong)),
    })
  })
  return rows
}

function numberOf(text: string | undefined, most: number, wrong: (what: string) => Error): number | null {
  if (!text) return null
  const value = Number(text)
  if (!(Math.abs(value) <= most)) throw wrong(`"${text}" is no coordinate`)
  return value
}

function nameOf(text: string, wrong: (what: string) => Error): SourceName {
  const colon = text.indexOf(':')
  const kind = colon > 0 ? text.slice(0, colon) : 'preferred'
  const rest = colon > 0 ? text.slice(colon + 1) : text
  if (!NAME_KINDS.includes(kind as NameKind)) throw wrong(`unknown kind of name "${kind}"`)
  const dated = DATED.exec(rest)
  if (!dated) return { text: rest, kind: kind as NameKind }
  return { text: dated[1] as string, kind: kind as NameKind, from: dated[2] ?? null, to: dated[3] ?? null }
}

/** Lays overlay rows over places: names and given columns are added to the place with that key, other rows are appended. */
export function applyOverlay(places: readonly SourcePlace[], rows: readonly OverlayRow[]): SourcePlace[] {
  const out = [...places]
  const byKey = new Map<string, number>()
  out.forEach((place, i) => {
    if (place.geonamesId > 0) byKey.set(String(place.geonamesId), i)
  })
  out.forEach((place, i) => {
    if (place.areaCode !== undefined) byKey.set(place.areaCode, i)
  })
  for (const row of rows) {
    const at = row.key === '-' ? undefined : byKey.get(row.key)
    const old = at === undefined ? undefined : (out[at] as SourcePlace)
    if (old) {
      out[at as number] = {
        ...old,
        name: row.name || old.name,
        names: [...row.names, ...(row.name ? [{ text: old.name, kind: 'alternate' as const }] : []), ...old.names],
        lat: row.lat ?? old.lat,
        lon: row.lon ?? old.lon,
        population: row.population ?? old.population,
      }
      continue
    }
    // Codes such as M49.150 are keys between our tables, not places of another source.
    if (row.lat === null || row.lon === null || row.name === '' || row.type === null)
      throw new Error(`overlay row "${row.key}" (${row.name}) names no known place and is none of its own`)
    const place: SourcePlace = {
      geonamesId: row.geonamesId,
      name: row.name,
      names: row.names,
      lat: row.lat,
      lon: row.lon,
      population: row.population ?? 0,
      type: row.type,
      country: row.country,
      admin1: row.admin1,
      admin2: '',
      point: row.point,
    }
    if (row.key !== '-') byKey.set(row.key, out.length)
    out.push(place)
  }
  return out
}

/** The tables of `data/overlay/` as texts. */
export interface OverlayTables {
  /** `countries.tsv` */
  readonly countries: string
  /** `abbreviations.tsv` */
  readonly abbreviations: string
  /** Tables of places with their file names, in the order in which they are laid. */
  readonly places: readonly (readonly [string, string])[]
}

/**
 * Lays all our own tables over places of any source: words for countries and their people, abbreviations, places and
 * names. What the source does not reach is left out: rows of countries that it lacks, and rows that only add names to
 * places that it lacks.
 */
export function layOverlay(places: readonly SourcePlace[], tables: OverlayTables): SourcePlace[] {
  const own = new Map(readTable(tables.countries).map((row) => [row.alpha3, row]))
  let out = places.map((place): SourcePlace => {
    const row = place.type === 'country' ? own.get(place.alpha3 ?? '') : undefined
    if (!row) return place
    return {
      ...place,
      names: [...place.names, ...countryNames(row), ...countryPeople(row)],
      lat: place.lat ?? (row.lat ? Number(row.lat) : null),
      lon: place.lon ?? (row.lon ? Number(row.lon) : null),
    }
  })
  out = withAbbreviations(out, tables.abbreviations)
  for (const [file, table] of tables.places) {
    const known = new Set(out.flatMap((place) => [String(place.geonamesId), place.areaCode ?? '']))
    const countries = new Set(out.flatMap((place) => (place.type === 'country' ? [place.country] : [])))
    const reached = readOverlay(table, file).filter(
      (row) =>
        known.has(row.key) ||
        (row.type !== null &&
          row.name !== '' &&
          row.lat !== null &&
          (row.country === '' || countries.has(row.country))),
    )
    out = applyOverlay(out, reached)
  }
  return out
}

/** Further names of a country from its row in `countries.tsv`. */
export function countryNames(row: Record<string, string> | undefined): SourceName[] {
  return listOf(row?.names).map((text) => ({
    text,
    kind: /^[A-Z.]{2,7}$/u.test(text) ? 'abbreviation' : 'preferred',
  }))
}

/** Adjectives of a country and words for its people. */
export function countryPeople(row: Record<string, string> | undefined): SourceName[] {
  return [
    ...listOf(row?.adjectives).map((text) => ({ text, kind: 'adj' as const })),
    ...listOf(row?.people).map((text) => ({ text, kind: 'people' as const })),
  ]
}

/** Adds the abbreviations of areas ("Calif.") to them. */
export function withAbbreviations(places: readonly SourcePlace[], table: string): SourcePlace[] {
  const rows = new Map(readTable(table).map((row) => [row.area, listOf(row.abbreviations)]))
  return places.map((place) => {
    const names = place.areaCode === undefined ? undefined : rows.get(place.areaCode)
    if (!names) return place
    return { ...place, names: [...names.map((text) => ({ text, kind: 'abbreviation' as const })), ...place.names] }
  })
}

/** A table of `data/overlay/` whose first line that is no comment names its columns. */
export function readTable(table: string): Record<string, string>[] {
  const lines = table.split('\n').filter((line) => line.trim() !== '' && !line.startsWith('#'))
  const head = (lines.shift() ?? '').split('\t')
  return lines.map((line) => {
    const cells = line.split('\t')
    return Object.fromEntries(head.map((name, i) => [name, cells[i] ?? '']))
  })
}

/** Parts of a list cell. */
export function listOf(cell: string | undefined): string[] {
  return (cell ?? '').split('|').filter((part) => part !== '')
}
