import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { averageLink } from './average-link.ts'

const matrix = (rows: number[][]): Float64Array[] => rows.map((row) => Float64Array.from(row))

/** The same method written plainly: the oracle of the fast one. */
function plain(similarity: number[][], threshold: number): string {
  let clusters = similarity.map((_, i) => [i])
  for (;;) {
    let best: [number, number, number] | null = null
    for (let a = 0; a < clusters.length; a++)
      for (let b = a + 1; b < clusters.length; b++) {
        const x = clusters[a] as number[]
        const y = clusters[b] as number[]
        const mean =
          x.flatMap((i) => y.map((j) => (similarity[i] as number[])[j] as number)).reduce((s, v) => s + v, 0) /
          (x.length * y.length)
        if (!best || mean > best[2]) best = [a, b, mean]
      }
    if (!best || best[2] < threshold) break
    const [a, b] = best
    clusters = clusters.flatMap((c, i) => (i === a ? [[...c, ...(clusters[b] as number[])]] : i === b ? [] : [c]))
  }
  return JSON.stringify(
    clusters.map((c) => c.sort((p, q) => p - q)).sort((p, q) => (p[0] as number) - (q[0] as number)),
  )
}

const grouped = (numbers: number[]): string =>
  JSON.stringify([...new Set(numbers)].map((n) => numbers.flatMap((m, i) => (m === n ? [i] : []))))

describe('average link', () => {
  it('does not chain two groups over one close pair', () => {
    const rows = [
      [1, 0.9, 0.0, 0.0],
      [0.9, 1, 0.5, 0.0],
      [0.0, 0.5, 1, 0.9],
      [0.0, 0.0, 0.9, 1],
    ]
    expect(averageLink(matrix(rows), 0.3)).toEqual([0, 0, 1, 1])
  })

  it('gives what the plain method gives, for any symmetric matrix without ties', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 9 }),
        fc.infiniteStream(fc.double({ min: 0, max: 1, noNaN: true })),
        (n, stream) => {
          const rows = Array.from({ length: n }, () => new Array<number>(n).fill(0))
          for (let i = 0; i < n; i++)
            for (let j = i + 1; j < n; j++) {
              const value = (stream.next().value as number) + (i * n + j) * 1e-7
              ;(rows[i] as number[])[j] = value
              ;(rows[j] as number[])[i] = value
            }
          expect(grouped(averageLink(matrix(rows), 0.4))).toBe(plain(rows, 0.4))
        },
      ),
      { numRuns: 300 },
    )
  })
})
