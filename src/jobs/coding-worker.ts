import { parentPort } from 'node:worker_threads'
import type { Article } from '../article/article.ts'
import type { CodedArticle } from './article-coder.ts'
import { loadCoder } from './resources.ts'

/** What the pool sends: an article to code. */
export interface CodingTask {
  readonly task: number
  readonly article: Article
}

/** What comes back: the coding, or in plain words why there is none. */
export type CodingAnswer =
  | { readonly task: number; readonly coded: CodedArticle }
  | { readonly task: number; readonly failed: string }

const port = parentPort
if (port) {
  // Loaded once, before the first article, so that an article's time limit holds for coding alone.
  const coder = await loadCoder()
  port.postMessage('ready')
  port.on('message', ({ task, article }: CodingTask) => {
    try {
      port.postMessage({ task, coded: coder.code(article) } satisfies CodingAnswer)
    } catch (error) {
      const failed = error instanceof Error ? error.message : String(error)
      port.postMessage({ task, failed } satisfies CodingAnswer)
    }
  })
}
