import type { ChildProcess } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { groundswell, inProcess, temporaryFolder } from './run.ts'

interface Job {
  readonly id: string
  readonly state: string
  readonly counts: Record<string, number>
  readonly reports: readonly { status: string; code: string | null }[]
}

describe('serve', { timeout: 120_000 }, () => {
  const folder = temporaryFolder()
  afterAll(() => folder.remove())

  /** Starts a server, hands its address to `use`, ends it with a signal and gives what it printed. */
  async function serving(args: readonly string[], use: (url: string) => Promise<void>) {
    let child: ChildProcess | undefined
    let failure: unknown
    const ran = await groundswell(['serve', '--port', '0', ...args], {
      started: (started) => {
        child = started
        let told = ''
        started.stdout?.on('data', async (text: string) => {
          const before = told
          told += text
          const url = /http:\/\/\S+/u.exec(told)?.[0]
          if (!url || /http:\/\/\S+/u.test(before)) return
          try {
            await use(url)
          } catch (error) {
            failure = error
          } finally {
            child?.kill('SIGINT')
          }
        })
      },
    })
    if (failure) throw failure
    return ran
  }

  it('answers, takes an upload in, shows it to the command line at once, and ends cleanly', async () => {
    const workspace = join(folder.path, 'workspace')
    await inProcess(['init', workspace])
    const ran = await serving(['-w', workspace], async (url) => {
      const empty = (await (await fetch(`${url}api/events`)).json()) as { total: number }
      expect(empty.total).toBe(0)
      const upload = async (name: string, text: string): Promise<string> => {
        const kept = await fetch(`${url}api/uploads?name=${name}`, {
          method: 'POST',
          headers: { 'content-type': 'application/octet-stream' },
          body: text,
        })
        expect(kept.status).toBe(201)
        return ((await kept.json()) as { id: string }).id
      }
      const report = await upload('report.txt', 'Police detained 12 protesters in Almaty on 6 July 2021.')
      const broken = await upload('broken.jsonl', '{"text": ')
      const accepted = await fetch(`${url}api/jobs`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ kind: 'upload', uploads: [report, broken] }),
      })
      expect(accepted.status).toBe(202)
      let job = (await accepted.json()) as Job
      for (let i = 0; i < 300 && job.state !== 'done' && job.state !== 'failed'; i++) {
        await new Promise((resolve) => setTimeout(resolve, 100))
        job = (await (await fetch(`${url}api/jobs/${job.id}`)).json()) as Job
      }
      expect(job.state).toBe('done')
      expect(job.counts).toMatchObject({ added: 1, failed: 1 })
      expect(job.reports.map((report) => report.code)).toContain('GS-E101')
      const after = (await (await fetch(`${url}api/events`)).json()) as { total: number }
      expect(after.total).toBeGreaterThan(0)
      // Another process reads what the server wrote, while it runs.
      const listed = await inProcess(['events', '-w', workspace, '--format', 'jsonl'])
      expect(listed.lines).toHaveLength(after.total)
      // And the server shows what another process writes.
      const file = join(folder.path, 'second.txt')
      writeFileSync(file, 'Miners went on strike in Aktau on 7 July 2021.')
      expect((await inProcess(['add', file, '-w', workspace, '--jobs', '1'])).status).toBe(0)
      const both = (await (await fetch(`${url}api/events`)).json()) as { total: number }
      expect(both.total).toBeGreaterThan(after.total)
    })
    expect(ran.status).toBe(0)
    expect(ran.err).not.toMatch(/Error|GS-E/u)
  })

  it('says so where the port is taken or there is no workspace', async () => {
    const workspace = join(folder.path, 'second')
    await inProcess(['init', workspace])
    await serving(['-w', workspace], async (url) => {
      const taken = await groundswell(['serve', '-w', workspace, '--port', new URL(url).port])
      expect(taken.status).toBe(1)
      expect(taken.err).toContain('GS-E707')
    })
    const none = await groundswell(['serve', '-w', join(folder.path, 'none')])
    expect(none.status).toBe(1)
    expect(none.err).toContain('GS-E501')
  })
})
