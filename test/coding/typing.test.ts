import { describe, expect, it } from 'vitest'
import { type CodingResult, createCoder } from '../../src/coding/coder.ts'
import { LEAST_CONFIDENCE, type Weigh } from '../../src/coding/typing.ts'
import { loadResources } from '../../src/jobs/resources.ts'
import { testArticle } from './coder.ts'

const REPORT = `ALMATY — Police detained 12 protesters outside the ministry on Monday. The rally was held against a new law.
Its organisers had asked for a permit. The ministry did not comment. Residents went home in the evening.`
const EXCERPT = 'Police detained 12 protesters outside the ministry on Monday.'

function code(text: string, weigh: Weigh): CodingResult {
  return createCoder({ ...loadResources(), weigh }).code(testArticle(text))
}

describe('typing', () => {
  it('drops what is too improbable and names the figure', () => {
    const { records, misses } = code(REPORT, () => LEAST_CONFIDENCE - 0.01)
    expect(records).toEqual([])
    expect(misses.map((miss) => miss.reason)).toContain(`improbable: 0.29, records need ${LEAST_CONFIDENCE}`)
  })

  it('keeps what reaches the least confidence, and writes it into the record', () => {
    const { records } = code(REPORT, () => LEAST_CONFIDENCE)
    expect(records.map((record) => record.type)).toContain('COERCE')
    expect(new Set(records.map((record) => record.confidence))).toEqual(new Set([LEAST_CONFIDENCE]))
  })

  it('drops nothing from an excerpt', () => {
    const { records } = code(EXCERPT, () => 0.02)
    expect(records.map((record) => [record.type, record.confidence])).toEqual([['COERCE', 0.02]])
  })

  it('weighs classes and counts, never words of the text', () => {
    const seen: string[] = []
    code(REPORT, (signs) => {
      seen.push(...signs)
      return 1
    })
    expect(seen).toContain('type:COERCE')
    expect(seen).toContain('recipient:people')
    // A row is named by its type and its first phrase, a preposition by itself: nothing else comes from words.
    const other = seen.filter((sign) => !/^(?:row|case|actor-by):/u.test(sign)).join(' ')
    for (const word of ['protester', 'ministry', 'Almaty', 'detain', 'permit']) expect(other).not.toContain(word)
  })
})
