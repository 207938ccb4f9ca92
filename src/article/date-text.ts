import { type PlainDate, plainDate } from '../base/plain-date.ts'
import type { MonthNames } from './month-names.ts'

/** A calendar day found in a string, with the characters it stands on. */
export interface FoundDate {
  readonly date: PlainDate
  readonly start: number
  readonly end: number
}

/** Whether `03/04/2021` is read as 3 April (`day`) or March 4 (`month`) where the numbers allow both. */
export type NumericOrder = 'day' | 'month'

/** No page of the web was published before; older dates in metadata are defaults such as 1970-01-01. */
export const EARLIEST_YEAR = 1991
const LATEST_YEAR = 2099

const NAME = '(\\p{L}{3,14})'
const YEAR = '((?:19|20)\\d{2})'
const EDGE = '(?<![\\p{L}\\p{N}])'
const STOP = '(?![\\p{L}\\p{N}])'

/** Shapes of a day, the unambiguous first: a shape that matches wins over later ones at any place in the string. */
const ISO = new RegExp(`(?<!\\d)${YEAR}-(\\d{1,2})-(\\d{1,2})(?!\\d)`, 'u')
const CHINESE = new RegExp(`${YEAR}\\s?年\\s?(\\d{1,2})\\s?月\\s?(\\d{1,2})\\s?[日号]`, 'u')
const MONTH_FIRST = new RegExp(`${EDGE}${NAME}\\.?\\s+(\\d{1,2})(?:st|nd|rd|th)?,?\\s+(?:of\\s+)?${YEAR}${STOP}`, 'gu')
const DAY_FIRST = new RegExp(
  `${EDGE}(\\d{1,2})(?:st|nd|rd|th|-?го|\\.)?[\\s-]+(?:de\\s+|of\\s+)?${NAME}\\.?,?[\\s-]+(?:de\\s+)?${YEAR}`,
  'gu',
)
const YEAR_FIRST = new RegExp(
  `${EDGE}${YEAR}(?:\\s+(?:ж\\.|жыл\\p{L}*|йил\\p{L}*|г\\.))?,?\\s+(?:(\\d{1,2})[\\s-]+${NAME}|${NAME}\\s+(\\d{1,2}))${STOP}`,
  'gu',
)
const SLASHED_YEAR_FIRST = new RegExp(`(?<![\\d/.])${YEAR}[/.](\\d{1,2})[/.](\\d{1,2})(?![\\d/])`, 'u')
const NUMERIC = new RegExp(`(?<![\\d/.])(\\d{1,2})[/.-](\\d{1,2})[/.-]${YEAR}(?!\\d)`, 'u')
const COMPACT = /(?<!\d)((?:19|20)\d{2})(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])(?:T?\d{4,6}Z?)?(?!\d)/u

/**
 * The first day written in `text`, or null. Reads ISO 8601, RFC 2822, month names in the given languages and numeric
 * dates; a time and its zone are left aside: the day is the one that the source wrote.
 */
export function findDate(text: string, months: MonthNames, order: NumericOrder = 'day'): FoundDate | null {
  return (
    numbers(ISO, text, 1, 2, 3) ??
    numbers(CHINESE, text, 1, 2, 3) ??
    named(text, months) ??
    numbers(SLASHED_YEAR_FIRST, text, 1, 2, 3) ??
    numeric(text, order) ??
    numbers(COMPACT, text, 1, 2, 3)
  )
}

/** The day of a machine-written value: as `findDate`, and Unix time in seconds or milliseconds. */
export function parseDateValue(value: string, months: MonthNames, order: NumericOrder = 'day'): PlainDate | null {
  const trimmed = value.trim()
  if (/^1\d{9}(?:\d{3})?$/u.test(trimmed)) {
    const at = Number(trimmed) * (trimmed.length === 10 ? 1000 : 1)
    return new Date(at).toISOString().slice(0, 10)
  }
  return findDate(trimmed, months, order)?.date ?? null
}

function dayOf(year: number, month: number, day: number): PlainDate | null {
  return year >= EARLIEST_YEAR && year <= LATEST_YEAR ? plainDate(year, month, day) : null
}

function numbers(shape: RegExp, text: string, year: number, month: number, day: number): FoundDate | null {
  const match = shape.exec(text)
  if (!match) return null
  const date = dayOf(Number(match[year]), Number(match[month]), Number(match[day]))
  return date ? { date, start: match.index, end: match.index + match[0].length } : null
}

function numeric(text: string, order: NumericOrder): FoundDate | null {
  const match = NUMERIC.exec(text)
  if (!match) return null
  const [a, b, year] = [Number(match[1]), Number(match[2]), Number(match[3])]
  const dayFirst = a > 12 || (b <= 12 && (order === 'day' || match[0].includes('.')))
  const date = dayFirst ? dayOf(year, b, a) : dayOf(year, a, b)
  return date ? { date, start: match.index, end: match.index + match[0].length } : null
}

function named(text: string, months: MonthNames): FoundDate | null {
  let best: FoundDate | null = null
  const take = (
    match: RegExpExecArray,
    year: string | undefined,
    name: string | undefined,
    day: string | undefined,
  ): void => {
    const month = months.get((name ?? '').toLowerCase())
    const date = month ? dayOf(Number(year), month, Number(day)) : null
    if (date && (!best || match.index < best.start))
      best = { date, start: match.index, end: match.index + match[0].length }
  }
  for (const match of text.matchAll(MONTH_FIRST)) take(match, match[3], match[1], match[2])
  for (const match of text.matchAll(DAY_FIRST)) take(match, match[3], match[2], match[1])
  for (const match of text.matchAll(YEAR_FIRST)) take(match, match[1], match[3] ?? match[4], match[2] ?? match[5])
  return best
}
