import type { Tree } from './tree.ts'

/** Tokens looked at on either side of a verb when the tree names no subject or object. */
const REACH_TOKENS = 14
/** Nouns that say when: without a preposition they are adverbials. */
const TIME_NOUN =
  /^(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|yesterday|today|tomorrow|day|week|weekend|month|year|morning|afternoon|evening|night|time|hour|minute|decade)$/u
const INSIDE = new Set(['DET', 'ADJ', 'NUM', 'NOUN', 'PROPN', 'SYM', 'PART'])

/**
 * The noun phrase right behind a verb, where the tree gives no object: its last noun. A preposition, a comma or another
 * verb ends the search. Mends parses that take the phrase for a clause or an adverbial.
 */
export function nearbyObject(tree: Tree, verb: number): number {
  let head = -1
  for (let i = verb + 1; i < tree.length && i - verb <= REACH_TOKENS; i++) {
    const tag = tree.upos[i] as string
    const form = tree.form(i)
    if (tag === 'ADV' || form === '-' || form === 'than') {
      if (head >= 0 && tag === 'ADV') break
      continue
    }
    if (!INSIDE.has(tag)) break
    if (form === 'to' || form === "n't" || form === 'not') break
    if (tag === 'NOUN' || tag === 'PROPN' || tag === 'SYM') head = i
    else if (tag === 'DET' && head >= 0) break
  }
  return head
}

/**
 * The noun phrase before a finite verb, where the tree gives no subject. Phrases with a preposition are stepped over.
 */
export function nearbySubject(tree: Tree, verb: number): number {
  if (!isFiniteVerb(tree, verb)) return -1
  for (let i = verb - 1; i >= 0 && verb - i <= REACH_TOKENS; i--) {
    const tag = tree.upos[i] as string
    if (/^["“”;:]$/u.test(tree.form(i)) || tag === 'SCONJ') return -1
    if (tag !== 'NOUN' && tag !== 'PROPN' && tag !== 'PRON') {
      if (tag === 'VERB' && i < verb - 1 && tree.isVerb(i) && tree.kidBy(i, 'nsubj') >= 0) return -1
      continue
    }
    const top = phraseTop(tree, i)
    if (tree.caseOf(top) !== '' || tree.relation(top) === 'nmod:poss') {
      i = Math.min(i, leftOf(tree, top))
      continue
    }
    if (tree.plain(top) === 'obj') continue
    // A noun without a preposition that names no time is no adverbial: "The minister, in remarks on Monday, urged …".
    if (
      tree.plain(top) === 'obl' &&
      (tree.relation(top) !== 'obl' || tree.head(top) !== verb || TIME_NOUN.test(tree.lemma(top)))
    )
      continue
    return top
  }
  return -1
}

function isFiniteVerb(tree: Tree, verb: number): boolean {
  const tag = tree.tokens[verb]?.xpos ?? ''
  return (
    tag === 'VBD' ||
    tag === 'VBZ' ||
    tag === 'VBP' ||
    tag === 'MD' ||
    tag === '' ||
    tree.kids(verb).some((kid) => tree.plain(kid) === 'aux')
  )
}

function phraseTop(tree: Tree, i: number): number {
  let at = i
  for (let step = 0; step < 6; step++) {
    const head = tree.head(at)
    if (
      head < 0 ||
      tree.isVerb(head) ||
      !/^(?:compound|flat|nmod|amod|det|nummod|conj|appos)$/u.test(tree.plain(at)) ||
      tree.caseOf(at) !== ''
    )
      return at
    at = head
  }
  return at
}

function leftOf(tree: Tree, top: number): number {
  return tree.subtree(top)[0] ?? top
}
