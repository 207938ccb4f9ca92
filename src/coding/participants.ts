import type { Draft, Participant } from './draft.ts'
import { fill } from './match.ts'
import { receiver } from './slots.ts'
import type { Tree } from './tree.ts'
import type { WordClasses } from './word-classes.ts'

/** Members of one role that are kept; a longer list is a table, not a clause. */
const MAX_MEMBERS = 12
/** Branches of a noun that are not part of the name of a participant. */
const CUT = new Set([
  'acl:relcl',
  'acl',
  'punct',
  'cc',
  'cc:preconj',
  'conj',
  'appos',
  'parataxis',
  'advcl',
  'dep',
  'orphan',
  'advmod',
  'cop',
  'nsubj',
  'mark',
  'aux',
  'discourse',
  'list',
  'ccomp',
  'obl',
  'det:predet',
  'xcomp',
  'nsubj:pass',
  'obj',
  'expl',
  'csubj',
])

/**
 * The phrase of a head as a participant: the noun with its modifiers, without clauses and coordination. `issues` are the
 * prepositions that mark the issue in the frame of the trigger: what they mark is no part of the name.
 */
export function participant(tree: Tree, head: number, rule: string, issues: readonly string[] = []): Participant {
  const words = tree.subtree(head, (kid) => {
    const relation = tree.relation(kid)
    // "accused the army of killings": what it is accused of hangs on the army.
    if (relation === 'nmod' && tree.head(kid) === head && issues.includes(tree.caseOf(kid))) return true
    if (relation === 'case') return kid < head || kid > head
    // "British and French troops": modifiers that are coordinated are all part of the phrase.
    if ((relation === 'conj' || relation === 'cc') && kid < head && tree.head(kid) !== head && isModifier(tree, kid))
      return false
    if (relation === 'nmod' || relation === 'nmod:tmod' || relation === 'nmod:npmod') return !keepsNominal(tree, kid)
    return CUT.has(relation) && !(relation === 'punct' && tree.form(kid) === '-')
  })
  const span = contiguous(words, head)
  const first = tree.tokens[span[0]]
  const last = tree.tokens[span[1]]
  return { tree, head, start: first?.start ?? 0, end: last?.end ?? 0, rule }
}

/** Whether a word is coordinated inside what stands before a noun. */
function isModifier(tree: Tree, kid: number): boolean {
  let at = kid
  while (tree.plain(at) === 'conj' || tree.plain(at) === 'cc') at = tree.head(at)
  return /^(?:amod|compound|nmod:poss|nummod)$/u.test(tree.relation(at))
}

/** "of" phrases belong to a name or a role ("minister of health", "dozens of miners"); place and time phrases do not. */
function keepsNominal(tree: Tree, kid: number): boolean {
  const marker = tree.caseOf(kid)
  return marker === 'of' || marker === ''
}

/** The run of words around the head without a hole. Holes of one hyphen or article are closed. */
function contiguous(words: readonly number[], head: number): [number, number] {
  let first = head
  let last = head
  const set = new Set(words)
  while (first - 1 >= 0 && (set.has(first - 1) || (set.has(first - 2) && first - 2 >= 0))) first--
  while (set.has(last + 1) || set.has(last + 2)) last++
  return [first, last]
}

/** A head with those coordinated with it. */
export function expand(tree: Tree, heads: readonly number[]): number[] {
  const out: number[] = []
  for (const head of heads) {
    out.push(head)
    for (const kid of tree.kidsBy(head, 'conj')) {
      if (tree.isVerb(kid) || out.includes(kid)) continue
      out.push(...expand(tree, [kid]).filter((token) => !out.includes(token)))
    }
  }
  return out.slice(0, MAX_MEMBERS)
}

const EXPLETIVE = new Set([
  'there',
  'this',
  'that',
  'what',
  'which',
  'these',
  'those',
  'such',
  'everything',
  'nothing',
  'something',
  'so',
])

/** Nouns that count others; of weapons they are no participants. */
const SERIES = new Set(['series', 'volley', 'barrage', 'round', 'hail', 'salvo'])

/** Whether a word may be a participant at all. */
function mayAct(tree: Tree, head: number): boolean {
  if (tree.isVerb(head)) return false
  const tag = tree.upos[head]
  if (tag === 'PUNCT' || tag === 'ADV' || (tag === 'DET' && EXPLETIVE.has(tree.form(head)))) return false
  return !EXPLETIVE.has(tree.form(head))
}

