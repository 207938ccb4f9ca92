import { STEPS, stepOf } from '../frozen.ts'
import type { Atoms } from './atoms.ts'
import { frontKeys, MAX_KEYS, meetKeys, stackKeys, stateKeys } from './features.ts'
import type { MoveRows, MoveScorer } from './moves.ts'
import { LEFT, RIGHT, SHIFT, type State } from './state.ts'

/** Fewest slots of a table: the lower half of a key says where to look, so the upper half tells keys apart. */
const FEWEST_SLOTS = 1 << 16

/** Room for the sums of pairs of nodes of one sentence; a sum that finds its place taken is worked out anew. */
const PAIRS_LOG = 11

/**
 * Read-only move weights. Scores are whole numbers, in steps of `unit`: their sums do not depend on their order, so the
 * parts of a score that belong to one or two nodes are worked out once for a sentence and kept.
 */
export class FrozenMoves implements MoveScorer {
  readonly unit: number
  /**
   * Two numbers a slot: upper half of the key and the step of SHIFT; steps of LEFT and RIGHT. A slot is empty if the
   * first is zero. Large rows were put in first and stand where they are looked for first.
   */
  private readonly slots: Int32Array
  private readonly mask: number
  private readonly keys = new Int32Array(MAX_KEYS)
  /** What stands in the first slot of each key. */
  private readonly first = new Int32Array(MAX_KEYS)
  private readonly front: Sums
  private readonly stack: Sums
  private readonly meet: Sums

  constructor({ keys, values }: MoveRows) {
    let largest = 0
    for (const value of values) largest = Math.max(largest, Math.abs(value))
    this.unit = largest === 0 ? 1 : largest / STEPS
    let size = FEWEST_SLOTS
    while (size < keys.length * 2) size *= 2
    this.mask = size - 1
    this.slots = new Int32Array(size * 2)
    for (const row of byWeight(values, largest)) {
      const key = keys[row] as number
      let at = (key & this.mask) << 1
      while (this.slots[at] !== 0) at = (at + 2) & (2 * this.mask + 1)
      const step = (move: number): number => stepOf(values[row * 3 + move] as number, largest)
      // One step of nothing keeps a slot from looking empty.
      this.slots[at] = (key & ~0xffff) | (step(SHIFT) & 0xffff) || 1
      this.slots[at + 1] = (step(LEFT) << 16) | (step(RIGHT) & 0xffff)
    }
    this.front = new Sums(PAIRS_LOG)
    this.stack = new Sums(PAIRS_LOG)
    this.meet = new Sums(PAIRS_LOG)
  }

  begin(): void {
    this.front.clear()
    this.stack.clear()
    this.meet.clear()
  }

  score(state: State, atoms: Atoms, out: Float64Array): void {
    const { keys, first, front, stack, meet, slots, mask } = this
    const s0 = state.stackNode(0)
    const s1 = state.stackNode(1)
    const b0 = state.bufferNode(0)
    const width = atoms.n + 2
    const frontAt = front.find(b0)
    const stackAt = stack.find(s1 * width + s0)
    const meetAt = meet.find(s0 * width + b0)
    const frontEnd = frontAt < 0 ? frontKeys(atoms, b0, keys, 0) : 0
    const stackEnd = stackAt < 0 ? stackKeys(atoms, s1, s0, keys, frontEnd) : frontEnd
    const meetEnd = meetAt < 0 ? meetKeys(atoms, s0, b0, keys, stackEnd) : stackEnd
    const end = stateKeys(state, atoms, keys, meetEnd)
    // Touching all slots first lets the processor wait for many of them at a time.
    for (let k = 0; k < end; k++) first[k] = slots[((keys[k] as number) & mask) << 1] as number
    const frontSlot = frontAt < 0 ? this.add(0, frontEnd, front, ~frontAt) : frontAt
    const stackSlot = stackAt < 0 ? this.add(frontEnd, stackEnd, stack, ~stackAt) : stackAt
    const meetSlot = meetAt < 0 ? this.add(stackEnd, meetEnd, meet, ~meetAt) : meetAt
    this.add(meetEnd, end, front, 0)
    const a = front.values
    const b = stack.values
    const c = meet.values
    for (let move = 0; move < 3; move++)
      out[move] =
        (a[move] as number) +
        (a[frontSlot + move] as number) +
        (b[stackSlot + move] as number) +
        (c[meetSlot + move] as number)
  }

  /** Adds up the rows of `keys[from..to)`, whose first slots have been touched, into `sums.values[at …]`. */
  private add(from: number, to: number, sums: Sums, at: number): number {
    const { keys, first, slots, mask } = this
    const wrap = 2 * mask + 1
    let shift = 0
    let left = 0
    let right = 0
    for (let k = from; k < to; k++) {
      const key = keys[k] as number
      const half = key >>> 16
      let slot = (key & mask) << 1
      let one = first[k] as number
      while (one >>> 16 !== half && one !== 0) {
        slot = (slot + 2) & wrap
        one = slots[slot] as number
      }
      // An empty slot holds zeros.
      const two = slots[slot + 1] as number
      shift += (one << 16) >> 16
      left += two >> 16
      right += (two << 16) >> 16
    }
    const { values } = sums
    values[at + SHIFT] = shift
    values[at + LEFT] = left
    values[at + RIGHT] = right
    return at
  }
}

/** Sums of three by a number, kept until the next sentence. The first three values are free for the caller. */
class Sums {
  readonly values: Int32Array
  private readonly owners: Int32Array
  private readonly shift: number

  constructor(log: number) {
    this.values = new Int32Array(((1 << log) + 1) * 3)
    this.owners = new Int32Array(1 << log)
    this.shift = 32 - log
  }

  clear(): void {
    this.owners.fill(-1)
  }

  /** Where the sums of `id` stand in `values`; if they do not yet, the place is given to them and its complement returned. */
  find(id: number): number {
    const place = Math.imul(id, 0x9e3779b1) >>> this.shift
    const at = 3 * place + 3
    if (this.owners[place] === id) return at
    this.owners[place] = id
    return ~at
  }
}

/** Rows in order of their largest weight, in 128 grades, then as they stand. */
function byWeight(values: Float32Array, largest: number): Int32Array {
  const count = values.length / 3
  const grades = new Uint8Array(count)
  const ends = new Int32Array(129)
  for (let row = 0; row < count; row++) {
    const weight = Math.max(
      Math.abs(values[3 * row] as number),
      Math.abs(values[3 * row + 1] as number),
      Math.abs(values[3 * row + 2] as number),
    )
    const grade = largest === 0 ? 0 : 127 - Math.round(127 * Math.sqrt(weight / largest))
    grades[row] = grade
    ends[grade + 1] = (ends[grade + 1] as number) + 1
  }
  for (let grade = 0; grade < 128; grade++) ends[grade + 1] = (ends[grade + 1] as number) + (ends[grade] as number)
  const order = new Int32Array(count)
  for (let row = 0; row < count; row++) {
    const grade = grades[row] as number
    order[ends[grade] as number] = row
    ends[grade] = (ends[grade] as number) + 1
  }
  return order
}
