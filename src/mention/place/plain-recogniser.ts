import type { Words } from '../gazetteer/fold.ts'
import type { Gazetteer } from '../gazetteer/gazetteer.ts'
import lists from './data/plain-words.json' with { type: 'json' }
import type { PlaceCandidate } from './make-candidates.ts'

/**
 * Which candidates are places in languages without a trained recogniser: by the size of what they name, the words that call
 * for a place before or after them, and the marks of persons. Log-odds on the scale of the trained one, set by hand.
 */

const BEFORE: ReadonlySet<string> = new Set(lists.before.split(' '))
const AREA: ReadonlySet<string> = new Set(lists.area.split(' '))
const PERSON: ReadonlySet<string> = new Set(lists.person.split(' '))
const STOP: ReadonlySet<string> = new Set(lists.stop.split(' '))
const HAN_BEFORE = /[在于从到往赴抵离驻]$/u
const HAN_AFTER = /^(?:市|省|州|县|区|镇|乡|村|自治|共和国|首都|地区|广场|机场|口岸|政府|警方|当局|总统|外交|人|国)/u
/** Surnames' endings: a capitalised neighbour with one is a person, and so is the name beside it. */
const SURNAME =
  /(?:ов|ова|ев|ева|ёв|ин|ина|ский|ская|ұлы|улы|қызы|кызы|енко|ович|евич|овна|евна|бек|бай|bayev|bekov|ov|ova|ev|eva)(?:а|у|ым|ой|е|ом)?$/u
const FIRST_LETTERS = 3

/** Log-odds of every candidate. */
export function plainOdds(
  text: string,
  words: Words,
  candidates: readonly PlaceCandidate[],
  gazetteer: Gazetteer,
  language: string,
): number[] {
  return candidates.map((candidate) => oddsOf(text, words, candidate, gazetteer, language))
}

function oddsOf(text: string, words: Words, candidate: PlaceCandidate, gazetteer: Gazetteer, language: string): number {
  const { first, count } = candidate
  const surface = text.slice(candidate.start, candidate.end)
  if (candidate.name < 0) return patternOdds(candidate, language)
  let most = 0
  let area = false
  let preferred = false
  let demonym = false
  for (const hit of gazetteer.hits(candidate.name)) {
    const people = gazetteer.population(hit.entry)
    if (people > most) demonym = hit.kind === 'adj' || hit.kind === 'people'
    most = Math.max(most, people)
    const type = gazetteer.type(hit.entry)
    if (type === 'country' || type === 'admin1' || type === 'region' || type === 'water' || type === 'venue')
      area = true
    if (hit.kind !== 'alternate') preferred = true
  }
  const lower = surface.toLowerCase()
  if (STOP.has(lower)) return -6
  const unspaced = words.unspaced[first] === true
  // A population of ten thousand people is even; each tenfold adds one.
  let odds = Math.log10(most + 1) - 4 + (area ? 1 : 0) + (preferred ? 0.5 : -0.5) + (demonym ? 0.5 : 0)
  if (unspaced) {
    odds += (surface.length - 2) * 1.5 - 0.5
    if (HAN_BEFORE.test(text.slice(Math.max(0, candidate.start - 1), candidate.start))) odds += 1.5
    if (HAN_AFTER.test(text.slice(candidate.end, candidate.end + 3))) odds += 1.5
    return odds
  }
  odds += (count - 1) * 1.5 + (surface.length > FIRST_LETTERS ? 0.5 : -1)
  const before = first > 0 ? text.slice(words.start[first - 1], words.end[first - 1]) : ''
  const next = first + count
  const after = next < words.count ? text.slice(words.start[next], words.end[next]) : ''
  const touches = first > 0 && words.joined[first] === true
  const runsOn = next < words.count && words.joined[next] === true
  if (touches && BEFORE.has(before.toLowerCase())) odds += 2
  if (touches && AREA.has(before.toLowerCase())) odds += 2
  if (runsOn && AREA.has(after.toLowerCase())) odds += 2.5
  if (touches && PERSON.has(before.toLowerCase())) odds -= 3
  if (touches && /^\p{Lu}/u.test(before) && !AREA.has(before.toLowerCase()) && !BEFORE.has(before.toLowerCase()))
    odds -= SURNAME.test(before) ? 2.5 : 1
  if (runsOn && /^\p{Lu}/u.test(after) && !AREA.has(after.toLowerCase())) odds -= SURNAME.test(after) ? 3 : 0.7
  if (touches && /\p{Lu}\.\s?$/u.test(text.slice(Math.max(0, candidate.start - 3), candidate.start))) odds -= 3
  if (candidate.source === 'inflected') odds -= surface.length < 5 ? 1 : 0.5
  return odds
}

function patternOdds(candidate: PlaceCandidate, language: string): number {
  // Patterns of English words mean nothing elsewhere.
  return language === 'en' && candidate.source === 'street' ? 0 : -6
}
