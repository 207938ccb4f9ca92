import { GroundswellError } from '../../base/error.ts'
import { epochDay } from '../../base/plain-date.ts'
import { CERTAINTIES, EVENT_TYPES } from '../../coding/event-record.ts'
import { join, raw, type Sql, sql } from '../sql.ts'
import {
  type Aggregate,
  type AggregateQuery,
  type Columns,
  type Coverage,
  type CoverageQuery,
  DIMENSIONS,
  type Dimension,
  type Grid,
  type GridQuery,
  MAX_GROUPS,
  type RecordFilter,
} from '../store.ts'
import type { SqliteDriver } from './driver.ts'
import { articleConditions, type RecordConditions, recordConditions } from './filters.ts'
import { cellsOf, columnsOf, type Group, groupsOf } from './index-answers.ts'
import { fromRecords, type RecordReader } from './record-reader.ts'

/** Dimensions of one aggregate: more is a table nobody reads, and a query that grows out of bounds. */
const MAX_DIMENSIONS = 3
/** Side of a map cell in pixels where none is asked for, and the size of a map tile. */
const CELL_PIXELS = 56
const TILE_PIXELS = 256
/** Cells of one answer: a screen of the smallest cells. */
const MAX_CELLS = 20_000

const TIMES: ReadonlySet<Dimension> = new Set(['day', 'week', 'month', 'year'])
const TAGGED: ReadonlySet<Dimension> = new Set(['mode', 'context', 'issue', 'sector', 'actor', 'actor-country'])

/** The first day of the period that a day column falls in; null for ''. */
function periodOf(grain: string, column: string): Sql {
  switch (grain) {
    case 'day':
      return raw(`nullif(${column}, '')`)
    case 'week':
      return raw(`CASE ${column} WHEN '' THEN NULL ELSE date(${column}, '-6 days', 'weekday 1') END`)
    case 'month':
      return raw(`CASE ${column} WHEN '' THEN NULL ELSE substr(${column}, 1, 7) || '-01' END`)
    default:
      return raw(`CASE ${column} WHEN '' THEN NULL ELSE substr(${column}, 1, 4) || '-01-01' END`)
  }
}

function dimension(name: Dimension, index: number): Sql {
  if (TIMES.has(name)) return periodOf(name, 'r.sort_date')
  if (TAGGED.has(name)) return raw(`t${index}.value`)
  switch (name) {
    case 'publisher':
    case 'language':
      return raw(`a.${name}`)
    case 'background':
      return raw("CASE r.background WHEN 1 THEN 'background' ELSE 'news' END")
    default:
      return raw(`r.${name}`)
  }
}

/** See `Store.aggregate`. */
export function aggregate(driver: SqliteDriver, records: RecordReader, query: AggregateQuery): Aggregate {
  const { by, filter } = query
  if (!by.length || by.length > MAX_DIMENSIONS || by.some((name) => !DIMENSIONS.includes(name)))
    throw new GroundswellError('GS-E514', { detail: `by: give one to ${MAX_DIMENSIONS} of ${DIMENSIONS.join(', ')}` })
  const limit = Math.max(1, Math.min(query.limit ?? MAX_GROUPS, MAX_GROUPS))
  return driver.snapshot(() => {
    const conditions = recordConditions(filter)
    const match = records.match(filter)
    const groups = (match && groupsOf(records.index, match, by)) ?? groupsBySql(driver, by, conditions)
    const rest = groups.slice(limit)
    return {
      groups: groups.slice(0, limit),
      rest: { groups: rest.length, records: rest.reduce((sum, group) => sum + group.records, 0) },
      ...records.counts(filter, conditions),
      version: records.version(),
    }
  })
}

function groupsBySql(driver: SqliteDriver, by: readonly Dimension[], conditions: RecordConditions): Group[] {
  return driver.all(groupQuery(by, conditions)).map((row) => ({
    key: by.map((name, index) => {
      const value = row[name === 'actor' ? `l${index}` : `k${index}`]
      return value === null || value === undefined ? null : String(value)
    }),
    records: Number(row.n),
    articles: Number(row.articles),
  }))
}

