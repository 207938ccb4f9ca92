import type { QuantityQualifier } from '../mention.ts'
import { readNumber } from '../number/number-reader.ts'
import { numberWords } from '../number/number-words.ts'
import { isDash, type Piece } from '../number/piece.ts'
import { ENGLISH_COUPLES } from './en/words.ts'
import { type Bound, matchAt, type QuantityLexicon, type VagueAmount } from './lexicon.ts'

/** An amount as read from the words alone, before it is known what it counts. */
export interface Amount {
  /** First piece, its qualifier included. */
  readonly from: number
  readonly end: number
  /** First piece of the number itself. */
  readonly core: number
  readonly low: number | null
  readonly high: number | null
  readonly qualifier: Exclude<QuantityQualifier, 'money' | 'disputed'>
  /** Lowest literal reading, as the Crowd Counting Consortium exports it. */
  readonly cccLow: number | null
  /** The reading of Count Love. */
  readonly countLove: number | null
  readonly vague: VagueAmount | null
  /** The amount is one bare number of digits without group, scale or qualifier: a year, a score, a house number look the same. */
  readonly bare: boolean
  /** Digits that could be decimal or grouped ("1.200"): the grouped reading. */
  readonly grouped: number | null
  /** A currency sign stood before the number. */
  readonly currency: string | null
  readonly fraction: boolean
}

interface Core {
  readonly end: number
  readonly value: number
  readonly countLove: number
  readonly approx: boolean
  readonly scale: number
  readonly thousands: boolean
  readonly bare: boolean
  readonly grouped: number | null
  readonly digits: boolean
}

const GROWN = new Set(
  'go goes gone going went climbed climbs climbing rose risen rises rising shot pushed moved jumped'.split(' '),
)

/** Counts above this are no crowd and no sum of money: such a number is kept out (10^30 people). */
export const MAX_AMOUNT = 1e15

/** Reads the amount that starts at piece `at`: qualifier, number or vague word, range, qualifier after it. Null if none starts here. */
export function readAmount(pieces: readonly Piece[], at: number, lexicon: QuantityLexicon): Amount | null {
  let i = at
  let bound: Bound | null = null
  // Qualifiers may be stacked: "at least some 300". The first that bounds wins over a mere "about".
  for (let n = 0; n < 3; n++) {
    const read = matchAt(pieces, i, lexicon.before)
    if (!read) break
    // "gone up to 231", "risen to over 40": a verb of growth makes "up to" no bound.
    const grown = read.value === 'at_most' && pieces[i]?.lower === 'up' && GROWN.has(pieces[i - 1]?.lower ?? '')
    if (!grown && (bound === null || bound === 'approx')) bound = read.value
    i = read.end
    if (grown) at = i
  }
  const unbound = i
  const currency = currencyBefore(pieces, i, lexicon)
  if (currency) i = currency.end
  if (currency && !bound) {
    const read = matchAt(pieces, i, lexicon.before)
    if (read) {
      bound = read.value
      i = read.end
    }
  }
  if (i > at && (!pieces[i] || pieces[i]?.gap === 'paragraph')) return null
  const vague = matchAt(pieces, i, lexicon.vague)
  const couple = lexicon.language === 'en' ? matchAt(pieces, i, ENGLISH_COUPLES) : null
  // "более тысячи", "около сотни": after a qualifier the word is a number.
  const number = vague && bound !== null && vague.end === i + 1 && coreAt(pieces, i, lexicon)?.end === vague.end
  if (vague && !number && (!couple || vague.end > couple.end))
    return vagueAmountAt(pieces, at, i, vague, bound, lexicon, currency?.unit ?? null)
  const low = coreAt(pieces, i, lexicon)
  if (!low) return null
  const range =
    bound === 'at_least' || bound === 'at_most' || bound === 'below'
      ? null
      : rangeAt(pieces, low, lexicon, bound === 'between')
  if (bound === 'between' && !range) {
    // "from 300 people" counts nothing by itself; "from" stays outside.
    bound = null
    at = unbound
  }
  const end = range?.end ?? low.end
  const after = matchAfter(pieces, end, lexicon)
  if (after && (bound === null || bound === 'approx')) bound = after.value
  const bare = low.bare && bound === null && !range && !currency && !after
  const base = {
    from: at,
    end: after?.end ?? end,
    core: i,
    vague: null,
    bare,
    grouped: range ? null : low.grouped,
    currency: currency?.unit ?? null,
    fraction: !Number.isInteger(low.value),
  }
  if (low.value > MAX_AMOUNT || (range && range.high > MAX_AMOUNT)) return null
  if (range && bound !== 'at_least' && bound !== 'at_most')
    return { ...base, low: range.low, high: range.high, qualifier: 'range', cccLow: range.low, countLove: range.low }
  const n = range ? range.low : low.value
  const love = low.countLove
  if (bound === 'at_least') return { ...base, low: n, high: null, qualifier: 'at_least', cccLow: n, countLove: love }
  if (bound === 'at_most') return { ...base, low: null, high: n, qualifier: 'at_most', cccLow: n, countLove: love }
  const qualifier = bound === 'below' ? 'below' : bound === 'approx' || low.approx ? 'approx' : 'exact'
  return { ...base, low: n, high: n, qualifier, cccLow: n, countLove: love }
}

