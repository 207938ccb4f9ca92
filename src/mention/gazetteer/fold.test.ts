import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { foldName, foldWord, wordsOf } from './fold.ts'

describe('folding of names', () => {
  it('strips marks from Latin letters and leaves those of other scripts', () => {
    expect(foldName('Chișinău')).toBe('chisinau')
    expect(foldName('Łódź')).toBe('lodz')
    expect(foldName('Йошкар-Ола')).toBe('йошкар ола')
    expect(foldName('Қызылорда')).toBe('қызылорда')
    expect(foldWord('Орёл')).toBe('орел')
  })

  it('makes hyphens, stops and apostrophes one', () => {
    expect(foldName('Nur-Sultan')).toBe(foldName('Nur Sultan'))
    expect(foldName("Farg'ona")).toBe(foldName('Fargʻona'))
    expect(foldName('U.S.')).toBe('u s')
    expect(foldName('U.S.')).not.toBe(foldName('us'))
    expect(foldName('阿拉木图')).toBe('阿拉木图')
  })

  it('keeps offsets of words, and of words without their possessive', () => {
    const text = 'In St. Louis, Kazakhstan’s envoy'
    const words = wordsOf(text)
    const forms = Array.from({ length: words.count }, (_, i) => text.slice(words.start[i], words.end[i]))
    expect(forms).toEqual(['In', 'St', 'Louis', 'Kazakhstan’s', 'envoy'])
    expect(words.joined).toEqual([false, true, true, false, true])
    expect(words.stem[3]).toBe('kazakhstan')
    expect(text.slice(words.start[3], words.stemEnd[3])).toBe('Kazakhstan')
  })

  it('does not run over the end of a sentence', () => {
    const words = wordsOf('He left Paris. Texas won.')
    expect(words.joined[3]).toBe(false)
  })

  it('never throws, and its spans lie inside the text in order', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
        const words = wordsOf(text)
        let last = 0
        for (let i = 0; i < words.count; i++) {
          expect(words.start[i]).toBeGreaterThanOrEqual(last)
          expect(words.end[i]).toBeGreaterThan(words.start[i] as number)
          last = words.end[i] as number
        }
        expect(last).toBeLessThanOrEqual(text.length)
      }),
    )
  })
})
