import type { EventRecord } from '../coding/event-record.ts'
import { type Column, type ExportRow, joined } from './export-row.ts'

type Quantity = EventRecord['size']
type Actors = EventRecord['actors']

const names = (actors: Actors): string | null => joined(actors.map((actor) => actor.name))
const countries = (actors: Actors): string | null => joined(actors.map((actor) => actor.country))
const sectors = (actors: Actors): string | null => joined(actors.flatMap((actor) => actor.sector))

function quantity(name: 'size' | 'killed' | 'injured' | 'arrested', what: string): Column<ExportRow>[] {
  const of = (row: ExportRow): Quantity => row.record[name]
  return [
    { name: `${name}_low`, about: `Lower bound of ${what}; empty: not stated.`, value: (row) => of(row)?.low ?? null },
    { name: `${name}_high`, about: `Upper bound of ${what}.`, value: (row) => of(row)?.high ?? null },
    { name: `${name}_quote`, about: `The words it stands on.`, value: (row) => of(row)?.quote || null },
  ]
}

/** Our own table: every field of a record that fits a cell, with the words behind it. */
export const GROUNDSWELL_COLUMNS: readonly Column<ExportRow>[] = [
  {
    name: 'record_id',
    about: 'Id of the record; the same input coded by the same coder gives the same id.',
    value: (row) => row.record.id,
  },
  { name: 'date_from', about: 'First day of the event, YYYY-MM-DD.', value: (row) => row.record.date?.from ?? null },
  { name: 'date_to', about: 'Last day of the event.', value: (row) => row.record.date?.to ?? null },
  {
    name: 'date_grain',
    about: 'How exact the date is: day, week, month …',
    value: (row) => row.record.date?.grain ?? null,
  },
  {
    name: 'date_basis',
    about: '`stated`, or the rule that inferred the date.',
    value: (row) => row.record.date?.basis ?? null,
  },
  { name: 'date_quote', about: 'The words that the date stands on.', value: (row) => row.record.date?.quote || null },
  { name: 'type', about: 'Event type of PLOVER.', value: (row) => row.record.type },
  { name: 'mode', about: 'Modes, joined by "; ".', value: (row) => joined(row.record.mode) },
  { name: 'form', about: 'Form of protest (rally, march, picket …).', value: (row) => row.record.form },
  { name: 'context', about: 'Contexts, joined by "; ".', value: (row) => joined(row.record.context) },
  { name: 'quad', about: 'Verbal or material, cooperation or conflict.', value: (row) => row.record.quad },
  { name: 'scale', about: 'Conflict to cooperation, -10 to 10.', value: (row) => row.record.scale },
  { name: 'actors', about: 'Who did it, joined by "; ".', value: (row) => names(row.record.actors) },
  {
    name: 'actor_countries',
    about: 'Their countries, ISO 3166-1 alpha-3.',
    value: (row) => countries(row.record.actors),
  },
  { name: 'actor_sectors', about: 'Their sectors.', value: (row) => sectors(row.record.actors) },
  { name: 'recipients', about: 'To whom, joined by "; ".', value: (row) => names(row.record.recipients) },
  { name: 'recipient_countries', about: 'Their countries.', value: (row) => countries(row.record.recipients) },
  { name: 'recipient_sectors', about: 'Their sectors.', value: (row) => sectors(row.record.recipients) },
  { name: 'issues', about: 'What it is about.', value: (row) => joined(row.record.issues.map((issue) => issue.topic)) },
  { name: 'place', about: 'Name of the place.', value: (row) => row.record.place?.name ?? null },
  {
    name: 'country',
    about: 'Country of the place, ISO 3166-1 alpha-3.',
    value: (row) => row.record.place?.country ?? null,
  },
  { name: 'admin1', about: 'Province of the place.', value: (row) => row.record.place?.admin1 ?? null },
  { name: 'lat', about: 'Latitude in degrees (WGS 84).', value: (row) => row.record.place?.lat ?? null },
  { name: 'lon', about: 'Longitude in degrees.', value: (row) => row.record.place?.lon ?? null },
  { name: 'geonames_id', about: 'Id of the place in GeoNames.', value: (row) => row.record.place?.geonames_id ?? null },
  {
    name: 'place_precision',
    about: 'point, city, admin2, admin1, country or region.',
    value: (row) => row.record.place?.precision ?? null,
  },
  {
    name: 'place_basis',
    about: '`stated`, or the rule that inferred the place.',
    value: (row) => row.record.place?.basis ?? null,
  },
  {
    name: 'place_quote',
    about: 'The words that the place stands on.',
    value: (row) => row.record.place?.quote || null,
  },
  ...quantity('size', 'the number of people'),
  ...quantity('killed', 'the number killed'),
  ...quantity('injured', 'the number injured'),
  ...quantity('arrested', 'the number arrested'),
  {
    name: 'authorisation',
    about: 'authorised or unauthorised; empty: not stated.',
    value: (row) => row.record.authorisation?.value ?? null,
  },
  {
    name: 'certainty',
    about: 'asserted, alleged, denied, planned, called-for or hypothetical.',
    value: (row) => row.record.certainty.value,
  },
  { name: 'polarity', about: 'negative: it did not happen.', value: (row) => row.record.polarity },
  {
    name: 'background',
    about: "true: told as history, not as this report's news.",
    value: (row) => String(row.record.background),
  },
  { name: 'speaker', about: 'Who says so, where the text tells.', value: (row) => row.record.speaker?.name ?? null },
  {
    name: 'responds_to',
    about: 'Records that this one is a response to.',
    value: (row) => joined(row.record.links.filter((link) => link.kind === 'response-to').map((link) => link.event)),
  },
  {
    name: 'rival_values',
    about: 'Number of rival or additional values kept as claims (JSONL has them).',
    value: (row) => row.record.claims.length,
  },
  { name: 'confidence', about: 'Of the machine, 0 to 1.', value: (row) => row.record.confidence },
  { name: 'status', about: 'machine, accepted, changed or rejected by a person.', value: (row) => row.status },
  { name: 'trigger', about: 'The words that name the event.', value: (row) => row.record.trigger.quote },
  {
    name: 'trigger_start',
    about: 'Where they start in the article, in UTF-16 code units.',
    value: (row) => row.record.trigger.start,
  },
  { name: 'trigger_end', about: 'Where they end.', value: (row) => row.record.trigger.end },
  { name: 'passage', about: 'The passage around them.', value: (row) => row.passage },
  { name: 'article_id', about: 'Id of the article.', value: (row) => row.article.id },
  { name: 'article_external_id', about: 'Id that came with the article.', value: (row) => row.article.externalId },
  { name: 'title', about: 'Title of the article.', value: (row) => row.article.title },
  { name: 'publisher', about: 'Who published it.', value: (row) => row.article.publisher },
  { name: 'url', about: 'Its address.', value: (row) => row.article.url },
  {
    name: 'published_from',
    about: 'First day on which it can have been published.',
    value: (row) => row.article.published?.from ?? null,
  },
  { name: 'published_to', about: 'Last such day; empty: open.', value: (row) => row.article.published?.to ?? null },
  { name: 'language', about: 'Language of the article.', value: (row) => row.article.language },
  { name: 'codebook', about: 'Codebook in force.', value: (row) => row.record.codebook },
  {
    name: 'coder',
    about: 'Who coded it: name and version.',
    value: (row) => `${row.record.coder.name} ${row.record.coder.version}`,
  },
]
