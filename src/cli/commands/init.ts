import { resolve } from 'node:path'
import { EXIT } from '../context.ts'
import type { Define } from '../program.ts'

export const define: Define = (command, context, act) => {
  command
    .argument('[folder]', 'folder to make it in; the current one if left out')
    .addHelpText(
      'after',
      `
A workspace is one folder: groundswell.db, config.yaml, and the originals of what was added. It must lie on a local
disk. A folder that is a workspace already is left as it is.

Examples:
  groundswell init central-asia
  cd central-asia && groundswell add ~/reports`,
    )
    .action(
      act(async (folder: string | undefined) => {
        const { createWorkspace } = await import('../../store/workspace.ts')
        const { SqliteStore } = await import('../../store/sqlite/sqlite-store.ts')
        const { workspace, created } = createWorkspace(resolve(context.cwd, folder ?? '.'))
        await new SqliteStore(workspace.database).close()
        await context.terminal.write(
          created
            ? `Made a workspace in ${workspace.folder}\nNext: groundswell add FILES --workspace ${folder ?? '.'}\n`
            : `${workspace.folder} is a workspace already; nothing was changed.\n`,
        )
        return EXIT.ok
      }),
    )
}
