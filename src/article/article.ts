import type { ArticleId } from '../base/id.ts'
import type { PlainDate } from '../base/plain-date.ts'
import type { Span } from '../base/span.ts'

/** How a value came to be: read from the source, worked out by a named rule, or assumed for want of anything better. */
export type Basis = 'stated' | `inferred:${string}` | `default:${string}`

/**
 * When a report was published. An interval, since many reports do not say the day; `to` is null where only a lower
 * bound is known ("accessed July 23" gives [2021-07-23, …)).
 */
export interface Publication {
  readonly from: PlainDate
  readonly to: PlainDate | null
  /** The rule that found it: `json-ld`, `meta`, `url`, `time-element`, `body`, `feed`, `given`, `access-date` … */
  readonly basis: string
  /** The characters that it stands on, where the source has some. */
  readonly quote?: string
}

/** A piece of the source that was left out of the text, kept so that nothing is dropped in silence. */
export interface Excluded {
  readonly text: string
  /** Why: `boilerplate`, `link-list`, `caption`, `related` … */
  readonly reason: string
}

/** One report from one source: the text taken from its bytes, and what is known about it. All offsets refer to `text`. */
export interface Article {
  readonly id: ArticleId
  /** The id that came with an imported article. */
  readonly externalId?: string
  readonly text: string
  readonly title?: string
  readonly author?: string
  /** The publisher as the source names itself, or as the input says (`source`). */
  readonly publisher?: string
  readonly url?: string
  readonly published: Publication | null
  /** BCP 47 primary tag (`en`, `ru`, `kk`, `zh`, `uk`, `ky`, `tr`), or `und`. */
  readonly language: string
  readonly file?: string
  /** sha-256 of the bytes that the article was read from. */
  readonly sha256: string
  readonly mediaType: string
  /** Where the title stands inside `text`, if it is the start of it. */
  readonly titleSpan?: Span
  readonly excluded: readonly Excluded[]
  readonly warnings: readonly string[]
}
