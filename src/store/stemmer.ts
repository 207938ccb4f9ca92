import snowball from 'snowball-stemmers'
import { stemKazakh } from '../language/kk/stem.ts'

/** Snowball algorithms by language; Kazakh has a stemmer of our own, other languages are indexed as written. */
const ALGORITHMS: Readonly<Record<string, string>> = { en: 'english', ru: 'russian', tr: 'turkish' }
interface Stemmer {
  stem(word: string): string
}
const stemmers = new Map<string, Stemmer>()

/** The stem of a lower-case word, or the word itself where its language has no stemmer. */
export function stem(word: string, language: string): string {
  if (language === 'kk') return stemKazakh(word)
  const algorithm = ALGORITHMS[language]
  if (!algorithm) return word
  let stemmer = stemmers.get(language)
  if (!stemmer) {
    stemmer = snowball.newStemmer(algorithm)
    stemmers.set(language, stemmer)
  }
  return stemmer.stem(word) || word
}

/** Languages that have a stemmer, by the script they are written in: a query does not say its language. */
export const STEMMED_LANGUAGES: Readonly<Record<'latin' | 'cyrillic', readonly string[]>> = {
  latin: ['en', 'tr'],
  cyrillic: ['ru', 'kk'],
}
