import { averageLink } from './average-link.ts'
import { cosine, type TermCounts, termVectors } from './term-vector.ts'

/** Mean cosine from which two groups of reports tell one story; chosen on the ECB+ development file (`npm run bench -- link`). */
export const STORY_THRESHOLD = 0.2

/** Most reports that are clustered at once: the matrix takes 8 bytes a pair, 200 MB here. Callers block by time and country first. */
export const MAX_STORY_BLOCK = 5_000

/**
 * Groups the reports of a block into stories by average-link clustering of TF-IDF vectors.
 * @returns the number of the story of each report, in the order given
 */
export function groupStories(reports: readonly TermCounts[], threshold = STORY_THRESHOLD): number[] {
  if (reports.length > MAX_STORY_BLOCK)
    throw new RangeError(
      `a block of ${reports.length} reports is over the limit of ${MAX_STORY_BLOCK}: split it by time or country`,
    )
  const vectors = termVectors(reports)
  const similarity = vectors.map(() => new Float64Array(vectors.length))
  for (let i = 0; i < vectors.length; i++)
    for (let j = i + 1; j < vectors.length; j++) {
      const value = cosine(vectors[i] as never, vectors[j] as never)
      ;(similarity[i] as Float64Array)[j] = value
      ;(similarity[j] as Float64Array)[i] = value
    }
  return averageLink(similarity, threshold)
}
