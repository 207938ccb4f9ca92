import type { Publication } from '../article/article.ts'
import type { Analysis } from '../language/token.ts'

/** What every finder of mentions reads: the text with its analysis, and what is known of the report. */
export interface MentionInput {
  readonly text: string
  readonly analysis: Analysis
  readonly published: Publication | null
  /** Name or host of the outlet: a prior for resolving names, never a place of an event. */
  readonly publisher?: string
  /** Address of the article, whose host tells the outlet too. */
  readonly url?: string
  readonly title?: string
}
