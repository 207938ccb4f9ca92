import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Gazetteer, openGazetteer } from '../src/mention/gazetteer/gazetteer.ts'

/**
 * Writes the names of provinces that the workbench's map shows: `node tools/map-provinces.ts`. Reads data/gazetteer.bin,
 * writes web/src/map/provinces.json (GeoNames, CC BY 4.0; see data/gazetteer.NOTICE.md): rows of name, longitude,
 * latitude and the usual distance in degrees between the provinces of its country, most populous first.
 */
export type Province = readonly [name: string, lon: number, lat: number, gap: number]

/** Provinces with a position, most populous first. */
export function provincesOf(gazetteer: Gazetteer): Province[] {
  const byCountry = new Map<number, number[]>()
  for (let entry = 0; entry < gazetteer.size; entry++) {
    if (gazetteer.admin1Entry(entry) !== entry || gazetteer.lat(entry) === null) continue
    const country = gazetteer.countryEntry(entry)
    byCountry.set(country, [...(byCountry.get(country) ?? []), entry])
  }
  const rows: { population: number; row: Province }[] = []
  for (const entries of byCountry.values()) {
    if (entries.length < 2) continue
    const at = entries.map((entry) => [gazetteer.lon(entry) as number, gazetteer.lat(entry) as number] as const)
    const gap = median(at.map((here) => nearest(here, at)))
    entries.forEach((entry, i) => {
      const [lon, lat] = at[i] as readonly [number, number]
      rows.push({
        population: gazetteer.population(entry),
        row: [gazetteer.name(entry), hundredths(lon), hundredths(lat), hundredths(gap)],
      })
    })
  }
  rows.sort((a, b) => b.population - a.population || (a.row[0] < b.row[0] ? -1 : 1))
  return rows.map(({ row }) => row)
}

function nearest(here: readonly [number, number], all: readonly (readonly [number, number])[]): number {
  const shrink = Math.cos((here[1] * Math.PI) / 180)
  let least = Number.POSITIVE_INFINITY
  for (const there of all)
    if (there !== here) least = Math.min(least, Math.hypot((there[0] - here[0]) * shrink, there[1] - here[1]))
  return least
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[values.length >> 1] as number
}

const hundredths = (value: number): number => Math.round(value * 100) / 100

if (import.meta.main) {
  const root = join(import.meta.dirname, '..')
  const provinces = provincesOf(openGazetteer(readFileSync(join(root, 'data/gazetteer.bin'))))
  const lines = provinces.map((row) => JSON.stringify(row)).join(',\n')
  writeFileSync(join(root, 'web/src/map/provinces.json'), `[\n${lines}\n]\n`)
  process.stdout.write(`${provinces.length} provinces\n`)
}
