import { type Random, shuffle } from '../../base/random.ts'
import { LearningTable } from '../weights.ts'
import { MAX_NAME_KEYS, NameWords, nameKeys } from './features.ts'
import { LABELS, mayEnd, NEXT, OUTSIDE } from './label.ts'
import type { WordLists } from './word-list.ts'

/** The right label must lead by this much, or the weights are changed. */
const MARGIN = 2
/** Chance that the own decision, not the right label, is the history of the next token. */
const OWN_HISTORY = 0.7

/**
 * Chance that a word is learnt as if never seen, so that shape, lists and context carry what new names need:
 * exact F1 on UNER EWT dev 73.6 without, 75.3 with it; in small letters 67.7 and 69.2.
 */
const WORD_LOSS = 0.15

/** A sentence to learn names from. */
export interface NameExample {
  readonly forms: readonly string[]
  readonly labels: Uint8Array
  readonly tags?: readonly string[]
  /** Read without capitals. */
  readonly fold: boolean
}

/** Learns the weights of a name finder: greedy, left to right, averaged. The same examples and seed give the same rows. */
export function trainNames(
  examples: readonly NameExample[],
  lists: WordLists,
  settings: { readonly epochs: number; readonly random: Random },
): LearningTable {
  const table = new LearningTable()
  const words = new NameWords()
  const keys = new Int32Array(MAX_NAME_KEYS)
  const scores = new Float64Array(LABELS)
  const order = examples.map((_, i) => i)
  let time = 0
  for (let epoch = 0; epoch < settings.epochs; epoch++) {
    for (const at of shuffle(order, settings.random)) {
      const { forms, labels, fold, tags } = examples[at] as NameExample
      words.read(forms, lists, { fold, tags })
      for (let i = 0; i < labels.length; i++) if (settings.random.unit() < WORD_LOSS) words.forget(i)
      let t1 = LABELS
      let t2 = LABELS
      for (let i = 0; i < labels.length; i++) {
        const gold = labels[i] as number
        if (words.plain[i] === 1 && mayEnd(t1)) {
          t2 = t1
          t1 = OUTSIDE
          continue
        }
        time++
        const count = nameKeys(words, i, t1, t2, keys)
        scores.fill(0)
        table.score(keys, count, scores)
        const legal = NEXT[t1] as readonly number[]
        let best = -1
        let rival = -1
        for (const label of legal) {
          const score = scores[label] as number
          if (best < 0 || score > (scores[best] as number)) best = label
          if (label !== gold && (rival < 0 || score > (scores[rival] as number))) rival = label
        }
        const possible = legal.includes(gold)
        if (possible && rival >= 0 && (scores[gold] as number) < (scores[rival] as number) + MARGIN) {
          table.add(keys, count, gold, 1, time)
          table.add(keys, count, rival, -1, time)
        }
        t2 = t1
        // A row of labels that has left the gold path is led back to it, so that later tokens can be learnt.
        const own = epoch > 0 && settings.random.unit() < OWN_HISTORY && possible
        t1 = own && (NEXT[best] as readonly number[]).includes(labels[i + 1] ?? 0) ? best : gold
      }
    }
  }
  table.average(time)
  return table
}
