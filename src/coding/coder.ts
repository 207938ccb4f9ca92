import type { Article } from '../article/article.ts'
import { GroundswellError } from '../base/error.ts'
import { MAX_ARTICLE_CHARACTERS } from '../base/limit.ts'
import { isPlainDate } from '../base/plain-date.ts'
import type { Analysis, LanguageEngine, Sentence } from '../language/token.ts'
import { MAX_ACTORS } from '../mention/actor/find-actors.ts'
import { MAX_CITATIONS } from '../mention/citation/find-citations.ts'
import type { MentionInput } from '../mention/input.ts'
import type { Mentions } from '../mention/mention.ts'
import { MAX_QUANTITIES } from '../mention/quantity/find-quantities.ts'
import { MAX_TIMES } from '../mention/time/find-times.ts'
import { absorbContents } from './absorb.ts'
import { attachAuthorisation } from './attach/authorisation.ts'
import { attachDates } from './attach/date.ts'
import { attachForms } from './attach/form.ts'
import { attachIssues } from './attach/issues.ts'
import { attachPlaces } from './attach/place.ts'
import { attachQuantities } from './attach/quantities.ts'
import { readable, restoreQuotes } from './capitals.ts'
import { joinClauses } from './clause-events.ts'
import { collapseFuture, compose } from './composition.ts'
import { confidenceOf } from './confidence.ts'
import {
  contentMode,
  forcesMode,
  meansMode,
  onlineProtest,
  overridingMeans,
  remorse,
  talksMode,
  threatMode,
  violentProtest,
} from './content-mode.ts'
import { joinDemands, shareActors } from './demands.ts'
import { distributePlaces } from './distribute.ts'
import type { Participant } from './draft.ts'
import { ENGLISH_TRIGGERS } from './en/index.ts'
import type { Coder as CoderName, EventRecord } from './event-record.ts'
import { wants } from './gate.ts'
import { parseLexicon, type TriggerLexicon } from './lexicon.ts'
import { linkDrafts } from './links.ts'
import { findTriggers, type Miss } from './match.ts'
import { MentionIndex } from './mention-index.ts'
import { mergeDrafts } from './merge.ts'
import { findObligations, refusals } from './obligations.ts'
import { markOmissions } from './omission.ts'
import { assignRoles } from './participants.ts'
import { addPrisonTerms } from './prison-terms.ts'
import { makeRecords } from './record.ts'
import { fromPromises, refineRoles } from './refine-roles.ts'
import { judgeRelevance } from './relevance.ts'
import { createRunner, type Runner, type Stage } from './runner.ts'
import { resolveSpeakers } from './speakers.ts'
import type { CodingState } from './state.ts'
import type { Statement } from './statement.ts'
import { findStatements } from './statements.ts'
import { judgeSubject } from './subject.ts'
import { Tree } from './tree.ts'
import { type Weigh, weighCandidates } from './typing.ts'
import { WordClasses } from './word-classes.ts'

/** Name of this coder in records. */
export const CODER_NAME = 'groundswell'

/**
 * Finds one kind of mention each; every one may be left out, and then its fields stay empty. Pure functions with their
 * resources bound. They run in the order in which they stand here, and each sees what those before it found.
 */
export interface MentionFinders {
  readonly citations?: (input: MentionInput) => Mentions['citations']
  readonly times?: (input: MentionInput, found: Pick<Mentions, 'citations'>) => Mentions['times']
  readonly quantities?: (input: MentionInput, found: Pick<Mentions, 'citations' | 'times'>) => Mentions['quantities']
  readonly places?: (
    input: MentionInput,
    found: Pick<Mentions, 'citations' | 'times' | 'quantities'>,
  ) => Mentions['places']
  readonly indicators?: (input: MentionInput, found: Omit<Mentions, 'indicators' | 'actors'>) => Mentions['indicators']
  readonly actors?: (input: MentionInput, found: Omit<Mentions, 'actors'>) => Mentions['actors']
}

/** What a coder is made of. */
export interface CoderResources {
  /** Engines by language; articles of another language give no records and a warning. */
  readonly engines: Readonly<Record<string, LanguageEngine>>
  readonly finders: MentionFinders
  /** Whether a lower-case word is a place: decides datelines of text without capitals. */
  readonly isPlace?: (name: string) => boolean
  /** Version of the program. */
  readonly version: string
  /** Hash of everything that changes results: models, gazetteer, lexicons (`sha256:…`). */
  readonly hash: string
  /** Width of the parser's beam; part of the coder's version. */
  readonly beam?: 1 | 2 | 4 | 8
  /** Which sentences are parsed and looked at for events, in place of the gate; for measuring it. */
  readonly gate?: (sentence: Sentence) => boolean
  /** Weighs candidates in place of the fitted weights, so that those can be fitted. */
  readonly weigh?: Weigh
}

