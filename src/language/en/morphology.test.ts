import { describe, expect, it } from 'vitest'
import { stems, tags } from './morphology.ts'

const stemsOf = (word: string): string[] => stems(word).map(({ stem }) => stem)

describe('English stems', () => {
  it('undo regular endings, doubled letters and y', () => {
    expect(stemsOf('marched')).toContain('march')
    expect(stemsOf('provoking')).toContain('provoke')
    expect(stemsOf('stopped')).toContain('stop')
    expect(stemsOf('bodies')).toContain('body')
    expect(stemsOf('wives')).toContain('wife')
    expect(stemsOf('gunmen')).toContain('gunman')
    expect(stemsOf('angrily')).toContain('angry')
    expect(stemsOf('press')).not.toContain('pres')
  })

  it('are never empty strings, whatever the word', () => {
    for (const word of ['', 's', 'es', 'ed', 'ing', 'ly', 'ies', 'men']) expect(stemsOf(word)).not.toContain('')
  })
})

describe('English classes', () => {
  it('lead back to what they were made of', () => {
    const cls = tags.tagClass({ upos: 'VERB', xpos: 'VBD', feats: 'Tense=Past' })
    expect(tags.fromClass(cls)).toEqual({ upos: 'VERB', xpos: 'VBD', feats: '' })
    expect(tags.fromClass('PUNCT|``')).toEqual({ upos: 'PUNCT', xpos: '``', feats: '' })
  })
})
