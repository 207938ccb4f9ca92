import { epochDay, fromEpochDay } from '../../base/plain-date.ts'
import type { Dimension, RecordFilter } from '../store.ts'
import type { Row, SqliteDriver } from './driver.ts'

/**
 * The columns that lists count and group by, held in memory: SQLite's weak spot is scans, and a count over 300,000
 * rows that takes it a second takes typed arrays a few milliseconds. Rows are numbered by their private key, so a
 * changed record is read again alone; only the order of the list is asked for anew.
 */

/** Stands for a date that is not there. */
const NO_DAY = -0x7fffffff
/** Changed records that are read one by one; more, and the whole table is read. */
const MAX_PATCHED = 2_000
/** Records of one piece when all are read. */
const READ_ROWS = 20_000
/** Answers kept: the filters of a few open workbenches. */
const KEPT_MATCHES = 24
/** Texts that the index numbers, with the column each stands in. */
const CODED = [
  'type',
  'quad',
  'form',
  'country',
  'admin1',
  'place',
  'certainty',
  'status',
  'precision',
  'publisher',
  'language',
] as const
type Coded = (typeof CODED)[number]

/** What a filter gives: the keys of the records that are shown, in list order, and what is left out. */
export interface IndexMatch {
  readonly numbers: Uint32Array
  readonly excluded: Readonly<Record<string, number>>
}

/** A column of texts as numbers; 0 stands for "not stated". */
class CodedColumn {
  readonly names: string[] = ['']
  readonly #codes = new Map<string, number>()
  values = new Uint32Array(0)

  code(text: string): number {
    const known = this.#codes.get(text)
    if (known !== undefined) return known
    this.names.push(text)
    this.#codes.set(text, this.names.length - 1)
    return this.names.length - 1
  }

  /** 1 for each code among the wanted texts. */
  mask(wanted: readonly string[]): Uint8Array {
    const mask = new Uint8Array(this.names.length)
    for (const text of wanted) {
      const code = this.#codes.get(text)
      if (code !== undefined) mask[code] = 1
    }
    return mask
  }
}

const SELECT = `
  SELECT r.n, r.article, r.type, r.quad, r.form, r.country, r.admin1, r.place, r.certainty, r.status, r.precision,
    r.lat, r.lon, r.map_x, r.map_y, r.date_from, r.date_to, r.size, r.background, r.confidence, r.rivals,
    a.publisher, a.language
  FROM event_record r CROSS JOIN article a ON a.n = r.article`

/** The index of one connection. Not for filters that ask for superseded records. */
export class RecordIndex {
  readonly #driver: SqliteDriver
  readonly #matches = new Map<string, IndexMatch>()
  #version = -1
  #capacity = 0
  readonly coded = Object.fromEntries(CODED.map((name) => [name, new CodedColumn()])) as Record<Coded, CodedColumn>
  article = new Uint32Array(0)
  lat = new Float64Array(0)
  lon = new Float64Array(0)
  mapX = new Float64Array(0)
  mapY = new Float64Array(0)
  from = new Int32Array(0)
  to = new Int32Array(0)
  size = new Float64Array(0)
  confidence = new Float64Array(0)
  background = new Uint8Array(0)
  rivals = new Uint8Array(0)
  /** Keys of the current records in list order: newest first, undated ones last. */
  order = new Uint32Array(0)

  constructor(driver: SqliteDriver) {
    this.#driver = driver
  }

