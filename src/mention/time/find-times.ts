import { dateParts, isPlainDate, type PlainDate } from '../../base/plain-date.ts'
import { bySpan } from '../../base/span.ts'
import type { MentionInput } from '../input.ts'
import type { CitationMention, TimeMention } from '../mention.ts'
import { numberWords } from '../number/number-words.ts'
import { piecesOf } from '../number/piece.ts'
import { tableLanguage } from '../number/text-language.ts'
import { followingDay } from './calendar-rules.ts'
import { ENGLISH_TIMES } from './en/words.ts'
import { rulesOf } from './grammar.ts'
import { KAZAKH_TIMES } from './kk/words.ts'
import type { TimeLexicon } from './lexicon.ts'
import { type TimeRead, TimeReader } from './reader.ts'
import { resolveTime } from './resolver.ts'
import { RUSSIAN_TIMES } from './ru/words.ts'
import { leanOf } from './tense.ts'
import type { Quarter, StoryDate, TimeValue } from './time-value.ts'
import type { TimeTree } from './tree.ts'
import { edgeAfter } from './year-first-rules.ts'
import { CHINESE_TIMES } from './zh/words.ts'

export interface TimeOptions {
  /**
   * ISO 3166-1 alpha-3 of the country that the report is about, for named days such as "Independence Day"; or a function
   * that says it for an offset in the text, asked only where such a day stands.
   */
  readonly country?: string | ((offset: number) => string | null)
  /** Citations of the same text: a date inside one takes the value that the citation gives it. */
  readonly citations?: readonly CitationMention[]
}

/** Expressions kept of one text: a table of a million dates is no report. */
export const MAX_TIMES = 20_000

/**
 * Finds dates, times of day, lengths and repetitions, and resolves them against the publication date and the story.
 * A mention that cannot be resolved keeps `from` and `to` null; nothing throws.
 *
 * "Police held 300 people on Friday" published on Monday 2021-07-12 gives 2021-07-09, basis `inferred:weekday-past`.
 */
export function findTimes(input: MentionInput, options: TimeOptions = {}): TimeMention[] {
  const { text, published } = input
  const day = published && isPlainDate(published.from) ? published.from : null
  const language = tableLanguage(input.analysis.language, text)
  const reader = new TimeReader(piecesOf(text), timeLexicon(language), numberWords(language), input.analysis)
  const mentions: TimeMention[] = []
  const cited = citedDates(options.citations)
  let citedAt = 0
  let story: StoryDate | null = null
  let quarter: Quarter | null = null
  for (const read of readTimes(reader)) {
    const { first, end: last, tree, paragraph } = read
    const start = reader.pieces[first]?.start as number
    const end = reader.pieces[last - 1]?.end as number
    const value = resolveTime(tree, {
      published: day,
      bounded: day !== null && published?.to !== day,
      story,
      paragraph,
      quarter,
      lean: leanOf(reader, first, last),
      country: tree.kind === 'named-day' ? countryAt(options.country, start) : undefined,
    })
    if (!value) continue
    while (citedAt < cited.length && (cited[citedAt] as CitedDate).end <= start) citedAt++
    const next = cited[citedAt]
    const citation = next && next.start < end ? next : undefined
    const relation = relationOf(reader, first, last)
    mentions.push({
      quote: text.slice(start, end),
      start,
      end,
      ...value,
      ...(citation ? citedValue(citation, value) : {}),
      ...(relation && value.from !== null ? { relation } : {}),
    })
    if (!citation && value.from !== null && tells(tree))
      story = {
        from: value.from as PlainDate,
        grain: value.grain ?? 'day',
        stated: value.basis === 'stated',
        paragraph,
      }
    quarter = quarterAfter(value, tree, quarter, paragraph)
  }
  return mentions
}

function countryAt(country: TimeOptions['country'], offset: number): string | undefined {
  return typeof country === 'function' ? (country(offset) ?? undefined) : country
}

/** "since February"; in Kazakh the word follows: "ақпаннан бері". */
function relationOf(reader: TimeReader, first: number, last: number): TimeMention['relation'] {
  if (reader.lexicon.edgeAfter) return reader.joins(last) ? reader.word(last).relation : undefined
  return reader.joins(first) ? reader.word(first - 1).relation : undefined
}

/** A tree with the pieces that it was read from. */
interface PlacedRead {
  tree: TimeTree
  readonly first: number
  readonly end: number
  readonly paragraph: number
}

