import type { NameFinder } from '../src/language/names/name.ts'
import type { LanguageEngine } from '../src/language/token.ts'
import type { Gazetteer } from '../src/mention/gazetteer/gazetteer.ts'
import { kilometres } from '../src/mention/place/distance.ts'
import { spotPlaces } from '../src/mention/place/find-places.ts'
import { RANKER_WEIGHTS, RECOGNISERS } from '../src/mention/place/models.ts'
import { homeOf } from '../src/mention/place/outlet.ts'
import { FEATURE_COUNT, type RankedSpan, type RankPriors, rankPlaces } from '../src/mention/place/ranker.ts'

/** One article of a geo yardstick. */
export interface GeoItem {
  readonly id: string
  readonly source?: string
  readonly date?: string
  readonly text: string
  readonly toponyms: readonly GeoToponym[]
}

export interface GeoToponym {
  readonly start: number
  readonly end: number
  readonly surface: string
  readonly lat: number | null
  readonly lon: number | null
  readonly geonameid?: string | null
  readonly fcode?: string | null
}

export interface GeoPrediction {
  readonly id: string
  readonly toponyms: readonly {
    readonly start: number
    readonly end: number
    readonly lat: number | null
    readonly lon: number | null
    readonly geonameid: string | null
  }[]
}

/** What finding places needs of the bench's resources. */
export interface GeoContext {
  readonly gazetteer: Gazetteer
  readonly engine: LanguageEngine
  /** Where the tagger of names comes from; without it the recogniser that needs none is used. */
  readonly files?: { names(): NameFinder | null }
}

/**
 * Predictions of a geo yardstick: on the gold spans, or with names found by ourselves. Articles of one outlet are read
 * twice: the first reading says where the outlet is at home, the second uses it, as a workspace does over time.
 */
export function predictGeo(items: readonly GeoItem[], context: GeoContext, goldSpans: boolean): GeoPrediction[] {
  const { gazetteer, engine } = context
  const names = goldSpans ? undefined : (context.files?.names() ?? undefined)
  const spots = items.map((item) => {
    if (goldSpans) return item.toponyms
    const input = { text: item.text, analysis: engine.analyse(item.text, { gate: () => false }), published: null }
    const { threshold } = RECOGNISERS.plain.cased
    return spotPlaces(input, gazetteer, names)
      .spotted.filter((spot) => spot.odds > threshold || !spot.demonym)
      .map((spot) => ({ start: spot.start, end: spot.end, surface: item.text.slice(spot.start, spot.end) }))
  })
  const rank = (i: number, priors: RankPriors): RankedSpan[] => {
    const weights = RANKER_WEIGHTS[priors.homeLat === undefined ? 'away' : 'home']
    return rankPlaces((items[i] as GeoItem).text, spots[i] ?? [], gazetteer, weights, priors)
  }
  const bySource = new Map<string, number[][]>()
  items.forEach((item, i) => {
    if (item.source === undefined) return
    const articles = bySource.get(item.source) ?? []
    bySource.set(item.source, articles)
    articles.push(rank(i, {}).flatMap((span) => (span.best < 0 ? [] : [span.candidates.entries[span.best] as number])))
  })
  const homes = new Map([...bySource].map(([source, articles]) => [source, homeOf(gazetteer, articles)]))
  return items.map((item, i) => ({
    id: item.id,
    toponyms: rank(i, homes.get(item.source ?? '') ?? {}).map((span) => ({
      start: span.start,
      end: span.end,
      ...positionOf(span, gazetteer),
    })),
  }))
}

/** Resolves the gold spans of every item: the prediction for `score_geo.py --gold-spans`. */
export function predictGeoSpans(
  items: readonly GeoItem[],
  gazetteer: Gazetteer,
  weights: ArrayLike<number>,
  priorsOf: (item: GeoItem) => RankPriors = () => ({}),
): GeoPrediction[] {
  return items.map((item) => ({
    id: item.id,
    toponyms: rankPlaces(item.text, item.toponyms, gazetteer, weights, priorsOf(item)).map((span) => ({
      start: span.start,
      end: span.end,
      ...positionOf(span, gazetteer),
    })),
  }))
}

function positionOf(span: RankedSpan, gazetteer: Gazetteer) {
  const entry = span.best < 0 ? -1 : (span.candidates.entries[span.best] as number)
  if (entry < 0) return { lat: null, lon: null, geonameid: null }
  const id = gazetteer.geonamesId(entry)
  return { lat: gazetteer.lat(entry), lon: gazetteer.lon(entry), geonameid: id === null ? null : String(id) }
}

const EPOCHS = 6
const RATE = 0.15
/** Candidates this near to gold are all right answers: sources place a town by a few kilometres apart. */
const TARGET_KM = 30
const REACHABLE_KM = 161

/**
 * Fits the ranker's weights on gold spans by stochastic gradient descent on the cross-entropy of a softmax over the
 * candidates. Weights are over classes, counts and distances only, never over words.
 */
export function trainRanker(
  items: readonly GeoItem[],
  gazetteer: Gazetteer,
  priorsOf: (item: GeoItem) => RankPriors = () => ({}),
): Float64Array {
  const weights = new Float64Array(FEATURE_COUNT)
  weights[0] = 3
  for (let epoch = 0; epoch < EPOCHS; epoch++) {
    const rate = RATE / (1 + epoch)
    for (const item of items) {
      const ranked = rankPlaces(item.text, item.toponyms, gazetteer, weights, priorsOf(item))
      ranked.forEach((span, i) => {
        learn(span, item.toponyms[i] as GeoToponym, gazetteer, weights, rate)
      })
    }
  }
  return weights
}

function learn(span: RankedSpan, gold: GeoToponym, gazetteer: Gazetteer, weights: Float64Array, rate: number): void {
  const targets = targetsOf(span, gold, gazetteer)
  const count = span.scores.length
  if (!targets || count < 2) return
  const top = Math.max(...span.scores)
  const all = Float64Array.from(span.scores, (s) => Math.exp(s - top))
  const sum = all.reduce((a, b) => a + b, 0)
  const right = all.reduce((a, b, c) => a + (targets[c] ? b : 0), 0)
  for (let f = 0; f < FEATURE_COUNT; f++) {
    let gradient = 0
    for (let c = 0; c < count; c++) {
      const p = (all[c] as number) / sum
      const q = targets[c] ? (all[c] as number) / Math.max(right, 1e-12) : 0
      gradient += (q - p) * (span.features[c * FEATURE_COUNT + f] as number)
    }
    weights[f] = (weights[f] as number) + rate * gradient
  }
}

function targetsOf(span: RankedSpan, gold: GeoToponym, gazetteer: Gazetteer): boolean[] | null {
  if (gold.lat === null || gold.lon === null) return null
  const far = span.candidates.entries.map((entry) => {
    if (gold.geonameid && String(gazetteer.geonamesId(entry)) === String(gold.geonameid)) return -1
    const [lat, lon] = [gazetteer.lat(entry), gazetteer.lon(entry)]
    return lat === null || lon === null
      ? Number.POSITIVE_INFINITY
      : kilometres(lat, lon, gold.lat as number, gold.lon as number)
  })
  const least = Math.min(...far)
  if (least > REACHABLE_KM) return null
  if (least < 0) return far.map((km) => km < 0)
  return far.map((km) => km <= Math.max(TARGET_KM, least + 1))
}
