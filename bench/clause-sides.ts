import type { Span } from '../src/base/span.ts'
import type { Analysis, Sentence, Token } from '../src/language/token.ts'

/** Both sides of a clause, each one token's characters; widen them with `fullPhrase`. */
export interface ClauseSides {
  readonly source: Span | null
  readonly target: Span | null
}

const SPEECH = /^(?:say|tell|report|announce|add|state|claim|confirm|note|declare)$/u
const NOMINAL = /^(?:NOUN|PROPN|PRON|NUM)$/u
/** Prepositions before the one that an act is done to, the likeliest first. */
const TOWARDS = ['against', 'on', 'to', 'with', 'at', 'into', 'of', 'for', 'in', 'from', 'by']

/** Who acts in a report's main clause, and who is acted on where it is passive; below a verb of speech the clause that it reports. */
export function mainClause(analysis: Analysis): ClauseSides {
  for (const sentence of analysis.sentences) {
    if (!sentence.parsed) continue
    const { tokens } = sentence
    let verb = tokens.findIndex((token) => token.head < 0 && token.relation === 'root')
    if (verb < 0) continue
    const said = tokens.findIndex((token) => token.head === verb && /^(?:ccomp|parataxis)/u.test(token.relation))
    if (SPEECH.test(tokens[verb]?.lemma ?? '') && said >= 0) verb = said
    const passive = kid(tokens, verb, 'nsubj:pass')
    const source = passive ? kid(tokens, verb, 'obl:agent') : kid(tokens, verb, 'nsubj')
    if (source === null && passive === null) continue
    return { source, target: passive }
  }
  return { source: null, target: null }
}

/** Whom or what a trigger's own object or preposition names, but for `taken`. */
export function receiverOf(analysis: Analysis, trigger: Span, taken: readonly Span[]): Span | null {
  const sentence = analysis.sentences.find((each) => each.start <= trigger.start && trigger.start < each.end)
  if (sentence === undefined || !sentence.parsed) return null
  for (const head of headsIn(sentence, trigger)) {
    const found = receiverIn(sentence.tokens, head, null, taken)
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
): Token | null {
  const free = (token: Token): boolean =>
    NOMINAL.test(token.upos) &&
    token !== subject &&
    !taken.some((span) => span.start <= token.start && token.end <= span.end)
  const direct = tokens.find(
    (token) => token.head === head && /^(?:obj|iobj|nsubj:pass)$/u.test(token.relation) && free(token),
  )
  if (direct !== undefined) return direct
  const below = tokens.flatMap((token, i) => {
    if (token.head !== head || !/^(?:obl|nmod)(?!:(?:poss|tmod|unmarked|agent))/u.test(token.relation) || !free(token))
      return []
    const preposition = tokens.find((other) => other.head === i && other.relation === 'case')?.form.toLowerCase() ?? ''
    const rank = TOWARDS.indexOf(preposition)
    return rank < 0 ? [] : [{ token, rank }]
  })
  return below.sort((a, b) => a.rank - b.rank)[0]?.token ?? null
}
