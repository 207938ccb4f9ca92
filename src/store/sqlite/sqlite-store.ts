import { randomUUID } from 'node:crypto'
import type { ArticleId, RecordId } from '../../base/id.ts'
import type { Coder } from '../../coding/event-record.ts'
import type { Decision, DecisionInput } from '../../review/decision.ts'
import { decodeCursor, encodeCursor, pageRows } from '../cursor.ts'
import { all, type Sql, sql } from '../sql.ts'
import type {
  Aggregate,
  AggregateQuery,
  ArticleFilter,
  ArticleItem,
  BackupReceipt,
  BatchReceipt,
  Changes,
  Columns,
  Coverage,
  CoverageQuery,
  Grid,
  GridQuery,
  IngestBatch,
  JsonVerb,
  LedgerEntry,
  LedgerFilter,
  LedgerStatus,
  List,
  Page,
  RecordFilter,
  RecordItem,
  Run,
  RunInput,
  SearchHit,
  SearchQuery,
  Store,
  StoredArticle,
  StoredRecord,
  StoreInfo,
} from '../store.ts'
import { aggregate, columns, coverage, grid } from './aggregates.ts'
import { ArticleReader } from './article-reader.ts'
import { decide } from './decisions.ts'
import { type OpenOptions, type Row, SqliteDriver } from './driver.ts'
import { migrate } from './migrate.ts'
import { RecordReader } from './record-reader.ts'
import { ledgerEntry } from './rows.ts'
import { backup, changedSince, check, info } from './upkeep.ts'
import { SqliteWriter } from './writer.ts'

const encoder = new TextEncoder()

export interface SqliteStoreOptions extends OpenOptions {
  /** The time, ISO 8601 in UTC; tests fix it. */
  readonly now?: () => string
}

/** The store of a laptop: one SQLite file. Calls run on the thread that makes them; `openThreadedStore` moves them off it. */
export class SqliteStore implements Store {
  readonly kind = 'sqlite'
  readonly #driver: SqliteDriver
  readonly #writer: SqliteWriter
  readonly #records: RecordReader
  readonly #articles: ArticleReader
  readonly #now: () => string

