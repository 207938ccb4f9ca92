import { streamSSE } from 'hono/streaming'
import type { App, Services } from '../app.ts'
import type { HubEvent } from '../hub.ts'

/** A comment now and then keeps the connection from being taken for dead. */
const HEARTBEAT_MS = 15_000

/** `GET /api/stream`: server-sent events `version` and `job`, with ids so that a browser takes up where it broke off. */
export function addStreamRoute(app: App, { hub, store }: Services): void {
  app.openAPIRegistry.registerPath({
    method: 'get',
    path: '/api/stream',
    summary: 'Events as they happen: `version` (the data changed) and `job` (an import moved on)',
    responses: { 200: { description: 'Server-sent events', content: { 'text/event-stream': {} } } },
  })
  app.get('/api/stream', (c) => {
    const since = Number(c.req.header('last-event-id') ?? Number.NaN)
    return streamSSE(c, async (stream) => {
      const queue: HubEvent[] = []
      let wake: (() => void) | null = null
      const stop = hub.listen(Number.isFinite(since) ? since : null, (event) => {
        queue.push(event)
        wake?.()
      })
      stream.onAbort(() => {
        stop()
        wake?.()
      })
      await stream.writeSSE({ event: 'hello', data: JSON.stringify({ version: await store.version() }) })
      while (!stream.aborted && !stream.closed) {
        const event = queue.shift()
        if (event) {
          await stream.writeSSE({ event: event.name, id: String(event.id), data: JSON.stringify(event.data) })
          continue
        }
        await new Promise<void>((resolve) => {
          const timer = setTimeout(resolve, HEARTBEAT_MS)
          wake = () => {
            clearTimeout(timer)
            resolve()
          }
        })
        wake = null
        if (queue.length === 0 && !stream.aborted) await stream.write(': still here\n\n')
      }
      stop()
    })
  })
}
