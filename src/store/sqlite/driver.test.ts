import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { sql } from '../sql.ts'
import { SqliteDriver } from './driver.ts'
import { APPLICATION_ID, migrate, newestSchema } from './migrate.ts'
import { SqliteStore } from './sqlite-store.ts'

let folder: string
let file: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'groundswell-driver-'))
  file = join(folder, 'groundswell.db')
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

describe('opening', () => {
  it.each(['3.51.2', '3.50.9', '3.7.0', '2.8.17'])(
    'refuses SQLite %s, which can corrupt a shared file',
    (sqliteVersion) => {
      expect(() => new SqliteDriver(file, { sqliteVersion })).toThrow(/GS-E510.*SQLite \d/u)
    },
  )

  it.each(['3.51.3', '3.52.0', '3.100.0', '4.0.0'])('takes SQLite %s', (sqliteVersion) => {
    new SqliteDriver(file, { sqliteVersion }).close()
  })

  it('syncs every commit, checks foreign keys and trusts no schema', () => {
    const driver = new SqliteDriver(file)
    expect(driver.get('PRAGMA journal_mode')).toMatchObject({ journal_mode: 'wal' })
    expect(driver.get('PRAGMA synchronous')).toMatchObject({ synchronous: 2 })
    expect(driver.get('PRAGMA foreign_keys')).toMatchObject({ foreign_keys: 1 })
    expect(driver.get('PRAGMA trusted_schema')).toMatchObject({ trusted_schema: 0 })
    expect(driver.get('PRAGMA mmap_size')?.mmap_size ?? 0).toBe(0)
    driver.close()
  })

  it('marks its file, and leaves files of other programs and newer versions alone', () => {
    new SqliteStore(file).driver.close()
    const own = new DatabaseSync(file)
    expect(own.prepare('PRAGMA application_id').get()).toMatchObject({ application_id: APPLICATION_ID })
    own.exec(`PRAGMA user_version = ${newestSchema() + 1}`)
    own.close()
    expect(() => new SqliteStore(file)).toThrow(/GS-E503.*schema is/u)

    const foreign = join(folder, 'foreign.db')
    const other = new DatabaseSync(foreign)
    other.exec('CREATE TABLE bookmarks (url TEXT)')
    other.close()
    expect(() => new SqliteStore(foreign)).toThrow(/GS-E502/u)

    const text = join(folder, 'text.db')
    writeFileSync(text, 'This is no database at all, but it is long enough to be looked at as one. '.repeat(20))
    const before = readFileSync(text, 'utf8')
    expect(() => new SqliteStore(text)).toThrow(/GS-E502/u)
    expect(readFileSync(text, 'utf8')).toBe(before)
  })

  it('brings a new file up to date once, also when two programs open it together', () => {
    const first = new SqliteDriver(file)
    const second = new SqliteDriver(file)
    migrate(first)
    migrate(second)
    expect(second.get('PRAGMA user_version')).toMatchObject({ user_version: newestSchema() })
    first.close()
    second.close()
  })

  it('names a damaged file', async () => {
    const store = new SqliteStore(file)
    await store.close()
    const bytes = readFileSync(file)
    bytes.fill(0x5a, 4096, 4096 * 6)
    writeFileSync(file, bytes)
    let told: unknown
    try {
      const damaged = new SqliteStore(file)
      const problems = await damaged.check().catch((error: unknown) => [String(error)])
      told = problems.join('\n')
      await damaged.close()
    } catch (error) {
      told = String(error)
    }
    expect(told).toMatch(/GS-E506|integrity/u)
  })
})

describe('transactions', () => {
  it('roll back whole, and leave the connection usable', () => {
    const driver = new SqliteDriver(file)
    driver.exec('CREATE TABLE t (n INTEGER PRIMARY KEY) STRICT')
    expect(() =>
      driver.transaction(() => {
        driver.run('INSERT INTO t VALUES (1)')
        driver.run('INSERT INTO t VALUES (1)')
      }),
    ).toThrow(/GS-E518/u)
    expect(driver.all('SELECT * FROM t')).toEqual([])
    driver.transaction(() => driver.run('INSERT INTO t VALUES (2)'))
    expect(driver.all('SELECT n FROM t')).toMatchObject([{ n: 2 }])
    driver.close()
  })

  it('tell a full disk as such, and lose nothing that was committed', async () => {
    const driver = new SqliteDriver(file)
    driver.exec('CREATE TABLE t (text TEXT NOT NULL) STRICT')
    driver.transaction(() => driver.run('INSERT INTO t VALUES (?)', ['kept']))
    driver.exec('PRAGMA max_page_count = 20')
    expect(() =>
      driver.transaction(() => {
        for (let i = 0; i < 100; i++) driver.run('INSERT INTO t VALUES (?)', ['x'.repeat(4000)])
      }),
    ).toThrow(/GS-E505/u)
    expect(driver.all('SELECT text FROM t')).toMatchObject([{ text: 'kept' }])
    driver.close()
  })

  it('tell a lock as such after waiting', () => {
    const first = new SqliteDriver(file)
    first.exec('CREATE TABLE t (n INTEGER) STRICT')
    const second = new SqliteDriver(file, { busyTimeoutMs: 30 })
    first.exec('BEGIN IMMEDIATE')
    expect(() => second.transaction(() => second.run('INSERT INTO t VALUES (1)'))).toThrow(/GS-E504/u)
    expect(second.all('SELECT * FROM t')).toEqual([])
    first.exec('ROLLBACK')
    second.transaction(() => second.run('INSERT INTO t VALUES (1)'))
    first.close()
    second.close()
  })
})

describe('sql', () => {
  it('binds values, lists and nested pieces, and never puts them into the text', () => {
    const hostile = "x'; DROP TABLE article; --"
    const inner = sql`confidence >= ${0.5}`
    const query = sql`type IN ${['PROTEST', hostile]} AND ${inner} AND flag = ${true} AND n = ${null}`
    expect(query.text).toBe('type IN (?, ?) AND confidence >= ? AND flag = ? AND n = ?')
    expect(query.values).toEqual(['PROTEST', hostile, 0.5, 1, null])
    expect(sql`x IN ${[]}`).toEqual({ text: 'x IN (NULL)', values: [] })
  })
})
