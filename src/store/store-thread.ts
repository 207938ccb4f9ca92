import { parentPort, type Transferable, workerData } from 'node:worker_threads'
import { SqliteStore } from './sqlite/sqlite-store.ts'
import { packError, type StoreAnswer, type StoreCall, type StoreThreadData } from './thread-messages.ts'

/** The inside of a store's thread: opens one connection, answers calls one after another. */
const port = parentPort
if (port) {
  const { file, readOnly } = workerData as StoreThreadData
  let store: SqliteStore | null = null
  try {
    store = new SqliteStore(file, { readOnly })
    port.postMessage('open')
  } catch (error) {
    port.postMessage({ failed: packError(error) })
  }
  port.on('message', async ({ call, method, args }: StoreCall) => {
    try {
      if (!store) return
      const run = store[method] as (...args: readonly unknown[]) => Promise<unknown>
      const value = await run.apply(store, [...args])
      port.postMessage({ call, value } satisfies StoreAnswer, buffersOf(method, value))
      if (method === 'close') port.close()
    } catch (error) {
      port.postMessage({ call, error: packError(error) } satisfies StoreAnswer)
    }
  })
}

/** The buffers of an answer's typed arrays, which move to the other thread instead of being copied. */
function buffersOf(method: StoreCall['method'], value: unknown): Transferable[] {
  const parts = method === 'columns' ? Object.values(value as object) : method === 'json' ? [value] : []
  return parts.flatMap((part) => (ArrayBuffer.isView(part) ? [part.buffer as ArrayBuffer] : []))
}
