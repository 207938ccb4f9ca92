import type { Article } from '../src/article/article.ts'
import { contentId, sha256 } from '../src/base/id.ts'
import type { CoderContext } from './context.ts'
import { readJsonl } from './jsonl.ts'
import type { Figures } from './score/counts.ts'

interface InputLine {
  readonly id: string
  readonly text: string
  readonly title?: string
  readonly published?: string
  readonly source?: string
  readonly url?: string
}

/** An article as the JSONL reader makes it, without the reader: the bench times coding alone. */
export function articleOf(line: InputLine): Article {
  return {
    id: contentId('ar', [line.url ?? '', line.text]),
    externalId: line.id,
    text: line.text,
    ...(line.title ? { title: line.title } : {}),
    ...(line.source ? { publisher: line.source } : {}),
    ...(line.url ? { url: line.url } : {}),
    published: line.published ? { from: line.published, to: line.published, basis: 'given' } : null,
    language: 'en',
    sha256: sha256(line.text),
    mediaType: 'application/jsonl',
    excluded: [],
    warnings: [],
  }
}

/** Articles coded before the clock starts, so that compilation is not counted. */
const WARM_UP_ARTICLES = 60

/** Codes a file of articles on one core and gives articles and sentences a second and the peak of memory. */
export function benchSpeed(file: string, context: CoderContext): Figures {
  const articles = readJsonl<InputLine>(file).map(articleOf)
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
