import { lazy, Suspense, useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { formatNumber, language, t } from '../catalogue/translate.ts'
import { type Cluster, clusterRows } from '../data/clusters.ts'
import { countryName } from '../data/country-codes.ts'
import { type Snapshot, UNKNOWN_16 } from '../data/snapshot.ts'
import { Loading } from '../ui/states.tsx'
import { type Box, fitBox, hasWebGl, type Viewport } from './map-view.ts'

const GlMapView = lazy(() => import('./gl-map.tsx'))
const CanvasMapView = lazy(() => import('./canvas-map.tsx'))

/** Clusters that the list beside the map names. */
const LISTED_CLUSTERS = 40
/** Degrees around the records of a picked cluster, so that rounding loses none. */
const BOX_MARGIN = 0.01

export interface MapPaneProps {
  readonly snapshot: Snapshot
  readonly rows: Uint32Array
  readonly viewport: Viewport | null
  readonly box: Box | null
  readonly scheme: 'light' | 'dark'
  readonly onViewport: (viewport: Viewport) => void
  readonly onBox: (box: Box | null) => void
}

/** The map with its clusters, and the same clusters as a list for those who do not see or use a map. */
export function MapPane({ snapshot, rows, viewport, box, scheme, onViewport, onBox }: MapPaneProps) {
  const holder = useRef<HTMLElement>(null)
  const [fallback, setFallback] = useState<Viewport | null>(null)
  const bounds = useRef<Box | null>(null)
  const webGl = useMemo(hasWebGl, [])

  // Without a viewport in the address the first records decide where the map looks.
  useEffect(() => {
    const element = holder.current
    if (!element || fallback) return
    const { clientWidth, clientHeight } = element
    setFallback(fitBox(extentOf(snapshot, rows) ?? [-150, -50, 170, 70], clientWidth || 500, clientHeight || 400, 5))
  }, [snapshot, rows, fallback])

  const view = viewport ?? fallback
  const clusters = useMemo(
    () => (view ? clusterRows(snapshot, rows, Math.round(view.zoom * 4) / 4) : []),
    [snapshot, rows, view],
  )
  const move = useCallback(
    (next: Viewport, nextBounds: Box) => {
      bounds.current = nextBounds
      onViewport(next)
    },
    [onViewport],
  )
  const pick = useCallback((cluster: Cluster) => onBox(marginOf(cluster.box)), [onBox])
  const unplaced = useMemo(() => rows.length - clusters.reduce((sum, { count }) => sum + count, 0), [rows, clusters])
  const View = webGl ? GlMapView : CanvasMapView

  return (
    <section className="map-pane" ref={holder} aria-label={t('map.title')}>
      {view && (
        <Suspense fallback={<Loading />}>
          <View clusters={clusters} viewport={view} box={box} scheme={scheme} onMove={move} onPick={pick} />
        </Suspense>
      )}
      <div className="map-tools">
        <button
          type="button"
          className="button small"
          onClick={() =>
            onBox(box ? null : (bounds.current ?? (view && holder.current ? aroundView(view, holder.current) : null)))
          }
        >
          {box ? t('map.clearArea') : t('map.useArea')}
        </button>
        {unplaced > 0 && <span className="map-note">{t('map.unplaced', { n: unplaced })}</span>}
      </div>
      <details className="map-list">
        <summary>{t('map.list', { n: clusters.length })}</summary>
        <ul>
          {clusters.slice(0, LISTED_CLUSTERS).map((cluster) => (
            <li key={cluster.key}>
              <button type="button" onClick={() => pick(cluster)}>
                {t('map.cluster', {
                  n: cluster.count,
                  where:
                    cluster.country === UNKNOWN_16
                      ? t('value.none')
                      : countryName(snapshot.countries[cluster.country] ?? '', language()),
                  lat: formatNumber(Math.round(cluster.lat * 10) / 10),
                  lon: formatNumber(Math.round(cluster.lon * 10) / 10),
                })}
              </button>
            </li>
          ))}
        </ul>
      </details>
    </section>
  )
}

function marginOf([west, south, east, north]: Box): Box {
  const round = (value: number): number => Math.round(value * 1000) / 1000
  return [
    round(Math.max(-180, west - BOX_MARGIN)),
    round(Math.max(-90, south - BOX_MARGIN)),
    round(Math.min(180, east + BOX_MARGIN)),
    round(Math.min(90, north + BOX_MARGIN)),
  ]
}

/** The window of a map that has not told its bounds yet. */
function aroundView(view: Viewport, element: HTMLElement): Box {
  const degrees = 360 / (512 * 2 ** view.zoom)
  const [x, y] = [(element.clientWidth / 2) * degrees, (element.clientHeight / 2) * degrees]
  const lat = y * Math.cos((view.lat * Math.PI) / 180)
  return marginOf([
    Math.max(-180, view.lon - x),
    Math.max(-85, view.lat - lat),
    Math.min(180, view.lon + x),
    Math.min(85, view.lat + lat),
  ])
}

/** The box around the placed rows; null where there is none. */
function extentOf(snapshot: Snapshot, rows: Uint32Array): Box | null {
  let [west, south, east, north] = [180, 90, -180, -90]
  let some = false
  for (const row of rows) {
    const lon = snapshot.lon[row]!
    if (Number.isNaN(lon)) continue
    const lat = snapshot.lat[row]!
    some = true
    if (lon < west) west = lon
    if (lon > east) east = lon
    if (lat < south) south = lat
    if (lat > north) north = lat
  }
  return some ? [west, south, east, north] : null
}
