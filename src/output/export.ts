import { ACLED_COLUMNS, type AcledRow, acledRow } from './acled-columns.ts'
import { CAMEO_COLUMNS, type CameoRow, cameoRows } from './cameo-columns.ts'
import type { Column, ExportRow } from './export-row.ts'
import { geojson } from './geojson.ts'
import { GROUNDSWELL_COLUMNS } from './groundswell-columns.ts'
import { PLOVER_COLUMNS } from './plover-columns.ts'
import { writeTable } from './table.ts'

export const EXPORT_FORMATS = ['csv', 'tsv', 'jsonl', 'geojson'] as const
export type ExportFormat = (typeof EXPORT_FORMATS)[number]

/** Whose field names and rules a table follows. */
export const EXPORT_VIEWS = ['groundswell', 'plover', 'acled', 'cameo'] as const
export type ExportView = (typeof EXPORT_VIEWS)[number]

/** Columns of each view, for tables and for their dictionary. */
export const VIEW_COLUMNS: Readonly<Record<ExportView, readonly Pick<Column<never>, 'name' | 'about'>[]>> = {
  groundswell: GROUNDSWELL_COLUMNS,
  plover: PLOVER_COLUMNS,
  acled: ACLED_COLUMNS,
  cameo: CAMEO_COLUMNS,
}

export interface ExportOptions {
  readonly format: ExportFormat
  readonly view: ExportView
  /** CAMEO rows without an actor or recipient too. */
  readonly incomplete?: boolean
}

/** What an export wrote and what its view had no row for, by reason: known once its chunks are read. */
export interface ExportTally {
  records: number
  rows: number
  readonly dropped: Record<string, number>
}

/**
 * Writes records in a format, as chunks of text. Nothing is dropped in silence: `tally` counts what the view has no row
 * for.
 */
export function exportRecords(
  rows: AsyncIterable<ExportRow>,
  options: ExportOptions,
): { readonly chunks: AsyncIterable<string>; readonly tally: ExportTally } {
  const tally: ExportTally = { records: 0, rows: 0, dropped: {} }
  return { chunks: chunksOf(rows, options, tally), tally }
}

function chunksOf(rows: AsyncIterable<ExportRow>, options: ExportOptions, tally: ExportTally): AsyncIterable<string> {
  if (options.format === 'jsonl') return jsonl(counted(rows, tally))
  if (options.format === 'geojson') return geojson(counted(rows, tally), (reason) => drop(tally, reason))
  switch (options.view) {
    case 'groundswell':
      return writeTable(counted(rows, tally), GROUNDSWELL_COLUMNS, options.format)
    case 'plover':
      return writeTable(counted(rows, tally), PLOVER_COLUMNS, options.format)
    case 'acled':
      return writeTable(acledRows(rows, tally), ACLED_COLUMNS, options.format)
    case 'cameo':
      return writeTable(dyads(rows, options.incomplete ?? false, tally), CAMEO_COLUMNS, options.format)
  }
}

async function* jsonl(rows: AsyncIterable<ExportRow>): AsyncGenerator<string> {
  for await (const { record, status, article, passage } of rows)
    yield `${JSON.stringify({ ...record, status, passage, source: article })}\n`
}

async function* counted(rows: AsyncIterable<ExportRow>, tally: ExportTally): AsyncGenerator<ExportRow> {
  for await (const row of rows) {
    tally.records++
    tally.rows++
    yield row
  }
}

async function* acledRows(rows: AsyncIterable<ExportRow>, tally: ExportTally): AsyncGenerator<AcledRow> {
  for await (const row of rows) {
    tally.records++
    const made = acledRow(row)
    if ('dropped' in made) drop(tally, made.dropped)
    else {
      tally.rows++
      yield made
    }
  }
}

async function* dyads(
  rows: AsyncIterable<ExportRow>,
  incomplete: boolean,
  tally: ExportTally,
): AsyncGenerator<CameoRow> {
  for await (const row of rows) {
    tally.records++
    const made = cameoRows(row, incomplete)
    if ('dropped' in made) drop(tally, made.dropped)
    else {
      tally.rows += made.length
      yield* made
    }
  }
}

function drop(tally: ExportTally, reason: string): void {
  tally.dropped[reason] = (tally.dropped[reason] ?? 0) + 1
}
