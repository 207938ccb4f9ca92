import { cameoOf } from '../coding/codebook.ts'
import type { EventRecord } from '../coding/event-record.ts'
import type { Column, ExportRow } from './export-row.ts'

type Side = EventRecord['actors'][number] | null

/** A row of the CAMEO table: one actor towards one recipient. */
export interface CameoRow extends ExportRow {
  readonly number: number
  readonly actor: Side
  readonly recipient: Side
  readonly code: string
}

/** What CAMEO calls our sectors: its MED was media and its HLH health. */
const CAMEO_SECTORS: Readonly<Record<string, string>> = { JRN: 'MED', MED: 'HLH' }
/** What stands for a side that is not known. */
export const NO_ACTOR = '---'

/**
 * The dyads of a record: each actor with each recipient, both directions for talks among several actors, a visit also
 * as hosted. Without one side there is none, unless incomplete ones are asked for.
 */
export function cameoRows(row: ExportRow, incomplete: boolean): readonly CameoRow[] | { readonly dropped: string } {
  const { record } = row
  if (record.certainty.value === 'hypothetical') return { dropped: 'hypothetical' }
  if (record.certainty.value === 'denied' || record.polarity === 'negative') return { dropped: 'did not happen' }
  const code = cameoOf(record)
  const pairs: { actor: Side; recipient: Side; code: string }[] = []
  for (const actor of record.actors)
    for (const recipient of record.recipients) {
      pairs.push({ actor, recipient, code })
      // To make a visit is 042, to host one 043.
      if (code === '042') pairs.push({ actor: recipient, recipient: actor, code: '043' })
    }
  if (!record.recipients.length && record.actors.length > 1 && RECIPROCAL.has(record.type))
    for (const actor of record.actors)
      for (const recipient of record.actors) if (actor !== recipient) pairs.push({ actor, recipient, code })
  if (!pairs.length) {
    if (!incomplete) return { dropped: 'without actor or recipient' }
    const sides = record.actors.length ? record.actors : record.recipients
    for (const side of sides.length ? sides : [null])
      pairs.push(record.actors.length ? { actor: side, recipient: null, code } : { actor: null, recipient: side, code })
  }
  return pairs.map((pair, number) => ({ ...row, ...pair, number: number + 1 }))
}

/** Types whose several actors act on one another. */
const RECIPROCAL = new Set(['CONSULT', 'AGREE', 'COOPERATE', 'ASSAULT', 'SUPPORT'])

const QUAD_CLASS: Readonly<Record<string, number>> = {
  'verbal cooperation': 1,
  'material cooperation': 2,
  'verbal conflict': 3,
  'material conflict': 4,
}

/** Columns under the names that CAMEO data sets use. */
export const CAMEO_COLUMNS: readonly Column<CameoRow>[] = [
  {
    name: 'EventID',
    about: 'Our record id and the number of the dyad.',
    value: (row) => `${row.record.id}.${row.number}`,
  },
  { name: 'Date', about: 'First day, YYYYMMDD.', value: (row) => row.record.date?.from.replaceAll('-', '') ?? null },
  { name: 'Actor1Code', about: 'Country and sectors; "---" where not known.', value: (row) => actorCode(row.actor) },
  { name: 'Actor1Name', about: 'As named.', value: (row) => row.actor?.name ?? null },
  { name: 'Actor1CountryCode', about: 'ISO 3166-1 alpha-3.', value: (row) => row.actor?.country ?? null },
  {
    name: 'Actor1Type1Code',
    about: "First sector, under CAMEO's codes.",
    value: (row) => cameoSector(row.actor?.sector[0]),
  },
  { name: 'Actor2Code', about: 'The same of the recipient.', value: (row) => actorCode(row.recipient) },
  { name: 'Actor2Name', about: 'As named.', value: (row) => row.recipient?.name ?? null },
  { name: 'Actor2CountryCode', about: 'ISO 3166-1 alpha-3.', value: (row) => row.recipient?.country ?? null },
  { name: 'Actor2Type1Code', about: 'First sector.', value: (row) => cameoSector(row.recipient?.sector[0]) },
  { name: 'IsRootEvent', about: '0 for background, else 1.', value: (row) => (row.record.background ? 0 : 1) },
  { name: 'EventCode', about: 'Most specific safe CAMEO code.', value: (row) => row.code },
  { name: 'EventBaseCode', about: 'Its first three digits.', value: (row) => row.code.slice(0, 3) },
  { name: 'EventRootCode', about: 'Its first two digits.', value: (row) => row.code.slice(0, 2) },
  { name: 'QuadClass', about: '1 to 4.', value: (row) => QUAD_CLASS[row.record.quad] ?? null },
  { name: 'Scale', about: 'PLOVER score, -10 to 10 (not the Goldstein scale).', value: (row) => row.record.scale },
  { name: 'ActionGeo_FullName', about: 'Place.', value: (row) => row.record.place?.name ?? null },
  { name: 'ActionGeo_CountryCode', about: 'ISO 3166-1 alpha-3.', value: (row) => row.record.place?.country ?? null },
  { name: 'ActionGeo_ADM1', about: 'Province.', value: (row) => row.record.place?.admin1 ?? null },
  { name: 'ActionGeo_Lat', about: 'Degrees.', value: (row) => row.record.place?.lat ?? null },
  { name: 'ActionGeo_Long', about: 'Degrees.', value: (row) => row.record.place?.lon ?? null },
  { name: 'ActionGeo_FeatureID', about: 'GeoNames id.', value: (row) => row.record.place?.geonames_id ?? null },
  {
    name: 'Certainty',
    about: 'asserted, alleged, planned or called-for (ours).',
    value: (row) => row.record.certainty.value,
  },
  { name: 'Source', about: 'Publisher.', value: (row) => row.article.publisher },
  { name: 'SOURCEURL', about: 'Address of the article.', value: (row) => row.article.url },
]

function actorCode(side: Side): string {
  if (!side) return NO_ACTOR
  const code = [side.country, ...side.sector.map(cameoSector)].filter(Boolean).join('')
  return code || NO_ACTOR
}

function cameoSector(sector: string | undefined): string | null {
  return sector === undefined ? null : (CAMEO_SECTORS[sector] ?? sector)
}
