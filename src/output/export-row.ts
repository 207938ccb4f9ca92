import type { Publication } from '../article/article.ts'
import type { EventRecord } from '../coding/event-record.ts'
import type { ReviewStatus } from '../review/decision.ts'

/** What every export is made of: the effective record, where it stands with people, and the report it is from. */
export interface ExportRow {
  readonly record: EventRecord
  readonly status: ReviewStatus
  readonly article: {
    readonly id: string
    readonly externalId: string | null
    readonly title: string | null
    readonly publisher: string | null
    readonly url: string | null
    readonly published: Publication | null
    readonly language: string
  }
  /** The passage that the record stands in. */
  readonly passage: string
  /** Records of the same store that are responses to this one; needed by the ACLED-like view alone. */
  readonly responses?: readonly EventRecord[]
}

/** A cell: text, a number, or null where it is not stated. Never 0 for the unknown. */
export type Cell = string | number | null

/** One column of an export: its name, what it holds, and how a row gets it. */
export interface Column<T> {
  readonly name: string
  /** For the dictionary (docs/exports.md). */
  readonly about: string
  readonly value: (row: T) => Cell
}

/** Values of one cell, joined as all our tables join them. */
export function joined(values: readonly (string | null | undefined)[]): string | null {
  const kept = [...new Set(values.filter((value): value is string => Boolean(value)))]
  return kept.length ? kept.join('; ') : null
}
