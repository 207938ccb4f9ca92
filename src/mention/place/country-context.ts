import { wordsOf } from '../gazetteer/fold.ts'
import type { CountryHit, Gazetteer } from '../gazetteer/gazetteer.ts'
import type { MentionInput } from '../input.ts'

/** Share of a text's mentions of countries that one must have for the text to be about it. */
const MAIN_SHARE = 0.5
/** What names a country outright; a capital does in a dateline only. */
const NAMING: ReadonlySet<CountryHit['kind']> = new Set(['name', 'adj', 'people'])
const CAPITAL = /^[\p{Lu}\p{Lo}]/u

/**
 * Which country a place of the text speaks of, for days that differ by country ("Independence Day"): the country that its
 * sentence names, else that of the dateline, else the one that the text names most, else the outlet's. Nothing is read
 * before it is asked for.
 */
export function countryContext(
  input: MentionInput,
  gazetteer: Gazetteer,
  outlet: string | null,
): (offset: number) => string | null {
  const { text, analysis } = input
  let general: string | null | undefined
  return (offset) => {
    const sentence = analysis.sentences.find((one) => one.start <= offset && offset < one.end)
    const named = sentence ? countriesIn(text, sentence.start, sentence.end, gazetteer, NAMING) : []
    if (named.length > 0) return nearest(named, offset)
    general ??= datelineCountry(input, gazetteer) ?? mainCountry(text, gazetteer) ?? outlet
    return general
  }
}

interface NamedCountry {
  readonly alpha3: string
  readonly start: number
}

function countriesIn(
  text: string,
  from: number,
  to: number,
  gazetteer: Gazetteer,
  kinds: ReadonlySet<CountryHit['kind']>,
): NamedCountry[] {
  const words = wordsOf(text, from, to)
  const out: NamedCountry[] = []
  for (let i = 0; i < words.count; i++) {
    if (!CAPITAL.test(text.slice(words.start[i], words.end[i]))) continue
    const match = gazetteer.longestMatch(words, i)
    if (!match) continue
    const hit = gazetteer.countryOf(text.slice(words.start[i], match.end))
    if (hit && kinds.has(hit.kind)) out.push({ alpha3: hit.alpha3, start: words.start[i] as number })
    i += match.count - 1
  }
  return out
}

function nearest(named: readonly NamedCountry[], offset: number): string {
  let best = named[0] as NamedCountry
  for (const one of named) if (Math.abs(one.start - offset) < Math.abs(best.start - offset)) best = one
  return best.alpha3
}

const WITH_CAPITALS: ReadonlySet<CountryHit['kind']> = new Set(['name', 'capital'])

function datelineCountry(input: MentionInput, gazetteer: Gazetteer): string | null {
  const line = input.analysis.sentences.find((sentence) => sentence.kind === 'dateline')
  if (!line) return null
  const named = countriesIn(input.text, line.start, line.end, gazetteer, WITH_CAPITALS)
  if (named.length > 0) return (named.at(-1) as NamedCountry).alpha3
  // A town alone: the largest of its name.
  const words = wordsOf(input.text, line.start, line.end)
  const match = words.count > 0 ? gazetteer.longestMatch(words, 0) : null
  if (!match) return null
  let [best, most] = [-1, 0]
  for (const { entry } of gazetteer.hits(match.name))
    if (gazetteer.population(entry) > most) [best, most] = [entry, gazetteer.population(entry)]
  return best < 0 ? null : gazetteer.alpha3(best)
}

function mainCountry(text: string, gazetteer: Gazetteer): string | null {
  const counts = new Map<string, number>()
  const named = countriesIn(text, 0, text.length, gazetteer, NAMING)
  for (const { alpha3 } of named) counts.set(alpha3, (counts.get(alpha3) ?? 0) + 1)
  for (const [alpha3, count] of counts) if (count > MAIN_SHARE * named.length) return alpha3
  return null
}
