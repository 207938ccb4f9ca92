/** A calendar day as `YYYY-MM-DD` in the proleptic Gregorian calendar; no time zone, no clock. */
export type PlainDate = string & { readonly kind?: 'plain-date' }

/** How exact a date is. `day` is the finest that records carry; times of day stay in TIMEX3 values. */
export type Grain = 'day' | 'week' | 'month' | 'season' | 'quarter' | 'half' | 'year' | 'decade' | 'century'

const DAY_MS = 86_400_000
const SHAPE = /^(\d{4})-(\d{2})-(\d{2})$/u

/** Whether the text is a calendar day that exists ("2021-02-30" does not). */
export function isPlainDate(text: string): text is PlainDate {
  const parts = SHAPE.exec(text)
  if (!parts) return false
  const [year, month, day] = [Number(parts[1]), Number(parts[2]), Number(parts[3])]
  return month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month)
}

/** The day, or null where year, month (1–12) and day do not name one. */
export function plainDate(year: number, month: number, day: number): PlainDate | null {
  if (year < 1 || year > 9999 || month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) return null
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
}

/** Year, month (1–12) and day of a valid date. */
export function dateParts(date: PlainDate): { year: number; month: number; day: number } {
  return { year: Number(date.slice(0, 4)), month: Number(date.slice(5, 7)), day: Number(date.slice(8, 10)) }
}

export function isLeapYear(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
}

export function daysInMonth(year: number, month: number): number {
  return month === 2
    ? isLeapYear(year)
      ? 29
      : 28
    : month === 4 || month === 6 || month === 9 || month === 11
      ? 30
      : 31
}

/** Days since 1970-01-01; negative before. */
export function epochDay(date: PlainDate): number {
  const { year, month, day } = dateParts(date)
  const at = new Date(0)
  at.setUTCFullYear(year, month - 1, day)
  return Math.round(at.getTime() / DAY_MS)
}

/** The day that lies `days` days after 1970-01-01. */
export function fromEpochDay(days: number): PlainDate {
  return new Date(days * DAY_MS).toISOString().slice(0, 10)
}

/** The day `days` later (earlier if negative). */
export function addDays(date: PlainDate, days: number): PlainDate {
  return fromEpochDay(epochDay(date) + days)
}

/** The same day `months` later, or the last day of that month where it is shorter. */
export function addMonths(date: PlainDate, months: number): PlainDate {
  const { year, month, day } = dateParts(date)
  const index = year * 12 + (month - 1) + months
  const toYear = Math.floor(index / 12)
  const toMonth = (index % 12) + 1
  return plainDate(toYear, toMonth, Math.min(day, daysInMonth(toYear, toMonth))) as PlainDate
}

/** ISO weekday: Monday 1 … Sunday 7. */
export function weekday(date: PlainDate): number {
  return ((((epochDay(date) + 3) % 7) + 7) % 7) + 1
}

/** ISO 8601 week: its year and number, and its Monday. */
export function isoWeek(date: PlainDate): { year: number; week: number; monday: PlainDate } {
  const monday = addDays(date, 1 - weekday(date))
  const { year } = dateParts(addDays(monday, 3))
  const first = `${String(year).padStart(4, '0')}-01-04`
  const firstMonday = addDays(first, 1 - weekday(first))
  return { year, week: Math.round((epochDay(monday) - epochDay(firstMonday)) / 7) + 1, monday }
}
