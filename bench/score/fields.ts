import { contentWords, type Figures, harmonic, share } from './counts.ts'

interface FieldActor {
  readonly quote?: string
  readonly name?: string
  readonly country?: string | null
  readonly sector?: readonly string[] | string | null
}
interface FieldQuantity {
  readonly low?: number | null
  readonly high?: number | null
}
interface FieldIssue {
  readonly quote?: string
  readonly topic?: string
}
type Valued = string | { readonly value?: string } | null | undefined
export interface FieldRecord {
  readonly type: string
  readonly mode?: readonly string[] | string | null
  readonly trigger: { readonly start: number; readonly end: number; readonly quote?: string }
  readonly actors?: readonly FieldActor[]
  readonly recipients?: readonly FieldActor[]
  readonly place?: { readonly name?: string; readonly quote?: string; readonly country?: string | null } | null
  readonly date?: { readonly from?: string; readonly grain?: string } | null
  readonly size?: FieldQuantity | null
  readonly killed?: FieldQuantity | null
  readonly injured?: FieldQuantity | null
  readonly arrested?: FieldQuantity | null
  readonly authorisation?: Valued
  readonly certainty?: Valued
  readonly polarity?: string
  readonly background?: boolean
  readonly issues?: readonly FieldIssue[]
  readonly core?: boolean
}
export interface FieldItem {
  readonly id: string
  readonly events: readonly FieldRecord[]
}
export interface FieldText {
  readonly id: string
  readonly text: string
}

/** Types that a careful coder may take for one another; `type` is then counted wrong, the event found. */
const NEIGHBOURS: readonly (readonly [string, string])[] = [
  ['COERCE', 'SANCTION'],
  ['CONCEDE', 'RETREAT'],
  ['AGREE', 'COOPERATE'],
  ['AGREE', 'CONSULT'],
  ['SUPPORT', 'AGREE'],
  ['ACCUSE', 'REQUEST'],
  ['REJECT', 'ACCUSE'],
  ['COERCE', 'MOBILIZE'],
  ['AID', 'COOPERATE'],
]

const near = (a: string, b: string): boolean =>
  a === b || NEIGHBOURS.some(([x, y]) => (a === x && b === y) || (a === y && b === x))

