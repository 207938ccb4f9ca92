import { describe, expect, it } from 'vitest'
import { compare, f1, type ScoredWord } from './evaluate.ts'

const word = (start: number, end: number, head: number, relation: string, upos = 'NOUN'): ScoredWord => ({
  start,
  end,
  head,
  relation,
  upos,
  xpos: 'X',
  feats: '',
  lemma: 'x',
})

// "Police shot him ." with an agent that is not one.
const gold = [word(0, 6, 1, 'nsubj'), word(7, 11, -1, 'root', 'VERB'), word(12, 15, 1, 'obj'), word(15, 16, 1, 'punct')]

describe('compare', () => {
  it('finds nothing wrong in the same annotation', () => {
    const scores = compare(gold, gold, ['nsubj'])
    for (const figure of [scores.tokens, scores.upos, scores.lemma, scores.uas, scores.las])
      expect(f1(figure)).toBe(100)
    expect(scores.relations.get('nsubj')).toEqual({ correct: 1, gold: 1, own: 1 })
  })

  it('takes heads and labels apart, and subtypes as equal in LAS only', () => {
    const own = [word(0, 6, 1, 'nsubj:pass'), gold[1], word(12, 15, 0, 'obj'), gold[3]] as ScoredWord[]
    const scores = compare(gold, own, ['nsubj', 'nsubj:pass', 'obj'])
    expect(scores.uas.correct).toBe(3)
    expect(scores.las.correct).toBe(3)
    expect(scores.relations.get('nsubj')).toEqual({ correct: 0, gold: 1, own: 0 })
    expect(scores.relations.get('nsubj:pass')).toEqual({ correct: 0, gold: 0, own: 1 })
    expect(scores.relations.get('obj')).toEqual({ correct: 0, gold: 1, own: 1 })
  })

  it('matches words by their characters where tokens differ', () => {
    // "him." left in one piece: a gold word more and an own word that matches nothing.
    const own = [gold[0], gold[1], word(12, 16, 1, 'obj')] as ScoredWord[]
    const scores = compare(gold, own, [])
    expect(scores.tokens).toMatchObject({ correct: 2, gold: 4, own: 3 })
    expect(f1(scores.tokens)).toBeCloseTo((2 * 2 * 100) / 7)
    expect(scores.uas.correct).toBe(2)
  })
})
