import { GroundswellError } from '../base/error.ts'
import type { EventRecord } from '../coding/event-record.ts'

/** A span of a record with the field it supports. */
export interface FieldSpan {
  readonly field: string
  readonly start: number
  readonly end: number
}

/**
 * Every span of a record, by field path (`actors.1`), after asserting that each quotes the text it points into. This is
 * the second of a pair of checks: the coder makes the first.
 *
 * @throws GroundswellError GS-E507 naming the article and the span.
 */
export function checkedSpans(text: string, record: EventRecord): readonly FieldSpan[] {
  const spans: FieldSpan[] = []
  visit(record, '', (field, quote, start, end) => {
    if (text.slice(start, end) !== quote)
      throw new GroundswellError('GS-E507', {
        place: { article: record.article, start, end },
        detail: `${field} says ${JSON.stringify(quote.slice(0, 60))}, the text ${JSON.stringify(text.slice(start, end).slice(0, 60))}`,
      })
    if (end > start) spans.push({ field, start, end })
  })
  return spans
}

type Visitor = (field: string, quote: string, start: number, end: number) => void

function visit(value: unknown, path: string, found: Visitor): void {
  if (typeof value !== 'object' || value === null) return
  if (Array.isArray(value)) {
    value.forEach((item, index) => {
      visit(item, path ? `${path}.${index}` : String(index), found)
    })
    return
  }
  const { quote, start, end, field } = value as Record<string, unknown>
  if (typeof quote === 'string' && typeof start === 'number' && typeof end === 'number') {
    // Evidence and claims name the field that they are about.
    found(typeof field === 'string' ? field : path, quote, start, end)
  }
  for (const [key, inner] of Object.entries(value)) {
    // The value of a claim is free in form and may hold anything.
    if (typeof inner === 'object' && key !== 'value') visit(inner, path ? `${path}.${key}` : key, found)
  }
}
