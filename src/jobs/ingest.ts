import { readFileSync } from 'node:fs'
import { readArticles } from '../article/read.ts'
import { ReaderWorker } from '../article/reader-worker.ts'
import type { ReadResult } from '../article/result.ts'
import { GroundswellError } from '../base/error.ts'
import { MAX_INPUT_BYTES } from '../base/limit.ts'
import type { PlainDate } from '../base/plain-date.ts'
import type { Coder } from '../coding/event-record.ts'
import { type IngestItem, type LedgerStatus, type Run, type Store, whyUncoded } from '../store/store.ts'
import { keepOriginal, type Workspace } from '../store/workspace.ts'
import type { CodingPool } from './coding-pool.ts'
import { inOrder } from './in-order.ts'
import { findInputs, type Input, unreadable } from './inputs.ts'

/** Articles of one transaction: commits are what costs, and this many lost to a kill are read again in a second. */
const BATCH_ITEMS = 64
/** Longest that a finished article waits to be written. */
const BATCH_MS = 1_000

/** What became of one article, or of an input that gave none. Told after it is safely written. */
export interface IngestReport {
  readonly input: string
  readonly status: LedgerStatus
  /** Place inside the input: "line 12". */
  readonly place: string | null
  readonly article: string | null
  /** Id that came with the article. */
  readonly externalId: string | null
  readonly records: number
  readonly code: string | null
  /** Why it failed, was skipped, or was kept without records (a language that cannot be coded yet). */
  readonly reason: string | null
}

export interface IngestProgress {
  /** Inputs wholly read, and known so far. */
  readonly done: number
  readonly total: number
  readonly bytesDone: number
  readonly bytesTotal: number
  /** Articles written. */
  readonly articles: number
  readonly records: number
}

export interface IngestOptions {
  readonly workspace: Workspace
  readonly store: Store
  readonly coder: Coder
  readonly pool: CodingPool
  /** Day of reading, which no date of publication may be after. */
  readonly today: PlainDate
  readonly onReport?: (report: IngestReport) => void
  readonly onProgress?: (progress: IngestProgress) => void
  /** Ends the run early: what is written stays, what is under way is dropped. */
  readonly signal?: AbortSignal
}

export interface IngestResult {
  readonly run: Run
  readonly seconds: number
  /** True where the signal ended it. */
  readonly stopped: boolean
}

/** An input as the pipeline passes it along. */
interface Found {
  readonly input: string
  /** Hash of the kept file. */
  readonly original?: string
  readonly place?: string
  readonly result:
    | { readonly kind: 'read'; readonly read: ReadResult }
    | { readonly kind: 'failed'; readonly error: GroundswellError }
    | { readonly kind: 'skipped'; readonly reason: string }
}

/** A named file to take in: an upload has another name than its path. */
export interface NamedFile {
  readonly name: string
  readonly path: string
}

/**
 * Takes inputs in: reads each, codes what is new, and writes articles, records and ledger in batches, each one
 * transaction. A bad input costs itself alone. What `onReport` has told survives a killed process; the rest is taken in
 * when the same inputs are given again, and nothing twice.
 *
 * Rejects only where nothing can be written any more: disk full (GS-E505), locked (GS-E504), damaged (GS-E506).
 */
export async function ingest(inputs: readonly (string | NamedFile)[], options: IngestOptions): Promise<IngestResult> {
  const started = performance.now()
  const { store, coder, pool, signal } = options
  const named = inputs.map((input) => (typeof input === 'string' ? input : input.name))
  const run = await store.beginRun({ inputs: named, coder })
  const progress = new Progress(options.onProgress)
  const writer = new BatchWriter(run.id, options, progress)
  const reader = new ReaderWorker()
  try {
    const found = readAll(inputs, options, reader, progress)
    // `inOrder` keeps the order of the inputs, so sequence numbers are the same on every machine.
    for await (const item of inOrder(found, Math.max(2, pool.width), (one) => codeFound(one, options))) {
      await writer.add(item)
      if (signal?.aborted) break
    }
    await writer.flush()
  } finally {
    await reader.close()
  }
  return {
    run: await store.endRun(run.id),
    seconds: (performance.now() - started) / 1000,
    stopped: signal?.aborted ?? false,
  }
}

