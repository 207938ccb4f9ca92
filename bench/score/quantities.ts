import type { Figures } from './counts.ts'

export interface QuantityItem {
  readonly id: string
  readonly text?: string
  readonly low?: number | null
  readonly high?: number | null
  readonly qualifier?: string
  readonly ccc_low?: number | null
  readonly countlove?: number | null
}

function same(a: number | null | undefined, b: number | null | undefined): boolean {
  if (a == null || b == null) return a == null && b == null
  return Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(a), Math.abs(b))
}

/** Quantity phrases: shares with the right low, high, both, qualifier, and all three; the derived export numbers too. */
export function scoreQuantities(gold: readonly QuantityItem[], predictions: readonly QuantityItem[]): Figures {
  const byId = new Map(predictions.map((item) => [item.id, item]))
  let [low, high, interval, qualifier, all] = [0, 0, 0, 0, 0]
  const derived = { ccc_low: [0, 0] as [number, number], countlove: [0, 0] as [number, number] }
  for (const item of gold) {
    const p = byId.get(item.id)
    if (!p) continue
    const l = same(item.low, p.low)
    const h = same(item.high, p.high)
    const q = item.qualifier === p.qualifier
    low += Number(l)
    high += Number(h)
    interval += Number(l && h)
    qualifier += Number(q)
    all += Number(l && h && q)
    for (const key of ['ccc_low', 'countlove'] as const)
      if (key in p && key in item) {
        derived[key][1]++
        derived[key][0] += Number(same(item[key], p[key]))
      }
  }
  const n = Math.max(1, gold.length)
  return {
    all_three: all / n,
    interval: interval / n,
    low: low / n,
    high: high / n,
    qualifier: qualifier / n,
    ...(derived.ccc_low[1] ? { ccc_low: derived.ccc_low[0] / derived.ccc_low[1] } : {}),
    ...(derived.countlove[1] ? { countlove: derived.countlove[0] / derived.countlove[1] } : {}),
    items: gold.length,
  }
}
