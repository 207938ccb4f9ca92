import { existsSync, readFileSync } from 'node:fs'
import { GroundswellError } from '../base/error.ts'
import type { Store } from '../store/store.ts'
import type { Workspace } from '../store/workspace.ts'
import { processTerminal, type Terminal } from './terminal.ts'

/** How a command ended, as `docs/cli.md` lists it. */
export const EXIT = {
  /** Done. */
  ok: 0,
  /** Something failed: an input, a line, the command itself. What could be done is done. */
  failed: 1,
  /** The command line was not understood. */
  usage: 2,
  /** Stopped by Ctrl-C or a signal; what was reported is kept. */
  stopped: 130,
} as const

/** What every command is run with. */
export interface Context {
  readonly terminal: Terminal
  readonly env: NodeJS.ProcessEnv
  readonly cwd: string
}

export function processContext(): Context {
  return { terminal: processTerminal(), env: process.env, cwd: process.cwd() }
}

/** The version of the product, from package.json. */
export function productVersion(): string {
  for (const up of ['../../package.json', '../../../package.json']) {
    const file = new URL(up, import.meta.url)
    if (existsSync(file)) return String((JSON.parse(readFileSync(file, 'utf8')) as { version: string }).version)
  }
  return '0.0.0'
}

/** The folder of the workspace: --workspace, then GROUNDSWELL_WORKSPACE, then the current folder. */
export function workspaceFolder(context: Context, option: string | undefined): string {
  return option ?? context.env.GROUNDSWELL_WORKSPACE ?? context.cwd
}

/** Opens the workspace's store, runs `work`, and closes it whatever happens. */
export async function withStore<T>(
  context: Context,
  option: string | undefined,
  work: (store: Store, workspace: Workspace) => Promise<T>,
  open: (file: string) => Promise<Store> = openHere,
): Promise<T> {
  const { openWorkspace } = await import('../store/workspace.ts')
  const workspace = openWorkspace(workspaceFolder(context, option))
  const store = await open(workspace.database)
  try {
    return await work(store, workspace)
  } finally {
    await store.close()
  }
}

/** A store on this thread: the least start-up, for a command that asks one thing. */
async function openHere(file: string): Promise<Store> {
  const { SqliteStore } = await import('../store/sqlite/sqlite-store.ts')
  return new SqliteStore(file)
}

/** A store on threads of its own, for a server. */
export async function openOnThreads(file: string): Promise<Store> {
  const { openThreadedStore } = await import('../store/threaded-store.ts')
  return openThreadedStore(file)
}

/** A usage error: the command line itself is wrong. Exit status 2. */
export class UsageError extends Error {}

/** Prints an error the way a user can act on it, and gives the exit status. */
export function reportError(error: unknown, context: Context): number {
  const { terminal } = context
  if (error instanceof UsageError) {
    terminal.note(`groundswell: ${error.message}`)
    return EXIT.usage
  }
  if (error instanceof GroundswellError) {
    terminal.note(`groundswell: ${error.message}`)
    if (context.env.GROUNDSWELL_DEBUG) terminal.note(String(error.stack))
    return EXIT.failed
  }
  const message = error instanceof Error ? error.message : String(error)
  terminal.note(`groundswell: an error of its own: ${message}`)
  terminal.note(
    context.env.GROUNDSWELL_DEBUG && error instanceof Error
      ? String(error.stack)
      : 'Set GROUNDSWELL_DEBUG=1 to see where, and report it.',
  )
  return EXIT.failed
}
