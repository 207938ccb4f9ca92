import { overlaps } from '../../base/span.ts'
import type { QuantityMention } from '../../mention/mention.ts'
import type { Draft, Participant } from '../draft.ts'
import type { RecordQuantity } from '../event-record.ts'
import type { CodingState } from '../state.ts'
import type { Tree } from '../tree.ts'

type Field = 'size' | 'killed' | 'injured' | 'arrested'
const FIELD_OF_KIND: Partial<Record<QuantityMention['kind'], Field>> = {
  people: 'size',
  killed: 'killed',
  injured: 'injured',
  arrested: 'arrested',
}
const KILLING =
  /^(?:kill|murder|slay|massacre|slaughter|butcher|assassinate|execute|shoot|behead|lynch|die|perish|bury|burn|blow|hack|stab|beat|gun|claim|leave|hang)$/u
const INJURING = /^(?:injure|wound|hurt|maim)$/u

/** Attaches counts of people: those of the trigger's own phrases first, then of its sentence and the next. */
export function attachQuantities(state: CodingState): void {
  const quantities = state.mentions.quantities.filter((quantity) => FIELD_OF_KIND[quantity.kind] !== undefined)
  for (const draft of state.drafts) {
    if (draft.dropped !== null) continue
    const { sentence } = draft.tree
    const own = quantities.filter((quantity) => quantity.start >= sentence.start && quantity.end <= sentence.end)
    for (const quantity of own) if (!isSomebodyElses(state, draft, quantity)) assign(draft, quantity)
  }
  for (const quantity of quantities)
    if (quantity.kind === 'killed' || quantity.kind === 'injured') giveToStory(state, quantity)
  for (const quantity of quantities) if (quantity.kind === 'people') giveToCrowd(state, quantity)
  for (const draft of state.drafts) {
    if (draft.dropped !== null) continue
    sumOfList(state, draft, quantities)
    single(state, draft)
    alone(state, draft)
  }
}

/** "six officers and a civilian": those of one list add up, where each member says how many. */
function sumOfList(state: CodingState, draft: Draft, quantities: readonly QuantityMention[]): void {
  if (draft.recipients.length < 2 || draft.polarity === 'negative') return
  const field = fieldOfVerb(draft)
  const [head] = draft.recipients
  if (field === null || head === undefined) return
  const oneList = draft.recipients.every(
    (role) =>
      role === head ||
      (role.tree === head.tree && role.tree.plain(role.head) === 'conj' && role.tree.dominates(head.head, role.head)),
  )
  if (!oneList) return
  const counts = draft.recipients.map((role) => countOf(state, role, quantities))
  const first = draft.recipients[0]
  const last = draft.recipients.at(-1)
  if (first === undefined || last === undefined || counts.some((count) => count === null)) return
  const known = counts as { low: number; high: number | null }[]
  const start = Math.min(...draft.recipients.map((role) => role.start))
  const end = Math.max(...draft.recipients.map((role) => role.end))
  const open = known.some((count) => count.high === null)
  const low = known.reduce((sum, count) => sum + count.low, 0)
  const high = known.reduce((sum, count) => sum + (count.high ?? 0), 0)
  draft[field] = {
    low,
    high: open ? null : high,
    qualifier: open ? 'at_least' : low === high ? 'exact' : 'range',
    quote: state.article.text.slice(start, end),
    start,
    end,
  }
  draft.basis.push(`quantity:${field}-sum`)
}

/** How many one member of a list stands for; null where it does not say. */
function countOf(
  state: CodingState,
  role: Participant,
  quantities: readonly QuantityMention[],
): { low: number; high: number | null } | null {
  const own = quantities.filter((quantity) => overlaps(quantity, role))
  const [only] = own
  if (only !== undefined) return own.length === 1 && only.low !== null ? { low: only.low, high: only.high } : null
  const token = role.tree.tokens[role.head]
  if (token === undefined) return null
  const mention = state.index.actorAt(token)
  const person = mention?.kind === 'person' && mention.plural !== true && token.xpos === 'NNP'
  const article = role.tree.kids(role.head).some((kid) => /^(?:a|an|one)$/u.test(role.tree.form(kid)))
  return person || (article && token.xpos === 'NN') ? { low: 1, high: 1 } : null
}

