import { type ErrorCode, GroundswellError } from '../base/error.ts'
import type { PlainDate } from '../base/plain-date.ts'
import { charsetOf, decodeBytes } from './charset.ts'
import type { Draft } from './draft.ts'
import type { MonthNames } from './month-names.ts'
import type { ReadHint } from './sniff.ts'

/** Formats whose parsers are large, slow or fed by strangers, and therefore run in a thread. */
export type ParsedFormat = 'html' | 'feed' | 'pdf' | 'docx'

/** One input to parse: plain data, so that it can be sent to a thread. */
export interface ParseTask {
  readonly format: ParsedFormat
  readonly bytes: Uint8Array
  readonly hint: ReadHint
  readonly months?: MonthNames
  readonly today?: PlainDate
}

/** A draft, or the error that stands for it. */
export type DraftOutcome =
  | { readonly kind: 'draft'; readonly draft: Draft }
  | { readonly kind: 'failed'; readonly code: ErrorCode; readonly detail: string }

/** Parses one input into drafts. Loads the parser of its format when it is first needed. Never rejects. */
export async function parseInput(task: ParseTask): Promise<DraftOutcome[]> {
  try {
    return await PARSERS[task.format](task)
  } catch (error) {
    if (error instanceof GroundswellError) return [{ kind: 'failed', code: error.code, detail: error.detail ?? '' }]
    return [
      { kind: 'failed', code: FAILURES[task.format], detail: error instanceof Error ? error.message : String(error) },
    ]
  }
}

/** What an unexpected error of a format's parser is reported as. */
const FAILURES: Readonly<Record<ParsedFormat, ErrorCode>> = {
  html: 'GS-E111',
  feed: 'GS-E110',
  pdf: 'GS-E104',
  docx: 'GS-E106',
}

const PARSERS: Readonly<Record<ParsedFormat, (task: ParseTask) => Promise<DraftOutcome[]>>> = {
  async html(task) {
    const { readPage } = await import('./html.ts')
    const { text, warnings } = decodeBytes(task.bytes, charsetOf(task.hint.mediaType))
    const draft = readPage(text, pageHint(task))
    return [{ kind: 'draft', draft: { ...draft, warnings: [...warnings, ...draft.warnings] } }]
  },
  async feed(task) {
    const { readFeed } = await import('./feed.ts')
    return readFeed(task)
  },
  async pdf(task) {
    const { readPdf } = await import('./pdf.ts')
    return [{ kind: 'draft', draft: await readPdf(task) }]
  },
  async docx(task) {
    const { readDocx } = await import('./docx.ts')
    return [{ kind: 'draft', draft: await readDocx(task) }]
  },
}

/** What a task says about a page beside its bytes. */
export function pageHint(task: ParseTask): { url?: string; months?: MonthNames; today?: PlainDate } {
  return {
    ...(task.hint.url ? { url: task.hint.url } : {}),
    ...(task.months ? { months: task.months } : {}),
    ...(task.today ? { today: task.today } : {}),
  }
}
