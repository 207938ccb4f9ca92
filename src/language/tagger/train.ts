import { type Random, shuffle } from '../../base/random.ts'
import type { Lexicon } from '../lexicon.ts'
import { LearningTable } from '../weights.ts'
import type { WordInfo } from '../word.ts'
import { MAX_TAG_KEYS, NO_TAG, tagKeys } from './features.ts'

/** The right class must lead by this much, or the weights are changed. */
const MARGIN = 3

/** A sentence to learn tags from: its words with two edge words on either side, and a class for each. */
export interface TaggedWords {
  readonly words: readonly WordInfo[]
  readonly classes: Int32Array
}

/** Learns the tagger's weights: greedy from left to right, with its own decisions as history. Averaged at the end. */
export function trainTagger(
  sentences: readonly TaggedWords[],
  lexicon: Lexicon,
  settings: { readonly classCount: number; readonly epochs: number; readonly random: Random },
): LearningTable {
  const table = new LearningTable()
  const keys = new Int32Array(MAX_TAG_KEYS)
  const scores = new Float64Array(settings.classCount)
  const order = sentences.map((_, i) => i)
  let time = 0
  for (let epoch = 0; epoch < settings.epochs; epoch++) {
    for (const at of shuffle(order, settings.random)) {
      const { words, classes } = sentences[at] as TaggedWords
      let t1 = NO_TAG
      let t2 = NO_TAG
      for (let i = 0; i < classes.length; i++) {
        const word = words[i + 2] as WordInfo
        const gold = classes[i] as number
        let best = word.fixed
        if (best < 0) {
          time++
          const count = tagKeys(words, i, t1, t2, keys)
          const allowed = word.allowed ?? lexicon.open
          best = allowed[0] as number
          if (allowed.length > 1) {
            scores.fill(0)
            table.score(keys, count, scores)
            let rival = -1
            best = -1
            for (const cls of allowed) {
              const score = scores[cls] as number
              if (best < 0 || score > (scores[best] as number)) best = cls
              if (cls !== gold && (rival < 0 || score > (scores[rival] as number))) rival = cls
            }
            const possible = allowed.includes(gold)
            if (possible && rival >= 0 && (scores[gold] as number) < (scores[rival] as number) + MARGIN) {
              table.add(keys, count, gold, 1, time)
              table.add(keys, count, rival, -1, time)
            }
          }
        }
        t2 = t1
        t1 = best
      }
    }
  }
  table.average(time)
  return table
}
