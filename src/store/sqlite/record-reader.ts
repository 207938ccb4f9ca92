import { BoundedMemory } from '../../base/bounded-memory.ts'
import { GroundswellError } from '../../base/error.ts'
import type { EventRecord } from '../../coding/event-record.ts'
import { applyDecisions } from '../../review/apply-decisions.ts'
import { decodeCursor, encodeCursor, pageRows } from '../cursor.ts'
import { all, raw, type Sql, sql } from '../sql.ts'
import {
  type List,
  type Page,
  RECORD_SORTS,
  type RecordFilter,
  type RecordItem,
  type RecordSort,
  type StoredRecord,
} from '../store.ts'
import type { Row, SqliteDriver } from './driver.ts'
import { type RecordConditions, recordConditions } from './filters.ts'
import type { IndexMatch } from './index-match.ts'
import { RecordIndex } from './record-index.ts'
import { ARTICLE_COLUMNS, decisionOf, RECORD_COLUMNS, recordItem, recordItemText } from './rows.ts'

/** Counts of one filter in one version of the data. */
export interface Counts {
  readonly total: number
  readonly all: number
  readonly excluded: Readonly<Record<string, number>>
}

/** Answers kept per version of the data: the filters of a few open workbenches. */
const CACHED_COUNTS = 300
/** List items kept as text: some ten thousand, since lists of different filters begin with the same newest records. */
const KEPT_ITEM_CHARACTERS = 24_000_000

/** Orders of a list: what it sorts by, and the value of a row that a cursor keeps. The id settles ties in every store. */
const ORDERS: Readonly<Record<RecordSort, { readonly key: Sql; readonly descending: boolean }>> = {
  date: { key: raw('r.sort_date'), descending: true },
  // Undated records come last in both directions.
  'date-ascending': { key: raw("CASE r.sort_date WHEN '' THEN '9999' ELSE r.sort_date END"), descending: false },
  confidence: { key: raw('r.confidence'), descending: true },
  added: { key: raw('r.n'), descending: true },
}

/** A page of a list of records: the keys of its items, or their rows. */
interface PageOfRecords extends Counts {
  readonly keys: readonly number[]
  readonly rows: readonly Row[] | null
  readonly version: number
  readonly next: string | null
}

/** Reads records, one by one and in lists. */
export class RecordReader {
  readonly #driver: SqliteDriver
  /** Columns in memory that counts and lists go over. */
  readonly index: RecordIndex
  readonly #counts = new Map<string, Counts>()
  #countsVersion = -1
  readonly #items = new BoundedMemory<string>(KEPT_ITEM_CHARACTERS, (text) => text.length)
  #itemsVersion = -1
  #rows: { readonly version: number; readonly filter: string; readonly numbers: readonly number[] } | null = null

  constructor(driver: SqliteDriver) {
    this.#driver = driver
    this.index = new RecordIndex(driver)
  }

  /** The records that a filter shows, by the index; null where it asks for what the index does not hold. */
  match(filter: RecordFilter): IndexMatch | null {
    const { sort: _, ...asked } = filter
    this.index.refresh(this.version())
    return this.index.match(asked, (wanted) => this.#among(wanted))
  }

  /** Keys of the records with wanted words or tags, which only SQLite can tell; null where none are wanted. */
  #among(filter: RecordFilter): number[] | null {
    const { text, mode, context, sector, issue, actor, actorCountry } = filter
    const wanted = Object.fromEntries(
      Object.entries({ text, mode, context, sector, issue, actor, actorCountry }).filter(
        ([, value]) => value !== undefined && value.length > 0,
      ),
    ) as RecordFilter
    if (Object.keys(wanted).length === 0) return null
    const { subject } = recordConditions(wanted)
    return this.#driver.all(sql`SELECT r.n FROM event_record r WHERE ${subject}`).map((row) => Number(row.n))
  }

