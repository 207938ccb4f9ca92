/**
 * A half-open range of UTF-16 code units: `text.slice(start, end)`.
 * Unless said otherwise it refers to `article.text`.
 */
export interface Span {
  readonly start: number
  readonly end: number
}

/** A span together with the characters it covers, so that a reader can check one against the other. */
export interface Quote extends Span {
  readonly quote: string
}

/** The quote of a span of `text`. */
export function quoteOf(text: string, span: Span): Quote {
  return { quote: text.slice(span.start, span.end), start: span.start, end: span.end }
}

/** Whether two half-open spans share at least one character. */
export function overlaps(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end
}

/** Whether `outer` covers `inner` wholly. */
export function covers(outer: Span, inner: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end
}

/** Order by start, then the longer span first: the order in which lists of mentions are kept. */
export function bySpan(a: Span, b: Span): number {
  return a.start - b.start || b.end - a.end
}
