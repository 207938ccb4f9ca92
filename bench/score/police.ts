import { Counts, type Figures } from './counts.ts'

export const POLICE_LABELS = ['KILL', 'ARREST', 'FAIL', 'FORCE', 'ANY_ACTION'] as const

interface PoliceSource {
  readonly sector?: string
}
export interface PoliceEvent {
  readonly type?: string
  readonly mode?: string | null
  readonly source?: PoliceSource | readonly PoliceSource[] | null
  readonly negated?: boolean
  readonly failed_to_act?: boolean
  readonly status?: string
  readonly dead?: number | null
}
export interface PolicePrediction {
  readonly id: string
  readonly labels?: readonly string[]
  readonly events?: readonly PoliceEvent[]
}
export interface PoliceItem {
  readonly id: string
  readonly labels: readonly string[]
  readonly sents: readonly { readonly i: number; readonly labels: readonly string[] }[]
}

const FORCE_MODES = new Set(['crowd-control', 'disperse', 'teargas', 'baton'])
const FATAL_MODES = new Set(['kill', 'firearms-fatal', 'assassinate'])
const NOT_DONE = new Set(['planned', 'threatened', 'denied'])

/** The five labels that a list of events stands for: what police did, and what they failed to do. */
export function policeLabels(prediction: PolicePrediction): Set<string> {
  if (prediction.labels) return new Set(prediction.labels)
  const out = new Set<string>()
  for (const event of prediction.events ?? []) {
    const source = Array.isArray(event.source) ? event.source[0] : event.source
    const police = source?.sector === 'COP' || source?.sector === 'POLICE'
    if (!police || NOT_DONE.has(event.status ?? '')) continue
    if (event.failed_to_act || event.negated) {
      out.add('FAIL')
      continue
    }
    out.add('ANY_ACTION')
    const mode = event.mode ?? ''
    if (event.type === 'ASSAULT' || FORCE_MODES.has(mode)) {
      out.add('FORCE')
      if (event.dead || FATAL_MODES.has(mode)) out.add('KILL')
    }
    if (event.type === 'COERCE' && mode === 'arrest') out.add('ARREST')
  }
  return out
}

/** IndiaPoliceEvents: F1 of each label and their mean, by article or by sentence. */
export function scorePolice(
  gold: readonly PoliceItem[],
  predictions: readonly PolicePrediction[],
  level: 'doc' | 'sent',
): Figures {
  const byId = new Map(predictions.map((item) => [item.id, policeLabels(item)]))
  const items =
    level === 'doc'
      ? gold.map((item) => [item.id, item.labels] as const)
      : gold.flatMap((item) => item.sents.map((s) => [`${item.id}#${s.i}`, s.labels] as const))
  const counts = new Map(POLICE_LABELS.map((label) => [label, new Counts()]))
  const micro = new Counts()
  for (const [id, labels] of items) {
    const p = byId.get(id) ?? new Set<string>()
    for (const [label, c] of counts) c.add(labels.includes(label) ? [label] : [], p.has(label) ? [label] : [])
    micro.add(labels, p)
  }
  return {
    macro_f1: [...counts.values()].reduce((sum, c) => sum + c.f1, 0) / POLICE_LABELS.length,
    ...Object.fromEntries(
      [...counts].flatMap(([label, c]) => [
        [`${label.toLowerCase()}_f1`, c.f1],
        [`${label.toLowerCase()}_precision`, c.precision],
        [`${label.toLowerCase()}_recall`, c.recall],
      ]),
    ),
    micro_f1: micro.f1,
    items: items.length,
  }
}
