/**
 * Every error that a user can meet, by number. A number is never reused. Each entry says what happened and what to do
 * next; where it happened is carried by the error's fields. `docs/errors.md` lists them all (a test compares).
 */
export const ERRORS = {
  'GS-E001': { what: 'The file is not there', next: 'Check the path; quote names that hold blanks or wildcards.' },
  'GS-E002': { what: 'The file is empty', next: 'Remove it from the list or capture it again.' },
  'GS-E003': {
    what: 'The file is larger than the limit',
    next: 'Split it, or convert it to JSONL with one article a line.',
  },
  'GS-E004': { what: 'The file cannot be read', next: 'Check that it is a file and that you may read it.' },
  'GS-E005': {
    what: 'The format is not one we read',
    next: 'Give plain text, HTML, RSS, Atom, JSON feed, PDF, DOCX, WARC or JSONL.',
  },
} as const satisfies Record<string, { what: string; next: string }>

export type ErrorCode = keyof typeof ERRORS

/** Where an error happened, as far as it is known. */
export interface ErrorPlace {
  readonly file?: string
  readonly line?: number
  readonly column?: number
  readonly article?: string
  readonly start?: number
  readonly end?: number
}

/** An error with a code, a place and a sentence that says what to do next. The only class that crosses a folder's edge. */
export class GroundswellError extends Error {
  readonly code: ErrorCode
  readonly place: ErrorPlace
  /** What is particular to this case: the limit that was met, the parser's own words. */
  readonly detail: string | undefined

  constructor(code: ErrorCode, options: { place?: ErrorPlace; detail?: string; cause?: unknown } = {}) {
    const { place = {}, detail } = options
    const where = describePlace(place)
    super(
      `${code} ${ERRORS[code].what}${detail ? ` (${detail})` : ''}${where ? `: ${where}` : ''}. ${ERRORS[code].next}`,
      options.cause === undefined ? undefined : { cause: options.cause },
    )
    this.name = 'GroundswellError'
    this.code = code
    this.place = place
    this.detail = detail
  }
}

function describePlace(place: ErrorPlace): string {
  const parts: string[] = []
  if (place.file)
    parts.push(place.line ? `${place.file}:${place.line}${place.column ? `:${place.column}` : ''}` : place.file)
  else if (place.line) parts.push(`line ${place.line}`)
  if (place.article) parts.push(`article ${place.article}`)
  if (place.start !== undefined) parts.push(`characters ${place.start} to ${place.end ?? place.start}`)
  return parts.join(', ')
}
