import { Counts, type Figures, flag } from './counts.ts'

export interface LabelItem {
  readonly id: string
  readonly label?: string
  readonly labels?: readonly number[]
  readonly split?: string
}

/** One label an item: accuracy, macro-F1 and F1 weighted by the gold's shares. */
export function scoreLabel(gold: readonly LabelItem[], predictions: readonly LabelItem[]): Figures {
  const byId = new Map(predictions.map((item) => [item.id, item.label]))
  const classes = [...new Set(gold.map((item) => item.label))]
  let right = 0
  let macro = 0
  let weighted = 0
  for (const item of gold) if (byId.get(item.id) === item.label) right++
  for (const name of classes) {
    const counts = new Counts()
    for (const item of gold) counts.add(flag(item.label === name), flag(byId.get(item.id) === name))
    macro += counts.f1 / classes.length
    weighted += (counts.f1 * gold.filter((item) => item.label === name).length) / gold.length
  }
  return { weighted_f1: weighted, macro_f1: macro, accuracy: right / gold.length, items: gold.length }
}

/** A row of yes-or-no labels an item: F1 of each, their mean, and of all pooled. */
export function scoreFlags(gold: readonly LabelItem[], predictions: readonly LabelItem[]): Figures {
  const byId = new Map(predictions.map((item) => [item.id, item.labels]))
  const width = gold[0]?.labels?.length ?? 0
  const each = Array.from({ length: width }, () => new Counts())
  const micro = new Counts()
  for (const item of gold) {
    const p = byId.get(item.id)
    for (const [i, counts] of each.entries()) {
      counts.add(flag(item.labels?.[i]), flag(p?.[i]))
      micro.add(item.labels?.[i] ? [String(i)] : [], p?.[i] ? [String(i)] : [])
    }
  }
  return {
    f1: each[0]?.f1 ?? 0,
    precision: each[0]?.precision ?? 0,
    recall: each[0]?.recall ?? 0,
    macro_f1: each.reduce((sum, c) => sum + c.f1, 0) / Math.max(1, width),
    micro_f1: micro.f1,
    items: gold.length,
  }
}
