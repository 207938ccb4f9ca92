import { z } from '@hono/zod-openapi'
import { eventRecord } from '../coding/event-record.ts'
import { mentions } from '../mention/mention.ts'
import { DECISION_ACTIONS, REVIEW_STATUSES } from '../review/decision.ts'

/** The shapes of the API's answers. `/openapi.json` is made from them, and the types of the pages from that. */

const stamp = z.string()
const counts = z.record(z.string(), z.number())

export const publication = z
  .object({ from: z.string(), to: z.string().nullable(), basis: z.string(), quote: z.string().optional() })
  .openapi('Publication')

export const articleItem = z
  .object({
    id: z.string(),
    externalId: z.string().nullable(),
    title: z.string().nullable(),
    author: z.string().nullable(),
    publisher: z.string().nullable(),
    url: z.string().nullable(),
    published: publication.nullable(),
    language: z.string(),
    file: z.string().nullable(),
    mediaType: z.string(),
    sha256: z.string(),
    characters: z.number(),
    captured: stamp,
    records: z.number(),
  })
  .openapi('ArticleItem')

// Made anew: a schema has `openapi` only if it is made after that module was loaded, and others load ours before.
export const record = z.object(eventRecord.shape).openapi('EventRecord')

export const recordItem = z
  .object({
    record,
    status: z.enum(REVIEW_STATUSES),
    revision: z.number(),
    article: articleItem,
    passage: z.object({ start: z.number(), text: z.string() }),
  })
  .openapi('RecordItem')

/** Every list has this shape: what there is, what was left out and why, and of which state it speaks. */
function listOf<T extends z.ZodType>(item: T, name: string) {
  return z
    .object({
      items: z.array(item),
      total: z.number(),
      all: z.number(),
      excluded: counts,
      version: z.number(),
      next: z.string().nullable(),
    })
    .openapi(name)
}

export const recordList = listOf(recordItem, 'RecordList')
export const articleList = listOf(articleItem, 'ArticleList')
export const rowItems = z.object({ items: z.array(recordItem), version: z.number() }).openapi('RowItems')

export const searchHit = articleItem
  .extend({
    score: z.number(),
    snippet: z.object({
      text: z.string(),
      start: z.number(),
      marks: z.array(z.tuple([z.number(), z.number()])),
    }),
  })
  .openapi('SearchHit')
export const searchList = listOf(searchHit, 'SearchList')

export const decision = z
  .object({
    id: z.string(),
    recordKey: z.string(),
    action: z.enum(DECISION_ACTIONS),
    field: z.string().nullable(),
    value: z.unknown(),
    reason: z.string().nullable(),
    person: z.string(),
    undoes: z.string().nullable(),
    at: stamp,
    revision: z.number(),
  })
  .openapi('Decision')

/** The characters that carry a value, with some of what stands around them. */
export const evidence = z
  .object({
    article: z.string(),
    start: z.number(),
    end: z.number(),
    quote: z.string(),
    before: z.string(),
    after: z.string(),
  })
  .openapi('Evidence')

export const fieldValue = z
  .object({
    value: z.unknown(),
    basis: z.string(),
    by: z.enum(['machine', 'person']),
    claimant: z.string().nullable(),
    person: z.string().nullable(),
    decision: z.string().nullable(),
    evidence: z.array(evidence),
  })
  .openapi('FieldValue')

export const FIELD_KINDS = [
  'type',
  'codes',
  'actor',
  'issue',
  'place',
  'date',
  'quantity',
  'authorisation',
  'certainty',
  'polarity',
  'flag',
  'speaker',
] as const

export const field = z
  .object({
    /** Name of the field, such as `actors.0`: the same while people decide on it. */
    field: z.string(),
    /** Path that a decision gives; null where a person has taken the element out of its list. */
    path: z.string().nullable(),
    kind: z.enum(FIELD_KINDS),
    /** The value that is shown first, then the rivals. */
    values: z.array(fieldValue),
    /** Which rule chose the first value. */
    chosen: z.enum(['only', 'person', 'coded', 'none']),
    status: z.enum(REVIEW_STATUSES),
    decisions: z.array(decision),
  })
  .openapi('Field')

export const linkedEvent = z
  .object({
    kind: z.string(),
    direction: z.enum(['to', 'from']),
    id: z.string(),
    type: z.string().nullable(),
    trigger: z.string().nullable(),
    evidence: evidence.nullable(),
  })
  .openapi('LinkedEvent')

export const eventView = z
  .object({
    id: z.string(),
    key: z.string(),
    record,
    machine: record,
    status: z.enum(REVIEW_STATUSES),
    revision: z.number(),
    current: z.boolean(),
    article: articleItem,
    fields: z.array(field),
    decisions: z.array(decision),
    linked: z.array(linkedEvent),
    otherVersions: z.array(z.string()),
    passage: z.object({ start: z.number(), text: z.string() }),
    version: z.number(),
  })
  .openapi('EventView')

