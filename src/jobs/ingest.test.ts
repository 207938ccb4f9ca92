import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { SqliteStore } from '../store/sqlite/sqlite-store.ts'
import type { Store } from '../store/store.ts'
import { createWorkspace, type Workspace } from '../store/workspace.ts'
import { inlinePool } from './coding-pool.ts'
import { type IngestOptions, type IngestProgress, type IngestReport, ingest } from './ingest.ts'
import { findInputs } from './inputs.ts'

const CODER = { name: 'counting', version: '1', resources: 'sha256:0' }

describe('ingest', () => {
  let folder: string
  let workspace: Workspace
  let store: Store
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'groundswell-ingest-'))
    workspace = createWorkspace(join(folder, 'workspace')).workspace
    store = new SqliteStore(workspace.database)
  })
  afterEach(async () => {
    await store.close()
    rmSync(folder, { recursive: true, force: true })
  })

  /** A coder that counts what it is asked and finds nothing. */
  function counting(): IngestOptions & { coded: string[] } {
    const coded: string[] = []
    const pool = inlinePool({
      coder: CODER,
      code(article) {
        coded.push(article.externalId ?? article.id)
        if (article.text.includes('break the coder')) throw new Error('broken')
        return {
          records: [],
          mentions: { places: [], times: [], actors: [], quantities: [], citations: [], indicators: [] },
          misses: [],
          warnings: [],
        }
      },
    })
    return { workspace, store, coder: CODER, pool, today: '2021-07-23', coded }
  }
  const lines = (from: number, to: number): string =>
    Array.from({ length: to - from }, (_, i) =>
      JSON.stringify({ id: `n${from + i}`, text: `Report number ${from + i}.` }),
    ).join('\n')

  it('codes what is new only, and tells every item in input order after it is written', async () => {
    const file = join(folder, 'a.jsonl')
    writeFileSync(file, lines(0, 150))
    const first = counting()
    const told: IngestReport[] = []
    const { run } = await ingest([file], {
      ...first,
      onReport: (report) => {
        told.push(report)
      },
    })
    expect(run.counts).toMatchObject({ added: 150, known: 0 })
    expect(told.map((report) => report.externalId)).toEqual(Array.from({ length: 150 }, (_, i) => `n${i}`))
    expect(told[7]?.place).toBe('line 8')
    writeFileSync(file, `${lines(0, 150)}\n${lines(150, 160)}`)
    const second = counting()
    expect((await ingest([file], second)).run.counts).toMatchObject({ added: 10, known: 150 })
    expect(second.coded).toHaveLength(10)
    const newer = counting()
    const again = await ingest([file], { ...newer, coder: { ...CODER, version: '2' } })
    expect(again.run.counts).toMatchObject({ added: 0, recoded: 160 })
  })

  it('costs one article one article when the coder breaks', async () => {
    const file = join(folder, 'a.jsonl')
    writeFileSync(
      file,
      `${lines(0, 3)}\n${JSON.stringify({ id: 'x', text: 'Please break the coder.' })}\n${lines(3, 6)}`,
    )
    const { run } = await ingest([file], counting())
    expect(run.counts).toMatchObject({ added: 6, failed: 1 })
    const [failed] = (await store.ledger({ status: ['failed'] })).items
    expect(failed).toMatchObject({ code: 'GS-E603', place: 'line 4' })
    expect(failed?.reason).toContain('broken')
  })

  it('tells progress that only grows and ends at the end', async () => {
    writeFileSync(join(folder, 'a.jsonl'), lines(0, 100))
    writeFileSync(join(folder, 'b.txt'), 'Miners struck.')
    const seen: IngestProgress[] = []
    await ingest([join(folder, 'a.jsonl'), join(folder, 'b.txt')], {
      ...counting(),
      onProgress: (state) => seen.push(state),
    })
    const last = seen.at(-1) as IngestProgress
    expect(last).toMatchObject({ done: 2, total: 2, articles: 101 })
    expect(last.bytesDone).toBe(last.bytesTotal)
    const bytes = seen.map((state) => state.bytesDone)
    expect([...bytes].sort((a, b) => a - b)).toEqual(bytes)
    // Inside one large file too.
    expect(new Set(bytes).size).toBeGreaterThan(10)
  })

  it('stops when asked, keeping what is written', async () => {
    writeFileSync(join(folder, 'a.jsonl'), lines(0, 1000))
    const stop = new AbortController()
    const result = await ingest([join(folder, 'a.jsonl')], {
      ...counting(),
      signal: stop.signal,
      onReport: () => stop.abort(),
    })
    expect(result.stopped).toBe(true)
    expect(result.run.counts.added).toBeGreaterThan(0)
    expect(result.run.counts.added).toBeLessThan(1000)
    expect((await store.info()).articles).toBe(result.run.counts.added)
  })

  it('takes an upload under its own name', async () => {
    const path = join(folder, 'upload-0001.tmp')
    writeFileSync(path, 'Miners struck in Aktau.')
    await ingest([{ name: 'report.txt', path }], counting())
    const [item] = (await store.listArticles({})).items
    expect(item).toMatchObject({ file: 'report.txt' })
    expect((await store.ledger({})).items[0]?.input).toBe('report.txt')
  })

  it('says that a file with nothing in it was skipped, and keeps no original of it', async () => {
    writeFileSync(join(folder, 'blank.jsonl'), '\n\n  \n')
    const { run } = await ingest([join(folder, 'blank.jsonl')], counting())
    expect(run.counts.skipped + run.counts.failed).toBe(1)
    expect((await store.ledger({})).items[0]?.reason).toBeTruthy()
  })
})

describe('inputs', () => {
  it('come in a fixed order, folders by name, each file once; loops of links end', () => {
    const folder = mkdtempSync(join(tmpdir(), 'groundswell-inputs-'))
    for (const name of ['b', 'a', 'a/z']) mkdirSync(join(folder, name), { recursive: true })
    for (const name of ['b/2.txt', 'b/10.txt', 'a/z/x.txt', 'a/[odd].txt', '.hidden'])
      writeFileSync(join(folder, name), 'x')
    symlinkSync(folder, join(folder, 'a', 'loop'))
    const names = (...asked: string[]): string[] =>
      [...findInputs(asked)].flatMap((input) => (input.kind === 'file' ? [input.name.slice(folder.length + 1)] : []))
    expect(names(join(folder, 'b'), join(folder, 'b', '*.txt'))).toEqual(['b/10.txt', 'b/2.txt'])
    expect(names(join(folder, 'a', '[odd].txt'))).toEqual(['a/[odd].txt'])
    const all = names(folder)
    expect(new Set(all).size).toBe(all.length)
    expect(all).toContain('a/z/x.txt')
    expect(all).toHaveLength(4)
    rmSync(folder, { recursive: true, force: true })
  })
})
