import { dateParts, isPlainDate, type PlainDate } from '../../base/plain-date.ts'
import type { MentionInput } from '../input.ts'
import type { TimeMention } from '../mention.ts'
import { numberWords } from '../number/number-words.ts'
import { piecesOf } from '../number/piece.ts'
import { followingDay } from './calendar-rules.ts'
import { ENGLISH_TIMES } from './en/words.ts'
import { RULES } from './grammar.ts'
import type { TimeLexicon } from './lexicon.ts'
import { type TimeRead, TimeReader } from './reader.ts'
import { resolveTime, type StoryDate, type TimeContext, type TimeValue } from './resolver.ts'
import type { TimeTree } from './tree.ts'

export interface TimeOptions {
  /** ISO 3166-1 alpha-3 of the country that the report is about, for named days such as "Independence Day". */
  readonly country?: string
}

/** Expressions kept of one text: a table of a million dates is no report. */
export const MAX_TIMES = 20_000
/** Characters on either side in which a word such as "will" or "planned" makes a weekday one to come (design note 4.2, rule 1). */
const FUTURE_WINDOW = 45

/**
 * Finds dates, times of day, lengths and repetitions, and resolves them against the publication date and the story.
 * A mention that cannot be resolved keeps `from` and `to` null; nothing throws.
 *
 * "Police held 300 people on Friday" published on Monday 2021-07-12 gives 2021-07-09, basis `inferred:weekday-past`.
 */
export function findTimes(input: MentionInput, options: TimeOptions = {}): TimeMention[] {
  const { text, published } = input
  const day = published && isPlainDate(published.from) ? published.from : null
  const lexicon = timeLexicon(input.analysis.language)
  const reader = new TimeReader(piecesOf(text), lexicon, numberWords(input.analysis.language))
  const mentions: TimeMention[] = []
  let story: StoryDate | null = null
  let quarter: { year: number; index: number } | null = null
  const count = reader.pieces.length
  let at = 0
  let before: TimeTree | null = null
  while (at < count && mentions.length < MAX_TIMES) {
    const read: TimeRead | null = (before && followingDay(reader, at, before)) ?? readAt(reader, at)
    before = null
    if (!read) {
      at++
      continue
    }
    const first = read.from ?? at
    const start = reader.pieces[first]?.start as number
    const end = reader.pieces[read.end - 1]?.end as number
    const context: TimeContext = {
      published: day,
      bounded: day !== null && published?.to !== day,
      story,
      quarter,
      future: isAhead(reader, first, read.end, start, end),
      country: options.country,
    }
    const value: TimeValue | null = resolveTime(read.tree, context)
    if (value) {
      mentions.push({ quote: text.slice(start, end), start, end, ...value })
      before = read.tree
      if (value.from !== null && value.type !== 'DURATION' && tells(read.tree))
        story = { from: value.from as PlainDate, grain: value.grain ?? 'day' }
      if (value.grain === 'quarter' && value.from !== null) quarter = quarterOf(value, read.tree, quarter)
    }
    at = Math.max(read.end, at + 1)
  }
  return mentions
}

/** Words of time by language; other languages read dates in digits with the English table. */
function timeLexicon(_language: string): TimeLexicon {
  return ENGLISH_TIMES
}

function readAt(reader: TimeReader, at: number): TimeRead | null {
  const piece = reader.pieces[at]
  if (!piece) return null
  if (piece.kind === 'sign' && !"'\u2019\u2018`".includes(piece.form)) return null
  for (const rule of RULES) {
    const read = rule(reader, at)
    if (read) return read
  }
  return null
}

/** Whether the tree tells a date outright, so that later relative dates may hang on it. */
function tells(tree: TimeTree): boolean {
  return (
    tree.kind === 'calendar-day' ||
    tree.kind === 'calendar-month' ||
    tree.kind === 'year' ||
    tree.kind === 'year-part' ||
    tree.kind === 'named-day' ||
    tree.kind === 'weekday' ||
    tree.kind === 'day-step'
  )
}

function quarterOf(
  value: TimeValue,
  tree: TimeTree,
  before: { year: number; index: number } | null,
): { year: number; index: number } | null {
  if (tree.kind !== 'year-part' || tree.yearAgo || tree.part.part !== 'quarter' || value.from === null) return before
  return { year: dateParts(value.from as PlainDate).year, index: tree.part.index }
}

/** A cue of the future within the window, in the same paragraph. */
function isAhead(reader: TimeReader, first: number, last: number, start: number, end: number): boolean {
  for (let i = first - 1; i >= 0; i--) {
    const piece = reader.pieces[i] as { end: number }
    if (start - piece.end > FUTURE_WINDOW) break
    if (reader.word(i).future) return true
    if (endsSentence(reader, i)) break
    if (!reader.joins(i + 1)) break
  }
  for (let i = last; i < reader.pieces.length; i++) {
    const piece = reader.pieces[i] as { start: number }
    if (piece.start - end > FUTURE_WINDOW || !reader.joins(i) || endsSentence(reader, i)) break
    if (reader.word(i).future) return true
  }
  return false
}

function endsSentence(reader: TimeReader, at: number): boolean {
  const form = reader.lower(at)
  return (
    (form === '.' || form === '!' || form === '?') &&
    reader.pieces[at + 1]?.capital === true &&
    reader.pieces[at + 1]?.gap !== 'none' &&
    (reader.pieces[at - 1]?.lower.length ?? 0) > 4
  )
}
