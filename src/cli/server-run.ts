import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { IngestReport } from '../jobs/ingest.ts'
import type { Ingest } from '../server/options.ts'
import type { Store } from '../store/store.ts'
import type { Workspace } from '../store/workspace.ts'
import { type Context, EXIT, productVersion } from './context.ts'
import { defaultWorkers } from './ingest-run.ts'

export interface ServeRunOptions {
  readonly port?: number
  readonly host?: string
  readonly allowedHosts?: readonly string[]
  readonly readOnly?: boolean
}

/** Serves a workspace until a signal ends it, and gives the exit status. */
export async function serveWorkspace(
  context: Context,
  store: Store,
  workspace: Workspace,
  options: ServeRunOptions,
): Promise<number> {
  const [{ serve }, { ensurePages }, { productFolder }] = await Promise.all([
    import('../server/serve.ts'),
    import('../server/pages.ts'),
    import('../jobs/resources.ts'),
  ])
  const root = productFolder()
  const uploads = join(workspace.folder, 'uploads')
  mkdirSync(uploads, { recursive: true })
  // A checkout has no built pages at first; without them the API still answers.
  const pages = await ensurePages(root, (line) => context.terminal.note(line)).catch((error: Error) => {
    context.terminal.note(error.message)
    return null
  })
  const server = await serve({
    store,
    name: workspace.config.name,
    version: productVersion(),
    uploads,
    ...(pages === null ? {} : { pages }),
    ...(options.readOnly ? { readOnly: true } : { ingest: workspaceIngest(store, workspace) }),
    ...(options.port === undefined ? {} : { port: options.port }),
    ...(options.host === undefined ? {} : { host: options.host }),
    ...(options.allowedHosts?.length ? { allowedHosts: options.allowedHosts } : {}),
    log: (line) => context.terminal.note(line),
  })
  await context.terminal.write(`Serving ${workspace.folder} at ${server.url} (Ctrl-C ends it)\n`)
  await new Promise<void>((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve())
  })
  await server.close()
  return EXIT.ok
}

/** What the server needs to take files in: the pipeline, bound to the workspace. */
export function workspaceIngest(store: Store, workspace: Workspace): Ingest {
  return {
    async add(files, listener) {
      const [{ ingest }, { workerPool }, { coderIdentity }] = await Promise.all([
        import('../jobs/ingest.ts'),
        import('../jobs/coding-pool.ts'),
        import('../jobs/resources.ts'),
      ])
      const pool = workerPool({ workers: defaultWorkers() })
      try {
        const { run } = await ingest(files, {
          workspace,
          store,
          coder: await coderIdentity(),
          pool,
          today: new Date().toISOString().slice(0, 10),
          onProgress: ({ done, total }) => listener.progress(done, total),
          onReport: ({ externalId: _, ...report }: IngestReport) => listener.report(report),
        })
        return { run: run.id }
      } finally {
        await pool.close()
      }
    },
    async examples() {
      const { exampleFiles } = await import('./examples.ts')
      return exampleFiles()
    },
  }
}
