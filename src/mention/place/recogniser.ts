import type { Name } from '../../language/names/name.ts'
import type { Words } from '../gazetteer/fold.ts'
import type { Gazetteer } from '../gazetteer/gazetteer.ts'
import type { NameKind } from '../gazetteer/layout.ts'
import type { PlaceCandidate } from './make-candidates.ts'
import { secondFeatures } from './second-look.ts'
import { isGivenName, isWord, neighbourClass } from './word-class.ts'

/**
 * Tells names of places from the many other things that are written like them. A logistic model over classes: what the
 * gazetteer knows of the name, the classes of the words around it, and what the text says of it elsewhere. It has no
 * feature that is a word, so that it holds for texts about other places.
 */
export interface Look {
  readonly bias: number
  readonly weights: Readonly<Record<string, number>>
}

/** A first look at each name alone, and a second one that knows what the first says about the whole text. */
export interface RecogniserModel {
  readonly first: Look
  readonly second: Look
  /** Log-odds above which a candidate is a place. */
  readonly threshold: number
}

/** What the whole text tells about its words. */
export interface TextFacts {
  /** Folded words that stand after a given name, an initial or a title: likely surnames. */
  readonly surnames: ReadonlyMap<string, number>
  /** Folded words that also stand in lower case. */
  readonly lower: ReadonlySet<string>
  /** Offsets at which a sentence begins. */
  readonly sentenceStarts: ReadonlySet<number>
  /** Whether a sentence is written like a headline, by sentence start. */
  readonly headline: (offset: number) => boolean
  readonly lowerCase: boolean
  /** Names that a tagger found, sorted; null where there is no tagger. */
  readonly names: readonly Name[] | null
}

const MAX_SURNAME_WORDS = 2
/** No candidate is longer than this, so that rivals are looked for no further back. */
const MAX_OVERLAP = 200

/** Gathers the facts of a text once. */
export function factsOf(
  text: string,
  words: Words,
  sentences: readonly { readonly start: number; readonly end: number }[],
  lowerCase: boolean,
  names: readonly Name[] | null = null,
): TextFacts {
  const surnames = new Map<string, number>()
  const lower = new Set<string>()
  const capital: boolean[] = []
  for (let i = 0; i < words.count; i++) {
    const form = text.slice(words.start[i], words.end[i])
    capital.push(/^\p{Lu}/u.test(form))
    if (!capital[i]) lower.add(words.folded[i] as string)
  }
  for (let i = 0; i + 1 < words.count; i++) {
    if (!capital[i] || !leadsPerson(text, words, i)) continue
    for (let k = 1; k <= MAX_SURNAME_WORDS && i + k < words.count; k++) {
      if (!capital[i + k] || !words.joined[i + k]) break
      const stem = (words.stem[i + k] as string) || (words.folded[i + k] as string)
      const form = words.folded[i + k] as string
      if (isWord('area', form) || isWord('orgtail', form) || isWord('street', form)) break
      surnames.set(stem, (surnames.get(stem) ?? 0) + 1)
    }
  }
  const shouting = new Set<number>()
  let w = 0
  for (const sentence of sentences) {
    while (w < words.count && (words.start[w] as number) < sentence.start) w++
    let many = 0
    let capitals = 0
    for (let k = w; k < words.count && (words.end[k] as number) <= sentence.end; k++) {
      const length = (words.end[k] as number) - (words.start[k] as number)
      if (length < 4) continue
      many++
      if (capital[k]) capitals++
    }
    if (many >= 3 && capitals / many > 0.7) shouting.add(sentence.start)
  }
  const starts = sentences.map((sentence) => sentence.start)
  return {
    surnames,
    lower,
    sentenceStarts: new Set(starts),
    headline: (offset) => {
      let [low, high] = [0, starts.length - 1]
      while (low < high) {
        const middle = (low + high + 1) >> 1
        if ((starts[middle] as number) <= offset) low = middle
        else high = middle - 1
      }
      return shouting.has(starts[low] ?? -1)
    },
    lowerCase,
    names,
  }
}

/** How a tagger's name lies over a candidate: its kind and whether it is the same, wider, narrower or across. */
function nameOver(names: readonly Name[], candidate: PlaceCandidate): string {
  let [low, high] = [0, names.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((names[middle] as Name).end <= candidate.start) low = middle + 1
    else high = middle
  }
  const name = names[low]
  if (!name || name.start >= candidate.end) return '-'
  const from = name.start === candidate.start ? '=' : name.start < candidate.start ? '<' : '>'
  const to = Math.abs(name.end - candidate.end) <= 1 ? '=' : name.end > candidate.end ? '>' : '<'
  return `${name.kind}${from}${to}`
}

function leadsPerson(text: string, words: Words, i: number): boolean {
  const lower = text.slice(words.start[i], words.end[i]).toLowerCase()
  return isGivenName(lower) || isWord('title', lower) || (lower.length === 1 && text[words.end[i] as number] === '.')
}