/** The count that whoever a verb befalls makes. */
function fieldOfVerb(draft: Draft): 'killed' | 'injured' | 'arrested' | null {
  if (draft.type === 'COERCE' && draft.modes.includes('arrest')) return 'arrested'
  if (draft.type !== 'ASSAULT' || draft.match.entry.pos !== 'v') return null
  const lemma = draft.tree.lemma(draft.head)
  return INJURING.test(lemma) ? 'injured' : DYING.test(lemma) ? 'killed' : null
}

const DYING = /^(?:kill|murder|slay|massacre|assassinate|execute|behead|lynch)$/u

/** One named person with a sign is a picket of one. */
function alone(state: CodingState, draft: Draft): void {
  if (draft.type !== 'PROTEST' || draft.size !== null || draft.actors.length !== 1) return
  const single =
    draft.form === 'picket' ||
    draft.form === 'hunger-strike' ||
    /\b(?:sign|placard|poster|banner)\b/iu.test(draft.match.phrase)
  const role = draft.actors[0]
  const token = role?.tree.tokens[role.head]
  if (!single || role === undefined || token?.xpos !== 'NNP') return
  const mention = state.index.actorAt(token)
  if (mention?.kind !== 'person' || mention.plural === true) return
  const quote = state.article.text.slice(role.start, role.end)
  draft.size = { low: 1, high: 1, qualifier: 'exact', quote, start: role.start, end: role.end }
  draft.basis.push('quantity:alone')
}

const ATTENDING =
  /\b(?:took part|taken part|taking part|attend(?:ed|ing)?|participat(?:ed|ing)|turned (?:out|up)|joined|showed up|came out|in attendance|on the streets)\b/iu
/** Sentences back in which those who took part find their protest. */
const CROWD_SENTENCES = 3

/** "Organisers said 25,000 people took part": another count of the protest told before. */
function giveToCrowd(state: CodingState, quantity: QuantityMention): void {
  const sentence = state.analysis.sentences.find((each) => quantity.start >= each.start && quantity.start < each.end)
  if (sentence === undefined || !ATTENDING.test(state.article.text.slice(sentence.start, sentence.end))) return
  if (state.drafts.some((draft) => stands(draft) && draft.tree.sentence === sentence)) return
  const protest = state.drafts.findLast(
    (draft) =>
      draft.dropped === null &&
      draft.type === 'PROTEST' &&
      draft.tree.sentence.index < sentence.index &&
      sentence.index - draft.tree.sentence.index <= CROWD_SENTENCES,
  )
  if (protest !== undefined) assignTo(protest, 'size', quantity)
}

/** A count inside the phrase of someone who takes part in another event of the sentence belongs to that event. */
function isSomebodyElses(state: CodingState, draft: Draft, quantity: QuantityMention): boolean {
  const holds = (other: Draft): boolean =>
    [...other.actors, ...other.recipients].some((role) => role.tree === other.tree && overlaps(role, quantity))
  if (holds(draft)) return false
  return state.drafts.some(
    (other) =>
      other !== draft && other.tree === draft.tree && other.type !== draft.type && stands(other) && holds(other),
  )
}

function stands(draft: Draft): boolean {
  return draft.dropped === null || draft.dropped === 'told again'
}

/** Ways in which people are killed; a toll rather belongs to them than to a scuffle. */
const DEADLY = new Set(['firearms', 'explosives', 'suicide-attack', 'aerial', 'drone', 'heavy-weapons', 'primitive'])

/** Sentences back in which a toll finds its event. */
const TOLL_SENTENCES = 4

/** A toll told after its event ("At least 25 are dead") goes to the last violent event before it. */
function giveToStory(state: CodingState, quantity: QuantityMention): void {
  if (
    state.drafts.some(
      (draft) =>
        draft.dropped === null && (draft.killed?.start === quantity.start || draft.injured?.start === quantity.start),
    )
  )
    return
  const field = quantity.kind === 'killed' ? 'killed' : 'injured'
  const own = state.analysis.sentences.findIndex(
    (sentence) => quantity.start >= sentence.start && quantity.start < sentence.end,
  )
  const events = state.drafts
    .filter(
      (draft) =>
        draft.dropped === null && draft.type === 'ASSAULT' && draft.certainty === 'asserted' && !draft.background,
    )
    .filter((draft) => draft.tree.sentence.index <= own && own - draft.tree.sentence.index <= TOLL_SENTENCES)
  const event = events.findLast((draft) => isDeadly(draft)) ?? events.at(-1)
  if (event === undefined || event[field] !== null) return
  assignTo(event, field, quantity)
  event.basis.push(`quantity:${field}-of-story`)
}

