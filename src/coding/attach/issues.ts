import { overlaps, type Span } from '../../base/span.ts'
import type { Draft, Participant } from '../draft.ts'
import type { EventType } from '../event-record.ts'
import { clauseSpan } from '../participants.ts'
import type { CodingState } from '../state.ts'
import type { Tree } from '../tree.ts'

/** Issues kept of one event; more are a list of demands, whose first ones stand for it. */
export const MAX_ISSUES = 4
/** Acts on someone: the phrase of whom they befall is no issue of theirs. */
const BODILY: ReadonlySet<EventType> = new Set(['ASSAULT', 'COERCE', 'MOBILIZE', 'RETREAT', 'CONSULT', 'AID'])
/** Slots of a protest whose filler is what it is about. */
const ABOUT = new Set(['against', 'over', 'about', 'at', 'for', 'of', 'demanding'])
const DEMANDING =
  /^(?:demand|seek|call|urge|denounce|condemn|oppose|protest|support|back|reject|want|criticise|criticize|decry)$/u
/** Prepositions that a cause hangs on, and the nouns and verbs that may carry them. */
const CAUSE_MARKERS = new Set(['against', 'over'])
const CARRIERS =
  /^(?:protest|anger|dispute|outrage|support|solidarity|demonstration|rally|angry|angered|row|opposition|response|defiance|fury|discontent|frustration)$/u
const CARRIED = new Set(['at', 'of', 'with', 'by', 'against', 'over', 'about', 'to'])
const CONTENT = ['obj', 'ccomp', 'xcomp', 'obl', 'nmod', 'advcl', 'obl:agent']
const WORTHLESS = /^(?:it|them|this|that|him|her|us|the (?:second|first|third) \w+|a (?:second|third|fourth) \w+)$/iu

/**
 * Says what events are about. What a protest is against, over or for is an issue even where the frame took it for a
 * recipient; whoever cannot be addressed is no recipient. Places and times are never issues.
 */
export function attachIssues(state: CodingState): void {
  for (const draft of state.drafts) {
    if (draft.dropped !== null) continue
    draft.issues = draft.issues.map((issue) => trimmed(state, issue)).filter((issue) => !isNoIssue(state, draft, issue))
    if (draft.type === 'PROTEST') protestIssues(state, draft)
  }
}

/** Words that only say that something is demanded or opposed. */
const VOICING =
  /^(?:to )?(?:protest|demonstrate|rally|voice|show|express|demand|oppose)(?:ing|ed|s)? (?:(?:their|its|his|her) (?:anger|opposition|discontent|support|solidarity|outrage) )?(?:against |over |at |for |about |to |with |of )?(?=\S)/iu

function trimmed(state: CodingState, span: Span): Span {
  const cut = VOICING.exec(state.article.text.slice(span.start, span.end))?.[0].length ?? 0
  return { start: span.start + cut, end: span.end }
}

function isNoIssue(state: CodingState, draft: Draft, issue: Span): boolean {
  const text = state.article.text.slice(issue.start, issue.end)
  if (WORTHLESS.test(text)) return true
  if (isOnlyTime(state, issue, text)) return true
  if (state.mentions.places.some((place) => place.use === 'location' && covers(place, issue, text))) return true
  if (draft.type === 'PROTEST' && isScene(draft, issue)) return true
  const held = draft.type === 'PROTEST' ? draft.actors : [...draft.recipients, ...draft.actors]
  if (draft.type !== 'PROTEST' && !BODILY.has(draft.type)) return false
  return held.some((role) => {
    const token = role.tree.tokens[role.head]
    return role.tree === draft.tree && token !== undefined && token.start >= issue.start && token.end <= issue.end
  })
}

/** "2020 and 2021": nothing but times. */
function isOnlyTime(state: CodingState, issue: Span, text: string): boolean {
  let left = text.length
  for (const time of state.mentions.times)
    if (time.start >= issue.start - 1 && time.end <= issue.end + 1) left -= time.end - time.start
    else if (time.start <= issue.start && time.end >= issue.end) return true
  return left < text.length && left <= ' and '.length
}

/** Forms whose object is where they are held: a road blocked, a square occupied. */
const HELD_AT = new Set<string | null>(['blockade', 'sit-in', 'picket'])

function isScene(draft: Draft, issue: Span): boolean {
  const { tree } = draft
  return (
    HELD_AT.has(draft.form) &&
    tree.kidsBy(draft.head, 'obj').some((kid) => {
      const token = tree.tokens[kid]
      return token !== undefined && token.start >= issue.start && token.end <= issue.end
    })
  )
}

