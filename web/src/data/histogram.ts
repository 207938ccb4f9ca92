import { dayText, type Snapshot, UNKNOWN_16 } from './snapshot.ts'

export type BinUnit = 'day' | 'week' | 'month' | 'year'

/** Bars of the timeline; each holds the records that begin from its first day to before the next bar's. */
export interface Histogram {
  readonly unit: BinUnit
  /** First day of each bar, ascending without a gap. */
  readonly starts: readonly number[]
  /** Day after the last bar. */
  readonly end: number
  /** All records that pass but for the dates. */
  readonly counts: readonly number[]
  readonly undated: number
}

/** Most bars worth drawing on a screen. */
const MAX_BINS = 240

/** Counts rows by the day they begin, in the finest unit that keeps the bars few. */
export function histogramOf(snapshot: Snapshot, rows: Uint32Array): Histogram {
  const { day } = snapshot
  const perDay = new Uint32Array(UNKNOWN_16 + 1)
  let first = UNKNOWN_16
  let last = 0
  for (const row of rows) {
    const value = day[row]!
    perDay[value]!++
    if (value === UNKNOWN_16) continue
    if (value < first) first = value
    if (value > last) last = value
  }
  const undated = perDay[UNKNOWN_16]!
  if (first === UNKNOWN_16) return { unit: 'month', starts: [], end: 0, counts: [], undated }
  const unit = unitFor(last - first + 1)
  const starts: number[] = []
  const counts: number[] = []
  let start = binStart(first, unit)
  while (start <= last) {
    const next = nextBin(start, unit)
    let count = 0
    for (let value = Math.max(start, 0); value < next && value < UNKNOWN_16; value++) count += perDay[value]!
    starts.push(start)
    counts.push(count)
    start = next
  }
  return { unit, starts, end: start, counts, undated }
}

function unitFor(days: number): BinUnit {
  if (days <= MAX_BINS / 2) return 'day'
  if (days <= MAX_BINS * 7) return 'week'
  return days <= MAX_BINS * 30 ? 'month' : 'year'
}

function binStart(day: number, unit: BinUnit): number {
  if (unit === 'day') return day
  // 1900-01-01, day 0, was a Monday.
  if (unit === 'week') return day - (day % 7)
  const text = dayText(day)
  return day - (unit === 'month' ? Number(text.slice(8)) - 1 : dayOfYear(text))
}

function nextBin(start: number, unit: BinUnit): number {
  if (unit === 'day') return start + 1
  if (unit === 'week') return start + 7
  const text = dayText(start)
  const year = Number(text.slice(0, 4))
  const month = Number(text.slice(5, 7))
  const days = unit === 'month' ? daysBetween(year, month - 1, year, month) : daysBetween(year, 0, year + 1, 0)
  return start + days
}

function dayOfYear(text: string): number {
  const year = Number(text.slice(0, 4))
  return Math.round((Date.parse(`${text}T00:00:00Z`) - Date.UTC(year, 0, 1)) / 86_400_000)
}

function daysBetween(year: number, month: number, toYear: number, toMonth: number): number {
  return Math.round((Date.UTC(toYear, toMonth, 1) - Date.UTC(year, month, 1)) / 86_400_000)
}
