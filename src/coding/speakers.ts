import type { Draft, Participant } from './draft.ts'
import { attitudeOf } from './en/attitudes.ts'
import { expand, participant } from './participants.ts'
import { subjectOf } from './slots.ts'
import type { CodingState } from './state.ts'
import type { Tree } from './tree.ts'

const FIRST_PERSON = new Set(['i', 'we', 'me', 'us', 'my', 'our', 'myself', 'ourselves'])
const THIRD_PERSON = new Set(['he', 'she', 'it', 'they', 'him', 'her', 'them', 'his', 'its', 'their', 'who'])
const SINGULAR_PERSON = new Set(['he', 'she', 'him', 'her', 'his'])
const PLURAL = new Set(['they', 'them', 'their'])
/** Sentences that a pronoun looks back over. */
const REACH_SENTENCES = 2

/**
 * Gives pronouns in roles the participants that they stand for, and quoted complaints their speaker. Reads the actor
 * mentions first; what they leave open is tied to the speaker of the sentence or the last subject that fits.
 */
export function resolveSpeakers(state: CodingState): void {
  const voices = new Map<number, Participant | null>()
  for (const draft of state.drafts) {
    if (draft.dropped !== null) continue
    const voice = (): Participant | null => {
      const { index } = draft.tree.sentence
      let found = voices.get(index)
      if (found === undefined) {
        found = voiceOf(state, draft.tree)
        voices.set(index, found)
      }
      return found
    }
    if (draft.match.entry.frame.actor.includes('speaker')) {
      const speaker = draft.speaker ?? voice()
      if (speaker !== null) {
        draft.actors = [speaker]
        draft.basis.push('actor:speaker')
      }
    }
    draft.actors = draft.actors.flatMap((each) => all(each, resolve(state, draft, each, voice))).filter(isNamed)
    draft.recipients = draft.recipients.flatMap((each) => all(each, resolve(state, draft, each, voice))).filter(isNamed)
  }
}

/** "Obama and Putin said they will …": a plural pronoun stands for all who are listed. */
function all(pronoun: Participant, found: Participant): Participant[] {
  if (found === pronoun || !PLURAL.has(pronoun.tree.form(pronoun.head))) return [found]
  return expand(found.tree, [found.head]).map((head) =>
    head === found.head ? found : participant(found.tree, head, found.rule),
  )
}

/** An "it" that stands for nobody known is no participant. */
function isNamed(each: Participant): boolean {
  return each.tree.form(each.head) !== 'it'
}

function resolve(state: CodingState, draft: Draft, each: Participant, voice: () => Participant | null): Participant {
  const { tree, head } = each
  if (tree.upos[head] !== 'PRON') return each
  const form = tree.form(head)
  if (FIRST_PERSON.has(form)) {
    const speaker = voice()
    // Nobody speaks of themselves as the one who acts and as "me".
    const other = draft.recipients.includes(each) && draft.actors.some((actor) => actor.head === speaker?.head)
    return speaker === null || other ? each : { ...speaker, rule: `${each.rule}+speaker` }
  }
  if (!THIRD_PERSON.has(form)) return each
  const token = tree.tokens[head]
  const mention = token === undefined ? null : state.index.actorAt(token)
  if (mention !== null && mention.antecedent !== undefined) return each
  const found = antecedent(state, draft, tree, head, form)
  return found === null ? each : { ...found, rule: `${each.rule}+pronoun` }
}

/** Who speaks in a sentence: the subject of its verb of speech; for an open quotation, that of the sentence before. */
function voiceOf(state: CodingState, tree: Tree): Participant | null {
  // The verb that carries the sentence speaks first, one in a clause last.
  const rank = (verb: number): number => (tree.plain(verb) === 'root' ? 0 : tree.plain(verb) === 'parataxis' ? 1 : 2)
  const verbs = tree.heads
    .map((_, i) => i)
    .filter((i) => {
      const attitude = tree.isVerb(i) ? attitudeOf(tree.lemma(i)) : null
      return attitude === 'say' || attitude === 'claim'
    })
  for (const i of verbs.sort((a, b) => rank(a) - rank(b) || a - b)) {
    const subject = subjectOf(tree, i).heads[0]
    if (subject === undefined || FIRST_PERSON.has(tree.form(subject)) || !state.classes.is(tree, subject, 'actor'))
      continue
    if (tree.upos[subject] === 'PRON') {
      const found = antecedent(state, null, tree, subject, tree.form(subject))
      if (found !== null) return found
    }
    return participant(tree, subject, 'speaker')
  }
  for (let i = 0; i < tree.length; i++)
    if (tree.form(i) === 'according' && tree.form(i + 1) === 'to') {
      const head = tree.heads.findIndex((_, k) => k > i && tree.isNominal(k) && tree.caseOf(k).startsWith('according'))
      if (head >= 0) return participant(tree, head, 'according-to')
    }
  return null
}

/** The last subject before a pronoun that may be meant: in the clauses before it, then in the sentences before. */
function antecedent(
  state: CodingState,
  draft: Draft | null,
  tree: Tree,
  pronoun: number,
  form: string,
): Participant | null {
  const own = lastSubject(state, tree, pronoun, form)
  if (own !== null) return own
  for (let back = 1; back <= REACH_SENTENCES; back++) {
    const earlier = state.trees.get(tree.sentence.index - back)
    if (earlier === undefined) continue
    const found = firstSubject(state, earlier, form)
    if (found !== null) return found
  }
  return draft === null ? null : null
}

function lastSubject(state: CodingState, tree: Tree, before: number, form: string): Participant | null {
  // "called the minister and urged him": the object of a verb is not its own subject, but may be an object before.
  const verb = tree.head(before)
  const object = verb >= 0 && /^(?:i?obj|obl)$/u.test(tree.plain(before))
  const subjects = object ? subjectOf(tree, verb).heads : []
  for (let i = before - 1; i >= 0; i--)
    if (!subjects.includes(i) && isCandidate(state, tree, i, form, object)) return participant(tree, i, 'antecedent')
  return null
}

function firstSubject(state: CodingState, tree: Tree, form: string): Participant | null {
  for (let i = 0; i < tree.length; i++) if (isCandidate(state, tree, i, form)) return participant(tree, i, 'antecedent')
  return null
}

function isCandidate(state: CodingState, tree: Tree, i: number, form: string, objects = false): boolean {
  if (
    (tree.plain(i) !== 'nsubj' && !(objects && tree.plain(i) === 'obj')) ||
    tree.upos[i] === 'PRON' ||
    !state.classes.is(tree, i, 'actor')
  )
    return false
  const token = tree.tokens[i]
  const mention = token === undefined ? null : state.index.actorAt(token)
  if (SINGULAR_PERSON.has(form))
    return mention !== null ? mention.kind === 'person' : state.classes.is(tree, i, 'official') && token?.xpos !== 'NNS'
  if (PLURAL.has(form))
    return (
      token?.xpos === 'NNS' ||
      token?.xpos === 'NNPS' ||
      mention?.kind === 'group' ||
      tree.kidsBy(i, 'conj').length > 0 ||
      state.classes.is(tree, i, 'police')
    )
  return mention === null || mention.kind !== 'person'
}
