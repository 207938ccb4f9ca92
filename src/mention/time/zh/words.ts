import { readTimePhrases, readTimeWords, type TimeLexicon } from '../lexicon.ts'

/** Chinese has no blanks: its dates are read by `han-rules.ts`; the table holds what single characters mean there. */
const WORDS = `
yearWord	+	年
future	+	将
`

/** Chinese words of time. */
export const CHINESE_TIMES: TimeLexicon = {
  language: 'zh',
  words: readTimeWords(WORDS),
  phrases: readTimePhrases(''),
  slashOrder: 'month-day',
}
