import { describe, expect, it } from 'vitest'
import type { Drawn } from './mend.ts'
import { mendAttribution } from './mend-attribution.ts'

/** A tree from "form/UPOS>head:relation" words. */
function drawn(words: string): Drawn {
  const cells = words.split(' ').map((word) => /^(.+)\/([A-Z]+)>(-?\d+):(.+)$/u.exec(word) as RegExpExecArray)
  return {
    forms: cells.map((cell) => (cell[1] as string).toLowerCase()),
    capitals: cells.map((cell) => /^\p{Lu}/u.test(cell[1] as string)),
    tags: cells.map(() => ''),
    heads: cells.map((cell) => Number(cell[3])),
    relations: cells.map((cell) => cell[4] as string),
    upos: cells.map((cell) => cell[2] as string),
  }
}
const arcs = (tree: Drawn): string[] => tree.forms.map((form, i) => `${form}>${tree.heads[i]}:${tree.relations[i]}`)

describe('mendAttribution', () => {
  it('gives the closing verb its source and the main verb its object', () => {
    const tree = drawn(
      'Peru/PROPN>1:nsubj welcomed/VERB>-1:root talks/NOUN>6:nsubj ,/PUNCT>5:punct the/DET>5:det agency/NOUN>2:appos said/VERB>1:ccomp ./PUNCT>1:punct',
    )
    mendAttribution(tree)
    expect(arcs(tree)).toEqual([
      'peru>1:nsubj',
      'welcomed>-1:root',
      'talks>1:obj',
      ',>5:punct',
      'the>5:det',
      'agency>6:nsubj',
      'said>1:parataxis',
      '.>1:punct',
    ])
  })
  it('leaves a clause of its own behind the comma', () => {
    const tree = drawn(
      'Peru/PROPN>1:nsubj agreed/VERB>-1:root ,/PUNCT>5:punct as/SCONJ>5:mark Chile/PROPN>5:nsubj said/VERB>1:advcl it/PRON>7:nsubj would/AUX>5:ccomp',
    )
    const before = arcs(tree)
    mendAttribution(tree)
    expect(arcs(tree)).toEqual(before)
  })
})
