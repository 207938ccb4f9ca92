import type { EventRecord, RecordClaim } from '../coding/event-record.ts'
import type { Decision } from '../review/decision.ts'
import type { StoredRecord } from '../store/store.ts'
import type { Evidence, Field, FieldKind, FieldValue } from './schema.ts'

/** Characters of context that stand on each side of a quote. */
const CONTEXT_CHARACTERS = 90

interface Span {
  readonly start: number
  readonly end: number
  readonly quote: string
}

/** A value as one coder has it. */
interface Coded {
  readonly value: unknown
  readonly basis: string
  readonly spans: readonly Span[]
  readonly claimant: string | null
}

/** Fields that hold one value, in the order in which people read an event. */
const SINGLE: readonly (readonly [keyof EventRecord & string, FieldKind])[] = [
  ['type', 'type'],
  ['date', 'date'],
  ['place', 'place'],
  ['actors', 'actor'],
  ['recipients', 'actor'],
  ['issues', 'issue'],
  ['size', 'quantity'],
  ['killed', 'quantity'],
  ['injured', 'quantity'],
  ['arrested', 'quantity'],
  ['authorisation', 'authorisation'],
  ['certainty', 'certainty'],
  ['speaker', 'speaker'],
  ['polarity', 'polarity'],
  ['background', 'flag'],
  ['context', 'codes'],
]

/**
 * The fields of a stored record, each with its values: the one in force first, the coder's beside a person's, rival
 * claims after. `text` is the article's text, which the quotes' surroundings are cut from.
 */
export function fieldsOf(stored: StoredRecord, text: string): Field[] {
  const fields: Field[] = []
  for (const [name, kind] of SINGLE) {
    if (!Array.isArray(stored.machine[name]) || kind === 'codes') {
      const decisions = stored.decisions.filter((decision) => concerns(decision, name))
      fields.push(makeField(stored, text, { name: name, path: name, at: null, decisions }, kind))
      continue
    }
    const elements = elementsOf(stored, name)
    // A list without elements is shown as not stated; a person can put the first one there.
    if (elements.length === 0) fields.push({ ...EMPTY, field: name, path: `${name}.0`, kind })
    for (const element of elements) fields.push(makeField(stored, text, element, kind))
  }
  return fields
}

const EMPTY = { values: [], chosen: 'none', status: 'machine', decisions: [] } satisfies Partial<Field>

/** A field of the page: where it stands in the machine's record, and where a decision finds it now. */
interface Place {
  readonly name: string
  /** Path in the record as it stands; null where a person has taken the element out. */
  readonly path: string | null
  /** Index among the machine's elements; null for single fields and for elements that a person added. */
  readonly at: number | null
  readonly decisions: readonly Decision[]
}

/**
 * The elements of a list with the decisions on each. A decision names an element by its index at that time, and each
 * removal moves the ones behind it up, so the decisions are gone through in their order.
 */
function elementsOf(stored: StoredRecord, name: keyof EventRecord & string): Place[] {
  const machine = (stored.machine[name] as unknown[]).map((_, at) => ({
    at: at as number | null,
    decisions: [] as Decision[],
  }))
  const all = [...machine]
  const alive = [...machine]
  for (const decision of stored.decisions) {
    const [head, index] = (decision.field ?? '').split('.')
    if (head !== name || index === undefined) continue
    let element = alive[Number(index)]
    if (!element) {
      element = { at: null, decisions: [] }
      all.push(element)
      alive.push(element)
    }
    element.decisions.push(decision)
    const isWhole = decision.field === `${name}.${index}`
    if (isWhole && (decision.action === 'reject' || (decision.action === 'change' && decision.value === null)))
      alive.splice(alive.indexOf(element), 1)
  }
  return all.map((element, i) => {
    const now = alive.indexOf(element)
    return { name: `${name}.${i}`, path: now < 0 ? null : `${name}.${now}`, ...element }
  })
}

function makeField(stored: StoredRecord, text: string, place: Place, kind: FieldKind): Field {
  const { name, path, decisions } = place
  const change = decisions.findLast((decision) => decision.action !== 'accept')
  const isElement = name.includes('.')
  const machinePath = isElement ? (place.at === null ? null : `${name.split('.')[0]}.${place.at}`) : name
  const machine = machinePath === null ? null : coded(stored.machine, machinePath, kind)
  const values: FieldValue[] = []
  if (change) {
    const now = path === null || change.action === 'reject' ? null : coded(stored.record, path, kind, 'person')
    values.push({
      value: now?.value ?? null,
      basis: 'person',
      by: 'person',
      claimant: now?.claimant ?? null,
      person: change.person,
      decision: change.id,
      evidence: (now?.spans ?? []).map((span) => evidenceOf(span, stored, text)),
    })
  }
  for (const item of [...(machine ? [machine] : []), ...(machinePath ? rivals(stored.machine, machinePath) : [])])
    values.push({
      value: item.value,
      basis: item.basis,
      by: 'machine',
      claimant: item.claimant,
      person: null,
      decision: null,
      evidence: item.spans.map((span) => evidenceOf(span, stored, text)),
    })
  return {
    field: name,
    path,
    kind,
    values,
    chosen: values.length === 0 ? 'none' : change ? 'person' : values.length === 1 ? 'only' : 'coded',
    status: statusOf(stored, decisions),
    decisions: [...decisions],
  }
}

