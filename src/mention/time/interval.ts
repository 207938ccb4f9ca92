import {
  addDays,
  daysInMonth,
  epochDay,
  fromEpochDay,
  isoWeek,
  type PlainDate,
  plainDate,
} from '../../base/plain-date.ts'
import type { Edge, Season } from './tree.ts'

/** First and last day, both inside. */
export interface Interval {
  readonly from: PlainDate
  readonly to: PlainDate
}

/** First month of each season on the northern half of the globe; winter runs into the next year. */
const SEASON_START: Readonly<Record<Season, number>> = { SP: 3, SU: 6, FA: 9, WI: 12 }

export function monthInterval(year: number, month: number): Interval | null {
  const from = plainDate(year, month, 1)
  const to = plainDate(year, month, daysInMonth(year, month))
  return from && to ? { from, to } : null
}

export function monthsInterval(year: number, month: number, months: number): Interval | null {
  const last = month - 1 + months - 1
  const first = monthInterval(year, month)
  const end = monthInterval(year + Math.floor(last / 12), (last % 12) + 1)
  return first && end ? { from: first.from, to: end.to } : null
}

export function yearsInterval(first: number, last: number): Interval | null {
  const from = plainDate(first, 1, 1)
  const to = plainDate(last, 12, 31)
  return from && to ? { from, to } : null
}

/** Spring is March to May, and so on; winter of a year begins in its December. */
export function seasonInterval(year: number, season: Season): Interval | null {
  return monthsInterval(year, SEASON_START[season], 3)
}

/** The ISO week that holds the day. */
export function weekInterval(day: PlainDate): Interval {
  const { monday } = isoWeek(day)
  return { from: monday, to: addDays(monday, 6) }
}

/** "2004-W12" of the ISO week that holds the day. */
export function weekValue(day: PlainDate): string {
  const { year, week } = isoWeek(day)
  return `${year}-W${String(week).padStart(2, '0')}`
}

/** The first, middle or last third of an interval; intervals under three days stay whole. */
export function third(interval: Interval, edge: Edge): Interval {
  const from = epochDay(interval.from)
  const days = epochDay(interval.to) - from + 1
  if (days < 3) return interval
  const size = Math.round(days / 3)
  if (edge === 'START') return { from: interval.from, to: fromEpochDay(from + size - 1) }
  if (edge === 'END') return { from: fromEpochDay(from + days - size), to: interval.to }
  return { from: fromEpochDay(from + size), to: fromEpochDay(from + days - size - 1) }
}
