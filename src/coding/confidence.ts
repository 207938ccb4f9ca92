import weights from './data/confidence.json' with { type: 'json' }
import type { EventRecord } from './event-record.ts'

/** A record before its confidence is known. */
export type Unweighed = Omit<EventRecord, 'confidence'>

/** Nobody's record is certain, and none that is shown is hopeless. */
const LOWEST = 0.02
const HIGHEST = 0.98
const PRONOUN = /^(?:he|she|it|they|we|i|you|who|which|that|this|these|those|him|her|them|us)$/iu

/**
 * The signs that confidence is read from: what kind of event, told by what kind of word, with whom, when and where. All
 * are facts of the record, none a word of the text, so that what was learnt on some reports holds for others.
 */
export function confidenceSigns(record: Unweighed): readonly string[] {
  const signs = ['always', `type:${record.type}`, `word:${wordClass(record)}`, `certainty:${record.certainty.value}`]
  const when = (sign: string, holds: boolean): void => {
    if (holds) signs.push(sign)
  }
  when('phrase', /\s/u.test(record.trigger.quote))
  when('mode', record.mode.length > 0)
  when('actor', record.actors.length > 0)
  when(
    'actor:known',
    record.actors.some((actor) => actor.country !== null || actor.sector.length > 0),
  )
  when(
    'actor:pronoun',
    record.actors.some((actor) => PRONOUN.test(actor.quote)),
  )
  when('recipient', record.recipients.length > 0)
  when(
    'recipient:known',
    record.recipients.some((actor) => actor.country !== null || actor.sector.length > 0),
  )
  when('both', record.actors.length > 0 && record.recipients.length > 0)
  when('issue', record.issues.length > 0)
  when('negative', record.polarity === 'negative' && !record.omission)
  when('omission', record.omission)
  when('background', record.background)
  when('attempted', record.attempted)
  when('speaker', record.speaker !== null)
  when('date:stated', record.date?.basis === 'stated')
  when('date:sentence', record.date?.basis === 'inferred:sentence')
  when('place:stated', record.place?.basis === 'stated')
  when(
    'counted',
    [record.size, record.killed, record.injured, record.arrested].some((count) => count !== null),
  )
  when('linked', record.links.length > 0)
  when('told-again', record.basis.includes('merge:told-again') || record.basis.includes('join:clause'))
  when('unparsed', record.basis.includes('parse:none'))
  when('unsure-parse', record.basis.includes('parse:disagreed'))
  when('headline', record.basis.includes('told:headline'))
  return signs
}

/** `v`, `n` or `a` from the name of the trigger's entry (`trigger:protest.n.rally`). */
function wordClass(record: Unweighed): string {
  return /^trigger:[^.]+\.(\w)\./u.exec(record.basis[0] ?? '')?.[1] ?? 'other'
}

const WEIGHTS: Readonly<Record<string, number>> = weights.weights

/**
 * How probable it is, from 0 to 1, that a careful reader would code this event with this type. A logistic model of the
 * record's signs, fitted by `node bench/calibration.ts`; docs/calibration.md holds its reliability.
 */
export function confidenceOf(record: Unweighed): number {
  return probabilityOf(confidenceSigns(record), WEIGHTS)
}

/** The probability that a set of weights gives some signs. */
export function probabilityOf(signs: readonly string[], from: Readonly<Record<string, number>>): number {
  const sum = signs.reduce((total, sign) => total + (from[sign] ?? 0), 0)
  const probability = 1 / (1 + Math.exp(-sum))
  return Math.round(Math.min(HIGHEST, Math.max(LOWEST, probability)) * 100) / 100
}
