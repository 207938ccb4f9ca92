import type { Draft, Match } from './draft.ts'
import { draftOf } from './draft.ts'
import { GOVERNORS_OF_RESTRICTION } from './en/attitudes.ts'
import { FIXED_COMPOUNDS } from './en/noun-classes.ts'
import type { Condition, Pattern, SlotTest, TriggerEntry, TriggerLexicon } from './lexicon.ts'
import { MAX_GAP_TOKENS } from './lexicon.ts'
import { nearbyObject, nearbySubject } from './nearby.ts'
import { nounSlot, subjectOf, verbSlot } from './slots.ts'
import type { Tree } from './tree.ts'
import type { WordClasses } from './word-classes.ts'

/** A trigger word that did not become an event, with the reason. */
export interface Miss {
  readonly entry: string
  readonly start: number
  readonly end: number
  readonly reason: string
}

/** Nouns that carry on the event that modifies them ("murder case", "coup attempt"). */
const CARRYING = new Set(
  'case incident attempt action wave campaign spree series operation plan drive programme program bid move'.split(' '),
)
/** Longest quote of a trigger in tokens; a longer one is cut to its head. */
const MAX_QUOTE_TOKENS = 7

/** Finds the triggers of a sentence. The longest phrase whose conditions hold wins each word. */
export function findTriggers(tree: Tree, lexicon: TriggerLexicon, classes: WordClasses, misses: Miss[]): Draft[] {
  const matches: Match[] = []
  for (let i = 0; i < tree.length; i++) {
    const patterns = lexicon.byForm.get(tree.form(i))
    if (patterns === undefined) continue
    const match = bestMatch(tree, i, patterns, classes, misses)
    if (match !== null) matches.push(match)
  }
  const taken = new Set<number>()
  const kept: Match[] = []
  for (const match of [...matches].sort((a, b) => b.used.length - a.used.length || a.first - b.first)) {
    if (match.used.some((token) => taken.has(token))) continue
    for (const token of match.used) taken.add(token)
    kept.push(match)
  }
  return kept.sort((a, b) => a.first - b.first).map(draftOf)
}

function bestMatch(
  tree: Tree,
  i: number,
  patterns: readonly Pattern[],
  classes: WordClasses,
  misses: Miss[],
): Match | null {
  for (const pattern of patterns) {
    if (pattern.entry.pos !== 'n' && !fitsPartOfSpeech(tree, i, pattern.entry)) continue
    const used = matchWords(tree, pattern, i)
    if (used === null || isFixedCompound(tree, used)) continue
    const head = headOf(tree, used, pattern.entry, i)
    if (pattern.entry.pos === 'n' && !fitsPartOfSpeech(tree, head, pattern.entry)) continue
    if (pattern.entry.pos === 'n' && isModifier(tree, head)) continue
    const failed = pattern.entry.conditions.find(
      (condition) => !holds(tree, head, pattern.entry, condition, classes, used),
    )
    if (failed === undefined) {
      const [first, last] = quoteTokens(tree, used, head)
      return { entry: pattern.entry, phrase: pattern.phrase, tree, head, first, last, used }
    }
    const token = tree.tokens[i]
    if (token !== undefined)
      misses.push({
        entry: pattern.entry.id,
        start: token.start,
        end: token.end,
        reason: `condition ${describe(failed)}`,
      })
  }
  return null
}

function describe(condition: Condition): string {
  return condition.map((test) => `${test.demand} ${test.slot}:${test.classes.join('+')}`).join(' or ')
}

function quoteTokens(tree: Tree, used: readonly number[], head: number): [number, number] {
  const first = Math.min(...used)
  const last = Math.max(...used)
  return last - first < MAX_QUOTE_TOKENS && last < tree.length ? [first, last] : [head, head]
}

function fitsPartOfSpeech(tree: Tree, i: number, entry: TriggerEntry): boolean {
  const tag = tree.upos[i]
  const capital = /^\p{Lu}/u.test(tree.tokens[i]?.form ?? '')
  const headline = tree.sentence.kind === 'headline'
  if (entry.pos === 'a') return tag === 'ADJ' || tag === 'VERB'
  // The second half of "president-elect" or "state-backed" is no verb of its own.
  if (entry.pos === 'v' && tree.form(i - 1) === '-' && tree.tokens[i - 1]?.end === tree.tokens[i]?.start && i > 0)
    return false
  if (entry.pos === 'v') {
    if (isQuality(tree, i, entry)) return false
    if (tag === 'VERB' || tag === 'AUX') return true
    if (tag === 'ADJ') return tree.isParticiple(i) || tree.isGerund(i)
    if (tag === 'NOUN') return tree.form(i).endsWith('ing') && tree.relation(i) !== 'compound'
    return (
      tag === 'PROPN' && (!capital || headline) && /(?:ed|s|ing)$/u.test(tree.form(i)) && tree.plain(i) !== 'compound'
    )
  }
  if (tag === 'NOUN') return true
  if (tag === 'PROPN') return !capital || headline || (!isName(tree, i) && (i === 0 || tree.plain(i) !== 'compound'))
  if (tag === 'VERB')
    return (
      tree.form(i).endsWith('ing') &&
      (tree.kidBy(i, 'det') >= 0 || ['nsubj', 'obj', 'obl', 'nmod'].includes(tree.plain(i)))
    )
  if (tag === 'ADJ') return tree.kidBy(i, 'det') >= 0
  return false
}