/** Fills actors, recipients and issues of a draft from its frame. */
export function assignRoles(draft: Draft, classes: WordClasses, isTime: (tree: Tree, token: number) => boolean): void {
  const { tree, head } = draft
  const { entry } = draft.match
  const { frame } = entry
  const slot = (name: string): number[] => {
    const heads = fill(tree, head, entry, name, draft.match.used)
    return name === 'comp' ||
      name === 'of' ||
      name === 'in' ||
      name === 'at' ||
      name === 'near' ||
      name === 'on' ||
      name === 'outside'
      ? heads.filter((token) => plausible(tree, token, name, classes, entry.type))
      : [...heads]
  }
  // What is fired or set off is not who is hit.
  const isMeans = (token: number): boolean =>
    entry.type === 'ASSAULT' &&
    (classes.is(tree, token, 'bomb') ||
      (classes.is(tree, token, 'weapon') && !classes.is(tree, token, 'vehicle')) ||
      SERIES.has(tree.lemma(token)))
  const take = (names: readonly string[], taken: readonly number[]): [number[], string] => {
    for (const name of names) {
      const heads = expand(tree, slot(name)).filter(
        (token) => mayAct(tree, token) && !taken.includes(token) && !isTime(tree, token) && !isMeans(token),
      )
      if (heads.length > 0) return [heads, name]
    }
    return [[], '']
  }
  let [actors, actorSlot] = take(frame.actor, [])
  let [recipients, recipientSlot] = take(frame.recipient, actors)
  // "A suicide bomber …": the word names who acts.
  if (entry.pos === 'n' && actors.length === 0 && classes.isSurely(tree, head, 'actor')) {
    actors = [head]
    actorSlot = 'self'
  }
  if (entry.pos === 'n') {
    const befalls = receiver(tree, head).heads
    if (befalls.length > 0 && recipients.length === 0) {
      recipients = expand(tree, befalls).filter((token) => mayAct(tree, token) && !actors.includes(token))
      recipientSlot = 'receiver'
    }
  }
  if (frame.host) {
    // The visitor acts, the host receives.
    ;[actors, recipients] = [recipients, actors]
  }
  if (frame.reciprocal) {
    const members = [...actors, ...recipients.filter((token) => !actors.includes(token))]
    actors = members
    recipients = []
  }
  draft.actors = actors.map((token) => participant(tree, token, actorSlot))
  const issues = entry.pos === 'v' && recipientSlot === 'obj' ? frame.issue : []
  draft.recipients = recipients.map((token) => participant(tree, token, recipientSlot, issues))
  if (actors.length > 0) draft.basis.push(`actor:${actorSlot}`)
  if (recipients.length > 0) draft.basis.push(`recipient:${recipientSlot}`)
  for (const name of frame.issue) {
    const heads = fill(tree, head, entry, name, draft.match.used)
    const first = heads.find((token) => !isTime(tree, token))
    if (first === undefined) continue
    const span = clauseSpan(tree, first, head)
    if (span !== null && !draft.recipients.some((other) => other.head === first && name !== 'obj')) {
      draft.issues.push(span)
      draft.basis.push(`issue:${name}`)
      break
    }
  }
}

/** A modifier or a locative phrase acts only if it names someone. */
function plausible(tree: Tree, token: number, slot: string, classes: WordClasses, type: string): boolean {
  // What is fired at is hit, whatever it is.
  if (type === 'ASSAULT' && slot === 'at' && tree.plain(token) === 'obl' && tree.upos[token] === 'NOUN') return true
  if (slot === 'comp') return classes.is(tree, token, 'actor') || classes.is(tree, token, 'person')
  if (slot === 'of')
    return (
      classes.is(tree, token, 'actor') ||
      classes.is(tree, token, 'building') ||
      classes.is(tree, token, 'place') ||
      type === 'ASSAULT' ||
      type === 'COERCE'
    )
  return (
    classes.is(tree, token, 'actor') ||
    classes.is(tree, token, 'building') ||
    classes.is(tree, token, 'forces') ||
    classes.is(tree, token, 'vehicle')
  )
}

/** The characters of a phrase or clause that tells what an event is about, at most 25 tokens, its marker left out. */
export function clauseSpan(tree: Tree, top: number, trigger: number): { start: number; end: number } | null {
  const words = tree.subtree(
    top,
    (kid) =>
      kid === trigger ||
      (tree.plain(kid) === 'conj' && tree.isVerb(kid) && !tree.isVerb(top)) ||
      tree.plain(kid) === 'parataxis',
  )
  const inner = words.filter(
    (word) =>
      !(
        tree.head(word) === top &&
        (tree.relation(word) === 'case' || tree.relation(word) === 'mark' || tree.relation(word) === 'punct')
      ),
  )
  let first = inner[0]
  if (first === undefined) return null
  let last = first
  for (const word of inner) {
    if (word - last > 2 || word - first >= 25) break
    last = word
  }
  if (last < top) {
    first = top
    last = top
  }
  const a = tree.tokens[first]
  const b = tree.tokens[last]
  return a === undefined || b === undefined ? null : { start: a.start, end: b.end }
}
