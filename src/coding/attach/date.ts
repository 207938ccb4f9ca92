import { addDays, epochDay, isPlainDate } from '../../base/plain-date.ts'
import { overlaps } from '../../base/span.ts'
import type { TimeMention } from '../../mention/mention.ts'
import type { Draft } from '../draft.ts'
import type { RecordDate } from '../event-record.ts'
import type { CodingState } from '../state.ts'
import type { Tree } from '../tree.ts'

/** An event this many days before publication is told as background, unless it is the story's first sentence. */
export const BACKGROUND_AFTER_DAYS = 21
/** Publication intervals longer than this say too little to date an event by. */
const MAX_PUBLICATION_DAYS = 7
const GRAINS = new Set(['day', 'week', 'month', 'season', 'quarter', 'half', 'year', 'decade', 'century'])

/** Dates every draft by a time of its clause, of its sentence, of the sentence before; else by the day of publication. */
export function attachDates(state: CodingState): void {
  const citations = state.mentions.citations
  const times = state.mentions.times.filter(
    (time) =>
      (time.type === 'DATE' || time.type === 'TIME') &&
      time.from !== null &&
      time.to !== null &&
      time.grain !== 'reference' &&
      !citations.some((citation) => overlaps(citation, time)),
  )
  const { published } = state.article
  for (const draft of state.drafts) {
    if (draft.dropped !== null) continue
    draft.date = dateOf(draft, times, published?.to ?? null) ?? null
    if (
      draft.date === null &&
      published !== null &&
      draft.certainty === 'asserted' &&
      !draft.background &&
      draft.polarity === 'positive'
    ) {
      const to = published.to ?? null
      draft.date = NARRATED.has(draft.type) ? dateBefore(state, draft, times) : null
      if (draft.date === null && to !== null && epochDay(to) - epochDay(published.from) <= MAX_PUBLICATION_DAYS)
        draft.date = {
          from: published.from,
          to,
          grain: 'day',
          quote: '',
          start: 0,
          end: 0,
          basis: 'default:publication',
        }
    }
    tellBackground(state, draft)
  }
}

/** Types told as parts of a story, whose day runs on from sentence to sentence. */
const NARRATED: ReadonlySet<string> = new Set(['PROTEST', 'ASSAULT', 'COERCE', 'MOBILIZE', 'RETREAT'])
/** Sentences back, and days before publication, that a story's day reaches. */
const STORY_SENTENCES = 4
const STORY_DAYS = 8

/** The last day named in the sentences before, where the story still runs on that day. */
function dateBefore(state: CodingState, draft: Draft, times: readonly TimeMention[]): RecordDate | null {
  const published = state.article.published
  if (published === null) return null
  const { sentence } = draft.tree
  const from = state.analysis.sentences[Math.max(0, sentence.index - STORY_SENTENCES)]?.start ?? 0
  const earliest = addDays(published.from, -STORY_DAYS)
  const last = times
    .filter(
      (time) =>
        time.start >= from &&
        time.end <= sentence.start &&
        (time.grain === 'day' || time.grain === 'time') &&
        time.from !== null &&
        time.from.slice(0, 10) <= published.from &&
        time.from.slice(0, 10) >= earliest,
    )
    .at(-1)
  if (last === undefined) return null
  return toDate(last, 'inferred:story')
}

function toDate(time: TimeMention, basis: string): RecordDate | null {
  const grain = time.grain === 'time' ? 'day' : time.grain
  if (grain === null || !GRAINS.has(grain) || time.from === null || time.to === null) return null
  const from = time.from.slice(0, 10)
  const to = time.to.slice(0, 10)
  if (!isPlainDate(from) || !isPlainDate(to)) return null
  return {
    from,
    to: laterOf(from, to),
    grain: grain as RecordDate['grain'],
    quote: time.quote,
    start: time.start,
    end: time.end,
    basis,
  }
}

