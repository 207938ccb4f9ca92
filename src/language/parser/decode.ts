import type { Scorer } from '../frozen.ts'
import type { Atoms } from './atoms.ts'
import { labelKeys, MAX_KEYS } from './features.ts'
import type { MoveScorer } from './moves.ts'
import { LEFT, RIGHT, SHIFT, State } from './state.ts'

/** The tree of a sentence. */
export interface Tree {
  /** Head of each token, -1 for the root. */
  readonly heads: Int32Array
  readonly labels: Int32Array
  /** 1 where all hypotheses of the final beam have the same head and label. */
  readonly agreed: Uint8Array
}

/** Widest beam offered. */
export const MAX_WIDTH = 8

/**
 * A hypothesis that is worse than the best by more than this is given up, in weights of the moves. A wide beam costs
 * hardly more than a greedy parse then, since it is wide only where the choice is hard. Chosen on EWT, GUM and the news
 * of GUM: the first value at which no treebank loses a tenth of a point of LAS (docs/language-engine.md).
 */
export const MAX_BEHIND = 250

/** Order in which moves of equal score are taken: an arc that can be made is made. */
const MOVES = [LEFT, RIGHT, SHIFT] as const

/** Places for labels of one sentence that were chosen before; a label whose place is taken is chosen anew. */
const REMEMBERED_LOG = 10

/** Chooses the label of an arc before it is made. */
export class Labeler {
  private readonly keys = new Int32Array(MAX_KEYS)
  private readonly scores: Float64Array
  /** Two hashes of an arc and its label. */
  private readonly remembered = new Int32Array(3 << REMEMBERED_LOG)
  private readonly scorer: Scorer
  private readonly labelCount: number

  constructor(scorer: Scorer, labelCount: number) {
    this.scorer = scorer
    this.labelCount = labelCount
    this.scores = new Float64Array(labelCount)
  }

  /** Said before the arcs of a sentence are labelled with weights that stay as they are. */
  begin(): void {
    this.remembered.fill(-1)
  }

  /** As `label`, for hypotheses of one sentence: where nodes and children are the same the label is, too. */
  labelOnce(state: State, atoms: Atoms, head: number, child: number): number {
    const { remembered } = this
    const first = arcHash(state, head, child, 0x9e3779b1)
    const second = arcHash(state, head, child, 0x85ebca6b)
    const at = (first >>> (32 - REMEMBERED_LOG)) * 3
    if (remembered[at] === first && remembered[at + 1] === second && (remembered[at + 2] as number) >= 0)
      return remembered[at + 2] as number
    const label = this.label(state, atoms, head, child)
    remembered[at] = first
    remembered[at + 1] = second
    remembered[at + 2] = label
    return label
  }

  label(state: State, atoms: Atoms, head: number, child: number): number {
    const { scores } = this
    const count = labelKeys(state, atoms, head, child, this.keys)
    scores.fill(0)
    this.scorer.score(this.keys, count, scores)
    let best = 0
    for (let label = 1; label < this.labelCount; label++)
      if ((scores[label] as number) > (scores[best] as number)) best = label
    return best
  }
}

/** Hash of all that the features of an arc look at. */
function arcHash(state: State, head: number, child: number, factor: number): number {
  const sister = head > child ? state.l1(head) : state.r1(head)
  const outer = state.l1(head)
  const left = state.l1(child)
  const right = state.r1(child)
  let h = Math.imul((head << 16) ^ child, factor)
  h = Math.imul(h ^ (h >>> 15) ^ ((left << 16) ^ right), factor)
  h = Math.imul(h ^ (h >>> 13) ^ ((sister << 16) ^ outer), factor)
  h = Math.imul(h ^ (h >>> 15) ^ state.leftSet(child), factor)
  h = Math.imul(h ^ (h >>> 13) ^ state.rightSet(child), factor)
  h = Math.imul(h ^ (h >>> 15) ^ state.leftSet(head), factor)
  h = Math.imul(h ^ (h >>> 13) ^ state.rightSet(head), factor)
  const labels = ((state.label(left) & 0xff) << 16) | ((state.label(right) & 0xff) << 8) | (state.label(sister) & 0xff)
  h = Math.imul(h ^ (h >>> 15) ^ labels, factor)
  return h ^ (h >>> 14)
}

