import type { NameFinder } from '../../language/names/name.ts'
import { type Words, wordsOf } from '../gazetteer/fold.ts'
import type { Gazetteer } from '../gazetteer/gazetteer.ts'
import type { MentionInput } from '../input.ts'
import type { PlaceMention } from '../mention.ts'
import { makeCandidates, type PlaceCandidate } from './make-candidates.ts'
import { metonymCue } from './metonym.ts'
import { RANKER_WEIGHTS, RECOGNISERS } from './models.ts'
import { plainOdds } from './plain-recogniser.ts'
import { type RankedSpan, type RankPriors, rankPlaces } from './ranker.ts'
import { factsOf, pick, recognise } from './recogniser.ts'
import { describePlace, inContext } from './resolve.ts'
import { isGivenName, isWord } from './word-class.ts'

export interface FindPlacesOptions extends RankPriors {
  /** Least margin of the best meaning over the next one, as a probability; below it a place is left unresolved. */
  readonly minMargin?: number
  /** Tagger of names of persons, places and organisations; it helps where the language is trained (English). */
  readonly names?: NameFinder
}

/** A stretch that was looked at and not taken, with the reason: nothing is dropped in silence. */
export interface RejectedPlace {
  readonly quote: string
  readonly start: number
  readonly end: number
  readonly reason: 'person' | 'common-word' | 'organisation' | 'short' | 'unlikely'
  /** Log-odds of being a place. */
  readonly score: number
}

export interface FoundPlaces {
  readonly places: PlaceMention[]
  readonly rejected: RejectedPlace[]
}

/**
 * Least margin by default. Above it, 97 % of the resolved names of the development files are within 161 km
 * (`docs/places.md` has the curve).
 */
export const MIN_MARGIN = 0.5
/** Log-odds from which a demonym counts as one: they name actors, so that a doubtful one does little harm. */
const DEMONYM_THRESHOLD = -2.5
/** Log-odds for each word from which the name of a well-known area is one, where nothing beside it makes it part of another name. */
const WELL_KNOWN_THRESHOLD = -2.5
const WELL_KNOWN_PEOPLE = 1_000_000
/** A name with more meanings than this is not well known for one of them. */
const MAX_MEANINGS = 3
/** Rejected candidates are reported down to these log-odds; what is less likely is no candidate of importance. */
const REPORTED_ODDS = -4
const MAX_REJECTED = 500
/** Share of capital letters above which a text is set in capitals. */
const CAPITALS_SHARE = 0.75
/** Languages whose names the trained recogniser reads; others go by script and ending. */
const TRAINED_LANGUAGES = new Set(['en'])

/** A recognised name before it is resolved. */
export interface SpottedPlace extends PlaceCandidate {
  readonly odds: number
  /** Adjective or people of a country. */
  readonly demonym: boolean
}

/**
 * Finds the names of places in a text and says which place each means, with its alternatives. Needs sentences only; tags and
 * trees are not read. Never throws; time is near linear in the length of the text.
 */
export function findPlaces(input: MentionInput, gazetteer: Gazetteer, options: FindPlacesOptions = {}): FoundPlaces {
  const { spotted, rejected } = spotPlaces(input, gazetteer, options.names)
  const places = resolveSpots(input, spotted, gazetteer, options)
  return { places, rejected }
}

