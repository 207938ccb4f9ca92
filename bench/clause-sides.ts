import type { Span } from '../src/base/span.ts'
import type { Analysis, Sentence, Token } from '../src/language/token.ts'
import { mendedTokens } from './mended.ts'

/** Both sides of a clause, each one token's characters; widen them with `fullPhrase`. */
export interface ClauseSides {
  readonly source: Span | null
  readonly target: Span | null
}

const SPEECH = /^(?:say|tell|report|announce|add|state|claim|confirm|note|declare)$/u
/** Verbs whose "to" names the one acted on, not their object. */
const GIVING = new Set('give return hand send deliver lend provide supply donate grant fly ship'.split(' '))
const NOMINAL = /^(?:NOUN|PROPN|PRON|NUM)$/u
/** Prepositions before the one that an act is done to, the likeliest first. */
const TOWARDS = ['against', 'on', 'to', 'with', 'at', 'into', 'of', 'for', 'in', 'from', 'by']

/** Who acts in a report's main clause, and who is acted on where it is passive; below a verb of speech the clause that it reports. */
export function mainClause(analysis: Analysis): ClauseSides {
  for (const sentence of analysis.sentences) {
    if (!sentence.parsed) continue
    const tokens = mendedTokens(sentence)
    let verb = tokens.findIndex((token) => token.head < 0 && token.relation === 'root')
    if (verb < 0) continue
    const said = tokens.findIndex((token) => token.head === verb && /^(?:ccomp|parataxis)/u.test(token.relation))
    if (SPEECH.test(tokens[verb]?.lemma ?? '') && said >= 0) verb = said
    const passive = kid(tokens, verb, 'nsubj:pass')
    const source = passive ? kid(tokens, verb, 'obl:agent') : kid(tokens, verb, 'nsubj')
    if (source === null && passive === null) continue
    return { source, target: passive ?? receiverIn(tokens, verb, source, [], GIVING.has(tokens[verb]?.lemma ?? '')) }
  }
  return { source: null, target: null }
}

/** Whom or what a trigger's own object or preposition names, but for `taken`. */
export function receiverOf(analysis: Analysis, trigger: Span, taken: readonly Span[]): Span | null {
  const sentence = analysis.sentences.find((each) => each.start <= trigger.start && trigger.start < each.end)
  if (sentence === undefined || !sentence.parsed) return null
  for (const head of headsIn(sentence, trigger)) {
    const found = receiverIn(mendedTokens(sentence), head, null, taken)
    if (found !== null) return found
  }
  return null
}

function headsIn(sentence: Sentence, span: Span): number[] {
  return sentence.tokens.flatMap((token, i) => (token.start >= span.start && token.end <= span.end ? [i] : []))
}

function kid(tokens: readonly Token[], head: number, relation: string): Token | null {
  return tokens.find((token) => token.head === head && token.relation === relation) ?? null
}

function receiverIn(
  tokens: readonly Token[],
  head: number,
  subject: Span | null,
  taken: readonly Span[] = [],
  giving = false,
): Token | null {
  const free = (token: Token): boolean =>
    NOMINAL.test(token.upos) &&
    token !== subject &&
    !taken.some((span) => span.start <= token.start && token.end <= span.end)
  const direct = tokens.find(
    (token) => token.head === head && /^(?:obj|iobj|nsubj:pass)$/u.test(token.relation) && free(token),
  )
  if (direct !== undefined && !giving) return direct
  const below = tokens.flatMap((token, i) => {
    if (token.head !== head || !/^(?:obl|nmod)(?!:(?:poss|tmod|unmarked|agent))/u.test(token.relation) || !free(token))
      return []
    const preposition = tokens.find((other) => other.head === i && other.relation === 'case')?.form.toLowerCase() ?? ''
    const rank = TOWARDS.indexOf(preposition)
    return rank < 0 ? [] : [{ token, rank }]
  })
  const aside = below.sort((a, b) => a.rank - b.rank)[0]
  if (direct !== undefined && (aside === undefined || TOWARDS[aside.rank] !== 'to')) return direct
  return aside?.token ?? null
}

/** Prepositions before what a statement is about. */
const ABOUT = /^(?:about|of|over|at|in|for|to|on|regarding|towards?|against|with)$/u
/** How many clauses of pronouns are followed ("said it was skeptical of …"). */
const MAX_CLAUSES = 3

/**
 * What somebody's statement is about: who does what is said, or the phrase behind the feeling that is voiced
 * ("expressed concern about the vote"). Null where the speaker's clause names neither.
 */
export function complementOf(analysis: Analysis, speaker: Span): Span | null {
  const sentence = analysis.sentences.find((each) => each.start <= speaker.start && speaker.start < each.end)
  if (sentence === undefined || !sentence.parsed) return null
  const tokens = mendedTokens(sentence)
  const inside = headsIn(sentence, speaker)
  const head = inside.find((i) => !inside.includes(tokens[i]?.head ?? -1)) ?? -1
  if (tokens[head]?.relation !== 'nsubj') return null
  let verb = tokens[head]?.head ?? -1
  for (let step = 0; step < MAX_CLAUSES; step++) {
    const clause = tokens.findIndex((token) => token.head === verb && token.relation === 'ccomp')
    if (clause < 0) break
    const subject = kid(tokens, clause, 'nsubj') ?? kid(tokens, clause, 'nsubj:pass')
    if (subject !== null && subject.upos !== 'PRON') return subject
    if (subject === null) break
    verb = clause
  }
  const object = tokens.findIndex((token) => token.head === verb && token.relation === 'obj')
  for (const above of [object, verb]) {
    if (above < 0) continue
    const found = tokens.find(
      (token, i) =>
        token.head === above &&
        i > verb &&
        /^(?:nmod|obl)(?!:(?:poss|tmod|unmarked|agent))/u.test(token.relation) &&
        NOMINAL.test(token.upos) &&
        tokens.some((other) => other.head === i && other.relation === 'case' && ABOUT.test(other.form.toLowerCase())),
    )
    if (found !== undefined) return found
    const said = tokens.findIndex((token) => token.head === above && /^(?:acl|ccomp)$/u.test(token.relation))
    const subject = said < 0 ? null : kid(tokens, said, 'nsubj')
    if (subject !== null && subject.upos !== 'PRON') return subject
  }
  return null
}

