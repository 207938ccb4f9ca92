import { type Words, wordsOf } from '../gazetteer/fold.ts'
import type { Gazetteer } from '../gazetteer/gazetteer.ts'
import { baseForms } from './inflection.ts'
import { isWord } from './word-class.ts'

/** How a candidate was found. */
export type CandidateSource = 'gazetteer' | 'inflected' | 'direction' | 'street' | 'feature' | 'area' | 'unknown'

/** A stretch of text that may be the name of a place. */
export interface PlaceCandidate {
  readonly start: number
  readonly end: number
  /** Words of the text that it covers. */
  readonly first: number
  readonly count: number
  /** Place of the name in the gazetteer's index, -1 for names that it does not hold. */
  readonly name: number
  readonly source: CandidateSource
}

export interface MakeOptions {
  readonly language: string
  /** The text hardly uses capitals: lower-case names count. */
  readonly lowerCase: boolean
}

const CAPITAL = /^[\p{Lu}\p{Lt}]/u
const CASELESS = /^[\p{Lo}]/u
const NUMBER = /^\p{N}/u
/** Short names that are places although they are codes. */
const SHORT_NAMES = new Set([
  'us',
  'uk',
  'eu',
  'uae',
  'ussr',
  'drc',
  'dc',
  'nyc',
  'la',
  'ny',
  'bc',
  'prc',
  'cis',
  'сша',
  'рф',
  'оаэ',
  'ес',
  'снг',
  'рк',
])
const MIN_LETTERS = 3
/** Longest capitalised run that a pattern looks back over. */
const MAX_RUN = 4
/** Words of a longer name that are tried for inflected endings. */
const MAX_INFLECTED_WORDS = 4
const INFLECTING = /\p{Script=Cyrillic}/u
const LATIN_INFLECTING = new Set(['kk', 'uz', 'tr', 'az', 'tk'])

const HYPHEN = /[-‐‑]/u

/** Drops the parts of a hyphenated name that is known whole: "Nur" and "Sultan" are no places inside "Nur-Sultan". */
function withoutParts(text: string, candidates: readonly PlaceCandidate[]): PlaceCandidate[] {
  const hyphenated = candidates.filter((c) => c.source === 'gazetteer' && HYPHEN.test(text.slice(c.start, c.end)))
  if (hyphenated.length === 0) return [...candidates]
  return candidates.filter((c) => {
    const cut = HYPHEN.test(text[c.end] ?? '') || HYPHEN.test(text[c.start - 1] ?? '')
    return !cut || !hyphenated.some((w) => w.start <= c.start && c.end <= w.end && w.end - w.start > c.end - c.start)
  })
}

