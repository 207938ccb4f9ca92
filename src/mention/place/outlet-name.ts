import { foldName, wordsOf } from '../gazetteer/fold.ts'
import type { Gazetteer } from '../gazetteer/gazetteer.ts'
import { isWord } from './word-class.ts'

/** What the name or host of an outlet says of where it is at home. */
export interface OutletName {
  /** Alpha-3 of its country, null where the name tells none. */
  readonly country: string | null
  /** Name of the place in it ("Houston" of Houston Chronicle, "India" of Times of India), null where there is none. */
  readonly place: string | null
}

/** Country codes that are sold to everyone: a host below them says nothing of a country. */
const SOLD = new Set(
  'ac ai am bz cc cd co dj fm gg gs im io is la li ly me ms mu nu sc sh st tk to tv vc vg ws'.split(' '),
)
/** ISO alpha-2 of hosts that differ from it. */
const HOST_CODES: Readonly<Record<string, string>> = { uk: 'GB', su: 'RU', eu: '' }
const HOST = /^(?:https?:\/\/)?((?:[\p{L}\p{N}-]+\.)+[\p{L}]{2,})(?:[:/?#].*)?$/iu
/** Parts of a host that are no name. */
const NO_NAME = new Set('www m news en ru kk kz amp edition rss feeds beta old mobile'.split(' '))
const SECOND_LEVEL = new Set('co com org net gov edu ac or ne go gen info'.split(' '))
const MIN_LETTERS = 4
/** A host that is nothing but a name ("richmond.com") is a place's only if a town of some size is called so. */
const MIN_BARE_LETTERS = 6
const MIN_BARE_PEOPLE = 20_000
/** What is longer is no name of an outlet. */
const MAX_CHARACTERS = 80
const NOTHING: OutletName = { country: null, place: null }

/**
 * Reads the name of an outlet ("The Astana Times", "Lufkin Daily News") or its host (`dallasnews.com`, `24.kg`). A town is
 * only read where the other words of the name are those of papers and stations. Never throws.
 */
export function readOutletName(publisher: string, gazetteer: Gazetteer): OutletName {
  const host = hostOf(publisher)
  if (host !== null) return readHost(host, gazetteer)
  return publisher.length > MAX_CHARACTERS ? NOTHING : { country: null, place: readName(publisher, gazetteer) }
}

/** The host of an address, or of a text that is one; null for other text. */
export function hostOf(text: string): string | null {
  return HOST.exec(text.trim())?.[1]?.toLowerCase() ?? null
}

function readHost(host: string, gazetteer: Gazetteer): OutletName {
  const parts = host.split('.')
  const code = parts.pop() as string
  const alpha2 = HOST_CODES[code] ?? (code.length === 2 && !SOLD.has(code) ? code.toUpperCase() : '')
  const entry = alpha2 === '' ? -1 : gazetteer.countryByCode(alpha2)
  const country = entry < 0 ? null : gazetteer.alpha3(entry)
  if (parts.length > 1 && SECOND_LEVEL.has(parts.at(-1) as string)) parts.pop()
  for (const part of parts.reverse()) {
    if (NO_NAME.has(part)) continue
    const place = part.includes('-') ? readName(part.replace(/-/gu, ' '), gazetteer) : readLabel(part, gazetteer)
    if (place !== null) return { country, place }
  }
  return { country, place: null }
}

/** "dallasnews", "thejakartapost": words of papers are cut off both ends until a place is left. */
function readLabel(label: string, gazetteer: Gazetteer): string | null {
  if (label.length > MAX_CHARACTERS) return null
  if (label.length >= MIN_BARE_LETTERS && isPlace(label, gazetteer, MIN_BARE_PEOPLE)) return label
  const open = [label]
  const seen = new Set(open)
  for (let rest = open.pop(); rest !== undefined; rest = open.pop()) {
    if (rest !== label && rest.length >= MIN_LETTERS && isPlace(rest, gazetteer, 0)) return rest
    for (let cut = 2; cut <= rest.length - MIN_LETTERS; cut++)
      for (const [word, left] of [
        [rest.slice(0, cut), rest.slice(cut)],
        [rest.slice(-cut), rest.slice(0, -cut)],
      ] as const)
        if (isWord('paper', word) && !seen.has(left)) {
          seen.add(left)
          open.push(left)
        }
  }
  return null
}

function readName(name: string, gazetteer: Gazetteer): string | null {
  const words = wordsOf(name)
  for (let i = 0; i < words.count; i++)
    for (const match of gazetteer.matchesAt(words, i)) {
      let [papers, others] = [0, 0]
      for (let k = 0; k < words.count; k++) {
        if (k >= i && k < i + match.count) continue
        if (isWord('paper', words.folded[k] as string)) papers++
        else others++
      }
      const surface = name.slice(words.start[i], match.end)
      if (others === 0 && papers > 0 && isPlace(surface, gazetteer, 0)) return surface
    }
  return null
}

/** Whether a name is that of a town, area or country with so many people, and no ordinary word. */
function isPlace(surface: string, gazetteer: Gazetteer, people: number): boolean {
  const lower = surface.toLowerCase()
  if (isWord('paper', lower) || isWord('common', lower) || isWord('small', lower)) return false
  const name = gazetteer.findFolded(foldName(surface))
  return (
    name >= 0 &&
    gazetteer.hits(name).some((hit) => {
      const type = gazetteer.type(hit.entry)
      const settled = type === 'city' || type === 'admin1' || type === 'admin2' || type === 'country'
      return settled && hit.kind !== 'abbreviation' && gazetteer.population(hit.entry) >= people
    })
  )
}
