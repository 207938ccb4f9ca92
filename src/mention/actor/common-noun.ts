import type { PlainDate } from '../../base/plain-date.ts'
import type { Sector } from './code.ts'
import { type Complement, readComplement } from './complement.ts'
import { type Draft, joinSectors, newDraft, type Verdict } from './draft.ts'
import type { ActorLexicon, AgentNoun } from './lexicon.ts'
import { isNounHere, readLeft } from './noun-phrase.ts'
import { actsThroughNoun } from './people-noun.ts'
import { phraseOf, titleOf } from './phrase.ts'
import type { Match, SentenceView } from './sentence-view.ts'
import { makeTitledPerson } from './titled-person.ts'

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
    fallback: agent.inherits && !left.former && left.replaces.length === 0 && !complement?.sector.length,
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
