import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Article } from '../article/article.ts'
import { contentId, sha256 } from '../base/id.ts'
import type { EventRecord } from '../coding/event-record.ts'
import { SqliteStore } from '../store/sqlite/sqlite-store.ts'
import { createServer, type Server } from './app.ts'
import { codebookView, triggersView } from './codebook-view.ts'
import type { EventView, Job } from './schema.ts'
import * as schema from './schema.ts'

const TEXT = 'On 6 July about 50 residents and farmers rallied in Almaty, police spoke of 30.'
const ARTICLE = contentId('ar', ['server test'])
const CODER = { name: 'test', version: '1', resources: 'none' }

function words(quote: string) {
  const start = TEXT.indexOf(quote)
  return { quote, start, end: start + quote.length }
}

const record: EventRecord = {
  id: contentId('er', ['server test', 1]),
  article: ARTICLE,
  codebook: 'plover-2.0+gs-1',
  type: 'PROTEST',
  mode: ['demo'],
  form: 'rally',
  context: [],
  quad: 'material conflict',
  scale: -5,
  trigger: words('rallied'),
  actors: [
    { name: 'residents', country: 'KAZ', sector: ['CVL'], ...words('residents'), basis: 'stated' },
    { name: 'farmers', country: 'KAZ', sector: ['AGR'], ...words('farmers'), basis: 'inferred:lexicon' },
  ],
  recipients: [],
  issues: [],
  place: {
    name: 'Almaty',
    country: 'KAZ',
    admin1: null,
    lat: 43.25,
    lon: 76.95,
    geonames_id: 1526384,
    precision: 'city',
    ...words('Almaty'),
    basis: 'stated',
  },
  date: { from: '2021-07-06', to: '2021-07-06', grain: 'day', ...words('6 July'), basis: 'inferred:year-of-report' },
  size: { low: 50, high: 50, qualifier: 'approx', ...words('about 50') },
  killed: null,
  injured: null,
  arrested: null,
  authorisation: null,
  certainty: { value: 'asserted' },
  polarity: 'positive',
  omission: false,
  attempted: false,
  background: false,
  speaker: null,
  links: [],
  claims: [
    {
      field: 'size',
      value: { low: 30, high: 30, qualifier: 'exact' },
      claimant: 'police',
      ...words('30'),
      basis: 'stated',
    },
  ],
  evidence: [],
  confidence: 0.8,
  basis: ['trigger:rally'],
  coder: CODER,
}
const article: Article = {
  id: ARTICLE,
  text: TEXT,
  title: 'Rally in Almaty',
  publisher: '=cmd()',
  published: { from: '2021-07-07', to: '2021-07-07', basis: 'given' },
  language: 'en',
  sha256: sha256(TEXT),
  mediaType: 'text/plain',
  excluded: [],
  warnings: [],
}

let folder: string
let store: SqliteStore
let server: Server
const taken: string[] = []

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'groundswell-server-'))
  store = new SqliteStore(join(folder, 'groundswell.db'))
  const run = await store.beginRun({ inputs: ['test'], coder: CODER })
  await store.writeBatch({
    run: run.id,
    items: [
      {
        kind: 'coded',
        sequence: 0,
        input: 'a.txt',
        article,
        coding: { coder: CODER, records: [record], mentions: null, misses: [], warnings: [] },
      },
      { kind: 'failed', sequence: 1, input: 'b.pdf', code: 'GS-E104', message: 'damaged' },
    ],
  })
  await store.endRun(run.id)
  server = createServer({
    store,
    version: 'test',
    uploads: join(folder, 'uploads'),
    ingest: {
      async add(files, listener) {
        for (const [i, file] of files.entries()) {
          taken.push(file.name)
          listener.progress(i + 1, files.length)
          listener.report({
            input: file.name,
            status: 'added',
            place: null,
            article: null,
            records: 1,
            code: null,
            reason: null,
          })
        }
        return { run: run.id }
      },
    },
  })
})

afterAll(async () => {
  await server.close()
  await store.close()
  rmSync(folder, { recursive: true, force: true })
})

function get(path: string, headers: Record<string, string> = {}): Promise<Response> {
  return Promise.resolve(server.fetch(new Request(`http://localhost${path}`, { headers })))
}

