import { type Draft, joinSectors } from './draft.ts'
import type { SentenceView } from './sentence-view.ts'

/** Tokens that may stand between a name and the noun that explains it: a comma, an age, a comma. */
const MAX_GAP = 4

/**
 * "Saule Ospanova, a teacher, …" and "the union's head, Marat Aliev": a name and a noun beside it explain each other.
 * The name takes sector, country and role of the noun; the noun refers to the name.
 */
export function tieAppositions(drafts: readonly Draft[], views: readonly SentenceView[]): void {
  for (let i = 0; i + 1 < drafts.length; i++) {
    const a = drafts[i] as Draft
    for (let j = i + 1; j < drafts.length && j <= i + 3; j++) {
      const b = drafts[j] as Draft
      if (b.sentence !== a.sentence) break
      if (b.first - a.last > MAX_GAP + 1) break
      if (b.first <= a.last) continue
      const view = views[a.sentence]
      if (view?.words[a.last + 1] !== ',') continue
      const gap = view.words.slice(a.last + 1, b.first)
      const plain = gap.every((word) => word === ',' || word === 'then' || word === 'now' || /^\d{1,3}$/u.test(word))
      if (!plain) continue
      if (nameAndNoun(a, b)) explain(a, b, gap.length === 1 ? closes(view, b) : true)
      else if (nameAndNoun(b, a) && a.agent !== null && closes(view, b)) explain(b, a, true)
    }
  }
}

/** A person's name with a singular person noun that is not itself a title of another name. */
function nameAndNoun(name: Draft, noun: Draft): boolean {
  return (
    name.proper &&
    name.kind === 'person' &&
    !name.pronoun &&
    noun.agent !== null &&
    !noun.proper &&
    !noun.plural &&
    noun.kind === 'person' &&
    noun.antecedent === null
  )
}

/** The apposition ends with a comma, a stop, a bracket, a relative word or a verb's end of the clause. */
function closes(view: SentenceView, draft: Draft): boolean {
  const next = view.words[draft.last + 1]
  if (next === undefined) return true
  if (/^(?:,|\.|;|:|\)|who|whose|and|—|–|-|said|told|in|of|at|for|from|to|on|by)$/u.test(next)) return true
  return view.sentence.tokens[draft.last + 1]?.upos === 'PUNCT'
}

function explain(name: Draft, noun: Draft, sure: boolean): void {
  if (!sure) return
  noun.antecedent = name
  noun.basis = 'inferred:apposition'
  if (noun.fallback && name.sector.length > 0) noun.sector = name.sector
  else if (noun.sector.length > 0 && (name.sector.length === 0 || name.agent === null))
    name.sector = name.entity ? joinSectors(name.sector, noun.sector) : noun.sector
  name.role ??= noun.role
  if (name.country === null) {
    name.country = noun.country
    name.countryBasis = noun.countryBasis
  } else if (noun.country === null) {
    noun.country = name.country
    noun.countryBasis = name.countryBasis
  }
  noun.entity ??= name.entity
  name.former ||= noun.former
}
