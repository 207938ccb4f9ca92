import { readQuantity } from '../src/mention/quantity/read-quantity.ts'

/** One phrase of the `quantities` yardstick. */
export interface QuantityPhrase {
  readonly id: string
  readonly text: string
}

export interface QuantityPrediction {
  readonly id: string
  readonly low: number | null
  readonly high: number | null
  readonly qualifier: string
  readonly ccc_low: number | null
  readonly countlove: number | null
}

/** Predictions of the `quantities` yardstick in its scorer's shape; a phrase without a quantity gives no prediction. */
export function predictQuantities(items: readonly QuantityPhrase[]): QuantityPrediction[] {
  return items.flatMap(({ id, text }) => {
    const read = readQuantity(text)
    if (!read) return []
    const { low, high, qualifier, cccLow, countLove } = read
    return [{ id, low, high, qualifier, ccc_low: cccLow, countlove: countLove }]
  })
}
