/** Rows of weights while they are learnt: created when first updated, averaged at the end. */

const FIRST_SLOTS = 1 << 16
/** The table grows when it is fuller than this, so that probes stay short. */
const FULLEST = 0.6

/** One frozen row: its key and the classes with a weight. */
export interface Row {
  readonly key: number
  readonly classes: Uint16Array | Uint8Array
  readonly values: Float32Array
}

/**
 * A growing hash table from feature keys to weights of a few classes each. `add` is the perceptron's update; the mean
 * over all decisions is w − u/c, where u sums each change times the number of decisions before it.
 */
export class LearningTable {
  private keys = new Int32Array(FIRST_SLOTS)
  private rows = new Int32Array(FIRST_SLOTS)
  private mask = FIRST_SLOTS - 1
  private used = 0
  readonly unit = 1
  /** Per row: where its cells begin, how many are filled, how many there is room for, how often it was updated. */
  private starts = new Int32Array(FIRST_SLOTS)
  private lengths = new Uint16Array(FIRST_SLOTS)
  private rooms = new Uint16Array(FIRST_SLOTS)
  private counts = new Uint32Array(FIRST_SLOTS)
  /** Cells: class, weight, weighted sum of changes. */
  private cellClasses = new Uint16Array(FIRST_SLOTS * 2)
  private cellWeights = new Float32Array(FIRST_SLOTS * 2)
  private cellSums = new Float64Array(FIRST_SLOTS * 2)
  private cells = 0

  /** Number of features that have a row. */
  get size(): number {
    return this.used
  }

  private find(key: number): number {
    const { keys, mask } = this
    let slot = (key ^ (key >>> 16)) & mask
    while (true) {
      const held = keys[slot]
      if (held === key) return slot
      if (held === 0) return -1
      slot = (slot + 1) & mask
    }
  }

  /** Adds the weights of `keys[0..count)` to `scores`, by class. */
  score(keys: Int32Array, count: number, scores: Float64Array): void {
    const { starts, lengths, cellClasses, cellWeights } = this
    for (let k = 0; k < count; k++) {
      const slot = this.find(keys[k] as number)
      if (slot < 0) continue
      const row = this.rows[slot] as number
      const from = starts[row] as number
      const to = from + (lengths[row] as number)
      for (let cell = from; cell < to; cell++)
        scores[cellClasses[cell] as number] =
          (scores[cellClasses[cell] as number] as number) + (cellWeights[cell] as number)
    }
  }

  /** The same as `score`: rows that change have no faster way. */
  scoreOnly(keys: Int32Array, count: number, scores: Float64Array): void {
    this.score(keys, count, scores)
  }

  /** Adds `delta` to the weight of every key for one class; `time` is the number of decisions so far. */
  add(keys: Int32Array, count: number, cls: number, delta: number, time: number): void {
    for (let k = 0; k < count; k++) this.addOne(keys[k] as number, cls, delta, time)
  }

  private addOne(key: number, cls: number, delta: number, time: number): void {
    const row = this.rowOf(key)
    this.counts[row] = (this.counts[row] as number) + 1
    const from = this.starts[row] as number
    const length = this.lengths[row] as number
    let cell = from
    while (cell < from + length && this.cellClasses[cell] !== cls) cell++
    if (cell === from + length) cell = this.newCell(row, cls)
    this.cellWeights[cell] = (this.cellWeights[cell] as number) + delta
    this.cellSums[cell] = (this.cellSums[cell] as number) + delta * time
  }

  private rowOf(key: number): number {
    const { keys, mask } = this
    let slot = (key ^ (key >>> 16)) & mask
    while (keys[slot] !== 0) {
      if (keys[slot] === key) return this.rows[slot] as number
      slot = (slot + 1) & mask
    }
    if (this.used + 1 > FULLEST * keys.length) {
      this.growSlots()
      return this.rowOf(key)
    }
    const row = this.used++
    keys[slot] = key
    this.rows[slot] = row
    if (row >= this.starts.length) this.growRows()
    return row
  }

