import { existsSync, renameSync, statSync } from 'node:fs'
import { backup as copyDatabase } from 'node:sqlite'
import { GroundswellError } from '../../base/error.ts'
import { indexText } from '../search-words.ts'
import type { BackupReceipt, Change, Changes, StoreInfo } from '../store.ts'
import { discard } from '../workspace.ts'
import { SqliteDriver } from './driver.ts'

/** Pages copied between two looks at other work: a backup of a large workspace must not hold up a server. */
const BACKUP_PAGES = 2_000
/** Changes of one answer where no number is asked for. */
const CHANGES = 1_000

/** See `Store.info`. */
export function info(driver: SqliteDriver): StoreInfo {
  return driver.snapshot(() => {
    const number = (text: string): number => Number(driver.get(text)?.n ?? 0)
    const range = (text: string) => {
      const row = driver.get(text)
      return { from: (row?.a ?? null) as string | null, to: (row?.b ?? null) as string | null }
    }
    const version = number("SELECT value AS n FROM meta WHERE key = 'version'")
    return {
      version,
      schema: Number(driver.get('PRAGMA user_version')?.user_version),
      engine: `SQLite ${driver.sqliteVersion}`,
      articles: number('SELECT count(*) AS n FROM article'),
      records: number('SELECT coalesce(sum(n), 0) AS n FROM event_month'),
      rejected: number("SELECT count(*) AS n FROM event_record WHERE status = 'rejected' AND current = 1"),
      superseded: number('SELECT count(*) AS n FROM event_record WHERE current = 0'),
      decisions: number('SELECT count(*) AS n FROM decision'),
      failed: number("SELECT count(*) AS n FROM ledger WHERE status = 'failed'"),
      skipped: number("SELECT count(*) AS n FROM ledger WHERE status = 'skipped'"),
      publishers: number('SELECT count(DISTINCT publisher) AS n FROM article'),
      languages: Object.fromEntries(
        driver
          .all('SELECT language, count(*) AS n FROM article GROUP BY language ORDER BY n DESC, language')
          .map((row) => [String(row.language), Number(row.n)]),
      ),
      coders: driver
        .all(
          `SELECT c.name, c.version, c.resources, count(*) AS n FROM article a JOIN coder c ON c.n = a.coder
           GROUP BY c.n ORDER BY n DESC`,
        )
        .map((row) => ({
          coder: { name: String(row.name), version: String(row.version), resources: String(row.resources) },
          articles: Number(row.n),
        })),
      published: range('SELECT min(published_from) AS a, max(published_to) AS b FROM article'),
      dated: range(
        "SELECT min(date_from) AS a, max(date_to) AS b FROM event_record WHERE current = 1 AND status <> 'rejected'",
      ),
      bytes: number('SELECT page_count * page_size AS n FROM pragma_page_count(), pragma_page_size()'),
    }
  })
}

/** See `Store.changedSince`. */
export function changedSince(driver: SqliteDriver, since: number, limit: number = CHANGES): Changes {
  return driver.snapshot(() => {
    const now = Number(driver.get("SELECT value FROM meta WHERE key = 'version'")?.value)
    const wanted = Math.max(1, Math.min(limit, 10_000))
    const rows = driver.all('SELECT * FROM change WHERE version > ? ORDER BY version, kind, id LIMIT ?', [
      since,
      wanted + 1,
    ])
    const more = rows.length > wanted
    // A version is given whole or not at all, so that "next" can be a version: the cut one is completed.
    const last = more ? Number(rows[wanted - 1]?.version) : now
    const whole = more
      ? [
          ...rows.filter((row) => Number(row.version) < last),
          ...driver.all('SELECT * FROM change WHERE version = ? ORDER BY kind, id', [last]),
        ]
      : rows
    return {
      changes: whole.map((row) => ({
        version: Number(row.version),
        kind: row.kind as Change['kind'],
        id: String(row.id),
        into: row.into === null ? null : String(row.into),
        at: String(row.at),
      })),
      next: last,
      more: more && last < now,
    }
  })
}

