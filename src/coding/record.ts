import { contentId } from '../base/id.ts'
import type { Quote, Span } from '../base/span.ts'
import { quoteOf } from '../base/span.ts'
import { actorRecord } from './actor-record.ts'
import { topicOf } from './attach/topic.ts'
import { CODEBOOK_VERSION, scaleOf, TYPES } from './codebook.ts'
import { contextsOf } from './context.ts'
import type { Draft } from './draft.ts'
import type { Coder, EventRecord, RecordActor, RecordIssue } from './event-record.ts'
import { isHeadlineLike } from './relevance.ts'
import type { CodingState } from './state.ts'

/** Turns the drafts that stand into records, in the order of the text, with ids made from their content. */
export function makeRecords(state: CodingState, coder: Coder): EventRecord[] {
  const alive = state.drafts.filter((draft) => draft.dropped === null)
  const ids = new Map<Draft, string>()
  const seen = new Map<string, number>()
  for (const draft of alive) {
    const trigger = triggerOf(state, draft)
    const key = contentId('er', [state.article.id, draft.type, trigger.start, trigger.end])
    const count = seen.get(key) ?? 0
    seen.set(key, count + 1)
    ids.set(
      draft,
      count === 0 ? key : contentId('er', [state.article.id, draft.type, trigger.start, trigger.end, count]),
    )
  }
  return alive.map((draft) => recordOf(state, draft, ids, coder))
}

function triggerOf(state: CodingState, draft: Draft): Quote {
  const first = draft.tree.tokens[draft.match.first]
  const last = draft.tree.tokens[draft.match.last]
  return quoteOf(state.article.text, { start: first?.start ?? 0, end: last?.end ?? 0 })
}

function recordOf(state: CodingState, draft: Draft, ids: ReadonlyMap<Draft, string>, coder: Coder): EventRecord {
  const { text } = state.article
  const quote = (span: Span): Quote => quoteOf(text, span)
  const actors = distinct(draft.actors.map((each) => actorRecord(state, each)))
  const recipients = distinct(draft.recipients.map((each) => actorRecord(state, each)))
  const trigger = triggerOf(state, draft)
  return {
    id: ids.get(draft) as string,
    article: state.article.id,
    codebook: CODEBOOK_VERSION,
    type: draft.type,
    mode: draft.modes,
    form: draft.form,
    context: contextsOf(state, draft),
    quad: TYPES[draft.type].quad,
    scale: scaleOf(draft.type, draft.modes),
    trigger,
    actors,
    recipients,
    issues: draft.issues.map((span) => issueOf(state, span, actors)),
    place: draft.place,
    date: draft.date,
    size: draft.size,
    killed: draft.killed,
    injured: draft.injured,
    arrested: draft.arrested,
    authorisation: draft.authorisation,
    certainty: draft.cue === null ? { value: draft.certainty } : { value: draft.certainty, ...draft.cue },
    polarity: draft.polarity,
    omission: draft.omission,
    attempted: draft.attempted,
    background: draft.background,
    speaker: draft.speaker === null ? null : speakerOf(actorRecord(state, draft.speaker)),
    links: draft.links.flatMap((link) => {
      const event = ids.get(link.to)
      return event === undefined ? [] : [{ kind: link.kind, event, ...quote(link) }]
    }),
    claims: draft.claims,
    evidence: draft.evidence.map((each) => ({ field: each.field, ...quote(each) })),
    confidence: draft.confidence,
    basis: [...draft.basis, ...toldIn(state, draft)],
    coder,
  }
}

/** What the sentence was like that a record stands on, for reviewers. */
function toldIn(state: CodingState, draft: Draft): string[] {
  const { tree, head } = draft
  if (!tree.parsed) return ['parse:none']
  const agreed = [head, ...tree.kids(head)].every((token) => tree.tokens[token]?.agreed !== false)
  return [...(agreed ? [] : ['parse:disagreed']), ...(isHeadlineLike(tree, state) ? ['told:headline'] : [])]
}

function speakerOf(actor: RecordActor): NonNullable<EventRecord['speaker']> {
  return { name: actor.name, quote: actor.quote, start: actor.start, end: actor.end }
}

/** An issue with its topic and whom it is about: someone of another country than the actors' rather than of their own. */
function issueOf(state: CodingState, span: Span, actors: readonly RecordActor[]): RecordIssue {
  const { quote, start, end } = quoteOf(state.article.text, span)
  const inside = (each: Span): boolean => each.start >= start && each.end <= end
  const named = [
    ...state.mentions.actors.filter(inside),
    ...state.mentions.places.filter((place) => place.type === 'country' && inside(place)),
  ].sort((a, b) => a.start - b.start)
  const home = new Set(actors.map((actor) => actor.country))
  const about = named.find((each) => each.country !== null && !home.has(each.country)) ?? named[0]
  const target = about === undefined ? {} : { target: { name: about.name, country: about.country } }
  return { topic: topicOf(quote), quote, start, end, ...target }
}

function distinct(actors: readonly RecordActor[]): RecordActor[] {
  const out: RecordActor[] = []
  for (const actor of actors)
    if (!out.some((other) => other.start === actor.start && other.end === actor.end)) out.push(actor)
  return out
}
