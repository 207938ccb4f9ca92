import type { Article } from '../article/article.ts'
import type { Coder, EventRecord } from '../coding/event-record.ts'
import type { Mentions } from '../mention/mention.ts'

/** What coding one article gives, as it travels between threads. */
export interface CodedArticle {
  readonly records: readonly EventRecord[]
  readonly mentions: Mentions
  /** Triggers that led to no record, each with its reason. */
  readonly misses: readonly unknown[]
  readonly warnings: readonly string[]
}

/** A coder with its resources loaded. Throws nothing for what an article holds. */
export interface ArticleCoder {
  /** Who codes: name, version, and the hash of every resource that changes results. */
  readonly coder: Coder
  code(article: Article): CodedArticle
}
