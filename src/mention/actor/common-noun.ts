import type { PlainDate } from '../../base/plain-date.ts'
import { chooseEntity } from './choose-entity.ts'
import type { Sector } from './code.ts'
import { type Draft, joinSectors, newDraft } from './draft.ts'
import { type ActorLexicon, type AgentNoun, type EntityName, type PeopleName, roleAt } from './lexicon.ts'
import { type Complement, isNounHere, isNumber, readComplement, readLeft } from './noun-phrase.ts'
import { HONORIFICS, nameWordsOf, readName, SHORT_TITLES } from './person-name.ts'
import type { Match, SentenceView } from './sentence-view.ts'

/** Verdict of a maker on one match: a draft, or the reason why there is none. */
export type Verdict = { readonly drafts: readonly Draft[] } | { readonly reason: string }

/** Words of quantity that are a group only with what they count ("hundreds of miners"). */
const COUNT_NOUNS = new Set([
  'hundreds',
  'thousands',
  'dozens',
  'scores',
  'tens of thousands',
  'hundreds of thousands',
  'several hundred',
  'several thousand',
  'many',
  'number',
  'a number',
  'handful',
  'half',
  'most',
  'some',
  'several',
  'part',
  'rest',
  'all',
  'dozen',
  'majority',
  'wave',
  'pair',
  'trio',
])

/** Nouns after which "of X", "for X", "at X" says to whom they belong, even where their sector is their own. */
const RELATIONAL =
  /^(?:relative|family member|family|families|supporter|follower|member|resident|citizen|inhabitant|native|employee|worker|student|leader|head|widow|wife|wives|mother|father|son|daughter|brother|sister|parent|child|children|friend|opponent|critic|ally|rival|victim|survivor|organiser|organizer|participant|founder|chief|veteran|activist|representative|official|spokesman|spokeswoman|spokesperson|ambassador|government|people|population|army|police|parliament|embassy|union|association|ministry|president|minister|king|queen|governor|mayor|speaker|bishop|archbishop|court|bank|university|church|party|journalist|reporter|correspondent|editor|lawyer|soldier|fighter|commander)s?$/u

/** Reads a common noun for people at its place in the sentence. */
export function makeCommonNoun(
  view: SentenceView,
  match: Match,
  agent: AgentNoun,
  lexicon: ActorLexicon,
  day: PlainDate | null,
): Verdict {
  const { sentence, words } = view
  const { tokens } = sentence
  const next = match.last + 1
  // "resident Troy Blakely": a title before a name is a noun, whatever its tag.
  const named = agent.title && !agent.plural && view.cased && view.capital[next] && tokens[next]?.upos === 'PROPN'
  const upos = tokens[match.last]?.upos
  if (!isNounHere(view, match) && !(named && upos !== 'VERB' && upos !== 'AUX')) return { reason: 'not used as a noun' }
  const follower = view.startsAt[next]?.items.find((item): item is AgentNoun => item.kind === 'agent')
  const nextToken = tokens[next]
  const adjacent = nextToken !== undefined && /^[\p{L}\p{N}]/u.test(nextToken.form)
  if (follower && !follower.grouping && adjacent && isNounHere(view, view.startsAt[next] as Match) && !agent.plural)
    return { reason: `modifies "${nextToken?.form}"` }
  if (agent.title && adjacent && !follower) {
    const person = makeTitledPerson(view, match, agent, lexicon, day)
    if (person) return { drafts: [person] }
  }
  // A hyphen after the noun makes it part of an adjective ("student-led").
  if (words[next] === '-' && tokens[next]?.start === tokens[match.last]?.end) return { reason: 'part of a compound' }
  if (
    view.tagged &&
    adjacent &&
    nextToken &&
    nextToken.upos === 'NOUN' &&
    !agent.plural &&
    !(agent.actorKind === 'group' && actsThroughNoun(view, next))
  )
    if (
      !sentence.parsed ||
      (nextToken.head !== match.last && /^compound|^amod|^nmod/u.test(tokens[match.last]?.relation ?? ''))
    )
      return { reason: `modifies "${nextToken.form}"` }
  const left = readLeft(view, match.first, lexicon)
  if (agent.determined && (left.first === match.first || (agent.office && !left.definite && !left.former)))
    return { reason: 'no determiner before it' }
  if (words[next] === ':' && /^sources?$/u.test(words[match.last] as string)) return { reason: 'a credit' }
  let complement: Complement | null = null
  const after = words[next]
  const relational = agent.inherits || agent.office || agent.grouping || RELATIONAL.test(words[match.last] as string)
  if (after === 'of' || (relational && (after === 'for' || after === 'at')) || (agent.inherits && after === 'to'))
    complement = readComplement(view, next, lexicon)
  // "Centre for Law and Justice" is one name: what is listed inside it says nothing of it.
  if (complement?.entity && after === 'for' && view.cased && view.capital[match.last] && agent.actorKind !== 'person')
    complement = { ...complement, sector: [], country: null, entity: null }
  if (agent.grouping) return makeGroup(view, match, agent, left, complement, lexicon)

  let sector: readonly Sector[]
  if (agent.inherits)
    sector = left.replaces.length > 0 ? left.replaces : complement?.sector.length ? complement.sector : agent.sector
  else if (agent.weak && left.replaces.length > 0) sector = left.replaces
  else sector = joinSectors(agent.sector, left.adds)
  if (
    left.former &&
    (agent.office || sector[0] === 'GOV' || sector[0] === 'LEG' || sector[0] === 'JUD' || sector[0] === 'MIL')
  )
    sector = ['ELI']
  let { country } = left
  let countryBasis: string | null = left.countryBasis === null ? null : `stated:${left.countryBasis}`
  if (left.ethnic) {
    country = null
    countryBasis = null
  }
  if (country === null && complement?.country) {
    country = complement.country
    countryBasis = 'stated:complement'
  }
  if (agent.inherits && agent.actorKind === 'group' && sector.length === 0) return { reason: 'says not who' }
  const takeComplement = complement !== null && (after === 'of' || (after === 'for' && agent.inherits)) && relational
  const head = match.last
  const draft = newDraft({
    sentence: sentence.index,
    first: left.first,
    last: takeComplement ? (complement as Complement).last : match.last,
    head,
    nameFirst: left.nameFirst,
    kind: agent.actorKind === 'person' && agent.plural ? 'group' : agent.actorKind,
    country,
    countryBasis,
    sector,
    role:
      !agent.plural && (agent.office || (agent.inherits && agent.actorKind === 'person'))
        ? titleOf(view, left.nameFirst, match.last)
        : null,
    basis: 'agent-noun',
    plural: agent.plural,
    definite: left.definite,
    former: left.former,
    agent,
  })
  draft.nameLast = draft.last
  return { drafts: [draft, ...sharedDrafts(view, draft, left.shared)] }
}

