import type { EventRecord } from '../coding/event-record.ts'
import { type Column, type ExportRow, joined } from './export-row.ts'

/** Columns under the names that PLOVER data sets use. */
export const PLOVER_COLUMNS: readonly Column<ExportRow>[] = [
  { name: 'Event ID', about: 'Our record id.', value: (row) => row.record.id },
  { name: 'Event Date', about: 'First day.', value: (row) => row.record.date?.from ?? null },
  { name: 'Event Date End', about: 'Last day (ours).', value: (row) => row.record.date?.to ?? null },
  { name: 'Event Type', about: 'PLOVER type.', value: (row) => row.record.type },
  { name: 'Event Mode', about: 'PLOVER modes, joined by "; ".', value: (row) => joined(row.record.mode) },
  {
    name: 'Auxiliary Mode',
    about: 'historical, future, hypothetical, negation: what our certainty, polarity and background are in PLOVER.',
    value: (row) => joined(auxiliaryModes(row.record)),
  },
  { name: 'Intensity', about: 'Score of the most extreme mode, -10 to 10.', value: (row) => row.record.scale },
  { name: 'Quad Code', about: 'verbal or material, cooperation or conflict.', value: (row) => row.record.quad },
  { name: 'Contexts', about: 'PLOVER contexts, joined by "; ".', value: (row) => joined(row.record.context) },
  {
    name: 'Actor Name',
    about: 'Actors, joined by "; ".',
    value: (row) => joined(row.record.actors.map((actor) => actor.name)),
  },
  {
    name: 'Actor Country',
    about: 'Their countries.',
    value: (row) => joined(row.record.actors.map((actor) => actor.country)),
  },
  {
    name: 'Primary Actor Sector',
    about: 'First sector of the first actor.',
    value: (row) => row.record.actors[0]?.sector[0] ?? null,
  },
  {
    name: 'Actor Sectors',
    about: 'All their sectors.',
    value: (row) => joined(row.record.actors.flatMap((actor) => actor.sector)),
  },
  {
    name: 'Recipient Name',
    about: 'Recipients, joined by "; ".',
    value: (row) => joined(row.record.recipients.map((actor) => actor.name)),
  },
  {
    name: 'Recipient Country',
    about: 'Their countries.',
    value: (row) => joined(row.record.recipients.map((actor) => actor.country)),
  },
  {
    name: 'Primary Recipient Sector',
    about: 'First sector of the first recipient.',
    value: (row) => row.record.recipients[0]?.sector[0] ?? null,
  },
  {
    name: 'Recipient Sectors',
    about: 'All their sectors.',
    value: (row) => joined(row.record.recipients.flatMap((actor) => actor.sector)),
  },
  { name: 'Placename', about: 'Place.', value: (row) => row.record.place?.name ?? null },
  { name: 'Province', about: 'Province.', value: (row) => row.record.place?.admin1 ?? null },
  { name: 'Country', about: 'Country of the place.', value: (row) => row.record.place?.country ?? null },
  { name: 'Latitude', about: 'Degrees.', value: (row) => row.record.place?.lat ?? null },
  { name: 'Longitude', about: 'Degrees.', value: (row) => row.record.place?.lon ?? null },
  { name: 'GeoNames ID', about: 'Id of the place.', value: (row) => row.record.place?.geonames_id ?? null },
  { name: 'Raw Placename', about: 'As written.', value: (row) => row.record.place?.quote || null },
  { name: 'Event Text', about: 'The passage.', value: (row) => row.passage },
  { name: 'Headline', about: 'Title of the article.', value: (row) => row.article.title },
  { name: 'Source', about: 'Publisher.', value: (row) => row.article.publisher },
  {
    name: 'Publication Date',
    about: 'First day on which it can have been published.',
    value: (row) => row.article.published?.from ?? null,
  },
  { name: 'Source URL', about: 'Address of the article (ours).', value: (row) => row.article.url },
  { name: 'Confidence', about: 'Of the machine, 0 to 1 (ours).', value: (row) => row.record.confidence },
  { name: 'Review Status', about: 'machine, accepted or changed (ours).', value: (row) => row.status },
  {
    name: 'Version',
    about: 'Codebook and coder.',
    value: (row) => `${row.record.codebook}, ${row.record.coder.name} ${row.record.coder.version}`,
  },
]

/** PLOVER's auxiliary modes of a record. */
export function auxiliaryModes(record: EventRecord): string[] {
  const { value } = record.certainty
  const modes: string[] = []
  if (record.background) modes.push('historical')
  if (value === 'planned' || value === 'called-for') modes.push('future')
  if (value === 'hypothetical') modes.push('hypothetical')
  if (value === 'denied' || record.polarity === 'negative') modes.push('negation')
  return modes
}
