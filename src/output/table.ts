import { stringify } from 'csv-stringify/sync'
import type { Cell, Column } from './export-row.ts'

/** The formats of tables. */
export type TableFormat = 'csv' | 'tsv'

/**
 * Writes rows as a table, a chunk a row, header first. CSV is RFC 4180 with CRLF and a byte order mark, as spreadsheets
 * want it; text cells that a spreadsheet would run as a formula (`=1+1`, `+7 …`, `-cmd`, `@sum`) get an apostrophe in
 * front, numbers stay numbers. TSV has no quoting: tabs and line breaks in cells become blanks, nothing else changes.
 */
export async function* writeTable<T>(
  rows: AsyncIterable<T> | Iterable<T>,
  columns: readonly Column<T>[],
  format: TableFormat,
): AsyncGenerator<string> {
  const header = columns.map((column) => column.name)
  yield format === 'csv' ? `\ufeff${csvLine(header)}` : tsvLine(header)
  for await (const row of rows) {
    const cells = columns.map((column) => column.value(row))
    yield format === 'csv' ? csvLine(cells) : tsvLine(cells)
  }
}

function csvLine(cells: readonly Cell[]): string {
  return stringify([cells.map((cell) => (typeof cell === 'string' ? withoutNul(cell) : cell))], {
    escape_formulas: true,
    record_delimiter: '\r\n',
  })
}

function tsvLine(cells: readonly Cell[]): string {
  return `${cells.map((cell) => (cell === null ? '' : withoutNul(String(cell)).replace(/[\t\r\n\v\f\u0085\u2028\u2029]+/gu, ' '))).join('\t')}\n`
}

function withoutNul(text: string): string {
  return text.replaceAll('\u0000', '')
}
