import { resolve } from 'node:path'
import { EXIT, withStore } from '../context.ts'
import { WORKSPACE_OPTION } from '../options.ts'
import type { Define } from '../program.ts'

export const define: Define = (command, context, act) => {
  command
    .argument('<file>', 'file to write; it must not be there yet')
    .addOption(WORKSPACE_OPTION())
    .addHelpText(
      'after',
      `
Copies the database as it is at one moment, also while "add" or "serve" runs, checks the copy and then gives it its
name. Never copy groundswell.db by other means while it is in use. The folder originals/ is copied by any means.

To go back: end what uses the workspace, remove groundswell.db-wal and groundswell.db-shm, and put the copy in the
place of groundswell.db.

Example:
  groundswell backup ~/backups/central-asia-2021-07-23.db`,
    )
    .action(
      act(async (file: string, flags: { readonly workspace?: string }) =>
        withStore(context, flags.workspace, async (store) => {
          const receipt = await store.backup(resolve(context.cwd, file))
          const megabytes = (receipt.bytes / 1e6).toFixed(1)
          await context.terminal.write(`Wrote ${receipt.file}: ${megabytes} MB, version ${receipt.version}, checked.\n`)
          return EXIT.ok
        }),
      ),
    )
}
