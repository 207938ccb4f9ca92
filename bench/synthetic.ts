import type { Article } from '../src/article/article.ts'
import { contentId, sha256 } from '../src/base/id.ts'
import { addDays, type PlainDate } from '../src/base/plain-date.ts'
import { type Random, seededRandom } from '../src/base/random.ts'
import { CODEBOOK_VERSION, scaleOf, TYPES } from '../src/coding/codebook.ts'
import type { Certainty, Coder, EventRecord, EventType } from '../src/coding/event-record.ts'

/**
 * SYNTHETIC reports for load and interface tests: sentences put together by a seeded generator about events that never
 * happened, with records whose every quote stands in the text. They say nothing about the accuracy of the coder and
 * never enter a workspace of a user.
 */
export interface SyntheticReport {
  readonly article: Article
  readonly records: readonly EventRecord[]
}

/** The coder that synthetic records name, so that nobody takes them for coded ones. */
export const SYNTHETIC_CODER: Coder = { name: 'synthetic', version: '1', resources: 'sha256:none' }

interface City {
  readonly name: string
  readonly country: string
  readonly admin1: string
  readonly lat: number
  readonly lon: number
}

const CITIES: readonly City[] = [
  ['Almaty', 'KAZ', 'Almaty', 43.25, 76.95],
  ['Oskemen', 'KAZ', 'East Kazakhstan', 49.95, 82.61],
  ['Aktobe', 'KAZ', 'Aktobe', 50.28, 57.17],
  ['Atyrau', 'KAZ', 'Atyrau', 47.12, 51.88],
  ['Bishkek', 'KGZ', 'Bishkek', 42.87, 74.59],
  ['Osh', 'KGZ', 'Osh', 40.53, 72.8],
  ['Tashkent', 'UZB', 'Tashkent', 41.26, 69.22],
  ['Nukus', 'UZB', 'Karakalpakstan', 42.46, 59.6],
  ['Dushanbe', 'TJK', 'Dushanbe', 38.54, 68.78],
  ['Khorog', 'TJK', 'Gorno-Badakhshan', 37.49, 71.55],
  ['Tbilisi', 'GEO', 'Tbilisi', 41.72, 44.79],
  ['Yerevan', 'ARM', 'Yerevan', 40.18, 44.51],
  ['Minsk', 'BLR', 'Minsk', 53.9, 27.57],
  ['Moscow', 'RUS', 'Moscow', 55.75, 37.62],
  ['Khabarovsk', 'RUS', 'Khabarovsk', 48.48, 135.08],
  ['Lagos', 'NGA', 'Lagos', 6.45, 3.4],
  ['Nairobi', 'KEN', 'Nairobi', -1.28, 36.82],
  ['Santiago', 'CHL', 'Santiago', -33.46, -70.65],
  ['Lima', 'PER', 'Lima', -12.04, -77.03],
  ['Paris', 'FRA', 'Île-de-France', 48.85, 2.35],
  ['Athens', 'GRC', 'Attica', 37.98, 23.73],
  ['Delhi', 'IND', 'Delhi', 28.65, 77.23],
  ['Hong Kong', 'HKG', 'Hong Kong', 22.28, 114.16],
  ['Suva', 'FJI', 'Central', -18.14, 178.44],
].map(([name, country, admin1, lat, lon]) => ({ name, country, admin1, lat, lon }) as City)

interface Template {
  readonly type: EventType
  readonly mode: readonly string[]
  readonly form: string | null
  readonly actor: string
  readonly sector: string
  readonly verb: string
  readonly recipient?: readonly [string, string]
  readonly counts: 'size' | 'arrested' | 'none'
  readonly certainty: Certainty
}