/** What stands directly beside a candidate. */
interface Side {
  readonly code: string
  readonly mark: string
}

/** Feature names of one candidate. */
export function featuresOf(
  text: string,
  words: Words,
  candidate: PlaceCandidate,
  gazetteer: Gazetteer,
  facts: TextFacts,
): string[] {
  const { first, count } = candidate
  const last = first + count - 1
  const surface = text.slice(candidate.start, candidate.end)
  const own = ownFeatures(surface, words, candidate, gazetteer, facts)
  const before = sideBefore(text, words, first, facts)
  const before2 = first > 1 ? sideBefore(text, words, first - 1, facts) : EDGE
  const after = sideAfter(text, words, last, candidate.end)
  const after2 = last + 2 < words.count ? sideAfter(text, words, last + 1, words.end[last + 1] as number) : EDGE
  const type = own.type
  const out = own.features
  const b = before.mark + before.code
  const a = after.mark + after.code
  out.push(`b:${b}`, `a:${a}`, `b2:${b}|${before2.code}`, `a2:${a}|${after2.code}`)
  out.push(`ba:${b}|${a}`, `tb:${type}|${b}`, `ta:${type}|${a}`, `tba:${own.broad}|${b}|${a}`)
  out.push(`pb:${own.people}|${own.broad}|${b}`, `pa:${own.people}|${own.broad}|${a}`)
  const headline = facts.headline(candidate.start)
  const begins = facts.sentenceStarts.has(candidate.start)
  out.push(`h:${headline}|${own.broad}`, `s:${begins}|${own.broad}|${a}`)
  if (headline) out.push(`hb:${b}`, `ha:${a}`)
  if (facts.names !== null) {
    const name = nameOver(facts.names, candidate)
    out.push(`ne:${name}|${own.broad}`, `nt:${name}|${type}|${own.people}`, `nb:${name}|${b}`, `na:${name}|${a}`)
  }
  return out
}

const EDGE: Side = { code: '^', mark: '' }

function sideBefore(text: string, words: Words, i: number, facts: TextFacts): Side {
  if (i === 0 || facts.sentenceStarts.has(words.start[i] as number)) return EDGE
  const form = text.slice(words.start[i - 1], words.end[i - 1])
  return { code: stemmedClass(form), mark: markOf(text.slice(words.end[i - 1], words.start[i])) }
}

