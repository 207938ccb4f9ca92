import { MARK } from '../../language/names/mark.ts'
import type { Marks } from '../../language/names/name.ts'
import type { SentenceView } from './sentence-view.ts'

/** What the actor lexicon knows of each token, for the name finder: states, peoples, listed persons and bodies, titles. */
export function markTokens(view: SentenceView): Marks {
  const marks = new Uint8Array(view.words.length)
  for (const match of view.startsAt) {
    if (!match) continue
    let bits = 0
    for (const item of match.items) {
      if (item.kind === 'country' || item.kind === 'seat') bits |= MARK.place
      else if (item.kind === 'people') bits |= MARK.people
      else if (item.kind === 'entity') bits |= item.entity.actorKind === 'person' ? MARK.person : MARK.organisation
      else if (item.kind === 'agent' && item.title) bits |= MARK.title
    }
    for (let j = match.first; j <= match.last; j++) marks[j] = (marks[j] as number) | bits
  }
  return marks
}
