import { overlaps } from '../base/span.ts'
import { MAX_ISSUES } from './attach/issues.ts'
import type { Draft, Participant } from './draft.ts'
import { isHeadlineLike } from './relevance.ts'
import type { CodingState } from './state.ts'

/** Sentences back in which a definite noun or a same-word trigger may find its event. */
const REACH_SENTENCES = 12
const ANOTHER = new Set([
  'another',
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
  for (let i = 0; i < alive.length; i++) {
    const later = alive[i]
    if (later === undefined || later.dropped !== null) continue
    for (let k = i - 1; k >= 0; k--) {
      const earlier = alive[k]
      if (earlier === undefined || earlier.dropped !== null) continue
      if (later.tree.sentence.index - earlier.tree.sentence.index > REACH_SENTENCES) break
      if (!sameEvent(earlier, later)) continue
      join(earlier, later)
      break
    }
  }
}

function sameEvent(a: Draft, b: Draft): boolean {
  if (a.type !== b.type || a.polarity !== b.polarity) return false
  if (
    a.certainty !== b.certainty &&
    [a.certainty, b.certainty].some((each) => each === 'planned' || each === 'denied' || each === 'called-for')
  )
    return false
  if (hasAnother(b) || conflicting(a, b)) return false
  const sameMode = a.modes.length === 0 || b.modes.length === 0 || a.modes.some((mode) => b.modes.includes(mode))
  if (!sameMode) return false
  const nominal = b.match.entry.pos === 'n'
  const bare = nominal && b.actors.length === 0 && b.recipients.length === 0
  const definite = nominal && isDefinite(b)
  const sameWord = a.tree.lemma(a.head) === b.tree.lemma(b.head)
  const roles = sharedRoles(a, b)
  if (a.tree === b.tree) {
    if (nominal || a.match.entry.pos === 'n')
      return roles !== 'different' && (GATHERED.has(a.type) || roles === 'same' || bare || sameWord)
    return roles === 'same' && sameWord && !conjoined(a, b)
  }
  if (roles === 'different') return false
  if (isHeadlineLike(a.tree)) return true
  if (definite) return true
  // A story of one protest or attack keeps naming it.
  if (bare && GATHERED.has(a.type) && !isPluralWithoutArticle(b)) return true
  if (sameWord && nominal && MATERIAL.has(a.type)) return true
  return roles === 'same' && (sameWord || definite || (GATHERED.has(a.type) && b.actors.length > 0 && sameActors(a, b)))
}

/** Types whose stories are told in several words for one event. */
const GATHERED: ReadonlySet<string> = new Set(['PROTEST', 'ASSAULT', 'CONSULT'])

/** Types whose records one word, told again, joins even where nobody is named twice. */
const MATERIAL: ReadonlySet<string> = new Set(['PROTEST', 'ASSAULT', 'COERCE', 'SANCTION', 'MOBILIZE', 'RETREAT'])

function conjoined(a: Draft, b: Draft): boolean {
  return b.tree.plain(b.head) === 'conj' && b.tree.head(b.head) === a.head
}

/** "protests" without article may be others than those already told. */
function isPluralWithoutArticle(draft: Draft): boolean {
  return draft.tree.tokens[draft.head]?.xpos === 'NNS' && !isDefinite(draft)
}

function sameActors(a: Draft, b: Draft): boolean {
  return (
    compare(
      a.actors.map((x) => wordsOf(x)),
      b.actors.map((x) => wordsOf(x)),
    ) === 'same'
  )
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
    if (fine(a.place.precision) && fine(b.place.precision) && a.place.name !== b.place.name) return true
  }
  if (
    a.date !== null &&
    b.date !== null &&
    a.date.basis === 'stated' &&
    b.date.basis === 'stated' &&
    (a.date.to < b.date.from || b.date.to < a.date.from)
  )
    return true
  return false
}

function sharedRoles(a: Draft, b: Draft): 'same' | 'different' | 'unknown' {
  const actors = compare(
    a.actors.map((x) => wordsOf(x)),
    b.actors.map((x) => wordsOf(x)),
  )
  const recipients = compare(
    a.recipients.map((x) => wordsOf(x)),
    b.recipients.map((x) => wordsOf(x)),
  )
  if (actors === 'different' || recipients === 'different') return 'different'
  return actors === 'same' || recipients === 'same' ? 'same' : 'unknown'
}

function wordsOf(participant: Participant): string {
  return participant.tree.lemma(participant.head)
}

function compare(a: readonly string[], b: readonly string[]): 'same' | 'different' | 'unknown' {
  if (a.length === 0 || b.length === 0) return 'unknown'
  return a.some((word) => b.includes(word)) ? 'same' : 'different'
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
  if (kept.place === null || (kept.place.basis !== 'stated' && gone.place?.basis === 'stated')) kept.place = gone.place
  if (kept.date === null || (kept.date.basis !== 'stated' && gone.date?.basis === 'stated')) kept.date = gone.date
  for (const mode of gone.modes) if (!kept.modes.includes(mode)) kept.modes.push(mode)
  if (kept.form === null) kept.form = gone.form
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
