import { addDays, addMonths, dateParts, epochDay, type PlainDate, plainDate, weekday } from '../../base/plain-date.ts'
import type { TimeGrain, TimeMention } from '../mention.ts'
import {
  type Interval,
  monthInterval,
  monthsInterval,
  seasonInterval,
  third,
  weekInterval,
  weekValue,
  yearsInterval,
} from './interval.ts'
import { namedDay } from './named-days.ts'
import { durationValue } from './span-rules.ts'
import type { Lean } from './tense.ts'
import type { Clock, DayPart, Season, TimeTree, TimeUnit, YearPart, YearRef } from './tree.ts'

/** What a value may hang on: the day of publication and the last date that the story has told. */
export interface TimeContext {
  /** Day that relative dates are counted from; null where nothing is known of the publication. */
  readonly published: PlainDate | null
  /** Only a lower bound of the publication is known: said in every basis that stands on it. */
  readonly bounded: boolean
  /** The last date told outright in this story. */
  readonly story: StoryDate | null
  /** Paragraph of the expression, so that a story date can be told to be near. */
  readonly paragraph: number
  /** The last quarter told, unless a longer period was told after it. */
  readonly quarter: Quarter | null
  /** Which way the words around it lean. */
  readonly lean: Lean
  /** ISO 3166-1 alpha-3 of the outlet or topic, for days that differ by country. */
  readonly country: string | undefined
}

/** The period that figures of the story are told for. */
export interface Quarter {
  readonly year: number
  readonly index: number
  readonly paragraph: number
}

export interface StoryDate {
  readonly from: PlainDate
  readonly grain: TimeGrain
  /** Its year was written, not worked out. */
  readonly stated: boolean
  readonly paragraph: number
}

/** The resolved part of a TimeMention. */
export type TimeValue = Pick<TimeMention, 'type' | 'value' | 'from' | 'to' | 'grain' | 'mod' | 'anchor' | 'basis'>

const pad = (n: number): string => String(n).padStart(2, '0')
const SEASON_FIRST: Readonly<Record<Season, number>> = { SP: 3, SU: 6, FA: 9, WI: 12 }

/** Turns a tree into a value. Never throws; what cannot be known stays null, with a masked TIMEX3 value. */
export function resolveTime(tree: TimeTree, context: TimeContext): TimeValue | null {
  const core = resolveCore(tree, context)
  return core ? withEdge(core, tree) : null
}

function withEdge(value: TimeValue, tree: TimeTree): TimeValue {
  const { edge, side, approximate } = tree
  const mod = edge ?? side ?? (approximate ? 'APPROX' : value.mod)
  if (!edge || value.from === null || value.to === null || value.grain === 'day' || value.grain === 'time')
    return { ...value, mod }
  const narrowed = third({ from: value.from, to: value.to }, edge)
  return { ...value, ...narrowed, mod }
}

