import type { TimeRead, TimeReader, TimeRule } from './reader.ts'
import { FIRST_BARE_YEAR, LAST_BARE_YEAR } from './reader.ts'
import type { TimeTree } from './tree.ts'

const CURRENCY = '$\u20ac\u00a3\u00a5\u20b8\u20bd\u20b9\u20ba#\u2116'

/** 2021-07-06 · 06.07.2021 · 7/6/2021 · 11/02/89. Order by the language where it is open; numbers that fit one order only decide. */
export const numericDate: TimeRule = (reader, at) => {
  const first = reader.pieces[at]
  const sign = reader.pieces[at + 1]
  const second = reader.pieces[at + 2]
  const sign2 = reader.pieces[at + 3]
  const third = reader.pieces[at + 4]
  if (first?.kind !== 'digits' || sign?.kind !== 'sign' || second?.kind !== 'digits') return null
  if (sign2?.form !== sign.form || third?.kind !== 'digits') return null
  for (let i = 1; i <= 4; i++) if (!reader.glued(at + i)) return null
  if (second.lower.length > 2) return null
  const [a, b, c] = [Number(first.lower), Number(second.lower), Number(third.lower)]
  const separator = sign.form
  if (first.lower.length === 4 && third.lower.length <= 2 && '-/.'.includes(separator))
    return dated(at, at + 5, a, b, c)
  if (first.lower.length > 2 || (third.lower.length !== 4 && third.lower.length !== 2)) return null
  if (!'-/.'.includes(separator)) return null
  if (third.lower.length === 2 && separator === '-') return null
  const year = third.lower.length === 4 ? c : c < 40 ? 2000 + c : 1900 + c
  const monthFirst = separator === '.' ? false : reader.lexicon.slashOrder === 'month-day'
  const [month, day] = monthFirst ? [a, b] : [b, a]
  if (month > 12 && day <= 12) return dated(at, at + 5, year, day, month)
  return dated(at, at + 5, year, month, day)
}

function dated(_at: number, end: number, year: number, month: number, day: number): TimeRead | null {
  if (month < 1 || month > 12 || day < 1 || day > 31 || year < 1000 || year > 2199) return null
  return { tree: { kind: 'calendar-day', month, day, year: { year } }, end }
}

/** July 6, 2021 · Aug. 7 · March 5-7 · January nineteen ninety-seven · May (guarded) · June last year. */
export const monthFirst: TimeRule = (reader, at) => {
  const word = reader.word(at)
  const { month } = word
  if (month === undefined) return null
  const _piece = reader.pieces[at]
  const next = reader.skipStop(at + 1)
  const day = reader.joins(next) ? reader.day(next) : null
  const named = reader.named(at) || !word.risky
  if (day && (named || reader.pieces[next]?.kind === 'digits')) {
    const end = day.end
    // "March 5-7": the range keeps its month; "May 3-1" is a score.
    const dash = reader.dash(end) || reader.lower(end) === 'to'
    const last = dash && reader.joins(end) ? reader.day(end + 1) : null
    if (
      last &&
      last.day > day.day &&
      reader.pieces[end + 1]?.kind === 'digits' &&
      reader.word(last.end).month === undefined
    ) {
      const year = reader.yearAfter(last.end)
      return {
        tree: { kind: 'calendar-day', month, day: day.day, lastDay: last.day, ...(year ? { year: year.year } : {}) },
        end: year?.end ?? last.end,
      }
    }
    const year = reader.yearAfter(end)
    return {
      tree: { kind: 'calendar-day', month, day: day.day, ...(year ? { year: year.year } : {}) },
      end: year?.end ?? end,
    }
  }
  const year = reader.yearAfter(next)
  if (year && (named || 'year' in year.year))
    return { tree: { kind: 'calendar-month', month, year: year.year }, end: year.end }
  if (!monthStandsAlone(reader, at)) return null
  return { tree: { kind: 'calendar-month', month }, end: reader.lower(next) === '.' ? at + 1 : next }
}

