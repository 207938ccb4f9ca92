import type { CodingResult } from '../src/coding/coder.ts'
import { SENTENCE_CUES } from '../src/coding/en/noun-classes.ts'
import type { EventRecord } from '../src/coding/event-record.ts'

const words = (name: string): ReadonlySet<string> => new Set((SENTENCE_CUES[name] ?? '').split(/\s+/u))
const SPORT = words('sport')
const MARKET = words('market')
const FILM = words('film')
const PARTY = new Set(['PTY', 'OPP', 'LEG'])
const POLITICAL_CONTEXTS = new Set([
  'election',
  'legislative',
  'executive',
  'political_institutions',
  'asylum',
  'migration',
  'rights_freedoms',
  'human_rights',
])
const VERBAL = new Set(['ACCUSE', 'REQUEST', 'REJECT', 'SUPPORT', 'AGREE'])

/** Weights of the square roots of counts per hundred words, and the constant; fitted on the development file by logistic regression. */
const WEIGHTS = [1.59, 2.27, -0.32, 0.25, 0.53, 0.24, 0.45, -0.11, -1.07, -1.76, -1.52] as const
const CONSTANT = -2.89
/** Score above which a report counts as politics. */
const THRESHOLD = -0.3

/** Whether a report is about politics: from the actors and records found in it, against words of sport, markets and film. */
export function isPolitical(result: Pick<CodingResult, 'records' | 'analysis' | 'mentions'>): boolean {
  const tokens = result.analysis.sentences.flatMap((sentence) =>
    sentence.tokens.map((token) => token.form.toLowerCase()),
  )
  const rate = (count: number): number => Math.sqrt((count * 100) / Math.max(1, tokens.length))
  const { actors } = result.mentions
  const sectors = (record: EventRecord): string[] =>
    [...record.actors, ...record.recipients].flatMap((actor) => actor.sector)
  const stated = (basis: string): boolean => !basis.includes('metonym')
  const features = [
    actors.filter((actor) => actor.sector[0] === 'GOV' && stated(actor.basis)).length,
    actors.filter((actor) => actor.sector[0] === 'LEG' || actor.sector.includes('PTY') || actor.sector.includes('OPP'))
      .length,
    actors.filter((actor) => !stated(actor.basis)).length,
    actors.filter((actor) => ['JUD', 'COP', 'MIL', 'SOC', 'CVL'].includes(actor.sector[0] ?? '')).length,
    result.records.filter((record) => sectors(record).some((sector) => PARTY.has(sector))).length,
    result.records.filter((record) =>
      [...record.actors, ...record.recipients].some((actor) => actor.sector.includes('GOV') && stated(actor.basis)),
    ).length,
    result.records.filter((record) => record.context.some((context) => POLITICAL_CONTEXTS.has(context))).length,
    result.records.filter((record) => VERBAL.has(record.type)).length,
    tokens.filter((token) => SPORT.has(token)).length,
    tokens.filter((token) => MARKET.has(token)).length,
    tokens.filter((token) => FILM.has(token)).length,
  ]
  const score = features.reduce((sum, count, i) => sum + (WEIGHTS[i] ?? 0) * rate(count), CONSTANT)
  return score > THRESHOLD
}
