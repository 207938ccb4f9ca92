import type { Amount } from './amount.ts'
import type { PeopleKind, QuantityLexicon } from './lexicon.ts'
import type { Passage } from './passage.ts'
import { fateOfTree } from './tree-fate.ts'

/** Prepositions, conjunctions and verbs that close the noun phrase of an amount. */
export const CLOSERS = new Set(
  'in on at of per from by to for with into through during after before against under near around and or but while as than since until because if when where which who whose that it he she they we you i this these those there is are was were be been has have had do does did will would can could may might must shall should not said says say told'.split(
    ' ',
  ),
)

export const BE = new Set('was were is are be been being got gets had has have were'.split(' '))

/** Forms of "be" that make the participle after them passive; "has killed 13" is active. */
const PASSIVE = new Set('was were is are be been being got gets'.split(' '))

/** Verbs that take lives: "claimed the lives of 70". */
const CLAIMED = new Set('claimed claiming claim claims cost costing took taken taking lost'.split(' '))

/** Pieces between what is counted and the verb that says what befell it. */
const VERB_WINDOW = 12

export function fateOf(word: string, lexicon: QuantityLexicon): PeopleKind | null {
  for (const [kind, words] of lexicon.befell) if (words.has(word)) return kind
  return null
}

/** What befell those counted: the verb after them (passive or reduced), else the verb before them. */
export function befell(
  passage: Passage,
  amount: Amount,
  end: number,
  limit: number,
  previous: number,
  lexicon: QuantityLexicon,
): PeopleKind | null {
  // A verb right before the number governs it, whatever follows: "ранены 64", "injured 40".
  const before = passage.lower(amount.from - 1)
  const direct =
    amount.from > Math.max(previous, passage.sentenceStart(amount.from)) && fateOf(before, lexicon) !== null
  const left = direct ? fateBefore(passage, amount.from, previous, lexicon) : null
  if (left) return left
  const right = fateAfter(passage, end, limit, lexicon)
  if (right) return right
  return fateBefore(passage, amount.from, previous, lexicon) ?? fateOfTree(passage, end - 1, lexicon)
}

export function fateAfter(passage: Passage, end: number, limit: number, lexicon: QuantityLexicon): PeopleKind | null {
  const last = Math.min(limit, end + VERB_WINDOW)
  let passive = lexicon.language !== 'en'
  for (let i = end; i < last; i++) {
    const piece = passage.pieces[i]
    if (!piece || piece.gap === 'paragraph' || /^[;:.!?()]$/u.test(piece.form)) return null
    const word = piece.lower
    // "were shot and wounded": the second participle says more than the first.
    if (word === 'and' && passive) {
      const next = fateOf(passage.lower(i + 1), lexicon)
      return next && lexicon.language === 'en' ? next : null
    }
    if (word === 'and' || word === 'but' || word === 'while') return null
    // People were held; a meeting is "to be held".
    if (/^(?:held|booked|remanded)$/u.test(word) && /^(?:was|were|been|being)$/u.test(passage.lower(i - 1)))
      return 'arrested'
    // "sustained injuries", "with serious injuries"
    if (/^(?:sustained|suffered|received)$/u.test(word)) continue
    if (word === 'who' || word === 'which') continue
    if (BE.has(word)) {
      passive = true
      continue
    }
    // "burnt alive", "shot to death"
    if (/^(?:burnt|burned|burning|buried)$/u.test(word) && passage.lower(i + 1) === 'alive') return 'killed'
    if (word === 'to' && passage.lower(i + 1) === 'death') return 'killed'
    const fate = fateOf(word, lexicon)
    if (fate) {
      if (lexicon.language !== 'en') return fate
      if (
        /^(?:died|dead|perished|drowned|injured|wounded|hurt)$/u.test(word) &&
        (passive || i === end || word === 'died' || word === 'dead' || word === 'perished' || word === 'drowned')
      )
        return fate
      if (!/ed$|slain|dead|died|hurt|custody|hospital/u.test(word)) {
        if (/^(?:die|dies|dying|deaths|injuries)$/u.test(word)) return fate
        return null
      }
      if (passive) return fate
      const tag = passage.token(i)?.xpos
      if (tag === 'VBN') return fate
      const next = passage.pieces[i + 1]
      const reduced = next === undefined || next.kind === 'sign' || CLOSERS.has(next.lower)
      return reduced ? fate : null
    }
    // Another verb between the people and the word of fate: its subject may be theirs, its object is not.
    const tag = passage.token(i)?.upos
    if (tag === 'VERB' && !passive && word !== 'including') return null
    if (!tag && CLOSERS.has(word) && !lexicon.passing.has(word) && i > end + 5) return null
  }
  return null
}

export function fateBefore(
  passage: Passage,
  from: number,
  previous: number,
  lexicon: QuantityLexicon,
): PeopleKind | null {
  const first = Math.max(passage.sentenceStart(from), previous, from - 7)
  for (let i = from - 1; i >= first; i--) {
    const word = passage.lower(i)
    if (/^[;:.!?,()]$/u.test(word)) return null
    const fate = fateOf(word, lexicon)
    if (fate) {
      if (/^(?:dead|died|dying|die|hospital|custody|injured|hurt|wounded)$/u.test(word) && lexicon.language === 'en') {
        // "injured 40" is active; "were injured … 40" is not.
        if (/^(?:injured|wounded|hurt)$/u.test(word) && !PASSIVE.has(passage.lower(i - 1))) return fate
        return null
      }
      if (lexicon.language === 'en' && PASSIVE.has(passage.lower(i - 1))) return null
      return fate
    }
    if (word === 'alive' || word === 'ablaze') {
      if (/^(?:burnt|burned|burning|set|buried)$/u.test(passage.lower(i - 1))) return 'killed'
    }
    if (word === 'lives')
      return CLAIMED.has(passage.lower(i - 1)) || CLAIMED.has(passage.lower(i - 2)) ? 'killed' : null
    if (/^(?:toll)$/u.test(word)) return /^death$/u.test(passage.lower(i - 1)) ? 'killed' : null
    if (
      lexicon.language === 'en' &&
      !lexicon.passing.has(word) &&
      !/^(?:up|over|than|some|about|around|nearly|to|least|more|most|further|total|rose|rising|climbed|reached|estimated|several|approximately|roughly)$/u.test(
        word,
      )
    )
      return null
  }
  return null
}
