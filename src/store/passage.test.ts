import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { passageAround } from './passage.ts'

describe('the passage around a span', () => {
  it('is the sentence, where that is not too long', () => {
    const text = 'It rained. On 6 July protesters rallied in Almaty. Police watched.'
    const at = text.indexOf('rallied')
    expect(passageAround(text, at, at + 7)).toEqual({ start: 11, text: 'On 6 July protesters rallied in Almaty.' })
  })

  it('ends at a line, at whole words, and never inside a character', () => {
    const lines = 'Headline\nPolice detained 12\nMore'
    expect(passageAround(lines, 9, 15).text).toBe('Police detained 12')
    const long = `${'word '.repeat(100)}strike ${'word '.repeat(100)}`
    const at = long.indexOf('strike')
    expect(passageAround(long, at, at + 6).text).toMatch(/^word .*strike .*word$/u)
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), fc.nat(400), fc.nat(30), (text, from, length) => {
        const start = Math.min(from, text.length)
        const end = Math.min(start + length, text.length)
        const piece = passageAround(text, start, end)
        expect(text.slice(piece.start, piece.start + piece.text.length)).toBe(piece.text)
        expect(piece.start).toBeLessThanOrEqual(start)
        expect(piece.start + piece.text.length).toBeGreaterThanOrEqual(end)
        if (text.isWellFormed() && text.slice(start, end).isWellFormed()) expect(piece.text.isWellFormed()).toBe(true)
      }),
    )
  })
})
