import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { getJson } from '../api/client.ts'
import type { LedgerList } from '../api/schema.ts'
import { formatDate, formatNumber, t, word } from '../catalogue/translate.ts'
import { Failure, Loading } from '../ui/states.tsx'
import { ListBar } from './list-bar.tsx'

const STATUSES = ['failed', 'skipped', 'added', 'known', 'recoded'] as const
const PAGE_ROWS = 100

/** What became of every input: added, known, failed and skipped, each with its reason. */
export function LedgerTable({ run, status }: { readonly run: string | null; readonly status: string | null }) {
  const navigate = useNavigate()
  const parameters = { run, status }
  const list = useInfiniteQuery({
    queryKey: ['ledger', parameters],
    initialPageParam: null as string | null,
    queryFn: ({ pageParam, signal }) =>
      getJson<LedgerList>('/api/ledger', { ...parameters, limit: PAGE_ROWS, cursor: pageParam }, signal),
    getNextPageParam: (page) => page.next,
    placeholderData: keepPreviousData,
  })
  if (list.error && !list.data) return <Failure error={list.error} onRetry={() => void list.refetch()} />
  if (!list.data) return <Loading />
  const items = list.data.pages.flatMap((page) => page.items)
  const { total, all } = list.data.pages[0] as LedgerList
  return (
    <div>
      <ListBar
        total={total}
        all={all}
        why={[run ? t('ledger.otherImports') : null, status ? t('ledger.otherOutcomes') : null]
          .filter(Boolean)
          .join('; ')}
        path="/api/ledger"
        file="ledger.csv"
        parameters={parameters}
      >
        <div className="pane-switch" role="group" aria-label={t('ledger.status')}>
          {[null, ...STATUSES].map((value) => (
            <button
              key={value ?? 'all'}
              type="button"
              aria-pressed={status === value}
              onClick={() =>
                void navigate({
                  to: '/sources',
                  search: { status: value ?? undefined, run: run ?? undefined },
                  replace: true,
                } as never)
              }
            >
              {value ? word('ledger', value) : t('ledger.all')}
            </button>
          ))}
        </div>
      </ListBar>
      {items.length === 0 ? (
        <p className="muted">{all === 0 ? t('ledger.empty') : t('ledger.none')}</p>
      ) : (
        <div className="scroll-x" role="region" aria-label={t('sources.ledger')} tabIndex={0}>
          <table className="grid grid-stacked">
            <thead>
              <tr>
                <th scope="col">{t('ledger.input')}</th>
                <th scope="col">{t('ledger.status')}</th>
                <th scope="col" className="number">
                  {t('ledger.records')}
                </th>
                <th scope="col">{t('ledger.reason')}</th>
                <th scope="col">{t('ledger.at')}</th>
              </tr>
            </thead>
            <tbody>
              {items.map((entry) => (
                <tr key={`${entry.run}-${entry.sequence}`}>
                  <td>
                    {entry.article ? (
                      <Link to="/articles/$id" params={{ id: entry.article }}>
                        <bdi>{entry.input}</bdi>
                      </Link>
                    ) : (
                      <bdi>{entry.input}</bdi>
                    )}{' '}
                    {entry.place && <span className="muted">{entry.place}</span>}
                  </td>
                  <td>
                    <span className={`ledger-${entry.status}`}>{word('ledger', entry.status)}</span>
                  </td>
                  <td className="number" data-label={t('ledger.records')}>
                    {formatNumber(entry.records)}
                  </td>
                  <td>
                    {entry.code && <span className="mono">{entry.code} </span>}
                    <bdi>{entry.reason ?? ''}</bdi>
                  </td>
                  <td className="muted stamp">{formatDate(entry.at, 'stamp')}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {list.hasNextPage && (
        <button type="button" className="button" disabled={list.isFetching} onClick={() => void list.fetchNextPage()}>
          {t('list.more')}
        </button>
      )}
    </div>
  )
}
