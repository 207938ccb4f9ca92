import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { seededRandom } from '../../src/base/random.ts'
import { SqliteStore } from '../../src/store/sqlite/sqlite-store.ts'
import { groundswell, jsonLines, shortReports, temporaryFolder } from './run.ts'

const ROUNDS = 20
const REPORTS = 3000

interface Report {
  readonly status: string
  readonly article: string
  readonly records: number
}

describe('add, killed in the middle', () => {
  const folder = temporaryFolder()
  afterAll(() => folder.remove())

  it(`keeps every acknowledged article over ${ROUNDS} rounds of kill -9, and nothing torn`, {
    timeout: 600_000,
  }, async () => {
    const corpus = join(folder.path, 'reports.jsonl')
    const workspace = join(folder.path, 'workspace')
    writeFileSync(corpus, shortReports(REPORTS))
    expect((await groundswell(['init', workspace])).status).toBe(0)
    const random = seededRandom(20210723)
    const acknowledged = new Map<string, number>()
    let killed = 0
    for (let round = 0; round < ROUNDS; round++) {
      // The moment lies anywhere from before the first write to far into the run.
      const delay = random.below(700)
      const ran = await groundswell(['add', corpus, '--workspace', workspace, '--format', 'jsonl', '--jobs', '1'], {
        started: (child) => {
          child.stdout?.once('data', () => setTimeout(() => child.kill('SIGKILL'), delay))
          if (round % 5 === 4) setTimeout(() => child.kill('SIGKILL'), 200 + delay)
        },
      })
      if (ran.signal === 'SIGKILL') killed++
      // The last line may be cut: only what was told whole counts as told.
      const whole = ran.out.slice(0, ran.out.lastIndexOf('\n') + 1)
      for (const report of jsonLines<Report>(whole))
        if (report.status === 'added') acknowledged.set(report.article, report.records)
      const store = new SqliteStore(join(workspace, 'groundswell.db'))
      try {
        expect(await store.check(), `round ${round}`).toEqual([])
        for (const [article, records] of acknowledged) {
          const kept = await store.article(article)
          expect(kept?.records.length, `article ${article} in round ${round}`).toBe(records)
        }
      } finally {
        await store.close()
      }
    }
    expect(killed).toBeGreaterThanOrEqual(ROUNDS / 2)
    expect(acknowledged.size).toBeGreaterThan(0)

    const last = await groundswell(['add', corpus, '--workspace', workspace])
    expect(last.status).toBe(0)
    const store = new SqliteStore(join(workspace, 'groundswell.db'))
    const { articles, records, version } = await store.info()
    expect(articles).toBe(REPORTS)
    await store.close()
    // Added again, nothing is added.
    const again = await groundswell(['add', corpus, '--workspace', workspace])
    expect(again.out).toContain(`0 articles added with 0 event records, ${REPORTS} known already, 0 failed`)
    const after = new SqliteStore(join(workspace, 'groundswell.db'))
    expect(await after.info()).toMatchObject({ articles, records, version })
    await after.close()
  })
})
