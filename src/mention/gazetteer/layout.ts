import type { PlaceType } from '../mention.ts'

/**
 * Layout of `gazetteer.bin`, shared by builder and reader.
 *
 * The file is 16 bytes (magic, layout version, length of the body, little endian) and the body compressed by zstd.
 * The body is a header in JSON (its length first, as Uint32) and sections that start at multiples of 8 bytes. Every
 * section is one typed array; the reader lays views over it and makes no object per entry.
 */
export const MAGIC = 0x5a47_5347
export const LAYOUT_VERSION = 1
export const FILE_HEAD_BYTES = 16
export const ALIGNMENT = 8

/** Place of "no country", "no province" in the 16-bit columns. */
export const NONE = 0xffff
/** Latitude of an entry whose position is unknown. */
export const NO_POSITION = -0x8000_0000
/** Coordinates are kept in units of 1e-5 degrees (about a metre). */
export const COORDINATE_SCALE = 1e5

/** Types as stored in the low four bits of the type column; the order is part of the format. */
export const PLACE_TYPES: readonly PlaceType[] = [
  'city',
  'admin1',
  'admin2',
  'country',
  'region',
  'water',
  'venue',
  'other',
]
export const TYPE_MASK = 0x0f
/** Capital of its country. */
export const FLAG_CAPITAL = 0x10
/** Part of a larger place: a district or neighbourhood. */
export const FLAG_DISTRICT = 0x20
/** The population is assumed, not counted. */
export const FLAG_ASSUMED = 0x40
/** A street, square, building or border post: finer than a town. */
export const FLAG_POINT = 0x80

/** What a name is to its entry; the order is part of the format. */
export const NAME_KINDS = [
  'main',
  'preferred',
  'alternate',
  'short',
  'abbreviation',
  'adj',
  'people',
  'former',
] as const
export type NameKind = (typeof NAME_KINDS)[number]

/** A posting packs a name kind and an entry; the top bit marks an offset into the list of further postings. */
export const POSTING_ENTRY_MASK = 0x00ff_ffff
export const POSTING_KIND_SHIFT = 24
export const POSTING_KIND_MASK = 0x0f
export const POSTING_MANY = 0x8000_0000

/** Slots of the table that bounds how many words a name can have by its first word (4 bits each). */
export const REACH_SLOTS = 1 << 20
/** Most words that a stored name may have; longer names are not indexed (99.9 % have eight or fewer). */
export const MAX_NAME_WORDS = 12

/** Sections of the body in the order of the file. */
export const SECTIONS = [
  'latitude',
  'longitude',
  'population',
  'geonamesId',
  'nameOffset',
  'country',
  'admin1',
  'admin2',
  'type',
  'names',
  'key',
  'posting',
  'postings',
  'check',
  'reach',
] as const
export type SectionName = (typeof SECTIONS)[number]

/** A name that was official only for a time. Dates are inclusive; null is open. */
export interface DatedName {
  readonly entry: number
  readonly name: string
  readonly from: string | null
  readonly to: string | null
}

export interface GazetteerHeader {
  readonly entries: number
  readonly names: number
  readonly sections: Readonly<Record<SectionName, { readonly offset: number; readonly length: number }>>
  /** Alpha-2, alpha-3 code and entry of every country. */
  readonly countries: readonly (readonly [string, string, number])[]
  readonly dated: readonly DatedName[]
  /** Source files and the sha-256 of each. */
  readonly sources: readonly { readonly name: string; readonly sha256: string }[]
}
