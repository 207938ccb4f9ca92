import type { AddressInfo } from 'node:net'
import { createAdaptorServer } from '@hono/node-server'
import { GroundswellError } from '../base/error.ts'
import { createServer, threadsOf } from './app.ts'
import type { ServerOptions } from './options.ts'

/** The port that is taken where none is asked for. */
export const DEFAULT_PORT = 7317
/** Where a server listens where nothing else is asked for: this machine alone. */
const LOOPBACK = '127.0.0.1'

export interface ServeOptions extends ServerOptions {
  /** 0 takes any free port. */
  readonly port?: number
  /** Address to listen on; anything but loopback opens the workspace to the network without a password. */
  readonly host?: string
}

/** A server that listens. */
export interface RunningServer {
  readonly url: string
  readonly port: number
  /** Takes no more requests, ends the open ones, waits for a running import. The store stays open. */
  close(): Promise<void>
}

/** Listens and answers. Rejects with GS-E707 where the port is taken. */
export async function serve(options: ServeOptions): Promise<RunningServer> {
  const host = options.host ?? LOOPBACK
  const server = createServer(options)
  const http = createAdaptorServer({ fetch: server.fetch })
  const address = await new Promise<AddressInfo>((resolve, reject) => {
    http.once('error', (error: NodeJS.ErrnoException) =>
      reject(
        error.code === 'EADDRINUSE' || error.code === 'EACCES'
          ? new GroundswellError('GS-E707', { detail: `${host}:${options.port ?? DEFAULT_PORT}`, cause: error })
          : error,
      ),
    )
    http.listen({ port: options.port ?? DEFAULT_PORT, host }, () => resolve(http.address() as AddressInfo))
  })
  void warmUp(options.store)
  const name = host === '0.0.0.0' || host === '::' ? 'localhost' : host.includes(':') ? `[${host}]` : host
  return {
    url: `http://${name}:${address.port}/`,
    port: address.port,
    async close() {
      const closed = new Promise<void>((resolve) => http.close(() => resolve()))
      if ('closeAllConnections' in http) http.closeAllConnections()
      await Promise.all([closed, server.close()])
    },
  }
}

/** Asks once of each kind on each reading thread, so that the first person who filters does not wait for what is held in memory. */
async function warmUp(store: Parameters<typeof threadsOf>[0]): Promise<void> {
  if (!store.ready) return
  await threadsOf(store)
  const filter = { type: ['PROTEST' as const], background: false, date: { from: '2000-01-01' } }
  const questions = [
    () => store.aggregate({ by: ['type'], filter: {} }),
    () => store.aggregate({ by: ['country', 'month'], filter }),
    () => store.grid({ filter, zoom: 3 }),
    () => store.json('listRecords', [filter, {}]),
  ]
  try {
    // Two at a time go to different threads.
    for (const ask of questions) await Promise.all([ask(), ask()])
  } catch {
    // A store that is being closed; whoever asks next is told what is wrong.
  }
}
