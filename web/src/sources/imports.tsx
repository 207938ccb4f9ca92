import { useQuery, useQueryClient } from '@tanstack/react-query'
import { type DragEvent, useEffect, useRef, useState } from 'react'
import { ApiError, getJson, postJson, sendFile } from '../api/client.ts'
import type { Info, Job, JobList, UploadReceipt } from '../api/schema.ts'
import { useStream } from '../api/stream.ts'
import { formatDate, formatNumber, t, word } from '../catalogue/translate.ts'

/** A file on its way to the server. */
interface Sending {
  readonly name: string
  readonly share: number
  readonly problem: string | null
}

const MEGABYTE = 1024 * 1024

/** Drop zone, files on their way, and the imports of this server with a report per article. */
export function Imports({ info }: { readonly info: Info }) {
  const input = useRef<HTMLInputElement>(null)
  const queries = useQueryClient()
  const stream = useStream()
  const [over, setOver] = useState(false)
  const [sending, setSending] = useState<readonly Sending[]>([])
  const [problem, setProblem] = useState<string | null>(null)
  const jobs = useQuery({ queryKey: ['jobs'], queryFn: () => getJson<JobList>('/api/jobs') })
  const [active, setActive] = useState<string | null>(null)

  const start = async (body: object): Promise<void> => {
    const job = await postJson<Job>('/api/jobs', body)
    setActive(job.id)
    await queries.invalidateQueries({ queryKey: ['jobs'] })
  }
  const take = async (files: readonly File[]): Promise<void> => {
    if (files.length === 0) return
    setProblem(null)
    if (files.length > info.limits.files) {
      setProblem(t('import.tooMany', { n: files.length, limit: info.limits.files }))
      return
    }
    const state: Sending[] = files.map((file) => ({
      name: file.name,
      share: 0,
      problem:
        file.size > info.limits.fileBytes
          ? t('import.tooLarge', { limit: Math.round(info.limits.fileBytes / MEGABYTE) })
          : null,
    }))
    const set = (index: number, change: Partial<Sending>): void => {
      state[index] = { ...(state[index] as Sending), ...change }
      setSending([...state])
    }
    setSending([...state])
    const uploads: string[] = []
    for (const [i, file] of files.entries()) {
      if (state[i]?.problem) continue
      try {
        const url = `/api/uploads?name=${encodeURIComponent(file.name)}`
        const receipt = await sendFile<UploadReceipt>(url, file, (share) => set(i, { share }))
        uploads.push(receipt.id)
        set(i, { share: 1 })
      } catch (error) {
        set(i, { problem: messageOf(error) })
      }
    }
    try {
      if (uploads.length > 0) await start({ kind: 'upload', uploads, key: crypto.randomUUID() })
      setSending(state.filter((item) => item.problem !== null))
    } catch (error) {
      setProblem(messageOf(error))
    }
  }
  const drop = (event: DragEvent): void => {
    event.preventDefault()
    setOver(false)
    void take([...event.dataTransfer.files])
  }
  // Told jobs are newer than listed ones.
  const known = (jobs.data?.items ?? []).map((job) => newer(job, stream.jobs.get(job.id)))

  return (
    <section aria-label={t('import.title')}>
      {info.canAdd ? (
        // biome-ignore lint/a11y/noStaticElementInteractions: the button inside does the same
        <div
          className={over ? 'drop over' : 'drop'}
          onDragOver={(event) => {
            event.preventDefault()
            setOver(true)
          }}
          onDragLeave={() => setOver(false)}
          onDrop={drop}
        >
          <p>
            <strong>{t('import.drop')}</strong>
          </p>
          <p className="muted">{t('import.formats', { limit: Math.round(info.limits.fileBytes / MEGABYTE) })}</p>
          <div className="row-of-buttons centred">
            <button type="button" className="button primary" onClick={() => input.current?.click()}>
              {t('import.choose')}
            </button>
            {info.hasExamples && (
              <button
                type="button"
                className="button"
                onClick={() =>
                  void start({ kind: 'examples', key: crypto.randomUUID() }).catch((error) =>
                    setProblem(messageOf(error)),
                  )
                }
              >
                {t('empty.examples')}
              </button>
            )}
          </div>
          <input
            ref={input}
            type="file"
            multiple
            className="visually-hidden"
            tabIndex={-1}
            aria-label={t('import.choose')}
            accept=".txt,.html,.htm,.xml,.rss,.atom,.json,.jsonl,.pdf,.docx,.warc,.gz"
            onChange={(event) => {
              void take([...(event.target.files ?? [])])
              event.target.value = ''
            }}
          />
        </div>
      ) : (
        <p className="notice">{t('empty.readOnly')}</p>
      )}
      {problem && (
        <p className="notice notice-warning" role="alert">
          {problem}
        </p>
      )}
      {sending.length > 0 && (
        <ul className="plain sending" aria-live="polite">
          {sending.map((item, i) => (
            // Files may have the same name.
            <li key={i}>
              <bdi>{item.name}</bdi>{' '}
              {item.problem ? (
                <span className="bad">{item.problem}</span>
              ) : (
                <progress value={item.share} max={1} aria-label={item.name} />
              )}
            </li>
          ))}
        </ul>
      )}
      {known.map((job) => (
        <JobCard key={job.id} job={job} startsOpen={job.id === active} />
      ))}
    </section>
  )
}

