import { bySpan, type Span } from '../../base/span.ts'
import type { MentionInput } from '../input.ts'
import type { IndicatorMention, QuantityMention, TimeMention } from '../mention.ts'
import { type Piece, piecesOf } from '../number/piece.ts'
import { seriesAt } from './series.ts'

/** A name of a country in the text: a place or actor mention will do. */
export interface CountryMark extends Span {
  /** ISO 3166-1 alpha-3. */
  readonly country: string | null
}

/** Characters between a figure and the words that name its series. */
const SERIES_REACH = 90
/** Characters between a figure and its period in the same sentence. */
const PERIOD_REACH = 160

/** Figures of one sentence; more are a table. */
const MAX_FIGURES = 60
/** Names of series in one sentence; more are a glossary. */
const MAX_SERIES = 100

interface NamedSeries extends Span {
  readonly series: string
  readonly units: string
  readonly words: number
}

/**
 * Finds economic figures: a sum, share or count that the sentence ties to a named series, with its period and the
 * countries it runs between. "directing $670 million and $569.4 million worth of net investment flows toward Kazakhstan
 * in 2013 and 2014, respectively" gives two points of one series, each with its year. A figure with an open side
 * ("more than $5bn") is given by the side that is stated; one without a series is left out.
 */
export function findIndicators(
  input: MentionInput,
  times: readonly TimeMention[],
  quantities: readonly QuantityMention[],
  countries: readonly CountryMark[] = [],
): IndicatorMention[] {
  const figures = quantities.filter(
    (q) => (q.kind === 'money' || q.kind === 'percent' || q.kind === 'other') && (q.low ?? q.high) !== null,
  )
  if (figures.length === 0) return []
  const { text } = input
  const places = [...countries].sort(bySpan)
  const found: IndicatorMention[] = []
  for (const sentence of sentencesWith(input, figures)) {
    const inside = within(figures, sentence)
    if (inside.length > MAX_FIGURES) continue
    const pieces = piecesOf(text, sentence.start, sentence.end)
    const named = seriesIn(pieces)
    if (named.length === 0 || named.length > MAX_SERIES) continue
    const periods = within(times, sentence).filter(
      (t) =>
        t.from !== null &&
        t.type === 'DATE' &&
        t.grain !== 'time' &&
        !inside.some((q) => q.start <= t.start && t.end <= q.end),
    )
    const series = inside.map((q, k) => seriesOf(q, inside[k - 1], inside[k + 1], named, text))
    // "$670 million and $569.4 million worth of …": a figure joined to the next shares its series.
    for (let k = inside.length - 2; k >= 0; k--) {
      const [here, next] = [inside[k] as QuantityMention, inside[k + 1] as QuantityMention]
      if (joined(text, here, next) && here.kind === next.kind && series[k + 1]) series[k] = series[k + 1] as NamedSeries
    }
    const marks = within(places, sentence).filter((c) => c.country !== null)
    inside.forEach((figure, k) => {
      const of = series[k]
      if (!of) return
      const period = periodOf(figure, inside, k, series, periods, text)
      const between = countriesOf(figure, of, marks, text)
      found.push({
        quote: text.slice(figure.start, figure.end),
        start: figure.start,
        end: figure.end,
        series: of.series,
        value: (figure.low ?? figure.high) as number,
        unit: figure.unit ?? '',
        from: period?.from ?? null,
        to: period?.to ?? null,
        actor_country: between.actor,
        partner_country: between.partner,
      })
    })
  }
  return found
}

/** The spans of a sorted list that lie inside another, found by binary search. */
function within<T extends Span>(sorted: readonly T[], span: Span): T[] {
  let low = 0
  let high = sorted.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((sorted[middle] as T).start < span.start) low = middle + 1
    else high = middle
  }
  const found: T[] = []
  for (let i = low; i < sorted.length && (sorted[i] as T).start < span.end; i++)
    if ((sorted[i] as T).end <= span.end) found.push(sorted[i] as T)
  return found
}

