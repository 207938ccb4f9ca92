import type { TimeRead, TimeReader, TimeRule } from './reader.ts'
import type { Clock, TimeTree, TimeUnit } from './tree.ts'

interface Amount {
  /** null: an unknown number of units. */
  readonly amount: number | null
  readonly end: number
  /** Written as "a" or "an": needs more around it to be a time. */
  readonly article: boolean
}

const FILLERS =
  /^(?:more|full|consecutive|straight|additional|extra|other|whole|long|entire|calendar|successive|further|or|so)$/u

/** "three", "a", "several", "a few", "a couple of", "2 1/2", "the next 12". */
function amountAt(reader: TimeReader, at: number): Amount | null {
  const lower = reader.lower(at)
  if (lower === 'a' || lower === 'an') {
    const vague = reader.word(at + 1).vague === true && reader.joins(at + 1)
    if (vague) {
      const of = reader.lower(at + 2) === 'of' ? at + 3 : at + 2
      return { amount: reader.lower(at + 1) === 'couple' ? 2 : null, end: of, article: false }
    }
    const number = reader.number(at)
    return number
      ? { amount: number.value, end: number.end, article: false }
      : { amount: 1, end: at + 1, article: true }
  }
  if (lower === 'half') {
    const a = reader.lower(at + 1) === 'a' ? at + 2 : at + 1
    return reader.word(a).unit !== undefined ? { amount: 0.5, end: a, article: false } : null
  }
  if (reader.word(at).vague) {
    const of = reader.lower(at + 1) === 'of' ? at + 2 : at + 1
    return { amount: lower === 'couple' ? 2 : null, end: of, article: false }
  }
  const number = reader.number(at)
  return number ? { amount: number.value, end: number.end, article: false } : null
}

/** Most units that a length of time may have: a thousand years are history, a million are no news. */
const MAX_AMOUNT = 100_000

/** "two weeks", "16-hour", "the past 20 years", "three days ago", "a year earlier", "for weeks", "a week or so ago". */
export const lengthOfTime: TimeRule = (reader, at) => {
  let i = at
  // "через два дня": the preposition makes a point of the length.
  const hence = reader.lexicon.language === 'ru' && reader.lower(at) === 'через'
  if (hence) i++
  const direction = hence ? null : leadingStep(reader, i)
  if (direction) i = direction.end
  const amount = amountAt(reader, i)
  if (!amount) return null
  // "в 2019 году" is a year, no length.
  if (reader.lexicon.language !== 'en' && reader.year(i)) return null
  i = amount.end
  let step = 0
  while (FILLERS.test(reader.lower(i)) && step++ < 2) i++
  const dashed = reader.skipDash(i)
  if (amount.article && dashed > i) return null
  const unitAt = dashed
  const word = reader.word(unitAt)
  if (word.unit === undefined || !reader.joins(unitAt)) return null
  // "some day", "many a year": an unknown number of units stands in the plural.
  if (amount.amount === null && !word.plural && dashed === i) return null
  if (word.unit === 'half' || (word.unit === 'weekend' && amount.article)) return null
  if (amount.amount !== null && (amount.amount > MAX_AMOUNT || !Number.isFinite(amount.amount))) return null
  if (word.unit === 'second' && !word.plural && dashed === i) return null
  if (word.unit === 'quarter' && !word.plural && !(dashed > i)) return null
  if (reader.lower(unitAt - 1) === 'or' || reader.lower(unitAt - 1) === 'so') return null
  let end = unitAt + 1
  const old = reader.skipDash(end)
  if (/^olds?$/u.test(reader.lower(old)) && reader.joins(old)) return { tree: { kind: 'age' }, end: old + 1 }
  let value = amount.amount
  // "a year and a half"
  if (reader.lower(end) === 'and' && reader.lower(end + 1) === 'a' && reader.lower(end + 2) === 'half') {
    if (value !== null) value += 0.5
    end += 3
  }
  const loose = reader.lower(end) === 'or' && (reader.lower(end + 1) === 'so' || reader.lower(end + 1) === 'two')
  if (loose) end += 2
  if (hence) return { tree: { kind: 'offset', amount: value, unit: word.unit, sign: 1, of: 'publication' }, end }
  if (!direction) {
    const point = shiftAt(reader, end, value, word.unit, amount.article)
    if (point) return loose ? { ...point, tree: { ...point.tree, approximate: true } } : point
  }
  if (amount.article && !articleLength(reader, at, unitAt)) return null
  if (direction?.future && value === null && word.plural)
    return { tree: { kind: 'duration', amount: null, unit: word.unit }, end }
  const placed = direction?.step ? { step: direction.step } : {}
  return {
    tree: { kind: 'duration', amount: value, unit: word.unit, ...placed, ...(loose ? { approximate: true } : {}) },
    end,
  }
}

