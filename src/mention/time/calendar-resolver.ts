import { addDays, dateParts, epochDay, type PlainDate, plainDate, weekday } from '../../base/plain-date.ts'
import type { TimeMention } from '../mention.ts'
import { monthInterval } from './interval.ts'
import { namedDay } from './named-days.ts'
import { dated, day, inferred, pad, type TimeContext, type TimeValue, unknown } from './time-value.ts'
import type { TimeTree, YearRef } from './tree.ts'

/** Days by which the tense may move a date's year: a tie-breaker around half a year (40 to 60 did best of 20 to 60). */
const TENSE_DAYS = 40

/** Days held against a date ahead whose verb stands in the past tense (100 to 150 did best of 40 to 250). */
const VERB_DAYS = 120

/** A day without a year this near to the publication is the report's own, whatever older year was told before it. */
const OWN_DAYS = 120

/** Months by which the tense shifts the choice of a month's year: 1 and 1.5 did best of 0.6 to 1.5 on the time yardstick. */
const MONTH_SHIFT = 1

/** The day nearest to the publication; what the words around lean away from costs more. */
function nearest(days: readonly (PlainDate | null)[], published: PlainDate, context: TimeContext): PlainDate | null {
  let best: PlainDate | null = null
  let bestCost = Number.POSITIVE_INFINITY
  for (const on of days) {
    if (!on) continue
    const gap = epochDay(on) - epochDay(published)
    const ahead = gap > 0
    if (ahead && context.lean === 'over') continue
    const against =
      context.lean === 'past' && ahead ? VERB_DAYS : ahead === (context.lean === 'future') ? 0 : TENSE_DAYS
    const cost = Math.abs(gap) + against
    if (cost < bestCost) {
      best = on
      bestCost = cost
    }
  }
  return best
}

/** The year of a day and month. Without one: the year that brings it nearest to the publication date; the tense breaks near ties. */
export function yearOf(
  month: number,
  dayOfMonth: number,
  year: YearRef | undefined,
  context: TimeContext,
): { day: PlainDate | null; anchor: TimeMention['anchor']; basis: string } {
  if (year && 'year' in year) return { day: plainDate(year.year, month, dayOfMonth), anchor: 'none', basis: 'stated' }
  const { published, story } = context
  if (year && 'same' in year) {
    const of = story ? dateParts(story.from).year : published ? dateParts(published).year : null
    return {
      day: of === null ? null : plainDate(of, month, dayOfMonth),
      anchor: 'narrative',
      basis: 'inferred:same-year',
    }
  }
  if (!published) return { day: null, anchor: 'none', basis: 'inferred:no-publication-date' }
  const now = dateParts(published).year
  if (year)
    return {
      day: plainDate(now + year.step, month, dayOfMonth),
      anchor: 'publication',
      basis: inferred('relative-year', context),
    }
  let best = nearest(
    [now - 1, now, now + 1].map((candidate) => plainDate(candidate, month, dayOfMonth)),
    published,
    context,
  )
  // A story told from an older year ("the 2014 protests … ended on December 16") keeps its year, unless the day is near
  // enough to be one of the report's own.
  const told = story?.stated && story.paragraph === context.paragraph ? dateParts(story.from).year : now
  const far = best !== null && Math.abs(epochDay(best) - epochDay(published)) > OWN_DAYS
  const old = told < now - 1 && context.lean === 'past' && far
  if (best && context.lean !== 'future' && (old || (told < now && best > published))) {
    const on = plainDate(told, month, dayOfMonth)
    if (on) return { day: on, anchor: 'narrative', basis: 'inferred:year-of-story' }
  }
  // 29 February: the last year that had one.
  if (!best) for (let back = 2; back < 9 && !best; back++) best = plainDate(now - back, month, dayOfMonth)
  return { day: best, anchor: 'publication', basis: inferred('nearest-year', context) }
}

export function calendarDay(tree: Extract<TimeTree, { kind: 'calendar-day' }>, context: TimeContext): TimeValue | null {
  const { month, day: dayOfMonth } = tree
  // A weekday with the date ("Sunday, March 8") picks the year in which they agree, if one of the near ones does.
  let found = yearOf(month, dayOfMonth, tree.year, context)
  if (
    !tree.year &&
    tree.weekday !== undefined &&
    found.day &&
    weekday(found.day) !== tree.weekday &&
    context.published
  ) {
    const now = dateParts(context.published).year
    const fits = [now, now - 1, now + 1]
      .map((y) => plainDate(y, month, dayOfMonth))
      .find((d) => d !== null && weekday(d) === tree.weekday)
    if (fits) found = { ...found, day: fits, basis: inferred('year-of-weekday', context) }
  }
  if (!found.day) {
    const year = tree.year && 'year' in tree.year ? String(tree.year.year) : 'XXXX'
    const impossible = year !== 'XXXX' || dayOfMonth > 29 || context.published !== null
    return {
      type: 'DATE',
      value: `${year}-${pad(month)}-${pad(dayOfMonth)}`,
      from: null,
      to: null,
      grain: 'day',
      mod: null,
      anchor: 'none',
      basis: impossible && dayOfMonth > 28 ? 'inferred:no-such-day' : found.basis,
    }
  }
  const rule =
    found.basis === 'stated'
      ? 'stated'
      : found.basis.replace(/^inferred:/u, '').replace(/:publication-lower-bound$/u, '')
  if (tree.lastDay !== undefined) {
    const { year } = dateParts(found.day)
    const last = plainDate(year, month, tree.lastDay)
    return dated(
      `${found.day}/${last ?? `${year}-${pad(month)}-${pad(tree.lastDay)}`}`,
      last ? { from: found.day, to: last } : null,
      'day',
      found.anchor,
      last ? found.basis : 'inferred:no-such-day',
    )
  }
  return day(found.day, context, rule, tree, found.anchor)
}