/** Finds trees with a beam of hypotheses; a beam of one is greedy parsing. */
export class Parser {
  private readonly moves: MoveScorer
  readonly labeler: Labeler
  private readonly scores = new Float64Array(3)
  /** How far a hypothesis may be behind, in scores. */
  private readonly behind: number
  /** Hypotheses of the current step, and states that are free. */
  private beam: State[] = []
  private readonly pool: State[] = []
  /** Candidates of one step, best first: parent, move, score. */
  private readonly parents = new Int32Array(MAX_WIDTH)
  private readonly chosen = new Int32Array(MAX_WIDTH)
  private readonly totals = new Float64Array(MAX_WIDTH)
  private readonly children = new Int32Array(MAX_WIDTH)

  /** `behind` is how far a hypothesis may be behind the best before it is given up, in weights of the moves. */
  constructor(moves: MoveScorer, labeler: Labeler, behind: number) {
    this.moves = moves
    this.behind = behind / moves.unit
    this.labeler = labeler
  }

  /** The best tree of a sentence of at least one token. */
  parse(atoms: Atoms, width: number): Tree {
    this.begin(atoms)
    while (this.step(atoms, width));
    const beam = this.beam
    const best = beam[0] as State
    const { n } = atoms
    const heads = new Int32Array(n)
    const labels = new Int32Array(n)
    const agreed = new Uint8Array(n)
    for (let i = 0; i < n; i++) {
      const head = best.head(i)
      const label = best.label(i)
      heads[i] = head === n ? -1 : head
      labels[i] = label
      agreed[i] = width > 1 && beam.every((state) => state.head(i) === head && state.label(i) === label) ? 1 : 0
    }
    return { heads, labels, agreed }
  }

  /** The hypotheses as they stand, best first; valid until the next call. */
  get hypotheses(): readonly State[] {
    return this.beam
  }

  /** Starts a sentence. */
  begin(atoms: Atoms): void {
    this.pool.push(...this.beam)
    this.moves.begin()
    this.labeler.begin()
    const first = this.pool.pop() ?? new State()
    first.reset(atoms.n)
    this.beam = [first]
  }

  /** Makes one move in every hypothesis and keeps the best `width`; false once the sentence is done. */
  step(atoms: Atoms, width: number): boolean {
    const { beam, scores, parents, chosen, totals, children } = this
    if ((beam[0] as State).finished) return false
    let count = 0
    for (let h = 0; h < beam.length; h++) {
      const state = beam[h] as State
      children[h] = 0
      this.moves.score(state, atoms, scores)
      for (const move of MOVES) {
        if (!state.legal(move)) continue
        const total = state.score + (scores[move] as number)
        if (count === width && total <= (totals[count - 1] as number)) continue
        let at = count < width ? count++ : count - 1
        while (at > 0 && total > (totals[at - 1] as number)) {
          totals[at] = totals[at - 1] as number
          parents[at] = parents[at - 1] as number
          chosen[at] = chosen[at - 1] as number
          at--
        }
        totals[at] = total
        parents[at] = h
        chosen[at] = move
      }
    }
    const least = (totals[0] as number) - this.behind
    while (count > 1 && (totals[count - 1] as number) < least) count--
    for (let c = 0; c < count; c++) children[parents[c] as number] = (children[parents[c] as number] as number) + 1
    const next: State[] = []
    for (let c = 0; c < count; c++) {
      const h = parents[c] as number
      const parent = beam[h] as State
      let state = parent
      // The last child of a hypothesis takes its state over, the others copy it.
      children[h] = (children[h] as number) - 1
      if ((children[h] as number) > 0) {
        state = this.pool.pop() ?? new State()
        state.copy(parent)
      } else children[h] = -1
      const move = chosen[c] as number
      state.score = totals[c] as number
      state.apply(
        move,
        move === SHIFT ? -1 : this.labeler.labelOnce(state, atoms, state.headBy(move), state.stackNode(0)),
      )
      next.push(state)
    }
    for (let h = 0; h < beam.length; h++) if (children[h] !== -1) this.pool.push(beam[h] as State)
    this.beam = next
    return true
  }
}