const TEMPLATES: readonly Template[] = [
  template('PROTEST', ['demo'], 'rally', 'residents', 'CVL', 'rallied', 'size'),
  template('PROTEST', ['demo'], 'picket', 'relatives', 'CVL', 'picketed', 'size'),
  template('PROTEST', ['demo'], 'march', 'students', 'EDU', 'marched', 'size'),
  template('PROTEST', ['strike'], 'strike', 'oil workers', 'LAB', 'went on strike', 'size'),
  template('PROTEST', ['obstruct'], 'blockade', 'farmers', 'AGR', 'blocked the road', 'size'),
  template('COERCE', ['arrest'], null, 'police', 'COP', 'detained', 'arrested', ['protesters', 'CVL']),
  template('ASSAULT', ['crowd-control'], null, 'riot police', 'COP', 'used tear gas against', 'none', [
    'protesters',
    'CVL',
  ]),
  template('CONCEDE', [], null, 'the government', 'GOV', 'suspended the plan', 'none'),
  template('CONSULT', ['visit'], null, 'a deputy minister', 'GOV', 'met', 'none', ['activists', 'CVL']),
  template('ACCUSE', ['disapprove'], null, 'opposition leaders', 'OPP', 'criticised', 'none', ['the cabinet', 'GOV']),
  template('REQUEST', ['change'], null, 'trade unions', 'LAB', 'demanded', 'none', ['the ministry', 'GOV']),
  { ...template('PROTEST', ['demo'], 'rally', 'activists', 'OPP', 'plan to rally', 'none'), certainty: 'planned' },
]

function template(
  type: EventType,
  mode: readonly string[],
  form: string | null,
  actor: string,
  sector: string,
  verb: string,
  counts: Template['counts'],
  recipient?: readonly [string, string],
): Template {
  return { type, mode, form, actor, sector, verb, counts, certainty: 'asserted', ...(recipient && { recipient }) }
}

const ISSUES: readonly (readonly [string, string])[] = [
  ['the sale of land', 'land'],
  ['unpaid wages', 'wages-work'],
  ['rising fuel prices', 'prices-inflation'],
  ['a new factory', 'environment'],
  ['the election result', 'elections'],
  ['the imprisonment of activists', 'repression-prisoners'],
]
const PUBLISHERS = ['Steppe Courier', 'River Gazette', 'Northern Wire', 'Harbour Post', 'Open Monitor']
const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
]

/** First day that synthetic events may have, and how many days follow. */
const FIRST_DAY: PlainDate = '2015-01-01'
const DAYS = 3_650
/** Records of an article: the same mean as the store's test set. */
const RECORDS_PER_ARTICLE = 3

/** Reports, one after another, until `records` records are out. The same seed gives the same reports. */
export function* syntheticReports(records: number, seed = 7): Generator<SyntheticReport> {
  const random = seededRandom(seed)
  let made = 0
  for (let number = 0; made < records; number++) {
    const report = makeReport(number, Math.min(RECORDS_PER_ARTICLE, records - made), random)
    made += report.records.length
    yield report
  }
}

/** Text that grows sentence by sentence and knows where each piece stands. */
class Draft {
  text = ''

  add(piece: string): { quote: string; start: number; end: number } {
    const start = this.text.length
    this.text += piece
    return { quote: piece, start, end: this.text.length }
  }
}

function makeReport(number: number, records: number, random: Random): SyntheticReport {
  const pick = <T>(items: readonly T[]): T => items[random.below(items.length)] as T
  const draft = new Draft()
  const city = pick(CITIES)
  const day = addDays(FIRST_DAY, Math.floor(DAYS * Math.sqrt(random.unit())))
  const title = `${city.name}: report ${number + 1} on the day's events`
  draft.add(`${title}\n\n`)
  const id = contentId('ar', ['synthetic', number])
  const out: EventRecord[] = []
  for (let i = 0; i < records; i++) {
    out.push(makeRecord({ id, index: i, draft, city, day, random, pick }))
    draft.add(' Nobody from the administration could be reached for comment. ')
  }
  const article: Article = {
    id,
    externalId: `synthetic-${number}`,
    text: draft.text,
    title,
    publisher: pick(PUBLISHERS),
    url: `https://reports.example/${number}`,
    published: { from: addDays(day, 1), to: addDays(day, 1), basis: 'given' },
    language: 'en',
    sha256: sha256(draft.text),
    mediaType: 'text/plain',
    titleSpan: { start: 0, end: title.length },
    excluded: [{ text: 'Related posts', reason: 'boilerplate' }],
    warnings: [],
  }
  return { article, records: out }
}

