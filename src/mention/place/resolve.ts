import type { Span } from '../../base/span.ts'
import type { Gazetteer } from '../gazetteer/gazetteer.ts'
import type { PlaceMention, PlacePrecision, PlaceType } from '../mention.ts'
import { kilometres } from './distance.ts'
import type { SpottedPlace } from './find-places.ts'
import { RANKER_WEIGHTS } from './models.ts'
import { FEATURE_COUNT, FEATURES, type RankedSpan } from './ranker.ts'

/** Alternatives that a mention keeps. */
const MAX_ALTERNATIVES = 3
/** Meanings this near to each other are one place for the margin: a town and the county around it. */
const SAME_KM = 30
/** A reason is named if it moved the score by at least this much. */
const MIN_REASON = 0.4
const MAX_REASONS = 4

const PRECISION: Readonly<Record<PlaceType, PlacePrecision>> = {
  city: 'city',
  admin1: 'admin1',
  admin2: 'admin2',
  country: 'country',
  region: 'region',
  water: 'region',
  venue: 'point',
  other: 'point',
}

/** The mention of a ranked name: its best meaning, the margin, and the next meanings with what decided. */
export function describePlace(
  span: RankedSpan,
  spot: SpottedPlace,
  gazetteer: Gazetteer,
  date: string | null,
  minMargin: number,
): PlaceMention {
  const { entries } = span.candidates
  const quote = { quote: span.surface, start: span.start, end: span.end }
  const order = entries
    .map((_, c) => c)
    .sort((a, b) => (span.scores[b] as number) - (span.scores[a] as number) || a - b)
  const best = order[0]
  if (best === undefined) return unresolved(quote, spot, [])
  const chance = probabilities(span.scores)
  const top = entries[best] as number
  const rival = order.find((c) => c !== best && !samePlace(gazetteer, top, entries[c] as number))
  const margin = (chance[best] as number) - (rival === undefined ? 0 : (chance[rival] as number))
  const confidence = Math.round(margin * 1000) / 1000
  const alternatives = order.slice(1, 1 + MAX_ALTERNATIVES).map((c) => alternativeOf(span, c, best, chance, gazetteer))
  if (margin < minMargin) {
    const first = alternativeOf(span, best, rival ?? best, chance, gazetteer)
    return { ...unresolved(quote, spot, [first, ...alternatives].slice(0, MAX_ALTERNATIVES)), confidence }
  }
  const entry = gazetteer.entry(top)
  const precision: PlacePrecision = gazetteer.isPoint(top) ? 'point' : PRECISION[entry.type]
  return {
    ...quote,
    name: gazetteer.nameAt(top, date),
    type: entry.type,
    country: entry.country,
    admin1: entry.type === 'country' ? null : entry.admin1,
    admin2: entry.type === 'country' || entry.type === 'admin1' ? null : entry.admin2,
    lat: entry.lat,
    lon: entry.lon,
    geonames_id: entry.geonamesId,
    precision,
    use: 'location',
    basis: span.candidates.rule === 'exact' ? 'stated' : `inferred:${span.candidates.rule}`,
    confidence,
    alternatives,
  }
}

function unresolved(
  quote: { quote: string; start: number; end: number },
  spot: SpottedPlace,
  alternatives: PlaceMention['alternatives'],
): PlaceMention {
  const venue = spot.source === 'street' || spot.source === 'feature'
  const countries = new Set(alternatives.map((alternative) => alternative.country))
  return {
    ...quote,
    name: quote.quote,
    type: venue ? 'venue' : 'other',
    country: countries.size === 1 ? ([...countries][0] as string | null) : null,
    admin1: null,
    admin2: null,
    lat: null,
    lon: null,
    geonames_id: null,
    precision: venue ? 'point' : 'city',
    use: 'location',
    basis: alternatives.length > 0 ? 'unresolved:ambiguous' : 'unresolved:unknown-name',
    alternatives,
  }
}

function probabilities(scores: Float64Array): number[] {
  const top = Math.max(...scores)
  const raised = [...scores].map((score) => Math.exp(score - top))
  const sum = raised.reduce((a, b) => a + b, 0)
  return raised.map((value) => value / sum)
}

/** Near each other, or one the area of the other: to take Osh for its region misses by a grade, not by a place. */
function samePlace(gazetteer: Gazetteer, a: number, b: number): boolean {
  if ([gazetteer.admin1Entry(a), gazetteer.admin2Entry(a)].includes(b)) return true
  if ([gazetteer.admin1Entry(b), gazetteer.admin2Entry(b)].includes(a)) return true
  const [latA, lonA, latB, lonB] = [gazetteer.lat(a), gazetteer.lon(a), gazetteer.lat(b), gazetteer.lon(b)]
  if (latA === null || lonA === null || latB === null || lonB === null) return false
  return kilometres(latA, lonA, latB, lonB) <= SAME_KM
}

/** A meaning that was not taken, with the features that told against it (`-`) or for it (`+`) beside the one compared. */
function alternativeOf(
  span: RankedSpan,
  c: number,
  against: number,
  chance: readonly number[],
  gazetteer: Gazetteer,
): PlaceMention['alternatives'][number] {
  const entry = gazetteer.entry(span.candidates.entries[c] as number)
  return {
    name: entry.name,
    country: entry.country,
    admin1: entry.type === 'country' ? null : entry.admin1,
    lat: entry.lat,
    lon: entry.lon,
    geonames_id: entry.geonamesId,
    score: Math.round((chance[c] as number) * 1000) / 1000,
    reasons: reasonsOf(span, c, against),
  }
}

function reasonsOf(span: RankedSpan, c: number, against: number): string[] {
  const moved = FEATURES.map((name, f) => {
    const difference =
      (span.features[c * FEATURE_COUNT + f] as number) - (span.features[against * FEATURE_COUNT + f] as number)
    return { name, by: difference * (RANKER_WEIGHTS.away[f] as number) }
  })
  return moved
    .filter(({ by }) => Math.abs(by) >= MIN_REASON)
    .sort((a, b) => Math.abs(b.by) - Math.abs(a.by))
    .slice(0, MAX_REASONS)
    .map(({ name, by }) => `${by > 0 ? '+' : '-'}${name}`)
}

/** Gives streets and buildings without a position of their own the town of their sentence, if there is exactly one. */
export function inContext(sentences: readonly Span[], places: readonly PlaceMention[]): PlaceMention[] {
  let s = 0
  return places.map((place) => {
    if (place.type !== 'venue' || place.lat !== null) return place
    while (s < sentences.length - 1 && (sentences[s] as Span).end <= place.start) s++
    const sentence = sentences[s]
    if (!sentence) return place
    const towns = new Map<string, PlaceMention>()
    for (let i = lowerBound(places, sentence.start); i < places.length; i++) {
      const other = places[i] as PlaceMention
      if (other.start >= sentence.end) break
      if (other.type === 'city' && other.use === 'location' && other.lat !== null)
        towns.set(`${other.lat},${other.lon}`, other)
    }
    const town = towns.size === 1 ? ([...towns.values()][0] as PlaceMention) : undefined
    if (!town) return place
    return {
      ...place,
      country: town.country,
      admin1: town.admin1,
      lat: town.lat,
      lon: town.lon,
      precision: 'city',
      basis: 'inferred:town-of-sentence',
    }
  })
}

function lowerBound(places: readonly PlaceMention[], start: number): number {
  let [low, high] = [0, places.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((places[middle] as PlaceMention).start < start) low = middle + 1
    else high = middle
  }
  return low
}
