/** A source of pseudo-random numbers that gives the same row for the same seed on every machine. */
export interface Random {
  /** Next integer in [0, 2^32). */
  next(): number
  /** Next number in [0, 1). */
  unit(): number
  /** Next integer in [0, bound). */
  below(bound: number): number
}

/** A xorshift32 generator (Marsaglia 2003, triple 13, 17, 5). A seed of zero is replaced, since zero is its fixed point. */
export function seededRandom(seed: number): Random {
  let state = seed >>> 0 || 0x9e3779b9
  const next = (): number => {
    state ^= state << 13
    state ^= state >>> 17
    state ^= state << 5
    state >>>= 0
    return state
  }
  const unit = (): number => next() / 0x1_0000_0000
  return { next, unit, below: (bound) => Math.floor(unit() * bound) }
}

/** Shuffles in place by Fisher and Yates. */
export function shuffle<T>(items: T[], random: Random): T[] {
  for (let i = items.length - 1; i > 0; i--) {
    const j = random.below(i + 1)
    const kept = items[i] as T
    items[i] = items[j] as T
    items[j] = kept
  }
  return items
}
