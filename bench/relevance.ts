import type { CodingResult } from '../src/coding/coder.ts'
import { perHundred, registersOf } from '../src/coding/register.ts'

const PARTY = new Set(['PTY', 'OPP', 'LEG'])
const ORDER = new Set(['JUD', 'COP', 'MIL', 'SOC', 'REB', 'UAF'])
const ANSWERS = new Set(['ACCUSE', 'REQUEST', 'REJECT', 'SUPPORT'])

/** Weights of the square roots of rates for every hundred words, fitted on the development file by logistic regression. */
const WEIGHTS = {
  constant: -3.68,
  registers: { sport: -1.12, arts: -1.08, market: -0.85, technology: -0.82, public: 1.94 },
  government: 1.01,
  party: 1.66,
  order: 0.33,
  countries: -0.37,
  business: -1.49,
  records: 0.35,
  answers: 0.74,
} as const
/** Score above which a report counts as politics; the middle of the range in which tenfold cross-validation is flat. */
const THRESHOLD = -0.4

/** Whether a report is about politics: from what it speaks of, and the actors and records found in it. */
export function isPolitical(result: Pick<CodingResult, 'records' | 'analysis' | 'mentions'>): boolean {
  const words = result.analysis.sentences.reduce((sum, sentence) => sum + sentence.tokens.length, 0)
  const rates = registersOf(result.analysis)
  const root = (count: number): number => Math.sqrt(perHundred(count, words))
  const stated = result.mentions.actors.filter((actor) => !actor.basis.includes('metonym'))
  const named = (test: (sector: string) => boolean): number => stated.filter((actor) => actor.sector.some(test)).length
  let score =
    WEIGHTS.constant +
    WEIGHTS.government * root(stated.filter((actor) => actor.sector[0] === 'GOV').length) +
    WEIGHTS.party * root(named((sector) => PARTY.has(sector))) +
    WEIGHTS.order * root(named((sector) => ORDER.has(sector))) +
    WEIGHTS.countries * root(result.mentions.actors.length - stated.length) +
    WEIGHTS.business * root(named((sector) => sector === 'BUS')) +
    WEIGHTS.records * root(result.records.length) +
    WEIGHTS.answers * root(result.records.filter((record) => ANSWERS.has(record.type)).length)
  for (const register of Object.keys(WEIGHTS.registers) as (keyof typeof WEIGHTS.registers)[])
    score += WEIGHTS.registers[register] * Math.sqrt(rates[register])
  return score > THRESHOLD
}
