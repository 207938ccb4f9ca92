import { useQuery } from '@tanstack/react-query'
import { getJson } from '../api/client.ts'
import type { History as HistoryList } from '../api/schema.ts'
import { formatDate, t, word } from '../catalogue/translate.ts'

/** All decisions on a record, latest first; undone ones stay readable. */
export function History({ id, count }: { readonly id: string; readonly count: number }) {
  const history = useQuery({
    queryKey: ['history', id],
    queryFn: ({ signal }) => getJson<HistoryList>(`/api/events/${encodeURIComponent(id)}/history`, {}, signal),
    enabled: count > 0,
  })
  if (!history.data || history.data.items.length === 0) return null
  const undone = new Set(history.data.items.map(({ undoes }) => undoes))
  return (
    <section className="card">
      <h2>{t('history.title')}</h2>
      <ol className="plain history">
        {[...history.data.items].reverse().map((item) => (
          <li key={item.id} className={undone.has(item.id) ? 'undone' : undefined}>
            <strong>{word('action', item.action)}</strong>{' '}
            {item.field
              ? word('field', item.field.split('.')[0] as string)
              : item.action === 'undo'
                ? ''
                : t('event.whole')}
            {item.reason && <q>{item.reason}</q>}
            <span className="muted">
              {' '}
              {item.person}, {formatDate(item.at, 'stamp')}
            </span>
          </li>
        ))}
      </ol>
    </section>
  )
}
