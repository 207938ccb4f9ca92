import { overlaps, type Span } from '../../base/span.ts'
import type { PlaceMention } from '../../mention/mention.ts'
import type { Draft } from '../draft.ts'
import type { EventType, RecordPlace } from '../event-record.ts'
import type { CodingState } from '../state.ts'
import type { Tree } from '../tree.ts'

/** Acts of words have no place of their own beyond the one that the text gives in their clause. */
const VERBAL: ReadonlySet<EventType> = new Set([
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
  'in at near outside inside on around across along throughout within off before through toward towards over into of from to between'.split(
    ' ',
  ),
)
const STRICT_LOCATIVE = new Set('in at near outside inside around across along throughout within off'.split(' '))
const FINENESS: Readonly<Record<string, number>> = { point: 5, city: 4, admin2: 3, admin1: 2, country: 1, region: 0 }

function toRecord(mention: PlaceMention, basis: string): RecordPlace {
  return {
    name: mention.name,
    country: mention.country,
    admin1: mention.admin1,
    lat: mention.lat,
    lon: mention.lon,
    geonames_id: mention.geonames_id,
    precision: mention.precision,
    quote: mention.quote,
    start: mention.start,
    end: mention.end,
    basis,
  }
}

/** Gives every draft the place where it happened: its clause, the sentence, the paragraph before, the dateline. */
export function attachPlaces(state: CodingState): void {
  const citations = state.mentions.citations
  const places = state.mentions.places.filter(
    (place) =>
      place.use === 'location' &&
      !state.mentions.actors.some(
        (actor) =>
          actor.kind === 'organisation' &&
          actor.start <= place.start &&
          actor.end >= place.end &&
          actor.end - actor.start > place.end - place.start,
      ) &&
      place.lat !== null &&
      !citations.some((citation) => overlaps(citation, place)),
  )
  if (places.length === 0) return
  const dateline = datelinePlace(state, places)
  for (const draft of state.drafts) if (draft.dropped === null) draft.place = placeOf(state, draft, places, dateline)
}

function datelinePlace(state: CodingState, places: readonly PlaceMention[]): PlaceMention | null {
  const sentence = state.analysis.sentences.find((each) => each.kind === 'dateline')
  if (sentence === undefined) return null
  const inside = places.filter((place) => place.start >= sentence.start && place.end <= sentence.end)
  return finest(inside)
}

function finest(list: readonly PlaceMention[]): PlaceMention | null {
  let best: PlaceMention | null = null
  for (const place of list)
    if (best === null || (FINENESS[place.precision] ?? 0) > (FINENESS[best.precision] ?? 0)) best = place
  return best
}

function placeOf(
  state: CodingState,
  draft: Draft,
  places: readonly PlaceMention[],
  dateline: PlaceMention | null,
): RecordPlace | null {
  const { tree } = draft
  const inSentence = places.filter((place) => place.start >= tree.sentence.start && place.end <= tree.sentence.end)
  const scored = inSentence
    .map((place) => ({ place, score: score(draft, tree, place) }))
    .filter((item) => item.score > 0)
    .sort((a, b) => b.score - a.score || (FINENESS[b.place.precision] ?? 0) - (FINENESS[a.place.precision] ?? 0))
  const best = scored[0]
  if (best !== undefined) {
    const finer = finerBeside(best.place, inSentence)
    const coarse = best.score < 4 && dateline !== null && contains(best.place, dateline)
    return coarse && !VERBAL.has(draft.type)
      ? toRecord(dateline, 'inferred:dateline')
      : toRecord(finer, best.score >= 4 ? 'stated' : 'inferred:sentence')
  }
  if (VERBAL.has(draft.type)) return null
  const before = sameParagraphBefore(state, draft, places)
  if (before !== null && !(dateline !== null && contains(before, dateline)))
    return toRecord(before, 'inferred:paragraph')
  if (dateline !== null) return toRecord(dateline, 'inferred:dateline')
  const first = firstOfStory(state, draft, places)
  return first === null ? null : toRecord(first, 'inferred:story')
}

/** Whether the first place is an area that the second lies in. */
function contains(area: PlaceMention, place: PlaceMention): boolean {
  return (
    area !== place &&
    area.country === place.country &&
    (FINENESS[area.precision] ?? 0) < (FINENESS[place.precision] ?? 0) &&
    (area.admin1 === null || area.type === 'country' || area.admin1 === place.admin1)
  )
}

/** "his hometown of Lahore in Punjab", "Tbilisi, Georgia": the finer of two neighbours is the place. */
function finerBeside(best: PlaceMention, places: readonly PlaceMention[]): PlaceMention {
  const finer = places.filter(
    (place) =>
      contains(best, place) && (Math.abs(best.start - place.end) <= 6 || Math.abs(place.start - best.end) <= 22),
  )
  return finer[0] ?? best
}

/** How well a place of the sentence fits: 6 locative of the trigger, 4 of its clause, 2 of the sentence, 0 not at all. */
function score(draft: Draft, tree: Tree, place: PlaceMention): number {
  const token = tokenAt(tree, place)
  if (token < 0) return 0
  const head = phraseTop(tree, token, place)
  const marker = tree.caseOf(head)
  const roles = [...draft.actors, ...draft.recipients]
  const inRole = roles.some((role) => role.tree === tree && overlaps(role, place))
  const governor = tree.head(head)
  const locative = STRICT_LOCATIVE.has(marker.split(' ')[0] ?? '')
  if (
    inRole &&
    draft.type === 'CONSULT' &&
    draft.modes.includes('visit') &&
    draft.recipients.some((role) => overlaps(role, place))
  )
    return 6
  if (inRole && !(draft.recipients.some((role) => overlaps(role, place)) && !VERBAL.has(draft.type))) {
    return locative && !VERBAL.has(draft.type) ? 2 : 0
  }
  if (VERBAL.has(draft.type))
    return locative && (governor === draft.head || tree.clause(head) === tree.clause(draft.head)) && marker !== 'on'
      ? 4
      : 0
  if (locative && (governor === draft.head || tree.dominates(draft.head, head))) return 6
  if (inRole) return 3
  if (locative && tree.clause(head) === tree.clause(draft.head)) return 4
  if (LOCATIVE.has(marker) && tree.dominates(draft.head, head)) return 4
  if (locative) return 2
  return tree.plain(head) === 'compound' || tree.relation(head) === 'nmod:poss' || marker !== '' ? 1 : 1
}

function tokenAt(tree: Tree, span: Span): number {
  for (let i = tree.length - 1; i >= 0; i--) {
    const token = tree.tokens[i]
    if (token !== undefined && token.start < span.end && token.end > span.start) {
      // The head of the name: its token whose head lies outside.
      let at = i
      for (let k = i; k >= 0; k--) {
        const other = tree.tokens[k]
        if (other === undefined || other.end <= span.start) break
        const head = tree.tokens[tree.head(k)]
        if (head === undefined || head.end <= span.start || head.start >= span.end) at = k
      }
      return at
    }
  }
  return -1
}

/** The noun that carries the preposition: "the northern province of Aceh", "Aceh province". */
function phraseTop(tree: Tree, token: number, place: Span): number {
  let at = token
  for (let step = 0; step < 4; step++) {
    const relation = tree.plain(at)
    const head = tree.head(at)
    if (head < 0 || tree.caseOf(at) !== '') return at
    const headToken = tree.tokens[head]
    if (headToken === undefined || Math.abs(headToken.start - place.start) > 60) return at
    if (
      (relation === 'compound' ||
        relation === 'flat' ||
        relation === 'appos' ||
        relation === 'conj' ||
        relation === 'nmod') &&
      !tree.isVerb(head)
    )
      at = head
    else return at
  }
  return at
}

function sameParagraphBefore(state: CodingState, draft: Draft, places: readonly PlaceMention[]): PlaceMention | null {
  const { paragraph, start } = draft.tree.sentence
  const sentences = state.analysis.sentences.filter((sentence) => sentence.paragraph === paragraph)
  const from = sentences[0]?.start ?? start
  const near = places.filter((place) => place.start >= from && place.end <= start && place.precision !== 'region')
  const last = near.at(-1)
  return last === undefined ? null : finerBeside(last, near)
}

/** The place that the story speaks of most often before the event. */
function firstOfStory(state: CodingState, draft: Draft, places: readonly PlaceMention[]): PlaceMention | null {
  const before = places.filter((place) => place.start < draft.tree.sentence.end && place.precision !== 'region')
  if (before.length === 0 || state.analysis.sentences.length === 0) return null
  const counts = new Map<string, number>()
  for (const place of before) counts.set(place.name, (counts.get(place.name) ?? 0) + 1)
  let best = before[0] as PlaceMention
  for (const place of before) if ((counts.get(place.name) ?? 0) > (counts.get(best.name) ?? 0)) best = place
  return best
}