async function* readAll(
  inputs: readonly (string | NamedFile)[],
  options: IngestOptions,
  reader: ReaderWorker,
  progress: Progress,
): AsyncGenerator<Found> {
  const files: Input[] = [...findInputs(inputs.filter((input) => typeof input === 'string'))]
  for (const input of inputs)
    if (typeof input !== 'string') for (const one of findInputs([input.path])) files.push({ ...one, name: input.name })
  progress.expect(files)
  for (const input of files) {
    if (options.signal?.aborted) return
    if (input.kind === 'file') yield* readFile(input, options, reader, progress)
    else if (input.kind === 'failed') yield { input: input.name, result: { kind: 'failed', error: input.error } }
    else yield { input: input.name, result: { kind: 'skipped', reason: input.reason } }
    progress.finished(input)
  }
}

async function* readFile(
  input: Input & { kind: 'file' },
  options: IngestOptions,
  worker: ReaderWorker,
  progress: Progress,
): AsyncGenerator<Found> {
  const fail = (error: GroundswellError): Found => ({ input: input.name, result: { kind: 'failed', error } })
  if (input.bytes > MAX_INPUT_BYTES)
    return yield fail(
      new GroundswellError('GS-E003', {
        place: { file: input.name },
        detail: `${input.bytes} bytes, limit ${MAX_INPUT_BYTES}`,
      }),
    )
  let bytes: Uint8Array
  try {
    bytes = readFileSync(input.path)
  } catch (error) {
    return yield fail(unreadable(input.name, error))
  }
  let original: string | undefined
  let lines: number | undefined
  let articles = 0
  for await (const read of readArticles(bytes, { file: input.name }, { worker, today: options.today })) {
    // Kept before the first row that speaks of it is written.
    if (read.kind === 'article' && options.workspace.config.keep_originals)
      original ??= keepOriginal(options.workspace, bytes)
    articles++
    if (read.line !== undefined) {
      lines ??= countLines(bytes)
      progress.reached(input, read.line / lines)
    }
    yield {
      input: input.name,
      ...(original === undefined ? {} : { original }),
      ...(read.line === undefined ? {} : { place: `line ${read.line}` }),
      result: { kind: 'read', read },
    }
  }
  if (articles === 0) yield { input: input.name, result: { kind: 'skipped', reason: 'it holds no article' } }
}

/** Lines of a file, the last one counted whether or not it is ended. */
function countLines(bytes: Uint8Array): number {
  let lines = 1
  for (let at = bytes.indexOf(10); at >= 0 && at < bytes.length - 1; at = bytes.indexOf(10, at + 1)) lines++
  return lines
}

/** An item without its sequence number, which the writer gives. */
type Unnumbered<T> = T extends IngestItem ? Omit<T, 'sequence'> : never
type Done = { readonly item: Unnumbered<IngestItem>; readonly externalId: string | null }

async function codeFound(found: Found, options: IngestOptions): Promise<Done> {
  const { input, result } = found
  const base = { input, ...(found.place === undefined ? {} : { place: found.place }) }
  const fail = (error: GroundswellError, externalId: string | null = null): Done => ({
    item: { ...base, kind: 'failed', code: error.code, message: error.message },
    externalId,
  })
  if (result.kind === 'skipped') return { item: { ...base, kind: 'skipped', reason: result.reason }, externalId: null }
  if (result.kind === 'failed') return fail(result.error)
  if (result.read.kind === 'failed') return fail(result.read.error)
  const { article } = result.read
  const externalId = article.externalId ?? null
  const known = await options.store.knownArticles([article.id], options.coder)
  if (known.length) return { item: { ...base, kind: 'known', article: article.id }, externalId }
  const outcome = await options.pool.code(article)
  if (outcome.kind === 'failed') return fail(outcome.error, externalId)
  return {
    item: {
      ...base,
      kind: 'coded',
      article,
      coding: { coder: options.coder, ...outcome.coded },
      ...(found.original === undefined ? {} : { original: found.original }),
    },
    externalId,
  }
}

