import { Worker } from 'node:worker_threads'
import type { Article } from '../article/article.ts'
import { GroundswellError } from '../base/error.ts'
import type { ArticleCoder, CodedArticle } from './article-coder.ts'
import type { CodingAnswer, CodingTask } from './coding-worker.ts'

/** An article is coded in milliseconds; one that takes this long has met a defect and is given up. */
const MAX_CODING_SECONDS = 120
/** Articles that wait before one more worker is started: loading a worker costs as much as coding dozens of articles. */
const WAITING_FOR_ONE_MORE = 4
/** Longest that a worker may load its resources before it counts as broken. */
const MAX_LOADING_SECONDS = 120

/** What became of one article: its coding, or the coded error why there is none. */
export type CodingOutcome =
  | { readonly kind: 'coded'; readonly coded: CodedArticle }
  | { readonly kind: 'failed'; readonly error: GroundswellError }

/** Codes articles, one or several at a time. Outcomes come per article; who needs an order keeps it. */
export interface CodingPool {
  /** Articles that are worth having under way at once. */
  readonly width: number
  /** Never rejects for what an article holds. */
  code(article: Article): Promise<CodingOutcome>
  close(): Promise<void>
}

/** Codes in this thread: the least start-up, for few articles. */
export function inlinePool(coder: ArticleCoder): CodingPool {
  return {
    width: 1,
    async code(article) {
      // Gives other work of this thread (a server's answers, signals) its turn between articles.
      await new Promise((resolve) => setImmediate(resolve))
      try {
        return { kind: 'coded', coded: coder.code(article) }
      } catch (error) {
        return failed(article, error instanceof Error ? error.message : String(error))
      }
    },
    async close() {},
  }
}

export interface WorkerPoolOptions {
  readonly workers: number
  /** Seconds that one article may take. */
  readonly seconds?: number
  /** The worker's program; tests give their own. */
  readonly program?: URL
}

interface Waiting {
  readonly article: Article
  readonly resolve: (outcome: CodingOutcome) => void
}

/**
 * Codes in worker threads. A worker that crashes or overruns the time limit costs the article it was at; the next
 * article gets a new worker.
 */
export function workerPool(options: WorkerPoolOptions): CodingPool {
  // The program stands beside this file, as TypeScript in a checkout and as JavaScript in the package.
  const extension = import.meta.url.endsWith('.ts') ? 'ts' : 'js'
  const program = options.program ?? new URL(`./coding-worker.${extension}`, import.meta.url)
  const seconds = options.seconds ?? MAX_CODING_SECONDS
  const queue: Waiting[] = []
  const seats: (Seat | null)[] = Array.from({ length: options.workers }, () => null)
  let closed = false

  const next = (): void => {
    for (let i = 0; i < seats.length && queue.length > 0; i++) {
      const seat = seats[i]
      if (seat?.busy) continue
      // Free workers come first in line; a new one is started only for a queue that is worth it.
      if (!seat && i > 0 && queue.length < WAITING_FOR_ONE_MORE && seats.some((other) => other?.busy)) continue
      const waiting = queue.shift() as Waiting
      const taken: Seat =
        seat ??
        openSeat(program, () => {
          if (seats[i] === taken) seats[i] = null
        })
      seats[i] = taken
      void taken.run(waiting.article, seconds).then((outcome) => {
        waiting.resolve(outcome)
        if (!closed) next()
      })
    }
  }

  return {
    // Some wait beside each that is being coded, so that no worker idles while results are written or a long article
    // holds up the order.
    width: options.workers * WAITING_FOR_ONE_MORE,
    code(article) {
      return new Promise((resolve) => {
        queue.push({ article, resolve })
        next()
      })
    },
    async close() {
      closed = true
      for (const { article, resolve } of queue.splice(0)) resolve(failed(article, 'the pool was closed'))
      await Promise.all(seats.map((seat) => seat?.end()))
    },
  }
}

interface Seat {
  readonly busy: boolean
  run(article: Article, seconds: number): Promise<CodingOutcome>
  end(): Promise<void>
}

function openSeat(program: URL, leave: () => void): Seat {
  // What a library prints must not end up among the records on standard output.
  const worker = new Worker(program, { stdout: true, execArgv: ['--no-warnings'] })
  let ready = false
  let pending: { article: Article; settle: (outcome: CodingOutcome) => void; seconds: number } | null = null
  let timer: NodeJS.Timeout | undefined
  let count = 0

  const settle = (outcome: CodingOutcome): void => {
    clearTimeout(timer)
    const waiting = pending
    pending = null
    if (!waiting) return
    worker.unref()
    waiting.settle(outcome)
  }
  const drop = (outcome: (article: Article) => CodingOutcome): void => {
    leave()
    void worker.terminate()
    if (pending) settle(outcome(pending.article))
  }
  const send = (): void => {
    if (!pending || !ready) return
    worker.postMessage({ task: ++count, article: pending.article } satisfies CodingTask)
    clearTimeout(timer)
    const { seconds } = pending
    timer = setTimeout(() => {
      drop((article) => ({
        kind: 'failed',
        error: new GroundswellError('GS-E604', { place: { article: article.id }, detail: `${seconds} s` }),
      }))
    }, seconds * 1000)
  }

  worker.on('message', (message: 'ready' | CodingAnswer) => {
    if (message === 'ready') {
      ready = true
      send()
    } else if (pending && message.task === count) {
      const { article } = pending
      settle('coded' in message ? { kind: 'coded', coded: message.coded } : failed(article, message.failed))
    }
  })
  worker.on('error', (error) => drop((article) => crashed(article, error)))
  worker.on('exit', () => drop((article) => failed(article, 'the worker ended')))

  return {
    get busy() {
      return pending !== null
    },
    run(article, seconds) {
      return new Promise((resolve) => {
        pending = { article, settle: resolve, seconds }
        worker.ref()
        if (ready) send()
        else
          timer = setTimeout(
            () => drop(() => failed(article, `the worker was not ready after ${MAX_LOADING_SECONDS} s`)),
            MAX_LOADING_SECONDS * 1000,
          )
      })
    },
    async end() {
      pending = null
      clearTimeout(timer)
      await worker.terminate()
    },
  }
}

function crashed(article: Article, error: unknown): CodingOutcome {
  if (error instanceof GroundswellError) return { kind: 'failed', error }
  return failed(article, error instanceof Error ? error.message : String(error))
}

function failed(article: Article, detail: string): CodingOutcome {
  return { kind: 'failed', error: new GroundswellError('GS-E603', { place: { article: article.id }, detail }) }
}
