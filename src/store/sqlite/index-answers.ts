import { epochDay } from '../../base/plain-date.ts'
import { CERTAINTIES, EVENT_TYPES } from '../../coding/event-record.ts'
import type { Columns, Dimension, Grid } from '../store.ts'
import type { IndexMatch } from './index-match.ts'
import type { DimensionColumn, RecordIndex } from './record-index.ts'

/** Groups, map cells and columns over the index: the same answers as by SQL, in a hundredth of the time. */

/** A group of an aggregate. */
export interface Group {
  readonly key: readonly (string | null)[]
  readonly records: number
  readonly articles: number
}

const TIMES: ReadonlySet<Dimension> = new Set(['day', 'week', 'month', 'year'])

/** Counts by one to three dimensions in the order of the contract; null where one of them is not in the index. */
export function groupsOf(index: RecordIndex, match: IndexMatch, by: readonly Dimension[]): Group[] | null {
  const parts = by.map((name) => index.dimension(name))
  if (!parts.every((part) => part !== null)) return null
  const { rows } = match
  const { groupOf, first, records } = numberGroups(rows, parts)
  const articles = countArticles(index.sorted.article, rows, groupOf, records)
  const groups = first.map((row, group) => ({
    key: parts.map(({ names, values }) => names[values[row]!] ?? null),
    records: records[group]!,
    articles: articles[group]!,
  }))
  const timed = by.findIndex((name) => TIMES.has(name))
  return groups.sort(
    (a, b) =>
      (timed < 0 ? 0 : compareText(a.key[timed] ?? null, b.key[timed] ?? null)) ||
      b.records - a.records ||
      compareKeys(a.key, b.key),
  )
}

/** Numbers the groups as they are met: the group of each row, and of each group its first row and their number. */
function numberGroups(rows: Uint32Array, parts: readonly DimensionColumn[]) {
  let groupOf = new Uint32Array(rows.length)
  const first: number[] = []
  const records: number[] = []
  // Dimensions are folded in one after another, so that a key stays a small number.
  for (const { names, values } of parts) {
    const size = names.length
    const numbering = new Map<number, number>()
    const folded = new Uint32Array(rows.length)
    const table = size * (first.length || 1) <= MAX_TABLE ? new Int32Array(size * (first.length || 1)).fill(-1) : null
    first.length = 0
    records.length = 0
    for (let i = 0; i < rows.length; i++) {
      const row = rows[i]!
      const key = groupOf[i]! * size + values[row]!
      let group = table ? table[key]! : (numbering.get(key) ?? -1)
      if (group < 0) {
        group = first.length
        if (table) table[key] = group
        else numbering.set(key, group)
        first.push(row)
        records.push(0)
      }
      folded[i] = group
      records[group]!++
    }
    groupOf = folded
  }
  return { groupOf, first, records }
}

/** Combinations of codes up to which groups are numbered by a table instead of a map. */
const MAX_TABLE = 1_000_000

/** How many articles stand behind each group: the rows are sorted into groups, then each article is stamped once a group. */
function countArticles(
  article: Uint32Array,
  rows: Uint32Array,
  groupOf: Uint32Array,
  records: readonly number[],
): Uint32Array {
  const end = new Uint32Array(records.length)
  let sum = 0
  for (const [group, count] of records.entries()) {
    end[group] = sum
    sum += count
  }
  const sorted = new Uint32Array(rows.length)
  let last = 0
  for (let i = 0; i < rows.length; i++) {
    const source = article[rows[i]!]!
    if (source > last) last = source
    sorted[end[groupOf[i]!]!++] = source
  }
  const stamp = new Uint32Array(last + 1)
  const articles = new Uint32Array(records.length)
  for (let group = 0, i = 0; group < records.length; group++) {
    for (; i < end[group]!; i++) {
      const source = sorted[i]!
      if (stamp[source] === group + 1) continue
      stamp[source] = group + 1
      articles[group]!++
    }
  }
  return articles
}

function compareKeys(a: readonly (string | null)[], b: readonly (string | null)[]): number {
  for (const [i, text] of a.entries()) {
    const order = compareText(text, b[i] ?? null)
    if (order !== 0) return order
  }
  return 0
}

/** What is not stated comes first, as SQLite has it. */
function compareText(a: string | null, b: string | null): number {
  if (a === b) return 0
  if (a === null) return -1
  if (b === null) return 1
  return a < b ? -1 : 1
}