function newer(listed: Job, told: Job | undefined): Job {
  if (!told) return listed
  // The stream carries only the latest reports; the list has them all.
  return told.reports.length >= listed.reports.length ? told : { ...told, reports: listed.reports }
}

function messageOf(error: unknown): string {
  if (error instanceof ApiError && error.problem) return `${error.message}. ${error.problem.next}`
  return error instanceof ApiError && error.status === 0 ? t('state.offline') : String(error)
}

/** One import: how far it is, what it gave, and what became of each article. */
function JobCard({ job, startsOpen }: { readonly job: Job; readonly startsOpen: boolean }) {
  const queries = useQueryClient()
  const ended = job.finished !== null
  useEffect(() => {
    if (!ended) return
    void queries.invalidateQueries({ queryKey: ['jobs'] })
    void queries.invalidateQueries({ queryKey: ['info'] })
    void queries.invalidateQueries({ queryKey: ['ledger'] })
    void queries.invalidateQueries({ queryKey: ['coverage'] })
  }, [ended, queries])
  return (
    <details className="job" open={startsOpen} data-state={job.state}>
      <summary>
        <span className={`status job-${job.state}`}>{word('job', job.state)}</span>{' '}
        <bdi>{job.inputs.length > 3 ? t('job.files', { n: job.inputs.length }) : job.inputs.join(', ')}</bdi>
        <span className="muted">
          {' '}
          {t('job.records', { n: job.records })} · {formatDate(job.started, 'stamp')}
        </span>
        {!ended && <progress value={job.done} max={Math.max(1, job.total)} aria-label={t('job.progress')} />}
      </summary>
      {job.error && <p className="bad">{job.error.message}</p>}
      <p>
        {Object.entries(job.counts).map(([status, count]) => (
          <span key={status} className="job-count">
            {formatNumber(count)} {word('ledger', status)}
          </span>
        ))}
      </p>
      <div className="scroll-x" role="region" aria-label={t('job.reports')} tabIndex={0}>
        <table className="grid">
          <thead>
            <tr>
              <th scope="col">{t('ledger.input')}</th>
              <th scope="col">{t('ledger.status')}</th>
              <th scope="col" className="number">
                {t('ledger.records')}
              </th>
              <th scope="col">{t('ledger.reason')}</th>
            </tr>
          </thead>
          <tbody>
            {job.reports.map((report, i) => (
              // Reports are only added.
              <tr key={i}>
                <td>
                  <bdi>{report.input}</bdi> {report.place && <span className="muted">{report.place}</span>}
                </td>
                <td>
                  <span className={`ledger-${report.status}`}>{word('ledger', report.status)}</span>
                </td>
                <td className="number">{formatNumber(report.records)}</td>
                <td>
                  <bdi>{report.reason ?? ''}</bdi>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  )
}