/** What coding one article gives. */
export interface CodingResult {
  readonly records: EventRecord[]
  readonly statements: Statement[]
  readonly mentions: Mentions
  /** Trigger words that made no record, with the reason. */
  readonly misses: readonly Miss[]
  readonly warnings: string[]
  readonly analysis: Analysis
}

export interface Coder {
  readonly name: CoderName
  /** Codes one article. Never throws on odd text; what fails is named in `warnings`. */
  code(article: Article): CodingResult
}

let english: TriggerLexicon | undefined

/** The trigger lexicon of a language, or null where there is none yet. */
export function triggerLexicon(language: string): TriggerLexicon | null {
  if (language !== 'en') return null
  english ??= parseLexicon(ENGLISH_TRIGGERS)
  return english
}

const EMPTY: Mentions = { places: [], times: [], actors: [], quantities: [], citations: [], indicators: [] }

/** Makes a coder. The order of the stages is checked here, once. */
export function createCoder(resources: CoderResources): Coder {
  const beam = resources.beam ?? 2
  const name: CoderName = { name: CODER_NAME, version: `${resources.version}+beam${beam}`, resources: resources.hash }
  const runner = createRunner(stages(name, resources.weigh ?? confidenceOf), [
    'article',
    'lexicon',
    'analysis',
    'mentions',
    'index',
    'classes',
    'chosen',
    'misses',
    'warnings',
  ])
  return { name, code: (article) => codeArticle(article, resources, runner, beam) }
}

function stages(name: CoderName, weigh: Weigh): Stage<CodingState>[] {
  return [
    {
      name: 'triggers',
      reads: ['analysis', 'classes', 'chosen', 'lexicon'],
      writes: ['trees', 'drafts', 'misses'],
      run: runTriggers,
    },
    {
      name: 'roles',
      reads: ['drafts', 'classes'],
      writes: ['drafts'],
      run: (state) =>
        each(state, (draft) => assignRoles(draft, state.classes, (tree, token) => isTime(state, tree, token))),
    },
    {
      name: 'composition',
      reads: ['drafts'],
      writes: ['drafts'],
      run: (state) =>
        each(state, (draft) => {
          compose(draft)
          refusals(draft)
        }),
    },
    { name: 'obligations', reads: ['drafts', 'trees', 'classes'], writes: ['drafts'], run: findObligations },
    // Omissions read the polarity that composition has set.
    { name: 'omissions', reads: ['trees', 'drafts', 'classes'], writes: ['drafts'], run: markOmissions },
    // After composition, since what is demanded takes its mode from the finished content.
    {
      name: 'speakers',
      reads: ['drafts', 'mentions', 'trees'],
      writes: ['drafts'],
      run: (state) => {
        each(state, (draft) => refineRoles(state, draft))
        resolveSpeakers(state)
      },
    },
    {
      name: 'absorption',
      reads: ['drafts', 'classes'],
      writes: ['drafts'],
      run: (state) => {
        absorbContents(state.drafts, state.classes)
        fromPromises(state)
      },
    },
    {
      name: 'modes',
      reads: ['drafts'],
      writes: ['drafts'],
      run: (state) =>
        each(state, (draft) => {
          remorse(draft)
          onlineProtest(draft)
          violentProtest(draft)
          forcesMode(draft, state.classes)
          talksMode(draft, (actor) => countryOf(state, actor))
          contentMode(draft)
          overridingMeans(draft)
          meansMode(draft)
          threatMode(draft)
        }),
    },
    // Causes and casualties of one clause are one event; before relevance, which looks at what is left bare.
    { name: 'clauses', reads: ['drafts', 'classes'], writes: ['drafts'], run: joinClauses },
    { name: 'collapse', reads: ['drafts'], writes: ['drafts'], run: (state) => each(state, collapseFuture) },
    { name: 'relevance', reads: ['drafts', 'mentions'], writes: ['drafts'], run: judgeRelevance },
    { name: 'prison', reads: ['drafts'], writes: ['drafts'], run: addPrisonTerms },
    // Dates first: what is dated long before the story need not have happened where the story does.
    { name: 'dates', reads: ['drafts', 'mentions'], writes: ['drafts'], run: attachDates },
    { name: 'places', reads: ['drafts', 'mentions'], writes: ['drafts'], run: attachPlaces },
    { name: 'crowds', reads: ['drafts'], writes: ['drafts'], run: shareActors },
    { name: 'quantities', reads: ['drafts', 'mentions'], writes: ['drafts'], run: attachQuantities },
    { name: 'forms', reads: ['drafts'], writes: ['drafts'], run: attachForms },
    { name: 'authorisation', reads: ['drafts'], writes: ['drafts'], run: attachAuthorisation },
    { name: 'issues', reads: ['drafts', 'mentions', 'classes'], writes: ['drafts'], run: attachIssues },
    // Only now: places and dates keep events apart.
    { name: 'merge', reads: ['drafts'], writes: ['drafts'], run: mergeDrafts },
    // After merging, so that every mention of an event tells who took part.
    { name: 'subject', reads: ['drafts', 'mentions', 'analysis'], writes: ['drafts'], run: judgeSubject },
    // After merging, so that a demand finds the one record of its protest.
    { name: 'demands', reads: ['drafts'], writes: ['drafts'], run: joinDemands },
    { name: 'links', reads: ['drafts'], writes: ['drafts'], run: linkDrafts },
    // Last, so that the record of the first place keeps what was said of all.
    { name: 'distribution', reads: ['drafts', 'mentions'], writes: ['drafts'], run: distributePlaces },
    {
      name: 'statements',
      reads: ['analysis', 'classes', 'mentions', 'trees'],
      writes: ['statements'],
      run: findStatements,
    },
    // Last, so that a candidate is weighed with all that is known of it.
    {
      name: 'typing',
      reads: ['drafts', 'mentions', 'analysis'],
      writes: ['drafts'],
      run: (state) => weighCandidates(state, weigh),
    },
    { name: 'records', reads: ['drafts', 'index'], writes: ['records', 'misses'], run: (state) => finish(state, name) },
  ]
}