/** A thing with its owner, without what it says or is about: "the president's offer", "a request by the minister". */
export function ownedThing(
  analysis: Analysis,
  thing: Span,
  owner: Span,
): (Span & { readonly quote: string; readonly exact: true }) | null {
  const sentence = analysis.sentences.find((each) => each.start <= thing.start && thing.end <= each.end)
  if (sentence === undefined || !sentence.parsed) return null
  const tokens = mendedTokens(sentence)
  const inside = headsIn(sentence, thing)
  const head = inside.find((i) => !inside.includes(tokens[i]?.head ?? -1))
  const noun = head === undefined ? undefined : tokens[head]
  if (noun === undefined || !NOMINAL.test(noun.upos) || tokens[inside[0] ?? 0]?.upos === 'ADP') return null
  const end = Math.max(noun.end, owner.end)
  return { start: thing.start, end, quote: 'thing', exact: true }
}

/** The thing that an owner's phrase hangs on, where a verb acts on it: "rejected an offer from the ministry". */
export function thingOf(analysis: Analysis, owner: Span): Span | null {
  const sentence = analysis.sentences.find((each) => each.start <= owner.start && owner.end <= each.end)
  if (sentence === undefined || !sentence.parsed) return null
  const tokens = mendedTokens(sentence)
  const inside = headsIn(sentence, owner)
  const head = inside.find((i) => !inside.includes(tokens[i]?.head ?? -1)) ?? -1
  const marker = tokens.find((token) => token.head === head && token.relation === 'case')?.form.toLowerCase() ?? ''
  const above = tokens[head]?.head ?? -1
  if (tokens[head]?.relation !== 'nmod' || !/^(?:from|by|of)$/u.test(marker) || tokens[above]?.relation !== 'obj')
    return null
  let first = above
  while (
    tokens[first - 1]?.head === above &&
    /^(?:det|amod|compound|nummod|nmod:poss)$/u.test(tokens[first - 1]?.relation ?? '')
  )
    first--
  return { start: tokens[first]?.start ?? owner.start, end: tokens[above]?.end ?? owner.end }
}

/** Prepositions before what a thing or an act concerns, and how deep they nest. */
const CONCERNS = /^(?:on|against|to|with|in|into)$/u
const MAX_DEPTH = 4

/**
 * What a promise or a plan comes down to: of a clause what it is done to, of a thing what it is on, to, with or in ("lift
 * a ban on imports": imports). Null where a phrase names nothing further.
 */
export function concernOf(analysis: Analysis, issue: Span): Span | null {
  const sentence = analysis.sentences.find((each) => each.start <= issue.start && issue.end <= each.end)
  if (sentence === undefined || !sentence.parsed) return null
  const tokens = mendedTokens(sentence)
  const inside = headsIn(sentence, issue)
  const top = inside.find((i) => !inside.includes(tokens[i]?.head ?? -1)) ?? -1
  let at = top
  for (let depth = 0; depth < MAX_DEPTH && at >= 0; depth++) {
    const below = tokens.flatMap((token, i) =>
      token.head === at && i > at && NOMINAL.test(token.upos) && inside.includes(i) ? [i] : [],
    )
    const aimed = below.find(
      (i) =>
        /^(?:nmod|obl)$/u.test(tokens[i]?.relation ?? '') &&
        tokens.some(
          (other) => other.head === i && other.relation === 'case' && CONCERNS.test(other.form.toLowerCase()),
        ),
    )
    const next = aimed ?? (tokens[at]?.upos === 'VERB' ? below.find((i) => tokens[i]?.relation === 'obj') : undefined)
    if (next === undefined) break
    at = next
  }
  return at === top || at < 0 ? null : (tokens[at] ?? null)
}

/** The whole place that a name stands in: "parts of northern Peru" for "Peru". */
export function wholePlace(analysis: Analysis, place: Span): Span {
  const sentence = analysis.sentences.find((each) => each.start <= place.start && place.end <= each.end)
  if (sentence === undefined || !sentence.parsed) return place
  const tokens = mendedTokens(sentence)
  const inside = headsIn(sentence, place)
  let at = inside.find((i) => !inside.includes(tokens[i]?.head ?? -1)) ?? -1
  for (let depth = 0; depth < MAX_DEPTH && at >= 0; depth++) {
    const marker = tokens.find((token) => token.head === at && token.relation === 'case')?.form.toLowerCase()
    const above = tokens[at]?.head ?? -1
    const located = tokens.some(
      (token) => token.head === above && token.relation === 'case' && token.form.toLowerCase() === 'in',
    )
    if (tokens[at]?.relation !== 'nmod' || marker !== 'of' || !located) break
    at = above
  }
  return inside.includes(at) ? place : (tokens[at] ?? place)
}
