import type { CoderContext } from './context.ts'
import { type BenchText, benchArticle } from './events.ts'
import { readJsonl } from './jsonl.ts'
import type { Figures } from './score/counts.ts'

/** Articles coded before the clock starts, so that compilation is not counted. */
const WARM_UP_ARTICLES = 60

/** Codes a file of articles on one core and gives articles and sentences a second and the peak of memory. */
export function benchSpeed(file: string, context: CoderContext): Figures {
  const articles = readJsonl<BenchText>(file).map(benchArticle)
  for (const article of articles.slice(0, WARM_UP_ARTICLES)) context.coder.code(article)
  let [sentences, tokens, records] = [0, 0, 0]
  const started = performance.now()
  for (const article of articles) {
    const coded = context.coder.code(article)
    records += coded.records.length
    sentences += coded.analysis.sentences.length
    for (const sentence of coded.analysis.sentences) tokens += sentence.tokens.length
  }
  const seconds = (performance.now() - started) / 1000
  const tagStarted = performance.now()
  for (const article of articles) context.engine.analyse(article.text, { gate: () => false })
  const tagSeconds = (performance.now() - tagStarted) / 1000
  return {
    articles_per_second: articles.length / seconds,
    sentences_per_second: sentences / seconds,
    tokens_tagged_per_second: tokens / tagSeconds,
    peak_memory_mb: process.resourceUsage().maxRSS / 1024,
    records,
    articles: articles.length,
  }
}