function post(path: string, body: unknown, headers: Record<string, string> = {}): Promise<Response> {
  return Promise.resolve(
    server.fetch(
      new Request(`http://localhost${path}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...headers },
        body: JSON.stringify(body),
      }),
    ),
  )
}

describe('who may ask', () => {
  it.each([
    ['another host', { host: 'evil.example' }, 421],
    ['another host with our port', { host: 'evil.example:7317' }, 421],
    ['a page of another site', { host: 'localhost', origin: 'https://evil.example' }, 403],
    ['a page of another port', { host: 'localhost:7317', origin: 'http://localhost:9999' }, 403],
    ['a script of another site that hides its origin', { host: 'localhost', 'sec-fetch-site': 'cross-site' }, 403],
    ['a page from a file', { host: 'localhost', origin: 'null' }, 403],
  ])('refuses %s', async (_, headers, status) => {
    const response = await get('/api/info', headers as unknown as Record<string, string>)
    expect(response.status).toBe(status)
    expect(response.headers.get('content-type')).toBe('application/problem+json')
    expect(schema.problem.parse(await response.json()).next).toMatch(/\w/u)
  })

  it.each(['localhost', 'localhost:7317', '127.0.0.1:80', '[::1]:7317'])('answers for %s', async (host) => {
    expect((await get('/api/info', { host })).status).toBe(200)
    expect((await get('/api/info', { host, origin: `http://${host}` })).status).toBe(200)
  })

  it('lets a link from elsewhere open a page, not the API', async () => {
    const link = { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate' }
    expect((await get('/events', link)).status).toBe(503)
    expect((await get('/api/info', link)).status).toBe(403)
  })

  it('sends its security policy with every answer, errors too', async () => {
    for (const path of ['/api/info', '/api/nothing', '/events', '/api/events?nonsense=1']) {
      const { headers } = await get(path)
      expect(headers.get('content-security-policy')).toContain("default-src 'none'")
      expect(headers.get('x-content-type-options')).toBe('nosniff')
    }
  })
})

describe('what is answered', () => {
  it.each([
    ['/api/info', schema.info],
    ['/api/events', schema.recordList],
    ['/api/events?type=PROTEST&country=KAZ&from=2021-01-01&to=2021-12-31&box=70,40,80,50', schema.recordList],
    ['/api/articles', schema.articleList],
    ['/api/search?q=residents', schema.searchList],
    ['/api/aggregate?by=country&by=type', schema.aggregate],
    ['/api/aggregate/grid?zoom=3', schema.grid],
    ['/api/coverage?grain=month', schema.coverage],
    ['/api/changes?since=0', schema.changes],
    ['/api/runs', schema.runList],
    ['/api/ledger?status=failed', schema.ledgerList],
    ['/api/columns/rows?version=VERSION&rows=0', schema.rowItems],
    [`/api/events/${record.id}`, schema.eventView],
    [`/api/events/${record.id}/history`, schema.history],
    [`/api/articles/${ARTICLE}`, schema.articleView],
    ['/api/jobs', schema.jobList],
    ['/api/codebook', codebookView],
    ['/api/codebook/triggers?type=PROTEST', triggersView],
  ])('%s keeps to its schema', async (path, shape) => {
    const response = await get(path.replace('VERSION', String(await store.version())))
    expect(response.status).toBe(200)
    const parsed = shape.safeParse(await response.json())
    expect(parsed.error?.issues ?? []).toEqual([])
  })

  it('gives each value its words, with what stands around them', async () => {
    const view = (await (await get(`/api/events/${record.id}`)).json()) as EventView
    const place = view.fields.find(({ field }) => field === 'place')?.values[0]
    expect(place?.evidence[0]).toMatchObject({ quote: 'Almaty', after: ', police spoke of 30.' })
    const size = view.fields.find(({ field }) => field === 'size')
    expect(size?.values.map(({ claimant }) => claimant)).toEqual([null, 'police'])
    for (const { values } of view.fields)
      for (const { evidence } of values)
        for (const { start, end, quote } of evidence) expect(TEXT.slice(start, end)).toBe(quote)
  })

  it('answers 304 until the data change', async () => {
    const first = await get('/api/events')
    const etag = first.headers.get('etag') as string
    expect((await get('/api/events', { 'if-none-match': etag })).status).toBe(304)
    await post(`/api/events/${record.id}/decisions`, { action: 'accept', person: 'a' })
    expect((await get('/api/events', { 'if-none-match': etag })).status).toBe(200)
  })

  it('gives an answer again as it was while the data stay as they are, and a new one after', async () => {
    const path = '/api/events?country=KAZ&limit=7'
    const [first, meanwhile] = await Promise.all([get(path), get(path)])
    expect(first.headers.get('cache-status')).toBeNull()
    const text = await first.text()
    for (const again of [meanwhile, await get(path)]) {
      expect(again.headers.get('cache-status')).toBe('groundswell; hit')
      expect(again.headers.get('etag')).toBe(first.headers.get('etag'))
      expect(again.headers.get('content-type')).toBe(first.headers.get('content-type'))
      expect(again.headers.get('content-security-policy')).toContain("default-src 'none'")
      expect(await again.text()).toBe(text)
    }
    await post(`/api/events/${record.id}/decisions`, { action: 'accept', person: 'kept' })
    const changed = await get(path)
    expect(changed.headers.get('cache-status')).toBeNull()
    expect(schema.recordList.parse(await changed.json()).items[0]?.revision).toBe(
      schema.recordList.parse(JSON.parse(text)).items[0]!.revision + 1,
    )
  })

  it('gives the lists of articles and of inputs as CSV, formulas made harmless', async () => {
    const articles = await get('/api/exports/articles.csv')
    expect(articles.headers.get('content-disposition')).toContain('groundswell-articles.csv')
    const [head, row] = (await articles.text()).replace('\ufeff', '').split('\r\n')
    expect(head).toMatch(/^id,title,publisher,/u)
    expect(row).toContain(`${ARTICLE},Rally in Almaty,'=cmd(),`)
    const failed = await (await get('/api/exports/ledger.csv?status=failed')).text()
    expect(failed.trim().split('\r\n')).toHaveLength(2)
    expect(failed).toContain('b.pdf,,failed,,0,GS-E104,damaged')
    expect((await get('/api/exports/articles.csv?limit=3')).status).toBe(400)
  })

  it('names the words that may report a type', async () => {
    const { items } = triggersView.parse(await (await get('/api/codebook/triggers?type=PROTEST')).json())
    expect(items.find(({ form }) => form === 'picket')?.words).toContain('picket')
    expect((await get('/api/codebook/triggers?type=RIOT')).status).toBe(400)
  })

  it('keeps no refusal', async () => {
    for (let i = 0; i < 2; i++) {
      const refused = await get('/api/events?typ=PROTEST')
      expect(refused.status).toBe(400)
      expect(refused.headers.get('cache-status')).toBeNull()
    }
  })

  it('shows an import that added nothing', async () => {
    const first = schema.runList.parse(await (await get('/api/runs')).json())
    const etag = (await get('/api/ledger')).headers.get('etag')
    const run = await store.beginRun({ inputs: ['again'], coder: CODER })
    await store.writeBatch({ run: run.id, items: [{ kind: 'known', sequence: 0, input: 'a.txt', article: ARTICLE }] })
    await store.endRun(run.id)
    const second = schema.runList.parse(await (await get('/api/runs')).json())
    expect(second.total).toBe(first.total + 1)
    expect((await get('/api/ledger', etag ? { 'if-none-match': etag } : {})).status).toBe(200)
  })

  it('sends the snapshot as it is described', async () => {
    const buffer = await (await get('/api/columns')).arrayBuffer()
    const headerBytes = new DataView(buffer).getUint32(0, true)
    const header = JSON.parse(new TextDecoder().decode(new Uint8Array(buffer, 4, headerBytes)))
    expect(header).toMatchObject({ format: 1, n: 1, epoch: '1900-01-01', total: 1, all: 1 })
    expect(buffer.byteLength).toBe(4 + headerBytes + 20)
    expect(new Float32Array(buffer, 4 + headerBytes, 1)[0]).toBeCloseTo(76.95, 4)
  })

  it('says of an unknown path that there is none', async () => {
    const problem = schema.problem.parse(await (await get('/api/eventz')).json())
    expect(problem).toMatchObject({ status: 404, code: 'GS-E713', detail: 'GET /api/eventz' })
    const other = schema.problem.parse(await (await get('/api/events/er_nothing')).json())
    expect(other).toMatchObject({ status: 404, code: 'GS-E703' })
  })

  it.each([
    ['an unknown parameter', '/api/events?typ=PROTEST', 400],
    ['an unknown type', '/api/events?type=RIOT', 400],
    ['a day that is none', '/api/events?from=2021-02-30', 400],
    ['dates the wrong way round', '/api/events?from=2021-02-03&to=2020-01-01', 400],
    ['half a box', '/api/events?box=1,2,3', 400],
    ['a foreign cursor', '/api/events?cursor=abc', 400],
    ['too large a page', '/api/events?limit=100000', 400],
    ['an unknown event', '/api/events/er_nothing', 404],
    ['an unknown article', '/api/articles/ar_nothing', 404],
    ['an unknown export', '/api/exports/everything.exe', 404],
    ['an unknown path', '/api/nothing', 404],
    ['rows of an older snapshot', '/api/columns/rows?version=99999&rows=0', 409],
  ])('refuses %s with a problem that says what to do', async (_, path, status) => {
    const response = await get(path)
    expect(response.status).toBe(status)
    const problem = schema.problem.parse(await response.json())
    expect(problem.next.length).toBeGreaterThan(10)
  })

  it('exports what the filter shows, formulas made harmless', async () => {
    const response = await get('/api/exports/events.csv?type=PROTEST')
    expect(response.headers.get('content-disposition')).toContain('attachment')
    const text = await response.text()
    expect(text.split('\n').filter(Boolean)).toHaveLength(2)
    expect(text).toContain("'=cmd()")
    const geo = JSON.parse(await (await get('/api/exports/events.geojson')).text())
    expect(geo.features).toHaveLength(1)
  })

  it('describes every path that it answers', async () => {
    const document = (await (await get('/openapi.json')).json()) as { openapi: string; paths: Record<string, object> }
    expect(document.openapi).toBe('3.1.0')
    expect(Object.keys(document.paths).sort()).toEqual(
      [
        '/api/aggregate',
        '/api/aggregate/grid',
        '/api/articles',
        '/api/articles/{id}',
        '/api/changes',
        '/api/codebook',
        '/api/codebook/triggers',
        '/api/columns',
        '/api/columns/rows',
        '/api/coverage',
        '/api/events',
        '/api/events/{id}',
        '/api/events/{id}/decisions',
        '/api/events/{id}/history',
        '/api/exports/articles.csv',
        '/api/exports/ledger.csv',
        '/api/exports/{name}',
        '/api/info',
        '/api/jobs',
        '/api/jobs/{id}',
        '/api/ledger',
        '/api/runs',
        '/api/search',
        '/api/stream',
        '/api/uploads',
      ].sort(),
    )
  })
})

describe('decisions', () => {
  const decide = async (body: object): Promise<Response> =>
    post(`/api/events/${record.id}/decisions`, { person: 'analyst', ...body })
  const view = async (): Promise<EventView> => (await (await get(`/api/events/${record.id}`)).json()) as EventView

  it('change a field, keep the machine value beside it, and can be undone', async () => {
    const value = { low: 30, high: 50, qualifier: 'range' }
    const changed = (await (
      await decide({ action: 'change', field: 'size', value, reason: 'both counts' })
    ).json()) as EventView
    const size = changed.fields.find(({ field }) => field === 'size')
    expect(size?.chosen).toBe('person')
    expect(size?.values.map(({ by }) => by)).toEqual(['person', 'machine', 'machine'])
    expect(changed.record.size).toMatchObject(value)
    expect(changed.machine.size?.low).toBe(50)
    const undone = (await (await decide({ action: 'undo', undoes: size?.decisions.at(-1)?.id })).json()) as EventView
    expect(undone.record.size?.low).toBe(50)
  })

  it('find each element of a list after another was taken out', async () => {
    await decide({ action: 'reject', field: 'actors.0', reason: 'not an actor' })
    const actors = (await view()).fields.filter(({ field }) => field.startsWith('actors.'))
    expect(actors.map(({ field, path, status }) => [field, path, status])).toEqual([
      ['actors.0', null, 'rejected'],
      ['actors.1', 'actors.0', 'machine'],
    ])
    const value = { name: 'beet farmers', country: 'KAZ', sector: ['AGR'] }
    await decide({ action: 'change', field: actors[1]?.path, value, reason: 'more exact' })
    const after = await view()
    expect(after.record.actors.map(({ name }) => name)).toEqual(['beet farmers'])
    const farmers = after.fields.find(({ field }) => field === 'actors.1')
    expect(farmers?.values.map((item) => (item.value as { name: string }).name)).toEqual(['beet farmers', 'farmers'])
  })

  it('are refused where somebody else was faster, with the newer one', async () => {
    const { revision } = await view()
    expect((await decide({ action: 'accept', field: 'date', expected: revision })).status).toBe(200)
    const late = await decide({ action: 'reject', field: 'date', reason: 'no', expected: revision })
    expect(late.status).toBe(409)
    expect(await late.json()).toMatchObject({ code: 'GS-E706', newest: { action: 'accept', field: 'date' } })
  })

  it.each([
    ['without a person', { action: 'accept', person: '' }, 400],
    ['on a field that there is not', { action: 'change', field: 'colour', value: 'red', reason: 'x' }, 400],
    ['with a value that does not fit', { action: 'change', field: 'size', value: { low: 'many' }, reason: 'x' }, 400],
  ])('are refused %s', async (_, body, status) => {
    expect((await decide(body)).status).toBe(status)
  })

  it('are refused with 400 where the body is no JSON', async () => {
    const response = await server.fetch(
      new Request(`http://localhost/api/events/${record.id}/decisions`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: '{"action": ',
      }),
    )
    expect(response.status).toBe(400)
    expect(schema.problem.parse(await response.json())).toMatchObject({ code: 'GS-E704' })
  })

  it('are refused by a server that only reads', async () => {
    const reader = createServer({ store, version: 'test', readOnly: true })
    const response = await reader.fetch(
      new Request(`http://localhost/api/events/${record.id}/decisions`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ action: 'accept', person: 'a' }),
      }),
    )
    expect(response.status).toBe(403)
  })
})