function sideAfter(text: string, words: Words, last: number, end: number): Side {
  const next = last + 1
  const tail = text.slice(end, next < words.count ? words.start[next] : end + 3)
  if (/^['’]s/u.test(text.slice(end, end + 2)))
    return { code: next < words.count ? stemmedClass(text.slice(words.start[next], words.end[next])) : '^', mark: "'s" }
  if (next >= words.count) return { code: '^', mark: markOf(tail) }
  return { code: stemmedClass(text.slice(words.start[next], words.end[next])), mark: markOf(tail) }
}

function stemmedClass(form: string): string {
  return neighbourClass(form.replace(/['’]s?$/u, ''))
}

/** A short code for the characters between two words. */
function markOf(gap: string): string {
  if (gap === ' ' || gap === '') return ''
  if (/\n/u.test(gap)) return '/'
  const mark = /[^\s\p{Zs}]/u.exec(gap)?.[0]
  if (mark === undefined) return ''
  if (mark === '”' || mark === '“' || mark === "'" || mark === '’' || mark === '‘') return '"'
  if (mark === '–' || mark === '—' || mark === '‑') return gap.includes(' ') ? '--' : '-'
  if (mark === '-' && gap.includes(' ')) return '--'
  return mark
}

interface Own {
  readonly features: string[]
  /** Type of the most populous meaning, or how the name was made. */
  readonly type: string
  /** The same, coarser. */
  readonly broad: string
  /** Logarithm of its population, or "-". */
  readonly people: string
}

const AREA_KINDS = new Set(['admin1', 'country', 'region'])

function ownFeatures(
  surface: string,
  words: Words,
  candidate: PlaceCandidate,
  gazetteer: Gazetteer,
  facts: TextFacts,
): Own {
  const { first, count } = candidate
  const folded = words.folded.slice(first, first + count)
  const head = folded[0] as string
  const tail = ((words.stem[first + count - 1] as string) || folded[count - 1]) as string
  const features: string[] = [`src:${candidate.source}`]
  let type: string = candidate.source
  let people = '-'
  let kinds: ReadonlySet<NameKind> = new Set()
  if (candidate.name >= 0) {
    const hits = gazetteer.hits(candidate.name)
    let most = -1
    let best = hits[0]
    for (const hit of hits) {
      const size = gazetteer.population(hit.entry)
      if (size > most) {
        most = size
        best = hit
      }
    }
    const entry = best?.entry ?? 0
    kinds = new Set(hits.map((hit) => hit.kind))
    type = gazetteer.type(entry)
    if (best?.kind === 'adj' || best?.kind === 'people') type = best.kind
    else if (best?.kind === 'abbreviation') type = `abbr-${type}`
    else if (gazetteer.isPoint(entry)) type = 'point'
    people = String(Math.floor(Math.log10(most + 1)))
    const types = new Set(hits.map((hit) => gazetteer.type(hit.entry)))
    features.push(
      `t:${type}`,
      `tp:${type}|${people}`,
      `k:${best?.kind}|${type}`,
      `any:${[...types].sort().join('+')}`,
      `n:${Math.min(4, hits.length)}|${people}`,
      `main:${kinds.has('main') || kinds.has('preferred')}|${people}`,
      `assumed:${gazetteer.isAssumed(entry)}`,
      `quarter:${gazetteer.isDistrict(entry)}`,
    )
  }
  const broad = AREA_KINDS.has(type) ? 'area' : type
  const given = isGivenName(head)
  const common = isWord('common', count === 1 ? tail : folded.join(' ')) || (count === 1 && isWord('small', tail))
  const allCommon = folded.every((word) => isWord('common', word) || isWord('small', word))
  const lowerToo = count === 1 && facts.lower.has(tail)
  const surname = facts.surnames.get(tail) ?? 0
  const month = count === 1 && isWord('month', tail)
  const shape = /^[\p{Lu}.\s-]+$/u.test(surface) ? 'A' : /^\p{Lu}/u.test(surface) ? 'C' : 'c'
  features.push(
    `w:${Math.min(4, count)}|${broad}`,
    `shape:${shape}|${Math.min(3, surface.length)}`,
    `given:${given}|${count > 1}|${broad}`,
    `common:${common}|${allCommon}|${broad}`,
    `lower:${lowerToo}|${common}`,
    `sur:${Math.min(2, surname)}|${broad}|${people}`,
    `month:${month}`,
    `stop:${surface.endsWith('.')}|${type}`,
  )
  if (count > 1) {
    const kind = tailKind(tail)
    features.push(`tail:${kind}|${type}`, `head:${tailKind(head)}|${type}`)
  } else if (isWord('orgtail', tail) || isWord('role', tail) || isWord('title', tail)) features.push('orgword')
  return { features, type, broad, people }
}

function tailKind(word: string): string {
  for (const kind of ['street', 'feature', 'venue', 'area', 'orgtail', 'direction', 'title', 'month'] as const)
    if (isWord(kind, word)) return kind
  return isGivenName(word) ? 'given' : 'x'
}

/** Log-odds that a candidate with these features is the name of a place. */
export function scoreOf(look: Look, features: readonly string[]): number {
  let sum = look.bias
  for (const feature of features) sum += look.weights[feature] ?? 0
  return sum
}

/** The features that both looks need: of every candidate alone. */
export function describe(
  text: string,
  words: Words,
  candidates: readonly PlaceCandidate[],
  gazetteer: Gazetteer,
  facts: TextFacts,
): string[][] {
  return candidates.map((candidate) => featuresOf(text, words, candidate, gazetteer, facts))
}

/** Log-odds of every candidate after both looks. */
export function recognise(
  text: string,
  words: Words,
  candidates: readonly PlaceCandidate[],
  gazetteer: Gazetteer,
  facts: TextFacts,
  model: RecogniserModel,
): number[] {
  const features = describe(text, words, candidates, gazetteer, facts)
  const first = features.map((list) => scoreOf(model.first, list))
  const second = secondFeatures(text, candidates, first, (i) => typeFeature(features[i] as string[]), gazetteer)
  return features.map(
    (list, i) => scoreOf(model.second, list) + scoreOf(model.second, second[i] as string[]) - model.second.bias,
  )
}

/** The feature that names a candidate's type. */
export function typeFeature(features: readonly string[]): string {
  return features.find((feature) => feature.startsWith('t:')) ?? (features[0] as string)
}

/** The best candidates above the threshold that do not overlap, in text order. */
export function pick(candidates: readonly PlaceCandidate[], odds: readonly number[], threshold: number): number[] {
  const order = candidates.map((_, i) => i).filter((i) => (odds[i] as number) > threshold)
  // Candidates come sorted by start, so that rivals are neighbours; the strongest of each cluster goes first.
  order.sort((a, b) => (odds[b] as number) - (odds[a] as number) || a - b)
  const taken = new Set<number>()
  const blocked = new Set<number>()
  for (const i of order) {
    if (blocked.has(i)) continue
    taken.add(i)
    const mine = candidates[i] as PlaceCandidate
    for (let k = i + 1; k < candidates.length && (candidates[k] as PlaceCandidate).start < mine.end; k++) blocked.add(k)
    for (let k = i - 1; k >= 0 && mine.start - (candidates[k] as PlaceCandidate).start < MAX_OVERLAP; k--)
      if ((candidates[k] as PlaceCandidate).end > mine.start) blocked.add(k)
  }
  return [...taken].sort((a, b) => a - b)
}
