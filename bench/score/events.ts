import { Counts, contentWords, type Figures, share } from './counts.ts'

/** An actor as the event sets write it: a text, a code, or both. */
export interface ScoredActor {
  readonly text?: string | null
  readonly code?: string | null
}
type ActorField = string | ScoredActor | readonly ScoredActor[] | null | undefined

export interface ScoredEvent {
  readonly type?: string | null | undefined
  readonly mode?: string | null | undefined
  readonly cameo?: string | null
  readonly source?: ActorField | undefined
  readonly target?: ActorField | undefined
  readonly reciprocal?: boolean
}
export interface EventItem {
  readonly id: string
  readonly events?: readonly ScoredEvent[]
  readonly split?: string
}
export type EventCode = 'type' | 'cameo' | 'root'

/** Names of modes of 2016 and what PLOVER 2.0 calls them. */
const MODE_2_0: Readonly<Record<string, string>> = {
  'demo-org': 'demo',
  'demo-spon': 'demo',
  'riot-org': 'riot',
  'riot-spon': 'riot',
  'strike-gen': 'strike',
  'strike-lim': 'strike',
  'strike-hun': 'hunger',
  detain: 'arrest',
  host: 'visit',
  ban: 'restrict',
  political: 'restrict',
  confiscate: 'seize',
  assassinate: 'targeted',
}

const actors = (field: ActorField): readonly ScoredActor[] => {
  if (!field) return []
  if (typeof field === 'string') return [{ text: field, code: field }]
  return Array.isArray(field) ? (field as readonly ScoredActor[]) : [field as ScoredActor]
}

const sameActor = (gold: ScoredActor, predicted: ScoredActor): boolean =>
  Boolean(gold.code && predicted.code && gold.code === predicted.code) ||
  share(contentWords(gold.text), contentWords(predicted.text))

/**
 * plover, petrarch, whodidwhat: code, code and mode, roles, and who did what to whom (code and both roles).
 * Two actors match if their codes are equal or they share a content word.
 */
export function scoreEvents(gold: readonly EventItem[], predictions: readonly EventItem[], key: EventCode): Figures {
  const byId = new Map<string, (readonly ScoredEvent[])[]>()
  for (const item of predictions) {
    const list = byId.get(item.id)
    if (list) list.push(item.events ?? [])
    else byId.set(item.id, [item.events ?? []])
  }
  // An id that occurs twice takes its predictions in order.
  const taken = new Map<string, number>()
  const predicted = (id: string): readonly ScoredEvent[] => {
    const index = taken.get(id) ?? 0
    taken.set(id, index + 1)
    const list = byId.get(id)
    return list ? (list[Math.min(index, list.length - 1)] ?? []) : []
  }
  const code = (event: ScoredEvent): string => (key === 'root' ? (event.cameo ?? '').slice(0, 2) : (event[key] ?? ''))
  const triple = (event: ScoredEvent): string =>
    JSON.stringify([code(event), event.source ?? null, event.target ?? null])
  const withMode = (events: readonly ScoredEvent[], map: (mode: string) => string): string[] =>
    events.filter((e) => e.mode).map((e) => `${code(e)} ${map(e.mode as string)}`)

  const codes = new Counts()
  const modes = new Counts()
  const modes20 = new Counts()
  const triples = new Counts()
  const source = new Counts()
  const target = new Counts()
  const whole = new Counts()
  let exact = 0
  let any = 0
  let exactTriples = 0
  for (const item of gold) {
    const g = item.events ?? []
    const p = predicted(item.id)
    const gCodes = g.map(code)
    const pCodes = p.map(code)
    codes.add(gCodes, pCodes)
    const pSet = new Set(pCodes)
    const gSet = new Set(gCodes)
    if (gSet.size === pSet.size && [...gSet].every((c) => pSet.has(c))) exact++
    if ([...gSet].some((c) => pSet.has(c)) || (!g.length && !p.length)) any++
    const gTriples = new Set(g.map(triple))
    const pTriples = new Set(p.map(triple))
    if (gTriples.size === pTriples.size && [...gTriples].every((t) => pTriples.has(t))) exactTriples++
    triples.add(gTriples, pTriples)
    modes.add(
      withMode(g, (m) => m),
      withMode(p, (m) => m),
    )
    modes20.add(
      withMode(g, (m) => MODE_2_0[m] ?? m),
      withMode(p, (m) => MODE_2_0[m] ?? m),
    )
    const reciprocal = g.some((e) => e.reciprocal)
    for (const [field, counts] of [
      ['source', source],
      ['target', target],
    ] as const) {
      const fields = reciprocal ? (['source', 'target'] as const) : ([field] as const)
      const gActors = g.flatMap((e) => fields.flatMap((f) => actors(e[f])))
      const pActors = p.flatMap((e) => fields.flatMap((f) => actors(e[f])))
      const used = new Set<number>()
      for (const actor of gActors) {
        const at = pActors.findIndex((other, i) => !used.has(i) && sameActor(actor, other))
        if (at < 0) counts.fn++
        else {
          used.add(at)
          counts.tp++
        }
      }
      counts.fp += pActors.length - used.size
    }
    let hits = 0
    for (const event of g) {
      const met = (wanted: readonly ScoredActor[], offered: readonly ScoredActor[]): boolean =>
        wanted.length === 0 || wanted.some((a) => offered.some((b) => sameActor(a, b)))
      const ok = p.some((other) => {
        if (code(event) !== code(other)) return false
        const s = actors(other.source)
        const t = actors(other.target)
        return (
          met(actors(event.source), event.reciprocal ? [...s, ...t] : s) &&
          met(actors(event.target), event.reciprocal ? [...t, ...s] : t)
        )
      })
      if (ok) {
        whole.tp++
        hits++
      } else whole.fn++
    }
    whole.fp += Math.max(0, p.length - hits)
  }
  const n = Math.max(1, gold.length)
  return {
    whole_f1: whole.f1,
    whole_precision: whole.precision,
    whole_recall: whole.recall,
    code_f1: codes.f1,
    code_precision: codes.precision,
    code_recall: codes.recall,
    mode_f1: modes.f1,
    mode_2_0_f1: modes20.f1,
    source_f1: source.f1,
    target_f1: target.f1,
    records_code_exact: exact / n,
    any_match: any / n,
    triple_f1: triples.f1,
    records_exact: exactTriples / n,
    items: gold.length,
  }
}
