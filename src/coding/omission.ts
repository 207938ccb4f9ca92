import { type Draft, draftOf, type Match } from './draft.ts'
import { DUTY_BEARERS, EXPECTED, FAILURE, IDIOMS, INACTION } from './en/omission-words.ts'
import type { EventType } from './event-record.ts'
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
/** Acts that those with the duty to keep order are expected to do; words left unsaid and force not used are no omission. */
const DUTIES: ReadonlySet<EventType> = new Set(['COERCE', 'MOBILIZE', 'AID'])
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
      DUTIES.has(draft.type) &&
      !draft.basis.includes('negation:prevent') &&
      draft.actors.some((actor) => isDutyBearer(state, actor.tree, actor.head))
    )
      draft.omission = true
  state.drafts.sort((a, b) => a.tree.sentence.index - b.tree.sentence.index || a.match.first - b.match.first)
}

/** Words for whom a duty-bearer's word may only count or name: "a team of police", "the police party". */
const GROUPS = /^(?:team|party|contingent|squad|unit|column|company|group|dozen|hundred|number|handful|posse|chief)$/u

/** Someone with a duty to keep order, by the word itself, by the words that name a group, or as what a pronoun stands for. */
function isDutyBearer(state: CodingState, tree: Tree, i: number): boolean {
  if (isDutyWord(tree, i)) return true
  if (GROUPS.test(tree.lemma(i))) return tree.kidsBy(i, 'compound', 'nmod', 'amod').some((kid) => isDutyWord(tree, kid))
  const token = tree.tokens[i]
  if (token === undefined || tree.upos[i] !== 'PRON') return false
  const mention = state.index.actorAt(token)
  const meant = mention?.antecedent === undefined ? undefined : state.mentions.actors[mention.antecedent]
  return meant?.sector[0] === 'COP' || meant?.sector[0] === 'MIL'
}

function isDutyWord(tree: Tree, i: number): boolean {
  return DUTY_BEARERS.has(tree.lemma(i)) || DUTY_BEARERS.has(tree.form(i))
}

