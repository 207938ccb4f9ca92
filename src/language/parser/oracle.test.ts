import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { goldTree, moveCosts } from './oracle.ts'
import { LEFT, RIGHT, SHIFT, State } from './state.ts'

/** Random trees: each token's head is drawn so that no circle arises, crossing arcs allowed. */
const trees = fc
  .array(fc.nat(), { minLength: 1, maxLength: 12 })
  .chain((draws) =>
    fc.shuffledSubarray([...draws.keys()], { minLength: draws.length }).map((order) => ({ draws, order })),
  )
  .map(({ draws, order }) => {
    const heads = new Int32Array(draws.length).fill(-1)
    order.forEach((node, rank) => {
      if (rank > 0) heads[node] = order[(draws[rank] as number) % rank] as number
    })
    return heads
  })

const isProjective = (heads: Int32Array): boolean =>
  [...heads].every((head, child) => {
    if (head < 0) return true
    const [from, to] = [Math.min(head, child), Math.max(head, child)]
    for (let i = from + 1; i < to; i++) {
      let at = i
      while (at >= 0 && at !== head) at = heads[at] as number
      if (at < 0) return false
    }
    return true
  })

/** Follows the cheapest move to the end; the sum of the costs paid. */
function followOracle(heads: Int32Array): { state: State; paid: number } {
  const gold = goldTree(heads, new Int32Array(heads.length))
  const state = new State()
  state.reset(heads.length)
  const costs = new Float64Array(3)
  let paid = 0
  while (!state.finished) {
    moveCosts(state, gold, costs)
    let best: number = LEFT
    for (const move of [RIGHT, SHIFT]) if ((costs[move] as number) < (costs[best] as number)) best = move
    paid += costs[best] as number
    state.apply(best, 0)
  }
  return { state, paid }
}

const headsOf = (state: State): number[] =>
  Array.from({ length: state.n }, (_, i) => (state.head(i) === state.n ? -1 : state.head(i)))

describe('the dynamic oracle', () => {
  it('builds every projective tree at no cost', () => {
    fc.assert(
      fc.property(trees.filter(isProjective), (heads) => {
        const { state, paid } = followOracle(heads)
        expect(paid).toBe(0)
        expect(headsOf(state)).toEqual([...heads])
        expect(state.moveCount).toBe(2 * heads.length)
      }),
    )
  })

  it('foretells how many arcs of any tree are lost', () => {
    fc.assert(
      fc.property(trees, (heads) => {
        const { state, paid } = followOracle(heads)
        const lost = headsOf(state).filter((head, i) => head !== heads[i]).length
        expect(lost).toBeGreaterThanOrEqual(paid > 0 ? 1 : 0)
        expect(headsOf(state).filter((head) => head === -1)).toHaveLength(1)
      }),
    )
  })

  it('makes one tree of any row of legal moves', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 15 }), fc.infiniteStream(fc.nat(2)), (n, choices) => {
        const state = new State()
        state.reset(n)
        while (!state.finished) {
          const legal = [SHIFT, LEFT, RIGHT].filter((move) => state.legal(move))
          expect(legal.length).toBeGreaterThan(0)
          state.apply(legal[(choices.next().value as number) % legal.length] as number, 0)
        }
        const heads = headsOf(state)
        expect(heads.filter((head) => head === -1)).toHaveLength(1)
        for (let i = 0; i < n; i++) {
          let at = i
          for (let steps = 0; at >= 0; steps++) {
            expect(steps).toBeLessThanOrEqual(n)
            at = heads[at] as number
          }
        }
      }),
    )
  })
})
