import { bySpan } from '../../base/span.ts'
import type { Name, NameFinder } from '../../language/names/name.ts'
import type { MentionInput } from '../input.ts'
import type { ActorMention, PlaceMention } from '../mention.ts'
import { tieAppositions } from './apposition.ts'
import { isNumber } from './closed-words.ts'
import { makeCommonNoun } from './common-noun.ts'
import { gatherCountries, inferCountries } from './country-inference.ts'
import { type Draft, newDraft, type RejectedActor, type Verdict } from './draft.ts'
import type { ActorLexicon, AgentNoun, CountryName, EntityName, PeopleName } from './lexicon.ts'
import { makeListed, makeMetonym } from './named.ts'
import { makePeople } from './people-noun.ts'
import { nameWordsOf, opensWithGivenName, readName } from './person-name.ts'
import { phraseOf } from './phrase.ts'
import { addSurnames, bindAcronyms, linkSpellings, tieDefinites, tieNames, tiePronouns } from './reference.ts'
import { type SentenceView, viewSentence } from './sentence-view.ts'
import { makeHonorific } from './titled-person.ts'

/** What finding actors needs beside the text. */
export interface ActorContext {
  /** Places found in the same text: they give countries and show metonyms. May be empty. */
  readonly places: readonly PlaceMention[]
  readonly lexicon: ActorLexicon
  /** Trained finder of names; without it only listed, titled and given-named persons are found. */
  readonly names?: NameFinder
}

export interface FoundActors {
  /** By start, the longer first. `antecedent` is an index into this list. */
  readonly actors: ActorMention[]
  readonly rejected: RejectedActor[]
}

/** Actors kept of one text; beyond, it is a list and not a report. */
export const MAX_ACTORS = 5_000

/**
 * Finds people, organisations and groups, with country and sector. Makers work sentence by sentence: listed names,
 * titles with names, agent nouns, peoples, states as actors, names by the trained finder, numbers that stand for people.
 * Refiners follow in this order: acronyms, spellings of listed persons, appositions (they explain names), names of one person (they spread what
 * appositions gave), countries (from what is stated near), definite nouns (need countries), pronouns (need all).
 */
