import type { CodingState } from './state.ts'

/** Drops drafts of sentences whose subject is sport, film or markets. */
export function judgeRelevance(state: CodingState): void {
  for (const draft of state.drafts) {
    if (draft.dropped !== null) continue
    const { tree } = draft
    let cues = 0
    for (const cue of ['sport', 'film']) if (state.classes.hasCue(tree, cue, draft.head)) cues++
    if (cues > 0 && draft.actors.length === 0 && draft.recipients.length === 0)
      draft.dropped = 'no participant in a sentence on sport or film'
  }
}
