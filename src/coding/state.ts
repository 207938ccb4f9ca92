import type { Article } from '../article/article.ts'
import type { Analysis } from '../language/token.ts'
import type { Mentions } from '../mention/mention.ts'
import type { Draft } from './draft.ts'
import type { EventRecord } from './event-record.ts'
import type { TriggerLexicon } from './lexicon.ts'
import type { Miss } from './match.ts'
import type { MentionIndex } from './mention-index.ts'
import type { Statement } from './statement.ts'
import type { Tree } from './tree.ts'
import type { WordClasses } from './word-classes.ts'

/** Everything known of one article while it is coded: the annotated article. Stages declare which fields they touch. */
export interface CodingState {
  readonly article: Article
  readonly lexicon: TriggerLexicon
  analysis: Analysis
  mentions: Mentions
  index: MentionIndex
  classes: WordClasses
  /** Sentences that the gate let through, by index. */
  readonly chosen: ReadonlySet<number>
  /** Trees of the sentences that hold a trigger, by the sentence's index. */
  trees: Map<number, Tree>
  drafts: Draft[]
  records: EventRecord[]
  statements: Statement[]
  misses: Miss[]
  warnings: string[]
}