export function findActors(input: MentionInput, context: ActorContext): FoundActors {
  const { text, analysis } = input
  const { lexicon, places } = context
  const views = analysis.sentences.map((sentence) => viewSentence(sentence, lexicon, analysis.lowerCase))
  const votes = gatherCountries(views, places)
  const day = input.published?.from ?? null
  const drafts: Draft[] = []
  const rejected: RejectedActor[] = []
  const uses = new Map<number, PlaceMention>()
  for (const place of places) uses.set(place.start, place)
  for (const view of views) {
    if (drafts.length >= MAX_ACTORS) break
    makeInSentence(view)
  }
  drafts.sort((a, b) => a.sentence - b.sentence || a.first - b.first || b.last - a.last)
  const acronyms = bindAcronyms(drafts, views)
  tieAcronyms(drafts, acronyms, views)
  linkSpellings(drafts, lexicon, day)
  tieAppositions(drafts, views)
  addSurnames(drafts, views)
  tieNames(drafts)
  inferCountries(drafts, views, votes)
  settleDeputies(drafts)
  tieDefinites(drafts, lexicon, day, votes.article)
  tiePronouns(drafts, views)
  return { actors: toMentions(drafts, views, text), rejected: rejected.sort(bySpan) }

  function makeInSentence(view: SentenceView): void {
    const { sentence } = view
    const { tokens } = sentence
    const taken = new Uint8Array(tokens.length)
    const take = (draft: Draft): void => {
      drafts.push(draft)
      for (let j = draft.first; j <= draft.last; j++) taken[j] = 1
    }
    const settle = (verdict: Verdict, first: number, last: number): void => {
      if ('reason' in verdict) {
        const start = tokens[first]?.start ?? 0
        const end = tokens[last]?.end ?? start
        rejected.push({ quote: text.slice(start, end), start, end, reason: verdict.reason })
        return
      }
      for (const draft of verdict.drafts) take(draft)
    }
    // Names of persons, agent nouns and peoples first: they take the countries that qualify them into their phrase.
    for (let i = 0; i < tokens.length; i++) {
      const match = view.startsAt[i]
      if (taken[i]) continue
      const honorific = makeHonorific(view, i, lexicon, day)
      if (honorific) {
        take(honorific)
        continue
      }
      if (!match) {
        pronounOrNumber(view, i, take)
        continue
      }
      const listed = match.items.filter((item): item is EntityName => item.kind === 'entity')
      if (listed.length > 0) {
        settle(makeListed(view, match, listed, lexicon, day, votes.article), match.first, match.last)
        i = match.last
        continue
      }
      const agent = match.items.find((item): item is AgentNoun => item.kind === 'agent')
      const people = match.items.find((item): item is PeopleName => item.kind === 'people')
      if (agent) {
        settle(makeCommonNoun(view, match, agent, lexicon, day), match.first, match.last)
        if (!taken[i]) continue
      } else if (people) settle(makePeople(view, match, people, lexicon), match.first, match.last)
      i = match.last
    }
    if (context.names && mayHoldNames(view, taken)) addFoundNames(view, taken, take)
    // Given names find persons that the trained finder left out, or all where there is none.
    for (let i = 0; i < tokens.length; i++) {
      const person = taken[i] || view.covers[i] ? null : givenNamePerson(view, i)
      if (person && taken.subarray(person.first, person.last + 1).every((used) => used === 0)) take(person)
    }
    for (let i = 0; i < tokens.length; i++) {
      const match = view.startsAt[i]
      if (!match || taken[i]) continue
      const state = match.items.find((item): item is CountryName => item.kind === 'country' || item.kind === 'seat')
      if (!state) continue
      const place = uses.get(tokens[i]?.start ?? -1)
      settle(makeMetonym(view, match, state, place?.use ?? null, lexicon), match.first, match.last)
    }
    // Places that act and that no list of ours holds: "Chechnya said".
    for (const place of places) {
      if (place.use !== 'actor' || place.country === null) continue
      if (place.start < sentence.start || place.end > sentence.end) continue
      const first = tokens.findIndex((token) => token.start >= place.start)
      let last = first
      while (first >= 0 && last + 1 < tokens.length && (tokens[last + 1]?.end ?? Infinity) <= place.end) last++
      if (first < 0 || taken[first] || view.covers[first]) continue
      take(
        newDraft({
          sentence: sentence.index,
          first,
          last,
          head: last,
          kind: 'organisation',
          country: place.country,
          countryBasis: 'stated:place',
          sector: ['GOV'],
          basis: 'inferred:metonym',
          definite: true,
          proper: true,
        }),
      )
    }
  }

  /** "Aidos Sadykov": a run of capitalised words that opens with a given name. */
  function givenNamePerson(view: SentenceView, at: number): Draft | null {
    if (!view.cased || !view.capital[at] || !opensWithGivenName(view, at, lexicon)) return null
    const last = readName(view, at)
    if (last <= at) return null
    for (let j = at + 1; j <= last; j++) if (view.covers[j]?.items.some((item) => item.kind === 'agent')) return null
    return newDraft({
      sentence: view.sentence.index,
      first: at,
      last,
      head: last,
      kind: 'person',
      basis: 'given-name',
      proper: true,
      definite: true,
      nameWords: nameWordsOf(view, at, last),
    })
  }

  function addFoundNames(view: SentenceView, taken: Uint8Array, take: (draft: Draft) => void): void {
    const { tokens } = view.sentence
    const names: Name[] = (context.names as NameFinder).find(tokens, text, !view.cased)
    let at = 0
    for (const name of names) {
      if (name.kind === 'LOC') continue
      while (at < tokens.length && (tokens[at]?.start ?? 0) < name.start) at++
      const first = at
      let last = at
      while (last + 1 < tokens.length && (tokens[last + 1]?.end ?? Infinity) <= name.end) last++
      let free = true
      for (let j = first; j <= last; j++) if (taken[j]) free = false
      if (!free) continue
      const person = name.kind === 'PER'
      // States and seats of governments are told apart from bodies by their own maker.
      const whole = view.startsAt[first]
      if (whole && whole.last >= last && whole.items.some((item) => item.kind === 'country' || item.kind === 'seat'))
        continue
      const title = person
        ? drafts[drafts.findLastIndex((one) => one.sentence === view.sentence.index && one.last === first - 1)]
        : undefined
      if (title?.agent?.title && !title.plural && !title.proper && title.kind === 'person') {
        title.role ??= phraseOf(view, title.nameFirst, title.nameLast)
        title.last = title.head = title.nameLast = last
        title.nameFirst = first
        title.nameWords = nameWordsOf(view, first, last)
        title.proper = true
        title.basis = 'title'
        for (let j = first; j <= last; j++) taken[j] = 1
        continue
      }
      take(
        newDraft({
          sentence: view.sentence.index,
          first,
          last,
          head: last,
          kind: person ? 'person' : 'organisation',
          basis: 'name',
          proper: true,
          definite: true,
          nameWords: person ? nameWordsOf(view, first, last) : [],
        }),
      )
    }
  }
}

/**
 * Whether the name finder could find anything that is not taken yet: a word with a capital behind the first, or one
 * tagged as a name. Saves it on more than half of all sentences.
 */
function mayHoldNames(view: SentenceView, taken: Uint8Array): boolean {
  const { tokens } = view.sentence
  for (let i = 0; i < tokens.length; i++) {
    if (taken[i] || view.startsAt[i]?.items.some((item) => item.kind !== 'agent')) continue
    const { upos } = tokens[i] as (typeof tokens)[number]
    if (upos === 'PROPN' || (upos === '' && (!view.cased || view.capital[i]))) return true
    if (view.cased && view.capital[i] && i > 0 && (upos === 'NOUN' || upos === 'ADJ' || upos === 'X')) return true
  }
  return false
}

/** A deputy is a sheriff's in the United States and a member of parliament elsewhere. */
function settleDeputies(drafts: readonly Draft[]): void {
  for (const draft of drafts)
    if (
      draft.agent?.noun === 'deputy' &&
      draft.sector[0] === 'COP' &&
      draft.country !== null &&
      draft.country !== 'USA'
    )
      draft.sector = ['LEG']
}

