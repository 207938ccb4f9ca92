import type { Cluster } from '../data/clusters.ts'

/** Where a map looks: zoom as MapLibre counts, and its centre. */
export interface Viewport {
  readonly zoom: number
  readonly lat: number
  readonly lon: number
}

/** Names of a country's provinces appear once they usually lie this many pixels apart. */
export const PROVINCE_PIXELS = 36

export type Box = readonly [west: number, south: number, east: number, north: number]

/** What both maps, with and without WebGL, are given and tell. */
export interface MapViewProps {
  readonly clusters: readonly Cluster[]
  readonly viewport: Viewport
  readonly box: Box | null
  readonly scheme: 'light' | 'dark'
  /** Told when the user has moved the map. */
  readonly onMove: (viewport: Viewport, bounds: Box) => void
  readonly onPick: (cluster: Cluster) => void
}

/** Colours of the maps, from the same variables as the pages. */
export function mapColours(element: Element) {
  const style = getComputedStyle(element)
  const get = (name: string): string => style.getPropertyValue(name).trim()
  return {
    water: get('--map-water'),
    land: get('--map-land'),
    border: get('--map-border'),
    label: get('--map-label'),
    dot: get('--accent'),
    vague: get('--map-vague'),
    onDot: get('--on-accent'),
    halo: get('--map-land'),
  }
}

/** The zoom and centre that show a box in a view of the given size. */
export function fitBox(box: Box, width: number, height: number, maxZoom = 8): Viewport {
  const [west, south, east, north] = box
  const y = (lat: number): number =>
    Math.log(Math.tan(Math.PI / 4 + (Math.max(-85, Math.min(85, lat)) * Math.PI) / 360))
  const spanX = Math.max((east - west) / 360, 1e-6)
  const spanY = Math.max((y(north) - y(south)) / (2 * Math.PI), 1e-6)
  const room = 0.86
  const zoom = Math.min(Math.log2((width * room) / 512 / spanX), Math.log2((height * room) / 512 / spanY), maxZoom)
  const middle = (y(north) + y(south)) / 2
  return {
    zoom: Math.max(0, zoom),
    lon: (west + east) / 2,
    lat: (360 / Math.PI) * Math.atan(Math.exp(middle)) - 90,
  }
}

export function hasWebGl(): boolean {
  try {
    return document.createElement('canvas').getContext('webgl2') !== null
  } catch {
    return false
  }
}
