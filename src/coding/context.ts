import { CONTEXTS, type Context } from './codebook.ts'
import type { Draft } from './draft.ts'
import { CONTEXT_STEMS } from './en/context-stems.ts'
import type { CodingState } from './state.ts'

/** Matching words of a paragraph that make a context. */
const MIN_STEMS = 2
const MAX_CONTEXTS = 4

/** PLOVER contexts of the paragraph that an event stands in, the strongest first. */
export function contextsOf(state: CodingState, draft: Draft): string[] {
  const { paragraph } = draft.tree.sentence
  const sentences = state.analysis.sentences.filter((sentence) => sentence.paragraph === paragraph)
  const near = sentences.filter((sentence) => Math.abs(sentence.index - draft.tree.sentence.index) <= 2)
  const words = new Set<string>()
  for (const sentence of near) for (const token of sentence.tokens) words.add(token.form.toLowerCase())
  const own = new Set(draft.tree.forms)
  const scored: { context: Context; count: number }[] = []
  for (const context of CONTEXTS) {
    let count = 0
    for (const stem of CONTEXT_STEMS[context]) {
      for (const word of words)
        if (word.startsWith(stem)) {
          count += own.has(word) ? 1 : 0.5
          break
        }
    }
    if (
      count >= MIN_STEMS ||
      (count >= 1 && CONTEXT_STEMS[context].some((stem) => [...own].some((word) => word.startsWith(stem))))
    )
      scored.push({ context, count })
  }
  return scored
    .sort((a, b) => b.count - a.count)
    .slice(0, MAX_CONTEXTS)
    .map((item) => item.context)
}
