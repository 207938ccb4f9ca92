import { randomUUID } from 'node:crypto'
import { rm } from 'node:fs/promises'
import { GroundswellError } from '../base/error.ts'
import type { Hub } from './hub.ts'
import type { ServerOptions, UploadedFile } from './options.ts'
import { ProblemError } from './problem.ts'
import type { Job, JobReport } from './schema.ts'

/** Imports that wait or run at the same time; more are refused. */
const MAX_OPEN_JOBS = 20
/** Ended jobs that are remembered. */
const MAX_KEPT_JOBS = 50
/** Reports that a job holds; the ledger of its run has them all. */
const MAX_REPORTS = 1_000
/** How often a running job tells its state at most. */
const PUBLISH_MS = 200

/** Imports asked for through the API. They run one at a time, since the store has one writer. */
export interface Jobs {
  /** Starts an import, or gives the one that was started with the same key. `temporary` files are removed afterwards. */
  start(input: {
    readonly kind: Job['kind']
    readonly files: () => Promise<readonly UploadedFile[]>
    readonly names: readonly string[]
    readonly key: string | null
    readonly temporary: boolean
  }): Job
  /** The job that was started with a key. */
  withKey(key: string): Job | null
  get(id: string): Job | null
  /** Latest first. */
  list(): Job[]
  /** Waits for the running job to end; takes no new ones. */
  close(): Promise<void>
}

/** The jobs of one server. */
export function createJobs(options: ServerOptions, hub: Hub): Jobs {
  const jobs = new Map<string, Job>()
  const byKey = new Map<string, string>()
  let tail: Promise<void> = Promise.resolve()
  let closed = false

  const run = async (job: Job, input: Parameters<Jobs['start']>[0]): Promise<void> => {
    let told = 0
    const tell = (force = false): void => {
      const now = Date.now()
      if (!force && now - told < PUBLISH_MS) return
      told = now
      hub.publish('job', { ...job, reports: job.reports.slice(-20) })
    }
    job.state = 'running'
    tell(true)
    let files: readonly UploadedFile[] = []
    try {
      files = await input.files()
      job.total = files.length
      const { run: id } = await (options.ingest as NonNullable<ServerOptions['ingest']>).add(files, {
        progress(done, total) {
          job.done = done
          job.total = total
          tell()
        },
        report(report: JobReport) {
          job.counts[report.status] = (job.counts[report.status] ?? 0) + 1
          job.records += report.records
          job.reports.push(report)
          if (job.reports.length > MAX_REPORTS) job.reports.shift()
          tell()
        },
      })
      job.run = id
      job.state = 'done'
      job.done = job.total
    } catch (error) {
      job.state = 'failed'
      job.error = {
        code: error instanceof GroundswellError ? error.code : null,
        message: error instanceof Error ? error.message : String(error),
      }
      options.log?.(`import ${job.id}: ${error instanceof Error ? (error.stack ?? error.message) : error}`)
    }
    job.finished = new Date().toISOString()
    if (input.temporary) for (const file of files) await rm(file.path, { force: true }).catch(() => undefined)
    tell(true)
  }

  const withKey = (key: string): Job | null => jobs.get(byKey.get(key) ?? '') ?? null

  return {
    withKey,
    start(input) {
      const known = input.key === null ? null : withKey(input.key)
      if (known) return known
      const open = [...jobs.values()].filter((job) => job.finished === null).length
      if (closed || open >= MAX_OPEN_JOBS) throw new ProblemError(429, 'GS-E711')
      const job: Job = {
        id: randomUUID(),
        kind: input.kind,
        state: 'waiting',
        inputs: [...input.names],
        done: 0,
        total: input.names.length,
        counts: {},
        records: 0,
        run: null,
        reports: [],
        error: null,
        started: new Date().toISOString(),
        finished: null,
      }
      jobs.set(job.id, job)
      if (input.key !== null) byKey.set(input.key, job.id)
      for (const [id, old] of jobs) {
        if (jobs.size <= MAX_KEPT_JOBS) break
        if (old.finished !== null) jobs.delete(id)
      }
      tail = tail.then(() => run(job, input))
      return job
    },
    get: (id) => jobs.get(id) ?? null,
    list: () => [...jobs.values()].reverse(),
    async close() {
      closed = true
      await tail
    },
  }
}