function resolveCore(tree: TimeTree, context: TimeContext): TimeValue | null {
  switch (tree.kind) {
    case 'calendar-day':
      return calendarDay(tree, context)
    case 'calendar-month':
      return calendarMonth(tree, context)
    case 'year': {
      const last = tree.lastYear ?? tree.year
      const value = tree.lastYear ? `${tree.year}/${tree.lastYear}` : String(tree.year)
      return dated(value, yearsInterval(tree.year, last), 'year', 'none', 'stated')
    }
    case 'year-part':
      return yearPart(tree.part, tree, context)
    case 'decade':
      return dated(
        String(tree.decade),
        yearsInterval(tree.decade * 10, tree.decade * 10 + 9),
        'decade',
        'none',
        'stated',
      )
    case 'century':
      return dated(
        pad(tree.century),
        yearsInterval(Math.max(1, tree.century * 100), tree.century * 100 + 99),
        'century',
        'none',
        'stated',
      )
    case 'weekday':
      return weekdayValue(tree, context)
    case 'day-step': {
      if (!context.published) return unknown('XXXX-XX-XX', 'day')
      return day(addDays(context.published, tree.days), context, 'relative-day', tree)
    }
    case 'period':
      return period(tree.unit, tree.step, tree.of, context)
    case 'week-of': {
      const on = yearOf(tree.month, tree.day, tree.year, context)
      return on.day ? dated(weekValue(on.day), weekInterval(on.day), 'week', on.anchor, on.basis) : null
    }
    case 'same':
      return same(tree.unit, context)
    case 'offset':
      return offset(tree.amount, tree.unit, tree.sign, tree.of, context)
    case 'duration':
      return {
        type: 'DURATION',
        value: durationValue(tree.amount, tree.unit),
        from: null,
        to: null,
        grain: null,
        mod: null,
        anchor: 'none',
        basis: 'stated',
      }
    case 'set':
      return {
        type: 'SET',
        value: tree.value,
        from: null,
        to: null,
        grain: null,
        mod: null,
        anchor: 'none',
        basis: 'stated',
      }
    case 'age':
      return null
    case 'reference':
      return {
        type: 'DATE',
        value: tree.value,
        from: null,
        to: null,
        grain: 'reference',
        mod: null,
        anchor: 'publication',
        basis: 'stated',
      }
    case 'clock': {
      const on = context.story?.grain === 'day' ? context.story.from : context.published
      if (!on) return { ...unknown(`XXXX-XX-XXT${clockText(tree.clock)}`, 'time'), type: 'TIME' }
      return day(
        on,
        context,
        context.story?.grain === 'day' ? 'clock-of-story-day' : 'clock-of-publication-day',
        tree,
        context.story?.grain === 'day' ? 'narrative' : 'publication',
      )
    }
    case 'named-day':
      return namedDayValue(tree.name, tree.year, context)
  }
}

function inferred(rule: string, context: TimeContext, anchor: TimeMention['anchor'] = 'publication'): string {
  return `inferred:${rule}${context.bounded && anchor === 'publication' ? ':publication-lower-bound' : ''}`
}

function dated(
  value: string,
  interval: Interval | null,
  grain: TimeGrain,
  anchor: TimeMention['anchor'],
  basis: string,
): TimeValue {
  return {
    type: 'DATE',
    value,
    from: interval?.from ?? null,
    to: interval?.to ?? null,
    grain,
    mod: null,
    anchor,
    basis,
  }
}

function unknown(value: string, grain: TimeGrain): TimeValue {
  return {
    type: 'DATE',
    value,
    from: null,
    to: null,
    grain,
    mod: null,
    anchor: 'none',
    basis: 'inferred:no-publication-date',
  }
}

function clockText(clock: Clock): string {
  return clock.minute === null ? pad(clock.hour) : `${pad(clock.hour)}:${pad(clock.minute)}`
}

/** A day with the clock time or part of day that the tree gives. */
function day(
  on: PlainDate,
  context: TimeContext,
  rule: string,
  tree: { readonly clock?: Clock; readonly part?: DayPart },
  anchor: TimeMention['anchor'] = 'publication',
): TimeValue {
  const basis = rule === 'stated' ? 'stated' : inferred(rule, context, anchor)
  if (tree.clock)
    return {
      type: 'TIME',
      value: `${on}T${clockText(tree.clock)}`,
      from: on,
      to: on,
      grain: 'time',
      mod: null,
      anchor,
      basis,
    }
  if (tree.part)
    return { type: 'TIME', value: `${on}T${tree.part}`, from: on, to: on, grain: 'day', mod: null, anchor, basis }
  return dated(on, { from: on, to: on }, 'day', anchor, basis)
}

