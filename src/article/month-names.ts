/** Month names of several languages in lower case, each with its number (1–12). */
export type MonthNames = ReadonlyMap<string, number>

/** Languages whose month names are known without being asked. */
const LANGUAGES = [
  'en',
  'ru',
  'uk',
  'be',
  'kk',
  'ky',
  'tr',
  'uz',
  'tg',
  'de',
  'fr',
  'es',
  'pt',
  'it',
  'nl',
  'pl',
] as const

/** Shorter names ("Mar", "май", "ene") are kept from this length on: two letters are words of their own too often. */
const SHORTEST_NAME = 3

/**
 * Month names as the Unicode locale data that comes with the runtime write them, alone and inside a date ("июль",
 * "июля"), long and short. Built once by the caller that needs it and passed on; `article/` holds no word lists.
 */
export function monthNames(languages: readonly string[] = LANGUAGES): MonthNames {
  if (languages !== LANGUAGES) return buildMonthNames(languages)
  usual ??= buildMonthNames(languages)
  return usual
}

/** The names of the usual languages: a constant that takes some milliseconds to work out, so it is kept. */
let usual: MonthNames | undefined

function buildMonthNames(languages: readonly string[]): MonthNames {
  const names = new Map<string, number>()
  for (const language of languages) {
    for (const month of ['long', 'short'] as const) {
      for (const options of [{ month }, { month, day: 'numeric' }] as const) {
        const format = new Intl.DateTimeFormat(language, { ...options, timeZone: 'UTC', calendar: 'gregory' })
        for (let index = 0; index < 12; index++) {
          const part = format.formatToParts(new Date(Date.UTC(2021, index, 15))).find(({ type }) => type === 'month')
          const name = part?.value.toLowerCase().replace(/\.$/u, '') ?? ''
          // First come, first kept: languages stand in the order of their weight here.
          if (name.length >= SHORTEST_NAME && /^\p{L}+$/u.test(name) && !names.has(name)) names.set(name, index + 1)
        }
      }
    }
  }
  // English also writes "Sept" besides the locale data's "Sep".
  if (languages.includes('en') && !names.has('sept')) names.set('sept', 9)
  return names
}
