import { resolve } from 'node:path'
import { EXIT, openOnThreads } from '../context.ts'
import { wholeNumber } from '../filter-options.ts'
import { ingestInputs, printIngest } from '../ingest-run.ts'
import type { Define } from '../program.ts'
import { serveWorkspace } from '../server-run.ts'
import { PORT, type ServeFlags, serveOptions } from './serve.ts'

interface Flags extends Omit<ServeFlags, 'workspace'> {
  readonly once?: boolean
  readonly jobs?: string
}

export const define: Define = (command, context, act) => {
  command
    .argument('[folder]', 'folder of the workspace; made if it is not there', 'workspace')
    .option('--once', 'end after coding, do not serve')
    .option('-j, --jobs <n>', 'articles coded at once')
    .option('-p, --port <n>', 'port; 0 takes any free one', PORT)
    .option('--host <address>', 'address to listen on', '127.0.0.1')
    .option('--allow-host <names>', 'host names to answer for besides loopback')
    .option('--read-only', 'neither decisions nor uploads are taken')
    .addHelpText(
      'after',
      `
The first look: takes the example reports that come along into a workspace of their own, prints what was found, and
serves it. Run again, it knows them already. "npm start" runs this in a checkout.

Examples:
  groundswell start
  npm start -- --once`,
    )
    .action(
      act(async (folder: string, flags: Flags) => {
        const [{ createWorkspace }, { exampleFiles }] = await Promise.all([
          import('../../store/workspace.ts'),
          import('../examples.ts'),
        ])
        const serving = serveOptions(flags)
        const jobs = flags.jobs === undefined ? undefined : wholeNumber('--jobs', flags.jobs, 1)
        const { workspace } = createWorkspace(resolve(context.cwd, folder))
        const store = await openOnThreads(workspace.database)
        try {
          const result = await ingestInputs(context, store, workspace, exampleFiles(), {
            ...(jobs === undefined ? {} : { jobs }),
            progress: true,
          })
          await printIngest(context, result, { quiet: false })
          const { articles, records } = await store.info()
          await context.terminal.write(
            `The workspace ${workspace.folder} holds ${articles} articles and ${records} event records.\n`,
          )
          if (result.stopped) return EXIT.stopped
          if (flags.once) return result.run.counts.failed > 0 ? EXIT.failed : EXIT.ok
          return await serveWorkspace(context, store, workspace, serving)
        } finally {
          await store.close()
        }
      }),
    )
}
