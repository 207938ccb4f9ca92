import { FLAG_PRECISION, fromMercator, type Snapshot, UNKNOWN_16 } from './snapshot.ts'

/** Records in one cell of the map. */
export interface Cluster {
  readonly key: number
  readonly lon: number
  readonly lat: number
  readonly count: number
  /** Of these, placed no finer than their province: the point stands for an area. */
  readonly uncertain: number
  /** West, south, east, north of its records. */
  readonly box: readonly [number, number, number, number]
  /** Index of the country of its first record, `UNKNOWN_16` if not known. */
  readonly country: number
  /** Row of its first record. */
  readonly row: number
}

/** Edge of a cell on the screen. */
export const CELL_PIXELS = 56
/** Width of the world at zoom 0, as MapLibre counts. */
export const WORLD_PIXELS = 512
/** Share of the two radii below which circles lie over one another too much to be told apart. */
const OVERLAP = 0.8
/** Precisions from the province on say that a point stands for an area. */
const VAGUE = new Set(['admin1', 'country', 'region'])

interface Cell {
  x: number
  y: number
  count: number
  uncertain: number
  minX: number
  maxX: number
  minY: number
  maxY: number
  row: number
}

/** Clusters rows on a Web Mercator grid at a zoom, the greatest first. Rows without a point are left out. */
export function clusterRows(snapshot: Snapshot, rows: Uint32Array, zoom: number): Cluster[] {
  const scale = (WORLD_PIXELS * 2 ** zoom) / CELL_PIXELS
  const { x, y, flags } = snapshot
  const vague = Uint8Array.from({ length: 8 }, (_, i) => (VAGUE.has(snapshot.precisions[i] ?? '') ? 1 : 0))
  const cells = new Map<number, Cell>()
  for (const row of rows) {
    const px = x[row]!
    if (Number.isNaN(px)) continue
    const py = y[row]!
    const key = Math.floor(px * scale) * 0x400000 + Math.floor(py * scale)
    let cell = cells.get(key)
    if (!cell) {
      cell = { x: 0, y: 0, count: 0, uncertain: 0, minX: px, maxX: px, minY: py, maxY: py, row }
      cells.set(key, cell)
    }
    cell.x += px
    cell.y += py
    cell.count++
    cell.uncertain += vague[flags[row]! & FLAG_PRECISION]!
    if (px < cell.minX) cell.minX = px
    else if (px > cell.maxX) cell.maxX = px
    if (py < cell.minY) cell.minY = py
    else if (py > cell.maxY) cell.maxY = py
  }
  return separate(
    [...cells].sort(([, a], [, b]) => b.count - a.count),
    WORLD_PIXELS * 2 ** zoom,
  ).map(([key, cell]): Cluster => {
    const [lon, lat] = fromMercator(cell.x / cell.count, cell.y / cell.count)
    const [west, north] = fromMercator(cell.minX, cell.minY)
    const [east, south] = fromMercator(cell.maxX, cell.maxY)
    return {
      key,
      lon,
      lat,
      count: cell.count,
      uncertain: cell.uncertain,
      box: [west, south, east, north],
      country: snapshot.country[cell.row] ?? UNKNOWN_16,
      row: cell.row,
    }
  })
}

/** Radius of a cluster on the screen. */
export function radiusOf(count: number): number {
  return Math.min(26, 5 + 2.6 * Math.log2(1 + count))
}

/** Neighbouring cells whose circles would lie over one another become one; the greater takes the smaller in. */
function separate(cells: readonly [number, Cell][], worldPixels: number): [number, Cell][] {
  const kept: [number, Cell][] = []
  for (const [key, cell] of cells) {
    const near = kept.find(([, other]) => {
      const dx = (cell.x / cell.count - other.x / other.count) * worldPixels
      const dy = (cell.y / cell.count - other.y / other.count) * worldPixels
      return Math.hypot(dx, dy) < OVERLAP * (radiusOf(cell.count) + radiusOf(other.count))
    })
    if (!near) kept.push([key, cell])
    else {
      const [, other] = near
      other.x += cell.x
      other.y += cell.y
      other.count += cell.count
      other.uncertain += cell.uncertain
      other.minX = Math.min(other.minX, cell.minX)
      other.maxX = Math.max(other.maxX, cell.maxX)
      other.minY = Math.min(other.minY, cell.minY)
      other.maxY = Math.max(other.maxY, cell.maxY)
    }
  }
  return kept.sort(([, a], [, b]) => b.count - a.count)
}
