import type { NumberWords } from './number-words.ts'
import { isApostrophe, isDash, type Piece } from './piece.ts'

/** A number read from pieces `start` (inclusive) to `end` (exclusive). */
export interface NumberRead {
  readonly value: number
  readonly end: number
  /** Written in digits, in words, or digits with a word of scale ("1.2 million"). */
  readonly form: 'digits' | 'words' | 'mixed'
  /** The largest scale in it (1 if none): "five hundred" has 100. A range lends it to its lower end. */
  readonly scale: number
  /** Digits as written without groups: "12.500" is 12.5 as a decimal, and 12,500 if it counts people. */
  readonly grouped: number | null
  /** Whether digits were grouped in thousands ("1,500"). */
  readonly thousands: boolean
}

/** Digits beyond this are no count of anything: the value is still finite, and the caller decides. */
const MAX_DIGITS = 40
/** Pieces that one number may take; longer rows of number words are lists. */
const MAX_PIECES = 24

/** Reads the number that starts at piece `at`, or null. "a hundred" and "half a million" count; a bare "hundred" does not. */
export function readNumber(pieces: readonly Piece[], at: number, words: NumberWords): NumberRead | null {
  const piece = pieces[at]
  if (!piece) return null
  if (piece.kind === 'digits') return readDigits(pieces, at, words)
  if (piece.kind === 'han') return readHan(pieces, at, words)
  if (piece.kind === 'word') return readWords(pieces, at, words)
  return null
}

function near(piece: Piece | undefined): piece is Piece {
  return piece !== undefined && piece.gap !== 'paragraph'
}

function glued(piece: Piece | undefined): piece is Piece {
  return piece !== undefined && piece.gap === 'none'
}

function readDigits(pieces: readonly Piece[], at: number, words: NumberWords): NumberRead | null {
  const first = pieces[at] as Piece
  if (first.lower.length > MAX_DIGITS) return null
  let digits = first.lower
  let end = at + 1
  let thousands = false
  let separator = ''
  // Groups of three after a comma, dot, apostrophe or blank; Indian groups of two are taken when three digits close them.
  for (;;) {
    const sign = pieces[end]
    const group = pieces[end + 1]
    if (digits.length > MAX_DIGITS || first.lower.length > 3 || first.lower === '0') break
    if (
      glued(sign) &&
      sign.kind === 'sign' &&
      (sign.form === ',' || isApostrophe(sign)) &&
      glued(group) &&
      group.kind === 'digits' &&
      (separator === '' || separator === sign.form) &&
      (group.lower.length === 3 || (group.lower.length === 2 && closesIndianGroup(pieces, end + 2)))
    ) {
      separator = sign.form
      digits += group.lower
      thousands = true
      end += 2
      continue
    }
    if (
      sign !== undefined &&
      sign.kind === 'digits' &&
      sign.gap === 'blank' &&
      sign.lower.length === 3 &&
      sign.start - (pieces[end - 1] as Piece).end === 1 &&
      (separator === '' || separator === ' ')
    ) {
      separator = ' '
      digits += sign.lower
      thousands = true
      end += 1
      continue
    }
    break
  }
  let value = Number(digits)
  let grouped: number | null = null
  const sign = pieces[end]
  const fraction = pieces[end + 1]
  if (glued(sign) && sign.kind === 'sign' && glued(fraction) && fraction.kind === 'digits') {
    const dot = sign.form === '.' || sign.form === '\u00b7'
    const comma = sign.form === ',' && !thousands && (words.decimalComma || fraction.lower.length < 3)
    const again = pieces[end + 2]
    const more =
      glued(again) && again.form === sign.form && glued(pieces[end + 3]) && pieces[end + 3]?.kind === 'digits'
    if (dot && more && !thousands && first.lower.length <= 3 && fraction.lower.length === 3) {
      // 1.500.000: dots as group signs.
      let all = digits
      let next = end
      while (
        pieces[next]?.form === '.' &&
        glued(pieces[next]) &&
        pieces[next + 1]?.kind === 'digits' &&
        glued(pieces[next + 1]) &&
        pieces[next + 1]?.lower.length === 3
      ) {
        all += (pieces[next + 1] as Piece).lower
        next += 2
      }
      value = Number(all)
      thousands = true
      end = next
    } else if ((dot || comma) && !more && fraction.lower.length <= 6) {
      value = Number(`${digits}.${fraction.lower}`)
      if (!thousands && fraction.lower.length === 3 && first.lower.length <= 3 && first.lower !== '0')
        grouped = Number(digits + fraction.lower)
      end += 2
    }
  }
  const half = readFraction(pieces, end)
  if (half) {
    value += half.value
    end = half.end
  }
  return withScale(pieces, { value, end, form: 'digits', scale: 1, grouped, thousands }, words)
}

