import type { PlaceMention } from '../mention.ts'
import { isInternational } from './code.ts'
import type { Draft } from './draft.ts'
import type { Entity } from './lexicon.ts'
import { isGenericParty } from './named.ts'
import type { SentenceView } from './sentence-view.ts'

/** Votes of a dateline for the country of the article: it says where the report was made. */
const DATELINE_VOTES = 6
/** Votes of a resolved place, of a country named, of a nationality. */
const PLACE_VOTES = 2
const COUNTRY_VOTES = 2
const PEOPLE_VOTES = 1
/** "Kazakh police", "the French government": its power works where the article plays. */
const POWER_VOTES = 2
/** A person in the lexicon; a listed body that works at home. Armed groups, firms and media work anywhere. */
const PERSON_VOTES = 2
const BODY_VOTES = 1
/** Votes that a country needs at least: one nationality in passing decides nothing. */
const MIN_VOTES = 2
/** Share of all votes that the first country needs before it is taken for the article's. */
const MIN_SHARE = 0.34
/** Tokens after an actor within which "in Zhanaozen" belongs to it. */
const NEAR_TOKENS = 4

/** Words before a country that make it a place where something happens or comes from. */
const LOCATING =
  /^(?:in|at|near|across|throughout|inside|within|around|of|from|to|into|western|eastern|northern|southern|central)$/u

/** Where the sentences of an article play, as far as places and names of states say. */
export interface CountryContext {
  /** The country that most of the article speaks of. */
  readonly article: string | null
  /** Countries of places in a sentence, in order, with the first token of each. */
  readonly inSentence: readonly (readonly { token: number; country: string }[])[]
}

/** Gathers the votes. `places` may be empty: names of states and peoples then decide alone. */
export function gatherCountries(views: readonly SentenceView[], places: readonly PlaceMention[]): CountryContext {
  const votes = new Map<string, number>()
  const vote = (country: string, count: number): void => {
    votes.set(country, (votes.get(country) ?? 0) + count)
  }
  const inSentence: { token: number; country: string }[][] = views.map(() => [])
  const ordered = places.filter((place) => place.country !== null).sort((a, b) => a.start - b.start)
  let at = 0
  for (const view of views) {
    const { sentence } = view
    const here = inSentence[sentence.index] ?? []
    while (at < ordered.length && (ordered[at] as PlaceMention).start < sentence.end) {
      const place = ordered[at] as PlaceMention
      at++
      if (place.start < sentence.start || place.use === 'actor') continue
      vote(place.country as string, sentence.kind === 'dateline' ? DATELINE_VOTES : PLACE_VOTES)
      const token = tokenAt(view, place.start)
      // "the China issue", "China's growth": a country that is spoken of is not where the sentence plays.
      const before = view.words[token - 1] === 'the' ? token - 2 : token - 1
      if (place.type === 'country' && !LOCATING.test(view.words[before] ?? '')) continue
      here.push({ token, country: place.country as string })
    }
    const placed = new Set(here.map((one) => one.token))
    for (let i = 0; i < view.startsAt.length; i++) {
      const match = view.startsAt[i]
      if (!match || view.words[i - 1] === 'ethnic') continue
      for (const item of match.items) {
        if (item.kind === 'people' && item.code !== null)
          vote(item.code, namesPower(view, match.last + 1) ? POWER_VOTES : PEOPLE_VOTES)
        else if (item.kind === 'entity') {
          const votes = match.items.length === 1 ? entityVotes(item.entity) : 0
          if (votes > 0) vote(item.entity.country as string, votes)
        } else if (
          (item.kind === 'country' || (item.kind === 'seat' && !item.institution)) &&
          !placed.has(match.first)
        ) {
          vote(item.code, sentence.kind === 'dateline' ? DATELINE_VOTES : COUNTRY_VOTES)
          const before = view.words[i - 1]
          if (before === 'in' || before === 'at' || before === 'near' || before === 'across')
            here.push({ token: i, country: item.code })
        }
      }
    }
    here.sort((a, b) => a.token - b.token)
  }
  let best: string | null = null
  let most = 0
  let total = 0
  for (const [country, count] of votes) {
    total += count
    if (count > most) {
      most = count
      best = country
    }
  }
  return { article: most >= MIN_VOTES && most / total >= MIN_SHARE ? best : null, inSentence }
}

function entityVotes(entity: Entity): number {
  if (entity.country === null || isInternational(entity.country) || isGenericParty(entity)) return 0
  if (entity.actorKind === 'person') return PERSON_VOTES
  return /^(?:GOV|LEG|COP|JUD|PTY|MIL)$/u.test(entity.roles[0]?.sector[0] ?? '') ? BODY_VOTES : 0
}

/** Whether the token begins a noun for a body of the state. */
function namesPower(view: SentenceView, at: number): boolean {
  return (
    view.startsAt[at]?.items.some(
      (item) => item.kind === 'agent' && /^(?:COP|GOV|MIL|JUD|LEG|SPY)$/u.test(item.sector[0] ?? ''),
    ) === true
  )
}

function tokenAt(view: SentenceView, start: number): number {
  const { tokens } = view.sentence
  let low = 0
  let high = tokens.length - 1
  while (low < high) {
    const middle = (low + high + 1) >>> 1
    if ((tokens[middle]?.start ?? 0) <= start) low = middle
    else high = middle - 1
  }
  return low
}

/**
 * Gives a country to actors that have none of their own: the place right after them, the places of their sentence if all
 * lie in one country, the sentence before, the article's country. Bodies of several states and peoples across states
 * are left alone.
 */
export function inferCountries(
  drafts: readonly Draft[],
  views: readonly SentenceView[],
  context: CountryContext,
): void {
  for (const draft of drafts) {
    if (draft.country !== null || draft.pronoun || draft.antecedent) continue
    if (draft.entity) continue
    if (draft.sector.includes('REF')) continue
    const here = context.inSentence[draft.sentence] ?? []
    const near = here.find((one) => one.token > draft.last && one.token - draft.last <= NEAR_TOKENS)
    if (near && /^(?:in|at|from|of|near)$/u.test(views[draft.sentence]?.words[draft.last + 1] ?? '')) {
      set(draft, near.country, 'inferred:place-after')
      continue
    }
    // A place before the noun ("Almaty police"), not one that is part of it ("Duma deputies").
    const noun = draft.agent ? draft.agent.noun.split(/[\s-]+/u).length : 1
    const inside = here.find(
      (one) =>
        one.token >= draft.first &&
        one.token <= draft.last &&
        (one.token <= draft.head - noun || one.token > draft.head),
    )
    if (inside) {
      set(draft, inside.country, 'stated:place')
      continue
    }
    if (draft.basis === 'people') continue
    const first = here[0]
    if (first && here.every((one) => one.country === first.country)) {
      set(draft, first.country, 'inferred:sentence')
      continue
    }
    if (context.article !== null) set(draft, context.article, 'inferred:article')
  }
  for (const draft of drafts)
    if (draft.country === null && draft.antecedent?.country)
      set(draft, draft.antecedent.country, draft.antecedent.countryBasis ?? 'inferred:antecedent')
}

function set(draft: Draft, country: string, basis: string): void {
  draft.country = country
  draft.countryBasis = basis
}
