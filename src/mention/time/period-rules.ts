import type { TimeRead, TimeReader, TimeRule } from './reader.ts'
import type { Edge, Step, TimeTree, YearPart } from './tree.ts'

/** "last week", "this morning", "next Friday", "the latest quarter", "this past spring", "last year's third quarter". */
export const steppedPeriod: TimeRule = (reader, at) => {
  let i = at
  const article = reader.word(i).article === true
  if (article) i++
  const latest = reader.lower(i) === 'latest'
  let step = latest ? -1 : reader.word(i).step
  if (step === undefined || (!reader.joins(i) && i > at)) return null
  i++
  // "this past spring", "this coming Sunday"
  if (step === 0 && reader.word(i).step !== undefined && reader.word(i).step !== 0 && reader.joins(i)) {
    step = reader.word(i).step as Step
    i++
  }
  if (!reader.joins(i)) return null
  const fiscal = reader.word(i).fiscal === true
  if (fiscal) i++
  const word = reader.word(i)
  const last = reader.lower(i - 1)
  const direction = step as Step
  if (word.weekday !== undefined && !word.plural) {
    const part = reader.word(i + 1).part
    const end = reader.skipStop(i + 1)
    return {
      tree: {
        kind: 'weekday',
        weekday: word.weekday,
        step: direction,
        ...(part && reader.joins(i + 1) ? { part } : {}),
      },
      end: part && reader.joins(i + 1) ? i + 2 : end,
    }
  }
  if (word.month !== undefined && (reader.named(i) || !word.risky)) {
    const end = reader.skipStop(i + 1)
    const day = reader.day(end)
    if (day && reader.joins(end)) return null
    return { tree: { kind: 'calendar-month', month: word.month, step: direction }, end }
  }
  if (word.season !== undefined && !word.plural) {
    const year = reader.yearAfter(i + 1)
    return {
      tree: {
        kind: 'year-part',
        part: { part: 'season', season: word.season },
        step: direction,
        ...(year ? { year: year.year } : {}),
      },
      end: year?.end ?? i + 1,
    }
  }
  if (word.part !== undefined && !word.plural) {
    if (article && direction === 0) return null
    if (article && direction !== 0)
      return { tree: { kind: 'offset', amount: 1, unit: 'day', sign: direction, of: 'narrative' }, end: i + 1 }
    const days = direction === 1 ? 1 : last === 'last' ? -1 : 0
    return { tree: { kind: 'day-step', days, part: word.part }, end: i + 1 }
  }
  const named = yearPartAt(reader, i)
  if (named?.explicit) {
    return {
      tree: { kind: 'year-part', part: named.part, step: direction, ...(named.year ? { year: named.year } : {}) },
      end: named.end,
    }
  }
  if (word.period && (latest || /^(?:corresponding|year)$/u.test(last)))
    return { tree: { kind: 'period', unit: 'quarter', step: -1, of: 'publication' }, end: i + 1 }
  // "the last half of 1989" is read as a part of its year.
  if (word.unit === undefined || word.unit === 'half') return null
  if (word.plural) {
    if (article || direction === 0) return null
    return direction === 1
      ? { tree: { kind: 'reference', value: 'FUTURE_REF' }, end: i + 1 }
      : { tree: { kind: 'duration', amount: null, unit: word.unit }, end: i + 1 }
  }
  if (word.unit === 'second' || word.unit === 'minute' || word.unit === 'hour') return null
  if (word.unit === 'year') {
    const owner = reader.skipPossessive(i + 1)
    const part = owner > i + 1 ? yearPartAt(reader, owner) : null
    if (part)
      return {
        tree: {
          kind: 'year-part',
          part: part.part,
          year: { step: direction },
          ...(part.explicit ? {} : { yearAgo: true }),
        },
        end: part.end,
      }
    // "last year's period"
    if (owner > i + 1 && reader.word(owner).period)
      return { tree: { kind: 'offset', amount: 1, unit: 'year', sign: -1, of: 'narrative' }, end: owner + 1 }
  }
  const narrative = article && !latest && /^(?:next|following|previous|preceding|prior)$/u.test(last)
  return {
    tree: {
      kind: 'period',
      unit: word.unit,
      step: direction,
      of: narrative ? 'narrative' : 'publication',
      ...(fiscal ? { fiscal } : {}),
      ...(last === 'past' ? { trailing: true as const } : {}),
    },
    end: i + 1,
  }
}

