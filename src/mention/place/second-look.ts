import type { Gazetteer } from '../gazetteer/gazetteer.ts'
import { kilometres, nearness } from './distance.ts'
import type { PlaceCandidate } from './make-candidates.ts'

/**
 * Features of the second look: what the first look at the whole text says about each name. A town that lies near the other
 * places of the report, or is surely a place in another sentence, is believed; a name that is a person elsewhere is not.
 */

/** Log-odds from which a candidate of the first look counts as a place of the text. */
const SURE = 1
/** Places of the text that distances are measured to. */
const MAX_ANCHORS = 32
/** Entries of one name that are compared; the most populous stand first in most names. */
const MAX_ENTRIES = 24

interface Anchor {
  readonly surface: string
  readonly entry: number
  readonly lat: number
  readonly lon: number
}

/** Feature names of every candidate, given the log-odds of the first look. Near linear in the number of candidates. */
export function secondFeatures(
  text: string,
  candidates: readonly PlaceCandidate[],
  first: readonly number[],
  typeOf: (i: number) => string,
  gazetteer: Gazetteer,
): string[][] {
  const surfaces = candidates.map((candidate) => text.slice(candidate.start, candidate.end).toLowerCase())
  const bySurface = new Map<string, { count: number; sum: number; most: number }>()
  surfaces.forEach((surface, i) => {
    const odds = first[i] as number
    const known = bySurface.get(surface) ?? { count: 0, sum: 0, most: Number.NEGATIVE_INFINITY }
    known.count++
    known.sum += odds
    known.most = Math.max(known.most, odds)
    bySurface.set(surface, known)
  })
  const anchors = anchorsOf(candidates, surfaces, first, gazetteer)
  const rivals = rivalsOf(candidates, first)
  return candidates.map((candidate, i) => {
    const odds = first[i] as number
    const surface = surfaces[i] as string
    const same = bySurface.get(surface) as { count: number; sum: number; most: number }
    const others = same.count - 1
    const mean = others > 0 ? (same.sum - odds) / others : null
    const type = typeOf(i)
    const near = candidate.name < 0 ? null : nearestAnchor(candidate.name, surface, anchors, gazetteer)
    const nearCode = near === null ? '-' : String(Math.floor(near * 10))
    const own = bucket(odds)
    const meanCode = mean === null ? '-' : bucket(mean)
    const rival = rivals[i] as number
    const rivalCode = rival === Number.NEGATIVE_INFINITY ? '-' : bucket(odds - rival)
    return [
      `o:${own}`,
      `oo:${meanCode}|${own}`,
      `om:${meanCode}|${type}`,
      `c:${Math.min(4, others)}|${meanCode}`,
      `near:${nearCode}|${type}`,
      `no:${nearCode}|${own}`,
      `rival:${rivalCode}`,
      `ro:${rivalCode}|${own}`,
      `ot:${own}|${type}`,
      `anchors:${Math.min(4, anchors.length)}|${own}`,
    ]
  })
}

function bucket(value: number): string {
  return String(Math.max(-8, Math.min(8, Math.round(value * 1.5))))
}

function anchorsOf(
  candidates: readonly PlaceCandidate[],
  surfaces: readonly string[],
  first: readonly number[],
  gazetteer: Gazetteer,
): Anchor[] {
  const out: Anchor[] = []
  const seen = new Set<string>()
  candidates.forEach((candidate, i) => {
    const surface = surfaces[i] as string
    if (out.length >= MAX_ANCHORS || candidate.name < 0 || (first[i] as number) < SURE || seen.has(surface)) return
    seen.add(surface)
    // Areas of any size hold the text together; of towns the largest meaning stands in until they are resolved.
    let best = -1
    let most = -1
    for (const hit of gazetteer.hits(candidate.name)) {
      const people = gazetteer.population(hit.entry)
      if (people > most && gazetteer.lat(hit.entry) !== null) {
        most = people
        best = hit.entry
      }
    }
    if (best >= 0)
      out.push({ surface, entry: best, lat: gazetteer.lat(best) as number, lon: gazetteer.lon(best) as number })
  })
  return out
}

/** How near any meaning of the name comes to another place of the text. */
function nearestAnchor(name: number, surface: string, anchors: readonly Anchor[], gazetteer: Gazetteer): number | null {
  let best: number | null = null
  for (const hit of gazetteer.hits(name).slice(0, MAX_ENTRIES)) {
    const [lat, lon] = [gazetteer.lat(hit.entry), gazetteer.lon(hit.entry)]
    if (lat === null || lon === null) continue
    for (const anchor of anchors) {
      if (anchor.surface === surface || anchor.entry === hit.entry) continue
      const near = nearness(kilometres(lat, lon, anchor.lat, anchor.lon))
      if (best === null || near > best) best = near
    }
  }
  return best
}

/** The best log-odds among candidates that overlap each one; negative infinity where none does. */
function rivalsOf(candidates: readonly PlaceCandidate[], first: readonly number[]): number[] {
  const out = candidates.map(() => Number.NEGATIVE_INFINITY)
  for (let i = 0; i < candidates.length; i++)
    for (let k = i + 1; k < candidates.length; k++) {
      const [a, b] = [candidates[i] as PlaceCandidate, candidates[k] as PlaceCandidate]
      if (b.start >= a.end) break
      out[i] = Math.max(out[i] as number, first[k] as number)
      out[k] = Math.max(out[k] as number, first[i] as number)
    }
  return out
}
