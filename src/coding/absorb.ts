import type { Draft } from './draft.ts'
import type { EventType } from './event-record.ts'
import { fill } from './match.ts'
import type { WordClasses } from './word-classes.ts'

const VERBAL: ReadonlySet<EventType> = new Set(['AGREE', 'REQUEST', 'REJECT', 'THREATEN', 'CONCEDE'])
const CONTENT_SLOTS = ['xcomp', 'ccomp', 'obj', 'for', 'acl', 'on', 'to', 'of', 'against', 'with', 'over']
const REQUEST_MODES: Partial<Record<EventType, string>> = {
  AID: 'assist',
  SUPPORT: 'assist',
  COOPERATE: 'assist',
  RETREAT: 'yield',
  CONCEDE: 'yield',
  CONSULT: 'meet',
  AGREE: 'yield',
  ACCUSE: 'change',
  SANCTION: 'change',
  COERCE: 'change',
}
const HARM: ReadonlySet<EventType> = new Set(['ASSAULT', 'SANCTION', 'COERCE', 'MOBILIZE'])
const THREAT_MODES: Partial<Record<EventType, string>> = {
  ASSAULT: 'violence',
  MOBILIZE: 'violence',
  COERCE: 'restrict',
  SANCTION: 'relations',
  PROTEST: 'restrict',
}

/**
 * What is demanded, refused, promised or threatened is the content of a verbal act, not an event beside it. The content
 * gives the act its mode; the inner draft is dropped. A call to one's own people to protest stays a protest, called for.
 */
export function absorbContents(drafts: readonly Draft[], classes: WordClasses): void {
  for (const outer of drafts) {
    if (outer.dropped !== null || !VERBAL.has(outer.type)) continue
    // The clause itself before what stands within it: it gives the mode.
    const contents = [...drafts].sort((a, b) => Number(isDirect(outer, b)) - Number(isDirect(outer, a)))
    for (const inner of contents) {
      if (inner === outer || inner.dropped !== null || inner.tree !== outer.tree) continue
      if (!outer.tree.dominates(outer.head, inner.head) || !isContent(outer, inner)) continue
      if (isRefusedPermit(outer, inner)) continue
      if (
        outer.type === 'REQUEST' &&
        inner.type === 'PROTEST' &&
        isDirect(outer, inner) &&
        !isAuthority(outer, classes)
      ) {
        inner.certainty = 'called-for'
        if (inner.actors.length === 0) inner.actors = outer.actors
        inner.basis.push('composition:call-to-protest')
        outer.dropped = 'call to protest'
        continue
      }
      absorb(outer, inner)
    }
  }
}

/** "refused permission for a rally planned for Sunday": the rally stays an event, planned and not allowed. */
function isRefusedPermit(outer: Draft, inner: Draft): boolean {
  if (outer.type !== 'REJECT' || inner.type !== 'PROTEST' || !PERMIT.test(outer.match.phrase)) return false
  inner.polarity = 'positive'
  inner.evidence = inner.evidence.filter((each) => each.field !== 'polarity')
  if (inner.certainty === 'asserted') {
    inner.certainty = 'planned'
    inner.basis.push('certainty:permit')
  }
  return true
}
const PERMIT = /permission|request|permit|licen[cs]e/u

/** The protest itself is called for, not something that those on it should do. */
function isDirect(outer: Draft, inner: Draft): boolean {
  return CONTENT_SLOTS.some((slot) =>
    fill(outer.tree, outer.head, outer.match.entry, slot, outer.match.used).includes(inner.head),
  )
}

function isAuthority(outer: Draft, classes: WordClasses): boolean {
  return outer.recipients.some((recipient) => classes.is(recipient.tree, recipient.head, 'authority'))
}

/** Whether the inner trigger is, or stands within, what the outer act is about. */
function isContent(outer: Draft, inner: Draft): boolean {
  const { tree, head } = outer
  const { entry } = outer.match
  for (const slot of CONTENT_SLOTS)
    for (const top of fill(tree, head, entry, slot, outer.match.used)) {
      if (top === inner.head) return true
      if (slot === 'xcomp' || slot === 'acl') {
        if (tree.dominates(top, inner.head)) return !inClauseOfFact(outer, inner, top)
      } else if (slot === 'ccomp' && tree.dominates(top, inner.head)) {
        if (outer.type === 'REQUEST' || outer.type === 'THREATEN' || outer.type === 'AGREE')
          return !inClauseOfFact(outer, inner, top)
      } else if (
        (slot === 'for' || slot === 'obj') &&
        tree.dominates(top, inner.head) &&
        inner.match.entry.pos === 'v' &&
        !inClauseOfFact(outer, inner, top)
      )
        return true
    }
  return false
}

/** A relative or finite adverbial clause inside the content tells facts. */
function inClauseOfFact(outer: Draft, inner: Draft, top: number): boolean {
  const { tree } = outer
  for (let at = inner.head; at >= 0 && at !== top; at = tree.head(at)) {
    if (tree.relation(at) === 'acl:relcl') return true
    // "withdrew the decree and the minister resigned": a clause with a subject of its own.
    if (tree.plain(at) === 'conj' && tree.isVerb(at) && tree.kidBy(at, 'nsubj') >= 0) return true
    if (tree.plain(at) === 'advcl' && !tree.kids(at).some((kid) => tree.form(kid) === 'to')) return true
    if (tree.plain(at) === 'acl' && tree.isPassive(at)) return true
  }
  return false
}

function absorb(outer: Draft, inner: Draft): void {
  inner.dropped = `content of ${outer.type}`
  outer.basis.push(`content:${inner.type.toLowerCase()}`)
  if (outer.type === 'AGREE' && (inner.type === 'CONCEDE' || inner.type === 'RETREAT')) {
    outer.type = 'CONCEDE'
    if (outer.certainty === 'asserted') outer.certainty = 'planned'
    outer.basis.push('composition:promised-concession', ...inner.basis.filter((rule) => rule.startsWith('cameo:')))
  }
  // "vowed to wage war": a promise of harm is a threat.
  if (outer.type === 'AGREE' && isDirect(outer, inner) && (HARM.has(inner.type) || inner.type === 'THREATEN')) {
    outer.type = 'THREATEN'
    outer.certainty = 'asserted'
    outer.cue = null
    outer.modes = inner.type === 'THREATEN' ? inner.modes : []
    outer.basis.push('composition:promised-harm')
  }
  if (outer.modes.length === 0) {
    const mode =
      outer.type === 'REQUEST' || outer.type === 'REJECT'
        ? inner.modes.includes('resign')
          ? 'change'
          : REQUEST_MODES[inner.type]
        : outer.type === 'THREATEN'
          ? inner.modes.includes('arrest')
            ? 'arrest'
            : THREAT_MODES[inner.type]
          : undefined
    if (mode !== undefined) {
      outer.modes = [mode]
      outer.basis.push(`composition:${outer.type.toLowerCase()}-${inner.type.toLowerCase()}`)
    }
  }
  if (outer.recipients.length === 0 && outer.type !== 'REQUEST')
    outer.recipients = inner.recipients.filter((each) => !outer.actors.some((other) => other.start === each.start))
  if (outer.recipients.length === 0 && inner.actors.length > 0 && outer.type === 'REQUEST')
    outer.recipients = inner.actors.filter((actor) => !outer.actors.some((other) => other.start === actor.start))
}
