import type { PlainDate } from '../../base/plain-date.ts'
import { chooseEntity } from './choose-entity.ts'
import type { Sector } from './code.ts'
import { type Draft, joinSectors, newDraft } from './draft.ts'
import { type ActorLexicon, type AgentNoun, type EntityName, roleAt } from './lexicon.ts'
import { readLeft } from './noun-phrase.ts'
import { HONORIFICS, nameWordsOf, readName, SHORT_TITLES } from './person-name.ts'
import { phraseOf, titleOf } from './phrase.ts'
import type { Match, SentenceView } from './sentence-view.ts'

/** "Interior Minister Marat Akhmetzhanov", "activist Zhanbolat Mamai": null where no name follows. */
export function makeTitledPerson(
  view: SentenceView,
  match: Match,
  agent: AgentNoun,
  lexicon: ActorLexicon,
  day: PlainDate | null,
): Draft | null {
  const nameFirst = match.last + 1
  const listed = view.startsAt[nameFirst]
  const entity = listed?.items.find((item) => item.kind === 'entity')
  let last = entity && listed && entity.kind === 'entity' ? listed.last : readName(view, nameFirst)
  if (last < 0) return null
  // "Democratic Party leaders": a capitalised organisation noun is no surname.
  if (!entity) {
    const inner = view.startsAt[nameFirst]
    if (inner && inner.last >= last && inner.items.every((item) => item.kind === 'people' || item.kind === 'country'))
      return null
    for (let j = nameFirst; j <= last; j++) {
      const other = view.startsAt[j]?.items.find((item): item is AgentNoun => item.kind === 'agent')
      if (other && (other.actorKind !== 'person' || j > nameFirst)) {
        last = j - 1
        break
      }
    }
    if (last < nameFirst) return null
  }
  const left = readLeft(view, match.first, lexicon)
  const known = entity && entity.kind === 'entity' ? entity.entity : null
  const held = known ? roleAt(known, day) : null
  const own =
    (agent.inherits || agent.weak) && left.replaces.length > 0 ? left.replaces : joinSectors(agent.sector, left.adds)
  // A title that says little ("activist") comes behind what the lexicon knows of the person.
  const sector = left.former
    ? (['ELI'] as const)
    : held && !held.former && !agent.office
      ? joinSectors(held.role.sector, own)
      : own
  return newDraft({
    sentence: view.sentence.index,
    first: left.first,
    last,
    head: last,
    nameFirst,
    nameLast: last,
    kind: 'person',
    country: left.country ?? known?.country ?? null,
    countryBasis: left.countryBasis ? `stated:${left.countryBasis}` : known?.country ? 'lexicon' : null,
    sector,
    role: titleOf(view, left.nameFirst, match.last),
    entity: known,
    basis: 'title',
    definite: true,
    former: left.former,
    agent,
    proper: true,
    nameWords: nameWordsOf(view, nameFirst, last),
  })
}

/** "Mr Rakhimov", "Gen. Lopez": an honorific or a short title with a name. */
export function makeHonorific(
  view: SentenceView,
  at: number,
  lexicon: ActorLexicon,
  day: PlainDate | null,
): Draft | null {
  const word = view.words[at] as string
  const short = SHORT_TITLES[word]
  if (!short && !HONORIFICS.has(word)) return null
  if (view.cased && !view.capital[at]) return null
  let from = at + 1
  let title = short
  // "Lt. Gen. Michael Flynn", "Mr. President" has no name.
  while (SHORT_TITLES[view.words[from] ?? '']) {
    title = SHORT_TITLES[view.words[from] as string]
    from++
  }
  const listed = view.startsAt[from]
  const names = listed?.items.filter((item): item is EntityName => item.kind === 'entity') ?? []
  const last = names.length > 0 && listed ? listed.last : readName(view, from)
  if (last < 0) return null
  const left = readLeft(view, at, lexicon)
  const entity = names.length > 0 ? chooseEntity(names, day, left.country) : null
  const held = entity ? roleAt(entity, day) : null
  const office = held?.former === true && /^(?:GOV|LEG|MIL|JUD)$/u.test(held.role.sector[0] ?? '')
  const sector: readonly Sector[] =
    left.former || office ? ['ELI'] : title ? (title as readonly Sector[]) : (held?.role.sector ?? [])
  return newDraft({
    sentence: view.sentence.index,
    first: left.first,
    last,
    head: last,
    nameFirst: from,
    nameLast: last,
    kind: 'person',
    name: entity ? (entity.names[0] as string) : null,
    country: left.country ?? entity?.country ?? null,
    countryBasis: left.countryBasis ? `stated:${left.countryBasis}` : entity ? 'lexicon' : null,
    sector,
    role: title ? phraseOf(view, at, from - 1) : held && !held.former ? held.role.title : null,
    entity,
    basis: 'title',
    definite: true,
    former: left.former,
    proper: true,
    nameWords: nameWordsOf(view, from, last),
  })
}
