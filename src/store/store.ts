import type { Article, Publication } from '../article/article.ts'
import type { ArticleId, RecordId } from '../base/id.ts'
import type { PlainDate } from '../base/plain-date.ts'
import type { Certainty, Coder, EventRecord, EventType } from '../coding/event-record.ts'
import type { Mentions } from '../mention/mention.ts'
import type { Decision, DecisionInput, ReviewStatus } from '../review/decision.ts'

/** Reading verbs whose answers can be had as JSON text. */
export type JsonVerb = 'listRecords' | 'aggregate' | 'grid' | 'columnRows' | 'listArticles' | 'search' | 'coverage'

/**
 * The Store contract: everything the product asks of a database, in the words of the domain. Arguments and results are
 * plain data that can be copied to another thread, so a store can sit in a worker or behind a network. Every promise
 * can reject with a `GroundswellError` of the GS-E5xx row. `test/contract/` holds the suite every store passes.
 *
 * Words: a *record* is an EventRecord; its *effective* form has people's decisions applied and is what lists, counts
 * and exports show; a record is *current* when it was made by the latest coding of its article.
 */
export interface Store {
  readonly kind: 'sqlite' | 'postgres'

  /** Number of the data set's state. Grows with every change; equal numbers mean equal answers (ETags, caches). */
  version(): Promise<number>
  /** Counts, schema, languages, engine: for `stats`, `doctor` and the first page. */
  info(): Promise<StoreInfo>

  // Ingest ------------------------------------------------------------------------------------------------------
  /** Opens a run; its id names the ledger rows that follow. */
  beginRun(run: RunInput): Promise<Run>
  /** Closes a run with its counts as the ledger has them. A run that never ended shows `finished: null`. */
  endRun(id: string): Promise<Run>
  /** Which of the articles are here and coded by exactly this coder: they need no work. */
  knownArticles(ids: readonly ArticleId[], coder: Coder): Promise<readonly ArticleId[]>
  /**
   * Writes articles, codings and ledger rows in one transaction: all or nothing. Writing the same batch twice changes
   * nothing the second time. When the promise resolves, the batch survives a killed process.
   * Asserts `text.slice(start, end) === quote` for every span (GS-E507).
   */
  writeBatch(batch: IngestBatch): Promise<BatchReceipt>
  runs(page?: Page): Promise<List<Run>>
  ledger(filter: LedgerFilter, page?: Page): Promise<List<LedgerEntry>>

  // Articles ----------------------------------------------------------------------------------------------------
  article(id: ArticleId): Promise<StoredArticle | null>
  listArticles(filter: ArticleFilter, page?: Page): Promise<List<ArticleItem>>
  /** Full text, best first. Words are stemmed by language; "quoted words" are a phrase, -word excludes. */
  search(query: SearchQuery, page?: Page): Promise<List<SearchHit>>

  // Records -----------------------------------------------------------------------------------------------------
  record(id: RecordId): Promise<StoredRecord | null>
  listRecords(filter: RecordFilter, page?: Page): Promise<List<RecordItem>>
  /** Counts of matching records by one to three dimensions, largest first (time dimensions: ascending). */
  aggregate(query: AggregateQuery): Promise<Aggregate>
  /** Matching located records in Web-Mercator cells: the map's clusters when there are too many points to send. */
  grid(query: GridQuery): Promise<Grid>
  /** One row per matching record as typed arrays, in list order (`date`, newest first). */
  columns(filter: RecordFilter): Promise<Columns>
  /** The list items at rows of `columns(filter)`; valid while `version()` is what the columns carried. */
  columnRows(filter: RecordFilter, rows: readonly number[]): Promise<readonly RecordItem[]>
  /** Articles collected per period and publisher, with the records they gave: the denominator under every trend. */
  coverage(query: CoverageQuery): Promise<Coverage>
  /**
   * The answer of a reading verb as JSON in UTF-8, for who only passes it on: what `JSON.stringify` makes of the answer,
   * byte for byte, but written where the data are read. The bytes are the caller's own.
   */
  json<Verb extends JsonVerb>(verb: Verb, args: Readonly<Parameters<Store[Verb]>>): Promise<Uint8Array<ArrayBuffer>>

  // Decisions ---------------------------------------------------------------------------------------------------
  /** Appends a person's decision and gives the record as it now stands. */
  decide(record: RecordId, decision: DecisionInput): Promise<StoredRecord>
  /** Everything that was decided about a record, oldest first, undone decisions included. */
  history(record: RecordId): Promise<readonly Decision[]>

  // Change log --------------------------------------------------------------------------------------------------
  /** What changed after a version, oldest first: `next` is the version to ask from the next time. */
  changedSince(version: number, limit?: number): Promise<Changes>

