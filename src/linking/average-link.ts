/**
 * Agglomerative clustering by average link: the two clusters with the highest mean similarity merge, as long as that is
 * at least `threshold`. Single link is not offered, since one bad pair would chain two events. Ties go to the lower
 * index, so that the result does not depend on anything but the matrix. Time O(n³) in the worst case, O(n²) memory:
 * for blocks, not for whole collections.
 *
 * @param similarity symmetric, `similarity[i][j]` in any unit
 * @returns the cluster number of each item, numbered by first member
 */
export function averageLink(similarity: readonly Float64Array[], threshold: number): number[] {
  const n = similarity.length
  const mean = similarity.map((row) => Float64Array.from(row))
  const size = new Array<number>(n).fill(1)
  const parent = Array.from({ length: n }, (_, i) => i)
  const alive = Array.from({ length: n }, (_, i) => i)
  const best = new Int32Array(n).fill(-1)
  const findBest = (i: number): void => {
    let at = -1
    let most = Number.NEGATIVE_INFINITY
    for (const j of alive) {
      const value = (mean[i] as Float64Array)[j] as number
      if (j !== i && value > most) {
        most = value
        at = j
      }
    }
    best[i] = at
  }
  for (const i of alive) findBest(i)
  while (alive.length > 1) {
    let from = -1
    let most = Number.NEGATIVE_INFINITY
    for (const i of alive) {
      const j = best[i] as number
      const value = j < 0 ? Number.NEGATIVE_INFINITY : ((mean[i] as Float64Array)[j] as number)
      if (value > most) {
        most = value
        from = i
      }
    }
    if (from < 0 || most < threshold) break
    const other = best[from] as number
    const kept = Math.min(from, other)
    const gone = Math.max(from, other)
    const [a, b] = [size[kept] as number, size[gone] as number]
    const rowKept = mean[kept] as Float64Array
    const rowGone = mean[gone] as Float64Array
    for (const k of alive) {
      if (k === kept || k === gone) continue
      const value = ((rowKept[k] as number) * a + (rowGone[k] as number) * b) / (a + b)
      rowKept[k] = value
      ;(mean[k] as Float64Array)[kept] = value
    }
    size[kept] = a + b
    parent[gone] = kept
    alive.splice(alive.indexOf(gone), 1)
    for (const k of alive)
      if (k === kept || best[k] === kept || best[k] === gone) findBest(k)
      else if (((mean[k] as Float64Array)[kept] as number) > ((mean[k] as Float64Array)[best[k] as number] as number))
        best[k] = kept
  }
  const root = (i: number): number => (parent[i] === i ? i : root(parent[i] as number))
  const numbers = new Map<number, number>()
  return parent.map((_, i) => {
    const r = root(i)
    const known = numbers.get(r)
    if (known !== undefined) return known
    numbers.set(r, numbers.size)
    return numbers.size - 1
  })
}
