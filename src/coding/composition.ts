import type { Draft } from './draft.ts'
import {
  type Attitude,
  attitudeOf,
  CONDITIONAL_MARKS,
  FUTURE_ADJECTIVES,
  MODALS,
  MODIFIER_CERTAINTY,
  NOUN_ATTITUDES,
} from './en/attitudes.ts'
import type { Certainty, EventType } from './event-record.ts'
import { participant } from './participants.ts'
import { lightVerb, subjectOf } from './slots.ts'
import type { Tree } from './tree.ts'

const STRENGTH: Readonly<Record<Certainty, number>> = {
  denied: 5,
  hypothetical: 4,
  'called-for': 3,
  planned: 2,
  alleged: 1,
  asserted: 0,
}
const COOPERATIVE: ReadonlySet<EventType> = new Set(['CONSULT', 'SUPPORT', 'COOPERATE', 'AID'])
const CONFLICT: ReadonlySet<EventType> = new Set(['SANCTION', 'COERCE', 'ASSAULT', 'MOBILIZE'])

/** Raises the certainty to `value` if it is stronger than what stands, and keeps its cue. */
function raise(draft: Draft, value: Certainty, tree: Tree, token: number, rule: string): void {
  if (STRENGTH[value] <= STRENGTH[draft.certainty] || draft.match.used.includes(token)) return
  draft.certainty = value
  const word = tree.tokens[token]
  if (word !== undefined) draft.cue = { quote: word.form, start: word.start, end: word.end }
  draft.basis.push(`certainty:${rule}`)
}

/** Works out certainty, polarity, tense and speaker of a draft from its modifiers and the predicates above it. */
export function compose(draft: Draft): void {
  const { tree, head } = draft
  modifiers(draft)
  longBefore(draft)
  const carrier = draft.match.entry.pos === 'n' ? lightVerb(tree, head) : head
  if (carrier >= 0 && carrier !== head) ownClause(draft, carrier)
  if (draft.match.entry.pos !== 'n') ownClause(draft, head)
  climb(draft, carrier >= 0 ? carrier : head)
  promised(draft)
  if (isQuestion(tree)) raise(draft, 'hypothetical', tree, tree.length - 1, 'question')
}

/** What somebody promises, pledges or offers lies ahead; what two sides agree on is agreed. */
function promised(draft: Draft): void {
  const { tree, head } = draft
  if (draft.type !== 'AGREE' || draft.match.entry.pos !== 'v') return
  if (PROMISING.test(tree.lemma(head))) raise(draft, 'planned', tree, -1, 'promise')
}
const PROMISING = /^(?:promise|pledge|vow|undertake|guarantee|commit|offer|propose)$/u

function isQuestion(tree: Tree): boolean {
  return tree.length > 0 && tree.form(tree.length - 1) === '?'
}

function modifiers(draft: Draft): void {
  const { tree, head } = draft
  if (tree.plain(head) === 'amod' && draft.match.entry.pos === 'v') {
    draft.background = true
    draft.basis.push('background:attribute')
  }
  for (const kid of tree.kids(head)) {
    const relation = tree.plain(kid)
    if (relation !== 'amod' && relation !== 'advmod' && relation !== 'det' && relation !== 'compound') continue
    const form = tree.form(kid)
    if (relation === 'det' && (form === 'no' || form === 'neither')) negate(draft, kid, 'no')
    const effect = MODIFIER_CERTAINTY[form]
    if (effect === undefined) continue
    if (effect === 'attempted') draft.attempted = true
    else if (effect === 'negative') negate(draft, kid, form)
    else raise(draft, effect, tree, kid, `modifier-${form}`)
  }
}

/** "eight years after the shooting": what is counted from is long past. */
function longBefore(draft: Draft): void {
  const { tree, head } = draft
  if (!/^(?:after|since)$/u.test(tree.caseOf(head))) return
  const marker = tree.kids(head).find((kid) => tree.relation(kid) === 'case' && kid < head) ?? -1
  if (marker < 1 || !/^(?:years|decades|months)$/u.test(tree.form(marker - 1))) return
  draft.background = true
  draft.basis.push('background:years-after')
}

