import type { Article } from '../src/article/article.ts'
import type { Span } from '../src/base/span.ts'
import { TYPES } from '../src/coding/codebook.ts'
import type { CodingResult } from '../src/coding/coder.ts'
import type { EventRecord, RecordActor } from '../src/coding/event-record.ts'
import type { Analysis, LanguageEngine } from '../src/language/token.ts'
import { acledLabel } from './acled-label.ts'
import { complementOf, concernOf, mainClause, ownedThing, receiverOf, thingOf } from './clause-sides.ts'
import { fullPhrase } from './full-phrase.ts'
import { mendedTokens } from './mended.ts'
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

const WDW_CLASS: Readonly<Record<string, string>> = {
  'verbal cooperation': 'VERBAL_COOPERATION',
  'material cooperation': 'MATERIAL_COOPERATION',
  'verbal conflict': 'VERBAL_CONFLICT',
  'material conflict': 'MATERIAL_CONFLICT',
}

const APPEALS =
  /^(?:call|appeal|urge|ask|plead|seek|request|petition|invite|encourage|hope|lobby|want|persuade|convince|advise|exhort)/u

/**
 * The class of `whodidwhat` for a record: PLOVER's quads as that set draws them. Reduced relations and demands count as
 * verbal conflict there, appeals as statements, and a concession that lies ahead as a promise.
 */
export function whoDidWhatClass(record: EventRecord): string {
  const { type, certainty } = record
  if (type === 'CONCEDE' || type === 'RETREAT')
    return certainty.value === 'planned' ? 'VERBAL_COOPERATION' : 'MATERIAL_COOPERATION'
  if (type === 'SANCTION') return 'VERBAL_CONFLICT'
  if (type === 'REQUEST') {
    const appeal =
      APPEALS.test(record.trigger.quote.toLowerCase()) &&
      !/\b(?:sanctions?|resign|step down|end|stop|withdraw|ban)\b/iu.test(record.issues[0]?.quote ?? '')
    return appeal ? 'STATEMENT_OR_APPEAL' : 'VERBAL_CONFLICT'
  }
  if (
    /^(?:express\w*|voic\w*|extend\w*|offer\w*|convey\w*) (?:\w+ ){0,4}(?:concern|condolence|sympath|regret|fear|alarm|surprise|hope)/iu.test(
      record.trigger.quote,
    )
  )
    return 'STATEMENT_OR_APPEAL'
  if (type === 'COERCE' && record.mode.includes('deport')) return 'VERBAL_CONFLICT'
  return WDW_CLASS[TYPES[type].quad] ?? 'STATEMENT_OR_APPEAL'
}

/** A sentence with the tokens that role tags are given for. */
export interface TokenisedText extends BenchText {
  readonly tokens?: readonly string[]
}

/** B-S, I-S, B-T, I-T and O over the sentence's own tokens. */
function roleTags(item: TokenisedText, source: Span | null, target: Span | null): string[] {
  let end = 0
  let before = 'O'
  return (item.tokens ?? []).map((token) => {
    const start = item.text.indexOf(token, end)
    if (start < 0) return 'O'
    end = start + token.length
    const inside = (span: Span | null): boolean => span !== null && span.start <= start && end <= span.end
    const role = inside(source) ? 'S' : inside(target) ? 'T' : 'O'
    const tag = role === 'O' ? 'O' : `${before === role ? 'I' : 'B'}-${role}`
    before = role
    return tag
  })
}

/**
 * `whodidwhat`: the main event of a sentence, a statement where it holds none, with the spans of both sides. Where the
 * coder finds neither, no class is given, only the sides of the main clause for the figure of role spans.
 */
export function predictWhoDidWhat(
  items: readonly TokenisedText[],
  { coder, engine }: { readonly coder: BenchCoder; readonly engine: LanguageEngine },
): ScoredPrediction[] {
  return items.map((item) => {
    const result = coder.code(benchArticle(item))
    const best = mainRecord(result)
    const record = best !== null && isVoiced(result.analysis, best) ? null : best
    const span = (actor: {
      quote: string
      start: number
      end: number
      exact?: boolean
    }): { text: string; start: number; end: number } => {
      if (actor.quote === '' || actor.exact)
        return { text: item.text.slice(actor.start, actor.end), start: actor.start, end: actor.end }
      const { start, end } = fullPhrase(result.analysis, actor, result.mentions.times)
      return { text: item.text.slice(start, end), start, end }
    }
    if (record === null) {
      const statement = result.statements[0]
      if (statement === undefined) {
        // A sentence without any word of the lexicon was not parsed.
        const parsed = engine.analyse(item.text, { gate: () => true })
        const { source, target } = mainClause(parsed)
        const widened = (each: Span | null): Span | null =>
          each === null ? null : fullPhrase(parsed, each, result.mentions.times)
        return { id: item.id, events: [], tags: roleTags(item, widened(source), widened(target)) }
      }
      const complement = complementOf(result.analysis, statement.speaker)
      const about =
        complement === null
          ? statement.target
          : { quote: item.text.slice(complement.start, complement.end), start: complement.start, end: complement.end }
      return {
        id: item.id,
        events: [
          {
            type: 'STATEMENT_OR_APPEAL',
            source: [span(statement.speaker)],
            target: about === null ? [] : [span(about)],
            reciprocal: false,
          },
        ],
      }
    }
    const { source, target: named, reciprocal } = sides(record, result.analysis)
    const receiver =
      named.length > 0 || !TYPES[record.type].quad.startsWith('material')
        ? null
        : receiverOf(result.analysis, record.trigger, source)
    const target =
      receiver === null
        ? named
        : [{ quote: item.text.slice(receiver.start, receiver.end), start: receiver.start, end: receiver.end }]
    return {
      id: item.id,
      events: [
        {
          type: whoDidWhatClass(record),
          source: source.map((each) => span(byName(each, result.statements, record))),
          target: target.map(span),
          reciprocal,
        },
      ],
    }
  })
}

