import type { Publication } from '../../article/article.ts'
import { addDays, isPlainDate, type PlainDate, plainDate } from '../../base/plain-date.ts'
import type { CitationMention } from '../mention.ts'
import { type Piece, piecesOf } from '../number/piece.ts'
import { ENGLISH_TIMES } from '../time/en/words.ts'
import type { TimeWord } from '../time/lexicon.ts'

export interface CitationFindings {
  readonly citations: CitationMention[]
  /** What a reader of the citations should know: publishers lost, dates that do not exist, brackets left open. */
  readonly warnings: string[]
}

type CitedDate = CitationMention['dates'][number]

/** Longest bracket that is looked at: longer ones hold prose. */
const MAX_BRACKET_CHARACTERS = 600
/** Longest name of a publisher in words. */
const MAX_PUBLISHER_WORDS = 8
/** Days by which a date without a year may lie after the publication and still be cited: time zones. */
const ZONE_DAYS = 1
/** Citations kept of one text. */
export const MAX_CITATIONS = 5_000

/**
 * Finds citations in brackets: `(Agency, May 3; , May 9, 14, 2020; Radio X, July 2)`. Each entry between semicolons is
 * one citation. A publisher that was a stripped link is null, with a warning. A year binds back to all dates of its own
 * entry and never across a semicolon; a date left without a year takes the latest year that is not after `published`
 * (one cannot cite the future; a day is allowed for time zones). Without `published` such a date is `XXXX-MM-DD`.
 */
export function findCitations(text: string, published: Publication | PlainDate | null): CitationFindings {
  const citations: CitationMention[] = []
  const warnings: string[] = []
  const at = publicationDay(published)
  let lost = 0
  let previous = 0
  for (const bracket of bracketsOf(text)) {
    const entries = readBracket(text, bracket.start + 1, bracket.end - 1, at, warnings)
    if (!entries) continue
    const supports = sentenceBefore(text, bracket.start, previous)
    previous = bracket.end
    for (const entry of entries) {
      if (citations.length >= MAX_CITATIONS) break
      if (entry.publisher === null) {
        lost++
        warnings.push(`citation without a publisher at ${entry.start}: ${entry.quote}`)
      }
      citations.push({ ...entry, supports })
    }
  }
  if (lost > 0)
    warnings.unshift(
      `${citations.length - lost} of ${citations.length} citations name their publisher, ${lost} have lost it`,
    )
  return { citations, warnings }
}

/** The last day that the report may have been written, so far as it is known. */
function publicationDay(published: Publication | PlainDate | null): PlainDate | null {
  if (published === null) return null
  const day = typeof published === 'string' ? published : (published.to ?? published.from)
  return isPlainDate(day) ? day : null
}

/** Round brackets without brackets inside, in order; a bracket left open is no bracket. */
function* bracketsOf(text: string): Generator<{ start: number; end: number }> {
  let open = -1
  for (let i = 0; i < text.length; i++) {
    const char = text.charCodeAt(i)
    if (char === 40 || char === 0xff08) open = i
    else if ((char === 41 || char === 0xff09) && open >= 0) {
      if (i - open <= MAX_BRACKET_CHARACTERS) yield { start: open, end: i + 1 }
      open = -1
    }
  }
}

type Entry = Omit<CitationMention, 'supports'>

/** The entries of a bracket if every one is publisher? + dates and at least one has a date; else null. */
function readBracket(
  text: string,
  from: number,
  to: number,
  published: PlainDate | null,
  warnings: string[],
): Entry[] | null {
  const pieces = piecesOf(text, from, to)
  const entries: Entry[] = []
  const problems: string[] = []
  let start = 0
  for (let i = 0; i <= pieces.length; i++) {
    if (i < pieces.length && pieces[i]?.form !== ';' && pieces[i]?.form !== '\uff1b') continue
    if (i > start) {
      const entry = readEntry(text, pieces.slice(start, i), published, problems)
      if (!entry) return null
      entries.push(entry)
    }
    start = i + 1
  }
  if (entries.length === 0 || entries.every((entry) => entry.dates.length === 0)) return null
  const first = entries[0] as Entry
  // "the strike (16 May)": a lone date is a time of the text, not a citation. A stripped link leaves its comma.
  const comma = pieces[0]?.form === ','
  if (entries.length === 1 && first.publisher === null && !comma && !first.dates.some((date) => date.accessed))
    return null
  warnings.push(...problems)
  return entries
}