/** A time expression never acts. */
function isTime(state: CodingState, tree: Tree, token: number): boolean {
  const word = tree.tokens[token]
  return word !== undefined && state.mentions.times.some((time) => time.start <= word.start && word.end <= time.end)
}

function countryOf(state: CodingState, actor: Participant): string | null {
  const token = actor.tree.tokens[actor.head]
  return token === undefined ? null : (state.index.actorAt(token)?.country ?? null)
}

function each(state: CodingState, apply: (draft: CodingState['drafts'][number]) => void): void {
  for (const draft of state.drafts) if (draft.dropped === null) apply(draft)
}

function runTriggers(state: CodingState): void {
  for (const sentence of state.analysis.sentences) {
    if (sentence.kind === 'dateline' || !state.chosen.has(sentence.index)) continue
    const tree = new Tree(sentence)
    state.trees.set(sentence.index, tree)
    const found = findTriggers(tree, state.lexicon, state.classes, state.misses)
    // "March 2019" is no march.
    state.drafts.push(...found.filter((draft) => !isTime(state, tree, draft.head)))
  }
}

function finish(state: CodingState, name: CoderName): void {
  state.records = makeRecords(state, name)
  for (const draft of state.drafts) {
    if (draft.dropped === null || draft.dropped === 'told again') continue
    const token = draft.tree.tokens[draft.head]
    if (token !== undefined)
      state.misses.push({ entry: draft.match.entry.id, start: token.start, end: token.end, reason: draft.dropped })
  }
}

/** A publication date that names no day says nothing; stages rely on days that exist. */
function withValidDate(given: Article, warnings: string[]): Article {
  const { published } = given
  if (published === null || (isPlainDate(published.from) && (published.to === null || isPlainDate(published.to))))
    return given
  warnings.push(`the publication date ${published.from} is no day: it was not used`)
  return { ...given, published: null }
}

