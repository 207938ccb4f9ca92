import { describe, expect, it } from 'vitest'
import { drillSentences } from './drill.ts'

const sentences = drillSentences(300, 1)

describe('drill sentences', () => {
  it('are the same for the same seed', () => {
    expect(drillSentences(300, 1)).toEqual(sentences)
    expect(drillSentences(300, 2)).not.toEqual(sentences)
  })

  it('are trees with one root, every word named and tagged', () => {
    for (const { words } of sentences) {
      expect(words.filter((word) => word.head === -1).map((word) => word.relation)).toEqual(['root'])
      for (const word of words) {
        expect(word.upos, word.form).not.toBe('X')
        let at = word.head
        for (let steps = 0; at >= 0; steps++) {
          expect(steps).toBeLessThan(words.length)
          at = words[at]?.head ?? -1
        }
      }
    }
  })

  it('hold active and passive clauses, reports and demands, also in small letters', () => {
    const relations = new Set(sentences.flatMap(({ words }) => words.map((word) => word.relation)))
    for (const relation of ['nsubj', 'nsubj:pass', 'obj', 'obl', 'obl:agent', 'ccomp', 'conj', 'nmod', 'acl:relcl'])
      expect(relations).toContain(relation)
    expect(sentences.some(({ words }) => words.every((word) => word.form === word.form.toLowerCase()))).toBe(true)
  })
})
