import { MAX_ARTICLE_CHARACTERS } from '../base/limit.ts'
import type { Excluded, Publication } from './article.ts'
import { isBoilerplateLine, isTailHeading } from './boilerplate-line.ts'
import { cleanText, foldBlanks } from './clean-text.ts'
import { findDate } from './date-text.ts'
import type { Draft } from './draft.ts'
import type { MonthNames } from './month-names.ts'

/** Characters that are looked at: blanks and page parts may take some before the text itself is cut at its own limit. */
const MAX_SOURCE_CHARACTERS = MAX_ARTICLE_CHARACTERS * 1.25
/** A title is at most this long; longer first lines are the report's beginning. */
const TITLE_CHARACTERS = 220
/** A byline is at most this long. */
const BYLINE_CHARACTERS = 140
/** Lines at either end of the text in which bylines and dates are looked for. */
const EDGE_LINES = 6
/** What may follow a heading such as "Related Posts" is a list of short lines; a longer one is text again. */
const TAIL_LINE_CHARACTERS = 160

const NAME_PART = "[\\p{Lu}][\\p{L}’'.-]*"
const NAME = `${NAME_PART}(?:\\s+(?:de|von|van|der|bin|al-)?\\s?${NAME_PART}){1,4}`
/** "By A. Name", "Eurasia Daily Monitor By: A. Name", "Автор: А. Имя". */
const BYLINE = new RegExp(
  `^(.{0,80}?)(?:^|\\s)(?:[Bb]y|BY|Автор|Author|Автор материала|Авторы)(?::\\s*|\\s+)(${NAME}(?:(?:,| and|,? и)\\s+${NAME}){0,4})\\s*$`,
  'u',
)
const DATE_LINE =
  /^(?:published|posted|updated|date|дата|опубликовано|жарияланды|жарияланған күні|yayın tarihi|发布时间|发布)?\s*[:：]?\s*(.{6,60})$/iu

/**
 * Reads plain text as it is saved from a page: paragraphs parted by empty lines, a title on its own first line, a
 * byline at either end, lines that belong to the page ("Scroll Top", "Related Posts" and the list after it) left out
 * and recorded. Lines that break inside a paragraph stay as they are.
 */
export function readPlainText(source: string, months: MonthNames): Draft {
  const cleaned = cleanText(source.slice(0, MAX_SOURCE_CHARACTERS))
  const warnings =
    source.length > MAX_SOURCE_CHARACTERS
      ? [...cleaned.warnings, `only the first ${MAX_SOURCE_CHARACTERS} of ${source.length} characters were read`]
      : cleaned.warnings
  return draftOfParagraphs(splitParagraphs(cleaned.text), months, {
    mediaType: 'text/plain',
    warnings,
  })
}

/** What a reader of paragraphs knows beside them. */
export interface ParagraphFacts {
  readonly mediaType: string
  readonly warnings: readonly string[]
  readonly title?: string
  readonly author?: string
  readonly excluded?: readonly Excluded[]
}

/** The draft of paragraphs that come without marks of what they are: from plain text, PDF or DOCX. */
export function draftOfParagraphs(paragraphs: readonly string[], months: MonthNames, facts: ParagraphFacts): Draft {
  const { kept, excluded } = dropBoilerplate(paragraphs)
  const byline = takeByline(kept, excluded)
  const published = takeDateLine(kept, months) ?? datelineOf(kept, months)
  const title = facts.title ?? titleOf(kept)
  return {
    text: kept.join('\n\n'),
    ...(title ? { title } : {}),
    ...(facts.author ? { author: facts.author } : {}),
    ...byline,
    published,
    mediaType: facts.mediaType,
    excluded: [...(facts.excluded ?? []), ...excluded],
    warnings: facts.warnings,
  }
}

/** Paragraphs of a text: parted by empty lines, blanks at line ends taken off. */
function splitParagraphs(text: string): string[] {
  const paragraphs: string[] = []
  let lines: string[] = []
  for (const line of [...text.split('\n'), '']) {
    if (line.trim() !== '') lines.push(line.trimEnd())
    else if (lines.length > 0) {
      paragraphs.push(lines.join('\n'))
      lines = []
    }
  }
  return paragraphs
}

