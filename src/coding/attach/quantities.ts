import type { QuantityMention } from '../../mention/mention.ts'
import type { Draft } from '../draft.ts'
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
    for (const quantity of own) assign(draft, quantity)
    if (draft.type === 'ASSAULT' || draft.type === 'PROTEST') {
      const next = state.analysis.sentences[sentence.index + 1]
      if (next === undefined || next.paragraph !== sentence.paragraph) continue
      const later = quantities.filter(
        (quantity) =>
          quantity.start >= next.start &&
          quantity.end <= next.end &&
          (quantity.kind === 'killed' || quantity.kind === 'injured'),
      )
      if (
        later.length > 0 &&
        !state.drafts.some(
          (other) =>
            other !== draft &&
            other.dropped === null &&
            other.tree.sentence.index === next.index &&
            other.type === draft.type,
        )
      )
        for (const quantity of later) if (draft.type === 'ASSAULT') assign(draft, quantity)
    }
  }
}

function assign(draft: Draft, quantity: QuantityMention): void {
  const field = fieldFor(draft, quantity)
  if (field === null) return
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
  const inRecipient = draft.recipients.some(
    (role) => role.tree === tree && quantity.start >= role.start && quantity.start < role.end,
  )
  const inActor = draft.actors.some(
    (role) => role.tree === tree && quantity.start >= role.start && quantity.start < role.end,
  )
  const lemma = tree.lemma(draft.head)
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
