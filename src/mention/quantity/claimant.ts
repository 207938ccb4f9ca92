import type { QuantityMention } from '../mention.ts'
import { matchAt, type QuantityLexicon } from './lexicon.ts'
import type { Passage } from './passage.ts'

/** Pieces between a number and the one who vouches for it. */
const CLAIM_WINDOW = 14
/** Pieces between a claimant without a verb ("organisers 300") and the verb of the one before. */
const VERB_WINDOW = 60
/** Words of a claimant's name. */
const NAME_WORDS = 6

/** Who vouches for the number between `from` and `end`: "police said 50", "organisers 300", "…, according to the ministry". */
export function claimantOf(
  passage: Passage,
  text: string,
  from: number,
  end: number,
  lexicon: QuantityLexicon,
): QuantityMention['claimant'] {
  const after = claimAfter(passage, end, lexicon)
  const before = claimBefore(passage, from, lexicon)
  // The nearer one vouches; what is said right after the number is nearer than a verb far before it.
  const found = after && (!before || after.distance < before.distance) ? after : before
  if (!found) return null
  const first = passage.pieces[found.from]
  const last = passage.pieces[found.end - 1]
  if (!first || !last) return null
  const quote = text.slice(first.start, last.end)
  return { name: quote.replace(/^(?:the|a|an)\s+/iu, ''), quote, start: first.start, end: last.end }
}

interface Found {
  readonly from: number
  readonly end: number
  readonly distance: number
}

function claimBefore(passage: Passage, from: number, lexicon: QuantityLexicon): Found | null {
  const first = Math.max(passage.sentenceStart(from), from - CLAIM_WINDOW)
  // "organisers 300": the claimant stands right before the number, a verb of claiming earlier in the sentence.
  const direct = passage.lower(from - 1) === 'at' || passage.lower(from - 1) === ':' ? from - 2 : from - 1
  if (direct >= first && lexicon.claimants.has(passage.lower(direct))) {
    const floor = Math.max(passage.sentenceStart(from), direct - VERB_WINDOW)
    for (let i = direct - 1; i >= floor; i--)
      if (lexicon.claims.has(passage.lower(i))) return { ...nameEndingAt(passage, direct, lexicon), distance: 1 }
  }
  for (let i = from - 1; i >= first; i--) {
    const word = passage.lower(i)
    if (word === ';') return null
    const toldBy = matchAt(passage.pieces, i, lexicon.accordingTo)
    if (toldBy) {
      const name = nameStartingAt(passage, toldBy.end, from, lexicon)
      if (name) return { ...name, distance: from - i }
    }
    if (!lexicon.claims.has(word)) continue
    for (let j = i - 1; j >= Math.max(passage.sentenceStart(from), i - 4); j--) {
      if (/^[;,:.]$/u.test(passage.lower(j))) break
      if (lexicon.claimants.has(passage.lower(j))) return { ...nameEndingAt(passage, j, lexicon), distance: from - i }
    }
  }
  return null
}

function claimAfter(passage: Passage, end: number, lexicon: QuantityLexicon): Found | null {
  const last = Math.min(passage.sentenceEnd(Math.max(0, end - 1)), end + CLAIM_WINDOW)
  for (let i = end; i < last; i++) {
    const word = passage.lower(i)
    if (word === ';' || /^(?:while|but|whereas)$/u.test(word) || passage.pieces[i]?.kind === 'digits') return null
    const toldBy = matchAt(passage.pieces, i, lexicon.accordingTo)
    if (toldBy) {
      const name = nameStartingAt(passage, toldBy.end, last, lexicon)
      return name ? { ...name, distance: i - end } : null
    }
    if (!lexicon.claims.has(word)) continue
    const before = i - 1
    if (
      lexicon.claimants.has(passage.lower(before)) &&
      /^(?:,|said)$/u.test(passage.lower(nameEndingAt(passage, before, lexicon).from - 1))
    )
      return { ...nameEndingAt(passage, before, lexicon), distance: i - end }
    if (passage.lower(before) === ',') {
      const name = nameStartingAt(passage, i + 1, last, lexicon)
      if (name) return { ...name, distance: i - end }
    }
  }
  return null
}

/** The name that ends with the claimant's noun at `at`: its capitalised words, adjectives and article. */
function nameEndingAt(passage: Passage, at: number, lexicon: QuantityLexicon): { from: number; end: number } {
  let from = at
  while (from > passage.sentenceStart(at) && at - from < NAME_WORDS) {
    const piece = passage.pieces[from - 1]
    if (piece?.kind !== 'word' || passage.pieces[from]?.gap !== 'blank') break
    const fits =
      piece.capital ||
      lexicon.claimants.has(piece.lower) ||
      /^(?:the|local|regional|state|interior|health|city|security|senior|government|protest|rally|event|union|hospital|defence|defense|foreign|military|independent)$/u.test(
        piece.lower,
      )
    if (!fits) break
    from--
  }
  return { from, end: at + 1 }
}

/** The name that starts at `at` and reaches a claimant's noun, or is a row of capitalised words. */
function nameStartingAt(
  passage: Passage,
  at: number,
  limit: number,
  lexicon: QuantityLexicon,
): { from: number; end: number } | null {
  let end = -1
  for (let i = at; i < Math.min(limit, at + NAME_WORDS); i++) {
    const piece = passage.pieces[i]
    if (piece?.kind !== 'word') break
    if (lexicon.claimants.has(piece.lower)) end = i + 1
    else if (piece.capital && !shouted(piece.form)) end = i + 1
    else if (
      !/^(?:the|a|an|local|regional|state|interior|health|city|senior|of|and|independent|police|security)$/u.test(
        piece.lower,
      )
    )
      break
  }
  return end > at ? { from: at, end } : null
}

/** A long word all in capitals: a text in capitals has no names to be told by them. */
function shouted(form: string): boolean {
  return form.length > 5 && form === form.toUpperCase()
}