function vagueAmountAt(
  pieces: readonly Piece[],
  at: number,
  core: number,
  read: { value: VagueAmount; end: number },
  bound: Bound | null,
  lexicon: QuantityLexicon,
  currency: string | null,
): Amount {
  const { value } = read
  let { low, high } = value
  let { end } = read
  let qualifier: Amount['qualifier'] = 'vague'
  // "hundreds or even thousands", "hundreds, if not thousands"
  let next = end
  while (/^(?:,|or|even|if|not|perhaps|possibly|to|maybe|или|даже)$/u.test(pieces[next]?.lower ?? '') && next - end < 5)
    next++
  const more = next > end && pieces[next - 1]?.lower !== ',' ? matchAt(pieces, next, lexicon.vague) : null
  if (
    more &&
    !more.value.small &&
    !more.value.people &&
    more.value.high !== null &&
    high !== null &&
    more.value.high > high
  ) {
    high = more.value.high
    end = more.end
  }
  if (bound === 'at_least') {
    high = null
    qualifier = 'at_least'
  } else if (bound === 'at_most') {
    low = null
    qualifier = 'at_most'
  }
  return {
    from: bound === 'between' ? core : at,
    end,
    core,
    low,
    high,
    qualifier,
    cccLow: bound === 'at_most' ? high : value.ccc,
    countLove: bound === 'at_most' ? high : value.countLove,
    vague: value,
    bare: false,
    grouped: null,
    currency,
    fraction: false,
  }
}

function coreAt(pieces: readonly Piece[], at: number, lexicon: QuantityLexicon): Core | null {
  if (lexicon.language === 'en') {
    const couple = matchAt(pieces, at, ENGLISH_COUPLES)
    if (couple) {
      const { value, countLove, approximate } = couple.value
      return {
        end: couple.end,
        value,
        countLove,
        approx: approximate,
        scale: 1,
        thousands: false,
        bare: false,
        grouped: null,
        digits: false,
      }
    }
  }
  const number = readNumber(pieces, at, numberWords(lexicon.language))
  if (!number) return null
  const { value, end, scale, thousands, grouped, form } = number
  return {
    end,
    value,
    // Count Love counts a dozen as ten.
    countLove: scale === 12 && value === 12 ? 10 : value,
    approx: false,
    scale,
    thousands,
    bare: form === 'digits' && !thousands,
    grouped,
    digits: form === 'digits',
  }
}

