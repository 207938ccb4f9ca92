import { wordsOf } from '../gazetteer/fold.ts'
import type { Gazetteer } from '../gazetteer/gazetteer.ts'
import type { PlaceType } from '../mention.ts'
import { areaTypeAfter, areaTypeBefore } from './area-word.ts'
import { type Candidates, candidatesOf } from './candidates.ts'
import { kilometres, nearness } from './distance.ts'

/**
 * Which place a name means: a linear score over the candidates of each name, with features of the place itself, of what
 * stands next to the name and of the other places of the text. The pattern is that of toponym resolution by population,
 * containment, document votes and minimal distance; `docs/places.md` has the figures of each step.
 */
export const FEATURES = [
  'population',
  'most-people',
  'country',
  'province',
  'district',
  'votes-country',
  'votes-province',
  'country-named',
  'province-named',
  'contained',
  'nearest',
  'mean-distance',
  'near-in-text',
  'area-word',
  'main-name',
  'contained-elsewhere',
  'capital',
  'quarter',
  'small',
  'weak-name',
  'home-country',
  'home-distance',
  'alike',
  'nearest-three',
] as const
export type FeatureName = (typeof FEATURES)[number]
export const FEATURE_COUNT = FEATURES.length

/** What is known beyond the text: where the outlet is at home. */
export interface RankPriors {
  /** Alpha-3 of the outlet's or the workspace's country. */
  readonly homeCountry?: string
  readonly homeLat?: number
  readonly homeLon?: number
}

/** A place name in the text whose meaning is asked. */
export interface NamedSpan {
  readonly start: number
  readonly end: number
  readonly surface: string
}

export interface RankedSpan extends NamedSpan {
  readonly candidates: Candidates
  /** Type that an area word in, before or after the name asks for. */
  readonly wanted: PlaceType | null
  /** Other members of the list that it stands in ("Cooke, Grayson and Love"), by position. */
  readonly list: readonly number[]
  /** Position in `candidates.entries` of the best, -1 where there is none. */
  readonly best: number
  /** One score for each candidate. */
  readonly scores: Float64Array
  /** Feature vectors, `FEATURE_COUNT` a candidate. */
  readonly features: Float64Array
}

