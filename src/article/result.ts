import type { GroundswellError } from '../base/error.ts'
import type { PlainDate } from '../base/plain-date.ts'
import type { Article } from './article.ts'
import { type MonthNames, monthNames } from './month-names.ts'
import type { ReaderWorker } from './reader-worker.ts'
import type { Format } from './sniff.ts'

/** One article read, or one input that could not be: a bad input costs itself alone. `line` counts from 1 in JSONL. */
export type ReadResult =
  | { readonly kind: 'article'; readonly article: Article; readonly line?: number }
  | { readonly kind: 'failed'; readonly error: GroundswellError; readonly line?: number }

/** Settings of reading; all may be left out. */
export interface ReadOptions {
  /** The format, where it is known; otherwise it is sniffed. */
  readonly format?: Format
  /** Month names beyond those of the runtime's locale data. */
  readonly months?: MonthNames
  /** The day of reading: dates after it are refused as dates of publication. It is never used as one. */
  readonly today?: PlainDate
  /**
   * The thread that parses HTML, PDF, DOCX and feeds under a time limit. Share one over many inputs and close it at the
   * end; without one a thread is started for each call. `inline` parses in this thread without a time limit.
   */
  readonly worker?: ReaderWorker | 'inline'
}

/** Month names, built when they are first asked for. */
export function lazyMonths(options: Pick<ReadOptions, 'months'>): () => MonthNames {
  let names: MonthNames | undefined = options.months
  return () => {
    names ??= monthNames()
    return names
  }
}
