import { zstdDecompressSync } from 'node:zlib'
import { GroundswellError } from '../../base/error.ts'
import type { PlaceType } from '../mention.ts'
import { extendHash, HASH_START, type HashState, hashCheck, hashKey, type Words, wordsOf } from './fold.ts'
import {
  ALIGNMENT,
  COORDINATE_SCALE,
  FILE_HEAD_BYTES,
  FLAG_ASSUMED,
  FLAG_CAPITAL,
  FLAG_DISTRICT,
  FLAG_POINT,
  type GazetteerHeader,
  LAYOUT_VERSION,
  MAGIC,
  MAX_NAME_WORDS,
  NAME_KINDS,
  type NameKind,
  NO_POSITION,
  NONE,
  PLACE_TYPES,
  POSTING_ENTRY_MASK,
  POSTING_KIND_MASK,
  POSTING_KIND_SHIFT,
  POSTING_MANY,
  REACH_SLOTS,
  type SectionName,
  TYPE_MASK,
} from './layout.ts'

/** One place, read out of the columns for callers that want an object. */
export interface GazetteerEntry {
  readonly index: number
  /** The name it is shown by, in English where there is one. */
  readonly name: string
  readonly type: PlaceType
  /** ISO 3166-1 alpha-3, null for seas and regions of several states. */
  readonly country: string | null
  readonly admin1: string | null
  readonly admin2: string | null
  /** Degrees; null where the position is unknown. */
  readonly lat: number | null
  readonly lon: number | null
  readonly population: number
  /** GeoNames id, null where GeoNames was not the source. */
  readonly geonamesId: number | null
  readonly capital: boolean
}

/** An entry that a name may mean, and what the name is to it. */
export interface NameHit {
  readonly entry: number
  readonly kind: NameKind
}

/** A run of words that is a name: `count` words, ending at `end` in the text. */
export interface NameMatch {
  readonly count: number
  readonly end: number
  /** Place of the name in the index; `hits()` reads what it may mean. */
  readonly name: number
  /** The last word had to be cut at its apostrophe. */
  readonly cut: boolean
}

/** What a name says about a country: its own name, its adjective, its people, or its capital. */
export interface CountryHit {
  readonly alpha3: string
  readonly kind: 'name' | 'adj' | 'people' | 'capital' | 'former' | 'code'
}

/**
 * All places by name, as typed arrays over one buffer: no object per entry, nothing read but the bytes given.
 * Made by `Gazetteer.open`; immutable.
 */
export class Gazetteer {
  readonly header: GazetteerHeader
  private readonly latitude: Int32Array
  private readonly longitude: Int32Array
  private readonly people: Uint32Array
  private readonly ids: Uint32Array
  private readonly nameOffset: Uint32Array
  private readonly countryColumn: Uint16Array
  private readonly admin1Column: Uint16Array
  private readonly admin2Column: Uint16Array
  private readonly typeColumn: Uint8Array
  private readonly names: Uint8Array
  private readonly key: Uint32Array
  private readonly posting: Uint32Array
  private readonly further: Uint32Array
  private readonly check: Uint16Array
  private readonly reach: Uint8Array
  private readonly alpha3ByEntry = new Map<number, string>()
  private readonly entryByAlpha3 = new Map<string, number>()
  private readonly alpha3ByAlpha2 = new Map<string, string>()
  private readonly datedByEntry = new Map<number, { name: string; from: string | null; to: string | null }[]>()
  private readonly decoder = new TextDecoder()