function groupQuery(by: readonly Dimension[], conditions: RecordConditions): Sql {
  const keys = by.map(dimension)
  const columns = by.flatMap((name, index) => {
    const key = sql`${keys[index]} AS k${raw(String(index))}`
    // Actors are grouped by their folded name and shown by one as written.
    return name === 'actor' ? [key, raw(`t${index}.label AS l${index}`)] : [key]
  })
  const tags = by.flatMap((name, index) => {
    const alias = raw(`t${index}`)
    return TAGGED.has(name)
      ? [sql`LEFT JOIN record_tag ${alias} ON ${alias}.record = r.n AND ${alias}.kind = ${name}`]
      : []
  })
  const labels = by.flatMap((name, index) => (name === 'actor' ? [`, min(l${index}) AS l${index}`] : [])).join('')
  const groups = by.map((_, index) => `k${index}`).join(', ')
  const timed = by.findIndex((name) => TIMES.has(name))
  const order = timed < 0 ? `n DESC, ${groups}` : `k${timed}, n DESC, ${groups}`
  return sql`
    SELECT ${raw(groups)}${raw(labels)}, count(*) AS n, count(DISTINCT article) AS articles FROM (
      SELECT ${join(columns, ', ')}, r.article
      ${fromRecords(conditions, keys.map((key) => key.text).join(' '))} ${join(tags, ' ')}
      WHERE ${conditions.subject} AND ${conditions.exclusion} IS NULL)
    GROUP BY ${raw(groups)} ORDER BY ${raw(order)}`
}

/** See `Store.grid`. */
export function grid(driver: SqliteDriver, records: RecordReader, query: GridQuery): Grid {
  const { zoom, cell = CELL_PIXELS } = query
  if (!(zoom >= 0 && zoom <= 18) || !(cell >= 8 && cell <= 512))
    throw new GroundswellError('GS-E514', { detail: 'grid: give a zoom of 0 to 18 and a cell of 8 to 512 pixels' })
  const perWorld = (TILE_PIXELS * 2 ** zoom) / cell
  return driver.snapshot(() => {
    const conditions = recordConditions(query.filter)
    const match = records.match(query.filter)
    if (match) {
      const { total, excluded } = records.counts(query.filter, conditions)
      const cells = cellsOf(records.index, match, perWorld).slice(0, MAX_CELLS)
      return { cells, total, excluded, version: records.version() }
    }
    const rows = driver.all(sql`
      SELECT avg(r.lon) AS lon, avg(r.lat) AS lat, count(*) AS n,
        sum(r.precision NOT IN ('point', 'city', 'admin2')) AS uncertain
      ${fromRecords(conditions)}
      WHERE ${conditions.subject} AND ${conditions.exclusion} IS NULL AND r.map_x IS NOT NULL
      GROUP BY CAST(r.map_x * ${perWorld} AS INTEGER), CAST(r.map_y * ${perWorld} AS INTEGER)
      ORDER BY n DESC LIMIT ${MAX_CELLS}`)
    const { total, excluded } = records.counts(query.filter, conditions)
    return {
      cells: rows.map((row) => ({
        lon: Number(row.lon),
        lat: Number(row.lat),
        records: Number(row.n),
        uncertain: Number(row.uncertain),
      })),
      total,
      excluded,
      version: records.version(),
    }
  })
}

const PRECISIONS = ['point', 'city', 'admin2', 'admin1', 'country', 'region'] as const
/** Day 0 of the columns, 1900-01-01, as days since 1970. */
const FIRST_DAY = epochDay('1900-01-01')
const UNKNOWN_16 = 0xffff
const UNKNOWN_8 = 0xff

