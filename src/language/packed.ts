import type { Row } from './weights.ts'

/** Rows of weights side by side: what a model file is read into without an object for each. */
export interface PackedRows {
  /** Keys in ascending order as unsigned numbers. */
  readonly keys: Int32Array
  /** Where each row's cells begin; one longer than `keys`. */
  readonly starts: Int32Array
  readonly classes: Uint16Array
  readonly values: Float32Array
}

/** Packs rows that are sorted by key. */
export function packRows(rows: readonly Row[]): PackedRows {
  let cells = 0
  for (const row of rows) cells += row.classes.length
  const packed = {
    keys: new Int32Array(rows.length),
    starts: new Int32Array(rows.length + 1),
    classes: new Uint16Array(cells),
    values: new Float32Array(cells),
  }
  let at = 0
  rows.forEach((row, i) => {
    packed.keys[i] = row.key | 0
    packed.starts[i] = at
    packed.classes.set(row.classes, at)
    packed.values.set(row.values, at)
    at += row.classes.length
  })
  packed.starts[rows.length] = at
  return packed
}
