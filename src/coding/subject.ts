import { actorRecord } from './actor-record.ts'
import type { Draft } from './draft.ts'
import { REGISTER_OF_FORM, type Register } from './en/register-words.ts'
import type { EventType, RecordActor } from './event-record.ts'
import { countRegisters, perHundred, type RegisterRates, registersOf } from './register.ts'
import type { CodingState } from './state.ts'

/**
 * Whether what is told is a public affair at all. Clubs sign players, firms agree on prices and films get praise in the
 * very words of politics; so each candidate is weighed by what the article is about, who takes part, and of what kind the
 * act is. Where the article is on public affairs nothing is lost; in one on sport, arts, markets or technology only the
 * acts of public bodies, violence and the like remain.
 *
 * The weights were fitted by logistic regression: candidates from reports on politics, protest and violence against those
 * from reports on other things, of which the acts of public bodies were left out (docs/bench.md gives the figures).
 */
const WEIGHTS = {
  constant: 1.3,
  /** Of the square root of the register's words per hundred in the article. */
  article: { sport: -3, arts: -2.5, market: -3.7, technology: -2, public: 1.1 } satisfies Record<Register, number>,
  /** Of the square root of public actors for every hundred words of the article. */
  publicActors: 1.7,
  /** Of the square root of words of public affairs in the sentence. */
  sentence: 0.7,
  /** A state, body, party, court, force or movement acts. */
  publicActor: 0.3,
  /** One takes part in any role. */
  publicParticipant: 0.4,
  /** A country's name stands for its government. */
  country: 0.4,
  /** Two or more of these take part. */
  several: 1.3,
  /** A company, medium, school or hospital takes part. */
  business: -0.65,
  /** A public actor does more than speak. */
  publicDeed: 2.7,
  violence: 0.6,
  /** Explosives, in a sentence with another word of public affairs. */
  explosives: 1.2,
  words: -0.4,
} as const
/** However far a report is from public affairs, what a public body does in a sentence that says so is kept. */
const MIN_ARTICLE = -4
/** Highest root of a rate, and of a count in the sentence, that is weighed. */
const MAX_ROOT = 3
const MAX_SENTENCE_ROOT = 2

/** Sectors whose acts are public affairs. */
const PUBLIC = new Set('GOV LEG JUD COP MIL PRM PTY OPP REB UAF SPY SOC REL LAB ELI REF PRE CRM AGR'.split(' '))
/** Codes that stand in the place of a country for bodies of many states and for movements. */
const INTERNATIONAL = new Set('IGO UNO EUR NGO ISM IMG'.split(' '))
const BUSINESS = new Set('BUS JRN EDU MED'.split(' '))
const VIOLENCE: ReadonlySet<EventType> = new Set<EventType>(['PROTEST', 'ASSAULT'])
/** Types that are said or agreed rather than done. */
const WORDS: ReadonlySet<EventType> = new Set<EventType>([
  'AGREE',
  'CONSULT',
  'SUPPORT',
  'CONCEDE',
  'REQUEST',
  'ACCUSE',
  'REJECT',
  'THREATEN',
  'COOPERATE',
  'AID',
])

/** Registers other than public affairs. */
const OTHERS: readonly Register[] = ['sport', 'arts', 'market', 'technology']
/** Words of these from which a sentence without a word or actor of public affairs tells none. */
const FOREIGN_SENTENCE = 3

/** Drops candidates that are no public affair, with the subject of the article as the reason. */
export function judgeSubject(state: CodingState): void {
  const standing = state.drafts.filter((draft) => draft.dropped === null)
  if (standing.length === 0) return
  const rates = registersOf(state.analysis)
  const base = Math.max(MIN_ARTICLE, articleScore(rates, publicActorRate(state)))
  // Nothing of a single candidate could weigh against the article.
  const doubtful = base + WEIGHTS.business + WEIGHTS.words <= 0
  for (const draft of standing) {
    const { counts } = countRegisters([draft.tree.sentence])
    if (doubtful && base + candidateScore(state, draft, counts.public) <= 0)
      draft.dropped = `no public affair: a report on ${loudest(rates)}`
    else if (
      otherWords(counts) >= FOREIGN_SENTENCE &&
      counts.public <= publicTrigger(draft) &&
      !hasPublic(state, draft)
    )
      draft.dropped = `no public affair: a sentence on ${loudest(counts)}`
  }
}

