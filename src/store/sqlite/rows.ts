import type { Publication } from '../../article/article.ts'
import type { EventRecord } from '../../coding/event-record.ts'
import type { Decision, DecisionAction, ReviewStatus } from '../../review/decision.ts'
import { raw } from '../sql.ts'
import type { ArticleItem, LedgerEntry, LedgerStatus, RecordItem } from '../store.ts'
import type { Row } from './driver.ts'

/** Columns of an article without its text, under names that do not clash with a record's. */
export const ARTICLE_COLUMNS = raw(
  [
    'id',
    'external_id',
    'title',
    'author',
    'publisher',
    'url',
    'published_from',
    'published_to',
    'published_basis',
    'published_quote',
    'language',
    'file',
    'media_type',
    'sha256',
    'original',
    'characters',
    'captured',
    'records',
  ]
    .map((name) => `a.${name} AS a_${name}`)
    .join(', '),
)

/** Columns of a record in a list. */
export const RECORD_COLUMNS = raw(
  'r.id, r.status, r.revision, coalesce(b.effective, b.machine) AS record, b.passage_start, b.passage',
)

export function articleItem(row: Row): ArticleItem {
  return {
    id: String(row.a_id),
    externalId: text(row.a_external_id),
    title: text(row.a_title),
    author: text(row.a_author),
    publisher: text(row.a_publisher),
    url: text(row.a_url),
    published: publication(row),
    language: String(row.a_language),
    file: text(row.a_file),
    mediaType: String(row.a_media_type),
    sha256: String(row.a_sha256),
    original: text(row.a_original),
    characters: Number(row.a_characters),
    captured: String(row.a_captured),
    records: Number(row.a_records),
  }
}

function publication(row: Row): Publication | null {
  if (row.a_published_from === null) return null
  return {
    from: String(row.a_published_from),
    to: text(row.a_published_to),
    basis: String(row.a_published_basis),
    ...(row.a_published_quote === null ? {} : { quote: String(row.a_published_quote) }),
  }
}

export function recordItem(row: Row): RecordItem {
  return { record: JSON.parse(String(row.record)) as EventRecord, ...recordItemRest(row) }
}

function recordItemRest(row: Row): Omit<RecordItem, 'record'> {
  return {
    status: row.status as ReviewStatus,
    revision: Number(row.revision),
    article: articleItem(row),
    passage: { start: Number(row.passage_start), text: String(row.passage) },
  }
}

/** What `recordItem` gives, as JSON text; the record itself is stored as such and goes in as it is. */
export function recordItemText(row: Row): string {
  return `{"record":${String(row.record)},${JSON.stringify(recordItemRest(row)).slice(1)}`
}

export function decisionOf(row: Row): Decision {
  return {
    id: String(row.id),
    recordKey: String(row.record_key),
    action: row.action as DecisionAction,
    field: text(row.field),
    value: row.value === null ? null : (JSON.parse(String(row.value)) as unknown),
    reason: text(row.reason),
    person: String(row.person),
    undoes: text(row.undoes),
    at: String(row.at),
    revision: Number(row.revision),
  }
}

export function ledgerEntry(row: Row): LedgerEntry {
  return {
    run: String(row.run),
    sequence: Number(row.sequence),
    status: row.status as LedgerStatus,
    input: String(row.input),
    place: text(row.place),
    article: text(row.article),
    records: Number(row.records),
    code: text(row.code),
    reason: text(row.reason),
    at: String(row.at),
  }
}

function text(value: Row[string] | undefined): string | null {
  return value === null || value === undefined ? null : String(value)
}
