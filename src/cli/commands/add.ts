import { EXIT, withStore } from '../context.ts'
import { wholeNumber } from '../filter-options.ts'
import { ingestInputs, printIngest } from '../ingest-run.ts'
import { FORMAT_OPTION, WORKSPACE_OPTION } from '../options.ts'
import type { Define } from '../program.ts'

interface Flags {
  readonly workspace?: string
  readonly format: 'table' | 'jsonl'
  readonly jobs?: string
  readonly quiet?: boolean
}

export const define: Define = (command, context, act) => {
  command
    .argument('<inputs...>', 'files, folders, or patterns in quotes')
    .addOption(WORKSPACE_OPTION())
    .addOption(FORMAT_OPTION())
    .option('-j, --jobs <n>', 'articles coded at once; the number of processors if left out')
    .option('-q, --quiet', 'no progress bar, and only what failed in the report')
    .addHelpText(
      'after',
      `
Reads plain text, HTML, RSS, Atom, JSON feeds, PDF, DOCX, WARC (also .gz) and JSONL. What was added before with the
same coder is known and not coded again. A bad input costs itself alone: it is named with the reason, the rest is done,
and the exit status is 1. With --format jsonl one line a report is printed as soon as it is safely written.

Examples:
  groundswell add reports/ 'archive/*.warc.gz'
  groundswell add news.jsonl --jobs 4
  groundswell add reports --format jsonl | jq 'select(.status == "failed")'`,
    )
    .action(
      act(async (inputs: string[], flags: Flags) => {
        const jobs = flags.jobs === undefined ? undefined : wholeNumber('--jobs', flags.jobs, 1)
        return withStore(context, flags.workspace, async (store, workspace) => {
          const result = await ingestInputs(context, store, workspace, inputs, {
            ...(jobs === undefined ? {} : { jobs }),
            progress: !flags.quiet,
            ...(flags.format === 'jsonl'
              ? {
                  onReport: (report) => {
                    void context.terminal.write(`${JSON.stringify(report)}\n`)
                  },
                }
              : {}),
          })
          if (flags.format === 'table') await printIngest(context, result, { quiet: flags.quiet ?? false })
          if (result.stopped) return EXIT.stopped
          return result.run.counts.failed > 0 ? EXIT.failed : EXIT.ok
        })
      }),
    )
}
