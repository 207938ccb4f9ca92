import type { PlaceType } from '../mention.ts'

/** Words for kinds of areas, with the type that they point to. Lower case. */
const AREA_WORDS: Readonly<Record<string, PlaceType>> = {
  county: 'admin2',
  parish: 'admin2',
  borough: 'admin2',
  district: 'admin2',
  prefecture: 'admin2',
  rayon: 'admin2',
  raion: 'admin2',
  shire: 'admin2',
  municipality: 'admin2',
  state: 'admin1',
  province: 'admin1',
  oblast: 'admin1',
  region: 'admin1',
  governorate: 'admin1',
  krai: 'admin1',
  canton: 'admin1',
  territory: 'admin1',
  republic: 'admin1',
  oblysy: 'admin1',
  viloyat: 'admin1',
  velayat: 'admin1',
  emirate: 'admin1',
  city: 'city',
  town: 'city',
  township: 'city',
  village: 'city',
  hamlet: 'city',
}
const OF = /^(?:the )?([\p{L}]+) of (?:the )?(.+)$/iu
const AFTER = /^(.+?)[ -]([\p{L}]+)$/u
const LEADING =
  /^(?:the|downtown|uptown|midtown|central|greater|metro|metropolitan|suburban|rural|inner|outer|nearby|mainland|continental|occupied|historic|old|northern|southern|eastern|western|north|south|east|west|northeast|northwest|southeast|southwest|northeastern|northwestern|southeastern|southwestern|upper|lower|mid|far|north-east|north-west|south-east|south-west|north-western|north-eastern|south-western|south-eastern)[ -]+/iu

/** A weaker reading of a surface, with the type that a dropped word asks for. */
export interface Reading {
  readonly surface: string
  readonly type: PlaceType | null
  /** The rule that made it, for the reasons of a mention. */
  readonly rule: 'area-word' | 'leading-word' | 'before-comma' | 'possessive' | 'part'
}

const PLURALS: Readonly<Record<string, string>> = {
  counties: 'county',
  parishes: 'parish',
  cities: 'city',
  territories: 'territory',
}
const NEXT_WORD = /^ (?:and [\p{Lu}][\p{L}]+ )?([\p{L}]+)/u

/** The type that the word after a name asks for ("Walker" in "Walker County Fairgrounds", "Cooke" in "Cooke and Love counties"). */
export function areaTypeAfter(text: string, end: number): PlaceType | null {
  const word = NEXT_WORD.exec(text.slice(end, end + 40))?.[1]?.toLowerCase()
  if (word === undefined) return null
  return AREA_WORDS[word] ?? AREA_WORDS[PLURALS[word] ?? word.replace(/s$/u, '')] ?? null
}

/** The type that the word before a name asks for ("the city of Osh", "in the counties of Cooke and Love"). */
export function areaTypeBefore(text: string, start: number): PlaceType | null {
  const word = /([\p{L}]+) of (?:the )?$/u.exec(text.slice(Math.max(0, start - 30), start))?.[1]?.toLowerCase()
  if (word === undefined) return null
  return AREA_WORDS[word] ?? AREA_WORDS[PLURALS[word] ?? word.replace(/s$/u, '')] ?? null
}

/** The type that an area word inside the surface asks for, or null. */
export function areaTypeOf(surface: string): PlaceType | null {
  const of = OF.exec(surface)
  if (of) {
    const type = AREA_WORDS[(of[1] as string).toLowerCase()]
    if (type) return type
  }
  const after = AFTER.exec(surface)
  return (after && AREA_WORDS[(after[2] as string).toLowerCase()]) ?? null
}

/** Readings to try, the closest first, when a surface is no known name. */
export function readingsOf(surface: string): Reading[] {
  const out: Reading[] = []
  const possessive = /^(.+?)['’]s?$/u.exec(surface)
  if (possessive) out.push({ surface: possessive[1] as string, type: null, rule: 'possessive' })
  const of = OF.exec(surface)
  const ofType = of && AREA_WORDS[(of[1] as string).toLowerCase()]
  if (of && ofType) out.push({ surface: of[2] as string, type: ofType, rule: 'area-word' })
  const after = AFTER.exec(surface)
  const afterType = after && AREA_WORDS[(after[2] as string).toLowerCase().replace(/s$/u, '')]
  if (after && afterType) out.push({ surface: after[1] as string, type: afterType, rule: 'area-word' })
  if (
    after &&
    /^(?:area|city|valley|metro|bay area|coast|islands?|peninsula|border|suburbs?|co|co\.)$/iu.test(after[2] as string)
  )
    out.push({ surface: after[1] as string, type: null, rule: 'area-word' })
  const leading = LEADING.exec(surface)
  if (leading) {
    const rest = surface.slice(leading[0].length)
    out.push({ surface: rest, type: null, rule: 'leading-word' })
    const again = LEADING.exec(rest)
    if (again) out.push({ surface: rest.slice(again[0].length), type: null, rule: 'leading-word' })
  }
  const comma = surface.indexOf(',')
  if (comma > 1) out.push({ surface: surface.slice(0, comma), type: null, rule: 'before-comma' })
  return out
}
