import { isMode, scaleOf, TYPES } from '../coding/codebook.ts'
import { type EventRecord, eventRecord } from '../coding/event-record.ts'
import type { Decision, ReviewStatus } from './decision.ts'

/** A record as people left it. */
export interface Reviewed {
  readonly record: EventRecord
  readonly status: ReviewStatus
  /** Decisions in force, oldest first. */
  readonly active: readonly Decision[]
  /** Decisions that the record, as coded now, has no place for: kept, listed, without effect. */
  readonly unfit: readonly { readonly decision: Decision; readonly why: string }[]
}

/** Fields that name the record and its maker; no decision changes them. */
const FIXED = new Set(['id', 'article', 'codebook', 'coder', 'trigger', 'evidence', 'basis', 'quad', 'scale'])

/** Ids of the decisions that an undo in force takes back. An undo can be undone, which brings its decision back. */
export function undoneDecisions(decisions: readonly Decision[]): ReadonlySet<string> {
  const undone = new Set<string>()
  for (const decision of [...decisions].sort((a, b) => b.revision - a.revision))
    if (decision.action === 'undo' && decision.undoes && !undone.has(decision.id)) undone.add(decision.undoes)
  return undone
}

/** The decisions in force, undos themselves aside, oldest first. */
export function activeDecisions(decisions: readonly Decision[]): readonly Decision[] {
  const undone = undoneDecisions(decisions)
  return decisions
    .filter((decision) => decision.action !== 'undo' && !undone.has(decision.id))
    .sort((a, b) => a.revision - b.revision)
}

/**
 * Applies decisions to a machine-coded record. The machine's record is not touched. Values of people win; a changed
 * type takes its quad and scale from the codebook and keeps only the modes that it has.
 */
export function applyDecisions(machine: EventRecord, decisions: readonly Decision[]): Reviewed {
  const active = activeDecisions(decisions)
  let record = machine
  let verdict: ReviewStatus = 'machine'
  let changed = false
  const unfit: { decision: Decision; why: string }[] = []
  for (const decision of active) {
    if (!decision.field) {
      if (decision.action === 'accept') verdict = 'accepted'
      if (decision.action === 'reject') verdict = 'rejected'
      continue
    }
    if (decision.action === 'accept') continue
    const outcome = withField(record, decision.field, decision.action === 'reject' ? null : decision.value)
    if ('why' in outcome) unfit.push({ decision, why: outcome.why })
    else {
      record = outcome.record
      changed = true
    }
  }
  return { record, status: verdict === 'rejected' ? 'rejected' : changed ? 'changed' : verdict, active, unfit }
}

/**
 * The record with one field set, or why that cannot be. A null takes an element out of a list and clears any other
 * field. A whole object may be given without its quote: it then stands on a person's word, as its basis says.
 */
export function withField(
  record: EventRecord,
  field: string,
  value: unknown,
): { readonly record: EventRecord } | { readonly why: string } {
  const path = field.split('.')
  const [head] = path as [string, ...string[]]
  if (FIXED.has(head)) return { why: `${head} follows from the coding and cannot be changed` }
  if (!(head in record)) return { why: `a record has no field ${head}` }
  const copy = structuredClone(record) as Record<string, unknown>
  let holder: Record<string, unknown> | unknown[] = copy
  for (const step of path.slice(0, -1)) {
    const inner: unknown = (holder as Record<string, unknown>)[step]
    if (typeof inner !== 'object' || inner === null) return { why: `there is nothing at ${field}` }
    holder = inner as Record<string, unknown>
  }
  const last = path.at(-1) as string
  if (Array.isArray(holder)) {
    const index = Number(last)
    if (!Number.isInteger(index) || index < 0 || index > holder.length) return { why: `there is nothing at ${field}` }
    if (value === null) holder.splice(index, 1)
    else holder[index] = onPersonsWord(value, head)
  } else {
    if (value === null && Array.isArray(holder[last])) holder[last] = []
    else holder[last] = path.length === 1 ? onPersonsWord(value, head) : value
  }
  if (head === 'type') {
    const type = EVENT_TYPE.safeParse(copy.type)
    if (!type.success) return { why: `${String(value)} is not an event type` }
    copy.mode = (copy.mode as string[]).filter((mode) => isMode(type.data, mode))
    copy.quad = TYPES[type.data].quad
    copy.scale = scaleOf(type.data, copy.mode as string[])
  }
  if (head === 'mode') copy.scale = scaleOf(record.type, copy.mode as string[])
  const checked = eventRecord.safeParse(copy)
  // The copy, not what zod made of it: fields that a later coder adds must not get lost.
  if (checked.success) return { record: copy as unknown as EventRecord }
  const issue = checked.error.issues[0]
  return { why: `${issue?.path.join('.') || field}: ${issue?.message ?? 'not a valid value'}` }
}

const EVENT_TYPE = eventRecord.shape.type

/** What a person who gives part of an object leaves open. */
const OPEN_PARTS: Readonly<Record<string, object>> = {
  place: { country: null, admin1: null, lat: null, lon: null, geonames_id: null, precision: 'city' },
  date: { grain: 'day' },
  actors: { country: null, sector: [] },
  recipients: { country: null, sector: [] },
  size: { high: null, qualifier: 'exact' },
  killed: { high: null, qualifier: 'exact' },
  injured: { high: null, qualifier: 'exact' },
  arrested: { high: null, qualifier: 'exact' },
}

/** Completes an object that a person gave without quote: no characters, and a basis that says whose word it is. */
function onPersonsWord(value: unknown, head: string): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value
  return { quote: '', start: 0, end: 0, basis: 'person', ...OPEN_PARTS[head], ...value }
}
