import type { Article } from '../../article/article.ts'
import { GroundswellError } from '../../base/error.ts'
import type { Coder, EventRecord } from '../../coding/event-record.ts'
import { applyDecisions } from '../../review/apply-decisions.ts'
import type { Decision } from '../../review/decision.ts'
import { recordKeys } from '../../review/record-key.ts'
import { checkedSpans } from '../check-spans.ts'
import { recordPassage } from '../passage.ts'
import { recordRow, recordTags, recordText } from '../record-row.ts'
import { indexText } from '../search-words.ts'
import type { SqlValue } from '../sql.ts'
import {
  type BatchReceipt,
  type Change,
  type Coding,
  type IngestBatch,
  type IngestItem,
  type LedgerStatus,
  whyUncoded,
} from '../store.ts'
import type { SqliteDriver } from './driver.ts'
import { decisionOf } from './rows.ts'

/** The hot path: plain prepared statements, one transaction a batch, every write idempotent. */
export class SqliteWriter {
  readonly #driver: SqliteDriver
  readonly #now: () => string

  constructor(driver: SqliteDriver, now: () => string) {
    this.#driver = driver
    this.#now = now
  }

  /** See `Store.writeBatch`. */
  writeBatch(batch: IngestBatch): BatchReceipt {
    const run = this.runNumber(batch.run)
    return this.#driver.transaction(() => {
      const change = this.changes()
      const statuses: LedgerStatus[] = []
      let records = 0
      for (const item of batch.items) {
        const kept = this.#driver.get('SELECT status FROM ledger WHERE run = ? AND sequence = ?', [run, item.sequence])
        if (kept) {
          statuses.push(kept.status as LedgerStatus)
          continue
        }
        const outcome = this.#writeItem(item, run, change)
        statuses.push(outcome.status)
        records += outcome.added
        this.#driver.run(
          `INSERT INTO ledger (run, sequence, status, input, place, article, records, code, reason, at)
           VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
          [
            run,
            item.sequence,
            outcome.status,
            item.input,
            item.place ?? null,
            outcome.article,
            outcome.added,
            outcome.code ?? null,
            outcome.reason ?? null,
            this.#now(),
          ],
        )
      }
      return { version: change.version(), statuses, records }
    })
  }

  /** The integer key of a run. @throws GS-E512 */
  runNumber(id: string): number {
    const row = this.#driver.get('SELECT n FROM run WHERE id = ?', [id])
    if (!row) throw new GroundswellError('GS-E512', { detail: `run ${id}` })
    return Number(row.n)
  }

  /** The integer key of a coder, made if need be. */
  coderNumber(coder: Coder): number {
    const values = [coder.name, coder.version, coder.resources]
    const known = this.#driver.get('SELECT n FROM coder WHERE name = ? AND version = ? AND resources = ?', values)
    if (known) return Number(known.n)
    return Number(
      this.#driver.get('INSERT INTO coder (name, version, resources) VALUES (?, ?, ?) RETURNING n', values)?.n,
    )
  }

  /**
   * Collects what changes in a transaction: the version rises by one at the first change, and each is logged under it.
   */
  changes(): {
    add(kind: Change['kind'], id: string, into?: string): void
    version(): number
  } {
    let version = Number(this.#driver.get("SELECT value FROM meta WHERE key = 'version'")?.value)
    let risen = false
    return {
      add: (kind, id, into) => {
        if (!risen) {
          version++
          this.#driver.run("UPDATE meta SET value = ? WHERE key = 'version'", [version])
          risen = true
        }
        this.#driver.run(
          'INSERT INTO change (version, kind, id, "into", at) VALUES (?, ?, ?, ?, ?) ON CONFLICT DO NOTHING',
          [version, kind, id, into ?? null, this.#now()],
        )
      },
      version: () => version,
    }
  }

  #writeItem(
    item: IngestItem,
    run: number,
    change: ReturnType<SqliteWriter['changes']>,
  ): { status: LedgerStatus; article: string | null; added: number; code?: string; reason?: string } {
    switch (item.kind) {
      case 'failed':
        return { status: 'failed', article: null, added: 0, code: item.code, reason: item.message }
      case 'skipped':
        return { status: 'skipped', article: null, added: 0, reason: item.reason }
      case 'known':
        return { status: 'known', article: item.article, added: 0 }
      case 'coded': {
        const { article, coding, original } = item
        try {
          for (const record of coding.records) checkedSpans(article.text, record)
        } catch (error) {
          if (!(error instanceof GroundswellError)) throw error
          return { status: 'failed', article: article.id, added: 0, code: error.code, reason: error.message }
        }
        const written = this.#writeCoded(article, coding, original ?? null, run, change)
        const reason = written.status === 'known' ? null : whyUncoded(coding)
        return { article: article.id, ...written, ...(reason === null ? {} : { reason }) }
      }
    }
  }

  #writeCoded(
    article: Article,
    coding: Coding,
    original: string | null,
    run: number,
    change: ReturnType<SqliteWriter['changes']>,
  ): { status: LedgerStatus; added: number } {
    const coder = this.coderNumber(coding.coder)
    const known = this.#driver.get('SELECT n, coder FROM article WHERE id = ?', [article.id])
    if (known && known.coder === coder) return { status: 'known', added: 0 }
    const n = known ? Number(known.n) : this.#insertArticle(article, original, run)
    change.add('article', article.id)
    this.#driver.run('UPDATE article SET coder = ? WHERE n = ?', [coder, n])
    this.#driver.run(
      `INSERT INTO coding (article, coder, mentions, misses, warnings) VALUES (?, ?, ?, ?, ?)
       ON CONFLICT (article) DO UPDATE SET
         coder = excluded.coder, mentions = excluded.mentions, misses = excluded.misses, warnings = excluded.warnings`,
      [
        n,
        coder,
        coding.mentions ? JSON.stringify(coding.mentions) : null,
        JSON.stringify(coding.misses),
        JSON.stringify(coding.warnings),
      ],
    )
    const keys = recordKeys(coding.records)
    if (known) this.#supersede(n, coder, keys, coding.records, change)
    let added = 0
    coding.records.forEach((record, index) => {
      if (this.#writeRecord(record, keys[index] as string, n, coder, article)) added++
      change.add('record', record.id)
    })
    return { status: known ? 'recoded' : 'added', added }
  }

  #insertArticle(article: Article, original: string | null, run: number): number {
    const { published } = article
    const row = this.#driver.get(
      `INSERT INTO article (id, external_id, title, author, publisher, url, published_from, published_to,
         published_basis, published_quote, language, file, sha256, original, media_type, characters, captured, run)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) RETURNING n`,
      [
        article.id,
        article.externalId ?? null,
        article.title ?? null,
        article.author ?? null,
        article.publisher ?? null,
        article.url ?? null,
        published?.from ?? null,
        published?.to ?? null,
        published?.basis ?? null,
        published?.quote ?? null,
        article.language,
        article.file ?? null,
        article.sha256,
        original,
        article.mediaType,
        article.text.length,
        this.#now(),
        run,
      ],
    )
    const n = Number(row?.n)
    this.#driver.run(
      'INSERT INTO article_body (article, text, title_start, title_end, excluded, warnings) VALUES (?, ?, ?, ?, ?, ?)',
      [
        n,
        article.text,
        article.titleSpan?.start ?? null,
        article.titleSpan?.end ?? null,
        JSON.stringify(article.excluded),
        JSON.stringify(article.warnings),
      ],
    )
    this.#driver.run('INSERT OR REPLACE INTO article_words (rowid, title, body) VALUES (?, ?, ?)', [
      n,
      indexText(article.title ?? '', article.language),
      indexText(article.text, article.language),
    ])
    return n
  }

  /** Takes the records of earlier codings out of lists; they and their decisions stay. */
  #supersede(
    article: number,
    coder: number,
    keys: readonly string[],
    records: readonly EventRecord[],
    change: ReturnType<SqliteWriter['changes']>,
  ): void {
    const old = this.#driver.all(
      'UPDATE event_record SET current = 0 WHERE article = ? AND coder <> ? AND current = 1 RETURNING id, key',
      [article, coder],
    )
    for (const { id, key } of old) {
      const at = keys.indexOf(String(key))
      change.add('superseded', String(id), at < 0 ? undefined : (records[at] as EventRecord).id)
    }
  }

  /** Writes a record with all its rows; true if it is new. */
  #writeRecord(machine: EventRecord, key: string, article: number, coder: number, source: Article): boolean {
    const known = this.#driver.get('SELECT n FROM event_record WHERE id = ?', [machine.id])
    if (known) {
      this.#driver.run('UPDATE event_record SET current = 1 WHERE n = ?', [Number(known.n)])
      return false
    }
    const decisions = this.decisionsOf(key)
    const { record, status } = applyDecisions(machine, decisions)
    const row = recordRow(record)
    const columns = Object.keys(row)
    const inserted = this.#driver.get(
      `INSERT INTO event_record (id, key, article, coder, current, status, revision, ${columns.join(', ')})
       VALUES (?, ?, ?, ?, 1, ?, ?${', ?'.repeat(columns.length)}) RETURNING n`,
      [machine.id, key, article, coder, status, decisions.length, ...(Object.values(row) as SqlValue[])],
    )
    const n = Number(inserted?.n)
    const passage = recordPassage(source.text, machine)
    this.#driver.run(
      'INSERT INTO record_body (record, machine, effective, passage_start, passage) VALUES (?, ?, ?, ?, ?)',
      [n, JSON.stringify(machine), record === machine ? null : JSON.stringify(record), passage.start, passage.text],
    )
    for (const { field, start, end } of checkedSpans(source.text, machine))
      this.#driver.run(
        'INSERT INTO evidence (record, field, "start", "end") VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING',
        [n, field, start, end],
      )
    this.#writeParts(n, record, source.title, passage.text, source.language)
    return true
  }

  /** Rewrites what is derived from the effective record after a decision. */
  rewriteRecord(n: number, record: EventRecord, title: string | undefined, passage: string, language: string): void {
    const row = recordRow(record)
    this.#driver.run(
      `UPDATE event_record SET ${Object.keys(row)
        .map((column) => `${column} = ?`)
        .join(', ')} WHERE n = ?`,
      [...(Object.values(row) as SqlValue[]), n],
    )
    this.#driver.run('DELETE FROM record_tag WHERE record = ?', [n])
    this.#driver.run('DELETE FROM record_link WHERE record = ?', [n])
    this.#writeParts(n, record, title, passage, language)
  }

  #writeParts(n: number, record: EventRecord, title: string | undefined, passage: string, language: string): void {
    for (const { kind, value, label } of recordTags(record))
      this.#driver.run('INSERT INTO record_tag (kind, value, record, label) VALUES (?, ?, ?, ?)', [
        kind,
        value,
        n,
        label,
      ])
    for (const link of record.links)
      this.#driver.run('INSERT INTO record_link (record, kind, target) VALUES (?, ?, ?) ON CONFLICT DO NOTHING', [
        n,
        link.kind,
        link.event,
      ])
    this.#driver.run('INSERT OR REPLACE INTO record_words (rowid, words) VALUES (?, ?)', [
      n,
      indexText(recordText(record, title, passage), language),
    ])
  }

  /** Decisions on a key, oldest first. */
  decisionsOf(key: string): Decision[] {
    return this.#driver.all('SELECT * FROM decision WHERE record_key = ? ORDER BY revision', [key]).map(decisionOf)
  }
}