/** "the accused", "very charged": a participle that names people or a quality tells no act. */
function isQuality(tree: Tree, i: number, entry: TriggerEntry): boolean {
  // The wounded and the detained tell who was hit by an act already told, and how many.
  if (!tree.isParticiple(i) || entry.type === 'ASSAULT' || entry.type === 'COERCE') return false
  const kids = tree.kids(i)
  if (kids.some((kid) => tree.plain(kid) === 'aux' || tree.plain(kid) === 'nsubj' || tree.plain(kid) === 'obj'))
    return false
  return (
    kids.some((kid) => tree.relation(kid) === 'det' && kid < i) ||
    kids.some((kid) => tree.plain(kid) === 'advmod' && /^(?:very|too|so|more|most)$/u.test(tree.form(kid)))
  )
}

/** Part of a longer name ("Amnesty International", "War Memorial Hospital"). */
function isName(tree: Tree, i: number): boolean {
  const next = tree.tokens[i + 1]
  return tree.upos[i + 1] === 'PROPN' && /^\p{Lu}/u.test(next?.form ?? '')
}

/** "riot police", "strike price": one thing with a name, whatever the parser made of its first word. */
function isFixedCompound(tree: Tree, used: readonly number[]): boolean {
  const last = Math.max(...used)
  return FIXED_COMPOUNDS[tree.form(last)]?.has(tree.form(last + 1)) === true
}

/** A noun that only modifies another one names no event of its own, with exceptions. */
function isModifier(tree: Tree, i: number): boolean {
  if (tree.relation(i) !== 'compound') return false
  return !CARRYING.has(tree.lemma(tree.head(i)))
}

/** Token that the roles hang on: of a verb its anchor, of a noun the word of the phrase that governs the others. */
function headOf(tree: Tree, used: readonly number[], entry: TriggerEntry, anchor: number): number {
  if (entry.pos === 'v') {
    // "be in custody", "was killed": the predicate carries the arcs.
    const relation = tree.plain(anchor)
    return (relation === 'cop' || relation === 'aux') && tree.head(anchor) >= 0 ? tree.head(anchor) : anchor
  }
  const top = used.find((token) => !used.includes(tree.head(token))) ?? used.at(-1) ?? anchor
  // "drone strike" with its first word taken for the verb: the last word is the noun.
  const last = used.at(-1) ?? top
  return tree.isVerb(top) && tree.upos[last] === 'NOUN' ? last : top
}

/** The tokens of a phrase, or null. A `V ~ N` phrase also matches where N is the verb's subject in the passive or its head. */
function matchWords(tree: Tree, pattern: Pattern, at: number): number[] | null {
  return matchInLine(tree, pattern, at) ?? matchInTree(tree, pattern, at)
}

/** Words and tags of a sentence in their order: all that a phrase in line is found by. */
export type Line = Pick<Tree, 'length' | 'form' | 'upos'>

