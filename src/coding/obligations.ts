import { type Draft, draftOf, type Match } from './draft.ts'
import { attitudeOf } from './en/attitudes.ts'
import type { EventType } from './event-record.ts'
import type { TriggerEntry } from './lexicon.ts'
import { clauseSpan, expand, participant } from './participants.ts'
import { subjectOf, verbSlot } from './slots.ts'
import type { CodingState } from './state.ts'
import type { Tree } from './tree.ts'

/** The row that obligations are coded under: "the minister said the rebels must disarm". */
const OBLIGATION: TriggerEntry = {
  id: 'request.obligation',
  type: 'REQUEST',
  pos: 'v',
  phrases: [],
  modes: [],
  form: null,
  cameo: null,
  frame: { actor: ['speaker'], recipient: ['subj'], issue: ['obj', 'xcomp'], reciprocal: false, host: false },
  conditions: [],
  example: '',
}
const MODAL = /^(?:must|should|ought|shall)$/u
const NEGATION = /^(?:not|n't|never)$/u

/** Types whose refusal is meant by "will not": what was asked for is not given. */
const GIVEN: Readonly<Partial<Record<EventType, string>>> = {
  RETREAT: 'yield',
  CONCEDE: 'yield',
  AID: 'assist',
  COOPERATE: 'assist',
  CONSULT: 'meet',
  AGREE: 'change',
  SUPPORT: 'change',
}

/**
 * Finds demands that are worded as duties of others: what somebody says that another must or should do. What is
 * demanded is dropped as an event of its own.
 */
export function findObligations(state: CodingState): void {
  const found: Draft[] = []
  for (const tree of state.trees.values())
    for (let verb = 0; verb < tree.length; verb++) {
      const draft = obligationAt(state, tree, verb)
      if (draft === null) continue
      const others = state.drafts.filter(
        (other) =>
          other.tree === tree &&
          other.dropped === null &&
          (other.head === verb || (tree.dominates(verb, other.head) && other.certainty === 'called-for')),
      )
      if (others.some((other) => other.type === 'REQUEST' || other.omission)) continue
      for (const other of others) other.dropped = 'content of an obligation'
      found.push(draft)
    }
  if (found.length === 0) return
  state.drafts.push(...found)
  state.drafts.sort((a, b) => a.tree.sentence.index - b.tree.sentence.index || a.match.first - b.match.first)
}

function obligationAt(state: CodingState, tree: Tree, verb: number): Draft | null {
  if (!tree.isVerb(verb) && tree.upos[verb] !== 'ADJ') return null
  const modal = tree.kids(verb).find((kid) => tree.plain(kid) === 'aux' && MODAL.test(tree.form(kid)))
  if (modal === undefined) return null
  const relation = tree.plain(verb)
  if (relation !== 'ccomp' && relation !== 'parataxis' && relation !== 'conj') return null
  const clause = relation === 'conj' ? tree.head(verb) : verb
  const above = relation === 'parataxis' ? tree.head(verb) : tree.head(clause)
  const voice =
    above >= 0 && (attitudeOf(tree.lemma(above)) === 'say' || attitudeOf(tree.lemma(above)) === 'claim') ? above : -1
  if (voice < 0 || tree.plain(clause) === 'advcl') return null
  const speaker = subjectOf(tree, voice).heads.find(
    (head) => state.classes.is(tree, head, 'actor') || tree.upos[head] === 'PRON',
  )
  if (speaker === undefined) return null
  const passive = tree.isPassive(verb)
  const subjects = (passive ? verbSlot(tree, verb, 'obj') : subjectOf(tree, verb)).heads
  const bound = subjects.filter((head) => state.classes.is(tree, head, 'actor') && tree.upos[head] !== 'PRON')
  if (bound.length === 0 && !passive) return null
  const match: Match = {
    entry: OBLIGATION,
    phrase: 'must',
    tree,
    head: verb,
    first: Math.min(modal, verb),
    last: verb,
    used: [verb, modal],
  }
  if (verb - modal > 4 || modal > verb) Object.assign(match, { first: verb })
  const draft = draftOf(match)
  draft.actors = expand(tree, [speaker]).map((head) => participant(tree, head, 'speaker'))
  draft.recipients = passive ? [] : expand(tree, bound).map((head) => participant(tree, head, 'bound'))
  const about = passive ? subjects[0] : (verbSlot(tree, verb, 'obj').heads[0] ?? verbSlot(tree, verb, 'xcomp').heads[0])
  const span = about === undefined ? null : clauseSpan(tree, about, verb)
  if (span !== null) draft.issues.push(span)
  draft.basis.push(`obligation:${tree.form(modal)}`)
  return draft
}

/** "will not release the hostages": a refusal. Reads what composition has found. */
export function refusals(draft: Draft): void {
  const mode = GIVEN[draft.type]
  if (mode === undefined || draft.polarity !== 'negative' || draft.match.entry.pos !== 'v') return
  const { tree, head } = draft
  const carriers = [head, ...tree.ancestors(head).slice(0, 2)]
  const refused = carriers.some((verb) => {
    const kids = tree.kids(verb)
    return (
      kids.some((kid) => /^(?:will|would|wo)$/u.test(tree.form(kid))) &&
      kids.some((kid) => NEGATION.test(tree.form(kid)))
    )
  })
  if (!refused) return
  draft.type = 'REJECT'
  draft.modes = [mode]
  draft.form = null
  draft.polarity = 'positive'
  draft.certainty = 'asserted'
  draft.cue = null
  draft.evidence = draft.evidence.filter((each) => each.field !== 'polarity')
  draft.basis.push('composition:will-not')
}