/** The upper end of a range after `low`, with the scale of the upper end reaching back: "10-15,000", "two or three hundred". */
function rangeAt(
  pieces: readonly Piece[],
  low: Core,
  lexicon: QuantityLexicon,
  between: boolean,
): { low: number; high: number; end: number } | null {
  let i = low.end
  const joint = pieces[i]
  if (!joint || joint.gap === 'paragraph') return null
  if (isDash(joint)) i++
  else if (lexicon.joints.has(joint.lower)) {
    // "300 and 400" is a range only after "between"; "or" joins neighbours ("two or three hundred").
    const and = joint.lower === 'and' || joint.lower === 'и' || joint.lower === 'мен' || joint.lower === '和'
    if (and && !between) return null
    i++
  } else return null
  if (isDash(pieces[i])) i++
  const skipped = matchAt(pieces, i, lexicon.before)
  if (skipped && (skipped.value === 'approx' || skipped.value === 'at_most')) i = skipped.end
  const sign = matchAt(pieces, i, lexicon.currencies)
  if (sign && pieces[i]?.kind === 'sign') i = sign.end
  if (!pieces[i] || pieces[i]?.gap === 'paragraph') return null
  const high = coreAt(pieces, i, lexicon)
  if (!high) return null
  let lowest = low.value
  if (low.scale === 1 && !low.thousands) {
    if (high.scale > 1 && lowest * high.scale <= high.value && lowest < high.value / high.scale) lowest *= high.scale
    else if (high.scale === 1 && high.thousands && lowest < 1000 && lowest * 1000 < high.value) lowest *= 1000
  }
  if (joint.lower === 'or' && high.value > lowest * 3) return null
  return lowest < high.value ? { low: lowest, high: high.value, end: high.end } : null
}

function matchAfter(
  pieces: readonly Piece[],
  at: number,
  lexicon: QuantityLexicon,
): { value: Bound; end: number } | null {
  const start = isDash(pieces[at]) && pieces[at]?.gap === 'none' && pieces[at + 1]?.gap === 'none' ? at + 1 : at
  const piece = pieces[start]
  if (!piece || piece.gap === 'paragraph') return null
  const read = matchAt(pieces, start, lexicon.after)
  if (!read) return null
  if (piece.lower === 'at' && start === at && lexicon.language === 'en') {
    // "300 at least" closes; "300 at most places" does not.
    const next = pieces[read.end]
    if (next && next.kind !== 'sign') return null
  }
  if (piece.lower === 'plus' && start === at && piece.gap !== 'none') return null
  if ((piece.lower === 'odd' || piece.lower === '+') && start === at && piece.gap !== 'none') return null
  return read
}

/** "$", "US$", "Rs." before a number. Letters need their stop or a number right after. */
function currencyBefore(
  pieces: readonly Piece[],
  at: number,
  lexicon: QuantityLexicon,
): { unit: string; end: number } | null {
  const first = pieces[at]
  if (!first) return null
  let i = at
  let prefix = ''
  if (
    first.kind === 'word' &&
    /^(?:us|c|a|hk|nz|s|au|ca)$/u.test(first.lower) &&
    first.capital &&
    pieces[at + 1]?.form === '$' &&
    pieces[at + 1]?.gap === 'none'
  ) {
    prefix = first.lower
    i = at + 1
  }
  const piece = pieces[i] as Piece
  if (piece.kind === 'word' && !/^(?:rs|usd|eur|kzt|rub|inr|gbp|rmb)$/u.test(piece.lower)) return null
  if (piece.kind !== 'sign' && piece.kind !== 'word') return null
  const read = matchAt(pieces, i, lexicon.currencies)
  if (!read) return null
  let { end } = read
  if (piece.kind === 'word' && pieces[end]?.form === '.' && pieces[end]?.gap === 'none') end++
  if (
    pieces[end]?.kind !== 'digits' &&
    !(
      pieces[end] &&
      (matchAt(pieces, end, lexicon.vague) || matchAt(pieces, end, lexicon.before) || coreAt(pieces, end, lexicon))
    )
  )
    return null
  const dollars: Readonly<Record<string, string>> = {
    c: 'CAD',
    ca: 'CAD',
    a: 'AUD',
    au: 'AUD',
    hk: 'HKD',
    nz: 'NZD',
    s: 'SGD',
    us: 'USD',
  }
  return { unit: (prefix && dollars[prefix]) || read.value, end }
}
