import type { Gazetteer, NameHit } from '../gazetteer/gazetteer.ts'
import type { NameKind } from '../gazetteer/layout.ts'
import type { PlaceType } from '../mention.ts'
import { areaTypeOf, readingsOf } from './area-word.ts'
import { baseForms } from './inflection.ts'

/** What a surface may mean: entries with the kind of name that leads to each, and how the name was read. */
export interface Candidates {
  readonly entries: readonly number[]
  readonly kinds: readonly NameKind[]
  /** Type that an area word of the surface asks for, or null. */
  readonly type: PlaceType | null
  /** `exact`, or the rule that made a weaker reading. */
  readonly rule: string
}

/** Most entries of one name that are weighed against each other; the rest have the fewest people. */
export const MAX_CANDIDATES = 40

const NOTHING: Candidates = { entries: [], kinds: [], type: null, rule: 'none' }

/** Candidates of a surface: the name itself, else its base forms, else weaker readings. Never throws. */
export function candidatesOf(gazetteer: Gazetteer, surface: string, language = 'en'): Candidates {
  const type = areaTypeOf(surface)
  const exact = gazetteer.hitsOf(surface)
  if (exact.length > 0) return choose(gazetteer, exact, type, 'exact')
  for (const base of baseForms(surface, language)) {
    const hits = gazetteer.hitsOf(base)
    if (hits.length > 0) return choose(gazetteer, hits, type, 'inflected')
  }
  for (const reading of readingsOf(surface)) {
    const hits = gazetteer.hitsOf(reading.surface)
    if (hits.length > 0) return choose(gazetteer, hits, reading.type ?? type, reading.rule)
  }
  return NOTHING
}

function choose(gazetteer: Gazetteer, hits: readonly NameHit[], type: PlaceType | null, rule: string): Candidates {
  let list = hits
  if (list.length > MAX_CANDIDATES) {
    // Areas have more people than their towns, so that the cut by population keeps them.
    list = [...list]
      .sort((a, b) => gazetteer.population(b.entry) - gazetteer.population(a.entry) || a.entry - b.entry)
      .slice(0, MAX_CANDIDATES)
  }
  return { entries: list.map((hit) => hit.entry), kinds: list.map((hit) => hit.kind), type, rule }
}