  version(): number {
    return Number(this.#driver.get("SELECT value FROM meta WHERE key = 'version'")?.value)
  }

  list(filter: RecordFilter, page?: Page): List<RecordItem> {
    return this.#driver.snapshot(() => {
      const { keys, rows, ...rest } = this.#page(filter, page)
      return { items: (rows ?? keys.map((n) => this.#row(n))).map(recordItem), ...rest }
    })
  }

  /** What `list` gives, as JSON text: records go into it as they are stored, without being taken apart. */
  listText(filter: RecordFilter, page?: Page): string {
    return this.#driver.snapshot(() => {
      const { keys, rows, ...rest } = this.#page(filter, page)
      const items = rows ? rows.map(recordItemText) : keys.map((n) => this.#itemText(n))
      return `{"items":[${items.join(',')}],${JSON.stringify(rest).slice(1)}`
    })
  }

  /** A page of a list: by the keys of its records where the index knows them, else by its rows. */
  #page(filter: RecordFilter, page: Page | undefined): PageOfRecords {
    const limit = pageRows(page)
    const sort = filter.sort ?? 'date'
    if (!RECORD_SORTS.includes(sort)) throw new GroundswellError('GS-E514', { detail: `sort: ${sort}` })
    const order = ORDERS[sort]
    const conditions = recordConditions(filter)
    const first = page?.cursor === undefined && sort === 'date' && !conditions.everything ? this.match(filter) : null
    const rest = { ...this.counts(filter, conditions), version: this.version() }
    if (first) {
      const keys = [...this.index.keysOf(first, limit)]
      return { keys, rows: null, ...rest, next: first.rows.length > limit ? this.#cursorAfter(keys.at(-1)) : null }
    }
    const where = [conditions.subject, sql`${conditions.exclusion} IS NULL`]
    if (page?.cursor !== undefined) {
      const [key, id] = decodeCursor(page.cursor, sort, 2)
      where.push(sql`(${order.key}, r.id) ${raw(order.descending ? '<' : '>')} (${key}, ${id})`)
    }
    const direction = raw(order.descending ? 'DESC' : 'ASC')
    const rows = this.#driver.all(sql`
      SELECT ${RECORD_COLUMNS}, ${order.key} AS sort_key, ${ARTICLE_COLUMNS}
      FROM event_record r CROSS JOIN article a ON a.n = r.article CROSS JOIN record_body b ON b.record = r.n
      WHERE ${all(where)}
      ORDER BY ${order.key} ${direction}, r.id ${direction} LIMIT ${limit + 1}`)
    const shown = rows.slice(0, limit)
    const last = shown.at(-1)
    return {
      keys: [],
      rows: shown,
      ...rest,
      next: rows.length > limit && last ? encodeCursor(sort, [last.sort_key as string, String(last.id)]) : null,
    }
  }

  /** The cursor of a list by date that goes on after a record. */
  #cursorAfter(n: number | undefined): string | null {
    const row = n === undefined ? null : this.#driver.get('SELECT sort_date, id FROM event_record WHERE n = ?', [n])
    return row ? encodeCursor('date', [String(row.sort_date), String(row.id)]) : null
  }

  #row(n: number): Row {
    return this.#driver.get(ITEM_BY_KEY, [n]) as Row
  }

  #itemText(n: number): string {
    const version = this.version()
    if (version !== this.#itemsVersion) this.#items.clear()
    this.#itemsVersion = version
    const known = this.#items.get(n)
    if (known !== undefined) return known
    const text = recordItemText(this.#row(n))
    this.#items.set(n, text)
    return text
  }

  /** How many records a filter shows, how many there are, and how many that fit it are left out, by reason. */
  counts(filter: RecordFilter, conditions: RecordConditions = recordConditions(filter)): Counts {
    const version = this.version()
    if (version !== this.#countsVersion) this.#counts.clear()
    this.#countsVersion = version
    const { sort: _, ...asked } = filter
    const name = JSON.stringify(asked)
    const known = this.#counts.get(name)
    if (known) return known
    const match = conditions.everything ? null : this.match(asked)
    const counts = match
      ? { total: match.rows.length, all: this.index.order.length, excluded: match.excluded }
      : this.#count(conditions)
    if (this.#counts.size >= CACHED_COUNTS) this.#counts.delete(this.#counts.keys().next().value as string)
    this.#counts.set(name, counts)
    return counts
  }

  #count(conditions: RecordConditions): Counts {
    const excluded: Record<string, number> = {}
    let total = 0
    if (conditions.everything) {
      total = Number(this.#driver.get('SELECT coalesce(sum(n), 0) AS n FROM event_month')?.n)
      const rejected = this.#rejected()
      if (rejected) excluded.rejected = rejected
    } else {
      for (const row of this.#driver.all(sql`
        SELECT ${conditions.exclusion} AS reason, count(*) AS n ${fromRecords(conditions)}
        WHERE ${conditions.subject} GROUP BY 1`)) {
        if (row.reason === null) total = Number(row.n)
        else excluded[String(row.reason)] = Number(row.n)
      }
    }
    const shown = Number(this.#driver.get('SELECT coalesce(sum(n), 0) AS n FROM event_month')?.n)
    return { total, all: shown + this.#rejected(), excluded }
  }

  #rejected(): number {
    return Number(
      this.#driver.get("SELECT count(*) AS n FROM event_record WHERE status = 'rejected' AND current = 1")?.n,
    )
  }

  /** List items at rows of the list by date. */
  at(filter: RecordFilter, rows: readonly number[]): readonly RecordItem[] {
    return this.#driver.snapshot(() => this.#keysAt(filter, rows).map((n) => recordItem(this.#row(n))))
  }

  /** What `at` gives, as JSON text. */
  atText(filter: RecordFilter, rows: readonly number[]): string {
    return this.#driver.snapshot(
      () =>
        `[${this.#keysAt(filter, rows)
          .map((n) => this.#itemText(n))
          .join(',')}]`,
    )
  }

  #keysAt(filter: RecordFilter, rows: readonly number[]): number[] {
    const numbers = this.numbers(filter)
    return rows.map((row) => numbers[row]).filter((n) => n !== undefined)
  }

  /** Private numbers of all matching records in list order; the last answer is kept. */
  numbers(filter: RecordFilter): ArrayLike<number> {
    const match = this.match(filter)
    if (match) return this.index.keysOf(match)
    const version = this.version()
    const name = JSON.stringify(filter)
    if (this.#rows?.version === version && this.#rows.filter === name) return this.#rows.numbers
    const conditions = recordConditions(filter)
    const numbers = this.#driver
      .all(sql`
        SELECT r.n ${fromRecords(conditions)} WHERE ${conditions.subject} AND ${conditions.exclusion} IS NULL
        ORDER BY r.sort_date DESC, r.id DESC`)
      .map((row) => Number(row.n))
    this.#rows = { version, filter: name, numbers }
    return numbers
  }

  record(id: string): StoredRecord | null {
    return this.#driver.snapshot(() => {
      const row = this.#driver.get(itemQuery(sql`r.id = ${id}`))
      return row ? this.#stored(row) : null
    })
  }

  /** Current records of an article in text order. */
  ofArticle(id: string): readonly StoredRecord[] {
    return this.#driver
      .all(sql`${itemQuery(sql`a.id = ${id} AND r.current = 1`)} ORDER BY r.text_start, r.id`)
      .map((row) => this.#stored(row))
  }

  #stored(row: Row): StoredRecord {
    const machine = JSON.parse(String(row.machine)) as EventRecord
    const decisions = this.#driver
      .all('SELECT * FROM decision WHERE record_key = ? ORDER BY revision', [String(row.key)])
      .map(decisionOf)
    return {
      ...recordItem(row),
      key: String(row.key),
      machine,
      decisions: applyDecisions(machine, decisions).active,
      current: row.current === 1,
      otherVersions: this.#driver
        .all('SELECT id FROM event_record WHERE key = ? AND id <> ? ORDER BY n DESC', [String(row.key), String(row.id)])
        .map((other) => String(other.id)),
      linked: this.#linked(Number(row.n), String(row.id)),
    }
  }

  #linked(n: number, id: string): StoredRecord['linked'] {
    const to = this.#driver.all('SELECT kind, target AS id FROM record_link WHERE record = ? ORDER BY kind, target', [
      n,
    ])
    const from = this.#driver.all(
      `SELECT l.kind, r.id FROM record_link l JOIN event_record r ON r.n = l.record
       WHERE l.target = ? AND r.current = 1 ORDER BY l.kind, r.id`,
      [id],
    )
    return [
      ...to.map((row) => ({ kind: String(row.kind), direction: 'to' as const, record: String(row.id) })),
      ...from.map((row) => ({ kind: String(row.kind), direction: 'from' as const, record: String(row.id) })),
    ]
  }
}

/** `FROM` of a count: the article is joined only where a condition asks for it. */
export function fromRecords(conditions: RecordConditions, also = ''): Sql {
  const needed = /\ba\./u.test(`${conditions.subject.text} ${also}`)
  return raw(needed ? 'FROM event_record r JOIN article a ON a.n = r.article' : 'FROM event_record r')
}

/** One list item: the columns that `recordItem` needs, and no more. */
const ITEM_BY_KEY = sql`
  SELECT ${RECORD_COLUMNS}, ${ARTICLE_COLUMNS}
  FROM event_record r JOIN article a ON a.n = r.article JOIN record_body b ON b.record = r.n
  WHERE r.n = ?`.text

function itemQuery(where: Sql): Sql {
  return sql`
    SELECT ${RECORD_COLUMNS}, r.n, r.key, r.current, r.sort_date, b.machine, ${ARTICLE_COLUMNS}
    FROM event_record r JOIN article a ON a.n = r.article JOIN record_body b ON b.record = r.n
    WHERE ${where}`
}
