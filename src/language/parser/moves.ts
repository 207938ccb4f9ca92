import type { Atoms } from './atoms.ts'
import { MAX_KEYS, moveKeys } from './features.ts'
import { LEFT, RIGHT, SHIFT, type State } from './state.ts'

/** Weights of the three moves while they are learnt. A slot holds a key and three weights side by side: one look-up, one cache line. */

const FIRST_SLOTS = 1 << 18
const FULLEST = 0.55
const WIDTH = 4

/** What scores moves. */
export interface MoveScorer {
  /** The weight that a score of one stands for. */
  readonly unit: number
  /** Said before the states of a sentence are scored. */
  begin(): void
  /** Scores the next move of a state: `out` gets the three sums, in the order of the move numbers. */
  score(state: State, atoms: Atoms, out: Float64Array): void
}

/** Rows of a frozen move table, sorted by their unsigned keys: three values each. */
export interface MoveRows {
  readonly keys: Int32Array
  readonly values: Float32Array
}

function scoreInto(
  slots: Int32Array,
  weights: Float32Array,
  mask: number,
  keys: Int32Array,
  count: number,
  out: Float64Array,
): void {
  let a = 0
  let b = 0
  let c = 0
  for (let k = 0; k < count; k++) {
    const key = keys[k] as number
    let slot = (key ^ (key >>> 16)) & mask
    let held = slots[slot * WIDTH] as number
    while (held !== key && held !== 0) {
      slot = (slot + 1) & mask
      held = slots[slot * WIDTH] as number
    }
    if (held === 0) continue
    const at = slot * WIDTH
    a += weights[at + 1] as number
    b += weights[at + 2] as number
    c += weights[at + 3] as number
  }
  out[SHIFT] = a
  out[LEFT] = b
  out[RIGHT] = c
}

/** The growing table of training; see `LearningTable` for the meaning of the sums. */
export class LearningMoves implements MoveScorer {
  private slots = new Int32Array(FIRST_SLOTS * WIDTH)
  private weights = new Float32Array(this.slots.buffer)
  private sums = new Float64Array(FIRST_SLOTS * 3)
  private counts = new Uint32Array(FIRST_SLOTS)
  private mask = FIRST_SLOTS - 1
  private used = 0
  readonly unit = 1
  private readonly keys = new Int32Array(MAX_KEYS)

  get size(): number {
    return this.used
  }

  begin(): void {}

  score(state: State, atoms: Atoms, out: Float64Array): void {
    this.scoreKeys(this.keys, moveKeys(state, atoms, this.keys), out)
  }

  /** As `score`, for the keys of a state. */
  scoreKeys(keys: Int32Array, count: number, out: Float64Array): void {
    scoreInto(this.slots, this.weights, this.mask, keys, count, out)
  }

  /** Adds `delta` to the weight of every key for one move; `time` is the number of decisions so far. */
  add(keys: Int32Array, count: number, move: number, delta: number, time: number): void {
    for (let k = 0; k < count; k++) {
      const slot = this.slotOf(keys[k] as number)
      this.counts[slot] = (this.counts[slot] as number) + 1
      const at = slot * WIDTH + 1 + move
      this.weights[at] = (this.weights[at] as number) + delta
      const sum = slot * 3 + move
      this.sums[sum] = (this.sums[sum] as number) + delta * time
    }
  }

  private slotOf(key: number): number {
    let slot = (key ^ (key >>> 16)) & this.mask
    while (this.slots[slot * WIDTH] !== 0) {
      if (this.slots[slot * WIDTH] === key) return slot
      slot = (slot + 1) & this.mask
    }
    if (this.used + 1 > FULLEST * (this.mask + 1)) {
      this.grow()
      return this.slotOf(key)
    }
    this.used++
    this.slots[slot * WIDTH] = key
    return slot
  }

  private grow(): void {
    const { slots, weights, sums, counts } = this
    const size = counts.length * 2
    this.slots = new Int32Array(size * WIDTH)
    this.weights = new Float32Array(this.slots.buffer)
    this.sums = new Float64Array(size * 3)
    this.counts = new Uint32Array(size)
    this.mask = size - 1
    for (let old = 0; old < counts.length; old++) {
      const key = slots[old * WIDTH] as number
      if (key === 0) continue
      let slot = (key ^ (key >>> 16)) & this.mask
      while (this.slots[slot * WIDTH] !== 0) slot = (slot + 1) & this.mask
      this.slots[slot * WIDTH] = key
      this.counts[slot] = counts[old] as number
      for (let move = 0; move < 3; move++) {
        this.weights[slot * WIDTH + 1 + move] = weights[old * WIDTH + 1 + move] as number
        this.sums[slot * 3 + move] = sums[old * 3 + move] as number
      }
    }
  }

  /** Replaces every weight by its mean over `time` decisions and forgets the sums; learning may go on from there. */
  average(time: number): void {
    if (time <= 0) return
    for (let slot = 0; slot < this.counts.length; slot++) {
      if (this.slots[slot * WIDTH] === 0) continue
      for (let move = 0; move < 3; move++) {
        const at = slot * WIDTH + 1 + move
        this.weights[at] = (this.weights[at] as number) - (this.sums[slot * 3 + move] as number) / time
        this.sums[slot * 3 + move] = 0
      }
    }
  }

  /** Rows updated at least `least` times, in ascending order of their unsigned keys. */
  frozenRows(least: number): MoveRows {
    const kept: number[] = []
    for (let slot = 0; slot < this.counts.length; slot++) {
      const at = slot * WIDTH
      if (this.slots[at] === 0 || (this.counts[slot] as number) < least) continue
      if (this.weights[at + 1] !== 0 || this.weights[at + 2] !== 0 || this.weights[at + 3] !== 0) kept.push(slot)
    }
    const key = (slot: number): number => this.slots[slot * WIDTH] as number
    kept.sort((a, b) => (key(a) >>> 0) - (key(b) >>> 0))
    const rows = { keys: Int32Array.from(kept, key), values: new Float32Array(kept.length * 3) }
    kept.forEach((slot, i) => {
      rows.values.set(this.weights.subarray(slot * WIDTH + 1, slot * WIDTH + 4), i * 3)
    })
    return rows
  }
}