  private constructor(body: Uint8Array) {
    const headerLength = new DataView(body.buffer, body.byteOffset, 4).getUint32(0, true)
    this.header = JSON.parse(this.decoder.decode(body.subarray(4, 4 + headerLength))) as GazetteerHeader
    const base = body.byteOffset + Math.ceil((4 + headerLength) / ALIGNMENT) * ALIGNMENT
    const section = (name: SectionName): [ArrayBuffer, number, number] => {
      const { offset, length } = this.header.sections[name]
      return [body.buffer as ArrayBuffer, base + offset, length]
    }
    const words = (name: SectionName): Uint32Array => {
      const [buffer, offset, length] = section(name)
      return new Uint32Array(buffer, offset, length / 4)
    }
    const halves = (name: SectionName): Uint16Array => {
      const [buffer, offset, length] = section(name)
      return new Uint16Array(buffer, offset, length / 2)
    }
    const signed = (name: SectionName): Int32Array => {
      const [buffer, offset, length] = section(name)
      return new Int32Array(buffer, offset, length / 4)
    }
    this.latitude = signed('latitude')
    this.longitude = signed('longitude')
    this.people = words('population')
    this.ids = words('geonamesId')
    this.nameOffset = words('nameOffset')
    this.countryColumn = halves('country')
    this.admin1Column = halves('admin1')
    this.admin2Column = halves('admin2')
    this.typeColumn = new Uint8Array(...section('type'))
    this.names = new Uint8Array(...section('names'))
    this.key = words('key')
    this.posting = words('posting')
    this.further = words('postings')
    this.check = halves('check')
    this.reach = new Uint8Array(...section('reach'))
    for (const [alpha2, alpha3, entry] of this.header.countries) {
      this.alpha3ByEntry.set(entry, alpha3)
      this.entryByAlpha3.set(alpha3, entry)
      this.alpha3ByAlpha2.set(alpha2, alpha3)
    }
    for (const { entry, name, from, to } of this.header.dated) {
      const list = this.datedByEntry.get(entry) ?? []
      this.datedByEntry.set(entry, list)
      list.push({ name, from, to })
    }
  }

  /**
   * Opens the bytes of a `gazetteer.bin`. Throws GS-E301 if they are not a gazetteer, are cut short, or were written by a
   * newer layout.
   */
  static open(bytes: ArrayBuffer | Uint8Array): Gazetteer {
    const file = bytes instanceof Uint8Array ? bytes : new Uint8Array(bytes)
    if (file.length < FILE_HEAD_BYTES) throw new GroundswellError('GS-E301', { detail: 'too short' })
    const head = new DataView(file.buffer, file.byteOffset, FILE_HEAD_BYTES)
    if (head.getUint32(0, true) !== MAGIC) throw new GroundswellError('GS-E301', { detail: 'no mark at its start' })
    if (head.getUint32(4, true) !== LAYOUT_VERSION)
      throw new GroundswellError('GS-E301', { detail: `layout ${head.getUint32(4, true)}` })
    let body: Uint8Array
    try {
      body = zstdDecompressSync(file.subarray(FILE_HEAD_BYTES), { maxOutputLength: head.getUint32(8, true) })
    } catch (cause) {
      throw new GroundswellError('GS-E301', { detail: 'it is cut short or damaged', cause })
    }
    if (body.length !== head.getUint32(8, true)) throw new GroundswellError('GS-E301', { detail: 'it is cut short' })
    return new Gazetteer(body.byteOffset % ALIGNMENT === 0 ? body : body.slice())
  }

  /** Number of entries. */
  get size(): number {
    return this.header.entries
  }

  // ---- columns -------------------------------------------------------------------------------------------------------

  lat(entry: number): number | null {
    const value = this.latitude[entry] as number
    return value === NO_POSITION ? null : value / COORDINATE_SCALE
  }

  lon(entry: number): number | null {
    const value = this.longitude[entry] as number
    return value === NO_POSITION ? null : value / COORDINATE_SCALE
  }

  population(entry: number): number {
    return this.people[entry] as number
  }

  type(entry: number): PlaceType {
    return PLACE_TYPES[(this.typeColumn[entry] as number) & TYPE_MASK] as PlaceType
  }

  isCapital(entry: number): boolean {
    return ((this.typeColumn[entry] as number) & FLAG_CAPITAL) !== 0
  }

  /** A district or neighbourhood of a larger place. */
  isDistrict(entry: number): boolean {
    return ((this.typeColumn[entry] as number) & FLAG_DISTRICT) !== 0
  }

  /** The population is an assumption of the builder. */
  isAssumed(entry: number): boolean {
    return ((this.typeColumn[entry] as number) & FLAG_ASSUMED) !== 0
  }

  /** Finer than a town: a square, building, border post. */
  isPoint(entry: number): boolean {
    return ((this.typeColumn[entry] as number) & FLAG_POINT) !== 0
  }

  /** Entry of its country (of itself for a country), -1 for none. */
  countryEntry(entry: number): number {
    return part(this.countryColumn[entry])
  }

  /** Entry of the first-level area that it lies in (of itself for such an area), -1 for none. */
  admin1Entry(entry: number): number {
    return part(this.admin1Column[entry])
  }

