import { addDays, epochDay, isPlainDate } from '../../base/plain-date.ts'
import { overlaps } from '../../base/span.ts'
import type { TimeMention } from '../../mention/mention.ts'
import type { Draft } from '../draft.ts'
import type { RecordDate } from '../event-record.ts'
import type { CodingState } from '../state.ts'
import type { Tree } from '../tree.ts'

/** An event this many days before publication is told as background, unless it is the story's first sentence. */
export const BACKGROUND_AFTER_DAYS = 21
const HISTORY_DAYS = 365
/** What was done this many days before publication is news, in whatever tense it is told. */
const FRESH_DAYS = 7
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
  const told: Told = { date: null, sentence: null }
  for (const draft of state.drafts) {
    if (draft.dropped !== null) continue
    freshen(state, draft)
    draft.date = dateOf(draft, times, published?.to ?? null) ?? null
    const narrated = NARRATED.has(draft.type) && draft.certainty === 'asserted'
    if (
      draft.date === null &&
      published !== null &&
      draft.certainty === 'asserted' &&
      !draft.background &&
      // What somebody failed to do was left undone on a day; what did not happen has none.
      (draft.polarity === 'positive' || draft.omission)
    ) {
      const to = published.to ?? null
      draft.date = dateBefore(state, draft, times, told)
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
    shiftByClause(state, draft)
    yearsApart(state, draft)
    lastThrough(state, draft)
    tellBackground(state, draft)
    if (narrated && !draft.background && draft.date?.basis === 'stated' && draft.date.grain === 'day') {
      told.date = draft.date
      told.sentence = draft.tree.sentence.index
    }
  }
}

/** "…, a day after police opened fire": whole days between two clauses. */
const DAYS_APART = /\b(a|one|two|three|four|five|six|\d{1,2}) days? (after|before)\s+(?:\p{L}+\s+){0,6}$/iu
const NUMBERS: Readonly<Record<string, number>> = { a: 1, one: 1, two: 2, three: 3, four: 4, five: 5, six: 6 }
/** Characters before a trigger in which those words stand. */
const APART_CHARACTERS = 90

/** Moves the day of a clause that the sentence dates by another clause. */
function shiftByClause(state: CodingState, draft: Draft): void {
  const { date, tree, head } = draft
  const trigger = tree.tokens[head]
  if (date === null || trigger === undefined || date.grain !== 'day' || date.basis === 'stated') return
  const from = Math.max(tree.sentence.start, trigger.start - APART_CHARACTERS)
  const apart = DAYS_APART.exec(state.article.text.slice(from, trigger.start))
  if (apart === null || date.start > trigger.start) return
  const days = NUMBERS[(apart[1] as string).toLowerCase()] ?? Number(apart[1])
  const by = (apart[2] as string).toLowerCase() === 'after' ? -days : days
  draft.date = { ...date, from: addDays(date.from, by), to: addDays(date.to, by), basis: 'inferred:days-apart' }
}

/** "Eight years after the shooting": an event named by how long ago it was. */
const YEARS_APART =
  /\b(a|one|two|three|four|five|six|seven|eight|nine|ten|twenty|\d{1,2}) years? (?:after|since) (?:the |a |an )?(?:\p{L}+ ){0,2}$/iu
const YEAR_NUMBERS: Readonly<Record<string, number>> = { ...NUMBERS, seven: 7, eight: 8, nine: 9, ten: 10, twenty: 20 }

function yearsApart(state: CodingState, draft: Draft): void {
  const published = state.article.published
  const trigger = draft.tree.tokens[draft.match.first]
  if (published === null || trigger === undefined || draft.match.entry.pos !== 'n') return
  const from = Math.max(draft.tree.sentence.start, trigger.start - APART_CHARACTERS)
  const apart = YEARS_APART.exec(state.article.text.slice(from, trigger.start))
  if (apart === null) return
  const words = apart[0].trimEnd()
  const number = (apart[1] as string).toLowerCase()
  const year = Number(published.from.slice(0, 4)) - (YEAR_NUMBERS[number] ?? Number(number))
  const start = from + apart.index
  draft.date = {
    from: `${year}-01-01`,
    to: `${year}-12-31`,
    grain: 'year',
    quote: words,
    start,
    end: start + words.length,
    basis: 'inferred:years-apart',
  }
  draft.background = true
  draft.basis.push('background:years-apart')
}

