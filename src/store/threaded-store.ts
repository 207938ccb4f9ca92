import { Worker } from 'node:worker_threads'
import { GroundswellError } from '../base/error.ts'
import { SqliteStore } from './sqlite/sqlite-store.ts'
import type { Store } from './store.ts'
import {
  READING_METHODS,
  type StoreAnswer,
  type StoreCall,
  type StoreMethod,
  type StoreThreadData,
  type ThreadError,
  unpackError,
  WRITING_METHODS,
} from './thread-messages.ts'

export interface ThreadedStoreOptions {
  /** Connections that answer reads beside the one that writes. */
  readonly readers?: number
}

/** Readers where no number is asked for: one long answer must not hold up the short ones. */
const DEFAULT_READERS = 2

/** A store on threads; `ready` resolves when all of them answer. */
export type ThreadedStore = Store & { readonly ready: Promise<void> }

/**
 * A SQLite store whose connections live on threads of their own: one that writes, some that only read. A large count or
 * a batch being written then never holds up the thread that serves requests. What a call has written is seen by every
 * call made after its promise resolved. While the threads start, a connection on this thread answers, so that a server
 * is there at once.
 *
 * @throws GroundswellError as `SqliteStore` does
 */
export function openThreadedStore(file: string, options: ThreadedStoreOptions = {}): ThreadedStore {
  // Makes the database and brings the schema up to date before any thread looks at it.
  const here = new SqliteStore(file)
  let writer: StoreThread | null = null
  const readers: StoreThread[] = []
  let closed = false
  const start = async (readOnly: boolean): Promise<void> => {
    const thread = await openThread({ file, readOnly })
    if (closed) await thread.close()
    else if (readOnly) readers.push(thread)
    else writer = thread
  }
  const ready = (async () => {
    for (let i = 0; i < (options.readers ?? DEFAULT_READERS) && !closed; i++) await start(true)
    if (!closed) await start(false)
  })()
  // Threads that cannot start leave the work to this one; who awaits `ready` learns why.
  ready.catch(() => undefined)

  const local = (method: StoreMethod, args: readonly unknown[]): Promise<unknown> =>
    (here[method] as (...args: readonly unknown[]) => Promise<unknown>).apply(here, [...args])
  const store: Record<string, unknown> = { kind: 'sqlite', ready }
  for (const method of WRITING_METHODS)
    store[method] = (...args: unknown[]) => (writer?.usable ? writer.call(method, args) : local(method, args))
  for (const method of READING_METHODS)
    store[method] = (...args: unknown[]) => {
      const usable = readers.filter((thread) => thread.usable)
      return usable.length ? leastBusy(usable).call(method, args) : local(method, args)
    }
  // Asked with every request, and answered in microseconds: a thread would let it wait behind a count.
  store.version = () => here.version()
  store.close = async () => {
    closed = true
    await Promise.all(readers.map((thread) => thread.close()))
    await writer?.close()
    await ready.catch(() => undefined)
    await here.close()
  }
  return store as unknown as ThreadedStore
}

function leastBusy(threads: readonly StoreThread[]): StoreThread {
  return threads.reduce((best, thread) => (thread.waiting < best.waiting ? thread : best))
}

interface StoreThread {
  /** False once it has ended: calls then go elsewhere. */
  readonly usable: boolean
  /** Calls that have no answer yet. */
  readonly waiting: number
  call(method: StoreMethod, args: readonly unknown[]): Promise<unknown>
  close(): Promise<void>
}

function openThread(data: StoreThreadData): Promise<StoreThread> {
  // The program stands beside this file, as TypeScript in a checkout and as JavaScript in the package.
  const extension = import.meta.url.endsWith('.ts') ? 'ts' : 'js'
  const worker = new Worker(new URL(`./store-thread.${extension}`, import.meta.url), {
    workerData: data,
    execArgv: ['--no-warnings'],
  })
  const calls = new Map<number, { resolve: (value: unknown) => void; reject: (error: Error) => void }>()
  let count = 0
  let ended: Error | null = null

  const end = (error: Error): void => {
    ended = error
    for (const waiting of calls.values()) waiting.reject(error)
    calls.clear()
  }
  const send = (method: StoreCall['method'], args: readonly unknown[]): Promise<unknown> =>
    new Promise((resolve, reject) => {
      if (ended) {
        reject(ended)
        return
      }
      const call = ++count
      calls.set(call, { resolve, reject })
      worker.postMessage({ call, method, args } satisfies StoreCall)
    })
  const thread: StoreThread = {
    get usable() {
      return ended === null
    },
    get waiting() {
      return calls.size
    },
    call: send,
    async close() {
      if (ended) return
      await send('close', [])
      end(new GroundswellError('GS-E518', { detail: 'the store is closed' }))
      await worker.terminate()
    },
  }
  return new Promise((resolve, reject) => {
    const fail = (detail: string): void => {
      const error = new GroundswellError('GS-E518', { place: { file: data.file }, detail })
      end(error)
      reject(error)
    }
    worker.on('message', (message: 'open' | { failed: ThreadError } | StoreAnswer) => {
      if (message === 'open') resolve(thread)
      else if ('failed' in message) {
        void worker.terminate()
        reject(unpackError(message.failed))
      } else {
        const waiting = calls.get(message.call)
        calls.delete(message.call)
        if ('error' in message) waiting?.reject(unpackError(message.error))
        else waiting?.resolve(message.value)
      }
    })
    worker.on('error', (error) => fail(error instanceof Error ? error.message : String(error)))
    worker.on('exit', () => fail('its thread ended'))
  })
}
