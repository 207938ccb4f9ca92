import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { clusterRows } from './clusters.ts'
import { histogramOf } from './histogram.ts'
import { matchSnapshot, orderRows, type QuickFilter } from './match.ts'
import { dayNumber, dayText, fromMercator, mercatorX, mercatorY, readSnapshot, type Snapshot } from './snapshot.ts'

const TYPES = ['PROTEST', 'COERCE']
const CERTAINTIES = ['asserted', 'alleged']
const COUNTRIES = ['KAZ', 'FJI']
const ALL: QuickFilter = {
  types: [],
  countries: [],
  certainties: [],
  from: null,
  to: null,
  box: null,
  background: 'hide',
}

interface Row {
  readonly day: string | null
  readonly span: number
  readonly lon: number | null
  readonly lat: number | null
  readonly country: number | null
  readonly type: number
  readonly certainty: number
  readonly background: boolean
}

const rowOf = fc.record<Row>({
  day: fc.option(fc.constantFrom('2020-01-01', '2020-01-31', '2020-02-01', '2021-06-15')),
  span: fc.constantFrom(0, 0, 6, 30),
  lon: fc.option(fc.constantFrom(-179.9, -10, 66.5, 77, 179.9)),
  lat: fc.constantFrom(-18, 0, 43, 84),
  country: fc.option(fc.constantFrom(0, 1)),
  type: fc.constantFrom(0, 1),
  certainty: fc.constantFrom(0, 1),
  background: fc.boolean(),
})

/** The binary that the server would send. */
function snapshotOf(rows: readonly Row[]): Snapshot {
  const header = JSON.stringify({
    format: 1,
    version: 1,
    n: rows.length,
    columns: [
      ['lon', 'f32'],
      ['lat', 'f32'],
      ['day', 'u16'],
      ['spanDays', 'u16'],
      ['country', 'u16'],
      ['size', 'u16'],
      ['type', 'u8'],
      ['certainty', 'u8'],
      ['reports', 'u8'],
      ['flags', 'u8'],
    ],
    types: TYPES,
    certainties: CERTAINTIES,
    precisions: ['point', 'city', 'admin2', 'admin1', 'country', 'region'],
    countries: COUNTRIES,
    all: rows.length,
    excluded: {},
  }).padEnd(800)
  const buffer = new ArrayBuffer(4 + 800 + rows.length * 20)
  const view = new DataView(buffer)
  view.setUint32(0, 800, true)
  new Uint8Array(buffer, 4, 800).set(new TextEncoder().encode(header))
  const at = 804
  const n = rows.length
  for (const [i, row] of rows.entries()) {
    view.setFloat32(at + i * 4, row.lon ?? Number.NaN, true)
    view.setFloat32(at + n * 4 + i * 4, row.lon === null ? Number.NaN : (row.lat ?? 0), true)
    view.setUint16(at + n * 8 + i * 2, row.day ? dayNumber(row.day) : 0xffff, true)
    view.setUint16(at + n * 10 + i * 2, row.span, true)
    view.setUint16(at + n * 12 + i * 2, row.country ?? 0xffff, true)
    view.setUint16(at + n * 14 + i * 2, i % 5 ? i : 0xffff, true)
    view.setUint8(at + n * 16 + i, row.type)
    view.setUint8(at + n * 17 + i, row.certainty)
    view.setUint8(at + n * 18 + i, 1)
    view.setUint8(at + n * 19 + i, (row.background ? 32 : 0) | (row.lon === null ? 7 : 1))
  }
  return readSnapshot(buffer)
}

