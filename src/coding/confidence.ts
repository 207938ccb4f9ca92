import weights from './data/confidence.json' with { type: 'json' }

/** Nobody's record is certain, and none is hopeless. */
const LOWEST = 0.02
const HIGHEST = 0.98

const WEIGHTS: Readonly<Record<string, number>> = weights.weights

/**
 * How probable it is, from 0 to 1, that a careful reader would code a candidate with these signs as an event of its type.
 * A logistic model fitted by `node bench/calibration.ts`; docs/calibration.md holds its reliability.
 */
export function confidenceOf(signs: readonly string[]): number {
  return probabilityOf(signs, WEIGHTS)
}

/** The probability that a set of weights gives some signs, to two decimals. */
export function probabilityOf(signs: readonly string[], from: Readonly<Record<string, number>>): number {
  const sum = signs.reduce((total, sign) => total + (from[sign] ?? 0), 0)
  const probability = 1 / (1 + Math.exp(-sum))
  return Math.round(Math.min(HIGHEST, Math.max(LOWEST, probability)) * 100) / 100
}
