import { Tree } from '../src/coding/tree.ts'
import type { Sentence, Token } from '../src/language/token.ts'

const KNOWN = new WeakMap<Sentence, readonly Token[]>()

/** The tokens of a sentence with the heads, relations and parts of speech that the coder reads: its tree after mending. */
export function mendedTokens(sentence: Sentence): readonly Token[] {
  let tokens = KNOWN.get(sentence)
  if (tokens === undefined) {
    const tree = new Tree(sentence)
    tokens = sentence.tokens.map((token, i) => ({
      ...token,
      head: tree.head(i),
      relation: tree.relation(i),
      upos: tree.upos[i] ?? token.upos,
    }))
    KNOWN.set(sentence, tokens)
  }
  return tokens
}
