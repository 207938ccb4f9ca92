import { openOnThreads, withStore } from '../context.ts'
import { wholeNumber } from '../filter-options.ts'
import { WORKSPACE_OPTION } from '../options.ts'
import type { Define } from '../program.ts'
import { serveWorkspace } from '../server-run.ts'

/** Port of the workbench where none is asked for. */
export const PORT = '7317'

export interface ServeFlags {
  readonly workspace?: string
  readonly port: string
  readonly host: string
  readonly allowHost?: string
  readonly readOnly?: boolean
}

/** The settings of the server that the options make. */
export function serveOptions(flags: ServeFlags) {
  return {
    port: wholeNumber('--port', flags.port, 0),
    host: flags.host,
    allowedHosts: flags.allowHost?.split(',').filter(Boolean) ?? [],
    readOnly: flags.readOnly ?? false,
  }
}

export const define: Define = (command, context, act) => {
  command
    .addOption(WORKSPACE_OPTION())
    .option('-p, --port <n>', 'port; 0 takes any free one', PORT)
    .option(
      '--host <address>',
      'address to listen on; anything but loopback opens the workspace to the network without a password',
      '127.0.0.1',
    )
    .option('--allow-host <names>', 'host names to answer for besides loopback')
    .option('--read-only', 'neither decisions nor uploads are taken')
    .addHelpText(
      'after',
      `
Serves the workbench and the HTTP API (described at /openapi.json) on this machine alone, until Ctrl-C.

Example:
  groundswell serve --workspace news --port 8080`,
    )
    .action(
      act(async (flags: ServeFlags) =>
        withStore(
          context,
          flags.workspace,
          (store, workspace) => serveWorkspace(context, store, workspace, serveOptions(flags)),
          openOnThreads,
        ),
      ),
    )
}
