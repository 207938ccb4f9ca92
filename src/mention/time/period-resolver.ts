import { addDays, addMonths, dateParts, type PlainDate, weekday } from '../../base/plain-date.ts'
import type { TimeGrain, TimeMention } from '../mention.ts'
import { monthInterval, monthsInterval, seasonInterval, weekInterval, weekValue, yearsInterval } from './interval.ts'
import { durationValue } from './span-rules.ts'
import { dated, day, inferred, pad, type TimeContext, type TimeValue, unknown } from './time-value.ts'
import type { Season, TimeTree, TimeUnit, YearPart, YearRef } from './tree.ts'

const SEASON_FIRST: Readonly<Record<Season, number>> = { SP: 3, SU: 6, FA: 9, WI: 12 }

/** Paragraphs for which a quarter stays the period of the figures. */
const QUARTER_REACH = 1

export function yearPart(
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

export function period(
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
    case 'weekend':
      return weekend(step, context.lean === 'past', base, context)
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
export function same(unit: TimeUnit, context: TimeContext): TimeValue | null {
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

export function offset(
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
  // "10 years later" with no date told before it hangs on an event that is not known here.
  if (of === 'narrative' && !story && sign > 0)
    return {
      ...unknown(/^(?:year|decade|century|millennium)$/u.test(unit) ? 'XXXX' : 'XXXX-XX-XX', grainOf(unit)),
      anchor: 'event',
      basis: 'inferred:no-story-date',
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

/** A length; "the past three days" and "the next two weeks" also lie somewhere: up to, or from, the publication. */
export function duration(tree: Extract<TimeTree, { kind: 'duration' }>, context: TimeContext): TimeValue {
  const { amount, unit, step } = tree
  const value: TimeValue = {
    type: 'DURATION',
    value: durationValue(amount, unit),
    from: null,
    to: null,
    grain: null,
    mod: null,
    anchor: 'none',
    basis: 'stated',
  }
  const { published } = context
  if (!step || !published || amount === null || amount > MAX_LENGTH) return value
  const other = shifted(published, step * amount, unit)
  if (!other) return value
  const [from, to] = step < 0 ? [other, published] : [published, other]
  return {
    ...value,
    from,
    to,
    grain: grainOf(unit),
    anchor: 'publication',
    basis: inferred(step < 0 ? 'trailing-length' : 'coming-length', context),
  }
}

/** Units beyond which a length is history and gets no interval. */
const MAX_LENGTH = 400

/** The day that many units away; the day itself counts as the first day of a row of days. */
function shifted(on: PlainDate, amount: number, unit: TimeUnit): PlainDate | null {
  const whole = Math.trunc(amount)
  if (unit === 'day') return addDays(on, whole - Math.sign(whole))
  if (unit === 'week') return addDays(on, whole * 7)
  if (unit === 'month') return addMonths(on, whole)
  if (unit === 'quarter') return addMonths(on, whole * 3)
  if (unit === 'year') return addMonths(on, whole * 12)
  if (unit === 'decade') return addMonths(on, whole * 120)
  return null
}

/** "the past week": the calendar's value of the period before, with the days up to the publication as its interval. */
export function trailing(unit: TimeUnit, context: TimeContext): TimeValue | null {
  if (unit === 'weekend') return weekend(0, true, context.published, context)
  const value = period(unit, -1, 'publication', context)
  const from = context.published ? shifted(context.published, -1, unit) : null
  if (!value || !from || !context.published || unit === 'day') return value
  return { ...value, from, to: context.published, basis: inferred('trailing-period', context) }
}

/** Saturday and Sunday. "the weekend" told of early in a week is the one before; "this weekend" is the week's own. */
function weekend(step: -1 | 0 | 1, gone: boolean, base: PlainDate | null, context: TimeContext): TimeValue | null {
  if (!base) return unknown('XXXX-WXX-WE', 'week')
  const back = step === 0 && gone && context.lean !== 'future' && weekday(base) < 5 ? -1 : step
  const saturday = addDays(weekInterval(base).from, 5 + 7 * back)
  const value = `${weekValue(saturday)}-WE`
  return dated(value, { from: saturday, to: addDays(saturday, 1) }, 'week', 'publication', inferred('weekend', context))
}
