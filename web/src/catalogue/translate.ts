import { setupI18n } from '@lingui/core'
import { compileMessage } from '@lingui/message-utils/compileMessage'
import { en } from './en.ts'

/** Ids of all messages; every catalogue has each. */
export type MessageId = keyof typeof en
export type Catalogue = Readonly<Record<MessageId, string>>

const i18n = setupI18n()
i18n.setMessagesCompiler(compileMessage)
i18n.load('en', en)
i18n.activate('en')

/** A message in the language of the pages, with its ICU placeholders filled. */
export function t(id: MessageId, values?: Record<string, string | number>): string {
  return values ? i18n._(id, values) : i18n._(id)
}

/** The message of a code where the catalogue has one, else the code with blanks for its dashes. */
export function word(group: string, code: string): string {
  const id = `${group}.${code}`
  return id in en ? i18n._(id) : code.replaceAll(/[-_]/gu, ' ')
}

/** BCP 47 tag of the language of the pages. */
export function language(): string {
  return i18n.locale
}

/** Which conventions of numbers and dates go with a catalogue: day before month in international English. */
const CONVENTIONS: Readonly<Record<string, string>> = { en: 'en-GB' }

function conventions(): string {
  return CONVENTIONS[i18n.locale] ?? i18n.locale
}

const numbers = new Map<string, Intl.NumberFormat>()

/** A number as the language writes it. */
export function formatNumber(value: number): string {
  let format = numbers.get(i18n.locale)
  if (!format) {
    format = new Intl.NumberFormat(conventions())
    numbers.set(i18n.locale, format)
  }
  return format.format(value)
}

const DATE_STYLES = {
  day: { day: 'numeric', month: 'short', year: 'numeric' },
  month: { month: 'long', year: 'numeric' },
  year: { year: 'numeric' },
  shortMonth: { month: 'short', year: '2-digit' },
  shortDay: { day: 'numeric', month: 'short' },
  stamp: { dateStyle: 'medium', timeStyle: 'short' },
} as const satisfies Record<string, Intl.DateTimeFormatOptions>
const dates = new Map<string, Intl.DateTimeFormat>()

/** A calendar day or, with `stamp`, a moment as the language writes it. Days are counted in UTC, moments in local time. */
export function formatDate(text: string, style: keyof typeof DATE_STYLES = 'day'): string {
  const key = `${i18n.locale} ${style}`
  let format = dates.get(key)
  if (!format) {
    format = new Intl.DateTimeFormat(conventions(), {
      ...DATE_STYLES[style],
      ...(style === 'stamp' ? {} : { timeZone: 'UTC' }),
    })
    dates.set(key, format)
  }
  const at = new Date(style === 'stamp' ? text : `${text}T00:00:00Z`)
  return Number.isNaN(at.getTime()) ? text : format.format(at)
}
