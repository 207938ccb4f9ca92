import type { Store } from '../store/store.ts'

/** A message of the event stream. */
export interface HubEvent {
  readonly id: number
  readonly name: 'version' | 'job'
  readonly data: unknown
}

/** Passes messages to whoever listens, and remembers the latest, so that a stream that broke off can be taken up again. */
export interface Hub {
  publish(name: HubEvent['name'], data: unknown): void
  /** Listens from now on, after the messages with a greater id than `since`. Returns how to stop. */
  listen(since: number | null, listener: (event: HubEvent) => void): () => void
  close(): void
}

/** Messages kept for streams that broke off. */
const KEPT_EVENTS = 500
/** How often the store is asked whether another program changed it, while somebody listens. */
const WATCH_MS = 1_000

/** A hub that also watches the store's version, since the command line may write to it at the same time. */
export function createHub(store: Store): Hub {
  const listeners = new Set<(event: HubEvent) => void>()
  const kept: HubEvent[] = []
  // Ids start at the time, so that they keep growing over restarts of the server.
  let next = Date.now()
  let version = -1
  let timer: NodeJS.Timeout | null = null
  let asking = false

  const publish = (name: HubEvent['name'], data: unknown): void => {
    const event = { id: next++, name, data }
    kept.push(event)
    if (kept.length > KEPT_EVENTS) kept.shift()
    for (const listener of listeners) listener(event)
  }
  const watch = async (): Promise<void> => {
    if (asking) return
    asking = true
    try {
      const current = await store.version()
      if (version >= 0 && current !== version) publish('version', { version: current })
      version = current
    } catch {
      // The store is busy or closing: the next look will tell.
    } finally {
      asking = false
    }
  }

  return {
    publish,
    listen(since, listener) {
      if (since !== null) for (const event of kept) if (event.id > since) listener(event)
      listeners.add(listener)
      if (!timer) {
        void watch()
        timer = setInterval(() => void watch(), WATCH_MS)
        timer.unref()
      }
      return () => {
        listeners.delete(listener)
        if (listeners.size === 0 && timer) {
          clearInterval(timer)
          timer = null
        }
      }
    },
    close() {
      if (timer) clearInterval(timer)
      timer = null
      listeners.clear()
    },
  }
}