function makeRecord(at: {
  id: string
  index: number
  draft: Draft
  city: City
  day: PlainDate
  random: Random
  pick: <T>(items: readonly T[]) => T
}): EventRecord {
  const { draft, city, day, random, pick } = at
  const chosen = pick(TEMPLATES)
  const [year, month, dayOfMonth] = day.split('-').map(Number) as [number, number, number]
  const dated = random.unit() < 0.93
  const placed = random.unit() < 0.95
  draft.add(dated ? 'On ' : 'Recently, ')
  const dateWords = dated ? draft.add(`${dayOfMonth} ${MONTHS[month - 1]} ${year}`) : null
  draft.add(dated ? ', ' : '')
  const many = 10 + random.below(500) * 5
  const sizeWords = chosen.counts === 'size' ? draft.add(`about ${many}`) : null
  if (sizeWords) draft.add(' ')
  const actorWords = draft.add(chosen.actor)
  draft.add(' ')
  const verbWords = draft.add(chosen.verb)
  draft.add(' ')
  const arrestedWords = chosen.counts === 'arrested' ? draft.add(String(many)) : null
  if (arrestedWords) draft.add(' ')
  const recipientWords = chosen.recipient ? draft.add(chosen.recipient[0]) : null
  if (recipientWords) draft.add(' ')
  if (placed) draft.add('in ')
  const placeWords = placed ? draft.add(city.name) : null
  draft.add(' over ')
  const [issue, topic] = pick(ISSUES)
  const issueWords = draft.add(issue)
  let rival = null
  if (sizeWords && random.unit() < 0.2) {
    draft.add(', while organisers spoke of ')
    rival = draft.add(String(many * 3))
  }
  draft.add('.')
  const spread = (): number => (random.unit() - 0.5) * 0.08
  return {
    id: contentId('er', [at.id, at.index]),
    article: at.id,
    codebook: CODEBOOK_VERSION,
    type: chosen.type,
    mode: [...chosen.mode],
    form: chosen.form,
    context: [],
    quad: TYPES[chosen.type].quad,
    scale: scaleOf(chosen.type, chosen.mode),
    trigger: verbWords,
    actors: [{ name: chosen.actor, country: city.country, sector: [chosen.sector], ...actorWords, basis: 'stated' }],
    recipients:
      chosen.recipient && recipientWords
        ? [
            {
              name: chosen.recipient[0],
              country: city.country,
              sector: [chosen.recipient[1]],
              ...recipientWords,
              basis: 'stated',
            },
          ]
        : [],
    issues: [{ topic, ...issueWords }],
    place: placeWords
      ? {
          name: city.name,
          country: city.country,
          admin1: city.admin1,
          lat: city.lat + spread(),
          lon: Math.min(180, city.lon + spread()),
          geonames_id: null,
          precision: random.unit() < 0.85 ? 'city' : 'admin1',
          ...placeWords,
          basis: 'stated',
        }
      : null,
    date: dateWords ? { from: day, to: day, grain: 'day', ...dateWords, basis: 'stated' } : null,
    size: sizeWords ? { low: many, high: many, qualifier: 'approx', ...sizeWords } : null,
    killed: null,
    injured: null,
    arrested: arrestedWords ? { low: many, high: many, qualifier: 'exact', ...arrestedWords } : null,
    authorisation: null,
    certainty: { value: chosen.certainty },
    polarity: 'positive',
    omission: false,
    attempted: false,
    background: random.unit() < 0.06,
    speaker: null,
    links: [],
    claims: rival
      ? [
          {
            field: 'size',
            value: { low: many * 3, high: many * 3, qualifier: 'exact' },
            claimant: 'organisers',
            ...rival,
            basis: 'stated',
          },
        ]
      : [],
    evidence: [],
    confidence: 0.5 + Math.floor(random.unit() * 50) / 100,
    basis: ['synthetic'],
    coder: SYNTHETIC_CODER,
  }
}