/** "the past", "the next", "the first", "the latest" before an amount. */
function leadingStep(reader: TimeReader, at: number): { end: number; future: boolean; step?: -1 | 1 } | null {
  let i = at
  if (reader.word(i).article && reader.lower(i) !== 'a' && reader.lower(i) !== 'an') i++
  const { step, ordinal } = reader.word(i)
  if (step === -1 || step === 1) return { end: i + 1, future: step === 1, step }
  if (step !== undefined || reader.lower(i) === 'latest') return { end: i + 1, future: false }
  if (ordinal === 1 && i > at) return { end: i + 1, future: false }
  return i > at ? { end: i, future: false } : null
}

/** "a year", "a week" stand for a length in "for a year", "in a week", "once a week", "$5 a day"; "a day" of its own does not. */
function articleLength(reader: TimeReader, at: number, unitAt: number): boolean {
  const { unit } = reader.word(unitAt)
  const next = reader.lower(unitAt + 1)
  if (/^(?:of|for|when|that|old|to)$/u.test(next) && unit === 'day') return false
  const before = reader.lower(at - 1)
  if (/^(?:for|in|within|about|almost|nearly|over|than|once|twice|least|after|times|half|quite)$/u.test(before))
    return true
  const counted = reader.pieces[at - 1]
  if (
    counted?.kind === 'digits' ||
    counted?.form === '%' ||
    /^(?:percent|million|billion|thousand|tons|tonnes|barrels|people|dollars|hours|times)$/u.test(before)
  )
    return true
  return (
    unit !== 'day' &&
    unit !== 'second' &&
    unit !== 'minute' &&
    unit !== 'hour' &&
    unit !== 'quarter' &&
    unit !== 'half' &&
    unit !== 'century' &&
    unit !== 'decade'
  )
}

/** "ago", "earlier", "later", "before", "from now" after a length make a point of it. */
function shiftAt(
  reader: TimeReader,
  at: number,
  amount: number | null,
  unit: TimeUnit,
  article: boolean,
): TimeRead | null {
  if (!reader.joins(at)) return null
  const { shift } = reader.word(at)
  const lower = reader.lower(at)
  if (lower === 'from' && /^(?:now|today)$/u.test(reader.lower(at + 1)))
    return { tree: { kind: 'offset', amount, unit, sign: 1, of: 'publication' }, end: at + 2 }
  if (shift === undefined) return null
  if (shift === -1) {
    // "a year ago Friday", "a year ago today"
    return { tree: { kind: 'offset', amount, unit, sign: -1, of: 'publication' }, end: at + 1 }
  }
  if (/^(?:before|after|previously|afterwards)$/u.test(lower)) {
    if (lower === 'before' || lower === 'after') {
      // "two days before the vote" hangs on an event: no date of its own unless a date or nothing follows.
      const next = reader.pieces[at + 1]
      const closed =
        next === undefined || next.gap === 'paragraph' || (next.kind === 'sign' && '.,;:)!?'.includes(next.form))
      if (!closed || (article && /^(?:day|hour|minute|second)$/u.test(unit))) return null
    }
    return { tree: { kind: 'offset', amount, unit, sign: shift < 0 ? -1 : 1, of: 'narrative' }, end: at + 1 }
  }
  if (lower === 'later' && reader.lower(at - 1) === 'or') return null
  return { tree: { kind: 'offset', amount, unit, sign: shift < 0 ? -1 : 1, of: 'narrative' }, end: at + 1 }
}

