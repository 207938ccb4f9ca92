import { useEffect, useMemo, useReducer } from 'react'
import { ApiError, getJson, type Parameters } from '../api/client.ts'
import type { RecordItem, RowItems } from '../api/schema.ts'

/** Rows asked for in one request. */
const CHUNK = 60
/** Wait a little, so that a quick scroll asks for the rows where it ends. */
const SETTLE_MS = 40
/** Rows that are kept; the oldest go first. */
const MAX_KEPT = 6_000

/** The items of a snapshot's rows, fetched as they come into sight and kept while the snapshot lives. */
class RowCache {
  readonly items = new Map<number, RecordItem>()
  readonly asked = new Set<number>()
  error: unknown = null
}

/**
 * The items of some rows of the snapshot at `version`; undefined where they are on their way. `onStale` is called where
 * the server has moved on.
 */
export function useRowItems(
  version: number,
  parameters: Parameters,
  wanted: readonly number[],
  onStale: () => void,
): { readonly get: (row: number) => RecordItem | undefined; readonly error: unknown } {
  const key = JSON.stringify(parameters)
  // A new snapshot needs a new cache.
  const cache = useMemo(() => new RowCache(), [version, key])
  const [, redraw] = useReducer((count: number) => count + 1, 0)
  const wantedKey = wanted.join(',')

  // The keys stand for the objects.
  useEffect(() => {
    const missing = wanted.filter((row) => !cache.items.has(row) && !cache.asked.has(row))
    if (missing.length === 0) return
    const timer = setTimeout(() => {
      for (let i = 0; i < missing.length; i += CHUNK) void load(missing.slice(i, i + CHUNK))
    }, SETTLE_MS)
    const load = async (rows: readonly number[]): Promise<void> => {
      for (const row of rows) cache.asked.add(row)
      try {
        const answer = await getJson<RowItems>('/api/columns/rows', { ...parameters, version, rows: rows.join(',') })
        for (const [i, row] of rows.entries()) {
          const item = answer.items[i]
          if (item) cache.items.set(row, item)
        }
        cache.error = null
        for (const row of cache.items.keys()) {
          if (cache.items.size <= MAX_KEPT) break
          cache.items.delete(row)
        }
      } catch (error) {
        if (error instanceof ApiError && error.problem?.code === 'GS-E712') onStale()
        else cache.error = error
      } finally {
        for (const row of rows) cache.asked.delete(row)
        redraw()
      }
    }
    return () => clearTimeout(timer)
  }, [cache, wantedKey])

  return { get: (row) => cache.items.get(row), error: cache.error }
}
