import {
  COMMON_WORDS,
  CYRILLIC_ALPHABETS,
  ENGLISH_WORDS,
  LATIN_WORDS,
  LONG_VOWEL,
  TURKIC_ENDING,
} from './language-signs.ts'

/** A language and what told it. */
export interface IdentifiedLanguage {
  /** BCP 47 primary tag, or `und` where the text does not tell. */
  readonly language: string
  /** `script`, `alphabet`, `words`, `ngrams`, or `none`. */
  readonly basis: string
}

/** Characters looked at: more does not change the answer, and the cost is per article. */
const SAMPLE_CHARACTERS = 4_000
/** Share of English function words from which a Latin text is English without asking the statistical detector. */
const ENGLISH_SHARE = 0.18
/** Plain ASCII text is English where the detector gives English at least this part of its best guess's weight. */
const ENGLISH_PRIOR = 4
/** The same for texts with fewer words than ENGLISH_WORDS_NEEDED. */
const ENGLISH_SHARE_SHORT = 0.3
const ENGLISH_WORDS_NEEDED = 12
/** Log-likelihood of a letter that the alphabet does not have: a foreign name in the text, about one letter in 3,000. */
const FOREIGN_LETTER = Math.log(1 / 3_000 / 10)
/** Languages in Latin script that the statistical detector chooses among for a short text … */
const COMMON_LATIN = ['en', 'tr', 'de', 'fr', 'es', 'it', 'pt', 'nl', 'pl', 'id']
/** … and for one long enough to tell these from the common ones. */
const OTHER_LATIN = ['cs', 'sk', 'ro', 'hu', 'sv', 'da', 'no', 'fi', 'et', 'lt', 'lv', 'vi', 'tk']
const SHORT_CHARACTERS = 200
/** Share of accented letters from which a text is not English whatever its short words ("to", "do" are Polish too). */
const ACCENTED_SHARE = 0.015

/**
 * The language of a text. Scripts settle most; Cyrillic is told apart by alphabets, weighed by how often their letters
 * ought to occur, and where a text has none of them by function words and endings; Latin goes to tinyld limited to
 * plausible languages, after shortcuts for English and for Kazakh, Uzbek and Azerbaijani in Latin letters, which it
 * does not know.
 */
export async function identifyLanguage(text: string): Promise<IdentifiedLanguage> {
  const quick = identifyQuickly(text)
  if (quick) return quick
  const { detectAll } = await import('tinyld')
  const sample = text.slice(0, SAMPLE_CHARACTERS)
  const found = detectAll(sample, {
    only: sample.length < SHORT_CHARACTERS ? COMMON_LATIN : [...COMMON_LATIN, ...OTHER_LATIN],
  })
  const english = found.find(({ lang }) => lang === 'en')
  const top = found[0]
  const best =
    english && top && !/[^\p{ASCII}\p{P}]/u.test(sample) && english.accuracy * ENGLISH_PRIOR >= top.accuracy
      ? english
      : top
  if (best) return { language: best.lang, basis: 'ngrams' }
  // Names and headlines that tell nothing: plain ASCII words are English unless something speaks against it.
  return /^\p{ASCII}*[a-z]{3}/iu.test(sample)
    ? { language: 'en', basis: 'default' }
    : { language: 'und', basis: 'none' }
}

/** As `identifyLanguage`, without the statistical detector: null where only that could tell. Loads nothing. */
export function identifyQuickly(text: string): IdentifiedLanguage | null {
  const sample = text.slice(0, SAMPLE_CHARACTERS).toLowerCase()
  const count = scripts(sample)
  const letters = Object.values(count).reduce((sum, value) => sum + value, 0)
  if (letters === 0) return { language: 'und', basis: 'none' }
  // A Chinese character weighs about as much as three letters.
  const { latin, cyrillic, han, kana, hangul, arabic, hebrew, greek, georgian, armenian, thai, devanagari } = count
  const eastern = (han + kana + hangul) * 3
  if (eastern > latin + cyrillic) {
    if (kana * 8 > han) return { language: 'ja', basis: 'script' }
    return { language: hangul > han ? 'ko' : 'zh', basis: 'script' }
  }
  if (cyrillic >= latin && cyrillic > 0) return identifyCyrillic(sample)
  const others: [string, number][] = [
    ['ar', arabic],
    ['he', hebrew],
    ['el', greek],
    ['ka', georgian],
    ['hy', armenian],
    ['th', thai],
    ['hi', devanagari],
  ]
  for (const [language, letters] of others) {
    if (letters <= latin || letters === 0) continue
    if (language === 'ar') return { language: /[پچژگ]/u.test(sample) ? 'fa' : 'ar', basis: 'script' }
    return { language, basis: 'script' }
  }
  return identifyLatinQuickly(sample)
}

const SCRIPTS = {
  latin: /\p{Script=Latin}/gu,
  cyrillic: /\p{Script=Cyrillic}/gu,
  han: /\p{Script=Han}/gu,
  kana: /[\p{Script=Hiragana}\p{Script=Katakana}]/gu,
  hangul: /\p{Script=Hangul}/gu,
  arabic: /\p{Script=Arabic}/gu,
  hebrew: /\p{Script=Hebrew}/gu,
  greek: /\p{Script=Greek}/gu,
  georgian: /\p{Script=Georgian}/gu,
  armenian: /\p{Script=Armenian}/gu,
  thai: /\p{Script=Thai}/gu,
  devanagari: /\p{Script=Devanagari}/gu,
} as const

