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
import { ARTICLE_COLUMNS, decisionOf, RECORD_COLUMNS, recordItem } from './rows.ts'

/** Counts of one filter in one version of the data. */
export interface Counts {
  readonly total: number
  readonly all: number
  readonly excluded: Readonly<Record<string, number>>
}

/** Answers kept per version of the data: the filters of a few open workbenches. */
const CACHED_COUNTS = 300

/** Orders of a list: what it sorts by, and the value of a row that a cursor keeps. The id settles ties in every store. */
const ORDERS: Readonly<Record<RecordSort, { readonly key: Sql; readonly descending: boolean }>> = {
  date: { key: raw('r.sort_date'), descending: true },
  // Undated records come last in both directions.
  'date-ascending': { key: raw("CASE r.sort_date WHEN '' THEN '9999' ELSE r.sort_date END"), descending: false },
  confidence: { key: raw('r.confidence'), descending: true },
  added: { key: raw('r.n'), descending: true },
}

/** Reads records, one by one and in lists. */
export class RecordReader {
  readonly #driver: SqliteDriver
  /** Columns in memory that counts and lists go over. */
  readonly index: RecordIndex
  readonly #counts = new Map<string, Counts>()
  #countsVersion = -1
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
    const limit = pageRows(page)
    const sort = filter.sort ?? 'date'
    if (!RECORD_SORTS.includes(sort)) throw new GroundswellError('GS-E514', { detail: `sort: ${sort}` })
    const order = ORDERS[sort]
    return this.#driver.snapshot(() => {
      const conditions = recordConditions(filter)
      const first = page?.cursor === undefined && sort === 'date' && !conditions.everything ? this.match(filter) : null
      if (first) return this.#firstPage(first, filter, conditions, limit)
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
        items: shown.map(recordItem),
        ...this.counts(filter, conditions),
        version: this.version(),
        next: rows.length > limit && last ? encodeCursor(sort, [last.sort_key as string, String(last.id)]) : null,
      }
    })
  }

  /** The first page of a list by date: its rows are known, so each is read by its key. */
  #firstPage(match: IndexMatch, filter: RecordFilter, conditions: RecordConditions, limit: number): List<RecordItem> {
    const rows = [...match.numbers.subarray(0, limit)].map((n) => this.#driver.get(itemQuery(sql`r.n = ${n}`)) as Row)
    const last = rows.at(-1)
    return {
      items: rows.map(recordItem),
      ...this.counts(filter, conditions),
      version: this.version(),
      next:
        match.numbers.length > limit && last ? encodeCursor('date', [String(last.sort_date), String(last.id)]) : null,
    }
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
      ? { total: match.numbers.length, all: this.index.order.length, excluded: match.excluded }
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
    return this.#driver.snapshot(() => {
      const numbers = this.numbers(filter)
      return rows.flatMap((row) => {
        const n = numbers[row]
        if (n === undefined) return []
        return [recordItem(this.#driver.get(itemQuery(sql`r.n = ${n}`)) as Row)]
      })
    })
  }

  /** Private numbers of all matching records in list order; the last answer is kept. */
  numbers(filter: RecordFilter): ArrayLike<number> {
    const match = this.match(filter)
    if (match) return match.numbers
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

function itemQuery(where: Sql): Sql {
  return sql`
    SELECT ${RECORD_COLUMNS}, r.n, r.key, r.current, r.sort_date, b.machine, ${ARTICLE_COLUMNS}
    FROM event_record r JOIN article a ON a.n = r.article JOIN record_body b ON b.record = r.n
    WHERE ${where}`
}