/** "third quarter", "second-quarter", "first half", "last half", "Q3", "the quarter" (not explicit); with its year after it. */
function yearPartAt(
  reader: TimeReader,
  at: number,
): {
  part: YearPart
  end: number
  year?: { year: number } | { step: Step } | { same: true }
  explicit: boolean
} | null {
  let i = at
  if (reader.word(i).fiscal) i++
  if (!reader.joins(i)) return null
  const ordinal =
    reader.word(i).ordinal ??
    ordinalDigits(reader, i) ??
    (reader.lower(i) === 'last' || reader.lower(i) === 'latter' ? -1 : undefined)
  let explicit = true
  let index = 0
  if (ordinal !== undefined) {
    let j = i + (reader.pieces[i]?.kind === 'digits' ? 2 : 1)
    if (reader.word(j).fiscal) j++
    // "first two quarters of 1990" is the first half.
    const two = reader.lower(j) === 'two' && reader.word(j + 1).unit === 'quarter'
    if (two) j++
    j = reader.skipDash(j)
    const unit = reader.word(j).unit
    if (!reader.joins(j) || (unit !== 'quarter' && unit !== 'half') || (reader.word(j).plural && !two)) return null
    index = ordinal === -1 ? (unit === 'half' ? 2 : 4) : ordinal
    const half = unit === 'half' || two
    if (index < 1 || index > (half ? 2 : 4)) return null
    i = j + 1
    const part: YearPart = half
      ? { part: 'half', index: index as 1 | 2 }
      : { part: 'quarter', index: index as 1 | 2 | 3 | 4 }
    const year = reader.yearAfter(i)
    return year ? { part, end: year.end, year: year.year, explicit } : { part, end: i, explicit }
  }
  // Q3 2019, 3Q
  if (reader.lower(i) === 'q' && reader.glued(i + 1) && /^[1-4]$/u.test(reader.lower(i + 1))) {
    const year = reader.yearAfter(i + 2)
    const part: YearPart = { part: 'quarter', index: Number(reader.lower(i + 1)) as 1 | 2 | 3 | 4 }
    return year ? { part, end: year.end, year: year.year, explicit } : { part, end: i + 2, explicit }
  }
  if (/^[1-4]$/u.test(reader.lower(i)) && reader.lower(i + 1) === 'q' && reader.glued(i + 1)) {
    const year = reader.yearAfter(i + 2)
    const part: YearPart = { part: 'quarter', index: Number(reader.lower(i)) as 1 | 2 | 3 | 4 }
    return year ? { part, end: year.end, year: year.year, explicit } : { part, end: i + 2, explicit }
  }
  if (reader.word(i).unit === 'quarter' && !reader.word(i).plural) {
    explicit = false
    return { part: { part: 'quarter', index: 1 }, end: i + 1, explicit }
  }
  return null
}

function ordinalDigits(reader: TimeReader, at: number): number | undefined {
  const small = reader.small(at)
  return small !== null && reader.glued(at + 1) && /^(?:st|nd|rd|th)$/u.test(reader.lower(at + 1)) ? small : undefined
}

