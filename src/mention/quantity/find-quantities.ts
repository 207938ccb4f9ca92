import { bySpan } from '../../base/span.ts'
import type { MentionInput } from '../input.ts'
import type { QuantityMention, TimeMention } from '../mention.ts'
import { piecesOf } from '../number/piece.ts'
import { tableLanguage } from '../number/text-language.ts'
import { findTimes } from '../time/find-times.ts'
import { type Amount, readAmount } from './amount.ts'
import { claimantOf } from './claimant.ts'
import { type Counted, countedBy } from './kind.ts'
import { quantityLexicon } from './languages.ts'
import type { QuantityLexicon } from './lexicon.ts'
import { lonePersonAt } from './lone-person.ts'
import { Passage } from './passage.ts'
import { type CountedBefore, claimedPairs, inheritFate, rivalCount } from './rival.ts'

/** Quantities kept of one text. */
export const MAX_QUANTITIES = 20_000

/** A quantity with the two readings that other projects export. */
export interface ReadQuantity extends QuantityMention {
  /** Lowest literal reading, as the Crowd Counting Consortium codes sizes. */
  readonly cccLow: number | null
  /** The reading of Count Love. */
  readonly countLove: number | null
}

/**
 * Finds the counts of people (present, killed, injured, arrested), sums of money, percentages and counted things of a
 * text. Numbers that are part of a date or a length of time are left to `findTimes`; its result can be handed in.
 *
 * "Police said 50 people came, organisers 300." gives 50 (claimant "Police") and 300 (claimant "organisers").
 */
export function findQuantities(input: MentionInput, times?: readonly TimeMention[]): QuantityMention[] {
  return readAll(input, times ?? findTimes(input)).map(({ cccLow: _ccc, countLove: _love, ...mention }) => mention)
}

/** As `findQuantities`, with the export readings. */
export function readAll(input: MentionInput, times: readonly TimeMention[]): ReadQuantity[] {
  const { text, analysis } = input
  const lexicon = quantityLexicon(tableLanguage(analysis.language, text))
  const pieces = piecesOf(text)
  const amounts = amountsOf(pieces, lexicon, times)
  const passage = new Passage(pieces, analysis)
  const pairs = claimedPairs(passage, amounts, lexicon)
  const found: ReadQuantity[] = []
  let before: CountedBefore | null = null
  for (let k = 0; k < amounts.length; k++) {
    const amount = amounts[k] as Amount
    const previous: number = amounts[k - 1]?.end ?? 0
    const next = amounts[k + 1]?.from ?? pieces.length
    let counted = countedBy(passage, amount, lexicon, previous, next)
    if (counted && before) counted = inheritFate(passage, counted, amount, before)
    if (!counted && before) counted = rivalCount(passage, text, amount, lexicon, before.counted)
    if (!counted && pairs.has(amount)) counted = { kind: 'people', end: amount.end, unit: 'people' }
    if (!counted) continue
    before = { counted, end: counted.end }
    const mention = mentionOf(passage, text, amount, counted, lexicon)
    if (mention) found.push(mention)
    if (found.length >= MAX_QUANTITIES) break
  }
  return lexicon.language === 'en' ? [...found, ...lonePersons(passage, text, amounts, lexicon)].sort(bySpan) : found
}

function mentionOf(
  passage: Passage,
  text: string,
  amount: Amount,
  counted: Counted,
  lexicon: QuantityLexicon,
): ReadQuantity | null {
  const people = counted.unit === 'people'
  // "1.200 people": people come in whole numbers, so the dot groups.
  const grouped = people && amount.grouped !== null ? amount.grouped : null
  if (people && amount.fraction && grouped === null) return null
  const first = counted.from ?? amount.from
  const start = passage.pieces[first]?.start as number
  const end = passage.pieces[counted.end - 1]?.end as number
  const money = counted.kind === 'money'
  return {
    quote: text.slice(start, end),
    start,
    end,
    kind: counted.kind,
    low: grouped !== null && amount.low !== null ? grouped : amount.low,
    high: grouped !== null && amount.high !== null ? grouped : amount.high,
    qualifier: money ? 'money' : amount.qualifier,
    unit: counted.unit,
    claimant: people ? claimantOf(passage, text, first, counted.end, lexicon) : null,
    cccLow: money ? null : (grouped ?? amount.cccLow),
    countLove: money ? null : (grouped ?? amount.countLove),
  }
}

