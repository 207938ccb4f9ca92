import type { Span } from '../src/base/span.ts'
import type { Analysis, Token } from '../src/language/token.ts'
import { mendedTokens } from './mended.ts'

/** Branches that do not belong to a phrase as role-span sets mark it. */
const OUTSIDE = new Set([
  'acl:relcl',
  'conj',
  'cc',
  'parataxis',
  'advcl',
  'cop',
  'nsubj',
  'mark',
  'aux',
  'discourse',
  'orphan',
  'dep',
  'list',
  'obl',
  'advmod',
  'case',
  'det:predet',
  'cc:preconj',
])

/** Widens a participant to its whole noun phrase: places, appositions and participles after the noun are in, relative clauses out. */
export function fullPhrase(analysis: Analysis, span: Span, times: readonly Span[] = []): Span {
  const sentence = analysis.sentences.find((each) => each.start <= span.start && span.end <= each.end)
  if (sentence === undefined || !sentence.parsed) return span
  const tokens = mendedTokens(sentence)
  const inside = tokens
    .map((token, i) => (token.start >= span.start && token.end <= span.end ? i : -1))
    .filter((i) => i >= 0)
  const named = inside.find((i) => !inside.includes(tokens[i]?.head ?? -1))
  if (named === undefined) return span
  const head = owned(tokens, named)
  if (head !== named) inside.push(head)
  const within = new Set<number>(inside)
  const stack = [head]
  while (stack.length > 0) {
    const at = stack.pop() as number
    tokens.forEach((token, i) => {
      if (token.head !== at || within.has(i)) return
      const relation = token.relation
      if (at === head && (OUTSIDE.has(relation) || OUTSIDE.has(relation.split(':')[0] as string))) return
      if (
        relation === 'acl:relcl' ||
        isInfinitive(tokens, i) ||
        (at === head && relation === 'acl' && (token.xpos === 'VBG' || afterComma(tokens, i))) ||
        times.some((time) => time.start <= token.start && token.end <= time.end)
      )
        return
      // The preposition of a time goes with it.
      if (
        relation === 'case' &&
        times.some((time) => time.start <= (tokens[at]?.start ?? 0) && (tokens[at]?.end ?? 0) <= time.end)
      )
        return
      within.add(i)
      stack.push(i)
    })
    for (const i of inside) if (tokens[i]?.head === at && i !== at) stack.push(i)
    if (stack.length > tokens.length * 4) break
  }
  let last = Math.max(...inside)
  while (within.has(last + 1) || (within.has(last + 2) && tokens[last + 1]?.upos === 'PUNCT')) last++
  while (last > Math.max(...inside) && tokens[last]?.upos === 'PUNCT' && tokens[last]?.form !== ')') last--
  let first = Math.min(...inside)
  while (within.has(first - 1) && LEADING.has(tokens[first - 1]?.relation ?? '')) first--
  while (first < last && tokens[first]?.upos === 'PUNCT') first++
  while (last > first && LOOSE_END.has(tokens[last]?.relation ?? '')) last--
  return { start: tokens[first]?.start ?? span.start, end: tokens[last]?.end ?? span.end }
}

/** Words before a noun that belong to its phrase. */
const LEADING = new Set('det amod compound nummod nmod:poss nmod:desc flat advmod punct case nmod'.split(' '))

/** The noun that a name only modifies or owns, where it plays the part in the clause: "the ministry's offer". */
function owned(tokens: readonly Token[], at: number): number {
  const head = tokens[at]?.head ?? -1
  const noun = tokens[head]
  const modifies = /^(?:compound|amod|nmod:poss)$/u.test(tokens[at]?.relation ?? '')
  if (!modifies || noun === undefined || !/^(?:NOUN|PROPN)$/u.test(noun.upos)) return at
  return /^(?:nsubj|obj|obl)/u.test(noun.relation) ? head : at
}

/** Words that end no phrase: what they belong to was left out. */
const LOOSE_END = new Set(['case', 'det', 'mark', 'cc'])

/** Set off by a comma: "the former minister, released in May". */
const afterComma = (tokens: readonly Token[], i: number): boolean => tokens[i - 1]?.form === ','

/** An infinitive after a noun tells what the noun is about ("the decision to withdraw"). */
function isInfinitive(tokens: readonly Token[], i: number): boolean {
  return (
    tokens[i]?.relation === 'acl' &&
    tokens.some((token) => token.head === i && token.relation === 'mark' && token.form.toLowerCase() === 'to')
  )
}
