import type { SentenceView } from './sentence-view.ts'

/** A title as written, without the determiner that a possessor brings along. */
export function titleOf(view: SentenceView, first: number, last: number): string {
  return phraseOf(view, first, last).replace(/^(?:the|an?|his|her|its|their|our) /iu, '')
}

/** The characters of tokens `first` to `last`, blanks folded. */
export function phraseOf(view: SentenceView, first: number, last: number): string {
  const { tokens } = view.sentence
  let out = ''
  for (let j = first; j <= last; j++) {
    const token = tokens[j]
    if (!token) break
    if (j > first && tokens[j - 1]?.end !== token.start) out += ' '
    out += token.form
  }
  return out
}
