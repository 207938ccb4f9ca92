import { parentPort } from 'node:worker_threads'
import { type ParseTask, parseInput } from './parse.ts'

/** The inside of a ReaderWorker: parses each task it is sent and sends the outcomes back. */
parentPort?.on('message', async (task: ParseTask) => {
  parentPort?.postMessage(await parseInput(task))
})