  admin2Entry(entry: number): number {
    return part(this.admin2Column[entry])
  }

  geonamesId(entry: number): number | null {
    return (this.ids[entry] as number) || null
  }

  /** ISO 3166-1 alpha-3 of an entry's country, or null. */
  alpha3(entry: number): string | null {
    return this.alpha3ByEntry.get(this.countryEntry(entry)) ?? null
  }

  /** The name that an entry is shown by. */
  name(entry: number): string {
    return this.decoder.decode(
      this.names.subarray(this.nameOffset[entry] as number, this.nameOffset[entry + 1] as number),
    )
  }

  /** The name that was official on a day, for places that were renamed; else the name it is shown by. */
  nameAt(entry: number, date: string | null): string {
    const dated = date === null ? undefined : this.datedByEntry.get(entry)
    const hit = dated?.find((name) => inForce(name, date as string))
    return hit ? hit.name : this.name(entry)
  }

  /** Periods in which names of the entry were official; empty for places that were never renamed. */
  datedNames(entry: number): readonly { name: string; from: string | null; to: string | null }[] {
    return this.datedByEntry.get(entry) ?? []
  }

  entry(index: number): GazetteerEntry {
    const [admin1, admin2] = [this.admin1Entry(index), this.admin2Entry(index)]
    return {
      index,
      name: this.name(index),
      type: this.type(index),
      country: this.alpha3(index),
      admin1: admin1 < 0 ? null : this.name(admin1),
      admin2: admin2 < 0 ? null : this.name(admin2),
      lat: this.lat(index),
      lon: this.lon(index),
      population: this.population(index),
      geonamesId: this.geonamesId(index),
      capital: this.isCapital(index),
    }
  }

  // ---- names ---------------------------------------------------------------------------------------------------------

  /** Everything that a surface may mean; empty if it is no known name. Case, accents, hyphens and stops do not matter. */
  hitsOf(surface: string): readonly NameHit[] {
    const name = this.find(surface)
    return name < 0 ? [] : this.hits(name)
  }

  /** Entries that a surface may mean, each once. */
  candidates(surface: string): readonly number[] {
    return this.hitsOf(surface).map((hit) => hit.entry)
  }

  /** Place of a name in the index, -1 if it is not there. */
  find(surface: string): number {
    const words = wordsOf(surface)
    if (words.count === 0 || words.count > MAX_NAME_WORDS) return -1
    const state: HashState = { high: HASH_START.high, low: HASH_START.low }
    for (let i = 0; i < words.count; i++) extendHash(state, piece(words, i, i === 0))
    return this.locate(hashKey(state), hashCheck(state))
  }

  /** What the name at a place of the index may mean. */
  hits(name: number): readonly NameHit[] {
    const posting = this.posting[name] as number
    if (posting < POSTING_MANY) return [hitOf(posting)]
    const at = posting - POSTING_MANY
    const count = this.further[at] as number
    const out: NameHit[] = []
    for (let i = 1; i <= count; i++) out.push(hitOf(this.further[at + i] as number))
    return out
  }

  /** All names that begin at word `first` of the text, the longest first. */
  matchesAt(words: Words, first: number): readonly NameMatch[] {
    const state: HashState = { high: HASH_START.high, low: HASH_START.low }
    const head = words.folded[first] as string
    extendHash(state, head)
    let most = this.reachOf(hashKey(state))
    const stem = words.stem[first] as string
    const out: NameMatch[] = []
    if (stem !== '' && this.reachOf(keyOf(stem)) > 0) {
      const name = this.findFolded(stem)
      if (name >= 0) out.push({ count: 1, end: words.stemEnd[first] as number, name, cut: true })
    }
    if (most === 0) return out
    most = Math.min(most, words.count - first)
    for (let count = 1; count <= most; count++) {
      const last = first + count - 1
      if (count > 1) {
        if (!words.joined[last]) break
        const lastStem = words.stem[last] as string
        if (lastStem !== '') {
          const cut = { high: state.high, low: state.low }
          extendHash(cut, ` ${lastStem}`)
          const name = this.locate(hashKey(cut), hashCheck(cut))
          if (name >= 0) out.push({ count, end: words.stemEnd[last] as number, name, cut: true })
        }
        extendHash(state, piece(words, last, false))
      }
      const name = this.locate(hashKey(state), hashCheck(state))
      if (name >= 0) out.push({ count, end: words.end[last] as number, name, cut: false })
    }
    return out.reverse()
  }

