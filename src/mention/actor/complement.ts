import { BARRIERS, DETERMINERS, isNumber, QUANTITIES } from './closed-words.ts'
import type { Sector } from './code.ts'
import type { ActorLexicon, AgentNoun, CountryName, Entity, LexiconItem, PeopleName } from './lexicon.ts'
import { isModifier, isNounHere } from './noun-phrase.ts'
import type { Match, SentenceView } from './sentence-view.ts'

/** What follows "of", "for" or "at" after a head noun. */
export interface Complement {
  readonly last: number
  readonly country: string | null
  readonly sector: readonly Sector[]
  readonly entity: Entity | null
  readonly agent: AgentNoun | null
  /** First token of the complement after the preposition. */
  readonly first: number
  /** Match of the complement's head, if listed. */
  readonly match: Match | null
}

/** Tokens that a complement may hold before its head. */
const MAX_COMPLEMENT = 8

/** Reads the phrase after a preposition at token `at`, or null where nothing known stands there. */
export function readComplement(view: SentenceView, at: number, lexicon: ActorLexicon): Complement | null {
  const { words } = view
  const length = view.sentence.tokens.length
  let country: string | null = null
  let sector: readonly Sector[] = []
  let named = -1
  let ethnic = false
  const first = at + 1
  for (let j = first; j < length && j < first + MAX_COMPLEMENT; ) {
    const word = words[j] as string
    if (word === 'ethnic') ethnic = true
    const match = view.startsAt[j]
    if (match) {
      const agent = match.items.find((item): item is AgentNoun => item.kind === 'agent')
      const entity = match.items.find((item) => item.kind === 'entity')
      const state = match.items.find((item): item is CountryName => item.kind === 'country' || item.kind === 'seat')
      const people = match.items.find((item): item is PeopleName => item.kind === 'people')
      const next = view.startsAt[match.last + 1]
      const moreFollows =
        next?.items.some((item) => item.kind === 'agent') === true && (people !== undefined || agent !== undefined)
      if (entity && entity.kind === 'entity')
        return {
          first,
          last: match.last,
          country: country ?? entity.entity.country,
          sector: entity.entity.roles[entity.entity.roles.length - 1]?.sector ?? [],
          entity: entity.entity,
          agent: null,
          match,
        }
      if (agent && !moreFollows && isNounHere(view, match)) {
        // "the party of President Petrov": the person is an actor of his own.
        if (agent.title && view.cased && view.capital[match.last + 1] && !agent.plural) return null
        // "head of the parliament's committee": the owner gives its sector, the head comes later.
        if (words[match.last + 1] === "'s") {
          if (sector.length === 0) sector = agent.sector
          j = match.last + 2
          continue
        }
        const modifier = sector
        return {
          first,
          last: match.last,
          country,
          sector: agent.inherits && modifier.length > 0 ? modifier : agent.sector,
          entity: null,
          agent,
          match,
        }
      }
      if (people && (people.use === 'plural' || !nounFollows(view, match.last + 1, lexicon)))
        return {
          first,
          last: match.last,
          country: ethnic ? null : people.code,
          sector: people.sector,
          entity: null,
          agent: null,
          match,
        }
      if (state && !moreFollows)
        return { first, last: match.last, country: state.code, sector: [], entity: null, agent: null, match }
      if (people && !ethnic) country ??= people.code
      if (agent && sector.length === 0) sector = agent.sector
      j = match.last + 1
      continue
    }
    const modifier = lexicon.modifiers.get(word)
    if (modifier) {
      if (sector.length === 0) sector = modifier.replaces
      j++
      continue
    }
    if (DETERMINERS.has(word) || QUANTITIES.has(word) || isNumber(word) || word === '-' || word === 'ethnic') {
      j++
      continue
    }
    if (view.cased && view.capital[j]) {
      named = j
      j++
      continue
    }
    if (named >= 0 || !isModifier(view, j, j + 1, lexicon) || BARRIERS.has(word)) break
    j++
  }
  if (named < 0) return null
  return { first, last: named, country, sector, entity: null, agent: null, match: null }
}

/** Whether a noun goes on after a demonym, so that the demonym is its adjective. */
function nounFollows(view: SentenceView, at: number, lexicon: ActorLexicon): boolean {
  const token = view.sentence.tokens[at]
  if (!token) return false
  if (view.startsAt[at]?.items.some((item: LexiconItem) => item.kind === 'agent')) return true
  if (view.tagged) return token.upos === 'NOUN' || token.upos === 'ADJ' || token.upos === 'PROPN'
  const word = view.words[at] as string
  return lexicon.modifiers.has(word) || lexicon.adjectives.has(word) || !BARRIERS.has(word)
}
