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
// The parent asks for the processor time that all threads have used, then for the end.
process.on('message', (message) => {
  if (message === 'usage') process.send?.({ usage: process.cpuUsage() })
  else if (message === 'end') process.exit(0)
})
