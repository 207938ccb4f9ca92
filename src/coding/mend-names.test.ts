import { describe, expect, it } from 'vitest'
import type { Drawn } from './mend.ts'
import { mendNames, mendPerfect } from './mend-names.ts'

/** A tree from "form/UPOS>head:relation" words. */
function drawn(words: string): Drawn {
  const cells = words
    .split(' ')
    .map((word) => /^(.+)\/([A-Z]+)(?:\.([A-Z]+))?>(-?\d+):(.+)$/u.exec(word) as RegExpExecArray)
  return {
    forms: cells.map((cell) => (cell[1] as string).toLowerCase()),
    capitals: cells.map((cell) => /^\p{Lu}/u.test(cell[1] as string)),
    tags: cells.map((cell) => cell[3] ?? ''),
    heads: cells.map((cell) => Number(cell[4])),
    relations: cells.map((cell) => cell[5] as string),
    upos: cells.map((cell) => cell[2] as string),
  }
}
const arcs = (tree: Drawn): string[] => tree.forms.map((form, i) => `${form}>${tree.heads[i]}:${tree.relations[i]}`)

describe('mendNames', () => {
  it('joins a name whose second word was drawn as an apposition, with what hung on it', () => {
    const tree = drawn('between/ADP>1:case Santa/NOUN>-1:root Cruz/PROPN>1:appos and/CCONJ>4:cc Lima/PROPN>2:conj')
    mendNames(tree)
    expect(arcs(tree).slice(2)).toEqual(['cruz>1:flat', 'and>4:cc', 'lima>1:conj'])
  })
  it('makes the last noun the head where no comma or "and" coordinates', () => {
    const tree = drawn('with/ADP>1:case Lima/PROPN>-1:root border/NOUN>3:compound police/NOUN>1:conj')
    mendNames(tree)
    expect(arcs(tree)).toEqual(['with>3:case', 'lima>3:compound', 'border>3:compound', 'police>-1:root'])
  })
  it('leaves what is coordinated', () => {
    const tree = drawn('miners/NOUN>-1:root and/CCONJ>2:cc teachers/NOUN>0:conj')
    mendNames(tree)
    expect(arcs(tree)[2]).toBe('teachers>0:conj')
  })
  it('reads a noun between commas as a member of the list it stands in', () => {
    const tree = drawn(
      'Peru/PROPN>-1:root ,/PUNCT>3:punct the/DET>3:det Hague/PROPN>0:nmod:unmarked ,/PUNCT>5:punct Chile/PROPN>0:conj',
    )
    mendNames(tree)
    expect(arcs(tree)[3]).toBe('hague>0:conj')
  })
})

describe('mendPerfect', () => {
  it('reads "has broken relations" as a perfect, not as an adjective', () => {
    const tree = drawn('Peru/PROPN>1:nsubj has/VERB>-1:root broken/VERB.VBN>3:amod relations/NOUN>1:obj')
    mendPerfect(tree)
    expect(arcs(tree)).toEqual(['peru>2:nsubj', 'has>2:aux', 'broken>-1:root', 'relations>2:obj'])
  })
  it('leaves a participle behind an article', () => {
    const tree = drawn('He/PRON>1:nsubj has/VERB>-1:root a/DET>4:det broken/VERB.VBN>4:amod leg/NOUN>1:obj')
    mendPerfect(tree)
    expect(arcs(tree)[1]).toBe('has>-1:root')
  })
})
