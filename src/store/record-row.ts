import type { EventRecord } from '../coding/event-record.ts'
import { foldName } from './search-words.ts'

/** Latitude at which the Web-Mercator square ends. */
const MERCATOR_LIMIT = 85.051129

/** The effective record as the columns that lists and counts filter by. */
export interface RecordRow {
  readonly type: string
  readonly quad: string
  readonly form: string | null
  readonly country: string | null
  readonly admin1: string | null
  readonly place: string | null
  readonly precision: string | null
  readonly lat: number | null
  readonly lon: number | null
  readonly map_x: number | null
  readonly map_y: number | null
  readonly date_from: string | null
  readonly date_to: string | null
  readonly sort_date: string
  readonly size: number | null
  readonly certainty: string
  readonly background: number
  readonly confidence: number
  readonly rivals: number
  readonly text_start: number
}

/** Columns of a record. */
export function recordRow(record: EventRecord): RecordRow {
  const { place, date } = record
  const point = place?.lat != null && place.lon != null ? { lat: place.lat, lon: place.lon } : null
  const map = point ? mercator(point.lon, point.lat) : null
  return {
    type: record.type,
    quad: record.quad,
    form: record.form,
    country: place?.country ?? null,
    admin1: place?.admin1 ?? null,
    place: place?.name ?? null,
    precision: place?.precision ?? null,
    lat: point?.lat ?? null,
    lon: point?.lon ?? null,
    map_x: map?.x ?? null,
    map_y: map?.y ?? null,
    date_from: date?.from ?? null,
    date_to: date?.to ?? null,
    sort_date: date?.from ?? '',
    size: record.size?.low ?? record.size?.high ?? null,
    certainty: record.certainty.value,
    background: record.background ? 1 : 0,
    confidence: record.confidence,
    rivals: record.claims.length > 0 ? 1 : 0,
    text_start: record.trigger.start,
  }
}

/** Web-Mercator position in the unit square: x from 180° W to 180° E, y from north to south. */
export function mercator(lon: number, lat: number): { x: number; y: number } {
  const bounded = Math.max(-MERCATOR_LIMIT, Math.min(MERCATOR_LIMIT, lat))
  const sine = Math.sin((bounded * Math.PI) / 180)
  return { x: (lon + 180) / 360, y: 0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI) }
}

/** A value of a field that has several, folded for comparison, with the label to show. */
export interface RecordTag {
  readonly kind: 'mode' | 'context' | 'issue' | 'sector' | 'actor' | 'actor-country'
  readonly value: string
  readonly label: string
}

/** The tags of a record, each once. */
export function recordTags(record: EventRecord): readonly RecordTag[] {
  const tags = new Map<string, RecordTag>()
  const add = (kind: RecordTag['kind'], label: string | null | undefined): void => {
    if (!label) return
    const value = kind === 'actor' ? foldName(label) : label
    if (value) tags.set(`${kind} ${value}`, { kind, value, label })
  }
  for (const mode of record.mode) add('mode', mode)
  for (const context of record.context) add('context', context)
  for (const issue of record.issues) add('issue', issue.topic)
  for (const actor of [...record.actors, ...record.recipients]) {
    add('actor', actor.name)
    add('actor-country', actor.country)
    for (const sector of actor.sector) add('sector', sector)
  }
  return [...tags.values()]
}

/** Words under which a record is found: what its article is called, its passage, and its values as resolved. */
export function recordText(record: EventRecord, title: string | undefined, passage: string): string {
  const parts = [title, passage, record.place?.name, record.place?.admin1, record.form]
  for (const actor of [...record.actors, ...record.recipients]) parts.push(actor.name)
  for (const issue of record.issues) parts.push(issue.quote, issue.target?.name)
  return parts.filter(Boolean).join(' \n ')
}
