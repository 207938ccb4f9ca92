/**
 * Hashes of words and features. A feature is a template number and up to four atoms; its whole 32-bit hash is the key
 * of its weights. At 6 million rows about 0.1 % of keys are shared, which costs no accuracy that can be measured.
 */

const FNV_OFFSET = 0x811c9dc5
const FNV_PRIME = 0x01000193
const ZERO = 48

/** Hash of characters as they stand (FNV-1a over UTF-16 units with a final mix). */
export function exactHash(text: string): number {
  let h = FNV_OFFSET
  for (let i = 0; i < text.length; i++) h = Math.imul(h ^ text.charCodeAt(i), FNV_PRIME)
  return finish(h)
}

/** Hash of `folded`, a text that is lower-cased already, from `start` to `end`, with every digit taken as 0. */
export function foldedHash(folded: string, start = 0, end = folded.length): number {
  let h = FNV_OFFSET
  for (let i = start; i < end; i++) {
    const unit = folded.charCodeAt(i)
    h = Math.imul(h ^ (unit >= ZERO && unit <= 57 ? ZERO : unit), FNV_PRIME)
  }
  return finish(h)
}

function finish(h: number): number {
  h ^= h >>> 15
  h = Math.imul(h, 0x2c1b3c6d)
  return h ^ (h >>> 12)
}

/** Key of a feature of one atom. Zero is reserved for empty slots, so no key is zero. */
export function key1(template: number, a: number): number {
  let h = Math.imul(template, 0x9e3779b1) ^ a
  h = Math.imul(h ^ (h >>> 15), 0x85ebca6b)
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35)
  h ^= h >>> 16
  return h === 0 ? 1 : h
}

/** Key of a feature of two atoms. */
export function key2(template: number, a: number, b: number): number {
  let h = Math.imul(template, 0x9e3779b1) ^ a
  h = Math.imul(h ^ (h >>> 15), 0x85ebca6b) ^ b
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35)
  h ^= h >>> 16
  return h === 0 ? 1 : h
}

/** Key of a feature of three atoms. */
export function key3(template: number, a: number, b: number, c: number): number {
  let h = Math.imul(template, 0x9e3779b1) ^ a
  h = Math.imul(h ^ (h >>> 15), 0x85ebca6b) ^ b
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35) ^ c
  h = Math.imul(h ^ (h >>> 16), 0x27d4eb2f)
  h ^= h >>> 15
  return h === 0 ? 1 : h
}

/** Key of a feature of four atoms. */
export function key4(template: number, a: number, b: number, c: number, d: number): number {
  let h = Math.imul(template, 0x9e3779b1) ^ a
  h = Math.imul(h ^ (h >>> 15), 0x85ebca6b) ^ b
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35) ^ c
  h = Math.imul(h ^ (h >>> 16), 0x27d4eb2f) ^ d
  h = Math.imul(h ^ (h >>> 15), 0x2c1b3c6d)
  h ^= h >>> 15
  return h === 0 ? 1 : h
}
