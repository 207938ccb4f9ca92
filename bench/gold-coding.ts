import { readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import type { Article } from '../src/article/article.ts'
import { readArticles } from '../src/article/read.ts'
import type { Coder } from '../src/coding/coder.ts'
import type { EventRecord } from '../src/coding/event-record.ts'
import { benchArticle } from './events.ts'
import { type GoldReport, readGold } from './gold-file.ts'

/** Codes the reports of our own gold. */
export function codeGold(gold: readonly GoldReport[], coder: Coder): Map<string, readonly EventRecord[]> {
  return new Map(gold.map((report) => [report.id, coder.code(benchArticle(report)).records]))
}

/**
 * Reads the sample reports and what is expected of them. An expected id is a file's name, with `#n` for the n-th
 * article of a file that holds several, or the id that a JSONL line gives.
 */
export async function codeExamples(
  expectedFile: string,
  reportsFolder: string,
  files: readonly string[],
  coder: Coder,
): Promise<{ gold: GoldReport[]; coded: Map<string, readonly EventRecord[]> }> {
  const articles = new Map<string, Article>()
  for (const file of files) {
    const read: Article[] = []
    for await (const result of readArticles(readFileSync(join(reportsFolder, file)), { file }))
      if (result.kind === 'article') read.push(result.article)
    for (const [i, article] of read.entries()) {
      articles.set(article.externalId ?? (read.length === 1 ? basename(file) : `${basename(file)}#${i + 1}`), article)
      if (read.length > 1) articles.set(`${basename(file)}#${i + 1}`, article)
    }
  }
  const gold = readGold(readFileSync(expectedFile, 'utf8'), (id) => articles.get(id)?.text ?? missing(id))
  const coded = new Map(gold.map(({ id }) => [id, coder.code(articles.get(id) as Article).records] as const))
  return { gold, coded }
}

function missing(id: string): never {
  throw new Error(`${id}: no such article among the sample reports`)
}
