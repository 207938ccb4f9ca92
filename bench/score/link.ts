import type { Figures } from './counts.ts'
import { harmonic } from './counts.ts'

export interface LinkItem {
  readonly id: string
  readonly story?: string
  readonly mentions?: readonly { readonly start: number; readonly end: number; readonly chain: string }[]
}
export interface LinkPrediction {
  readonly id: string
  readonly cluster?: string
  readonly clusters?: Readonly<Record<string, string>>
}

/** The best total weight of a one-to-one assignment, by the Hungarian method with potentials: O(rows² columns). */
export function bestAssignment(weights: readonly (readonly number[])[]): number {
  let w = weights
  const first = w[0]
  if (!first) return 0
  if (w.length > first.length) w = first.map((_, j) => weights.map((row) => row[j] as number))
  const n = w.length
  const m = (w[0] as readonly number[]).length
  const u = new Float64Array(n + 1)
  const v = new Float64Array(m + 1)
  const row = new Int32Array(m + 1)
  const way = new Int32Array(m + 1)
  for (let i = 1; i <= n; i++) {
    row[0] = i
    let j0 = 0
    const least = new Float64Array(m + 1).fill(Number.POSITIVE_INFINITY)
    const used = new Uint8Array(m + 1)
    do {
      used[j0] = 1
      const i0 = row[j0] as number
      const weightsOfRow = w[i0 - 1] as readonly number[]
      let delta = Number.POSITIVE_INFINITY
      let j1 = 0
      for (let j = 1; j <= m; j++) {
        if (used[j]) continue
        const reduced = -(weightsOfRow[j - 1] as number) - (u[i0] as number) - (v[j] as number)
        if (reduced < (least[j] as number)) {
          least[j] = reduced
          way[j] = j0
        }
        if ((least[j] as number) < delta) {
          delta = least[j] as number
          j1 = j
        }
      }
      for (let j = 0; j <= m; j++) {
        if (used[j]) {
          const at = row[j] as number
          u[at] = (u[at] as number) + delta
          v[j] = (v[j] as number) - delta
        } else least[j] = (least[j] as number) - delta
      }
      j0 = j1
    } while (row[j0] !== 0)
    while (j0) {
      const before = way[j0] as number
      row[j0] = row[before] as number
      j0 = before
    }
  }
  let total = 0
  for (let j = 1; j <= m; j++) if (row[j]) total += (w[(row[j] as number) - 1] as readonly number[])[j - 1] as number
  return total
}

function groups(assignment: ReadonlyMap<string, string>): Map<string, Set<string>> {
  const out = new Map<string, Set<string>>()
  for (const [key, cluster] of assignment) {
    const known = out.get(cluster)
    if (known) known.add(key)
    else out.set(cluster, new Set([key]))
  }
  return out
}

const pairs = (n: number): number => (n * (n - 1)) / 2

/** MUC, B3, CEAF-e and their mean (CoNLL), and precision and recall of pairs, between two partitions of the same keys. */
export function scorePartition(gold: ReadonlyMap<string, string>, predicted: ReadonlyMap<string, string>): Figures {
  const G = groups(gold)
  const P = groups(predicted)
  const muc = (clusters: Map<string, Set<string>>, other: ReadonlyMap<string, string>): number => {
    let [kept, all] = [0, 0]
    for (const cluster of clusters.values()) {
      kept += cluster.size - new Set([...cluster].map((key) => other.get(key))).size
      all += cluster.size - 1
    }
    return all ? kept / all : 0
  }
  const mucF = harmonic(muc(P, gold), muc(G, predicted))
  let [bRecall, bPrecision] = [0, 0]
  const common = new Map<string, Map<string, number>>()
  for (const [key, cluster] of gold) {
    const other = predicted.get(key) as string
    const inner = common.get(cluster) ?? new Map<string, number>()
    inner.set(other, (inner.get(other) ?? 0) + 1)
    common.set(cluster, inner)
  }
  let samePairs = 0
  for (const [g, inner] of common)
    for (const [p, n] of inner) {
      bRecall += (n * n) / (G.get(g) as Set<string>).size
      bPrecision += (n * n) / (P.get(p) as Set<string>).size
      samePairs += pairs(n)
    }
  bRecall /= gold.size
  bPrecision /= gold.size
  const ceaf = entityAlignment(G, P, common)
  const ceafF = harmonic(ceaf / P.size, ceaf / G.size)
  const goldPairs = [...G.values()].reduce((sum, c) => sum + pairs(c.size), 0)
  const predictedPairs = [...P.values()].reduce((sum, c) => sum + pairs(c.size), 0)
  const pairP = predictedPairs ? samePairs / predictedPairs : 0
  const pairR = goldPairs ? samePairs / goldPairs : 0
  const b3 = harmonic(bPrecision, bRecall)
  return {
    conll: (mucF + b3 + ceafF) / 3,
    muc: mucF,
    b3,
    b3_precision: bPrecision,
    b3_recall: bRecall,
    ceafe: ceafF,
    pair_precision: pairP,
    pair_recall: pairR,
    pair_f1: harmonic(pairP, pairR),
    items: gold.size,
  }
}

/** The best total similarity (phi 4) of gold and predicted clusters, worked out inside each connected block. */
function entityAlignment(
  G: Map<string, Set<string>>,
  P: Map<string, Set<string>>,
  common: Map<string, Map<string, number>>,
): number {
  const holders = new Map<string, string[]>()
  for (const [g, inner] of common) for (const p of inner.keys()) holders.set(p, [...(holders.get(p) ?? []), g])
  const seen = new Set<string>()
  let total = 0
  for (const start of common.keys()) {
    if (seen.has(start)) continue
    seen.add(start)
    const rows = [start]
    const columns = new Set<string>()
    for (let at = 0; at < rows.length; at++) {
      for (const p of (common.get(rows[at] as string) as Map<string, number>).keys()) {
        if (columns.has(p)) continue
        columns.add(p)
        for (const g of holders.get(p) as string[])
          if (!seen.has(g)) {
            seen.add(g)
            rows.push(g)
          }
      }
    }
    total += bestAssignment(
      rows.map((g) =>
        [...columns].map((p) => {
          const n = common.get(g)?.get(p) ?? 0
          return n ? (2 * n) / ((G.get(g) as Set<string>).size + (P.get(p) as Set<string>).size) : 0
        }),
      ),
    )
  }
  return total
}

/** ECB+: stories (whole documents) or event mentions over the gold spans. What is absent is a cluster of its own. */
export function scoreLink(
  gold: readonly LinkItem[],
  predictions: readonly LinkPrediction[],
  level: 'docs' | 'mentions',
): Figures {
  const byId = new Map(predictions.map((item) => [item.id, item]))
  const g = new Map<string, string>()
  const p = new Map<string, string>()
  for (const item of gold) {
    const prediction = byId.get(item.id)
    if (level === 'docs') {
      g.set(item.id, item.story ?? '')
      p.set(item.id, prediction?.cluster === undefined ? `own ${item.id}` : `p ${prediction.cluster}`)
      continue
    }
    for (const mention of item.mentions ?? []) {
      const span = `${mention.start}-${mention.end}`
      const key = `${item.id}:${span}`
      const cluster = prediction?.clusters?.[span]
      g.set(key, mention.chain)
      p.set(key, cluster === undefined ? `own ${key}` : `p ${cluster}`)
    }
  }
  return scorePartition(g, p)
}
