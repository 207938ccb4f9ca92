import type { Figures } from './counts.ts'

export interface Timex {
  readonly start: number
  readonly end: number
  readonly type?: string
  readonly value?: string
}
export interface TimeItem {
  readonly id: string
  readonly timex?: readonly Timex[]
  readonly split?: string
}

const bySpan = (a: Timex, b: Timex): number => a.start - b.start || a.end - b.end
const f1 = (hits: number, gold: number, predicted: number): number =>
  gold + predicted ? (2 * hits) / (gold + predicted) : 0

/** Week numbers unpadded, since the gold mixes both; clock times on their day only. */
const normal = (value: string | undefined): string =>
  (value ?? '')
    .trim()
    .replace(/^(\d{4}-W)0(\d)/u, '$1$2')
    .replace(/^(\d{4}-\d\d-\d\d)T.*/u, '$1')

/** time-tbaq: equal spans first, then overlapping ones from left to right; a value counts if it is equal. */
export function scoreTime(gold: readonly TimeItem[], predictions: readonly TimeItem[]): Figures {
  const byId = new Map(predictions.map((item) => [item.id, item.timex ?? []]))
  let [n, found, right, typed, predicted, strict, days, daysRight] = [0, 0, 0, 0, 0, 0, 0, 0]
  for (const item of gold) {
    const g = [...(item.timex ?? [])].sort(bySpan)
    const p = [...(byId.get(item.id) ?? [])].sort(bySpan)
    predicted += p.length
    const pair = new Map<number, Timex>()
    const used = new Set<number>()
    const match = (test: (a: Timex, b: Timex) => boolean): void => {
      for (const [i, expression] of g.entries()) {
        if (pair.has(i)) continue
        const at = p.findIndex((q, j) => !used.has(j) && test(expression, q))
        if (at < 0) continue
        used.add(at)
        pair.set(i, p[at] as Timex)
      }
    }
    match((a, b) => a.start === b.start && a.end === b.end)
    strict += pair.size
    match((a, b) => b.start < a.end && a.start < b.end)
    for (const [i, expression] of g.entries()) {
      n++
      const day = /^\d{4}-\d\d-\d\d$/u.test(expression.value ?? '')
      if (day) days++
      const q = pair.get(i)
      if (!q) continue
      found++
      if (normal(q.value) !== normal(expression.value)) continue
      right++
      if (day) daysRight++
      if ((q.type ?? '').toUpperCase() === (expression.type ?? '').toUpperCase()) typed++
    }
  }
  return {
    value_f1: f1(right, n, predicted),
    day_accuracy: days ? daysRight / days : 0,
    value_type_f1: f1(typed, n, predicted),
    value_accuracy_found: found ? right / found : 0,
    span_f1: f1(found, n, predicted),
    span_exact_f1: f1(strict, n, predicted),
    span_precision: predicted ? found / predicted : 0,
    span_recall: n ? found / n : 0,
    items: gold.length,
  }
}
