import { isNumber } from './closed-words.ts'
import { type Draft, newDraft, type Verdict } from './draft.ts'
import type { ActorLexicon, PeopleName } from './lexicon.ts'
import { readLeft } from './noun-phrase.ts'
import type { Match, SentenceView } from './sentence-view.ts'

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
  if (people.use !== 'plural' && agentFollows(view, match)) return { reason: 'adjective of a people' }
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

/** Whether an agent noun follows, right away or behind further nationalities: "the Russian and US navies". */
function agentFollows(view: SentenceView, match: Match): boolean {
  let at = match.last + 1
  while (/^(?:and|or|,)$/u.test(view.words[at] ?? '')) {
    const next = view.startsAt[at + 1]
    if (!next?.items.some((item) => item.kind === 'people' || item.kind === 'country')) break
    at = next.last + 1
  }
  return view.startsAt[at]?.items.some((item) => item.kind === 'agent') === true
}

/** Nouns of acts: the one who does them stands before, as in "Israeli raid", "opposition rally". */
const ACT =
  /^(?:protest|rally|march|demonstration|strike|attack|raid|offensive|ambush|assault|bombing|shelling|operation|crackdown|airstrike|invasion|incursion|withdrawal|blockade|boycott|statement|criticism|demand|call|claim|decision|move|visit|offer|proposal|request|appeal|threat|warning|aid|assistance|mediation|sanction|pressure|refusal|veto|intervention|retaliation|occupation|annexation|siege|hunger|sit-in|picket)(?:s|es)?$|^(?:rallies|fire|violence|brutality|inquiries)$/u

/** Whether the token is the noun of an act. */
export function actsThroughNoun(view: SentenceView, at: number): boolean {
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
