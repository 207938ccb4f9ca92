import type { Draft } from './draft.ts'
import type { EventType } from './event-record.ts'
import type { CodingState } from './state.ts'
import type { Tree } from './tree.ts'

/** Types that a present tense tells as habit or opinion ("they oppose", "we negotiate"), not as news. */
const DONE: ReadonlySet<EventType> = new Set([
  'CONSULT',
  'SUPPORT',
  'AID',
  'COOPERATE',
  'COERCE',
  'ASSAULT',
  'SANCTION',
  'MOBILIZE',
  'RETREAT',
  'CONCEDE',
  'AGREE',
])
/** Types whose nouns, as predicates, judge rather than tell ("this is an attack on us all"). */
const FORCEFUL: ReadonlySet<EventType> = new Set(['ASSAULT', 'COERCE', 'PROTEST'])
const KILLING = /^(?:kill|murder|slay|assassinate|execute)/u

/** Drops drafts that tell no event: habits, attributes, suppositions, and sentences on sport or film. */
export function judgeRelevance(state: CodingState): void {
  for (const draft of state.drafts) {
    if (draft.dropped !== null) continue
    draft.dropped = reasonAgainst(state, draft)
  }
}

function reasonAgainst(state: CodingState, draft: Draft): string | null {
  const { tree, head } = draft
  if (isSportOrFilm(state, draft)) return 'a sentence on sport or film'
  if (
    draft.match.entry.pos === 'v' &&
    tree.plain(head) === 'amod' &&
    !(KILLING.test(tree.lemma(head)) && draft.recipients.length > 0)
  )
    return 'an attribute'
  if (isBacking(draft)) return 'an attribute'
  // "were on strike" is no comparison.
  if (
    draft.match.entry.pos === 'n' &&
    FORCEFUL.has(draft.type) &&
    tree.kidBy(head, 'cop') >= 0 &&
    tree.caseOf(head) === ''
  )
    return 'a comparison'
  if (isHabit(state, draft)) return 'a habit or opinion'
  if (draft.certainty === 'hypothetical' && draft.type !== 'PROTEST' && draft.type !== 'THREATEN')
    return 'only supposed'
  if (draft.certainty === 'called-for' && draft.type !== 'PROTEST') return 'only called for'
  return null
}

function isHabit(state: CodingState, draft: Draft): boolean {
  const { tree, head } = draft
  if (isStanding(draft)) return true
  if (draft.match.entry.pos !== 'v' || !DONE.has(draft.type) || draft.certainty === 'planned') return false
  if (isHeadlineLike(tree, state)) return false
  // In a main clause with a named subject the present may be that of a headline.
  const subject = tree.kidBy(head, 'nsubj')
  const pronoun = subject >= 0 && tree.upos[subject] === 'PRON'
  if (tree.plain(head) === 'root' && !pronoun && !tree.forms.slice(0, head).some((form) => /^["“”]$/u.test(form)))
    return false
  const tag = tree.tokens[head]?.xpos
  return (tag === 'VBP' || tag === 'VBZ') && !tree.kids(head).some((kid) => tree.plain(kid) === 'aux')
}

/** "A and B, backed by C": tells whose side somebody is on, not that support was given now. */
function isBacking(draft: Draft): boolean {
  const { tree, head } = draft
  return (
    draft.type === 'SUPPORT' &&
    draft.match.entry.pos === 'v' &&
    tree.relation(head) === 'acl' &&
    tree.isParticiple(head) &&
    !draft.match.used.some((token) => token !== head)
  )
}

/** What a relative clause in the present tells of a thing: "a regime which does not allow …", "a bill that keeps the ban". */
function isStanding(draft: Draft): boolean {
  const { tree, head } = draft
  const noun = draft.match.entry.pos === 'n'
  if (draft.type === 'PROTEST' || (noun && draft.actors.length > 0)) return false
  const verb = noun ? tree.head(head) : head
  if (verb < 0) return false
  const relative = tree
    .kids(verb)
    .some((kid) => tree.plain(kid) === 'nsubj' && /^(?:which|who|that)$/u.test(tree.form(kid)))
  if (tree.relation(verb) !== 'acl:relcl' && !relative) return false
  if (noun) return tree.plain(head) === 'obj' && /^VB[ZP]$/u.test(tree.tokens[verb]?.xpos ?? '')
  return tree.kids(verb).some((kid) => tree.plain(kid) === 'aux' && /^(?:do|does)$/u.test(tree.form(kid)))
}

function isSportOrFilm(state: CodingState, draft: Draft): boolean {
  const { tree, head } = draft
  if (draft.actors.length > 0 || draft.recipients.length > 0) return false
  return state.classes.countCues(tree, 'sport', head) + state.classes.countCues(tree, 'film', head) >= SPORT_CUES
}

/** Words of sport or film from which a sentence without participants is about them. */
const SPORT_CUES = 2

/** Share of words with a capital from which a first sentence reads like a headline. */
const HEADLINE_CAPITALS = 0.6

/** A headline by its kind, a first sentence before the dateline, or one with nearly every word capitalised. */
export function isHeadlineLike(tree: Tree, { article, analysis }: Pick<CodingState, 'article' | 'analysis'>): boolean {
  if (tree.sentence.kind === 'headline') return true
  if (tree.sentence.index > 1) return false
  if (analysis.sentences[tree.sentence.index + 1]?.kind === 'dateline') return true
  // As written: the engine may have read a headline's words in small letters. Teletype is all capitals throughout.
  const words = tree.tokens
    .map((token) => article.text.slice(token.start, token.end))
    .filter((form) => /^\p{L}{4,}/u.test(form))
  return (
    words.length >= 3 && words.filter((form) => /^\p{Lu}\p{Ll}/u.test(form)).length / words.length >= HEADLINE_CAPITALS
  )
}