/** Paths that a field of the page covers besides its own: a type stands with its modes and its form. */
const COMPANIONS: Readonly<Record<string, readonly string[]>> = { type: ['mode', 'form'] }

function concerns(decision: Decision, path: string): boolean {
  const { field } = decision
  if (field === null) return false
  return field === path || field.startsWith(`${path}.`) || (COMPANIONS[path]?.includes(field) ?? false)
}

function statusOf(stored: StoredRecord, decisions: readonly Decision[]): Field['status'] {
  const last = decisions.at(-1)
  if (last) return last.action === 'change' ? 'changed' : last.action === 'reject' ? 'rejected' : 'accepted'
  return stored.status === 'accepted' ? 'accepted' : 'machine'
}

/** The value at a path with the words that it stands on; null where the record states nothing. */
function coded(record: EventRecord, path: string, kind: FieldKind, by: 'machine' | 'person' = 'machine'): Coded | null {
  const [name, index] = path.split('.') as [keyof EventRecord, string | undefined]
  const raw: unknown = index === undefined ? record[name] : (record[name] as unknown[])[Number(index)]
  if (raw === null || raw === undefined) return null
  const extra = record.evidence.filter((item) => item.field === path || item.field.startsWith(`${path}.`))
  const rules = record.basis.length > 0 ? record.basis.join(', ') : 'codebook'
  const judged = by === 'person' ? 'person' : `inferred:${rules}`
  switch (kind) {
    case 'type': {
      const { type, mode, form, quad, scale } = record
      const more = record.evidence.filter((item) => item.field === 'mode' || item.field === 'form')
      return {
        value: { type, mode, form, quad, scale },
        basis: judged,
        spans: distinct([record.trigger, ...extra, ...more]),
        claimant: null,
      }
    }
    case 'codes':
      return Array.isArray(raw) && raw.length > 0
        ? { value: raw, basis: by === 'person' ? 'person' : 'inferred:context', spans: distinct(extra), claimant: null }
        : null
    case 'certainty': {
      const { value, quote, start, end } = record.certainty
      const own = quote !== undefined && start !== undefined && end !== undefined ? [{ quote, start, end }] : []
      const spans = distinct([...own, ...extra])
      return {
        value,
        basis: by === 'person' ? 'person' : spans.length > 0 ? 'stated' : 'default:asserted',
        spans,
        claimant: null,
      }
    }
    case 'polarity':
      return record.polarity === 'negative' || by === 'person' || extra.length > 0
        ? { value: raw, basis: judged, spans: distinct(extra), claimant: null }
        : { value: raw, basis: 'default:positive', spans: [], claimant: null }
    case 'flag':
      return {
        value: raw,
        basis: raw || by === 'person' ? judged : 'default:news',
        spans: distinct(extra),
        claimant: null,
      }
    default: {
      const item = raw as Span & { basis?: string; claimant?: string }
      const { quote: _quote, start: _start, end: _end, basis, claimant, ...value } = item
      return {
        value,
        basis: basis ?? 'stated',
        spans: distinct([...(hasWords(item) ? [item] : []), ...extra]),
        claimant: claimant ?? null,
      }
    }
  }
}

function rivals(record: EventRecord, path: string): Coded[] {
  return record.claims
    .filter((claim) => claim.field === path)
    .map((claim: RecordClaim) => ({
      value: claim.value,
      basis: claim.basis,
      spans: hasWords(claim) ? [claim] : [],
      claimant: claim.claimant ?? null,
    }))
}

function hasWords(span: Partial<Span>): span is Span {
  return typeof span.start === 'number' && typeof span.end === 'number' && span.end > span.start
}

function distinct(spans: readonly Span[]): Span[] {
  const seen = new Set<string>()
  return spans.filter((span) => {
    const key = `${span.start}-${span.end}`
    if (!hasWords(span) || seen.has(key)) return false
    seen.add(key)
    return true
  })
}

/** The quote with what stands around it, cut so that no surrogate pair is split. */
export function evidenceOf(span: Span, stored: { readonly article: { readonly id: string } }, text: string): Evidence {
  const from = wholeCharacter(text, Math.max(0, span.start - CONTEXT_CHARACTERS))
  const to = wholeCharacter(text, Math.min(text.length, span.end + CONTEXT_CHARACTERS))
  return {
    article: stored.article.id,
    start: span.start,
    end: span.end,
    quote: span.quote,
    before: text.slice(from, span.start),
    after: text.slice(span.end, to),
  }
}

function wholeCharacter(text: string, at: number): number {
  const unit = text.charCodeAt(at)
  return unit >= 0xdc00 && unit <= 0xdfff ? at - 1 : at
}
