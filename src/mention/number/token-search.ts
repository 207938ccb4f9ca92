import type { Sentence, Token } from '../../language/token.ts'

/** The sentence that covers the offset, by binary search; undefined between sentences. */
export function sentenceAt(sentences: readonly Sentence[], offset: number): Sentence | undefined {
  let low = 0
  let high = sentences.length - 1
  while (low <= high) {
    const middle = (low + high) >>> 1
    const sentence = sentences[middle] as Sentence
    if (sentence.end <= offset) low = middle + 1
    else if (sentence.start > offset) high = middle - 1
    else return sentence
  }
  return undefined
}

/** Index of the token of a sentence that covers the offset, -1 if none does. */
export function tokenIndexAt(sentence: Sentence, offset: number): number {
  const { tokens } = sentence
  let low = 0
  let high = tokens.length - 1
  while (low <= high) {
    const middle = (low + high) >>> 1
    const token = tokens[middle] as Token
    if (token.end <= offset) low = middle + 1
    else if (token.start > offset) high = middle - 1
    else return middle
  }
  return -1
}

/** The token of a sentence that covers the offset. */
export function tokenAt(sentence: Sentence, offset: number): Token | undefined {
  return sentence.tokens[tokenIndexAt(sentence, offset)]
}
