/** Scores of tags and trees in the manner of the CoNLL 2018 shared task: words are matched by their characters. */

/** A word as the scorer sees it: its place among the characters that are not blanks, and its annotation. */
export interface ScoredWord {
  readonly start: number
  readonly end: number
  readonly upos: string
  readonly xpos: string
  readonly feats: string
  readonly lemma: string
  /** Index of the head among all words of the text, -1 for a root. */
  readonly head: number
  readonly relation: string
}

/** Hits, and what precision and recall divide them by. */
export interface Figure {
  readonly correct: number
  readonly gold: number
  readonly own: number
}

/** Everything that one comparison finds. */
export interface Scores {
  readonly tokens: Figure
  readonly upos: Figure
  readonly xpos: Figure
  readonly feats: Figure
  readonly lemma: Figure
  readonly uas: Figure
  /** Relations compared without their subtype. */
  readonly las: Figure
  /** By relation with its subtype, head and relation right; `all` takes an undivided `obl` for `obl:agent` as wrong. */
  readonly relations: ReadonlyMap<string, Figure>
}

/** F1 of a figure in per cent; NaN where there is nothing to find and nothing was found. */
export function f1(figure: Figure): number {
  return (200 * figure.correct) / (figure.gold + figure.own)
}

/** The relation without its subtype. */
export function baseRelation(relation: string): string {
  const colon = relation.indexOf(':')
  return colon < 0 ? relation : relation.slice(0, colon)
}

class Counter {
  correct = 0
  gold = 0
  own = 0
}

/**
 * Compares two annotations of the same text. Words with the same characters are matched; a head is right if it is
 * matched with the gold head. `relations` names those that get a figure of their own; one without a colon takes all
 * its subtypes unless a subtype is named too.
 */
export function compare(gold: readonly ScoredWord[], own: readonly ScoredWord[], relations: readonly string[]): Scores {
  const match = matchWords(gold, own)
  const back = new Map<number, number>()
  match.forEach((o, g) => {
    if (o >= 0) back.set(o, g)
  })
  const counters = {
    tokens: new Counter(),
    upos: new Counter(),
    xpos: new Counter(),
    feats: new Counter(),
    lemma: new Counter(),
    uas: new Counter(),
    las: new Counter(),
  }
  const byRelation = new Map(relations.map((name) => [name, new Counter()]))
  const named = (relation: string): Counter | undefined =>
    byRelation.get(relation) ?? byRelation.get(baseRelation(relation))
  for (const counter of Object.values(counters)) {
    counter.gold = gold.length
    counter.own = own.length
  }
  for (const word of gold) count(named(word.relation), 'gold')
  for (const word of own) count(named(word.relation), 'own')
  gold.forEach((word, g) => {
    const o = match[g] as number
    if (o < 0) return
    const found = own[o] as ScoredWord
    counters.tokens.correct++
    if (found.upos === word.upos) counters.upos.correct++
    if (found.xpos === word.xpos) counters.xpos.correct++
    if (found.feats === word.feats) counters.feats.correct++
    // A treebank without lemmas is not held against anyone.
    if (found.lemma === word.lemma || word.lemma === '') counters.lemma.correct++
    const head = found.head < 0 ? -1 : (back.get(found.head) ?? -2)
    if (head !== word.head) return
    counters.uas.correct++
    if (baseRelation(found.relation) === baseRelation(word.relation)) counters.las.correct++
    if (named(found.relation) === named(word.relation)) count(named(word.relation), 'correct')
  })
  return { ...counters, relations: byRelation }
}

function count(counter: Counter | undefined, field: 'correct' | 'gold' | 'own'): void {
  if (counter) counter[field]++
}

/** For each gold word the own word with the same characters, or -1. */
function matchWords(gold: readonly ScoredWord[], own: readonly ScoredWord[]): Int32Array {
  const match = new Int32Array(gold.length).fill(-1)
  let o = 0
  for (let g = 0; g < gold.length; g++) {
    const word = gold[g] as ScoredWord
    while (o < own.length && (own[o] as ScoredWord).start < word.start) o++
    if (o < own.length && (own[o] as ScoredWord).start === word.start && (own[o] as ScoredWord).end === word.end)
      match[g] = o++
  }
  return match
}
