import type { TimeRead, TimeReader, TimeRule } from './reader.ts'
import type { Edge, Step, TimeTree, TimeUnit, YearRef } from './tree.ts'

/** The longest of the words that stands at `at`, and what it means; pieces are single characters. */
function wordAt<T>(reader: TimeReader, at: number, words: ReadonlyMap<string, T>): { value: T; end: number } | null {
  for (let length = 4; length > 0; length--) {
    let word = ''
    for (let i = at; i < at + length; i++) {
      if (i > at && !reader.glued(i)) {
        word = ''
        break
      }
      word += reader.lower(i)
    }
    const value = words.get(word)
    if (value !== undefined && word.length === length) return { value, end: at + length }
  }
  return null
}

const YEARS: ReadonlyMap<string, Step> = new Map([
  ['去年', -1],
  ['今年', 0],
  ['本年', 0],
  ['明年', 1],
])
const DAYS: ReadonlyMap<string, number> = new Map([
  ['今天', 0],
  ['今日', 0],
  ['昨天', -1],
  ['昨日', -1],
  ['前天', -2],
  ['明天', 1],
  ['明日', 1],
  ['后天', 2],
  ['後天', 2],
])
const PERIODS: ReadonlyMap<string, { unit: TimeUnit; step: Step }> = new Map([
  ['上周', { unit: 'week', step: -1 }],
  ['上週', { unit: 'week', step: -1 }],
  ['本周', { unit: 'week', step: 0 }],
  ['这周', { unit: 'week', step: 0 }],
  ['下周', { unit: 'week', step: 1 }],
  ['上个月', { unit: 'month', step: -1 }],
  ['上月', { unit: 'month', step: -1 }],
  ['本月', { unit: 'month', step: 0 }],
  ['下个月', { unit: 'month', step: 1 }],
  ['下月', { unit: 'month', step: 1 }],
])
const WEEKS: ReadonlyMap<string, Step | null> = new Map([
  ['星期', null],
  ['周', null],
  ['週', null],
  ['礼拜', null],
  ['上周', -1],
  ['本周', 0],
  ['这周', 0],
  ['下周', 1],
  ['上星期', -1],
  ['下星期', 1],
])
const WEEKDAYS: ReadonlyMap<string, number> = new Map([
  ['一', 1],
  ['二', 2],
  ['三', 3],
  ['四', 4],
  ['五', 5],
  ['六', 6],
  ['日', 7],
  ['天', 7],
])
const EDGES: ReadonlyMap<string, Edge> = new Map([
  ['初', 'START'],
  ['中旬', 'MID'],
  ['中', 'MID'],
  ['底', 'END'],
  ['末', 'END'],
  ['上旬', 'START'],
  ['下旬', 'END'],
])
const UNITS: ReadonlyMap<string, TimeUnit> = new Map([
  ['年', 'year'],
  ['个月', 'month'],
  ['周', 'week'],
  ['个星期', 'week'],
  ['天', 'day'],
  ['日', 'day'],
  ['小时', 'hour'],
  ['分钟', 'minute'],
])
const SEASONS: ReadonlyMap<string, 'SP' | 'SU' | 'FA' | 'WI'> = new Map([
  ['春季', 'SP'],
  ['春天', 'SP'],
  ['夏季', 'SU'],
  ['夏天', 'SU'],
  ['秋季', 'FA'],
  ['秋天', 'FA'],
  ['冬季', 'WI'],
  ['冬天', 'WI'],
])
const HALVES: ReadonlyMap<string, 1 | 2> = new Map([
  ['上半年', 1],
  ['下半年', 2],
])

/** A number in digits or in Chinese characters, up to `most`. */
function count(reader: TimeReader, at: number, most: number): { value: number; end: number } | null {
  const piece = reader.pieces[at]
  if (piece?.kind === 'digits') return Number(piece.lower) <= most ? { value: Number(piece.lower), end: at + 1 } : null
  const number = reader.number(at)
  return number && Number.isInteger(number.value) && number.value <= most && number.value > 0
    ? { value: number.value, end: number.end }
    : null
}

function yearAt(reader: TimeReader, at: number): { year: YearRef; end: number } | null {
  const step = wordAt(reader, at, YEARS)
  if (step) return { year: { step: step.value }, end: step.end }
  const piece = reader.pieces[at]
  if (piece?.kind === 'digits' && piece.lower.length === 4 && reader.lower(at + 1) === '年')
    return { year: { year: Number(piece.lower) }, end: at + 2 }
  return null
}