  /** The longest name that begins at word `first`, or null. */
  longestMatch(words: Words, first: number): NameMatch | null {
    return this.matchesAt(words, first)[0] ?? null
  }

  /** Place in the index of a text that is folded already, -1 if it is not there. */
  findFolded(folded: string): number {
    const state: HashState = { high: HASH_START.high, low: HASH_START.low }
    extendHash(state, folded)
    return this.locate(hashKey(state), hashCheck(state))
  }

  private reachOf(key: number): number {
    const slot = key & (REACH_SLOTS - 1)
    return ((this.reach[slot >> 1] as number) >> ((slot & 1) * 4)) & 15
  }

  private locate(key: number, check: number): number {
    const keys = this.key
    let low = 0
    let high = keys.length - 1
    // Hashes are even, so guessing by proportion finds the neighbourhood in two or three steps.
    while (low <= high) {
      const least = keys[low] as number
      const most = keys[high] as number
      if (key < least || key > most) return -1
      const at = high - low < 8 ? low : low + Math.floor(((key - least) / Math.max(1, most - least)) * (high - low))
      const value = keys[at] as number
      if (value < key) low = at + 1
      else if (value > key) high = at - 1
      else {
        for (let i = at; i >= 0 && keys[i] === key; i--) if (this.check[i] === check) return i
        for (let i = at + 1; i < keys.length && keys[i] === key; i++) if (this.check[i] === check) return i
        return -1
      }
    }
    return -1
  }

  // ---- countries -----------------------------------------------------------------------------------------------------

  /** Alpha-3 codes of all countries, sorted. */
  countries(): readonly string[] {
    return [...this.entryByAlpha3.keys()].sort()
  }

  /** Entry of a country by its ISO code (alpha-3 or alpha-2, upper case), -1 if there is none. */
  countryByCode(code: string): number {
    return this.entryByAlpha3.get(code.length === 2 ? (this.alpha3ByAlpha2.get(code) ?? '') : code) ?? -1
  }

  /**
   * The country that a name stands for: its name in any language, its adjective ("Kazakhstani"), its people ("Kazakhs") or
   * its capital; null where the name is none of these or is one of several countries. A name that also belongs to a town
   * is still the country's.
   */
  countryOf(name: string): CountryHit | null {
    const at = this.find(name)
    if (at < 0) return null
    let capital: CountryHit | null = null
    let best: CountryHit | null = null
    for (const hit of this.hits(at)) {
      const alpha3 = this.alpha3(hit.entry)
      if (alpha3 === null) continue
      if (this.type(hit.entry) === 'country') {
        const kind =
          hit.kind === 'adj' || hit.kind === 'people' || hit.kind === 'former'
            ? hit.kind
            : hit.kind === 'abbreviation'
              ? 'code'
              : 'name'
        if (best && best.alpha3 !== alpha3) return best.kind === 'name' && kind !== 'name' ? best : null
        best = { alpha3, kind }
      } else if (this.isCapital(hit.entry) && (!capital || hit.kind === 'main')) capital = { alpha3, kind: 'capital' }
    }
    return best ?? capital
  }
}

/** Opens the bytes of a gazetteer file; see `Gazetteer.open`. */
export function openGazetteer(bytes: ArrayBuffer | Uint8Array): Gazetteer {
  return Gazetteer.open(bytes)
}

function part(value: number | undefined): number {
  return value === undefined || value === NONE ? -1 : value
}

function hitOf(posting: number): NameHit {
  return {
    entry: posting & POSTING_ENTRY_MASK,
    kind: NAME_KINDS[(posting >>> POSTING_KIND_SHIFT) & POSTING_KIND_MASK] as NameKind,
  }
}

function inForce(name: { from: string | null; to: string | null }, date: string): boolean {
  return (name.from === null || name.from <= date) && (name.to === null || date <= name.to)
}

function keyOf(folded: string): number {
  const state: HashState = { high: HASH_START.high, low: HASH_START.low }
  extendHash(state, folded)
  return hashKey(state)
}

function piece(words: Words, i: number, first: boolean): string {
  const folded = words.folded[i] as string
  return first || (words.unspaced[i] && words.unspaced[i - 1]) ? folded : ` ${folded}`
}