/** "Hungarian and Romanian officials": the adjective before "and" stands for an actor of its own. */
function sharedDrafts(
  view: SentenceView,
  draft: Draft,
  shared: readonly { match: Match; country: string | null }[],
): Draft[] {
  return shared.map(({ match, country }) =>
    newDraft({
      sentence: view.sentence.index,
      first: match.first,
      last: match.last,
      head: match.last,
      kind: draft.kind,
      name: `${phraseOf(view, match.first, match.last)} ${phraseOf(view, draft.head, draft.head)}`,
      country,
      countryBasis: country === null ? null : 'stated:demonym',
      sector: draft.sector,
      basis: 'inferred:shared-head',
      plural: draft.plural,
      agent: draft.agent,
    }),
  )
}

function makeGroup(
  view: SentenceView,
  match: Match,
  agent: AgentNoun,
  left: ReturnType<typeof readLeft>,
  complement: Complement | null,
  lexicon: ActorLexicon,
): Verdict {
  const counts = COUNT_NOUNS.has(agent.noun.toLowerCase())
  if (complement && (complement.agent || complement.entity || complement.sector.length > 0)) {
    // "group of miners": the miners act, the group counts them.
    const nameFirst = counts ? complement.first : left.nameFirst
    const inner = complement.agent && complement.match ? readLeft(view, complement.match.first, lexicon) : null
    let sector = complement.sector
    if (inner && complement.agent)
      sector =
        (complement.agent.inherits || complement.agent.weak) && inner.replaces.length > 0
          ? inner.replaces
          : joinSectors(complement.agent.sector, inner.adds)
    return {
      drafts: [
        newDraft({
          sentence: view.sentence.index,
          first: left.first,
          last: complement.last,
          head: match.last,
          nameFirst: counts && inner ? Math.max(inner.nameFirst, complement.first) : nameFirst,
          nameLast: complement.last,
          kind: 'group',
          country: inner?.ethnic ? null : (complement.country ?? inner?.country ?? left.country),
          countryBasis: (complement.country ?? inner?.country ?? left.country) ? 'stated:demonym' : null,
          sector: joinSectors(sector, left.adds),
          entity: null,
          basis: 'group-of',
          plural: true,
          definite: left.definite,
          agent: complement.agent ?? agent,
        }),
      ],
    }
  }
  if (counts) {
    // "Hundreds marched": people, though the noun is left out.
    const token = view.sentence.tokens[match.last]
    const following = view.sentence.tokens[match.last + 1]
    const subject = view.sentence.parsed
      ? /^nsubj/u.test(token?.relation ?? '')
      : following !== undefined && following.upos === 'VERB'
    if (subject && /s$/u.test(view.words[match.last] as string))
      return {
        drafts: [
          newDraft({
            sentence: view.sentence.index,
            first: left.first,
            last: match.last,
            head: match.last,
            kind: 'group',
            sector: ['CVL'],
            basis: 'inferred:number',
            plural: true,
            agent,
          }),
        ],
      }
    return { reason: 'counts nobody' }
  }
  return {
    drafts: [
      newDraft({
        sentence: view.sentence.index,
        first: left.first,
        last: match.last,
        head: match.last,
        nameFirst: left.nameFirst,
        kind: agent.actorKind,
        country: left.country ?? complement?.country ?? null,
        countryBasis: left.countryBasis
          ? `stated:${left.countryBasis}`
          : complement?.country
            ? 'stated:complement'
            : null,
        sector: left.replaces,
        basis: 'agent-noun',
        plural: agent.plural,
        definite: left.definite,
        agent,
      }),
    ],
  }
}

