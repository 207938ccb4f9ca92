import { DECISION_ACTIONS, type DecisionAction } from '../../review/decision.ts'
import { EXIT, UsageError, withStore } from '../context.ts'
import { oneOf } from '../filter-options.ts'
import { WORKSPACE_OPTION } from '../options.ts'
import type { Define } from '../program.ts'

interface Flags {
  readonly workspace?: string
  readonly field?: string
  readonly value?: string
  readonly reason?: string
  readonly person?: string
  readonly undoes?: string
}

export const define: Define = (command, context, act) => {
  command
    .argument('<action>', DECISION_ACTIONS.join(', '))
    .argument('<record>', 'id of the record')
    .addOption(WORKSPACE_OPTION())
    .option(
      '--field <path>',
      'the field it is about, such as type, size or actors.0.country; the whole record if left out',
    )
    .option('--value <json>', 'the new value as JSON (plain words are taken as text); null clears the field')
    .option('--reason <text>', 'why')
    .option('--person <name>', 'who decides; the name in config.yaml if left out')
    .option('--undoes <id>', 'the decision that undo takes back; the last one if left out')
    .addHelpText(
      'after',
      `
Decisions are kept apart from what the machine coded, are never changed or removed, win in lists and exports, and
survive a new coding of the article.

Examples:
  groundswell decide accept er_1a2b3c4d5e6f7g8h
  groundswell decide change er_1a2b3c4d5e6f7g8h --field type --value COERCE --reason 'force was used'
  groundswell decide change er_1a2b3c4d5e6f7g8h --field size --value '{"low": 300, "high": 300}'
  groundswell decide undo er_1a2b3c4d5e6f7g8h`,
    )
    .action(
      act(async (action: string, record: string, flags: Flags) => {
        const wanted: DecisionAction = oneOf('action', action, DECISION_ACTIONS)
        if (wanted === 'change' && (flags.field === undefined || flags.value === undefined))
          throw new UsageError('decide change needs --field and --value')
        return withStore(context, flags.workspace, async (store, workspace) => {
          const undoes =
            flags.undoes ?? (wanted === 'undo' ? (await store.record(record))?.decisions.at(-1)?.id : undefined)
          const after = await store.decide(record, {
            action: wanted,
            person: flags.person ?? workspace.config.person,
            ...(flags.field === undefined ? {} : { field: flags.field }),
            ...(flags.value === undefined ? {} : { value: jsonOrText(flags.value) }),
            ...(flags.reason === undefined ? {} : { reason: flags.reason }),
            ...(undoes === undefined ? {} : { undoes }),
          })
          await context.terminal.write(`${record} is now ${after.status} (revision ${after.revision}).\n`)
          return EXIT.ok
        })
      }),
    )
}

function jsonOrText(value: string): unknown {
  try {
    return JSON.parse(value)
  } catch {
    return value
  }
}
