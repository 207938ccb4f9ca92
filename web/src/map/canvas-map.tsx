import { useCallback, useEffect, useRef, useState } from 'react'
import { formatNumber, t } from '../catalogue/translate.ts'
import { radiusOf, WORLD_PIXELS } from '../data/clusters.ts'
import { fromMercator, mercatorX, mercatorY } from '../data/snapshot.ts'
import { type Basemap, loadBasemap } from './basemap.ts'
import { type Box, type MapViewProps, mapColours, PROVINCE_PIXELS, type Viewport } from './map-view.ts'

const MAX_ZOOM = 12
const ZOOM_STEP = 0.5
const PAN_PIXELS = 80
/** Country names appear once their country is this many pixels wide. */
const NAME_PIXELS = 70
/** Height that a name keeps free of others. */
const LINE_PIXELS = 13
/** A press that moves less than this is a click. */
const CLICK_PIXELS = 4

/** The map for machines without WebGL, on a plain canvas: the same data, the same clusters. */
export default function CanvasMapView({ clusters, viewport, box, scheme, onMove, onPick }: MapViewProps) {
  const canvas = useRef<HTMLCanvasElement>(null)
  const [basemap, setBasemap] = useState<Basemap | null>(null)
  const [view, setView] = useState(viewport)
  const [size, setSize] = useState({ width: 0, height: 0 })

  useEffect(() => {
    void loadBasemap().then(setBasemap)
  }, [])
  useEffect(() => setView(viewport), [viewport])
  useEffect(() => {
    const element = canvas.current
    if (!element) return
    const observer = new ResizeObserver(([entry]) => {
      if (entry) setSize({ width: entry.contentRect.width, height: entry.contentRect.height })
    })
    observer.observe(element)
    return () => observer.disconnect()
  }, [])

  const move = useCallback(
    (next: Viewport) => {
      const held = { ...next, zoom: Math.max(0, Math.min(MAX_ZOOM, next.zoom)) }
      setView(held)
      onMove(held, boundsOf(held, size.width, size.height))
    },
    [onMove, size],
  )

  // The colours change with the scheme.
  useEffect(() => {
    const element = canvas.current
    if (!element || !basemap || size.width === 0) return
    const frame = requestAnimationFrame(() => {
      draw(element, basemap, view, size, clusters, box)
      element.dataset.idle = 'true'
      element.dataset.clusters = String(clusters.length)
    })
    return () => cancelAnimationFrame(frame)
  }, [basemap, view, size, clusters, box, scheme])

  const drag = useRef<{ x: number; y: number; from: Viewport; far: boolean } | null>(null)
  const moved = (dx: number, dy: number, from: Viewport): Viewport => {
    const world = WORLD_PIXELS * 2 ** from.zoom
    const [lon, lat] = fromMercator(mercatorX(from.lon) - dx / world, mercatorY(from.lat) - dy / world)
    return { ...from, lon, lat: Math.max(-84, Math.min(84, lat)) }
  }

  return (
    // biome-ignore lint/a11y/noInteractiveElementToNoninteractiveRole: a map takes keys and the pointer itself
    <canvas
      ref={canvas}
      className="map-canvas"
      data-renderer="canvas"
      // A map is moved with the keys.
      tabIndex={0}
      role="application"
      aria-label={t('map.title')}
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId)
        drag.current = { x: event.clientX, y: event.clientY, from: view, far: false }
      }}
      onPointerMove={(event) => {
        const start = drag.current
        if (!start) return
        const [dx, dy] = [event.clientX - start.x, event.clientY - start.y]
        if (Math.hypot(dx, dy) > CLICK_PIXELS) start.far = true
        if (start.far) setView(moved(dx, dy, start.from))
      }}
      onPointerUp={(event) => {
        const start = drag.current
        drag.current = null
        if (!start) return
        if (start.far) return move(moved(event.clientX - start.x, event.clientY - start.y, start.from))
        const rect = event.currentTarget.getBoundingClientRect()
        const [px, py] = [event.clientX - rect.left, event.clientY - rect.top]
        const hit = [...clusters].reverse().find((cluster) => {
          const [x, y] = project(cluster.lon, cluster.lat, view, size)
          return Math.hypot(x - px, y - py) <= radiusOf(cluster.count) + 2
        })
        if (hit) onPick(hit)
      }}
      onWheel={(event) => move({ ...view, zoom: view.zoom - event.deltaY / 400 })}
      onKeyDown={(event) => {
        const steps: Record<string, () => Viewport> = {
          ArrowLeft: () => moved(PAN_PIXELS, 0, view),
          ArrowRight: () => moved(-PAN_PIXELS, 0, view),
          ArrowUp: () => moved(0, PAN_PIXELS, view),
          ArrowDown: () => moved(0, -PAN_PIXELS, view),
          '+': () => ({ ...view, zoom: view.zoom + ZOOM_STEP }),
          '=': () => ({ ...view, zoom: view.zoom + ZOOM_STEP }),
          '-': () => ({ ...view, zoom: view.zoom - ZOOM_STEP }),
        }
        const step = steps[event.key]
        if (!step) return
        event.preventDefault()
        event.stopPropagation()
        move(step())
      }}
    />
  )
}

interface Size {
  readonly width: number
  readonly height: number
}

