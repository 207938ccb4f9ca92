import { createRoute, z } from '@hono/zod-openapi'
import { GroundswellError } from '../../base/error.ts'
import { type DecisionInput, decisionInput } from '../../review/decision.ts'
import type { StoredRecord } from '../../store/store.ts'
import type { App, Services } from '../app.ts'
import { encodeColumns } from '../columns.ts'
import { eventViewOf, linkedOf } from '../event-view.ts'
import { ProblemError } from '../problem.ts'
import {
  aggregateQuery,
  columnRowsQuery,
  columnsQuery,
  filterOf,
  gridQuery,
  pageOf,
  recordListQuery,
} from '../query.ts'
import * as schema from '../schema.ts'
import { getOneRoute, getRoute, passOn, problemContent } from './route.ts'

/** Lists, counts, columns and single events, and what people decide about them. */
export function addEventRoutes(app: App, { store, options, hub }: Services): void {
  app.openapi(
    getRoute({
      path: '/api/events',
      summary: 'Event records that match, newest first',
      query: recordListQuery,
      answer: schema.recordList,
    }),
    async (c) => {
      const query = c.req.valid('query')
      return passOn(c, store, 'listRecords', filterOf(query), pageOf(query))
    },
  )

  app.openapi(
    getRoute({
      path: '/api/aggregate',
      summary: 'Counts of matching records by one to three dimensions',
      query: aggregateQuery,
      answer: schema.aggregate,
    }),
    async (c) => {
      const query = c.req.valid('query')
      const { by, limit } = query
      return passOn(c, store, 'aggregate', { by, filter: filterOf(query), ...(limit && { limit }) })
    },
  )

  app.openapi(
    getRoute({
      path: '/api/aggregate/grid',
      summary: 'Matching records in cells of the map',
      query: gridQuery,
      answer: schema.grid,
    }),
    async (c) => {
      const query = c.req.valid('query')
      const { zoom, cell } = query
      return passOn(c, store, 'grid', { filter: filterOf(query), zoom, ...(cell && { cell }) })
    },
  )

  const columnsRoute = createRoute({
    method: 'get',
    path: '/api/columns',
    summary: 'The columnar snapshot: 20 bytes of every matching record (docs/api.md gives the layout)',
    request: { query: columnsQuery },
    responses: { 200: { description: 'The snapshot', content: { 'application/octet-stream': {} } } },
  })
  app.openapi(columnsRoute, async (c) => {
    const columns = await store.columns(filterOf(c.req.valid('query')))
    return c.body(encodeColumns(columns), 200, { 'content-type': 'application/octet-stream' }) as never
  })

  app.openapi(
    getRoute({
      path: '/api/columns/rows',
      summary: 'The records at rows of the snapshot, while the data set is at the version the snapshot names',
      query: columnRowsQuery,
      answer: schema.rowItems,
    }),
    async (c) => {
      const query = c.req.valid('query')
      const version = await store.version()
      if (version !== query.version)
        throw new ProblemError(409, 'GS-E712', `version ${version}, not ${query.version}`, { version })
      return c.json({ items: await store.columnRows(filterOf(query), query.rows), version } as never)
    },
  )

  app.openapi(
    getOneRoute({ path: '/api/events/{id}', summary: 'One event record, field by field', answer: schema.eventView }),
    async (c) => c.json((await view(c.req.valid('param').id)) as never),
  )

  app.openapi(
    getOneRoute({
      path: '/api/events/{id}/history',
      summary: 'All decisions on a record, oldest first, undone ones too',
      answer: schema.history,
    }),
    async (c) => {
      const { id } = c.req.valid('param')
      if (!(await store.record(id))) throw new ProblemError(404, 'GS-E703', id)
      const items = await store.history(id)
      return c.json({ items, total: items.length } as never)
    },
  )

  const decideRoute = createRoute({
    method: 'post',
    path: '/api/events/{id}/decisions',
    summary: 'Accept, reject, change or undo; kept apart from what the machine coded',
    request: {
      params: z.object({ id: z.string().max(200) }),
      body: { required: true, content: { 'application/json': { schema: decisionInput } } },
    },
    responses: {
      200: {
        description: 'The record as it now stands',
        content: { 'application/json': { schema: schema.eventView } },
      },
      409: { description: 'Somebody has decided since', ...problemContent },
    },
  })
  app.openapi(decideRoute, async (c) => {
    if (options.readOnly) throw new ProblemError(403, 'GS-E709')
    const { id } = c.req.valid('param')
    const input = c.req.valid('json')
    if (!(await store.record(id))) throw new ProblemError(404, 'GS-E703', id)
    const stored = await decide(id, input as DecisionInput)
    hub.publish('version', { version: await store.version(), record: id })
    return c.json((await viewOf(stored)) as never)
  })

  /** Decides; where the record has moved on since the person saw it, the problem carries the newest decision. */
  async function decide(id: string, input: DecisionInput): Promise<StoredRecord> {
    try {
      return await store.decide(id, input)
    } catch (error) {
      if (!(error instanceof GroundswellError) || error.code !== 'GS-E508') throw error
      const decisions = await store.history(id)
      throw new ProblemError(409, 'GS-E706', error.detail, {
        newest: decisions.at(-1) ?? null,
        revision: decisions.length,
      })
    }
  }

  async function view(id: string) {
    const stored = await store.record(id)
    if (!stored) throw new ProblemError(404, 'GS-E703', id)
    return viewOf(stored)
  }

  async function viewOf(stored: StoredRecord) {
    const [article, linked, version] = await Promise.all([
      store.article(stored.article.id),
      linkedOf(stored, store),
      store.version(),
    ])
    return eventViewOf(stored, article?.article.text ?? '', linked, version)
  }
}
