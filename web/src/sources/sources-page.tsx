import { useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { getJson } from '../api/client.ts'
import type { Info } from '../api/schema.ts'
import { formatDate, formatNumber, t } from '../catalogue/translate.ts'
import { Failure, Loading } from '../ui/states.tsx'
import { ArticleTable } from './article-table.tsx'
import { CoverageCalendar } from './coverage-calendar.tsx'
import { Imports } from './imports.tsx'
import { LedgerTable } from './ledger-table.tsx'

export type SourcesView = 'ledger' | 'articles'

/** Where reports come in, what became of each, and what was collected when. */
export function SourcesPage() {
  const search = useSearch({ strict: false }) as { view?: string; run?: string; status?: string }
  const navigate = useNavigate()
  const info = useQuery({ queryKey: ['info'], queryFn: () => getJson<Info>('/api/info') })
  if (info.error && !info.data) return <Failure error={info.error} onRetry={() => void info.refetch()} />
  if (!info.data) return <Loading />
  const { store } = info.data
  const view: SourcesView = search.view === 'articles' ? 'articles' : 'ledger'
  const show = (next: SourcesView): void =>
    void navigate({ to: '/sources', search: next === 'ledger' ? {} : { view: next }, replace: true } as never)
  return (
    <div className="page sources">
      <h1>{t('nav.sources')}</h1>
      <dl className="figures">
        <Figure label={t('figure.articles')} value={formatNumber(store.articles)} />
        <Figure label={t('figure.records')} value={formatNumber(store.records)} />
        <Figure label={t('figure.publishers')} value={formatNumber(store.publishers)} />
        <Figure label={t('figure.failed')} value={formatNumber(store.failed)} />
        <Figure label={t('figure.skipped')} value={formatNumber(store.skipped)} />
        {store.published.from && store.published.to && (
          <Figure
            label={t('figure.published')}
            value={t('value.span', { from: formatDate(store.published.from), to: formatDate(store.published.to) })}
          />
        )}
      </dl>
      <Imports info={info.data} />
      <CoverageCalendar />
      <section>
        <div className="tabs" role="tablist" aria-label={t('sources.lists')}>
          {(['ledger', 'articles'] as const).map((name) => (
            <button
              key={name}
              type="button"
              role="tab"
              id={`tab-${name}`}
              aria-selected={view === name}
              aria-controls={`panel-${name}`}
              onClick={() => show(name)}
            >
              {t(`sources.${name}`)}
            </button>
          ))}
        </div>
        <div role="tabpanel" id={`panel-${view}`} aria-labelledby={`tab-${view}`}>
          {view === 'ledger' ? (
            <LedgerTable run={search.run ?? null} status={search.status ?? null} />
          ) : (
            <ArticleTable />
          )}
        </div>
      </section>
    </div>
  )
}

function Figure({ label, value }: { readonly label: string; readonly value: string }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>{value}</dd>
    </div>
  )
}