function omissionIn(state: CodingState, tree: Tree): Draft | null {
  for (let i = 0; i < tree.length; i++) {
    const actor = nominalOmission(state, tree, i) ?? verbalOmission(state, tree, i)
    if (actor !== null) return make(tree, i, actor)
  }
  // Idioms need a duty-bearer somewhere in the sentence.
  const bearer = tree.heads.findIndex((_, i) => isDutyWord(tree, i) && tree.isNominal(i))
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
function nominalOmission(state: CodingState, tree: Tree, i: number): number | null {
  const lemma = tree.lemma(i)
  const strong = INACTION.has(lemma) || INACTION.has(tree.form(i))
  if ((!strong && !FAILURE.has(lemma)) || isNegated(tree, i)) return null
  const below = tree.subtree(i)
  const owner = tree
    .kids(i)
    .flatMap((kid) => [kid, ...tree.kidsBy(kid, 'nmod', 'conj', 'compound', 'nmod:poss')])
    .find((kid) => isDutyBearer(state, tree, kid))
  const possessor = tree.kidsBy(i, 'nmod:poss').find((kid) => /^(?:their|its|his|her)$/u.test(tree.form(kid)))
  // "criticised the police for their inaction"
  const before =
    strong && possessor !== undefined
      ? tree.heads.findLastIndex((_, k) => k < i && isDutyWord(tree, k) && tree.isNominal(k))
      : -1
  const direct = owner ?? (strong ? below.find((word) => isDutyBearer(state, tree, word)) : undefined)
  const actor = direct ?? (before >= 0 ? before : undefined)
  if (actor === undefined) return null
  if (strong) return actor
  // A failure tells of an omission where an act follows, where what lacks is the police, or where it is a total one.
  const acts = below.some(
    (word) =>
      EXPECTED.has(tree.lemma(word)) ||
      /^(?:action|protection|response|presence|security|law)$/u.test(tree.lemma(word)),
  )
  const whole = tree.kids(i).some((kid) => /^(?:total|complete|utter|abject|absolute)$/u.test(tree.form(kid)))
  return acts || whole ? actor : null
}

/** "no complacency", "denied any inaction" */
function isNegated(tree: Tree, i: number): boolean {
  return tree.kids(i).some((kid) => /^(?:no|any|not)$/u.test(tree.form(kid)))
}

const FAILING = /^(?:fail|neglect|refuse|decline|unable|hesitate|omit|reluctant|unwilling)$/u
/** What fails where the next verb is negated: "were not able to", "did not bother to". */
const WANTING = /^(?:able|bother|care|try|attempt|manage|seek|dare)$/u
const FUTURE = /^(?:will|would|should|must|may|might|wo|could|can|ca)$/u
/** Verbs that tell of an act of order only with one of these as their object. */
const VAGUE = /^(?:take|make|do|use|have)$/u
const STEPS =
  /^(?:action|step|measure|notice|cognizance|cognisance|effort|attempt|arrest|move|anything|nothing|much|duty|job|force)$/u
/** Acts of order that are done to those with the duty themselves. */
const SENDING = /^(?:deploy|send|use|call)$/u

/** "failed to protect", "did not act", "could not stop", "refused to register", "were unable to". */
function verbalOmission(state: CodingState, tree: Tree, i: number): number | null {
  if (!tree.isVerb(i) && tree.upos[i] !== 'ADJ') return null
  const lemma = tree.lemma(i)
  const failing = FAILING.test(lemma)
  const wanting = WANTING.test(lemma)
  if (!failing && !wanting && !EXPECTED.has(lemma)) return null
  const kids = tree.kids(i)
  const aux = kids.filter((kid) => tree.plain(kid) === 'aux').map((kid) => tree.form(kid))
  if (isSupposed(tree, i)) return null
  const passive = tree.isPassive(i)
  const subjects = passive && SENDING.test(lemma) ? tree.kidsBy(i, 'nsubj:pass', 'nsubj') : subjectOf(tree, i).heads
  const subject = subjects.find((head) => isDutyBearer(state, tree, head)) ?? blamed(state, tree, i)
  if (subject === undefined) return null
  const negated =
    kids.some((kid) => NEGATION.test(tree.form(kid))) ||
    tree.kids(subject).some((kid) => /^(?:no|neither)$/u.test(tree.form(kid)))
  if (failing || (wanting && negated)) {
    // What they may fail in one day is no omission; "could not" is.
    if (aux.some((form) => FUTURE.test(form))) return null
    return tree.kidsBy(i, 'xcomp', 'advcl', 'ccomp').some((kid) => isActOfOrder(tree, kid)) ||
      tree.kidsBy(i, 'obl').some((kid) => /^(?:duty|responsibility|task)$/u.test(tree.lemma(kid)))
      ? subject
      : null
  }
  if (!EXPECTED.has(lemma) || !negated || !isActOfOrder(tree, i)) return null
  if (passive && !SENDING.test(lemma)) return null
  return aux.some((form) => FUTURE.test(form) && !/^c/u.test(form)) ? null : subject
}

function isActOfOrder(tree: Tree, i: number): boolean {
  const lemma = tree.lemma(i)
  if (lemma === 'discharge' || lemma === 'perform')
    return tree.kidsBy(i, 'obj').some((kid) => /^(?:duty|responsibility|function|job)$/u.test(tree.lemma(kid)))
  if (!EXPECTED.has(lemma)) return false
  return !VAGUE.test(lemma) || tree.kidsBy(i, 'obj', 'nsubj:pass').some((kid) => STEPS.test(tree.lemma(kid)))
}

/** "whether the state failed to act", "if police do not come" */
function isSupposed(tree: Tree, i: number): boolean {
  return [i, ...tree.ancestors(i).slice(0, 2)].some((at) =>
    tree.kids(at).some((kid) => tree.plain(kid) === 'mark' && /^(?:if|whether|unless)$/u.test(tree.form(kid))),
  )
}

/** "criticised the police for not arresting them": the one who is blamed by the verb above. */
function blamed(state: CodingState, tree: Tree, i: number): number | undefined {
  if (!tree.isGerund(i) || tree.plain(i) !== 'advcl') return undefined
  if (!tree.kids(i).some((kid) => tree.plain(kid) === 'mark' && tree.form(kid) === 'for')) return undefined
  return tree.kidsBy(tree.head(i), 'obj').find((kid) => isDutyBearer(state, tree, kid))
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
