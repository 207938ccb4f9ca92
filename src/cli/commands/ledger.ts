import type { LedgerStatus } from '../../store/store.ts'
import { EXIT, withStore } from '../context.ts'
import { oneOf, wholeNumber } from '../filter-options.ts'
import { FORMAT_OPTION, WORKSPACE_OPTION } from '../options.ts'
import type { Define } from '../program.ts'
import { tableLines } from '../terminal.ts'
import { countLine } from './events.ts'

const STATUSES = ['added', 'known', 'recoded', 'failed', 'skipped'] as const satisfies readonly LedgerStatus[]

interface Flags {
  readonly workspace?: string
  readonly format: 'table' | 'jsonl'
  readonly run?: string
  readonly status?: string
  readonly limit: string
}

export const define: Define = (command, context, act) => {
  command
    .addOption(WORKSPACE_OPTION())
    .addOption(FORMAT_OPTION())
    .option('--run <id>', 'one run of add only')
    .option('--status <values>', `any of ${STATUSES.join(', ')}`)
    .option('-n, --limit <n>', 'rows to list', '100')
    .addHelpText(
      'after',
      `
Nothing is dropped in silence: every article and every input of every run has a row here, with the reason where it
failed, was skipped or could not be coded.

Example:
  groundswell ledger --status failed,skipped`,
    )
    .action(
      act(async (flags: Flags) => {
        const status = flags.status?.split(',').map((value) => oneOf('--status', value, STATUSES))
        const limit = wholeNumber('--limit', flags.limit, 1)
        return withStore(context, flags.workspace, async (store) => {
          const list = await store.ledger(
            { ...(flags.run ? { run: flags.run } : {}), ...(status ? { status } : {}) },
            { limit: Math.min(limit, 1000) },
          )
          const text =
            flags.format === 'jsonl'
              ? list.items.map((entry) => JSON.stringify(entry))
              : tableLines(
                  list.items,
                  [
                    { title: 'at', value: (entry) => entry.at.slice(0, 19) },
                    { title: 'status', value: (entry) => entry.status },
                    { title: 'records', value: (entry) => String(entry.records), right: true },
                    { title: 'article', value: (entry) => entry.article ?? '–' },
                    { title: 'input', value: (entry) => entry.input + (entry.place ? `, ${entry.place}` : '') },
                    { title: 'reason', value: (entry) => entry.reason ?? '', flexible: true },
                  ],
                  context.terminal,
                )
          await context.terminal.write(text.length ? `${text.join('\n')}\n` : '')
          context.terminal.note(countLine(list.items.length, list, 'rows'))
          return EXIT.ok
        })
      }),
    )
}