/** Lasting acts: a protest that goes on "since February", fighting of "three days". */
const LASTING: ReadonlySet<string> = new Set(['PROTEST', 'ASSAULT', 'MOBILIZE'])
const LENGTH = /^P(\d{1,3})([DWM])$/u
const DAYS: Readonly<Record<string, number>> = { D: 1, W: 7, M: 30 }
/** A campaign is one event from its first day on: "picketed since Monday", "thirteen days of protests". */
function lastThrough(state: CodingState, draft: Draft): void {
  const { date } = draft
  const published = state.article.published
  if (date === null || !LASTING.has(draft.type) || published === null) return
  const last = published.to ?? published.from
  if (date.quote !== '') {
    const time = state.mentions.times.find((each) => each.start === date.start && each.end === date.end)
    if (time?.relation === 'since' && date.from <= last && goesOn(draft)) {
      draft.date = { ...date, to: last }
      if (draft.background && draft.basis.includes('background:since')) draft.background = false
      draft.basis.push('date:since')
      return
    }
  }
  if (date.grain !== 'day' || date.from !== date.to) return
  const days = lengthOf(state, draft)
  if (days === null) return
  draft.date = { ...date, from: addDays(date.to, 1 - days) }
  draft.basis.push(`date:lasting-${days}-days`)
}

/** The perfect or a lasting noun: what began then has not ended. */
function goesOn(draft: Draft): boolean {
  const { tree, head } = draft
  if (draft.type === 'ASSAULT') return false
  const clause = tree.clause(head)
  return [head, clause].some((at) => tree.kids(at).some((kid) => /^(?:have|has|'ve|'s)$/u.test(tree.form(kid))))
}

/** Days that the words at the trigger say it lasted. */
function lengthOf(state: CodingState, draft: Draft): number | null {
  const { tree, head } = draft
  for (const time of state.mentions.times) {
    if (time.type !== 'DURATION' || time.start < tree.sentence.start || time.end > tree.sentence.end) continue
    const length = LENGTH.exec(time.value)
    const token = tree.tokens.findIndex((each) => each.start < time.end && each.end > time.start)
    if (length === null || token < 0) continue
    let top = token
    while (
      tree.head(top) >= 0 &&
      (tree.tokens[tree.head(top)]?.start ?? 0) >= time.start &&
      (tree.tokens[tree.head(top)]?.end ?? 0) <= time.end
    )
      top = tree.head(top)
    const ofTrigger = tree.head(head) === top && tree.caseOf(head) === 'of'
    const forTrigger = tree.head(top) === head && /^(?:for|of|)$/u.test(tree.caseOf(top))
    if (ofTrigger || forTrigger) return Number(length[1]) * (DAYS[length[2] as string] as number)
  }
  return null
}

/** Types told as parts of a story, whose day runs on to what is told after them. */
const NARRATED: ReadonlySet<string> = new Set(['PROTEST', 'ASSAULT', 'COERCE', 'MOBILIZE', 'RETREAT'])
/** Sentences back, and days before publication, that a story's day reaches. */
const STORY_SENTENCES = 4
const STORY_DAYS = 8

/** The last day named in the sentences before, or the day of the last event told with one. */
function dateBefore(state: CodingState, draft: Draft, times: readonly TimeMention[], told: Told): RecordDate | null {
  const published = state.article.published
  if (published === null) return null
  const { sentence } = draft.tree
  const from = state.analysis.sentences[Math.max(0, sentence.index - STORY_SENTENCES)]?.start ?? 0
  const earliest = addDays(published.from, -STORY_DAYS)
  const recent = (day: string): boolean => day <= (published.to ?? published.from) && day >= earliest
  const last = times
    .filter(
      (time) =>
        time.start >= from &&
        time.end <= sentence.start &&
        (time.grain === 'day' || time.grain === 'time') &&
        time.from !== null &&
        recent(time.from.slice(0, 10)),
    )
    .at(-1)
  const date = last === undefined ? null : toDate(last, 'inferred:story')
  if (date !== null) return date
  if (told.date === null) return null
  const next = told.sentence !== null && sentence.index - told.sentence <= 1
  return next || recent(told.date.from) ? { ...told.date, basis: 'inferred:story' } : null
}