/** "may", "march", "sun" and the like need a capital and a word before them that a date takes; others only no name around them. */
function monthStandsAlone(reader: TimeReader, at: number): boolean {
  const piece = reader.pieces[at]
  const word = reader.word(at)
  if (!piece) return false
  const before = at > 0 && reader.joins(at) ? reader.word(at - 1) : {}
  const introduced =
    before.preposition === true ||
    before.step !== undefined ||
    before.edge !== undefined ||
    before.every === true ||
    before.of === true
  if (!word.risky) return piece.capital || introduced || reader.lexicon.language !== 'en'
  if (piece.lower.length <= 3 && piece.lower !== 'may' && piece.lower !== 'jun')
    return piece.capital && introduced && reader.lower(at + 1) === '.'
  if (!reader.named(at)) return false
  // "the March accession": a month before the noun it dates.
  const noun = reader.pieces[at + 1]
  if (
    before.article &&
    piece.capital &&
    noun?.kind === 'word' &&
    !noun.capital &&
    !reader.word(at + 1).preposition &&
    !reader.word(at + 1).of
  )
    return true
  return introduced || before.relation !== undefined
}

/** 6 July 2021 · the 6th of July · 6 июля 2021 года · 5-7 July · 6 and 7 July (each day on its own). */
export const dayFirst: TimeRule = (reader, at) => {
  const day = reader.day(at)
  if (!day) return null
  let i = day.end
  let lastDay: number | undefined
  if (reader.dash(i) && reader.joins(i)) {
    const last = reader.day(i + 1)
    if (last && last.day > day.day && reader.pieces[i + 1]?.kind === 'digits') {
      lastDay = last.day
      i = last.end
    }
  } else if (
    reader.lower(i) === 'and' ||
    reader.lower(i) === ',' ||
    reader.lower(i) === 'и' ||
    reader.lower(i) === 'to'
  ) {
    // The month of "6 and 7 July" stands after the second day; the first day takes it without its words.
    const other = reader.day(i + 1)
    const shared = other ? reader.word(reader.lower(other.end) === 'of' ? other.end + 1 : other.end).month : undefined
    if (
      other &&
      shared !== undefined &&
      other.day > day.day &&
      reader.pieces[i + 1]?.kind === 'digits' &&
      reader.pieces[at]?.kind === 'digits'
    ) {
      const monthAt = reader.lower(other.end) === 'of' ? other.end + 1 : other.end
      if (!risky(reader, monthAt)) {
        const year = reader.yearAfter(reader.skipStop(monthAt + 1))
        return {
          tree: { kind: 'calendar-day', month: shared, day: day.day, ...(year ? { year: year.year } : {}) },
          end: day.end,
        }
      }
    }
  }
  if (reader.lower(i) === 'of') i++
  if (!reader.joins(i)) return null
  const { month } = reader.word(i)
  if (month === undefined || risky(reader, i)) return null
  // "40 March" or "in 2019 12 May" keep out; "at 10 May said" would need a clock word.
  const end = reader.skipStop(i + 1)
  const year = reader.yearAfter(end) ?? shortYear(reader, end)
  return {
    tree: {
      kind: 'calendar-day',
      month,
      day: day.day,
      ...(lastDay ? { lastDay } : {}),
      ...(year ? { year: year.year } : {}),
    },
    end: year?.end ?? (reader.lower(end - 1) === '.' ? end - 1 : end),
  }
}

/** "3 JAN 90": two digits that close a date of a wire report, taken for a year of the last century if no day can be meant. */
function shortYear(reader: TimeReader, at: number): { year: { year: number }; end: number } | null {
  const small = reader.small(at)
  if (small === null || small < 32 || reader.pieces[at]?.lower.length !== 2 || !reader.joins(at)) return null
  const next = reader.pieces[at + 1]
  const closed = next === undefined || next.gap === 'paragraph' || (next.kind === 'sign' && !'%$'.includes(next.form))
  return closed ? { year: { year: 1900 + small }, end: at + 1 } : null
}

function risky(reader: TimeReader, at: number): boolean {
  return reader.word(at).risky === true && !reader.named(at)
}

