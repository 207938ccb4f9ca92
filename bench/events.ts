import type { Article } from '../src/article/article.ts'
import type { CodingResult } from '../src/coding/coder.ts'
import type { EventRecord, RecordActor } from '../src/coding/event-record.ts'
import { acledLabel } from './acled-label.ts'
import { type Muc4Prediction, muc4Events } from './muc4-events.ts'
import { isPolitical } from './relevance.ts'

/** What the yardsticks of coding need of a coder. */
export interface BenchCoder {
  code(article: Article): Pick<CodingResult, 'records' | 'statements' | 'analysis' | 'mentions'>
}

/** An article of a yardstick: text with, where known, its day and outlet. */
export interface BenchText {
  readonly id: string
  readonly text: string
  readonly title?: string | null
  readonly published?: string | null
  readonly date?: string | null
  readonly source?: string | null
}

/** Makes an Article of a yardstick's item. Dates are read as YYYY-MM-DD or YYYYMMDD. */
export function benchArticle(item: BenchText): Article {
  const day = (item.published ?? item.date ?? '').slice(0, 10)
  const iso = /^\d{8}$/u.test(day) ? `${day.slice(0, 4)}-${day.slice(4, 6)}-${day.slice(6, 8)}` : day
  return {
    id: item.id,
    externalId: item.id,
    text: item.text,
    ...(item.title ? { title: item.title } : {}),
    ...(item.source ? { publisher: item.source } : {}),
    published: /^\d{4}-\d{2}-\d{2}$/u.test(iso) ? { from: iso, to: iso, basis: 'given' } : null,
    language: 'en',
    sha256: '',
    mediaType: 'text/plain',
    excluded: [],
    warnings: [],
  }
}

/** `fields`: what `groundswell code --format jsonl` prints. */
export function predictFields(items: readonly BenchText[], coder: BenchCoder): { id: string; events: EventRecord[] }[] {
  return items.map((item) => ({ id: item.id, events: coder.code(benchArticle(item)).records }))
}

export interface PoliceText extends BenchText {
  readonly sents: readonly { readonly i: number; readonly text: string }[]
}
export interface PolicePrediction {
  readonly id: string
  readonly events: readonly {
    type: string
    mode: string
    source: { sector: string }
    negated: boolean
    failed_to_act: boolean
    status: string
    dead: number
  }[]
}

const NOT_TOLD_AS_DONE = new Set(['called-for', 'hypothetical', 'planned', 'denied'])

/** `police`: records by the police of a document, or of each of its sentences. Recaps of older events are left out. */
export function predictPolice(
  items: readonly PoliceText[],
  coder: BenchCoder,
  level: 'doc' | 'sent' = 'doc',
): PolicePrediction[] {
  return items.flatMap((item) => {
    const result = coder.code(benchArticle(item))
    const kept = result.records.filter((record) => !NOT_TOLD_AS_DONE.has(record.certainty.value))
    const acts = policeActs(result)
    const events = (start: number, end: number): PolicePrediction['events'] => [
      ...kept.filter((record) => record.trigger.start >= start && record.trigger.start < end).flatMap(policeEvent),
      ...acts.filter((at) => at >= start && at < end).map(() => OTHER_ACT),
    ]
    if (level === 'doc') return [{ id: item.id, events: events(0, item.text.length) }]
    let from = 0
    return item.sents.map((sentence) => {
      const start = item.text.indexOf(sentence.text, from)
      if (start >= 0) from = start
      return { id: `${item.id}#${sentence.i}`, events: start < 0 ? [] : events(start, start + sentence.text.length) }
    })
  })
}

/** An act of the police that is no event of the codebook: only the label for any action counts it. */
const OTHER_ACT = {
  type: 'OTHER',
  mode: '',
  source: { sector: 'COP' },
  negated: false,
  failed_to_act: false,
  status: 'asserted',
  dead: 0,
}

