import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { spaceFinding } from '../../src/cli/commands/doctor.ts'
import type { EventRecord } from '../../src/coding/event-record.ts'
import { SqliteStore } from '../../src/store/sqlite/sqlite-store.ts'
import type { RecordItem, StoredRecord } from '../../src/store/store.ts'
import { article, CODER, coded, record, world } from '../contract/samples.ts'
import { groundswell, inProcess, jsonLines, MAIN, run, temporaryFolder } from './run.ts'

/** Commands that read a workspace of known records: no coder is involved. */
describe('commands on a workspace', { timeout: 120_000 }, () => {
  const folder = temporaryFolder()
  const workspace = join(folder.path, 'workspace')
  const rally = world()[0]!.records[0]!.id

  beforeAll(async () => {
    await inProcess(['init', workspace])
    const store = new SqliteStore(join(workspace, 'groundswell.db'))
    const hostile = article('=SUM(A1:A9) protesters\u001b[31m rallied \u202eevil in Osh.', {
      title: '=HYPERLINK("https://x.example")',
      publisher: '+Post',
      file: 'hostile.txt',
    })
    const one = store.beginRun({ inputs: ['world'], coder: CODER })
    await store.writeBatch({
      run: (await one).id,
      items: [
        ...world().map((each, sequence) => coded(sequence, each.article, each.records)),
        coded(9, hostile, [
          record(hostile, 'PROTEST', 'rallied', {
            actors: [
              {
                name: '=SUM(A1:A9) protesters',
                country: null,
                sector: [],
                quote: '=SUM(A1:A9) protesters',
                start: 0,
                end: 22,
                basis: 'stated',
              },
            ],
            place: {
              name: '@Osh',
              country: 'KGZ',
              admin1: null,
              lat: -40.5,
              lon: 72.8,
              geonames_id: null,
              precision: 'city',
              quote: 'Osh',
              start: hostile.text.indexOf('Osh'),
              end: hostile.text.indexOf('Osh') + 3,
              basis: 'stated',
            },
          }),
        ]),
      ],
    })
    await store.close()
  })
  afterAll(() => folder.remove())

  const on = (...args: string[]) => inProcess([...args, '-w', workspace])

  it('events: lists, filters, counts what it leaves out', async () => {
    const all = await on('events')
    expect(all.status).toBe(0)
    expect(all.lines).toHaveLength(8)
    expect(all.lines[0]).toMatch(/^date +type +place +actor +recipient +said +words +id$/u)
    expect(all.err).toContain('7 records')
    const some = await on(
      'events',
      '--type',
      'protest',
      '--country',
      'kaz,kgz',
      '--from',
      '2020-01-01',
      '--no-background',
    )
    expect(some.lines.slice(1).map((line) => line.split(/ {2,}/u)[0])).toEqual(['2021-07-06', '2020-10-05'])
    expect(some.err).toContain('left out: 2 undated')
    const rows = jsonLines<RecordItem>((await on('events', '--format', 'jsonl', '--text', 'thousand march')).out)
    expect(rows.map((row) => row.record.trigger.quote)).toEqual(['marched'])
  })

  it('events: pages by cursor and gives all with --limit 0', async () => {
    const first = await on('events', '--limit', '3', '--format', 'jsonl')
    const cursor = /--cursor (\S+)/u.exec(first.err)?.[1] as string
    const rest = await on('events', '--limit', '0', '--cursor', cursor, '--format', 'jsonl')
    const ids = [...jsonLines<RecordItem>(first.out), ...jsonLines<RecordItem>(rest.out)].map((row) => row.record.id)
    expect(new Set(ids).size).toBe(7)
    expect(jsonLines((await on('events', '--limit', '0', '--format', 'jsonl')).out)).toHaveLength(7)
  })

  it('prints nothing that can steer a terminal', async () => {
    for (const args of [['events'], ['search', 'protesters'], ['show', await idOf('hostile.txt')]]) {
      const { out } = await on(...(args as [string, ...string[]]))
      expect(out).toContain('evil')
      expect(out).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e]/u)
    }
  })

  const idOf = async (file: string): Promise<string> => {
    const rows = jsonLines<RecordItem>((await on('events', '--format', 'jsonl', '--limit', '0')).out)
    return rows.find((row) => row.article.file === file)?.record.id as string
  }

  it('show: a record with its words marked, and why', async () => {
    const shown = await on('show', rally, '--why')
    expect(shown.out).toContain('PROTEST demo (rally)')
    expect(shown.out).toContain('[[a small group]]')
    expect(shown.out).toContain('[[rallied]] in [[Almaty]]')
    expect(shown.out).toMatch(/rules +test/u)
    expect(shown.out).toContain('← response-to of er_')
    const json = JSON.parse((await on('show', rally, '--format', 'jsonl')).out) as StoredRecord
    expect(json.record.id).toBe(rally)
    const whole = await on('show', world()[0]!.article.id)
    expect(whole.out).toContain('Police later [[detained]] 12 activists')
    const none = await on('show', 'er_nothing')
    expect(none.status).toBe(1)
    expect(none.err).toContain('GS-E512')
  })

  it('search: ranks, marks, and takes phrases and unwanted words', async () => {
    expect((await on('search', 'митинги', '--format', 'jsonl')).lines).toHaveLength(1)
    expect((await on('search', 'marching', '-riots', '--format', 'jsonl')).status).toBe(2)
    expect((await on('search', 'marching -riots', '--format', 'jsonl')).lines).toHaveLength(0)
    const hit = await on('search', 'riots')
    expect(hit.out).toContain('Marches in Bishkek')
    expect(hit.err).toContain('1 of 5 articles')
  })

  it('export: csv that a strict parser takes, formulas harmless, numbers numbers', async () => {
    const { parse } = await import('csv-parse/sync')
    const file = join(folder.path, 'events.csv')
    const ran = await on('export', '--out', file)
    expect(ran.err).toContain('7 rows of 7 records')
    const rows = parse(readFileSync(file), { bom: true, columns: true }) as Record<string, string>[]
    expect(rows).toHaveLength(7)
    const hostile = rows.find((row) => row.article_id === undefined || row.publisher === "'+Post")!
    expect(hostile.title).toBe(`'=HYPERLINK("https://x.example")`)
    expect(hostile.actors).toBe("'=SUM(A1:A9) protesters")
    expect(hostile.place).toBe("'@Osh")
    expect(hostile.lat).toBe('-40.5')
    expect(rows.find((row) => row.record_id === rally)).toMatchObject({
      size_low: '',
      size_quote: 'a small group',
      killed_low: '',
    })
    const again = await on('export', '--out', file)
    expect(again.status).toBe(1)
    expect(again.err).toContain('GS-E515')
    expect((await on('export', '--out', file, '--force', '--type', 'COERCE')).status).toBe(0)
    expect(existsSync(`${file}.partial`)).toBe(false)
  })

  it('export: the ACLED-like view folds the response into the gathering and says what it dropped', async () => {
    const { parse } = await import('csv-parse/sync')
    const ran = await on('export', '--view', 'acled')
    const rows = parse(ran.out, { bom: true, columns: true }) as Record<string, string>[]
    expect(rows.map((row) => [row.event_id_cnty, row.sub_event_type])).toContainEqual([
      rally,
      'Protest with intervention',
    ])
    expect(rows.map((row) => row.event_type)).not.toContain('Strategic developments')
    expect(ran.err).toContain('1 folded into the event it answers')
    expect(ran.err).toContain('1 background')
    expect(ran.err).toContain('1 denied')
    expect(rows.find((row) => row.event_id_cnty === rally)?.fatalities).toBe('')
  })

  it('export: dyads of the CAMEO view, plain cells in tsv, PLOVER auxiliary modes', async () => {
    const cameo = await on('export', '--view', 'cameo', '--format', 'tsv', '--type', 'COERCE')
    const [head, row] = cameo.lines.map((line) => line.split('\t')) as [string[], string[]]
    const cell = (name: string) => row[head.indexOf(name)]
    expect([cell('Actor1Code'), cell('EventCode'), cell('Actor2Code'), cell('Date')]).toEqual([
      'KAZCOP',
      '173',
      'KAZCVL',
      '20210706',
    ])
    expect((await on('export', '--view', 'cameo', '--format', 'tsv')).err).toContain('without actor or recipient')
    const whole = await on('export', '--view', 'cameo', '--format', 'tsv', '--incomplete', '--form', 'rally')
    expect(whole.lines[1]).toContain('\t---\t')
    const plover = await on('export', '--view', 'plover', '--format', 'tsv', '--background')
    expect(plover.lines[1]).toContain('\thistorical\t')
    const tsv = await on('export', '--format', 'tsv', '--text', 'evil')
    expect(tsv.lines).toHaveLength(2)
    expect(tsv.lines[1]).toContain('\t=SUM(A1:A9) protesters\t')
  })

  it('export: geojson and jsonl keep every record', async () => {
    const map = JSON.parse((await on('export', '--format', 'geojson')).out) as {
      features: { geometry: { coordinates: number[] } | null }[]
    }
    expect(map.features).toHaveLength(7)
    expect(map.features.filter((feature) => feature.geometry === null)).toHaveLength(2)
    expect(map.features.map((feature) => feature.geometry?.coordinates)).toContainEqual([76.92, 43.25])
    const lines = jsonLines<EventRecord & { source: { publisher: string } }>(
      (await on('export', '--format', 'jsonl')).out,
    )
    const { source, status, passage, ...plain } = lines.find((line) => line.id === rally) as never as Record<
      string,
      unknown
    >
    expect(plain).toEqual(world()[0]!.records[0])
    expect([(source as { publisher: string }).publisher, status, typeof passage]).toEqual([
      'Daily Steppe',
      'machine',
      'string',
    ])
  })

  it('decide: changes, shows and undoes, in the name of the workspace', async () => {
    const id = await idOf('c.txt')
    expect(
      (await on('decide', 'change', id, '--field', 'form', '--value', 'picket', '--reason', 'few people')).out,
    ).toContain('now changed (revision 1)')
    const shown = (await on('show', id, '--why')).out
    expect(shown).toContain('PROTEST demo (picket)')
    expect(shown).toContain('the machine had form: null')
    expect(shown).toContain('local: change form = "picket" (few people)')
    expect((await on('events', '--form', 'picket')).err).toContain('1 of 7 records')
    expect((await on('decide', 'undo', id)).out).toContain('now machine (revision 2)')
    expect((await on('decide', 'change', id, '--field', 'size', '--value', '{"low": 40, "high": 50}')).status).toBe(0)
    expect((await on('show', id)).out).toContain('40 to 50')
    expect((await on('decide', 'change', id, '--field', 'sise', '--value', '1')).err).toContain('GS-E513')
    expect((await on('decide', 'change', id)).status).toBe(2)
  })

  it('stats, ledger and doctor count the same', async () => {
    const stats = JSON.parse((await on('stats', '--format', 'jsonl')).out) as {
      articles: number
      records: number
      types: Record<string, number>
    }
    expect(stats).toMatchObject({ articles: 5, records: 7 })
    expect(stats.types).toEqual({ PROTEST: 5, COERCE: 1, REJECT: 1 })
    expect((await on('stats')).out).toContain('articles     5 from 4 publishers')
    expect((await on('ledger', '--format', 'jsonl')).lines).toHaveLength(5)
    const doctor = jsonLines<{ check: string; ok: boolean; found: string }>(
      (await on('doctor', '--format', 'jsonl')).out,
    )
    expect(doctor.find((finding) => finding.check === 'database')).toMatchObject({
      ok: true,
      found: 'sound: 5 articles, 7 records',
    })
  })

  it('doctor warns of little space, and calls nothing broken for it', () => {
    expect(spaceFinding(5e8)).toEqual({ check: 'space', ok: true, warning: true, found: 'only 500 MB are free' })
    expect(spaceFinding(5e10)).toEqual({ check: 'space', ok: true, found: '50.0 GB free' })
  })

  it('backup: a copy that opens, also by another name', async () => {
    const file = join(folder.path, 'copy.db')
    expect((await on('backup', file)).out).toContain('checked')
    const copy = new SqliteStore(file)
    expect(await copy.check()).toEqual([])
    expect((await copy.info()).articles).toBe(5)
    await copy.close()
    expect((await on('backup', file)).err).toContain('GS-E515')
    expect((await on('backup', join(folder.path, 'no', 'such', 'copy.db'))).err).toContain('GS-E516')
  })

  it('fits its tables to the terminal', async () => {
    const { lines } = await inProcess(['events', '-w', workspace], { width: 140 })
    for (const line of lines) expect(line.length).toBeLessThanOrEqual(160)
    expect(lines.some((line) => line.includes('…'))).toBe(true)
  })

  it('says what is wrong with a command line and ends with status 2', async () => {
    for (const [args, words] of [
      [['evnts'], 'events'],
      [['events', '--colour'], 'unknown option'],
      [['events', '--type', 'PARTY'], 'PROTEST'],
      [['events', '--country', 'Kazakhstan'], 'alpha-3'],
      [['export', '--actor-country', 'KZ'], 'alpha-3'],
      [['events', '--limit', 'many'], 'whole number'],
      [['events', '--box', '1,2,3'], 'west,south,east,north'],
      [['events', '--min-confidence', '7'], '0 to 1'],
      [['events', '--format', 'xml'], 'table, jsonl'],
      [['export', '--view', 'acled', '--format', 'jsonl'], 'csv or tsv'],
      [['decide', 'approve', rally], 'accept, reject'],
      [['show'], "missing required argument 'id'"],
      [['add'], 'missing required argument'],
    ] as const) {
      const ran = await inProcess([...args, ...(args[0] === 'evnts' ? [] : ['-w', workspace])])
      expect(ran.status, args.join(' ')).toBe(2)
      expect(ran.err, args.join(' ')).toContain(words)
    }
    const wrong = await on('events', '--from', '2021-02-30')
    expect(wrong.status).toBe(1)
    expect(wrong.err).toContain('GS-E514')
  })

  it('settings: a broken config.yaml is told with its line', async () => {
    const other = join(folder.path, 'other')
    await inProcess(['init', other])
    writeFileSync(join(other, 'config.yaml'), 'name: x\nperson: [unclosed\n')
    const broken = await inProcess(['events', '-w', other])
    expect(broken.err).toMatch(/GS-E517 .*config\.yaml:\d+/u)
    writeFileSync(join(other, 'config.yaml'), 'colour: red\n')
    expect((await inProcess(['events', '-w', other])).err).toContain('colour')
  })

  it('goes quietly when the reader of the pipe goes', async () => {
    const ran = await run('bash', [
      '-c',
      `"$@" | head -n 1`,
      'pipe',
      process.execPath,
      MAIN,
      'events',
      '-w',
      workspace,
      '--limit',
      '0',
    ])
    expect(ran.status).toBe(0)
    expect(ran.err).not.toMatch(/EPIPE|Error/u)
    expect(ran.lines).toHaveLength(1)
  })

  it('writes no colours into a pipe', async () => {
    const ran = await groundswell(['events', '-w', workspace])
    expect(ran.out).not.toContain('\u001b')
  })

  it('starts fast: help within a second, without loading the store or the coder', async () => {
    const started = performance.now()
    await groundswell(['--version'])
    expect(performance.now() - started).toBeLessThan(3000)
  })
})