function negate(draft: Draft, token: number, rule: string): void {
  const word = draft.tree.tokens[token]
  draft.polarity = 'negative'
  if (word !== undefined) draft.evidence.push({ field: 'polarity', start: word.start, end: word.end })
  draft.basis.push(`negation:${rule}`)
}

const NEGATIONS = new Set(['not', "n't", 'never', 'hardly', 'barely', 'cannot'])

/** Negation, modals, tense and conditionals in the clause of a verb. */
function ownClause(draft: Draft, verb: number): void {
  const { tree } = draft
  let perfect = -1
  for (const kid of tree.kids(verb)) {
    const relation = tree.plain(kid)
    const form = tree.form(kid)
    if (relation === 'advmod' && NEGATIONS.has(form) && !draft.match.used.includes(kid)) negate(draft, kid, form)
    if (relation === 'aux') {
      const modal = MODALS[form]
      // "said it would withdraw": the future as it was told.
      const told = form === 'would' && isReported(tree, verb)
      if (modal !== undefined) raise(draft, told ? 'planned' : modal, tree, kid, `modal-${form}`)
      if (form === 'had' || form === "'d") perfect = kid
    }
    if (relation === 'advmod' || relation === 'obl') {
      const effect = MODIFIER_CERTAINTY[form]
      if (effect !== undefined && effect !== 'attempted' && effect !== 'negative' && relation === 'advmod')
        raise(draft, effect, tree, kid, `adverb-${form}`)
    }
    if (relation === 'mark' && CONDITIONAL_MARKS.has(form)) raise(draft, 'hypothetical', tree, kid, `mark-${form}`)
    if (
      (relation === 'nsubj' || relation === 'obj') &&
      tree.kids(kid).some((det) => tree.plain(det) === 'det' && tree.form(det) === 'no')
    )
      negate(draft, kid, 'no-participant')
    if (relation === 'nsubj' && /^(?:nobody|none)$/u.test(form)) negate(draft, kid, 'nobody')
  }
  if (perfect >= 0 && draft.certainty === 'asserted' && !isReported(tree, verb)) {
    draft.background = true
    draft.basis.push('background:past-perfect')
  }
  if (draft.certainty === 'asserted' && hasSince(tree, verb)) {
    draft.background = true
    draft.basis.push('background:since')
  }
  for (const kid of tree.kids(verb))
    if (
      tree.plain(kid) === 'advmod' &&
      /^(?:previously|once|formerly|originally|earlier|historically|initially|already|long)$/u.test(tree.form(kid)) &&
      draft.certainty === 'asserted'
    ) {
      draft.background = true
      draft.basis.push(`background:${tree.form(kid)}`)
    }
  // "is to meet", "are going to march"
  const head = tree.head(verb)
  if (
    tree.plain(verb) === 'xcomp' &&
    head >= 0 &&
    /^(?:be|go)$/u.test(tree.lemma(head)) &&
    tree.kids(verb).some((kid) => tree.form(kid) === 'to')
  )
    raise(draft, 'planned', tree, head, 'be-to')
  shared(draft, verb)
}

/** "said it had expelled …": the past perfect only follows the verb of speech. */
function isReported(tree: Tree, verb: number): boolean {
  const head = tree.head(verb)
  if (head < 0 || (tree.plain(verb) !== 'ccomp' && tree.plain(verb) !== 'parataxis')) return false
  const attitude = attitudeOf(tree.lemma(head))
  return attitude === 'say' || attitude === 'claim'
}

