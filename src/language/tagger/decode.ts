import type { Scorer } from '../frozen.ts'
import type { Lexicon } from '../lexicon.ts'
import type { WordInfo } from '../word.ts'
import { contextKeys, MAX_TAG_KEYS, NO_TAG, wordKeys } from './features.ts'

/** A class for each token, the runner-up (equal to the class where there is none), and the lead over it. */
export interface Tags {
  readonly classes: Int32Array
  readonly second: Int32Array
  readonly lead: Float64Array
}

/** Lead given to a token that could only have one class. */
export const CERTAIN = 1e6

/** Tags sentences greedily from left to right. */
export class Tagger {
  private readonly keys = new Int32Array(MAX_TAG_KEYS)
  private readonly scores: Float64Array
  private readonly scorer: Scorer
  private readonly lexicon: Lexicon

  constructor(scorer: Scorer, lexicon: Lexicon, classCount: number) {
    this.scorer = scorer
    this.lexicon = lexicon
    this.scores = new Float64Array(classCount)
  }

  /** Tags the words between two edge words on either side. */
  tag(words: readonly WordInfo[]): Tags {
    const n = words.length - 4
    const classes = new Int32Array(n)
    const second = new Int32Array(n)
    const lead = new Float64Array(n)
    const { keys, scores } = this
    let t1 = NO_TAG
    let t2 = NO_TAG
    for (let i = 0; i < n; i++) {
      const word = words[i + 2] as WordInfo
      const allowed = word.allowed ?? this.lexicon.open
      let best = word.fixed >= 0 ? word.fixed : (allowed[0] as number)
      let rival = best
      lead[i] = CERTAIN
      if (word.fixed < 0 && allowed.length > 1) {
        const own = this.ownScores(word, allowed)
        for (let a = 0; a < allowed.length; a++) scores[allowed[a] as number] = own[a] as number
        this.scorer.scoreOnly(keys, contextKeys(words, i, t1, t2, keys, 0), scores, allowed)
        let top = Number.NEGATIVE_INFINITY
        let next = Number.NEGATIVE_INFINITY
        for (let a = 0; a < allowed.length; a++) {
          const cls = allowed[a] as number
          const score = scores[cls] as number
          if (score > top) {
            next = top
            rival = best
            top = score
            best = cls
          } else if (score > next) {
            next = score
            rival = cls
          }
        }
        lead[i] = (top - next) * this.scorer.unit
      }
      classes[i] = best
      second[i] = rival
      t2 = t1
      t1 = best
    }
    return { classes, second, lead }
  }

  /** The scores of a word by itself for its allowed classes: worked out once and kept with the word. */
  private ownScores(word: WordInfo, allowed: Uint16Array): Float64Array {
    if (word.ownScores) return word.ownScores
    const { keys, scores } = this
    for (let a = 0; a < allowed.length; a++) scores[allowed[a] as number] = 0
    this.scorer.scoreOnly(keys, wordKeys(word, keys), scores, allowed)
    word.ownScores = Float64Array.from(allowed, (cls) => scores[cls] as number)
    return word.ownScores
  }
}