/** The sentences that hold figures; cut by stops where the text is not analysed. */
function* sentencesWith(input: MentionInput, figures: readonly QuantityMention[]): Generator<Span> {
  const { sentences } = input.analysis
  if (sentences.length > 0) {
    let k = 0
    for (const sentence of sentences) {
      while (k < figures.length && (figures[k] as QuantityMention).end <= sentence.start) k++
      if (k < figures.length && (figures[k] as QuantityMention).start < sentence.end) yield sentence
    }
    return
  }
  let last = -1
  for (const figure of figures) {
    if (figure.start < last) continue
    const start = Math.max(lastStop(input.text, figure.start), last, 0)
    const end = nextStop(input.text, figure.end)
    last = end
    yield { start, end }
  }
}

function lastStop(text: string, at: number): number {
  for (let i = at - 1; i > 0 && at - i < 1_000; i--) if (isStop(text, i)) return i + 1
  return Math.max(0, at - 1_000)
}

function nextStop(text: string, at: number): number {
  for (let i = at; i < text.length && i - at < 1_000; i++) if (isStop(text, i)) return i + 1
  return Math.min(text.length, at + 1_000)
}

function isStop(text: string, i: number): boolean {
  const char = text.charAt(i)
  if (char === '\n') return true
  return (
    '.!?'.includes(char) &&
    char !== '' &&
    /\s/u.test(text.charAt(i + 1)) &&
    /[a-z0-9)\u201d"%]/u.test(text.charAt(i - 1)) &&
    /[\p{Lu}\u201c"]/u.test(text.charAt(i + 2))
  )
}

function seriesIn(pieces: readonly Piece[]): NamedSeries[] {
  const words = pieces.map((piece) => piece.lower)
  const found: NamedSeries[] = []
  for (let i = 0; i < words.length; i++) {
    for (const { phrase, end } of seriesAt(words, i)) {
      const start = (pieces[i] as Piece).start
      const stop = (pieces[end - 1] as Piece).end
      const wider = found.some(
        (s) => s.start <= start && s.end >= stop && s.words > phrase.words.length && s.units === phrase.units,
      )
      if (!wider)
        found.push({ start, end: stop, series: phrase.series, units: phrase.units, words: phrase.words.length })
    }
  }
  return found
}

function unitFits(figure: QuantityMention, series: NamedSeries): boolean {
  const letter = figure.kind === 'money' ? 'm' : figure.kind === 'percent' ? 'p' : 'n'
  return series.units.includes(letter)
}

/** The nearest series that the figure can be a value of; longer names win over parts of them, "worth of …" after it over words before. */
function seriesOf(
  figure: QuantityMention,
  before: QuantityMention | undefined,
  after: QuantityMention | undefined,
  named: readonly NamedSeries[],
  text: string,
): NamedSeries | null {
  let best: NamedSeries | null = null
  let bestCost = Number.POSITIVE_INFINITY
  for (const series of named) {
    if (!unitFits(figure, series)) continue
    const right = series.start >= figure.end
    const gap = right ? series.start - figure.end : figure.start - series.end
    if (gap < 0 || gap > SERIES_REACH) continue
    // A name beyond the neighbour figure belongs to the neighbour, unless they are joined.
    if (right && after && series.start > after.start && !joined(text, figure, after)) continue
    if (!right && before && series.end < before.start && gap > 60) continue
    const between = right ? text.slice(figure.end, series.start) : text.slice(series.end, figure.start)
    if (!connects(between, right)) continue
    const direct = right && /^\s*(?:worth of|in|of)\b/u.test(between)
    const cost = gap + (direct ? -40 : 0) - 25 * (series.words - 1) + (/,/u.test(between) ? 20 : 0)
    if (cost < bestCost) {
      best = series
      bestCost = cost
    }
  }
  return best
}

/** Words that may stand between a series before and its figure: verbs of being, reaching and moving. */
const LEADS =
  /\b(?:was|were|is|are|of|at|to|by|from|reached|hit|rose|fell|grew|grown|shrank|expanded|contracted|dropped|climbed|jumped|totall?ed|totall?ing|amounted|worth|stood|below|above|over|exceeded|directing|record)\b/iu
/** Most words between a figure and the series after it, and before it. */
const MAX_WORDS_AFTER = 3
const MAX_WORDS_BEFORE = 9

/** Whether the words between a figure and a series tie them: "$5bn worth of exports", "inflation, which had fallen, stood at 7 %". */
function connects(between: string, seriesAfter: boolean): boolean {
  if (/[;:(]/u.test(between)) return false
  const words = between.split(/\s+/u).filter((word) => /[\p{L}\p{N}]/u.test(word))
  if (seriesAfter) {
    const plain = words.filter((word) => !/^(?:and|or|[$€£]?[\d.,]+|million|billion|percent)$/u.test(word))
    return (
      plain.length <= MAX_WORDS_AFTER &&
      (plain.length === 0 || /^(?:worth|in|of|net|foreign|direct)$/iu.test(plain[0] as string))
    )
  }
  return words.length === 0 || (words.length <= MAX_WORDS_BEFORE && LEADS.test(between))
}

/** Only "and", "or", a comma or "to" between two figures. */
function joined(text: string, a: QuantityMention, b: QuantityMention): boolean {
  return /^[\s,]*(?:and|or|to|from|up from|down from|compared with)?\s*(?:some|about)?\s*$/u.test(
    text.slice(a.end, b.start),
  )
}

/** "respectively" pairs figures and periods in order; else the nearest period of the sentence, one after the figure first. */
function periodOf(
  figure: QuantityMention,
  inside: readonly QuantityMention[],
  k: number,
  series: readonly (NamedSeries | null)[],
  periods: readonly TimeMention[],
  text: string,
): TimeMention | null {
  if (periods.length === 0) return null
  const group: number[] = [k]
  while (
    (group[0] as number) > 0 &&
    series[(group[0] as number) - 1] === series[k] &&
    joined(text, inside[(group[0] as number) - 1] as QuantityMention, inside[group[0] as number] as QuantityMention)
  )
    group.unshift((group[0] as number) - 1)
  while (
    (group[group.length - 1] as number) + 1 < inside.length &&
    series[(group[group.length - 1] as number) + 1] === series[k] &&
    joined(
      text,
      inside[group[group.length - 1] as number] as QuantityMention,
      inside[(group[group.length - 1] as number) + 1] as QuantityMention,
    )
  )
    group.push((group[group.length - 1] as number) + 1)
  if (group.length > 1) {
    const end = (inside[group[group.length - 1] as number] as QuantityMention).end
    const after = periods.filter((p) => p.start >= end)
    if (
      after.length >= group.length &&
      /\brespectively\b/u.test(text.slice(end, (after[group.length - 1] as TimeMention).end + 20))
    )
      return after[group.indexOf(k)] ?? null
  }
  let best: TimeMention | null = null
  let bestCost = Number.POSITIVE_INFINITY
  for (const period of periods) {
    const right = period.start >= figure.end
    const gap = right ? period.start - figure.end : figure.start - period.end
    if (gap < 0 || gap > PERIOD_REACH) continue
    const crossed = inside.some(
      (q) =>
        q !== figure &&
        (right ? q.start >= figure.end && q.end <= period.start : q.start >= period.end && q.end <= figure.start),
    )
    const cost = gap + (crossed ? 60 : 0) + (right ? 0 : 15)
    if (cost < bestCost) {
      best = period
      bestCost = cost
    }
  }
  return best
}

/** Whose figure it is, and with whom: the country before the figure or in its possessive; the one after "to", "with", "from", "toward". */
function countriesOf(
  figure: QuantityMention,
  series: NamedSeries,
  marks: readonly CountryMark[],
  text: string,
): { actor: string | null; partner: string | null } {
  let partner: CountryMark | null = null
  for (const mark of marks) {
    const before = text.slice(Math.max(0, mark.start - 16), mark.start)
    if (
      /\b(?:to|toward|towards|with|from|into|in)\s+(?:the\s+)?(?:neighbou?ring\s+)?$/u.test(before) &&
      Math.abs(mark.start - series.end) < SERIES_REACH &&
      mark.start > series.start
    ) {
      partner = mark
      break
    }
  }
  let actor: CountryMark | null = null
  for (const mark of marks) {
    if (mark === partner || (partner && mark.country === partner.country)) continue
    if (mark.end <= figure.start && (!actor || mark.end > actor.end || !actor))
      actor = actor && /^['\u2019]s/u.test(text.slice(actor.end, actor.end + 2)) ? actor : mark
  }
  if (!actor && partner) {
    // "exports from Kazakhstan": the only country is the one whose figure it is, unless the words lead to it.
    const before = text.slice(Math.max(0, partner.start - 10), partner.start)
    if (/\b(?:in|from)\s+$/u.test(before)) return { actor: partner.country, partner: null }
  }
  return { actor: actor?.country ?? null, partner: partner?.country ?? null }
}
