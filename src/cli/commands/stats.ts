import type { Aggregate, StoreInfo } from '../../store/store.ts'
import { EXIT, withStore } from '../context.ts'
import { FORMAT_OPTION, WORKSPACE_OPTION } from '../options.ts'
import type { Define } from '../program.ts'
import { type Terminal, tableLines } from '../terminal.ts'

/** Countries and publishers that are listed. */
const LISTED = 15

export const define: Define = (command, context, act) => {
  command
    .addOption(WORKSPACE_OPTION())
    .addOption(FORMAT_OPTION())
    .addHelpText(
      'after',
      `
Records are reports of events: one event told by two articles counts twice.

Example:
  groundswell stats --format jsonl | jq .records`,
    )
    .action(
      act(async (flags: { readonly workspace?: string; readonly format: 'table' | 'jsonl' }) =>
        withStore(context, flags.workspace, async (store) => {
          const info = await store.info()
          const by = async (dimension: 'type' | 'country' | 'year' | 'certainty') =>
            store.aggregate({ by: [dimension], filter: {} })
          const [types, countries, years, certainties] = [
            await by('type'),
            await by('country'),
            await by('year'),
            await by('certainty'),
          ]
          if (flags.format === 'jsonl') {
            const counted = (aggregate: Aggregate) =>
              Object.fromEntries(aggregate.groups.map((group) => [group.key[0] ?? 'not stated', group.records]))
            await context.terminal.write(
              `${JSON.stringify({ ...info, types: counted(types), countries: counted(countries), years: counted(years), certainties: counted(certainties) })}\n`,
            )
          } else
            await context.terminal.write(
              `${[...infoLines(info), '', ...groupLines('type', types, context.terminal), '', ...groupLines('country', countries, context.terminal), '', ...groupLines('year', years, context.terminal), '', ...groupLines('certainty', certainties, context.terminal)].join('\n')}\n`,
            )
          return EXIT.ok
        }),
      ),
    )
}

function infoLines(info: StoreInfo): string[] {
  const range = ({ from, to }: { from: string | null; to: string | null }): string =>
    from === null ? 'unknown' : `${from} to ${to ?? 'open'}`
  const languages = Object.entries(info.languages).map(([language, n]) => `${language} ${n}`)
  return [
    `articles     ${info.articles} from ${info.publishers} publishers, published ${range(info.published)}`,
    `languages    ${languages.join(', ') || '–'}`,
    `records      ${info.records} of events ${range(info.dated)}; ${info.rejected} rejected, ${info.superseded} superseded`,
    `decisions    ${info.decisions}`,
    `inputs       ${info.failed} failed, ${info.skipped} skipped (groundswell ledger --status failed,skipped)`,
    `coders       ${info.coders.map(({ coder, articles }) => `${coder.name} ${coder.version} (${articles} articles)`).join(', ') || '–'}`,
    `database     ${(info.bytes / 1e6).toFixed(1)} MB, ${info.engine}, schema ${info.schema}, version ${info.version}`,
  ]
}

function groupLines(title: string, aggregate: Aggregate, terminal: Terminal): string[] {
  const lines = tableLines(
    aggregate.groups.slice(0, LISTED),
    [
      { title, value: (group) => group.key[0]?.replace(/-01-01$/u, '') ?? 'not stated' },
      { title: 'records', value: (group) => String(group.records), right: true },
      { title: 'articles', value: (group) => String(group.articles), right: true },
    ],
    terminal,
  )
  const more = aggregate.groups.length - LISTED
  return more > 0 ? [...lines, `… and ${more} more`] : lines
}