/** "25" in "April 24 and 25" or "May 9, 14, 2020": a day that takes the month of the date just before it. Called by the finder after such a date. */
export function followingDay(reader: TimeReader, at: number, before: TimeTree): TimeRead | null {
  if (before.kind !== 'calendar-day' || before.lastDay !== undefined) return null
  const joint = reader.lower(at)
  if (joint !== 'and' && joint !== ',' && joint !== 'и' && joint !== 'or') return null
  let i = at + 1
  if (joint === ',' && reader.lower(i) === 'and') i++
  if (!reader.joins(i) || reader.pieces[i]?.kind !== 'digits') return null
  const day = reader.day(i)
  if (!day || day.day <= before.day || reader.word(day.end).month !== undefined) return null
  // The next word must not be something counted: "April 24 and 25 people".
  const next = reader.pieces[day.end]
  const closes =
    next === undefined ||
    next.kind === 'sign' ||
    next.gap === 'paragraph' ||
    reader.word(day.end).preposition ||
    reader.word(day.end).of ||
    (/^(?:and|or)$/u.test(next.lower) && reader.pieces[day.end + 1]?.kind === 'digits')
  if (!closes && joint !== 'and') return null
  if (
    !closes &&
    next?.kind === 'word' &&
    !/^(?:when|where|to|with|as|at|was|were|is|are|will|that|which)$/u.test(next.lower)
  )
    return null
  const year = reader.yearAfter(day.end)
  const known = year?.year ?? before.year
  return {
    tree: { kind: 'calendar-day', month: before.month, day: day.day, ...(known ? { year: known } : {}) },
    end: year?.end ?? day.end,
    from: i,
  }
}

/** A year by itself: "in 1990", "the 1996 law", "2019-2021"; never where a currency, a unit or a list number touches it. */
export const bareYear: TimeRule = (reader, at) => {
  const year = reader.year(at)
  if (!year) return null
  const before = reader.pieces[at - 1]
  const after = reader.pieces[year.end]
  const joined = at > 0 && reader.joins(at)
  const introduced =
    joined &&
    (reader.word(at - 1).preposition === true ||
      reader.word(at - 1).relation !== undefined ||
      reader.word(at - 1).fiscal === true)
  if (before && joined) {
    if (CURRENCY.includes(before.form) && before.kind === 'sign') return null
    if (
      /^(?:no|number|page|flight|route|highway|room|box|nearly|some|about|almost|least|than|only|rs|class)$/u.test(
        before.lower,
      ) &&
      !(before.lower === 'about' && introduced && after?.kind === 'sign')
    )
      return null
    if (
      reader.glued(at) &&
      (before.kind === 'digits' || before.form === ':' || before.form === '#' || before.form === '.')
    )
      return null
    if (reader.glued(at) && before.form === '/' && reader.pieces[at - 2]?.kind === 'digits') return null
    if (reader.glued(at) && before.form === '-' && reader.pieces[at - 2]?.kind === 'digits' && reader.glued(at - 1))
      return null
    if (reader.glued(at) && before.form === ',' && reader.pieces[at - 2]?.kind === 'digits') return null
  }
  if (before?.lower === 'over' && joined && !/^(?:and|to|,)$/u.test(after?.lower ?? '')) return null
  const inWords = reader.pieces[at]?.kind === 'word'
  // Where nouns follow without a sign of the plural, a year needs its word ("2019 год") or a bracket or range.
  if (reader.lexicon.language !== 'en') {
    const ranged = reader.dash(year.end) && reader.pieces[year.end + 1]?.kind === 'digits'
    const bracket = before?.form === '(' && after?.form === ')'
    if (!reader.word(year.end).yearWord && !ranged && !bracket) return null
  }
  if (!introduced && !inWords && (year.year < FIRST_BARE_YEAR || year.year > LAST_BARE_YEAR)) return null
  if (introduced && (year.year < 1400 || year.year > 2100)) return null
  // "gone up to 1587" is no year; "from 1990 to 1994" is.
  if (joined && before?.lower === 'to' && reader.year(at - 2) === null) return null
  if (joined && !SURE.has(before?.lower ?? '') && (year.year < FIRST_BARE_YEAR || year.year > LAST_BARE_YEAR))
    return null
  if (after && reader.joins(year.end) && after.kind === 'word' && !after.capital && COUNTED.has(after.lower))
    return null
  if (inWords && !introduced && reader.lower(at) === 'two') return null
  // "2019-20", "2019-2021", "2013/14"
  const sign = reader.pieces[year.end]
  if (sign && reader.glued(year.end) && reader.glued(year.end + 1) && (reader.dash(year.end) || sign.form === '/')) {
    const last = reader.pieces[year.end + 1]
    if (last?.kind === 'digits' && (last.lower.length === 4 || last.lower.length === 2)) {
      const to = last.lower.length === 4 ? Number(last.lower) : Math.floor(year.year / 100) * 100 + Number(last.lower)
      if (to > year.year && to - year.year < 120)
        return {
          tree: { kind: 'year', year: year.year, lastYear: to },
          end: reader.lexicon.language !== 'en' && reader.word(year.end + 2).yearWord ? year.end + 3 : year.end + 2,
        }
    }
    if (last?.kind === 'digits') return null
  }
  const closed =
    reader.lexicon.language !== 'en' && reader.word(year.end).yearWord && reader.joins(year.end)
      ? year.end + 1
      : year.end
  return { tree: { kind: 'year', year: year.year }, end: closed }
}

