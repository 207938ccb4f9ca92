import type { PlainDate } from '../../base/plain-date.ts'
import { chooseEntity } from './choose-entity.ts'
import { isInternational } from './code.ts'
import { newDraft, type Verdict } from './draft.ts'
import { type ActorLexicon, type CountryName, type Entity, type EntityName, roleAt } from './lexicon.ts'
import { isNounHere, readLeft } from './noun-phrase.ts'
import { nameWordsOf, readName } from './person-name.ts'
import type { Match, SentenceView } from './sentence-view.ts'

/** A person, organisation or group that the lexicon knows by name. */
export function makeListed(
  view: SentenceView,
  match: Match,
  names: readonly EntityName[],
  lexicon: ActorLexicon,
  day: PlainDate | null,
  voted: string | null,
): Verdict {
  const left = readLeft(view, match.first, lexicon)
  const entity = chooseEntity(names, day, left.country ?? voted)
  let last = match.last
  if (entity.actorKind === 'person') {
    // A surname inside a longer name belongs to somebody else: "Kim Campbell" is not "Kim".
    const full = readName(view, match.first)
    if (full > match.last && view.cased) return { reason: 'part of a longer name' }
    const before = match.first - 1
    if (
      match.first === match.last &&
      view.cased &&
      before >= 0 &&
      view.capital[before] &&
      view.startsAt[before] === undefined &&
      view.covers[before] === undefined &&
      (before > 0 || lexicon.givenNames.has(view.words[before] as string))
    )
      return { reason: 'part of a longer name' }
    last = match.last
  }
  // "the Federal Foreign Office" is not the listed Foreign Office.
  const prior = match.first - 1
  if (
    entity.actorKind !== 'person' &&
    view.cased &&
    prior > 0 &&
    view.capital[prior] &&
    !view.covers[prior] &&
    /^\p{L}+$/u.test(view.words[prior] as string) &&
    !/^(?:the|an?|in|at|of|and|by|with|but|for|from|on|to)$/u.test(view.words[prior] as string) &&
    entity.names.every((name) => !/^\p{Lu}{2,}$/u.test(name))
  )
    return { reason: 'part of a longer name' }
  // "the Kazakh Democratic Party" is not the listed party of another state.
  const stated = left.countryBasis === 'demonym' || left.countryBasis === 'possessor' ? left.country : null
  const home = stated ?? (isGenericParty(entity) ? voted : null)
  const foreign =
    entity.actorKind !== 'person' && home !== null && home !== entity.country && !isInternational(entity.country ?? '')
  const held = roleAt(entity, day)
  const former = left.former || held?.former === true
  // Former officials are ELI; who heads a movement or a firm keeps what he is.
  const office = held?.role.sector[0]
  const sector =
    entity.actorKind === 'person' &&
    former &&
    (office === 'GOV' || office === 'LEG' || office === 'MIL' || office === 'JUD')
      ? (['ELI'] as const)
      : (held?.role.sector ?? [])
  const next = view.startsAt[last + 1]
  const compound =
    next?.items.some((item) => item.kind === 'agent' && !item.grouping && !item.determined) && isNounHere(view, next)
  if (compound && entity.actorKind !== 'person') return { reason: 'modifies the noun after it' }
  return {
    drafts: [
      newDraft({
        sentence: view.sentence.index,
        first: entity.actorKind === 'person' ? personFirst(view, match, left.first, left.country) : left.first,
        last,
        head: last,
        nameFirst: match.first,
        nameLast: last,
        kind: entity.actorKind,
        name: foreign ? null : (entity.names[0] as string),
        country: foreign ? home : entity.country,
        countryBasis: foreign ? (stated ? 'stated:demonym' : 'inferred:article') : 'lexicon',
        sector,
        role: held && held.role.title !== '' ? `${former ? 'former ' : ''}${held.role.title}` : null,
        entity: foreign ? null : entity,
        basis: 'lexicon',
        definite: true,
        former,
        proper: true,
        nameWords: entity.actorKind === 'person' ? nameWordsOf(view, match.first, last) : [],
      }),
    ],
  }
}

const PARTY_WORDS =
  /^(?:democratic|republican|liberal|conservative|labou?r|socialist|communist|green|freedom|workers'?|social|christian|national|nationalist|new|people's|popular|justice|and|development|front|union|party|the|independence|congress)$/u

/** Whether a party's name is such that many states have one: "Democratic Party". */
export function isGenericParty(entity: Entity): boolean {
  return (
    entity.actorKind === 'organisation' &&
    (entity.names[0] as string).split(/[\s-]+/u).every((word) => PARTY_WORDS.test(word.toLowerCase()))
  )
}

/** "Russia's Vladimir Putin" takes its possessor in; a determiner or adjective in front does not belong to a person. */
function personFirst(view: SentenceView, match: Match, leftFirst: number, country: string | null): number {
  const mark = view.words[match.first - 1]
  return country !== null && (mark === "'s" || mark === "'") ? leftFirst : match.first
}

