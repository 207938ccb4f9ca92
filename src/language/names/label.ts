import type { NameKind } from './name.ts'

/** Kinds in the order of their labels. */
export const KINDS: readonly NameKind[] = ['PER', 'LOC', 'ORG']

/**
 * Labels say where in a name a token stands: 0 outside; then for each kind begin, inside, last, and unit (a name of one
 * token). A name is B I* L, or U.
 */
export const LABELS = 1 + 4 * KINDS.length
export const OUTSIDE = 0
const BEGIN = 0
const INSIDE = 1
const LAST = 2
const UNIT = 3

/** The label of a position within a name of a kind. */
export function labelOf(kind: number, position: 'begin' | 'inside' | 'last' | 'unit'): number {
  const offset = position === 'begin' ? BEGIN : position === 'inside' ? INSIDE : position === 'last' ? LAST : UNIT
  return 1 + 4 * kind + offset
}

/** Labels that may follow each label; row `LABELS` holds those that may open a sentence. */
export const NEXT: readonly (readonly number[])[] = makeNext()

function makeNext(): number[][] {
  const opening = [OUTSIDE]
  for (let kind = 0; kind < KINDS.length; kind++) opening.push(1 + 4 * kind + BEGIN, 1 + 4 * kind + UNIT)
  const next: number[][] = []
  for (let label = 0; label <= LABELS; label++) {
    const position = label === OUTSIDE || label === LABELS ? UNIT : (label - 1) % 4
    const base = label - position
    next.push(position === BEGIN || position === INSIDE ? [base + INSIDE, base + LAST] : opening)
  }
  return next
}

/** Whether a sentence may end on this label. */
export function mayEnd(label: number): boolean {
  const position = (label - 1) % 4
  return label === OUTSIDE || position === LAST || position === UNIT
}

/** A name by tokens: `first` to `last`, both included, and the number of its kind. */
export interface TokenName {
  readonly first: number
  readonly last: number
  readonly kind: number
}

/** Names to labels. Names that overlap an earlier one are left out. */
export function toLabels(names: readonly TokenName[], length: number): Uint8Array {
  const labels = new Uint8Array(length)
  for (const { first, last, kind } of names) {
    if (first < 0 || last >= length || labels.subarray(first, last + 1).some((label) => label !== OUTSIDE)) continue
    if (first === last) labels[first] = labelOf(kind, 'unit')
    else {
      labels[first] = labelOf(kind, 'begin')
      for (let i = first + 1; i < last; i++) labels[i] = labelOf(kind, 'inside')
      labels[last] = labelOf(kind, 'last')
    }
  }
  return labels
}

/** Labels to names. Labels without a proper begin or end are read as far as they go. */
export function toNames(labels: Uint8Array): TokenName[] {
  const names: TokenName[] = []
  let first = -1
  for (let i = 0; i < labels.length; i++) {
    const label = labels[i] as number
    if (label === OUTSIDE) {
      first = -1
      continue
    }
    const kind = (label - 1) >> 2
    const position = (label - 1) & 3
    if (position === UNIT) names.push({ first: i, last: i, kind })
    else if (position === BEGIN) first = i
    else if (position === LAST && first >= 0) names.push({ first, last: i, kind })
    if (position === UNIT || position === LAST) first = -1
  }
  return names
}