/** Whether an attack's means kill. */
export function isDeadly(draft: Draft): boolean {
  return draft.modes.some((mode) => DEADLY.has(mode))
}

/** One named person arrested or killed is a count of one. */
function single(state: CodingState, draft: Draft): void {
  const field =
    draft.type === 'COERCE' && draft.modes.includes('arrest')
      ? 'arrested'
      : draft.type === 'ASSAULT' && KILLING.test(draft.tree.lemma(draft.head)) && draft.match.entry.pos === 'v'
        ? 'killed'
        : null
  if (field === null || draft[field] !== null || draft.recipients.length !== 1) return
  if (draft.polarity === 'negative' || draft.attempted) return
  const role = draft.recipients[0]
  const token = role?.tree.tokens[role.head]
  if (
    role === undefined ||
    token === undefined ||
    !/^(?:NNP|NN|PRP)$/u.test(token.xpos) ||
    /^(?:they|them|we|us|group|family|crowd|police|people|couple|gang|dozen|number|other|all|many|some)$/u.test(
      role.tree.lemma(role.head),
    )
  )
    return
  const mention = state.index.actorAt(token)
  if (mention !== null && mention.kind !== 'person') return
  draft[field] = {
    low: 1,
    high: 1,
    qualifier: 'exact',
    quote: state.article.text.slice(role.start, role.end),
    start: role.start,
    end: role.end,
  }
}

function assign(draft: Draft, quantity: QuantityMention): void {
  const field = fieldFor(draft, quantity)
  if (field !== null) assignTo(draft, field, quantity)
}

function assignTo(draft: Draft, field: Field, quantity: QuantityMention): void {
  const value: RecordQuantity = {
    low: quantity.low,
    high: quantity.high,
    qualifier: quantity.qualifier,
    quote: quantity.quote,
    start: quantity.start,
    end: quantity.end,
    ...(quantity.claimant === null ? {} : { claimant: quantity.claimant.name }),
  }
  if (draft[field] === null) draft[field] = value
  else if (draft[field]?.start !== value.start)
    draft.claims.push({
      field,
      value: { low: value.low, high: value.high, qualifier: value.qualifier },
      quote: value.quote,
      start: value.start,
      end: value.end,
      basis: 'stated',
      ...(value.claimant === undefined ? {} : { claimant: value.claimant }),
    })
}

/** Which field of this event a count speaks of; null if of none. */
function fieldFor(draft: Draft, quantity: QuantityMention): Field | null {
  const { tree, type } = draft
  // "about 15 marchers": the count may begin before the phrase.
  const inRecipient = draft.recipients.some((role) => role.tree === tree && overlaps(role, quantity))
  const inActor = draft.actors.some((role) => role.tree === tree && overlaps(role, quantity))
  const lemma = tree.lemma(draft.head)
  // Whoever marched was counted as a crowd, whatever befell others of the sentence.
  if (type === 'PROTEST' && inActor && quantity.kind === 'arrested') return 'size'
  switch (quantity.kind) {
    case 'killed':
      return type === 'ASSAULT' || (type === 'PROTEST' && draft.modes.includes('riot')) ? 'killed' : null
    case 'injured':
      return type === 'ASSAULT' || type === 'PROTEST' ? 'injured' : null
    case 'arrested':
      return type === 'COERCE' && (draft.modes.includes('arrest') || draft.modes.length === 0) ? 'arrested' : null
    case 'people':
      if (type === 'COERCE' && draft.modes.includes('arrest') && (inRecipient || near(tree, draft, quantity)))
        return 'arrested'
      if (type === 'ASSAULT' && inRecipient)
        return INJURING.test(lemma) ? 'injured' : KILLING.test(lemma) ? 'killed' : null
      if (type === 'PROTEST' && (inActor || (near(tree, draft, quantity) && !inRecipient))) return 'size'
      return null
    default:
      return null
  }
}

/** The count stands in the clause of the trigger. */
function near(tree: Tree, draft: Draft, quantity: QuantityMention): boolean {
  const token = tree.tokens.findIndex((each) => each.start < quantity.end && each.end > quantity.start)
  return token >= 0 && (tree.clause(token) === tree.clause(draft.head) || tree.dominates(draft.head, token))
}
