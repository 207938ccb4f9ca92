import { DICTIONARY, type Stem } from '../dictionary.ts'
import type { TagHooks } from '../pack.ts'

/** English learns UPOS and the Penn tag as one class; all features follow from word and class. */
export const tags: TagHooks = {
  tagClass: (token) => `${token.upos}|${token.xpos}`,
  fromClass(tagClass) {
    const bar = tagClass.indexOf('|')
    return { upos: tagClass.slice(0, bar), xpos: tagClass.slice(bar + 1), feats: '' }
  },
}

/** Inflections of English as bits above the dictionary's classes. */
const INFLECTION = {
  plural: 32,
  thirdPerson: 64,
  past: 128,
  gerund: 256,
  comparative: 512,
  superlative: 1024,
  manner: 2048,
} as const

/** Shortest stem that an ending is taken off, in letters. */
const SHORTEST_STEM = 2

/**
 * The dictionary forms that a word in small letters may be inflected from: marched → march, marche; bodies → body.
 * The dictionary then says which of them exist.
 */
export function stems(lower: string): readonly Stem[] {
  const { noun, verb, adjective } = DICTIONARY
  const out: Stem[] = []
  const add = (stem: string, of: number, inflection: number): void => {
    if (stem.length >= SHORTEST_STEM) out.push({ stem, of, inflection })
  }
  const strip = (ending: string): string | null => (lower.endsWith(ending) ? lower.slice(0, -ending.length) : null)
  const plural = (stem: string): void => {
    add(stem, noun, INFLECTION.plural)
    add(stem, verb, INFLECTION.thirdPerson)
  }
  const s = strip('s')
  if (s !== null && !s.endsWith('s')) plural(s)
  const es = strip('es')
  if (es !== null) plural(es)
  const ies = strip('ies')
  if (ies !== null) plural(`${ies}y`)
  const ves = strip('ves')
  if (ves !== null) {
    add(`${ves}f`, noun, INFLECTION.plural)
    add(`${ves}fe`, noun, INFLECTION.plural)
  }
  const men = strip('men')
  if (men !== null) add(`${men}man`, noun, INFLECTION.plural)
  for (const [ending, of, inflection] of REGULAR) {
    const stem = strip(ending)
    if (stem === null) continue
    add(stem, of, inflection)
    add(`${stem}e`, of, inflection)
    if (stem.length > SHORTEST_STEM && stem.at(-1) === stem.at(-2)) add(stem.slice(0, -1), of, inflection)
    if (stem.endsWith('i')) add(`${stem.slice(0, -1)}y`, of, inflection)
  }
  const ly = strip('ly')
  if (ly !== null) {
    add(ly, adjective, INFLECTION.manner)
    add(`${ly}le`, adjective, INFLECTION.manner)
    if (ly.endsWith('i')) add(`${ly.slice(0, -1)}y`, adjective, INFLECTION.manner)
  }
  return out
}

const REGULAR: readonly (readonly [string, number, number])[] = [
  ['ed', DICTIONARY.verb, INFLECTION.past],
  ['ing', DICTIONARY.verb, INFLECTION.gerund],
  ['er', DICTIONARY.adjective, INFLECTION.comparative],
  ['est', DICTIONARY.adjective, INFLECTION.superlative],
]
