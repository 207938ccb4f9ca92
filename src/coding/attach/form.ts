import type { Draft } from '../draft.ts'
import type { CodingState } from '../state.ts'

/** Forms that a noun in the same clause makes more precise: people gather for a vigil, hold a picket, stage a sit-in. */
const GENERAL = new Set<string | null>(['rally', null])
/** What is done at a protest, not how it is held. */
const NOT_A_FORM = new Set<string | null>(['rally', 'riot', null])

/** Gives a protest the most precise form that its own sentence names. */
export function attachForms(state: CodingState): void {
  for (const draft of state.drafts) {
    if (draft.dropped !== null || draft.type !== 'PROTEST' || !GENERAL.has(draft.form)) continue
    const finer = state.drafts.find((other) => isFormOf(other, draft))
    if (finer === undefined) continue
    draft.form = finer.form
    draft.basis.push(`form:${finer.form}`)
    const token = finer.tree.tokens[finer.head]
    if (token !== undefined) draft.evidence.push({ field: 'form', start: token.start, end: token.end })
  }
}

function isFormOf(other: Draft, draft: Draft): boolean {
  return (
    other !== draft &&
    other.tree === draft.tree &&
    other.type === 'PROTEST' &&
    other.match.entry.pos === 'n' &&
    other.dropped !== null &&
    !NOT_A_FORM.has(other.form) &&
    draft.tree.dominates(draft.head, other.head)
  )
}
