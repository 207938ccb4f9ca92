import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { ApiError, getJson } from '../api/client.ts'
import type { EventView, Field, Info } from '../api/schema.ts'
import { formatDate, t, word } from '../catalogue/translate.ts'
import { CopyButton } from '../explore/count-line.tsx'
import { Words } from '../fact/fact.tsx'
import { recordTitle, typeName } from '../fact/format.ts'
import { useKeys } from '../ui/hotkeys.ts'
import { Failure, Loading } from '../ui/states.tsx'
import { TypeMark } from '../ui/type-mark.tsx'
import { type DecisionDraft, useDecide, usePerson } from './decide.ts'
import { FieldRow } from './field-row.tsx'
import { History } from './history.tsx'
import { Provenance } from './provenance.tsx'

/** One event record: each field with value, basis and words; decisions; what it is linked with. */
export function EventPage() {
  const { id } = useParams({ strict: false }) as { id: string }
  const event = useQuery({
    queryKey: ['event', id],
    queryFn: ({ signal }) => getJson<EventView>(`/api/events/${encodeURIComponent(id)}`, {}, signal),
  })
  if (event.error && !event.data) return <Failure error={event.error} onRetry={() => void event.refetch()} />
  if (!event.data) return <Loading />
  return <EventBody view={event.data} onReload={() => void event.refetch()} />
}

function EventBody({ view, onReload }: { readonly view: EventView; readonly onReload: () => void }) {
  const decide = useDecide(view.id, view.revision)
  const navigate = useNavigate()
  const info = useQuery({ queryKey: ['info'], queryFn: () => getJson<Info>('/api/info') })
  const [editing, setEditing] = useState<string | null>(null)
  const [rejecting, setRejecting] = useState(false)
  const mayDecide = info.data?.canDecide ?? false
  const send = (draft: DecisionDraft): void => {
    decide.mutate(draft, {
      onSuccess: () => {
        setEditing(null)
        setRejecting(false)
      },
    })
  }
  const last = view.decisions.at(-1)
  useKeys({
    a: () => mayDecide && send({ action: 'accept' }),
    r: () => mayDecide && setRejecting(true),
    z: () => mayDecide && last && send({ action: 'undo', undoes: last.id }),
    o: () =>
      void navigate({
        to: '/articles/$id',
        params: { id: view.article.id },
        search: { event: view.id, at: `${view.record.trigger.start}-${view.record.trigger.end}` },
      } as never),
  })
  const stated = view.fields.filter((field) => field.values.length > 0)
  const silent = view.fields.filter((field) => field.values.length === 0)

  return (
    <article className="event">
      <header className="event-head">
        <p className="crumb">
          <TypeMark type={view.record.type} />
          <span className={`status status-${view.status}`}>{word('status', view.status)}</span>
          {!view.current && <span className="tag">{t('event.superseded')}</span>}
        </p>
        <h1>{recordTitle(view.record)}</h1>
        <Provenance article={view.article} />
        {mayDecide && (
          <div className="row-of-buttons">
            <button
              type="button"
              className="button"
              onClick={() => send({ action: 'accept' })}
              disabled={decide.isPending}
            >
              {t('event.accept')} <kbd>a</kbd>
            </button>
            <button type="button" className="button" onClick={() => setRejecting(true)} disabled={decide.isPending}>
              {t('event.reject')} <kbd>r</kbd>
            </button>
            {last && (
              <button
                type="button"
                className="button"
                onClick={() => send({ action: 'undo', undoes: last.id })}
                disabled={decide.isPending}
              >
                {t('event.undo')} <kbd>z</kbd>
              </button>
            )}
            <PersonName />
            <span className="grow" />
            <CopyButton label={t('count.copyLink')} text={() => location.href} />
            <a href={`/api/events/${view.id}`} target="_blank" rel="noreferrer">
              JSON
            </a>
          </div>
        )}
        {rejecting && (
          <ReasonForm onSave={(reason) => send({ action: 'reject', reason })} onCancel={() => setRejecting(false)} />
        )}
        {decide.error && <Conflict error={decide.error} onReload={onReload} onDismiss={() => decide.reset()} />}
      </header>
      <div className="event-body">
        <section aria-label={t('event.fields')}>
          <div className="fields">
            {stated.map((field) => (
              <FieldRow
                key={field.field}
                field={field}
                event={view.id}
                isEditing={editing === field.field}
                mayDecide={mayDecide}
                onEdit={(open) => setEditing(open ? field.field : null)}
                onDecide={send}
              />
            ))}
          </div>
          <NotStated
            fields={silent}
            view={view}
            editing={editing}
            mayDecide={mayDecide}
            onEdit={setEditing}
            onDecide={send}
          />
        </section>
        <aside className="event-side">
          <section className="card">
            <h2>{t('event.passage')}</h2>
            <p className="passage" dir="auto">
              <PassageWords view={view} />
            </p>
            <Link
              to="/articles/$id"
              params={{ id: view.article.id }}
              search={{ event: view.id, at: `${view.record.trigger.start}-${view.record.trigger.end}` } as never}
            >
              {t('event.openReader')} <kbd>o</kbd>
            </Link>
          </section>
          {view.linked.length > 0 && (
            <section className="card">
              <h2>{t('event.linked')}</h2>
              <ul className="plain">
                {view.linked.map((link) => (
                  <li key={`${link.kind}${link.direction}${link.id}`}>
                    <span className="muted">{word(`link-${link.direction}`, link.kind)}</span>{' '}
                    <Link to="/events/$id" params={{ id: link.id }}>
                      {link.type ? typeName(link.type) : link.id}
                      {link.trigger && <q>{link.trigger}</q>}
                    </Link>
                    {link.evidence && <Words evidence={link.evidence} event={view.id} />}
                  </li>
                ))}
              </ul>
            </section>
          )}
          <History id={view.id} count={view.revision} />
          <section className="card">
            <h2>{t('event.coder')}</h2>
            <dl className="pairs">
              <dt>{t('event.coder.name')}</dt>
              <dd>
                {view.record.coder.name} {view.record.coder.version}
              </dd>
              <dt>{t('event.coder.codebook')}</dt>
              <dd>{view.record.codebook}</dd>
              <dt>{t('event.coder.confidence')}</dt>
              <dd>{Math.round(view.record.confidence * 100)} %</dd>
              <dt>{t('event.coder.rules')}</dt>
              <dd>{view.record.basis.join(' → ') || t('value.none')}</dd>
              <dt>{t('event.coder.id')}</dt>
              <dd className="mono">{view.id}</dd>
            </dl>
          </section>
        </aside>
      </div>
    </article>
  )
}