function readEntry(
  text: string,
  pieces: readonly Piece[],
  published: PlainDate | null,
  problems: string[],
): Entry | null {
  const word = (i: number): TimeWord => (pieces[i] ? (ENGLISH_TIMES.words.get((pieces[i] as Piece).lower) ?? {}) : {})
  const monthAt = (i: number): number | undefined => (pieces[i]?.capital ? word(i).month : undefined)
  let first = 0
  if (pieces[0]?.lower === 'source' || pieces[0]?.lower === 'sources') {
    first = 1
    if (pieces[1]?.form === ':') first = 2
  }
  // The publisher reaches to the first month, "accessed", or year.
  let i = first
  let nameEnd = first
  while (i < pieces.length) {
    const piece = pieces[i] as Piece
    if (monthAt(i) !== undefined || isAccessed(piece) || isYear(piece)) break
    if (piece.kind === 'digits' && monthAt(i + 1) !== undefined) break
    if (piece.form !== ',' || i > first) nameEnd = i + 1
    i++
  }
  const nameFrom = pieces[first]?.form === ',' ? first + 1 : first
  while (nameEnd > nameFrom && ',.:'.includes((pieces[nameEnd - 1] as Piece).form)) nameEnd--
  const publisher = publisherName(text, pieces.slice(nameFrom, nameEnd))
  if (publisher === undefined) return null
  const dates = readDates(text, pieces, i, published, problems)
  if (!dates) return null
  if (dates.length === 0 && (publisher === null || first === 0)) return null
  const begin = pieces[nameFrom] ?? pieces[first]
  const last = pieces[pieces.length - 1]
  if (!begin || !last) return null
  const start = publisher === null ? (dates[0]?.start ?? begin.start) : begin.start
  return { quote: text.slice(start, last.end), start, end: last.end, publisher, dates }
}

/** The name, null where nothing stands before the dates, undefined where the words are prose and no name. */
function publisherName(text: string, pieces: readonly Piece[]): string | null | undefined {
  const first = pieces[0]
  const last = pieces[pieces.length - 1]
  if (!first || !last) return null
  const words = pieces.filter((piece) => piece.kind !== 'sign')
  if (words.length === 0) return null
  if (words.length > MAX_PUBLISHER_WORDS) return undefined
  // A name begins with a capital, or is a host ("akorda.kz"); prose begins small or holds a verb's small words.
  const host = pieces.some((piece, i) => piece.form === '.' && piece.gap === 'none' && pieces[i + 1]?.gap === 'none')
  const cased = first.lower !== first.form.toUpperCase() || first.kind === 'han'
  if (cased && first.kind === 'word' && !first.capital && !host && first.lower !== 'the') return undefined
  if (first.kind === 'digits' && words.length === 1) return undefined
  const small = words.filter(
    (piece) => piece.kind === 'word' && !piece.capital && !NAME_PARTICLES.has(piece.lower),
  ).length
  if (small > 1 && !host) return undefined
  return text.slice(first.start, last.end)
}

const NAME_PARTICLES = new Set('of the and for in on de la le du der die das al el as to via'.split(' '))

function isAccessed(piece: Piece): boolean {
  return /^(?:accessed|retrieved|viewed|visited)$/u.test(piece.lower)
}

function isYear(piece: Piece | undefined): boolean {
  return (
    piece?.kind === 'digits' && piece.lower.length === 4 && Number(piece.lower) >= 1900 && Number(piece.lower) <= 2100
  )
}

interface OpenDate {
  readonly from: Piece
  readonly to: Piece
  readonly month: number
  readonly day: number | null
  readonly accessed: boolean
}

