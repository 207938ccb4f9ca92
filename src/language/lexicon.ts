import { exactHash, foldedHash } from './hash.ts'

/** A word seen this often with one class only always has it. */
const FIXED_COUNT = 20
/** A word seen this often has only the classes that it was seen with. */
const CLOSED_COUNT = 8
/** Words seen this often have an ambiguity class … */
const AMBIGUITY_COUNT = 3
/** … of the classes that have at least this share of its uses. */
const AMBIGUITY_SHARE = 0.02
/** Words seen this often are words of their own to the parser. */
const KNOWN_COUNT = 2
/** Classes are open if this many different words … */
const OPEN_WORDS = 3
/** … that were seen at most this often carry them. */
const OPEN_FREQUENCY = 3

/** What one word may be. */
export interface LexiconEntry {
  readonly key: number
  /** Classes, most frequent first. */
  readonly classes: Uint16Array
  readonly flags: number
}

/** Entry flags: what its class list is good for. */
export const FLAG = { closed: 1, fixed: 2, ambiguity: 4, known: 8, exact: 16 } as const

/** The classes of words: which are possible, which are certain. Made from tagged text, kept in the model. */
export class Lexicon {
  readonly entries: readonly LexiconEntry[]
  readonly open: Uint16Array
  private readonly exact = new Map<number, LexiconEntry>()
  private readonly folded = new Map<number, LexiconEntry>()

  constructor(entries: readonly LexiconEntry[], open: Uint16Array) {
    this.entries = entries
    this.open = open
    for (const entry of entries) (entry.flags & FLAG.exact ? this.exact : this.folded).set(entry.key, entry)
  }

  /** Whether a folded word was seen twice. */
  isKnown(folded: number): boolean {
    return ((this.folded.get(folded)?.flags ?? 0) & FLAG.known) !== 0
  }

  /** Hash of the classes that a folded word mostly has, 0 if it is rare. */
  ambiguityOf(folded: number): number {
    const entry = this.folded.get(folded)
    if (!entry || (entry.flags & FLAG.ambiguity) === 0) return 0
    let bits = 0x1234567
    for (const cls of [...entry.classes].sort((a, b) => a - b)) bits = Math.imul(bits ^ (cls + 1), 0x01000193)
    return bits
  }

  /** Classes that the tagger may choose from: of the word as it stands, else folded; null if the word is rare. */
  allowedOf(exact: number, folded: number): Uint16Array | null {
    const entry = this.exact.get(exact)
    if (entry && entry.flags & FLAG.closed) return entry.classes
    const lower = this.folded.get(folded)
    return lower && lower.flags & FLAG.closed ? lower.classes : null
  }

  /** The one class of a frequent word, or -1. */
  fixedOf(exact: number): number {
    const entry = this.exact.get(exact)
    return entry && entry.flags & FLAG.fixed ? (entry.classes[0] as number) : -1
  }
}

/** Counts words and classes. */
export function buildLexicon(
  sentences: readonly { readonly forms: readonly string[]; readonly classes: Int32Array | readonly number[] }[],
  classCount: number,
): Lexicon {
  const exact = new Map<number, Map<number, number>>()
  const folded = new Map<number, Map<number, number>>()
  const count = (table: Map<number, Map<number, number>>, key: number, cls: number): void => {
    let row = table.get(key)
    if (!row) table.set(key, (row = new Map()))
    row.set(cls, (row.get(cls) ?? 0) + 1)
  }
  for (const { forms, classes } of sentences)
    forms.forEach((form, i) => {
      count(exact, exactHash(form), classes[i] as number)
      count(folded, foldedHash(form.toLowerCase()), classes[i] as number)
    })
  const openWords = new Uint32Array(classCount)
  for (const row of exact.values())
    if (sum(row) <= OPEN_FREQUENCY) for (const cls of row.keys()) openWords[cls] = (openWords[cls] as number) + 1
  const open = Uint16Array.from([...openWords.keys()].filter((cls) => (openWords[cls] as number) >= OPEN_WORDS))
  const entries: LexiconEntry[] = []
  for (const [key, row] of exact) {
    const total = sum(row)
    if (total < CLOSED_COUNT) continue
    const flags = FLAG.exact | FLAG.closed | (row.size === 1 && total >= FIXED_COUNT ? FLAG.fixed : 0)
    entries.push({ key, classes: ranked(row, 0), flags })
  }
  for (const [key, row] of folded) {
    const total = sum(row)
    if (total < KNOWN_COUNT) continue
    // A closed list must hold every class seen, an ambiguity class only the usual ones: two entries would cost more
    // than the few rare classes that a closed folded list loses.
    const flags =
      FLAG.known | (total >= AMBIGUITY_COUNT ? FLAG.ambiguity : 0) | (total >= CLOSED_COUNT ? FLAG.closed : 0)
    entries.push({ key, classes: total >= AMBIGUITY_COUNT ? ranked(row, total * AMBIGUITY_SHARE) : EMPTY, flags })
  }
  entries.sort((a, b) => (a.key >>> 0) - (b.key >>> 0) || a.flags - b.flags)
  return new Lexicon(entries, open)
}

const EMPTY = new Uint16Array(0)

function sum(row: ReadonlyMap<number, number>): number {
  let total = 0
  for (const n of row.values()) total += n
  return total
}

function ranked(row: ReadonlyMap<number, number>, least: number): Uint16Array {
  const list = [...row].filter(([, n]) => n >= least).sort((a, b) => b[1] - a[1] || a[0] - b[0])
  return Uint16Array.from(list, ([cls]) => cls)
}
