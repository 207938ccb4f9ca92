import { addDays } from '../../base/plain-date.ts'
import { calendarDay, calendarMonth, namedDayValue, weekdayValue, yearOf } from './calendar-resolver.ts'
import { third, weekInterval, weekValue, yearsInterval } from './interval.ts'
import { duration, offset, period, same, trailing, yearPart } from './period-resolver.ts'
import { clockText, dated, day, pad, type TimeContext, type TimeValue, unknown } from './time-value.ts'
import type { TimeTree } from './tree.ts'

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
      return tree.trailing ? trailing(tree.unit, context) : period(tree.unit, tree.step, tree.of, context)
    case 'week-of': {
      const on = yearOf(tree.month, tree.day, tree.year, context)
      return on.day ? dated(weekValue(on.day), weekInterval(on.day), 'week', on.anchor, on.basis) : null
    }
    case 'same':
      return same(tree.unit, context)
    case 'offset':
      return offset(tree.amount, tree.unit, tree.sign, tree.of, context)
    case 'duration':
      return duration(tree, context)
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
