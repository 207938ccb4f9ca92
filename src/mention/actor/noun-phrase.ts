import { BARRIERS, DETERMINERS, isNumber, QUANTITIES, SUBJECTS } from './closed-words.ts'
import type { Sector } from './code.ts'
import type { ActorLexicon, AgentNoun, CountryName, Entity, PeopleName } from './lexicon.ts'
import type { Match, SentenceView } from './sentence-view.ts'

/** What stands before a head noun, read from right to left. */
export interface LeftSide {
  /** First token of the phrase, determiner and possessor included. */
  readonly first: number
  /** First token without determiner and quantity: where the name begins. */
  readonly nameFirst: number
  readonly country: string | null
  readonly countryBasis: 'demonym' | 'country' | 'possessor' | null
  readonly replaces: readonly Sector[]
  readonly adds: readonly Sector[]
  readonly former: boolean
  readonly definite: boolean
  readonly entity: Entity | null
  /** Match that shares the head by coordination: "Hungarian and Romanian officials". */
  readonly shared: readonly { match: Match; country: string | null }[]
  /** "ethnic Kazakhs": the people, not the state. */
  readonly ethnic: boolean
  /** Tokens of a capitalised modifier that no list knows ("Ahmedabad police"), for the place list. */
  readonly unknownName: { first: number; last: number } | null
}

const FORMER = new Set(
  'former ex ex- late onetime ousted deposed retired erstwhile outgoing fired dismissed sacked'.split(' '),
)
/** Not every "late" or "outgoing" officer has left office: these have. */
const LEFT_OFFICE = new Set(['former', 'ex', 'ex-', 'onetime', 'ousted', 'deposed', 'erstwhile'])

/** Second parts of compounds with the name of a place or people in front. */
const COMPOUND =
  /^(?:based|born|speaking|led|held|controlled|occupied|administered|brokered|made|style|educated|trained|bound|listed|registered)$/u

/** The most tokens that a phrase may reach to the left of its head. */
const MAX_LEFT = 12

