import type { Draft } from '../draft.ts'
import type { CodingState } from '../state.ts'

const UNAUTHORISED =
  /\b(?:un(?:authori[sz]ed|sanctioned|permitted|approved)|illegal(?:ly)?|unlawful(?:ly)?|without (?:a |any |prior |official )?(?:permission|permits?|authori[sz]ation|approval|sanction)|(?:not|never|n't) (?:been |officially |formally )*(?:authori[sz]ed|sanctioned|permitted|approved|agreed)|banned|def(?:ying|iance of) (?:a|the) ban|(?:permission|permit) (?:was |had been )?(?:denied|refused)|(?:denied|refused) (?:a |them |it )?(?:permission|permit))\b/iu
const AUTHORISED =
  /\b(?:(?:pre-?)?authori[sz]ed|sanctioned|permitted|(?:with|had|got|received|obtained) (?:the |official |prior |a )?(?:permission|approval|permit|authori[sz]ation)|approved by (?:the )?(?:authorities|city|akimat|police|mayor)|(?:agreed|permission) (?:with the (?:akimat|authorities|city)|to the (?:rally|protest|march|demonstration|gathering|picket))|allowed the (?:rally|protest|march|demonstration|gathering|picket))\b/iu
/** Characters around the trigger in which the words must stand. */
const WINDOW_CHARACTERS = 80
/** Sentences after a protest in which its permit may still be spoken of. */
const REACH_SENTENCES = 8
/** Definite words for the protest that such a sentence speaks of. */
const THE_PROTEST =
  /\b(?:the|this|that|their|its) (?:\p{L}+ )?(?:rally|rallies|protests?|demonstrations?|march|picket|vigil|sit-in|gathering|event|action|meeting|strike)\b/iu
/** Predicates that say nothing of a protest but whether it was allowed. */
const PERMITTING =
  /^(?:sanction|authori[sz]e|permit|allow|approve|agree|ban|illegal|unlawful|unauthori[sz]ed|unsanctioned)$/u

/**
 * Reads whether a protest was authorised: from words near its trigger, else from a later sentence that speaks of "the
 * rally" and its permit.
 */
export function attachAuthorisation(state: CodingState): void {
  const { text } = state.article
  for (const draft of state.drafts) {
    if (draft.dropped !== null || draft.type !== 'PROTEST') continue
    const head = draft.tree.tokens[draft.head]
    if (head === undefined) continue
    const from = Math.max(draft.tree.sentence.start, head.start - WINDOW_CHARACTERS)
    const to = Math.min(draft.tree.sentence.end, head.end + WINDOW_CHARACTERS)
    authorise(draft, text, from, to)
  }
  for (const draft of state.drafts) if (draft.dropped === null) speakOfPermit(state, draft)
  laterSentences(state)
}

function authorise(draft: Draft, text: string, from: number, to: number): boolean {
  if (draft.authorisation !== null) return false
  const window = text.slice(from, to)
  const no = UNAUTHORISED.exec(window)
  const found = no ?? AUTHORISED.exec(window)
  if (found === null) return false
  const start = from + found.index
  draft.authorisation = {
    value: no === null ? 'authorised' : 'unauthorised',
    quote: found[0],
    start,
    end: start + found[0].length,
  }
  draft.basis.push(`authorisation:${draft.authorisation.value}`)
  return true
}

/** "Police said that the picket was not sanctioned": no second picket, but a word on the first. */
function speakOfPermit(state: CodingState, draft: Draft): void {
  const { tree, head } = draft
  const { sentence } = tree
  const told = protestBefore(state, draft)
  if (told === null) return
  const up = tree.head(head)
  const permits =
    (draft.type === 'PROTEST' &&
      draft.match.entry.pos === 'n' &&
      up >= 0 &&
      /^nsubj|^obj|^obl/u.test(tree.relation(head)) &&
      PERMITTING.test(tree.lemma(up))) ||
    ((draft.type === 'AGREE' || draft.type === 'SUPPORT') &&
      THE_PROTEST.test(state.article.text.slice(tree.tokens[head]?.start ?? sentence.start, sentence.end)) &&
      PERMITTING.test(tree.lemma(head)))
  if (!permits) return
  authorise(told, state.article.text, sentence.start, sentence.end)
  if (told.authorisation === null) return
  draft.dropped = 'told again'
}

function protestBefore(state: CodingState, draft: Draft): Draft | null {
  const { index } = draft.tree.sentence
  return (
    state.drafts.findLast(
      (other) =>
        other.dropped === null &&
        other !== draft &&
        other.type === 'PROTEST' &&
        other.polarity === 'positive' &&
        other.tree.sentence.index < index &&
        index - other.tree.sentence.index <= REACH_SENTENCES,
    ) ?? null
  )
}

/** Sentences without an event of their own: "The rally had not been sanctioned by the city authorities." */
function laterSentences(state: CodingState): void {
  const { text } = state.article
  const open = state.drafts.filter(
    (draft) => draft.dropped === null && draft.type === 'PROTEST' && draft.authorisation === null,
  )
  if (open.length === 0) return
  for (const sentence of state.analysis.sentences) {
    const near = open.filter(
      (draft) =>
        draft.authorisation === null &&
        draft.tree.sentence.index < sentence.index &&
        sentence.index - draft.tree.sentence.index <= REACH_SENTENCES,
    )
    const protest = near.at(-1)
    if (protest === undefined || !THE_PROTEST.test(text.slice(sentence.start, sentence.end))) continue
    authorise(protest, text, sentence.start, sentence.end)
  }
}

/** Kept apart for tests: what a stretch of text says of a permit. */
export function authorisationOf(text: string): 'authorised' | 'unauthorised' | null {
  return UNAUTHORISED.test(text) ? 'unauthorised' : AUTHORISED.test(text) ? 'authorised' : null
}