/** Subject pronouns, and numbers that stand for people ("two were killed"). */
function pronounOrNumber(view: SentenceView, at: number, take: (draft: Draft) => void): void {
  const word = view.words[at] as string
  if (word === 'he' || word === 'she' || word === 'they') {
    const plural = word === 'they'
    take(
      newDraft({
        sentence: view.sentence.index,
        first: at,
        last: at,
        head: at,
        kind: plural ? 'group' : 'person',
        basis: 'open:pronoun',
        plural,
        pronoun: true,
      }),
    )
    return
  }
  const token = view.sentence.tokens[at]
  if (!token || (token.upos !== 'NUM' && !isNumber(word))) return
  if (view.sentence.parsed ? !/^nsubj/u.test(token.relation) : !passiveFollows(view, at)) return
  if (/^(?:19|20)\d\d$/u.test(word)) return
  take(
    newDraft({
      sentence: view.sentence.index,
      first: at,
      last: at,
      head: at,
      kind: 'group',
      sector: ['CVL'],
      basis: 'inferred:number',
      plural: true,
    }),
  )
}

function passiveFollows(view: SentenceView, at: number): boolean {
  return (
    /^(?:was|were|have|had|remain|remained)$/u.test(view.words[at + 1] ?? '') &&
    /^(?:killed|injured|wounded|arrested|detained|hurt|been|shot|beaten|jailed|hospitali[sz]ed|missing|dead)$/u.test(
      view.words[at + 2] ?? '',
    )
  )
}

/** A bare acronym that the article has explained refers to the full name. */
function tieAcronyms(drafts: Draft[], bound: ReadonlyMap<string, Draft>, views: readonly SentenceView[]): void {
  if (bound.size === 0) return
  const at = new Map<string, Draft>()
  for (const draft of drafts) at.set(`${draft.sentence}:${draft.first}`, draft)
  for (const view of views) {
    for (let i = 0; i < view.words.length; i++) {
      const full = bound.get((view.words[i] as string).replace(/[.-]/gu, ''))
      if (!full || (full.sentence === view.sentence.index && i >= full.first && i <= full.last)) continue
      const there = drafts.find((one) => one.sentence === view.sentence.index && one.first <= i && i <= one.last)
      if (there) {
        if (there.first === i && there.last === i && there !== full) {
          there.antecedent = full
          there.kind = full.kind
          if (there.entity === null) {
            there.sector = full.sector
            there.country = full.country
            there.countryBasis = full.countryBasis
            there.basis = 'inferred:acronym'
          }
        }
        continue
      }
      drafts.push(
        newDraft({
          sentence: view.sentence.index,
          first: view.words[i - 1] === 'the' ? i - 1 : i,
          last: i,
          head: i,
          nameFirst: i,
          kind: full.kind,
          name: phraseOf(views[full.sentence] as SentenceView, full.nameFirst, full.nameLast),
          country: full.country,
          countryBasis: full.countryBasis,
          sector: full.sector,
          entity: full.entity,
          antecedent: full,
          basis: 'inferred:acronym',
          definite: true,
          proper: true,
        }),
      )
    }
  }
  drafts.sort((a, b) => a.sentence - b.sentence || a.first - b.first || b.last - a.last)
}

function toMentions(drafts: readonly Draft[], views: readonly SentenceView[], text: string): ActorMention[] {
  const index = new Map<Draft, number>()
  drafts.forEach((draft, at) => {
    index.set(draft, at)
  })
  return drafts.map((draft) => {
    const view = views[draft.sentence] as SentenceView
    const { tokens } = view.sentence
    const start = tokens[draft.first]?.start ?? 0
    const end = tokens[draft.last]?.end ?? start
    const root = draft.antecedent
    const own = phraseOf(view, draft.nameFirst, draft.nameLast)
    const name =
      draft.name ?? (root && (draft.pronoun || !draft.proper || draft.basis !== 'lexicon') ? nameOf(root, views) : own)
    const mention: ActorMention = {
      quote: text.slice(start, end),
      start,
      end,
      name,
      kind: draft.kind,
      country: draft.country,
      sector: [...draft.sector],
      basis: draft.countryBasis?.startsWith('inferred') ? `${draft.basis};country:${draft.countryBasis}` : draft.basis,
    }
    if (draft.role !== null)
      mention.role = draft.former && !/former|ex/iu.test(draft.role) ? `former ${draft.role}` : draft.role
    if (draft.entity) mention.entity = draft.entity.id
    const head = tokens[draft.head]
    if (head) mention.head = { start: head.start, end: head.end }
    mention.plural = draft.plural
    const antecedent = root ? index.get(root) : undefined
    if (antecedent !== undefined) mention.antecedent = antecedent
    return mention
  })
}

function nameOf(draft: Draft, views: readonly SentenceView[]): string {
  if (draft.name !== null) return draft.name
  return phraseOf(views[draft.sentence] as SentenceView, draft.nameFirst, draft.nameLast)
}
