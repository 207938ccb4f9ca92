import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { feature, mesh } from 'topojson-client'
import type { GeometryCollection, Topology } from 'topojson-specification'
import { expect, it } from 'vitest'
import { unwrapLine, unwrapRing } from './unwrap.ts'

const file = createRequire(import.meta.url).resolve('world-atlas/countries-50m.json')
const world = JSON.parse(readFileSync(file, 'utf8')) as Topology<{ countries: GeometryCollection }>

it('no ring or border of the basemap jumps across the map, and every ring is closed', () => {
  let rings = 0
  for (const { geometry } of feature(world, world.objects.countries).features) {
    const polygons =
      geometry.type === 'Polygon'
        ? [geometry.coordinates]
        : geometry.type === 'MultiPolygon'
          ? geometry.coordinates
          : []
    for (const ring of polygons.flat()) {
      rings++
      const out = unwrapRing(ring as [number, number][])
      for (const [i, [lon, lat]] of out.entries()) {
        const [before] = out[Math.max(0, i - 1)] as [number, number]
        // Along the pole a ring may run the whole way.
        if (lat > -89) expect(Math.abs(lon - before)).toBeLessThanOrEqual(180)
      }
      expect(out.at(-1)).toEqual(out[0])
    }
  }
  expect(rings).toBeGreaterThan(1_000)
  for (const line of mesh(world, world.objects.countries).coordinates) {
    const out = unwrapLine(line as [number, number][])
    for (let i = 1; i < out.length; i++)
      expect(Math.abs((out[i] as [number, number])[0] - (out[i - 1] as [number, number])[0])).toBeLessThanOrEqual(180)
  }
})
