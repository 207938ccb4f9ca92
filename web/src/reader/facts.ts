import type { ArticleView, Evidence, Field, FieldValue } from '../api/schema.ts'

/** How a fact is shown in the text; channels may overlap, since each changes another property. */
export type Channel = 'event' | 'who' | 'detail' | 'citation' | 'inferred'

/** One value of one event with its words, as the Reader lists it. */
export interface ReaderFact {
  readonly id: string
  readonly event: string
  readonly type: string
  readonly revision: number
  readonly field: Field
  readonly value: FieldValue
  readonly evidence: Evidence
  readonly channel: Exclude<Channel, 'inferred' | 'citation'>
  readonly isInferred: boolean
}

const CHANNELS: Readonly<Partial<Record<Field['kind'], ReaderFact['channel']>>> = {
  type: 'event',
  actor: 'who',
  place: 'who',
  speaker: 'who',
}

/** All facts of an article in the order of its text. */
export function factsOf(article: ArticleView): ReaderFact[] {
  const facts: ReaderFact[] = []
  for (const { id, record, revision, fields } of article.events)
    for (const field of fields)
      for (const [i, value] of field.values.entries())
        for (const evidence of value.evidence)
          facts.push({
            id: `${id}.${field.field}.${i}.${evidence.start}-${evidence.end}`,
            event: id,
            type: record.type,
            revision,
            field,
            value,
            evidence,
            channel: CHANNELS[field.kind] ?? 'detail',
            isInferred: value.by === 'machine' && value.basis !== 'stated' && field.kind !== 'type',
          })
  return facts.sort(
    (a, b) => a.evidence.start - b.evidence.start || b.evidence.end - a.evidence.end || (a.id < b.id ? -1 : 1),
  )
}

/** A marked piece of the text. */
export interface MarkedSpan {
  readonly start: number
  readonly end: number
  readonly channel: Channel | 'current' | 'chosen'
}

/** What the text shows: all facts by channel, the chosen event's words, the current fact, the citations. */
export function marksOf(
  facts: readonly ReaderFact[],
  article: ArticleView,
  event: string | null,
  current: ReaderFact | null,
): MarkedSpan[] {
  const marks: MarkedSpan[] = []
  for (const fact of facts) {
    const { start, end } = fact.evidence
    marks.push({ start, end, channel: fact.channel })
    if (fact.isInferred) marks.push({ start, end, channel: 'inferred' })
    if (event !== null && fact.event === event && fact.channel === 'event')
      marks.push({ start, end, channel: 'chosen' })
  }
  for (const { start, end } of article.mentions?.citations ?? []) marks.push({ start, end, channel: 'citation' })
  if (current) marks.push({ start: current.evidence.start, end: current.evidence.end, channel: 'current' })
  return marks.filter(({ start, end }) => start >= 0 && start < end && end <= article.text.length)
}

/** A block of the text: a paragraph, or a piece of one that is too long to lay out at once. */
export interface Block {
  readonly start: number
  readonly end: number
}

/** Characters of a block at most: a line of five million would hold up the browser. */
const MAX_BLOCK_CHARACTERS = 20_000

/** The text in blocks; line ends stand between them. */
export function blocksOf(text: string): Block[] {
  const blocks: Block[] = []
  let start = 0
  while (start <= text.length) {
    const lineEnd = text.indexOf('\n', start)
    const end = lineEnd < 0 ? text.length : lineEnd
    for (let at = start; at < end; ) {
      const to = Math.min(end, pieceEnd(text, at))
      if (text.slice(at, to).trim() !== '') blocks.push({ start: at, end: to })
      at = to
    }
    start = end + 1
  }
  return blocks
}

function pieceEnd(text: string, at: number): number {
  const to = at + MAX_BLOCK_CHARACTERS
  if (to >= text.length) return text.length
  const blank = text.lastIndexOf(' ', to)
  if (blank > at) return blank + 1
  const unit = text.charCodeAt(to)
  return unit >= 0xdc00 && unit <= 0xdfff ? to + 1 : to
}

/** A piece of a block with all the channels that mark it. */
export interface Segment {
  readonly text: string
  readonly channels: readonly MarkedSpan['channel'][]
}

/** Overlapping marks as a row of pieces, for print and for browsers without the Highlight API. */
export function segmentsOf(text: string, block: Block, marks: readonly MarkedSpan[]): Segment[] {
  const inside = marks.filter(({ start, end }) => start < block.end && end > block.start)
  const edges = new Set([block.start, block.end])
  for (const { start, end } of inside) {
    edges.add(Math.max(start, block.start))
    edges.add(Math.min(end, block.end))
  }
  const ordered = [...edges].sort((a, b) => a - b)
  return ordered.slice(0, -1).map((from, i) => {
    const to = ordered[i + 1] as number
    const channels = inside.filter(({ start, end }) => start <= from && end >= to).map(({ channel }) => channel)
    return { text: text.slice(from, to), channels: [...new Set(channels)] }
  })
}

/** Characters that steer the direction of text or do not show: told, since they can make words look like others. */
const HIDDEN = /[\u202a-\u202e\u2066-\u2069\u200b\u200e\u200f\u2060\ufeff]/gu

/** How many characters of a text are invisible. */
export function hiddenCharacters(text: string): number {
  return text.match(HIDDEN)?.length ?? 0
}
