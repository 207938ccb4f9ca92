import { BoundedMemory } from '../../base/bounded-memory.ts'
import { epochDay, fromEpochDay } from '../../base/plain-date.ts'
import { mercator } from '../record-row.ts'
import type { SqlValue } from '../sql.ts'
import type { Dimension, RecordFilter } from '../store.ts'
import type { SqliteDriver } from './driver.ts'
import { type IndexMatch, matchRecords, NO_DAY, type Postings, postingsOf, type Sorted } from './index-match.ts'
import { listOrder, orderAfter } from './list-order.ts'

/**
 * The columns that lists count and group by, held in memory: SQLite's weak spot is scans, and a count over 300,000
 * rows that takes it a second takes typed arrays a few milliseconds. Rows are numbered by their private key, so a
 * changed record is read again alone; only the order of the list is asked for anew.
 */

/** Changed records that are read one by one; more, and the whole table is read. */
const MAX_PATCHED = 2_000
/** Bytes of matches that are kept: the filters of many open workbenches, since most are narrow. */
const KEPT_MATCH_BYTES = 32_000_000
/** What a match weighs beside its rows. */
const MATCH_BYTES = 500
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

/** Columns that are read of a record, in this order. Publisher and language stand with the article. */
const COLUMNS = [
  'n',
  'article',
  'type',
  'quad',
  'form',
  'country',
  'admin1',
  'place',
  'certainty',
  'status',
  'precision',
  'lat',
  'lon',
  'date_from',
  'date_to',
  'size',
  'background',
  'confidence',
  'rivals',
] as const
const SELECT = `SELECT ${COLUMNS.join(', ')} FROM event_record`
type Values = readonly SqlValue[]

/** Texts by code, null for "not stated", and the code of each row of the list. */
export interface DimensionColumn {
  readonly names: readonly (string | null)[]
  readonly values: Uint8Array | Uint16Array | Uint32Array
}

/** The index of one connection. Not for filters that ask for superseded records. */
export class RecordIndex {
  readonly #driver: SqliteDriver
  readonly #matches = new BoundedMemory<IndexMatch>(KEPT_MATCH_BYTES, ({ rows }) => rows.byteLength + MATCH_BYTES)
  #version = -1
  #capacity = 0
  readonly coded = Object.fromEntries(CODED.map((name) => [name, new CodedColumn()])) as Record<Coded, CodedColumn>
  article = new Uint32Array(0)
  lat = new Float64Array(0)
  lon = new Float64Array(0)
  /** Web Mercator, 0 to 1. */
  mapX = new Float64Array(0)
  mapY = new Float64Array(0)
  from = new Int32Array(0)
  to = new Int32Array(0)
  size = new Float64Array(0)
  confidence = new Float64Array(0)
  background = new Uint8Array(0)
  rivals = new Uint8Array(0)
  /** Keys of the current records in list order: newest first, undated ones last. */
  order: Uint32Array = new Uint32Array(0)
  #sorted: Sorted | null = null
  #postings: Postings | null = null
  readonly #periods = new Map<Dimension, DimensionColumn>()
  readonly #days = new Map<number, number>()
  #lastSource: { readonly article: number; readonly publisher: number; readonly language: number } | null = null

  constructor(driver: SqliteDriver) {
    this.#driver = driver
  }

