import givenNames from './data/given-names.json' with { type: 'json' }
import lists from './data/word-classes.json' with { type: 'json' }

/** Classes of words that tell places from other names. Lists stand in `data/word-classes.json`. */
export type WordClass = keyof typeof lists

const SETS = Object.fromEntries(
  Object.entries(lists).map(([name, words]) => [name, new Set(words.split(' '))]),
) as unknown as Readonly<Record<WordClass, ReadonlySet<string>>>
const GIVEN: ReadonlySet<string> = new Set(givenNames.names.split(' ').map((name) => name.toLowerCase()))

/** Whether a lower-case word belongs to a class. */
export function isWord(kind: WordClass, word: string): boolean {
  return SETS[kind].has(word)
}

/** Whether a lower-case word is a common given name, and no place or common word first. */
export function isGivenName(word: string): boolean {
  return GIVEN.has(word)
}

/** Order in which the class of a capitalised neighbour is told; the first that fits counts. */
const CAPITAL_ORDER: readonly WordClass[] = [
  'month',
  'direction',
  'area',
  'street',
  'feature',
  'title',
  'orgtail',
  'venue',
  'role',
]
const LOWER_ORDER: readonly WordClass[] = [
  'placein',
  'placefrom',
  'small',
  'say',
  'area',
  'feature',
  'street',
  'role',
  'title',
  'venue',
  'orgtail',
  'direction',
]

/** A short code for what a word is to a name next to it. */
export function neighbourClass(form: string): string {
  const lower = form.toLowerCase()
  if (/^\p{N}/u.test(form)) return '0'
  if (/^\p{Lu}/u.test(form)) {
    for (const kind of CAPITAL_ORDER) if (SETS[kind].has(lower)) return `C${kind}`
    if (GIVEN.has(lower)) return 'Cgiven'
    if (form.length === 1) return 'Cinitial'
    if (SETS.common.has(lower) || SETS.small.has(lower) || SETS.placein.has(lower)) return 'Ccommon'
    return 'C'
  }
  if (lower === 'of' || lower === 'the' || lower === 'and' || lower === 'in' || lower === 'at') return lower
  for (const kind of LOWER_ORDER) if (SETS[kind].has(lower)) return kind
  return 'w'
}