/** "Interior Minister Marat Akhmetzhanov", "activist Zhanbolat Mamai": null where no name follows. */
function makeTitledPerson(
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

/** "ethnic Kazakhs", "two Indians", "the French": a people as noun. */
export function makePeople(view: SentenceView, match: Match, people: PeopleName, lexicon: ActorLexicon): Verdict {
  const { words } = view
  const acting = actsThroughNoun(view, match.last + 1)
  if (people.nation && people.use !== 'plural' && acting) return { drafts: [stateOf(view, match, people)] }
  if (people.use === 'adjective') return { reason: 'adjective of a people' }
  // "French-based", "Russian-speaking".
  if (
    words[match.last + 1] === '-' &&
    view.sentence.tokens[match.last + 1]?.start === view.sentence.tokens[match.last]?.end
  )
    return { reason: 'part of a compound' }
  if (people.use !== 'plural' && view.startsAt[match.last + 1]?.items.some((item) => item.kind === 'agent'))
    return { reason: 'adjective of a people' }
  const left = readLeft(view, match.first, lexicon)
  const following = view.sentence.tokens[match.last + 1]
  if (people.use !== 'plural') {
    const before = words[match.first - 1] ?? ''
    const counted =
      left.definite ||
      before === 'a' ||
      before === 'an' ||
      isNumber(before) ||
      before === 'another' ||
      before === 'ethnic'
    if (!counted) return { reason: 'adjective of a people' }
    if (following && /^[\p{L}\p{N}]/u.test(following.form)) {
      if (!view.tagged) {
        if (
          !/^(?:who|was|were|is|are|has|have|had|in|of|and|from|at|on|to|by|with|said)$/u.test(
            words[match.last + 1] as string,
          )
        )
          return { reason: 'adjective of a people' }
      } else if (/^(?:NOUN|PROPN|ADJ|NUM)$/u.test(following.upos)) return { reason: 'adjective of a people' }
    }
    if (
      view.tagged &&
      view.sentence.tokens[match.last]?.upos === 'ADJ' &&
      people.use === 'both' &&
      following?.upos === 'NOUN'
    )
      return { reason: 'adjective of a people' }
  }
  const single =
    people.use === 'noun' ? /^(?:a|an|another|one)$/u.test(words[match.first - 1] ?? '') : people.use === 'both'
  return {
    drafts: [
      newDraft({
        sentence: view.sentence.index,
        first: left.first,
        last: match.last,
        head: match.last,
        nameFirst: left.nameFirst,
        kind: single && people.use !== 'plural' ? 'person' : 'group',
        country: left.ethnic ? null : people.code,
        countryBasis: left.ethnic || people.code === null ? null : 'stated:demonym',
        sector: left.replaces.length > 0 ? left.replaces : people.sector,
        basis: 'people',
        plural: !single,
        definite: left.definite,
      }),
    ],
  }
}

/** Nouns of acts: the one who does them stands before, as in "Israeli raid", "opposition rally". */
const ACT =
  /^(?:protest|rally|march|demonstration|strike|attack|raid|offensive|ambush|assault|bombing|shelling|operation|crackdown|airstrike|invasion|incursion|withdrawal|blockade|boycott|statement|criticism|demand|call|claim|decision|move|visit|offer|proposal|request|appeal|threat|warning|aid|assistance|mediation|sanction|pressure|refusal|veto|intervention|retaliation|occupation|annexation|siege|hunger|sit-in|picket)(?:s|es)?$|^(?:rallies|fire|violence|brutality|inquiries)$/u

/** Whether the token is the noun of an act. */
function actsThroughNoun(view: SentenceView, at: number): boolean {
  return ACT.test(view.words[at] ?? '') && view.sentence.tokens[at]?.upos !== 'VERB'
}

/** "Israeli raid": the adjective stands for the state. */
function stateOf(view: SentenceView, match: Match, people: PeopleName): Draft {
  return newDraft({
    sentence: view.sentence.index,
    first: match.first,
    last: match.last,
    head: match.last,
    kind: 'organisation',
    country: people.code,
    countryBasis: 'stated:demonym',
    sector: ['GOV'],
    basis: 'inferred:adjective-of-act',
    definite: true,
    proper: true,
  })
}

/** A title as written, without the determiner that a possessor brings along. */
function titleOf(view: SentenceView, first: number, last: number): string {
  return phraseOf(view, first, last).replace(/^(?:the|an?|his|her|its|their|our) /iu, '')
}

/** The characters of tokens `first` to `last`, blanks folded. */
export function phraseOf(view: SentenceView, first: number, last: number): string {
  const { tokens } = view.sentence
  let out = ''
  for (let j = first; j <= last; j++) {
    const token = tokens[j]
    if (!token) break
    if (j > first && tokens[j - 1]?.end !== token.start) out += ' '
    out += token.form
  }
  return out
}
