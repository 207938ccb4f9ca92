import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Article } from '../../article/article.ts'
import { contentId, sha256 } from '../../base/id.ts'
import { seededRandom } from '../../base/random.ts'
import { CERTAINTIES, type EventRecord } from '../../coding/event-record.ts'
import type { RecordFilter, RecordItem } from '../store.ts'
import { SqliteStore } from './sqlite-store.ts'

const CODER = { name: 'test', version: '1', resources: 'none' }
const COUNTRIES = ['KAZ', 'KGZ', 'UZB', null] as const
const TYPES = ['PROTEST', 'COERCE', 'CONSULT'] as const
const ARTICLES = 60
const TEXT = 'crowds gathered'

/** The index must give what a plain reading of each record gives, for any filter, before and after changes. */
describe('counts in memory', () => {
  let folder: string
  let store: SqliteStore
  let items: readonly RecordItem[]

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'groundswell-index-'))
    store = new SqliteStore(join(folder, 'a.db'))
    const run = await store.beginRun({ inputs: ['test'], coder: CODER })
    const random = seededRandom(3)
    for (let i = 0; i < ARTICLES; i++) {
      const article = articleOf(i)
      const records = Array.from({ length: 1 + random.below(4) }, (_, k) => recordOf(article.id, k, random))
      const coding = { coder: CODER, records, mentions: null, misses: [], warnings: [] }
      await store.writeBatch({ run: run.id, items: [{ kind: 'coded', sequence: i, input: 'x', article, coding }] })
      // Asked in between, the index grows by what has changed instead of being read anew.
      if (i % 7 === 0) await store.aggregate({ by: ['type'], filter: {} })
    }
    const some = (await store.listRecords({}, { limit: 1000 })).items
    for (const [i, item] of some.entries()) {
      if (i % 5 === 0) await store.decide(item.record.id, { action: 'reject', person: 'a', reason: 'test' })
      if (i % 5 === 1)
        await store.decide(item.record.id, {
          action: 'change',
          field: 'certainty',
          value: { value: 'denied' },
          person: 'a',
          reason: 'test',
        })
    }
    // Dates that move records in the list, one after another while the index looks on, and some that take the date away.
    for (const [i, item] of some.entries()) {
      if (i % 5 !== 2) continue
      const day = i % 2 ? `2020-0${1 + (i % 3)}-1${i % 10}` : null
      await store.decide(item.record.id, {
        action: 'change',
        field: 'date',
        value: day === null ? null : { from: day, to: day, grain: 'day' },
        person: 'a',
        reason: 'test',
      })
      if (i % 3) await store.aggregate({ by: ['type'], filter: {} })
    }
    items = (await store.listRecords({ status: ['machine', 'accepted', 'changed', 'rejected'] }, { limit: 1000 })).items
  })

  afterAll(async () => {
    await store.close()
    rmSync(folder, { recursive: true, force: true })
  })

  it('stand in the order of the list', () => {
    const place = ({ record }: RecordItem) => `${record.date?.from ?? '0'} ${record.id}`
    const places = items.map(place)
    expect(places).toEqual([...places].sort().reverse())
    expect(items.filter(({ record }) => record.date === null).length).toBeGreaterThan(10)
  })

  const day = fc.constantFrom('2019-12-31', '2020-01-01', '2020-01-15', '2020-02-10', '2020-03-05')
  const filters = fc
    .record(
      {
        type: fc.subarray([...TYPES], { minLength: 1 }),
        country: fc.subarray(['KAZ', 'KGZ', 'XXX'], { minLength: 1 }),
        certainty: fc.subarray([...CERTAINTIES], { minLength: 1 }),
        background: fc.boolean(),
        minConfidence: fc.constantFrom(0, 0.5, 0.9),
        status: fc.subarray(['machine', 'changed', 'rejected'] as const, { minLength: 1 }),
        publisher: fc.subarray(['Courier', 'Gazette'], { minLength: 1 }),
        date: fc.tuple(day, day).map(([a, b]) => (a < b ? { from: a, to: b } : { from: b, to: a })),
        box: fc.constantFrom([40, 30, 80, 60], [170, -90, -170, 90], [0, 0, 1, 1]),
      },
      { requiredKeys: [] },
    )
    .map((filter) => filter as unknown as RecordFilter)

  it('are those of a plain reading, and so is the list', async () => {
    await fc.assert(
      fc.asyncProperty(filters, async (filter) => {
        const expected = plainly(items, filter)
        const list = await store.listRecords(filter, { limit: 1000 })
        expect(list.items.map(({ record }) => record.id)).toEqual(expected.ids)
        expect({ total: list.total, excluded: list.excluded }).toEqual({
          total: expected.ids.length,
          excluded: expected.excluded,
        })
        const columns = await store.columns(filter)
        expect(columns.n).toBe(expected.ids.length)
        const { groups } = await store.aggregate({ by: ['country', 'type', 'month'], filter })
        expect(groups.reduce((sum, group) => sum + group.records, 0)).toBe(expected.ids.length)
        const byCountry = await store.aggregate({ by: ['country'], filter })
        for (const { key, records, articles } of byCountry.groups) {
          const inside = items.filter(
            ({ record }) => expected.ids.includes(record.id) && (record.place?.country ?? null) === key[0],
          )
          expect(records).toBe(inside.length)
          expect(articles).toBe(new Set(inside.map(({ article }) => article.id)).size)
        }
        const grid = await store.grid({ filter, zoom: 4 })
        const located = items.filter(({ record }) => expected.ids.includes(record.id) && record.place?.lat != null)
        expect(grid.cells.reduce((sum, cell) => sum + cell.records, 0)).toBe(located.length)
      }),
      { numRuns: 150 },
    )
  })
})

