import { describe, expect, it } from 'vitest'
import { DICTIONARY, dictionaryEntries, packEntry, WordDictionary } from '../dictionary.ts'
import { en } from '../en/index.ts'
import { Lemmatizer } from './decode.ts'
import { applyRule, ruleBetween } from './rules.ts'
import { trainLemmas } from './train.ts'

describe('lemma rules', () => {
  it('lead from every form to its lemma', () => {
    for (const [form, lemma] of [
      ['marched', 'march'],
      ['went', 'go'],
      ['Iraqi', 'Iraqi'],
      ['ALMATY', 'Almaty'],
      ['bodies', 'body'],
      ['U.S.', 'U.S.'],
    ] as const)
      expect(applyRule(ruleBetween(form, lemma), form)).toBe(lemma)
  })
})

describe('Lemmatizer', () => {
  const example = (form: string, lemma: string, cls = 0) => ({ form, lemma, cls, initial: false })
  const model = trainLemmas([
    ...['marched', 'attacked', 'burned', 'looted', 'shelled'].map((form) => example(form, form.slice(0, -2))),
    ...['Osh', 'Almaty', 'Semey'].map((form) => example(form, form, 1)),
  ])
  const verbs = ['provoke', 'stop', 'march'].map((word) => [word, packEntry(DICTIONARY.verb, 0, 1)] as const)
  const dictionary = new WordDictionary(dictionaryEntries(verbs), (lower) => en.stems(lower))
  const lemmatizer = new Lemmatizer(model, { upos: ['VERB', 'PROPN'], dictionary, irregular: en.irregular })

  it('cuts endings as learnt', () => {
    expect(lemmatizer.lemma('rammed', 0, false)).toBe('ramm')
    expect(lemmatizer.lemma('Marched', 0, true)).toBe('march')
    expect(lemmatizer.lemma('Aktau', 1, false)).toBe('Aktau')
  })

  it('asks the dictionary where an ending would invent a word', () => {
    expect(lemmatizer.lemma('provoked', 0, false)).toBe('provoke')
    expect(lemmatizer.lemma('stopped', 0, false)).toBe('stop')
  })

  it('knows irregular forms', () => {
    expect(lemmatizer.lemma('fled', 0, false)).toBe('flee')
    expect(lemmatizer.lemma('Overthrew', 0, true)).toBe('overthrow')
  })
})
