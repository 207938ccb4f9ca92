import { describe, expect, it } from 'vitest'
import { basisText, splitBasis } from './format.ts'

describe('how a value came about, in words', () => {
  const said = (basis: string) => basisText({ basis, by: 'machine', person: null })

  it.each([
    ['stated', 'stated'],
    ['inferred:sentence', 'inferred from the sentence'],
    ['default:publication', 'assumed from the day of publication'],
    ['agent-noun;country:inferred:article', 'inferred from the noun; country from the article'],
    ['inferred:trigger:protest.v.burn, actor:subj', 'inferred by the rules of “How it was coded”'],
    ['inferred:no-such-rule', 'inferred by the rule “no such rule”'],
    ['lexicon', 'inferred from the word lists'],
  ])('%s', (basis, text) => {
    expect(said(basis)).toBe(text)
  })

  it('names the person', () => {
    expect(basisText({ basis: 'person', by: 'person', person: 'Aigerim' })).toBe('by Aigerim')
  })

  it('keeps the country’s basis apart from the kind', () => {
    expect(splitBasis('title;country:inferred:sentence')).toEqual(['inferred', 'title'])
  })
})
