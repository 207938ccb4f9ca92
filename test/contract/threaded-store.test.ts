import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { GroundswellError } from '../../src/base/error.ts'
import { SqliteStore } from '../../src/store/sqlite/sqlite-store.ts'
import { READING_METHODS, WRITING_METHODS } from '../../src/store/thread-messages.ts'
import { openThreadedStore, type ThreadedStore } from '../../src/store/threaded-store.ts'
import { CODER, coded, world } from './samples.ts'

/** The store on threads is the SQLite store behind messages: what the contract suite says of that one holds for it. */
describe('the SQLite store on threads', () => {
  const folder = mkdtempSync(join(tmpdir(), 'groundswell-threads-'))
  const file = join(folder, 'groundswell.db')
  let store: ThreadedStore
  let direct: SqliteStore
  const rally = world()[0]!.records[0]!.id

  beforeAll(async () => {
    store = openThreadedStore(file, { readers: 2 })
    await store.ready
    direct = new SqliteStore(file)
    const run = await store.beginRun({ inputs: ['world'], coder: CODER })
    const items = world().map((one, sequence) => coded(sequence, one.article, one.records))
    expect((await store.writeBatch({ run: run.id, items })).statuses).toEqual(['added', 'added', 'added', 'added'])
    await store.endRun(run.id)
  })
  afterAll(async () => {
    await store.close()
    await direct.close()
    rmSync(folder, { recursive: true, force: true })
  })

  it('answers every call as the store itself does', async () => {
    const filter = { type: ['PROTEST' as const] }
    const calls = {
      version: [],
      info: [],
      runs: [],
      ledger: [{}],
      article: [world()[0]!.article.id],
      listArticles: [{}],
      search: [{ text: 'riots' }],
      record: [rally],
      listRecords: [filter, { limit: 2 }],
      aggregate: [{ by: ['country', 'month'], filter }],
      grid: [{ filter, zoom: 3 }],
      columns: [filter],
      columnRows: [filter, [0, 2]],
      coverage: [{ grain: 'month' }],
      history: [rally],
      changedSince: [0],
      json: ['listRecords', [filter, { limit: 2 }]],
    } satisfies Record<(typeof READING_METHODS)[number], readonly unknown[]>
    for (const method of READING_METHODS) {
      const call = (on: ThreadedStore | SqliteStore): Promise<unknown> =>
        (on[method] as (...args: readonly unknown[]) => Promise<unknown>)(...calls[method])
      expect(await call(store), method).toEqual(
        await (direct[method] as (...args: readonly unknown[]) => Promise<unknown>).apply(direct, [...calls[method]]),
      )
    }
  })

  it('has every method of the contract', () => {
    const methods = Object.getOwnPropertyNames(SqliteStore.prototype).filter(
      (name) => !['constructor', 'driver', 'close'].includes(name),
    )
    expect([...READING_METHODS, ...WRITING_METHODS].sort()).toEqual(methods.sort())
  })

  it('shows what was written to every read after it, whichever thread answers', async () => {
    for (let i = 0; i < 20; i++) {
      const { revision } = await store.decide(rally, { action: 'accept', person: 'Aigul' })
      const seen = await Promise.all([store.record(rally), store.record(rally), store.record(rally)])
      expect(seen.map((record) => record?.revision)).toEqual([revision, revision, revision])
    }
  })

  it('passes errors on with their code and place', async () => {
    const error = await store.listRecords({ date: { from: '2021-02-30' } }).catch((caught: unknown) => caught)
    expect(error).toBeInstanceOf(GroundswellError)
    expect((error as GroundswellError).code).toBe('GS-E514')
    expect((error as GroundswellError).message).toContain('2021-02-30')
    await expect(store.decide('er_none', { action: 'accept', person: 'A' })).rejects.toMatchObject({ code: 'GS-E512' })
  })

  it('does not hold up this thread while it counts', async () => {
    let ticks = 0
    const ticking = setInterval(() => ticks++, 1)
    await Promise.all(
      Array.from({ length: 40 }, (_, zoom) => store.grid({ filter: {}, zoom: zoom % 18, cell: 20 + zoom })),
    )
    clearInterval(ticking)
    expect(ticks).toBeGreaterThan(0)
  })

  it('answers before its threads are up, and closes while they start', async () => {
    const early = openThreadedStore(join(folder, 'early.db'))
    expect((await early.info()).articles).toBe(0)
    await early.close()
  })

  it('refuses what the store refuses, at once', () => {
    expect(() => openThreadedStore(join(folder, 'no', 'such', 'folder.db'))).toThrow(/GS-E516/u)
  })
})
