import { DatabaseSync, type StatementSync } from 'node:sqlite'
import { GroundswellError } from '../../base/error.ts'
import type { Sql, SqlValue } from '../sql.ts'

/** The first SQLite without the WAL-reset defect, by which two connections that write and checkpoint can corrupt a file. */
const OLDEST_SQLITE = [3, 51, 3] as const
/** How long a write waits for another program's write. */
const BUSY_TIMEOUT_MS = 5_000
/** `PRAGMA cache_size` in KiB: holds the indexes of a few hundred thousand records. */
const CACHE_KIB = 65_536

export type Row = Record<string, SqlValue>

export interface OpenOptions {
  readonly readOnly?: boolean
  /** Longest wait for another writer; tests shorten it. */
  readonly busyTimeoutMs?: number
  /** Version that SQLite claims; tests fake an old one. */
  readonly sqliteVersion?: string
}

/** One connection: prepared statements by their text, transactions that take the write lock at once, coded errors. */
export class SqliteDriver {
  readonly file: string
  readonly sqliteVersion: string
  readonly #database: DatabaseSync
  readonly #statements = new Map<string, StatementSync>()
  #depth = 0

  constructor(file: string, options: OpenOptions = {}) {
    this.file = file
    this.#database = this.#guard(() => new DatabaseSync(file, { readOnly: options.readOnly ?? false }))
    try {
      this.sqliteVersion = options.sqliteVersion ?? String(this.get('SELECT sqlite_version() AS version')?.version)
      assertSqliteVersion(this.sqliteVersion)
      this.exec(`PRAGMA busy_timeout = ${options.busyTimeoutMs ?? BUSY_TIMEOUT_MS}`)
      this.exec('PRAGMA trusted_schema = OFF')
      if (!options.readOnly) this.exec('PRAGMA journal_mode = WAL')
      this.exec(
        `PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON; PRAGMA cache_size = -${CACHE_KIB}; PRAGMA temp_store = MEMORY`,
      )
    } catch (error) {
      this.#database.close()
      throw error
    }
  }

  /** The connection itself, for `backup()`. */
  get database(): DatabaseSync {
    return this.#database
  }

  /** Runs statements without parameters or result. */
  exec(text: string): void {
    this.#guard(() => this.#database.exec(text))
  }

  all(query: Sql | string, values: readonly SqlValue[] = []): Row[] {
    const [text, bound] = typeof query === 'string' ? [query, values] : [query.text, query.values]
    return this.#guard(() => this.#statement(text).all(...bound) as Row[])
  }

  get(query: Sql | string, values: readonly SqlValue[] = []): Row | undefined {
    const [text, bound] = typeof query === 'string' ? [query, values] : [query.text, query.values]
    return this.#guard(() => this.#statement(text).get(...bound) as Row | undefined)
  }

  /** Runs a statement and gives the number of rows it changed. */
  run(query: Sql | string, values: readonly SqlValue[] = []): number {
    const [text, bound] = typeof query === 'string' ? [query, values] : [query.text, query.values]
    return this.#guard(() => Number(this.#statement(text).run(...bound).changes))
  }

  /** Runs `work` in a transaction that holds the write lock from its start; rolls back if it throws. */
  transaction<T>(work: () => T): T {
    if (this.#depth > 0) return work()
    this.exec('BEGIN IMMEDIATE')
    this.#depth++
    try {
      const result = work()
      this.exec('COMMIT')
      return result
    } catch (error) {
      // A full disk may have rolled back already.
      if (this.#database.isTransaction) this.#database.exec('ROLLBACK')
      throw error
    } finally {
      this.#depth--
    }
  }

  /** Runs `work` on one state of the data, however many statements it needs. */
  snapshot<T>(work: () => T): T {
    if (this.#depth > 0 || this.#database.isTransaction) return work()
    this.exec('BEGIN')
    try {
      return work()
    } finally {
      if (this.#database.isTransaction) this.#database.exec('COMMIT')
    }
  }

  close(): void {
    this.#statements.clear()
    if (this.#database.isOpen) this.#database.close()
  }

  #statement(text: string): StatementSync {
    const known = this.#statements.get(text)
    if (known) return known
    const statement = this.#database.prepare(text)
    // Filters make many texts: the oldest goes, so that a long-lived server does not collect them.
    if (this.#statements.size >= 500) this.#statements.delete(this.#statements.keys().next().value as string)
    this.#statements.set(text, statement)
    return statement
  }

  #guard<T>(work: () => T): T {
    try {
      return work()
    } catch (error) {
      throw translateError(error, this.file)
    }
  }
}

function assertSqliteVersion(version: string): void {
  const parts = version.split('.').map(Number)
  for (let i = 0; i < OLDEST_SQLITE.length; i++) {
    const difference = (parts[i] ?? 0) - (OLDEST_SQLITE[i] as number)
    if (difference > 0) return
    if (difference < 0) throw new GroundswellError('GS-E510', { detail: `SQLite ${version}` })
  }
}

/** SQLite's primary result codes (sqlite.org/rescode.html) that a user can do something about. */
const CODES: Readonly<Record<number, 'GS-E502' | 'GS-E504' | 'GS-E505' | 'GS-E506' | 'GS-E516'>> = {
  5: 'GS-E504',
  6: 'GS-E504',
  8: 'GS-E516',
  10: 'GS-E506',
  11: 'GS-E506',
  13: 'GS-E505',
  14: 'GS-E516',
  26: 'GS-E502',
}
/** SQLITE_IOERR_WRITE and _FSYNC: the disk (or a quota) would not take what was written. */
const WRITE_FAILED = new Set([778, 1034])

/** An error of SQLite as one of ours; any other passes through. */
export function translateError(error: unknown, file: string): unknown {
  if (!(error instanceof Error) || !('errcode' in error)) return error
  const extended = Number(error.errcode)
  const code = WRITE_FAILED.has(extended) ? 'GS-E505' : (CODES[extended & 0xff] ?? 'GS-E518')
  return new GroundswellError(code, { place: { file }, detail: error.message, cause: error })
}