  private newCell(row: number, cls: number): number {
    const length = this.lengths[row] as number
    if (length >= (this.rooms[row] as number)) {
      const room = length === 0 ? 2 : length * 2
      if (this.cells + room > this.cellClasses.length) this.growCells(room)
      const from = this.starts[row] as number
      const to = this.cells
      this.cellClasses.copyWithin(to, from, from + length)
      this.cellWeights.copyWithin(to, from, from + length)
      this.cellSums.copyWithin(to, from, from + length)
      this.starts[row] = to
      this.rooms[row] = room
      this.cells += room
    }
    const cell = (this.starts[row] as number) + length
    this.cellClasses[cell] = cls
    this.cellWeights[cell] = 0
    this.cellSums[cell] = 0
    this.lengths[row] = length + 1
    return cell
  }

  private growSlots(): void {
    const oldKeys = this.keys
    const oldRows = this.rows
    this.keys = new Int32Array(oldKeys.length * 2)
    this.rows = new Int32Array(oldKeys.length * 2)
    this.mask = this.keys.length - 1
    for (let i = 0; i < oldKeys.length; i++) {
      const key = oldKeys[i] as number
      if (key === 0) continue
      let slot = (key ^ (key >>> 16)) & this.mask
      while (this.keys[slot] !== 0) slot = (slot + 1) & this.mask
      this.keys[slot] = key
      this.rows[slot] = oldRows[i] as number
    }
  }

  private growRows(): void {
    this.starts = grown(this.starts, new Int32Array(this.starts.length * 2))
    this.lengths = grown(this.lengths, new Uint16Array(this.lengths.length * 2))
    this.rooms = grown(this.rooms, new Uint16Array(this.rooms.length * 2))
    this.counts = grown(this.counts, new Uint32Array(this.counts.length * 2))
  }

  private growCells(room: number): void {
    const size = Math.max(this.cellClasses.length * 2, this.cells + room)
    this.cellClasses = grown(this.cellClasses, new Uint16Array(size))
    this.cellWeights = grown(this.cellWeights, new Float32Array(size))
    this.cellSums = grown(this.cellSums, new Float64Array(size))
  }

  /** Replaces every weight by its mean over `time` decisions and forgets the sums; learning may go on from there. */
  average(time: number): void {
    if (time <= 0) return
    for (let cell = 0; cell < this.cells; cell++) {
      this.cellWeights[cell] = (this.cellWeights[cell] as number) - (this.cellSums[cell] as number) / time
      this.cellSums[cell] = 0
    }
  }

  /** Rows updated at least `least` times, without weights of zero, in ascending order of their unsigned keys. */
  frozenRows(least: number): Row[] {
    const out: Row[] = []
    for (let slot = 0; slot < this.keys.length; slot++) {
      const key = this.keys[slot] as number
      if (key === 0) continue
      const row = this.rows[slot] as number
      if ((this.counts[row] as number) < least) continue
      const from = this.starts[row] as number
      const cells: number[] = []
      for (let cell = from; cell < from + (this.lengths[row] as number); cell++)
        if (this.cellWeights[cell] !== 0) cells.push(cell)
      if (cells.length === 0) continue
      cells.sort((a, b) => (this.cellClasses[a] as number) - (this.cellClasses[b] as number))
      out.push({
        key: key >>> 0,
        classes: Uint16Array.from(cells, (cell) => this.cellClasses[cell] as number),
        values: Float32Array.from(cells, (cell) => this.cellWeights[cell] as number),
      })
    }
    return out.sort((a, b) => a.key - b.key)
  }
}

function grown<T extends Int32Array | Uint16Array | Uint32Array | Float32Array | Float64Array>(from: T, to: T): T {
  to.set(from)
  return to
}
