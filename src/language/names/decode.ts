import type { Scorer } from '../frozen.ts'
import { MAX_NAME_KEYS, type NameWords, nameKeys } from './features.ts'
import { LABELS, mayEnd, NEXT, OUTSIDE } from './label.ts'

/** Hypotheses kept at each token. */
const BEAM = 4

/** Reusable room of a decoder. */
export class NameDecoder {
  private readonly keys = new Int32Array(MAX_NAME_KEYS)
  private readonly scores = new Float64Array(LABELS)

  /** Labels of a sentence by beam search over the sum of scores; only legal rows of labels can win. */
  decode(words: NameWords, scorer: Scorer, width = BEAM): Uint8Array {
    const n = words.count
    const labels = new Uint8Array(n)
    if (n === 0) return labels
    // A hypothesis is its two last labels, its score and where it came from.
    const backs: Uint8Array[] = []
    const given: Uint8Array[] = []
    let beam: { t1: number; t2: number; score: number }[] = [{ t1: LABELS, t2: LABELS, score: 0 }]
    for (let i = 0; i < n; i++) {
      const grown: { t1: number; t2: number; score: number; from: number }[] = []
      for (let b = 0; b < beam.length; b++) {
        const { t1, t2, score } = beam[b] as { t1: number; t2: number; score: number }
        const count = nameKeys(words, i, t1, t2, this.keys)
        this.scores.fill(0)
        scorer.score(this.keys, count, this.scores)
        for (const label of NEXT[t1] as readonly number[]) {
          if (i === n - 1 && !mayEnd(label)) continue
          grown.push({ t1: label, t2: t1, score: score + (this.scores[label] as number), from: b })
        }
      }
      grown.sort((a, b) => b.score - a.score)
      const kept = grown.slice(0, width)
      backs.push(Uint8Array.from(kept, (one) => one.from))
      given.push(Uint8Array.from(kept, (one) => one.t1))
      beam = kept
    }
    let at = 0
    for (let i = n - 1; i >= 0; i--) {
      labels[i] = given[i]?.[at] ?? OUTSIDE
      at = backs[i]?.[at] ?? 0
    }
    return labels
  }
}