function dropBoilerplate(paragraphs: readonly string[]): { kept: string[]; excluded: Excluded[] } {
  const kept: string[] = []
  const excluded: Excluded[] = []
  let tail = false
  for (const [index, paragraph] of paragraphs.entries()) {
    const line = foldBlanks(paragraph)
    // A tail heading opens a list of links only where nothing but short lines follows.
    if (
      !tail &&
      isTailHeading(line) &&
      paragraphs.slice(index + 1).every((later) => later.length <= TAIL_LINE_CHARACTERS)
    )
      tail = true
    if (tail) excluded.push({ text: paragraph, reason: 'related' })
    else if (isBoilerplateLine(line)) excluded.push({ text: paragraph, reason: 'boilerplate' })
    else kept.push(paragraph)
  }
  return { kept, excluded }
}

/** Takes a byline out of the first or last lines; what stands before "By" is the publisher. */
function takeByline(paragraphs: string[], excluded: Excluded[]): { author?: string; publisher?: string } {
  const last = paragraphs.length
  for (let index = 0; index < last; index++) {
    if (index >= EDGE_LINES && index < last - EDGE_LINES) continue
    const paragraph = paragraphs[index] as string
    if (paragraph.length > BYLINE_CHARACTERS || last < 2) continue
    const match = BYLINE.exec(foldBlanks(paragraph))
    if (!match) continue
    const publisher = (match[1] ?? '').replace(/[\s|,;:–—-]+$/u, '')
    // "stopped by Police Chief X." is a sentence: after other words the mark of a byline is a capital.
    if (publisher && (/[.!?]\s/u.test(publisher) || !/(?:^|\s)(?:By|BY|А)/u.test(paragraph.slice(publisher.length))))
      continue
    if (/\.$/u.test(match[2] as string) && !/\p{Lu}\.$/u.test(match[2] as string)) continue
    paragraphs.splice(index, 1)
    excluded.push({ text: paragraph, reason: 'byline' })
    return { author: match[2] as string, ...(publisher ? { publisher } : {}) }
  }
  return {}
}

function takeDateLine(paragraphs: readonly string[], months: MonthNames): Publication | null {
  const edges = [...paragraphs.slice(0, EDGE_LINES), ...paragraphs.slice(-2)]
  for (const paragraph of edges) {
    const line = foldBlanks(paragraph)
    const candidate = line.length <= 80 ? DATE_LINE.exec(line)?.[1] : undefined
    const found = candidate ? findDate(candidate, months) : null
    // A line that holds a day and hardly anything else is the report's own date; a sentence with a day in it is not.
    if (candidate && found && candidate.length - (found.end - found.start) <= 24)
      return { from: found.date, to: found.date, basis: 'date-line', quote: candidate.slice(found.start, found.end) }
  }
  return null
}

/** Paragraphs in which a report may open with its dateline: after title, byline and summary. */
const DATELINE_PARAGRAPHS = 4
/** A dateline is at most this long. */
const DATELINE_CHARACTERS = 100
/** Names of places, with commas, up to the date: every word but a particle begins with a capital. */
const DATELINE_PLACE = /^\p{Lu}[\p{L}'’.-]*(?:[ ,/]{1,2}(?:\p{Lu}[\p{L}'’.-]*|de|la|el|al|da|do|du|of)){0,7},?\s$/u
/** What parts a dateline from the report: an agency in brackets, then a dash, a colon or a full stop. */
const DATELINE_END = /^,?\s*(?:\([^()]{1,40}\)\s*)?(?:[-–—―]|:|\.\s)/u

/** The full day in a dateline such as "ATYRAU, April 24, 2016 —" that opens the report. */
function datelineOf(paragraphs: readonly string[], months: MonthNames): Publication | null {
  for (const paragraph of paragraphs.slice(0, DATELINE_PARAGRAPHS)) {
    const head = foldBlanks(paragraph.slice(0, DATELINE_CHARACTERS * 2))
    const found = findDate(head.slice(0, DATELINE_CHARACTERS), months)
    if (!found || !DATELINE_PLACE.test(head.slice(0, found.start)) || !DATELINE_END.test(head.slice(found.end)))
      continue
    return { from: found.date, to: found.date, basis: 'dateline', quote: head.slice(found.start, found.end) }
  }
  return null
}

function titleOf(paragraphs: readonly string[]): string | undefined {
  const [first, second] = paragraphs
  if (!first) return undefined
  const [line = '', ...rest] = first.split('\n')
  const candidate = foldBlanks(line)
  if (candidate.length > TITLE_CHARACTERS || /[.:;,…]$/u.test(candidate) || !/\p{L}/u.test(candidate)) return undefined
  return rest.length > 0 || second ? candidate : undefined
}