/** The issue is a place, at most with a word or two around it ("the Lekki toll gate in Lagos"). */
function covers(place: Span, issue: Span, text: string): boolean {
  return overlaps(place, issue) && text.split(/\s+/u).length <= 6 && /^(?:the |\p{Lu})/u.test(text)
    ? /\b(?:gate|square|street|avenue|road|city|town|region|house|building|palace|intersection)\b/iu.test(text) ||
        place.end - place.start >= text.length - 4
    : false
}

/** "plans" alone says little: the words that go on from it belong to it. */
function completed(state: CodingState, tree: Tree, span: Span): Span {
  const first = tree.tokens.findIndex((token) => token.start === span.start)
  const token = tree.tokens[first]
  if (token === undefined || token.end !== span.end || !/^(?:to|of|for|on)$/u.test(tree.form(first + 1))) return span
  return runFrom(state, tree, first) ?? span
}

function protestIssues(state: CodingState, draft: Draft): void {
  const { tree } = draft
  const kept: Participant[] = []
  for (const role of draft.recipients) {
    if (!ABOUT.has(role.rule.split('+')[0] ?? '')) {
      kept.push(role)
      continue
    }
    const addressable = isAddressable(state, role)
    const span = clauseSpan(role.tree, role.head, draft.head)
    if (span !== null && role.tree === draft.tree && (!addressable || draft.issues.length === 0))
      addIssue(state, draft, span, 'against')
    if (addressable) kept.push(role)
  }
  draft.recipients = kept
  for (const span of causes(draft)) addIssue(state, draft, completed(state, tree, span), 'cue')
  if (draft.issues.length === 0) {
    const span = nextCause(state, draft)
    if (span !== null) addIssue(state, draft, span, 'next')
  }
}

/** Whether somebody can be protested to: a person, a body, a state; a law or a price cannot. */
function isAddressable(state: CodingState, role: Participant): boolean {
  const token = role.tree.tokens[role.head]
  if (token === undefined) return false
  const mention = state.index.actorAt(token)
  if (mention !== null && mention.head !== undefined)
    return mention.head.start < token.end && token.start < mention.head.end
  return (
    state.classes.is(role.tree, role.head, 'person') ||
    state.classes.is(role.tree, role.head, 'authority') ||
    state.classes.is(role.tree, role.head, 'org')
  )
}

/** Adds an issue unless it says the same words as one that stands. */
export function addIssue(state: CodingState, draft: Draft, span: Span, rule: string): void {
  if (draft.issues.length >= MAX_ISSUES || draft.issues.some((other) => overlaps(other, span))) return
  if (isNoIssue(state, draft, span)) return
  draft.issues.push(trimmed(state, span))
  draft.basis.push(`issue:${rule}`)
}

/** What the verbs joined to a verb of demand ask for or complain of: "called on …, vented anger at … and criticised …". */
export function demandsBeside(state: CodingState, draft: Draft): Span[] {
  const { tree } = draft
  let top = draft.head
  while (tree.plain(top) === 'conj' && tree.head(top) >= 0) top = tree.head(top)
  const out: Span[] = []
  for (let i = 0; i < tree.length; i++) {
    if (!tree.dominates(top, i) || crosses(tree, i, top)) continue
    const found = causeAt(tree, i, draft)
    const span = found < 0 ? besideCarrier(state, tree, i) : clauseSpan(tree, found, i)
    if (span !== null) out.push(span)
  }
  return out
}

/** "anger at rising inflation", where the tree hung the preposition elsewhere. */
function besideCarrier(state: CodingState, tree: Tree, i: number): Span | null {
  const next = tree.form(i + 1)
  return CARRIERS.test(tree.lemma(i)) && (next === 'at' || next === 'over' || next === 'about')
    ? runFrom(state, tree, i + 2)
    : null
}

/** "called on the mayor to resign": the infinitive, as complement or adverbial. */
function isAsked(tree: Tree, kid: number): boolean {
  const relation = tree.plain(kid)
  return relation === 'xcomp' || (relation === 'advcl' && tree.kids(kid).some((word) => tree.form(word) === 'to'))
}

/** What the words around a protest's trigger give as its cause: "over prices", "demanding that …", "angered by …". */
function causes(draft: Draft): Span[] {
  const { tree } = draft
  const top = topOf(draft)
  const out: Span[] = []
  for (let i = 0; i < tree.length; i++) {
    if (i === draft.head || !tree.dominates(top, i) || crosses(tree, i, top)) continue
    const found = causeAt(tree, i, draft)
    if (found < 0 || found === draft.head || tree.dominates(found, draft.head)) continue
    const span = clauseSpan(tree, found, draft.head)
    if (span !== null) out.push(span)
  }
  return out
}

