import { type Random, shuffle } from '../../base/random.ts'
import { LearningTable } from '../weights.ts'
import type { Atoms } from './atoms.ts'
import { Labeler, Parser } from './decode.ts'
import { labelKeys, MAX_KEYS, moveKeys } from './features.ts'
import { LearningMoves } from './moves.ts'
import { type GoldTree, moveCosts } from './oracle.ts'
import { LEFT, RIGHT, SHIFT, State } from './state.ts'

/** A sentence to learn parsing from. */
export interface ParsedAtoms {
  readonly atoms: Atoms
  readonly gold: GoldTree
}

/** From the second epoch on, the chance of following the prediction instead of the oracle. */
const EXPLORE = 0.9
/** Sentences longer than this are left out of beam training: tables and lists that cost time and teach little. */
const LONGEST_BEAM_SENTENCE = 150
const MOVES = [LEFT, RIGHT, SHIFT] as const

/** The two models of the parser while they are learnt. */
export interface ParserWeights {
  readonly moves: LearningMoves
  readonly labels: LearningTable
}

/** Learns moves and labels with the dynamic oracle, greedily. Both are averaged at the end. */
export function trainGreedy(
  sentences: readonly ParsedAtoms[],
  settings: { readonly labelCount: number; readonly epochs: number; readonly random: Random },
): ParserWeights {
  const { random, labelCount } = settings
  const moves = new LearningMoves()
  const labels = new LearningTable()
  const keys = new Int32Array(MAX_KEYS)
  const scores = new Float64Array(3)
  const costs = new Float64Array(3)
  const labelScores = new Float64Array(labelCount)
  const state = new State()
  const order = sentences.map((_, i) => i)
  let time = 0
  let labelTime = 0
  for (let epoch = 0; epoch < settings.epochs; epoch++)
    for (const at of shuffle(order, random)) {
      const { atoms, gold } = sentences[at] as ParsedAtoms
      state.reset(atoms.n)
      while (!state.finished) {
        moveCosts(state, gold, costs)
        const count = moveKeys(state, atoms, keys)
        moves.scoreKeys(keys, count, scores)
        let right = -1
        let best = -1
        let cheapest = Number.POSITIVE_INFINITY
        for (const move of MOVES) cheapest = Math.min(cheapest, costs[move] as number)
        for (const move of MOVES) {
          if (costs[move] === Number.POSITIVE_INFINITY) continue
          const score = scores[move] as number
          if (best < 0 || score > (scores[best] as number)) best = move
          if (costs[move] === cheapest && (right < 0 || score > (scores[right] as number))) right = move
        }
        time++
        if ((costs[best] as number) > cheapest) {
          moves.add(keys, count, right, 1, time)
          moves.add(keys, count, best, -1, time)
        }
        const move = epoch > 0 && random.unit() < EXPLORE ? best : right
        let label = -1
        if (move !== SHIFT) {
          const child = state.stackNode(0)
          const head = state.headBy(move)
          const labelCountKeys = labelKeys(state, atoms, head, child, keys)
          labelScores.fill(0)
          labels.score(keys, labelCountKeys, labelScores)
          label = 0
          for (let i = 1; i < labelCount; i++)
            if ((labelScores[i] as number) > (labelScores[label] as number)) label = i
          if (gold.heads[child] === head) {
            const wanted = gold.labels[child] as number
            labelTime++
            if (wanted >= 0 && wanted !== label) {
              labels.add(keys, labelCountKeys, wanted, 1, labelTime)
              labels.add(keys, labelCountKeys, label, -1, labelTime)
            }
          }
        }
        state.apply(move, label)
      }
    }
  moves.average(time)
  labels.average(labelTime)
  return { moves, labels }
}

/**
 * Goes on learning moves for beams of a given width by max-violation updates (Huang, Fayong and Guo 2012): where the
 * best prefix leads the gold one most, the weights of both are moved. Labels stay as they are. Averaged at the end.
 */
export function trainBeam(
  sentences: readonly ParsedAtoms[],
  weights: ParserWeights,
  settings: {
    readonly labelCount: number
    readonly stages: readonly { readonly width: number; readonly epochs: number }[]
    readonly random: Random
  },
): void {
  const { moves } = weights
  const labeler = new Labeler(weights.labels, settings.labelCount)
  const parser = new Parser(moves, labeler, Number.POSITIVE_INFINITY)
  const learner = new PrefixLearner(weights, labeler)
  const order = sentences.map((_, i) => i).filter((i) => (sentences[i] as ParsedAtoms).atoms.n <= LONGEST_BEAM_SENTENCE)
  let time = 0
  for (const { width, epochs } of settings.stages)
    for (let epoch = 0; epoch < epochs; epoch++)
      for (const at of shuffle(order, settings.random)) {
        time++
        learner.learn(parser, sentences[at] as ParsedAtoms, width, time)
      }
  moves.average(time)
}

class PrefixLearner {
  private readonly weights: ParserWeights
  private readonly labeler: Labeler
  private readonly keys = new Int32Array(MAX_KEYS)
  private readonly scores = new Float64Array(3)
  private readonly costs = new Float64Array(3)
  private readonly state = new State()
  private worst = new Uint8Array(256)

  constructor(weights: ParserWeights, labeler: Labeler) {
    this.weights = weights
    this.labeler = labeler
  }

  learn(parser: Parser, { atoms, gold }: ParsedAtoms, width: number, time: number): void {
    const { state, scores, costs } = this
    const steps = 2 * atoms.n
    if (this.worst.length < steps) this.worst = new Uint8Array(2 * steps)
    state.reset(atoms.n)
    parser.begin(atoms)
    let largest = 0
    let length = 0
    while (parser.step(atoms, width)) {
      moveCosts(state, gold, costs)
      let right: number = LEFT
      for (const move of MOVES) if ((costs[move] as number) < (costs[right] as number)) right = move
      this.weights.moves.score(state, atoms, scores)
      state.score += scores[right] as number
      this.advance(state, atoms, right)
      const best = parser.hypotheses[0] as State
      const violation = best.score - state.score
      if (violation >= largest && !sameMoves(best, state)) {
        largest = violation
        length = best.moveCount
        this.worst.set(best.moves.subarray(0, length))
      }
    }
    if (length === 0 || sameTree(parser.hypotheses[0] as State, state, atoms.n)) return
    const right = state.moves.slice(0, length)
    this.update(atoms, right, this.worst, length, 1, time)
    this.update(atoms, this.worst, right, length, -1, time)
  }

  /** Replays a row of moves and adds `delta` for each from where it leaves the other row. */
  private update(atoms: Atoms, row: Uint8Array, other: Uint8Array, length: number, delta: number, time: number): void {
    const { state, keys } = this
    state.reset(atoms.n)
    let parted = false
    for (let i = 0; i < length; i++) {
      const move = row[i] as number
      parted ||= move !== other[i]
      if (parted) this.weights.moves.add(keys, moveKeys(state, atoms, keys), move, delta, time)
      this.advance(state, atoms, move)
    }
  }

  private advance(state: State, atoms: Atoms, move: number): void {
    state.apply(move, move === SHIFT ? -1 : this.labeler.label(state, atoms, state.headBy(move), state.stackNode(0)))
  }
}

function sameMoves(a: State, b: State): boolean {
  for (let i = a.moveCount - 1; i >= 0; i--) if (a.moves[i] !== b.moves[i]) return false
  return true
}

function sameTree(a: State, b: State, n: number): boolean {
  for (let i = 0; i < n; i++) if (a.head(i) !== b.head(i)) return false
  return true
}
