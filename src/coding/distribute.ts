import { overlaps } from '../base/span.ts'
import type { PlaceMention } from '../mention/mention.ts'
import { placeRecord } from './attach/place.ts'
import type { Draft } from './draft.ts'
import type { CodingState } from './state.ts'

/** Places of one list that are told apart; a longer list stands for a country. */
const MAX_PLACES = 8
/** Characters between two members of a list: a comma, "and", "as well as in". */
const LIST_GAP = /^(?:,? and |,? as well as |, | and )(?:in |at )?$/u
const FINE = new Set(['city', 'point', 'admin2', 'admin1'])

/**
 * One trigger with several places is several events: "Rallies were held in Almaty and Bishkek" gives one each. Not so
 * where a count was given for all of them together.
 */
export function distributePlaces(state: CodingState): void {
  const added: Draft[] = []
  for (const draft of state.drafts) {
    if (draft.dropped !== null || draft.type !== 'PROTEST' || draft.place === null) continue
    if (draft.place.basis !== 'stated' || !FINE.has(draft.place.precision) || !isPlural(draft) || isCounted(draft))
      continue
    for (const place of listFrom(state, draft)) {
      added.push({
        ...draft,
        place: placeRecord(place, 'stated'),
        actors: [...draft.actors],
        recipients: [...draft.recipients],
        issues: [...draft.issues],
        modes: [...draft.modes],
        claims: [],
        links: [],
        evidence: [...draft.evidence],
        basis: [...draft.basis, 'place:distributed'],
      })
    }
  }
  if (added.length === 0) return
  state.drafts.push(...added)
  state.drafts.sort((a, b) => a.tree.sentence.index - b.tree.sentence.index || a.head - b.head)
}

/** "rallies" and "small groups rallied" are many; "a rally in Almaty and Bishkek" is told as one. */
function isPlural(draft: Draft): boolean {
  const { tree, head } = draft
  if (draft.match.entry.pos === 'n') return /^NNP?S$/u.test(tree.tokens[head]?.xpos ?? '')
  return draft.actors.some((actor) => /^NNP?S$/u.test(actor.tree.tokens[actor.head]?.xpos ?? ''))
}

function isCounted(draft: Draft): boolean {
  return draft.size !== null && draft.size.qualifier !== 'vague'
}

/** The further members of the list that a draft's place begins. */
function listFrom(state: CodingState, draft: Draft): PlaceMention[] {
  const { text } = state.article
  const first = draft.place
  // A road between two towns is one scene.
  if (first === null || /\b(?:between|from)\s+(?:the\s+)?$/iu.test(text.slice(draft.tree.sentence.start, first.start)))
    return []
  const places = state.mentions.places
    .filter((place) => place.use === 'location' && place.lat !== null && FINE.has(place.precision))
    .sort((a, b) => a.start - b.start)
  const out: PlaceMention[] = []
  let end = first.end
  for (const place of places) {
    if (place.start < end || place.end > draft.tree.sentence.end) continue
    if (!LIST_GAP.test(text.slice(end, place.start))) break
    // "Brest, Belarus" names one place.
    if (place.precision !== first.precision || place.name === first.name) break
    if (draft.issues.some((issue) => overlaps(issue, place))) break
    out.push(place)
    end = place.end
    if (out.length >= MAX_PLACES) break
  }
  return out
}
