import { serve } from '../src/server/serve.ts'
import { openThreadedStore } from '../src/store/threaded-store.ts'

/** The server that `bench/api.ts` asks, in a process of its own: tells its port to the parent. */
const server = await serve({
  store: openThreadedStore(process.argv[2] as string),
  version: 'bench',
  port: 0,
  readOnly: true,
})
process.send?.({ port: server.port })
