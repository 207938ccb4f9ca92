import type { TimeRead, TimeReader, TimeRule } from './reader.ts'
import type { Step, TimeTree, YearRef } from './tree.ts'

/**
 * Dates that begin with the year, as Kazakh writes them: "2021 жылғы 6 шілде", "2021 жылдың шілдесі", "өткен жылғы
 * желтоқсан", "былтыр", "шілденің 6-сында".
 */
export const yearFirst: TimeRule = (reader, at) => {
  const year = leadingYear(reader, at)
  if (!year) return null
  const day = reader.joins(year.end) ? reader.day(year.end) : null
  if (day) {
    const { month } = reader.word(day.end)
    if (month !== undefined && reader.joins(day.end))
      return { tree: { kind: 'calendar-day', month, day: day.day, year: year.year }, end: day.end + 1 }
  }
  const { month, season } = reader.word(year.end)
  if (month !== undefined && reader.joins(year.end)) {
    const end = skipMonthWord(reader, year.end + 1)
    const inner = reader.day(end)
    if (inner && reader.dash(inner.end))
      return { tree: { kind: 'calendar-day', month, day: inner.day, year: year.year }, end: inner.end }
    return { tree: { kind: 'calendar-month', month, year: year.year }, end }
  }
  if (season !== undefined && reader.joins(year.end))
    return { tree: { kind: 'year-part', part: { part: 'season', season }, year: year.year }, end: year.end + 1 }
  const tree: TimeTree =
    'year' in year.year
      ? { kind: 'year', year: year.year.year }
      : { kind: 'period', unit: 'year', step: 'step' in year.year ? year.year.step : 0, of: 'publication' }
  return { tree, end: year.end }
}

function leadingYear(reader: TimeReader, at: number): { year: YearRef; end: number } | null {
  const single: Step | undefined = reader.lexicon.thisYear?.get(reader.lower(at))
  if (single !== undefined) return { year: { step: single }, end: at + 1 }
  const year = reader.year(at)
  if (year && reader.word(year.end).yearWord && reader.joins(year.end))
    return { year: { year: year.year }, end: year.end + 1 }
  const { step } = reader.word(at)
  if (step !== undefined && reader.word(at + 1).yearWord && reader.joins(at + 1)) return { year: { step }, end: at + 2 }
  return null
}

/** "шілде айының", "шілде айында": the word "month" after its name. */
function skipMonthWord(reader: TimeReader, at: number): number {
  return reader.word(at).unit === 'month' && reader.joins(at) ? at + 1 : at
}

/** A start, middle or end that follows what it narrows: "наурыз айының соңында", "2020 жылдың ортасында". */
export function edgeAfter(reader: TimeReader, read: TimeRead): TimeRead {
  const { tree } = read
  if (tree.kind !== 'calendar-month' && tree.kind !== 'year' && tree.kind !== 'period' && tree.kind !== 'year-part')
    return read
  const at = tree.kind === 'calendar-month' ? skipMonthWord(reader, read.end) : read.end
  const { edge } = reader.word(at)
  if (edge === undefined || !reader.joins(at)) return read
  return { ...read, tree: { ...tree, edge }, end: at + 1 }
}
