import { describe, expect, it } from 'vitest'
import { mendClauses } from './mend-clauses.ts'

describe('mendClauses', () => {
  it('makes a clause with "that" a complement, one with "so that" none', () => {
    const tree = (before: string) => ({
      forms: ['denied', before, 'that', 'it', 'lied'],
      capitals: [false, false, false, false, false],
      tags: ['VBD', 'NNS', 'IN', 'PRP', 'VBD'],
      heads: [-1, 0, 4, 4, 0],
      relations: ['root', 'obj', 'mark', 'nsubj', 'advcl'],
      upos: ['VERB', 'NOUN', 'SCONJ', 'PRON', 'VERB'],
    })
    const charges = tree('charges')
    const so = tree('so')
    mendClauses(charges)
    mendClauses(so)
    expect([charges.relations[4], so.relations[4]]).toEqual(['ccomp', 'advcl'])
  })
  it('hangs a gerund on the verb right before it', () => {
    const tree = {
      forms: ['considering', 'sending', 'aid', 'floods'],
      capitals: [false, false, false, false],
      tags: ['VBG', 'VBG', 'NN', 'VBZ'],
      heads: [-1, 3, 1, 0],
      relations: ['root', 'csubj', 'obj', 'advcl'],
      upos: ['VERB', 'VERB', 'NOUN', 'VERB'],
    }
    mendClauses(tree)
    expect([tree.heads[1], tree.relations[1]]).toEqual([0, 'xcomp'])
  })
})