/** Start and end of the sentence around an offset, cut as the published scorer cuts. */
function sentenceAround(text: string | undefined, at: number): [number, number] {
  if (!text) return [at - 120, at + 120]
  const cut = /[.!?]["”’)]?\s+|\n/gu
  let start = 0
  for (const match of text.slice(0, at).matchAll(cut)) start = match.index + match[0].length
  const after = /[.!?]["”’)]?\s+|\n/u.exec(text.slice(at))
  return [start, after ? at + after.index + after[0].length : text.length]
}

const wordsOf = (list: readonly { quote?: string; name?: string }[]): Set<string> =>
  new Set(list.flatMap((x) => [...contentWords(x.quote), ...contentWords(x.name)]))

const firstSector = (actor: FieldActor): string =>
  JSON.stringify(Array.isArray(actor.sector) ? actor.sector.slice(0, 1) : (actor.sector ?? []))

/** Whether the participants agree: a shared content word, or a shared country and a shared first sector. Null where gold is empty. */
function sameParticipants(gold: readonly FieldActor[], coded: readonly FieldActor[]): boolean | null {
  if (!gold.length) return null
  if (share(wordsOf(gold), wordsOf(coded))) return true
  const countries = (list: readonly FieldActor[]): Set<string> =>
    new Set(list.flatMap((actor) => (actor.country ? [actor.country] : [])))
  return (
    share(countries(gold), countries(coded)) && share(new Set(gold.map(firstSector)), new Set(coded.map(firstSector)))
  )
}

function sameQuantity(gold: FieldQuantity | null | undefined, coded: FieldQuantity | null | undefined): boolean | null {
  if (!gold) return null
  if (!coded) return false
  const values = new Set([gold.low, gold.high].filter((v) => v != null))
  return [coded.low, coded.high].some((v) => v != null && values.has(v))
}

const plainValue = (field: Valued): string | undefined =>
  typeof field === 'object' && field ? field.value : (field ?? undefined)
const asList = (mode: readonly string[] | string | null | undefined): readonly (string | null | undefined)[] =>
  Array.isArray(mode) ? mode : [mode as string | null | undefined]

/** What the scorer says of one article's events: for error reading. */
export interface FieldMiss {
  readonly article: string
  readonly kind: 'missed' | 'invented' | 'wrong-field'
  readonly type: string
  readonly quote: string
  readonly core: boolean
  readonly field?: string
}

/** Pairs of gold and coded records that stand for one event, one to one, best first: [index of gold, index of coded]. */
export function pairRecords(
  gold: readonly FieldRecord[],
  coded: readonly FieldRecord[],
  text: string | undefined,
): [number, number][] {
  const candidates: { score: number; x: number; y: number }[] = []
  for (const [x, g] of gold.entries()) {
    const [from, to] = sentenceAround(text, g.trigger.start)
    for (const [y, s] of coded.entries()) {
      if (!near(g.type, s.type)) continue
      const over = s.trigger.start < g.trigger.end && g.trigger.start < s.trigger.end
      if (!over && !(from <= s.trigger.start && s.trigger.start < to)) continue
      const score =
        4 * Number(over) +
        2 * Number(g.type === s.type) +
        Number(sameParticipants(g.recipients ?? [], s.recipients ?? []) ?? 0) +
        Number(sameParticipants(g.actors ?? [], s.actors ?? []) ?? 0)
      candidates.push({ score, x, y })
    }
  }
  candidates.sort((a, b) => b.score - a.score)
  const usedGold = new Set<number>()
  const usedCoded = new Set<number>()
  return candidates.flatMap(({ x, y }): [number, number][] => {
    if (usedGold.has(x) || usedCoded.has(y)) return []
    usedGold.add(x)
    usedCoded.add(y)
    return [[x, y]]
  })
}

/**
 * Records against hand-coded records. An event is found if a record of its type (or a neighbouring one) has its trigger
 * in the same sentence or overlapping the gold trigger, one to one, best first. Precision counts every gold record,
 * recall only core ones. Fields are scored on those found. "Records worth" is event F1 times field accuracy.
 */
export function scoreFields(
  gold: readonly FieldItem[],
  coded: readonly FieldItem[],
  texts: readonly FieldText[],
): { figures: Figures; misses: FieldMiss[] } {
  const byId = new Map(coded.map((item) => [item.id, item.events]))
  const textById = new Map(texts.map((item) => [item.id, item.text]))
  let [found, invented, core, coreFound] = [0, 0, 0, 0]
  const fields = new Map<string, [number, number]>()
  const misses: FieldMiss[] = []
  for (const item of gold) {
    const system = byId.get(item.id) ?? []
    const text = textById.get(item.id)
    const pairs = pairRecords(item.events, system, text)
    const usedGold = new Set(pairs.map(([x]) => x))
    const usedSystem = new Set(pairs.map(([, y]) => y))
    for (const [x, y] of pairs) {
      const g = item.events[x] as FieldRecord
      const s = system[y] as FieldRecord
      found++
      if (g.core ?? true) coreFound++
      for (const [field, right] of compareFields(g, s)) {
        if (right === null) continue
        const counts = fields.get(field) ?? [0, 0]
        counts[1]++
        if (right) counts[0]++
        else
          misses.push({
            article: item.id,
            kind: 'wrong-field',
            type: g.type,
            quote: g.trigger.quote ?? '',
            core: g.core ?? true,
            field,
          })
        fields.set(field, counts)
      }
    }
    invented += system.length - usedSystem.size
    for (const [x, g] of item.events.entries()) {
      if (g.core ?? true) core++
      if (!usedGold.has(x))
        misses.push({
          article: item.id,
          kind: 'missed',
          type: g.type,
          quote: g.trigger.quote ?? '',
          core: g.core ?? true,
        })
    }
    for (const [y, s] of system.entries())
      if (!usedSystem.has(y))
        misses.push({ article: item.id, kind: 'invented', type: s.type, quote: s.trigger.quote ?? '', core: false })
  }
  const precision = found / Math.max(1, found + invented)
  const recall = coreFound / Math.max(1, core)
  const eventF1 = harmonic(precision, recall)
  const all = [...fields.values()]
  const accuracy =
    all.reduce((sum, [hit]) => sum + hit, 0) /
    Math.max(
      1,
      all.reduce((sum, [, n]) => sum + n, 0),
    )
  return {
    figures: {
      worth: eventF1 * accuracy,
      event_f1: eventF1,
      event_precision: precision,
      event_recall_core: recall,
      field_accuracy: accuracy,
      ...Object.fromEntries([...fields].map(([name, [hit, n]]) => [`field_${name}`, hit / n])),
      items: gold.length,
    },
    misses,
  }
}

/** The fields that gold states, each with whether the coded record agrees; null where gold has nothing to compare. */
export function compareFields(g: FieldRecord, s: FieldRecord): [string, boolean | null][] {
  const out: [string, boolean | null][] = [
    ['type', g.type === s.type],
    ['actors', sameParticipants(g.actors ?? [], s.actors ?? [])],
    ['recipients', sameParticipants(g.recipients ?? [], s.recipients ?? [])],
  ]
  if (g.place) {
    const named = share(contentWords(g.place.name), contentWords(s.place?.name))
    const quoted = share(contentWords(g.place.quote), contentWords(s.place?.quote))
    out.push(['place', Boolean(s.place) && (named || quoted)])
    out.push(['country', Boolean(s.place) && (g.place.country ?? null) === (s.place?.country ?? null)])
  }
  if (g.date) {
    const digits = g.date.grain === 'day' ? 10 : g.date.grain === 'year' ? 4 : 7
    out.push([
      'date',
      Boolean(s.date) && (g.date.from ?? '').slice(0, digits) === (s.date?.from ?? '').slice(0, digits),
    ])
  }
  for (const field of ['size', 'killed', 'injured', 'arrested'] as const)
    out.push([field, sameQuantity(g[field], s[field])])
  out.push(['certainty', (plainValue(g.certainty) || 'asserted') === plainValue(s.certainty)])
  out.push(['polarity', (g.polarity ?? 'positive') === (s.polarity ?? 'positive')])
  out.push(['background', Boolean(g.background) === Boolean(s.background)])
  if (g.authorisation) out.push(['authorisation', plainValue(g.authorisation) === plainValue(s.authorisation)])
  if (g.issues?.length) {
    const joined = (list: readonly FieldIssue[]): FieldActor[] =>
      list.map((issue) => ({ quote: `${issue.quote ?? ''} ${issue.topic ?? ''}` }))
    out.push(['issues', sameParticipants(joined(g.issues), joined(s.issues ?? []))])
  }
  if (g.mode?.length) {
    const modes = new Set(asList(s.mode))
    out.push(['mode', asList(g.mode).some((mode) => modes.has(mode))])
  }
  return out
}