const PASSES = 3
/** Members of the text's places that distances are measured to; more would make long lists quadratic. */
const MAX_ANCHORS = 48
/** How near in the text a name must be to count as a neighbour. */
const NEAR_CHARACTERS = 200
const MAX_NEIGHBOURS = 12
/** What joins a place to the area after it. */
const CONTAINS_NEXT = /^(?:,| ,|, in| in| \(|,? [\p{Ll}-]+ of| - |, near)? ?$/u
const COUNTRY_VOTE = 3
const PROVINCE_VOTE = 2

interface Surface {
  readonly candidates: Candidates
  readonly spans: number[]
}

/** Scores the candidates of every span. Time is near linear in the number of spans. */
export function rankPlaces(
  text: string,
  spans: readonly NamedSpan[],
  gazetteer: Gazetteer,
  weights: ArrayLike<number>,
  priors: RankPriors = {},
  language = 'en',
): RankedSpan[] {
  const surfaces = new Map<string, Surface>()
  const surfaceOf: Surface[] = spans.map((span, i) => {
    const key = span.surface
    let surface = surfaces.get(key)
    if (!surface) {
      surface = { candidates: candidatesOf(gazetteer, key, language), spans: [] }
      surfaces.set(key, surface)
    }
    surface.spans.push(i)
    return surface
  })
  const votes = countVotes(gazetteer, surfaceOf)
  const lists = listsOf(text, spans)
  const ranked = spans.map((span, i): RankedSpan & { best: number } => {
    const { candidates } = surfaceOf[i] as Surface
    return {
      ...span,
      candidates,
      wanted: candidates.type ?? wantedType(text, spans, lists[i] as readonly number[], i),
      list: lists[i] as readonly number[],
      best: mostPeople(gazetteer, candidates),
      scores: new Float64Array(candidates.entries.length),
      features: new Float64Array(candidates.entries.length * FEATURE_COUNT),
    }
  })
  const contained = containment(text, spans, surfaceOf, gazetteer)
  ranked.forEach((span, i) => {
    fixedFeatures(span, contained[i] as Uint8Array, gazetteer, votes, priors)
  })
  for (const surface of surfaces.values()) shareContainment(surface, ranked, contained)
  for (let pass = 0; pass < PASSES; pass++) {
    const anchors = anchorsOf(ranked, gazetteer)
    const neighbours = neighboursOf(ranked)
    const best = ranked.map((span) => (span.best < 0 ? -1 : (span.candidates.entries[span.best] as number)))
    // Distances to the text's places are the same for every mention of a surface.
    const toAnchors = new Map<string, Float64Array>()
    ranked.forEach((span, i) => {
      let distances = toAnchors.get(span.surface)
      if (!distances) {
        distances = anchorFeatures(span, anchors, gazetteer)
        toAnchors.set(span.surface, distances)
      }
      setAnchorFeatures(span, distances)
      neighbourFeatures(span, neighbours[i] as number[], ranked, best, gazetteer)
      score(span, weights)
    })
  }
  return ranked
}

const LIST_JOIN = /^(?:, (?:and |or |& )?| and | or | & |\/)$/u
/** Lists longer than this are tables; their members are compared within this reach only. */
const MAX_LIST = 12

/** For each span the other members of its list. */
function listsOf(text: string, spans: readonly NamedSpan[]): (readonly number[])[] {
  const out: (readonly number[])[] = spans.map(() => [])
  let from = 0
  for (let i = 1; i <= spans.length; i++) {
    const [before, here] = [spans[i - 1], spans[i]]
    const joined =
      before &&
      here &&
      here.start - before.end <= 6 &&
      i - from < MAX_LIST &&
      LIST_JOIN.test(text.slice(before.end, here.start))
    if (joined) continue
    if (i - from > 1) {
      const members = Array.from({ length: i - from }, (_, k) => from + k)
      for (const member of members) out[member] = members.filter((other) => other !== member)
    }
    from = i
  }
  return out
}

function wantedType(text: string, spans: readonly NamedSpan[], list: readonly number[], i: number): PlaceType | null {
  const span = spans[i] as NamedSpan
  const last = spans[Math.max(i, ...list)] as NamedSpan
  const first = spans[Math.min(i, ...list)] as NamedSpan
  return areaTypeAfter(text, span.end) ?? areaTypeAfter(text, last.end) ?? areaTypeBefore(text, first.start)
}

function mostPeople(gazetteer: Gazetteer, candidates: Candidates): number {
  let best = -1
  let most = -1
  candidates.entries.forEach((entry, i) => {
    const people = gazetteer.population(entry)
    if (people > most) {
      most = people
      best = i
    }
  })
  return best
}

interface Votes {
  readonly country: ReadonlyMap<number, number>
  readonly province: ReadonlyMap<number, number>
  /** Countries and provinces that some name of the text may mean. */
  readonly named: ReadonlySet<number>
}

function countVotes(gazetteer: Gazetteer, surfaces: readonly Surface[]): Votes {
  const country = new Map<number, number>()
  const province = new Map<number, number>()
  const named = new Set<number>()
  let voters = 0
  for (const { candidates } of surfaces) if (candidates.entries.length > 0) voters++
  for (const { candidates } of surfaces) {
    const { entries } = candidates
    if (entries.length === 0) continue
    const weight = entries.map((entry) => {
      const type = gazetteer.type(entry)
      const factor = type === 'country' ? COUNTRY_VOTE : type === 'admin1' ? PROVINCE_VOTE : 1
      return Math.sqrt(gazetteer.population(entry) + 100) * factor
    })
    const total = weight.reduce((sum, w) => sum + w, 0) * voters
    entries.forEach((entry, i) => {
      const share = (weight[i] as number) / total
      const [ofCountry, ofProvince] = [gazetteer.countryEntry(entry), gazetteer.admin1Entry(entry)]
      if (ofCountry >= 0) country.set(ofCountry, (country.get(ofCountry) ?? 0) + share)
      if (ofProvince >= 0) province.set(ofProvince, (province.get(ofProvince) ?? 0) + share)
      const type = gazetteer.type(entry)
      if (type === 'country' || type === 'admin1') named.add(entry)
    })
  }
  return { country, province, named }
}

/** For each span and candidate: whether the words after it name the area that the candidate lies in. */
function containment(
  text: string,
  spans: readonly NamedSpan[],
  surfaceOf: readonly Surface[],
  gazetteer: Gazetteer,
): Uint8Array[] {
  return spans.map((span, i) => {
    const { entries } = (surfaceOf[i] as Surface).candidates
    const out = new Uint8Array(entries.length)
    if (entries.length === 0) return out
    const next = spans[i + 1]
    const areas = new Set<number>()
    if (next && next.start - span.end <= 24 && CONTAINS_NEXT.test(text.slice(span.end, next.start)))
      for (const entry of (surfaceOf[i + 1] as Surface).candidates.entries) areas.add(entry)
    else if (text.startsWith(', ', span.end)) {
      const words = wordsOf(text, span.end + 2, Math.min(text.length, span.end + 50))
      const match = words.count > 0 && words.start[0] === span.end + 2 ? gazetteer.longestMatch(words, 0) : null
      if (match) for (const hit of gazetteer.hits(match.name)) areas.add(hit.entry)
    }
    if (areas.size === 0) return out
    entries.forEach((entry, c) => {
      for (const area of [gazetteer.countryEntry(entry), gazetteer.admin1Entry(entry), gazetteer.admin2Entry(entry)])
        if (area >= 0 && area !== entry && areas.has(area)) out[c] = 1
    })
    return out
  })
}

function shareContainment(surface: Surface, ranked: readonly RankedSpan[], contained: readonly Uint8Array[]): void {
  const count = surface.candidates.entries.length
  for (let c = 0; c < count; c++) {
    const any = surface.spans.some((i) => (contained[i] as Uint8Array)[c] === 1)
    if (any) for (const i of surface.spans) (ranked[i] as RankedSpan).features[c * FEATURE_COUNT + 15] = 1
  }
}

const AREA_TYPES: ReadonlySet<PlaceType> = new Set(['admin1', 'admin2', 'country', 'region'])

function fixedFeatures(
  span: RankedSpan,
  contained: Uint8Array,
  gazetteer: Gazetteer,
  votes: Votes,
  priors: RankPriors,
): void {
  const { wanted } = span
  const { entries, kinds } = span.candidates
  const most = Math.max(...entries.map((entry) => gazetteer.population(entry)), 0)
  entries.forEach((entry, c) => {
    const f = span.features
    const at = c * FEATURE_COUNT
    const people = gazetteer.population(entry)
    const type = gazetteer.type(entry)
    const [country, province] = [gazetteer.countryEntry(entry), gazetteer.admin1Entry(entry)]
    const kind = kinds[c]
    f[at] = Math.log10(people + 1) / 7
    f[at + 1] = people === most ? 1 : 0
    f[at + 2] = type === 'country' || type === 'region' ? 1 : 0
    f[at + 3] = type === 'admin1' ? 1 : 0
    f[at + 4] = type === 'admin2' ? 1 : 0
    f[at + 5] = votes.country.get(country) ?? 0
    f[at + 6] = votes.province.get(province) ?? 0
    f[at + 7] = type !== 'country' && votes.named.has(country) ? 1 : 0
    f[at + 8] = type !== 'country' && type !== 'admin1' && votes.named.has(province) ? 1 : 0
    f[at + 9] = contained[c] as number
    f[at + 13] = wanted === null ? 0 : (wanted === 'city') === !AREA_TYPES.has(type) ? 1 : -1
    f[at + 14] = kind === 'main' || kind === 'preferred' ? 1 : 0
    f[at + 16] = gazetteer.isCapital(entry) ? 1 : 0
    f[at + 17] = gazetteer.isDistrict(entry) ? 1 : 0
    f[at + 18] = gazetteer.isAssumed(entry) ? 1 : 0
    f[at + 19] = kind === 'short' || kind === 'former' || kind === 'alternate' ? 1 : 0
    f[at + 20] = priors.homeCountry !== undefined && gazetteer.alpha3(entry) === priors.homeCountry ? 1 : 0
    f[at + 21] = homeNearness(gazetteer, entry, priors)
  })
}

function homeNearness(gazetteer: Gazetteer, entry: number, priors: RankPriors): number {
  const [lat, lon] = [gazetteer.lat(entry), gazetteer.lon(entry)]
  if (priors.homeLat === undefined || priors.homeLon === undefined || lat === null || lon === null) return 0
  return nearness(kilometres(lat, lon, priors.homeLat, priors.homeLon))
}

interface Anchors {
  readonly entry: readonly number[]
  readonly surface: readonly string[]
  readonly lat: Float64Array
  readonly lon: Float64Array
  readonly local: readonly boolean[]
}

/** The places that the text speaks of by the last pass: one for each surface, the first ones of a long list. */
function anchorsOf(ranked: readonly RankedSpan[], gazetteer: Gazetteer): Anchors {
  const entry: number[] = []
  const surface: string[] = []
  const local: boolean[] = []
  const seen = new Set<string>()
  for (const span of ranked) {
    if (entry.length >= MAX_ANCHORS) break
    if (span.best < 0 || seen.has(span.surface)) continue
    seen.add(span.surface)
    const best = span.candidates.entries[span.best] as number
    if (gazetteer.lat(best) === null) continue
    entry.push(best)
    surface.push(span.surface)
    const type = gazetteer.type(best)
    local.push(type === 'city' || type === 'admin1' || type === 'admin2' || type === 'venue')
  }
  return {
    entry,
    surface,
    local,
    lat: Float64Array.from(entry, (e) => gazetteer.lat(e) as number),
    lon: Float64Array.from(entry, (e) => gazetteer.lon(e) as number),
  }
}

/** Spans within reach of each span in the text, nearest first as far as the limit goes. */
function neighboursOf(ranked: readonly RankedSpan[]): number[][] {
  return ranked.map((span, i) => {
    const out: number[] = []
    for (let step = 1; out.length < MAX_NEIGHBOURS; step++) {
      const [before, after] = [ranked[i - step], ranked[i + step]]
      const nearBefore = before !== undefined && span.start - before.end <= NEAR_CHARACTERS
      const nearAfter = after !== undefined && after.start - span.end <= NEAR_CHARACTERS
      if (nearBefore) out.push(i - step)
      if (nearAfter) out.push(i + step)
      if (!nearBefore && !nearAfter) break
    }
    return out
  })
}

const ANCHOR_FEATURES = 3

/** Nearest, mean and mean of the three nearest anchors for each candidate. */
function anchorFeatures(span: RankedSpan, anchors: Anchors, gazetteer: Gazetteer): Float64Array {
  const { entries } = span.candidates
  const out = new Float64Array(entries.length * ANCHOR_FEATURES)
  entries.forEach((entry, c) => {
    const [lat, lon] = [gazetteer.lat(entry), gazetteer.lon(entry)]
    if (lat === null || lon === null) return
    let [nearest, second, third, sum, count] = [0, 0, 0, 0, 0]
    for (let a = 0; a < anchors.entry.length; a++) {
      if (anchors.surface[a] === span.surface) continue
      const near = nearness(kilometres(lat, lon, anchors.lat[a] as number, anchors.lon[a] as number))
      sum += near
      count++
      if (!anchors.local[a] || anchors.entry[a] === entry) continue
      if (near > nearest) [nearest, second, third] = [near, nearest, second]
      else if (near > second) [second, third] = [near, second]
      else if (near > third) third = near
    }
    out[c * ANCHOR_FEATURES] = nearest
    out[c * ANCHOR_FEATURES + 1] = count > 0 ? sum / count : 0
    out[c * ANCHOR_FEATURES + 2] = (nearest + second + third) / 3
  })
  return out
}

function setAnchorFeatures(span: RankedSpan, distances: Float64Array): void {
  for (let c = 0; c < span.candidates.entries.length; c++) {
    const at = c * FEATURE_COUNT
    span.features[at + 10] = distances[c * ANCHOR_FEATURES] as number
    span.features[at + 11] = distances[c * ANCHOR_FEATURES + 1] as number
    span.features[at + 23] = distances[c * ANCHOR_FEATURES + 2] as number
  }
}

function neighbourFeatures(
  span: RankedSpan,
  neighbours: readonly number[],
  ranked: readonly RankedSpan[],
  best: readonly number[],
  gazetteer: Gazetteer,
): void {
  const near = new Map<number, readonly [number, number]>()
  for (const i of neighbours) {
    const other = best[i] as number
    if (other < 0 || near.has(other) || (ranked[i] as RankedSpan).surface === span.surface) continue
    const [lat, lon] = [gazetteer.lat(other), gazetteer.lon(other)]
    if (lat !== null && lon !== null) near.set(other, [lat, lon])
  }
  span.candidates.entries.forEach((entry, c) => {
    const at = c * FEATURE_COUNT
    span.features[at + 22] = alikeInList(span, entry, best, gazetteer)
    const [lat, lon] = [gazetteer.lat(entry), gazetteer.lon(entry)]
    let close = 0
    if (lat !== null && lon !== null)
      for (const [other, [otherLat, otherLon]] of near)
        if (other !== entry) close = Math.max(close, nearness(kilometres(lat, lon, otherLat, otherLon)))
    span.features[at + 12] = close
  })
}

/** Share of the list's other members that are places of the same type. */
function alikeInList(span: RankedSpan, entry: number, best: readonly number[], gazetteer: Gazetteer): number {
  let same = 0
  let count = 0
  for (const i of span.list) {
    const other = best[i] as number
    if (other < 0) continue
    count++
    if (gazetteer.type(other) === gazetteer.type(entry)) same++
  }
  return count === 0 ? 0 : same / count - 0.5
}

function score(span: RankedSpan, weights: ArrayLike<number>): void {
  let best = -1
  for (let c = 0; c < span.scores.length; c++) {
    let sum = 0
    for (let f = 0; f < FEATURE_COUNT; f++)
      sum += (weights[f] as number) * (span.features[c * FEATURE_COUNT + f] as number)
    span.scores[c] = sum
    if (best < 0 || sum > (span.scores[best] as number)) best = c
  }
  ;(span as { best: number }).best = best
}