/** 2021年7月6日 · 7月6日 · 去年12月 · 今年上半年 · 上周五 · 昨天 · 三天前 · 2020年中. */
export const hanTime: TimeRule = (reader, at) => {
  const days = wordAt(reader, at, DAYS)
  if (days) return { tree: { kind: 'day-step', days: days.value }, end: days.end }
  const year = yearAt(reader, at)
  const dated = monthDay(reader, year?.end ?? at, year?.year)
  if (dated) return dated
  if (year) return withinYear(reader, year)
  const week = wordAt(reader, at, WEEKS)
  if (week) {
    const day = wordAt(reader, week.end, WEEKDAYS)
    if (day) {
      const tree: TimeTree =
        week.value === null
          ? { kind: 'weekday', weekday: day.value }
          : { kind: 'weekday', weekday: day.value, week: week.value }
      return { tree, end: day.end }
    }
  }
  const period = wordAt(reader, at, PERIODS)
  if (period) {
    const edge = wordAt(reader, period.end, EDGES)
    return {
      tree: { kind: 'period', ...period.value, of: 'publication', ...(edge ? { edge: edge.value } : {}) },
      end: edge?.end ?? period.end,
    }
  }
  return lengthOf(reader, at)
}

function monthDay(reader: TimeReader, at: number, year: YearRef | undefined): TimeRead | null {
  const month = count(reader, at, 12)
  if (!month || reader.lower(month.end) !== '月') return null
  const known = year ? { year } : {}
  const day = count(reader, month.end + 1, 31)
  if (day && (reader.lower(day.end) === '日' || reader.lower(day.end) === '号'))
    return { tree: { kind: 'calendar-day', month: month.value, day: day.value, ...known }, end: day.end + 1 }
  const edge = wordAt(reader, month.end + 1, EDGES)
  const end = reader.lower(month.end + 1) === '份' ? month.end + 2 : month.end + 1
  return {
    tree: { kind: 'calendar-month', month: month.value, ...known, ...(edge ? { edge: edge.value } : {}) },
    end: edge?.end ?? end,
  }
}

function withinYear(reader: TimeReader, year: { year: YearRef; end: number }): TimeRead | null {
  const half = wordAt(reader, year.end, HALVES)
  if (half)
    return { tree: { kind: 'year-part', part: { part: 'half', index: half.value }, year: year.year }, end: half.end }
  const season = wordAt(reader, year.end, SEASONS)
  if (season)
    return {
      tree: { kind: 'year-part', part: { part: 'season', season: season.value }, year: year.year },
      end: season.end,
    }
  if (reader.lower(year.end) === '第') {
    const index = count(reader, year.end + 1, 4)
    if (index && reader.lower(index.end) === '季' && reader.lower(index.end + 1) === '度')
      return {
        tree: { kind: 'year-part', part: { part: 'quarter', index: index.value as 1 | 2 | 3 | 4 }, year: year.year },
        end: index.end + 2,
      }
  }
  const edge = wordAt(reader, reader.lower(year.end) === '年' ? year.end + 1 : year.end, EDGES)
  const tree: TimeTree =
    'year' in year.year
      ? { kind: 'year', year: year.year.year }
      : { kind: 'period', unit: 'year', step: 'step' in year.year ? year.year.step : 0, of: 'publication' }
  return { tree: edge ? { ...tree, edge: edge.value } : tree, end: edge?.end ?? year.end }
}

/** 三天前 · 两周 · 5年后. */
function lengthOf(reader: TimeReader, at: number): TimeRead | null {
  const amount = count(reader, at, 10_000)
  if (!amount) return null
  const unit = wordAt(reader, amount.end, UNITS)
  // 7日 alone is a day of the month, not a length.
  if (!unit || reader.lower(amount.end) === '日') return null
  const next = reader.lower(unit.end)
  const ago = next === '前' || (next === '以' && reader.lower(unit.end + 1) === '前')
  const hence = next === '后' || next === '後'
  if (ago || hence)
    return {
      tree: { kind: 'offset', amount: amount.value, unit: unit.value, sign: ago ? -1 : 1, of: 'publication' },
      end: unit.end + (next === '以' ? 2 : 1),
    }
  if (unit.value === 'year' && amount.value > 1000) return null
  return { tree: { kind: 'duration', amount: amount.value, unit: unit.value }, end: unit.end }
}