  // Upkeep ------------------------------------------------------------------------------------------------------
  /** Writes a consistent copy to a file that must not exist yet, checks it, and gives its size. */
  backup(file: string): Promise<BackupReceipt>
  /** Integrity, foreign keys, rollup and search index against the tables. An empty list means sound. */
  check(): Promise<readonly string[]>
  /** Checkpoints and lets the planner learn; cheap when there is nothing to do. */
  tidy(): Promise<void>
  close(): Promise<void>
}

// Lists ---------------------------------------------------------------------------------------------------------

export interface Page {
  /** Rows wanted, 1 to `MAX_PAGE_ROWS`; 50 if left out. */
  readonly limit?: number
  /** `next` of the page before. A cursor of another list or order is refused (GS-E509). */
  readonly cursor?: string
}

/** Every list says how many there are, how many it left out and why, and which state of the data it speaks of. */
export interface List<T> {
  readonly items: readonly T[]
  /** Rows that match, on all pages. */
  readonly total: number
  /** Rows there are without any filter. */
  readonly all: number
  /** Rows that the subject of the filter selects but that are not shown, by reason (see `EXCLUSION_REASONS`). */
  readonly excluded: Readonly<Record<string, number>>
  readonly version: number
  readonly next: string | null
}

/**
 * Why a record that fits the question is not in a list. The first that applies counts:
 * `rejected` by a person; `undated` a date was asked for and the record has none; `unlocated` a box was asked for and
 * the record has no coordinates; `no-country` a country was asked for and the record has none; `background` told as
 * history; `certainty` not among the wanted; `confidence` below the wanted.
 */
export const EXCLUSION_REASONS = [
  'rejected',
  'undated',
  'unlocated',
  'no-country',
  'background',
  'certainty',
  'confidence',
] as const
export type ExclusionReason = (typeof EXCLUSION_REASONS)[number]

// Ingest --------------------------------------------------------------------------------------------------------

export interface RunInput {
  /** What was asked for, as the user wrote it: paths, globs, "upload". */
  readonly inputs: readonly string[]
  readonly coder: Coder
}

export type LedgerStatus = 'added' | 'known' | 'recoded' | 'failed' | 'skipped'

export interface Run {
  readonly id: string
  readonly inputs: readonly string[]
  readonly coder: Coder
  readonly started: string
  readonly finished: string | null
  readonly counts: Readonly<Record<LedgerStatus, number>>
  readonly records: number
}

/** What an article gave when coded. */
export interface Coding {
  readonly coder: Coder
  readonly records: readonly EventRecord[]
  readonly mentions: Mentions | null
  /** Triggers that led to no record, each with its reason. */
  readonly misses: readonly unknown[]
  readonly warnings: readonly string[]
}

interface IngestItemBase {
  /** Number of the item in its run, from 0: with the run's id the key of the ledger row. */
  readonly sequence: number
  /** The file, folder member or upload it came from. */
  readonly input: string
  /** Place inside the input, as far as known: "line 12", "entry 3". */
  readonly place?: string
}

/** Why an article was kept without records, as its coding warns, or null where it has records or none were missed. */
export function whyUncoded(coding: Pick<Coding, 'records' | 'warnings'>): string | null {
  return coding.records.length || !coding.warnings.length ? null : coding.warnings.join('; ')
}

export type IngestItem =
  | (IngestItemBase & {
      readonly kind: 'coded'
      readonly article: Article
      readonly coding: Coding
      /** sha-256 of the kept file that it came from, where one is kept. */
      readonly original?: string
    })
  | (IngestItemBase & { readonly kind: 'known'; readonly article: ArticleId })
  | (IngestItemBase & { readonly kind: 'failed'; readonly code: string; readonly message: string })
  | (IngestItemBase & { readonly kind: 'skipped'; readonly reason: string })

export interface IngestBatch {
  readonly run: string
  readonly items: readonly IngestItem[]
}

export interface BatchReceipt {
  readonly version: number
  /** What became of each item, in order. A `coded` item whose article was here counts as `known` or `recoded`. */
  readonly statuses: readonly LedgerStatus[]
  /** Records new to the store. */
  readonly records: number
}

export interface LedgerFilter {
  readonly run?: string
  readonly status?: readonly LedgerStatus[]
  readonly input?: string
}

export interface LedgerEntry {
  readonly run: string
  readonly sequence: number
  readonly status: LedgerStatus
  readonly input: string
  readonly place: string | null
  readonly article: ArticleId | null
  readonly records: number
  /** Error code (GS-E…), where it failed. */
  readonly code: string | null
  /** Why it failed, was skipped, or was kept without records, in words. */
  readonly reason: string | null
  readonly at: string
}

// Articles ------------------------------------------------------------------------------------------------------