type ScriptName = keyof typeof SCRIPTS

/** Letters by script. Text that is Latin alone, the common case, is seen by one test. */
function scripts(sample: string): Record<ScriptName, number> {
  const count = Object.fromEntries(Object.keys(SCRIPTS).map((name) => [name, 0])) as Record<ScriptName, number>
  if (!/[\u0370-\uffff]/u.test(sample.replace(/[\u2000-\u206f\u20a0-\u20cf]/gu, ''))) {
    count.latin = sample.match(/[a-z\u00df-\u024f]/gu)?.length ?? 0
    return count
  }
  for (const name of Object.keys(SCRIPTS) as ScriptName[]) count[name] = sample.match(SCRIPTS[name])?.length ?? 0
  return count
}

const SHARED = 'абвгдежзйклмнопрстуфхцчшьюя'

function identifyCyrillic(sample: string): IdentifiedLanguage {
  const counts = new Map<string, number>()
  for (const letter of sample.match(/\p{Script=Cyrillic}/gu) ?? []) {
    counts.set(letter, (counts.get(letter) ?? 0) + 1)
  }
  const words = sample.match(/\p{L}+/gu) ?? []
  let best = { language: 'ru', score: Number.NEGATIVE_INFINITY }
  for (const alphabet of CYRILLIC_ALPHABETS) {
    let score = alphabet.prior
    for (const [letter, count] of counts) {
      if (alphabet.extra.includes(letter)) score += count * Math.log(alphabet.share / alphabet.extra.length)
      else if (SHARED.includes(letter) || alphabet.also.includes(letter))
        score += count * Math.log((1 - alphabet.share) / 33)
      else score += count * FOREIGN_LETTER
    }
    score += wordEvidence(alphabet.language, words)
    if (score > best.score) best = { language: alphabet.language, score }
  }
  const special = CYRILLIC_ALPHABETS.find(({ language }) => language === best.language)?.extra ?? ''
  return { language: best.language, basis: [...special].some((letter) => counts.has(letter)) ? 'alphabet' : 'words' }
}

/** Log-odds that one function word of a language speaks for it: it is some twenty times as frequent there. */
const WORD_ODDS = 3
/** Log-odds of one Turkic ending, of one long vowel: endings occur in Slavic words too. */
const ENDING_ODDS = 0.7
const LONG_VOWEL_ODDS = 1.5
/** Cyrillic languages with Turkic endings. */
const TURKIC = new Set(['kk', 'ky', 'tt', 'ba', 'uz'])

const WORD_SETS = new Map(Object.entries(COMMON_WORDS).map(([language, words]) => [language, new Set(words)]))

function wordEvidence(language: string, words: readonly string[]): number {
  const own = WORD_SETS.get(language)
  let score = 0
  for (const word of words) {
    if (own?.has(word)) score += WORD_ODDS
    if (word.length < 4 || !TURKIC.has(language)) continue
    if (TURKIC_ENDING.test(word)) score += ENDING_ODDS
    if (language === 'ky' && LONG_VOWEL.test(word)) score += LONG_VOWEL_ODDS
  }
  return score
}

function identifyLatinQuickly(sample: string): IdentifiedLanguage | null {
  const words = sample.match(/[\p{L}'‘’ʻ]+/gu) ?? []
  const english = words.filter((word) => ENGLISH_WORDS.has(word)).length
  const needed = words.length >= ENGLISH_WORDS_NEEDED ? ENGLISH_SHARE : ENGLISH_SHARE_SHORT
  const accented = sample.match(/[\u00df-\u024f]/gu)?.length ?? 0
  if (words.length >= 3 && english / words.length >= needed && accented < sample.length * ACCENTED_SHARE)
    return { language: 'en', basis: 'words' }
  if (/ə/u.test(sample)) return { language: 'az', basis: 'alphabet' }
  // Kazakh and Uzbek write q without a u after it, which of the others only Albanian, Maltese and Azerbaijani do.
  const bareQ = sample.match(/q(?!u)/gu)?.length ?? 0
  const kazakhLetters = sample.match(/[äğŋñūǵńá]/gu)?.length ?? 0
  const uzbekLetters = sample.match(/[og][‘’ʻ'](?=\p{L})/gu)?.length ?? 0
  const hits = (language: string): number => words.filter((word) => LATIN_WORDS[language]?.includes(word)).length
  if (bareQ * 150 >= sample.length || (bareQ > 0 && words.length < 12)) {
    if (uzbekLetters + hits('uz') > kazakhLetters + hits('kk')) return { language: 'uz', basis: 'words' }
    if (kazakhLetters + hits('kk') > 0) return { language: 'kk', basis: 'words' }
  }
  if (uzbekLetters > 0 && hits('uz') > 1) return { language: 'uz', basis: 'words' }
  return null
}
