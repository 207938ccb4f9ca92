import type { ExportRow } from './export-row.ts'
import { GROUNDSWELL_COLUMNS } from './groundswell-columns.ts'

/** Columns that the geometry holds already. */
const IN_GEOMETRY = new Set(['lat', 'lon'])

/**
 * A GeoJSON FeatureCollection (RFC 7946): a Point a record, our columns as properties. A record without coordinates has
 * a null geometry, as the RFC allows, so that no record is lost; `missing` is told of each.
 */
export async function* geojson(
  rows: AsyncIterable<ExportRow>,
  missing: (reason: string) => void,
): AsyncGenerator<string> {
  yield '{"type":"FeatureCollection","features":['
  let first = true
  for await (const row of rows) {
    const { place } = row.record
    const located = place?.lat != null && place.lon != null
    if (!located) missing('without coordinates (kept with a null geometry)')
    const feature = {
      type: 'Feature',
      id: row.record.id,
      geometry: located ? { type: 'Point', coordinates: [place.lon, place.lat] } : null,
      properties: Object.fromEntries(
        GROUNDSWELL_COLUMNS.filter((column) => !IN_GEOMETRY.has(column.name)).map((column) => [
          column.name,
          column.value(row),
        ]),
      ),
    }
    yield `${first ? '' : ','}\n${JSON.stringify(feature)}`
    first = false
  }
  yield '\n]}\n'
}