/** Words after which a year of any age is a year. */
const SURE = new Set('in since from until by during before after year circa fiscal в с до к после'.split(' '))

/** Nouns that a number of four digits counts, so that it is no year. Kept short: capitals, verbs and event nouns follow years. */
const COUNTED = new Set(
  'people persons men women children protesters demonstrators workers students soldiers troops police policemen officers residents families houses homes votes miles kilometers kilometres km meters metres feet acres hectares tons tonnes barrels shares points dollars euros pounds rupees tenge rubles roubles yuan percent per members employees jobs seats others refugees villagers farmers miners passengers victims prisoners inmates cases deaths calls square cubic or-so block hours hrs'.split(
    ' ',
  ),
)

/** 1990s · the '80s · the mid-1990s' core. */
export const decade: TimeRule = (reader, at) => {
  const piece = reader.pieces[at]
  let digits = piece
  let i = at
  if (piece && piece.kind === 'sign' && "'\u2019\u2018`".includes(piece.form)) {
    digits = reader.pieces[at + 1]
    i = at + 1
    if (!reader.glued(i)) return null
  }
  if (digits?.kind !== 'digits' || !digits.lower.endsWith('0')) return null
  let end = i + 1
  // 1990-е, 90-х годах
  if (
    reader.lexicon.language === 'ru' &&
    reader.dash(end) &&
    /^(?:е|х|ые|ых)$/u.test(reader.lower(end + 1)) &&
    digits.lower.length % 2 === 0
  ) {
    const value = Number(digits.lower)
    if (digits.lower.length === 2 && value < 50) return null
    const closed = reader.word(end + 2).yearWord ? end + 3 : end + 2
    return { tree: { kind: 'decade', decade: (digits.lower.length === 4 ? value : 1900 + value) / 10 }, end: closed }
  }
  if (reader.lower(end) === 's' && reader.glued(end)) end++
  else if (
    reader.lower(end + 1) === 's' &&
    reader.glued(end) &&
    reader.glued(end + 1) &&
    "'\u2019".includes(reader.lower(end))
  )
    end += 2
  else return null
  const value = Number(digits.lower)
  if (digits.lower.length === 4 && value >= 1000 && value < 2100)
    return { tree: { kind: 'decade', decade: value / 10 }, end }
  if (digits.lower.length === 2) {
    // "in his 30s" is an age.
    if (i === at && /^(?:his|her|their|my|our|your)$/u.test(reader.lower(at - 1))) return null
    if (i === at && reader.word(at - 1).edge !== undefined && /^(?:his|her|their)$/u.test(reader.lower(at - 2)))
      return null
    if (i === at && value < 50) return null
    return { tree: { kind: 'decade', decade: (value < 30 ? 2000 + value : 1900 + value) / 10 }, end }
  }
  return null
}

/** 20th century · the nineteenth century · 21 век. */
export const century: TimeRule = (reader, at) => {
  const piece = reader.pieces[at]
  let index: number | null = null
  let end = at
  if (piece?.kind === 'digits' && reader.glued(at + 1) && /^(?:st|nd|rd|th)$/u.test(reader.lower(at + 1))) {
    index = Number(piece.lower)
    end = at + 2
  } else {
    const day = reader.day(at)
    if (day && piece?.kind === 'word') {
      index = day.day
      end = day.end
    }
  }
  end = reader.skipDash(end)
  if (index === null || index < 1 || index > 30 || reader.word(end).unit !== 'century' || reader.word(end).plural)
    return null
  return { tree: { kind: 'century', century: index - 1 }, end: end + 1 }
}