/** The day of the last event that was told with one, and its sentence. */
interface Told {
  date: RecordDate | null
  sentence: number | null
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
  best = { time: finerInside(best.time, inside), score: best.score }
  const date = withNext(toDate(best.time, best.score >= 4 ? 'stated' : 'inferred:sentence'), best.time, inside, tree)
  if (date === null) return null
  const mended = pastWeekday(date, draft, lastDay)
  // What has happened has not happened after publication: such a time belongs to another clause.
  if (best.score < 4 && lastDay !== null && mended.from > lastDay && draft.certainty === 'asserted') return null
  return mended
}

const BROAD = new Set(['year', 'half', 'quarter', 'season'])

/** "were marred this year by a protest on Republic Day": the day of the sentence that lies in its year. */
function finerInside(time: TimeMention, times: readonly TimeMention[]): TimeMention {
  if (!BROAD.has(time.grain ?? '') || time.from === null || time.to === null) return time
  const [from, to] = [time.from, time.to]
  const days = times.filter(
    (each) =>
      each.grain === 'day' && each.from !== null && each.from >= from && each.from.slice(0, 10) <= to.slice(0, 10),
  )
  const [only] = days
  return days.length === 1 && only !== undefined ? only : time
}

/** "over 2020 and 2021": two years or months joined are one period. */
function withNext(
  date: RecordDate | null,
  time: TimeMention,
  times: readonly TimeMention[],
  tree: Tree,
): RecordDate | null {
  if (date === null || (date.grain !== 'year' && date.grain !== 'month')) return date
  const next = times.find((each) => each.start > time.end && each.start - time.end <= 5 && each.grain === time.grain)
  if (next === undefined || next.to === null || next.to.slice(0, 10) <= date.to) return date
  const joined = tree.tokens.some(
    (token) => token.start >= time.end && token.end <= next.start && /^(?:and|–|-)$/u.test(token.form),
  )
  return joined ? { ...date, to: next.to.slice(0, 10) } : date
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
  if (tree.dominates(draft.head, top)) return isFactBoundary(tree, top, draft.head) ? 0.6 - distance : 3 - distance
  if (tree.dominates(own, draft.head)) return isFactBoundary(tree, draft.head, own) ? 0.5 - distance : 2 - distance
  return 0.4 - distance
}

/** Between the event and the dated clause lies a relative or adverbial clause, which has its own time. */
function isFactBoundary(tree: Tree, from: number, to: number): boolean {
  for (let at = from; at >= 0 && at !== to; at = tree.head(at))
    if (tree.relation(at) === 'acl:relcl' || tree.plain(at) === 'advcl') return true
  return false
}

/** "Hours earlier" is the same story. */
const JUST_BEFORE = /\b(?:hours?|minutes?|moments?|shortly) (?:earlier|before)\b/iu

/** Takes back what was told as background though it is the same story. */
function freshen(state: CodingState, draft: Draft): void {
  if (
    draft.background &&
    draft.basis.some((rule) => rule === 'background:earlier' || rule === 'background:past-perfect') &&
    JUST_BEFORE.test(state.article.text.slice(draft.tree.sentence.start, draft.tree.sentence.end))
  ) {
    draft.background = false
    draft.basis.push('background:just-before')
  }
}

function tellBackground(state: CodingState, draft: Draft): void {
  const published = state.article.published
  // The past perfect of reported speech is only the past: "denied that police had beaten them".
  if (
    draft.background &&
    draft.date === null &&
    (draft.certainty === 'denied' || draft.certainty === 'alleged') &&
    draft.basis.includes('background:past-perfect')
  )
    draft.background = false
  if (draft.date === null || published === null || draft.date.basis.startsWith('default')) return
  // "had marched on Sunday", told on Monday, is the story itself.
  if (
    draft.background &&
    draft.basis.includes('background:past-perfect') &&
    draft.date.basis === 'stated' &&
    draft.date.grain === 'day' &&
    draft.date.to >= addDays(published.from, -FRESH_DAYS)
  ) {
    draft.background = false
    draft.basis.push('background:fresh')
  }
  // Without a day of publication the report looks back over months: only what is a year old is history to it.
  const limit = addDays(published.from, published.to === null ? -HISTORY_DAYS : -BACKGROUND_AFTER_DAYS)
  if (draft.date.to < limit && draft.certainty === 'asserted') {
    if (!draft.background) draft.basis.push('background:old-date')
    draft.background = true
  }
  const last = published.to
  if (
    last !== null &&
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
