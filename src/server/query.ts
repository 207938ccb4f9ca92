import { z } from '@hono/zod-openapi'
import { isPlainDate } from '../base/plain-date.ts'
import { CERTAINTIES, EVENT_TYPES } from '../coding/event-record.ts'
import { REVIEW_STATUSES } from '../review/decision.ts'
import {
  type ArticleFilter,
  type CoverageQuery,
  type DateRange,
  DIMENSIONS,
  type LedgerFilter,
  MAX_GROUPS,
  MAX_PAGE_ROWS,
  type Page,
  RECORD_SORTS,
  type RecordFilter,
} from '../store/store.ts'

/** Values that one parameter may be given at most. */
const MAX_VALUES = 300
/** Longest text of one parameter. */
const MAX_CHARACTERS = 500

const words = z.string().trim().min(1).max(MAX_CHARACTERS)
const code = z.string().regex(/^[\w-]{1,60}$/u)
const country = z.string().regex(/^[A-Z]{3}$/u, 'an ISO 3166-1 alpha-3 code such as KAZ')
const day = z.string().refine(isPlainDate, 'a day as YYYY-MM-DD')
const truth = z.enum(['true', 'false']).transform((value) => value === 'true')
const box = z
  .string()
  .regex(/^-?\d+(?:\.\d+)?(?:,-?\d+(?:\.\d+)?){3}$/u, 'west,south,east,north in degrees')
  .transform((value) => value.split(',').map(Number) as [number, number, number, number])
  .refine(([w, s, e, n]) => Math.abs(w) <= 180 && Math.abs(e) <= 180 && s <= n && s >= -90 && n <= 90, 'degrees')

/** A parameter that may stand several times. */
function several<T extends z.ZodType>(item: T) {
  return z
    .preprocess(
      (value) => (value === undefined || Array.isArray(value) ? value : [value]),
      z.array(item).max(MAX_VALUES).optional(),
    )
    .openapi({ type: 'array', items: { type: 'string' } })
}

/** Parameters that choose records; repeated ones are alternatives. */
export const recordParameters = {
  type: several(z.enum(EVENT_TYPES)),
  mode: several(code),
  form: several(code),
  context: several(code),
  quad: several(z.string().regex(/^[a-z ]{1,40}$/u)),
  country: several(country),
  admin1: several(words),
  from: day.optional(),
  to: day.optional(),
  box: box.optional().openapi({ type: 'string', example: '46,40,88,56' }),
  text: words.optional(),
  actor: words.optional(),
  actorCountry: several(country),
  sector: several(code),
  issue: several(code),
  certainty: several(z.enum(CERTAINTIES)),
  background: truth.optional().openapi({ type: 'string', enum: ['true', 'false'] }),
  minConfidence: z.coerce.number().min(0).max(1).optional(),
  status: several(z.enum(REVIEW_STATUSES)),
  publisher: several(words),
  language: several(code),
  article: code.optional(),
  publishedFrom: day.optional(),
  publishedTo: day.optional(),
  superseded: truth.optional().openapi({ type: 'string', enum: ['true', 'false'] }),
}
const recordQuery = z.strictObject(recordParameters)

/** Parameters of a page. */
export const pageParameters = {
  limit: z.coerce.number().int().min(1).max(MAX_PAGE_ROWS).optional(),
  cursor: z.string().max(1_000).optional(),
}

