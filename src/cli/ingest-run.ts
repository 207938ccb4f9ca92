import { availableParallelism, totalmem } from 'node:os'
import type { IngestProgress, IngestReport, NamedFile } from '../jobs/ingest.ts'
import type { Run, Store } from '../store/store.ts'
import type { Workspace } from '../store/workspace.ts'
import type { Context } from './context.ts'
import { cutToWidth, plainLine, tableLines } from './terminal.ts'

/** Workers that are started where no number is asked for: beyond this the one writer is the limit on most machines. */
const MAX_DEFAULT_WORKERS = 8
/** Memory that a worker needs with its models and gazetteer loaded (about 300 MB measured), and room beside it. */
const WORKER_BYTES = 600 * 1024 * 1024
/** How often the progress bar is drawn. */
const DRAW_MS = 100
/** Failed and skipped inputs that the report prints; the ledger has them all. */
const PRINTED_PROBLEMS = 50

/** Workers where none are asked for: as many as processors and memory allow. */
export function defaultWorkers(): number {
  const fitting = Math.floor(totalmem() / WORKER_BYTES)
  return Math.max(1, Math.min(availableParallelism(), fitting, MAX_DEFAULT_WORKERS))
}

export interface IngestRunOptions {
  readonly jobs?: number
  readonly progress?: boolean
  readonly onReport?: (report: IngestReport) => void
}

export interface IngestRunResult {
  readonly run: Run
  readonly seconds: number
  readonly stopped: boolean
  /** Reports of what failed, was skipped or was read without giving records for a stated reason, the first of them. */
  readonly problems: readonly IngestReport[]
  /** Articles that were read and kept, but not coded for a stated reason. */
  readonly notCoded: number
}

/** Takes inputs into a workspace, with a progress bar on a terminal. Ctrl-C ends it after what is under way. */
export async function ingestInputs(
  context: Context,
  store: Store,
  workspace: Workspace,
  inputs: readonly (string | NamedFile)[],
  options: IngestRunOptions,
): Promise<IngestRunResult> {
  const [{ ingest }, { workerPool }, { coderIdentity }] = await Promise.all([
    import('../jobs/ingest.ts'),
    import('../jobs/coding-pool.ts'),
    import('../jobs/resources.ts'),
  ])
  const pool = workerPool({ workers: options.jobs ?? defaultWorkers() })
  const bar = progressBar(context, options.progress ?? false)
  const problems: IngestReport[] = []
  let notCoded = 0
  const stop = new AbortController()
  const onSignal = (): void => stop.abort()
  process.once('SIGINT', onSignal)
  process.once('SIGTERM', onSignal)
  try {
    const result = await ingest(inputs, {
      workspace,
      store,
      coder: await coderIdentity(),
      pool,
      today: new Date().toISOString().slice(0, 10),
      signal: stop.signal,
      onProgress: bar.draw,
      onReport: (report) => {
        const uncoded = isNotCoded(report)
        if (uncoded) notCoded++
        if (uncoded || report.status === 'failed' || report.status === 'skipped')
          if (problems.length < PRINTED_PROBLEMS) problems.push(report)
        options.onReport?.(report)
      },
    })
    return { ...result, problems, notCoded }
  } finally {
    process.removeListener('SIGINT', onSignal)
    process.removeListener('SIGTERM', onSignal)
    bar.end()
    await pool.close()
  }
}

/** Whether an article was kept without records for a stated reason. */
const isNotCoded = (report: IngestReport): boolean =>
  (report.status === 'added' || report.status === 'recoded') && report.reason !== null

/** Prints what a run did: counts, seconds, and each failed, skipped or uncoded input with its reason. */
export async function printIngest(
  context: Context,
  result: IngestRunResult,
  options: { readonly quiet: boolean },
): Promise<void> {
  const { terminal } = context
  const { counts, records } = result.run
  const known = counts.known ? `, ${counts.known} known already` : ''
  const recoded = counts.recoded ? `, ${counts.recoded} coded anew` : ''
  const notCoded = result.notCoded ? `, ${result.notCoded} read but not coded` : ''
  const seconds = result.seconds.toFixed(1)
  const lines = [
    `${counts.added} ${counts.added === 1 ? 'article' : 'articles'} added with ${records} event ${records === 1 ? 'record' : 'records'}${recoded}${known}, ${counts.failed} failed, ${counts.skipped} skipped${notCoded}, in ${seconds} s`,
  ]
  const problems = result.problems.filter((report) => !options.quiet || report.status === 'failed')
  if (problems.length)
    lines.push(
      ...tableLines(
        problems,
        [
          { title: 'status', value: (report) => (isNotCoded(report) ? 'not coded' : report.status) },
          { title: 'input', value: (report) => report.input + (report.place ? `, ${report.place}` : '') },
          { title: 'reason', value: (report) => report.reason ?? '' },
        ],
        terminal,
      ),
    )
  const more = counts.failed + counts.skipped + result.notCoded - result.problems.length
  if (more > 0) lines.push(`… and ${more} more: groundswell ledger --run ${result.run.id}`)
  if (result.stopped) lines.push('Stopped. What is reported is kept; run the same command again for the rest.')
  await terminal.write(`${lines.join('\n')}\n`)
}

interface Bar {
  draw(progress: IngestProgress): void
  end(): void
}

/** One line on standard error that redraws itself; nothing where that is no terminal. */
function progressBar(context: Context, wanted: boolean): Bar {
  if (!wanted || !context.terminal.progress) return { draw: () => {}, end: () => {} }
  const started = performance.now()
  let drawn = 0
  return {
    draw(progress) {
      const now = performance.now()
      if (now - drawn < DRAW_MS && progress.done < progress.total) return
      drawn = now
      const share = progress.bytesTotal ? progress.bytesDone / progress.bytesTotal : 0
      const filled = Math.round(share * 20)
      const rate = progress.articles / Math.max(0.1, (now - started) / 1000)
      const line = `${'█'.repeat(filled)}${'░'.repeat(20 - filled)} ${progress.done}/${progress.total} files, ${progress.articles} articles, ${progress.records} records, ${rate.toFixed(0)}/s`
      process.stderr.write(`\r\u001b[K${cutToWidth(plainLine(line), (process.stderr.columns ?? 80) - 1)}`)
    },
    end() {
      process.stderr.write('\r\u001b[K')
    },
  }
}