/** "the third quarter of 1990", "third-quarter", "fiscal 1989", "the 1988 second quarter", "the year-ago quarter", "FY 2020". */
export const yearPart: TimeRule = (reader, at) => {
  let i = at
  if (reader.word(i).article) i++
  if (i > at && !reader.joins(i)) return null
  if (/^(?:fiscal|fy)$/u.test(reader.lower(i))) {
    const j = reader.lower(i + 1) === 'year' ? i + 2 : i + 1
    const year = reader.joins(j) ? reader.year(j) : null
    if (year) return { tree: { kind: 'year', year: year.year, fiscal: true }, end: year.end }
    if (reader.word(i + 1).unit === 'year' && /^(?:ended|ending)$/u.test(reader.lower(i + 2)))
      return { tree: { kind: 'duration', amount: 1, unit: 'year' }, end: i + 2 }
    if (reader.word(i + 1).unit === 'year' && !reader.word(i + 1).plural && i > at)
      return { tree: { kind: 'period', unit: 'year', step: 0, of: 'publication', fiscal: true }, end: i + 2 }
  }
  const year = i > at || reader.pieces[i]?.kind === 'digits' ? reader.year(i) : null
  if (year) {
    const part = reader.joins(year.end) ? yearPartAt(reader, year.end) : null
    if (part?.explicit)
      return { tree: { kind: 'year-part', part: part.part, year: { year: year.year } }, end: part.end }
    const season = reader.word(year.end).season
    if (season && i > at && reader.joins(year.end))
      return {
        tree: { kind: 'year-part', part: { part: 'season', season }, year: { year: year.year } },
        end: year.end + 1,
      }
    if (i > at && reader.word(year.end).period && year.year >= 1900)
      return { tree: { kind: 'year', year: year.year }, end: year.end + 1 }
    return null
  }
  // "year-ago", "year-earlier" before a quarter, a period or nothing
  const dash = reader.skipDash(i + 1)
  if (reader.word(i).unit === 'year' && dash > i + 1 && /^(?:ago|earlier)$/u.test(reader.lower(dash))) {
    const next = dash + 1
    const part = reader.joins(next) ? yearPartAt(reader, next) : null
    if (part) return { tree: { kind: 'year-part', part: part.part, yearAgo: true }, end: part.end }
    const end = reader.word(next).period && reader.joins(next) ? next + 1 : next
    return { tree: { kind: 'offset', amount: 1, unit: 'year', sign: -1, of: 'narrative' }, end }
  }
  const part = yearPartAt(reader, i)
  if (!part) return null
  if (!part.explicit) {
    if (i === at) return null
    // "the quarter a year ago"
    const ago =
      reader.word(part.end).article &&
      reader.word(part.end + 1).unit === 'year' &&
      /^(?:ago|earlier)$/u.test(reader.lower(part.end + 2))
    if (ago) return { tree: { kind: 'year-part', part: part.part, yearAgo: true }, end: part.end + 3 }
    return { tree: { kind: 'same', unit: 'quarter' }, end: part.end }
  }
  if (part.part.part === 'half') {
    // "the first half of the season", of the match: only of a year, a named unit of time, or alone after "in the".
    const of = reader.lower(part.end) === 'of'
    if (of && !part.year) return null
    if (!of && !part.year && i === at) return null
    if (!of && !part.year && !/^(?:in|for|during|of|through)$/u.test(reader.lower(at - 1))) return null
  }
  return { tree: { kind: 'year-part', part: part.part, ...(part.year ? { year: part.year } : {}) }, end: part.end }
}

/** "the winter of 1994", "summer 2019", "over the summer"; "spring" and "fall" only with a year or an article and preposition. */
export const season: TimeRule = (reader, at) => {
  let i = at
  if (reader.word(i).article) i++
  const word = reader.word(i)
  if (word.season === undefined || word.plural || (i > at && !reader.joins(i))) return null
  const year = reader.yearAfter(i + 1)
  if (year)
    return {
      tree: { kind: 'year-part', part: { part: 'season', season: word.season }, year: year.year },
      end: year.end,
    }
  const before = reader.word(at - 1)
  if (!before.preposition && before.edge === undefined) return null
  if (word.risky && i === at && reader.lower(at - 1) !== 'in') return null
  if (reader.lexicon.language === 'en' && reader.pieces[i]?.capital && i === at) return null
  return { tree: { kind: 'year-part', part: { part: 'season', season: word.season } }, end: i + 1 }
}

