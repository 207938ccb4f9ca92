import snowball from 'snowball-stemmers'
import { stemKazakh } from '../language/kk/stem.ts'

/** Snowball algorithms by language; Kazakh has a stemmer of our own, other languages are indexed as written. */
const ALGORITHMS: Readonly<Record<string, string>> = { en: 'english', ru: 'russian', tr: 'turkish' }
/** Words kept per language: news uses the same few ten thousand, and stemming is about 40 % of indexing otherwise. */
const CACHED_WORDS = 200_000

interface Stemmer {
  stem(word: string): string
}
const stemmers = new Map<string, { stemmer: Stemmer; words: Map<string, string> }>()

/** The stem of a lower-case word, or the word itself where its language has no stemmer. */
export function stem(word: string, language: string): string {
  if (language === 'kk') return stemKazakh(word)
  const algorithm = ALGORITHMS[language]
  if (!algorithm) return word
  let entry = stemmers.get(language)
  if (!entry) {
    entry = { stemmer: snowball.newStemmer(algorithm) as Stemmer, words: new Map() }
    stemmers.set(language, entry)
  }
  const known = entry.words.get(word)
  if (known !== undefined) return known
  const result = entry.stemmer.stem(word) || word
  if (entry.words.size >= CACHED_WORDS) entry.words.clear()
  entry.words.set(word, result)
  return result
}

/** Languages that have a stemmer, by the script they are written in: a query does not say its language. */
export const STEMMED_LANGUAGES: Readonly<Record<'latin' | 'cyrillic', readonly string[]>> = {
  latin: ['en', 'tr'],
  cyrillic: ['ru', 'kk'],
}
