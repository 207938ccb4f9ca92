import type { Span } from '../src/base/span.ts'
import type { CodingResult } from '../src/coding/coder.ts'
import type { EventRecord, RecordActor } from '../src/coding/event-record.ts'
import type { Sentence, Token } from '../src/language/token.ts'

export interface Muc4Prediction {
  readonly id: string
  readonly events: readonly Muc4Event[]
}
export interface Muc4Event {
  type: string
  stage: string
  perp_ind: string[]
  perp_org: string[]
  target: string[]
  victim: string[]
  weapon: string[]
}

const WEAPON =
  /\b(?:(?:car |time |parcel )?bombs?|dynamite|grenades?|mortars?|rifles?|machine ?guns?|explosive (?:device|charge|artifact)s?|explosives|mines?|rockets?|missiles?|molotov cocktails?|pistols?|submachine ?guns?|bullets|knives|knife|stones|helicopter gunships?|machetes?|booby traps?|tnt|bazookas?|artillery|automatic weapons|rpgs?|shells|firearms?|torches)\b/giu
const ORGANISATION =
  /\b(?:FRONT|ARMY|MOVEMENT|PARTY|ORGANI[SZ]ATION|FMLN|ELN|FARC|MRTA|EPL|M-19|UNITED SELF|COMMAND|BRIGADE|CARTEL|EXTRADITABLES|SHINING PATH|ARMED FORCES|AIR FORCE|DEATH SQUADS?|BATTALION)\b/u
const PROPERTY_SECTORS = new Set(['BUS', 'MNC'])
const PROPERTY =
  /\b(?:building|house|home|office|offices|embassy|bridge|pipeline|bank|station|vehicle|vehicles|car|bus|buses|headquarters|tower|towers|plant|store|stores|school|church|residence|power|pylons?|posts?|barracks|poles?|lines?|transformers?|substations?|stations|buildings|houses|homes|branch(?:es)?|restaurants?|boat|boats|ships?|planes|trucks|bridges|pipelines?|towers|train|trains|railways?|airstrip|highway|garage|warehouse|dealership|clinic|hospital|hospitals|premises|property|properties|stands?|market|supermarket|court|courts|ambulances?|residences|garrison|businesses|drugstores?|brothels?|club|theater|monument|base|installation|installations|truck|plane|aircraft|farm|refinery|facilities|structures?|helicopter|hotel|restaurant|airport|consulate|mission|shop|shops|university|center|newspaper)\b/iu

const ARMED = new Set(['MIL', 'COP', 'REB', 'UAF', 'PRM'])
const NO_ACTOR =
  /\b(?:bombs?|charges?|mines?|explosions?|attacks?|blast|province|deaths?|corpses?|bod(?:y|ies)|rockets?|devices?|bullets?|fire|operation|station|incident)\b/iu
/** Words before a noun that the keys leave out: counts, articles, and what only tells of the incident. */
const BEFORE =
  /^(?:(?:the|a|an|some|several|at least|about|more than|over|its|their|his|her|two|three|four|five|six|seven|eight|nine|ten|\d+|murdered|slain|killed|kidnapped|wounded|injured|alleged|suspected|former)\s+)+/iu

/** What the incidents of a report are read from. */
export type Muc4Source = Pick<CodingResult, 'records' | 'analysis' | 'mentions'>

