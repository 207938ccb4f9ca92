import { isDash, type Piece } from '../number/piece.ts'
import type { Amount } from './amount.ts'
import { claimantOf } from './claimant.ts'
import type { Counted } from './kind.ts'
import type { QuantityLexicon } from './lexicon.ts'
import type { Passage } from './passage.ts'

/** What was counted before, and the piece after it. */
export interface CountedBefore {
  readonly counted: Counted
  readonly end: number
}

/** "killing 13 people and three soldiers": the second count takes the fate of the first where it has none of its own. */
export function inheritFate(passage: Passage, counted: Counted, amount: Amount, before: CountedBefore): Counted {
  if (counted.kind !== 'people' || before.counted.unit !== 'people' || before.counted.kind === 'people') return counted
  for (let i = before.end; i < amount.from; i++)
    if (!/^(?:,|and|including|и|және)$/u.test(passage.lower(i))) return counted
  const near = amount.from > before.end && amount.from - before.end < 3
  return near ? { ...counted, kind: before.counted.kind } : counted
}

/** A number without a noun that rivals or parts the count before it: "organisers said 10,000", "1,000 according to …", "including 100 in …". */
export function rivalCount(
  passage: Passage,
  text: string,
  amount: Amount,
  lexicon: QuantityLexicon,
  before: Counted,
): Counted | null {
  if (before.unit !== 'people' || amount.fraction || amount.currency) return null
  const same: Counted = { kind: before.kind, end: amount.end, unit: 'people' }
  const next = passage.pieces[amount.end]
  const ends = next === undefined || next.gap === 'paragraph' || endsPhrase(next)
  if (passage.lower(amount.from - 1) === 'including' && !amount.vague?.small)
    return ends || /^(?:in|by|during|at|on|near|from|of|who|after|when)$/u.test(next.lower) ? same : null
  if (!ends && !/^(?:and|while|but|people|according)$/u.test(next.lower)) return null
  if (isClaimed(passage, amount, lexicon)) return same
  const said = next?.lower === 'according' || next?.form === ','
  return said && claimantOf(passage, text, amount.from, amount.end, lexicon) !== null ? same : null
}

/** Whether a claimant or a verb of claiming stands right before: "police said 50", "put the number at 5,000", "organisers 300". */
export function isClaimed(passage: Passage, amount: Amount, lexicon: QuantityLexicon): boolean {
  const first = passage.sentenceStart(amount.from)
  let i = amount.from - 1
  while (
    i >= first &&
    amount.from - i < 5 &&
    /^(?:at|it|:|that|the|a|figure|number|total|turnout|crowd|as)$/u.test(passage.lower(i))
  )
    i--
  if (i < first) return false
  if (lexicon.claimants.has(passage.lower(i))) return amount.from - i < 3
  if (!lexicon.claims.has(passage.lower(i))) return false
  for (let j = i - 1; j >= Math.max(first, i - 3); j--) if (lexicon.claimants.has(passage.lower(j))) return true
  return false
}

/** A sign that ends the phrase of a number: "12-kilogram" goes on, "12 - police" does not. */
function endsPhrase(piece: Piece): boolean {
  return piece.kind === 'sign' && !(isDash(piece) && piece.gap === 'none')
}

/** Two numbers of one sentence, each with its claimant and neither with a noun, count the people at issue. */
export function claimedPairs(
  passage: Passage,
  amounts: readonly Amount[],
  lexicon: QuantityLexicon,
): ReadonlySet<Amount> {
  const pairs = new Set<Amount>()
  let last: Amount | null = null
  for (const amount of amounts) {
    const next = passage.pieces[amount.end]
    const ends =
      next === undefined || next.gap === 'paragraph' || next.kind === 'sign' || /^(?:and|while|but)$/u.test(next.lower)
    if (!ends || amount.fraction || amount.currency || !isClaimed(passage, amount, lexicon)) continue
    if (last && passage.sentenceStart(last.core) === passage.sentenceStart(amount.core)) pairs.add(last).add(amount)
    last = amount
  }
  return pairs
}