/** "have detained … since October" */
function hasSince(tree: Tree, verb: number): boolean {
  const perfect = tree.kids(verb).some((kid) => tree.plain(kid) === 'aux' && /^(?:has|have|'ve)$/u.test(tree.form(kid)))
  return perfect && tree.kids(verb).some((kid) => tree.plain(kid) === 'obl' && tree.caseOf(kid) === 'since')
}

/** A modal or negation of the first of several coordinated verbs holds for those without a subject of their own. */
function shared(draft: Draft, verb: number): void {
  const { tree } = draft
  if (tree.plain(verb) !== 'conj') return
  const head = tree.head(verb)
  if (head < 0 || tree.kidBy(verb, 'nsubj', 'nsubj:pass') >= 0 || tree.kidBy(verb, 'aux') >= 0) return
  if (tree.tokens[verb]?.xpos === 'VBD') return
  for (const kid of tree.kids(head)) {
    if (tree.plain(kid) !== 'aux') continue
    const modal = MODALS[tree.form(kid)]
    if (modal !== undefined) raise(draft, modal, tree, kid, `shared-modal-${tree.form(kid)}`)
  }
}

/** Goes up from the event to the root and applies what each governing predicate does. */
function climb(draft: Draft, from: number): void {
  const { tree } = draft
  let at = from
  const seen = new Set<number>()
  for (let step = 0; step < 12 && !seen.has(at); step++) {
    seen.add(at)
    const relation = tree.plain(at)
    const head = tree.head(at)
    if (head < 0 || relation === 'root') return
    if (relation === 'conj') {
      at = head
      if (step > 0 || tree.isVerb(head) !== tree.isVerb(from)) continue
      continue
    }
    if (isAttribute(tree, at, relation) || isTemporal(tree, at, relation)) return
    applyGovernor(draft, at, head, relation)
    if (relation === 'nsubj' && tree.relation(at) === 'nsubj' && !tree.isVerb(at)) {
      // A nominal event as subject of a clause shares its modality but not the attitudes above a fact.
      clauseOfSubject(draft, head)
    }
    if (
      tree.relation(at) === 'acl:relcl' ||
      (relation === 'advcl' && !tree.kids(at).some((kid) => tree.form(kid) === 'to'))
    ) {
      markConditional(draft, at)
      // A relative or adverbial clause tells a fact of its own.
      return
    }
    at = head
  }
}

/** An attributive participle ("the agreements signed by Israel", "detained activists") tells a fact whatever stands above. */
function isAttribute(tree: Tree, at: number, relation: string): boolean {
  if (relation === 'amod') return true
  return (
    relation === 'acl' &&
    tree.relation(at) !== 'acl:relcl' &&
    !tree.kids(at).some((kid) => tree.form(kid) === 'to' || tree.plain(kid) === 'mark')
  )
}

/** "after the war", "during the rally": a noun of time is a fact of its own. */
function isTemporal(tree: Tree, at: number, relation: string): boolean {
  return (
    (relation === 'obl' || relation === 'nmod') &&
    /^(?:after|before|since|during|following|until|amid|despite)/u.test(tree.caseOf(at))
  )
}

const OCCURRING = new Set([
  'hold',
  'take',
  'begin',
  'start',
  'continue',
  'happen',
  'occur',
  'resume',
  'go',
  'be',
  'stage',
  'organise',
  'organize',
  'launch',
  'proceed',
  'last',
  'end',
  'follow',
  'conduct',
  'erupt',
  'spread',
])

function markConditional(draft: Draft, clause: number): void {
  const { tree } = draft
  for (const kid of tree.kids(clause))
    if (tree.plain(kid) === 'mark' && CONDITIONAL_MARKS.has(tree.form(kid)))
      raise(draft, 'hypothetical', tree, kid, `mark-${tree.form(kid)}`)
}

/** "would continue", "will go on": of something that has begun. */
function goesOn(tree: Tree, verb: number): boolean {
  if (/^(?:continue|last|end)$/u.test(tree.lemma(verb))) return true
  return tree.lemma(verb) === 'go' && tree.kids(verb).some((kid) => tree.form(kid) === 'on' && kid > verb)
}

function clauseOfSubject(draft: Draft, verb: number): void {
  const { tree } = draft
  if (!tree.isVerb(verb) || !OCCURRING.has(tree.lemma(verb))) return
  // What will go on is there already.
  if (goesOn(tree, verb)) return
  for (const kid of tree.kids(verb)) {
    if (tree.plain(kid) !== 'aux') continue
    const modal = MODALS[tree.form(kid)]
    const told = tree.form(kid) === 'would' && isReported(tree, verb)
    if (modal !== undefined) raise(draft, told ? 'planned' : modal, tree, kid, `modal-of-clause-${tree.form(kid)}`)
  }
}

const COMPLEMENTS = new Set([
  'xcomp',
  'ccomp',
  'obj',
  'obl',
  'nsubj:pass',
  'acl',
  'advcl',
  'parataxis',
  'csubj',
  'nmod',
])

function applyGovernor(draft: Draft, at: number, head: number, relation: string): void {
  const { tree } = draft
  const full = tree.relation(at)
  if (!COMPLEMENTS.has(relation) && !COMPLEMENTS.has(full)) return
  const lemma = tree.lemma(head)
  const infinitive = tree.isVerb(at) && tree.kids(at).some((kid) => tree.form(kid) === 'to' && kid < at)
  if (!tree.isVerb(head)) {
    // "a plan to ban …", "allegations that …", "likely to …"
    if (
      relation === 'acl' ||
      relation === 'ccomp' ||
      (relation === 'nmod' &&
        tree.caseOf(at) === 'of' &&
        !/^(?:report|failure|inability|plot|charge|allegation)$/u.test(lemma))
    ) {
      const attitude = NOUN_ATTITUDES[lemma]
      if (
        attitude !== undefined &&
        (infinitive || relation !== 'acl' || tree.kids(at).some((kid) => tree.plain(kid) === 'mark')) &&
        full !== 'acl:relcl'
      )
        applyAttitude(draft, attitude, head, relation)
    }
    if (
      (relation === 'xcomp' || relation === 'ccomp' || relation === 'advcl' || relation === 'csubj') &&
      infinitive &&
      FUTURE_ADJECTIVES.has(lemma)
    )
      raise(draft, 'planned', tree, head, `adjective-${lemma}`)
    return
  }
  // Only complements that the attitude governs: an adverbial or an oblique place is none.
  const nominal = !tree.isVerb(at)
  if (relation === 'obl' && !nominal) return
  if (relation === 'obl' && !/^(?:for|of|to|with|on|in|from|against)$/u.test(tree.caseOf(at))) return
  if (
    relation === 'advcl' &&
    !infinitive &&
    !tree.kids(at).some((kid) => /^(?:of|for|from|with)$/u.test(tree.form(kid)))
  )
    return
  // "is considering sending troops" is no opinion but a plan not made yet.
  const told = lemma === 'consider' && tree.isGerund(at) ? 'plan' : attitudeOf(lemma)
  // "told X to go" demands, "told X that …" says.
  const attitude =
    told === 'demand' &&
    (relation === 'ccomp' || relation === 'parataxis') &&
    /^(?:tell|insist|ask|direct)$/u.test(lemma) &&
    !infinitive
      ? 'say'
      : told === 'demand' && lemma === 'tell' && relation !== 'xcomp'
        ? 'say'
        : told
  if (attitude === null) {
    if (relation === 'advcl' && infinitive && tree.kidBy(at, 'aux') < 0) {
      // A purpose ("gathered to protest", "sent troops to arrest him") need not have come about.
      if (
        draft.type !== 'PROTEST' &&
        draft.type !== 'REQUEST' &&
        draft.type !== 'ACCUSE' &&
        draft.type !== 'CONSULT' &&
        draft.type !== 'MOBILIZE'
      )
        raise(draft, 'planned', tree, at, 'purpose')
    }
    return
  }
  if (attitude === 'say' || attitude === 'claim' || attitude === 'deny') {
    if (relation === 'obj' || relation === 'nmod' || relation === 'obl' || relation === 'nsubj:pass') {
      if (attitude === 'say') {
        if (lemma === 'announce' || lemma === 'declare') {
          const future = draft.match.entry.pos === 'n' && draft.type === 'PROTEST'
          if (future) raise(draft, 'planned', tree, head, 'announce')
        }
        return
      }
      if (attitude === 'deny' && relation === 'obj' && draft.type !== 'CONCEDE')
        raise(draft, 'denied', tree, head, 'deny')
      if (attitude === 'claim' && lemma === 'suspect') raise(draft, 'alleged', tree, head, 'suspect')
      return
    }
    speech(draft, attitude, head, relation, infinitive, lemma)
    return
  }
  if (relation === 'nmod') return
  if (relation === 'obl' && (attitude === 'try' || attitude === 'plan' || attitude === 'fear' || attitude === 'wish'))
    return
  applyAttitude(draft, attitude, head, relation)
  ownModals(draft, head)
}

function ownModals(draft: Draft, verb: number): void {
  const { tree } = draft
  for (const kid of tree.kids(verb))
    if (tree.plain(kid) === 'advmod' && NEGATIONS.has(tree.form(kid))) negate(draft, kid, `governor-${tree.form(kid)}`)
}

function speech(
  draft: Draft,
  attitude: Attitude,
  head: number,
  relation: string,
  infinitive: boolean,
  lemma: string,
): void {
  const { tree } = draft
  if (
    relation !== 'ccomp' &&
    relation !== 'xcomp' &&
    relation !== 'parataxis' &&
    relation !== 'advcl' &&
    relation !== 'csubj' &&
    relation !== 'nsubj:pass'
  )
    return
  if (relation === 'advcl' && lemma !== 'accuse' && lemma !== 'suspect') return
  if (draft.speaker === null) {
    const subject = subjectOf(tree, head).heads[0]
    if (subject !== undefined && subject !== draft.head) draft.speaker = participant(tree, subject, 'speech')
  }
  if (
    infinitive &&
    (lemma === 'say' ||
      lemma === 'believe' ||
      lemma === 'report' ||
      lemma === 'think' ||
      lemma === 'suspect' ||
      lemma === 'allege')
  )
    raise(draft, 'alleged', tree, head, 'said-to')
  else if (attitude === 'claim') raise(draft, 'alleged', tree, head, lemma)
  else if (attitude === 'deny') raise(draft, 'denied', tree, head, lemma)
}

function applyAttitude(draft: Draft, attitude: Attitude, governor: number, relation: string): void {
  const { tree } = draft
  switch (attitude) {
    case 'plan':
      // What somebody "organised" was held; what they organise is to come.
      if (tree.form(governor) === 'organised' || tree.form(governor) === 'organized') break
      raise(draft, 'planned', tree, governor, 'plan')
      break
    case 'promise':
      raise(draft, 'planned', tree, governor, 'promise')
      if (CONFLICT.has(draft.type)) {
        toThreat(draft, governor)
      }
      break
    case 'threaten':
      if (relation !== 'obj' || CONFLICT.has(draft.type) || draft.type === 'PROTEST') {
        raise(draft, 'hypothetical', tree, governor, 'threaten')
      }
      break
    case 'demand':
      raise(draft, 'called-for', tree, governor, 'demand')
      break
    case 'refuse':
      negate(draft, governor, 'refuse')
      break
    case 'try':
      draft.attempted = true
      draft.basis.push('attempted:try')
      break
    case 'fail':
      negate(draft, governor, 'fail')
      break
    case 'prevent':
      negate(draft, governor, 'prevent')
      break
    case 'fear':
    case 'wish':
      raise(draft, 'hypothetical', tree, governor, attitude)
      break
    case 'claim':
      raise(draft, 'alleged', tree, governor, 'claim-noun')
      break
    case 'deny':
      raise(draft, 'denied', tree, governor, 'deny-noun')
      break
    case 'allow':
      raise(draft, 'hypothetical', tree, governor, 'allow')
      break
    default:
      break
  }
}

const THREAT_MODE: Partial<Record<EventType, string>> = {
  ASSAULT: 'violence',
  COERCE: 'restrict',
  SANCTION: 'relations',
  MOBILIZE: 'violence',
}

/** A promised act of conflict is a threat; its content gives the mode. */
function toThreat(draft: Draft, governor: number): void {
  const mode = draft.type === 'COERCE' && draft.modes.includes('arrest') ? 'arrest' : THREAT_MODE[draft.type]
  draft.type = 'THREATEN'
  draft.modes = mode === undefined ? [] : [mode]
  draft.form = null
  draft.certainty = 'asserted'
  draft.cue = null
  draft.basis.push(`threat:${draft.tree.lemma(governor)}`)
}

/**
 * PLOVER's collapses of what lies ahead: future cooperation is an agreement, an announced retreat a concession. The
 * certainty stays planned.
 */
export function collapseFuture(draft: Draft): void {
  if (draft.certainty !== 'planned') return
  if (COOPERATIVE.has(draft.type)) {
    draft.type = 'AGREE'
    draft.modes = []
    draft.basis.push('collapse:future-cooperation')
  } else if (draft.type === 'RETREAT') {
    draft.type = 'CONCEDE'
    draft.modes = []
    draft.basis.push('collapse:announced-retreat')
  }
}
