import { bareYear, century, dayFirst, decade, monthFirst, numericDate } from './calendar-rules.ts'
import { hanTime } from './han-rules.ts'
import { articledPeriod, edgeRule, samePeriod, season, steppedPeriod, yearPart } from './period-rules.ts'
import type { TimeRead, TimeReader, TimeRule } from './reader.ts'
import { bareLength, clockRule, lengthOfTime, setOfTimes } from './span-rules.ts'
import { dayStep, fixedPhrase, referenceWord, weekdayRule } from './word-rules.ts'
import { yearFirst } from './year-first-rules.ts'

const weekday = weekdayRule(monthFirst, dayFirst)

/** What names a day: read after a clock time. */
function dayCore(reader: TimeReader, at: number): TimeRead | null {
  return (
    weekday(reader, at) ??
    monthFirst(reader, at) ??
    dayFirst(reader, at) ??
    dayStep(reader, at) ??
    steppedPeriod(reader, at)
  )
}

/**
 * What an edge ("early", "the end of") or a side ("earlier") can be put on. Longer readings stand before those that
 * would take a part of them: the 1988 quarter before the year, the stepped month before the month.
 */
const CORES: readonly TimeRule[] = [
  fixedPhrase,
  steppedPeriod,
  yearPart,
  decade,
  century,
  numericDate,
  monthFirst,
  dayFirst,
  season,
  weekday,
  dayStep,
  bareYear,
]

function core(reader: TimeReader, at: number): TimeRead | null {
  for (const rule of CORES) {
    const read = rule(reader, at)
    if (read) return read
  }
  return null
}

/**
 * The rules in the order in which they are tried at each piece; the first that reads wins, so the order says which
 * reading of the same words is better.
 */
const RULES: readonly TimeRule[] = [
  fixedPhrase, // "the day before yesterday" before the lone "yesterday"
  edgeRule(core), // "early next week" before "next week"
  numericDate, // 2021-07-06 before the bare year and before a clock
  clockRule(dayCore), // "9 a.m. Tuesday" before the weekday; needs its sign, so it cannot eat a day number
  monthFirst,
  dayFirst, // "6 July" before a length of time
  steppedPeriod, // "the next week" before "the … week" as a length
  yearPart,
  articledPeriod,
  decade,
  century,
  samePeriod,
  lengthOfTime, // "two weeks ago", after all that begins with a number and is a date
  setOfTimes,
  season,
  weekday,
  dayStep,
  bareLength,
  bareYear,
  referenceWord,
]

/** Kazakh: its dates begin with the year, which must be read before a bare year is. */
const YEAR_FIRST_RULES: readonly TimeRule[] = [fixedPhrase, numericDate, yearFirst, ...RULES]

/** Chinese: its own reading of characters, then dates in digits and Latin words. */
const HAN_RULES: readonly TimeRule[] = [numericDate, hanTime]

/** The rules of a language in the order in which they are tried. */
export function rulesOf(language: string): readonly TimeRule[] {
  if (language === 'kk') return YEAR_FIRST_RULES
  if (language === 'zh') return HAN_RULES
  return RULES
}
