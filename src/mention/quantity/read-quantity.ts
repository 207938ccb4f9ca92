import type { QuantityMention, QuantityQualifier } from '../mention.ts'
import { piecesOf } from '../number/piece.ts'
import { readAmount } from './amount.ts'
import { readAll } from './find-quantities.ts'
import { quantityLexicon } from './languages.ts'
import { lonePersonAt } from './lone-person.ts'
import { Passage } from './passage.ts'

/** What a bare phrase says. `cccLow` and `countLove` are the readings under which other projects would export it. */
export interface QuantityReading {
  readonly low: number | null
  readonly high: number | null
  readonly qualifier: QuantityQualifier
  readonly kind: QuantityMention['kind']
  readonly unit: string | null
  readonly cccLow: number | null
  readonly countLove: number | null
}

/**
 * Reads a bare phrase: "more than 50 people" → 50, null, at_least. Of two quantities the first is given; two claimants
 * of one count give one interval, `disputed`. Null where the phrase holds no quantity.
 */
export function readQuantity(phrase: string, language = 'en'): QuantityReading | null {
  const found = readAll({ text: phrase, analysis: { language, sentences: [], lowerCase: false }, published: null }, [])
  const first = found[0]
  if (!first) {
    const none = /^(?:no one|nobody|none|никто|никого|ешкім)\b/iu.test(phrase.trim())
    if (none) return { low: 0, high: 0, qualifier: 'exact', kind: 'people', unit: 'people', cccLow: 0, countLove: 0 }
    const person = language === 'en' && lonePersonAt(new Passage(piecesOf(phrase), NOT_ANALYSED), 0)
    if (person) return { low: 1, high: 1, qualifier: 'exact', kind: 'people', unit: 'people', cccLow: 1, countLove: 1 }
    return loneAmount(phrase, language)
  }
  const rivals = found.filter(
    (q) => q.unit === first.unit && q.claimant !== null && (q.kind === first.kind || q.kind === 'people'),
  )
  if (first.claimant && rivals.length > 1 && new Set(rivals.map((q) => q.claimant?.name.toLowerCase())).size > 1) {
    const lows = rivals.map((q) => q.low ?? 0)
    const highs = rivals.map((q) => q.high)
    const low = Math.min(...lows)
    return {
      low,
      high: highs.includes(null) ? null : Math.max(...(highs as number[])),
      qualifier: 'disputed',
      kind: first.kind,
      unit: first.unit,
      cccLow: low,
      countLove: low,
    }
  }
  const { low, high, qualifier, kind, unit, cccLow, countLove } = first
  return { low, high, qualifier, kind, unit, cccLow, countLove }
}

const NOT_ANALYSED = { language: 'en', sentences: [], lowerCase: false } as const

/** A number that counts nothing named: "some 300". */
function loneAmount(phrase: string, language: string): QuantityReading | null {
  const pieces = piecesOf(phrase)
  for (let i = 0; i < pieces.length; i++) {
    const amount = readAmount(pieces, i, quantityLexicon(language))
    if (!amount) continue
    const { low, high, qualifier, cccLow, countLove } = amount
    return { low, high, qualifier, kind: 'other', unit: null, cccLow, countLove }
  }
  return null
}