  /** Brings the index to the state of the data. Call inside a snapshot, with the version that it shows. */
  refresh(version: number): void {
    if (version === this.#version) return
    const changed = this.#version < 0 ? null : this.#changedSince(this.#version)
    if (changed === null) this.#readAll()
    else for (const id of changed) for (const row of this.#driver.all(`${SELECT} WHERE r.id = ?`, [id])) this.#set(row)
    const order = this.#driver.all('SELECT n FROM event_record WHERE current = 1 ORDER BY sort_date DESC, id DESC')
    this.order = Uint32Array.from(order, (row) => Number(row.n))
    this.#matches.clear()
    this.#version = version
  }

  /** The records that a filter shows; null where it asks for what the index does not hold. */
  match(filter: RecordFilter, among: (filter: RecordFilter) => Iterable<number> | null): IndexMatch | null {
    if (filter.superseded || filter.article !== undefined || filter.published !== undefined) return null
    const name = JSON.stringify(filter)
    const known = this.#matches.get(name)
    if (known) return known
    const match = this.#match(filter, among(filter))
    if (this.#matches.size >= KEPT_MATCHES) this.#matches.delete(this.#matches.keys().next().value as string)
    this.#matches.set(name, match)
    return match
  }

  #match(filter: RecordFilter, among: Iterable<number> | null): IndexMatch {
    const { order, coded, from, to, lat, lon, background, confidence } = this
    const subject = this.#masks(filter)
    const statuses = filter.status?.length ? coded.status.mask(filter.status) : null
    const rejected = statuses ? -1 : coded.status.code('rejected')
    const countries = filter.country?.length ? coded.country.mask(filter.country) : null
    const certainties = filter.certainty?.length ? coded.certainty.mask(filter.certainty) : null
    const dated = filter.date?.from !== undefined || filter.date?.to !== undefined
    const first = filter.date?.from === undefined ? -0x7ffffffe : epochDay(filter.date.from)
    const last = filter.date?.to === undefined ? 0x7fffffff : epochDay(filter.date.to)
    const [west, south, east, north] = filter.box ?? [0, 0, 0, 0]
    const hits = among === null ? null : new Uint8Array(this.#capacity)
    if (hits && among) for (const n of among) hits[n] = 1
    const counts = {
      rejected: 0,
      undated: 0,
      unlocated: 0,
      'no-country': 0,
      background: 0,
      certainty: 0,
      confidence: 0,
    }
    const numbers = new Uint32Array(order.length)
    let found = 0
    rows: for (let i = 0; i < order.length; i++) {
      const n = order[i]!
      if (hits && !hits[n]) continue
      for (const [values, mask] of subject) if (!mask[values[n]!]) continue rows
      const status = coded.status.values[n]!
      if (statuses && !statuses[status]) continue
      const undated = from[n] === NO_DAY
      if (dated && !undated && (to[n]! < first || from[n]! > last)) continue
      const y = lat[n]!
      const unlocated = Number.isNaN(y)
      if (filter.box && !unlocated) {
        const x = lon[n]!
        if (y < south || y > north || (west <= east ? x < west || x > east : x < west && x > east)) continue
      }
      const country = coded.country.values[n]!
      if (countries && country !== 0 && !countries[country]) continue
      const isBackground = background[n] === 1
      if (filter.background === true && !isBackground) continue
      // From here on the record fits the question; the first reason that applies leaves it out.
      if (status === rejected) counts.rejected++
      else if (dated && undated) counts.undated++
      else if (filter.box && unlocated) counts.unlocated++
      else if (countries && country === 0) counts['no-country']++
      else if (filter.background === false && isBackground) counts.background++
      else if (certainties && !certainties[coded.certainty.values[n]!]) counts.certainty++
      else if (filter.minConfidence !== undefined && confidence[n]! < filter.minConfidence) counts.confidence++
      else numbers[found++] = n
    }
    return {
      numbers: numbers.slice(0, found),
      excluded: Object.fromEntries(Object.entries(counts).filter(([, count]) => count > 0)),
    }
  }

  /** Columns with the codes that a filter lets pass, for conditions that leave no word behind. */
  #masks(filter: RecordFilter): [Uint32Array, Uint8Array][] {
    const names = ['type', 'form', 'quad', 'admin1', 'publisher', 'language'] as const
    return names.flatMap((name): [Uint32Array, Uint8Array][] => {
      const wanted = filter[name]
      return wanted?.length ? [[this.coded[name].values, this.coded[name].mask(wanted)]] : []
    })
  }

  /** The texts of a dimension by code, and the code of each record; null for dimensions of several values. */
  dimension(
    name: Dimension,
  ): { readonly names: (code: number) => string | null; readonly code: (n: number) => number } | null {
    switch (name) {
      case 'day':
      case 'week':
      case 'month':
      case 'year': {
        const period = name
        return {
          names: (day) => (day === 0 ? null : fromEpochDay(day - DAY_SHIFT)),
          code: (n) => (this.from[n] === NO_DAY ? 0 : periodStart(this.from[n]!, period) + DAY_SHIFT),
        }
      }
      case 'background':
        return { names: (code) => (code ? 'background' : 'news'), code: (n) => this.background[n]! }
      case 'country':
      case 'admin1':
      case 'place':
      case 'type':
      case 'quad':
      case 'form':
      case 'certainty':
      case 'status':
      case 'publisher':
      case 'language': {
        const column = this.coded[name]
        return { names: (code) => (code === 0 ? null : (column.names[code] ?? null)), code: (n) => column.values[n]! }
      }
      default:
        return null
    }
  }

  /** Ids of the records that changed after a version; null where reading all is quicker. */
  #changedSince(version: number): readonly string[] | null {
    const rows = this.#driver.all('SELECT kind, id FROM change WHERE version > ? LIMIT ?', [version, MAX_PATCHED + 1])
    if (rows.length > MAX_PATCHED) return null
    const ids = new Set<string>()
    for (const row of rows) {
      if (row.kind === 'article') {
        // An article that was told anew may have another publisher or other records.
        const records = this.#driver.all(
          'SELECT r.id FROM event_record r JOIN article a ON a.n = r.article WHERE a.id = ?',
          [String(row.id)],
        )
        for (const record of records) ids.add(String(record.id))
      } else ids.add(String(row.id))
    }
    return [...ids]
  }

