import type { Analysis, Sentence } from '../language/token.ts'
import { REGISTER_OF_FORM, REGISTERS, type Register } from './en/register-words.ts'

/** How strongly each register is heard in a passage: words of it for every hundred words, damped for short passages. */
export type RegisterRates = Readonly<Record<Register, number>>

/** Words added to the length of a passage, so that a few words of a short one do not decide. */
const DAMPING_WORDS = 250
/** Words from which a passage is long enough to tell what it is about; shorter ones tell in proportion. */
const TELLING_WORDS = 100

/** A count for every hundred words, damped for short passages. */
export function perHundred(count: number, words: number): number {
  return ((100 * count) / (words + DAMPING_WORDS)) * Math.min(1, words / TELLING_WORDS)
}

/** Counts the words of each register in sentences, and all words. A word of two registers counts half for either. */
export function countRegisters(sentences: readonly Sentence[]): {
  counts: Record<Register, number>
  words: number
} {
  const counts: Record<Register, number> = { sport: 0, arts: 0, market: 0, technology: 0, public: 0 }
  let words = 0
  for (const sentence of sentences)
    for (const token of sentence.tokens) {
      words++
      const registers = REGISTER_OF_FORM.get(token.form.toLowerCase())
      if (registers !== undefined) for (const register of registers) counts[register] += 1 / registers.length
    }
  return { counts, words }
}

/** The registers heard in an article. */
export function registersOf(analysis: Analysis): RegisterRates {
  const { counts, words } = countRegisters(analysis.sentences)
  for (const register of REGISTERS) counts[register] = perHundred(counts[register], words)
  return counts
}
