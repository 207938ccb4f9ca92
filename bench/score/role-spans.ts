import { Counts, type Figures } from './counts.ts'

interface SpanActor {
  readonly tok?: readonly [number, number]
  readonly start?: number
  readonly end?: number
}
interface SpanEvent {
  readonly source?: readonly SpanActor[]
  readonly target?: readonly SpanActor[]
  readonly reciprocal?: boolean
}
export interface SpanItem {
  readonly id: string
  readonly text?: string
  readonly tokens?: readonly string[]
  readonly tags?: readonly string[]
  readonly events?: readonly SpanEvent[]
  readonly split?: string
}
interface RoleSpan {
  readonly role: string
  readonly first: number
  readonly last: number
}

function spansOfTags(tags: readonly string[]): RoleSpan[] {
  const out: RoleSpan[] = []
  let open: { role: string; first: number } | null = null
  for (const [i, tag] of [...tags, 'O'].entries()) {
    if (open && (tag === 'O' || tag.startsWith('B-') || tag.slice(2) !== open.role)) {
      out.push({ role: open.role, first: open.first, last: i - 1 })
      open = null
    }
    if (tag !== 'O' && !open) open = { role: tag.slice(2), first: i }
  }
  return out
}

/** Farthest that a token may stand from the end of the one before it, as the published scorer has it. */
const MAX_TOKEN_GAP = 8

function tokenOffsets(item: SpanItem): (readonly [number, number] | null)[] {
  let at = 0
  return (item.tokens ?? []).map((token) => {
    const found = (item.text ?? '').indexOf(token, at)
    if (found < 0 || found - at > MAX_TOKEN_GAP) return null
    at = found + token.length
    return [found, at] as const
  })
}

function roleSpans(item: SpanItem | undefined, gold: SpanItem): RoleSpan[] {
  if (!item) return []
  if (item.tags) return spansOfTags(item.tags)
  const out = new Map<string, RoleSpan>()
  let offsets: ReturnType<typeof tokenOffsets> | null = null
  for (const event of item.events ?? []) {
    for (const [key, name] of [
      ['source', 'S'],
      ['target', 'T'],
    ] as const) {
      for (const actor of event[key] ?? []) {
        let first: number
        let last: number
        if (actor.tok) [first, last] = [actor.tok[0], actor.tok[1] - 1]
        else {
          offsets ??= tokenOffsets(gold)
          const { start = 0, end = 0 } = actor
          const covered = offsets.flatMap((o, i) => (o && o[0] < end && start < o[1] ? [i] : []))
          if (!covered.length) continue
          first = covered[0] as number
          last = covered.at(-1) as number
        }
        const role = event.reciprocal ? 'R' : name
        out.set(`${role} ${first} ${last}`, { role, first, last })
      }
    }
  }
  return [...out.values()].sort((a, b) =>
    a.role < b.role ? -1 : a.role > b.role ? 1 : a.first - b.first || a.last - b.last,
  )
}

/** whodidwhat, spans only: exact spans by role, micro and macro, and the overlap figure. */
export function scoreRoleSpans(gold: readonly SpanItem[], predictions: readonly SpanItem[]): Figures {
  const byId = new Map(predictions.map((item) => [item.id, item]))
  const roles: Record<'S' | 'T' | 'R', Counts> = { S: new Counts(), T: new Counts(), R: new Counts() }
  const overlap = new Counts()
  const key = (s: RoleSpan): string => `${s.first} ${s.last}`
  for (const item of gold) {
    const g = roleSpans(item, item)
    const p = roleSpans(byId.get(item.id), item)
    for (const role of ['S', 'T', 'R'] as const)
      roles[role].add(g.filter((s) => s.role === role).map(key), p.filter((s) => s.role === role).map(key))
    const used = new Set<number>()
    for (const span of g) {
      const at = p.findIndex(
        (q, i) => !used.has(i) && q.role === span.role && q.first <= span.last && span.first <= q.last,
      )
      if (at < 0) overlap.fn++
      else {
        used.add(at)
        overlap.tp++
      }
    }
    overlap.fp += p.length - used.size
  }
  const micro = new Counts()
  for (const counts of Object.values(roles)) micro.merge(counts)
  return {
    span_micro_f1: micro.f1,
    span_macro_f1: (roles.S.f1 + roles.T.f1 + roles.R.f1) / 3,
    source_span_f1: roles.S.f1,
    target_span_f1: roles.T.f1,
    reciprocal_span_f1: roles.R.f1,
    overlap_f1: overlap.f1,
  }
}
