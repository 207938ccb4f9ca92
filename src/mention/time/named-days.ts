import { addDays, daysInMonth, type PlainDate, plainDate, weekday } from '../../base/plain-date.ts'

/**
 * Named days: `name<TAB>country<TAB>rule`. Country is ISO 3166-1 alpha-3 or `*`. A rule is `MM-DD`; `MM wN d` = the N-th
 * weekday d (Monday 1) of a month, N = -1 the last; `easter±days`; `MM tue-after-mon`. General knowledge of calendars.
 */
const TABLE = `
new-year	*	01-01
new-year-eve	*	12-31
christmas	*	12-25
christmas-eve	*	12-24
thanksgiving	*	11 w4 4
thanksgiving	CAN	10 w2 1
labor-day-us	*	09 w1 1
memorial-day-us	*	05 w-1 1
columbus-day-us	*	10 w2 1
election-day-us	*	11 tue-after-mon
halloween	*	10-31
valentine	*	02-14
easter	*	easter+0
good-friday	*	easter-2
may-day	*	05-01
womens-day	*	03-08
human-rights-day	*	12-10
nauryz	*	03-21
nauryz	KAZ	03-22
bastille-day	*	07-14
victory-day-may-9	*	05-09
capital-day-kz	*	07-06
independence	KAZ	12-16
independence	KGZ	08-31
independence	UZB	09-01
independence	TJK	09-09
independence	TKM	09-27
independence	UKR	08-24
independence	USA	07-04
independence	IND	08-15
independence	PAK	08-14
independence	MEX	09-16
independence	BRA	09-07
independence	IDN	08-17
independence	NGA	10-01
independence	KEN	12-12
independence	GEO	05-26
independence	AZE	10-18
independence	ARM	09-21
independence	BLR	07-03
independence	MDA	08-27
independence	POL	11-11
independence	FIN	12-06
independence	ISR	unknown
independence	PHL	06-12
republic	KAZ	10-25
republic	IND	01-26
republic	ITA	06-02
republic	TUR	10-29
constitution	KAZ	08-30
constitution	KGZ	05-05
constitution	UZB	12-08
constitution	TJK	11-06
constitution	RUS	12-12
constitution	UKR	06-28
first-president-kz	*	12-01
unity-kz	KAZ	05-01
russia-day	*	06-12
unity-day-ru	RUS	11-04
national-day-cn	CHN	10-01
`

const RULES = new Map<string, string>()
for (const line of TABLE.split('\n')) {
  const [name, country, rule] = line.split('\t')
  if (name && country && rule) RULES.set(`${name} ${country}`, rule)
}

/** The date of a named day in a year, for a country where it differs; null where it is not known. */
export function namedDay(name: string, year: number, country?: string): PlainDate | null {
  const rule = (country ? RULES.get(`${name} ${country}`) : undefined) ?? RULES.get(`${name} *`)
  if (!rule) return null
  const fixed = /^(\d{2})-(\d{2})$/u.exec(rule)
  if (fixed) return plainDate(year, Number(fixed[1]), Number(fixed[2]))
  const nth = /^(\d{2}) w(-?\d) (\d)$/u.exec(rule)
  if (nth) return nthWeekday(year, Number(nth[1]), Number(nth[2]), Number(nth[3]))
  if (rule === '11 tue-after-mon') {
    const monday = nthWeekday(year, 11, 1, 1)
    return monday ? addDays(monday, 1) : null
  }
  const offset = /^easter([+-]\d+)$/u.exec(rule)
  if (offset) {
    const sunday = easter(year)
    return sunday ? addDays(sunday, Number(offset[1])) : null
  }
  return null
}

function nthWeekday(year: number, month: number, nth: number, day: number): PlainDate | null {
  const first = plainDate(year, month, 1)
  if (!first) return null
  if (nth > 0) return addDays(first, ((day - weekday(first) + 7) % 7) + (nth - 1) * 7)
  const last = plainDate(year, month, daysInMonth(year, month)) as PlainDate
  return addDays(last, -((weekday(last) - day + 7) % 7))
}

/** Western Easter Sunday: the anonymous Gregorian computus (Meeus, Astronomical Algorithms, chapter 8). */
function easter(year: number): PlainDate | null {
  const a = year % 19
  const b = Math.floor(year / 100)
  const c = year % 100
  const d = Math.floor(b / 4)
  const e = b % 4
  const f = Math.floor((b + 8) / 25)
  const g = Math.floor((b - f + 1) / 3)
  const h = (19 * a + b - d - g + 15) % 30
  const i = Math.floor(c / 4)
  const k = c % 4
  const l = (32 + 2 * e + 2 * i - h - k) % 7
  const m = Math.floor((a + 11 * h + 22 * l) / 451)
  const month = Math.floor((h + l - 7 * m + 114) / 31)
  return plainDate(year, month, ((h + l - 7 * m + 114) % 31) + 1)
}