/** The tokens of a phrase whose words stand in their order, or null. */
export function matchInLine(tree: Line, pattern: Pattern, at: number): number[] | null {
  const used = [at]
  let position = at
  for (let k = pattern.anchor - 1; k >= 0; k--) {
    const word = pattern.words[k]
    if (word?.kind !== 'word') return null
    // An adverb may stand between a negation or a modal and its verb.
    let back = position - 1
    while (back >= 0 && position - back <= 2 && !word.forms.has(tree.form(back))) back--
    if (back < 0 || !word.forms.has(tree.form(back))) return null
    position = back
    used.unshift(position)
  }
  position = at
  let gap = 0
  for (let k = pattern.anchor + 1; k < pattern.words.length; k++) {
    const word = pattern.words[k]
    if (word === undefined) return null
    if (word.kind === 'gap') {
      gap = MAX_GAP_TOKENS
      continue
    }
    const slack = gap > 0 ? gap : pattern.entry.pos === 'v' && k === pattern.anchor + 1 ? 1 : 0
    let next = position + 1
    while (next < tree.length && next - position <= slack + 1 && !word.forms.has(tree.form(next))) {
      if (gap === 0 && tree.upos[next] !== 'ADV' && tree.form(next) !== '-') return null
      if (/^[.;:!?"“”]$/u.test(tree.form(next))) return null
      next++
    }
    if (next >= tree.length || next - position > slack + 1 || !word.forms.has(tree.form(next))) return null
    position = next
    used.push(position)
    gap = 0
  }
  return used
}

function matchInTree(tree: Tree, pattern: Pattern, at: number): number[] | null {
  if (pattern.entry.pos !== 'v' || pattern.anchor !== 0 || !tree.parsed) return null
  const particles: number[] = []
  let k = 1
  // A particle or preposition straight after the verb ("pulled out ~ troops").
  while (k < pattern.words.length) {
    const word = pattern.words[k]
    if (word?.kind !== 'word' || word.content) break
    if (!word.forms.has(tree.form(at + k))) return null
    particles.push(at + k)
    k++
  }
  if (pattern.words[k]?.kind !== 'gap') return null
  const noun = pattern.words[k + 1]
  if (noun?.kind !== 'word' || !noun.content) return null
  const near = [...tree.kidsBy(at, 'nsubj:pass', 'obj', 'obl', 'nsubj')]
  // "lifted a state of emergency": the noun may stand behind one that counts or names it.
  near.push(
    ...tree
      .kidsBy(at, 'obj', 'nsubj:pass')
      .flatMap((kid) => tree.kids(kid).filter((inner) => tree.plain(inner) === 'nmod' && tree.caseOf(inner) === 'of')),
  )
  const relation = tree.plain(at)
  if (relation === 'acl' || relation === 'amod') near.push(tree.head(at))
  const hit = near.find(
    (token) =>
      token >= 0 && noun.forms.has(tree.form(token)) && (tree.relation(token) !== 'nsubj' || tree.isPassive(at)),
  )
  return hit === undefined ? null : [at, ...particles, hit]
}

/** What fills a slot of the match, by the part of speech of its entry. `used` are the words of the phrase itself. */
export function fill(
  tree: Tree,
  head: number,
  entry: TriggerEntry,
  slot: string,
  used: readonly number[] = [],
): readonly number[] {
  if (slot === 'a') {
    for (const name of entry.frame.actor) {
      const heads = fill(tree, head, entry, name, used)
      if (heads.length > 0) return heads
    }
    return []
  }
  if (entry.pos === 'n') return nounSlot(tree, head, slot).heads.filter((token) => !used.includes(token))
  if (entry.pos === 'a') return slot === 'subj' ? subjectOf(tree, head).heads : verbSlot(tree, head, slot).heads
  const heads = verbSlot(tree, head, slot).heads.filter((token) => !used.includes(token))
  if (heads.length === 0 && slot === 'subj' && !tree.isPassive(head)) {
    const near = nearbySubject(tree, head)
    return near >= 0 && !used.includes(near) ? [near] : []
  }
  if (heads.length > 0 || slot !== 'obj') return heads
  // "brought in troops", "set fire to the shop": the noun after the phrase's own particle or preposition.
  for (let i = head + 1; i < tree.length; i++) {
    const relation = tree.plain(i)
    if (
      (relation === 'obl' || relation === 'nmod' || relation === 'obj') &&
      !used.includes(i) &&
      tree.kids(i).some((kid) => used.includes(kid) && tree.plain(kid) === 'case')
    )
      return [i]
  }
  if (tree.isPassive(head)) return []
  const near = nearbyObject(tree, head)
  return near >= 0 && !used.includes(near) ? [near] : []
}

function holds(
  tree: Tree,
  head: number,
  entry: TriggerEntry,
  condition: Condition,
  classes: WordClasses,
  used: readonly number[],
): boolean {
  return condition.some((test) => testHolds(tree, head, entry, test, classes, used))
}

function testHolds(
  tree: Tree,
  head: number,
  entry: TriggerEntry,
  test: SlotTest,
  classes: WordClasses,
  used: readonly number[],
): boolean {
  const forbidden = test.demand === 'forbidden'
  switch (test.slot) {
    case 'sent':
      return test.classes.some((cue) => classes.hasCue(tree, cue, head)) !== forbidden
    case 'sense':
      return test.classes.some((cue) => classes.hasCue(tree, cue, head)) !== forbidden
    case 'quantity':
      return tree.kidBy(head, 'nummod') >= 0 !== forbidden
    case 'prt':
      return tree.kids(head).some((kid) => kid > head && test.classes.includes(tree.form(kid))) !== forbidden
    case 'gov':
      return test.classes.includes(tree.lemma(tree.head(head))) !== forbidden
    case 'ends':
      return GOVERNORS_OF_RESTRICTION.has(tree.lemma(tree.head(head))) !== forbidden
    case 'quoted':
    case 'reported':
      return isReported(tree, head) !== forbidden
  }
  const heads = fill(tree, head, entry, test.slot, used)
  if (heads.length === 0) return test.demand !== 'filled'
  if (forbidden) return !heads.some((token) => test.classes.some((name) => classes.isSurely(tree, token, name)))
  return heads.some((token) => test.classes.some((name) => classes.is(tree, token, name)))
}

/** Inside quotation marks, or under a verb of speech. */
function isReported(tree: Tree, head: number): boolean {
  let open = false
  for (let i = 0; i < head; i++) if (/["“”«»]|''|``/u.test(tree.form(i))) open = !open
  if (open) return true
  return [head, ...tree.ancestors(head)].some(
    (token) => ['ccomp', 'parataxis'].includes(tree.plain(token)) && tree.head(token) >= 0,
  )
}
