import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { en } from '../../src/language/en/index.ts'
import { createEngine } from '../../src/language/engine.ts'
import type { Sentence } from '../../src/language/token.ts'

const engine = createEngine(en, readFileSync(new URL('../../models/en/model.bin', import.meta.url)))

const piece = fc.oneof(
  fc.constantFrom(
    'Police',
    'fired',
    'on',
    'the',
    'crowd',
    '.',
    ',',
    '"',
    '“',
    '(',
    ')',
    "n't",
    "don't",
    'U.S.',
    'Mr.',
    '...',
  ),
  fc.constantFrom(
    '\n',
    '\n\n',
    ' — ',
    '-',
    '$5',
    '50%',
    'ALMATY',
    ':',
    'мая',
    '我',
    '😀',
    '\ud800',
    '’s',
    'http://a.b/c',
  ),
  fc.string({ unit: 'binary', maxLength: 8 }),
)
const text = fc
  .array(fc.tuple(piece, fc.constantFrom('', ' ', ' ')), { maxLength: 40 })
  .map((parts) => parts.flat().join(''))

function checkTree(sentence: Sentence): void {
  const { tokens } = sentence
  expect(tokens.filter((token) => token.head === -1)).toHaveLength(1)
  for (const token of tokens) {
    expect(token.relation).not.toBe('')
    expect(token.relation === 'root').toBe(token.head === -1)
    let at = token.head
    for (let steps = 0; at >= 0; steps++) {
      expect(steps).toBeLessThan(tokens.length)
      at = tokens[at]?.head ?? -1
    }
  }
}

describe('any text', () => {
  it('is covered by tokens in order that hold its characters and no blanks', () => {
    fc.assert(
      fc.property(text, (given) => {
        const { sentences } = engine.analyse(given, { beam: 2 })
        let at = 0
        sentences.forEach((sentence, index) => {
          expect(sentence.index).toBe(index)
          expect(sentence.start).toBe(sentence.tokens[0]?.start)
          expect(sentence.end).toBe(sentence.tokens.at(-1)?.end)
          for (const token of sentence.tokens) {
            // Only blanks and joiners are left between tokens.
            expect(given.slice(at, token.start)).toMatch(/^[\s\u0000-\u0020\u0085\u200b\u2060\ufeff]*$/u)
            expect(token.end).toBeGreaterThan(token.start)
            expect(given.slice(token.start, token.end)).toBe(token.form)
            at = token.end
          }
          if (sentence.parsed) checkTree(sentence)
        })
        expect(given.slice(at)).toMatch(/^[\s\u0000-\u0020\u0085\u200b\u2060\ufeff]*$/u)
      }),
      { numRuns: 300 },
    )
  })
})
