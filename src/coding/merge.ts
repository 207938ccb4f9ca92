import { overlaps } from '../base/span.ts'
import { MAX_ISSUES } from './attach/issues.ts'
import { isDeadly } from './attach/quantities.ts'
import { hurtsItself } from './clause-events.ts'
import type { Draft, Participant } from './draft.ts'
import type { RecordPlace } from './event-record.ts'
import { isHeadlineLike } from './relevance.ts'
import type { CodingState } from './state.ts'

/** Sentences back in which a definite noun or a same-word trigger may find its event. */
const REACH_SENTENCES = 12
const ANOTHER = new Set([
  'another',
  'first',
  'second',
  'third',
  'separate',
  'other',
  'similar',
  'new',
  'further',
  'also',
  'fresh',
  'more',
  'additional',
  'earlier',
  'previous',
])
const DEFINITE = new Set(['the', 'this', 'that', 'these', 'those', 'its', 'their', 'his', 'her'])

/** Joins drafts that tell of one event within the article; the first keeps the record, the rest become its evidence. */
export function mergeDrafts(state: CodingState): void {
  const alive = state.drafts.filter((draft) => draft.dropped === null)
  for (const casualty of alive) joinCasualty(state, casualty, alive)
  for (let i = 0; i < alive.length; i++) {
    const later = alive[i]
    if (later === undefined || later.dropped !== null) continue
    for (let k = i - 1; k >= 0; k--) {
      const earlier = alive[k]
      if (earlier === undefined || earlier.dropped !== null) continue
      if (later.tree.sentence.index - earlier.tree.sentence.index > REACH_SENTENCES) break
      if (!sameEvent(state, earlier, later) && !isRetold(state, earlier, later)) continue
      // The body tells more than its headline: the record stands on the body's words.
      if ((isPreview(state, earlier) || isPresentOpening(earlier)) && !isPreview(state, later)) {
        join(later, earlier)
        continue
      }
      join(earlier, later)
      break
    }
  }
}

/** Sentences of the body within which a headline is told again. */
const LEAD_SENTENCES = 4
/** Types that a headline and a lead may use for one thing. */
const NEAR: readonly (readonly [string, string])[] = [
  ['COERCE', 'ASSAULT'],
  ['COERCE', 'SANCTION'],
  ['CONCEDE', 'RETREAT'],
  ['CONCEDE', 'REJECT'],
  ['AGREE', 'SUPPORT'],
  ['AGREE', 'CONCEDE'],
  ['AGREE', 'CONSULT'],
  ['SUPPORT', 'COERCE'],
]

/**
 * Whether the body's draft tells what the headline told: of the same type, and nobody named in one stands against
 * another named in the other; or of a near type with the same actor.
 */
function isRetold(state: CodingState, headline: Draft, body: Draft): boolean {
  if (headline.tree === body.tree || !isHeadlineLike(headline.tree, state) || isHeadlineLike(body.tree, state))
    return false
  if (body.tree.sentence.index - headline.tree.sentence.index > LEAD_SENTENCES) return false
  if (headline.polarity !== body.polarity || conflicting(headline, body)) return false
  const actors = looselyCompared(state, headline.actors, body.actors)
  const recipients = looselyCompared(state, headline.recipients, body.recipients)
  if (actors === 'different') return false
  if (headline.type === body.type)
    return recipients !== 'different' && (headline.type === 'PROTEST' || sharesMode(headline, body))
  if (actors !== 'same') return false
  return NEAR.some(([a, b]) => (a === headline.type && b === body.type) || (b === headline.type && a === body.type))
}

function sharesMode(a: Draft, b: Draft): boolean {
  return a.modes.length === 0 || b.modes.length === 0 || a.modes.some((mode) => b.modes.includes(mode))
}

