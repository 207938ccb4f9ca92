import { useQueryClient } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useCallback, useMemo, useState } from 'react'
import { useScheme } from '../app/scheme.ts'
import { useIsNarrow } from '../app/use-narrow.ts'
import { t } from '../catalogue/translate.ts'
import { histogramOf } from '../data/histogram.ts'
import type { RowOrder } from '../data/match.ts'
import { MapPane } from '../map/map-pane.tsx'
import type { Box, Viewport } from '../map/map-view.ts'
import { useKeys } from '../ui/hotkeys.ts'
import { Empty, Failure, Loading } from '../ui/states.tsx'
import { CountLine } from './count-line.tsx'
import { EmptyWorkspace } from './empty-workspace.tsx'
import { boxOf, type ExploreSearch, readExploreSearch, serverParameters } from './explore-search.ts'
import { FilterBar } from './filter-bar.tsx'
import { RecordTable } from './record-table.tsx'
import { stepWindow, Timeline, type Window } from './timeline.tsx'
import { useMatch, useSnapshot } from './use-explore.ts'

/** Map, timeline and table of the same records under one filter. The address is the state. */
export function ExplorePage() {
  const raw = useSearch({ strict: false }) as Record<string, unknown>
  const { search, ignored } = useMemo(() => readExploreSearch(raw), [raw])
  const navigate = useNavigate()
  const queries = useQueryClient()
  const scheme = useScheme()
  const isNarrow = useIsNarrow()
  const [brush, setBrush] = useState<Window | null>(null)
  const snapshot = useSnapshot(search)
  const found = useMatch(snapshot.data, search, brush)

  const change = useCallback(
    (next: Partial<Record<keyof ExploreSearch, unknown>>, replace = false) =>
      void navigate({
        to: '/events',
        search: (old: Record<string, unknown>) => ({ ...readExploreSearch(old).search, ...next }),
        replace,
      } as never),
    [navigate],
  )
  const reset = useCallback(() => {
    setBrush(null)
    void navigate({
      to: '/events',
      search: (old: Record<string, unknown>) => {
        const { map, pane, sort } = readExploreSearch(old).search
        return { map, pane, sort }
      },
    } as never)
  }, [navigate])
  const step = (direction: -1 | 1, resize: boolean): void => {
    if (!snapshot.data || !found) return
    const next = stepWindow(
      histogramOf(snapshot.data, found.match.undatedWindow),
      { from: search.from ?? null, to: search.to ?? null },
      direction,
      resize,
    )
    if (next) change(next)
  }
  useKeys({
    '[': () => step(-1, false),
    ']': () => step(1, false),
    '{': () => step(-1, true),
    '}': () => step(1, true),
    m: () => (isNarrow ? change({ pane: 'map' }, true) : focusOn('.map-pane canvas, .map-pane button')),
    l: () => (isNarrow ? change({ pane: undefined }, true) : focusOn('.table-body a')),
    t: () => focusOn('.filter-button'),
  })
  const viewport = useMemo(() => viewportOf(search.map), [search.map])
  const setViewport = useCallback(
    (next: Viewport) => change({ map: `${next.zoom.toFixed(2)}/${next.lat.toFixed(3)}/${next.lon.toFixed(3)}` }, true),
    [change],
  )
  const setBox = useCallback(
    (box: Box | null) => change({ box: box ? box.map((v) => round(v)).join(',') : undefined }),
    [change],
  )
  const refetch = useCallback(() => void queries.invalidateQueries({ queryKey: ['columns'] }), [queries])
  const box = useMemo(() => boxOf(search), [search])

  if (snapshot.error && !snapshot.data)
    return <Failure error={snapshot.error} onRetry={() => void snapshot.refetch()} />
  if (!snapshot.data || !found) return <Loading />
  if (snapshot.data.all === 0) return <EmptyWorkspace />
  const { match, ordered } = found
  const window = { from: brush?.from ?? search.from ?? null, to: brush?.to ?? search.to ?? null }
  return (
    <div className="explore" data-pane={search.pane ?? 'list'}>
      <h1 className="visually-hidden">{t('nav.explore')}</h1>
      {ignored.length > 0 && (
        <p className="notice" role="status">
          {t('explore.ignored', { names: ignored.join(', ') })}
        </p>
      )}
      <FilterBar snapshot={snapshot.data} search={search} onChange={change} onReset={reset} />
      <CountLine
        snapshot={snapshot.data}
        match={match}
        search={search}
        onShow={(reason) =>
          change(
            reason === 'background'
              ? { background: 'show' }
              : { status: ['machine', 'accepted', 'changed', 'rejected'] },
          )
        }
      />
      <Timeline
        snapshot={snapshot.data}
        base={match.undatedWindow}
        rows={match.rows}
        window={window}
        scheme={scheme}
        onBrush={setBrush}
        onChange={(next) => change({ from: next?.from, to: next?.to })}
      />
      {isNarrow && (
        <div className="pane-switch" role="group" aria-label={t('explore.panes')}>
          <button type="button" aria-pressed={search.pane !== 'map'} onClick={() => change({ pane: undefined }, true)}>
            {t('explore.list')}
          </button>
          <button type="button" aria-pressed={search.pane === 'map'} onClick={() => change({ pane: 'map' }, true)}>
            {t('explore.map')}
          </button>
        </div>
      )}
      <div className="explore-panes">
        {(!isNarrow || search.pane !== 'map') &&
          (match.rows.length === 0 ? (
            <Empty title={t('explore.none')}>
              <p className="muted">{t('explore.noneNext')}</p>
              <button type="button" className="button" onClick={reset}>
                {t('filter.reset')}
              </button>
            </Empty>
          ) : (
            <RecordTable
              snapshot={snapshot.data}
              rows={ordered}
              parameters={serverParameters(search)}
              order={search.sort ?? 'newest'}
              isNarrow={isNarrow}
              onOrder={(order: RowOrder) => change({ sort: order === 'newest' ? undefined : order })}
              onStale={refetch}
            />
          ))}
        {(!isNarrow || search.pane === 'map') && (
          <MapPane
            snapshot={snapshot.data}
            rows={match.rows}
            viewport={viewport}
            box={box}
            scheme={scheme}
            onViewport={setViewport}
            onBox={setBox}
          />
        )}
      </div>
    </div>
  )
}

function round(value: number): number {
  return Math.round(value * 1000) / 1000
}

function focusOn(selector: string): void {
  document.querySelector<HTMLElement>(selector)?.focus()
}

function viewportOf(text: string | undefined): Viewport | null {
  if (!text) return null
  const [zoom, lat, lon] = text.split('/').map(Number) as [number, number, number]
  return { zoom: Math.min(12, zoom), lat: Math.max(-84, Math.min(84, lat)), lon: Math.max(-180, Math.min(180, lon)) }
}
