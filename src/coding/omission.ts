import { type Draft, draftOf, type Match } from './draft.ts'
import { DUTY_BEARERS, EXPECTED, FAILURE, IDIOMS, INACTION } from './en/omission-words.ts'
import type { TriggerEntry } from './lexicon.ts'
import { participant } from './participants.ts'
import { subjectOf } from './slots.ts'
import type { CodingState } from './state.ts'
import type { Tree } from './tree.ts'

/** The row that omissions are coded under: what was expected, mostly that order be kept. */
const OMISSION: TriggerEntry = {
  id: 'coerce.omission',
  type: 'COERCE',
  pos: 'v',
  phrases: [],
  modes: ['restrict'],
  form: null,
  cameo: null,
  frame: { actor: ['subj'], recipient: [], issue: [], reciprocal: false, host: false },
  conditions: [],
  example: '',
}
const NEGATION = /^(?:not|n't|never|no|neither|hardly|cannot)$/u

/**
 * Finds failures to act of those with a duty to: police, army, authorities. They are records of the expected act with
 * negative polarity. Negated records of the police are marked as omissions too.
 */
export function markOmissions(state: CodingState): void {
  const found: Draft[] = []
  for (const tree of state.trees.values()) {
    const omission = omissionIn(state, tree)
    if (omission === null) continue
    found.push(omission)
    // The negated act itself is the omission, not a second record, nor is the word that it was read from.
    for (const draft of state.drafts)
      if (
        draft.tree === tree &&
        draft.dropped === null &&
        draft.actors.some((actor) => omission.actors.some((other) => other.head === actor.head)) &&
        (draft.polarity === 'negative' || draft.match.used.includes(omission.head))
      )
        draft.dropped = 'told as an omission'
  }
  state.drafts.push(...found)
  for (const draft of state.drafts)
    if (
      draft.dropped === null &&
      draft.polarity === 'negative' &&
      !draft.omission &&
      draft.actors.some((actor) => isDutyBearer(actor.tree, actor.head))
    )
      draft.omission = true
  state.drafts.sort((a, b) => a.tree.sentence.index - b.tree.sentence.index || a.match.first - b.match.first)
}

function isDutyBearer(tree: Tree, i: number): boolean {
  return DUTY_BEARERS.has(tree.lemma(i)) || DUTY_BEARERS.has(tree.form(i))
}

function omissionIn(state: CodingState, tree: Tree): Draft | null {
  for (let i = 0; i < tree.length; i++) {
    const actor = nominalOmission(tree, i) ?? verbalOmission(tree, i)
    if (actor !== null) return make(tree, i, actor)
  }
  // Idioms need a duty-bearer somewhere in the sentence.
  const bearer = tree.heads.findIndex((_, i) => isDutyBearer(tree, i) && tree.isNominal(i))
  if (bearer < 0) return null
  const text = state.article.text.slice(tree.sentence.start, tree.sentence.end).toLowerCase()
  for (const idiom of IDIOMS) {
    const match = idiom.exec(text)
    if (match === null) continue
    const at = tree.sentence.start + match.index
    const token = tree.tokens.findIndex((each) => each.end > at)
    return make(tree, Math.max(0, token), bearer)
  }
  return null
}

/** "police inaction", "inaction on the part of the police", "the failure of the government to protect …", "lack of police action". */
function nominalOmission(tree: Tree, i: number): number | null {
  const lemma = tree.lemma(i)
  const strong = INACTION.has(lemma) || INACTION.has(tree.form(i))
  if (!strong && !FAILURE.has(lemma)) return null
  const near = tree.subtree(i).filter((word) => isDutyBearer(tree, word))
  const direct = near[0]
  if (direct === undefined) return null
  if (strong) return direct
  // A failure tells of an omission where an act follows, or where what lacks is the police.
  const acts = tree
    .subtree(i)
    .some(
      (word) =>
        EXPECTED.has(tree.lemma(word)) ||
        /^(?:action|protection|response|presence|security|law)$/u.test(tree.lemma(word)),
    )
  return acts ? direct : null
}

/** "failed to protect", "did not act", "could not stop", "refused to register", "were unable to". */
function verbalOmission(tree: Tree, i: number): number | null {
  if (!tree.isVerb(i) && tree.upos[i] !== 'ADJ') return null
  const lemma = tree.lemma(i)
  const subject = subjectOf(tree, i).heads.find((head) => isDutyBearer(tree, head))
  const failing = /^(?:fail|neglect|refuse|decline|unable|hesitate|omit)$/u.test(lemma)
  if (failing) {
    if (subject === undefined) return null
    return tree.kidsBy(i, 'xcomp', 'advcl', 'ccomp').some((kid) => EXPECTED.has(tree.lemma(kid))) ||
      tree.kidsBy(i, 'obl').some((kid) => /^(?:duty|responsibility|task)$/u.test(tree.lemma(kid)))
      ? subject
      : null
  }
  if (subject === undefined || !EXPECTED.has(lemma)) return null
  const kids = tree.kids(i)
  const negated =
    kids.some((kid) => NEGATION.test(tree.form(kid))) || tree.kids(subject).some((kid) => tree.form(kid) === 'no')
  const modal = kids.find(
    (kid) => tree.plain(kid) === 'aux' && /^(?:will|would|should|must|may|might|wo)$/u.test(tree.form(kid)),
  )
  return negated && modal === undefined ? subject : null
}

function make(tree: Tree, head: number, actor: number): Draft {
  const match: Match = { entry: OMISSION, phrase: 'omission', tree, head, first: head, last: head, used: [head] }
  const draft = draftOf(match)
  draft.actors = [participant(tree, actor, 'duty')]
  draft.polarity = 'negative'
  draft.omission = true
  draft.basis.push('omission')
  return draft
}