const WEEKDAY = /\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b/iu

/** A weekday that came out after publication in a clause told in the past is that of the week before. */
function pastWeekday(date: RecordDate, draft: Draft, lastDay: string | null): RecordDate {
  if (
    lastDay === null ||
    date.from <= lastDay ||
    !WEEKDAY.test(date.quote) ||
    draft.certainty !== 'asserted' ||
    !hasPast(draft)
  )
    return date
  return { ...date, from: addDays(date.from, -7), to: addDays(date.to, -7), basis: 'inferred:past-weekday' }
}

function dateOf(draft: Draft, times: readonly TimeMention[], lastDay: string | null): RecordDate | null {
  const { tree } = draft
  const inside = times.filter((time) => time.start >= tree.sentence.start && time.end <= tree.sentence.end)
  let best: { time: TimeMention; score: number } | null = null
  for (const time of inside) {
    const value = fitOf(draft, tree, time)
    if (value > 0 && (best === null || value > best.score)) best = { time, score: value }
  }
  if (best === null) return null
  const date = toDate(best.time, best.score >= 4 ? 'stated' : 'inferred:sentence')
  if (date === null) return null
  const mended = pastWeekday(date, draft, lastDay)
  // What has happened has not happened after publication: such a time belongs to another clause.
  if (best.score < 2 && lastDay !== null && mended.from > lastDay && draft.certainty === 'asserted') return null
  return mended
}

/** ISO days compare as text. */
function laterOf(a: string, b: string): string {
  return a < b ? b : a
}

/** 6: hangs on the trigger; 4: in its clause; 2: in a clause above; 1: elsewhere in the sentence. */
function fitOf(draft: Draft, tree: Tree, time: TimeMention): number {
  const tokens = tree.tokens
    .map((token, i) => (token.start < time.end && token.end > time.start ? i : -1))
    .filter((i) => i >= 0)
  const top = tokens.find((token) => !tokens.includes(tree.head(token))) ?? tokens[0]
  if (top === undefined) return 0
  const clause = tree.clause(draft.head)
  const own = tree.clause(top)
  const distance = Math.abs(top - draft.head) / 1000
  if (tree.dominates(draft.head, top) && own === clause) return 6 - distance
  if (own === clause) return 4 - distance
  if (tree.dominates(draft.head, top)) return 3 - distance
  if (tree.dominates(own, draft.head)) return isFactBoundary(tree, draft.head, own) ? 0.5 - distance : 2 - distance
  return 0.4 - distance
}

/** Between the event and the dated clause lies a relative or adverbial clause, which has its own time. */
function isFactBoundary(tree: Tree, from: number, to: number): boolean {
  for (let at = from; at >= 0 && at !== to; at = tree.head(at))
    if (tree.relation(at) === 'acl:relcl' || tree.plain(at) === 'advcl') return true
  return false
}

function tellBackground(state: CodingState, draft: Draft): void {
  const published = state.article.published
  if (draft.date === null || published === null || draft.date.basis.startsWith('default')) return
  const limit = addDays(published.from, -BACKGROUND_AFTER_DAYS)
  if (draft.date.to < limit && draft.certainty === 'asserted') {
    if (!draft.background) draft.basis.push('background:old-date')
    draft.background = true
  }
  const last = published.to ?? published.from
  if (
    draft.date.from > last &&
    draft.certainty === 'asserted' &&
    draft.date.grain === 'day' &&
    draft.match.entry.pos === 'n' &&
    !hasPast(draft)
  ) {
    draft.certainty = 'planned'
    draft.basis.push('certainty:date-after-publication')
  }
}

/** The clause of the event is told in the past. */
function hasPast(draft: Draft): boolean {
  const { tree } = draft
  const clause = tree.clause(draft.head)
  return [clause, ...tree.kids(clause)].some((token) => /^(?:VBD|VBN)$/u.test(tree.tokens[token]?.xpos ?? ''))
}
