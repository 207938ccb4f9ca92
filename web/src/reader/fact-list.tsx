import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useEffect, useRef, useState } from 'react'
import { getJson } from '../api/client.ts'
import type { ArticleView, Info } from '../api/schema.ts'
import { t, word } from '../catalogue/translate.ts'
import { CorrectForm } from '../event/correct-form.tsx'
import { type DecisionDraft, useDecide } from '../event/decide.ts'
import { ReasonForm } from '../event/event-page.tsx'
import { basisText, fieldName, recordTitle, valueText } from '../fact/format.ts'
import { useKeys } from '../ui/hotkeys.ts'
import { Failure } from '../ui/states.tsx'
import { TypeMark } from '../ui/type-mark.tsx'
import type { ReaderFact } from './facts.ts'

export interface FactListProps {
  readonly article: ArticleView
  readonly facts: readonly ReaderFact[]
  readonly all: number
  readonly event: string | null
  readonly current: ReaderFact | null
  readonly onChoose: (fact: ReaderFact) => void
  readonly onEvent: (id: string | null) => void
}

/**
 * The facts in the order of the text. Highlights mean nothing to a screen reader, so this list is the same knowledge as
 * buttons: each says field, value and words, and brings the words into sight.
 */
export function FactList({ article, facts, all, event, current, onChoose, onEvent }: FactListProps) {
  const list = useRef<HTMLOListElement>(null)
  useEffect(() => {
    if (current) list.current?.querySelector('[aria-current="true"]')?.scrollIntoView({ block: 'nearest' })
  }, [current])
  return (
    <aside className="reader-side" aria-label={t('reader.facts')}>
      <header>
        <h2>{t('reader.factsOf', { n: facts.length, all })}</h2>
        <label className="stacked">
          <span className="visually-hidden">{t('reader.event')}</span>
          <select className="input" value={event ?? ''} onChange={(change) => onEvent(change.target.value || null)}>
            <option value="">{t('reader.allEvents', { n: article.events.length })}</option>
            {article.events.map(({ id, record }) => (
              <option key={id} value={id}>
                {recordTitle(record)}
              </option>
            ))}
          </select>
        </label>
        {event && (
          <Link to="/events/$id" params={{ id: event }}>
            {t('reader.openEvent')}
          </Link>
        )}
        <p className="legend" aria-hidden="true">
          <span className="hl-event">{t('channel.event')}</span> <span className="hl-who">{t('channel.who')}</span>{' '}
          <span className="hl-detail">{t('channel.detail')}</span>{' '}
          <span className="hl-inferred">{t('channel.inferred')}</span>{' '}
          <span className="hl-citation">{t('channel.citation')}</span>
        </p>
      </header>
      {facts.length === 0 && <p className="muted">{t('reader.noFacts')}</p>}
      <ol className="facts" ref={list}>
        {facts.map((fact) => (
          <li key={fact.id} className={fact === current ? 'on' : undefined}>
            <button
              type="button"
              aria-current={fact === current}
              aria-describedby={`words-${fact.id}`}
              onClick={() => onChoose(fact)}
            >
              <span className="facts-field">
                {fact.field.kind === 'type' ? (
                  <TypeMark type={fact.type} label={fieldName(fact.field.field)} />
                ) : (
                  fieldName(fact.field.field)
                )}
              </span>
              <span className="facts-value">{valueText(fact.field.kind, fact.value.value)}</span>
              <span className="facts-words" id={`words-${fact.id}`}>
                <q>{fact.evidence.quote}</q>
              </span>
              {fact.field.status !== 'machine' && (
                <span className={`status status-${fact.field.status}`}>{word('status', fact.field.status)}</span>
              )}
            </button>
            {fact === current && <CurrentFact fact={fact} />}
          </li>
        ))}
      </ol>
    </aside>
  )
}

/** What can be done about the fact that is chosen. */
function CurrentFact({ fact }: { readonly fact: ReaderFact }) {
  const info = useQuery({ queryKey: ['info'], queryFn: () => getJson<Info>('/api/info') })
  const decide = useDecide(fact.event, fact.revision)
  const [form, setForm] = useState<'correct' | 'reject' | null>(null)
  const mayDecide = info.data?.canDecide ?? false
  const send = (draft: DecisionDraft): void => decide.mutate(draft, { onSuccess: () => setForm(null) })
  const last = fact.field.decisions.at(-1)
  // The type of a record stands or falls with the record.
  const field = fact.field.kind === 'type' || fact.field.path === null ? {} : { field: fact.field.path }
  useKeys({
    a: () => mayDecide && send({ action: 'accept', ...field }),
    r: () => mayDecide && setForm('reject'),
    c: (event) => {
      event.preventDefault()
      if (mayDecide) setForm('correct')
    },
    z: () => mayDecide && last && send({ action: 'undo', undoes: last.id }),
  })
  return (
    <div className="facts-more">
      <p className="muted">
        {basisText(fact.value)} ·{' '}
        <Link to="/events/$id" params={{ id: fact.event }}>
          {t('reader.openEvent')}
        </Link>
      </p>
      {mayDecide && !form && (
        <div className="row-of-buttons">
          <button type="button" className="button small" onClick={() => send({ action: 'accept', ...field })}>
            {t('event.accept')} <kbd>a</kbd>
          </button>
          <button type="button" className="button small" onClick={() => setForm('reject')}>
            {t('event.reject')} <kbd>r</kbd>
          </button>
          <button type="button" className="button small" onClick={() => setForm('correct')}>
            {t('event.correct')} <kbd>c</kbd>
          </button>
          {last && (
            <button type="button" className="button small" onClick={() => send({ action: 'undo', undoes: last.id })}>
              {t('event.undo')} <kbd>z</kbd>
            </button>
          )}
        </div>
      )}
      {form === 'correct' && <CorrectForm field={fact.field} onDecide={send} onCancel={() => setForm(null)} />}
      {form === 'reject' && (
        <ReasonForm onSave={(reason) => send({ action: 'reject', ...field, reason })} onCancel={() => setForm(null)} />
      )}
      {decide.error && <Failure error={decide.error} />}
    </div>
  )
}
