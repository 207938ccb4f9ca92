import { describe, expect, it } from 'vitest'
import type { Analysis, Token } from '../../language/token.ts'
import { findQuantities } from './find-quantities.ts'

/** An analysis from rows `form/xpos/upos/head/relation`, heads counted from 0, tokens parted by one blank. */
function parsed(rows: string): { text: string; analysis: Analysis } {
  const cells = rows.split(' ').map((row) => row.split('/'))
  const text = cells.map((cell) => cell[0]).join(' ')
  let at = 0
  const tokens: Token[] = cells.map(([form = '', xpos = '', upos = '', head = '-1', relation = '']) => {
    const start = at
    at += form.length + 1
    return {
      start,
      end: start + form.length,
      form,
      xpos,
      upos,
      feats: '',
      lemma: form.toLowerCase(),
      head: Number(head),
      relation,
      agreed: true,
    }
  })
  const sentence = { start: 0, end: text.length, index: 0, paragraph: 0, kind: 'text' as const, tokens, parsed: true }
  return { text, analysis: { language: 'en', sentences: [sentence], lowerCase: false } }
}

describe('fateOfTree', () => {
  it('reads what befell people from a verb far from their number', () => {
    const { text, analysis } = parsed(
      'Four/CD/NUM/1/nummod members/NNS/NOUN/8/nsubj:pass of/IN/ADP/3/case forces/NNS/NOUN/1/nmod and/CC/CCONJ/6/cc a/DT/DET/6/det tourist/NN/NOUN/1/conj were/VBD/AUX/8/aux:pass killed/VBN/VERB/-1/root',
    )
    const found = findQuantities({ text, analysis, published: null })
    expect(found.map((q) => [q.kind, q.low, q.quote])).toEqual([
      ['killed', 4, 'Four members'],
      ['killed', 1, 'a tourist'],
    ])
  })

  it('leaves subjects of active verbs alone', () => {
    const { text, analysis } = parsed(
      'Four/CD/NUM/1/nummod soldiers/NNS/NOUN/2/nsubj killed/VBD/VERB/-1/root the/DT/DET/4/det mayor/NN/NOUN/2/obj',
    )
    expect(findQuantities({ text, analysis, published: null }).map((q) => q.kind)).toEqual(['people'])
  })
})
