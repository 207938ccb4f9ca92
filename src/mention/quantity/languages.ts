import { ENGLISH_QUANTITIES } from './en/words.ts'
import { KAZAKH_QUANTITIES } from './kk/words.ts'
import type { QuantityLexicon } from './lexicon.ts'
import { RUSSIAN_QUANTITIES } from './ru/words.ts'
import { CHINESE_QUANTITIES } from './zh/words.ts'

/** Words of quantities by language; one without a table reads digits and signs with the English one. */
export function quantityLexicon(language: string): QuantityLexicon {
  if (language === 'ru') return RUSSIAN_QUANTITIES
  if (language === 'kk') return KAZAKH_QUANTITIES
  if (language === 'zh') return CHINESE_QUANTITIES
  return ENGLISH_QUANTITIES
}
