import { useSyncExternalStore } from 'react'
import type { Job } from './schema.ts'

/** What the event stream has told so far. */
export interface StreamState {
  /** False while the server does not answer. */
  readonly connected: boolean
  /** Latest version of the data set that was told of; -1 before the first word. */
  readonly version: number
  /** Imports by id, as last told. */
  readonly jobs: ReadonlyMap<string, Job>
}

let state: StreamState = { connected: true, version: -1, jobs: new Map() }
const listeners = new Set<() => void>()
/** A short break, as when the browser takes the stream up again, is nobody's concern. */
const PATIENCE_MS = 1_500
const RETRY_MS = 2_000

function set(next: Partial<StreamState>): void {
  state = { ...state, ...next }
  for (const listener of listeners) listener()
}

/** Listens to the server for as long as the page lives. */
export function openStream(): void {
  let late: ReturnType<typeof setTimeout> | null = null
  const alive = (): void => {
    if (late) clearTimeout(late)
    late = null
    if (!state.connected) set({ connected: true })
  }
  const connect = (): void => {
    const source = new EventSource('/api/stream')
    const version = (event: MessageEvent<string>): void => {
      alive()
      const told = (JSON.parse(event.data) as { version: number }).version
      if (told !== state.version) set({ version: told })
    }
    source.onopen = alive
    source.addEventListener('hello', version)
    source.addEventListener('version', version)
    source.addEventListener('job', (event) => {
      alive()
      const job = JSON.parse((event as MessageEvent<string>).data) as Job
      set({ jobs: new Map(state.jobs).set(job.id, job) })
    })
    source.onerror = () => {
      late ??= setTimeout(() => set({ connected: false }), PATIENCE_MS)
      // A browser gives up on some answers; then we try again ourselves.
      if (source.readyState === EventSource.CLOSED) setTimeout(connect, RETRY_MS)
    }
  }
  connect()
}

/** What the stream told, in a component. */
export function useStream(): StreamState {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    () => state,
  )
}

/** Calls back whenever the stream tells something; for what stands outside components. */
export function onStream(listener: (state: StreamState) => void): void {
  listeners.add(() => listener(state))
}