/** Reads the core that an edge or a side is put on; set by the grammar, since rules call each other. */
export type CoreReader = (reader: TimeReader, at: number) => TimeRead | null

/** "early December", "mid-2020", "late in the year", "the end of 1990", "the middle of October", "earlier this month", "year-end". */
export function edgeRule(core: CoreReader): TimeRule {
  return (reader, at) => {
    let i = at
    const article = reader.word(i).article === true
    if (article) i++
    if (i > at && !reader.joins(i)) return null
    const lower = reader.lower(i)
    const word = reader.word(i)
    if (word.shift !== undefined && (lower === 'earlier' || lower === 'later')) {
      const next = /^(?:in|on)$/u.test(reader.lower(i + 1)) ? i + 2 : i + 1
      if (!reader.joins(next)) return null
      const sure =
        reader.word(next).step === 0 ||
        reader.word(next).days !== undefined ||
        reader.word(next).weekday !== undefined ||
        (next > i + 1 && reader.word(next).article)
      const inner = sure ? (core(reader, next) ?? bareUnit(reader, next)) : null
      return inner ? { tree: { ...inner.tree, side: lower === 'earlier' ? 'BEFORE' : 'AFTER' }, end: inner.end } : null
    }
    if (word.unit === 'year' && !word.plural) {
      const end = reader.skipDash(reader.skipPossessive(i + 1))
      if (reader.lower(end) === 'end' && reader.joins(end))
        return { tree: { kind: 'period', unit: 'year', step: 0, of: 'publication', edge: 'END' }, end: end + 1 }
    }
    const edge =
      halfEdge(reader, i) ??
      (word.edge
        ? { edge: word.edge, end: i + 1, half: false, of: /^(?:beginning|start|end|middle)$/u.test(lower) }
        : null)
    if (!edge) return null
    let next = reader.skipDash(edge.end)
    const dashed = next > edge.end
    if (edge.of && !dashed) {
      if (reader.lower(next) !== 'of') return null
      next++
    } else if (/^(?:in|on)$/u.test(reader.lower(next))) {
      next++
      if (
        !reader.word(next).article &&
        reader.word(next).month === undefined &&
        reader.year(next) === null &&
        reader.word(next).step === undefined &&
        reader.word(next).weekday === undefined
      )
        return null
    }
    if (!reader.joins(next)) return null
    const inner = core(reader, next) ?? bareUnit(reader, next)
    // "the last half of 1989" is a half of a year, not an edge of it.
    if (inner?.tree.kind === 'year' && edge.half) return null
    if (
      !inner ||
      inner.tree.kind === 'duration' ||
      inner.tree.kind === 'reference' ||
      inner.tree.kind === 'set' ||
      inner.tree.kind === 'clock'
    )
      return null
    // "late 50s" read as an age was refused by the decade rule; "early years" is no date.
    return { tree: { ...inner.tree, edge: edge.edge }, end: inner.end }
  }
}

/** "first half of" before a decade, a month, a century; quarters and halves of years are their own rule. */
function halfEdge(reader: TimeReader, at: number): { edge: Edge; end: number; of: boolean; half: boolean } | null {
  const first = reader.lower(at)
  if (first !== 'first' && first !== 'second' && first !== 'last' && first !== 'latter') return null
  if (reader.word(at + 1).unit !== 'half' || reader.lower(at + 2) !== 'of') return null
  return { edge: first === 'first' ? 'START' : 'END', end: at + 2, of: true, half: true }
}

