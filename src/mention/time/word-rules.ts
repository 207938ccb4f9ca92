import { isApostrophe } from '../number/piece.ts'
import type { TimePhrase } from './lexicon.ts'
import type { TimeRead, TimeReader, TimeRule } from './reader.ts'

/** "Friday", "Friday night", "Sunday, March 8, 1998" (one expression, dated by its day and month). */
export function weekdayRule(monthFirst: TimeRule, dayFirst: TimeRule): TimeRule {
  return (reader, at) => {
    const word = reader.word(at)
    const { weekday } = word
    if (weekday === undefined || word.plural) return null
    const piece = reader.pieces[at]
    if (reader.lexicon.language === 'en') {
      if (piece && piece.lower.length <= 4 && !(piece.capital && shortNameDates(reader, at))) return null
    } else if (word.risky && !reader.word(at - 1).preposition) return null
    let next = reader.skipStop(at + 1)
    if (reader.lower(next) === ',') next++
    const date = reader.joins(next) ? (monthFirst(reader, next) ?? dayFirst(reader, next)) : null
    if (date && date.tree.kind === 'calendar-day' && date.tree.lastDay === undefined)
      return { tree: { ...date.tree, weekday }, end: date.end }
    const { part, plural } = reader.word(at + 1)
    if (part && !plural && reader.joins(at + 1)) return { tree: { kind: 'weekday', weekday, part }, end: at + 2 }
    // "Friday last week", "Friday this week"
    const step = reader.word(at + 1).step
    if (step !== undefined && reader.word(at + 2).unit === 'week' && reader.joins(at + 1))
      return { tree: { kind: 'weekday', weekday, week: step }, end: at + 3 }
    return { tree: { kind: 'weekday', weekday }, end: at + 1 }
  }
}

/** "today", "yesterday", "tomorrow night", "tonight", "overnight". */
export const dayStep: TimeRule = (reader, at) => {
  const word = reader.word(at)
  if (word.days === undefined) {
    if (reader.lower(at) === 'tonight') return { tree: { kind: 'day-step', days: 0, part: 'NI' }, end: at + 1 }
    if (word.part && !word.plural && reader.dash(at - 1) === false) {
      const next = reader.word(at + 1)
      if (next.days !== undefined && reader.joins(at + 1))
        return { tree: { kind: 'day-step', days: next.days, part: word.part }, end: at + 2 }
    }
    return null
  }
  const next = reader.word(at + 1)
  if (next.part && !next.plural && reader.joins(at + 1))
    return { tree: { kind: 'day-step', days: word.days, part: next.part }, end: at + 2 }
  // "today's youth", "yesterday's men" still name the day.
  return { tree: { kind: 'day-step', days: word.days }, end: at + 1 }
}

/** Fixed phrases: references, day steps, named days (with a year after them). */
export const fixedPhrase: TimeRule = (reader, at) => {
  const list = reader.lexicon.phrases.get(reader.lower(at))
  if (!list) return null
  for (const phrase of list) {
    const end = matchPhrase(reader, at, phrase)
    if (end === -1) continue
    // "in the past 20 months" is a length.
    if (phrase.reference && (reader.number(end) || reader.word(end).unit !== undefined || reader.word(end).vague))
      continue
    if (phrase.reference) return { tree: { kind: 'reference', value: phrase.reference }, end }
    if (phrase.set) return { tree: { kind: 'set', value: phrase.set }, end }
    if (phrase.days !== undefined) return { tree: { kind: 'day-step', days: phrase.days }, end }
    if (phrase.day) {
      if (reader.lexicon.language === 'en' && !reader.pieces[at]?.capital) continue
      const year = reader.yearAfter(end)
      return {
        tree: { kind: 'named-day', name: phrase.day, ...(year ? { year: year.year } : {}) },
        end: year?.end ?? end,
      }
    }
  }
  return null
}

function matchPhrase(reader: TimeReader, at: number, phrase: TimePhrase): number {
  for (let k = 0; k < phrase.words.length; k++) {
    const piece = reader.pieces[at + k]
    const wanted = phrase.words[k] as string
    if (!piece || (k > 0 && piece.gap === 'paragraph')) return -1
    if (piece.lower !== wanted && !(wanted === "'" && isApostrophe(piece))) return -1
  }
  return at + phrase.words.length
}

/** "now", "recently", "soon", "currently": one word that refers without a date. */
export const referenceWord: TimeRule = (reader, at) => {
  const { reference } = reader.word(at)
  if (reference === undefined) return null
  // "as soon as", "soon after": an order of events, no time.
  if (
    reader.lower(at) === 'soon' &&
    (/^(?:as|too|how)$/u.test(reader.lower(at - 1)) || /^(?:after|as|before)$/u.test(reader.lower(at + 1)))
  )
    return null
  return { tree: { kind: 'reference', value: reference }, end: at + 1 }
}

/** Whether a read is a date that a clock or an edge may lean on. */
export function isDayRead(read: TimeRead | null): read is TimeRead {
  return (
    read !== null &&
    (read.tree.kind === 'weekday' || read.tree.kind === 'calendar-day' || read.tree.kind === 'day-step')
  )
}

/** "Mon." or "Sun, March 8": a short name of a day needs its stop or a date after it. */
function shortNameDates(reader: TimeReader, at: number): boolean {
  if (reader.lower(at + 1) === '.') return true
  const next = reader.lower(at + 1) === ',' ? at + 2 : at + 1
  return (
    reader.word(next).month !== undefined ||
    (reader.day(next) !== null && reader.word((reader.day(next) as { end: number }).end).month !== undefined)
  )
}
