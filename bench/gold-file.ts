import { parse } from 'yaml'
import type { FieldItem, FieldRecord } from './score/fields.ts'

/** An expected record as the YAML files write it; test/golden/coding/README.md explains the shorthand. */
interface WrittenEvent {
  readonly [typeAndMode: string]: unknown
}
interface WrittenReport {
  readonly id: string
  readonly published: string | Date
  readonly text?: string
  readonly events: readonly WrittenEvent[]
}

export interface GoldRecord extends FieldRecord {
  readonly form?: string
  readonly omission: boolean
  readonly attempted: boolean
  /** Links as kind and words of the trigger of the event linked to. */
  readonly links: readonly { readonly kind: string; readonly to: string }[]
}
export interface GoldReport extends FieldItem {
  readonly text: string
  readonly published: string
  readonly events: readonly GoldRecord[]
}

const isoDay = (date: string | Date): string => (typeof date === 'string' ? date : date.toISOString().slice(0, 10))

/** Finds words in a text; `words@2` is their second occurrence. Refuses words that are not there. */
function locate(text: string, words: string, id: string): { quote: string; start: number; end: number } {
  const [, quote = words, nth = '1'] = /^(.*?)(?:@(\d+))?$/su.exec(words) ?? []
  let start = -1
  for (let i = 0; i < Number(nth); i++) {
    start = text.indexOf(quote, start + 1)
    if (start < 0) throw new Error(`${id}: "${words}" does not stand in the text`)
  }
  return { quote, start, end: start + quote.length }
}

const GRAINS = { 4: 'year', 7: 'month', 10: 'day' } as const

function dateOf(written: string): { from: string; to: string; grain: string } {
  const [from = written, to = from] = written.split('..')
  return { from, to, grain: GRAINS[from.length as 4 | 7 | 10] ?? 'day' }
}

function quantityOf(written: string | number): { low: number | null; high: number | null } {
  const [, low = '', dash, high = ''] = /^(\d*)(-?)(\d*)$/u.exec(String(written)) ?? []
  const a = low ? Number(low) : null
  return dash ? { low: a, high: high ? Number(high) : null } : { low: a, high: a }
}

function actorOf(text: string, written: string, id: string) {
  const [words = '', country = '', sector = ''] = written.split('|')
  const organisation = country && country.length === 3 && ORGANISATIONS.has(country)
  return {
    ...locate(text, words, id),
    name: words,
    country: organisation ? null : country || null,
    sector: sector ? [sector] : organisation ? [country] : [],
  }
}

/** Codes that stand where others have a country: organisations of many states. */
const ORGANISATIONS = new Set(['IGO', 'UNO', 'EUR', 'NGO', 'ISM', 'IMG', 'MNC'])

function recordOf(text: string, written: WrittenEvent, id: string): GoldRecord {
  const [head = '', trigger] = Object.entries(written)[0] ?? []
  const [type = '', modes] = head.split('/')
  const list = (key: string): string[] => (written[key] as string[] | undefined) ?? []
  const quantity = (key: string) => (written[key] === undefined ? null : quantityOf(written[key] as string | number))
  const [placeWords, placeCountry] = ((written.place as string | undefined) ?? '').split('|')
  const authorisation = written.authorisation as string | undefined
  return {
    type,
    mode: modes ? modes.split('+') : [],
    ...(written.form ? { form: written.form as string } : {}),
    trigger: locate(text, String(trigger), id),
    actors: list('actors').map((actor) => actorOf(text, actor, id)),
    recipients: list('recipients').map((actor) => actorOf(text, actor, id)),
    place: placeWords ? { ...locate(text, placeWords, id), name: placeWords, country: placeCountry ?? null } : null,
    date: written.date === undefined ? null : dateOf(isoDay(written.date as string | Date)),
    size: quantity('size'),
    killed: quantity('killed'),
    injured: quantity('injured'),
    arrested: quantity('arrested'),
    authorisation: authorisation ?? null,
    certainty: (written.certainty as string | undefined) ?? 'asserted',
    polarity: (written.polarity as string | undefined) ?? 'positive',
    omission: written.omission === true,
    attempted: written.attempted === true,
    background: written.background === true,
    issues: list('issues').map((issue) => {
      const [words = '', country = ''] = issue.split('|')
      return { ...locate(text, words, id), topic: '', ...(country ? { target: { name: country, country } } : {}) }
    }),
    links: list('links').map((link) => {
      const [kind = '', ...to] = link.split(' ')
      return { kind, to: to.join(' ') }
    }),
    core: true,
  }
}

/** Reads one file of expected records. `textOf` gives the text of a report that does not hold its own. */
export function readGold(yaml: string, textOf?: (id: string) => string): GoldReport[] {
  const reports = parse(yaml) as WrittenReport[]
  return reports.map((report) => {
    const text = report.text ?? textOf?.(report.id)
    if (text === undefined) throw new Error(`${report.id}: no text`)
    return {
      id: report.id,
      text,
      published: isoDay(report.published),
      events: report.events.map((event) => recordOf(text, event, report.id)),
    }
  })
}