  /** Brings the index to the state of the data. Call inside a snapshot, with the version that it shows. */
  refresh(version: number): void {
    if (version === this.#version) return
    const changed = this.#version < 0 ? null : this.#changedSince(this.#version)
    this.#lastSource = null
    if (changed === null) this.#readAll()
    else for (const id of changed) this.#read('WHERE id = ?', id)
    this.order = changed ? orderAfter(this.#driver, this.order, changed) : listOrder(this.#driver)
    this.#sorted = null
    this.#postings = null
    this.#periods.clear()
    this.#matches.clear()
    this.#version = version
  }

  /** The records that a filter shows; null where it asks for what the index does not hold. */
  match(filter: RecordFilter, among: (filter: RecordFilter) => Iterable<number> | null): IndexMatch | null {
    if (filter.superseded || filter.article !== undefined || filter.published !== undefined) return null
    const name = JSON.stringify(filter)
    const known = this.#matches.get(name)
    if (known) return known
    const { sorted } = this
    this.#postings ??= { type: postingsOf(sorted.type), country: postingsOf(sorted.country) }
    const match = matchRecords(filter, {
      order: this.order,
      sorted,
      postings: this.#postings,
      coded: this.coded,
      hits: this.#hits(among(filter)),
    })
    this.#matches.set(name, match)
    return match
  }

  /** Keys of the matching records in list order, as many as wanted. */
  keysOf(match: IndexMatch, wanted = match.rows.length): Uint32Array {
    return match.rows.subarray(0, wanted).map((row) => this.order[row]!)
  }

  #hits(among: Iterable<number> | null): Uint8Array | null {
    if (!among) return null
    const hits = new Uint8Array(this.#capacity)
    for (const n of among) hits[n] = 1
    return hits
  }

  /** All columns in list order. */
  get sorted(): Sorted {
    this.#sorted ??= this.#inOrder()
    return this.#sorted
  }

  #inOrder(): Sorted {
    const { order, coded } = this
    const gather = <T extends Uint8Array | Uint16Array | Uint32Array | Int32Array | Float64Array>(
      made: T,
      values: ArrayLike<number>,
    ): T => {
      for (let i = 0; i < order.length; i++) made[i] = values[order[i]!]!
      return made
    }
    const size = order.length
    const from = gather(new Int32Array(size), this.from)
    const to = gather(new Int32Array(size), this.to)
    let undated = size
    while (undated > 0 && from[undated - 1] === NO_DAY) undated--
    let longestDays = 0
    for (let row = 0; row < undated; row++) longestDays = Math.max(longestDays, to[row]! - from[row]!)
    return onDemand<Sorted>({
      from: () => from,
      to: () => to,
      undated: () => undated,
      longestDays: () => longestDays,
      type: () => gather(new Uint8Array(size), coded.type.values),
      status: () => gather(new Uint8Array(size), coded.status.values),
      certainty: () => gather(new Uint8Array(size), coded.certainty.values),
      precision: () => gather(new Uint8Array(size), coded.precision.values),
      background: () => gather(new Uint8Array(size), this.background),
      rivals: () => gather(new Uint8Array(size), this.rivals),
      country: () => gather(new Uint16Array(size), coded.country.values),
      form: () => gather(new Uint16Array(size), coded.form.values),
      quad: () => gather(new Uint8Array(size), coded.quad.values),
      admin1: () => gather(new Uint32Array(size), coded.admin1.values),
      place: () => gather(new Uint32Array(size), coded.place.values),
      article: () => gather(new Uint32Array(size), this.article),
      publisher: () => gather(new Uint32Array(size), coded.publisher.values),
      language: () => gather(new Uint16Array(size), coded.language.values),
      lat: () => gather(new Float64Array(size), this.lat),
      lon: () => gather(new Float64Array(size), this.lon),
      mapX: () => gather(new Float64Array(size), this.mapX),
      mapY: () => gather(new Float64Array(size), this.mapY),
      size: () => gather(new Float64Array(size), this.size),
      confidence: () => gather(new Float64Array(size), this.confidence),
    })
  }

  /** A dimension as a column of codes in list order; null for dimensions of several values. */
  dimension(name: Dimension): DimensionColumn | null {
    switch (name) {
      case 'day':
      case 'week':
      case 'month':
      case 'year':
        return this.#period(name)
      case 'background':
        return { names: ['news', 'background'], values: this.sorted.background }
      case 'country':
      case 'admin1':
      case 'place':
      case 'type':
      case 'quad':
      case 'form':
      case 'certainty':
      case 'status':
      case 'publisher':
      case 'language':
        return { names: [null, ...this.coded[name].names.slice(1)], values: this.sorted[name] }
      default:
        return null
    }
  }

  /** The periods that the records begin in, numbered as they are met; made when first asked for. */
  #period(name: Period): DimensionColumn {
    const known = this.#periods.get(name)
    if (known) return known
    const names: (string | null)[] = [null]
    const { from, undated } = this.sorted
    const values = new Uint32Array(from.length)
    // Days fall from row to row, so that each period is one run of rows.
    let day = Number.NaN
    let period = Number.NaN
    for (let row = 0; row < undated; row++) {
      if (from[row] !== day) {
        day = from[row]!
        const start = periodStart(day, name)
        if (start !== period) names.push(fromEpochDay(start))
        period = start
      }
      values[row] = names.length - 1
    }
    const made = { names, values }
    this.#periods.set(name, made)
    return made
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
    this.#grow(Number(this.#driver.get('SELECT coalesce(max(n), 0) AS n FROM event_record')?.n) + 1)
    this.#read('WHERE current = 1')
  }