/** Prepositions that put a place name in its place. */
const LOCATIVE = new Set(
  'in at near into inside outside across through within throughout around toward towards from via along beyond onto off entering leaving visiting'.split(
    ' ',
  ),
)
/** Verbs of speech and will: what comes before them is no mere place. */
const SPEAKING =
  /^(?:say|said|says|accuse[sd]?|warn(?:s|ed)?|deny|denie[sd]|reject(?:s|ed)?|condemn(?:s|ed)?|demand(?:s|ed)?|urge[sd]?|call(?:s|ed)?|agree[sd]?|announce[sd]?|refuse[sd]?|insist(?:s|ed)?|argue[sd]?|want(?:s|ed)?|hope[sd]?|believe[sd]?|threaten(?:s|ed)?|offer(?:s|ed)?|pledge[sd]?|promise[sd]?|sign(?:s|ed)?|criticis?z?e[sd]?|protest(?:s|ed)?|summon(?:s|ed)?|expel(?:s|led)?|impose[sd]?|send|sent|sends|has|have|had|will|would|is|was|may|might|could|can|must|should|did|does|plan(?:s|ned)?|seek|seeks|sought|vow(?:s|ed)?|back(?:s|ed)?|blame[sd]?|claim(?:s|ed)?|confirm(?:s|ed)?|recogni[sz]e[sd]?|support(?:s|ed)?|suspend(?:s|ed)?|withdrew|told|tell|tells)$/u

/** A country, capital or seat that may stand for its government. */
export function makeMetonym(
  view: SentenceView,
  match: Match,
  item: CountryName,
  meant: 'actor' | 'location' | null,
  lexicon: ActorLexicon,
): Verdict {
  const { words } = view
  if (view.sentence.kind === 'dateline') return { reason: 'dateline' }
  let before = match.first - 1
  while (
    before >= 0 &&
    /^(?:the|neighbou?ring|nearby|western|eastern|northern|southern|central|both|ex)$/u.test(words[before] as string)
  )
    before--
  const preposition = before >= 0 ? (words[before] as string) : ''
  const following = words[match.last + 1] ?? ''
  const capitalCity = item.kind === 'seat' && !item.institution
  if (meant !== 'actor') {
    // "Rockets at Israel": a state is no point, so "at" aims and does not place.
    if (LOCATIVE.has(preposition) && !(preposition === 'at' && item.kind === 'country')) return { reason: 'a place' }
    if (preposition === ',' && before > 0 && view.cased && view.capital[before - 1] && !isActorWord(view, before - 1))
      return { reason: 'area of the place before it' }
    // A coordination takes the reading of its first member: "in Kazakhstan and Russia".
    if (preposition === 'and' || preposition === ',' || preposition === 'or') {
      const other = view.covers[before - 1]
      if (other?.items.some((one) => one.kind === 'country' || one.kind === 'seat')) {
        const lead = words[other.first - 1] === 'the' ? words[other.first - 2] : words[other.first - 1]
        if (LOCATIVE.has(lead ?? '')) return { reason: 'a place' }
      }
    }
    if (capitalCity && !cityActs(view, match, preposition, following, meant))
      return { reason: 'a city, not shown to act' }
  }
  const left = readLeft(view, match.first, lexicon)
  const firstWord = words[match.first - 1] === 'the' ? match.first - 1 : match.first
  const first = left.shared.length > 0 ? match.first : firstWord
  return {
    drafts: [
      newDraft({
        sentence: view.sentence.index,
        first,
        last: match.last,
        head: match.last,
        nameFirst: match.first,
        nameLast: match.last,
        kind: 'organisation',
        name: item.kind === 'seat' ? null : (lexicon.countryNames.get(item.code) ?? null),
        country: item.code,
        countryBasis: 'stated:country',
        sector: ['GOV'],
        basis: 'inferred:metonym',
        definite: true,
        proper: true,
      }),
    ],
  }
}

function isActorWord(view: SentenceView, at: number): boolean {
  return view.covers[at]?.items.some((item) => item.kind === 'country' || item.kind === 'entity') === true
}

/** Verbs whose subject may be a mere city: "Astana lies", "Moscow has". */
const STATIC = /^(?:be|have|lie|remain|become|grow|host|see|stand|stay|seem|look|feel|need|get|include|witness)$/u

/** Whether a capital city stands for its government here. */
function cityActs(
  view: SentenceView,
  match: Match,
  preposition: string,
  following: string,
  meant: 'location' | null,
): boolean {
  const { tokens } = view.sentence
  const token = tokens[match.last]
  if (/^(?:of|to|for|from|on)$/u.test(preposition)) return false
  if (token && view.sentence.parsed && token.relation !== '') {
    let head = token
    // "Washington and Tehran resumed": the second hangs on the first.
    for (let steps = 0; head.relation === 'conj' && head.head >= 0 && steps < 4; steps++)
      head = tokens[head.head] ?? head
    const verb = head.head >= 0 ? tokens[head.head] : undefined
    if (/^nsubj/u.test(head.relation)) return verb !== undefined && verb.upos === 'VERB' && !STATIC.test(verb.lemma)
    if (/^i?obj/u.test(head.relation)) return verb !== undefined && SPEAKING.test(view.words[head.head] as string)
    return following === "'s" ? meant !== 'location' : /^(?:between|with|against|by)$/u.test(preposition)
  }
  if (meant === 'location') return false
  return following === "'s" || SPEAKING.test(following) || /^(?:between|with|against|by|and)$/u.test(preposition)
}
