import type { Excluded, Publication } from './article.ts'

/**
 * What a format reader takes out of bytes, before language, ids and the title's place in the text are settled.
 * Plain data, so that it can come from a worker thread.
 */
export interface Draft {
  /** Paragraphs parted by an empty line, without the title unless the source holds it there. */
  readonly text: string
  /** True where `text` must be kept exactly as it is, offsets of others refer to it. */
  readonly exact?: boolean
  readonly externalId?: string
  readonly title?: string
  readonly author?: string
  readonly publisher?: string
  readonly url?: string
  readonly published: Publication | null
  /** Language that the source claims, a BCP 47 tag; trusted only where the text is too short to tell. */
  readonly claimedLanguage?: string
  /** Language that the input states and that is therefore not questioned. */
  readonly givenLanguage?: string
  readonly mediaType: string
  readonly excluded: readonly Excluded[]
  readonly warnings: readonly string[]
}
