import { describe, expect, it } from 'vitest'
import { charsetOf, decodeBytes } from './charset.ts'

/** Encodes Russian letters and ASCII as windows-1251: А–я lie together at C0–FF, Ё and ё apart. */
function windows1251(text: string): Uint8Array {
  return Uint8Array.from(text, (letter) => {
    const code = letter.codePointAt(0) as number
    if (code < 128) return code
    if (letter === 'ё') return 0xb8
    return code - 0x410 + 0xc0
  })
}

function utf16(text: string, bigEndian = false, mark = true): Uint8Array {
  const buffer = Buffer.from((mark ? '\ufeff' : '') + text, 'utf16le')
  return bigEndian ? buffer.swap16() : buffer
}

const RUSSIAN = 'В Алматы полиция разогнала митинг, задержаны около двухсот человек.'

describe('decodeBytes', () => {
  it('reads UTF-8, with and without a byte order mark', () => {
    expect(decodeBytes(new TextEncoder().encode('Қазақстан')).text).toBe('Қазақстан')
    expect(decodeBytes(new TextEncoder().encode('\ufeffҚазақстан')).text).toBe('Қазақстан')
  })

  it('reads windows-1251 that the page declares, the transport declares, or nobody declares', () => {
    const declared = windows1251(`<html><head><meta charset="windows-1251"></head><body>${RUSSIAN}</body></html>`)
    expect(decodeBytes(declared).text).toContain(RUSSIAN)
    expect(decodeBytes(windows1251(RUSSIAN), 'cp1251').text).toBe(RUSSIAN)
    const guessed = decodeBytes(windows1251(RUSSIAN))
    expect(guessed.text).toBe(RUSSIAN)
    expect(guessed.warnings.join()).toContain('windows-1251')
  })

  it('reads KOI8-R that nobody declares', () => {
    // "Москва, митинг на площади" in KOI8-R.
    const bytes = Buffer.from(
      'edcfd3cbd7c12c20cdc9d4c9cec720cec120d0cccfddc1c4c920cfcbcfceded' + '9ccd3d120d7ded5d2c1',
      'hex',
    )
    expect(decodeBytes(bytes).text).toMatch(/^Москва, митинг на площади/u)
  })

  it('reads UTF-16 by its mark and without one', () => {
    for (const bytes of [
      utf16(RUSSIAN),
      utf16(RUSSIAN, true),
      utf16(RUSSIAN, false, false),
      utf16(RUSSIAN, true, false),
    ])
      expect(decodeBytes(bytes).text).toBe(RUSSIAN)
  })

  it('believes valid UTF-8 more than a declaration of something else', () => {
    const page = new TextEncoder().encode(`<meta charset="windows-1251"><p>${RUSSIAN}</p>`)
    expect(decodeBytes(page).text).toContain(RUSSIAN)
  })

  it('replaces bytes that are not UTF-8 and says how many', () => {
    const bytes = Buffer.concat([Buffer.from('Алматы '), Buffer.from([0xff, 0xfe]), Buffer.from(' и Астана')])
    const { text, warnings } = decodeBytes(bytes)
    expect(text).toBe('Алматы \ufffd\ufffd и Астана')
    expect(warnings).toEqual(['2 characters are not valid utf-8 and were replaced by U+FFFD'])
  })

  it('reads a western page with a few high bytes as windows-1252', () => {
    expect(decodeBytes(Buffer.from('The caf\xe9 was closed \x96 again.', 'latin1')).text).toBe(
      'The café was closed – again.',
    )
  })

  it('finds the charset of a media type', () => {
    expect(charsetOf('text/html; charset="Windows-1251"')).toBe('Windows-1251')
    expect(charsetOf('text/html')).toBeUndefined()
  })
})
