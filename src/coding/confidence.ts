import type { Draft } from './draft.ts'

/**
 * How sure the coder is of a record, from 0 to 1. A sum of signs squeezed into a probability; the weights were set by
 * the share of right records on development data, see docs/coding.md for the table.
 */
export function confidenceOf(draft: Draft): number {
  let score = 0.2
  const words = draft.match.used.length
  score += words > 1 ? 0.4 : 0
  score += draft.match.entry.conditions.length > 0 ? 0.2 : 0
  score += draft.actors.length > 0 ? 0.5 : -0.3
  score += draft.recipients.length > 0 ? 0.3 : 0
  score += draft.match.entry.pos === 'v' ? 0.2 : 0
  score += draft.certainty === 'asserted' ? 0.2 : -0.2
  score += draft.polarity === 'negative' && !draft.omission ? -0.5 : 0
  score += draft.tree.parsed ? 0.3 : -0.6
  score += draft.date !== null && draft.date.basis === 'stated' ? 0.2 : 0
  return Math.round((1 / (1 + Math.exp(-score))) * 100) / 100
}
