import { useQuery } from '@tanstack/react-query'
import { getJson } from '../api/client.ts'
import type { Codebook } from '../api/schema.ts'

/** The codebook in force; it does not change while the server runs. */
export function useCodebook() {
  return useQuery({
    queryKey: ['codebook'],
    queryFn: () => getJson<Codebook>('/api/codebook'),
    staleTime: Number.POSITIVE_INFINITY,
  })
}
