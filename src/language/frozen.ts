import type { Row } from './weights.ts'

/** Levels of a weight on either side of zero: a signed byte. */
const LEVELS = 127

/**
 * The value of each code: sign · (code/127)² · largest. The square keeps small weights apart, which linear steps do not
 * (linear bytes cost the parser four points of attachment).
 */
export function companding(largest: number): Float32Array {
  const values = new Float32Array(256)
  for (let code = 0; code < 256; code++) {
    const signed = code - 128
    values[code] = ((signed * Math.abs(signed)) / (LEVELS * LEVELS)) * largest
  }
  return values
}

/** The code of a weight: its position in the table of `companding(largest)`. */
export function codeOf(weight: number, largest: number): number {
  const step = Math.round(LEVELS * Math.sqrt(Math.abs(weight) / largest))
  return 128 + (weight < 0 ? -Math.min(step, LEVELS) : Math.min(step, LEVELS))
}

/** Read-only weights of one model: feature key → classes and their weights. */
export class FrozenTable {
  private readonly keys: Int32Array
  /** Start of a slot's cells; the end is the start of the next row, so rows are kept in slot order. */
  private readonly starts: Int32Array
  private readonly lengths: Uint16Array
  private readonly mask: number
  private readonly classes: Uint16Array
  private readonly values: Float32Array

  /** Rows in any order; the same rows in the same order give the same table. */
  constructor(rows: readonly Row[]) {
    let slots = 16
    while (slots < rows.length * 2) slots *= 2
    this.mask = slots - 1
    this.keys = new Int32Array(slots)
    this.starts = new Int32Array(slots)
    this.lengths = new Uint16Array(slots)
    let cells = 0
    for (const row of rows) cells += row.classes.length
    this.classes = new Uint16Array(cells)
    this.values = new Float32Array(cells)
    let at = 0
    for (const row of rows) {
      const key = row.key | 0
      let slot = (key ^ (key >>> 16)) & this.mask
      while (this.keys[slot] !== 0) slot = (slot + 1) & this.mask
      this.keys[slot] = key
      this.starts[slot] = at
      this.lengths[slot] = row.classes.length
      this.classes.set(row.classes, at)
      this.values.set(row.values, at)
      at += row.classes.length
    }
  }

  /** Adds the weights of `keys[from..to)` to `scores`, by class. */
  score(keys: Int32Array, count: number, scores: Float64Array | Float32Array): void {
    const { mask, classes, values, starts, lengths } = this
    const held = this.keys
    for (let k = 0; k < count; k++) {
      const key = keys[k] as number
      let slot = (key ^ (key >>> 16)) & mask
      let found = held[slot]
      while (found !== key && found !== 0) {
        slot = (slot + 1) & mask
        found = held[slot]
      }
      if (found === 0) continue
      const start = starts[slot] as number
      const end = start + (lengths[slot] as number)
      for (let cell = start; cell < end; cell++)
        scores[classes[cell] as number] = (scores[classes[cell] as number] as number) + (values[cell] as number)
    }
  }
}

/** What scores features: a table that is being learnt or a frozen one. */
export interface Scorer {
  score(keys: Int32Array, count: number, scores: Float64Array | Float32Array): void
}
