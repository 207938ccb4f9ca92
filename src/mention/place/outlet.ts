import type { NameFinder } from '../../language/names/name.ts'
import type { Gazetteer } from '../gazetteer/gazetteer.ts'
import type { MentionInput } from '../input.ts'
import { kilometres, nearness } from './distance.ts'
import { spotPlaces } from './find-places.ts'
import { RANKER_WEIGHTS } from './models.ts'
import { type RankPriors, rankPlaces } from './ranker.ts'

/** Fewest articles that say where an outlet is at home. */
const MIN_ARTICLES = 3
/** Places of an outlet that are compared with each other; the first ones of a long record. */
const MAX_PLACES = 300

/**
 * Where an outlet is at home, learned from the places of its own articles: the spot that is near to most of them, one vote
 * for each place and article. Empty for an outlet with fewer than three articles. Pass it to the next coding of the
 * outlet's articles; it is a prior for names with several meanings, never the place of an event.
 */
export function homeOf(gazetteer: Gazetteer, articles: readonly (readonly number[])[]): RankPriors {
  if (articles.length < MIN_ARTICLES) return {}
  const counts = new Map<number, number>()
  for (const places of articles)
    for (const entry of new Set(places)) {
      const type = gazetteer.type(entry)
      if (gazetteer.lat(entry) === null || (type !== 'city' && type !== 'admin2')) continue
      counts.set(entry, (counts.get(entry) ?? 0) + 1)
    }
  const places = [...counts].slice(0, MAX_PLACES)
  let best = -1
  let most = 0
  for (const [entry] of places) {
    const [lat, lon] = [gazetteer.lat(entry) as number, gazetteer.lon(entry) as number]
    let sum = 0
    for (const [other, count] of places)
      sum += count * nearness(kilometres(lat, lon, gazetteer.lat(other) as number, gazetteer.lon(other) as number))
    if (sum > most) {
      most = sum
      best = entry
    }
  }
  if (best < 0) return {}
  const country = gazetteer.alpha3(best)
  return {
    homeLat: gazetteer.lat(best) as number,
    homeLon: gazetteer.lon(best) as number,
    ...(country === null ? {} : { homeCountry: country }),
  }
}

/** Entries of the places that an article names, read without any home: what `homeOf` learns from. */
export function placesNamed(input: MentionInput, gazetteer: Gazetteer, names?: NameFinder): number[] {
  const { text } = input
  const spans = spotPlaces(input, gazetteer, names)
    .spotted.filter((spot) => !spot.demonym)
    .map(({ start, end }) => ({ start, end, surface: text.slice(start, end) }))
  return rankPlaces(text, spans, gazetteer, RANKER_WEIGHTS.away, {}, input.analysis.language).flatMap((span) =>
    span.best < 0 ? [] : [span.candidates.entries[span.best] as number],
  )
}
