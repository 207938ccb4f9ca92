import type { Columns } from '../store/store.ts'

/**
 * The columnar snapshot: what a filter, a histogram and a map need of every record, 20 bytes each, so that the pages
 * can brush over 300,000 records without asking the server.
 */

/** Version of the binary's layout; a reader refuses one that it does not know. */
export const COLUMNS_FORMAT = 1
/** Day 0 of the `day` column. */
export const EPOCH = '1900-01-01'

/** Names and element types in the order of the binary: widest first, so that every column is aligned. */
export const COLUMN_LAYOUT = [
  ['lon', 'f32'],
  ['lat', 'f32'],
  ['day', 'u16'],
  ['spanDays', 'u16'],
  ['country', 'u16'],
  ['size', 'u16'],
  ['type', 'u8'],
  ['certainty', 'u8'],
  ['reports', 'u8'],
  ['flags', 'u8'],
] as const

/**
 * The snapshot as it goes over the wire: length of the header (u32, little-endian), the header as JSON padded with
 * blanks to a multiple of four, then the columns one after another.
 */
export function encodeColumns(columns: Columns): Uint8Array<ArrayBuffer> {
  const header = new TextEncoder().encode(
    JSON.stringify({
      format: COLUMNS_FORMAT,
      version: columns.version,
      n: columns.n,
      epoch: EPOCH,
      unit: 'reports',
      columns: COLUMN_LAYOUT,
      types: columns.types,
      certainties: columns.certainties,
      precisions: columns.precisions,
      countries: columns.countries,
      total: columns.total,
      all: columns.all,
      excluded: columns.excluded,
    }),
  )
  const headerBytes = Math.ceil(header.length / 4) * 4
  const bytes = COLUMN_LAYOUT.reduce((sum, [name]) => sum + columns[name].byteLength, 4 + headerBytes)
  const out = new Uint8Array(bytes)
  new DataView(out.buffer).setUint32(0, headerBytes, true)
  out.fill(0x20, 4, 4 + headerBytes)
  out.set(header, 4)
  let at = 4 + headerBytes
  for (const [name] of COLUMN_LAYOUT) {
    const column = columns[name]
    out.set(new Uint8Array(column.buffer, column.byteOffset, column.byteLength), at)
    at += column.byteLength
  }
  return out
}
