/** The three moves of the arc-hybrid system (Kuhlmann, Gómez-Rodríguez and Satta 2011). */
export const SHIFT = 0
/** The front of the buffer becomes the head of the top of the stack, which leaves it. */
export const LEFT = 1
/** The second of the stack becomes the head of the top, which leaves it. */
export const RIGHT = 2

/** What a node knows of itself and its children, as offsets into its cells. */
const FIELDS = 10
const HEAD = 0
const LABEL = 1
const L1 = 2
const L2 = 3
const R1 = 4
const R2 = 5
const LEFT_COUNT = 6
const RIGHT_COUNT = 7
const LEFT_SET = 8
const RIGHT_SET = 9

/**
 * Where a parse stands: stack, buffer and the arcs so far. Tokens are 0 … n−1, the root is n and stands at the end of
 * the buffer, n+1 stands for "no node". All arrays are reused from sentence to sentence.
 */
export class State {
  n = 0
  /** Number of nodes on the stack. */
  depth = 0
  /** First node of the buffer. */
  front = 0
  score = 0
  /** The moves made so far. */
  moves = new Uint8Array(128)
  moveCount = 0
  private stack = new Int32Array(64)
  private cells = new Int32Array(64 * FIELDS)

  /** Begins a sentence of `n` tokens. */
  reset(n: number): void {
    this.n = n
    this.depth = 0
    this.front = 0
    this.score = 0
    this.moveCount = 0
    if (this.stack.length < n + 2) {
      this.stack = new Int32Array(n + 64)
      this.cells = new Int32Array((n + 64) * FIELDS)
      this.moves = new Uint8Array(2 * (n + 64))
    }
    const { cells } = this
    const none = n + 1
    for (let node = 0, at = 0; node < n + 2; node++, at += FIELDS) {
      cells[at + HEAD] = -1
      cells[at + LABEL] = -1
      cells[at + L1] = none
      cells[at + L2] = none
      cells[at + R1] = none
      cells[at + R2] = none
      cells[at + LEFT_COUNT] = 0
      cells[at + RIGHT_COUNT] = 0
      cells[at + LEFT_SET] = 0
      cells[at + RIGHT_SET] = 0
    }
  }

  /** Becomes a copy of another state of the same sentence. */
  copy(other: State): void {
    const { n } = other
    if (this.stack.length < n + 2) this.reset(n)
    this.n = n
    this.depth = other.depth
    this.front = other.front
    this.score = other.score
    this.moveCount = other.moveCount
    for (let i = 0; i < other.moveCount; i++) this.moves[i] = other.moves[i] as number
    for (let i = 0; i < other.depth; i++) this.stack[i] = other.stack[i] as number
    const size = (n + 2) * FIELDS
    const from = other.cells
    const to = this.cells
    for (let i = 0; i < size; i++) to[i] = from[i] as number
  }

  /** The k-th node of the stack from its top, or the node that stands for none. */
  stackNode(k: number): number {
    return k < this.depth ? (this.stack[this.depth - 1 - k] as number) : this.n + 1
  }

  /** The k-th node of the buffer, or the node that stands for none. */
  bufferNode(k: number): number {
    const node = this.front + k
    return node <= this.n ? node : this.n + 1
  }

  head(node: number): number {
    return this.cells[node * FIELDS + HEAD] as number
  }
  /** Label of the arc to the node's head, -1 if it has none yet. */
  label(node: number): number {
    return this.cells[node * FIELDS + LABEL] as number
  }
  /** Outermost child to the left. */
  l1(node: number): number {
    return this.cells[node * FIELDS + L1] as number
  }
  l2(node: number): number {
    return this.cells[node * FIELDS + L2] as number
  }
  /** Outermost child to the right. */
  r1(node: number): number {
    return this.cells[node * FIELDS + R1] as number
  }
  r2(node: number): number {
    return this.cells[node * FIELDS + R2] as number
  }
  leftCount(node: number): number {
    return this.cells[node * FIELDS + LEFT_COUNT] as number
  }
  rightCount(node: number): number {
    return this.cells[node * FIELDS + RIGHT_COUNT] as number
  }
  /** Hash of the labels to the left, whatever their order. */
  leftSet(node: number): number {
    return this.cells[node * FIELDS + LEFT_SET] as number
  }
  rightSet(node: number): number {
    return this.cells[node * FIELDS + RIGHT_SET] as number
  }

  /** Whether a move may be made. The root is never shifted and gets exactly one child, at the end. */
  legal(move: number): boolean {
    const atRoot = this.front >= this.n
    if (move === SHIFT) return !atRoot
    if (move === RIGHT) return this.depth >= 2
    return atRoot ? this.depth === 1 : this.depth >= 1
  }

  /** Whether all tokens have a head. */
  get finished(): boolean {
    return this.front >= this.n && this.depth === 0
  }

  /** The head that a move gives to the top of the stack. */
  headBy(move: number): number {
    return move === LEFT ? this.front : this.stackNode(1)
  }

  /** Makes a move; `label` belongs to the arc that LEFT and RIGHT make. */
  apply(move: number, label: number): void {
    this.moves[this.moveCount++] = move
    if (move === SHIFT) {
      this.stack[this.depth++] = this.front++
      return
    }
    const { cells } = this
    const child = this.stackNode(0)
    const head = this.headBy(move)
    this.depth--
    cells[child * FIELDS + HEAD] = head
    cells[child * FIELDS + LABEL] = label
    const at = head * FIELDS
    const left = move === LEFT
    const first = left ? L1 : R1
    cells[at + first + 1] = cells[at + first] as number
    cells[at + first] = child
    const count = left ? LEFT_COUNT : RIGHT_COUNT
    cells[at + count] = (cells[at + count] as number) + 1
    const set = left ? LEFT_SET : RIGHT_SET
    cells[at + set] = ((cells[at + set] as number) + Math.imul(label + 1, 0x9e3779b1)) | 0
  }
}
