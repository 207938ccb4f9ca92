import { foldName } from '../gazetteer/fold.ts'
import type { Gazetteer } from '../gazetteer/gazetteer.ts'
import { readTable } from '../gazetteer/overlay.ts'
import { hostOf, readOutletName } from './outlet-name.ts'
import type { RankPriors } from './ranker.ts'

/** Where outlets are at home: empty priors for one that reports from everywhere. */
export type OutletBook = ReadonlyMap<string, RankPriors>

/** How an outlet is told: by its name or host, and by the address of the article. */
export interface OutletSigns {
  readonly publisher?: string
  readonly url?: string
}

/** A place in an outlet's name is its home only if it has so many times the people of the next place of that name. */
const CLEAR_LEAD = 10
const MIN_HOME_PEOPLE = 50_000

/**
 * Reads tables of outlets (`data/outlets.tsv` and those that `groundswell gazetteer outlets` learns). A row of a later
 * table replaces the earlier one. Throws RangeError with file and row for a position that is none.
 */
export function readOutlets(tables: readonly (readonly [file: string, table: string])[]): OutletBook {
  const book = new Map<string, RankPriors>()
  for (const [file, table] of tables)
    for (const row of readTable(table)) {
      const [lat, lon] = [Number(row.latitude), Number(row.longitude)]
      const placed = row.latitude !== '' && row.longitude !== ''
      if (placed && !(Math.abs(lat) <= 90 && Math.abs(lon) <= 180))
        throw new RangeError(`${file}: ${row.outlets} has no position: ${row.latitude}, ${row.longitude}`)
      const home: RankPriors = {
        ...(row.country && row.country !== '*' ? { homeCountry: row.country } : {}),
        ...(placed ? { homeLat: lat, homeLon: lon } : {}),
      }
      for (const name of (row.outlets ?? '').split('|')) book.set(outletKey(name), home)
    }
  return book
}

/** The key under which an outlet stands: its host without "www", or its folded name without "the". */
export function outletKey(name: string): string {
  return (hostOf(name) ?? foldName(name)).replace(/^(?:www\.|the )/u, '')
}

/**
 * Where an outlet is at home, as a prior for names with several meanings: by the book; else by a place in its name that
 * has no rival ("Houston Chronicle"), else the country of its host. Empty where nothing tells.
 */
export function homeOfOutlet(signs: OutletSigns, book: OutletBook, gazetteer: Gazetteer): RankPriors {
  const names = [signs.publisher, hostOf(signs.url ?? '') ?? undefined].filter(
    (name) => name !== undefined && name !== '',
  ) as string[]
  for (const name of names) {
    // "english.news.cn" stands under "news.cn" as well.
    for (let key = outletKey(name); ; key = key.slice(key.indexOf('.') + 1)) {
      const home = book.get(key)
      if (home) return home
      if (hostOf(name) === null || key.split('.').length <= 2) break
    }
  }
  for (const name of names) {
    const { country, place } = readOutletName(name, gazetteer)
    const home = place === null ? null : clearHome(place, country, gazetteer)
    if (home) return home
    if (country !== null) return { homeCountry: country }
  }
  return {}
}

/** The one place of a name that outweighs all others, in the country that the host tells if it tells one. */
function clearHome(place: string, country: string | null, gazetteer: Gazetteer): RankPriors | null {
  let [best, most, next] = [-1, 0, 0]
  for (const entry of gazetteer.candidates(place)) {
    if (country !== null && gazetteer.alpha3(entry) !== country) continue
    // The area around a town of the same name is no rival of it.
    const inside = best >= 0 && (gazetteer.admin1Entry(best) === entry || gazetteer.admin1Entry(entry) === best)
    const people = gazetteer.population(entry)
    if (people > most) {
      if (!inside) next = most
      ;[best, most] = [entry, people]
    } else if (!inside && people > next) next = people
  }
  if (best < 0 || most < MIN_HOME_PEOPLE || most < CLEAR_LEAD * next) return null
  const homeCountry = gazetteer.alpha3(best)
  if (homeCountry === null) return null
  const [homeLat, homeLon] = [gazetteer.lat(best), gazetteer.lon(best)]
  const area = gazetteer.type(best) === 'country' || homeLat === null || homeLon === null
  return area ? { homeCountry } : { homeCountry, homeLat, homeLon }
}