/** The dates of one entry, or null where something else stands among them. */
function readDates(
  text: string,
  pieces: readonly Piece[],
  at: number,
  published: PlainDate | null,
  problems: string[],
): CitedDate[] | null {
  const dates: CitedDate[] = []
  let open: OpenDate[] = []
  let month: number | null = null
  let accessed = false
  const close = (year: number | null): void => {
    for (const date of open) dates.push(resolveCited(text, date, year, published, problems))
    open = []
  }
  for (let i = at; i < pieces.length; i++) {
    const piece = pieces[i] as Piece
    if (piece.form === ',' || piece.form === '.' || piece.lower === 'and' || piece.form === '&') continue
    if (isAccessed(piece)) {
      accessed = true
      if (pieces[i + 1]?.lower === 'on') i++
      continue
    }
    if (isYear(piece)) {
      if (open.length > 0) close(Number(piece.lower))
      else if (dates.length === 0)
        dates.push({ quote: piece.form, start: piece.start, end: piece.end, value: piece.lower, accessed })
      else return null
      continue
    }
    const named: number | undefined = piece.capital ? ENGLISH_TIMES.words.get(piece.lower)?.month : undefined
    if (named !== undefined) {
      month = named
      const next = pieces[i + 1]?.form === '.' ? i + 2 : i + 1
      const day = pieces[next]
      if (day?.kind === 'digits' && day.lower.length <= 2) {
        open.push({ from: piece, to: day, month, day: Number(day.lower), accessed })
        i = next
      } else open.push({ from: piece, to: piece, month, day: null, accessed })
      continue
    }
    if (piece.kind === 'digits' && piece.lower.length <= 2) {
      const after = pieces[i + 1]
      const later: number | undefined = after?.capital ? ENGLISH_TIMES.words.get(after.lower)?.month : undefined
      if (later !== undefined && after) {
        month = later
        open.push({ from: piece, to: after, month, day: Number(piece.lower), accessed })
        i++
        continue
      }
      if (month === null) return null
      open.push({ from: piece, to: piece, month, day: Number(piece.lower), accessed })
      continue
    }
    return null
  }
  close(null)
  return dates
}

function resolveCited(
  text: string,
  date: OpenDate,
  year: number | null,
  published: PlainDate | null,
  problems: string[],
): CitedDate {
  const { from, to, month, day, accessed } = date
  const quote = text.slice(from.start, to.end)
  const pad = (n: number): string => String(n).padStart(2, '0')
  const span = { quote, start: from.start, end: to.end, accessed }
  if (day === null)
    return { ...span, value: `${year ?? (published ? latestYear(month, 1, published) : 'XXXX')}-${pad(month)}` }
  if (year !== null) {
    const exact = plainDate(year, month, day)
    if (!exact) problems.push(`cited date does not exist at ${from.start}: ${quote}, ${year}`)
    return { ...span, value: exact ?? `${year}-${pad(month)}-${pad(day)}` }
  }
  if (published === null) return { ...span, value: `XXXX-${pad(month)}-${pad(day)}` }
  const found = latestYear(month, day, published)
  const exact = plainDate(found, month, day)
  if (!exact) problems.push(`cited date does not exist at ${from.start}: ${quote}`)
  return { ...span, value: exact ?? `XXXX-${pad(month)}-${pad(day)}` }
}

/** The latest year in which the day is not after the publication. */
function latestYear(month: number, day: number, published: PlainDate): number {
  const limit = addDays(published, ZONE_DAYS)
  const year = Number(limit.slice(0, 4))
  for (let back = 0; back <= 8; back++) {
    const on = plainDate(year - back, month, day)
    if (on && on <= limit) return year - back
  }
  return year
}

/** The sentence that stands before the bracket, in its paragraph and after the bracket before. */
function sentenceBefore(text: string, bracket: number, previous: number): { start: number; end: number } | null {
  let end = bracket
  while (end > 0 && /\s/u.test(text.charAt(end - 1))) end--
  let start = end
  const floor = Math.max(previous, end - 2_000)
  while (start > floor) {
    const char = text.charAt(start - 1)
    if (char === '\n') break
    // A stop, a blank and a capital or quote before the end: the sentence starts here.
    if (
      /[.!?\u3002]/u.test(char) &&
      start < end - 1 &&
      /\s/u.test(text.charAt(start)) &&
      !/(?:^|[\s.(])(?:\p{Lu}|\p{L}{1,3})\.$/u.test(text.slice(Math.max(0, start - 6), start)) &&
      /^\s+["\u201c\u2018'(]?[\p{Lu}\p{N}]/u.test(text.slice(start, start + 6))
    )
      break
    start--
  }
  while (start < end && /\s/u.test(text.charAt(start))) start++
  return start < end ? { start, end } : null
}