/** The passage with the words that made the event. */
function PassageWords({ view }: { readonly view: EventView }) {
  const { text, start } = view.passage
  const { trigger } = view.record
  const [from, to] = [Math.max(0, trigger.start - start), Math.max(0, trigger.end - start)]
  return (
    <>
      {text.slice(0, from)}
      <mark>{text.slice(from, to)}</mark>
      {text.slice(to)}
    </>
  )
}

function NotStated(props: {
  fields: readonly Field[]
  view: EventView
  editing: string | null
  mayDecide: boolean
  onEdit: (field: string | null) => void
  onDecide: (draft: DecisionDraft) => void
}) {
  if (props.fields.length === 0) return null
  const open = props.fields.find(({ field }) => field === props.editing)
  return (
    <div className="not-stated">
      <p className="muted">
        {t('event.notStated')}{' '}
        {props.fields.map(({ field }) => (
          <span key={field}>
            {props.mayDecide ? (
              <button type="button" className="link-button" onClick={() => props.onEdit(field)}>
                {word('field', field)}
              </button>
            ) : (
              word('field', field)
            )}{' '}
          </span>
        ))}
      </p>
      {open && (
        <FieldRow
          field={open}
          event={props.view.id}
          isEditing
          mayDecide
          onEdit={(next) => props.onEdit(next ? open.field : null)}
          onDecide={props.onDecide}
        />
      )}
    </div>
  )
}

function PersonName() {
  const [person, setPerson] = usePerson()
  return (
    <label className="person">
      <span className="muted">{t('event.person')}</span>
      <input
        className="input small"
        defaultValue={person}
        maxLength={200}
        onBlur={(event) => setPerson(event.target.value)}
      />
    </label>
  )
}

/** Asks for a reason before something is rejected. */
export function ReasonForm({
  onSave,
  onCancel,
}: {
  readonly onSave: (reason: string) => void
  readonly onCancel: () => void
}) {
  const [reason, setReason] = useState('')
  return (
    <form
      className="correct"
      onSubmit={(event) => {
        event.preventDefault()
        if (reason.trim()) onSave(reason.trim())
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onCancel()
      }}
    >
      <label className="stacked">
        {t('event.whyReject')}
        <input
          className="input"
          // biome-ignore lint/a11y/noAutofocus: the form was asked for by a key or a press
          autoFocus
          value={reason}
          maxLength={2000}
          onChange={(event) => setReason(event.target.value)}
        />
      </label>
      <div className="row-of-buttons">
        <button type="submit" className="button primary small" disabled={reason.trim() === ''}>
          {t('event.reject')}
        </button>
        <button type="button" className="button small" onClick={onCancel}>
          {t('correct.cancel')}
        </button>
      </div>
    </form>
  )
}

/** A decision that was refused: mostly since somebody else was faster. */
function Conflict({
  error,
  onReload,
  onDismiss,
}: {
  readonly error: unknown
  readonly onReload: () => void
  readonly onDismiss: () => void
}) {
  const problem = error instanceof ApiError ? error.problem : null
  const newest = (problem as { newest?: unknown } | null)?.newest as
    | { person: string; action: string; field: string | null; at: string }
    | undefined
  return (
    <div className="notice notice-warning" role="alert">
      <p>
        <strong>{problem?.title ?? t('state.offline')}</strong>{' '}
        {newest &&
          t('event.newer', {
            person: newest.person,
            action: word('action', newest.action),
            field: newest.field ? word('field', newest.field.split('.')[0] as string) : t('event.whole'),
            at: formatDate(newest.at, 'stamp'),
          })}
      </p>
      <p>{problem?.next ?? t('state.offlineNext')}</p>
      <button
        type="button"
        className="button small"
        onClick={() => {
          onReload()
          onDismiss()
        }}
      >
        {t('event.loadNewer')}
      </button>
    </div>
  )
}