/** "for weeks", "in years", "decades-long", "months ago". */
export const bareLength: TimeRule = (reader, at) => {
  const word = reader.word(at)
  // "неделю назад", "год назад": one unit back without a number.
  if (
    reader.lexicon.language === 'ru' &&
    word.unit !== undefined &&
    reader.word(at + 1).shift === -1 &&
    reader.joins(at + 1)
  )
    return { tree: { kind: 'offset', amount: 1, unit: word.unit, sign: -1, of: 'publication' }, end: at + 2 }
  if (word.unit === undefined || !word.plural) return null
  const next = at + 1
  if (reader.word(next).shift === -1 && reader.joins(next))
    return { tree: { kind: 'duration', amount: null, unit: word.unit }, end: next }
  if (reader.dash(next) && reader.glued(next) && /^(?:long|old)$/u.test(reader.lower(next + 1)))
    return { tree: { kind: 'duration', amount: null, unit: word.unit }, end: next + 2 }
  if (!/^(?:for|in|after|within|over|takes|took|take|lasted|many)$/u.test(reader.lower(at - 1)) || !reader.joins(at))
    return null
  if (/^(?:of|when|to)$/u.test(reader.lower(next)) && reader.lower(at - 1) !== 'for') return null
  return { tree: { kind: 'duration', amount: null, unit: word.unit }, end: next }
}

/** "day-long", "yearlong", "every day", "each Thursday", "Tuesdays", "Tuesday nights", "daily", "each of July". */
export const setOfTimes: TimeRule = (reader, at) => {
  const word = reader.word(at)
  // "quarterly results" are named by their kind, not by a time.
  if (
    word.set === 'P3M' &&
    reader.pieces[at + 1]?.kind === 'word' &&
    reader.joins(at + 1) &&
    !reader.word(at + 1).preposition
  )
    return null
  if (word.set !== undefined) return { tree: { kind: 'set', value: word.set }, end: at + 1 }
  if (word.weekday !== undefined && (word.plural || reader.word(at + 1).plural) && reader.pieces[at]?.capital) {
    const part = reader.word(at + 1).part
    if (!word.plural && !part) return null
    return {
      tree: { kind: 'set', value: `XXXX-WXX-${word.weekday}${part ? `T${part}` : ''}` },
      end: part ? at + 2 : at + 1,
    }
  }
  if (word.unit === 'weekend' && word.plural) return { tree: { kind: 'set', value: 'XXXX-WXX-WE' }, end: at + 1 }
  if (!word.every) {
    const dash = reader.skipDash(at + 1)
    if (word.unit && !word.plural && dash > at + 1 && reader.lower(dash) === 'long')
      return { tree: { kind: 'duration', amount: 1, unit: word.unit }, end: dash + 1 }
    return null
  }
  const next = reader.word(at + 1)
  if (!reader.joins(at + 1)) return null
  if (next.weekday !== undefined) return { tree: { kind: 'set', value: `XXXX-WXX-${next.weekday}` }, end: at + 2 }
  if (next.month !== undefined)
    return { tree: { kind: 'set', value: `XXXX-${String(next.month).padStart(2, '0')}` }, end: at + 2 }
  if (next.season !== undefined) return { tree: { kind: 'set', value: `XXXX-${next.season}` }, end: at + 2 }
  if (next.part !== undefined) return { tree: { kind: 'set', value: 'P1D' }, end: at + 2 }
  if (next.unit !== undefined && !next.plural)
    return { tree: { kind: 'set', value: durationValue(1, next.unit) }, end: at + 2 }
  const amount = reader.number(at + 1)
  const unit = amount ? reader.word(amount.end).unit : undefined
  if (amount && unit && amount.value <= MAX_AMOUNT)
    return { tree: { kind: 'set', value: durationValue(amount.value, unit) }, end: amount.end + 1 }
  return null
}

const LETTERS: Readonly<Record<TimeUnit, string>> = {
  second: 'TS',
  minute: 'TM',
  hour: 'TH',
  day: 'D',
  weekend: 'WE',
  week: 'W',
  month: 'M',
  quarter: 'Q',
  half: 'M',
  year: 'Y',
  decade: 'E',
  century: 'C',
  millennium: 'L',
}

