import type { Sentence, Token } from '../../language/token.ts'
import type { PeopleKind, QuantityLexicon } from './lexicon.ts'
import type { Passage } from './passage.ts'

/** Conjuncts climbed to the first one, whose verb they share. */
const MAX_CONJUNCTS = 6

/**
 * What befell the people whose noun ends at piece `noun`, by the dependency tree: the verb that has them as its passive
 * subject or object, a participle or relative clause of theirs, or a noun of fate that they belong to. Null where the
 * sentence is not parsed or says nothing.
 */
export function fateOfTree(passage: Passage, noun: number, lexicon: QuantityLexicon): PeopleKind | null {
  const place = passage.place(noun)
  if (!place?.sentence.parsed) return null
  const { sentence } = place
  let at = headNoun(sentence, place.index)
  for (let step = 0; step < MAX_CONJUNCTS; step++) {
    const clause = fateOfClauses(sentence, at, lexicon)
    if (clause) return clause
    const token = sentence.tokens[at] as Token
    const governor = sentence.tokens[token.head]
    if (!governor || !token.agreed) return null
    if (token.relation === 'conj') {
      at = token.head
      continue
    }
    const fate = fateOfWord(governor, lexicon)
    if (!fate) return null
    if (token.relation === 'nsubj:pass') return fate
    if (token.relation === 'obj' && governor.upos === 'VERB') return fate
    if (token.relation === 'nsubj' && /^(?:died|dead|perished|drowned|dies|die)$/u.test(governor.form.toLowerCase()))
      return fate
    if (token.relation === 'nmod' && governor.upos === 'NOUN') return caseOf(sentence, at) === 'of' ? fate : null
    return null
  }
  return null
}

/** The noun that a number or a modifier belongs to. */
function headNoun(sentence: Sentence, index: number): number {
  let at = index
  for (let step = 0; step < 4; step++) {
    const token = sentence.tokens[at] as Token
    if (!/^(?:nummod|compound|amod|flat)/u.test(token.relation) || token.head < 0) return at
    at = token.head
  }
  return at
}

/** "people killed in the fire", "people who were detained". */
function fateOfClauses(sentence: Sentence, noun: number, lexicon: QuantityLexicon): PeopleKind | null {
  const { tokens } = sentence
  for (let i = noun + 1; i < Math.min(tokens.length, noun + 20); i++) {
    const token = tokens[i] as Token
    if (token.head !== noun || !token.relation.startsWith('acl') || !token.agreed) continue
    const fate = fateOfWord(token, lexicon)
    if (fate && (token.xpos === 'VBN' || /^(?:died|dead|perished)$/u.test(token.form.toLowerCase()))) {
      const active = tokens.some(
        (t) => t.head === i && (t.relation === 'obj' || (t.relation === 'aux' && t.lemma === 'have')),
      )
      if (!active) return fate
    }
  }
  return null
}

function fateOfWord(token: Token, lexicon: QuantityLexicon): PeopleKind | null {
  const word = token.form.toLowerCase()
  for (const [kind, words] of lexicon.befell) if (words.has(word)) return kind
  return null
}

function caseOf(sentence: Sentence, at: number): string {
  return sentence.tokens.find((token) => token.head === at && token.relation === 'case')?.form.toLowerCase() ?? ''
}
