import { createRoute, z } from '@hono/zod-openapi'
import type { App, Services } from '../app.ts'
import { MAX_UPLOAD_FILES } from '../options.ts'
import { ProblemError } from '../problem.ts'
import * as schema from '../schema.ts'
import { createUploads } from '../uploads.ts'
import { getOneRoute, getRoute, problemContent } from './route.ts'

const jobInput = z
  .strictObject({
    kind: z.enum(['upload', 'examples']),
    /** Receipts of `POST /api/uploads`; each can be taken in once. */
    uploads: z.array(z.string().max(100)).max(MAX_UPLOAD_FILES).optional(),
    /** Sent again with the same key, a job is started once. */
    key: z.string().max(200).optional(),
  })
  .openapi('JobInput')

/** Uploads and imports. */
export function addIngestRoutes(app: App, { options, jobs }: Services): void {
  const uploads = options.uploads === undefined ? null : createUploads(options.uploads)
  const mayAdd = (): void => {
    if (options.readOnly || !options.ingest) throw new ProblemError(403, 'GS-E709')
  }

  const uploadRoute = createRoute({
    method: 'post',
    path: '/api/uploads',
    summary: 'One file, its bytes as the body of the request; then name the receipt in a job',
    request: {
      query: z.strictObject({ name: z.string().min(1).max(1_000) }),
      body: { content: { 'application/octet-stream': { schema: z.any() } } },
    },
    responses: {
      201: { description: 'Kept', content: { 'application/json': { schema: schema.uploadReceipt } } },
      413: { description: 'Larger than the limit', ...problemContent },
    },
  })
  app.openapi(uploadRoute, async (c) => {
    mayAdd()
    if (!uploads) throw new ProblemError(403, 'GS-E709')
    const declared = Number(c.req.header('content-length') ?? Number.NaN)
    const body = c.req.raw.body as ReadableStream<Uint8Array> | null
    const { name } = c.req.valid('query')
    return c.json(await uploads.receive(name, Number.isFinite(declared) ? declared : null, body), 201)
  })

  const startRoute = createRoute({
    method: 'post',
    path: '/api/jobs',
    summary: 'Starts an import of uploads or of the bundled examples',
    request: { body: { required: true, content: { 'application/json': { schema: jobInput } } } },
    responses: { 202: { description: 'Started', content: { 'application/json': { schema: schema.job } } } },
  })
  app.openapi(startRoute, (c) => {
    mayAdd()
    const { kind, uploads: ids = [], key = null } = c.req.valid('json')
    if (kind === 'examples') {
      const examples = options.ingest?.examples
      if (!examples) throw new ProblemError(404, 'GS-E703', 'examples')
      return c.json(jobs.start({ kind, names: ['examples'], files: examples, key, temporary: false }), 202)
    }
    const again = key === null ? null : jobs.withKey(key)
    if (again) return c.json(again, 202)
    if (!uploads || ids.length === 0) throw new ProblemError(400, 'GS-E704', 'uploads: name at least one receipt')
    const files = uploads.take(ids)
    const names = files.map((file) => file.name)
    return c.json(jobs.start({ kind, names, files: async () => files, key, temporary: true }), 202)
  })

  app.openapi(
    getRoute({
      path: '/api/jobs',
      summary: 'Imports of this server since it started, latest first',
      query: z.strictObject({}),
      answer: schema.jobList,
    }),
    (c) => c.json({ items: jobs.list() }, 200),
  )

  app.openapi(
    getOneRoute({ path: '/api/jobs/{id}', summary: 'One import with its report per article', answer: schema.job }),
    (c) => {
      const job = jobs.get(c.req.valid('param').id)
      if (!job) throw new ProblemError(404, 'GS-E703', c.req.valid('param').id)
      return c.json(job, 200)
    },
  )
}
