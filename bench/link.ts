import type { Analysis, LanguageEngine, Token } from '../src/language/token.ts'
import { groupStories } from '../src/linking/story.ts'
import { countTerms } from '../src/linking/term-vector.ts'
import type { LinkItem, LinkPrediction } from './score/link.ts'

type LinkText = LinkItem & { readonly text: string }

/** The lemma of the word that a mention's span is about: the token of the span whose head lies outside it. */
function headLemma(analysis: Analysis, start: number, end: number): string {
  for (const sentence of analysis.sentences) {
    if (sentence.end <= start || sentence.start >= end) continue
    const inside = sentence.tokens.filter((t) => t.start < end && start < t.end)
    const heads = inside.filter((t) => t.head < 0 || !inside.includes(sentence.tokens[t.head] as Token))
    const head = heads.find((t) => t.upos === 'VERB' || t.upos === 'NOUN') ?? heads[0] ?? inside[0]
    if (head) return head.lemma.toLowerCase()
  }
  return ''
}

/** ECB+: stories by clustering; mentions as the same head lemma inside one predicted story. */
export function predictLink(
  items: readonly LinkText[],
  engine: LanguageEngine,
  level: 'docs' | 'mentions',
): LinkPrediction[] {
  const parse = level === 'mentions'
  const analyses = items.map((item) => engine.analyse(item.text, { gate: () => parse, datelines: false }))
  const stories = groupStories(analyses.map(countTerms))
  return items.map((item, i) => {
    const cluster = `story-${stories[i]}`
    if (level === 'docs') return { id: item.id, cluster }
    const clusters: Record<string, string> = {}
    for (const mention of item.mentions ?? []) {
      const head = headLemma(analyses[i] as Analysis, mention.start, mention.end)
      clusters[`${mention.start}-${mention.end}`] = `${cluster} ${head}`
    }
    return { id: item.id, clusters }
  })
}
