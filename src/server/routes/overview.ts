import { z } from '@hono/zod-openapi'
import { EVENT_TYPES } from '../../coding/event-record.ts'
import type { App, Services } from '../app.ts'
import { codebook, codebookView, triggersOf, triggersView } from '../codebook-view.ts'
import { MAX_COLUMN_ROWS, MAX_UPLOAD_BYTES, MAX_UPLOAD_FILES } from '../options.ts'
import { changesQuery, coverageOf, coverageQuery, ledgerFilterOf, ledgerQuery, pageOf, pageQuery } from '../query.ts'
import * as schema from '../schema.ts'
import { getRoute, passOn } from './route.ts'

/** What the workspace holds, what was collected when, what changed, and the codebook. */
export function addOverviewRoutes(app: App, { store, options }: Services): void {
  app.openapi(
    getRoute({
      path: '/api/info',
      summary: 'Counts, limits and what this server allows',
      query: z.strictObject({}),
      answer: schema.info,
    }),
    async (c) =>
      c.json({
        name: options.name ?? 'workspace',
        product: options.version,
        canAdd: options.ingest !== undefined && !options.readOnly,
        canDecide: !options.readOnly,
        hasExamples: options.ingest?.examples !== undefined && !options.readOnly,
        limits: { fileBytes: MAX_UPLOAD_BYTES, files: MAX_UPLOAD_FILES, columnRows: MAX_COLUMN_ROWS },
        store: await store.info(),
      } as never),
  )

  app.openapi(
    getRoute({
      path: '/api/coverage',
      summary: 'Articles collected per period and publisher: the denominator. Periods without any are absent, not zero',
      query: coverageQuery,
      answer: schema.coverage,
    }),
    async (c) => passOn(c, store, 'coverage', coverageOf(c.req.valid('query'))),
  )

  app.openapi(
    getRoute({
      path: '/api/changes',
      summary: 'What changed since a version, with what was superseded',
      query: changesQuery,
      answer: schema.changes,
    }),
    async (c) => {
      const { since, limit } = c.req.valid('query')
      return c.json((await store.changedSince(since, limit)) as never)
    },
  )

  app.openapi(
    getRoute({ path: '/api/runs', summary: 'Imports, newest first', query: pageQuery, answer: schema.runList }),
    async (c) => c.json((await store.runs(pageOf(c.req.valid('query')))) as never),
  )

  app.openapi(
    getRoute({
      path: '/api/ledger',
      summary: 'What became of every input of every import, failures and exclusions with their reasons',
      query: ledgerQuery,
      answer: schema.ledgerList,
    }),
    async (c) => {
      const query = c.req.valid('query')
      return c.json((await store.ledger(ledgerFilterOf(query), pageOf(query))) as never)
    },
  )

  app.openapi(
    getRoute({
      path: '/api/codebook',
      summary: 'Types, modes, scores, forms, contexts, sectors, topics, and their CAMEO and ACLED-like names',
      query: z.strictObject({}),
      answer: codebookView,
    }),
    (c) => c.json(codebook(), 200),
  )

  app.openapi(
    getRoute({
      path: '/api/codebook/triggers',
      summary: 'The words that may report an event of a type, by language',
      query: z.strictObject({ type: z.enum(EVENT_TYPES) }),
      answer: triggersView,
    }),
    (c) => c.json(triggersOf(c.req.valid('query').type), 200),
  )
}