/** The incidents of a report in the classes of MUC-4, one for each class, roles pooled. Fights between armies are none. */
export function muc4Events(source: Muc4Source): Muc4Event[] {
  const { records, analysis } = source
  const names = new NameReader(source)
  const byType = new Map<string, Muc4Event>()
  const tallies = new Map<Muc4Event, Tally>()
  for (const record of records) {
    if (record.type !== 'ASSAULT') continue
    if (record.polarity === 'negative' && !record.attempted) continue
    const hit = record.recipients.filter(
      (recipient) => isProperty(recipient) || !recipient.sector.some((sector) => ARMED.has(sector)),
    )
    // Only soldiers or rebels were hit, or both sides fight: combat, no incident.
    if (record.recipients.length > 0 && hit.length === 0) continue
    const state =
      record.actors.length > 0 && record.actors.every((actor) => actor.sector[0] === 'MIL' || actor.sector[0] === 'COP')
    if (record.recipients.length === 0 && (record.actors.length > 1 || state)) continue
    const type = incidentType(record)
    const event = byType.get(type) ?? {
      type,
      stage: 'ACCOMPLISHED',
      perp_ind: [],
      perp_org: [],
      target: [],
      victim: [],
      weapon: [],
    }
    byType.set(type, event)
    const at = analysis.sentences.findIndex(
      (sentence) => sentence.start <= record.trigger.start && record.trigger.start < sentence.end,
    )
    const tally = tallies.get(event) ?? { records: 0, unarmed: false, casualties: false, first: at }
    tallies.set(event, tally)
    tally.records++
    tally.unarmed ||= record.recipients.some((each) => !each.sector.some((sector) => ARMED.has(sector)))
    tally.casualties ||= record.killed !== null || record.injured !== null
    tally.first = Math.min(tally.first, at)
    if (record.attempted) event.stage = 'ATTEMPTED'
    addPerpetrators(event, record)
    for (const recipient of record.recipients) {
      if (isProperty(recipient)) add(event.target, recipient.quote)
      else {
        const name = names.personIn(recipient)
        if (name !== null) add(event.victim, name)
      }
    }
    const sentence = analysis.sentences[at]
    if (sentence === undefined) continue
    for (const thing of thingsHit(sentence, record)) add(event.target, thing)
    for (const weapon of weaponsIn(sentence)) add(event.weapon, weapon)
    const after = { start: record.trigger.end, end: sentence.end }
    for (const name of names.personsIn(after, record)) add(event.victim, name)
    if (record.actors.length === 0) for (const group of names.armedIn(sentence, record)) add(event.perp_ind, group)
    for (const organisation of names.groupsIn(sentence)) add(event.perp_org, organisation)
  }
  const speech = firstPersons(analysis)
  return [...byType.values()].filter((event) => {
    const tally = tallies.get(event)
    return tally !== undefined && isReported(event, tally, byType.size - 1, speech)
  })
}

/** What tells an incident that a report is about from one that it only speaks of. */
interface Tally {
  records: number
  unarmed: boolean
  casualties: boolean
  /** Sentence of its first record. */
  first: number
}

/** Weights of a logistic model, fitted to the development file: counts and presence only, no words. */
const REPORTED = {
  bias: -1.35,
  unarmed: 0.93,
  victim: 0.96,
  target: 0.73,
  weapon: 0.59,
  casualties: 0.53,
  records: 0.18,
  others: -0.34,
  speech: -0.93,
  tenSentences: -0.35,
  bombing: 0.43,
  kidnapping: 0.76,
} as const
/** Log odds from which an incident is reported: p = .33. */
const LEAST_LOG_ODDS = -0.7
const MOST_SPEECH = 3

function isReported(event: Muc4Event, tally: Tally, others: number, speech: number): boolean {
  const yes = (value: boolean): number => (value ? 1 : 0)
  const logOdds =
    REPORTED.bias +
    REPORTED.unarmed * yes(tally.unarmed) +
    REPORTED.victim * yes(event.victim.length > 0) +
    REPORTED.target * yes(event.target.length > 0) +
    REPORTED.weapon * yes(event.weapon.length > 0) +
    REPORTED.casualties * yes(tally.casualties) +
    REPORTED.records * Math.log1p(tally.records) +
    REPORTED.others * others +
    REPORTED.speech * Math.min(speech, MOST_SPEECH) +
    REPORTED.tenSentences * (tally.first / 10) +
    REPORTED.bombing * yes(event.type === 'BOMBING') +
    REPORTED.kidnapping * yes(event.type === 'KIDNAPPING')
  return logOdds >= LEAST_LOG_ODDS
}

