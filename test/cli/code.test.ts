import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { type EventRecord, eventRecord } from '../../src/coding/event-record.ts'
import { mentions } from '../../src/mention/mention.ts'
import { groundswell, jsonLines, MAIN, run, shortReports, temporaryFolder } from './run.ts'

interface Line {
  readonly id: string
  readonly file?: string
  readonly language: string
  readonly events: EventRecord[]
  readonly mentions?: unknown
  readonly text?: string
  readonly published?: { from: string; basis: string } | null
  readonly warnings: string[]
}

const REPORT = 'Police detained 12 protesters in Almaty on 6 July 2021.'

describe('code', { timeout: 120_000 }, () => {
  const folder = temporaryFolder()
  afterAll(() => folder.remove())

  it('gives one line an article in input order, each quote in its place, with any number of workers', async () => {
    const input = shortReports(60)
    const one = await groundswell(['code', '--format', 'jsonl', '--jobs', '1'], { input })
    const two = await groundswell(['code', '--format', 'jsonl', '--jobs', '2'], { input })
    expect(one.status).toBe(0)
    expect(one.err).toBe('')
    expect(two.out).toBe(one.out)
    const lines = jsonLines<Line>(one.out)
    expect(lines.map((line) => line.id)).toEqual(Array.from({ length: 60 }, (_, i) => `r${i}`))
    const texts = jsonLines<{ text: string }>(input)
    lines.forEach((line, i) => {
      for (const event of line.events) {
        eventRecord.parse(event)
        const { text } = texts[i]!
        expect(text.slice(event.trigger.start, event.trigger.end)).toBe(event.trigger.quote)
      }
    })
    expect(lines.flatMap((line) => line.events).length).toBeGreaterThan(60)
  })

  it('costs a bad line that line alone: number and reason on standard error, status 1', async () => {
    const input = [
      JSON.stringify({ id: 'a', text: REPORT }),
      '{"id": "b", "text": ',
      '',
      '[1]',
      JSON.stringify({ id: 'c' }),
      JSON.stringify({ id: 'd', text: '' }),
      JSON.stringify({ id: 'e', text: 'Miners went on strike in Aktau.' }),
    ].join('\n')
    const ran = await groundswell(['code'], { input })
    expect(ran.status).toBe(1)
    expect(jsonLines<Line>(ran.out).map((line) => line.id)).toEqual(['a', 'd', 'e'])
    expect(ran.err).toMatch(/GS-E101.*line 2/u)
    expect(ran.err).toMatch(/GS-E102.*line 4/u)
    expect(ran.err).toMatch(/GS-E102.*line 5/u)
    expect(jsonLines<Line>(ran.out)[1]?.events).toEqual([])
  })

  it('gives the first result before the input ends', async () => {
    let first = 0
    let ended = 0
    await run(process.execPath, [MAIN, 'code', '--jobs', '1'], {
      started: (child) => {
        child.stdout?.once('data', () => (first = performance.now()))
        child.on('close', () => (ended = performance.now()))
      },
      input: shortReports(400),
    })
    expect(first).toBeGreaterThan(0)
    expect(first).toBeLessThan(ended)
  })

  it('reads files of every kind, names them, and adds text and mentions when asked', async () => {
    const text = join(folder.path, 'a.txt')
    const page = join(folder.path, 'b.html')
    const lines = join(folder.path, 'c.jsonl')
    writeFileSync(text, REPORT)
    writeFileSync(
      page,
      `<html><head><title>Arrests</title><meta property="article:published_time" content="2021-07-07T10:00:00Z"></head><body><article><p>${REPORT} The ministry confirmed the figure in a statement on the following day.</p></article></body></html>`,
    )
    writeFileSync(lines, `${JSON.stringify({ id: 'x', text: REPORT })}\n{broken\n`)
    const ran = await groundswell(['code', text, page, lines, join(folder.path, 'none.txt'), '--text', '--mentions'])
    expect(ran.status).toBe(1)
    expect(ran.err).toMatch(/GS-E101.*c\.jsonl:2/u)
    expect(ran.err).toMatch(/GS-E001.*none\.txt/u)
    const [a, b, c] = jsonLines<Line>(ran.out) as [Line, Line, Line]
    expect([a.file, b.file, c.file]).toEqual([text, page, lines])
    expect(c.id).toBe('x')
    expect(a.text).toBe(REPORT)
    expect(b.published).toMatchObject({ from: '2021-07-07' })
    for (const line of [a, b, c]) {
      mentions.parse(line.mentions)
      expect(line.events.some((event) => event.type === 'COERCE')).toBe(true)
    }
  })

  it('gives an empty list for an empty text, whatever is empty about it', async () => {
    const ran = await groundswell(['code'], { input: '{"text":""}\n{"text":"   \\n "}\n{"text":"\\u0000"}\n' })
    expect(ran.status).toBe(0)
    expect(jsonLines<Line>(ran.out).map((line) => line.events)).toEqual([[], [], []])
  })

  it('prints tables for people', async () => {
    const ran = await groundswell(['code', '--format', 'table'], {
      input: `${JSON.stringify({ id: 'a', text: REPORT })}\n`,
    })
    expect(ran.lines[0]).toBe('a')
    expect(ran.out).toContain('COERCE arrest')
    expect((await groundswell(['code', '--format', 'xml'])).status).toBe(2)
  })

  it('ends quietly when its reader goes', async () => {
    const path = join(folder.path, 'many.jsonl')
    writeFileSync(path, shortReports(300))
    const ran = await run('bash', ['-c', '"$@" | head -n 1', 'pipe', process.execPath, MAIN, 'code', path])
    expect(ran.lines).toHaveLength(1)
    expect(ran.err).toBe('')
  })
})

