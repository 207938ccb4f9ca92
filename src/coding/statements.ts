import { quoteOf } from '../base/span.ts'
import { actorRecord } from './actor-record.ts'
import { attitudeOf } from './en/attitudes.ts'
import { CRITICAL, DENYING, SUPPORTIVE } from './en/stance.ts'
import { participant } from './participants.ts'
import { subjectOf } from './slots.ts'
import type { CodingState } from './state.ts'
import type { Statement } from './statement.ts'
import { Tree } from './tree.ts'

/** Verbs that voice something without being in the list of speech verbs. */
export const VOICING: ReadonlySet<string> = new Set([
  'express',
  'issue',
  'voice',
  'tweet',
  'speak',
  'address',
  'call',
  'praise',
  'criticise',
  'criticize',
  'condemn',
  'hope',
  'believe',
  'welcome',
  'convey',
  'discuss',
  'assure',
  'urge',
  'appeal',
  'ask',
  'demand',
  'post',
  'answer',
  'deny',
  'phone',
])
const MAX_STATEMENTS = 200

/**
 * Finds who said what about whom: the subject of each verb of speech, the first other actor in what is said, and the
 * stance of its words toward that actor.
 */
export function findStatements(state: CodingState): void {
  const out: Statement[] = []
  for (const sentence of state.analysis.sentences) {
    if (out.length >= MAX_STATEMENTS || !sentence.parsed) continue
    const tree = state.trees.get(sentence.index) ?? new Tree(sentence)
    for (let verb = 0; verb < tree.length; verb++) {
      const found = statementAt(state, tree, verb)
      if (found !== null) out.push(found)
    }
  }
  state.statements = out
}

function statementAt(state: CodingState, tree: Tree, verb: number): Statement | null {
  if (!tree.isVerb(verb) || tree.plain(verb) === 'amod' || tree.isPassive(verb)) return null
  const lemma = tree.lemma(verb)
  const attitude = attitudeOf(lemma)
  if (attitude !== 'say' && attitude !== 'claim' && attitude !== 'deny' && !VOICING.has(lemma)) return null
  const subject = subjectOf(tree, verb).heads.find(
    (head) => state.classes.is(tree, head, 'actor') && !/^(?:it|who|which|that|i|we|you)$/u.test(tree.form(head)),
  )
  if (subject === undefined) return null
  const speaker = actorRecord(state, participant(tree, subject, 'speech'))
  const words = tree.subtree(verb, (kid) => kid === subject)
  const first = tree.tokens[words[0] ?? verb]
  const last = tree.tokens[words.at(-1) ?? verb]
  if (first === undefined || last === undefined) return null
  const target = targetOf(state, tree, verb, subject)
  const said = quoteOf(state.article.text, { start: first.start, end: last.end })
  return {
    ...said,
    speaker: { name: speaker.name, quote: speaker.quote, start: speaker.start, end: speaker.end },
    target,
    stance:
      attitude === 'deny' || words.some((word) => DENYING.has(tree.lemma(word))) ? 'denies' : stanceOf(tree, words),
  }
}

/** Whom the words are about: the one addressed, else the first actor in the complement. */
function targetOf(state: CodingState, tree: Tree, verb: number, subject: number): Statement['target'] {
  const addressed = [
    ...tree.kidsBy(verb, 'obj', 'iobj'),
    ...tree
      .kids(verb)
      .filter((kid) => tree.plain(kid) === 'obl' && /^(?:to|with|about|against|on)$/u.test(tree.caseOf(kid))),
  ]
  const inside = tree.kidsBy(verb, 'ccomp', 'xcomp', 'parataxis', 'obj', 'obl').flatMap((kid) => tree.subtree(kid))
  const head = [...addressed, ...inside].find((word) => {
    const token = tree.tokens[word]
    if (token === undefined || word === subject || (tree.upos[word] !== 'NOUN' && tree.upos[word] !== 'PROPN'))
      return false
    return (
      state.index.actorAt(token) !== null &&
      tree.plain(word) !== 'compound' &&
      tree.plain(word) !== 'amod' &&
      tree.plain(word) !== 'flat'
    )
  })
  if (head === undefined) return null
  const { name, country, quote, start, end } = actorRecord(state, participant(tree, head, 'target'))
  return { name, country, quote, start, end }
}

function stanceOf(tree: Tree, words: readonly number[]): Statement['stance'] {
  let balance = 0
  for (const word of words) {
    const lemma = tree.lemma(word)
    const negated = tree.kids(word).some((kid) => /^(?:not|n't|never|no)$/u.test(tree.form(kid)))
    const value = SUPPORTIVE.has(lemma) ? 1 : CRITICAL.has(lemma) || CRITICAL.has(tree.form(word)) ? -1 : 0
    balance += negated ? -value : value
  }
  return balance > 0 ? 'supports' : balance < 0 ? 'criticises' : 'neutral'
}
