import { largestOf, STEPS, slotBits, stepOf } from '../frozen.ts'
import type { Atoms } from './atoms.ts'
import { frontKeys, MAX_KEYS, meetKeys, stackKeys, stateKeys } from './features.ts'
import type { MoveRows, MoveScorer } from './moves.ts'
import { LEFT, RIGHT, SHIFT, type State } from './state.ts'

/** Room for the sums of pairs of nodes of one sentence; a sum that finds its place taken is worked out anew. */
const PAIRS_LOG = 11

/**
 * Read-only move weights. Scores are whole numbers, in steps of `unit`: their sums do not depend on their order, so the
 * parts of a score that belong to one or two nodes are worked out once for a sentence and kept.
 */
export class FrozenMoves implements MoveScorer {
  readonly unit: number
  /**
   * Two numbers a slot: lower half of the key and the step of SHIFT; steps of LEFT and RIGHT. A slot is empty if the
   * first is zero. The upper bits of a key say where to look.
   */
  private readonly slots: Int32Array
  private readonly mask: number
  private readonly shift: number
  private readonly keys = new Int32Array(MAX_KEYS)
  /** What stands in the first slot of each key. */
  private readonly first = new Int32Array(MAX_KEYS)
  private readonly front: Sums
  private readonly stack: Sums
  private readonly meet: Sums

  constructor({ keys, values }: MoveRows) {
    const largest = largestOf(values)
    this.unit = largest === 0 ? 1 : largest / STEPS
    const bits = slotBits(keys.length)
    this.mask = 2 ** bits - 1
    this.shift = 32 - bits
    this.slots = new Int32Array(2 ** bits * 2)
    const { slots, mask, shift } = this
    for (let row = 0; row < keys.length; row++) {
      const key = keys[row] as number
      let slot = key >>> shift
      while (slots[2 * slot] !== 0) slot = (slot + 1) & mask
      const shiftStep = stepOf(values[row * 3 + SHIFT] as number, largest)
      const leftStep = stepOf(values[row * 3 + LEFT] as number, largest)
      const rightStep = stepOf(values[row * 3 + RIGHT] as number, largest)
      // A step of one where there is none keeps a slot from looking empty.
      slots[2 * slot] = (key << 16) | (shiftStep & 0xffff) || 1
      slots[2 * slot + 1] = (leftStep << 16) | (rightStep & 0xffff)
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
    const { keys, first, front, stack, meet, slots, shift } = this
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
    for (let k = 0; k < end; k++) first[k] = slots[((keys[k] as number) >>> shift) << 1] as number
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
    const lower = this.shift
    const wrap = 2 * mask + 1
    let shift = 0
    let left = 0
    let right = 0
    for (let k = from; k < to; k++) {
      const key = keys[k] as number
      const half = key & 0xffff
      let slot = (key >>> lower) << 1
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
