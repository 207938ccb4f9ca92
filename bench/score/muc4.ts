import { Counts, type Figures, flag } from './counts.ts'

const ROLES = ['perp_ind', 'perp_org', 'target', 'victim', 'weapon'] as const
type Role = (typeof ROLES)[number]
type Filler = string | readonly string[] | { readonly alias: readonly string[] }

export interface Muc4Event extends Partial<Record<Role, readonly Filler[]>> {
  readonly type?: string
  readonly stage?: string
}
export interface Muc4Item {
  readonly id: string
  readonly templates?: readonly Muc4Event[]
  readonly events?: readonly Muc4Event[]
  readonly split?: string
}

const STOP = new Set('the a an of and in to some unidentified'.split(' '))

const normal = (text: string): string =>
  (text.toLowerCase().match(/[a-z0-9]+/gu) ?? []).filter((word) => !STOP.has(word)).join(' ')

function aliases(fillers: readonly Filler[] | undefined): string[][] {
  return (fillers ?? []).map((filler) =>
    (typeof filler === 'string' ? [filler] : 'alias' in filler ? filler.alias : filler).map(normal),
  )
}

/** Two names are one entity if equal, or if one's words are all in the other's and the last word is the same. */
function sameName(a: string, b: string): boolean {
  if (!a || !b) return false
  if (a === b) return true
  const x = a.split(' ')
  const y = b.split(' ')
  const within = x.every((w) => y.includes(w)) || y.every((w) => x.includes(w))
  return within && x.at(-1) === y.at(-1)
}

const sameEntity = (a: readonly string[], b: readonly string[]): boolean => a.some((x) => b.some((y) => sameName(x, y)))

function entities(events: readonly Muc4Event[], role: Role): string[][] {
  const out: string[][] = []
  for (const entity of events.flatMap((event) => aliases(event[role]))) {
    const known = out.find((other) => sameEntity(other, entity))
    if (known) known.push(...entity)
    else out.push([...entity])
  }
  return out
}

/** MUC-4: relevance of the article, its incident types, role fillers pooled over the article, stage of matched types. */
export function scoreMuc4(gold: readonly Muc4Item[], predictions: readonly Muc4Item[]): Figures {
  const byId = new Map(predictions.map((item) => [item.id, item.events ?? item.templates ?? []]))
  const relevance = new Counts()
  const types = new Counts()
  const roles: Record<Role, Counts> = {
    perp_ind: new Counts(),
    perp_org: new Counts(),
    target: new Counts(),
    victim: new Counts(),
    weapon: new Counts(),
  }
  let staged = 0
  let stageRight = 0
  let unaccomplished = 0
  let unaccomplishedRight = 0
  const upper = (text: string | undefined): string => (text ?? '').toUpperCase()
  for (const item of gold) {
    const g = item.templates ?? []
    const p = byId.get(item.id) ?? []
    relevance.add(flag(g.length), flag(p.length))
    types.add(
      g.map((t) => upper(t.type)),
      p.map((t) => upper(t.type)),
    )
    for (const role of ROLES) {
      const wanted = entities(g, role)
      const offered = entities(p, role)
      const used = new Set<number>()
      for (const entity of wanted) {
        const at = offered.findIndex((other, i) => !used.has(i) && sameEntity(entity, other))
        if (at < 0) roles[role].fn++
        else {
          used.add(at)
          roles[role].tp++
        }
      }
      roles[role].fp += offered.length - used.size
    }
    for (const template of g) {
      const same = p.filter((event) => upper(event.type) === upper(template.type) && event.stage)
      const right = same.some((event) => template.stage?.includes(upper(event.stage)))
      if (same.length && template.stage) {
        staged++
        if (right) stageRight++
      }
      if (template.stage && !template.stage.includes('ACCOMPLISHED')) {
        unaccomplished++
        if (right) unaccomplishedRight++
      }
    }
  }
  const micro = new Counts()
  for (const counts of Object.values(roles)) micro.merge(counts)
  const roleF1 = micro.f1
  micro.merge(types)
  return {
    types_roles_f1: micro.f1,
    types_f1: types.f1,
    roles_f1: roleF1,
    relevance_f1: relevance.f1,
    ...Object.fromEntries(ROLES.map((role) => [`${role}_f1`, roles[role].f1])),
    stage_accuracy: staged ? stageRight / staged : 0,
    unaccomplished_recall: unaccomplished ? unaccomplishedRight / unaccomplished : 0,
    items: gold.length,
  }
}