/** Words of public affairs that the trigger itself is made of: they are what is in doubt. */
function publicTrigger(draft: Draft): number {
  const forms = draft.match.used.map((token) => draft.tree.form(token))
  return forms.filter((form) => REGISTER_OF_FORM.get(form)?.includes('public')).length
}

function otherWords(counts: RegisterRates): number {
  return OTHERS.reduce((sum, register) => sum + counts[register], 0)
}

function hasPublic(state: CodingState, draft: Draft): boolean {
  return [...draft.actors, ...draft.recipients].some((each) => {
    const actor = actorRecord(state, each)
    return isCountry(actor) || isPublic(actor)
  })
}

/** What speaks for an article being on public affairs, from its words and the actors it names. */
export function articleScore(rates: RegisterRates, actors: number): number {
  const root = (rate: number): number => Math.min(MAX_ROOT, Math.sqrt(rate))
  let score = WEIGHTS.constant + WEIGHTS.publicActors * root(actors)
  for (const [register, weight] of Object.entries(WEIGHTS.article) as [Register, number][])
    score += weight * root(rates[register])
  return score
}

/** Mentions of public actors for every hundred words, damped as the rates of registers are; countries do not count. */
export function publicActorRate(state: Pick<CodingState, 'analysis' | 'mentions'>): number {
  const named = state.mentions.actors.filter(
    (actor) => !actor.basis.includes('metonym') && actor.sector.some((sector) => PUBLIC.has(sector)),
  ).length
  const words = state.analysis.sentences.reduce((sum, sentence) => sum + sentence.tokens.length, 0)
  return perHundred(named, words)
}

function candidateScore(state: CodingState, draft: Draft, heard: number): number {
  const actors = draft.actors.map((each) => actorRecord(state, each))
  const recipients = draft.recipients.map((each) => actorRecord(state, each))
  const everyone = [...actors, ...recipients]
  const countries = everyone.filter(isCountry).length
  const publics = everyone.filter(isPublic).length
  const acts = actors.some(isPublic)
  const said = WORDS.has(draft.type)
  return (
    WEIGHTS.sentence * Math.min(MAX_SENTENCE_ROOT, Math.sqrt(heard)) +
    (acts ? WEIGHTS.publicActor : 0) +
    (publics > 0 ? WEIGHTS.publicParticipant : 0) +
    (countries > 0 ? WEIGHTS.country : 0) +
    (publics + countries > 1 ? WEIGHTS.several : 0) +
    (everyone.some(isBusiness) ? WEIGHTS.business : 0) +
    (acts && !said ? WEIGHTS.publicDeed : 0) +
    (VIOLENCE.has(draft.type) ? WEIGHTS.violence : 0) +
    (heard >= 1 && draft.modes.includes('explosives') ? WEIGHTS.explosives : 0) +
    (said ? WEIGHTS.words : 0)
  )
}

function isCountry(actor: RecordActor): boolean {
  return actor.basis.includes('metonym')
}
function isPublic(actor: RecordActor): boolean {
  return (
    !isCountry(actor) && (actor.sector.some((sector) => PUBLIC.has(sector)) || INTERNATIONAL.has(actor.country ?? ''))
  )
}
function isBusiness(actor: RecordActor): boolean {
  return !isCountry(actor) && !isPublic(actor) && actor.sector.some((sector) => BUSINESS.has(sector))
}

function loudest(rates: RegisterRates): Register {
  return OTHERS.reduce((best, register) => (rates[register] > rates[best] ? register : best), 'market')
}