  /**
   * Opens the database, makes it if it is not there, and brings its schema up to date.
   *
   * @throws GroundswellError GS-E502, GS-E503, GS-E504, GS-E506, GS-E510, GS-E516
   */
  constructor(file: string, options: SqliteStoreOptions = {}) {
    this.#now = options.now ?? (() => new Date().toISOString())
    this.#driver = new SqliteDriver(file, options)
    try {
      if (!options.readOnly) migrate(this.#driver)
    } catch (error) {
      this.#driver.close()
      throw error
    }
    this.#writer = new SqliteWriter(this.#driver, this.#now)
    this.#records = new RecordReader(this.#driver)
    this.#articles = new ArticleReader(this.#driver, this.#records)
  }

  /** The connection, for tests that look behind the contract. */
  get driver(): SqliteDriver {
    return this.#driver
  }

  async version(): Promise<number> {
    return this.#records.version()
  }

  async info(): Promise<StoreInfo> {
    return info(this.#driver)
  }

  async beginRun(run: RunInput): Promise<Run> {
    const id = randomUUID()
    this.#driver.transaction(() => {
      this.#driver.run('INSERT INTO run (id, inputs, coder, started) VALUES (?, ?, ?, ?)', [
        id,
        JSON.stringify(run.inputs),
        this.#writer.coderNumber(run.coder),
        this.#now(),
      ])
    })
    return this.#run(id)
  }

  async endRun(id: string): Promise<Run> {
    this.#writer.runNumber(id)
    this.#driver.run('UPDATE run SET finished = ? WHERE id = ? AND finished IS NULL', [this.#now(), id])
    return this.#run(id)
  }

  async knownArticles(ids: readonly ArticleId[], coder: Coder): Promise<readonly ArticleId[]> {
    const known = this.#driver.get('SELECT n FROM coder WHERE name = ? AND version = ? AND resources = ?', [
      coder.name,
      coder.version,
      coder.resources,
    ])
    if (!known) return []
    return ids.filter((id) =>
      this.#driver.get('SELECT 1 AS found FROM article WHERE id = ? AND coder = ?', [id, Number(known.n)]),
    )
  }

  async writeBatch(batch: IngestBatch): Promise<BatchReceipt> {
    return this.#writer.writeBatch(batch)
  }

  async runs(page?: Page): Promise<List<Run>> {
    const limit = pageRows(page)
    return this.#driver.snapshot(() => {
      const before = page?.cursor === undefined ? null : Number(decodeCursor(page.cursor, 'run', 1)[0])
      const rows = this.#driver.all(
        sql`SELECT n, id FROM run WHERE ${before === null ? sql`1` : sql`n < ${before}`} ORDER BY n DESC LIMIT ${limit + 1}`,
      )
      const shown = rows.slice(0, limit)
      const total = Number(this.#driver.get('SELECT count(*) AS n FROM run')?.n)
      return {
        items: shown.map((row) => this.#run(String(row.id))),
        total,
        all: total,
        excluded: {},
        version: this.#records.version(),
        next: rows.length > limit ? encodeCursor('run', [Number(shown.at(-1)?.n)]) : null,
      }
    })
  }

  async ledger(filter: LedgerFilter, page?: Page): Promise<List<LedgerEntry>> {
    const limit = pageRows(page)
    return this.#driver.snapshot(() => {
      const where: Sql[] = []
      if (filter.run !== undefined) where.push(sql`u.id = ${filter.run}`)
      if (filter.status?.length) where.push(sql`l.status IN ${filter.status}`)
      if (filter.input !== undefined) where.push(sql`l.input = ${filter.input}`)
      const counted = all(where)
      if (page?.cursor !== undefined) {
        const [run, sequence] = decodeCursor(page.cursor, 'ledger', 2)
        where.push(sql`(l.run < ${run} OR (l.run = ${run} AND l.sequence > ${sequence}))`)
      }
      const rows = this.#driver.all(
        sql`SELECT l.*, l.run AS run_n, u.id AS run FROM ledger l JOIN run u ON u.n = l.run WHERE ${all(where)}
            ORDER BY l.run DESC, l.sequence LIMIT ${limit + 1}`,
      )
      const shown = rows.slice(0, limit)
      const last = shown.at(-1)
      const count = (condition: Sql): number =>
        Number(
          this.#driver.get(sql`SELECT count(*) AS n FROM ledger l JOIN run u ON u.n = l.run WHERE ${condition}`)?.n,
        )
      return {
        items: shown.map(ledgerEntry),
        total: count(counted),
        all: count(sql`1`),
        excluded: {},
        version: this.#records.version(),
        next: rows.length > limit && last ? encodeCursor('ledger', [Number(last.run_n), Number(last.sequence)]) : null,
      }
    })
  }

  async article(id: ArticleId): Promise<StoredArticle | null> {
    return this.#articles.article(id)
  }

  async listArticles(filter: ArticleFilter, page?: Page): Promise<List<ArticleItem>> {
    return this.#articles.list(filter, page)
  }

  async search(query: SearchQuery, page?: Page): Promise<List<SearchHit>> {
    return this.#articles.search(query, page)
  }

  async record(id: RecordId): Promise<StoredRecord | null> {
    return this.#records.record(id)
  }

  async listRecords(filter: RecordFilter, page?: Page): Promise<List<RecordItem>> {
    return this.#records.list(filter, page)
  }

  async aggregate(query: AggregateQuery): Promise<Aggregate> {
    return aggregate(this.#driver, this.#records, query)
  }

  async grid(query: GridQuery): Promise<Grid> {
    return grid(this.#driver, this.#records, query)
  }

  async columns(filter: RecordFilter): Promise<Columns> {
    return columns(this.#driver, this.#records, filter)
  }

  async columnRows(filter: RecordFilter, rows: readonly number[]): Promise<readonly RecordItem[]> {
    return this.#records.at(unsorted(filter), rows)
  }

  async coverage(query: CoverageQuery): Promise<Coverage> {
    return this.#driver.snapshot(() => coverage(this.#driver, this.#records.version(), query))
  }

  async json<Verb extends JsonVerb>(
    verb: Verb,
    args: Readonly<Parameters<Store[Verb]>>,
  ): Promise<Uint8Array<ArrayBuffer>> {
    // A list of records is stored as text, and most of what goes over the wire.
    if (verb === 'listRecords')
      return encoder.encode(this.#records.listText(...(args as unknown as [RecordFilter, Page?])))
    if (verb === 'columnRows') {
      const [filter, rows] = args as unknown as [RecordFilter, readonly number[]]
      return encoder.encode(this.#records.atText(unsorted(filter), rows))
    }
    const ask = this[verb] as (...all: readonly unknown[]) => Promise<unknown>
    return encoder.encode(JSON.stringify(await ask.apply(this, [...args])))
  }

  async decide(record: RecordId, decision: DecisionInput): Promise<StoredRecord> {
    decide(this.#driver, this.#writer, this.#now, record, decision)
    return this.#records.record(record) as StoredRecord
  }

  async history(record: RecordId): Promise<readonly Decision[]> {
    const row = this.#driver.get('SELECT key FROM event_record WHERE id = ?', [record])
    return row ? this.#writer.decisionsOf(String(row.key)) : []
  }

  async changedSince(version: number, limit?: number): Promise<Changes> {
    return changedSince(this.#driver, version, limit)
  }

  async backup(file: string): Promise<BackupReceipt> {
    return backup(this.#driver, file)
  }

  async check(): Promise<readonly string[]> {
    return check(this.#driver)
  }

  async tidy(): Promise<void> {
    this.#driver.exec('PRAGMA optimize')
    this.#driver.all('PRAGMA wal_checkpoint(TRUNCATE)')
  }

  async close(): Promise<void> {
    this.#driver.close()
  }

  #run(id: string): Run {
    const row = this.#driver.get(
      `SELECT u.*, c.name, c.version, c.resources FROM run u JOIN coder c ON c.n = u.coder WHERE u.id = ?`,
      [id],
    ) as Row
    const counts: Record<LedgerStatus, number> = { added: 0, known: 0, recoded: 0, failed: 0, skipped: 0 }
    let records = 0
    for (const counted of this.#driver.all(
      'SELECT status, count(*) AS n, sum(records) AS records FROM ledger WHERE run = ? GROUP BY status',
      [Number(row.n)],
    )) {
      counts[counted.status as LedgerStatus] = Number(counted.n)
      records += Number(counted.records)
    }
    return {
      id,
      inputs: JSON.parse(String(row.inputs)) as string[],
      coder: { name: String(row.name), version: String(row.version), resources: String(row.resources) },
      started: String(row.started),
      finished: row.finished === null ? null : String(row.finished),
      counts,
      records,
    }
  }
}

/** A filter without the order of a list, which rows of the snapshot do not have. */
function unsorted({ sort: _, ...filter }: RecordFilter): RecordFilter {
  return filter
}
