import { z } from 'zod'

/**
 * The shape of an EventRecord, as every output of Groundswell carries it. These schemas are the source of the contract
 * in `docs/formats.md`. Fields may be added, never renamed or removed.
 */

const span = { quote: z.string(), start: z.int().nonnegative(), end: z.int().nonnegative() }
const basis = z.string()

export const EVENT_TYPES = [
  'AGREE',
  'CONSULT',
  'SUPPORT',
  'CONCEDE',
  'COOPERATE',
  'AID',
  'RETREAT',
  'REQUEST',
  'ACCUSE',
  'REJECT',
  'THREATEN',
  'PROTEST',
  'SANCTION',
  'MOBILIZE',
  'COERCE',
  'ASSAULT',
] as const
export type EventType = (typeof EVENT_TYPES)[number]

export const CERTAINTIES = ['asserted', 'alleged', 'denied', 'planned', 'called-for', 'hypothetical'] as const
export type Certainty = (typeof CERTAINTIES)[number]

export const LINK_KINDS = ['response-to', 'caused-by', 'part-of', 'same-as'] as const
export type LinkKind = (typeof LINK_KINDS)[number]

export const recordActor = z.object({
  name: z.string(),
  country: z.string().nullable(),
  sector: z.array(z.string()),
  role: z.enum(['organiser', 'participant', 'spokesperson']).optional(),
  ...span,
  basis,
})
export type RecordActor = z.infer<typeof recordActor>

export const recordIssue = z.object({
  topic: z.string(),
  target: z.object({ name: z.string(), country: z.string().nullable() }).optional(),
  ...span,
})
export type RecordIssue = z.infer<typeof recordIssue>

export const recordPlace = z.object({
  name: z.string(),
  country: z.string().nullable(),
  admin1: z.string().nullable(),
  lat: z.number().nullable(),
  lon: z.number().nullable(),
  geonames_id: z.int().nullable(),
  precision: z.enum(['point', 'city', 'admin2', 'admin1', 'country', 'region']),
  ...span,
  basis,
})
export type RecordPlace = z.infer<typeof recordPlace>

export const recordDate = z.object({
  from: z.string(),
  to: z.string(),
  grain: z.enum(['day', 'week', 'month', 'season', 'quarter', 'half', 'year', 'decade', 'century']),
  /** Empty quote with start = end where the date stands on no words (publication date by default). */
  ...span,
  basis,
})
export type RecordDate = z.infer<typeof recordDate>

export const recordQuantity = z.object({
  low: z.number().nullable(),
  high: z.number().nullable(),
  qualifier: z.enum(['exact', 'approx', 'below', 'at_least', 'at_most', 'range', 'vague', 'disputed', 'money']),
  claimant: z.string().optional(),
  ...span,
})
export type RecordQuantity = z.infer<typeof recordQuantity>

export const recordClaim = z.object({
  /** A path such as `size` or `actors.1.sector`. */
  field: z.string(),
  value: z.unknown(),
  claimant: z.string().optional(),
  ...span,
  basis,
})
export type RecordClaim = z.infer<typeof recordClaim>

export const recordEvidence = z.object({ field: z.string(), ...span })
export type RecordEvidence = z.infer<typeof recordEvidence>

export const recordLink = z.object({ kind: z.enum(LINK_KINDS), event: z.string(), ...span })
export type RecordLink = z.infer<typeof recordLink>

export const coderName = z.object({ name: z.string(), version: z.string(), resources: z.string() })
/** Who made a record: an engine version with the hash of its resources, or a person. */
export type Coder = z.infer<typeof coderName>

export const eventRecord = z.object({
  id: z.string(),
  article: z.string(),
  /** Codebook in force, such as `plover-2.0+gs-1`. */
  codebook: z.string(),
  type: z.enum(EVENT_TYPES),
  mode: z.array(z.string()),
  form: z.string().nullable(),
  context: z.array(z.string()),
  quad: z.enum(['verbal cooperation', 'material cooperation', 'verbal conflict', 'material conflict']),
  scale: z.number(),
  trigger: z.object(span),
  actors: z.array(recordActor),
  recipients: z.array(recordActor),
  issues: z.array(recordIssue),
  place: recordPlace.nullable(),
  date: recordDate.nullable(),
  size: recordQuantity.nullable(),
  killed: recordQuantity.nullable(),
  injured: recordQuantity.nullable(),
  arrested: recordQuantity.nullable(),
  authorisation: z.object({ value: z.enum(['authorised', 'unauthorised']), ...span }).nullable(),
  certainty: z.object({
    value: z.enum(CERTAINTIES),
    quote: z.string().optional(),
    start: z.int().optional(),
    end: z.int().optional(),
  }),
  polarity: z.enum(['positive', 'negative']),
  omission: z.boolean(),
  attempted: z.boolean(),
  background: z.boolean(),
  speaker: z.object({ name: z.string(), ...span }).nullable(),
  links: z.array(recordLink),
  claims: z.array(recordClaim),
  evidence: z.array(recordEvidence),
  confidence: z.number().min(0).max(1),
  /** Names of the rules that fired, in order: why the record is as it is. */
  basis: z.array(z.string()),
  coder: coderName,
})
export type EventRecord = z.infer<typeof eventRecord>