/** The first half: which stretches are names of places. */
export function spotPlaces(
  input: MentionInput,
  gazetteer: Gazetteer,
  finder?: NameFinder,
): { spotted: SpottedPlace[]; rejected: RejectedPlace[] } {
  const { text: given, analysis } = input
  const uncased = analysis.lowerCase || isShouted(given)
  const text = uncased ? lowered(given) : given
  const words = wordsOf(text)
  const language = analysis.language
  const candidates = makeCandidates(text, gazetteer, { language, lowerCase: uncased }, words)
  const trained = TRAINED_LANGUAGES.has(language)
  const names =
    finder && trained ? analysis.sentences.flatMap((sentence) => finder.find(sentence.tokens, text, uncased)) : null
  const facts = factsOf(text, words, analysis.sentences, uncased, names)
  const model = RECOGNISERS[names === null ? 'plain' : 'tagged'][uncased ? 'uncased' : 'cased']
  const odds = trained
    ? withPlain(text, words, candidates, gazetteer, recognise(text, words, candidates, gazetteer, facts, model))
    : plainOdds(text, words, candidates, gazetteer, language)
  const demonym = candidates.map((candidate) => isDemonym(candidate, gazetteer))
  preferWhole(text, candidates, odds, gazetteer)
  const raised = odds.map((value, i) =>
    (demonym[i] && value > DEMONYM_THRESHOLD) ||
    (value > WELL_KNOWN_THRESHOLD * (candidates[i] as PlaceCandidate).count &&
      isWellKnownArea(text, words, candidates[i] as PlaceCandidate, gazetteer))
      ? Math.max(value, model.threshold + 0.01)
      : value,
  )
  const taken = new Set(pick(candidates, raised, model.threshold))
  const spotted: SpottedPlace[] = []
  const rejected: RejectedPlace[] = []
  let lastEnd = -1
  candidates.forEach((candidate, i) => {
    const value = odds[i] as number
    if (taken.has(i)) {
      spotted.push({ ...candidate, odds: value, demonym: demonym[i] as boolean })
      lastEnd = candidate.end
    } else if (
      value > REPORTED_ODDS &&
      candidate.name >= 0 &&
      candidate.start >= lastEnd &&
      rejected.length < MAX_REJECTED
    )
      rejected.push({
        quote: given.slice(candidate.start, candidate.end),
        start: candidate.start,
        end: candidate.end,
        reason: reasonOf(text, words, candidate),
        score: Math.round(value * 100) / 100,
      })
  })
  return { spotted, rejected }
}

/** Of two names of one place that begin together the longer one counts: "Маңғыстау облысының", not "Маңғыстау". */
function preferWhole(text: string, candidates: readonly PlaceCandidate[], odds: number[], gazetteer: Gazetteer): void {
  for (let i = 0; i + 1 < candidates.length; i++) {
    const long = candidates[i] as PlaceCandidate
    if (long.name < 0) continue
    const entries = new Set(gazetteer.hits(long.name).map((hit) => hit.entry))
    for (let k = i + 1; k < candidates.length && (candidates[k] as PlaceCandidate).start < long.end; k++) {
      const short = candidates[k] as PlaceCandidate
      if (short.name < 0 || short.end > long.end || !namesWhole(text, long, short)) continue
      if (!gazetteer.hits(short.name).some((hit) => entries.has(hit.entry))) continue
      odds[i] = Math.max(odds[i] as number, odds[k] as number)
      odds[k] = Math.min(odds[k] as number, REPORTED_ODDS)
    }
  }
}

/** The longer name's further words belong to the name: capitals, or other scripts' words for areas. */
function namesWhole(text: string, long: PlaceCandidate, short: PlaceCandidate): boolean {
  const rest = text.slice(long.start, short.start) + text.slice(short.end, long.end)
  return (
    !/^\s*\p{Script=Latin}*\p{Ll}/u.test(rest) ||
    !/\p{Script=Latin}/u.test(rest) ||
    /\b\p{Lu}/u.test(rest) ||
    /viloyat|oblys|qala|shahr/u.test(rest)
  )
}

/** Names in other scripts inside a text of a trained language are read by their script. */
function withPlain(
  text: string,
  words: Words,
  candidates: readonly PlaceCandidate[],
  gazetteer: Gazetteer,
  odds: number[],
): number[] {
  if (!/[^\p{Script=Latin}\p{Script=Common}\p{Script=Inherited}]/u.test(text)) return odds
  const plain = plainOdds(text, words, candidates, gazetteer, 'und')
  return odds.map((value, i) => {
    const candidate = candidates[i] as PlaceCandidate
    return /^\p{Script=Latin}/u.test(text.slice(candidate.start)) ? value : (plain[i] as number)
  })
}

