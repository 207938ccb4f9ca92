import { LEFT, RIGHT, SHIFT, type State } from './state.ts'

/** The gold tree of a sentence: heads (the root's is n) and the children of each node, ascending. */
export interface GoldTree {
  readonly heads: Int32Array
  readonly children: readonly (readonly number[])[]
  readonly labels: Int32Array
}

/** Makes a gold tree from heads, where -1 is the root's. */
export function goldTree(heads: ArrayLike<number>, labels: Int32Array): GoldTree {
  const n = heads.length
  const own = new Int32Array(n)
  const children: number[][] = Array.from({ length: n + 1 }, () => [])
  for (let i = 0; i < n; i++) {
    const head = heads[i] as number
    own[i] = head < 0 ? n : head
    children[own[i] as number]?.push(i)
  }
  return { heads: own, children, labels }
}

/**
 * Writes how many gold arcs each move makes impossible (Goldberg and Nivre 2013), Infinity for illegal moves. The
 * cheapest is taken as right even where none is free, so that crossing arcs can be learnt from too.
 */
export function moveCosts(state: State, gold: GoldTree, costs: Float64Array): void {
  const { front } = state
  const s0 = state.stackNode(0)
  const s1 = state.stackNode(1)
  let lost = 0
  if (state.depth > 0) for (const child of gold.children[s0] as readonly number[]) if (child >= front) lost++
  const head = state.depth > 0 ? (gold.heads[s0] as number) : -1
  costs[LEFT] = state.legal(LEFT) ? lost + (head > front || head === s1 ? 1 : 0) : Number.POSITIVE_INFINITY
  costs[RIGHT] = state.legal(RIGHT) ? lost + (head >= front ? 1 : 0) : Number.POSITIVE_INFINITY
  if (state.legal(SHIFT)) {
    let cost = 0
    const frontHead = gold.heads[front] as number
    for (let k = 0; k < state.depth; k++) {
      const node = state.stackNode(k)
      if (gold.heads[node] === front) cost++
      if (k > 0 && node === frontHead) cost++
    }
    costs[SHIFT] = cost
  } else costs[SHIFT] = Number.POSITIVE_INFINITY
}
