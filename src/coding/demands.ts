import { addIssue, demandsBeside } from './attach/issues.ts'
import type { Draft, Participant } from './draft.ts'
import type { CodingState } from './state.ts'

/** Sentences after a protest in which its people may still say what they want. */
const REACH_SENTENCES = 2
const CROWD =
  /^(?:protester|protestor|demonstrator|marcher|picketer|striker|participant|crowd|rioter|speaker|activist|they|organiser|organizer|group|people|resident|villager|relative|woman|mother|dozen|hundred|thousand|others?)$/u
/** Acts that are a protest's voice where its own people do them. */
const VOICES: ReadonlySet<string> = new Set(['REQUEST', 'ACCUSE', 'REJECT'])
/** Carried to somebody by hand, a demand is an act of its own. */
const HANDED = /petition|memorandum|letter|sue|lawsuit|complaint|court/u

/**
 * The topic of a protest is its issue, not a second event: what protesters demand, oppose or complain of while they
 * protest is joined to the protest.
 */
export function joinDemands(state: CodingState): void {
  const alive = state.drafts.filter((draft) => draft.dropped === null)
  for (const voice of alive) {
    if (!VOICES.has(voice.type) || voice.polarity === 'negative' || voice.speaker !== null) continue
    if (HANDED.test(voice.match.phrase)) continue
    const protest = alive.findLast(
      (other) => other.type === 'PROTEST' && other.dropped === null && isVoiceOf(voice, other),
    )
    if (protest === undefined) continue
    for (const issue of voice.issues) addIssue(state, protest, issue, 'demand')
    if (voice.issues.length === 0) {
      const [addressee] = voice.recipients
      if (addressee !== undefined) addIssue(state, protest, addressee, 'demand')
    }
    for (const issue of demandsBeside(state, voice)) addIssue(state, protest, issue, 'demand')
    if (protest.recipients.length === 0) protest.recipients = voice.recipients
    // The protest was told by its organiser; those who speak took part.
    if (protest.actors.length <= 1)
      for (const actor of voice.actors)
        if (!protest.actors.some((other) => other.start === actor.start || isCrowd(other))) protest.actors.push(actor)
    const token = voice.tree.tokens[voice.head]
    if (token !== undefined) protest.evidence.push({ field: 'issues', start: token.start, end: token.end })
    voice.dropped = 'a demand of the protest'
  }
}

/**
 * "Prisoners have been on hunger strike and demand …": a protest without people of its own takes those of the demand
 * that the same sentence joins to it.
 */
export function shareActors(state: CodingState): void {
  for (const protest of state.drafts) {
    if (protest.dropped !== null || protest.type !== 'PROTEST' || protest.actors.length > 0) continue
    const { tree, head } = protest
    const clause = tree.clause(head)
    const voice = state.drafts.find(
      (other) =>
        other.dropped === null &&
        other.tree === tree &&
        VOICES.has(other.type) &&
        other.actors.length > 0 &&
        (tree.head(other.head) === clause || tree.head(other.head) === head) &&
        (tree.plain(other.head) === 'conj' || tree.plain(other.head) === 'advcl'),
    )
    if (voice === undefined || voice.actors.some((actor) => actor.head === head)) continue
    protest.actors = [...voice.actors]
    protest.basis.push('actor:demand')
  }
}

function isCrowd(role: Participant): boolean {
  return CROWD.test(role.tree.lemma(role.head)) || role.tree.tokens[role.head]?.xpos === 'NNS'
}

/** "Criticism of … was aired during the protests": what a protest gave voice to. */
function isAiredAt(voice: Draft, protest: Draft): boolean {
  const { tree } = voice
  if (protest.tree !== tree || voice.match.entry.pos !== 'n') return false
  const verb = tree.head(voice.head)
  return (
    verb >= 0 &&
    /^(?:air|voice|raise|express|hear|chant|repeat|make)$/u.test(tree.lemma(verb)) &&
    tree.head(protest.head) === verb &&
    /^(?:during|at|in)$/u.test(tree.caseOf(protest.head))
  )
}

/** "set cars on fire after a constable was accused": what came first is no voice of those who answer it. */
function isCause(voice: Draft): boolean {
  const { tree } = voice
  const clause = tree.clause(voice.head)
  return (
    tree.plain(clause) === 'advcl' &&
    tree.kids(clause).some((kid) => kid < clause && /^(?:after|because|since|when|once)$/u.test(tree.form(kid)))
  )
}

function isVoiceOf(voice: Draft, protest: Draft): boolean {
  const distance = voice.tree.sentence.index - protest.tree.sentence.index
  if (distance < 0 || distance > REACH_SENTENCES) return false
  if (protest.certainty !== voice.certainty && voice.certainty !== 'asserted') return false
  if (voice.actors.length === 0)
    return (
      distance === 0 && !isCause(voice) && (voice.tree.dominates(protest.head, voice.head) || isAiredAt(voice, protest))
    )
  const same = voice.actors.some((actor) =>
    protest.actors.some((other) => other.tree === actor.tree && other.head === actor.head),
  )
  if (same) return true
  // Booing a minister is more than a wish: only what names its matter is the protest's.
  if (voice.type !== 'REQUEST' && voice.issues.length === 0) return false
  return distance > 0 && voice.actors.every((actor) => CROWD.test(actor.tree.lemma(actor.head)))
}
