import type { Sector } from './code.ts'
import type { AgentNoun, Entity } from './lexicon.ts'

/** How an actor was found; the order is the order of trust. */
export type ActorBasis = string

/** An actor mention while the finders and refiners work on it: token positions instead of characters. */
export interface Draft {
  readonly sentence: number
  /** Tokens of the whole phrase, both included. */
  first: number
  last: number
  /** Tokens of the head noun, or of the name. */
  head: number
  /** Tokens of the name without determiner and quantity. */
  nameFirst: number
  nameLast: number
  kind: 'person' | 'organisation' | 'group'
  /** Name to show; null: the words of the name span. */
  name: string | null
  country: string | null
  /** Which rule gave the country, null where none has yet. */
  countryBasis: string | null
  sector: readonly Sector[]
  /** The sector is the fallback of a noun that says little ("leader"), not read from the words. */
  fallback: boolean
  role: string | null
  entity: Entity | null
  antecedent: Draft | null
  basis: ActorBasis
  plural: boolean
  definite: boolean
  former: boolean
  agent: AgentNoun | null
  /** The words are a name of its own (not a common noun). */
  proper: boolean
  /** Folded words of a person's name, without titles. */
  nameWords: readonly string[]
  pronoun: boolean
}

/** A candidate that was not taken, and why. */
export interface RejectedActor {
  readonly quote: string
  readonly start: number
  readonly end: number
  readonly reason: string
}

/** A draft with the plain values that most makers begin from. */
export function newDraft(
  values: Pick<Draft, 'sentence' | 'first' | 'last' | 'head' | 'kind' | 'basis'> & Partial<Draft>,
): Draft {
  return {
    nameFirst: values.first,
    nameLast: values.last,
    name: null,
    country: null,
    countryBasis: null,
    sector: [],
    fallback: false,
    role: null,
    entity: null,
    antecedent: null,
    plural: false,
    definite: false,
    former: false,
    agent: null,
    proper: false,
    nameWords: [],
    pronoun: false,
    ...values,
  }
}

/** Sectors without repeats, in order, at most four: more say nothing. */
export function joinSectors(...lists: readonly (readonly Sector[])[]): Sector[] {
  const out: Sector[] = []
  for (const list of lists) for (const sector of list) if (!out.includes(sector)) out.push(sector)
  return out.slice(0, 4)
}

/** Verdict of a maker on one match: a draft, or the reason why there is none. */
export type Verdict = { readonly drafts: readonly Draft[] } | { readonly reason: string }
