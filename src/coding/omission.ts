import type { CodingState } from './state.ts'

/** Marks failures to act of those who had a duty to: police, army, government. */
export function markOmissions(state: CodingState): void {
  for (const draft of state.drafts) {
    if (draft.dropped !== null || draft.polarity !== 'negative') continue
    if (draft.actors.some((actor) => state.classes.is(actor.tree, actor.head, 'police'))) draft.omission = true
  }
}
