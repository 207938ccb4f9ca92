import type { Article } from '../article/article.ts'
import { openGazetteer } from '../mention/gazetteer/gazetteer.ts'
import { homeOf, placesNamed } from '../mention/place/outlet.ts'
import { outletKey } from '../mention/place/outlet-book.ts'
import { hostOf } from '../mention/place/outlet-name.ts'
import { loadEngine, modelLanguages, ResourceFiles } from './resources.ts'

/** Articles of one outlet that are read; more change its home no more. */
const MAX_ARTICLES = 50

/** What was learned of outlets. */
export interface LearnedOutlets {
  /** A table as `data/outlets.tsv`, sorted by outlet. */
  readonly table: string
  readonly outlets: number
  /** Outlets without a home: too few articles, or articles that name no towns. */
  readonly open: readonly string[]
}

/**
 * Learns where outlets are at home from the places of their articles (three and more of each). Articles without a
 * publisher or address are passed over. The order of the articles does not matter up to fifty of an outlet.
 */
export async function learnOutlets(
  articles: AsyncIterable<Article>,
  files: ResourceFiles = new ResourceFiles(),
): Promise<LearnedOutlets> {
  const gazetteer = openGazetteer(files.gazetteer())
  const languages = new Set(modelLanguages(files))
  const names = files.names() ?? undefined
  const engines = new Map<string, ReturnType<typeof loadEngine>>()
  const places = new Map<string, number[][]>()
  for await (const article of articles) {
    const outlet = article.publisher ?? hostOf(article.url ?? '')
    if (!outlet) continue
    const key = outletKey(outlet)
    const list = places.get(key) ?? []
    places.set(key, list)
    if (list.length >= MAX_ARTICLES) continue
    const language = languages.has(article.language) ? article.language : 'und'
    const engine = engines.get(language) ?? loadEngine(language, files)
    engines.set(language, engine)
    const analysis = { ...engine.analyse(article.text, { gate: () => false }), language: article.language }
    list.push(placesNamed({ text: article.text, analysis, published: article.published }, gazetteer, names))
  }
  const rows: string[] = []
  const open: string[] = []
  for (const [outlet, list] of [...places].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const home = homeOf(
      gazetteer,
      [...list].sort((a, b) => (a.join() < b.join() ? -1 : 1)),
    )
    if (home.homeLat === undefined || home.homeLon === undefined) open.push(outlet)
    else rows.push([outlet, home.homeCountry ?? '', home.homeLat.toFixed(2), home.homeLon.toFixed(2)].join('\t'))
  }
  const table = ['outlets\tcountry\tlatitude\tlongitude', ...rows].join('\n')
  return { table: `${table}\n`, outlets: rows.length, open }
}
