import type { PackedRows } from '../packed.ts'

/** Numbers that a slot holds: a key and where its cells begin. */
const SLOT_WIDTH = 2

/**
 * The weights of a name finder, read-only. Same use as `FrozenTable`, but a third of its size: most of the time goes into
 * waiting for memory, and few classes and 256 levels of weight need two bytes a cell.
 */
export class NameTable {
  /** Eight bits of each key, never zero where a slot is taken: most features of running text have no row. */
  private readonly marks: Uint8Array
  private readonly slots: Int32Array
  private readonly mask: number
  /** Of each row the number of its cells, then class and level in turn. */
  private readonly cells: Uint8Array
  private readonly levels: Float32Array

  /** `rows` hold at most 256 different weights and 255 classes; more is refused with a RangeError. */
  constructor(rows: PackedRows) {
    const count = rows.keys.length
    let size = 16
    while (size < count * 2) size *= 2
    this.mask = size - 1
    this.marks = new Uint8Array(size)
    this.slots = new Int32Array(size * SLOT_WIDTH)
    this.cells = new Uint8Array(count + 2 * rows.values.length)
    const levels = new Map<number, number>()
    let at = 0
    for (let row = 0; row < count; row++) {
      const key = rows.keys[row] as number
      let slot = (key ^ (key >>> 16)) & this.mask
      while (this.marks[slot] !== 0) slot = (slot + 1) & this.mask
      this.marks[slot] = (key >>> 24) | 1
      this.slots[slot * SLOT_WIDTH] = key
      this.slots[slot * SLOT_WIDTH + 1] = at
      const [start, end] = [rows.starts[row] as number, rows.starts[row + 1] as number]
      this.cells[at++] = end - start
      for (let cell = start; cell < end; cell++) {
        const value = rows.values[cell] as number
        let level = levels.get(value)
        if (level === undefined) {
          level = levels.size
          levels.set(value, level)
        }
        this.cells[at++] = rows.classes[cell] as number
        this.cells[at++] = level
      }
    }
    if (levels.size > 256) throw new RangeError(`a table of names holds at most 256 weights, not ${levels.size}`)
    this.levels = new Float32Array(256)
    for (const [value, level] of levels) this.levels[level] = value
  }

  /** Adds the weights of `keys[0..count)` to `scores`, by class. */
  score(keys: Int32Array, count: number, scores: Float64Array): void {
    const { marks, slots, mask, cells, levels } = this
    for (let k = 0; k < count; k++) {
      const key = keys[k] as number
      const wanted = (key >>> 24) | 1
      let slot = (key ^ (key >>> 16)) & mask
      for (let mark = marks[slot]; mark !== 0; mark = marks[slot]) {
        if (mark === wanted && slots[slot * SLOT_WIDTH] === key) {
          let at = slots[slot * SLOT_WIDTH + 1] as number
          const end = at + 1 + 2 * (cells[at] as number)
          for (at++; at < end; at += 2) {
            const cls = cells[at] as number
            scores[cls] = (scores[cls] as number) + (levels[cells[at + 1] as number] as number)
          }
          break
        }
        slot = (slot + 1) & mask
      }
    }
  }
}
