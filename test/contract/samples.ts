import type { Article } from '../../src/article/article.ts'
import { contentId, sha256 } from '../../src/base/id.ts'
import { scaleOf, TYPES } from '../../src/coding/codebook.ts'
import type { Coder, EventRecord, EventType } from '../../src/coding/event-record.ts'
import type { Coding, IngestItem } from '../../src/store/store.ts'

export const CODER: Coder = { name: 'test coder', version: '1', resources: 'sha256:0' }
export const NEXT_CODER: Coder = { ...CODER, version: '2' }

/** An article of the given words. */
export function article(text: string, more: Partial<Article> = {}): Article {
  return {
    id: contentId('ar', [text]),
    text,
    published: { from: '2021-07-07', to: '2021-07-07', basis: 'given' },
    language: 'en',
    sha256: sha256(text),
    mediaType: 'text/plain',
    excluded: [],
    warnings: [],
    ...more,
  }
}

/** A record whose trigger is the first place of `words` in the article's text. */
export function record(
  source: Article,
  type: EventType,
  words: string,
  more: Partial<EventRecord> = {},
  coder: Coder = CODER,
): EventRecord {
  const trigger = quote(source, words)
  const mode = more.mode ?? []
  return {
    id: contentId('er', [source.id, coder.version, type, trigger.start, trigger.end, more.place?.name ?? '']),
    article: source.id,
    codebook: 'plover-2.0+gs-1',
    type,
    mode,
    form: null,
    context: [],
    quad: TYPES[type].quad,
    scale: scaleOf(type, mode),
    trigger,
    actors: [],
    recipients: [],
    issues: [],
    place: null,
    date: null,
    size: null,
    killed: null,
    injured: null,
    arrested: null,
    authorisation: null,
    certainty: { value: 'asserted' },
    polarity: 'positive',
    omission: false,
    attempted: false,
    background: false,
    speaker: null,
    links: [],
    claims: [],
    evidence: [],
    confidence: 0.8,
    basis: ['test'],
    coder,
    ...more,
  }
}

/** The words with their place in the article. */
export function quote(source: Article, words: string): { quote: string; start: number; end: number } {
  const start = source.text.indexOf(words)
  if (start < 0) throw new Error(`"${words}" is not in the text`)
  return { quote: words, start, end: start + words.length }
}

export function actor(
  source: Article,
  words: string,
  country: string | null,
  sector: string[],
): EventRecord['actors'][number] {
  return { name: words, country, sector, ...quote(source, words), basis: 'stated' }
}

export function place(
  source: Article,
  words: string,
  more: Partial<NonNullable<EventRecord['place']>> = {},
): NonNullable<EventRecord['place']> {
  return {
    name: words,
    country: 'KAZ',
    admin1: null,
    lat: 43.25,
    lon: 76.92,
    geonames_id: 1526384,
    precision: 'city',
    ...quote(source, words),
    basis: 'stated',
    ...more,
  }
}

/** A date of one day, or from one day to another; it stands on no words. */
export function date(from: string, to = from): NonNullable<EventRecord['date']> {
  return { from, to, grain: from === to ? 'day' : 'month', quote: '', start: 0, end: 0, basis: 'default:publication' }
}

export function coding(records: readonly EventRecord[], coder: Coder = CODER): Coding {
  return { coder, records, mentions: null, misses: [{ reason: 'test' }], warnings: [] }
}

/** An item of a batch. */
export function coded(
  sequence: number,
  source: Article,
  records: readonly EventRecord[],
  coder: Coder = CODER,
): IngestItem {
  return {
    kind: 'coded',
    sequence,
    input: source.file ?? 'input.jsonl',
    article: source,
    coding: coding(records, coder),
  }
}

/** A small world: four articles in two languages, seven records of known values. */
export function world(): readonly { readonly article: Article; readonly records: readonly EventRecord[] }[] {
  const almaty = article(
    'On 6 July a small group of protesters rallied in Almaty. Police later detained 12 activists. Officials deny a land deal.',
    { title: 'Rally in Almaty', publisher: 'Daily Steppe', url: 'https://steppe.example/1', file: 'a.txt' },
  )
  const rally = record(almaty, 'PROTEST', 'rallied', {
    mode: ['demo'],
    form: 'rally',
    context: ['economic'],
    actors: [actor(almaty, 'protesters', 'KAZ', ['CVL'])],
    issues: [{ topic: 'land', ...quote(almaty, 'land deal') }],
    place: place(almaty, 'Almaty'),
    date: date('2021-07-06'),
    size: { low: null, high: null, qualifier: 'vague', ...quote(almaty, 'a small group') },
    confidence: 0.9,
  })
  const arrest = record(almaty, 'COERCE', 'detained', {
    mode: ['arrest'],
    actors: [actor(almaty, 'Police', 'KAZ', ['COP'])],
    recipients: [actor(almaty, '12 activists', 'KAZ', ['CVL'])],
    place: place(almaty, 'Almaty'),
    date: date('2021-07-06'),
    links: [{ kind: 'response-to', event: rally.id, ...quote(almaty, 'later') }],
    claims: [
      {
        field: 'arrested',
        value: { low: 20, high: 20 },
        claimant: 'activists',
        ...quote(almaty, '12'),
        basis: 'stated',
      },
    ],
    confidence: 0.7,
  })
  const denial = record(almaty, 'REJECT', 'deny', { certainty: { value: 'denied' }, confidence: 0.3 })
  const bishkek = article(
    'Thousands marched in Bishkek on 5 October 2020. In 2010 riots had toppled a president there.',
    {
      title: 'Marches in Bishkek',
      publisher: 'Bishkek Post',
      published: { from: '2020-10-06', to: '2020-10-06', basis: 'given' },
      file: 'b.txt',
    },
  )
  const march = record(bishkek, 'PROTEST', 'marched', {
    mode: ['demo'],
    form: 'march',
    place: place(bishkek, 'Bishkek', { country: 'KGZ', lat: 42.87, lon: 74.59, geonames_id: 1528675 }),
    date: date('2020-10-05'),
    size: { low: 2000, high: 9999, qualifier: 'vague', ...quote(bishkek, 'Thousands') },
  })
  const riots = record(bishkek, 'PROTEST', 'riots', {
    mode: ['riot'],
    form: 'riot',
    background: true,
    place: place(bishkek, 'Bishkek', { country: 'KGZ', lat: 42.87, lon: 74.59, geonames_id: 1528675 }),
    date: date('2010-01-01', '2010-12-31'),
  })
  const russian = article('Митинг прошёл в Алматы. Митингующие требовали земельной реформы.', {
    title: 'Митинг',
    language: 'ru',
    publisher: 'Степной вестник',
    published: { from: '2021-07-01', to: null, basis: 'access-date' },
    file: 'c.txt',
  })
  const undated = record(russian, 'PROTEST', 'Митинг', {
    mode: ['demo'],
    place: place(russian, 'Алматы', { name: 'Almaty', lat: null, lon: null, precision: 'admin1' }),
  })
  const quiet = article('The weather was fine.', { published: null, file: 'd.txt' })
  return [
    { article: almaty, records: [rally, arrest, denial] },
    { article: bishkek, records: [march, riots] },
    { article: russian, records: [undated] },
    { article: quiet, records: [] },
  ]
}
