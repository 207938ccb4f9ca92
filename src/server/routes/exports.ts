import { createRoute, z } from '@hono/zod-openapi'
import { exportRows } from '../../jobs/export-rows.ts'
import { type ExportFormat, type ExportView, exportRecords } from '../../output/export.ts'
import type { Column } from '../../output/export-row.ts'
import { writeTable } from '../../output/table.ts'
import { type List, MAX_PAGE_ROWS, type Page } from '../../store/store.ts'
import type { App, Services } from '../app.ts'
import { ARTICLE_LIST_COLUMNS, LEDGER_COLUMNS } from '../list-columns.ts'
import { ProblemError } from '../problem.ts'
import { articleFilterOf, articleListQuery, filterOf, ledgerFilterOf, ledgerQuery, recordParameters } from '../query.ts'
import { problemContent } from './route.ts'

/** Files that can be asked for, each in the words of one codebook. */
export const EXPORTS: Readonly<Record<string, readonly [ExportView, ExportFormat]>> = {
  'events.csv': ['groundswell', 'csv'],
  'events.tsv': ['groundswell', 'tsv'],
  'events.jsonl': ['groundswell', 'jsonl'],
  'events.geojson': ['groundswell', 'geojson'],
  'plover.csv': ['plover', 'csv'],
  'plover.tsv': ['plover', 'tsv'],
  'acled.csv': ['acled', 'csv'],
  'cameo.tsv': ['cameo', 'tsv'],
}

const TYPES: Readonly<Record<ExportFormat, string>> = {
  csv: 'text/csv; charset=utf-8',
  tsv: 'text/tab-separated-values; charset=utf-8',
  jsonl: 'application/jsonl; charset=utf-8',
  geojson: 'application/geo+json; charset=utf-8',
}

/** `GET /api/exports/{name}`: the records that a filter gives, as a file, written while it is sent. */
export function addExportRoutes(app: App, { store }: Services): void {
  const listFile = { 200: { description: 'The file', content: { 'text/csv': {} } } }
  const articles = createRoute({
    method: 'get',
    path: '/api/exports/articles.csv',
    summary: 'The list of articles as a file',
    request: { query: articleListQuery.omit({ limit: true, cursor: true }) },
    responses: listFile,
  })
  app.openapi(articles, (c) => {
    const filter = articleFilterOf(c.req.valid('query'))
    const items = allOf((page) => store.listArticles(filter, page))
    return csvFile('articles.csv', items, ARTICLE_LIST_COLUMNS) as never
  })
  const ledger = createRoute({
    method: 'get',
    path: '/api/exports/ledger.csv',
    summary: 'What became of every input, as a file',
    request: { query: ledgerQuery.omit({ limit: true, cursor: true }) },
    responses: listFile,
  })
  app.openapi(ledger, (c) => {
    const filter = ledgerFilterOf(c.req.valid('query'))
    return csvFile(
      'ledger.csv',
      allOf((page) => store.ledger(filter, page)),
      LEDGER_COLUMNS,
    ) as never
  })
  const route = createRoute({
    method: 'get',
    path: '/api/exports/{name}',
    summary: `The matching records as a file: ${Object.keys(EXPORTS).join(', ')}`,
    request: {
      params: z.object({ name: z.string().max(40) }),
      query: z.strictObject(recordParameters),
    },
    responses: {
      200: { description: 'The file', content: { 'text/csv': {}, 'application/jsonl': {} } },
      404: { description: 'There is no such export', ...problemContent },
    },
  })
  app.openapi(route, (c) => {
    const { name } = c.req.valid('param')
    const chosen = EXPORTS[name]
    if (!chosen) throw new ProblemError(404, 'GS-E703', `${name}; there are ${Object.keys(EXPORTS).join(', ')}`)
    const [view, format] = chosen
    const rows = exportRows(store, filterOf(c.req.valid('query')), { responses: view === 'acled' })
    const { chunks } = exportRecords(rows, { view, format })
    return c.body(byteStream(chunks), 200, {
      'content-type': TYPES[format],
      'content-disposition': `attachment; filename="groundswell-${name}"`,
    }) as never
  })
}

/** All items of a list, page after page. */
async function* allOf<T>(list: (page: Page) => Promise<List<T>>): AsyncGenerator<T> {
  let cursor: string | null = null
  do {
    const page: List<T> = await list({ limit: MAX_PAGE_ROWS, ...(cursor !== null && { cursor }) })
    yield* page.items
    cursor = page.next
  } while (cursor !== null)
}

function csvFile<T>(name: string, items: AsyncIterable<T>, columns: readonly Column<T>[]): Response {
  return new Response(byteStream(writeTable(items, columns, 'csv')), {
    headers: { 'content-type': TYPES.csv, 'content-disposition': `attachment; filename="groundswell-${name}"` },
  })
}

function byteStream(chunks: AsyncIterable<string>): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder()
  const source = chunks[Symbol.asyncIterator]()
  return new ReadableStream({
    async pull(controller) {
      const { done, value } = await source.next()
      if (done) controller.close()
      else controller.enqueue(encoder.encode(value))
    },
    async cancel() {
      await source.return?.()
    },
  })
}