/** Where the police are the subject or the agent of a verb that is told as done. */
function policeActs(result: Pick<CodingResult, 'analysis' | 'mentions'>): number[] {
  const out: number[] = []
  for (const actor of result.mentions.actors) {
    if (!actor.sector.includes('COP')) continue
    const sentence = result.analysis.sentences.find((each) => each.start <= actor.start && actor.end <= each.end)
    if (sentence === undefined) continue
    const at = sentence.tokens.findIndex(
      (token) =>
        token.start >= actor.start &&
        token.end <= actor.end &&
        (token.relation === 'nsubj' || token.relation === 'obl:agent'),
    )
    const verb = sentence.tokens[sentence.tokens[at]?.head ?? -1]
    if (verb === undefined || verb.upos !== 'VERB') continue
    const kids = sentence.tokens.filter((token) => sentence.tokens[token.head] === verb)
    if (kids.some((kid) => /^(?:not|n't|never|will|would|could|should|may|might|must|can)$/iu.test(kid.form))) continue
    out.push(actor.start)
  }
  return out
}

/** Who else keeps order there: administration, army and paramilitary are marked like the police. */
const ORDER = new Set(['MIL', 'GOV', 'PRM'])

function policeEvent(record: EventRecord): PolicePrediction['events'][number][] {
  const byPolice = record.actors.some((actor) => actor.sector.includes('COP'))
  // An arrest without a named agent is the police's: nobody else arrests.
  const arrest = record.type === 'COERCE' && record.mode.includes('arrest')
  const keepsOrder =
    record.omission ||
    ((record.type === 'MOBILIZE' || record.type === 'COERCE') &&
      (record.actors.length === 0 || record.actors.some((actor) => actor.sector.some((sector) => ORDER.has(sector)))))
  // What did not happen without anybody at fault ("no arrests were made") is neither an act nor a failure.
  if (record.polarity === 'negative' && !record.omission) return []
  if (!byPolice && !keepsOrder && !(arrest && record.actors.length === 0)) return []
  const killing =
    record.type === 'ASSAULT' &&
    (record.killed !== null || /kill|shot dead|gunned|encounter/iu.test(record.trigger.quote))
  return [
    {
      type: record.type,
      mode: arrest ? 'arrest' : (record.mode[0] ?? ''),
      source: { sector: 'COP' },
      negated: record.polarity === 'negative',
      failed_to_act: record.omission,
      status: record.certainty.value,
      dead: killing ? Math.max(1, record.killed?.low ?? 1) : 0,
    },
  ]
}

export interface ScoredPrediction {
  readonly id: string
  readonly events: readonly {
    type: string
    mode?: string | null
    cameo?: string
    source: unknown
    target: unknown
    reciprocal?: boolean
  }[]
  /** Roles of the tokens where no event was found. */
  readonly tags?: readonly string[]
}

/**
 * The record that a sentence is mainly about: asserted before planned, told before background, the higher in the tree,
 * then the earlier one.
 */
export function mainRecord(result: Pick<CodingResult, 'records' | 'analysis'>): EventRecord | null {
  const depth = (record: EventRecord): number => {
    for (const sentence of result.analysis.sentences) {
      const at = sentence.tokens.findIndex(
        (token) => token.start <= record.trigger.start && record.trigger.start < token.end,
      )
      if (at < 0) continue
      let steps = 0
      let head = sentence.tokens[at]?.head ?? -1
      while (head >= 0 && steps < 50) {
        const lemma = sentence.tokens[head]?.lemma ?? ''
        // A verb of speech above does not make an event less of a main one.
        if (!/^(?:say|tell|report|announce|add|state)$/u.test(lemma)) steps++
        head = sentence.tokens[head]?.head ?? -1
      }
      return steps + sentence.index * 10
    }
    return 99
  }
  const rank = (record: EventRecord): number =>
    depth(record) +
    (record.background ? 3 : 0) +
    (record.polarity === 'negative' ? 2 : 0) +
    (record.certainty.value === 'asserted' ? 0 : 1.5) +
    (record.actors.length === 0 ? 1.5 : 0) +
    record.trigger.start / 10_000
  let best: EventRecord | null = null
  let bestRank = Number.POSITIVE_INFINITY
  for (const record of result.records) {
    const value = rank(record)
    if (value < bestRank) {
      best = record
      bestRank = value
    }
  }
  return best
}

const textOf = (actor: RecordActor): { text: string; code?: string } =>
  actor.country === null ? { text: actor.quote } : { text: actor.quote, code: actor.country }

/** `plover`: the main event of a sentence. */
export function predictPlover(items: readonly BenchText[], coder: BenchCoder): ScoredPrediction[] {
  return items.map((item) => {
    const record = mainRecord(coder.code(benchArticle(item)))
    if (record === null) return { id: item.id, events: [] }
    return {
      id: item.id,
      events: [
        {
          type: record.type,
          mode: record.mode[0] ?? null,
          source: record.actors.map(textOf),
          target: record.recipients.map(textOf),
        },
      ],
    }
  })
}

/** `muc4`: incidents with perpetrators, targets and victims. */
export function predictMuc4(items: readonly BenchText[], coder: BenchCoder): Muc4Prediction[] {
  return items.map((item) => ({ id: item.id, events: muc4Events(coder.code(benchArticle(item))) }))
}

/** `case21`: one ACLED-like sub-event for a snippet. */
export function predictCase21(items: readonly BenchText[], coder: BenchCoder): { id: string; label: string }[] {
  return items.map((item) => ({ id: item.id, label: acledLabel(coder.code(benchArticle(item)).records, item.text) }))
}

/** `relevance`: whether a report is about politics. */
export function predictRelevance(items: readonly BenchText[], coder: BenchCoder): { id: string; labels: number[] }[] {
  return items.map((item) => ({ id: item.id, labels: [isPolitical(coder.code(benchArticle(item))) ? 1 : 0] }))
}