/** Collects items and writes them in batches; reports each item once its batch is safe. */
class BatchWriter {
  readonly #run: string
  readonly #options: IngestOptions
  readonly #progress: Progress
  #items: IngestItem[] = []
  #externalIds: (string | null)[] = []
  #sequence = 0
  #oldest = 0

  constructor(run: string, options: IngestOptions, progress: Progress) {
    this.#run = run
    this.#options = options
    this.#progress = progress
  }

  async add({ item, externalId }: Done): Promise<void> {
    if (!this.#items.length) this.#oldest = performance.now()
    this.#items.push({ ...item, sequence: this.#sequence++ } as IngestItem)
    this.#externalIds.push(externalId)
    if (this.#items.length >= BATCH_ITEMS || performance.now() - this.#oldest >= BATCH_MS) await this.flush()
  }

  async flush(): Promise<void> {
    if (!this.#items.length) return
    const items = this.#items
    const externalIds = this.#externalIds
    this.#items = []
    this.#externalIds = []
    const receipt = await this.#options.store.writeBatch({ run: this.#run, items })
    let articles = 0
    let records = 0
    items.forEach((item, index) => {
      const status = receipt.statuses[index] as LedgerStatus
      const report = reportOf(item, status, externalIds[index] ?? null)
      if (status !== 'failed' && status !== 'skipped') articles++
      records += report.records
      this.#options.onReport?.(report)
    })
    this.#progress.wrote(articles, records)
  }
}

function reportOf(item: IngestItem, status: LedgerStatus, externalId: string | null): IngestReport {
  const written = status === 'added' || status === 'recoded'
  return {
    input: item.input,
    status,
    place: item.place ?? null,
    article: item.kind === 'coded' ? item.article.id : item.kind === 'known' ? item.article : null,
    externalId,
    records: item.kind === 'coded' && written ? item.coding.records.length : 0,
    code: item.kind === 'failed' ? item.code : item.kind === 'coded' && status === 'failed' ? 'GS-E507' : null,
    reason:
      item.kind === 'failed'
        ? item.message
        : item.kind === 'skipped'
          ? item.reason
          : item.kind === 'coded' && status === 'failed'
            ? new GroundswellError('GS-E507', { place: { article: item.article.id } }).message
            : item.kind === 'coded' && written
              ? whyUncoded(item.coding)
              : null,
  }
}

class Progress {
  readonly #tell: ((progress: IngestProgress) => void) | undefined
  /** Bytes of the inputs that are wholly read. */
  #whole = 0
  #state: IngestProgress = { done: 0, total: 0, bytesDone: 0, bytesTotal: 0, articles: 0, records: 0 }

  constructor(tell: ((progress: IngestProgress) => void) | undefined) {
    this.#tell = tell
  }

  expect(inputs: readonly Input[]): void {
    const bytesTotal = inputs.reduce((sum, input) => sum + (input.kind === 'file' ? input.bytes : 0), 0)
    this.#set({ total: inputs.length, bytesTotal })
  }

  finished(input: Input): void {
    this.#whole += input.kind === 'file' ? input.bytes : 0
    this.#set({ done: this.#state.done + 1, bytesDone: this.#whole })
  }

  /** The share of an input that is read. */
  reached(input: Input & { kind: 'file' }, share: number): void {
    this.#set({ bytesDone: this.#whole + Math.round(input.bytes * Math.min(1, share)) })
  }

  wrote(articles: number, records: number): void {
    this.#set({ articles: this.#state.articles + articles, records: this.#state.records + records })
  }

  #set(change: Partial<IngestProgress>): void {
    this.#state = { ...this.#state, ...change }
    this.#tell?.(this.#state)
  }
}
