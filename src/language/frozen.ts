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

/** Numbers that a slot holds side by side, so that a look-up touches one line of the cache: key, start, end, unused. */
const SLOT_WIDTH = 4

/** Read-only weights of one model: feature key → classes and their weights. */
export class FrozenTable {
  /**
   * Eight bits of each key, never zero where a slot is taken. Most features of running text have no row; this small
   * array says so without a look at the large ones.
   */
  private readonly marks: Uint8Array
  /**
   * By slot: key, start and end of its cells. A negative start is −1 − the start of a row in `spread`.
   */
  private readonly slots: Int32Array
  private readonly mask: number
  /** Cells as class and weight in turn, two views of one buffer. */
  private readonly cellClasses: Int32Array
  private readonly cellWeights: Float32Array
  private readonly spread: Float32Array
  private readonly classCount: number

  /** The same rows in the same order give the same table. */
  constructor(rows: readonly Row[] | PackedRows) {
    const packed = 'starts' in rows ? rows : packRows(rows)
    const count = packed.keys.length
    let size = 16
    while (size < count * 2) size *= 2
    this.mask = size - 1
    this.slots = new Int32Array(size * SLOT_WIDTH)
    this.marks = new Uint8Array(size)
    const cellCount = packed.values.length
    this.cellClasses = new Int32Array(cellCount * 2)
    this.cellWeights = new Float32Array(this.cellClasses.buffer)
    let highest = 0
    for (let cell = 0; cell < cellCount; cell++) {
      const cls = packed.classes[cell] as number
      if (cls > highest) highest = cls
      this.cellClasses[2 * cell] = cls
      this.cellWeights[2 * cell + 1] = packed.values[cell] as number
    }
    this.classCount = highest + 1
    let wide = 0
    for (let row = 0; row < count; row++)
      if ((packed.starts[row + 1] as number) - (packed.starts[row] as number) >= SPREAD_CELLS) wide++
    this.spread = new Float32Array(wide * this.classCount)
    let at = 0
    for (let row = 0; row < count; row++) {
      const key = packed.keys[row] as number
      let slot = (key ^ (key >>> 16)) & this.mask
      while (this.marks[slot] !== 0) slot = (slot + 1) & this.mask
      this.marks[slot] = (key >>> 24) | 1
      const start = packed.starts[row] as number
      const end = packed.starts[row + 1] as number
      const spread = end - start >= SPREAD_CELLS
      this.slots[slot * SLOT_WIDTH] = key
      this.slots[slot * SLOT_WIDTH + 1] = spread ? -1 - at : 2 * start
      this.slots[slot * SLOT_WIDTH + 2] = 2 * end
      if (!spread) continue
      for (let cell = start; cell < end; cell++)
        this.spread[at + (packed.classes[cell] as number)] = packed.values[cell] as number
      at += this.classCount
    }
  }

  /** Where a key's slot begins in `slots`, or -1. */
  private find(key: number): number {
    const { mask, marks, slots } = this
    let slot = (key ^ (key >>> 16)) & mask
    const wanted = (key >>> 24) | 1
    for (let mark = marks[slot]; mark !== 0; mark = marks[slot]) {
      if (mark === wanted && slots[slot * SLOT_WIDTH] === key) return slot * SLOT_WIDTH
      slot = (slot + 1) & mask
    }
    return -1
  }

  /** Adds the weights of `keys[0..count)` to `scores`, by class. */
  score(keys: Int32Array, count: number, scores: Float64Array | Float32Array): void {
    const { slots, cellClasses, cellWeights, spread, classCount } = this
    for (let k = 0; k < count; k++) {
      const at = this.find(keys[k] as number)
      if (at < 0) continue
      const start = slots[at + 1] as number
      if (start < 0) {
        const from = -1 - start
        for (let cls = 0; cls < classCount; cls++)
          scores[cls] = (scores[cls] as number) + (spread[from + cls] as number)
      } else {
        const end = slots[at + 2] as number
        for (let cell = start; cell < end; cell += 2) {
          const cls = cellClasses[cell] as number
          scores[cls] = (scores[cls] as number) + (cellWeights[cell + 1] as number)
        }
      }
    }
  }

  /** As `score`, but sure to be right only for the classes in `wanted`, which it is faster for. */
  scoreOnly(keys: Int32Array, count: number, scores: Float64Array, wanted: Uint16Array): void {
    const { slots, cellClasses, cellWeights, spread, classCount } = this
    for (let k = 0; k < count; k++) {
      const at = this.find(keys[k] as number)
      if (at < 0) continue
      const start = slots[at + 1] as number
      if (start < 0) {
        const from = -1 - start
        for (let i = 0; i < wanted.length; i++) {
          const cls = wanted[i] as number
          if (cls < classCount) scores[cls] = (scores[cls] as number) + (spread[from + cls] as number)
        }
      } else {
        const end = slots[at + 2] as number
        for (let cell = start; cell < end; cell += 2) {
          const cls = cellClasses[cell] as number
          scores[cls] = (scores[cls] as number) + (cellWeights[cell + 1] as number)
        }
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