/** Reads the words before the token `head` as far as they belong to its noun phrase. */
export function readLeft(view: SentenceView, head: number, lexicon: ActorLexicon): LeftSide {
  const { words } = view
  let first = head
  let nameFirst = head
  let country: string | null = null
  let countryBasis: LeftSide['countryBasis'] = null
  let replaces: readonly Sector[] = []
  let adds: readonly Sector[] = []
  let former = false
  let definite = false
  let entity: Entity | null = null
  let ethnic = false
  let unknownName: LeftSide['unknownName'] = null
  const shared: { match: Match; country: string | null }[] = []
  const floor = Math.max(0, head - MAX_LEFT)
  let counted = false
  let j = head - 1
  while (j >= floor) {
    const word = words[j] as string
    const match = view.covers[j]
    if (word === '-' && j > floor) {
      j--
      continue
    }
    if (word === "'s" || word === '’s' || ((word === "'" || word === '’') && /s$/u.test(words[j - 1] ?? ''))) {
      const owner = readOwner(view, j - 1)
      if (owner === null) break
      first = owner.first
      nameFirst = Math.min(nameFirst, owner.nameFirst)
      if (country === null && owner.country !== null) {
        country = owner.country
        countryBasis = 'possessor'
      }
      if (replaces.length === 0) replaces = owner.sector
      entity ??= owner.entity
      definite = true
      break
    }
    const upos = view.sentence.tokens[j]?.upos
    if (upos === 'SCONJ' || (upos === 'PRON' && word === 'that')) break
    if (DETERMINERS.has(word) || QUANTITIES.has(word) || isNumber(word)) {
      if (word === 'the' || word === 'this' || word === 'that' || word === 'these' || word === 'those') definite = true
      // "than", "to", "over" and the like count only in front of a number that was already taken.
      if (
        /^(?:about|around|over|up|to|at|than)$/u.test(word) &&
        !QUANTITIES.has(words[j + 1] ?? '') &&
        !isNumber(words[j + 1] ?? '')
      )
        break
      first = j
      counted = true
      j--
      if (
        word === 'the' ||
        word === 'a' ||
        word === 'an' ||
        /^(?:his|her|its|their|our|my|your|this|that|these|those)$/u.test(word)
      ) {
        // Of "at least the 50 men" only "all the", "some of the" matter; a determiner opens the phrase.
        if (words[j] === 'all' || words[j] === 'both' || words[j] === 'half') first = j
        break
      }
      continue
    }
    // Nothing but quantity and determiner stands before a number: "police detained 20 men".
    if (counted) break
    if (FORMER.has(word)) {
      if (LEFT_OFFICE.has(word)) former = true
      first = nameFirst = j
      j--
      continue
    }
    // "the French-based banker": where he lives, not whose he is.
    if (word !== '-' && words[j - 1] === '-' && COMPOUND.test(word)) {
      const place = view.covers[j - 2]
      first = nameFirst = place ? place.first : j - 2
      j = first - 1
      continue
    }
    if (match && match.last === j) {
      const people = match.items.find((item): item is PeopleName => item.kind === 'people' && item.use !== 'plural')
      const state = match.items.find((item): item is CountryName => item.kind === 'country' || item.kind === 'seat')
      const agent = match.items.find((item): item is AgentNoun => item.kind === 'agent')
      const named = match.items.find((item) => item.kind === 'entity')
      if (people) {
        if (country === null && people.code !== null) {
          country = people.code
          countryBasis = 'demonym'
        }
        first = nameFirst = match.first
        j = match.first - 1
        if (words[j] === 'ethnic') ethnic = true
        // "Hungarian and Romanian officials"
        for (;;) {
          const joint = words[j]
          if (joint !== 'and' && joint !== ',' && joint !== 'or' && joint !== '-' && joint !== '–') break
          const other = view.covers[j - 1]
          const another = other?.items.find(
            (item): item is PeopleName => item.kind === 'people' && item.use !== 'plural',
          )
          if (!other || !another) break
          shared.push({ match: other, country: another.code })
          j = other.first - 1
        }
        if (shared.length > 0) break
        continue
      }
      if (state && (countryBasis === null || country === state.code)) {
        country ??= state.code
        countryBasis ??= 'country'
        first = nameFirst = match.first
        j = match.first - 1
        continue
      }
      const modifier = lexicon.modifiers.get(words.slice(match.first, match.last + 1).join(' '))
      if (modifier) {
        if (replaces.length === 0) replaces = modifier.replaces
        if (adds.length === 0) adds = modifier.adds
        first = nameFirst = match.first
        j = match.first - 1
        continue
      }
      if (named && named.kind === 'entity' && named.entity.actorKind !== 'person') {
        if (replaces.length === 0) replaces = named.entity.roles[named.entity.roles.length - 1]?.sector ?? []
        if (adds.length === 0) adds = replaces
        country ??= named.entity.country
        entity ??= named.entity
        first = nameFirst = match.first
        j = match.first - 1
        continue
      }
      if (agent && !agent.grouping && isNounHere(view, match)) {
        // "youth activists" are not less than activists.
        if (replaces.length === 0 && agent.sector[0] !== 'CVL') replaces = agent.sector
        if (adds.length === 0 && !agent.inherits) adds = agent.sector.slice(0, 1)
        first = nameFirst = match.first
        j = match.first - 1
        continue
      }
      if (!named && !agent) break
    }
    const modifier = lexicon.modifiers.get(word)
    if (modifier) {
      if (replaces.length === 0) replaces = modifier.replaces
      if (adds.length === 0) adds = modifier.adds
      first = nameFirst = j
      j--
      continue
    }
    if (BARRIERS.has(word)) break
    if (!isModifier(view, j, head, lexicon)) break
    if (view.cased && view.capital[j] && j > 0) {
      const last: number = unknownName && unknownName.first === j + 1 ? unknownName.last : j
      unknownName = { first: j, last }
    }
    first = nameFirst = j
    j--
  }
  return {
    first,
    nameFirst,
    country,
    countryBasis,
    replaces,
    adds,
    former,
    definite,
    entity,
    shared,
    ethnic,
    unknownName,
  }
}

/** Whether token `j` may stand between a determiner and the head noun. */
export function isModifier(view: SentenceView, j: number, head: number, lexicon: ActorLexicon): boolean {
  const token = view.sentence.tokens[j]
  if (!token) return false
  // Words with capitals before a head with a capital are one name.
  if (view.cased && view.capital[j] && view.capital[head] && /^\p{L}/u.test(token.form)) return true
  if (view.sentence.parsed && token.relation !== '') {
    if (/^(?:amod|compound|nummod|nmod:desc|flat|advmod|obl:unmarked)/u.test(token.relation))
      return token.head > j && token.head <= head
    if (token.upos !== 'PROPN') return false
  }
  if (view.tagged) {
    if (token.upos === 'ADJ' || token.upos === 'NUM' || token.upos === 'PROPN') return true
    if (token.upos === 'NOUN') return true
    if (token.upos === 'VERB' && (token.xpos === 'VBN' || token.xpos === 'VBG')) {
      const before = view.sentence.tokens[j - 1]
      return before !== undefined && (before.upos === 'DET' || before.upos === 'ADJ' || before.upos === 'NUM')
    }
    return false
  }
  if (view.cased && view.capital[j] && j > 0) return true
  return lexicon.adjectives.has(view.words[j] as string)
}

