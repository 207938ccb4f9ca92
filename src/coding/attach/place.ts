import { addDays } from '../../base/plain-date.ts'
import { overlaps } from '../../base/span.ts'
import type { ActorMention, PlaceMention } from '../../mention/mention.ts'
import type { Draft } from '../draft.ts'
import type { EventType, RecordPlace } from '../event-record.ts'
import type { CodingState } from '../state.ts'
import { FIT, placeFit, VERBAL } from './place-fit.ts'

const FINENESS: Readonly<Record<string, number>> = { point: 5, city: 4, admin2: 3, admin1: 2, country: 1, region: 0 }
/** Types told one after another at one place, unless another is named. */
const NARRATED: ReadonlySet<EventType> = new Set(['PROTEST', 'ASSAULT', 'COERCE', 'MOBILIZE', 'RETREAT'])
/** Sentences that the place of a told event reaches on before the dateline is the better guess. */
const STORY_SENTENCES = 3

/** The record's form of a place mention. */
export function placeRecord(mention: PlaceMention, basis: string): RecordPlace {
  return {
    name: mention.name,
    country: mention.country,
    admin1: mention.admin1,
    lat: mention.lat,
    lon: mention.lon,
    geonames_id: mention.geonames_id,
    precision: mention.precision,
    quote: mention.quote,
    start: mention.start,
    end: mention.end,
    basis,
  }
}

/** What is known of an article's places while its events are gone through in order. */
interface Story {
  readonly places: readonly PlaceMention[]
  readonly dateline: PlaceMention | null
  /** The last place at which an event was said to happen, and the sentence that said so. */
  told: { place: PlaceMention; sentence: number } | null
}

/**
 * Gives every draft the place where it happened: a locative of its clause or sentence, the place of the event told just
 * before, the dateline, the place named most often so far. Citations, outlets and demonyms never locate; acts of words
 * have a place only where their own clause says so.
 */
export function attachPlaces(state: CodingState): void {
  const { citations, actors } = state.mentions
  const places = state.mentions.places.filter(
    (place) =>
      place.lat !== null &&
      !actors.some((actor) => isProperPart(place, actor)) &&
      !citations.some((citation) => overlaps(citation, place)),
  )
  if (places.length === 0) return
  const locations = places.filter((place) => place.use === 'location')
  const story: Story = { places: locations, dateline: datelinePlace(state, locations), told: null }
  const inOrder = state.drafts
    .filter((draft) => draft.dropped === null)
    .sort((a, b) => a.tree.sentence.index - b.tree.sentence.index || a.head - b.head)
  for (const draft of inOrder) draft.place = placeOf(state, draft, places, story)
}

/** Whether a place is part of the longer name of a body that the lexicon knows ("Bank of America"). */
function isProperPart(place: PlaceMention, actor: ActorMention): boolean {
  return (
    actor.kind === 'organisation' &&
    actor.start <= place.start &&
    actor.end >= place.end &&
    actor.end - actor.start > place.end - place.start &&
    // "the centre of Aktau" describes; a name is known or has capitals.
    (actor.entity !== undefined || /^(?:the )?\p{Lu}/u.test(actor.quote)) &&
    !/\b(?:court|tribunal|police|mayor|city hall|council|akimat|prosecutor|garrison)/iu.test(actor.quote)
  )
}

function datelinePlace(state: CodingState, places: readonly PlaceMention[]): PlaceMention | null {
  const sentence = state.analysis.sentences.find((each) => each.kind === 'dateline')
  if (sentence === undefined) return null
  const inside = places.filter((place) => place.start >= sentence.start && place.end <= sentence.end)
  // "ATYRAU, Kazakhstan": the first of the finest.
  return inside.reduce<PlaceMention | null>(
    (best, place) => (best === null || finenessOf(place) > finenessOf(best) ? place : best),
    null,
  )
}

function finenessOf(place: PlaceMention): number {
  return FINENESS[place.precision] ?? 0
}

function placeOf(state: CodingState, draft: Draft, places: readonly PlaceMention[], story: Story): RecordPlace | null {
  const { tree } = draft
  const { sentence } = tree
  const inside = places.filter((place) => place.start >= sentence.start && place.end <= sentence.end)
  let best: { place: PlaceMention; fit: number } | null = null
  for (const place of inside) {
    const fit = placeFit(draft, tree, place)
    if (fit === FIT.none) continue
    if (best === null || fit > best.fit || (fit === best.fit && finenessOf(place) > finenessOf(best.place)))
      best = { place, fit }
  }
  const { dateline } = story
  const venue = best !== null && best.fit >= FIT.clause ? null : venueOf(state, draft, story)
  if (venue !== null) return venue
  if (best !== null && best.fit >= FIT.clause) {
    const place = finerBeside(best.place, inside)
    if (NARRATED.has(draft.type) && finenessOf(place) >= (FINENESS.city as number) && !draft.background)
      story.told = { place, sentence: sentence.index }
    return placeRecord(place, 'stated')
  }
  if (VERBAL.has(draft.type)) return null
  const area = definiteArea(draft, story.places)
  if (area !== null) return placeRecord(area, 'inferred:definite')
  if (best !== null && best.fit >= FIT.sentence) {
    const guess = story.told !== null && contains(best.place, story.told.place) ? story.told.place : dateline
    if (guess !== null && contains(best.place, guess))
      return placeRecord(guess, guess === dateline ? 'inferred:dateline' : 'inferred:story')
    return placeRecord(finerBeside(best.place, inside), 'inferred:sentence')
  }
  const { told } = story
  if (isOfOtherTimes(state, draft)) {
    const before = told !== null && sentence.index - told.sentence === 1 ? told.place : null
    if (before !== null) return placeRecord(before, 'inferred:story')
    const country =
      draft.type === 'PROTEST' && looksBack(state) ? mostNamed(draft, elsewhere(places, draft).filter(isCountry)) : null
    return country === null ? countryOfActors(draft, places) : placeRecord(country, 'inferred:story')
  }
  if (told !== null && sentence.index - told.sentence <= STORY_SENTENCES)
    return placeRecord(told.place, 'inferred:story')
  if (dateline !== null) return placeRecord(dateline, 'inferred:dateline')
  if (best !== null) return placeRecord(finerBeside(best.place, inside), 'inferred:sentence')
  if (told !== null && !looksBack(state)) return placeRecord(told.place, 'inferred:story')
  const first = mostNamed(draft, story.places)
  if (first !== null) return placeRecord(first, 'inferred:story')
  return countryOfActors(draft, places)
}