/** All trees of the text, before anything is resolved. */
function readTimes(reader: TimeReader): PlacedRead[] {
  const reads: PlacedRead[] = []
  let paragraph = 0
  let counted = 0
  let at = 0
  let before: PlacedRead | null = null
  while (at < reader.pieces.length && reads.length < MAX_TIMES) {
    const follows: TimeRead | null = before && followingDay(reader, at, before.tree)
    const read: TimeRead | null = follows ?? readAt(reader, at)
    if (read?.tree.kind === 'age') {
      before = null
      at = read.end
      continue
    }
    if (!read) {
      before = null
      at++
      continue
    }
    const first = read.from ?? at
    for (; counted <= first; counted++) if (reader.pieces[counted]?.gap === 'paragraph') paragraph++
    const placed: PlacedRead = { tree: read.tree, first, end: read.end, paragraph }
    bindYearBack(reader, reads, placed)
    reads.push(placed)
    before = placed
    at = Math.max(read.end, at + 1)
  }
  return reads
}

/** Words and signs that join two dates of one list or range. */
const JOINS = /^(?:and|to|or|through|until|till|,|-|\u2013|\u2014|и|до|по|мен)$/u

/** "May 9, 14, 2020", "January to March 2020": the year at the end of a list or range belongs to all of its dates. */
function bindYearBack(reader: TimeReader, reads: PlacedRead[], last: PlacedRead): void {
  const { tree } = last
  if ((tree.kind !== 'calendar-day' && tree.kind !== 'calendar-month') || !tree.year) return
  let later = last
  for (let k = reads.length - 1; k >= 0; k--) {
    const read = reads[k] as PlacedRead
    if (read.tree.kind !== 'calendar-day' && read.tree.kind !== 'calendar-month') return
    if (read.tree.year !== undefined || (read.tree.kind === 'calendar-month' && read.tree.step !== undefined)) return
    if (later.first - read.end > 2) return
    for (let i = read.end; i < later.first; i++) if (!JOINS.test(reader.lower(i)) || !reader.joins(i)) return
    const { year } = tree
    // "November to March 2020" began the year before.
    const wraps = 'year' in year && read.tree.month > tree.month
    read.tree = { ...read.tree, year: wraps ? { year: year.year - 1 } : year }
    later = read
  }
}

type CitedDate = CitationMention['dates'][number]

function citedDates(citations: readonly CitationMention[] | undefined): readonly CitedDate[] {
  return citations ? citations.flatMap((citation) => citation.dates).sort(bySpan) : []
}

/** The value that the rules of citations give: it names a source and dates no event. */
function citedValue(date: CitedDate, value: TimeValue): Partial<TimeMention> {
  const day = isPlainDate(date.value) ? date.value : null
  if (!day || value.grain !== 'day') return { basis: 'inferred:citation' }
  return { value: day, from: day, to: day, basis: 'inferred:citation' }
}

/** Words of time by language; a language without a table reads dates in digits with the English one. */
function timeLexicon(language: string): TimeLexicon {
  if (language === 'ru') return RUSSIAN_TIMES
  if (language === 'kk') return KAZAKH_TIMES
  if (language === 'zh') return CHINESE_TIMES
  return ENGLISH_TIMES
}

function readAt(reader: TimeReader, at: number): TimeRead | null {
  const piece = reader.pieces[at]
  if (!piece) return null
  if (piece.kind === 'sign' && !"'\u2019\u2018`".includes(piece.form)) return null
  if (piece.kind === 'word' && !reader.mayStart(at)) return null
  for (const rule of rulesOf(reader.lexicon.language)) {
    const read = rule(reader, at)
    if (read) return reader.lexicon.edgeAfter ? edgeAfter(reader, read) : read
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

/** The quarter that figures after this expression are told for; a longer period told since then ends it. */
function quarterAfter(value: TimeValue, tree: TimeTree, before: Quarter | null, paragraph: number): Quarter | null {
  if (tree.kind === 'year-part' && tree.part.part === 'quarter' && !tree.yearAgo && value.from !== null)
    return { year: dateParts(value.from as PlainDate).year, index: tree.part.index, paragraph }
  if (tree.kind === 'same' && tree.unit === 'quarter' && before) return { ...before, paragraph }
  if (tree.kind === 'duration' && tree.unit === 'month' && (tree.amount ?? 0) >= 6) return null
  return before
}
