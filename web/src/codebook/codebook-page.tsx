import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useMemo, useState } from 'react'
import { getJson } from '../api/client.ts'
import type { Aggregate, Codebook, RecordList, Triggers } from '../api/schema.ts'
import { formatNumber, t, word } from '../catalogue/translate.ts'
import { typeName } from '../fact/format.ts'
import { MarkText } from '../ui/mark-text.tsx'
import { Failure, Loading } from '../ui/states.tsx'
import { TypeMark } from '../ui/type-mark.tsx'
import { useCodebook } from './use-codebook.ts'

/** Examples shown of a type. */
const EXAMPLES = 5

/** Types, modes, forms and the other tables in force, with what this workspace has under each and the names others use. */
export function CodebookPage() {
  const codebook = useCodebook()
  const [open, setOpen] = useState<string | null>(null)
  const types = useCounts(['type'])
  const modes = useCounts(['type', 'mode'])
  const forms = useCounts(['form'])
  if (codebook.error) return <Failure error={codebook.error} onRetry={() => void codebook.refetch()} />
  if (!codebook.data) return <Loading />
  const book = codebook.data
  return (
    <div className="page codebook">
      <header>
        <h1>{t('codebook.title')}</h1>
        <p className="muted">{t('codebook.intro', { version: book.version })}</p>
      </header>
      <section>
        <h2>{t('codebook.types')}</h2>
        <div className="scroll-x" role="region" aria-label={t('codebook.types')} tabIndex={0}>
          <table className="grid grid-types">
            <thead>
              <tr>
                <th scope="col">{t('codebook.type')}</th>
                <th scope="col">{t('codebook.covers')}</th>
                <th scope="col" className="number">
                  {t('codebook.score')}
                </th>
                <th scope="col">CAMEO</th>
                <th scope="col" className="number">
                  {t('codebook.records')}
                </th>
                <th scope="col">{t('codebook.wordsExamples')}</th>
              </tr>
            </thead>
            <tbody>
              {book.types.map((entry) => (
                <TypeRows
                  key={entry.type}
                  entry={entry}
                  records={types.get(entry.type) ?? 0}
                  modes={modes}
                  isOpen={open === entry.type}
                  onToggle={() => setOpen(open === entry.type ? null : entry.type)}
                />
              ))}
            </tbody>
          </table>
        </div>
      </section>
      <section>
        <h2>{t('codebook.forms')}</h2>
        <div className="scroll-x" role="region" aria-label={t('codebook.forms')} tabIndex={0}>
          <table className="grid">
            <thead>
              <tr>
                <th scope="col">{t('codebook.form')}</th>
                <th scope="col">{t('codebook.covers')}</th>
                <th scope="col">{t('codebook.type')}</th>
                <th scope="col">CAMEO</th>
                <th scope="col">{t('codebook.acled')}</th>
                <th scope="col" className="number">
                  {t('codebook.records')}
                </th>
              </tr>
            </thead>
            <tbody>
              {book.forms.map(({ form, covers, type, modes: formModes, cameo, acled }) => (
                <tr key={form}>
                  <th scope="row">
                    <Link to="/events" search={{ form: [form], background: 'show' } as never}>
                      {word('form', form)}
                    </Link>
                  </th>
                  <td>{covers}</td>
                  <td>
                    {typeName(type)} {formModes.map((mode) => word('mode', mode)).join(', ')}
                  </td>
                  <td className="mono">{cameo}</td>
                  <td>{acled ?? <span className="muted">{t('codebook.noName')}</span>}</td>
                  <td className="number">{formatNumber(forms.get(form) ?? 0)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </section>
      <CodeLists book={book} />
    </div>
  )
}

/** Records here by one dimension or two; the name of a group is its codes with a blank between them. */
function useCounts(by: readonly ('type' | 'mode' | 'form')[]): ReadonlyMap<string, number> {
  const counts = useQuery({
    queryKey: ['aggregate', by],
    queryFn: ({ signal }) => getJson<Aggregate>('/api/aggregate', { by }, signal),
  })
  return useMemo(
    () => new Map((counts.data?.groups ?? []).map(({ key, records }) => [key.join(' '), records])),
    [counts.data],
  )
}

function TypeRows(props: {
  entry: Codebook['types'][number]
  records: number
  modes: ReadonlyMap<string, number>
  isOpen: boolean
  onToggle: () => void
}) {
  const { entry, records, modes, isOpen, onToggle } = props
  return (
    <>
      <tr className="type-row">
        <th scope="row">
          <TypeMark type={entry.type} />
          <span className="mono muted"> {entry.type}</span>
        </th>
        <td>
          {entry.covers}
          {entry.recipientRequired && <span className="tag">{t('codebook.recipient')}</span>}
          {entry.modes.length > 0 && (
            <ul className="modes" aria-label={t('codebook.modes')}>
              {entry.modes.map(({ mode, score, cameo }) => (
                <li key={mode}>
                  <b>{word('mode', mode)}</b> {signed(score)} <span className="mono">{cameo}</span>
                  {modes.has(`${entry.type} ${mode}`) && (
                    <>
                      {' · '}
                      <Link to="/events" search={{ type: [entry.type], mode: [mode], background: 'show' } as never}>
                        {formatNumber(modes.get(`${entry.type} ${mode}`) ?? 0)}
                      </Link>
                    </>
                  )}
                </li>
              ))}
            </ul>
          )}
        </td>
        <td className="number">{signed(entry.score)}</td>
        <td className="mono" data-label="CAMEO">
          {entry.cameo}
        </td>
        <td className="number" data-label={t('codebook.records')}>
          <Link to="/events" search={{ type: [entry.type], background: 'show' } as never}>
            {formatNumber(records)}
          </Link>
        </td>
        <td>
          <button
            type="button"
            className="link-button"
            aria-expanded={isOpen}
            aria-label={t(isOpen ? 'codebook.hideOf' : 'codebook.showOf', { type: typeName(entry.type) })}
            onClick={onToggle}
          >
            {isOpen ? t('codebook.hide') : t('codebook.show')}
          </button>
        </td>
      </tr>
      {isOpen && (
        <tr className="type-more">
          <td colSpan={6}>
            <h3>{t('codebook.triggers')}</h3>
            <TriggerWords type={entry.type} />
            {records > 0 && (
              <>
                <h3>{t('codebook.examples')}</h3>
                <Examples type={entry.type} />
              </>
            )}
          </td>
        </tr>
      )}
    </>
  )
}

/** The words that may report an event of a type, by mode and form. */
function TriggerWords({ type }: { readonly type: string }) {
  const list = useQuery({
    queryKey: ['triggers', type],
    queryFn: ({ signal }) => getJson<Triggers>('/api/codebook/triggers', { type }, signal),
    staleTime: Number.POSITIVE_INFINITY,
  })
  const groups = useMemo(() => {
    const byMode = new Map<string, { readonly title: string; readonly language: string; readonly words: string[] }>()
    for (const { language, modes, form, words } of list.data?.items ?? []) {
      const title = form
        ? word('form', form)
        : modes.map((mode) => word('mode', mode)).join(', ') || t('codebook.noMode')
      const name = `${language} ${title}`
      const group = byMode.get(name) ?? { title, language, words: [] }
      group.words.push(...words)
      byMode.set(name, group)
    }
    return [...byMode]
  }, [list.data])
  if (list.error) return <Failure error={list.error} onRetry={() => void list.refetch()} />
  if (!list.data) return <Loading />
  return (
    <dl className="triggers">
      {groups.map(([name, { title, language, words }]) => (
        <div key={name}>
          <dt>{title}</dt>
          <dd lang={language}>{[...new Set(words)].join(', ')}</dd>
        </div>
      ))}
    </dl>
  )
}

/** The surest records of a type in this workspace, in their own words. */
function Examples({ type }: { readonly type: string }) {
  const list = useQuery({
    queryKey: ['examples', type],
    queryFn: ({ signal }) => getJson<RecordList>('/api/events', { type, sort: 'confidence', limit: EXAMPLES }, signal),
  })
  if (list.error) return <Failure error={list.error} onRetry={() => void list.refetch()} />
  if (!list.data) return <Loading />
  return (
    <ul className="plain examples">
      {list.data.items.map(({ record, passage, article }) => (
        <li key={record.id}>
          <Link to="/events/$id" params={{ id: record.id }}>
            <MarkText
              text={passage.text}
              start={record.trigger.start - passage.start}
              end={record.trigger.end - passage.start}
            />
          </Link>{' '}
          <span className="muted">{article.publisher ?? t('value.unnamed')}</span>
        </li>
      ))}
    </ul>
  )
}

function CodeLists({ book }: { readonly book: Codebook }) {
  return (
    <>
      <section>
        <h2>{t('codebook.sectors')}</h2>
        <dl className="codes">
          {book.sectors.map(({ sector, means }) => (
            <div key={sector}>
              <dt className="mono">{sector}</dt>
              <dd>{means}</dd>
            </div>
          ))}
        </dl>
      </section>
      <section>
        <h2>{t('codebook.topics')}</h2>
        <ul className="tags">
          {book.topics.map((topic) => (
            <li key={topic}>
              <Link to="/events" search={{ issue: [topic], background: 'show' } as never}>
                {word('topic', topic)}
              </Link>
            </li>
          ))}
        </ul>
      </section>
      <section>
        <h2>{t('codebook.contexts')}</h2>
        <ul className="tags">
          {book.contexts.map((context) => (
            <li key={context}>{word('context', context)}</li>
          ))}
        </ul>
      </section>
    </>
  )
}

function signed(value: number): string {
  return value > 0 ? `+${formatNumber(value)}` : formatNumber(value).replace('-', '−')
}
