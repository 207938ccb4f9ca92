import { type PlainDate, plainDate } from '../base/plain-date.ts'
import type { Publication } from './article.ts'
import type { MonthNames } from './month-names.ts'

/** How texts of several languages say that a source was looked up on a day. */
const ACCESSED =
  /(?:accessed|retrieved|last visited|consulted|viewed|дата обращения|дата звернення|просмотрено|қаралған күні|қаралды|каралган күнү|каралды|erişim tarihi|访问日期|访问于)[:\s]*(?:on\s+)?/giu
const CITED = /\(([^()]{3,400})\)/gu
const MONTH_DAY = /(?<![\p{L}\p{N}])(\p{L}{3,14})\.?\s+(\d{1,2})(?![\p{L}\p{N}])(?:,?\s+((?:19|20)\d{2}))?/gu
const DAY_MONTH = /(?<![\p{L}\p{N}.])(\d{1,2})\.?\s+(\p{L}{3,14})\.?(?:,?\s+((?:19|20)\d{2}))?/gu
const MONTH_YEAR = /(?<![\p{L}\p{N}])(\p{L}{3,14})\.?(?:\s+\d{1,2},)?\s+((?:19|20)\d{2})(?!\d)/gu
/** Characters after "accessed" in which its day must stand. */
const REACH_CHARACTERS = 40

/**
 * A lower bound of the day of publication, where the text names none: a report that says "accessed July 23" cannot be
 * older than that day. Looks for access dates first, then for the dates of works cited in brackets; a year that is not
 * written is the latest year that the text names beside a month. The interval stays open: `to` is null.
 */
export function publicationBound(text: string, months: MonthNames, today?: PlainDate): Publication | null {
  const year = latestYear(text, months, today)
  const accessed: Bound[] = []
  for (const match of text.matchAll(ACCESSED)) {
    const start = match.index
    const from = start + match[0].length
    const day = daysIn(text.slice(from, from + REACH_CHARACTERS), months, year)[0]
    if (day && day.start <= 3) accessed.push({ date: day.date, quote: text.slice(start, from + day.end) })
  }
  const best = latest(accessed, today)
  if (best) return { from: best.date, to: null, basis: 'access-date', quote: best.quote }
  const cited: Bound[] = []
  for (const match of text.matchAll(CITED)) {
    const inside = match[1] as string
    // A citation names a work and its day: "(Reuters, July 7)"; a bare "(July 7)" dates an event, perhaps one to come.
    if (!/^[^\d]*[,;]\s*\P{L}*\p{L}+\.?\s+\d{1,2}|^[^\d]*[,;]\s*\d{1,2}\s+\p{L}/u.test(inside)) continue
    for (const day of daysIn(inside, months, year))
      cited.push({ date: day.date, quote: inside.slice(day.start, day.end) })
  }
  const last = latest(cited, today)
  return last ? { from: last.date, to: null, basis: 'citation-date', quote: last.quote } : null
}

interface Bound {
  readonly date: PlainDate
  readonly quote: string
}

function latest(bounds: readonly Bound[], today: PlainDate | undefined): Bound | undefined {
  return bounds
    .filter(({ date }) => today === undefined || date <= today)
    .reduce<Bound | undefined>((best, bound) => (best && best.date >= bound.date ? best : bound), undefined)
}

function daysIn(
  text: string,
  months: MonthNames,
  year: number | null,
): { date: PlainDate; start: number; end: number }[] {
  const found: { date: PlainDate; start: number; end: number }[] = []
  const take = (
    match: RegExpExecArray,
    name: string | undefined,
    day: string | undefined,
    written: string | undefined,
  ): void => {
    const month = months.get((name ?? '').toLowerCase())
    const inYear = written ? Number(written) : year
    const date = month && inYear ? plainDate(inYear, month, Number(day)) : null
    if (date) found.push({ date, start: match.index, end: match.index + match[0].length })
  }
  for (const match of text.matchAll(MONTH_DAY)) take(match, match[1], match[2], match[3])
  for (const match of text.matchAll(DAY_MONTH)) take(match, match[2], match[1], match[3])
  return found.sort((a, b) => a.start - b.start)
}

/** The latest year that stands beside a month's name; plans are seldom dated to the month, so it is the report's year or the one before. */
function latestYear(text: string, months: MonthNames, today: PlainDate | undefined): number | null {
  let best: number | null = null
  for (const match of text.matchAll(MONTH_YEAR)) {
    const year = Number(match[2])
    if (!months.has((match[1] as string).toLowerCase()) || (today && year > Number(today.slice(0, 4)))) continue
    if (best === null || year > best) best = year
  }
  return best
}
