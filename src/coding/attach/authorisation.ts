import type { CodingState } from '../state.ts'

const UNAUTHORISED =
  /\b(?:un(?:authori[sz]ed|sanctioned|permitted|approved)|illegal|unlawful|without (?:a |any |prior |official )?(?:permission|permit|authori[sz]ation|approval|sanction)|not (?:been )?(?:authori[sz]ed|sanctioned|permitted)|banned|defying a ban|defiance of a ban|permission (?:was )?(?:denied|refused))\b/iu
const AUTHORISED =
  /\b(?:(?:pre-)?authori[sz]ed|sanctioned|permitted|with (?:the |official |prior )?(?:permission|approval)|approved by (?:the )?(?:authorities|city|akimat|police|mayor)|agreed with the (?:akimat|authorities|city))\b/iu
/** Characters around the trigger in which the words must stand. */
const WINDOW_CHARACTERS = 80

/** Reads whether a protest was authorised from words near its trigger in the same sentence. */
export function attachAuthorisation(state: CodingState): void {
  const { text } = state.article
  for (const draft of state.drafts) {
    if (draft.dropped !== null || draft.type !== 'PROTEST') continue
    const head = draft.tree.tokens[draft.head]
    if (head === undefined) continue
    const from = Math.max(draft.tree.sentence.start, head.start - WINDOW_CHARACTERS)
    const to = Math.min(draft.tree.sentence.end, head.end + WINDOW_CHARACTERS)
    const window = text.slice(from, to)
    const no = UNAUTHORISED.exec(window)
    const yes = no === null ? AUTHORISED.exec(window) : null
    const found = no ?? yes
    if (found === null) continue
    const start = from + found.index
    draft.authorisation = {
      value: no === null ? 'authorised' : 'unauthorised',
      quote: found[0],
      start,
      end: start + found[0].length,
    }
    draft.basis.push(`authorisation:${draft.authorisation.value}`)
  }
}

/** Kept apart for tests: what a stretch of text says of a permit. */
export function authorisationOf(text: string): 'authorised' | 'unauthorised' | null {
  return UNAUTHORISED.test(text) ? 'unauthorised' : AUTHORISED.test(text) ? 'authorised' : null
}