describe('parse', { timeout: 120_000 }, () => {
  it('gives CoNLL-U for text, and annotates CoNLL-U in place', async () => {
    const ran = await groundswell(['parse'], { input: 'Police detained 12 protesters. They left.' })
    expect(ran.status).toBe(0)
    expect(ran.lines.filter((line) => /^\d+\t/u.test(line)).map((line) => line.split('\t')[1])).toEqual([
      'Police',
      'detained',
      '12',
      'protesters',
      '.',
      'They',
      'left',
      '.',
    ])
    const kept = '# sent_id = s1\n# text = Go on\n1\tGo\t_\t_\t_\t_\t_\t_\t_\tMine=1\n2\ton\t_\t_\t_\t_\t_\t_\t_\t_\n\n'
    const again = await groundswell(['parse', '--conllu'], { input: kept })
    expect(again.out).toContain('# sent_id = s1')
    expect(again.out).toContain('Mine=1')
    expect(again.lines.filter((line) => /^\d/u.test(line))).toHaveLength(2)
    expect((await groundswell(['parse', 'none.txt'])).err).toContain('GS-E001')
  })
})

describe('gazetteer', { timeout: 120_000 }, () => {
  const folder = temporaryFolder()
  afterAll(() => folder.remove())

  it('looks names up, and imports a dump that the coder then uses', async () => {
    const found = await groundswell(['gazetteer', 'lookup', 'Almaty', '--format', 'jsonl'])
    expect(JSON.parse(found.lines[0] as string)).toMatchObject({ name: 'Almaty', country: 'KAZ' })
    const dump = join(folder.path, 'XX.txt')
    const out = join(folder.path, 'x.bin')
    writeFileSync(
      dump,
      [
        '99000001\tQuxtown\tQuxtown\t\t43.5\t77.1\tP\tPPL\tKZ\t\t\t\t\t\t1200\t\t\tAsia/Almaty\t2020-01-01',
        'no place',
        '',
      ].join('\n'),
    )
    const made = await groundswell(['gazetteer', 'import', dump, '--out', out])
    expect(made.status).toBe(0)
    expect(made.out).toContain('1 places')
    const own = await groundswell(['gazetteer', 'lookup', 'Quxtown', '--format', 'jsonl'], {
      env: { GROUNDSWELL_GAZETTEER: out },
    })
    expect(JSON.parse(own.lines[0] as string)).toMatchObject({ geonamesId: 99000001, lat: 43.5 })
    // Regions and seas of our own tables come along: they lie in no one country.
    const sea = await groundswell(['gazetteer', 'lookup', 'Caspian Sea', '--format', 'jsonl'], {
      env: { GROUNDSWELL_GAZETTEER: out },
    })
    expect(JSON.parse(sea.lines[0] as string)).toMatchObject({ type: 'water' })
    expect((await groundswell(['gazetteer', 'import', dump, '--out', out])).err).toContain('GS-E515')
    const articles = [
      'in Paris, Texas, and Bonham',
      'at Sherman near Paris, Texas',
      'of Paris, Texas, and Lamar County',
    ]
    const input = join(folder.path, 'outlet.jsonl')
    writeFileSync(
      input,
      articles
        .map((place, i) => JSON.stringify({ id: `o${i}`, source: 'Quux Courier', text: `The fair ${place} opened.` }))
        .join('\n'),
    )
    const table = join(folder.path, 'outlets.tsv')
    expect((await groundswell(['gazetteer', 'outlets', input, '--out', table])).out).toContain('1 outlets')
    expect(readFileSync(table, 'utf8')).toMatch(/^quux courier\tUSA\t33\.\d+\t-9\d\.\d+$/mu)
    const missing = await groundswell(['gazetteer', 'lookup', 'Quxtown'], {
      env: { GROUNDSWELL_GAZETTEER: join(folder.path, 'none.bin') },
    })
    expect(missing.err).toContain('GS-E602')
  })
})
