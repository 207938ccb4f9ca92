import { foldedForm } from './word.ts'

/** Features by look-up: of a word in a class, else the class's most frequent. */
export interface FeatsModel {
  readonly classFeats: readonly string[]
  /** FEATS by class number and folded form, joined by a blank; only where they differ from the class's. */
  readonly wordFeats: ReadonlyMap<string, string>
}

/** A word with the same features this often gets its own entry. */
const LEAST_COUNT = 2

/** Counts which features go with which class and word. */
export function trainFeats(
  examples: Iterable<{ readonly form: string; readonly cls: number; readonly feats: string }>,
  classCount: number,
): FeatsModel {
  const classes = Array.from({ length: classCount }, () => new Map<string, number>())
  const words = new Map<string, Map<string, number>>()
  for (const { form, cls, feats } of examples) {
    const key = `${cls} ${foldedForm(form)}`
    const own = words.get(key) ?? new Map<string, number>()
    own.set(feats, (own.get(feats) ?? 0) + 1)
    words.set(key, own)
    const all = classes[cls] as Map<string, number>
    all.set(feats, (all.get(feats) ?? 0) + 1)
  }
  const classFeats = classes.map((row) => mostFrequent(row)[0])
  const wordFeats = new Map<string, string>()
  for (const [key, row] of words) {
    const [feats, count] = mostFrequent(row)
    if (count >= LEAST_COUNT && feats !== classFeats[Number(key.slice(0, key.indexOf(' ')))]) wordFeats.set(key, feats)
  }
  return { classFeats, wordFeats }
}

function mostFrequent(row: ReadonlyMap<string, number>): [string, number] {
  return [...row].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))[0] ?? ['', 0]
}

/** The features of a form in a class. */
export function featsOf(model: FeatsModel, form: string, cls: number): string {
  return model.wordFeats.get(`${cls} ${foldedForm(form)}`) ?? model.classFeats[cls] ?? ''
}
