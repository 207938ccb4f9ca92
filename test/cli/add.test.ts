import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { gzipSync } from 'node:zlib'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { sha256 } from '../../src/base/id.ts'
import type { StoreInfo } from '../../src/store/store.ts'
import { groundswell, inProcess, jsonLines, MAIN, ROOT, run, shortReports, temporaryFolder } from './run.ts'

interface Report {
  readonly input: string
  readonly status: string
  readonly place: string | null
  readonly article: string | null
  readonly code: string | null
  readonly reason: string | null
}

describe('add', { timeout: 120_000 }, () => {
  let folder: ReturnType<typeof temporaryFolder>
  let workspace: string
  beforeEach(async () => {
    folder = temporaryFolder()
    workspace = join(folder.path, 'workspace')
    expect((await inProcess(['init', workspace])).status).toBe(0)
  })
  afterEach(() => folder.remove())

  const file = (name: string, content: string | Uint8Array): string => {
    const path = join(folder.path, name)
    writeFileSync(path, content)
    return path
  }
  const add = async (...inputs: string[]) => {
    const ran = await inProcess(['add', ...inputs, '-w', workspace, '--format', 'jsonl', '--jobs', '1'])
    return { ...ran, reports: jsonLines<Report>(ran.out) }
  }
  const info = async (): Promise<StoreInfo> =>
    JSON.parse((await inProcess(['stats', '-w', workspace, '--format', 'jsonl'])).out)

  it('takes files, folders and patterns, each file once, and tells what became of each', async () => {
    mkdirSync(join(folder.path, 'in', 'deeper'), { recursive: true })
    file('in/a.txt', 'Protesters rallied in Almaty on 6 July 2021.')
    file(
      'in/deeper/b.html',
      '<html><body><article><p>Police detained 12 protesters in Bishkek on Monday, the ministry said in a statement that was read out.</p></article></body></html>',
    )
    file('in/.hidden.txt', 'Hidden.')
    const { reports, status } = await add(
      join(folder.path, 'in'),
      join(folder.path, 'in', '*.txt'),
      join(folder.path, 'in', 'a.txt'),
    )
    expect(status).toBe(0)
    expect(reports.map((report) => [report.input.replace(folder.path, ''), report.status])).toEqual([
      ['/in/a.txt', 'added'],
      ['/in/deeper/b.html', 'added'],
    ])
    expect(await info()).toMatchObject({ articles: 2 })
  })

  it('adds nothing when the same is added again, and keeps the original bytes once', async () => {
    const path = file('reports.jsonl', shortReports(70))
    expect((await add(path)).reports.every((report) => report.status === 'added')).toBe(true)
    const before = await info()
    const again = await add(path)
    expect(again.status).toBe(0)
    expect(new Set(again.reports.map((report) => report.status))).toEqual(new Set(['known']))
    expect(again.reports).toHaveLength(70)
    expect(await info()).toEqual({ ...before, bytes: expect.any(Number) })
    const hash = sha256(readFileSync(path))
    expect(readFileSync(join(workspace, 'originals', hash.slice(0, 2), hash))).toEqual(readFileSync(path))
    expect(readdirSync(join(workspace, 'originals'))).toHaveLength(1)
    // Every article of the file names it, though its own bytes are one line of it.
    const [first] = jsonLines<{ article: { original: string; sha256: string } }>(
      (await inProcess(['events', '-w', workspace, '--format', 'jsonl', '--limit', '1'])).out,
    )
    expect(first?.article.original).toBe(hash)
    expect(first?.article.sha256).not.toBe(hash)
  })

  it('names each bad input with its reason, does the rest, and ends with status 1', { timeout: 120_000 }, async () => {
    mkdirSync(join(folder.path, 'in'))
    const good = 'Protesters rallied in Almaty on 6 July 2021 and demanded cheaper gas.'
    file('in/01-good.txt', good)
    file('in/02-empty.txt', '')
    file('in/03-broken.pdf', '%PDF-1.7\n1 0 obj\n<< /Type /Catalog')
    file('in/04-broken.docx', Buffer.concat([Buffer.from('PK\u0003\u0004'), Buffer.alloc(64, 7)]))
    file(
      'in/05-picture.png',
      Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13, 1, 2, 3, 0, 0, 0]),
    )
    file('in/06-torn.warc.gz', gzipSync('WARC/1.0\r\nWARC-Type: response\r\n\r\n').subarray(0, 20))
    file(
      'in/07-lines.jsonl',
      `{"id":"x","text":"${good}!"}\n{"id": broken\n\n{"id":"y","text":"Miners struck in Aktau on Monday."}\n`,
    )
    file(
      'in/08-deep.html',
      `<html><body>${'<div>'.repeat(10_000)}Crowds marched in Osh on Friday.${'</div>'.repeat(10_000)}</body></html>`,
    )
    file(
      'in/09-utf16.txt',
      Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from('Teachers went on strike in Osh.', 'utf16le')]),
    )
    file(
      'in/10-1251.html',
      Buffer.concat([
        Buffer.from('<html><head><meta charset="windows-1251"></head><body><p>'),
        Buffer.from([
          0xcc, 0xe8, 0xf2, 0xe8, 0xed, 0xe3, 0x20, 0xef, 0xf0, 0xee, 0xf8, 0xb8, 0xeb, 0x20, 0xe2, 0x20, 0xc0, 0xeb,
          0xec, 0xe0, 0xf2, 0xfb, 0x2e,
        ]),
        Buffer.from('</p></body></html>'),
      ]),
    )
    file(
      'in/11-invalid.txt',
      Buffer.concat([
        Buffer.from('Crowds rallied in Talas. '),
        Buffer.from([0xff, 0xfe, 0xfd]),
        Buffer.from(' Police watched.'),
      ]),
    )
    file('in/12-nul.jsonl', '{"text":"Crowds\\u0000 rallied in Naryn."}\n')
    symlinkSync(join(folder.path, 'nowhere'), join(folder.path, 'in', '13-dangling.txt'))
    file('in/14-last.txt', 'Truck drivers blocked a road near Khorog on Tuesday.')
    const { reports, status, err } = await add(
      join(folder.path, 'in'),
      join(folder.path, 'absent.txt'),
      join(folder.path, 'no-*.txt'),
      'https://news.example/1',
    )
    expect(status).toBe(1)
    expect(err).toBe('')
    const of = (name: string) =>
      reports.filter((report) => report.input.includes(name)).map((report) => report.code ?? report.status)
    expect(of('01-good')).toEqual(['added'])
    expect(of('02-empty')).toEqual(['GS-E002'])
    expect(of('03-broken')).toHaveLength(1)
    expect(of('03-broken')[0]).toMatch(/^GS-E1/u)
    expect(of('04-broken')[0]).toMatch(/^GS-E1/u)
    expect(of('05-picture')).toEqual(['GS-E005'])
    expect(of('06-torn').at(-1)).toMatch(/^GS-E/u)
    expect(of('07-lines')).toEqual(['added', 'GS-E101', 'added'])
    expect(reports.find((report) => report.code === 'GS-E101')).toMatchObject({ place: 'line 2' })
    expect(of('08-deep')).toEqual(['added'])
    expect(of('09-utf16')).toEqual(['added'])
    expect(of('10-1251')).toEqual(['added'])
    expect(of('11-invalid')).toEqual(['added'])
    expect(of('12-nul')).toEqual(['added'])
    expect(of('13-dangling')).toEqual(['GS-E001'])
    expect(of('14-last')).toEqual(['added'])
    expect(of('absent.txt')).toEqual(['GS-E001'])
    expect(of('no-*')).toEqual(['GS-E601'])
    expect(of('https://')).toEqual(['GS-E605'])
    // Every reason says what to do next.
    for (const report of reports.filter((one) => one.code)) expect(report.reason).toMatch(/\. \p{Lu}[^.]+/u)
    const ledger = await inProcess(['ledger', '-w', workspace, '--status', 'failed', '--format', 'jsonl'])
    expect(ledger.lines).toHaveLength(reports.filter((report) => report.status === 'failed').length)
    const utf16 = await inProcess(['search', 'teachers', '-w', workspace, '--format', 'jsonl'])
    expect(JSON.parse(utf16.lines[0] as string).snippet.text).toBe('Teachers went on strike in Osh.')
    const russian = await inProcess(['search', 'митинги', '-w', workspace, '--format', 'jsonl'])
    expect(russian.lines).toHaveLength(1)
  })

  it('prints a report a person can read', async () => {
    const path = file('reports.jsonl', shortReports(2))
    const ran = await inProcess(['add', path, join(folder.path, 'absent.txt'), '-w', workspace])
    expect(ran.status).toBe(1)
    expect(ran.lines[0]).toMatch(/^2 articles added with \d+ event records, 1 failed, 0 skipped, in [\d.]+ s$/u)
    expect(ran.out).toContain('GS-E001 The file is not there')
  })

  it('names what was read but could not be coded, with the reason, in the report and in the ledger', async () => {
    file('a.txt', 'Crowds rallied in Osh on 5 May 2021.')
    const unknown = file('b.txt', 'La police a dispersé une manifestation de mille personnes à Dakar dimanche matin.')
    const ran = await inProcess(['add', join(folder.path, 'a.txt'), unknown, '-w', workspace])
    expect(ran.status).toBe(0)
    expect(ran.lines[0]).toMatch(/^2 articles added .* 0 skipped, 1 read but not coded, in/u)
    expect(ran.out).toMatch(/not coded +\S*b\.txt +no coder for language \w+ yet/u)
    const ledger = jsonLines<{ status: string; reason: string | null }>(
      (await inProcess(['ledger', '-w', workspace, '--format', 'jsonl'])).out,
    )
    expect(ledger.map(({ status, reason }) => [status, reason === null])).toEqual([
      ['added', true],
      ['added', false],
    ])
  })

  it('finds the workspace by option, by environment, in the current folder, and says what to do without', async () => {
    const path = file('a.txt', 'Crowds rallied in Osh on 5 May 2021.')
    expect((await inProcess(['add', path], { env: { GROUNDSWELL_WORKSPACE: workspace } })).status).toBe(0)
    expect((await inProcess(['add', path], { cwd: workspace })).out).toContain('1 known already')
    const none = await inProcess(['add', path], { cwd: folder.path })
    expect(none.status).toBe(1)
    expect(none.err).toContain('GS-E501')
    expect(none.err).toContain('groundswell init')
  })

  it('waits for another writer and then says that the workspace is locked, losing nothing', {
    timeout: 60_000,
  }, async () => {
    const path = file('a.txt', 'Crowds rallied in Osh on 5 May 2021.')
    const other = new DatabaseSync(join(workspace, 'groundswell.db'))
    other.exec('BEGIN IMMEDIATE')
    const locked = await groundswell(['add', path, '-w', workspace])
    expect(locked.status).toBe(1)
    expect(locked.err).toContain('GS-E504')
    // Reading goes on meanwhile.
    expect((await inProcess(['events', '-w', workspace])).status).toBe(0)
    other.exec('ROLLBACK')
    other.close()
    expect((await groundswell(['add', path, '-w', workspace])).status).toBe(0)
  })

  it('leaves a workspace of a newer version alone', async () => {
    const database = join(workspace, 'groundswell.db')
    const other = new DatabaseSync(database)
    other.exec('PRAGMA user_version = 999')
    other.close()
    const ran = await inProcess(['events', '-w', workspace])
    expect(ran.status).toBe(1)
    expect(ran.err).toContain('GS-E503')
    const after = new DatabaseSync(database)
    expect(after.prepare('PRAGMA user_version').get()).toMatchObject({ user_version: 999 })
    after.close()
  })

  it('ends on a full disk with an error, keeps what it told, and goes on when there is room', {
    timeout: 120_000,
  }, async () => {
    const path = file('reports.jsonl', shortReports(800))
    const limited = await run('bash', [
      '-c',
      'ulimit -f 700 && exec "$@"',
      'limited',
      process.execPath,
      MAIN,
      'add',
      path,
      '-w',
      workspace,
      '--format',
      'jsonl',
      '--jobs',
      '1',
    ])
    expect(limited.status).toBe(1)
    expect(limited.err).toContain('GS-E505')
    const told = jsonLines<Report>(limited.out).filter((report) => report.status === 'added')
    expect(told.length).toBeGreaterThan(0)
    expect(told.length).toBeLessThan(800)
    expect((await info()).articles).toBe(told.length)
    const doctor = await inProcess(['doctor', '-w', workspace, '--format', 'jsonl'])
    expect(jsonLines<{ check: string; ok: boolean }>(doctor.out).find((one) => one.check === 'database')?.ok).toBe(true)
    const rest = await groundswell(['add', path, '-w', workspace])
    expect(rest.status).toBe(0)
    expect((await info()).articles).toBe(800)
  })

  it('stops at Ctrl-C after what is under way, and keeps it', { timeout: 60_000 }, async () => {
    const path = file('reports.jsonl', shortReports(4000))
    const ran = await groundswell(['add', path, '-w', workspace, '--format', 'jsonl', '--jobs', '1'], {
      started: (child) => child.stdout?.once('data', () => child.kill('SIGINT')),
    })
    expect(ran.status).toBe(130)
    const told = jsonLines<Report>(ran.out)
    expect(told.length).toBeGreaterThan(0)
    expect(told.length).toBeLessThan(4000)
    expect((await info()).articles).toBe(told.length)
  })

  it('codes the bundled examples with "start --once", knows them the second time', { timeout: 120_000 }, async () => {
    const at = join(folder.path, 'first')
    const first = await groundswell(['start', at, '--once'])
    expect(first.err).toBe('')
    expect(first.status).toBe(0)
    expect(first.lines[0]).toMatch(
      /^\d+ articles added with \d+ event records, 0 failed, \d+ skipped(?:, \d+ read but not coded)?, in [\d.]+ s$/u,
    )
    const second = await groundswell(['start', at, '--once'])
    expect(second.lines[0]).toMatch(/^0 articles added .* \d+ known already/u)
    expect(existsSync(join(at, 'groundswell.db'))).toBe(true)
    // A damaged database is told as such.
    cpSync(join(ROOT, 'package.json'), join(at, 'groundswell.db'))
    const damaged = await inProcess(['events', '-w', at])
    expect(damaged.status).toBe(1)
    expect(damaged.err).toMatch(/GS-E50[26]/u)
  })
})
