import { epochDay } from '../../base/plain-date.ts'
import { CERTAINTIES, EVENT_TYPES } from '../../coding/event-record.ts'
import { mercator } from '../record-row.ts'
import type { Columns, Dimension, Grid } from '../store.ts'
import type { IndexMatch, RecordIndex } from './record-index.ts'

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
  const dimensions = by.map((name) => index.dimension(name))
  if (dimensions.some((dimension) => dimension === null)) return null
  const parts = dimensions as NonNullable<(typeof dimensions)[number]>[]
  const { numbers } = match
  const groupOf = new Uint32Array(numbers.length)
  const numbering = new Map<number, number>()
  const first: number[] = []
  const records: number[] = []
  for (let i = 0; i < numbers.length; i++) {
    const n = numbers[i]!
    let key = 0
    for (const part of parts) key = key * GROUP_BASE + part.code(n)
    let group = numbering.get(key)
    if (group === undefined) {
      group = first.length
      numbering.set(key, group)
      first.push(n)
      records.push(0)
    }
    groupOf[i] = group
    records[group]!++
  }
  const articles = countArticles(index, numbers, groupOf, records)
  const groups = first.map((n, group) => ({
    key: parts.map((part) => part.names(part.code(n))),
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

/** Codes of a dimension stay below this: days since year −220, and the texts of any one column. */
const GROUP_BASE = 2_000_000

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
  const { lon, lat, coded } = index
  const exact = coded.precision.mask(['point', 'city', 'admin2'])
  const columns = Math.ceil(perWorld) + 1
  const cells = new Map<number, { lon: number; lat: number; records: number; uncertain: number }>()
  for (const n of match.numbers) {
    const east = lon[n]!
    if (Number.isNaN(east)) continue
    const { x, y } = mercator(east, lat[n]!)
    const key = Math.trunc(x * perWorld) * columns + Math.trunc(y * perWorld)
    let cell = cells.get(key)
    if (!cell) {
      cell = { lon: 0, lat: 0, records: 0, uncertain: 0 }
      cells.set(key, cell)
    }
    cell.lon += east
    cell.lat += lat[n]!
    cell.records++
    if (!exact[coded.precision.values[n]!]) cell.uncertain++
  }
  return [...cells.values()]
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
