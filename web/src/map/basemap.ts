import { feature, mesh } from 'topojson-client'
import type { GeometryCollection, Topology } from 'topojson-specification'
import worldUrl from 'world-atlas/countries-50m.json?url'
import { language } from '../catalogue/translate.ts'
import { alpha3OfNumeric, countryName } from '../data/country-codes.ts'
import provincesUrl from './provinces.json?url'
import { unwrapLine, unwrapRing } from './unwrap.ts'

export type Ring = readonly (readonly [number, number])[]

/** Land, borders and names of the offline basemap (Natural Earth by world-atlas), ready to be drawn on a flat map. */
export interface Basemap {
  /** Polygons of land; each is its rings. */
  readonly land: readonly (readonly Ring[])[]
  /** Borders between countries. */
  readonly borders: readonly Ring[]
  /** A name for each country, at the middle of its largest piece, with that piece's width in degrees. */
  readonly names: readonly {
    readonly name: string
    readonly lon: number
    readonly lat: number
    readonly width: number
  }[]
  /** Names of provinces, most populous first, with the usual distance between those of their country in degrees. */
  readonly provinces: readonly {
    readonly name: string
    readonly lon: number
    readonly lat: number
    readonly gap: number
  }[]
}

/** A row of provinces.json, which `tools/map-provinces.ts` makes of the gazetteer. */
type ProvinceRow = readonly [name: string, lon: number, lat: number, gap: number]

type World = Topology<{ countries: GeometryCollection<{ name: string }>; land: GeometryCollection }>

let loading: Promise<Basemap> | null = null

/** Loads the basemap once; it comes from our own server like everything else. */
export function loadBasemap(): Promise<Basemap> {
  loading ??= Promise.all([
    fetch(worldUrl).then((response) => response.json() as Promise<World>),
    fetch(provincesUrl).then((response) => response.json() as Promise<ProvinceRow[]>),
  ]).then(([world, provinces]) => makeBasemap(world, provinces))
  return loading
}

function makeBasemap(world: World, provinces: readonly ProvinceRow[]): Basemap {
  const { countries } = world.objects
  const land: Ring[][] = []
  const names: Basemap['names'][number][] = []
  for (const country of feature(world, countries).features) {
    const { geometry } = country
    const polygons =
      geometry.type === 'Polygon'
        ? [geometry.coordinates]
        : geometry.type === 'MultiPolygon'
          ? geometry.coordinates
          : []
    const rings = polygons.map((polygon) => polygon.map((ring) => unwrapRing(ring as [number, number][])))
    land.push(...rings)
    const alpha3 = country.id === undefined ? undefined : alpha3OfNumeric(String(country.id))
    const place = middleOf(rings.map((polygon) => polygon[0] ?? []))
    if (place) names.push({ name: alpha3 ? countryName(alpha3, language()) : country.properties.name, ...place })
  }
  const borders = mesh(world, countries, (a, b) => a !== b).coordinates.map((line) =>
    unwrapLine(line as [number, number][]),
  )
  return { land, borders, names, provinces: provinces.map(([name, lon, lat, gap]) => ({ name, lon, lat, gap })) }
}

/** The middle of the largest outline. */
function middleOf(outlines: readonly Ring[]): { lon: number; lat: number; width: number } | null {
  let best: { lon: number; lat: number; width: number } | null = null
  let bestArea = 0
  for (const ring of outlines) {
    const lons = ring.map(([lon]) => lon)
    const lats = ring.map(([, lat]) => lat)
    const [west, east] = [Math.min(...lons), Math.max(...lons)]
    const [south, north] = [Math.min(...lats), Math.max(...lats)]
    const area = (east - west) * (north - south)
    if (area > bestArea) {
      bestArea = area
      best = { ...centroid(ring), width: east - west }
    }
  }
  return best
}

function centroid(ring: Ring): { lon: number; lat: number } {
  let area = 0
  let x = 0
  let y = 0
  for (let i = 0; i < ring.length; i++) {
    const [x0, y0] = ring[i] as [number, number]
    const [x1, y1] = ring[(i + 1) % ring.length] as [number, number]
    const cross = x0 * y1 - x1 * y0
    area += cross
    x += (x0 + x1) * cross
    y += (y0 + y1) * cross
  }
  return area === 0 ? { lon: ring[0]?.[0] ?? 0, lat: ring[0]?.[1] ?? 0 } : { lon: x / (3 * area), lat: y / (3 * area) }
}