/** See `Store.backup`: copies under a temporary name, checks the copy, renames it. */
export async function backup(driver: SqliteDriver, file: string): Promise<BackupReceipt> {
  if (existsSync(file)) throw new GroundswellError('GS-E515', { place: { file } })
  const temporary = `${file}.partial`
  try {
    discard(temporary)
    await copyDatabase(driver.database, temporary, { rate: BACKUP_PAGES })
    const copy = new SqliteDriver(temporary)
    let version: number
    try {
      // A copy of a WAL database keeps its journal mode; without it the copy is one file and nothing else.
      copy.exec('PRAGMA journal_mode = DELETE')
      const problems = copy.all('PRAGMA integrity_check').map((row) => String(row.integrity_check))
      if (problems[0] !== 'ok') throw new GroundswellError('GS-E506', { place: { file }, detail: problems[0] ?? '' })
      version = Number(copy.get("SELECT value FROM meta WHERE key = 'version'")?.value)
    } finally {
      copy.close()
    }
    renameSync(temporary, file)
    return { file, bytes: statSync(file).size, version }
  } catch (error) {
    discard(temporary)
    if (error instanceof GroundswellError) throw error
    throw new GroundswellError('GS-E516', {
      place: { file },
      detail: error instanceof Error ? error.message : String(error),
      cause: error,
    })
  }
}

/** See `Store.check`. */
export function check(driver: SqliteDriver): string[] {
  const problems: string[] = []
  for (const row of driver.all('PRAGMA integrity_check'))
    if (row.integrity_check !== 'ok') problems.push(`integrity: ${row.integrity_check}`)
  for (const row of driver.all('PRAGMA foreign_key_check'))
    problems.push(`foreign key: a row of ${row.table} points to a missing row of ${row.parent}`)
  const wrong = driver.get(`
    SELECT count(*) AS n FROM (
      SELECT country, type, month, certainty, background, n FROM event_month
      EXCEPT
      SELECT coalesce(country, ''), type, substr(sort_date, 1, 7), certainty, background, count(*)
      FROM event_record WHERE current = 1 AND status <> 'rejected' GROUP BY 1, 2, 3, 4, 5)`)
  if (Number(wrong?.n)) problems.push(`rollup: ${wrong?.n} months disagree with the records`)
  const months = Number(driver.get('SELECT coalesce(sum(n), 0) AS n FROM event_month')?.n)
  const records = Number(
    driver.get("SELECT count(*) AS n FROM event_record WHERE current = 1 AND status <> 'rejected'")?.n,
  )
  if (months !== records) problems.push(`rollup: it counts ${months} records, there are ${records}`)
  const torn = Number(
    driver.get(`
      SELECT count(*) AS n FROM article a
      WHERE NOT EXISTS (SELECT 1 FROM article_body b WHERE b.article = a.n)
         OR NOT EXISTS (SELECT 1 FROM coding c WHERE c.article = a.n AND c.coder = a.coder)
         OR a.records <> (SELECT count(*) FROM event_record r
                          WHERE r.article = a.n AND r.current = 1 AND r.status <> 'rejected')`)?.n,
  )
  if (torn) problems.push(`articles: ${torn} are incomplete`)
  const bare = Number(
    driver.get(
      'SELECT count(*) AS n FROM event_record r WHERE NOT EXISTS (SELECT 1 FROM record_body b WHERE b.record = r.n)',
    )?.n,
  )
  if (bare) problems.push(`records: ${bare} are incomplete`)
  problems.push(...checkSearch(driver))
  return problems
}

/** Articles whose words are looked up again. */
const PROBED_ARTICLES = 200

function checkSearch(driver: SqliteDriver): string[] {
  const missing: string[] = []
  const rows = driver.all(
    `SELECT a.n, a.id, a.language, substr(b.text, 1, 400) AS text FROM article a JOIN article_body b ON b.article = a.n
     ORDER BY a.n DESC LIMIT ?`,
    [PROBED_ARTICLES],
  )
  for (const row of rows) {
    const word = indexText(String(row.text), String(row.language)).split(' ')[0]
    if (!word) continue
    const found = driver.get('SELECT 1 AS found FROM article_words WHERE article_words MATCH ? AND rowid = ?', [
      `"${word}"`,
      Number(row.n),
    ])
    if (!found) missing.push(String(row.id))
  }
  return missing.length ? [`search: ${missing.length} articles are missing from the index (${missing[0]} …)`] : []
}
