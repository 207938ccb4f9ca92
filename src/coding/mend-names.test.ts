import { describe, expect, it } from 'vitest'
import type { Drawn } from './mend.ts'
import {
  mendHyphens,
  mendNames,
  mendParticiples,
  mendPerfect,
  mendReceivers,
  mendSubjects,
  mendTitles,
} from './mend-names.ts'

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

describe('mends of what stands beside a verb', () => {
  it('joins a title and the name behind it', () => {
    const tree = drawn(
      'Majority/NOUN>1:compound Leader/NOUN>4:obl Ann/PROPN>4:nsubj Lee/PROPN>2:flat spoke/VERB>-1:root',
    )
    mendTitles(tree)
    expect(arcs(tree)[1]).toBe('leader>2:nmod:desc')
  })
  it('leaves two objects and words of time', () => {
    const tree = drawn('sold/VERB>-1:root weapons/NOUN>0:obj Monday/PROPN>0:obl:unmarked')
    mendTitles(tree)
    expect(arcs(tree)).toEqual(['sold>-1:root', 'weapons>0:obj', 'monday>0:obl:unmarked'])
  })
  it('takes the name before a number for the one who gets it', () => {
    const tree = drawn(
      'lent/VERB>-1:root Peru/PROPN>4:compound 5/NUM>3:compound million/NUM>4:nummod dollars/NOUN>0:obj',
    )
    mendReceivers(tree)
    expect(arcs(tree)[1]).toBe('peru>0:iobj')
  })
  it('gives a verb the subject that was drawn beside the month', () => {
    const tree = drawn('In/ADP>1:case May/PROPN>4:obl a/DET>3:det bomber/NOUN>1:appos struck/VERB>-1:root')
    mendSubjects(tree)
    expect(arcs(tree)[3]).toBe('bomber>4:nsubj')
  })
  it('reads a participle behind a hyphen as a modifier', () => {
    const tree = drawn(
      'lifted/VERB>-1:root long/ADV>3:advmod -/PUNCT>1:punct standing/VERB.VBG>0:advcl bans/NOUN>3:obj',
    )
    mendHyphens(tree)
    expect(arcs(tree).slice(3)).toEqual(['standing>4:amod', 'bans>0:obj'])
  })
  it('reads a participle before a coordinated noun as its modifier', () => {
    const tree = drawn(
      'army/NOUN>-1:root and/CCONJ>2:cc allied/VERB.VBD>0:conj forces/NOUN>5:nsubj have/AUX>5:aux attacked/VERB>2:ccomp',
    )
    mendParticiples(tree)
    expect(arcs(tree)).toEqual([
      'army>5:nsubj',
      'and>3:cc',
      'allied>3:amod',
      'forces>0:conj',
      'have>5:aux',
      'attacked>-1:root',
    ])
  })
})