/** Every stretch that may name a place, in text order; overlapping ones are left for the recogniser to choose from. */
export function makeCandidates(
  text: string,
  gazetteer: Gazetteer,
  options: MakeOptions,
  words: Words = wordsOf(text),
): PlaceCandidate[] {
  const out: PlaceCandidate[] = []
  const seen = new Set<string>()
  const add = (first: number, count: number, end: number, name: number, source: CandidateSource): void => {
    const start = words.start[first] as number
    const key = `${start}-${end}`
    if (seen.has(key)) return
    seen.add(key)
    out.push({ start, end, first, count, name, source })
  }
  for (let i = 0; i < words.count; i++) {
    const form = text.slice(words.start[i], words.end[i])
    const capital = CAPITAL.test(form)
    const caseless = CASELESS.test(form)
    if (!capital && !caseless && !options.lowerCase && !isSmallLead(form)) {
      if (INFLECTING.test(form)) lowerLed(i, form)
      continue
    }
    named(i)
    if (INFLECTING.test(form) || (!caseless && LATIN_INFLECTING.has(options.language))) inflected(i)
    if (capital || options.lowerCase) {
      directed(i)
      typed(i)
    }
  }
  return withoutParts(
    text,
    out.sort((a, b) => a.start - b.start || b.end - a.end),
  )

  function isSmallLead(form: string): boolean {
    // "al-Bab", "el Geneina", "the Hague": the next word must be a capital.
    return /^(?:al|el|ad|an|ar|as|at|az|le|la|los|las|de)$/u.test(form)
  }

  function named(i: number): void {
    const matches = gazetteer.matchesAt(words, i)
    let taken = 0
    for (const match of matches) {
      const last = i + match.count - 1
      if (match.count === 1 && !longEnough(i, match.end)) continue
      if (!wellCased(i, last)) continue
      // "Canada's" is the possessive of Canada before it is a name of its own.
      const own = /['’]s$/u.test(text.slice(match.end - 2, match.end)) && !match.cut
      if (own && matches.some((other) => other.cut && other.count === match.count)) continue
      add(i, match.count, withStop(match.end, last), match.name, 'gazetteer')
      if (++taken === 3) break
    }
  }

  function longEnough(i: number, end: number): boolean {
    const start = words.start[i] as number
    const form = text.slice(start, end)
    if (words.unspaced[i]) return false
    if (form.length >= MIN_LETTERS) return true
    if (/^\p{Lo}/u.test(form)) return form.length >= 2
    if (SHORT_NAMES.has(form.toLowerCase())) return /^\p{Lu}+$/u.test(form)
    // State abbreviations stand after a comma or begin a by-line: "Churchill, Man.", "Ky. (AP)".
    return text[end] === '.' || /^\p{Lu}{2}$/u.test(form)
  }

  /** Every word of the name begins with a capital, but for small words inside. */
  function wellCased(first: number, last: number): boolean {
    if (options.lowerCase || first === last) return true
    const end = text.slice(words.start[last], words.end[last])
    return !/^\p{Ll}/u.test(end) || /^(?:\p{Script=Cyrillic}|облыс|qala)/u.test(end) || isWord('area', end)
  }

  /** The end with an abbreviation's own full stop ("U.S.", "Calif."). */
  function withStop(end: number, last: number): number {
    if (text[end] !== '.') return end
    const form = text.slice(words.start[last], words.end[last])
    const before = text.slice(Math.max(0, (words.start[last] as number) - 1), words.start[last])
    if (form.length === 1 && before === '.') return end + 1
    const lower = form.toLowerCase()
    return ABBREVIATIONS.has(lower) ? end + 1 : end
  }

  /** Cyrillic names that begin in lower case: "площадь Республики", "область Жетісу", and demonyms ("китайских"). */
  function lowerLed(i: number, form: string): void {
    const next = i + 1
    if (next < words.count && words.joined[next] && CAPITAL.test(text.slice(words.start[next]))) {
      for (const match of gazetteer.matchesAt(words, i))
        if (match.count > 1) {
          add(i, match.count, match.end, match.name, 'gazetteer')
          break
        }
      inflected(i, 2)
    }
    if (form.length < MIN_DEMONYM) return
    const found = gazetteer.find(form)
    if (found >= 0 && namesPeople(found)) add(i, 1, words.end[i] as number, found, 'gazetteer')
    else if (SLAVIC_DEMONYM.test(form))
      for (const base of baseForms(form, 'ru')) {
        const name = gazetteer.find(base)
        if (name < 0 || !namesPeople(name)) continue
        add(i, 1, words.end[i] as number, name, 'inflected')
        break
      }
  }

  function namesPeople(name: number): boolean {
    return gazetteer.hits(name).some((hit) => hit.kind === 'adj' || hit.kind === 'people')
  }

  function inflected(i: number, least = 1): void {
    for (let count = Math.min(MAX_INFLECTED_WORDS, words.count - i); count >= least; count--) {
      const last = i + count - 1
      let whole = true
      for (let k = i + 1; k <= last; k++) if (!words.joined[k]) whole = false
      if (!whole) continue
      const [start, end] = [words.start[i] as number, words.end[last] as number]
      const surface = text.slice(start, end)
      if (surface.length < MIN_LETTERS || seen.has(`${start}-${end}`)) continue
      for (const base of baseForms(surface, options.language)) {
        const name = gazetteer.find(base)
        if (name < 0) continue
        add(i, count, end, name, 'inflected')
        break
      }
    }
  }

  /** "North London", "southern Kazakhstan": a direction and a name. */
  function directed(i: number): void {
    const form = text.slice(words.start[i], words.end[i]).replace(/['’].*$/u, '')
    if (!isWord('direction', form.toLowerCase()) || i + 1 >= words.count || !words.joined[i + 1]) return
    for (const match of gazetteer.matchesAt(words, i + 1).slice(0, 2)) {
      if (match.count === 1 && match.end - (words.start[i + 1] as number) < 4) continue
      if (!CAPITAL.test(text.slice(words.start[i + 1]))) continue
      add(i, match.count + 1, withStop(match.end, i + match.count), -1, 'direction')
    }
  }

  /** Names that a word shows to be a place: streets, waters, parks, counties, and unknown names after "in". */
  function typed(i: number): void {
    // A run of capitalised words that begins here.
    let last = i
    while (last + 1 < words.count && last - i + 1 < MAX_RUN + 1 && words.joined[last + 1] && isName(last + 1)) last++
    for (let end = i; end <= last; end++) {
      const form = text.slice(words.start[end], words.end[end])
      const bare = form.replace(/['’]s?$/u, '')
      const lower = bare.toLowerCase()
      const stop = (words.start[end] as number) + bare.length
      const stopped = withStreetStop(stop, lower)
      if (end > i) {
        if (isWord('street', lower)) add(i, end - i + 1, stopped, -1, 'street')
        else if (isWord('feature', lower) || isWord('venue', lower)) add(i, end - i + 1, stop, -1, 'feature')
        else if (isWord('area', lower)) add(i, end - i + 1, withStreetStop(stop, lower), -1, 'area')
      }
      const head = text.slice(words.start[i], words.end[i]).toLowerCase()
      if (end > i && isWord('featurehead', head)) add(i, end - i + 1, stop, -1, 'feature')
      if (end > i && isWord('wayhead', head)) add(i, end - i + 1, stop, -1, 'street')
    }
    const head = text.slice(words.start[i], words.end[i]).toLowerCase()
    const next = i + 1
    if (next < words.count && words.joined[next] && NUMBER.test(text.slice(words.start[next], words.end[next]))) {
      if (isWord('wayhead', head) || /^(?:us|sr|fm|[a-z]{2})$/u.test(head))
        add(i, 2, words.end[next] as number, -1, 'street')
    }
    if (
      isWord('area', head) &&
      next + 1 < words.count &&
      text.slice(words.start[next], words.end[next]).toLowerCase() === 'road'
    )
      if (NUMBER.test(text.slice(words.start[next + 1]))) add(i, 3, words.end[next + 1] as number, -1, 'street')
    // Unknown names where a place is to be expected.
    if (!seen.has(`${words.start[i]}-${words.end[last]}`) && expectsPlace(i)) {
      const form = text.slice(words.start[last], words.end[last])
      const bare = form.replace(/['’]s?$/u, '')
      if (last - i < 3 && bare.length > 2)
        add(i, last - i + 1, (words.start[last] as number) + bare.length, -1, 'unknown')
    }
  }

  function isName(i: number): boolean {
    const form = text.slice(words.start[i], words.end[i])
    return CAPITAL.test(form) || (options.lowerCase && (isWord('street', form) || isWord('feature', form)))
  }

  function withStreetStop(end: number, lower: string): number {
    return text[end] === '.' && STREET_STOPS.has(lower) ? end + 1 : end
  }

  function expectsPlace(i: number): boolean {
    if (i === 0 || !CAPITAL.test(text.slice(words.start[i]))) return false
    const before = text.slice(words.start[i - 1], words.end[i - 1]).toLowerCase()
    if (isWord('placein', before) || before === 'from' || before === 'to') return words.joined[i] === true
    if (before === 'of' && i > 1) return isWord('area', text.slice(words.start[i - 2], words.end[i - 2]).toLowerCase())
    return false
  }
}

/** Demonyms in lower case have at least these letters. */
const MIN_DEMONYM = 5
const SLAVIC_DEMONYM =
  /(?:[сц]к(?:ий|ого|ому|им|ом|ая|ой|ую|ое|ие|их|ими|ою)|ц(?:ы|ев|ам|ами|ах)|(?:ян|ан|ак|ин|ек|их)(?:е|ов|ам|ами|ах|и|ы)?)$/u

const STREET_STOPS = new Set(['st', 'ave', 'rd', 'blvd', 'dr', 'ln', 'hwy', 'ct', 'pkwy', 'co', 'twp'])
const ABBREVIATIONS = new Set(
  'ala ariz ark calif cal colo conn del fla ga ill ind kan kans ky la md mass me mich minn miss mo mont neb nev okla ore pa penn tenn tex va vt wash wis wisc wyo alta sask man ont que phila co twp'.split(
    ' ',
  ),
)
