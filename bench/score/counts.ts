/** Precision, recall and F1 over counts of a comparison of sets. */
export class Counts {
  tp = 0
  fp = 0
  fn = 0

  /** Counts two sets against each other; repeated members count once. */
  add(gold: Iterable<string>, predicted: Iterable<string>): void {
    const g = new Set(gold)
    const p = new Set(predicted)
    for (const item of p)
      if (g.has(item)) this.tp++
      else this.fp++
    for (const item of g) if (!p.has(item)) this.fn++
  }

  /** Adds another count's members to this one. */
  merge(other: Counts): void {
    this.tp += other.tp
    this.fp += other.fp
    this.fn += other.fn
  }

  get precision(): number {
    return this.tp + this.fp ? this.tp / (this.tp + this.fp) : 0
  }

  get recall(): number {
    return this.tp + this.fn ? this.tp / (this.tp + this.fn) : 0
  }

  get f1(): number {
    return harmonic(this.precision, this.recall)
  }
}

/** The harmonic mean of precision and recall, 0 where both are. */
export function harmonic(precision: number, recall: number): number {
  return precision + recall ? (2 * precision * recall) / (precision + recall) : 0
}

/** The yes-or-no answer as a set, for `Counts.add`. */
export function flag(value: unknown): string[] {
  return value ? ['1'] : []
}

const STOP = new Set('the a an of and in to for on at by his her its their'.split(' '))

/** Content words of a phrase, lower-cased: two actors match if they share one. */
export function contentWords(text: string | null | undefined): Set<string> {
  const words = (text ?? '').toLowerCase().match(/[\p{L}\p{N}_']+/gu) ?? []
  return new Set(words.filter((word) => !STOP.has(word)))
}

/** Whether two sets share a member. */
export function share<T>(a: ReadonlySet<T>, b: ReadonlySet<T>): boolean {
  for (const item of a) if (b.has(item)) return true
  return false
}

/** What every scorer gives: named figures, in the order in which they are worth reading. */
export type Figures = Record<string, number>
