import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cleanText } from './clean-text.ts'

describe('cleanText', () => {
  it('removes NUL and control characters and says so', () => {
    expect(cleanText('pro\u0000test\u0007')).toEqual({
      text: 'protest',
      warnings: ['1 NUL characters were removed', '1 control characters were removed'],
    })
  })

  it('repairs text that was decoded in the wrong encoding', () => {
    expect(cleanText('The mayor donâ€™t reply').text).toBe('The mayor don’t reply')
  })

  it('composes letters, so that a decomposed й is one letter', () => {
    expect(cleanText('Тока\u0438\u0306в').text).toBe('Токайв')
  })

  it('takes out soft hyphens and zero-width blanks inside words', () => {
    expect(cleanText('demon\u00adstra\u200btion').text).toBe('demonstration')
  })

  it('replaces lone surrogates and keeps pairs', () => {
    expect(cleanText('a\ud800b😀')).toEqual({
      text: 'a\ufffdb😀',
      warnings: ['lone surrogates were replaced by U+FFFD'],
    })
  })

  it('gives well-formed text in NFC without NUL for any input', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (raw) => {
        const { text } = cleanText(raw)
        expect(text.isWellFormed()).toBe(true)
        expect(text).not.toContain('\u0000')
        expect(text.normalize('NFC')).toBe(text)
      }),
    )
  })
})
