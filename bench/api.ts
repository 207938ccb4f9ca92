import { fork } from 'node:child_process'
import { existsSync, mkdirSync } from 'node:fs'
import { Agent, request } from 'node:http'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { seededRandom } from '../src/base/random.ts'
import { SqliteStore } from '../src/store/sqlite/sqlite-store.ts'
import { fillSynthetic } from '../test/e2e/workspace.ts'

/**
 * Load test of the API: `node bench/api.ts [--records 300000] [--readers 50] [--requests 4000] [--fresh] [--folder DIR]
 * [--json]`.
 * Fills a workspace with SYNTHETIC records once (kept in the folder), serves it in a process of its own as
 * `groundswell serve` does, and asks it from many connections at once for lists, counts and map cells under changing
 * filters. Prints the latency of each kind and the time of a cold start. With `--fresh` no question is asked twice, so
 * that no answer can come from what the server remembers.
 */
const { values } = parseArgs({
  options: {
    records: { type: 'string', default: '300000' },
    readers: { type: 'string', default: '50' },
    requests: { type: 'string', default: '4000' },
    fresh: { type: 'boolean', default: false },
    folder: { type: 'string', default: join(import.meta.dirname, 'out') },
    json: { type: 'boolean', default: false },
  },
})
const records = Number(values.records)
const readers = Number(values.readers)
const wanted = Number(values.requests)

mkdirSync(values.folder, { recursive: true })
const file = join(values.folder, `synthetic-${records}.db`)
if (!existsSync(file)) {
  const started = performance.now()
  const store = new SqliteStore(file)
  await fillSynthetic(store, records)
  await store.tidy()
  await store.close()
  tell(`filled ${records} synthetic records in ${((performance.now() - started) / 1000).toFixed(1)} s`)
}

const started = performance.now()
const child = fork(join(import.meta.dirname, 'api-server.ts'), [file], {
  stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
})
const port = await new Promise<number>((resolve, reject) => {
  child.once('message', (message) => resolve((message as { port: number }).port))
  child.once('exit', (code) => reject(new Error(`the server ended with ${code}`)))
})
const agent = new Agent({ keepAlive: true, maxSockets: readers })
await ask('/api/events?limit=50')
const coldStart = performance.now() - started
// Both reading threads hold their columns from here on: what follows is the steady state.
for (const path of ['/api/aggregate?by=type&', '/api/aggregate?by=month&', '/api/events?type=PROTEST&'])
  await Promise.all(Array.from({ length: 8 }, (_, i) => ask(`${path}limit=${i + 1}`)))
const warm = performance.now() - started

const random = seededRandom(11)
const pick = <T>(items: readonly T[]): T => items[random.below(items.length)] as T
const TYPES = ['PROTEST', 'COERCE', 'ASSAULT', 'CONCEDE', 'CONSULT', 'ACCUSE', 'REQUEST']
const COUNTRIES = ['KAZ', 'KGZ', 'UZB', 'TJK', 'GEO', 'RUS', 'NGA', 'CHL', 'FRA', 'IND']

let asked = 0

/** A filter as people set them: mostly one or two conditions. */
function filter(): URLSearchParams {
  const query = new URLSearchParams()
  if (random.unit() < 0.5) query.append('type', pick(TYPES))
  if (random.unit() < 0.5) query.append('country', pick(COUNTRIES))
  if (random.unit() < 0.4) {
    const year = 2015 + random.below(9)
    query.append('from', `${year}-0${1 + random.below(9)}-01`)
    query.append('to', `${year + 1}-0${1 + random.below(9)}-01`)
  }
  if (random.unit() < 0.3) query.append('background', 'false')
  // Below the confidence of any record: shows the same, but is another question each time.
  if (values.fresh) query.append('minConfidence', (++asked / 1e9).toFixed(9))
  return query
}

const KINDS: Readonly<Record<string, () => string>> = {
  list: () => `/api/events?${filter()}&limit=50`,
  aggregate: () => `/api/aggregate?${filter()}&by=${pick(['month', 'country', 'type', 'year'])}`,
  grid: () => `/api/aggregate/grid?${filter()}&zoom=${2 + random.below(4)}`,
}
/** Lists are what people look at most. */
const MIX = ['list', 'list', 'aggregate', 'grid'] as const

const usedBefore = await usage()
const times = new Map<string, number[]>(Object.keys(KINDS).map((kind) => [kind, []]))
let sent = 0
let failed = 0
let kept = 0
const from = performance.now()
await Promise.all(
  Array.from({ length: readers }, async () => {
    while (sent < wanted) {
      sent++
      const kind = pick(MIX)
      const path = KINDS[kind]?.() as string
      const at = performance.now()
      const answer = await ask(path).catch(() => null)
      if (answer?.status === 200) times.get(kind)?.push(performance.now() - at)
      else failed++
      if (answer?.kept) kept++
    }
  }),
)
const seconds = (performance.now() - from) / 1000
const used = (await usage()) - usedBefore
child.send('end')

const figures = {
  records,
  readers,
  requests: sent,
  failed,
  /** Share of answers that the server had kept from an earlier question. */
  kept: Math.round((kept / sent) * 100) / 100,
  perSecond: Math.round(sent / seconds),
  /** Processor time of the server, all threads: unlike latency it does not depend on what else the machine does. */
  cpuMsPerRequest: Math.round((used / sent) * 100) / 100,
  coldStartMs: Math.round(coldStart),
  warmMs: Math.round(warm),
  ...Object.fromEntries([...times].map(([kind, list]) => [kind, quantiles(list)])),
  all: quantiles([...times.values()].flat()),
}
if (values.json) console.log(JSON.stringify(figures))
else {
  console.log(
    `${records} records, ${readers} readers, ${sent} requests, ${failed} failed, ${figures.perSecond} a second`,
  )
  console.log(
    `processor time of the server: ${figures.cpuMsPerRequest} ms a request; ${Math.round(figures.kept * 100)} % of the answers had been given before`,
  )
  console.log(`cold start to the first answer: ${figures.coldStartMs} ms; counts in memory after ${figures.warmMs} ms`)
  for (const kind of [...Object.keys(KINDS), 'all'])
    console.log(`${kind.padEnd(10)} ${JSON.stringify((figures as Record<string, unknown>)[kind])}`)
}
process.exit(failed > 0 ? 1 : 0)

function quantiles(list: readonly number[]): { n: number; p50: number; p95: number; p99: number; max: number } {
  const sorted = [...list].sort((a, b) => a - b)
  const at = (share: number): number =>
    Math.round((sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0) * 10) / 10
  return { n: sorted.length, p50: at(0.5), p95: at(0.95), p99: at(0.99), max: at(1) }
}

/** Processor time that the server has used so far, in milliseconds. */
function usage(): Promise<number> {
  return new Promise((resolve) => {
    child.once('message', (message) => {
      const { user, system } = (message as { usage: NodeJS.CpuUsage }).usage
      resolve((user + system) / 1000)
    })
    child.send('usage')
  })
}

/** Asks, reads the whole answer, and tells its status and whether the server had kept it from an earlier question. */
function ask(path: string): Promise<{ status: number; kept: boolean }> {
  return new Promise((resolve, reject) => {
    const sending = request({ host: '127.0.0.1', port, path, agent }, (response) => {
      response.resume()
      const kept = response.headers['cache-status'] !== undefined
      response.on('end', () => resolve({ status: response.statusCode ?? 0, kept }))
      response.on('error', reject)
    })
    sending.on('error', reject)
    sending.end()
  })
}

function tell(line: string): void {
  if (!values.json) console.log(line)
}
