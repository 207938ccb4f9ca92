import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { getJson } from '../api/client.ts'
import type { Coverage } from '../api/schema.ts'
import { formatDate, t } from '../catalogue/translate.ts'
import { Failure } from '../ui/states.tsx'

/** Publishers shown as rows of their own; the rest is one row. */
const MAX_ROWS = 12
/** Months shown; earlier ones are told. */
const MAX_MONTHS = 60
/** Steps of the colour scale. */
const STEPS = 4

interface Row {
  readonly name: string
  readonly total: number
  readonly cells: ReadonlyMap<string, number>
}

/** Articles collected by month and publisher. A month without any is a gap, hatched, never a zero. */
export function CoverageCalendar() {
  const coverage = useQuery({
    queryKey: ['coverage'],
    queryFn: ({ signal }) => getJson<Coverage>('/api/coverage', { grain: 'month' }, signal),
  })
  const table = useMemo(() => (coverage.data ? tableOf(coverage.data) : null), [coverage.data])
  if (coverage.error) return <Failure error={coverage.error} onRetry={() => void coverage.refetch()} />
  if (!table || table.months.length === 0) return null
  const { months, rows, earlier, undated, most } = table
  return (
    <section className="coverage" aria-label={t('coverage.title')}>
      <h2>{t('coverage.title')}</h2>
      <p className="muted">{t('coverage.text')}</p>
      <div className="scroll-x" role="region" aria-label={t('coverage.title')} tabIndex={0}>
        <table className="calendar">
          <thead>
            <tr>
              <th scope="col">{t('articles.publisher')}</th>
              {months.map((month, i) => (
                <th key={month} scope="col">
                  {(i === 0 || month.slice(5, 7) === '01') && <span aria-hidden="true">{month.slice(0, 4)}</span>}
                  <span className="visually-hidden">{formatDate(month, 'month')}</span>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.name}>
                <th scope="row">
                  <bdi>{row.name}</bdi>
                </th>
                {months.map((month) => {
                  const count = row.cells.get(month) ?? 0
                  const step = count === 0 ? 0 : 1 + Math.floor((STEPS - 1) * (Math.log1p(count) / Math.log1p(most)))
                  const label = t('coverage.cell', { n: count, month: formatDate(month, 'month') })
                  return (
                    <td key={month} className={count === 0 ? 'gap' : `step-${Math.min(STEPS, step)}`} title={label}>
                      <span className="visually-hidden">{label}</span>
                    </td>
                  )
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {(earlier > 0 || undated > 0) && (
        <p className="muted">
          {earlier > 0 && t('coverage.earlier', { n: earlier })} {undated > 0 && t('coverage.undated', { n: undated })}
        </p>
      )}
    </section>
  )
}

function tableOf({ periods }: Coverage) {
  const dated = periods.filter(({ period }) => period !== null)
  const undated = periods.reduce((sum, { period, articles }) => sum + (period === null ? articles : 0), 0)
  const first = dated[0]?.period
  const last = dated.at(-1)?.period
  if (!first || !last) return { months: [], rows: [], earlier: 0, undated, most: 0 }
  const all = monthsBetween(first, last)
  const months = all.slice(-MAX_MONTHS)
  const start = months[0] as string
  const earlier = dated.reduce((sum, { period, articles }) => sum + ((period ?? '') < start ? articles : 0), 0)
  const groups = Map.groupBy(
    dated.filter(({ period }) => (period ?? '') >= start),
    ({ publisher }) => publisher ?? t('value.unnamed'),
  )
  const rows = [...groups]
    .map(([name, items]): Row => {
      const cells = new Map<string, number>()
      for (const { period, articles } of items)
        cells.set(period as string, (cells.get(period as string) ?? 0) + articles)
      return { name, cells, total: items.reduce((sum, { articles }) => sum + articles, 0) }
    })
    .sort((a, b) => b.total - a.total)
  const shown = rows.slice(0, MAX_ROWS)
  const rest = rows.slice(MAX_ROWS)
  if (rest.length > 0) {
    const cells = new Map<string, number>()
    for (const row of rest) for (const [month, count] of row.cells) cells.set(month, (cells.get(month) ?? 0) + count)
    shown.push({
      name: t('coverage.others', { n: rest.length }),
      cells,
      total: rest.reduce((sum, row) => sum + row.total, 0),
    })
  }
  const most = Math.max(1, ...shown.flatMap((row) => [...row.cells.values()]))
  return { months, rows: shown, earlier, undated, most }
}

function monthsBetween(first: string, last: string): string[] {
  const out: string[] = []
  let [year, month] = first.split('-').map(Number) as [number, number]
  for (let text = first.slice(0, 7); text <= last.slice(0, 7); ) {
    out.push(`${text}-01`)
    month++
    if (month > 12) {
      month = 1
      year++
    }
    text = `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}`
  }
  return out
}
