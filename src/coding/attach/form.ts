import type { Draft } from '../draft.ts'
import type { CodingState } from '../state.ts'

/** Forms that a noun in the same clause makes more precise: people gather for a vigil, hold a picket, stage a sit-in. */
const GENERAL = new Set<string | null>(['rally', null])
/** What is done at a protest, not how it is held. */
const NOT_A_FORM = new Set<string | null>(['rally', 'riot', null])

/** Gives a protest the most precise form that its own sentence names, and a demand handed over on paper its form. */
export function attachForms(state: CodingState): void {
  for (const draft of state.drafts)
    if (draft.dropped === null && PETITION.test(draft.match.phrase)) petition(state, draft)
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

const PETITION = /petition|memorandum/u

/** "handed in a petition and demanded …" is one demand. */
function petition(state: CodingState, draft: Draft): void {
  if (draft.type !== 'REQUEST' && draft.type !== 'ACCUSE') return
  draft.form = 'petition'
  const voiced = state.drafts.find(
    (other) =>
      other !== draft &&
      other.dropped === null &&
      other.type === 'REQUEST' &&
      other.tree === draft.tree &&
      other.actors.some((actor) => draft.actors.some((own) => own.head === actor.head && own.tree === actor.tree)),
  )
  if (voiced === undefined) return
  voiced.form = 'petition'
  if (draft.recipients.length > 0) voiced.recipients = draft.recipients
  const token = draft.tree.tokens[draft.head]
  if (token !== undefined) voiced.evidence.push({ field: 'form', start: token.start, end: token.end })
  voiced.basis.push('form:petition')
  draft.dropped = 'told again'
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
