import { describe, expect, it } from 'vitest'
import { settleTitleCase } from './title-case.ts'

const COMMON = new Set(
  'police break up rally opposition activists held on arms charges workers march in new old york said the after strike'.split(
    ' ',
  ),
)
const known = {
  isCommonWord: (lower: string) => COMMON.has(lower),
  isPlace: (name: string) => ['astana', 'new york'].includes(name),
}

describe('a headline with a capital on every word', () => {
  it('is written as running text, names and places kept, offsets unchanged', () => {
    const text = 'Police Break Up Rally in Astana. Police said so.'
    expect(settleTitleCase(text, known)).toBe('Police break up rally in Astana. Police said so.')
    expect(settleTitleCase('Activists March in New York After Strike', known)).toBe(
      'Activists march in New York after strike',
    )
  })
  it('keeps the capitals that the running text writes', () => {
    const text = 'Workers March After Rally Strike\n\nThe newspaper Rally said the workers went on. He read Rally.'
    expect(settleTitleCase(text, known).split('\n')[0]).toBe('Workers march after Rally strike')
  })
  it('may be followed by another on its line', () => {
    const text = 'Opposition Activists Held on Arms Charges. Workers Held After Rally. the end'
    expect(settleTitleCase(text, known)).toBe(
      'Opposition activists held on arms charges. Workers held after rally. the end',
    )
  })
  it('is not seen in names inside running text, nor in a line of ordinary case', () => {
    for (const text of [
      'The workers of the plant said on Monday that the Old March Rally Strike was over.',
      'It was the newspaper that said so. Rally March Strike Workers said no.',
      'Police held activists in Astana after rally',
      '',
    ])
      expect(settleTitleCase(text, known)).toBe(text)
  })
})