export const articleView = z
  .object({
    item: articleItem,
    text: z.string(),
    titleSpan: z.object({ start: z.number(), end: z.number() }).nullable(),
    excluded: z.array(z.object({ text: z.string(), reason: z.string() })),
    warnings: z.array(z.string()),
    events: z.array(
      z.object({
        id: z.string(),
        record,
        status: z.enum(REVIEW_STATUSES),
        revision: z.number(),
        fields: z.array(field),
        linked: z.array(linkedEvent),
      }),
    ),
    mentions: mentions.nullable(),
    misses: z.array(z.unknown()),
    version: z.number(),
  })
  .openapi('ArticleView')

export const history = z.object({ items: z.array(decision), total: z.number() }).openapi('History')

export const aggregate = z
  .object({
    groups: z.array(z.object({ key: z.array(z.string().nullable()), records: z.number(), articles: z.number() })),
    rest: z.object({ groups: z.number(), records: z.number() }),
    total: z.number(),
    all: z.number(),
    excluded: counts,
    version: z.number(),
  })
  .openapi('Aggregate')

export const grid = z
  .object({
    cells: z.array(z.object({ lon: z.number(), lat: z.number(), records: z.number(), uncertain: z.number() })),
    total: z.number(),
    excluded: counts,
    version: z.number(),
  })
  .openapi('Grid')

export const coverage = z
  .object({
    periods: z.array(
      z.object({
        period: z.string().nullable(),
        publisher: z.string().nullable(),
        articles: z.number(),
        records: z.number(),
      }),
    ),
    version: z.number(),
  })
  .openapi('Coverage')

export const changes = z
  .object({
    changes: z.array(
      z.object({
        version: z.number(),
        kind: z.enum(['article', 'record', 'superseded', 'decision']),
        id: z.string(),
        into: z.string().nullable(),
        at: stamp,
      }),
    ),
    next: z.number(),
    more: z.boolean(),
  })
  .openapi('Changes')

const coder = z.object({ name: z.string(), version: z.string(), resources: z.string() })

export const run = z
  .object({
    id: z.string(),
    inputs: z.array(z.string()),
    coder,
    started: stamp,
    finished: stamp.nullable(),
    counts,
    records: z.number(),
  })
  .openapi('Run')
export const runList = listOf(run, 'RunList')

export const ledgerEntry = z
  .object({
    run: z.string(),
    sequence: z.number(),
    status: z.enum(['added', 'known', 'recoded', 'failed', 'skipped']),
    input: z.string(),
    place: z.string().nullable(),
    article: z.string().nullable(),
    records: z.number(),
    code: z.string().nullable(),
    reason: z.string().nullable(),
    at: stamp,
  })
  .openapi('LedgerEntry')
export const ledgerList = listOf(ledgerEntry, 'LedgerList')

export const info = z
  .object({
    name: z.string(),
    product: z.string(),
    canAdd: z.boolean(),
    canDecide: z.boolean(),
    hasExamples: z.boolean(),
    limits: z.object({ fileBytes: z.number(), files: z.number(), columnRows: z.number() }),
    store: z.object({
      version: z.number(),
      schema: z.number(),
      engine: z.string(),
      articles: z.number(),
      records: z.number(),
      rejected: z.number(),
      superseded: z.number(),
      decisions: z.number(),
      failed: z.number(),
      skipped: z.number(),
      publishers: z.number(),
      languages: counts,
      coders: z.array(z.object({ coder, articles: z.number() })),
      published: z.object({ from: z.string().nullable(), to: z.string().nullable() }),
      dated: z.object({ from: z.string().nullable(), to: z.string().nullable() }),
      bytes: z.number(),
    }),
  })
  .openapi('Info')

export const uploadReceipt = z.object({ id: z.string(), name: z.string(), bytes: z.number() }).openapi('UploadReceipt')

export const jobReport = z
  .object({
    input: z.string(),
    status: z.enum(['added', 'known', 'recoded', 'failed', 'skipped']),
    place: z.string().nullable(),
    article: z.string().nullable(),
    records: z.number(),
    code: z.string().nullable(),
    reason: z.string().nullable(),
  })
  .openapi('JobReport')

export const job = z
  .object({
    id: z.string(),
    kind: z.enum(['upload', 'examples']),
    state: z.enum(['waiting', 'running', 'done', 'failed']),
    inputs: z.array(z.string()),
    /** Files read so far, of how many. */
    done: z.number(),
    total: z.number(),
    counts,
    records: z.number(),
    run: z.string().nullable(),
    /** What became of each article, the latest last; the ledger of the run has them all. */
    reports: z.array(jobReport),
    error: z.object({ code: z.string().nullable(), message: z.string() }).nullable(),
    started: stamp,
    finished: stamp.nullable(),
  })
  .openapi('Job')
export const jobList = z.object({ items: z.array(job) }).openapi('JobList')

export const problem = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.number(),
    code: z.string(),
    next: z.string(),
    detail: z.string().optional(),
    errors: z.array(z.object({ field: z.string(), message: z.string() })).optional(),
  })
  .loose()
  .openapi('Problem')

export type Evidence = z.infer<typeof evidence>
export type FieldValue = z.infer<typeof fieldValue>
export type Field = z.infer<typeof field>
export type FieldKind = (typeof FIELD_KINDS)[number]
export type LinkedEvent = z.infer<typeof linkedEvent>
export type EventView = z.infer<typeof eventView>
export type ArticleView = z.infer<typeof articleView>
export type Job = z.infer<typeof job>
export type JobReport = z.infer<typeof jobReport>
