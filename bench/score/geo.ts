import type { Figures } from './counts.ts'
import { harmonic } from './counts.ts'

export interface Toponym {
  readonly start: number
  readonly end: number
  readonly lat?: number | null
  readonly lon?: number | null
  readonly geonameid?: string | number | null
  readonly ignore?: boolean
}
export interface GeoItem {
  readonly id: string
  readonly toponyms?: readonly Toponym[]
}

/** Half the circumference of the Earth: what a place without an answer counts. */
const FARTHEST_KM = 20_039
const EARTH_RADIUS_KM = 6371.0088

/** Great-circle distance by the haversine formula. */
export function distanceKm(lat1: number, lon1: number, lat2: number, lon2: number): number {
  const r = Math.PI / 180
  const p =
    Math.sin(((lat2 - lat1) * r) / 2) ** 2 +
    Math.cos(lat1 * r) * Math.cos(lat2 * r) * Math.sin(((lon2 - lon1) * r) / 2) ** 2
  return 2 * EARTH_RADIUS_KM * Math.asin(Math.min(1, Math.sqrt(p)))
}

function statistics(errorsKm: readonly number[]): {
  acc161: number
  acc25: number
  meanKm: number
  medianKm: number
  auc: number
} {
  const sorted = [...errorsKm].sort((a, b) => a - b)
  const n = sorted.length
  if (!n) return { acc161: 0, acc25: 0, meanKm: 0, medianKm: 0, auc: 0 }
  const logs = sorted.map((km) => Math.log(1 + km))
  let area = 0
  for (let i = 0; i + 1 < n; i++) area += ((logs[i] as number) + (logs[i + 1] as number)) / 2
  return {
    acc161: sorted.filter((km) => km <= 161).length / n,
    acc25: sorted.filter((km) => km <= 25).length / n,
    meanKm: sorted.reduce((a, b) => a + b, 0) / n,
    medianKm: sorted[Math.floor(n / 2)] as number,
    auc: n < 2 ? 0 : area / (Math.log(1 + FARTHEST_KM) * (n - 1)),
  }
}

/**
 * Places. Without gold spans: recognition, and distances of those found. With: resolution alone, where every gold
 * toponym with coordinates counts and an unresolved one counts as far as can be. `identity` counts an equal GeoNames
 * id as 0 km, since centres of states and provinces differ between gazetteers.
 */
export function scoreGeo(gold: readonly GeoItem[], predictions: readonly GeoItem[], goldSpans: boolean): Figures {
  const byId = new Map(predictions.map((item) => [item.id, item.toponyms ?? []]))
  let [exact, overlapPredicted, goldCount, predictedCount, overlapGold, unresolved] = [0, 0, 0, 0, 0, 0]
  const errors: number[] = []
  const identity: number[] = []
  const crosses = (a: Toponym, b: Toponym): boolean => a.start < b.end && b.start < a.end
  for (const item of gold) {
    const all = item.toponyms ?? []
    const ignored = all.filter((t) => t.ignore)
    const g = all.filter((t) => !t.ignore)
    const p = (byId.get(item.id) ?? []).filter((q) => !ignored.some((t) => crosses(q, t)))
    goldCount += g.length
    predictedCount += p.length
    const bySpan = new Map(p.map((q) => [`${q.start} ${q.end}`, q]))
    for (const toponym of g) {
      const same = bySpan.get(`${toponym.start} ${toponym.end}`)
      if (same) exact++
      const q = same ?? p.find((other) => crosses(other, toponym))
      if (q) overlapGold++
      if (toponym.lat == null || (!q && !goldSpans)) continue
      let km = FARTHEST_KM
      if (q?.lat == null) unresolved++
      else km = distanceKm(toponym.lat, toponym.lon as number, q.lat, q.lon as number)
      errors.push(km)
      identity.push(toponym.geonameid && q && String(toponym.geonameid) === String(q.geonameid) ? 0 : km)
    }
    overlapPredicted += p.filter((q) => g.some((t) => crosses(q, t))).length
  }
  const P = exact / Math.max(1, predictedCount)
  const R = exact / Math.max(1, goldCount)
  const raw = statistics(errors)
  const same = statistics(identity)
  return {
    exact_f1: harmonic(P, R),
    exact_precision: P,
    exact_recall: R,
    overlap_f1: harmonic(overlapPredicted / Math.max(1, predictedCount), overlapGold / Math.max(1, goldCount)),
    acc161_identity: same.acc161,
    acc161: raw.acc161,
    acc25: raw.acc25,
    auc: raw.auc,
    mean_km: raw.meanKm,
    median_km: raw.medianKm,
    unresolved,
    items: gold.length,
  }
}
