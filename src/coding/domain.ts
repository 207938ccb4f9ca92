import { SENTENCE_CUES } from './en/noun-classes.ts'
import type { CodingState } from './state.ts'

/** Sectors whose acts are public affairs whatever the report is about. */
const PUBLIC = new Set([
  'GOV',
  'LEG',
  'PTY',
  'OPP',
  'JUD',
  'COP',
  'MIL',
  'REB',
  'UAF',
  'PRM',
  'SPY',
  'IGO',
  'UNO',
  'EUR',
  'NGO',
  'ISM',
  'IMG',
  'PRE',
  'REF',
  'SOC',
  'AGR',
])
/** Shorter texts say too little of their subject: they are taken for public affairs. */
const MIN_TOKENS = 60
/**
 * Weights of square roots of counts per hundred words. Fitted on which reports are politics (bench/relevance.ts); words of
 * other worlds count against, public actors for.
 */
const PRIVATE_WEIGHTS: readonly (readonly [string, number])[] = [
  ['sport', 1.07],
  ['market', 1.76],
  ['film', 1.52],
  ['technology', 1.5],
]
const PUBLIC_WEIGHT = 1.4
/** Above this surplus of the other worlds a report is not on public affairs. */
const SURPLUS = 0.3

const CUES = new Map(
  PRIVATE_WEIGHTS.map(([name]) => [name, new Set((SENTENCE_CUES[name] ?? '').split(/\s+/u))] as const),
)

/** Whether a sector acts in public affairs. */
export function isPublicSector(sector: string): boolean {
  return PUBLIC.has(sector)
}

/** Whether the report is on sport, film, business or technology rather than public affairs. */
export function isPrivateDomain(state: CodingState): boolean {
  const words = state.analysis.sentences.flatMap((sentence) => sentence.tokens.map((token) => token.form.toLowerCase()))
  if (words.length < MIN_TOKENS) return false
  const rate = (count: number): number => Math.sqrt((count * 100) / words.length)
  let surplus = 0
  for (const [name, weight] of PRIVATE_WEIGHTS) {
    const cues = CUES.get(name)
    if (cues !== undefined) surplus += weight * rate(words.filter((word) => cues.has(word)).length)
  }
  const acting = state.mentions.actors.filter(
    (actor) => actor.sector.some(isPublicSector) && !actor.basis.includes('metonym'),
  )
  return surplus - PUBLIC_WEIGHT * rate(acting.length) > SURPLUS
}