export interface ArticleFilter {
  /** Stemmed full text, as in `search`. */
  readonly text?: string
  readonly publisher?: readonly string[]
  readonly language?: readonly string[]
  readonly published?: DateRange
  readonly run?: string
  /** true: only articles that gave records; false: only those that gave none. */
  readonly hasRecords?: boolean
}

/** An article without its text. */
export interface ArticleItem {
  readonly id: ArticleId
  readonly externalId: string | null
  readonly title: string | null
  readonly author: string | null
  readonly publisher: string | null
  readonly url: string | null
  readonly published: Publication | null
  readonly language: string
  readonly file: string | null
  readonly mediaType: string
  readonly sha256: string
  /** sha-256 of the kept file that it came from (`originals/`), which may hold other articles too. */
  readonly original: string | null
  readonly characters: number
  /** When it was taken in, ISO 8601 in UTC. */
  readonly captured: string
  /** Current records that are not rejected. */
  readonly records: number
}

export interface StoredArticle {
  readonly item: ArticleItem
  readonly article: Article
  /** The latest coding: mentions, misses, warnings. */
  readonly coding: Omit<Coding, 'records'> | null
  /** Current records in text order, rejected ones included. */
  readonly records: readonly StoredRecord[]
}

export interface SearchQuery {
  readonly text: string
  readonly language?: readonly string[]
  readonly published?: DateRange
}

export interface SearchHit extends ArticleItem {
  /** Higher is better; comparable within one answer only. */
  readonly score: number
  /** A piece of the original text around the words found, with the spans of the words inside it. */
  readonly snippet: {
    readonly text: string
    readonly start: number
    readonly marks: readonly (readonly [number, number])[]
  }
}

// Records -------------------------------------------------------------------------------------------------------

/** Days, both ends included; either may be open. */
export interface DateRange {
  readonly from?: PlainDate
  readonly to?: PlainDate
}

export const RECORD_SORTS = ['date', 'date-ascending', 'confidence', 'added'] as const
export type RecordSort = (typeof RECORD_SORTS)[number]

/** All conditions hold together; the values inside one are alternatives. Everything is about the effective record. */
export interface RecordFilter {
  readonly type?: readonly EventType[]
  readonly mode?: readonly string[]
  readonly form?: readonly string[]
  readonly context?: readonly string[]
  readonly quad?: readonly string[]
  /** Country of the place (ISO 3166-1 alpha-3). */
  readonly country?: readonly string[]
  readonly admin1?: readonly string[]
  /** Records whose date interval meets this one. */
  readonly date?: DateRange
  /** [west, south, east, north] in degrees; west > east crosses the antimeridian. */
  readonly box?: readonly [number, number, number, number]
  /** Stemmed words of the record's title, passage, actors, place and issues, as in `search`. */
  readonly text?: string
  /** Name of an actor or recipient, any part of it, case and diacritics aside. */
  readonly actor?: string
  /** Country of an actor or recipient. */
  readonly actorCountry?: readonly string[]
  readonly sector?: readonly string[]
  readonly issue?: readonly string[]
  readonly certainty?: readonly Certainty[]
  /** true: only background; false: none. */
  readonly background?: boolean
  readonly minConfidence?: number
  readonly status?: readonly ReviewStatus[]
  readonly publisher?: readonly string[]
  readonly language?: readonly string[]
  readonly article?: ArticleId
  readonly published?: DateRange
  readonly sort?: RecordSort
  /** true: records of earlier codings too. */
  readonly superseded?: boolean
}

export interface RecordItem {
  readonly record: EventRecord
  readonly status: ReviewStatus
  readonly revision: number
  readonly article: ArticleItem
  /** Passage of the article around the record's words, for lists: where it starts in the text, and the characters. */
  readonly passage: { readonly start: number; readonly text: string }
}

export interface StoredRecord extends RecordItem {
  /** Id without the coder's version: what decisions attach to. */
  readonly key: string
  /** As the coder gave it. */
  readonly machine: EventRecord
  /** Decisions in force, oldest first: those that no undo took back. */
  readonly decisions: readonly Decision[]
  readonly current: boolean
  /** Records in other codings of the same article with the same key, newest first. */
  readonly otherVersions: readonly RecordId[]
  /** Records of the store that this one's links name or that name it. */
  readonly linked: readonly { readonly kind: string; readonly direction: 'to' | 'from'; readonly record: RecordId }[]
}

export const DIMENSIONS = [
  'day',
  'week',
  'month',
  'year',
  'country',
  'admin1',
  'place',
  'type',
  'quad',
  'form',
  'mode',
  'context',
  'issue',
  'sector',
  'actor',
  'actor-country',
  'certainty',
  'background',
  'status',
  'publisher',
  'language',
] as const
/** `day` … `year` go by the first day of the record's date; `week` is the Monday. Several-valued ones count a record once a value. */
export type Dimension = (typeof DIMENSIONS)[number]

