import type { Analysis } from '../language/token.ts'

/** A text as weights of its terms: `terms` ascending, `weights` beside it, of length 1 (or 0 for an empty text). */
export interface TermVector {
  readonly terms: Uint32Array
  readonly weights: Float64Array
}

/** How often each term occurs in one text; names and numbers count more. */
export type TermCounts = ReadonlyMap<string, number>

/** Weight of a capitalised word or a number against any other: names and figures tell two like stories apart. */
const NAME_WEIGHT = 2

/** Tags whose words say nothing of what a text is about. */
const EMPTY_TAGS = new Set(['PUNCT', 'SYM', 'DET', 'ADP', 'AUX', 'PRON', 'CCONJ', 'SCONJ', 'PART', 'INTJ', 'X'])

/** Counts the lemmas of a text, leaving function words out. */
export function countTerms(analysis: Analysis): Map<string, number> {
  const counts = new Map<string, number>()
  for (const sentence of analysis.sentences)
    for (const token of sentence.tokens) {
      if (EMPTY_TAGS.has(token.upos)) continue
      const term = (token.lemma || token.form).toLowerCase()
      if (!/[\p{L}\p{N}]/u.test(term)) continue
      const marked = token.upos === 'PROPN' || token.upos === 'NUM' || /^[\p{Lu}\p{N}]/u.test(token.form)
      counts.set(term, (counts.get(term) ?? 0) + (marked ? NAME_WEIGHT : 1))
    }
  return counts
}

/**
 * TF-IDF vectors of a collection, each of length 1: (1 + ln tf) · ln(n / df). Terms of one text alone carry nothing
 * and are left out.
 */
export function termVectors(texts: readonly TermCounts[]): TermVector[] {
  const documents = new Map<string, number>()
  for (const text of texts) for (const term of text.keys()) documents.set(term, (documents.get(term) ?? 0) + 1)
  const ids = new Map<string, number>()
  for (const [term, df] of documents) if (df > 1) ids.set(term, ids.size)
  return texts.map((text) => {
    const entries: [number, number][] = []
    for (const [term, tf] of text) {
      const id = ids.get(term)
      if (id === undefined) continue
      const idf = Math.log(texts.length / (documents.get(term) as number))
      if (idf > 0) entries.push([id, (1 + Math.log(tf)) * idf])
    }
    entries.sort((a, b) => a[0] - b[0])
    const length = Math.sqrt(entries.reduce((sum, [, w]) => sum + w * w, 0)) || 1
    return {
      terms: Uint32Array.from(entries, ([id]) => id),
      weights: Float64Array.from(entries, ([, w]) => w / length),
    }
  })
}

/** The cosine of two vectors of length 1. */
export function cosine(a: TermVector, b: TermVector): number {
  let [i, j, sum] = [0, 0, 0]
  while (i < a.terms.length && j < b.terms.length) {
    const x = a.terms[i] as number
    const y = b.terms[j] as number
    if (x === y) sum += (a.weights[i++] as number) * (b.weights[j++] as number)
    else if (x < y) i++
    else j++
  }
  return sum
}