function closesIndianGroup(pieces: readonly Piece[], at: number): boolean {
  for (let i = at; i < at + 8; i += 2) {
    const group = pieces[i + 1]
    if (!glued(pieces[i]) || pieces[i]?.form !== ',' || !glued(group) || group.kind !== 'digits') return false
    if (group.lower.length === 3) return true
    if (group.lower.length !== 2) return false
  }
  return false
}

/** "1/2" after a whole number ("2 1/2 years"), or a fraction sign. */
function readFraction(pieces: readonly Piece[], at: number): { value: number; end: number } | null {
  const piece = pieces[at]
  if (!piece) return null
  if (piece.kind === 'sign' && piece.gap !== 'paragraph') {
    if (piece.form === '\u00bd') return { value: 0.5, end: at + 1 }
    if (piece.form === '\u00bc') return { value: 0.25, end: at + 1 }
    if (piece.form === '\u00be') return { value: 0.75, end: at + 1 }
  }
  const below = pieces[at + 2]
  if (piece.kind !== 'digits' || piece.gap !== 'blank' || piece.lower.length !== 1 || pieces[at + 1]?.form !== '/')
    return null
  if (!glued(pieces[at + 1]) || !glued(below) || below.kind !== 'digits' || below.lower.length !== 1) return null
  const [top, bottom] = [Number(piece.lower), Number(below.lower)]
  return top > 0 && top < bottom ? { value: top / bottom, end: at + 3 } : null
}

/** Takes suffixes ("k") and words of scale ("million", "мың") that follow a number in digits. */
function withScale(pieces: readonly Piece[], read: NumberRead, words: NumberWords): NumberRead {
  let { value, end, scale } = read
  for (let step = 0; step < 3; step++) {
    const piece = pieces[end]
    if (!near(piece)) break
    const dashed = isDash(piece) && glued(piece) && glued(pieces[end + 1])
    const word = dashed ? pieces[end + 1] : piece
    if (!word || (word.kind !== 'word' && word.kind !== 'han')) break
    const suffix = !dashed && glued(word) && word.kind === 'word' ? words.suffixes.get(word.lower) : undefined
    const factor =
      suffix ??
      (glued(word) && word.kind === 'word' && !dashed
        ? undefined
        : (words.scales.get(word.lower) ?? words.plural?.get(word.lower)))
    if (factor === undefined) break
    value *= factor
    scale = Math.max(scale, factor)
    end += dashed ? 2 : 1
    // "тыс." and "млн." keep their stop inside the number.
    if (pieces[end]?.form === '.' && glued(pieces[end]) && /^(?:тыс|млн|млрд)$/u.test(word.lower)) end++
  }
  if (scale === 1) return read
  return { ...read, value: round(value), end, scale, form: 'mixed', grouped: null }
}

/** 1.2 × 10^6 is 1200000, not 1199999.9999999998. */
function round(value: number): number {
  return value < 1e15 ? Math.round(value * 1e6) / 1e6 : value
}

