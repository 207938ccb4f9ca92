import { epochDay } from '../../base/plain-date.ts'
import type { RecordFilter } from '../store.ts'

/** Stands for a date that is not there. */
export const NO_DAY = -0x7fffffff

/** Why a record that fits the question is left out, in the order in which they count. */
const REASONS = ['rejected', 'undated', 'unlocated', 'no-country', 'background', 'certainty', 'confidence'] as const

/** What a filter gives: the rows of the list by date that are shown, ascending, and what is left out. */
export interface IndexMatch {
  readonly rows: Uint32Array
  readonly excluded: Readonly<Record<string, number>>
}

/** Texts of a column by code, 0 for "not stated". */
export interface Codes {
  code(text: string): number
  /** 1 for each code among the wanted texts. */
  mask(wanted: readonly string[]): Uint8Array
}

type Values = Uint8Array | Uint16Array | Uint32Array | Int32Array | Float64Array

/** The columns in list order, so that whatever goes over matching rows reads memory from front to back. */
export interface Sorted {
  readonly type: Uint8Array
  readonly status: Uint8Array
  readonly certainty: Uint8Array
  readonly precision: Uint8Array
  readonly background: Uint8Array
  readonly rivals: Uint8Array
  readonly country: Uint16Array
  readonly form: Uint16Array
  readonly quad: Uint8Array
  readonly admin1: Uint32Array
  readonly place: Uint32Array
  readonly article: Uint32Array
  readonly publisher: Uint32Array
  readonly language: Uint16Array
  readonly from: Int32Array
  readonly to: Int32Array
  readonly lat: Float64Array
  readonly lon: Float64Array
  /** Web Mercator, 0 to 1. */
  readonly mapX: Float64Array
  readonly mapY: Float64Array
  readonly size: Float64Array
  readonly confidence: Float64Array
  /** The first row without a date; those follow all others. */
  readonly undated: number
  /** The longest time that one record spans, in days. */
  readonly longestDays: number
}

/** Columns whose values are few and asked for often: for each code the rows that have it, ascending. */
export interface Postings {
  readonly type: readonly Uint32Array[]
  readonly country: readonly Uint32Array[]
}

/** What a match goes over. */
export interface MatchInput {
  readonly order: Uint32Array
  readonly sorted: Sorted
  readonly postings: Postings
  readonly coded: Readonly<
    Record<'type' | 'form' | 'quad' | 'admin1' | 'publisher' | 'language' | 'status' | 'country' | 'certainty', Codes>
  >
  /** 1 for each key that has the wanted words or tags; null where none are wanted. */
  readonly hits: Uint8Array | null
}

/** Rows by code of a column. */
export function postingsOf(values: Uint8Array | Uint16Array): Uint32Array[] {
  let codes = 0
  for (let i = 0; i < values.length; i++) if (values[i]! >= codes) codes = values[i]! + 1
  const sizes = new Uint32Array(codes)
  for (let i = 0; i < values.length; i++) sizes[values[i]!]!++
  const lists = Array.from(sizes, (size) => new Uint32Array(size))
  sizes.fill(0)
  for (let i = 0; i < values.length; i++) lists[values[i]!]![sizes[values[i]!]!++] = i
  return lists
}

/**
 * The records that a filter shows. The rows that may fit come from the shortest list there is, each further condition
 * looks only at the rows that are left, and the last pass says why a fitting row is left out.
 */
export function matchRecords(filter: RecordFilter, input: MatchInput): IndexMatch {
  const { order, sorted, coded, hits } = input
  const rows = candidates(filter, input)
  let left = rows.length
  for (const name of ['type', 'country', 'form', 'quad', 'admin1', 'publisher', 'language', 'status'] as const) {
    const wanted = filter[name]
    if (!wanted?.length) continue
    const mask = coded[name].mask(wanted)
    if (name === 'country') mask[0] = 1
    left = keepCodes(rows, left, sorted[name], mask)
  }
  if (filter.background === true) left = keepCodes(rows, left, sorted.background, Uint8Array.of(0, 1))
  left = keepDates(rows, left, sorted, filter.date)
  if (filter.box) left = keepBox(rows, left, sorted, filter.box)
  if (hits) {
    let kept = 0
    for (let i = 0; i < left; i++) if (hits[order[rows[i]!]!]) rows[kept++] = rows[i]!
    left = kept
  }
  return shown(rows.subarray(0, left), filter, input)
}

/** Rows, ascending, among which all that fit are; a fresh array that may be written over. */
function candidates(filter: RecordFilter, { order, sorted, postings, coded }: MatchInput): Uint32Array {
  const spans = spansOf(filter.date, sorted, order.length)
  const lists: Uint32Array[][] = []
  if (filter.type?.length) lists.push(listsOf(postings.type, coded.type.mask(filter.type)))
  if (filter.country?.length) {
    const mask = coded.country.mask(filter.country)
    mask[0] = 1
    lists.push(listsOf(postings.country, mask))
  }
  const sizes = lists.map((some) => some.reduce((sum, list) => sum + list.length, 0))
  const smallest = sizes.length > 0 ? Math.min(...sizes) : order.length
  const chosen = lists[sizes.indexOf(smallest)]
  // Merging many long lists costs more than going over all rows.
  if (!chosen || (chosen.length > 2 && smallest > order.length / 8)) return rowsOf(spans)
  return merged(chosen.map((list) => within(list, spans)))
}

/** A run of rows: from the first up to, not including, the last. */
type RowSpan = readonly [first: number, last: number]

