import { describe, expect, it } from 'vitest'
import { testArticle, testCoder } from './coder.ts'

const NAMES = ['Almaty', 'Paris', 'Osh', 'Springfield', 'Dallas']
/** Generous: about 1 s is needed on one core of a small server. */
const PATIENCE_MS = 30_000

describe('a text that is a list', { timeout: 2 * PATIENCE_MS }, () => {
  it('of ten thousand places is read in bounded time', () => {
    const text = Array.from({ length: 10_000 }, (_, i) => NAMES[i % NAMES.length]).join(', ')
    const started = performance.now()
    const { mentions } = testCoder().code(testArticle(text))
    expect(performance.now() - started).toBeLessThan(PATIENCE_MS)
    expect(mentions.places).toHaveLength(10_000)
  })

  it('of more actors than are kept says so', () => {
    const text = 'Police left. '.repeat(5_200)
    const { mentions, warnings } = testCoder().code(testArticle(text))
    expect(mentions.actors.length).toBeGreaterThanOrEqual(5_000)
    expect(warnings).toContain('only the first 5000 actors of the text were read')
  })

  it('of a few is read without a word', () => {
    expect(testCoder().code(testArticle('Police in Osh left on Friday.')).warnings).toEqual([])
  })
})
