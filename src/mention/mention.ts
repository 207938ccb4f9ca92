import { z } from 'zod'

/**
 * The shapes of mentions as `groundswell code --mentions` prints them. These schemas are the source of the contract in
 * `docs/formats.md`; fields may be added, never renamed or removed.
 */

const span = { quote: z.string(), start: z.int().nonnegative(), end: z.int().nonnegative() }

/** `stated`, or the rule that inferred the value. */
const basis = z.string()

export const placePrecision = z.enum(['point', 'city', 'admin2', 'admin1', 'country', 'region'])
export type PlacePrecision = z.infer<typeof placePrecision>

/** What a place is in the gazetteer. */
export const placeType = z.enum(['city', 'admin1', 'admin2', 'country', 'region', 'water', 'venue', 'other'])
export type PlaceType = z.infer<typeof placeType>

export const placeAlternative = z.object({
  name: z.string(),
  country: z.string().nullable(),
  admin1: z.string().nullable(),
  lat: z.number().nullable(),
  lon: z.number().nullable(),
  geonames_id: z.int().nullable(),
  score: z.number(),
  reasons: z.array(z.string()),
})

export const placeMention = z.object({
  ...span,
  name: z.string(),
  type: placeType,
  /** ISO 3166-1 alpha-3, null for seas and regions of several states. */
  country: z.string().nullable(),
  admin1: z.string().nullable(),
  admin2: z.string().nullable().optional(),
  lat: z.number().nullable(),
  lon: z.number().nullable(),
  geonames_id: z.int().nullable(),
  precision: placePrecision,
  /** `location`, or `actor` where the name stands for a government or people and locates nothing. */
  use: z.enum(['location', 'actor']),
  basis,
  /** Margin of the best over the second candidate, as a probability; below the threshold the place is left unresolved. */
  confidence: z.number().optional(),
  alternatives: z.array(placeAlternative),
})
export type PlaceMention = z.infer<typeof placeMention>

export const timeGrain = z.enum([
  'time',
  'day',
  'week',
  'month',
  'season',
  'quarter',
  'half',
  'year',
  'decade',
  'century',
  'reference',
])
export type TimeGrain = z.infer<typeof timeGrain>

export const timeMention = z.object({
  ...span,
  type: z.enum(['DATE', 'TIME', 'DURATION', 'SET']),
  /** TIMEX3 value: 2004-03-17, 2004-W12, P2D, PAST_REF … */
  value: z.string(),
  from: z.string().nullable(),
  to: z.string().nullable(),
  grain: timeGrain.nullable(),
  mod: z.enum(['START', 'MID', 'END', 'APPROX', 'BEFORE', 'AFTER']).nullable(),
  anchor: z.enum(['publication', 'narrative', 'event', 'none']),
  basis,
  /** The word before it that says how something lies to this date: "since February", "until Friday", "by May 1". */
  relation: z.enum(['since', 'until', 'by', 'before', 'after']).optional(),
})
export type TimeMention = z.infer<typeof timeMention>

export const quantityQualifier = z.enum([
  'exact',
  'approx',
  'below',
  'at_least',
  'at_most',
  'range',
  'vague',
  'disputed',
  'money',
])
export type QuantityQualifier = z.infer<typeof quantityQualifier>

export const quantityMention = z.object({
  ...span,
  kind: z.enum(['people', 'killed', 'injured', 'arrested', 'fined', 'money', 'percent', 'other']),
  low: z.number().nullable(),
  high: z.number().nullable(),
  qualifier: quantityQualifier,
  unit: z.string().nullable(),
  /** Who vouches for it ("police said"). */
  claimant: z.object({ name: z.string(), ...span }).nullable(),
})
export type QuantityMention = z.infer<typeof quantityMention>

export const actorMention = z.object({
  ...span,
  name: z.string(),
  kind: z.enum(['person', 'organisation', 'group']),
  country: z.string().nullable(),
  /** PLOVER sector codes, the best first (codebook.md section 4); empty where unknown. */
  sector: z.array(z.string()),
  /** Title or office as written ("Senate speaker"). */
  role: z.string().optional(),
  /** Lexicon entry, if any. */
  entity: z.string().optional(),
  /** Index of the mention in the same list that this one refers back to. */
  antecedent: z.int().optional(),
  /** Characters of the head noun, or of the last word of the name: what a parse tree points at. */
  head: z.object({ start: z.int(), end: z.int() }).optional(),
  /** Several people or bodies ("miners"), as against one. */
  plural: z.boolean().optional(),
  basis,
})
export type ActorMention = z.infer<typeof actorMention>

export const citationMention = z.object({
  ...span,
  publisher: z.string().nullable(),
  dates: z.array(z.object({ ...span, value: z.string(), accessed: z.boolean() })),
  /** The sentence before the bracket, which the citation supports. */
  supports: z.object({ start: z.int(), end: z.int() }).nullable(),
})
export type CitationMention = z.infer<typeof citationMention>

export const indicatorMention = z.object({
  ...span,
  series: z.string(),
  value: z.number(),
  unit: z.string(),
  from: z.string().nullable(),
  to: z.string().nullable(),
  actor_country: z.string().nullable().optional(),
  partner_country: z.string().nullable().optional(),
})
export type IndicatorMention = z.infer<typeof indicatorMention>

export const mentions = z.object({
  places: z.array(placeMention),
  times: z.array(timeMention),
  actors: z.array(actorMention),
  quantities: z.array(quantityMention),
  citations: z.array(citationMention),
  indicators: z.array(indicatorMention),
})
export type Mentions = z.infer<typeof mentions>