/** First and second persons in a hundred characters: speeches and interviews are full of them. */
function firstPersons(analysis: CodingResult['analysis']): number {
  const tokens = analysis.sentences.flatMap((sentence) => sentence.tokens)
  const length = Math.max(1, tokens.at(-1)?.end ?? 1)
  return (tokens.filter((token) => /^(?:i|we|our|us|you)$/iu.test(token.form)).length * 100) / length
}

function addPerpetrators(event: Muc4Event, record: EventRecord): void {
  for (const actor of record.actors) {
    if (NO_ACTOR.test(actor.quote)) continue
    if (isOrganisation(actor)) add(event.perp_org, actor.quote)
    else if (
      actor.sector.some((sector) => ARMED.has(sector) || sector === 'CRM') ||
      /\b(?:men|individuals?|persons|group|unknown|subjects|assailants|youths|commandos?)\b/iu.test(actor.quote)
    ) {
      add(event.perp_ind, actor.quote)
    }
  }
}

/** Armed groups that are organisations rather than men. */
const GROUP_SECTORS = new Set(['REB', 'UAF', 'IMG', 'CRM'])

/** Reads names of persons and armed groups off mentions and tags. */
class NameReader {
  private readonly source: Muc4Source
  private readonly proper = new Map<string, number>()

  constructor(source: Muc4Source) {
    this.source = source
    for (const sentence of source.analysis.sentences)
      for (const token of sentence.tokens) {
        const form = token.form.toLowerCase()
        this.proper.set(form, (this.proper.get(form) ?? 0) + (token.upos === 'PROPN' ? 1 : -1))
      }
  }

  /** The personal name at the end of a participant's words, or of what they refer back to. */
  personIn(actor: Span & Pick<RecordActor, 'quote' | 'name'>): string | null {
    const place = this.source.mentions.places.some((each) => each.start <= actor.start && each.end >= actor.end)
    if (place) return null
    const mention = this.source.mentions.actors.find((each) => each.start < actor.end && actor.start < each.end)
    if (mention?.kind === 'organisation' || mention?.kind === 'group') return null
    for (const words of [actor.quote, actor.name]) {
      const run = this.trailingName(words)
      if (run !== null) return run
    }
    return null
  }