/** Talks and meetings, held or planned, in which neither side acts on the other. A visit has a guest and a host. */
const isMeeting = (record: EventRecord): boolean =>
  record.basis[0]?.startsWith('trigger:consult.') === true &&
  !/^trigger:consult\.v\.(?:visit|travel|host)/u.test(record.basis[0]) &&
  !record.mode.includes('visit') &&
  record.actors.length > 0

/** Verbs that voice a feeling or a plan not made yet. */
const VOICING = /^(?:express|voice|hope|consider)$/u

/** Whether the main clause voices a feeling and the record stands beside or below what it voices. */
function isVoiced(analysis: Analysis, record: EventRecord): boolean {
  const sentence = analysis.sentences.find(
    (each) => each.start <= record.trigger.start && record.trigger.start < each.end,
  )
  if (sentence === undefined || !sentence.parsed) return false
  const tokens = mendedTokens(sentence)
  const root = tokens.find((token) => token.head < 0)
  return (
    root !== undefined &&
    VOICING.test(root.lemma) &&
    !(record.trigger.start <= root.start && root.end <= record.trigger.end)
  )
}

/** The speaker where a pronoun of what is said stands for them: that set marks names. */
function byName<Side extends { quote: string; start: number; end: number }>(
  side: Side,
  statements: readonly { readonly speaker: { quote: string; start: number; end: number } }[],
  record: EventRecord,
): Side | { quote: string; start: number; end: number } {
  if (!/^(?:he|she|it|they)$/iu.test(side.quote)) return side
  const speakers = [...(record.speaker === null ? [] : [record.speaker]), ...statements.map((each) => each.speaker)]
  return speakers.find((speaker) => speaker.end <= side.start && !/^(?:he|she|it|they)$/iu.test(speaker.quote)) ?? side
}

/** Types whose target is the thing that somebody said or did, with its owner. */
const OWNED: ReadonlySet<string> = new Set(['REJECT', 'SUPPORT', 'ACCUSE'])

/** Of the sides of a joined attack those that stand together, the first behind those who act or, failing that, its word. */
function nearest(record: EventRecord): readonly RecordActor[] {
  if (record.type !== 'ASSAULT' || record.recipients.length < 2) return record.recipients
  const from = Math.max(0, ...record.actors.map((actor) => actor.end))
  const inOrder = [...record.recipients].sort((a, b) => a.start - b.start)
  const first =
    inOrder.find((each) => each.start >= from && record.actors.length > 0) ??
    inOrder.find((each) => each.start >= record.trigger.end) ??
    inOrder[0]
  if (first === undefined) return []
  let end = first.end
  return inOrder.filter((each) => {
    if (each !== first && (each.start < first.start || each.start - end > MAX_LIST_GAP)) return false
    end = each.end
    return true
  })
}
/** Characters between two members of a list: a comma and "as well as". */
const MAX_LIST_GAP = 14

interface Sides {
  source: readonly { quote: string; start: number; end: number }[]
  target: readonly { quote: string; start: number; end: number }[]
  reciprocal: boolean
}

/**
 * Source and target as that set marks them: of a mutual event those before and after the trigger, both marked as
 * reciprocal where they stand together; the thing praised, rejected or asked for where no one is addressed.
 */
function sides(record: EventRecord, analysis: Analysis): Sides {
  const thing = record.issues[0]
  if (OWNED.has(record.type)) {
    const owner = record.recipients.find(
      (each) => thing === undefined || (each.start >= thing.start && each.end <= thing.end),
    )
    const whole = owner === undefined ? null : (thing ?? thingOf(analysis, owner))
    const span = owner === undefined || whole === null ? null : ownedThing(analysis, whole, owner)
    if (span !== null) return { source: record.actors, target: [span], reciprocal: false }
  }
  if (record.recipients.length > 0)
    return { source: record.actors, target: nearest(record), reciprocal: isMeeting(record) }
  const mutual =
    record.actors.length > 1 &&
    (['CONSULT', 'AGREE', 'COOPERATE', 'SUPPORT', 'ASSAULT', 'REJECT'].includes(record.type) ||
      record.basis[0]?.startsWith('trigger:agree.') === true)
  if (mutual) {
    const before = record.actors.filter((actor) => actor.end <= record.trigger.start)
    const after = record.actors.filter((actor) => actor.start >= record.trigger.end)
    if (before.length > 0 && after.length > 0) return { source: before, target: after, reciprocal: isMeeting(record) }
    // Joined by "and": one span for both sides.
    const start = Math.min(...record.actors.map((actor) => actor.start))
    const end = Math.max(...record.actors.map((actor) => actor.end))
    const whole = [{ quote: '', start, end }]
    return { source: whole, target: whole, reciprocal: true }
  }
  const concern = thing !== undefined && COMES_DOWN.has(record.type) ? concernOf(analysis, thing) : null
  const target = concern === null ? record.issues.slice(0, 1) : [{ ...concern, quote: 'concern' }]
  return { source: record.actors, target, reciprocal: false }
}

/** Types whose content that set follows to what it concerns. */
const COMES_DOWN: ReadonlySet<string> = new Set(['AGREE', 'CONCEDE', 'RETREAT', 'AID'])

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