/** The second half: what each name means. */
export function resolveSpots(
  input: MentionInput,
  spotted: readonly SpottedPlace[],
  gazetteer: Gazetteer,
  options: FindPlacesOptions = {},
): PlaceMention[] {
  const { text } = input
  const ranked = rankPlaces(
    text,
    spotted.map((spot) => ({ start: spot.start, end: spot.end, surface: text.slice(spot.start, spot.end) })),
    gazetteer,
    RANKER_WEIGHTS[options.homeLat === undefined ? 'away' : 'home'],
    options,
    input.analysis.language,
  )
  const date = input.published?.from ?? null
  const places = ranked.map((span, i) => {
    const spot = spotted[i] as SpottedPlace
    const mention = describePlace(span, spot, gazetteer, date, options.minMargin ?? MIN_MARGIN)
    return withUse(text, span, spot, mention, gazetteer)
  })
  return inContext(input.analysis.sentences, places)
}

function withUse(
  text: string,
  span: RankedSpan,
  spot: SpottedPlace,
  mention: PlaceMention,
  gazetteer: Gazetteer,
): PlaceMention {
  if (spot.demonym) return { ...mention, use: 'actor', basis: 'inferred:demonym' }
  const entry = span.best < 0 ? -1 : (span.candidates.entries[span.best] as number)
  const cue = metonymCue(text, span.start, span.end, entry, gazetteer)
  return cue === null ? mention : { ...mention, use: 'actor', basis: `inferred:metonym-${cue}` }
}

/**
 * Xinjiang, the Caspian: a large area under a name that means little else, with no capitalised word or title beside it.
 * News of other regions than those of the training texts has many of them.
 */
function isWellKnownArea(text: string, words: Words, candidate: PlaceCandidate, gazetteer: Gazetteer): boolean {
  if (candidate.name < 0) return false
  const hits = gazetteer.hits(candidate.name)
  if (hits.length > MAX_MEANINGS) return false
  const known = hits.some(
    (hit) =>
      gazetteer.type(hit.entry) !== 'city' &&
      gazetteer.type(hit.entry) !== 'admin2' &&
      gazetteer.population(hit.entry) >= WELL_KNOWN_PEOPLE &&
      hit.kind !== 'alternate' &&
      hit.kind !== 'short',
  )
  if (!known) return false
  const { first, count } = candidate
  const form = (i: number): string => text.slice(words.start[i], words.end[i])
  const next = first + count
  if (next < words.count && words.joined[next] && /^\p{Lu}/u.test(form(next))) return false
  if (first === 0 || !words.joined[first]) return true
  const before = form(first - 1)
  return (!/^\p{Lu}/u.test(before) || /['’]s$/u.test(before)) && !isWord('title', before.toLowerCase())
}

function isDemonym(candidate: PlaceCandidate, gazetteer: Gazetteer): boolean {
  if (candidate.name < 0) return false
  let most = -1
  let demonym = false
  for (const hit of gazetteer.hits(candidate.name)) {
    const people = gazetteer.population(hit.entry)
    if (people <= most) continue
    most = people
    demonym = hit.kind === 'adj' || hit.kind === 'people'
  }
  return demonym
}

function isShouted(text: string): boolean {
  let [upper, letters] = [0, 0]
  const step = Math.max(1, Math.floor(text.length / 4000))
  for (let i = 0; i < text.length; i += step) {
    const letter = text[i] as string
    const low = letter.toLowerCase()
    if (low === letter.toUpperCase()) continue
    letters++
    if (low !== letter) upper++
  }
  return letters > 20 && upper / letters > CAPITALS_SHARE
}

/** Lower case of the same length: letters whose lower case is longer stay as they are. */
function lowered(text: string): string {
  const lower = text.toLowerCase()
  if (lower.length === text.length) return lower
  return [...text]
    .map((letter) => (letter.toLowerCase().length === letter.length ? letter.toLowerCase() : letter))
    .join('')
}

function reasonOf(text: string, words: Words, candidate: PlaceCandidate): RejectedPlace['reason'] {
  const { first, count } = candidate
  const before = first > 0 ? text.slice(words.start[first - 1], words.end[first - 1]).toLowerCase() : ''
  const own = text.slice(candidate.start, candidate.end).toLowerCase()
  const last = first + count
  const after = last < words.count ? text.slice(words.start[last], words.end[last]).toLowerCase() : ''
  if (isWord('orgtail', after)) return 'organisation'
  if (isGivenName(before) || isWord('title', before) || isGivenName(own)) return 'person'
  if (isWord('common', own) || isWord('small', own)) return 'common-word'
  return own.length < 3 ? 'short' : 'unlikely'
}
