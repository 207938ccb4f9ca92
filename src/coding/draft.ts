import type { Quote, Span } from '../base/span.ts'
import type {
  Certainty,
  EventRecord,
  EventType,
  RecordClaim,
  RecordDate,
  RecordPlace,
  RecordQuantity,
} from './event-record.ts'
import type { TriggerEntry } from './lexicon.ts'
import type { Tree } from './tree.ts'

/** Someone in a role: the head word and the characters of the whole phrase. */
export interface Participant extends Span {
  readonly tree: Tree
  readonly head: number
  /** The construction that it was found by. */
  readonly rule: string
}

/** A trigger found in a sentence. */
export interface Match {
  readonly entry: TriggerEntry
  readonly phrase: string
  readonly tree: Tree
  /** Token whose arcs give the roles. */
  readonly head: number
  /** First and last token of the quote. */
  readonly first: number
  readonly last: number
  /** Tokens that belong to the phrase; other triggers on them are not looked at. */
  readonly used: readonly number[]
}

/** An event on its way to a record. Stages fill it in turn. */
export interface Draft {
  readonly match: Match
  readonly tree: Tree
  readonly head: number
  type: EventType
  modes: string[]
  form: string | null
  actors: Participant[]
  recipients: Participant[]
  issues: Span[]
  certainty: Certainty
  cue: Quote | null
  polarity: 'positive' | 'negative'
  omission: boolean
  attempted: boolean
  background: boolean
  speaker: Participant | null
  /** How probable it is that a reader would code it; nought before it is weighed. */
  confidence: number
  /** Why no record is made of it; null while it stands. */
  dropped: string | null
  place: RecordPlace | null
  date: RecordDate | null
  size: RecordQuantity | null
  killed: RecordQuantity | null
  injured: RecordQuantity | null
  arrested: RecordQuantity | null
  authorisation: EventRecord['authorisation']
  claims: RecordClaim[]
  evidence: { field: string; start: number; end: number }[]
  links: { kind: 'response-to' | 'caused-by' | 'part-of'; to: Draft; start: number; end: number }[]
  /** Names of the rules that fired. */
  basis: string[]
  /** Definite nominal: may refer back to an event already told. */
  anaphor: boolean
}

/** A fresh draft of a match. */
export function draftOf(match: Match): Draft {
  const { entry } = match
  return {
    match,
    tree: match.tree,
    head: match.head,
    type: entry.type,
    modes: [...entry.modes],
    form: entry.form,
    actors: [],
    recipients: [],
    issues: [],
    certainty: 'asserted',
    cue: null,
    polarity: 'positive',
    omission: false,
    attempted: false,
    background: false,
    speaker: null,
    confidence: 0,
    dropped: null,
    place: null,
    date: null,
    size: null,
    killed: null,
    injured: null,
    arrested: null,
    authorisation: null,
    claims: [],
    evidence: [],
    links: [],
    basis: [`trigger:${entry.id}`, ...(entry.cameo === null ? [] : [`cameo:${entry.cameo}`])],
    anaphor: false,
  }
}
