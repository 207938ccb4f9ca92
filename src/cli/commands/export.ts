import { closeSync, existsSync, fsyncSync, openSync, renameSync, writeSync } from 'node:fs'
import { resolve } from 'node:path'
import { Option } from 'commander'
import { GroundswellError } from '../../base/error.ts'
import { exportRows } from '../../jobs/export-rows.ts'
import {
  EXPORT_FORMATS,
  EXPORT_VIEWS,
  type ExportFormat,
  type ExportTally,
  type ExportView,
  exportRecords,
} from '../../output/export.ts'
import { discard } from '../../store/workspace.ts'
import { type Context, EXIT, UsageError, withStore } from '../context.ts'
import { addFilterOptions, type FilterFlags, filterOf } from '../filter-options.ts'
import { WORKSPACE_OPTION } from '../options.ts'
import type { Define } from '../program.ts'

interface Flags extends FilterFlags {
  readonly workspace?: string
  readonly format: ExportFormat
  readonly view: ExportView
  readonly out?: string
  readonly force?: boolean
  readonly incomplete?: boolean
}

export const define: Define = (command, context, act) => {
  addFilterOptions(command)
    .addOption(WORKSPACE_OPTION())
    .addOption(new Option('--format <format>', 'format of the file').choices([...EXPORT_FORMATS]).default('csv'))
    .addOption(
      new Option('--view <view>', 'field names and rules of the table')
        .choices([...EXPORT_VIEWS])
        .default('groundswell'),
    )
    .option('-o, --out <file>', 'file to write; standard output if left out')
    .option('--force', 'replace the file if it is there')
    .option('--incomplete', 'cameo: also rows without an actor or recipient, with --- in its place')
    .addHelpText(
      'after',
      `
People's decisions win; rejected records are left out. What the view has no row for is counted on standard error, with
the reason. In csv, text that a spreadsheet would run as a formula gets an apostrophe in front; tsv and jsonl hold the
exact values. docs/exports.md explains every column.

Examples:
  groundswell export --out events.csv
  groundswell export --view acled --country KAZ --from 2021-01-01 --out kazakhstan.csv
  groundswell export --format geojson --type PROTEST > protests.geojson
  groundswell export --format jsonl | jq -r .type | sort | uniq -c`,
    )
    .action(
      act(async (flags: Flags) => {
        const { format, view } = flags
        if ((format === 'jsonl' || format === 'geojson') && view !== 'groundswell')
          throw new UsageError(`--view ${view} is a table: use --format csv or tsv`)
        return withStore(context, flags.workspace, async (store) => {
          const rows = exportRows(store, filterOf(flags), { responses: view === 'acled' })
          const { chunks, tally } = exportRecords(rows, { format, view, incomplete: flags.incomplete ?? false })
          if (flags.out === undefined) {
            for await (const chunk of chunks) if (!(await context.terminal.write(chunk))) break
          } else await writeFile(resolve(context.cwd, flags.out), chunks, flags.force ?? false)
          note(context, tally, flags.out)
          return EXIT.ok
        })
      }),
    )
}

/** Writes under a temporary name, so that the file is whole or not there. */
async function writeFile(file: string, chunks: AsyncIterable<string>, replace: boolean): Promise<void> {
  if (existsSync(file) && !replace) throw new GroundswellError('GS-E515', { place: { file } })
  const temporary = `${file}.partial`
  try {
    const handle = openSync(temporary, 'w')
    try {
      for await (const chunk of chunks) writeSync(handle, chunk)
      fsyncSync(handle)
    } finally {
      closeSync(handle)
    }
    renameSync(temporary, file)
  } catch (error) {
    discard(temporary)
    if (error instanceof GroundswellError || !(error instanceof Error)) throw error
    const full = 'code' in error && (error.code === 'ENOSPC' || error.code === 'EDQUOT' || error.code === 'EFBIG')
    throw new GroundswellError(full ? 'GS-E505' : 'GS-E516', { place: { file }, detail: error.message, cause: error })
  }
}

function note(context: Context, tally: ExportTally, out: string | undefined): void {
  const dropped = Object.entries(tally.dropped).map(([reason, n]) => `${n} ${reason}`)
  context.terminal.note(
    `${tally.rows} rows of ${tally.records} records${out ? ` written to ${out}` : ''}${dropped.length ? `; ${dropped.join(', ')}` : ''}`,
  )
}