  private trailingName(phrase: string): string | null {
    const words = phrase.toLowerCase().match(/[\p{L}\p{N}.'-]+/gu) ?? []
    let first = words.length
    while (first > 0 && this.isNamePart(words[first - 1] as string)) first--
    while (first < words.length && PARTICLE.has(words[first] as string)) first++
    const run = words.slice(first)
    return run.length > 0 && !PARTICLE.has(run.at(-1) as string) ? run.join(' ') : null
  }

  private isNamePart(word: string): boolean {
    return PARTICLE.has(word) || ((this.proper.get(word) ?? 0) > 0 && !/\d/u.test(word))
  }

  /** Persons that a stretch names, without those who act or speak in the record. */
  personsIn(span: Span, record: EventRecord): string[] {
    const others = [...record.actors, ...(record.speaker === null ? [] : [record.speaker])]
    return this.source.mentions.actors
      .filter(
        (actor) => within(actor, span) && actor.kind === 'person' && !others.some((other) => overlap(other, actor)),
      )
      .flatMap((actor) => this.personIn(actor) ?? [])
  }

  /** Armed men that a sentence names beside those who were hit. */
  armedIn(span: Span, record: EventRecord): string[] {
    return this.source.mentions.actors
      .filter(
        (actor) =>
          within(actor, span) &&
          actor.kind === 'group' &&
          actor.sector.some((sector) => GROUP_SECTORS.has(sector)) &&
          !record.recipients.some((recipient) => overlap(recipient, actor)),
      )
      .map((actor) => actor.quote)
  }

  /** Armed groups that a sentence names as organisations. */
  groupsIn(span: Span): string[] {
    return this.source.mentions.actors
      .filter(
        (actor) =>
          within(actor, span) &&
          actor.kind === 'organisation' &&
          actor.sector.some((sector) => GROUP_SECTORS.has(sector)) &&
          !/^(?:they|it|them|who|which)$/iu.test(actor.quote),
      )
      .map((actor) => actor.quote)
  }
}

const within = (inner: Span, outer: Span): boolean => inner.start >= outer.start && inner.end <= outer.end
const overlap = (a: Span, b: Span): boolean => a.start < b.end && b.start < a.end

const PARTICLE = new Set('de la del los las y e van von da dos'.split(' '))

/** Buildings, vehicles and works that the trigger's own branches name: "exploded in front of a bank", "was damaged". */
function thingsHit(sentence: Sentence, record: EventRecord): string[] {
  const { tokens } = sentence
  const triggers = tokens
    .map((token, i) => (token.start >= record.trigger.start && token.start < record.trigger.end ? i : -1))
    .filter((i) => i >= 0)
  const out: string[] = []
  tokens.forEach((token, i) => {
    if (token.upos !== 'NOUN' && token.upos !== 'PROPN') return
    if (!PROPERTY.test(token.form) || !THING_RELATION.test(token.relation)) return
    const head = tokens[token.head]
    const below = triggers.includes(token.head) || DAMAGE.test(head?.lemma ?? '')
    if (below) out.push(phraseAt(tokens, i))
  })
  return out
}
const THING_RELATION = /^(?:obj|obl|nmod|nsubj:pass|conj)/u
const DAMAGE =
  /^(?:damage|destroy|attack|blow|burn|raid|bomb|dynamite|hit|loot|ransack|explode|place|plant|set|hurl|throw)$/u

/** The words of a noun with those before it that belong to it and an "of" after it. */
function phraseAt(tokens: readonly Token[], at: number): string {
  let first = at
  while (
    first > 0 &&
    /^(?:compound|amod|nmod:poss|case|flat)/u.test(tokens[first - 1]?.relation ?? '') &&
    covers(tokens, at, first - 1)
  )
    first--
  return tokens
    .slice(first, at + 1)
    .map((token) => token.form)
    .join(' ')
    .replace(/ ('s|')/gu, '$1')
}

/** Whether the token stands below `at` in the tree. */
function covers(tokens: readonly Token[], at: number, below: number): boolean {
  for (let i = below, steps = 0; i >= 0 && steps < 6; i = tokens[i]?.head ?? -1, steps++) if (i === at) return true
  return false
}

function weaponsIn(sentence: Sentence): string[] {
  const words = sentence.tokens.map((token) => token.form).join(' ')
  return [...words.matchAll(WEAPON)].map((match) => match[0])
}

function incidentType(record: EventRecord): string {
  const quote = record.trigger.quote.toLowerCase()
  if (record.mode.includes('abduct')) return 'KIDNAPPING'
  if (record.mode.includes('explosives')) return 'BOMBING'
  if (
    /arson|torch|fire to|ablaze|burn/u.test(quote) &&
    (record.mode.includes('destroy') || record.mode.includes('primitive'))
  )
    return 'ARSON'
  if (/rob|loot|heist/u.test(quote)) return 'ROBBERY'
  return 'ATTACK'
}

function add(list: string[], quote: string): void {
  const words = quote
    .replace(/[[\]"]/gu, ' ')
    .replace(/\s+/gu, ' ')
    .trim()
    .replace(BEFORE, '')
    .toUpperCase()
  if (words === '' || words.length > 80 || list.includes(words)) return
  if (
    /^(?:HE|SHE|THEY|IT|THEM|HIM|HER|WHO|WE|I|THOSE|OTHERS|PEOPLE|VICTIMS|VICTIM|PERSON|ONE|OTHER|ANOTHER|ITS MEMBERS|MEMBERS)$/u.test(
      words,
    )
  )
    return
  list.push(words)
}

function isOrganisation(actor: RecordActor): boolean {
  return (
    ORGANISATION.test(actor.quote.toUpperCase()) &&
    !/\b(?:members?|men|terrorists?|guerrillas?|soldiers?|rebels?|troops|commandos?)\b/iu.test(actor.quote)
  )
}

function isProperty(actor: RecordActor): boolean {
  return PROPERTY.test(actor.quote) || actor.sector.some((sector) => PROPERTY_SECTORS.has(sector))
}