/** Whether a matched agent noun is used as a noun: "guards the gate", "he heads" are not. */
export function isNounHere(view: SentenceView, match: Match): boolean {
  if (!view.tagged) return true
  const token = view.sentence.tokens[match.last]
  if (!token) return false
  // "the wounded", "two dead" are tagged as adjectives or participles.
  const determined = match.items.some((item) => item.kind === 'agent' && item.determined)
  if (determined) {
    const before = view.words[match.first - 1] ?? ''
    const next = view.sentence.tokens[match.last + 1]
    return (
      (before === 'the' || isNumber(before) || QUANTITIES.has(before)) &&
      next?.upos !== 'NOUN' &&
      next?.upos !== 'PROPN'
    )
  }
  // "She guards the gate": between a subject pronoun and a determiner stands a verb, whatever its tag.
  if (SUBJECTS.has(view.words[match.first - 1] ?? '') && DETERMINERS.has(view.words[match.last + 1] ?? '')) return false
  // A nationality before it makes it a noun, whatever its tag: "the Salvadoran government guarantee".
  const owner = view.covers[match.first - 1]
  if (owner?.items.some((item) => item.kind === 'people' && item.use !== 'plural')) return true
  const plural = match.items.some((item) => item.kind === 'agent' && item.plural)
  if (token.upos === 'VERB' || token.upos === 'AUX') return false
  if (match.first !== match.last || plural) return true
  if (token.upos !== 'ADJ') return token.upos !== 'ADV' && token.upos !== 'ADP'
  // A noun taken for an adjective: nothing is left that it could describe, or the tree gives it a noun's place.
  if (view.sentence.parsed && /^(?:nsubj|obj|obl|nmod|appos|iobj)/u.test(token.relation)) return true
  const next = view.sentence.tokens[match.last + 1]
  if (next && view.cased && view.capital[match.last + 1] && next.upos === 'PROPN') return true
  const before = view.words[match.first - 1] ?? ''
  const described = next !== undefined && /^(?:NOUN|PROPN|ADJ|NUM)$/u.test(next.upos)
  return (DETERMINERS.has(before) || isNumber(before)) && !described
}

interface Owner {
  readonly first: number
  readonly nameFirst: number
  readonly country: string | null
  readonly sector: readonly Sector[]
  readonly entity: Entity | null
}

/** The possessor that ends at token `last`: "Kazakhstan", "the ruling party", "Hillary Clinton". */
function readOwner(view: SentenceView, last: number): Owner | null {
  const match = view.covers[last]
  if (match && match.last === last) {
    let first = match.first
    if (first > 0 && DETERMINERS.has(view.words[first - 1] as string)) first--
    let country: string | null = null
    let sector: readonly Sector[] = []
    let entity: Entity | null = null
    for (const item of match.items) {
      if (item.kind === 'country' || item.kind === 'seat' || item.kind === 'people') country ??= item.code
      else if (item.kind === 'entity') {
        country ??= item.entity.country
        entity = item.entity
        sector = item.entity.roles[item.entity.roles.length - 1]?.sector ?? []
      } else if (item.kind === 'agent') sector = item.sector
    }
    const before = view.covers[match.first - 1]
    const demonym = before?.items.find((item): item is PeopleName => item.kind === 'people')
    if (before && demonym && before.last === match.first - 1) {
      country ??= demonym.code
      first = Math.min(first, before.first)
      if (first > 0 && DETERMINERS.has(view.words[first - 1] as string)) first--
    }
    return { first, nameFirst: first, country, sector, entity }
  }
  if (!view.cased || !view.capital[last]) return null
  let first = last
  while (first > 0 && view.capital[first - 1] && !BARRIERS.has(view.words[first - 1] as string) && last - first < 4)
    first--
  return { first, nameFirst: first, country: null, sector: [], entity: null }
}