/** Like `compare`, but a title without a name ("Armenian prime minister") is whoever bears it. */
function looselyCompared(
  state: CodingState,
  a: readonly Participant[],
  b: readonly Participant[],
): 'same' | 'different' | 'unknown' {
  const strict = compare(state, a, b)
  if (strict !== 'different') return strict
  for (const x of a)
    for (const y of b) {
      const [first, second] = [mentionOf(state, x), mentionOf(state, y)]
      if (first === null || second === null) return 'unknown'
      if (first.country !== null && second.country !== null && first.country !== second.country) continue
      // "Georgia Arrests …" and "Georgian police arrested …": the country's name stands for those who act for it.
      const metonym = first.basis.includes('metonym') || second.basis.includes('metonym')
      if (metonym || first.sector.some((sector) => second.sector.includes(sector))) return 'same'
      if (first.kind !== second.kind) return 'unknown'
    }
  return 'different'
}

const CAPTION = /\((?:source|photo|image|picture|credit)s?\s*:|\b(?:file photo|photo(?:graph)? by|image caption)\b/iu

/** Paragraphs of each article that are captions, found once. */
const captions = new WeakMap<CodingState, ReadonlySet<number>>()

function captionsOf(state: CodingState): ReadonlySet<number> {
  let found = captions.get(state)
  if (found === undefined) {
    const { text } = state.article
    found = new Set(
      CAPTION.test(text)
        ? state.analysis.sentences
            .filter((each) => CAPTION.test(text.slice(each.start, each.end)))
            .map((each) => each.paragraph)
        : [],
    )
    captions.set(state, found)
  }
  return found
}

/** "Residents march against the law. … residents marched on Friday": an opening in the present is its article's headline. */
function isPresentOpening(draft: Draft): boolean {
  const { tree } = draft
  if (tree.sentence.index !== 0) return false
  const root = tree.heads.indexOf(-1)
  const kids = tree.kids(root)
  // A plural's present is often tagged as an infinitive.
  const plain = tree.tokens[root]?.xpos === 'VB' && !kids.some((kid) => ['aux', 'mark'].includes(tree.plain(kid)))
  return (
    (plain || /^VB[PZ]$/u.test(tree.tokens[root]?.xpos ?? '')) &&
    tree.kidBy(root, 'nsubj') >= 0 &&
    !/^(?:say|be|have)$/u.test(tree.lemma(root))
  )
}

/** A headline or the caption of a picture, which the body tells again in full. */
function isPreview(state: CodingState, draft: Draft): boolean {
  return isHeadlineLike(draft.tree, state) || captionsOf(state).has(draft.tree.sentence.paragraph)
}

const CASUALTY = /^(?:kill(?:ed)?|wound(?:ed)?|injured?|hurt|die|perish|maim|hospitali[sz]e)$/u
/** Sentences back in which a count of casualties finds what caused them. */
const CASUALTY_SENTENCES = 3

/** "At least 30 people were injured" tells of the violence before it, not of another event. */
function joinCasualty(state: CodingState, casualty: Draft, alive: readonly Draft[]): void {
  const { tree, head } = casualty
  if (casualty.dropped !== null || casualty.type !== 'ASSAULT' || casualty.match.entry.pos !== 'v') return
  if (!CASUALTY.test(tree.lemma(head)) || isHeadlineLike(tree, state) || casualty.polarity === 'negative') return
  const victims = new Set(casualty.recipients.map((role) => role.start))
  if (casualty.actors.some((role) => !victims.has(role.start) && role.rule !== 'subj') || hasAnother(casualty)) return
  if (!tree.isPassive(head) && !/^(?:die|perish)$/u.test(tree.lemma(head))) return
  const near = alive.filter(
    (other) =>
      other !== casualty &&
      other.dropped === null &&
      other.polarity === 'positive' &&
      other.certainty === casualty.certainty &&
      other.tree.sentence.index <= tree.sentence.index &&
      tree.sentence.index - other.tree.sentence.index <= CASUALTY_SENTENCES &&
      (other.tree !== tree || other.head !== head) &&
      !isHeadlineLike(other.tree, state) &&
      !hurtsItself(state, other, casualty) &&
      !conflicting(other, casualty),
  )
  const isCause = (other: Draft): boolean =>
    (other.type === 'ASSAULT' && !(other.match.entry.pos === 'v' && CASUALTY.test(other.tree.lemma(other.head)))) ||
    (other.type === 'PROTEST' && other.modes.includes('riot'))
  const causes = near.filter((other) => isCause(other) && !other.background)
  const cause =
    causes.findLast((other) => isDeadly(other)) ??
    causes.at(-1) ??
    near.findLast((other) => other.type === 'ASSAULT' && other.tree !== tree && !other.background)
  if (cause === undefined || (cause.background && !casualty.background)) return
  const place = cause.place
  const date = cause.date
  join(cause, casualty)
  if (place !== null) cause.place = place
  if (date !== null) cause.date = date
}

function sameEvent(state: CodingState, a: Draft, b: Draft): boolean {
  if (a.type !== b.type || a.polarity !== b.polarity) return false
  if (
    a.certainty !== b.certainty &&
    [a.certainty, b.certainty].some((each) => each === 'planned' || each === 'denied' || each === 'called-for')
  )
    return false
  if (hasAnother(b) || conflicting(a, b)) return false
  const sameMode = a.modes.length === 0 || b.modes.length === 0 || a.modes.some((mode) => b.modes.includes(mode))
  if (!sameMode) return false
  const nominal = b.match.entry.pos === 'n' || b.tree.upos[b.head] === 'NOUN'
  const bare = nominal && b.actors.length === 0 && b.recipients.length === 0
  const definite = nominal && isDefinite(b)
  const sameWord = a.tree.lemma(a.head) === b.tree.lemma(b.head)
  const roles = sharedRoles(state, a, b)
  if (isSameVerdict(state, a, b)) return true
  if (a.tree === b.tree) {
    // "held a rally with some 300 participants protesting …"
    if (a.type === 'PROTEST' && a.match.entry.pos === 'n' && isWithin(a, b)) return true
    if (nominal || a.match.entry.pos === 'n')
      return roles !== 'different' && (GATHERED.has(a.type) || roles === 'same' || bare || sameWord)
    // "gathered to protest": one protest of the same people.
    if (a.type === 'PROTEST' && roles === 'same' && a.tree.dominates(a.head, b.head)) return true
    return roles === 'same' && sameWord && !conjoined(a, b)
  }
  if (roles === 'different') return false
  if (isPreview(state, a)) return true
  if (definite) return GATHERED.has(a.type) || b.issues.length === 0 || sameMatter(state, a, b)
  if (a.modes.some((mode) => DECREED.has(mode) && b.modes.includes(mode))) return true
  // A story of one protest or attack keeps naming it.
  if (bare && a.type !== 'CONSULT' && GATHERED.has(a.type) && !isPluralWithoutArticle(b)) return true
  if (sameWord && nominal && MATERIAL.has(a.type)) return true
  // What protesters chant is how they protest.
  if (a.type === 'PROTEST' && b.match.entry.pos === 'v' && MANNER.test(b.tree.lemma(b.head)) && isCrowdOnly(b))
    return true
  return (
    roles === 'same' &&
    (sameWord || definite || (GATHERED.has(a.type) && b.actors.length > 0 && sameActors(state, a, b)))
  )
}

/** "The court also found them guilty": one court, one day, people already named. */
function isSameVerdict(state: CodingState, a: Draft, b: Draft): boolean {
  return (
    a.type === 'SANCTION' &&
    a.modes.includes('convict') &&
    b.modes.includes('convict') &&
    sameActors(state, a, b) &&
    b.recipients.every((role) => role.tree.upos[role.head] === 'PRON') &&
    b.recipients.length > 0
  )
}

const MANNER = /^(?:chant|shout)$/u

/** Done by nobody but the people of a protest: "protesters", "they", "the crowd". */
function isCrowdOnly(draft: Draft): boolean {
  return (
    draft.modes.includes('demo') &&
    draft.actors.length > 0 &&
    draft.actors.every((role) =>
      /^(?:protester|protestor|demonstrator|marcher|participant|crowd|they|activist|picketer)$/u.test(
        role.tree.lemma(role.head),
      ),
    )
  )
}

/** Measures that hold for a place as a whole: told twice, they are one. */
const DECREED = new Set(['curfew', 'martial-law'])

/** Types whose stories are told in several words for one event. */
const GATHERED: ReadonlySet<string> = new Set(['PROTEST', 'ASSAULT', 'CONSULT'])

/** Types whose records one word, told again, joins even where nobody is named twice. */
const MATERIAL: ReadonlySet<string> = new Set(['PROTEST', 'ASSAULT', 'COERCE', 'SANCTION', 'MOBILIZE', 'RETREAT'])

/** The later trigger is a participle inside the phrase of the earlier noun. */
function isWithin(a: Draft, b: Draft): boolean {
  return (
    b.match.entry.pos === 'v' &&
    b.tree.isGerund(b.head) &&
    (a.tree.dominates(a.head, b.head) || b.tree.plain(b.head) === 'acl' || b.tree.plain(b.head) === 'advcl')
  )
}

/** What a definite noun speaks of was named with the event before: "the ban on the sale of land". */
function sameMatter(state: CodingState, a: Draft, b: Draft): boolean {
  const { text } = state.article
  const before = new Set(
    text
      .slice(a.tree.sentence.start, a.tree.sentence.end)
      .toLowerCase()
      .split(/[^\p{L}]+/u),
  )
  return b.issues.some((issue) =>
    text
      .slice(issue.start, issue.end)
      .toLowerCase()
      .split(/[^\p{L}]+/u)
      .some((word) => word.length > 3 && before.has(word)),
  )
}

function conjoined(a: Draft, b: Draft): boolean {
  return b.tree.plain(b.head) === 'conj' && b.tree.head(b.head) === a.head
}

/** "protests" without article may be others than those already told. */
function isPluralWithoutArticle(draft: Draft): boolean {
  return draft.tree.tokens[draft.head]?.xpos === 'NNS' && !isDefinite(draft)
}

function sameActors(state: CodingState, a: Draft, b: Draft): boolean {
  return compare(state, a.actors, b.actors) === 'same'
}

function isDefinite(draft: Draft): boolean {
  return draft.tree.kids(draft.head).some((kid) => {
    const relation = draft.tree.relation(kid)
    return (relation === 'det' || relation === 'nmod:poss') && DEFINITE.has(draft.tree.form(kid))
  })
}

function hasAnother(draft: Draft): boolean {
  return draft.tree.kids(draft.head).some((kid) => ANOTHER.has(draft.tree.form(kid)))
}

/** Different named places or days keep events apart. */
function conflicting(a: Draft, b: Draft): boolean {
  if (a.place !== null && b.place !== null && a.place.basis === 'stated' && b.place.basis === 'stated') {
    const fine = (precision: string): boolean => precision === 'city' || precision === 'point'
    const [here, there] = [a.place.country, b.place.country]
    if (here !== null && there !== null && here !== there) return true
    if (fine(a.place.precision) && fine(b.place.precision) && a.place.name !== b.place.name) return true
  }
  const [first, second] = [a.date, b.date]
  if (first !== null && second !== null && (first.to < second.from || second.to < first.from)) {
    const said = (basis: string): boolean => basis === 'stated' || basis === 'inferred:sentence'
    if (first.basis === 'stated' && second.basis === 'stated') return true
    // A year or month of its own sets an event apart from what was told of another.
    if (said(first.basis) && said(second.basis) && (first.grain !== 'day' || second.grain !== 'day')) return true
  }
  return false
}

function sharedRoles(state: CodingState, a: Draft, b: Draft): 'same' | 'different' | 'unknown' {
  const actors = compare(state, a.actors, b.actors)
  const recipients = compare(state, a.recipients, b.recipients)
  if (actors === 'different' || recipients === 'different') return 'different'
  return actors === 'same' || recipients === 'same' ? 'same' : 'unknown'
}

/** Nouns for people that may be any people. */
const ANYONE =
  /^(?:people|person|man|woman|resident|protester|demonstrator|civilian|citizen|other|dozen|hundred|thousand|score|crowd|group|worker|victim|member|\d[\d,.]*)$/u
const CIVILIAN = new Set(['CVL', 'LAB', 'EDU', 'AGR', 'SOC', 'BUS', 'JRN', 'MED', 'REF', 'REL'])

/** Whether two lists of participants can be the same people: `same` if one is surely in both, `different` if none can. */
function compare(
  state: CodingState,
  a: readonly Participant[],
  b: readonly Participant[],
): 'same' | 'different' | 'unknown' {
  if (a.length === 0 || b.length === 0) return 'unknown'
  let possible = false
  for (const x of a)
    for (const y of b) {
      const alike = alikeness(state, x, y)
      if (alike === 'same') return 'same'
      if (alike === 'unknown') possible = true
    }
  return possible ? 'unknown' : 'different'
}

function alikeness(state: CodingState, x: Participant, y: Participant): 'same' | 'different' | 'unknown' {
  const lemma = x.tree.lemma(x.head)
  const other = y.tree.lemma(y.head)
  if (lemma === other && !x.tree.isVerb(x.head)) return 'same'
  const first = mentionOf(state, x)
  const second = mentionOf(state, y)
  if (first !== null && second !== null) {
    if (first.entity !== undefined && first.entity === second.entity) return 'same'
    if (first.kind === 'person' && second.kind === 'person')
      return sharesName(first.name, second.name) ? 'same' : 'different'
    if (first.name === second.name) return 'same'
    if (first.country !== null && second.country !== null && first.country !== second.country) return 'different'
  }
  const [a] = first?.sector ?? []
  const [b] = second?.sector ?? []
  if (ANYONE.test(lemma) || ANYONE.test(other)) {
    const known = ANYONE.test(lemma) ? b : a
    return known === undefined || CIVILIAN.has(known) || known === 'PTY' || known === 'OPP' ? 'unknown' : 'different'
  }
  return a !== undefined && a === b ? 'unknown' : 'different'
}

function mentionOf(state: CodingState, role: Participant): ReturnType<CodingState['index']['actorAt']> {
  const token = role.tree.tokens[role.head]
  return token === undefined ? null : state.index.actorAt(token)
}

/** "President Omar al-Bashir" and "Bashir". */
function sharesName(a: string, b: string): boolean {
  const words = new Set(
    a
      .toLowerCase()
      .split(/[^\p{L}]+/u)
      .filter((word) => word.length > 2),
  )
  return b
    .toLowerCase()
    .split(/[^\p{L}]+/u)
    .some((word) => words.has(word))
}

const COARSE = new Set(['country', 'region', 'admin1'])

/** A town of the area that the other names. */
function isFiner(place: RecordPlace, than: RecordPlace): boolean {
  return COARSE.has(than.precision) && !COARSE.has(place.precision) && place.country === than.country
}

function join(kept: Draft, gone: Draft): void {
  gone.dropped = 'told again'
  const first = gone.tree.tokens[gone.match.first]
  const last = gone.tree.tokens[gone.match.last]
  if (first !== undefined && last !== undefined)
    kept.evidence.push({ field: 'trigger', start: first.start, end: last.end })
  kept.basis.push('merge:told-again')
  if (kept.actors.length === 0) kept.actors = gone.actors
  if (kept.recipients.length === 0) kept.recipients = gone.recipients
  for (const issue of gone.issues)
    if (kept.issues.length < MAX_ISSUES && !kept.issues.some((other) => overlaps(other, issue))) kept.issues.push(issue)
  if (
    kept.place === null ||
    (gone.place?.basis === 'stated' && (kept.place.basis !== 'stated' || isFiner(gone.place, kept.place)))
  )
    kept.place = gone.place
  if (kept.date === null || (kept.date.basis !== 'stated' && gone.date?.basis === 'stated')) kept.date = gone.date
  for (const mode of gone.modes) if (!kept.modes.includes(mode)) kept.modes.push(mode)
  // "gathered for a vigil": the noun names the form, the verb only that they came together.
  if (kept.form === null || (kept.form === 'rally' && gone.form !== null && kept.tree === gone.tree))
    kept.form = gone.form
  if (!gone.background) kept.background = false
  if (kept.authorisation === null) kept.authorisation = gone.authorisation
  for (const field of ['size', 'killed', 'injured', 'arrested'] as const) {
    const value = gone[field]
    const own = kept[field]
    if (own === null) kept[field] = value
    else if (value !== null && value.start !== own.start)
      kept.claims.push({
        field,
        value: { low: value.low, high: value.high, qualifier: value.qualifier },
        quote: value.quote,
        start: value.start,
        end: value.end,
        basis: 'stated',
      })
  }
}