function project(lon: number, lat: number, view: Viewport, size: Size): [number, number] {
  const world = WORLD_PIXELS * 2 ** view.zoom
  let dx = mercatorX(lon) - mercatorX(view.lon)
  // The nearest copy of the world.
  dx -= Math.round(dx)
  return [size.width / 2 + dx * world, size.height / 2 + (mercatorY(lat) - mercatorY(view.lat)) * world]
}

function boundsOf(view: Viewport, width: number, height: number): Box {
  const world = WORLD_PIXELS * 2 ** view.zoom
  const [x, y] = [mercatorX(view.lon), mercatorY(view.lat)]
  const [west, north] = fromMercator(x - width / 2 / world, Math.max(0, y - height / 2 / world))
  const [east, south] = fromMercator(x + width / 2 / world, Math.min(1, y + height / 2 / world))
  return [Math.max(-180, west), south, Math.min(180, east), north]
}

function draw(
  canvas: HTMLCanvasElement,
  basemap: Basemap,
  view: Viewport,
  size: Size,
  clusters: MapViewProps['clusters'],
  box: Box | null,
): void {
  const ratio = window.devicePixelRatio || 1
  canvas.width = size.width * ratio
  canvas.height = size.height * ratio
  const pen = canvas.getContext('2d')
  if (!pen) return
  const colours = mapColours(canvas)
  pen.scale(ratio, ratio)
  pen.fillStyle = colours.water
  pen.fillRect(0, 0, size.width, size.height)
  const world = WORLD_PIXELS * 2 ** view.zoom
  const left = size.width / 2 - mercatorX(view.lon) * world
  const top = size.height / 2 - mercatorY(view.lat) * world
  const paths = worldPaths(basemap)
  pen.lineJoin = 'round'
  for (let copy = Math.floor(-left / world) - 1; left + copy * world < size.width + world; copy++) {
    pen.save()
    pen.translate(left + copy * world, top)
    pen.scale(world, world)
    pen.fillStyle = colours.land
    pen.fill(paths.land, 'evenodd')
    pen.strokeStyle = colours.border
    pen.lineWidth = 0.8 / world
    pen.stroke(paths.borders)
    pen.restore()
  }
  pen.font = '11px system-ui, sans-serif'
  pen.textAlign = 'center'
  pen.textBaseline = 'middle'
  pen.fillStyle = colours.label
  const taken: { x: number; y: number; half: number }[] = []
  for (const { name, lon, lat, width } of basemap.names) {
    if ((width / 360) * world < NAME_PIXELS) continue
    const [x, y] = project(lon, lat, view, size)
    pen.fillText(name, x, y)
    taken.push({ x, y, half: pen.measureText(name).width / 2 })
  }
  pen.font = '10px system-ui, sans-serif'
  for (const { name, lon, lat, gap } of basemap.provinces) {
    if ((gap / 360) * world < PROVINCE_PIXELS) continue
    const [x, y] = project(lon, lat, view, size)
    if (x < 0 || y < 0 || x > size.width || y > size.height) continue
    const half = pen.measureText(name).width / 2
    if (taken.some((other) => Math.abs(other.y - y) < LINE_PIXELS && Math.abs(other.x - x) < other.half + half))
      continue
    taken.push({ x, y, half })
    pen.fillText(name, x, y)
  }
  pen.font = '11px system-ui, sans-serif'
  if (box) {
    const [x0, y0] = project(box[0], box[3], view, size)
    const [x1, y1] = project(box[2], box[1], view, size)
    pen.strokeStyle = colours.dot
    pen.lineWidth = 1.5
    pen.setLineDash([4, 3])
    pen.strokeRect(x0, y0, x1 - x0, y1 - y0)
    pen.setLineDash([])
  }
  for (const cluster of clusters) {
    const [x, y] = project(cluster.lon, cluster.lat, view, size)
    pen.beginPath()
    pen.arc(x, y, radiusOf(cluster.count), 0, 2 * Math.PI)
    pen.fillStyle = cluster.uncertain * 2 > cluster.count ? colours.vague : colours.dot
    pen.globalAlpha = 0.88
    pen.fill()
    pen.globalAlpha = 1
    pen.lineWidth = 1.5
    pen.strokeStyle = colours.land
    pen.stroke()
    if (cluster.count > 1) {
      pen.fillStyle = colours.onDot
      pen.fillText(formatNumber(cluster.count), x, y + 0.5)
    }
  }
}

const drawn = new WeakMap<Basemap, { land: Path2D; borders: Path2D }>()

/** The basemap as paths in Web Mercator from 0 to 1, made once. */
function worldPaths(basemap: Basemap): { land: Path2D; borders: Path2D } {
  const known = drawn.get(basemap)
  if (known) return known
  const land = new Path2D()
  const borders = new Path2D()
  const trace = (path: Path2D, line: readonly (readonly [number, number])[]): void => {
    for (const [i, [lon, lat]] of line.entries()) {
      const [x, y] = [mercatorX(lon), mercatorY(lat)]
      if (i === 0) path.moveTo(x, y)
      else path.lineTo(x, y)
    }
  }
  for (const rings of basemap.land)
    for (const ring of rings) {
      trace(land, ring)
      land.closePath()
    }
  for (const line of basemap.borders) trace(borders, line)
  const made = { land, borders }
  drawn.set(basemap, made)
  return made
}
