import { Worker } from 'node:worker_threads'
import type { DraftOutcome, ParseTask } from './parse.ts'

/** Seconds that one input may be parsed for. A long PDF needs some; an article page needs a fiftieth of one. */
export const MAX_PARSE_SECONDS = 30
/** Heap of the thread, so that a hostile file cannot take the whole machine's memory. */
const MAX_HEAP_MEGABYTES = 1_024

/** What became of a task: its drafts, or why there are none. */
export type TaskOutcome =
  | { readonly kind: 'done'; readonly outcomes: readonly DraftOutcome[] }
  | { readonly kind: 'timeout' }
  | { readonly kind: 'crashed'; readonly detail: string }

interface Waiting {
  readonly task: ParseTask
  readonly resolve: (outcome: TaskOutcome) => void
}

/**
 * A thread that parses what strangers wrote: HTML, PDF, DOCX, feeds. One task at a time, each with a hard time limit;
 * a thread that overruns it or runs out of memory is ended and the next task gets a new one. The thread is started by
 * the first task and does not keep the process alive while it is idle.
 */
export class ReaderWorker {
  private worker: Worker | null = null
  private readonly queue: Waiting[] = []
  private current: (Waiting & { timer: NodeJS.Timeout }) | null = null
  private readonly seconds: number

  constructor(options: { seconds?: number } = {}) {
    this.seconds = options.seconds ?? MAX_PARSE_SECONDS
  }

  /** Parses one input. Never rejects. */
  parse(task: ParseTask): Promise<TaskOutcome> {
    return new Promise((resolve) => {
      this.queue.push({ task, resolve })
      this.next()
    })
  }

  /** Ends the thread; tasks still waiting are told that it crashed. */
  async close(): Promise<void> {
    const worker = this.worker
    this.worker = null
    this.finish({ kind: 'crashed', detail: 'closed' })
    for (const waiting of this.queue.splice(0)) waiting.resolve({ kind: 'crashed', detail: 'closed' })
    await worker?.terminate()
  }

  private next(): void {
    if (this.current) return
    const waiting = this.queue.shift()
    if (!waiting) {
      this.worker?.unref()
      return
    }
    const worker = this.started()
    worker.ref()
    const timer = setTimeout(() => this.drop({ kind: 'timeout' }), this.seconds * 1000)
    this.current = { ...waiting, timer }
    worker.postMessage(waiting.task)
  }

  private started(): Worker {
    if (this.worker) return this.worker
    // The entry stands beside this file, as TypeScript in a checkout and as JavaScript in the package.
    const extension = import.meta.url.endsWith('.ts') ? 'ts' : 'js'
    const worker = new Worker(new URL(`./reader-thread.${extension}`, import.meta.url), {
      resourceLimits: { maxOldGenerationSizeMb: MAX_HEAP_MEGABYTES },
      // A parser's console chatter must not end up among the records on standard output.
      stdout: true,
      stderr: true,
      execArgv: ['--no-warnings'],
    })
    this.worker = worker
    worker.on('message', (outcomes: readonly DraftOutcome[]) => {
      if (this.worker === worker) this.finish({ kind: 'done', outcomes })
    })
    worker.on('error', (error) => {
      if (this.worker === worker)
        this.drop({ kind: 'crashed', detail: error instanceof Error ? error.message : String(error) })
    })
    worker.on('exit', () => {
      if (this.worker === worker) this.drop({ kind: 'crashed', detail: 'the thread ended' })
    })
    return worker
  }

  /** Gives the current task its outcome and starts the next. */
  private finish(outcome: TaskOutcome): void {
    const current = this.current
    if (!current) return
    clearTimeout(current.timer)
    this.current = null
    current.resolve(outcome)
    this.next()
  }

  /** Ends the thread, whatever it is doing, and goes on with a new one. */
  private drop(outcome: TaskOutcome): void {
    const worker = this.worker
    this.worker = null
    void worker?.terminate()
    this.finish(outcome)
  }
}
