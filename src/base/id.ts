import { createHash } from 'node:crypto'

/** Id of an Article: `ar_` and 16 base32 characters. */
export type ArticleId = string & { readonly kind?: 'article' }
/** Id of an EventRecord: `er_` and 16 base32 characters. */
export type RecordId = string & { readonly kind?: 'record' }

/** Crockford's base32 in lower case: no letter that can be taken for a digit. */
const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz'
/** 80 bits, so that 10^9 ids collide with a probability below 10^-6. */
const ID_BYTES = 10

/** The sha-256 of text or bytes, as 64 lower-case hexadecimal digits. */
export function sha256(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex')
}

/**
 * An id derived from content alone: the prefix and 80 bits of the sha-256 of the parts in base32.
 * Parts are joined by a unit separator (U+001F), so that ("ab", "c") and ("a", "bc") differ.
 */
export function contentId(prefix: 'ar' | 'er' | 'ev' | 'rk' | 'dc', parts: readonly (string | number)[]): string {
  const digest = createHash('sha256').update(parts.join('\u001f')).digest()
  let bits = 0
  let held = 0
  let out = ''
  for (const byte of digest.subarray(0, ID_BYTES)) {
    held = (held << 8) | byte
    bits += 8
    while (bits >= 5) {
      bits -= 5
      out += ALPHABET[(held >>> bits) & 31]
    }
  }
  return `${prefix}_${out}`
}
