import type { Gazetteer } from '../gazetteer/gazetteer.ts'
import lists from './data/metonym-words.json' with { type: 'json' }

/**
 * Whether the name of a country or capital stands for its government: "Beijing said", "Nur-Sultan's policy", "ties between
 * Moscow and Ankara". Such a mention names an actor; no event happens there by its word.
 */

const SAYS = new Set(lists.verbs.split(' '))
const HELPERS = new Set(lists.helpers.split(' '))
const HOLDINGS = new Set(lists.holdings.split(' '))
const RELATIONS = new Set(lists.relations.split(' '))
const PLACES_BEFORE = new Set(lists.places.split(' '))
const SKIPPED = new Set([
  'also',
  'now',
  'then',
  'still',
  'already',
  'since',
  'long',
  'recently',
  'later',
  'again',
  'reportedly',
])
/** Characters read on either side. */
const REACH = 60
const WORDS = /[\p{L}\p{M}]+(?:['’][\p{L}]+)?|[.;:!?()]/gu

/** The name of the cue, or null where the name is a place like any other. */
export function metonymCue(
  text: string,
  start: number,
  end: number,
  entry: number,
  gazetteer: Gazetteer,
): string | null {
  if (entry < 0) return null
  const country = gazetteer.type(entry) === 'country'
  if (!country && !gazetteer.isCapital(entry)) return null
  const before = wordsBefore(text, start)
  const after = wordsAfter(text, end)
  const last = before.at(-1) ?? ''
  if (PLACES_BEFORE.has(last)) return null
  const tail = text.slice(end, end + 2)
  if (tail === "'s" || tail === '’s') {
    const owned = after.slice(0, 3).find((word) => HOLDINGS.has(word))
    return owned ? 'holding' : null
  }
  if (RELATIONS.has(last) || (last === 'with' && RELATIONS.has(before.at(-2) ?? ''))) return 'relation'
  if ((last === 'between' || last === 'and') && before.slice(-5).some((word) => RELATIONS.has(word))) return 'relation'
  if (/^[-–—]\p{Lu}/u.test(text.slice(end, end + 2)) && after.slice(1, 3).some((word) => RELATIONS.has(word)))
    return 'relation'
  // "Moscow and Ankara agreed": the verb of the pair.
  let i = after[0] === 'and' && /^ and \p{Lu}/u.test(text.slice(end, end + 6)) ? 2 : 0
  const paired = i > 0
  while (i < 5 && (HELPERS.has(after[i] ?? '') || SKIPPED.has(after[i] ?? ''))) i++
  const verb = after[i] ?? ''
  if (SAYS.has(verb) && !paired && i === 0 && country && /^(?:plans|claims|calls|demands)$/u.test(verb)) return null
  return SAYS.has(verb) ? 'speaks' : null
}

function wordsBefore(text: string, start: number): string[] {
  const words =
    text
      .slice(Math.max(0, start - REACH), start)
      .toLowerCase()
      .match(WORDS) ?? []
  return words.slice(lastStop(words) + 1)
}

function wordsAfter(text: string, end: number): string[] {
  let rest = text.slice(end, end + REACH)
  if (/^['’]s/u.test(rest)) rest = rest.slice(2)
  const words = rest.toLowerCase().match(WORDS) ?? []
  const stop = words.findIndex((word) => /^[.;:!?()]$/u.test(word))
  return stop < 0 ? words : words.slice(0, stop)
}

function lastStop(words: readonly string[]): number {
  for (let i = words.length - 1; i >= 0; i--) if (/^[.;:!?()]$/u.test(words[i] as string)) return i
  return -1
}
