import { type BenchCoder, type BenchText, benchArticle } from './events.ts'
import type { Figures } from './score/counts.ts'

/**
 * Records found in news that is not about politics — sport, film, business, technology — for every 1,000 sentences. An
 * upper bound of false events: some of these reports do tell of strikes, suits and arrests.
 */
export function falseEvents(items: readonly BenchText[], coder: BenchCoder): Figures {
  let [records, sentences] = [0, 0]
  for (const item of items) {
    const coded = coder.code(benchArticle(item))
    records += coded.records.length
    sentences += coded.analysis.sentences.length
  }
  return { false_per_1000_sentences: sentences ? (1000 * records) / sentences : 0, other_sentences: sentences }
}