/** The contract of `RecordFilter` and `EXCLUSION_REASONS`, record by record. */
function plainly(items: readonly RecordItem[], filter: RecordFilter) {
  const excluded: Record<string, number> = {}
  const ids: string[] = []
  for (const { record, status, article } of items) {
    const { place, date } = record
    const located = place?.lat != null && place.lon != null
    const [west, south, east, north] = filter.box ?? [-180, -90, 180, 90]
    const lon = place?.lon ?? 0
    const inBox =
      (place?.lat ?? 0) >= south &&
      (place?.lat ?? 0) <= north &&
      (west <= east ? lon >= west && lon <= east : lon >= west || lon <= east)
    const fits =
      (filter.type?.includes(record.type) ?? true) &&
      (filter.status?.includes(status) ?? true) &&
      (filter.publisher?.includes(String(article.publisher)) ?? true) &&
      (!filter.background || record.background) &&
      (!filter.country || place?.country == null || filter.country.includes(place.country)) &&
      (!filter.box || !located || inBox) &&
      (!filter.date || !date || (date.from <= String(filter.date.to) && date.to >= String(filter.date.from)))
    if (!fits) continue
    const reason =
      !filter.status && status === 'rejected'
        ? 'rejected'
        : filter.date && !date
          ? 'undated'
          : filter.box && !located
            ? 'unlocated'
            : filter.country && place?.country == null
              ? 'no-country'
              : filter.background === false && record.background
                ? 'background'
                : filter.certainty && !filter.certainty.includes(record.certainty.value)
                  ? 'certainty'
                  : record.confidence < (filter.minConfidence ?? 0)
                    ? 'confidence'
                    : null
    if (reason) excluded[reason] = (excluded[reason] ?? 0) + 1
    else ids.push(record.id)
  }
  return { ids, excluded }
}

function articleOf(i: number): Article {
  const text = `${TEXT} ${i}`
  return {
    id: contentId('ar', ['index', i]),
    text,
    publisher: ['Courier', 'Gazette', 'Wire'][i % 3] as string,
    published: null,
    language: 'en',
    sha256: sha256(text),
    mediaType: 'text/plain',
    excluded: [],
    warnings: [],
  }
}

function recordOf(article: string, ordinal: number, random: ReturnType<typeof seededRandom>): EventRecord {
  const words = { quote: 'gathered', start: 7, end: 15 }
  const country = COUNTRIES[random.below(COUNTRIES.length)] ?? null
  const from = `2020-0${1 + random.below(3)}-${10 + random.below(15)}`
  // Some dates are months, and a few far longer than the rest.
  const to = random.below(3) ? from : `202${random.below(2)}-0${4 + random.below(6)}-01`
  return {
    id: contentId('er', [article, ordinal]),
    article,
    codebook: 'test',
    type: TYPES[random.below(TYPES.length)] as EventRecord['type'],
    mode: [],
    form: null,
    context: [],
    quad: 'material conflict',
    scale: -5,
    trigger: words,
    actors: [],
    recipients: [],
    issues: [],
    place:
      random.unit() < 0.2
        ? null
        : {
            name: 'Place',
            country,
            admin1: null,
            lat: random.unit() < 0.2 ? null : 20 + random.below(50),
            lon: random.below(2) ? 175 : 40 + random.below(60),
            geonames_id: null,
            precision: 'city',
            ...words,
            basis: 'stated',
          },
    date: random.unit() < 0.2 ? null : { from, to, grain: 'day', ...words, basis: 'stated' },
    size: null,
    killed: null,
    injured: null,
    arrested: null,
    authorisation: null,
    certainty: { value: random.below(3) ? 'asserted' : 'alleged' },
    polarity: 'positive',
    omission: false,
    attempted: false,
    background: random.below(4) === 0,
    speaker: null,
    links: [],
    claims: [],
    evidence: [],
    confidence: random.below(10) / 10,
    basis: [],
    coder: CODER,
  }
}
