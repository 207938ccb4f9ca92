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

/** Steps of the largest weight in tables that are ready for work: the squares of all codes are whole numbers of them. */
export const STEPS = LEVELS * LEVELS

/** The largest weight, without its sign. Loops by number: these arrays are long and read once, before code is warm. */
export function largestOf(values: Float32Array): number {
  let largest = 0
  for (let i = 0; i < values.length; i++) largest = Math.max(largest, Math.abs(values[i] as number))
  return largest
}

/** A weight as a whole number of steps; exact for weights that came out of `companding(largest)`. */
export function stepOf(weight: number, largest: number): number {
  return largest === 0 ? 0 : Math.round((weight / largest) * STEPS)
}

/** A row with at least this many cells is spread over all classes, so that a few of them can be picked out. */
const SPREAD_CELLS = 12
/** Number of cells that says that a row is spread. */
const SPREAD = 0xffff
/**
 * Fewest bits of a key that say where to look; the lower half of a key tells apart those that meet. Rows come sorted by
 * key, so a table is filled from its beginning to its end.
 */
export const LEAST_SLOT_BITS = 16
/** Slots for so many rows, as bits: at most half of them are taken. */
export function slotBits(rows: number): number {
  let bits = LEAST_SLOT_BITS
  while (2 ** bits < rows * 2) bits++
  return bits
}
/** Keys that are looked up in one go; a caller's keys are taken in as many goes as they need. */
const MAX_BATCH = 128

/**
 * Read-only weights of one model: feature key → classes and their weights. Scores are whole numbers, in steps of `unit`,
 * so their sums do not depend on their order.
 */
export class FrozenTable implements Scorer {
  readonly unit: number
  /**
   * Two numbers a slot: lower half of the key and number of cells; where the cells begin. A slot is empty if the first
   * is zero.
   */
  private readonly slots: Int32Array
  private readonly mask: number
  /** Bits of a key that do not say where to look. */
  private readonly shift: number
  /** Class (upper half) and step (lower half) of each cell of the rows that are not spread. */
  private readonly cells: Int32Array
  private readonly spread: Int16Array
  private readonly classCount: number
  /** What the first slot of each key holds, and then the rows that were found: number of cells and their beginning. */
  private readonly found = new Int32Array(2 * MAX_BATCH)

  /** The same rows in the same order give the same table. */
  constructor(rows: readonly Row[] | PackedRows) {
    const { keys, starts, classes, values } = 'starts' in rows ? rows : packRows(rows)
    const count = keys.length
    const largest = largestOf(values)
    this.unit = largest === 0 ? 1 : largest / STEPS
    let highest = 0
    for (let cell = 0; cell < classes.length; cell++) highest = Math.max(highest, classes[cell] as number)
    this.classCount = highest + 1
    let wide = 0
    let narrow = 0
    for (let row = 0; row < count; row++) {
      const length = (starts[row + 1] as number) - (starts[row] as number)
      if (length >= SPREAD_CELLS) wide++
      else narrow += length
    }
    this.spread = new Int16Array(wide * this.classCount)
    this.cells = new Int32Array(narrow)
    const bits = slotBits(count)
    this.mask = 2 ** bits - 1
    this.shift = 32 - bits
    this.slots = new Int32Array(2 ** bits * 2)
    const { slots, cells, spread, mask, shift, classCount } = this
    let cellAt = 0
    let spreadAt = 0
    for (let row = 0; row < count; row++) {
      const start = starts[row] as number
      const end = starts[row + 1] as number
      if (start === end) continue
      const key = keys[row] as number
      let slot = key >>> shift
      while (slots[2 * slot] !== 0) slot = (slot + 1) & mask
      const isWide = end - start >= SPREAD_CELLS
      slots[2 * slot] = (key << 16) | (isWide ? SPREAD : end - start)
      slots[2 * slot + 1] = isWide ? spreadAt : cellAt
      for (let cell = start; cell < end; cell++) {
        const cls = classes[cell] as number
        const step = stepOf(values[cell] as number, largest)
        if (isWide) spread[spreadAt + cls] = step
        else cells[cellAt++] = (cls << 16) | (step & 0xffff)
      }
      if (isWide) spreadAt += classCount
    }
  }

  /** Finds the rows of `keys[from..to)`: fills `found` with pairs of length and beginning and returns how many there are. */
  private find(keys: Int32Array, from: number, to: number): number {
    const { slots, mask, shift, found } = this
    const wrap = 2 * mask + 1
    // Touching all slots first lets the processor wait for many of them at a time.
    for (let k = from; k < to; k++) found[2 * (k - from)] = slots[((keys[k] as number) >>> shift) << 1] as number
    let count = 0
    for (let k = from; k < to; k++) {
      const key = keys[k] as number
      const half = key & 0xffff
      let slot = (key >>> shift) << 1
      let one = found[2 * (k - from)] as number
      while (one >>> 16 !== half && one !== 0) {
        slot = (slot + 2) & wrap
        one = slots[slot] as number
      }
      if (one === 0) continue
      found[2 * count] = one & 0xffff
      found[2 * count + 1] = slots[slot + 1] as number
      count++
    }
    return count
  }

  /** Adds the weights of `keys[0..count)` to `scores`, by class. */
  score(keys: Int32Array, count: number, scores: Float64Array): void {
    const { cells, spread, classCount, found } = this
    for (let from = 0; from < count; from += MAX_BATCH) {
      const rows = this.find(keys, from, Math.min(count, from + MAX_BATCH))
      for (let row = 0; row < rows; row++) {
        const length = found[2 * row] as number
        const start = found[2 * row + 1] as number
        if (length === SPREAD) {
          for (let cls = 0; cls < classCount; cls++)
            scores[cls] = (scores[cls] as number) + (spread[start + cls] as number)
        } else {
          const end = start + length
          for (let at = start; at < end; at++) {
            const cell = cells[at] as number
            const cls = cell >>> 16
            scores[cls] = (scores[cls] as number) + ((cell << 16) >> 16)
          }
        }
      }
    }
  }

  /** As `score`, but sure to be right only for the classes in `wanted`, which it is faster for. */
  scoreOnly(keys: Int32Array, count: number, scores: Float64Array, wanted: Uint16Array): void {
    const { cells, spread, classCount, found } = this
    for (let from = 0; from < count; from += MAX_BATCH) {
      const rows = this.find(keys, from, Math.min(count, from + MAX_BATCH))
      for (let row = 0; row < rows; row++) {
        const length = found[2 * row] as number
        const start = found[2 * row + 1] as number
        if (length === SPREAD) {
          for (let i = 0; i < wanted.length; i++) {
            const cls = wanted[i] as number
            if (cls < classCount) scores[cls] = (scores[cls] as number) + (spread[start + cls] as number)
          }
        } else {
          const end = start + length
          for (let at = start; at < end; at++) {
            const cell = cells[at] as number
            const cls = cell >>> 16
            scores[cls] = (scores[cls] as number) + ((cell << 16) >> 16)
          }
        }
      }
    }
  }
}

/** What scores features: a table that is being learnt or a frozen one. */
export interface Scorer {
  /** The weight that a score of one stands for. */
  readonly unit: number
  score(keys: Int32Array, count: number, scores: Float64Array): void
  /** As `score`, for a few classes; the others are undefined afterwards. */
  scoreOnly(keys: Int32Array, count: number, scores: Float64Array, wanted: Uint16Array): void
}
