import type { Sentence } from '../language/token.ts'
import { CONTEXTS, type Context } from './codebook.ts'
import type { Draft } from './draft.ts'
import { CONTEXT_STEMS } from './en/context-stems.ts'
import type { CodingState } from './state.ts'

/** Matching words of a paragraph that make a context. */
const MIN_STEMS = 2
const MAX_CONTEXTS = 4

/** Sentences on either side of the event, in its paragraph, that speak for its context. */
const REACH_SENTENCES = 2
/** Letters by which stems are looked up. */
const KEY_LETTERS = 3

/** Stems with their contexts, by their first letters. */
const BY_KEY = new Map<string, { stem: string; context: Context }[]>()
for (const context of CONTEXTS)
  for (const stem of CONTEXT_STEMS[context]) {
    const key = stem.slice(0, KEY_LETTERS)
    const list = BY_KEY.get(key)
    if (list) list.push({ stem, context })
    else BY_KEY.set(key, [{ stem, context }])
  }

/** The stems that a sentence holds, each with its context. */
function stemsOf(sentence: Sentence): Map<string, Context> {
  const out = new Map<string, Context>()
  for (const token of sentence.tokens) {
    const word = token.form.toLowerCase()
    for (const { stem, context } of BY_KEY.get(word.slice(0, KEY_LETTERS)) ?? [])
      if (word.startsWith(stem)) out.set(stem, context)
  }
  return out
}

/** PLOVER contexts of the paragraph that an event stands in, the strongest first. */
export function contextsOf(state: CodingState, draft: Draft): string[] {
  const { paragraph, index } = draft.tree.sentence
  const counts = new Map<Context, { count: number; own: boolean }>()
  const seen = new Set<string>()
  for (let step = 0; step <= REACH_SENTENCES; step++)
    for (const at of step === 0 ? [index] : [index - step, index + step]) {
      const sentence = state.analysis.sentences[at]
      if (sentence === undefined || sentence.paragraph !== paragraph) continue
      for (const [stem, context] of stemsOf(sentence)) {
        if (seen.has(stem)) continue
        seen.add(stem)
        const entry = counts.get(context) ?? { count: 0, own: false }
        counts.set(context, { count: entry.count + (step === 0 ? 1 : 0.5), own: entry.own || step === 0 })
      }
    }
  return [...counts]
    .filter(([, { count, own }]) => count >= MIN_STEMS || (own && count >= 1))
    .sort((a, b) => b[1].count - a[1].count || CONTEXTS.indexOf(a[0]) - CONTEXTS.indexOf(b[0]))
    .slice(0, MAX_CONTEXTS)
    .map(([context]) => context)
}
