import type { Token } from '../token.ts'
import type { Name, NameFinder } from './name.ts'

/**
 * A finder that remembers what it found in a sentence as long as the sentence lives: places and actors of one article
 * read the same names, which are the dearest part of finding either.
 */
export function rememberNames(finder: NameFinder): NameFinder {
  const cased = new WeakMap<readonly Token[], Name[]>()
  const folded = new WeakMap<readonly Token[], Name[]>()
  return {
    version: finder.version,
    find(tokens, text, lowerCase) {
      const known = lowerCase ? folded : cased
      let names = known.get(tokens)
      if (names === undefined) {
        names = finder.find(tokens, text, lowerCase)
        known.set(tokens, names)
      }
      return names
    },
  }
}
