import { type PackedRows, packRows } from './packed.ts'
import type { MoveRows } from './parser/moves.ts'
import type { Row } from './weights.ts'

/**
 * The mean of several models of the same kind that differ only in the order in which they saw their sentences. It is
 * better than each of them: what they learnt by the accident of that order cancels out. A row that a model lacks
 * counts as zeros.
 */
export function meanRows(models: readonly PackedRows[]): PackedRows {
  const share = 1 / models.length
  const rows: Row[] = []
  const at = models.map(() => 0)
  const sums = new Map<number, number>()
  for (let key = lowest(models, at); key >= 0; key = lowest(models, at)) {
    sums.clear()
    models.forEach(({ keys, starts, classes, values }, m) => {
      const row = at[m] as number
      if (row >= keys.length || (keys[row] as number) >>> 0 !== key) return
      for (let cell = starts[row] as number; cell < (starts[row + 1] as number); cell++) {
        const cls = classes[cell] as number
        sums.set(cls, (sums.get(cls) ?? 0) + share * (values[cell] as number))
      }
      at[m] = row + 1
    })
    const cells = [...sums].sort(([a], [b]) => a - b)
    rows.push({
      key,
      classes: Uint16Array.from(cells, ([cls]) => cls),
      values: Float32Array.from(cells, ([, value]) => value),
    })
  }
  return packRows(rows)
}

/** As `meanRows`, for moves. */
export function meanMoves(models: readonly MoveRows[]): MoveRows {
  const share = 1 / models.length
  const at = models.map(() => 0)
  const keys: number[] = []
  const values: number[] = []
  for (let key = lowest(models, at); key >= 0; key = lowest(models, at)) {
    const sum: [number, number, number] = [0, 0, 0]
    models.forEach((model, m) => {
      const row = at[m] as number
      if (row >= model.keys.length || (model.keys[row] as number) >>> 0 !== key) return
      for (let move = 0; move < 3; move++)
        sum[move] = (sum[move] as number) + share * (model.values[3 * row + move] as number)
      at[m] = row + 1
    })
    keys.push(key)
    values.push(...sum)
  }
  return { keys: Int32Array.from(keys), values: Float32Array.from(values) }
}

/** The lowest unsigned key that any model has not yet given, or -1. */
function lowest(models: readonly { readonly keys: Int32Array }[], at: readonly number[]): number {
  let found = -1
  models.forEach(({ keys }, m) => {
    const row = at[m] as number
    if (row >= keys.length) return
    const key = (keys[row] as number) >>> 0
    if (found < 0 || key < found) found = key
  })
  return found
}