/** Located records in cells of the map, the greatest first. */
export function cellsOf(index: RecordIndex, match: IndexMatch, perWorld: number): Grid['cells'][number][] {
  const { rows } = match
  const { lon, lat, mapX, mapY, precision } = index.sorted
  const exact = index.coded.precision.mask(['point', 'city', 'admin2'])
  const columns = Math.ceil(perWorld) + 1
  const numbering = new Map<number, number>()
  const table = columns * columns <= MAX_TABLE ? new Int32Array(columns * columns).fill(-1) : null
  const most = Math.min(rows.length, columns * columns)
  const lons = new Float64Array(most)
  const lats = new Float64Array(most)
  const records = new Uint32Array(most)
  const uncertain = new Uint32Array(most)
  let found = 0
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i]!
    const x = mapX[row]!
    if (Number.isNaN(x)) continue
    const key = Math.trunc(x * perWorld) * columns + Math.trunc(mapY[row]! * perWorld)
    let at = table ? table[key]! : (numbering.get(key) ?? -1)
    if (at < 0) {
      at = found++
      if (table) table[key] = at
      else numbering.set(key, at)
    }
    lons[at]! += lon[row]!
    lats[at]! += lat[row]!
    records[at]!++
    uncertain[at]! += 1 - exact[precision[row]!]!
  }
  return Array.from({ length: found }, (_, at) => ({
    lon: lons[at]! / records[at]!,
    lat: lats[at]! / records[at]!,
    records: records[at]!,
    uncertain: uncertain[at]!,
  })).sort((a, b) => b.records - a.records)
}

const PRECISIONS = ['point', 'city', 'admin2', 'admin1', 'country', 'region'] as const
/** Day 0 of the columns, 1900-01-01, as days since 1970. */
const FIRST_DAY = epochDay('1900-01-01')
const UNKNOWN_16 = 0xffff
const UNKNOWN_8 = 0xff

/** The matching records as the columns of the contract. */
export function columnsOf(
  index: RecordIndex,
  match: IndexMatch,
): Omit<Columns, 'version' | 'total' | 'all' | 'excluded'> {
  const { coded, sorted } = index
  const n = match.rows.length
  const out = {
    lon: new Float32Array(n),
    lat: new Float32Array(n),
    day: new Uint16Array(n),
    spanDays: new Uint16Array(n),
    country: new Uint16Array(n),
    size: new Uint16Array(n),
    type: new Uint8Array(n),
    certainty: new Uint8Array(n),
    reports: new Uint8Array(n).fill(1),
    flags: new Uint8Array(n),
  }
  const types = codesIn(coded.type.names, EVENT_TYPES)
  const certainties = codesIn(coded.certainty.names, CERTAINTIES)
  const precisions = codesIn(coded.precision.names, PRECISIONS)
  const machine = coded.status.mask(['machine'])
  for (let i = 0; i < n; i++) {
    const row = match.rows[i]!
    const dated = row < sorted.undated
    out.lon[i] = sorted.lon[row]!
    out.lat[i] = sorted.lat[row]!
    const day = dated ? sorted.from[row]! - FIRST_DAY : -1
    out.day[i] = day >= 0 && day < UNKNOWN_16 ? day : UNKNOWN_16
    out.spanDays[i] = dated ? Math.max(0, Math.min(sorted.to[row]! - sorted.from[row]!, UNKNOWN_16 - 1)) : UNKNOWN_16
    const country = sorted.country[row]!
    out.country[i] = country === 0 ? UNKNOWN_16 : country - 1
    const size = sorted.size[row]!
    out.size[i] = Number.isNaN(size) ? UNKNOWN_16 : Math.max(0, Math.min(Math.round(size), UNKNOWN_16 - 1))
    out.type[i] = types[sorted.type[row]!]!
    out.certainty[i] = certainties[sorted.certainty[row]!]!
    const precision = precisions[sorted.precision[row]!]!
    out.flags[i] =
      (precision === UNKNOWN_8 ? 7 : precision) |
      (sorted.rivals[row] === 1 ? 8 : 0) |
      (machine[sorted.status[row]!] ? 0 : 16) |
      (sorted.background[row] === 1 ? 32 : 0)
  }
  return {
    n,
    ...out,
    countries: coded.country.names.slice(1),
    types: EVENT_TYPES,
    certainties: CERTAINTIES,
    precisions: PRECISIONS,
  }
}

/** For each code of a column its place in a fixed list, or 0xFF. */
function codesIn(names: readonly string[], list: readonly string[]): Uint8Array {
  return Uint8Array.from(names, (name) => {
    const at = list.indexOf(name)
    return at < 0 ? UNKNOWN_8 : at
  })
}
