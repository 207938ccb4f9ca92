import { type AcledView, toAcled } from '../coding/codebook.ts'
import type { EventRecord } from '../coding/event-record.ts'
import { type Column, type ExportRow, joined } from './export-row.ts'

/** A row of the ACLED-like table. The terms are ACLED's; the rules that choose them are ours (docs/exports.md). */
export interface AcledRow extends ExportRow {
  readonly view: AcledView
}

/** Grains that ACLED's time precision counts as 2, "part of a week", and 3, "month or worse". */
const TIME_PRECISION: Readonly<Record<string, number>> = { day: 1, week: 2 }
const GEO_PRECISION: Readonly<Record<string, number>> = { point: 1, city: 1, admin2: 2 }

/** ACLED's names for kinds of actors, by our sector. */
const ACTOR_KINDS: Readonly<Record<string, string>> = {
  GOV: 'State Forces',
  MIL: 'State Forces',
  COP: 'State Forces',
  SPY: 'State Forces',
  JUD: 'State Forces',
  REB: 'Rebel Group',
  UAF: 'Political Militia',
  PRM: 'Political Militia',
  CRM: 'Political Militia',
  CVL: 'Civilians',
}

/** The row, or why the view has none for this record. */
export function acledRow(row: ExportRow): AcledRow | { readonly dropped: string } {
  const { record } = row
  if (record.background) return { dropped: 'background' }
  if (record.polarity === 'negative' || record.omission) return { dropped: 'did not happen' }
  if (record.certainty.value !== 'asserted' && record.certainty.value !== 'alleged')
    return { dropped: record.certainty.value }
  if (!record.date) return { dropped: 'undated' }
  if (record.links.some((link) => link.kind === 'response-to')) return { dropped: 'folded into the event it answers' }
  const view = toAcled(record, row.responses)
  return view ? { ...row, view } : { dropped: 'outside the ACLED-like types' }
}

/** Columns under ACLED's names as of 2023-03-20; the last four are ours. */
export const ACLED_COLUMNS: readonly Column<AcledRow>[] = [
  { name: 'event_id_cnty', about: 'Our record id.', value: (row) => row.record.id },
  { name: 'event_date', about: 'First day.', value: (row) => row.record.date?.from ?? null },
  { name: 'year', about: 'Its year.', value: (row) => Number(row.record.date?.from.slice(0, 4)) || null },
  {
    name: 'time_precision',
    about: '1 day, 2 week, 3 coarser.',
    value: (row) => TIME_PRECISION[row.record.date?.grain ?? ''] ?? 3,
  },
  {
    name: 'disorder_type',
    about: "ACLED's grouping of the event type.",
    value: (row) => disorderType(row.view.eventType),
  },
  { name: 'event_type', about: 'ACLED-like event type.', value: (row) => row.view.eventType },
  { name: 'sub_event_type', about: 'ACLED-like sub-event type.', value: (row) => row.view.subEvent },
  { name: 'actor1', about: 'First actor as named.', value: (row) => row.record.actors[0]?.name ?? null },
  {
    name: 'assoc_actor_1',
    about: 'Further actors.',
    value: (row) => joined(row.record.actors.slice(1).map((actor) => actor.name)),
  },
  { name: 'inter1', about: 'Kind of the first actor.', value: (row) => actorKind(row.record.actors[0], row.view) },
  { name: 'actor2', about: 'First recipient as named.', value: (row) => row.record.recipients[0]?.name ?? null },
  {
    name: 'assoc_actor_2',
    about: 'Further recipients.',
    value: (row) => joined(row.record.recipients.slice(1).map((actor) => actor.name)),
  },
  { name: 'inter2', about: 'Kind of the first recipient.', value: (row) => actorKind(row.record.recipients[0], null) },
  {
    name: 'civilian_targeting',
    about: '"Civilian targeting" where the recipients are civilians.',
    value: (row) => civilianTargeting(row),
  },
  {
    name: 'iso3',
    about: 'Country, ISO 3166-1 alpha-3 (ACLED itself has the numeric code).',
    value: (row) => row.record.place?.country ?? null,
  },
  { name: 'admin1', about: 'Province.', value: (row) => row.record.place?.admin1 ?? null },
  { name: 'location', about: 'Place.', value: (row) => row.record.place?.name ?? null },
  { name: 'latitude', about: 'Degrees.', value: (row) => row.record.place?.lat ?? null },
  { name: 'longitude', about: 'Degrees.', value: (row) => row.record.place?.lon ?? null },
  {
    name: 'geo_precision',
    about: '1 town, 2 district, 3 coarser.',
    value: (row) => (row.record.place ? (GEO_PRECISION[row.record.place.precision] ?? 3) : null),
  },
  { name: 'source', about: 'Publisher.', value: (row) => row.article.publisher },
  { name: 'notes', about: 'The passage, as reported.', value: (row) => row.passage },
  {
    name: 'fatalities',
    about: 'Lower bound of the killed; empty: not stated, never 0 for the unknown.',
    value: (row) => row.record.killed?.low ?? null,
  },
  { name: 'tags', about: '"crowd size=…" as ACLED writes it.', value: (row) => crowdSize(row.record) },
  { name: 'certainty', about: 'Ours: asserted or alleged.', value: (row) => row.record.certainty.value },
  { name: 'confidence', about: 'Ours: 0 to 1.', value: (row) => row.record.confidence },
  { name: 'review_status', about: 'Ours: machine, accepted or changed.', value: (row) => row.status },
  { name: 'source_url', about: 'Ours: address of the article.', value: (row) => row.article.url },
]

function disorderType(eventType: string): string {
  if (eventType === 'Protests') return 'Demonstrations'
  if (eventType === 'Riots') return 'Demonstrations; Political violence'
  return eventType === 'Strategic developments' ? 'Strategic developments' : 'Political violence'
}

function actorKind(actor: EventRecord['actors'][number] | undefined, view: AcledView | null): string | null {
  if (view?.eventType === 'Protests') return 'Protesters'
  if (view?.eventType === 'Riots') return 'Rioters'
  if (!actor) return null
  const sector = actor.sector.find((code) => code in ACTOR_KINDS)
  return sector ? (ACTOR_KINDS[sector] as string) : 'External/Other forces'
}

function civilianTargeting(row: AcledRow): string | null {
  const violent = row.view.eventType !== 'Protests' && row.view.eventType !== 'Strategic developments'
  return violent && row.record.recipients.some((actor) => actor.sector.includes('CVL')) ? 'Civilian targeting' : null
}

function crowdSize(record: EventRecord): string | null {
  if (record.type !== 'PROTEST') return null
  const { size } = record
  if (!size) return 'crowd size=no report'
  if (size.quote) return `crowd size=${size.quote}`
  return size.low === null ? 'crowd size=no report' : `crowd size=${size.low}`
}