export const recordListQuery = z.strictObject({
  ...recordParameters,
  ...pageParameters,
  sort: z.enum(RECORD_SORTS).optional(),
})
export const columnsQuery = recordQuery
export const columnRowsQuery = z.strictObject({
  ...recordParameters,
  version: z.coerce.number().int().nonnegative(),
  rows: z
    .string()
    .max(6_000)
    .regex(/^\d+(?:,\d+)*$/u, 'row numbers joined by commas')
    .transform((value) => value.split(',').map(Number))
    .refine((rows) => rows.length <= MAX_PAGE_ROWS, `at most ${MAX_PAGE_ROWS} rows`)
    .openapi({ type: 'string', example: '0,1,2' }),
})
export const aggregateQuery = z.strictObject({
  ...recordParameters,
  by: z
    .preprocess((value) => (Array.isArray(value) ? value : [value]), z.array(z.enum(DIMENSIONS)).min(1).max(3))
    .openapi({ type: 'array', items: { type: 'string', enum: [...DIMENSIONS] } }),
  limit: z.coerce.number().int().min(1).max(MAX_GROUPS).optional(),
})
export const gridQuery = z.strictObject({
  ...recordParameters,
  zoom: z.coerce.number().min(0).max(18),
  cell: z.coerce.number().min(8).max(512).optional(),
})
export const articleListQuery = z.strictObject({
  text: words.optional(),
  publisher: several(words),
  language: several(code),
  publishedFrom: day.optional(),
  publishedTo: day.optional(),
  run: z.string().max(100).optional(),
  hasRecords: truth.optional().openapi({ type: 'string', enum: ['true', 'false'] }),
  ...pageParameters,
})
export const searchQuery = z.strictObject({
  q: words,
  language: several(code),
  publishedFrom: day.optional(),
  publishedTo: day.optional(),
  ...pageParameters,
})
export const coverageQuery = z.strictObject({
  grain: z.enum(['day', 'week', 'month', 'year']).default('month'),
  publisher: several(words),
  language: several(code),
  publishedFrom: day.optional(),
  publishedTo: day.optional(),
})
export const changesQuery = z.strictObject({
  since: z.coerce.number().int().nonnegative(),
  limit: z.coerce.number().int().min(1).max(MAX_PAGE_ROWS).optional(),
})
export const ledgerQuery = z.strictObject({
  run: z.string().max(100).optional(),
  status: several(z.enum(['added', 'known', 'recoded', 'failed', 'skipped'])),
  input: z.string().max(MAX_CHARACTERS).optional(),
  ...pageParameters,
})
/** The Store's ledger filter that the parameters ask for. */
export function ledgerFilterOf(query: Pick<z.infer<typeof ledgerQuery>, 'run' | 'status' | 'input'>): LedgerFilter {
  const { run, status, input } = query
  return given<LedgerFilter>({ run, status, input } as never)
}
export const pageQuery = z.strictObject(pageParameters)

/** An object without the members that are undefined, as the Store's exact optional members ask for. */
function given<T extends object>(value: { [K in keyof T]: T[K] | undefined }): T {
  return Object.fromEntries(Object.entries(value).filter(([, member]) => member !== undefined)) as T
}

function range(from: string | undefined, to: string | undefined): DateRange | undefined {
  return from === undefined && to === undefined ? undefined : given<DateRange>({ from, to } as never)
}

/** The Store's filter that the parameters ask for. */
export function filterOf(
  query: z.infer<typeof recordQuery> & { sort?: RecordFilter['sort'] | undefined },
): RecordFilter {
  const { from, to, publishedFrom, publishedTo, ...rest } = query
  const names = Object.keys(recordParameters)
  const plain = Object.fromEntries(Object.entries(rest).filter(([name]) => names.includes(name) || name === 'sort'))
  return given<RecordFilter>({
    ...plain,
    date: range(from, to),
    published: range(publishedFrom, publishedTo),
  } as never)
}

/** The Store's page that the parameters ask for. */
export function pageOf(query: { limit?: number | undefined; cursor?: string | undefined }): Page {
  return given<Page>({ limit: query.limit, cursor: query.cursor } as never)
}

/** The Store's article filter that the parameters ask for. */
export function articleFilterOf(query: Omit<z.infer<typeof articleListQuery>, 'limit' | 'cursor'>): ArticleFilter {
  const { text, publisher, language, run, hasRecords } = query
  const published = range(query.publishedFrom, query.publishedTo)
  return given<ArticleFilter>({ text, publisher, language, run, hasRecords, published } as never)
}

/** The Store's coverage query that the parameters ask for. */
export function coverageOf(query: z.infer<typeof coverageQuery>): CoverageQuery {
  const { grain, publisher, language } = query
  const published = range(query.publishedFrom, query.publishedTo)
  return given<CoverageQuery>({ grain, publisher, language, published } as never)
}

/** The Store's publication range that the parameters ask for. */
export function publishedOf(query: { publishedFrom?: string | undefined; publishedTo?: string | undefined }): {
  published?: DateRange
} {
  const published = range(query.publishedFrom, query.publishedTo)
  return published ? { published } : {}
}
