import type { Span } from '../base/span.ts'
import type { ActorMention, Mentions, PlaceMention } from '../mention/mention.ts'

/** Mentions by where they stand, for look-ups by token. Lists are short (an article), so a sorted scan is enough. */
export class MentionIndex {
  readonly mentions: Mentions
  private readonly actorStarts: readonly ActorMention[]
  private readonly placeStarts: readonly PlaceMention[]

  constructor(mentions: Mentions) {
    this.mentions = mentions
    this.actorStarts = [...mentions.actors].sort((a, b) => a.start - b.start || b.end - a.end)
    this.placeStarts = [...mentions.places].sort((a, b) => a.start - b.start || b.end - a.end)
  }

  /** The actor mention that best fits the span: one that covers it, the shortest; else the longest inside it. */
  actorAt(span: Span): ActorMention | null {
    return best(this.actorStarts, span)
  }
  placeAt(span: Span): PlaceMention | null {
    return best(this.placeStarts, span)
  }
  /** Everything of a list whose span lies inside `outer`. */
  static inside<T extends Span>(list: readonly T[], outer: Span): T[] {
    return list.filter((item) => item.start >= outer.start && item.end <= outer.end)
  }
}

function best<T extends Span>(sorted: readonly T[], span: Span): T | null {
  let covering: T | null = null
  let inside: T | null = null
  for (const item of sorted) {
    if (item.start >= span.end) break
    if (item.end <= span.start) continue
    if (item.start <= span.start && item.end >= span.end) {
      if (covering === null || item.end - item.start < covering.end - covering.start) covering = item
    } else if (inside === null || item.end - item.start > inside.end - inside.start) inside = item
  }
  return covering ?? inside
}