describe('the filter of the pages', () => {
  it('shows or accounts for every record, whatever is asked', () => {
    fc.assert(
      fc.property(
        fc.array(rowOf, { maxLength: 60 }),
        fc.subarray(TYPES),
        fc.subarray(COUNTRIES),
        fc.subarray(CERTAINTIES),
        fc.constantFrom<QuickFilter['background']>('hide', 'show', 'only'),
        fc.option(fc.constantFrom<[string, string]>(['2020-01-15', '2020-02-10'], ['2021-01-01', '2021-12-31'])),
        fc.option(fc.constantFrom<[number, number, number, number]>([60, 40, 80, 50], [170, -30, -170, 0])),
        (rows, types, countries, certainties, background, dates, box) => {
          const snapshot = snapshotOf(rows)
          const filter = {
            types,
            countries,
            certainties,
            background,
            from: dates?.[0] ?? null,
            to: dates?.[1] ?? null,
            box,
          }
          const { rows: shown, undatedWindow, excluded } = matchSnapshot(snapshot, filter)
          const left = Object.values(excluded).reduce((sum, count) => sum + count, 0)
          expect(shown.length + left).toBe(rows.length)
          expect([...shown].every((row) => undatedWindow.includes(row))).toBe(true)
          for (const row of shown) {
            const item = rows[row] as Row
            expect(types.length === 0 || types.includes(TYPES[item.type] as string)).toBe(true)
            if (countries.length > 0) expect(countries).toContain(COUNTRIES[item.country as number])
            if (background === 'hide') expect(item.background).toBe(false)
            if (dates) {
              const end = dayText(dayNumber(item.day as string) + item.span)
              expect(String(item.day) <= dates[1] && end >= dates[0]).toBe(true)
            }
          }
        },
      ),
    )
  })

  it('names the reason of what fits but is not shown', () => {
    const plain: Row = {
      day: '2020-01-01',
      span: 0,
      lon: 77,
      lat: 43,
      country: 0,
      type: 0,
      certainty: 0,
      background: false,
    }
    const rows = [
      plain,
      { ...plain, day: null },
      { ...plain, lon: null },
      { ...plain, country: null },
      { ...plain, background: true },
      { ...plain, certainty: 1 },
      { ...plain, type: 1 },
    ]
    const filter: QuickFilter = {
      ...ALL,
      types: ['PROTEST'],
      countries: ['KAZ'],
      certainties: ['asserted'],
      from: '2020-01-01',
      to: '2020-12-31',
      box: [60, 40, 80, 50],
    }
    const match = matchSnapshot(snapshotOf(rows), filter)
    expect([...match.rows]).toEqual([0])
    expect(match.excluded).toEqual({ undated: 1, unlocated: 1, 'no-country': 1, background: 1, certainty: 1, other: 1 })
  })

  it('puts undated records last in every order of dates', () => {
    const rows = ['2021-06-15', '2020-01-01', null].map(
      (day): Row => ({ day, span: 0, lon: 0, lat: 0, country: 0, type: 0, certainty: 0, background: false }),
    )
    const all = Uint32Array.of(0, 1, 2)
    expect([...orderRows(snapshotOf(rows), all, 'oldest')]).toEqual([1, 0, 2])
    expect([...orderRows(snapshotOf(rows), all, 'newest')]).toEqual([0, 1, 2])
  })
})

describe('the timeline', () => {
  it('counts every dated record once, in bars without a gap', () => {
    fc.assert(
      fc.property(fc.array(rowOf, { minLength: 1, maxLength: 60 }), (rows) => {
        const snapshot = snapshotOf(rows)
        const all = Uint32Array.from(rows, (_, i) => i)
        const { counts, undated, starts, end } = histogramOf(snapshot, all)
        expect(counts.reduce((sum, count) => sum + count, 0) + undated).toBe(rows.length)
        for (const [i, start] of starts.entries()) expect(starts[i + 1] ?? end).toBeGreaterThan(start)
      }),
    )
  })

  it('starts weeks on Mondays', () => {
    const days = ['2020-01-01', '2020-12-30']
    const rows = days.map(
      (day): Row => ({ day, span: 0, lon: 0, lat: 0, country: 0, type: 0, certainty: 0, background: false }),
    )
    const { unit, starts } = histogramOf(snapshotOf(rows), Uint32Array.of(0, 1))
    expect(unit).toBe('week')
    expect(dayText(starts[0] as number)).toBe('2019-12-30')
  })
})

describe('clusters', () => {
  it('hold every placed record once, inside their boxes', () => {
    fc.assert(
      fc.property(fc.array(rowOf, { maxLength: 60 }), fc.integer({ min: 0, max: 10 }), (rows, zoom) => {
        const snapshot = snapshotOf(rows)
        const clusters = clusterRows(
          snapshot,
          Uint32Array.from(rows, (_, i) => i),
          zoom,
        )
        const placed = rows.filter(({ lon }) => lon !== null).length
        expect(clusters.reduce((sum, { count }) => sum + count, 0)).toBe(placed)
        for (const { lon, lat, box } of clusters) {
          const [west, south, east, north] = box
          expect(lon).toBeGreaterThanOrEqual(west - 1e-3)
          expect(lon).toBeLessThanOrEqual(east + 1e-3)
          expect(lat).toBeGreaterThanOrEqual(south - 1e-3)
          expect(lat).toBeLessThanOrEqual(north + 1e-3)
        }
      }),
    )
  })

  it('go to Web Mercator and back', () => {
    for (const [lon, lat] of [
      [0, 0],
      [179, 84],
      [-120, -60],
    ] as const) {
      const back = fromMercator(mercatorX(lon), mercatorY(lat))
      expect(back[0]).toBeCloseTo(lon, 6)
      expect(back[1]).toBeCloseTo(lat, 6)
    }
  })
})
