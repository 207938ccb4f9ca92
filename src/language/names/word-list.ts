import { foldedHash, key2 } from '../hash.ts'

/** What the lists inside a model know of a word or phrase, as bits of one byte. */
export const LIST = {
  given: 1,
  surname: 2,
  /** A town of some size. */
  town: 4,
  /** A state or first-order area. */
  area: 8,
  /** A word that organisations end or begin with ("University", "Ltd"). */
  organisation: 16,
  /** A listed organisation, party, paper or armed group. */
  body: 32,
  /** Nationality or people. */
  people: 64,
  /** An ordinary word: seen in small letters outside names. */
  common: 128,
} as const

/** Bits of phrases, which may hold several tokens. The others are looked up token by token. */
const PHRASE_BITS = LIST.town | LIST.area | LIST.body
/** Tokens that a place's name may have. */
const MAX_PHRASE = 4
/** Template number of phrase hashes, apart from those of features. */
const PHRASE = 0x7f

/** Lists of words and phrases by the hashes of their tokens, as one sorted table. */
export class WordLists {
  /** Ascending unsigned keys with their bits. A key with no bits is only the beginning of a longer phrase. */
  readonly keys: Uint32Array
  readonly bits: Uint8Array
  private readonly slots: Int32Array
  private readonly mask: number

  constructor(entries: ReadonlyMap<number, number>) {
    const sorted = [...entries].sort((a, b) => a[0] - b[0])
    this.keys = Uint32Array.from(sorted, (entry) => entry[0])
    this.bits = Uint8Array.from(sorted, (entry) => entry[1])
    let size = 16
    while (size < this.keys.length * 2) size *= 2
    this.mask = size - 1
    this.slots = new Int32Array(size)
    for (let i = 0; i < this.keys.length; i++) {
      let slot = this.slotOf(this.keys[i] as number)
      while (this.slots[slot] !== 0) slot = (slot + 1) & this.mask
      this.slots[slot] = i + 1
    }
  }

  private slotOf(key: number): number {
    return (key ^ (key >>> 15)) & this.mask
  }

  /** Bits of a key, or -1 where it is in no list and begins nothing. */
  lookup(key: number): number {
    const wanted = key >>> 0
    let slot = this.slotOf(wanted)
    while (true) {
      const at = this.slots[slot] as number
      if (at === 0) return -1
      if (this.keys[at - 1] === wanted) return this.bits[at - 1] as number
      slot = (slot + 1) & this.mask
    }
  }

  /**
   * Writes what the lists know of each token: bits of single words, and on all tokens of the longest match those of a
   * place or body. `inside[i]` is 1 where a token continues a phrase begun before it.
   */
  mark(hashes: Int32Array, count: number, marks: Uint8Array, inside: Uint8Array): void {
    inside.fill(0, 0, count)
    for (let i = 0; i < count; i++) {
      const own = this.lookup(hashes[i] as number)
      marks[i] = own < 0 ? 0 : own & ~PHRASE_BITS
    }
    for (let i = 0; i < count; ) {
      let key = hashes[i] as number
      let found = this.lookup(key)
      let length = 0
      let bits = 0
      for (let used = 1; found >= 0; used++) {
        if ((found & PHRASE_BITS) !== 0) {
          length = used
          bits = found & PHRASE_BITS
        }
        if (used === MAX_PHRASE || i + used >= count) break
        key = chain(key, hashes[i + used] as number)
        found = this.lookup(key)
      }
      for (let j = 0; j < length; j++) {
        marks[i + j] = (marks[i + j] as number) | bits
        if (j > 0) inside[i + j] = 1
      }
      i += Math.max(1, length)
    }
  }
}

/** Hash of a phrase from that of its beginning and the next token. */
function chain(key: number, next: number): number {
  return key2(PHRASE, key, next)
}

/** Gathers lists. Phrases are given as folded tokens, cut as the tokeniser cuts them. */
export class WordListBuilder {
  private readonly entries = new Map<number, number>()

  add(tokens: readonly string[], bit: number): void {
    if (tokens.length === 0 || tokens.length > MAX_PHRASE) return
    let key = foldedHash(tokens[0] as string)
    for (let i = 1; i < tokens.length; i++) {
      const begun = key >>> 0
      if (!this.entries.has(begun)) this.entries.set(begun, 0)
      key = chain(key, foldedHash(tokens[i] as string))
    }
    const last = key >>> 0
    this.entries.set(last, (this.entries.get(last) ?? 0) | bit)
  }

  build(): WordLists {
    return new WordLists(this.entries)
  }
}
