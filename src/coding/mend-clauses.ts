import type { Drawn } from './mend.ts'

/**
 * Mends clauses that hang on the wrong verb or by the wrong name: "denied charges that it tortured a priest", where the
 * clause with "that" was drawn as an adverbial, and "is considering sending aid", where the gerund was drawn as the
 * subject of a later word.
 */
export function mendClauses(drawn: Drawn): void {
  const { forms, tags, heads, relations, upos } = drawn
  for (let i = 1; i < forms.length; i++) {
    const head = heads[i] as number
    if (head < 0) continue
    if (relations[i] === 'advcl' && head < i && upos[head] === 'VERB' && isThatClause(drawn, i)) {
      if (!heads.some((above, k) => above === head && relations[k] === 'ccomp')) relations[i] = 'ccomp'
    } else if (
      tags[i] === 'VBG' &&
      upos[i] === 'VERB' &&
      upos[i - 1] === 'VERB' &&
      head > i &&
      relations[i] === 'csubj' &&
      heads[i - 1] !== i
    ) {
      heads[i] = i - 1
      relations[i] = 'xcomp'
    }
  }
}

/** A clause that begins with "that", but not with "so that" or "such that". */
function isThatClause({ forms, heads, relations }: Drawn, verb: number): boolean {
  const that = heads.findIndex((head, k) => head === verb && k < verb && relations[k] === 'mark')
  return that > 0 && forms[that] === 'that' && !/^(?:so|such|now|provided|given|in)$/u.test(forms[that - 1] as string)
}
