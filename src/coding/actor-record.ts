import type { PlaceMention } from '../mention/mention.ts'
import type { Participant } from './draft.ts'
import type { RecordActor } from './event-record.ts'
import type { CodingState } from './state.ts'

const SECTOR_OF_CLASS: readonly (readonly [string, string])[] = [
  ['police', 'COP'],
  ['armed', 'REB'],
  ['forces', 'MIL'],
  ['protester', 'CVL'],
  ['worker', 'LAB'],
  ['authority', 'GOV'],
  ['official', 'GOV'],
  ['people', 'CVL'],
]

/** What is known of a participant: its actor mention, a country that stands for its government, or its head noun alone. */
export function actorRecord(state: CodingState, participant: Participant): RecordActor {
  const { text } = state.article
  const quote = text.slice(participant.start, participant.end)
  const base = { quote, start: participant.start, end: participant.end }
  const head = participant.tree.tokens[participant.head]
  const mention = head === undefined ? null : state.index.actorAt(head)
  if (mention !== null) {
    const full = mention.antecedent === undefined ? mention : (state.mentions.actors[mention.antecedent] ?? mention)
    return {
      name: full.name,
      country: full.country ?? mention.country,
      sector: [...(full.sector.length > 0 ? full.sector : mention.sector)],
      ...base,
      basis: mention.antecedent === undefined ? mention.basis : 'inferred:reference',
    }
  }
  const place = head === undefined ? null : state.index.placeAt(head)
  if (place !== null && place.country !== null && (place.type === 'country' || place.use === 'actor'))
    return { name: place.name, country: place.country, sector: ['GOV'], ...base, basis: 'inferred:metonym' }
  const { tree } = participant
  const sector = SECTOR_OF_CLASS.find(
    ([name]) => tree.upos[participant.head] === 'NOUN' && state.classes.is(tree, participant.head, name),
  )?.[1]
  return {
    name: quote,
    country: countryInside(state, participant),
    sector: sector === undefined ? [] : [sector],
    ...base,
    basis: sector === undefined ? 'inferred:unknown' : 'inferred:head-noun',
  }
}

/** The country of a place named inside the phrase ("residents of Almaty"). */
function countryInside(state: CodingState, participant: Participant): string | null {
  let found: PlaceMention | null = null
  for (const place of state.mentions.places)
    if (place.start >= participant.start && place.end <= participant.end && place.country !== null) found = place
  return found?.country ?? null
}
