import { articleSigns, candidateSigns } from './candidate-signs.ts'
import type { CodingState } from './state.ts'

/** Says how probable it is, from 0 to 1, that a careful reader would code a candidate that bears some signs. */
export type Weigh = (signs: readonly string[]) => number

/**
 * Least probability of a candidate that becomes a record. Chosen on the reports of other outlets with weights fitted
 * without the report at hand: below it three candidates in ten are right (docs/calibration.md).
 */
export const LEAST_CONFIDENCE = 0.3

/**
 * A text of no more sentences than this is an excerpt that somebody chose for what it tells: nothing is dropped from it.
 * The weights know reports, in which most improbable candidates are asides.
 */
const EXCERPT_SENTENCES = 3

/** Gives every candidate that stands its confidence, and drops those that are too improbable, with the figure as the reason. */
export function weighCandidates(state: CodingState, weigh: Weigh): void {
  const standing = state.drafts.filter((draft) => draft.dropped === null)
  if (standing.length === 0) return
  const article = articleSigns(state, standing)
  // All are weighed as they stand together, before any is dropped.
  for (const draft of standing) draft.confidence = weigh(candidateSigns(state, draft, article))
  if (state.analysis.sentences.length <= EXCERPT_SENTENCES) return
  for (const draft of standing)
    if (draft.confidence < LEAST_CONFIDENCE)
      draft.dropped = `improbable: ${draft.confidence.toFixed(2)}, records need ${LEAST_CONFIDENCE}`
}