/** "the year", "the month", "the week", "the century" after an edge. */
function bareUnit(reader: TimeReader, at: number): TimeRead | null {
  const i = reader.word(at).article ? at + 1 : at
  const { unit, plural } = reader.word(i)
  if (unit === undefined || plural || (i === at && reader.lexicon.language === 'en')) return null
  if (!/^(?:week|month|quarter|year|decade|century)$/u.test(unit)) return null
  const tree: TimeTree =
    unit === 'quarter' ? { kind: 'same', unit } : { kind: 'period', unit, step: 0, of: 'publication' }
  return { tree, end: i + 1 }
}

/** "first week of May 2020": the ISO week that holds most of those seven days. */
function weekOfMonth(reader: TimeReader, at: number): TimeRead | null {
  const nth = reader.lower(at) === 'last' ? 5 : reader.word(at).ordinal
  if (nth === undefined || nth < 1 || nth > 5 || reader.word(at + 1).unit !== 'week' || !reader.word(at + 2).of)
    return null
  const { month } = reader.word(at + 3)
  if (month === undefined || !reader.joins(at + 3) || !reader.named(at + 3)) return null
  const year = reader.yearAfter(at + 4)
  const day = nth === 5 ? 25 : 7 * nth - 3
  return { tree: { kind: 'week-of', month, day, ...(year ? { year: year.year } : {}) }, end: year?.end ?? at + 4 }
}

/** "the week of March 6", "the weekend", "the year ended March 31", "the full year". */
export const articledPeriod: TimeRule = (reader, at) => {
  if (!reader.word(at).article || reader.lower(at) === 'a' || reader.lower(at) === 'an') return null
  const week = weekOfMonth(reader, at + 1)
  if (week) return week
  let i = at + 1
  const full = /^(?:full|whole|entire)$/u.test(reader.lower(i))
  if (full) i++
  if (!reader.joins(i)) return null
  const { unit, plural } = reader.word(i)
  if (plural) return null
  if (unit === 'week' && reader.lower(i + 1) === 'of') {
    const { month } = reader.word(i + 2)
    const day = month === undefined ? null : reader.day(reader.skipStop(i + 3))
    if (month === undefined || !day) return null
    const year = reader.yearAfter(day.end)
    return {
      tree: { kind: 'week-of', month, day: day.day, ...(year ? { year: year.year } : {}) },
      end: year?.end ?? day.end,
    }
  }
  if (unit === 'weekend')
    return { tree: { kind: 'period', unit: 'weekend', step: 0, of: 'publication', trailing: true }, end: i + 1 }
  if (unit === 'year') {
    const next = reader.lower(i + 1)
    if (next === 'ended' || next === 'ending')
      return { tree: { kind: 'duration', amount: 1, unit: 'year' }, end: i + 1 }
    const year = reader.year(i + 1)
    if (year && reader.joins(i + 1)) return { tree: { kind: 'year', year: year.year }, end: year.end }
    if (
      full ||
      (/^(?:for|of|through|during|throughout|in)$/u.test(reader.lower(at - 1)) &&
        !/^(?:of|when|that|since|after|before|to)$/u.test(next) &&
        !reader.word(i + 1).yearWord &&
        reader.year(i + 1) === null)
    )
      return { tree: { kind: 'period', unit: 'year', step: 0, of: 'publication' }, end: i + 1 }
  }
  return null
}

/** "the same month", "that year", "that day". */
export const samePeriod: TimeRule = (reader, at) => {
  let i = at
  if (reader.word(i).article) i++
  if (!reader.word(i).same) return null
  if (reader.lower(i) === 'that' && reader.lower(i + 1) === 'same') i++
  const word = reader.word(i + 1)
  if (!reader.joins(i + 1)) return null
  if (word.part && !word.plural) return { tree: { kind: 'same', unit: 'day' }, end: i + 2 }
  if (word.unit === undefined || word.plural || !/^(?:day|week|month|quarter|year|decade|weekend)$/u.test(word.unit))
    return null
  return { tree: { kind: 'same', unit: word.unit }, end: i + 2 }
}