  #readAll(): void {
    const last = Number(this.#driver.get('SELECT coalesce(max(n), 0) AS n FROM event_record')?.n)
    this.#grow(last + 1)
    // In pieces, so that the rows are never in memory all at once.
    for (let at = 0; at <= last; at += READ_ROWS)
      for (const row of this.#driver.all(`${SELECT} WHERE r.n > ? AND r.n <= ? AND r.current = 1`, [
        at,
        at + READ_ROWS,
      ]))
        this.#set(row)
  }

  #set(row: Row): void {
    const n = Number(row.n)
    if (n >= this.#capacity) this.#grow(Math.ceil(n * 1.25) + 64)
    for (const name of CODED) {
      const column = this.coded[name]
      const text = row[name]
      column.values[n] = text === null || text === undefined ? 0 : column.code(text as string)
    }
    this.article[n] = Number(row.article)
    this.lat[n] = row.lat === null ? Number.NaN : Number(row.lat)
    this.lon[n] = row.lon === null ? Number.NaN : Number(row.lon)
    this.mapX[n] = row.map_x === null ? Number.NaN : Number(row.map_x)
    this.mapY[n] = row.map_y === null ? Number.NaN : Number(row.map_y)
    this.from[n] = row.date_from === null ? NO_DAY : epochDay(String(row.date_from))
    this.to[n] = row.date_to === null ? NO_DAY : epochDay(String(row.date_to))
    this.size[n] = row.size === null ? Number.NaN : Number(row.size)
    this.confidence[n] = Number(row.confidence)
    this.background[n] = Number(row.background)
    this.rivals[n] = Number(row.rivals)
  }

  #grow(capacity: number): void {
    if (capacity <= this.#capacity) return
    const grown = <T extends Uint32Array | Float64Array | Int32Array | Uint8Array>(old: T): T => {
      const made = new (old.constructor as new (length: number) => T)(capacity)
      made.set(old)
      return made
    }
    for (const name of CODED) this.coded[name].values = grown(this.coded[name].values)
    this.article = grown(this.article)
    this.lat = grown(this.lat)
    this.lon = grown(this.lon)
    this.mapX = grown(this.mapX)
    this.mapY = grown(this.mapY)
    this.from = grown(this.from)
    this.to = grown(this.to)
    this.size = grown(this.size)
    this.confidence = grown(this.confidence)
    this.background = grown(this.background)
    this.rivals = grown(this.rivals)
    this.#capacity = capacity
  }

  /** Whether a record has no date. */
  isUndated(n: number): boolean {
    return this.from[n] === NO_DAY
  }
}

/** Makes codes of days positive, so that 0 can stand for "undated": 1970 is about 719,000 days after year 0. */
const DAY_SHIFT = 800_000

const starts = { month: new Map<number, number>(), year: new Map<number, number>() }

/** First day of the period that a day falls in, as days since 1970. */
function periodStart(day: number, period: 'day' | 'week' | 'month' | 'year'): number {
  if (period === 'day') return day
  // 1970-01-01 was a Thursday.
  if (period === 'week') return day - ((((day + 3) % 7) + 7) % 7)
  const known = starts[period].get(day)
  if (known !== undefined) return known
  const text = fromEpochDay(day)
  const start = epochDay(period === 'month' ? `${text.slice(0, 7)}-01` : `${text.slice(0, 4)}-01-01`)
  starts[period].set(day, start)
  return start
}
