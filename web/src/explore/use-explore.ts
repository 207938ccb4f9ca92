import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { getBytes } from '../api/client.ts'
import { type Match, matchSnapshot, orderRows, type QuickFilter } from '../data/match.ts'
import { readSnapshot, type Snapshot } from '../data/snapshot.ts'
import { boxOf, type ExploreSearch, serverParameters } from './explore-search.ts'

/** The snapshot under the server's part of the filter. */
export function useSnapshot(search: ExploreSearch) {
  const parameters = serverParameters(search)
  return useQuery({
    queryKey: ['columns', parameters],
    queryFn: async ({ signal }) => readSnapshot(await getBytes('/api/columns', parameters, signal)),
    placeholderData: keepPreviousData,
    structuralSharing: false,
  })
}

/** The pages' part of the filter. */
export function quickFilterOf(search: ExploreSearch): QuickFilter {
  return {
    types: search.type ?? [],
    countries: search.country ?? [],
    certainties: search.certainty ?? [],
    from: search.from ?? null,
    to: search.to ?? null,
    box: boxOf(search),
    background: search.background ?? 'hide',
  }
}

/** The rows that pass, and the same in the order of the table. */
export function useMatch(
  snapshot: Snapshot | undefined,
  search: ExploreSearch,
  brush: { readonly from: string; readonly to: string } | null,
): { readonly match: Match; readonly ordered: Uint32Array } | null {
  const filter = useMemo(() => ({ ...quickFilterOf(search), ...brush }), [search, brush])
  const match = useMemo(() => (snapshot ? measured(() => matchSnapshot(snapshot, filter)) : null), [snapshot, filter])
  const order = search.sort ?? 'newest'
  const ordered = useMemo(
    () => (snapshot && match ? orderRows(snapshot, match.rows, order) : null),
    [snapshot, match, order],
  )
  return match && ordered ? { match, ordered } : null
}

/** Runs the filter and leaves a measure that the tests of speed read. */
function measured(run: () => Match): Match {
  const start = performance.now()
  const match = run()
  performance.measure('groundswell:filter', { start, end: performance.now() })
  return match
}