/** A street or building that no gazetteer knows: named as the text does, at the coordinates of its town. */
function venueOf(state: CodingState, draft: Draft, story: Story): RecordPlace | null {
  const { sentence } = draft.tree
  const town = story.told?.place ?? story.dateline
  if (town === null || VERBAL.has(draft.type)) return null
  const venue = state.mentions.places.find(
    (place) =>
      place.lat === null &&
      place.type === 'venue' &&
      place.use === 'location' &&
      place.start >= sentence.start &&
      place.end <= sentence.end &&
      placeFit(draft, draft.tree, place) >= FIT.clause,
  )
  if (venue === undefined) return null
  const { quote, start, end } = venue
  return { ...placeRecord(town, 'inferred:venue'), name: `${quote}, ${town.name}`, quote, start, end }
}

/** Whether the first place is an area that the second lies in. */
function contains(area: PlaceMention, place: PlaceMention): boolean {
  return (
    area !== place &&
    area.country === place.country &&
    finenessOf(area) < finenessOf(place) &&
    (area.admin1 === null || area.type === 'country' || area.admin1 === place.admin1)
  )
}

/** "his hometown of Lahore in Punjab", "Tbilisi, Georgia": the finer of two neighbours is the place. */
function finerBeside(best: PlaceMention, places: readonly PlaceMention[]): PlaceMention {
  const finer = places.filter(
    (place) =>
      place.use === 'location' &&
      contains(best, place) &&
      (Math.abs(best.start - place.end) <= 6 || Math.abs(place.start - best.end) <= 22),
  )
  return finer[0] ?? best
}

/** The place that the story names most often up to the event's sentence. */
function mostNamed(draft: Draft, places: readonly PlaceMention[]): PlaceMention | null {
  const before = places.filter((place) => place.start < draft.tree.sentence.end && place.precision !== 'region')
  const counts = new Map<string, number>()
  for (const place of before) counts.set(place.name, (counts.get(place.name) ?? 0) + 1)
  let best: PlaceMention | null = null
  for (const place of before)
    if (best === null || (counts.get(place.name) ?? 0) > (counts.get(best.name) ?? 0)) best = place
  return best
}

const AREA_WORDS: Readonly<Record<string, readonly string[]>> = {
  state: ['admin1'],
  province: ['admin1', 'admin2'],
  region: ['admin1', 'admin2'],
  district: ['admin2', 'admin1'],
  country: ['country'],
  nation: ['country'],
}

/** "across the state", "in the region": the last area of that kind that was named before. */
function definiteArea(draft: Draft, places: readonly PlaceMention[]): PlaceMention | null {
  const { tree } = draft
  for (let i = 0; i < tree.length; i++) {
    const kinds = AREA_WORDS[tree.form(i)]
    if (kinds === undefined || !tree.dominates(draft.head, i)) continue
    if (!/^(?:in|across|throughout|within)$/u.test(tree.caseOf(i))) continue
    if (!tree.kids(i).some((kid) => tree.form(kid) === 'the')) continue
    const found = places.findLast(
      (place) => kinds.includes(place.precision) && place.start < (tree.tokens[i]?.start ?? 0),
    )
    if (found !== undefined) return found
  }
  return null
}

function isCountry(place: PlaceMention): boolean {
  return place.type === 'country'
}

/** Places of countries that the event's sentence does not speak of: whom a protest is about is not where it was. */
function elsewhere(places: readonly PlaceMention[], draft: Draft): PlaceMention[] {
  const { sentence } = draft.tree
  const spoken = new Set(
    places.filter((place) => place.start >= sentence.start && place.end <= sentence.end).map((place) => place.country),
  )
  return places.filter((place) => place.use === 'location' && !spoken.has(place.country))
}

/** A report without a day of publication goes over many events, not over one story. */
function looksBack(state: CodingState): boolean {
  return state.article.published !== null && state.article.published.to === null
}

/** Days before publication from which an event is not part of the story that the dateline places. */
const OTHER_TIMES_DAYS = 60

/** A recap of something older, which need not have happened where the story does. */
function isOfOtherTimes(state: CodingState, draft: Draft): boolean {
  const published = state.article.published
  if (draft.date === null || published === null || draft.date.basis.startsWith('default')) return false
  return draft.date.to < addDays(published.from, -OTHER_TIMES_DAYS)
}

/** With no place named at all: the country that the phrase of those who act speaks of ("Uzbek security forces"). */
function countryOfActors(draft: Draft, places: readonly PlaceMention[]): RecordPlace | null {
  const inside = places.filter((place) =>
    draft.actors.some((role) => role.tree === draft.tree && overlaps(role, place)),
  )
  const countries = new Set(inside.map((place) => place.country))
  const [only] = inside
  // Two countries leave open whose ground it was.
  return only === undefined || countries.size !== 1 ? null : placeRecord(only, 'inferred:actor')
}