function readWords(pieces: readonly Piece[], at: number, words: NumberWords): NumberRead | null {
  const first = (pieces[at] as Piece).lower
  const quarters = first === 'a' || first === 'three' ? readQuarters(pieces, at, words) : null
  if (quarters) return quarters
  let i = at
  let current = -1
  let total = 0
  let scale = 1
  let units = 0
  if (first === 'a' || first === 'an') {
    const next = pieces[at + 1]
    if (!near(next) || !words.scales.has(next.lower)) return null
    current = 1
    i = at + 1
  } else if (first === 'half') {
    const a =
      pieces[at + 1]?.lower === 'a' || pieces[at + 1]?.lower === 'of' || isDash(pieces[at + 1]) ? at + 2 : at + 1
    const next = pieces[a]
    const factor = next && near(next) ? words.scales.get(next.lower) : undefined
    if (factor === undefined) return null
    return { value: factor / 2, end: a + 1, form: 'words', scale: factor, grouped: null, thousands: false }
  } else if (words.bare?.has(first)) {
    const factor = words.scales.get(first) as number
    return { value: factor, end: at + 1, form: 'words', scale: factor, grouped: null, thousands: false }
  } else if (!words.units.has(first)) return null
  const limit = Math.min(pieces.length, at + MAX_PIECES)
  while (i < limit) {
    let piece = pieces[i] as Piece
    let next = i
    if (i > at) {
      if (!near(piece)) break
      if (isDash(piece) && glued(piece) && glued(pieces[i + 1])) next = i + 1
      else if (words.joints.has(piece.lower) && scale >= 100 && current % 100 === 0 && near(pieces[i + 1])) next = i + 1
      if (next !== i) piece = pieces[next] as Piece
    }
    // "two and a half thousand"
    if (isHalf(pieces, i) && current > 0 && words.scales.has(pieces[i + 3]?.lower ?? '')) {
      current += 0.5
      i += 3
      continue
    }
    const unit = words.units.get(piece.lower)
    if (unit !== undefined) {
      const open = Math.max(current, 0)
      const fits =
        current < 0 ||
        (current === 0 && total > 0) ||
        (unit < 10 && open % 10 === 0 && open % 100 >= 20) ||
        (unit < 100 && open % 100 === 0 && open > 0) ||
        (unit >= 100 && open === 0) ||
        (unit < 10 && open % 10 === 0 && open % 100 === 10 && words.decimalComma && open > 0)
      if (!fits || (unit === 0) !== (current < 0 && unit === 0)) break
      current = open + unit
      units++
      i = next + 1
      continue
    }
    const factor = words.scales.get(piece.lower) ?? (current > 0 ? words.plural?.get(piece.lower) : undefined)
    if (factor === undefined || current < 0) break
    if (factor < 1000) current = (current === 0 ? 1 : current) * factor
    else {
      total += (current === 0 && total > 0 ? total * (factor - 1) : current) * factor
      current = 0
    }
    scale = Math.max(scale, factor)
    i = next + 1
  }
  if (i === at || (current < 0 && units === 0)) return null
  const value = total + Math.max(0, current)
  return { value, end: i, form: 'words', scale, grouped: null, thousands: false }
}

/** "and a half" at piece `at`. */
function isHalf(pieces: readonly Piece[], at: number): boolean {
  return pieces[at]?.lower === 'and' && pieces[at + 1]?.lower === 'a' && pieces[at + 2]?.lower === 'half'
}

/** "a quarter of a million", "three quarters of a million", "a quarter million". */
function readQuarters(pieces: readonly Piece[], at: number, words: NumberWords): NumberRead | null {
  const first = pieces[at]?.lower
  const next = isDash(pieces[at + 1]) ? at + 2 : at + 1
  const share =
    first === 'a' && pieces[next]?.lower === 'quarter'
      ? 0.25
      : first === 'three' && pieces[next]?.lower === 'quarters'
        ? 0.75
        : 0
  if (share === 0) return null
  let i = next + 1
  if (pieces[i]?.lower === 'of') i++
  if (pieces[i]?.lower === 'a') i++
  const factor = words.scales.get(pieces[i]?.lower ?? '')
  if (factor === undefined || factor < 1000) return null
  return { value: factor * share, end: i + 1, form: 'words', scale: factor, grouped: null, thousands: false }
}

/** Chinese numbers: 三百二十, 2.5万, 两千, 3万5千. */
function readHan(pieces: readonly Piece[], at: number, words: NumberWords): NumberRead | null {
  let total = 0
  let section = 0
  let digit = -1
  let scale = 1
  let i = at
  const limit = Math.min(pieces.length, at + MAX_PIECES)
  for (; i < limit; i++) {
    const piece = pieces[i] as Piece
    if (i > at && piece.gap !== 'none') break
    const unit = piece.kind === 'han' ? words.units.get(piece.lower) : undefined
    if (unit !== undefined) {
      if (digit > 0 && scale === 1) return null
      digit = unit
      continue
    }
    const factor = piece.kind === 'han' ? words.scales.get(piece.lower) : undefined
    if (factor === undefined) break
    if (factor >= 10_000) {
      total = (total + section + Math.max(0, digit)) * factor
      section = 0
    } else section += (digit < 0 ? 1 : digit) * factor
    digit = -1
    scale = Math.max(scale, factor)
  }
  if (i === at || (scale === 1 && digit < 0)) return null
  return { value: total + section + Math.max(0, digit), end: i, form: 'words', scale, grouped: null, thousands: false }
}