describe('uploads', () => {
  const send = (name: string, body: string, headers: Record<string, string> = {}): Promise<Response> =>
    Promise.resolve(
      server.fetch(
        new Request(`http://localhost/api/uploads?name=${encodeURIComponent(name)}`, { method: 'POST', body, headers }),
      ),
    )
  const ended = async (id: string): Promise<Job> => {
    for (;;) {
      const job = (await (await get(`/api/jobs/${id}`)).json()) as Job
      if (job.finished) return job
      await new Promise((resolve) => setTimeout(resolve, 10))
    }
  }

  it('are taken in by a job that reports on each, once a key', async () => {
    const receipt = (await (await send('../../etc/report.txt', 'words')).json()) as { id: string; name: string }
    expect(receipt.name).toBe('report.txt')
    const body = { kind: 'upload', uploads: [receipt.id], key: 'once' }
    const first = await post('/api/jobs', body)
    expect(first.status).toBe(202)
    const job = (await first.json()) as Job
    expect(((await (await post('/api/jobs', body)).json()) as Job).id).toBe(job.id)
    expect(await ended(job.id)).toMatchObject({ state: 'done', counts: { added: 1 }, records: 1 })
    expect(taken).toEqual(['report.txt'])
  })

  it('are refused above the limit before a byte is read', async () => {
    const response = await send('huge.txt', 'x', { 'content-length': String(1024 ** 3) })
    expect(response.status).toBe(413)
    expect(await response.json()).toMatchObject({ code: 'GS-E705' })
  })

  it.each([
    ['an unknown receipt', { kind: 'upload', uploads: ['nothing'] }, 404],
    ['no receipt', { kind: 'upload' }, 400],
    ['examples where there are none', { kind: 'examples' }, 404],
  ])('a job is refused for %s', async (_, body, status) => {
    expect((await post('/api/jobs', body)).status).toBe(status)
  })
})

describe('the event stream', () => {
  it('tells of decisions as they are made', async () => {
    const response = await get('/api/stream')
    const reader = (response.body as ReadableStream<Uint8Array>).getReader()
    let heard = ''
    const read = async (wanted: string): Promise<void> => {
      while (!heard.includes(wanted)) {
        const { value, done } = await reader.read()
        if (done) return
        heard += new TextDecoder().decode(value)
      }
    }
    await read('event: hello')
    await post(`/api/events/${record.id}/decisions`, { action: 'accept', person: 'b', field: 'place' })
    await read('event: version')
    expect(heard).toMatch(/id: \d+/u)
    await reader.cancel()
  })
})
