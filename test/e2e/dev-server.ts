import { join } from 'node:path'
import { serve } from '../../src/server/serve.ts'
import { makeWorkspace } from './workspace.ts'

/** `node test/e2e/dev-server.ts [RECORDS] [PORT]`: the workbench over synthetic records, for work on the pages. */
const records = Number(process.argv[2] ?? 2_000)
const workspace = await makeWorkspace(records)
const server = await serve({
  store: workspace.store,
  version: '0.0.0-dev',
  name: 'synthetic',
  port: Number(process.argv[3] ?? 7_317),
  pages: join(import.meta.dirname, '..', '..', 'web', 'dist'),
  uploads: join(workspace.folder, 'uploads'),
  log: console.error,
})
console.log(`${server.url} (${records} synthetic records)`)
process.once('SIGINT', async () => {
  await server.close()
  await workspace.remove()
})
