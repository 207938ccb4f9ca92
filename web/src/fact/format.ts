import type { EventRecord, Field, FieldValue } from '../api/schema.ts'
import { formatDate, formatNumber, language, t, word } from '../catalogue/translate.ts'
import { countryName } from '../data/country-codes.ts'

/** A value in words of the pages' language. The kind says which shape the value has. */
export function valueText(kind: Field['kind'], value: unknown): string {
  if (value === null || value === undefined) return t('value.none')
  switch (kind) {
    case 'type':
      return typeText(value as Pick<EventRecord, 'type' | 'mode' | 'form'>)
    case 'actor':
      return actorText(value as { name: string; country: string | null; sector: readonly string[]; role?: string })
    case 'place':
      return placeText(value as NonNullable<EventRecord['place']>)
    case 'date':
      return dateText(value as NonNullable<EventRecord['date']>)
    case 'quantity':
      return quantityText(value as Quantity)
    case 'issue':
      return issueText(value as { topic: string; target?: { name: string } })
    case 'codes':
      return (value as readonly string[]).map((code) => word('context', code)).join(', ')
    case 'authorisation':
      return word('authorisation', (value as { value: string }).value)
    case 'certainty':
      return word('certainty', typeof value === 'string' ? value : String((value as { value: string }).value))
    case 'polarity':
      return word('polarity', String(value))
    case 'flag':
      return value ? t('value.background') : t('value.news')
    case 'speaker':
      return (value as { name: string }).name
  }
}

/** "rally" where there is a form, else the modes, with the type's name. */
export function typeText({
  type,
  mode,
  form,
}: {
  type: string
  mode?: readonly string[]
  form?: string | null
}): string {
  const what = form ?? (mode ?? []).map((code) => word('mode', code)).join(', ')
  return what ? `${typeName(type)}: ${form ? word('form', form) : what}` : typeName(type)
}

/** "Protest" of `PROTEST`. */
export function typeName(type: string): string {
  return word('type', type)
}

export function actorText(actor: {
  name: string
  country: string | null
  sector: readonly string[]
  role?: string
}): string {
  const more = [
    actor.country ? countryName(actor.country, language()) : null,
    ...actor.sector.map((code) => word('sector', code)),
    actor.role ? word('role', actor.role) : null,
  ].filter((part) => part !== null)
  return more.length > 0 ? `${actor.name} (${more.join(', ')})` : actor.name
}

/** "Almaty, Kazakhstan" with how exact that is where it is not a town. */
export function placeText(place: {
  name: string
  country: string | null
  admin1: string | null
  precision?: string
}): string {
  const parts = [place.name]
  if (place.admin1 && place.admin1 !== place.name) parts.push(place.admin1)
  const country = place.country ? countryName(place.country, language()) : null
  if (country && country !== place.name) parts.push(country)
  const vague = place.precision && !['point', 'city'].includes(place.precision)
  return vague ? `${parts.join(', ')} (${word('precision', place.precision as string)})` : parts.join(', ')
}

/** A day, a month or a span, as exact as the source is. */
export function dateText(date: { from: string; to: string; grain?: string }): string {
  const { from, to, grain } = date
  if (from === to) return formatDate(from)
  if (grain === 'month' && from.endsWith('-01') && from.slice(0, 7) === to.slice(0, 7)) return formatDate(from, 'month')
  if (grain === 'year' && from.endsWith('-01-01') && from.slice(0, 4) === to.slice(0, 4))
    return formatDate(from, 'year')
  return t('value.span', { from: formatDate(from), to: formatDate(to) })
}

interface Quantity {
  readonly low: number | null
  readonly high: number | null
  readonly qualifier: string
}

/** A number with what the source says of its exactness; a phrase without a number stays without one. */
export function quantityText({ low, high, qualifier }: Quantity): string {
  if (low === null && high === null) return t('value.uncounted')
  if (low !== null && high !== null && low !== high)
    return t('value.range', { low: formatNumber(low), high: formatNumber(high) })
  const number = formatNumber((low ?? high) as number)
  if (qualifier === 'approx') return t('value.about', { number })
  if (qualifier === 'at_least' || high === null) return t('value.atLeast', { number })
  if (qualifier === 'at_most' || qualifier === 'below' || low === null) return t('value.atMost', { number })
  return number
}

export function issueText(issue: { topic: string; target?: { name: string } }): string {
  return issue.target ? `${word('topic', issue.topic)} → ${issue.target.name}` : word('topic', issue.topic)
}

/** What a field is called. */
export function fieldName(path: string): string {
  return word('field', path.split('.')[0] as string)
}

/** How a value came about, in words: stated, inferred by a rule, assumed, or a person's. */
export function basisText(value: Pick<FieldValue, 'basis' | 'by' | 'person'>): string {
  if (value.by === 'person') return t('basis.person', { person: value.person ?? '' })
  // An actor's country has a basis of its own, after the actor's.
  const [own = '', ...more] = value.basis.split(';')
  const country = more.find((part) => part.startsWith('country:'))?.slice('country:'.length)
  const basis = ownBasisText(own)
  return country ? t('basis.country', { basis, rule: ruleText(splitBasis(country)[1]) }) : basis
}

function ownBasisText(basis: string): string {
  const [kind, rule] = splitBasis(basis)
  if (kind === 'stated') return t('basis.stated')
  return t(kind === 'default' ? 'basis.default' : 'basis.inferred', { rule: ruleText(rule) })
}

/** A rule in words where the catalogue has them, else by its name; a list of rules is told apart from one. */
function ruleText(rule: string): string {
  if (rule.includes(', ')) return word('rule', 'several')
  const text = word('rule', rule)
  return text === rule.replaceAll(/[-_]/gu, ' ') ? t('basis.rule', { rule: text }) : text
}

/** The kind of a basis, and its rule where it names one. */
export function splitBasis(basis: string): ['stated' | 'inferred' | 'default', string] {
  if (basis === 'stated') return ['stated', '']
  const own = basis.split(';')[0] as string
  const colon = own.indexOf(':')
  const kind = colon < 0 ? own : own.slice(0, colon)
  const rule = colon < 0 ? '' : own.slice(colon + 1)
  return [kind === 'default' ? 'default' : 'inferred', rule || kind]
}

/** A heading for a record: what, where, when. */
export function recordTitle(record: EventRecord): string {
  const what = record.form ? word('form', record.form) : typeName(record.type)
  const capital = what.charAt(0).toLocaleUpperCase(language()) + what.slice(1)
  const place = record.place ? (record.place.name as string) : null
  const date = record.date ? dateText(record.date) : null
  if (place && date) return t('title.placeDate', { what: capital, place, date })
  if (place) return t('title.place', { what: capital, place })
  if (date) return t('title.date', { what: capital, date })
  return capital
}
