import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { createEngine } from '../engine.ts'
import type { Sentence } from '../token.ts'
import { EXAMPLE_FLOORS, type Example, examples } from './examples.ts'
import { en } from './index.ts'

const engine = createEngine(en, readFileSync(new URL('../../../models/en/model.bin', import.meta.url)))

/** What is wrong with an example, in words; empty if nothing is. */
function failures(example: Example, lowerCase: boolean): string[] {
  const set = (text: string): string => (lowerCase ? text.toLowerCase() : text)
  const { sentences } = engine.analyse(set(example.text), { beam: 4 })
  if (sentences.length !== 1) return [`${sentences.length} sentences`]
  const { tokens } = sentences[0] as Sentence
  const wrong: string[] = []
  for (const { word, upos, lemma, relation, head } of example.expect) {
    const token = tokens.find(({ form }) => form === set(word))
    const of = token && (token.head < 0 ? 'ROOT' : tokens[token.head]?.form)
    const found = { upos: token?.upos, lemma: token?.lemma, relation: token?.relation, head: of }
    const wanted = { upos, lemma, relation, head: head === 'ROOT' ? head : head && set(head) }
    for (const key of ['upos', 'lemma', 'relation', 'head'] as const)
      if (wanted[key] !== undefined && wanted[key] !== found[key])
        wrong.push(`${word}: ${key} ${found[key]}, wanted ${wanted[key]}`)
  }
  return wrong
}

describe('English examples', () => {
  for (const [name, lowerCase] of [
    ['written', false],
    ['lowerCase', true],
  ] as const)
    it(`parses hard sentences right (${name})`, () => {
      const wrong = examples
        .map((example) => ({ text: example.text, failures: failures(example, lowerCase) }))
        .filter((result) => result.failures.length > 0)
      const share = 1 - wrong.length / examples.length
      expect(share, JSON.stringify(wrong, null, 1)).toBeGreaterThanOrEqual(EXAMPLE_FLOORS[name])
    })
})
