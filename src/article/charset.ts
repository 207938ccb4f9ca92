/** Text decoded from bytes, the encoding that was used, and what had to be repaired. */
export interface Decoded {
  readonly text: string
  /** WHATWG label of the encoding: `utf-8`, `windows-1251`, `utf-16le` … */
  readonly encoding: string
  readonly warnings: readonly string[]
}

/** A declaration of the encoding must stand in the first bytes (HTML asks for 1,024; generous for long comments). */
const DECLARATION_BYTES = 4_096
/** Bytes looked at to guess an undeclared encoding: more does not change the guess. */
const SAMPLE_BYTES = 65_536
/** Share of NUL bytes at odd or even places from which undeclared text is taken for UTF-16. */
const UTF16_NUL_SHARE = 0.2

/**
 * Decodes bytes into text. The order of trust: byte order mark, then UTF-8 where the bytes are valid UTF-8 and not
 * plain ASCII (a page that says windows-1251 and is UTF-8 is common, the reverse all but impossible), then what the
 * transport or the page declares, then a guess among UTF-16, UTF-8 with damage, windows-1251, KOI8-R and windows-1252.
 * Never throws: what cannot be decoded becomes U+FFFD and a warning.
 */
export function decodeBytes(bytes: Uint8Array, declared?: string): Decoded {
  const marked = byteOrderMark(bytes)
  if (marked) return decodeAs(bytes.subarray(marked.length), marked.encoding)
  const utf8 = inspectUtf8(bytes.subarray(0, SAMPLE_BYTES))
  if (utf8.multibyte > 0 && utf8.invalid === 0) return decodeAs(bytes, 'utf-8')
  const named = supportedEncoding(declared) ?? supportedEncoding(declaredInside(bytes))
  const wide = guessUtf16(bytes)
  // A page cannot declare UTF-16 in ASCII letters; such a declaration is read as UTF-8, as browsers do.
  if (wide) return decodeAs(bytes, wide)
  if (named && named !== 'utf-8' && !named.startsWith('utf-16')) return decodeAs(bytes, named)
  if (utf8.invalid === 0 || utf8.multibyte >= utf8.invalid) return decodeAs(bytes, 'utf-8')
  const guess = guessSingleByte(bytes.subarray(0, SAMPLE_BYTES))
  const decoded = decodeAs(bytes, guess)
  return { ...decoded, warnings: [`encoding not declared, read as ${guess}`, ...decoded.warnings] }
}

/** The encoding named in a media type such as `text/html; charset=windows-1251`, if it names one. */
export function charsetOf(mediaType: string | undefined): string | undefined {
  return /charset\s*=\s*["']?([\w.:-]+)/iu.exec(mediaType ?? '')?.[1]
}

function byteOrderMark(bytes: Uint8Array): { encoding: string; length: number } | null {
  const [a, b, c] = bytes
  if (a === 0xef && b === 0xbb && c === 0xbf) return { encoding: 'utf-8', length: 3 }
  if (a === 0xff && b === 0xfe) return { encoding: 'utf-16le', length: 2 }
  if (a === 0xfe && b === 0xff) return { encoding: 'utf-16be', length: 2 }
  return null
}

function declaredInside(bytes: Uint8Array): string | undefined {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, DECLARATION_BYTES))
  const xml = /^\s*<\?xml[^>]{0,200}\bencoding\s*=\s*["']([\w.:-]+)["']/iu.exec(head)
  if (xml) return xml[1]
  for (const meta of head.matchAll(/<meta\b[^>]{0,300}>/giu)) {
    const name = charsetOf(meta[0])
    if (name) return name
  }
  return undefined
}

function supportedEncoding(name: string | undefined): string | undefined {
  if (!name) return undefined
  try {
    return new TextDecoder(name).encoding
  } catch {
    return undefined // A name nobody knows is no declaration.
  }
}

/** Counts well-formed multi-byte sequences and bytes that belong to none. A sequence cut by the end counts as neither. */
function inspectUtf8(bytes: Uint8Array): { multibyte: number; invalid: number } {
  let multibyte = 0
  let invalid = 0
  for (let i = 0; i < bytes.length; ) {
    const lead = bytes[i] as number
    if (lead < 0x80) {
      i++
      continue
    }
    const length =
      lead >= 0xc2 && lead <= 0xdf ? 2 : lead >= 0xe0 && lead <= 0xef ? 3 : lead >= 0xf0 && lead <= 0xf4 ? 4 : 0
    let good = length > 0
    for (let k = 1; good && k < length; k++) {
      if (i + k >= bytes.length) return { multibyte, invalid }
      good = ((bytes[i + k] as number) & 0xc0) === 0x80
    }
    if (good) {
      multibyte++
      i += length
    } else {
      invalid++
      i++
    }
  }
  return { multibyte, invalid }
}

function guessUtf16(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  const sample = bytes.subarray(0, Math.min(bytes.length & ~1, SAMPLE_BYTES))
  if (sample.length < 4) return null
  const zeros = [0, 0]
  // Cyrillic in UTF-16 has 04 as its high byte; count it with the NULs so that non-Latin text is seen too.
  for (let i = 0; i < sample.length; i++) {
    const byte = sample[i] as number
    if (byte === 0 || byte === 4) zeros[i & 1] = (zeros[i & 1] as number) + 1
  }
  const half = sample.length / 2
  const [even, odd] = [(zeros[0] as number) / half, (zeros[1] as number) / half]
  if (!sample.includes(0)) return null
  if (odd > UTF16_NUL_SHARE && even < odd / 4) return 'utf-16le'
  if (even > UTF16_NUL_SHARE && odd < even / 4) return 'utf-16be'
  return null
}

/** Letters in falling order of frequency in Russian, the first eleven (about 70 % of running text). */
const COMMON_CYRILLIC = new Set('оеаинтсрвлк')

function guessSingleByte(sample: Uint8Array): string {
  let best = { encoding: 'windows-1252', score: 0 }
  for (const encoding of ['windows-1251', 'koi8-r']) {
    const text = new TextDecoder(encoding).decode(sample)
    const letters = text.match(/[\u0400-\u04ff]/gu) ?? []
    const common = letters.filter((letter) => COMMON_CYRILLIC.has(letter)).length
    const latin = text.match(/[A-Za-z]/gu)?.length ?? 0
    // In western text high letters are rare and sit between Latin ones; in Cyrillic text they outnumber them.
    if (letters.length * 2 > latin && common > best.score) best = { encoding, score: common }
  }
  return best.encoding
}

function decodeAs(bytes: Uint8Array, encoding: string): Decoded {
  const text = new TextDecoder(encoding, { ignoreBOM: true }).decode(bytes)
  const warnings: string[] = []
  const lost = countReplaced(text)
  if (lost > 0) warnings.push(`${lost} characters are not valid ${encoding} and were replaced by U+FFFD`)
  return { text, encoding, warnings }
}

function countReplaced(text: string): number {
  let count = 0
  for (let at = text.indexOf('\ufffd'); at >= 0; at = text.indexOf('\ufffd', at + 1)) count++
  return count
}
