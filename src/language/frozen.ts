import { type PackedRows, packRows } from './packed.ts'
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

/** A row with at least this many cells is spread over all classes, so that a few of them can be picked out. */
const SPREAD_CELLS = 12

/** Read-only weights of one model: feature key → classes and their weights. */
export class FrozenTable {
  private readonly keys: Int32Array
  /**
   * Eight bits of each key, never zero where a slot is taken. Most features of running text have no row; this small
   * array says so without a look at the large ones.
   */
  private readonly marks: Uint8Array
  /** Start of a slot's cells in `classes` and `values`, or, if negative, −1 − the start of a spread row in `spread`. */
  private readonly starts: Int32Array
  private readonly ends: Int32Array
  private readonly mask: number
  private readonly classes: Uint16Array
  private readonly values: Float32Array
  private readonly spread: Float32Array
  private readonly classCount: number

  /** The same rows in the same order give the same table. */
  constructor(rows: readonly Row[] | PackedRows) {
    const packed = 'starts' in rows ? rows : packRows(rows)
    const count = packed.keys.length
    let slots = 16
    while (slots < count * 2) slots *= 2
    this.mask = slots - 1
    this.keys = new Int32Array(slots)
    this.marks = new Uint8Array(slots)
    this.starts = new Int32Array(slots)
    this.ends = new Int32Array(slots)
    this.classes = packed.classes
    this.values = packed.values
    let highest = 0
    for (const cls of packed.classes) if (cls > highest) highest = cls
    this.classCount = highest + 1
    let wide = 0
    for (let row = 0; row < count; row++)
      if ((packed.starts[row + 1] as number) - (packed.starts[row] as number) >= SPREAD_CELLS) wide++
    this.spread = new Float32Array(wide * this.classCount)
    let at = 0
    for (let row = 0; row < count; row++) {
      const key = packed.keys[row] as number
      let slot = (key ^ (key >>> 16)) & this.mask
      while (this.keys[slot] !== 0) slot = (slot + 1) & this.mask
      this.keys[slot] = key
      this.marks[slot] = (key >>> 24) | 1
      const start = packed.starts[row] as number
      const end = packed.starts[row + 1] as number
      this.starts[slot] = start
      this.ends[slot] = end
      if (end - start < SPREAD_CELLS) continue
      for (let cell = start; cell < end; cell++)
        this.spread[at + (packed.classes[cell] as number)] = packed.values[cell] as number
      this.starts[slot] = -1 - at
      at += this.classCount
    }
  }

  /** Slot of a key, or -1. */
  private find(key: number): number {
    const { mask, marks, keys } = this
    let slot = (key ^ (key >>> 16)) & mask
    const wanted = (key >>> 24) | 1
    for (let mark = marks[slot]; mark !== 0; mark = marks[slot]) {
      if (mark === wanted && keys[slot] === key) return slot
      slot = (slot + 1) & mask
    }
    return -1
  }

  /** Adds the weights of `keys[0..count)` to `scores`, by class. */
  score(keys: Int32Array, count: number, scores: Float64Array | Float32Array): void {
    const { classes, values, starts, ends, spread, classCount } = this
    for (let k = 0; k < count; k++) {
      const slot = this.find(keys[k] as number)
      if (slot < 0) continue
      const start = starts[slot] as number
      if (start < 0) {
        const from = -1 - start
        for (let cls = 0; cls < classCount; cls++)
          scores[cls] = (scores[cls] as number) + (spread[from + cls] as number)
      } else {
        const end = ends[slot] as number
        for (let cell = start; cell < end; cell++)
          scores[classes[cell] as number] = (scores[classes[cell] as number] as number) + (values[cell] as number)
      }
    }
  }

  /** As `score`, but sure to be right only for the classes in `wanted`, which it is faster for. */
  scoreOnly(keys: Int32Array, count: number, scores: Float64Array, wanted: Uint16Array): void {
    const { classes, values, starts, ends, spread, classCount } = this
    for (let k = 0; k < count; k++) {
      const slot = this.find(keys[k] as number)
      if (slot < 0) continue
      const start = starts[slot] as number
      if (start < 0) {
        const from = -1 - start
        for (let i = 0; i < wanted.length; i++) {
          const cls = wanted[i] as number
          if (cls < classCount) scores[cls] = (scores[cls] as number) + (spread[from + cls] as number)
        }
      } else {
        const end = ends[slot] as number
        for (let cell = start; cell < end; cell++)
          scores[classes[cell] as number] = (scores[classes[cell] as number] as number) + (values[cell] as number)
      }
    }
  }
}

/** What scores features: a table that is being learnt or a frozen one. */
export interface Scorer {
  score(keys: Int32Array, count: number, scores: Float64Array | Float32Array): void
  /** As `score`, for a few classes; the others are undefined afterwards. */
  scoreOnly(keys: Int32Array, count: number, scores: Float64Array, wanted: Uint16Array): void
}
