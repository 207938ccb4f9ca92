import type { EventType } from './event-record.ts'
import type { CodingState } from './state.ts'

const RESPONSES: ReadonlySet<EventType> = new Set(['COERCE', 'ASSAULT', 'CONCEDE', 'RETREAT', 'SANCTION', 'MOBILIZE'])
const CUES =
  /\b(?:as a result|in response|following|after|in reaction|prompting|prompted|dispersed|broke up|dispersal|because of|over the|in the wake)\b/iu
const PROTESTERS = new Set(
  'protester protestor demonstrator marcher picketer striker rally march protest demonstration picket strike crowd participant rioter mob student worker miner sit-in'.split(
    ' ',
  ),
)
/** Sentences after a protest in which an act of the state may answer it. */
const REACH_SENTENCES = 2

/** Links acts of the state to the protest that they answer, in the same or the next two sentences. */
export function linkDrafts(state: CodingState): void {
  const alive = state.drafts.filter((draft) => draft.dropped === null)
  for (const answer of alive) {
    if (!RESPONSES.has(answer.type)) continue
    const protest = alive
      .filter((other) => other.type === 'PROTEST' && other !== answer && other.certainty === 'asserted')
      .filter((other) => {
        const distance = answer.tree.sentence.index - other.tree.sentence.index
        return distance >= 0 && distance <= REACH_SENTENCES
      })
      .sort((a, b) => b.tree.sentence.index - a.tree.sentence.index)[0]
    if (protest === undefined) continue
    const sentence = answer.tree.sentence
    const text = state.article.text.slice(sentence.start, sentence.end)
    const cue = CUES.exec(text)
    const names = answer.recipients.some(
      (role) =>
        PROTESTERS.has(role.tree.lemma(role.head)) ||
        protest.actors.some((actor) => actor.tree.lemma(actor.head) === role.tree.lemma(role.head)),
    )
    if (cue === null && !names) continue
    const start =
      cue === null ? (answer.tree.tokens[answer.match.first]?.start ?? sentence.start) : sentence.start + cue.index
    const end = cue === null ? (answer.tree.tokens[answer.match.last]?.end ?? start) : start + cue[0].length
    answer.links.push({ kind: 'response-to', to: protest, start, end })
    answer.basis.push(cue === null ? 'link:participants' : 'link:cue')
  }
}