function codeArticle(
  given: Article,
  resources: CoderResources,
  runner: Runner<CodingState>,
  beam: 1 | 2 | 4 | 8,
): CodingResult {
  const warnings: string[] = []
  const article = withValidDate(given, warnings)
  const language = article.language
  const engine = resources.engines[language] ?? null
  const lexicon = triggerLexicon(language)
  if (engine === null || lexicon === null) {
    warnings.push(`no coder for language ${language} yet: the article gives no records`)
    const fallback = engine ?? resources.engines.und ?? resources.engines.en
    const analysis =
      fallback === undefined
        ? { language, sentences: [], lowerCase: false }
        : fallback.analyse(article.text, { gate: () => false })
    return {
      records: [],
      statements: [],
      mentions: findMentions(article, analysis, resources, warnings),
      misses: [],
      warnings,
      analysis,
    }
  }
  const text = readable(
    article.text.length > MAX_ARTICLE_CHARACTERS ? article.text.slice(0, MAX_ARTICLE_CHARACTERS) : article.text,
    { isCommonWord: (lower) => engine.isCommonWord(lower), isPlace: resources.isPlace ?? (() => false) },
  )
  if (text.length < article.text.length) warnings.push(`only the first ${MAX_ARTICLE_CHARACTERS} characters were coded`)
  const gate = resources.gate ?? ((sentence: Sentence) => wants(sentence, lexicon))
  const chosen = new Set<number>()
  const choose = (sentence: Sentence): boolean => {
    const passes = gate(sentence)
    if (passes) chosen.add(sentence.index)
    return passes
  }
  const analysis = engine.analyse(text, {
    gate: choose,
    beam,
    ...(resources.isPlace === undefined ? {} : { isPlace: resources.isPlace }),
  })
  if (!engine.parses) analysis.sentences.forEach(choose)
  const lowered = text !== article.text && text.length === article.text.length
  const found = findMentions(lowered ? { ...article, text } : article, analysis, resources, warnings)
  const mentions = lowered ? restoreQuotes(found, article.text) : found
  const index = new MentionIndex(mentions)
  const state: CodingState = {
    article,
    lexicon,
    analysis,
    mentions,
    index,
    classes: new WordClasses(lexicon, index),
    chosen,
    trees: new Map(),
    drafts: [],
    records: [],
    statements: [],
    misses: [],
    warnings,
  }
  try {
    runner.run(state)
    if (lowered) {
      state.records = restoreQuotes(state.records, article.text)
      state.statements = restoreQuotes(state.statements, article.text)
    }
    assertOffsets(article, state.records)
  } catch (error) {
    // A fault of one article must not cost the others; its records would be wrong, so it has none.
    state.records = []
    warnings.push(`the article could not be coded: ${error instanceof Error ? error.message : String(error)}`)
  }
  return { records: state.records, statements: state.statements, mentions, misses: state.misses, warnings, analysis }
}

function findMentions(article: Article, analysis: Analysis, resources: CoderResources, warnings: string[]): Mentions {
  const input: MentionInput = {
    text: article.text,
    analysis,
    published: article.published,
    ...(article.publisher === undefined ? {} : { publisher: article.publisher }),
    ...(article.url === undefined ? {} : { url: article.url }),
    ...(article.title === undefined ? {} : { title: article.title }),
  }
  const { finders } = resources
  const attempt = <T>(name: string, find: () => T[]): T[] => {
    try {
      return find()
    } catch (error) {
      warnings.push(`${name} could not be read: ${error instanceof Error ? error.message : String(error)}`)
      return []
    }
  }
  const citations = attempt('citations', () => finders.citations?.(input) ?? EMPTY.citations)
  const lost = citations.filter((citation) => citation.publisher === null).length
  if (lost > 0)
    warnings.push(`${lost} of ${citations.length} citations name no publisher: links may have been stripped`)
  const times = attempt('times', () => finders.times?.(input, { citations }) ?? EMPTY.times)
  const quantities = attempt('quantities', () => finders.quantities?.(input, { citations, times }) ?? EMPTY.quantities)
  const places = attempt('places', () => finders.places?.(input, { citations, times, quantities }) ?? EMPTY.places)
  const before = { citations, times, quantities, places }
  const indicators = attempt('indicators', () => finders.indicators?.(input, before) ?? EMPTY.indicators)
  const found = { ...before, indicators }
  const actors = attempt('actors', () => finders.actors?.(input, found) ?? EMPTY.actors)
  const mentions = { ...found, actors }
  for (const [name, limit] of MENTION_LIMITS)
    if (mentions[name].length >= limit) warnings.push(`only the first ${limit} ${name} of the text were read`)
  return mentions
}

/** Mentions of a kind that a finder keeps of one text; what is beyond is named in the warnings. */
const MENTION_LIMITS: readonly (readonly [keyof Mentions, number])[] = [
  ['citations', MAX_CITATIONS],
  ['times', MAX_TIMES],
  ['quantities', MAX_QUANTITIES],
  ['actors', MAX_ACTORS],
]

/** Every quote must be the characters that its offsets name. Throws GS-E402 where one is not. */
export function assertOffsets(article: Article, records: readonly EventRecord[]): void {
  const check = (value: unknown): void => {
    if (Array.isArray(value)) for (const item of value) check(item)
    else if (value !== null && typeof value === 'object') {
      const { quote, start, end } = value as { quote?: unknown; start?: unknown; end?: unknown }
      if (
        typeof quote === 'string' &&
        typeof start === 'number' &&
        typeof end === 'number' &&
        article.text.slice(start, end) !== quote
      )
        throw new GroundswellError('GS-E402', {
          place: { article: article.id, start, end },
          detail: quote.slice(0, 80),
        })
      for (const inner of Object.values(value)) check(inner)
    }
  }
  check(records)
}
