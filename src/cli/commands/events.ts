import type { RecordItem, StoredRecord } from '../../store/store.ts'
import { EXIT, withStore } from '../context.ts'
import { addFilterOptions, type FilterFlags, filterOf, wholeNumber } from '../filter-options.ts'
import { FORMAT_OPTION, WORKSPACE_OPTION } from '../options.ts'
import type { Define } from '../program.ts'
import { type TableColumn, tableLines } from '../terminal.ts'

interface Flags extends FilterFlags {
  readonly workspace?: string
  readonly format: 'table' | 'jsonl'
  readonly limit: string
  readonly cursor?: string
}

/** Columns of a list of records. */
export const RECORD_TABLE: readonly TableColumn<RecordItem | StoredRecord>[] = [
  { title: 'date', value: ({ record }) => dateText(record.date) },
  {
    title: 'type',
    value: ({ record }) =>
      `${record.type}${record.form ? ` ${record.form}` : record.mode.length ? ` ${record.mode.join(',')}` : ''}`,
  },
  {
    title: 'place',
    value: ({ record }) => [record.place?.name, record.place?.country].filter(Boolean).join(', ') || '–',
  },
  { title: 'actor', value: ({ record }) => names(record.actors) },
  { title: 'recipient', value: ({ record }) => names(record.recipients) },
  {
    title: 'said',
    value: ({ record, status }) =>
      [
        record.certainty.value === 'asserted' ? '' : record.certainty.value,
        record.polarity === 'negative' ? 'not' : '',
        record.background ? 'background' : '',
        status === 'machine' ? '' : status,
      ]
        .filter(Boolean)
        .join(' '),
  },
  { title: 'words', value: ({ passage }) => passage.text, flexible: true },
  { title: 'id', value: ({ record }) => record.id },
]

/** Longest list of names in a cell. */
const NAMES_CHARACTERS = 28

function names(actors: readonly { readonly name: string }[]): string {
  if (!actors.length) return '–'
  const text = actors.map((actor) => actor.name).join(', ')
  return text.length > NAMES_CHARACTERS ? `${text.slice(0, NAMES_CHARACTERS - 1)}…` : text
}

/** A date as exact as it is: a day, or the interval with a tilde. */
export function dateText(date: { readonly from: string; readonly to: string; readonly grain: string } | null): string {
  if (!date) return '–'
  if (date.from === date.to) return date.from
  if (date.grain === 'month' && date.from.slice(0, 7) === date.to.slice(0, 7)) return date.from.slice(0, 7)
  if (date.grain === 'year' && date.from.slice(0, 4) === date.to.slice(0, 4)) return date.from.slice(0, 4)
  return `${date.from}…${date.to}`
}

/** "n of N; m left out" in words. */
export function countLine(
  shown: number,
  list: { total: number; all: number; excluded: Readonly<Record<string, number>> },
  noun: string,
): string {
  const left = Object.entries(list.excluded).map(([reason, n]) => `${n} ${reason}`)
  const of = list.total === list.all ? `${list.total}` : `${list.total} of ${list.all}`
  const head = shown < list.total ? `${shown} shown, ${of} ${noun} match` : `${of} ${noun}`
  return left.length ? `${head}; left out: ${left.join(', ')}` : head
}

export const define: Define = (command, context, act) => {
  addFilterOptions(command)
    .addOption(WORKSPACE_OPTION())
    .addOption(FORMAT_OPTION())
    .option('-n, --limit <n>', 'records to list; 0 for all', '50')
    .option('--cursor <text>', 'go on where a list ended')
    .addHelpText(
      'after',
      `
Values of one option are alternatives, several options hold together. The last line (on standard error) says how many
records match, and how many fit the question but were left out, with the reason.

Examples:
  groundswell events --type PROTEST --country KAZ --from 2021-01-01 --to 2021-12-31
  groundswell events --text 'land reform' --sort confidence
  groundswell events --actor police --format jsonl --limit 0 | jq .record.place.name`,
    )
    .action(
      act(async (flags: Flags) => {
        const filter = filterOf(flags)
        const limit = wholeNumber('--limit', flags.limit, 0) || Number.POSITIVE_INFINITY
        return withStore(context, flags.workspace, async (store) => {
          let cursor = flags.cursor
          let shown = 0
          let last: Awaited<ReturnType<typeof store.listRecords>>
          do {
            last = await store.listRecords(filter, {
              limit: Math.min(limit - shown, PAGE_ROWS),
              ...(cursor === undefined ? {} : { cursor }),
            })
            const text =
              flags.format === 'jsonl'
                ? last.items.map((item) => `${JSON.stringify(item)}\n`).join('')
                : last.items.length || shown === 0
                  ? `${tableLines(last.items, RECORD_TABLE, context.terminal)
                      .slice(shown ? 1 : 0)
                      .join('\n')}\n`
                  : ''
            if (!(await context.terminal.write(text))) return EXIT.ok
            shown += last.items.length
            cursor = last.next ?? undefined
          } while (cursor !== undefined && shown < limit)
          context.terminal.note(countLine(shown, last, 'records'))
          if (cursor !== undefined) context.terminal.note(`more: --limit 0, or --cursor ${cursor}`)
          return EXIT.ok
        })
      }),
    )
}

/** Rows asked for at once. */
const PAGE_ROWS = 500
