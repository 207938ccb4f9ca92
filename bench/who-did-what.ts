import type { Span } from '../src/base/span.ts'
import { TYPES } from '../src/coding/codebook.ts'
import type { EventRecord, RecordActor } from '../src/coding/event-record.ts'
import type { Analysis, LanguageEngine } from '../src/language/token.ts'
import { complementOf, concernOf, mainClause, ownedThing, receiverOf, thingOf, wholePlace } from './clause-sides.ts'
import { type BenchCoder, type BenchText, benchArticle, mainRecord, type ScoredPrediction } from './events.ts'
import { fullPhrase } from './full-phrase.ts'
import { mendedTokens } from './mended.ts'

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
  // What one goes on with oneself is aimed at nobody: "will not end the strike".
  if (record.type === 'REJECT' && record.basis.includes('content:protest'))
    return { source: record.actors, target: [], reciprocal: false }
  if (concern === null && IN_PLACE.has(record.type)) {
    const place = placeIn(record, analysis)
    if (place !== null) return { source: record.actors, target: [place], reciprocal: false }
  }
  const target = concern === null ? record.issues.slice(0, 1) : [{ ...concern, quote: 'concern' }]
  return { source: record.actors, target, reciprocal: false }
}

/** Types that befall a place where nobody is named. */
const IN_PLACE: ReadonlySet<string> = new Set(['CONCEDE', 'RETREAT', 'COERCE', 'MOBILIZE', 'AID'])

/** The place that is named for an event in the sentence of its trigger. */
function placeIn(record: EventRecord, analysis: Analysis): { quote: string; start: number; end: number } | null {
  const { place, trigger } = record
  if (place === null || place.basis !== 'stated') return null
  const sentence = analysis.sentences.find((each) => each.start <= trigger.start && trigger.start < each.end)
  const inside = sentence !== undefined && sentence.start <= place.start && place.end <= sentence.end
  if (!inside || place.start <= trigger.end) return null
  const { start, end } = wholePlace(analysis, place)
  return { quote: place.quote, start, end }
}

/** Types whose content that set follows to what it concerns. */
const COMES_DOWN: ReadonlySet<string> = new Set(['AGREE', 'CONCEDE', 'RETREAT', 'AID'])
