import type { Field } from '../api/schema.ts'
import type { MessageId } from '../catalogue/translate.ts'

/** What a correction form holds, by input. */
export type Entry = Readonly<Record<string, string>>

export interface FieldInput {
  readonly name: string
  readonly type?: 'text' | 'date' | 'number'
  /** Name of a list that the value is chosen from. */
  readonly options?: string
}

type Kind = Field['kind']

/** The inputs that a kind of field is corrected with. */
export function inputsOf(kind: Kind): readonly FieldInput[] {
  switch (kind) {
    case 'type':
      return [{ name: 'type', options: 'types' }]
    case 'actor':
      return [{ name: 'name' }, { name: 'country' }, { name: 'sector', options: 'sectors' }]
    case 'place':
      return [
        { name: 'name' },
        { name: 'country' },
        { name: 'admin1' },
        { name: 'lat', type: 'number' },
        { name: 'lon', type: 'number' },
        { name: 'precision', options: 'precisions' },
      ]
    case 'date':
      return [
        { name: 'from', type: 'date' },
        { name: 'to', type: 'date' },
      ]
    case 'quantity':
      return [
        { name: 'low', type: 'number' },
        { name: 'high', type: 'number' },
        { name: 'qualifier', options: 'qualifiers' },
      ]
    case 'issue':
      return [{ name: 'topic', options: 'topics' }]
    case 'codes':
      return [{ name: 'codes' }]
    case 'authorisation':
      return [{ name: 'authorisation', options: 'authorisations' }]
    case 'certainty':
      return [{ name: 'certainty', options: 'certainties' }]
    case 'polarity':
      return [{ name: 'polarity', options: 'polarities' }]
    case 'flag':
      return [{ name: 'background', options: 'backgrounds' }]
    case 'speaker':
      return [{ name: 'name' }]
  }
}

/** The form as a value fills it. */
export function draftOf(kind: Kind, value: unknown): Entry {
  const item = (typeof value === 'object' && value !== null ? value : {}) as Record<string, unknown>
  const text = (member: unknown): string => (member === null || member === undefined ? '' : String(member))
  switch (kind) {
    case 'type':
      return { type: text(item.type) }
    case 'actor':
      return {
        name: text(item.name),
        country: text(item.country),
        sector: text((item.sector as readonly string[] | undefined)?.[0]),
      }
    case 'place':
      return {
        name: text(item.name),
        country: text(item.country),
        admin1: text(item.admin1),
        lat: text(item.lat),
        lon: text(item.lon),
        precision: text(item.precision) || 'city',
      }
    case 'date':
      return { from: text(item.from), to: text(item.to) }
    case 'quantity':
      return { low: text(item.low), high: text(item.high), qualifier: text(item.qualifier) || 'exact' }
    case 'issue':
      return { topic: text(item.topic) || 'other' }
    case 'codes':
      return { codes: Array.isArray(value) ? value.join(', ') : '' }
    case 'authorisation':
      return { authorisation: text(item.value) || 'authorised' }
    case 'certainty':
      return { certainty: text(typeof value === 'string' ? value : item.value) || 'asserted' }
    case 'polarity':
      return { polarity: text(value) || 'positive' }
    case 'flag':
      return { background: text(value ?? false) }
    case 'speaker':
      return { name: text(item.name) }
  }
}

/** The value that a filled form means for the record, or why it means none. */
export function valueFrom(
  kind: Kind,
  entry: Entry,
  current: unknown,
): { readonly value: unknown } | { readonly problem: MessageId } {
  const old = (typeof current === 'object' && current !== null ? current : {}) as Record<string, unknown>
  const given = (name: string): string => (entry[name] ?? '').trim()
  const number = (name: string): number | null => (given(name) === '' ? null : Number(given(name)))
  switch (kind) {
    case 'type':
      return given('type') ? { value: given('type') } : { problem: 'correct.needsType' }
    case 'actor': {
      if (!given('name')) return { problem: 'correct.needsName' }
      const country = countryOf(given('country'))
      if (country === undefined) return { problem: 'correct.needsCountry' }
      const rest = ((old.sector as readonly string[] | undefined) ?? []).slice(1)
      const sector = given('sector') ? [given('sector'), ...rest.filter((code) => code !== given('sector'))] : []
      return { value: { ...(old.role ? { role: old.role } : {}), name: given('name'), country, sector } }
    }
    case 'place': {
      if (!given('name')) return { problem: 'correct.needsName' }
      const country = countryOf(given('country'))
      if (country === undefined) return { problem: 'correct.needsCountry' }
      const [lat, lon] = [number('lat'), number('lon')]
      const fits = (value: number | null, bound: number): boolean => value === null || Math.abs(value) <= bound
      if (!fits(lat, 90) || !fits(lon, 180) || (lat === null) !== (lon === null))
        return { problem: 'correct.needsPoint' }
      const same = old.name === given('name') && old.lat === lat && old.lon === lon
      return {
        value: {
          name: given('name'),
          country,
          admin1: given('admin1') || null,
          lat,
          lon,
          geonames_id: same ? (old.geonames_id ?? null) : null,
          precision: given('precision'),
        },
      }
    }
    case 'date': {
      const from = given('from')
      const to = given('to') || from
      if (!from || to < from) return { problem: 'correct.needsDates' }
      return { value: { from, to, grain: grainOf(from, to) } }
    }
    case 'quantity': {
      const [low, high] = [number('low'), number('high')]
      const wrong = [low, high].some((value) => value !== null && !(value >= 0))
      if (wrong || (low !== null && high !== null && high < low)) return { problem: 'correct.needsNumbers' }
      return { value: { low, high, qualifier: given('qualifier') } }
    }
    case 'issue':
      return { value: { ...(old.target ? { target: old.target } : {}), topic: given('topic') } }
    case 'codes':
      return {
        value: given('codes')
          .split(/[\s,]+/u)
          .filter((code) => code !== ''),
      }
    case 'authorisation':
      return { value: { value: given('authorisation') } }
    case 'certainty':
      return { value: { value: given('certainty') } }
    case 'polarity':
      return { value: given('polarity') }
    case 'flag':
      return { value: given('background') === 'true' }
    case 'speaker':
      return given('name') ? { value: { name: given('name') } } : { problem: 'correct.needsName' }
  }
}

/** Null for an empty country, undefined for a text that is no alpha-3 code. */
function countryOf(text: string): string | null | undefined {
  if (text === '') return null
  const code = text.toUpperCase()
  return /^[A-Z]{3}$/u.test(code) ? code : undefined
}

/** How exact an interval is: the finest calendar unit that it fills or stays inside of. */
function grainOf(from: string, to: string): string {
  if (from === to) return 'day'
  const days = Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000) + 1
  if (days <= 7) return 'week'
  if (from.slice(0, 7) === to.slice(0, 7)) return 'month'
  return from.slice(0, 4) === to.slice(0, 4) ? 'year' : 'decade'
}
