import { randomBytes } from 'node:crypto'
import { OpenAPIHono, type z } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { HTTPException } from 'hono/http-exception'
import { type ErrorCode, GroundswellError } from '../base/error.ts'
import type { Store } from '../store/store.ts'
import { Answers } from './answers.ts'
import { createGuard, SECURITY_HEADERS } from './guard.ts'
import { createHub, type Hub } from './hub.ts'
import { createJobs, type Jobs } from './jobs.ts'
import type { ServerOptions } from './options.ts'
import { ProblemError, type ProblemStatus, problemResponse } from './problem.ts'
import { addArticleRoutes } from './routes/articles.ts'
import { addEventRoutes } from './routes/events.ts'
import { addExportRoutes } from './routes/exports.ts'
import { addIngestRoutes } from './routes/ingest.ts'
import { addOverviewRoutes } from './routes/overview.ts'
import { addStreamRoute } from './routes/stream.ts'
import { createStaticFiles } from './static-files.ts'

/** What the routes work with. */
export interface Services {
  readonly store: Store
  readonly options: ServerOptions
  readonly hub: Hub
  readonly jobs: Jobs
}

export type App = OpenAPIHono<AppEnv>

/** What a handler leaves for those around it. */
interface AppEnv {
  Variables: {
    /** The bytes of an answer that is a function of the data's version and the address: worth keeping. */
    answer?: Uint8Array<ArrayBuffer>
  }
}

/** A server without a port: `fetch` answers requests, `close` ends what it holds open (not the store). */
export interface Server {
  readonly app: App
  readonly fetch: (request: Request) => Response | Promise<Response>
  readonly close: () => Promise<void>
}

/** Paths whose answers are a function of the data set's version and of the URL. Imports that add nothing leave it as it is. */
const VERSIONED = /^\/api\/(?!jobs|stream|uploads|info|runs|ledger)/u
/** RFC 9211: the answer had been given before. */
const KEPT = 'groundswell; hit'

/** Makes the server: the API under `/api`, its description at `/openapi.json`, the built pages everywhere else. */
export function createServer(options: ServerOptions): Server {
  const hub = createHub(options.store)
  const services: Services = { store: options.store, options, hub, jobs: createJobs(options, hub) }
  // Versions count from nothing in each workspace, so a tag also names the run of the server.
  const run = randomBytes(6).toString('base64url')
  const guard = createGuard(options.allowedHosts ? { allowedHosts: options.allowedHosts } : {})
  const pages = options.pages === undefined ? null : createStaticFiles(options.pages)

  const answers = new Answers()
  const app = new OpenAPIHono<AppEnv>({
    defaultHook: (result) => {
      if (result.success) return
      throw badParameters(result.error.issues)
    },
  })
  app.onError((error, c) => answerError(error, c, options))
  app.use('*', async (c, next) => {
    guard.check(c.req.raw)
    await next()
    for (const [name, value] of Object.entries(SECURITY_HEADERS)) c.res.headers.set(name, value)
  })
  app.use('/api/*', async (c, next) => {
    if (c.req.method !== 'GET' || !VERSIONED.test(c.req.path)) {
      await next()
      c.res.headers.set('cache-control', 'no-store')
      return
    }
    const version = await options.store.version()
    const etag = `W/"${run}-${version}"`
    const headers = { etag, 'cache-control': 'no-cache' }
    if (c.req.header('if-none-match') === etag) {
      c.res = new Response(null, { status: 304, headers })
      return
    }
    const name = c.req.url.slice(c.req.url.indexOf('/', 'https://'.length))
    const found = answers.find(version, name)
    // Nothing may come between not finding an answer and saying that one is being given.
    const known = found instanceof Promise ? await found : found
    if (known) {
      const kept = { ...headers, 'content-type': 'application/json', 'cache-status': KEPT }
      c.res = new Response(known, { headers: kept })
      return
    }
    const done = answers.begin(version, name)
    try {
      await next()
    } finally {
      done(c.res.status === 200 ? (c.get('answer') ?? null) : null)
    }
    if (c.res.status === 200) for (const [name, value] of Object.entries(headers)) c.res.headers.set(name, value)
  })

  // What scans the records waits for the store's threads: on this one it would hold up everybody.
  for (const path of ['/api/columns', '/api/columns/*', '/api/aggregate', '/api/aggregate/*'])
    app.use(path, async (_c, next) => {
      await threadsOf(options.store)
      await next()
    })
  addOverviewRoutes(app, services)
  addEventRoutes(app, services)
  addArticleRoutes(app, services)
  addExportRoutes(app, services)
  addIngestRoutes(app, services)
  addStreamRoute(app, services)
  app.doc31('/openapi.json', {
    openapi: '3.1.0',
    info: {
      title: 'Groundswell',
      version: options.version,
      description: 'Political events coded from news reports, each value with the words it stands on.',
      license: { name: 'Apache-2.0' },
    },
  })

  app.notFound((c) => {
    if (c.req.path.startsWith('/api/'))
      return problemResponse(new ProblemError(404, 'GS-E713', `${c.req.method} ${c.req.path}`))
    if (c.req.method !== 'GET' && c.req.method !== 'HEAD')
      return problemResponse(new ProblemError(405, 'GS-E704', c.req.method))
    const page = pages?.answer(c.req.raw, decodePath(c.req.path))
    if (page) return page
    return problemResponse(pages?.built ? new ProblemError(404, 'GS-E703') : new ProblemError(503, 'GS-E708'))
  })

  return {
    app,
    fetch: (request) => app.fetch(request),
    close: async () => {
      await services.jobs.close()
      hub.close()
    },
  }
}

/** Resolves when the threads of a store that has some are up, or have failed and left the work to this one. */
export function threadsOf(store: Store & { readonly ready?: Promise<void> }): Promise<void> {
  return store.ready?.catch(() => undefined) ?? Promise.resolve()
}

function decodePath(path: string): string {
  try {
    return decodeURIComponent(path)
  } catch {
    return path
  }
}

/** Which fields of a request are wrong, in a shape that a form can show. */
export function badParameters(issues: readonly z.core.$ZodIssue[]): ProblemError {
  const errors = issues.map((issue) => ({
    field: issue.path.join('.') || (issue.code === 'unrecognized_keys' ? issue.keys.join(', ') : ''),
    message: issue.message,
  }))
  return new ProblemError(400, 'GS-E704', errors.map((e) => `${e.field}: ${e.message}`).join('; '), { errors })
}

function answerError(error: unknown, c: Context, options: ServerOptions): Response {
  const response = problemResponse(translate(error))
  for (const [name, value] of Object.entries(SECURITY_HEADERS)) response.headers.set(name, value)
  if (response.status >= 500)
    options.log?.(`${c.req.method} ${c.req.path}: ${error instanceof Error ? (error.stack ?? error.message) : error}`)
  return response
}

/** Errors of the store that a client caused, with the status that says so. */
const CLIENT_ERRORS: Readonly<Partial<Record<ErrorCode, ProblemStatus>>> = {
  'GS-E504': 503,
  'GS-E508': 409,
  'GS-E509': 400,
  'GS-E512': 404,
  'GS-E513': 400,
  'GS-E514': 400,
}

function translate(error: unknown): unknown {
  // The framework's own refusals, such as a body that is no JSON.
  if (error instanceof HTTPException && error.status < 500) return new ProblemError(400, 'GS-E704', error.message)
  if (!(error instanceof GroundswellError)) return error
  const status = CLIENT_ERRORS[error.code]
  if (status !== undefined) return new ProblemError(status, error.code, error.detail)
  return error
}
