import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { MAX_PARSED_TOKENS, MAX_SENTENCE_TOKENS } from '../base/limit.ts'
import { parseConllu } from './conllu.ts'
import { en } from './en/index.ts'
import { createEngine } from './engine.ts'
import { figuresOf, scoreTreebank } from './score-treebank.ts'
import { und } from './und/index.ts'

const root = new URL('../../', import.meta.url)
const bytes = readFileSync(new URL('models/en/model.bin', root))
const engine = createEngine(en, bytes)
const sample = parseConllu(readFileSync(new URL('test/fixtures/ewt-sample/ewt-dev-sample.conllu', root), 'utf8'))

describe('the shipped English model', () => {
  it('keeps its accuracy on the treebank sample, as written and in small letters', () => {
    const written = figuresOf(scoreTreebank(engine, sample, { tokens: 'gold', beam: 4 }))
    const lower = figuresOf(scoreTreebank(engine, sample, { tokens: 'gold', beam: 4, lowerCase: true }))
    expect(written.upos).toBeGreaterThan(94.5)
    expect(written.lemma).toBeGreaterThan(96.5)
    expect(written.uas).toBeGreaterThan(84.5)
    expect(written.las).toBeGreaterThan(81)
    expect((written.upos as number) - (lower.upos as number)).toBeLessThan(2)
  })

  it('gives the same tree every time, whatever was parsed before', () => {
    const text = 'The court jailed two activists who had marched on the ministry.'
    const first = JSON.stringify(engine.analyse(text))
    engine.analyse('Other words come between. They change nothing.')
    expect(JSON.stringify(engine.analyse(text))).toBe(first)
    expect(JSON.stringify(createEngine(en, bytes).analyse(text))).toBe(first)
  })

  it('parses only what the gate lets through, and says so', () => {
    const { sentences } = engine.analyse('Police fired. Nobody spoke.', {
      gate: (sentence) => sentence.tokens.some((token) => token.lemma === 'fire'),
    })
    expect(sentences.map((sentence) => sentence.parsed)).toEqual([true, false])
    expect(sentences[1]?.tokens.map((token) => [token.upos, token.head, token.relation])[1]).toEqual(['VERB', -1, ''])
  })

  it('reads headlines in capitals as if they were in small letters', () => {
    const [sentence] = engine.analyse('POLICE ARREST TWO STUDENTS IN CAPITAL').sentences
    expect(sentence?.tokens.map((token) => token.upos)).not.toEqual(Array(6).fill('PROPN'))
    expect(sentence?.tokens[3]?.lemma).toBe('student')
  })

  it('marks arcs that all hypotheses agree on', () => {
    const [sentence] = engine.analyse('The army left the town.', { beam: 4 }).sentences
    expect(sentence?.tokens.some((token) => token.agreed)).toBe(true)
  })
})

describe('hostile text', () => {
  const check = (text: string): void => {
    for (const one of [engine, createEngine(und, null)])
      for (const sentence of one.analyse(text).sentences) {
        expect(sentence.tokens.length).toBeGreaterThan(0)
        expect(sentence.tokens.length).toBeLessThanOrEqual(MAX_SENTENCE_TOKENS)
        expect(sentence.parsed).toBe(one === engine && sentence.tokens.length <= MAX_PARSED_TOKENS)
      }
  }

  it('is analysed in bounded time: empty, blank, one endless token, one endless sentence', () => {
    expect(engine.analyse('').sentences).toEqual([])
    expect(engine.analyse(' \n\t\u00a0\n').sentences).toEqual([])
    const started = performance.now()
    check('x'.repeat(100_000))
    check('.'.repeat(50_000))
    check('a, '.repeat(6_000))
    check('word '.repeat(12_000))
    check('("'.repeat(20_000))
    check("n't".repeat(10_000))
    check('a-'.repeat(20_000))
    check('Mr. '.repeat(5_000))
    expect(performance.now() - started).toBeLessThan(20_000)
  })

  it('is analysed in other scripts and with broken characters', () => {
    for (const text of [
      '\ud800',
      'a\udc00b',
      '😀😀 ok',
      'Полиция задержала двоих.',
      '警方逮捕了两人。',
      'ตำรวจจับกุม',
      '\u0000\u0001',
      '\u202e x',
    ])
      check(text)
  })
})
