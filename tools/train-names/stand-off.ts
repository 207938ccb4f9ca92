import { type ConlluSentence, commentValue } from '../../src/language/conllu.ts'
import { KINDS, type TokenName } from '../../src/language/names/label.ts'
import type { NamedSentence } from './read-iob.ts'

/**
 * Joins our own names to the sentences of a treebank. The table holds `sentence first last kind`, words counted from 1, both
 * ends included: it has no text of its own, so it can be kept apart from the treebank.
 */
export function readStandOff(sentences: readonly ConlluSentence[], table: string): NamedSentence[] {
  const names = new Map<string, TokenName[]>()
  for (const line of table.split('\n').slice(1)) {
    const [sentence = '', first, last, kind] = line.split('\t')
    const number = KINDS.indexOf(kind as (typeof KINDS)[number])
    if (sentence === '' || number < 0) continue
    const list = names.get(sentence) ?? []
    list.push({ first: Number(first) - 1, last: Number(last) - 1, kind: number })
    names.set(sentence, list)
  }
  return sentences.map((sentence) => {
    const id = commentValue(sentence, 'sent_id') ?? ''
    return {
      forms: sentence.words.map((word) => word.form),
      names: names.get(id) ?? [],
      document: id.replace(/-\d+$/u, ''),
    }
  })
}