/** Tokens after a trigger in which "against" or "over" still speaks of it, wherever the parser hung it. */
const NEXT_TOKENS = 14

function nextCause(state: CodingState, draft: Draft): Span | null {
  const { tree } = draft
  const carried = tree.tokens.findIndex((_, i) => i >= draft.match.first && besideCarrier(state, tree, i) !== null)
  if (carried >= 0) return besideCarrier(state, tree, carried)
  for (let i = draft.match.last + 1; i < tree.length && i <= draft.match.last + NEXT_TOKENS; i++) {
    if (/^(?:VBD|VBZ|VBP|MD)$/u.test(tree.tokens[i]?.xpos ?? '') || tree.form(i) === ',') return null
    if (!CAUSE_MARKERS.has(tree.form(i))) continue
    const head = tree.head(i)
    if (tree.plain(i) === 'case' && head > i && tree.isNominal(head)) return clauseSpan(tree, head, draft.head)
    return runFrom(state, tree, i + 1)
  }
  return null
}

/** Tokens of a phrase that the tree did not keep together. */
const RUN_TOKENS = 14

/** The words from a token up to a sign, a finite verb, a relative or a time. */
function runFrom(state: CodingState, tree: Tree, from: number): Span | null {
  let last = -1
  for (let i = from; i < tree.length && i < from + RUN_TOKENS; i++) {
    const token = tree.tokens[i]
    if (token === undefined || /^[.,;:()!?—–]$/u.test(token.form)) break
    if (/^(?:VBD|VBZ|VBP|MD|WDT|WP)$/u.test(token.xpos)) break
    const next = tree.tokens[i + 1]
    if (next !== undefined && state.mentions.times.some((time) => time.start === next.start)) break
    if (tree.isNominal(i)) last = i
  }
  const a = tree.tokens[from]
  const b = tree.tokens[last]
  return a === undefined || b === undefined || last < from ? null : { start: a.start, end: b.end }
}

/** The verb that the protest hangs on ("took part in a rally", "gathered to protest"), else the trigger itself. */
function topOf(draft: Draft): number {
  const { tree, head } = draft
  const up = tree.head(head)
  if (up < 0) return head
  const relation = tree.plain(head)
  if (draft.match.entry.pos === 'n')
    return tree.isVerb(up) && (relation === 'obj' || relation === 'obl' || relation === 'nsubj') ? up : head
  return relation === 'xcomp' || (relation === 'advcl' && tree.kids(head).some((kid) => tree.form(kid) === 'to'))
    ? up
    : head
}

/** Head of the phrase that the cue at a token names as a cause, or -1. */
function causeAt(tree: Tree, i: number, draft: Draft): number {
  const relation = tree.plain(i)
  const form = tree.form(i)
  if (relation === 'case' && CAUSE_MARKERS.has(form)) {
    const head = tree.head(i)
    return tree.head(head) === draft.head || CARRIERS.test(tree.lemma(tree.head(head))) || tree.isVerb(tree.head(head))
      ? head
      : -1
  }
  const lemma = tree.lemma(i)
  if (CARRIERS.test(lemma) || CARRIERS.test(form)) {
    if (i === draft.head) return -1
    const kid = tree
      .kids(i)
      .find((each) => CONTENT.includes(tree.relation(each)) && CARRIED.has(tree.caseOf(each).split(' ')[0] ?? ''))
    if (kid !== undefined) return kid
  }
  if (!tree.isVerb(i) || !DEMANDING.test(lemma) || i === topOf(draft)) return -1
  const kids = tree.kids(i)
  const asked = /^(?:call|urge)$/u.test(lemma) ? kids.find((kid) => isAsked(tree, kid)) : undefined
  const content =
    asked ??
    kids.find((kid) => tree.plain(kid) === 'ccomp' || tree.plain(kid) === 'obj') ??
    kids.find((kid) => tree.plain(kid) === 'obl' && /^(?:for|against|at|over)$/u.test(tree.caseOf(kid))) ??
    kids.find((kid) => tree.plain(kid) === 'xcomp')
  return content ?? -1
}

/** Another event's relative clause lies between. */
function crosses(tree: Tree, from: number, to: number): boolean {
  for (let at = from; at >= 0 && at !== to; at = tree.head(at)) if (tree.relation(at) === 'acl:relcl') return true
  return false
}
