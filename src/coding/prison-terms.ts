import type { Draft } from './draft.ts'
import type { CodingState } from './state.ts'

const TERM =
  /\b(?:\w+|\d+)[ -](?:years?|months?)(?:'|’)?s? (?:each )?(?:in|of|behind) (?:a )?(?:prison|jail|custody|bars|imprisonment|labou?r|penal)|\bimprisonment\b|\b(?:prison|jail) (?:term|sentence)|\blife in (?:prison|jail)|\b(?:to|for) \w+[ -](?:years?|months?) in (?:prison|jail)/iu
const NOT_SERVED = /\b(?:suspended|in absentia|probation|house arrest|fined?)\b/iu

/** A conviction that puts people in prison is two events: the conviction and the prison. */
export function addPrisonTerms(state: CodingState): void {
  const added: Draft[] = []
  for (const draft of state.drafts) {
    if (draft.dropped !== null || draft.type !== 'SANCTION' || !draft.modes.includes('convict')) continue
    if (draft.polarity === 'negative' || draft.certainty !== 'asserted' || draft.recipients.length === 0) continue
    const { tree, match } = draft
    const from = tree.tokens[match.first]?.start ?? tree.sentence.start
    const after = state.article.text.slice(from, tree.sentence.end)
    if (!TERM.test(after) || NOT_SERVED.test(after)) continue
    if (state.drafts.some((other) => isPrison(other, draft))) continue
    added.push({
      ...draft,
      type: 'COERCE',
      modes: ['arrest'],
      form: null,
      issues: [],
      claims: [],
      links: [],
      evidence: [...draft.evidence],
      basis: [...draft.basis, 'typing:prison-term'],
    })
  }
  state.drafts.push(...added)
  if (added.length > 0) state.drafts.sort((a, b) => a.tree.sentence.index - b.tree.sentence.index || a.head - b.head)
}

/** The same sentence tells the imprisonment in words of its own. */
function isPrison(other: Draft, draft: Draft): boolean {
  return (
    other !== draft &&
    other.dropped === null &&
    other.tree === draft.tree &&
    other.type === 'COERCE' &&
    other.modes.includes('arrest')
  )
}