/** "a man was killed": single persons, where the words say what befell them; between the other counts. */
function lonePersons(
  passage: Passage,
  text: string,
  amounts: readonly Amount[],
  lexicon: QuantityLexicon,
): ReadQuantity[] {
  const found: ReadQuantity[] = []
  let k = 0
  for (let at = 0; at < passage.pieces.length; at++) {
    while (k < amounts.length && (amounts[k] as Amount).end <= at) k++
    if (k < amounts.length && (amounts[k] as Amount).from <= at) continue
    const amount = lonePersonAt(passage, at)
    if (!amount) continue
    const counted = countedBy(
      passage,
      amount,
      lexicon,
      amounts[k - 1]?.end ?? 0,
      amounts[k]?.from ?? passage.pieces.length,
    )
    if (!counted || counted.kind === 'people' || counted.unit !== 'people') continue
    const mention = mentionOf(passage, text, amount, counted, lexicon)
    if (mention) found.push(mention)
  }
  return found
}

function amountsOf(
  pieces: ReturnType<typeof piecesOf>,
  lexicon: QuantityLexicon,
  times: readonly TimeMention[],
): Amount[] {
  const amounts: Amount[] = []
  let time = 0
  let at = 0
  while (at < pieces.length && amounts.length < MAX_QUANTITIES) {
    const piece = pieces[at] as { start: number; end: number; kind: string; gap: string }
    while (time < times.length && (times[time]?.end as number) <= piece.start) time++
    if (time < times.length && (times[time]?.start as number) <= piece.start) {
      at++
      continue
    }
    const amount = starts(pieces, at, lexicon) ? readAmount(pieces, at, lexicon) : null
    if (!amount || insideWord(pieces, amount)) {
      at = amount ? amount.end : at + 1
      continue
    }
    const end = pieces[amount.end - 1]?.end as number
    const next = times[time]
    // A length or date that begins inside the amount owns its number: "more than two weeks".
    if (next && next.start < end && next.type !== 'SET') {
      at++
      continue
    }
    amounts.push(amount)
    at = amount.end
  }
  return amounts
}

function starts(pieces: ReturnType<typeof piecesOf>, at: number, lexicon: QuantityLexicon): boolean {
  const piece = pieces[at]
  if (!piece) return false
  if (piece.kind === 'digits' || piece.kind === 'han') return true
  if (lexicon.before.has(piece.lower) || lexicon.vague.has(piece.lower) || lexicon.currencies.has(piece.lower))
    return true
  return piece.kind === 'word'
}

/** Digits that are part of a name, a code, an ordinal or a telephone number: "F-16", "A320", "19th", "619-3946", "3-2". */
function insideWord(pieces: ReturnType<typeof piecesOf>, amount: Amount): boolean {
  const core = pieces[amount.core]
  if (core?.kind !== 'digits') return false
  const before = pieces[amount.core - 1]
  const after = pieces[amount.end]
  if (
    amount.core === amount.from &&
    before &&
    core.gap === 'none' &&
    (before.kind === 'word' || before.kind === 'digits')
  )
    return true
  if (
    amount.core === amount.from &&
    before &&
    core.gap === 'none' &&
    /^[-/.:#\u2116@_]$/u.test(before.form) &&
    before.gap === 'none' &&
    amount.core > 1
  )
    return true
  // "Kim Hacker, 43, of McKee", "Pirumiya (75)": an age.
  if (amount.bare && (amount.low ?? 0) < 120 && before && /^[,(]$/u.test(before.form)) {
    const name = pieces[amount.core - 2]
    const closes = after?.form === (before.form === '(' ? ')' : ',') || (before.form === ',' && after?.form === '.')
    if (closes && name?.kind === 'word' && (name.capital || before.form === '(')) return true
  }
  // "1 in 6,500 children": a rate.
  if (
    before?.lower === 'in' &&
    /^(?:\d+|one|two|three)$/u.test(pieces[amount.core - 2]?.lower ?? '') &&
    amount.core === amount.from
  )
    return true
  if (after && after.gap === 'none') {
    if (after.kind === 'word' && /^(?:st|nd|rd|th|s|a|am|pm|c|f|h)$/u.test(after.lower)) return true
    if (/^[/:]$/u.test(after.form) && pieces[amount.end + 1]?.kind === 'digits') return true
    if (after.form === '-' && pieces[amount.end + 1]?.kind === 'digits') return true
  }
  return false
}