/** See `Store.columns`. */
export function columns(driver: SqliteDriver, records: RecordReader, filter: RecordFilter): Columns {
  return driver.snapshot(() => {
    const { sort: _, ...asked } = filter
    const conditions = recordConditions(asked)
    const match = records.match(asked)
    if (match)
      return { version: records.version(), ...columnsOf(records.index, match), ...records.counts(asked, conditions) }
    const rows = driver.all(sql`
      SELECT r.lon, r.lat, r.date_from, r.date_to, r.country, r.size, r.type, r.certainty, r.precision, r.rivals,
        r.status, r.background
      ${fromRecords(conditions)} WHERE ${conditions.subject} AND ${conditions.exclusion} IS NULL
      ORDER BY r.sort_date DESC, r.id DESC`)
    const n = rows.length
    const out = {
      lon: new Float32Array(n),
      lat: new Float32Array(n),
      day: new Uint16Array(n),
      spanDays: new Uint16Array(n),
      country: new Uint16Array(n),
      size: new Uint16Array(n),
      type: new Uint8Array(n),
      certainty: new Uint8Array(n),
      reports: new Uint8Array(n).fill(1),
      flags: new Uint8Array(n),
    }
    const countries = new Map<string, number>()
    rows.forEach((row, i) => {
      out.lon[i] = row.lon === null ? Number.NaN : Number(row.lon)
      out.lat[i] = row.lat === null ? Number.NaN : Number(row.lat)
      const day = row.date_from === null ? null : epochDay(String(row.date_from)) - FIRST_DAY
      out.day[i] = day === null || day < 0 || day >= UNKNOWN_16 ? UNKNOWN_16 : day
      const last = row.date_to === null ? null : epochDay(String(row.date_to)) - FIRST_DAY
      out.spanDays[i] = day === null || last === null ? UNKNOWN_16 : Math.max(0, Math.min(last - day, UNKNOWN_16 - 1))
      out.country[i] = row.country === null ? UNKNOWN_16 : indexIn(countries, String(row.country))
      out.size[i] = row.size === null ? UNKNOWN_16 : Math.max(0, Math.min(Math.round(Number(row.size)), UNKNOWN_16 - 1))
      out.type[i] = indexOf(EVENT_TYPES, row.type)
      out.certainty[i] = indexOf(CERTAINTIES, row.certainty)
      const precision = indexOf(PRECISIONS, row.precision)
      out.flags[i] =
        (precision === UNKNOWN_8 ? 7 : precision) |
        (row.rivals === 1 ? 8 : 0) |
        (row.status === 'machine' ? 0 : 16) |
        (row.background === 1 ? 32 : 0)
    })
    return {
      version: records.version(),
      n,
      ...out,
      countries: [...countries.keys()],
      types: EVENT_TYPES,
      certainties: CERTAINTIES,
      precisions: PRECISIONS,
      ...records.counts(asked, conditions),
    }
  })
}

function indexIn(names: Map<string, number>, name: string): number {
  const known = names.get(name)
  if (known !== undefined) return known
  names.set(name, names.size)
  return names.size - 1
}

function indexOf(names: readonly string[], name: unknown): number {
  const at = names.indexOf(String(name))
  return at < 0 ? UNKNOWN_8 : at
}

/** See `Store.coverage`. */
export function coverage(driver: SqliteDriver, version: number, query: CoverageQuery): Coverage {
  const first = periodOf(query.grain, 'a.published_from')
  const last = periodOf(query.grain, 'a.published_to')
  // An article whose possible days reach over several periods belongs to none of them: its period is unknown.
  const period = sql`CASE WHEN a.published_to IS NOT NULL AND ${first} = ${last} THEN ${first} END`
  const rows = driver.all(sql`
    SELECT ${period} AS period, a.publisher, count(*) AS articles, sum(a.records) AS records FROM article a
    WHERE ${articleConditions(query)} GROUP BY 1, 2 ORDER BY 1, 2`)
  return {
    periods: rows.map((row) => ({
      period: row.period === null ? null : String(row.period),
      publisher: row.publisher === null ? null : String(row.publisher),
      articles: Number(row.articles),
      records: Number(row.records),
    })),
    version,
  }
}
