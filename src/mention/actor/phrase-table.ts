/**
 * Longest match of listed phrases against tokens. Phrases and tokens are cut into the same *units*: lower-cased words
 * without hyphens, with the possessive 's apart, so that it does not matter whether a tokeniser splits "vice-president".
 */

/** Phrases longer than this are not names of anything. */
const MAX_PHRASE_UNITS = 14

interface Node<T> {
  next: Map<string, Node<T>> | null
  items: T[] | null
}

/** Lower case, straight apostrophes, no combining marks on Latin letters ("Élysée" = "elysee"). Other scripts keep theirs. */
export function foldWord(word: string): string {
  let plain = true
  for (let i = 0; i < word.length; i++) {
    const code = word.charCodeAt(i)
    if (code > 127) {
      plain = false
      break
    }
  }
  const lower = word.toLowerCase()
  if (plain) return lower
  return lower
    .replace(/[’‘ʼʻ`´]/gu, "'")
    .replace(/[‐‑‒]/gu, '-')
    .replace(/\p{Script=Latin}\p{M}*/gu, foldLetter)
}

const PLAIN_LETTERS: Readonly<Record<string, string>> = {
  ı: 'i',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ə: 'a',
  þ: 'th',
  ð: 'd',
}

function foldLetter(letter: string): string {
  if (letter.length === 1 && letter.charCodeAt(0) < 128) return letter
  return PLAIN_LETTERS[letter] ?? letter.normalize('NFD').replace(/\p{M}/gu, '')
}

/** The units of one word, given folded: "shi'ite" → itself, "stone-throwers" → 2, "teachers'" → "teachers", "'". */
export function unitsOfWord(folded: string): string[] {
  if (folded.length === 1 && folded === '-') return []
  if (!folded.includes('-') && !folded.includes("'")) return [folded]
  const units: string[] = []
  for (const part of folded.split('-')) {
    if (part === '') continue
    if (part.length > 2 && part.endsWith("'s")) units.push(part.slice(0, -2), "'s")
    else if (part.length > 1 && part.endsWith("'")) units.push(part.slice(0, -1), "'")
    else units.push(part)
  }
  return units
}

/** The units of a phrase of several words. */
export function unitsOfPhrase(phrase: string): string[] {
  const units: string[] = []
  for (const word of foldWord(phrase).split(/\s+/u)) if (word !== '') units.push(...unitsOfWord(word))
  return units
}

/** Items by phrase. Several items may share one phrase. */
export class PhraseTable<T> {
  private readonly root: Map<string, Node<T>> = new Map()

  /** Adds an item; a phrase without a word, or with too many, is refused. */
  add(phrase: string, item: T): boolean {
    const units = unitsOfPhrase(phrase)
    if (units.length === 0 || units.length > MAX_PHRASE_UNITS) return false
    let level = this.root
    let node: Node<T> | undefined
    for (const unit of units) {
      if (node) level = node.next ??= new Map()
      node = level.get(unit)
      if (!node) {
        node = { next: null, items: null }
        level.set(unit, node)
      }
    }
    const last = node as Node<T>
    if (last.items) last.items.push(item)
    else last.items = [item]
    return true
  }

  /**
   * Calls `visit` for each phrase that begins at `units[from]`, shortest first, with the number of units that it covers.
   */
  match(units: readonly string[], from: number, visit: (length: number, items: readonly T[]) => void): void {
    let level: Map<string, Node<T>> | null = this.root
    for (let i = from; level !== null && i < units.length; i++) {
      const node: Node<T> | undefined = level.get(units[i] as string)
      if (!node) return
      if (node.items) visit(i - from + 1, node.items)
      level = node.next
    }
  }

  /** The items of exactly this phrase. */
  get(phrase: string): readonly T[] {
    const units = unitsOfPhrase(phrase)
    let found: readonly T[] = []
    this.match(units, 0, (length, items) => {
      if (length === units.length) found = items
    })
    return found
  }
}