  /** Reads records as plain arrays, one at a time: for a whole table that is half the time of objects. */
  #read(where: string, ...values: SqlValue[]): void {
    const statement = this.#driver.database.prepare(`${SELECT} ${where}`)
    statement.setReturnArrays(true)
    for (const row of statement.iterate(...values)) this.#set(row as unknown as Values)
  }

  #set(row: Values): void {
    const [n, article, type, quad, form, country, admin1, place, certainty, status, precision, ...rest] = row
    const [lat, lon, from, to, size, background, confidence, rivals] = rest
    const at = Number(n)
    if (at >= this.#capacity) this.#grow(Math.ceil(at * 1.25) + 64)
    const { coded } = this
    set(coded.type, at, type)
    set(coded.quad, at, quad)
    set(coded.form, at, form)
    set(coded.country, at, country)
    set(coded.admin1, at, admin1)
    set(coded.place, at, place)
    set(coded.certainty, at, certainty)
    set(coded.status, at, status)
    set(coded.precision, at, precision)
    const source = this.#source(Number(article))
    coded.publisher.values[at] = source.publisher
    coded.language.values[at] = source.language
    this.article[at] = Number(article)
    this.lat[at] = lat === null ? Number.NaN : Number(lat)
    this.lon[at] = lon === null ? Number.NaN : Number(lon)
    const map = lat === null || lon === null ? null : mercator(Number(lon), Number(lat))
    this.mapX[at] = map?.x ?? Number.NaN
    this.mapY[at] = map?.y ?? Number.NaN
    this.from[at] = this.#day(from)
    this.to[at] = this.#day(to)
    this.size[at] = size === null ? Number.NaN : Number(size)
    this.confidence[at] = Number(confidence)
    this.background[at] = Number(background)
    this.rivals[at] = Number(rivals)
  }

  /** Days since 1970 of a date's text; the same few thousand days come again and again. */
  #day(text: SqlValue | undefined): number {
    if (text === null || text === undefined) return NO_DAY
    // By the digits as a number: to look up a text that SQLite has just made costs three times that.
    const digits = digitsOf(text as string)
    const known = this.#days.get(digits)
    if (known !== undefined) return known
    const day = epochDay(text as string)
    this.#days.set(digits, day)
    return day
  }

  /** Codes of an article's publisher and language; records of one article follow one another. */
  #source(article: number): { readonly publisher: number; readonly language: number } {
    if (this.#lastSource?.article === article) return this.#lastSource
    const row = this.#driver.get('SELECT publisher, language FROM article WHERE n = ?', [article])
    const { publisher, language } = this.coded
    this.#lastSource = {
      article,
      publisher: row?.publisher ? publisher.code(String(row.publisher)) : 0,
      language: row?.language ? language.code(String(row.language)) : 0,
    }
    return this.#lastSource
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
}

/** The eight digits of a day such as 2021-07-06 as one number. */
function digitsOf(day: string): number {
  let digits = 0
  for (let i = 0; i < day.length; i++) {
    const digit = day.charCodeAt(i) - 48
    if (digit >= 0 && digit <= 9) digits = digits * 10 + digit
  }
  return digits
}

/** An object whose members are each made when first asked for. */
function onDemand<T extends object>(makers: { readonly [Name in keyof T]: () => T[Name] }): T {
  const out = {} as T
  for (const name of Object.keys(makers) as (keyof T)[])
    Object.defineProperty(out, name, {
      configurable: true,
      get() {
        const value = makers[name]()
        Object.defineProperty(out, name, { value })
        return value
      },
    })
  return out
}

function set(column: CodedColumn, at: number, text: SqlValue | undefined): void {
  column.values[at] = text === null || text === undefined ? 0 : column.code(text as string)
}

type Period = 'day' | 'week' | 'month' | 'year'

/** First day of the period that a day falls in, as days since 1970. */
function periodStart(day: number, period: Period): number {
  if (period === 'day') return day
  // 1970-01-01 was a Thursday.
  if (period === 'week') return day - ((((day + 3) % 7) + 7) % 7)
  const text = fromEpochDay(day)
  return epochDay(period === 'month' ? `${text.slice(0, 7)}-01` : `${text.slice(0, 4)}-01-01`)
}