export interface AggregateQuery {
  readonly by: readonly Dimension[]
  readonly filter: RecordFilter
  /** Groups wanted, at most `MAX_GROUPS`. The rest is summed up in `rest`. */
  readonly limit?: number
}

export interface Aggregate {
  /** A group: its value in each dimension (null: not stated), records and the articles they stand in. */
  readonly groups: readonly {
    readonly key: readonly (string | null)[]
    readonly records: number
    readonly articles: number
  }[]
  /** Groups beyond the limit, and their records. */
  readonly rest: { readonly groups: number; readonly records: number }
  readonly total: number
  readonly all: number
  readonly excluded: Readonly<Record<string, number>>
  readonly version: number
}

export interface GridQuery {
  readonly filter: RecordFilter
  /** Web map zoom, 0 to 18. */
  readonly zoom: number
  /** Side of a cell in pixels of a 256-pixel world tile; 56 if left out. */
  readonly cell?: number
}

export interface Grid {
  readonly cells: readonly {
    readonly lon: number
    readonly lat: number
    readonly records: number
    /** Records placed no finer than their province. */
    readonly uncertain: number
  }[]
  readonly total: number
  readonly excluded: Readonly<Record<string, number>>
  readonly version: number
}

/** Values of `Columns`; unknown is NaN, 0xFFFF or 0xFF. */
export interface Columns {
  readonly version: number
  readonly n: number
  readonly lon: Float32Array
  readonly lat: Float32Array
  /** Days since 1900-01-01 of the first day. */
  readonly day: Uint16Array
  /** Days from the first to the last day: 0 is an exact day. */
  readonly spanDays: Uint16Array
  /** Index into `countries`. */
  readonly country: Uint16Array
  /** Lower bound of the size, capped at 65,534. */
  readonly size: Uint16Array
  /** Index into `types`. */
  readonly type: Uint8Array
  /** Index into `certainties`. */
  readonly certainty: Uint8Array
  /** Reports of the event, capped at 254; 1 while records are not linked. */
  readonly reports: Uint8Array
  /** Bits 0–2 place precision (index into `precisions`, 7 none), bit 3 rival claims, bit 4 reviewed, bit 5 background. */
  readonly flags: Uint8Array
  readonly countries: readonly string[]
  readonly types: readonly string[]
  readonly certainties: readonly string[]
  readonly precisions: readonly string[]
  readonly total: number
  readonly all: number
  readonly excluded: Readonly<Record<string, number>>
}

export interface CoverageQuery {
  readonly grain: 'day' | 'week' | 'month' | 'year'
  readonly published?: DateRange
  readonly publisher?: readonly string[]
  readonly language?: readonly string[]
}

export interface Coverage {
  /** Ascending by period, then publisher. Periods without an article are absent: a gap, not a zero. */
  readonly periods: readonly {
    /** First day of the period, null for articles of unknown date. */
    readonly period: PlainDate | null
    readonly publisher: string | null
    readonly articles: number
    readonly records: number
  }[]
  readonly version: number
}

// Change log, upkeep --------------------------------------------------------------------------------------------

export interface Change {
  readonly version: number
  readonly kind: 'article' | 'record' | 'superseded' | 'decision'
  readonly id: string
  /** The record that took the place of a superseded one, where one did. */
  readonly into: string | null
  readonly at: string
}

export interface Changes {
  readonly changes: readonly Change[]
  readonly next: number
  readonly more: boolean
}

export interface StoreInfo {
  readonly version: number
  readonly schema: number
  /** Engine and its version: "SQLite 3.53.4". */
  readonly engine: string
  readonly articles: number
  /** Current records that are not rejected. */
  readonly records: number
  readonly rejected: number
  readonly superseded: number
  readonly decisions: number
  readonly failed: number
  readonly skipped: number
  readonly publishers: number
  readonly languages: Readonly<Record<string, number>>
  readonly coders: readonly { readonly coder: Coder; readonly articles: number }[]
  readonly published: { readonly from: PlainDate | null; readonly to: PlainDate | null }
  readonly dated: { readonly from: PlainDate | null; readonly to: PlainDate | null }
  /** Size of the database on disk. */
  readonly bytes: number
}

export interface BackupReceipt {
  readonly file: string
  readonly bytes: number
  readonly version: number
}

/** Rows of one page: more than a screen needs, and small enough that one answer stays under a few megabytes. */
export const MAX_PAGE_ROWS = 1000
/** Rows of a page where none is asked for. */
export const DEFAULT_PAGE_ROWS = 50
/** Groups of one aggregate: ten years by day, or every country by type. */
export const MAX_GROUPS = 20_000
