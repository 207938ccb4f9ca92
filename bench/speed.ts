import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import type { CoderContext } from './context.ts'
import { type BenchText, benchArticle } from './events.ts'
import { readJsonl } from './jsonl.ts'
import type { Figures } from './score/counts.ts'

/** Garbage is cleared away often, so that the memory of the process is nearly what the engine holds. */
const SMALL_HEAP = '--max-semi-space-size=4'
/** Articles coded before the clock starts, so that compilation is not counted. */
const WARM_UP_ARTICLES = 60

/**
 * Codes a file of articles on one core: articles and sentences a second of the whole coder and the peak of its memory,
 * then the same of the language engine alone, in a process of its own (`engine_…`, see `engine-alone.ts`). Processor time
 * of one thread is counted, so that other work on the machine weighs less.
 */
export function benchSpeed(file: string, context: CoderContext): Figures {
  const articles = readJsonl<BenchText>(file).map(benchArticle)
  for (const article of articles.slice(0, WARM_UP_ARTICLES)) context.coder.code(article)
  let [sentences, records] = [0, 0]
  const started = process.threadCpuUsage()
  for (const article of articles) {
    const coded = context.coder.code(article)
    records += coded.records.length
    sentences += coded.analysis.sentences.length
  }
  const used = process.threadCpuUsage(started)
  const seconds = (used.user + used.system) / 1e6
  return {
    articles_per_second: articles.length / seconds,
    sentences_per_second: sentences / seconds,
    peak_memory_mb: process.resourceUsage().maxRSS / 1024,
    records,
    articles: articles.length,
    ...engineAlone(file),
  }
}

function engineAlone(file: string): Figures {
  const script = join(import.meta.dirname, 'engine-alone.ts')
  const run = spawnSync(process.execPath, [SMALL_HEAP, script, file], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const figures = JSON.parse(run.stdout) as Figures
  return Object.fromEntries(Object.entries(figures).map(([name, value]) => [`engine_${name}`, value]))
}
