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
  const { numbers } = match
  const { groupOf, first, records } = numberGroups(numbers, parts)
  const articles = countArticles(index, numbers, groupOf, records)
  const groups = first.map((n, group) => ({
    key: parts.map(({ names, values }) => names[values[n]!] ?? null),
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

/** Numbers the groups as they are met: the group of each row, and of each group its first record and their number. */
function numberGroups(numbers: Uint32Array, parts: readonly DimensionColumn[]) {
  const groupOf = new Uint32Array(numbers.length)
  const first: number[] = []
  const records: number[] = []
  // Dimensions are folded in one after another, so that a key stays a small number.
  let keys = groupOf
  for (const { names, values } of parts) {
    const size = names.length
    const numbering = new Map<number, number>()
    const folded = new Uint32Array(numbers.length)
    const table = size * (first.length || 1) <= MAX_TABLE ? new Int32Array(size * (first.length || 1)).fill(-1) : null
    first.length = 0
    records.length = 0
    for (let i = 0; i < numbers.length; i++) {
      const n = numbers[i]!
      const key = keys[i]! * size + values[n]!
      let group = table ? table[key]! : (numbering.get(key) ?? -1)
      if (group < 0) {
        group = first.length
        if (table) table[key] = group
        else numbering.set(key, group)
        first.push(n)
        records.push(0)
      }
      folded[i] = group
      records[group]!++
    }
    keys = folded
  }
  return { groupOf: keys, first, records }
}

/** Combinations of codes up to which groups are numbered by a table instead of a map. */
const MAX_TABLE = 1_000_000

/** How many articles stand behind each group: the rows are sorted into groups, then each article is stamped once a group. */
function countArticles(
  index: RecordIndex,
  numbers: Uint32Array,
  groupOf: Uint32Array,
  records: readonly number[],
): Uint32Array {
  const end = new Uint32Array(records.length)
  let sum = 0
  for (const [group, count] of records.entries()) {
    end[group] = sum
    sum += count
  }
  const sorted = new Uint32Array(numbers.length)
  let last = 0
  for (let i = 0; i < numbers.length; i++) {
    const article = index.article[numbers[i]!]!
    if (article > last) last = article
    sorted[end[groupOf[i]!]!++] = article
  }
  const stamp = new Uint32Array(last + 1)
  const articles = new Uint32Array(records.length)
  for (let group = 0, i = 0; group < records.length; group++) {
    for (; i < end[group]!; i++) {
      const article = sorted[i]!
      if (stamp[article] === group + 1) continue
      stamp[article] = group + 1
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
  const { lon, lat, mapX, mapY, coded } = index
  const precision = coded.precision.values
  const exact = coded.precision.mask(['point', 'city', 'admin2'])
  const columns = Math.ceil(perWorld) + 1
  const numbering = new Map<number, number>()
  const table = columns * columns <= MAX_TABLE ? new Int32Array(columns * columns).fill(-1) : null
  const cells: { lon: number; lat: number; records: number; uncertain: number }[] = []
  for (let i = 0; i < match.numbers.length; i++) {
    const n = match.numbers[i]!
    const x = mapX[n]!
    if (Number.isNaN(x)) continue
    const key = Math.trunc(x * perWorld) * columns + Math.trunc(mapY[n]! * perWorld)
    let at = table ? table[key]! : (numbering.get(key) ?? -1)
    if (at < 0) {
      at = cells.length
      if (table) table[key] = at
      else numbering.set(key, at)
      cells.push({ lon: 0, lat: 0, records: 0, uncertain: 0 })
    }
    const cell = cells[at]!
    cell.lon += lon[n]!
    cell.lat += lat[n]!
    cell.records++
    cell.uncertain += 1 - exact[precision[n]!]!
  }
  return cells
    .map((cell) => ({ ...cell, lon: cell.lon / cell.records, lat: cell.lat / cell.records }))
    .sort((a, b) => b.records - a.records)
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
  const { coded } = index
  const n = match.numbers.length
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
    const number = match.numbers[i]!
    out.lon[i] = index.lon[number]!
    out.lat[i] = index.lat[number]!
    const day = index.isUndated(number) ? -1 : index.from[number]! - FIRST_DAY
    const known = day >= 0 && day < UNKNOWN_16
    out.day[i] = known ? day : UNKNOWN_16
    out.spanDays[i] = index.isUndated(number)
      ? UNKNOWN_16
      : Math.max(0, Math.min(index.to[number]! - index.from[number]!, UNKNOWN_16 - 1))
    const country = coded.country.values[number]!
    out.country[i] = country === 0 ? UNKNOWN_16 : country - 1
    const size = index.size[number]!
    out.size[i] = Number.isNaN(size) ? UNKNOWN_16 : Math.max(0, Math.min(Math.round(size), UNKNOWN_16 - 1))
    out.type[i] = types[coded.type.values[number]!]!
    out.certainty[i] = certainties[coded.certainty.values[number]!]!
    const precision = precisions[coded.precision.values[number]!]!
    out.flags[i] =
      (precision === UNKNOWN_8 ? 7 : precision) |
      (index.rivals[number] === 1 ? 8 : 0) |
      (machine[coded.status.values[number]!] ? 0 : 16) |
      (index.background[number] === 1 ? 32 : 0)
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
