import { overlaps, type Span } from '../../base/span.ts'
import type { PlaceMention } from '../../mention/mention.ts'
import type { Draft } from '../draft.ts'
import type { EventType } from '../event-record.ts'
import type { Tree } from '../tree.ts'

/** Acts of words have no place of their own beyond the one that the text gives in their clause. */
export const VERBAL: ReadonlySet<EventType> = new Set([
  'AGREE',
  'SUPPORT',
  'CONCEDE',
  'REQUEST',
  'ACCUSE',
  'REJECT',
  'THREATEN',
  'SANCTION',
])
const LOCATIVE = new Set(
  'in at near outside inside on around across along throughout within off before through toward towards over into of from to between onto'.split(
    ' ',
  ),
)
const STRICT_LOCATIVE = new Set(
  'in at near outside inside around across along throughout within off through'.split(' '),
)
/** Bodies whose own town is where they act. */
const SEATED = new Set(['court', 'tribunal', 'judge', 'magistrate'])
/** Steps from a name up to the noun that carries its preposition. */
const MAX_STEPS = 5
/** Characters that a name lies from that noun at most. */
const MAX_REACH = 60

/** How firmly a place of the sentence belongs to an event. */
export const FIT = {
  /** Locative of the trigger, or of what depends on it. */
  trigger: 6,
  clause: 4,
  /** Part of the phrase of someone in a role: "residents of Taraz". */
  role: 3,
  sentence: 2,
  /** Named without a preposition of place. */
  named: 1,
  none: 0,
} as const

/** How well a place of the sentence fits an event; see `FIT`. */
export function placeFit(draft: Draft, tree: Tree, place: PlaceMention): number {
  const token = tokenAt(tree, place)
  if (token < 0) return FIT.none
  const head = carrierOf(tree, token, place)
  const marker = tree.caseOf(head).split(' ')[0] ?? ''
  const strict = STRICT_LOCATIVE.has(marker)
  const inActor = draft.actors.find((role) => role.tree === tree && overlaps(role, place))
  const inRecipient = draft.recipients.some((role) => role.tree === tree && overlaps(role, place))
  const verbal = VERBAL.has(draft.type)
  if (inRecipient && draft.type === 'CONSULT' && draft.modes.includes('visit')) return FIT.trigger
  if (place.use === 'actor') return strict && AREAS.has(tree.lemma(head)) && head !== token ? FIT.clause : FIT.none
  if (inActor !== undefined) {
    if (SEATED.has(tree.lemma(inActor.head))) return FIT.clause
    return verbal ? FIT.none : FIT.role
  }
  if (verbal) {
    if (inRecipient || !strict) return FIT.none
    const own = tree.head(head) === draft.head || tree.clause(head) === tree.clause(draft.head)
    return own ? FIT.clause : courtOf(draft, tree, head)
  }
  const below = tree.dominates(draft.head, head)
  // "against expansion in Kazakhstan", but "against the controls in Shanghai": towns locate wherever they hang.
  const broad = place.precision === 'country' || place.precision === 'region' || place.precision === 'admin1'
  if (below && isOwnEvent(tree, head, draft.head, broad)) return FIT.sentence
  if (strict && below) return FIT.trigger
  if (strict && tree.clause(head) === tree.clause(draft.head)) return FIT.clause
  if (LOCATIVE.has(marker) && below) return FIT.clause
  if (strict) return isRightAfter(draft, tree, token) ? FIT.clause : FIT.sentence
  // A country named without a preposition is a party to the matter rather than its scene.
  return place.type === 'country' ? FIT.none : FIT.named
}

/** Tokens after a trigger in which a locative speaks of it, wherever the parser hung it. */
const AFTER_TOKENS = 8

/** "detained a dozen people in Osh": behind the trigger with no sign or verb between. */
function isRightAfter(draft: Draft, tree: Tree, token: number): boolean {
  const from = draft.match.last
  if (draft.match.entry.pos !== 'v' || token <= from || token - from > AFTER_TOKENS) return false
  for (let i = from + 1; i < token; i++) {
    const tag = tree.upos[i]
    if (tag === 'PUNCT' || tag === 'VERB' || tag === 'SCONJ') return false
  }
  return true
}

/** Nouns that make a place of a demonym: "in several Iranian cities", "on the Tajik border". */
const AREAS = new Set([
  'city',
  'town',
  'village',
  'region',
  'province',
  'district',
  'capital',
  'port',
  'border',
  'area',
])

/** "A court in Atyrau sentenced …": the place of a body that has a seat. */
function courtOf(draft: Draft, tree: Tree, head: number): number {
  return draft.actors.some(
    (actor) => actor.tree === tree && SEATED.has(tree.lemma(actor.head)) && tree.dominates(actor.head, head),
  )
    ? FIT.clause
    : FIT.none
}

/** Between the place and the trigger lies what the event is about, or a relative clause, which tells of something else. */
function isOwnEvent(tree: Tree, from: number, to: number, broad: boolean): boolean {
  for (let at = from; at >= 0 && at !== to; at = tree.head(at)) {
    if (tree.relation(at) === 'acl:relcl' || tree.plain(at) === 'ccomp') return true
    if (broad && at !== from && ABOUT.has(tree.caseOf(at))) return true
  }
  return false
}

const ABOUT = new Set(['against', 'over', 'about', 'for'])

/** Token of a name whose head lies outside of it. */
function tokenAt(tree: Tree, span: Span): number {
  for (let i = tree.length - 1; i >= 0; i--) {
    const token = tree.tokens[i]
    if (token === undefined || token.start >= span.end || token.end <= span.start) continue
    let at = i
    for (let k = i; k >= 0; k--) {
      const other = tree.tokens[k]
      if (other === undefined || other.end <= span.start) break
      const head = tree.tokens[tree.head(k)]
      if (head === undefined || head.end <= span.start || head.start >= span.end) at = k
    }
    return at
  }
  return -1
}

/** The noun that carries the preposition of place: "in the northern province of Aceh", "through the centre of Aktau". */
function carrierOf(tree: Tree, token: number, place: Span): number {
  let at = token
  for (let step = 0; step < MAX_STEPS; step++) {
    const head = tree.head(at)
    const marker = tree.caseOf(at)
    if (head < 0 || tree.isVerb(head) || (marker !== '' && marker !== 'of')) return at
    const word = tree.tokens[head]
    if (word === undefined || Math.abs(word.start - place.start) > MAX_REACH) return at
    const relation = tree.plain(at)
    if (marker === 'of' ? relation === 'nmod' && isScenery(tree, head) : UPWARD.has(relation)) at = head
    else return at
  }
  return at
}

const UPWARD = new Set(['compound', 'flat', 'appos', 'conj', 'nmod'])

/** Nouns through which "of" leads to a place: "the outskirts of Delhi", not "support of Delhi". */
const SCENERY = new Set([
  ...AREAS,
  ...'centre center outskirt outskirts suburb street square heart middle part north south east west side coast state republic county municipality settlement island valley neighbourhood neighborhood quarter university airport parliament hometown'.split(
    ' ',
  ),
])

function isScenery(tree: Tree, i: number): boolean {
  return SCENERY.has(tree.lemma(i)) || SCENERY.has(tree.form(i))
}
