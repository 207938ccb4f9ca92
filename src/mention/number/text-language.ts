const HAN = /\p{Script=Han}/gu
const CYRILLIC = /\p{Script=Cyrillic}/gu
const LATIN = /\p{Script=Latin}/gu
/** Letters that Kazakh has and Russian has not. */
const KAZAKH = /[әғқңөұүһі]/giu
/** Latin letters of Kazakh that other languages of the Latin script hardly use. */
const KAZAKH_LATIN = /[ğñūşä]|ı/giu
/** Characters looked at: the script of a text shows early. */
const SAMPLE_CHARACTERS = 4_000

/**
 * The language whose tables of times and numbers a text is read with: the one that the analysis names if it has tables,
 * else the one that the script suggests (a text analysed by an engine without a language is `und`).
 */
export function tableLanguage(language: string, text: string): 'en' | 'ru' | 'kk' | 'zh' {
  if (language === 'en' || language === 'ru' || language === 'kk' || language === 'zh') return language
  const sample = text.slice(0, SAMPLE_CHARACTERS)
  const count = (letters: RegExp): number => sample.match(letters)?.length ?? 0
  const cyrillic = count(CYRILLIC)
  // A Chinese character says about as much as three letters.
  const han = count(HAN) * 3
  const latin = count(LATIN)
  if (han > cyrillic && han > latin) return 'zh'
  if (cyrillic > latin) return language === 'ky' || count(KAZAKH) * 40 > cyrillic ? 'kk' : 'ru'
  // The Latin alphabet of Kazakh; an engine that knows the language would have said so.
  return language === 'und' && count(KAZAKH_LATIN) * 40 > latin ? 'kk' : 'en'
}