/** Where rows stand that may meet a range of days: the list is by date, and what has none comes last. */
function spansOf(range: RecordFilter['date'], { from, undated, longestDays }: Sorted, length: number): RowSpan[] {
  if (range?.from === undefined && range?.to === undefined) return [[0, length]]
  const first = range.from === undefined ? Number.NEGATIVE_INFINITY : epochDay(range.from) - longestDays
  const last = range.to === undefined ? Number.POSITIVE_INFINITY : epochDay(range.to)
  // Newest first: days fall from row to row.
  const begin = firstIndex(undated, (row) => from[row]! <= last)
  const end = firstIndex(undated, (row) => from[row]! < first)
  return [
    [begin, end],
    [undated, length],
  ]
}

/** The first index for which a condition holds that holds for all after it; `length` where there is none. */
export function firstIndex(length: number, holds: (index: number) => boolean): number {
  let low = 0
  let high = length
  while (low < high) {
    const middle = (low + high) >> 1
    if (holds(middle)) high = middle
    else low = middle + 1
  }
  return low
}

function rowsOf(spans: readonly RowSpan[]): Uint32Array {
  const rows = new Uint32Array(spans.reduce((sum, [first, last]) => sum + last - first, 0))
  let at = 0
  for (const [first, last] of spans) for (let row = first; row < last; row++) rows[at++] = row
  return rows
}

/** The part of an ascending list that stands in the spans, as a fresh array. */
function within(list: Uint32Array, spans: readonly RowSpan[]): Uint32Array {
  const parts = spans.map(([first, last]) =>
    list.subarray(
      firstIndex(list.length, (i) => list[i]! >= first),
      firstIndex(list.length, (i) => list[i]! >= last),
    ),
  )
  const out = new Uint32Array(parts.reduce((sum, part) => sum + part.length, 0))
  let at = 0
  for (const part of parts) {
    out.set(part, at)
    at += part.length
  }
  return out
}

function listsOf(postings: readonly Uint32Array[], mask: Uint8Array): Uint32Array[] {
  return postings.filter((list, code) => mask[code] && list.length > 0)
}

/** Ascending lists as one ascending list. */
function merged(lists: readonly Uint32Array[]): Uint32Array {
  const [first, ...rest] = lists
  return first ? rest.reduce(mergeTwo, first) : new Uint32Array(0)
}

function mergeTwo(a: Uint32Array, b: Uint32Array): Uint32Array {
  const out = new Uint32Array(a.length + b.length)
  let i = 0
  let j = 0
  let at = 0
  while (i < a.length && j < b.length) out[at++] = a[i]! < b[j]! ? a[i++]! : b[j++]!
  while (i < a.length) out[at++] = a[i++]!
  while (j < b.length) out[at++] = b[j++]!
  return out
}

function keepCodes(rows: Uint32Array, left: number, codes: Values, mask: Uint8Array): number {
  let kept = 0
  for (let i = 0; i < left; i++) {
    const row = rows[i]!
    rows[kept] = row
    kept += mask[codes[row]!]!
  }
  return kept
}

/** Rows whose date interval meets the range, and undated ones, which are told apart later. */
function keepDates(rows: Uint32Array, left: number, { from, to }: Sorted, range: RecordFilter['date']): number {
  if (range?.from === undefined && range?.to === undefined) return left
  const first = range.from === undefined ? NO_DAY : epochDay(range.from)
  const last = range.to === undefined ? 0x7fffffff : epochDay(range.to)
  let kept = 0
  for (let i = 0; i < left; i++) {
    const row = rows[i]!
    const start = from[row]!
    if (start === NO_DAY || (start <= last && to[row]! >= first)) rows[kept++] = row
  }
  return kept
}

/** Rows inside a box, and unlocated ones, which are told apart later. */
function keepBox(
  rows: Uint32Array,
  left: number,
  { lat, lon }: Sorted,
  [west, south, east, north]: NonNullable<RecordFilter['box']>,
): number {
  const wraps = west > east
  let kept = 0
  for (let i = 0; i < left; i++) {
    const row = rows[i]!
    const y = lat[row]!
    const x = lon[row]!
    // What has no point compares false throughout, and stays.
    if (y < south || y > north || (wraps ? x < west && x > east : x < west || x > east)) continue
    rows[kept++] = row
  }
  return kept
}

/** Splits the rows that fit into those that are shown and those that are not, with the first reason that applies. */
function shown(rows: Uint32Array, filter: RecordFilter, { sorted, coded }: MatchInput): IndexMatch {
  const { status, certainty, background, country, from, lat, confidence } = sorted
  const rejected = filter.status?.length ? -1 : coded.status.code('rejected')
  const dated = filter.date?.from !== undefined || filter.date?.to !== undefined
  const boxed = filter.box !== undefined
  const placed = (filter.country?.length ?? 0) > 0
  const noBackground = filter.background === false
  const certainties = filter.certainty?.length ? coded.certainty.mask(filter.certainty) : null
  const least = filter.minConfidence ?? Number.NEGATIVE_INFINITY
  const counts = new Uint32Array(REASONS.length)
  let found = 0
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i]!
    if (status[row] === rejected) counts[0]!++
    else if (dated && from[row] === NO_DAY) counts[1]!++
    else if (boxed && Number.isNaN(lat[row]!)) counts[2]!++
    else if (placed && country[row] === 0) counts[3]!++
    else if (noBackground && background[row] === 1) counts[4]!++
    else if (certainties && !certainties[certainty[row]!]) counts[5]!++
    else if (confidence[row]! < least) counts[6]!++
    else rows[found++] = row
  }
  const excluded: Record<string, number> = {}
  for (const [i, reason] of REASONS.entries()) if (counts[i]) excluded[reason] = counts[i]!
  // A copy, so that an answer that is kept holds no more memory than it needs.
  return { rows: rows.slice(0, found), excluded }
}