/** The year of a day and month. Without one: the year that brings it nearest to the publication date; the tense breaks near ties. */
function yearOf(
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
  let best: PlainDate | null = null
  let bestCost = Number.POSITIVE_INFINITY
  for (const candidate of [now - 1, now, now + 1]) {
    const on = plainDate(candidate, month, dayOfMonth)
    if (!on) continue
    const gap = epochDay(on) - epochDay(published)
    if (gap > 0 && context.lean === 'over') continue
    // A tie within TENSE_DAYS goes to the side that the words around speak of.
    const ahead = gap > 0
    const against =
      context.lean === 'past' && ahead ? VERB_DAYS : ahead === (context.lean === 'future') ? 0 : TENSE_DAYS
    const cost = Math.abs(gap) + against
    if (cost < bestCost) {
      best = on
      bestCost = cost
    }
  }
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

/** A day without a year this near to the publication is the report's own, whatever older year was told before it. */
const OWN_DAYS = 120

/** Days held against a date ahead whose verb stands in the past tense (100 to 150 did best of 40 to 250). */
const VERB_DAYS = 120

/** Days by which the tense may move a date's year: a tie-breaker around half a year (40 to 60 did best of 20 to 60). */
const TENSE_DAYS = 40

function calendarDay(tree: Extract<TimeTree, { kind: 'calendar-day' }>, context: TimeContext): TimeValue | null {
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

function calendarMonth(tree: Extract<TimeTree, { kind: 'calendar-month' }>, context: TimeContext): TimeValue | null {
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
    const cost = Math.abs(gap + (context.lean === 'future' ? -MONTH_SHIFT : MONTH_SHIFT))
    if (cost < bestCost) {
      bestCost = cost
      bestYear = year
    }
  }
  return make(bestYear, 'publication', inferred('nearest-year', context))
}

/** Paragraphs for which a quarter stays the period of the figures. */
const QUARTER_REACH = 1

/** Months by which the tense shifts the choice of a month's year: 1 and 1.5 did best of 0.6 to 1.5 on the time yardstick. */
const MONTH_SHIFT = 1

function weekdayValue(tree: Extract<TimeTree, { kind: 'weekday' }>, context: TimeContext): TimeValue {
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

function yearPart(
  part: YearPart,
  tree: { readonly year?: YearRef; readonly step?: -1 | 0 | 1; readonly yearAgo?: boolean },
  context: TimeContext,
): TimeValue | null {
  const { published, story, quarter } = context
  const make = (year: number, anchor: TimeMention['anchor'], basis: string, on: YearPart = part): TimeValue => {
    if (on.part === 'quarter')
      return dated(`${year}-Q${on.index}`, monthsInterval(year, on.index * 3 - 2, 3), 'quarter', anchor, basis)
    if (on.part === 'half')
      return dated(`${year}-H${on.index}`, monthsInterval(year, on.index === 1 ? 1 : 7, 6), 'half', anchor, basis)
    return dated(`${year}-${on.season}`, seasonInterval(year, on.season), 'season', anchor, basis)
  }
  if (tree.year && 'year' in tree.year) return make(tree.year.year, 'none', 'stated')
  if (tree.yearAgo) {
    // "the year-ago quarter": the quarter that the story speaks of, a year before.
    const base = part.part === 'quarter' ? (quarter ?? lastQuarter(published)) : null
    if (base)
      return make(base.year - 1, 'narrative', 'inferred:year-before-quarter', {
        part: 'quarter',
        index: base.index as 1 | 2 | 3 | 4,
      })
  }
  if (tree.year && 'same' in tree.year && story)
    return make(dateParts(story.from).year, 'narrative', 'inferred:same-year')
  if (!published) {
    const code = part.part === 'quarter' ? `Q${part.index}` : part.part === 'half' ? `H${part.index}` : part.season
    return unknown(`XXXX-${code}`, part.part)
  }
  const now = dateParts(published)
  if (tree.year && 'step' in tree.year)
    return make(now.year + tree.year.step, 'publication', inferred('relative-year', context))
  const first =
    part.part === 'quarter'
      ? part.index * 3 - 2
      : part.part === 'half'
        ? part.index === 1
          ? 1
          : 7
        : SEASON_FIRST[part.season]
  const length = part.part === 'half' ? 6 : 3
  const begun = now.month >= first
  const over = now.month >= first + length
  if (tree.step === -1)
    return make(
      over || (part.part !== 'season' && begun) ? now.year : now.year - 1,
      'publication',
      inferred('last-part', context),
    )
  if (tree.step === 1) return make(begun ? now.year + 1 : now.year, 'publication', inferred('next-part', context))
  if (tree.step === 0)
    return make(
      part.part === 'season' && part.season === 'WI' && now.month < 3 ? now.year - 1 : now.year,
      'publication',
      inferred('this-part', context),
    )
  // A part that is just over is still the one spoken of ("will report third-quarter results" in October).
  const justOver = over && now.month < first + length + 4
  if (context.lean === 'future' && !justOver)
    return make(over ? now.year + 1 : now.year, 'publication', inferred('part-ahead', context))
  return make(begun ? now.year : now.year - 1, 'publication', inferred('part-past', context))
}

/** The last quarter that was over on the day. */
function lastQuarter(on: PlainDate | null): { year: number; index: number } | null {
  if (!on) return null
  const { year, month } = dateParts(on)
  const index = Math.floor((month - 1) / 3)
  return index === 0 ? { year: year - 1, index: 4 } : { year, index }
}

function period(
  unit: TimeUnit,
  step: -1 | 0 | 1,
  of: 'publication' | 'narrative',
  context: TimeContext,
): TimeValue | null {
  const story = of === 'narrative' && context.story
  const base = story ? story.from : context.published
  const anchor = story ? 'narrative' : 'publication'
  const rule = story ? 'relative-to-story' : 'relative-period'
  if (!base)
    return unknown(
      unit === 'year' ? 'XXXX' : unit === 'week' ? 'XXXX-WXX' : unit === 'day' ? 'XXXX-XX-XX' : 'XXXX-XX',
      grainOf(unit),
    )
  const basis = inferred(rule, context, anchor)
  const now = dateParts(base)
  switch (unit) {
    case 'day':
      return day(addDays(base, step), context, rule, {}, anchor)
    case 'week': {
      const on = addDays(base, 7 * step)
      return dated(weekValue(on), weekInterval(on), 'week', anchor, basis)
    }
    case 'weekend': {
      const saturday = addDays(
        weekInterval(base).from,
        5 + 7 * (step === 0 && context.lean !== 'future' && weekday(base) < 5 ? -1 : step),
      )
      return dated(`${weekValue(saturday)}-WE`, { from: saturday, to: addDays(saturday, 1) }, 'week', anchor, basis)
    }
    case 'month':
      return monthOf(addMonths(base, step), anchor, basis)
    case 'quarter': {
      const index = now.year * 4 + Math.floor((now.month - 1) / 3) + step
      const year = Math.floor(index / 4)
      const quarter = (index % 4) + 1
      return dated(`${year}-Q${quarter}`, monthsInterval(year, quarter * 3 - 2, 3), 'quarter', anchor, basis)
    }
    case 'year':
      return dated(String(now.year + step), yearsInterval(now.year + step, now.year + step), 'year', anchor, basis)
    case 'decade': {
      const decade = Math.floor(now.year / 10) + step
      return dated(String(decade), yearsInterval(decade * 10, decade * 10 + 9), 'decade', anchor, basis)
    }
    case 'century': {
      const century = Math.floor(now.year / 100) + step
      return dated(String(century), yearsInterval(century * 100, century * 100 + 99), 'century', anchor, basis)
    }
    default:
      return null
  }
}

function monthOf(on: PlainDate, anchor: TimeMention['anchor'], basis: string): TimeValue {
  const { year, month } = dateParts(on)
  return dated(`${year}-${pad(month)}`, monthInterval(year, month), 'month', anchor, basis)
}

function grainOf(unit: TimeUnit): TimeGrain {
  if (unit === 'second' || unit === 'minute' || unit === 'hour') return 'time'
  if (unit === 'weekend') return 'week'
  return unit === 'millennium' ? 'century' : unit
}

/** "the same month", "that year", "the quarter": the period of the story's last date. */
function same(unit: TimeUnit, context: TimeContext): TimeValue | null {
  if (unit === 'quarter') {
    const base = context.quarter ?? lastQuarter(context.published)
    if (!base) return unknown('XXXX-QX', 'quarter')
    return dated(
      `${base.year}-Q${base.index}`,
      monthsInterval(base.year, base.index * 3 - 2, 3),
      'quarter',
      context.quarter ? 'narrative' : 'publication',
      context.quarter ? 'inferred:same-quarter' : inferred('last-quarter', context),
    )
  }
  if (!context.story) return context.published ? period(unit, 0, 'publication', context) : null
  return period(unit, 0, 'narrative', context)
}

function offset(
  amount: number | null,
  unit: TimeUnit,
  sign: -1 | 1,
  of: 'publication' | 'narrative' | 'day',
  context: TimeContext,
): TimeValue | null {
  const story = of === 'narrative' ? context.story : null
  const base = story ? story.from : context.published
  const anchor = story ? 'narrative' : 'publication'
  if (amount === null || !base || amount > 3000) {
    return {
      type: 'DATE',
      value: sign < 0 ? 'PAST_REF' : 'FUTURE_REF',
      from: null,
      to: null,
      grain: 'reference',
      mod: null,
      anchor,
      basis: amount === null ? 'stated' : 'inferred:no-publication-date',
    }
  }
  const rule = story ? 'offset-from-story' : 'offset-from-publication'
  const basis = inferred(rule, context, anchor)
  // The story's own grain: a year before a quarter is a quarter.
  const whole = Math.round(amount)
  switch (unit) {
    case 'day':
      return day(addDays(base, sign * whole), context, rule, {}, anchor)
    case 'week':
      return day(addDays(base, sign * Math.round(amount * 7)), context, rule, {}, anchor)
    case 'month':
      return monthOf(addMonths(base, sign * whole), anchor, basis)
    case 'quarter':
      return monthOf(addMonths(base, sign * whole * 3), anchor, basis)
    case 'year':
    case 'decade':
    case 'century': {
      const years = unit === 'year' ? amount : unit === 'decade' ? amount * 10 : amount * 100
      if (!Number.isInteger(years)) return monthOf(addMonths(base, sign * Math.round(years * 12)), anchor, basis)
      const year = dateParts(base).year + sign * years
      if (year < 1 || year > 9999) return null
      const quarter = context.quarter
      // Figures of a quarter are set against the same quarter a year before.
      if (
        unit === 'year' &&
        years === 1 &&
        sign < 0 &&
        quarter &&
        context.paragraph - quarter.paragraph <= QUARTER_REACH
      )
        return dated(
          `${quarter.year + sign}-Q${quarter.index}`,
          monthsInterval(quarter.year + sign, quarter.index * 3 - 2, 3),
          'quarter',
          'narrative',
          'inferred:year-before-quarter',
        )
      return dated(String(year).padStart(4, '0'), yearsInterval(year, year), 'year', anchor, basis)
    }
    case 'hour':
    case 'minute':
    case 'second': {
      const on = unit === 'hour' && amount >= 24 ? addDays(base, sign * Math.floor(amount / 24)) : base
      return dated(on, { from: on, to: on }, 'day', anchor, basis)
    }
    default:
      return null
  }
}

function namedDayValue(name: string, year: YearRef | undefined, context: TimeContext): TimeValue | null {
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
  let best: PlainDate | null = null
  for (const candidate of [now, now - 1, now + 1]) {
    const on = namedDay(name, candidate, country)
    if (!on) continue
    if (!best || Math.abs(epochDay(on) - epochDay(published)) < Math.abs(epochDay(best) - epochDay(published)))
      best = on
  }
  return best ? day(best, context, 'named-day', {}) : null
}