export function calendarMonth(
  tree: Extract<TimeTree, { kind: 'calendar-month' }>,
  context: TimeContext,
): TimeValue | null {
  const { month } = tree
  const make = (year: number, anchor: TimeMention['anchor'], basis: string): TimeValue =>
    dated(`${String(year).padStart(4, '0')}-${pad(month)}`, monthInterval(year, month), 'month', anchor, basis)
  if (tree.year && 'year' in tree.year) return make(tree.year.year, 'none', 'stated')
  const { published, story } = context
  if (tree.year && 'same' in tree.year && story)
    return make(dateParts(story.from).year, 'narrative', 'inferred:same-year')
  if (!published) return unknown(`XXXX-${pad(month)}`, 'month')
  const now = dateParts(published)
  if (tree.year && 'step' in tree.year)
    return make(now.year + tree.year.step, 'publication', inferred('relative-year', context))
  if (tree.step !== undefined) {
    // "last April": the nearest one gone by; "this September": the one of this year; "next May": the next to come.
    if (tree.step === 0) return make(now.year, 'publication', inferred('this-year', context))
    if (tree.step < 0)
      return make(month < now.month ? now.year : now.year - 1, 'publication', inferred('last-named-month', context))
    return make(month > now.month ? now.year : now.year + 1, 'publication', inferred('next-named-month', context))
  }
  // Nearest by months; the tense shifts the middle by MONTH_SHIFT.
  let bestYear = now.year
  let bestCost = Number.POSITIVE_INFINITY
  for (const year of [now.year - 1, now.year, now.year + 1]) {
    const gap = (year - now.year) * 12 + (month - now.month)
    if (gap > 0 && context.lean === 'over') continue
    const cost = Math.abs(gap + (context.lean === 'future' ? -MONTH_SHIFT : MONTH_SHIFT))
    if (cost < bestCost) {
      bestCost = cost
      bestYear = year
    }
  }
  return make(bestYear, 'publication', inferred('nearest-year', context))
}

export function weekdayValue(tree: Extract<TimeTree, { kind: 'weekday' }>, context: TimeContext): TimeValue {
  const { published } = context
  const value = `XXXX-WXX-${tree.weekday}`
  if (!published) return unknown(value, 'day')
  const today = weekday(published)
  const back = (today - tree.weekday + 7) % 7
  if (tree.week !== undefined)
    return day(addDays(published, tree.weekday - today + 7 * tree.week), context, 'weekday-of-week', tree)
  if (tree.step === -1) return day(addDays(published, -(back === 0 ? 7 : back)), context, 'last-weekday', tree)
  if (tree.step === 1) return day(addDays(published, back === 0 ? 7 : 7 - back), context, 'next-weekday', tree)
  if (back === 0) return day(published, context, 'weekday-of-publication', tree)
  if (tree.step === 0) {
    const ahead = 7 - back
    return day(
      addDays(published, ahead <= 3 || context.lean === 'future' ? ahead : -back),
      context,
      'this-weekday',
      tree,
    )
  }
  return context.lean === 'future'
    ? day(addDays(published, 7 - back), context, 'weekday-ahead', tree)
    : day(addDays(published, -back), context, 'weekday-past', tree)
}

export function namedDayValue(name: string, year: YearRef | undefined, context: TimeContext): TimeValue | null {
  const { published, country } = context
  if (year && 'year' in year) {
    const on = namedDay(name, year.year, country)
    return on ? day(on, context, 'named-day', {}, 'none') : null
  }
  if (!published) return null
  const now = dateParts(published).year
  if (year && 'step' in year) {
    const on = namedDay(name, now + year.step, country)
    return on ? day(on, context, 'named-day', {}) : null
  }
  const best = nearest(
    [now - 1, now, now + 1].map((candidate) => namedDay(name, candidate, country)),
    published,
    context,
  )
  return best ? day(best, context, 'named-day', {}) : null
}