/** TIMEX3 value of a length: P3D, PT16H, PXY for an unknown number; halves become the next smaller unit (P2Y6M). */
export function durationValue(amount: number | null, unit: TimeUnit): string {
  const letter = LETTERS[unit]
  const time = letter.startsWith('T')
  const mark = time ? letter.slice(1) : letter
  const open = time ? 'PT' : 'P'
  if (amount === null) return `${open}X${mark}`
  if (unit === 'half') return `P${amount * 6}M`
  if (Number.isInteger(amount)) return `${open}${amount}${mark}`
  const whole = Math.floor(amount)
  const rest = amount - whole
  if (rest === 0.5 && unit === 'year') return whole > 0 ? `P${whole}Y6M` : 'P6M'
  if (rest === 0.5 && unit === 'hour') return whole > 0 ? `PT${whole}H30M` : 'PT30M'
  if (rest === 0.5 && unit === 'minute') return whole > 0 ? `PT${whole}M30S` : 'PT30S'
  return `${open}${amount}${mark}`
}

/** "10:35 a.m.", "9 a.m. EDT Thursday", "noon Saturday", "5 p.m. EST, Nov. 6", "15:30", "4 in the morning". `day` reads the day after it. */
export function clockRule(day: (reader: TimeReader, at: number) => TimeRead | null): TimeRule {
  return (reader, at) => {
    const read = clockAt(reader, at)
    if (!read) return null
    let end = read.end
    const zone = reader.pieces[end]
    if (
      zone &&
      reader.joins(end) &&
      /^(?:GMT|UTC|EST|EDT|CST|CDT|MST|MDT|PST|PDT|CET|CEST|MSK|IST|BST|ET|PT)$/u.test(zone.form)
    )
      end++
    else if (reader.lower(end) === 'local' && reader.lower(end + 1) === 'time') end += 2
    let next = end
    if (reader.lower(next) === ',' || reader.lower(next) === 'on' || reader.lower(next) === 'of') next++
    const date = reader.joins(next) ? day(reader, next) : null
    if (date && (date.tree.kind === 'weekday' || date.tree.kind === 'calendar-day' || date.tree.kind === 'day-step'))
      return { tree: { ...date.tree, clock: read.clock } as TimeTree, end: date.end }
    return { tree: { kind: 'clock', clock: read.clock }, end }
  }
}

function clockAt(reader: TimeReader, at: number): { clock: Clock; end: number } | null {
  const lower = reader.lower(at)
  if (lower === 'noon' || lower === 'midnight')
    return { clock: { hour: lower === 'noon' ? 12 : 24, minute: 0 }, end: at + 1 }
  const hour = reader.small(at)
  if (hour === null || hour > 24) return null
  let i = at + 1
  let minute: number | null = null
  const sign = reader.lower(i)
  if (
    (sign === ':' || sign === '.') &&
    reader.glued(i) &&
    reader.glued(i + 1) &&
    reader.pieces[i + 1]?.kind === 'digits' &&
    reader.lower(i + 1).length === 2
  ) {
    minute = Number(reader.lower(i + 1))
    if (minute > 59) return null
    i += 2
  }
  const half = /^(?:am|pm)$/u.test(reader.lower(i))
    ? { pm: reader.lower(i) === 'pm', end: i + 1 }
    : /^[ap]$/u.test(reader.lower(i)) && reader.lower(i + 1) === '.' && reader.lower(i + 2) === 'm'
      ? { pm: reader.lower(i) === 'p', end: reader.lower(i + 3) === '.' && reader.glued(i + 3) ? i + 4 : i + 3 }
      : null
  if (half) {
    if (hour > 12) return null
    return { clock: { hour: half.pm ? (hour % 12) + 12 : hour % 12, minute }, end: half.end }
  }
  if (reader.lower(i) === 'o' && reader.lower(i + 2) === 'clock') return { clock: { hour, minute }, end: i + 3 }
  if (
    reader.lower(i) === 'in' &&
    reader.lower(i + 1) === 'the' &&
    /^(?:morning|afternoon|evening)$/u.test(reader.lower(i + 2))
  ) {
    const pm = reader.lower(i + 2) !== 'morning'
    return { clock: { hour: pm && hour < 12 ? hour + 12 : hour, minute }, end: i + 3 }
  }
  // 15:30 with two digits on both sides and no further colon: a time where "at", "from", "by" or a blank sentence start is before it.
  if (
    minute !== null &&
    sign === ':' &&
    hour < 24 &&
    reader.lower(i) !== ':' &&
    /^(?:at|around|about|from|until|by|till|before|after|to|в|с|до|сағат)$/u.test(reader.lower(at - 1))
  )
    return { clock: { hour, minute }, end: i }
  return null
}
