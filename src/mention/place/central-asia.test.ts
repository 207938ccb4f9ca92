import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { en } from '../../language/en/index.ts'
import { createEngine } from '../../language/engine.ts'
import { und } from '../../language/und/index.ts'
import { openGazetteer } from '../gazetteer/gazetteer.ts'
import { kilometres } from './distance.ts'
import { findPlaces } from './find-places.ts'

/** Texts of our own about Central Asia in seven languages; the acceptance test of the overlay. */
interface GoldText {
  readonly id: string
  readonly language: string
  readonly published: string
  readonly text: string
  readonly places: readonly GoldPlace[]
}

interface GoldPlace {
  readonly quote: string
  readonly start: number
  readonly end: number
  readonly use: 'location' | 'actor'
  readonly geonames_id?: number
  readonly lat?: number
  readonly lon?: number
}

/** Squares and villages have no id of GeoNames: they are right within this distance. */
const NEAR_KM = 30
const MIN_SHARE = 0.95

const gazetteer = openGazetteer(readFileSync(new URL('../../../data/gazetteer.bin', import.meta.url)))
const engines = { en: createEngine(en, null), und: createEngine(und, null) }
const texts = readFileSync(new URL('../../../test/golden/central-asia/places.jsonl', import.meta.url), 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line) as GoldText)

describe('places of Central Asia', () => {
  it('quotes its own texts rightly', () => {
    expect(texts.length).toBeGreaterThanOrEqual(60)
    for (const { text, places } of texts) for (const p of places) expect(text.slice(p.start, p.end)).toBe(p.quote)
  })

  it('finds and resolves at least 95 % of them, and invents next to none', () => {
    let [right, said, gold] = [0, 0, 0]
    const wrong: string[] = []
    for (const { id, text, language, published, places } of texts) {
      const analysis = { ...(language === 'en' ? engines.en : engines.und).analyse(text), language }
      const input = { text, analysis, published: { from: published, to: published, basis: 'given' } }
      const found = findPlaces(input, gazetteer).places
      said += found.length
      gold += places.length
      for (const place of places) {
        const hit = found.find((other) => other.start === place.start && other.end === place.end)
        const same =
          place.geonames_id === undefined
            ? hit?.lat != null &&
              hit.lon != null &&
              kilometres(hit.lat, hit.lon, place.lat ?? 0, place.lon ?? 0) < NEAR_KM
            : hit?.geonames_id === place.geonames_id
        if (same && hit?.use === place.use) right++
        else wrong.push(`${id} ${place.quote}: ${hit ? `${hit.name} (${hit.use})` : 'not found'}`)
      }
    }
    expect(right / gold, wrong.join('\n')).toBeGreaterThanOrEqual(MIN_SHARE)
    expect(right / said).toBeGreaterThanOrEqual(MIN_SHARE)
  })
})
