import { LIGHT_VERBS, RECEIVING_VERBS } from './en/light-verbs.ts'
import type { Tree } from './tree.ts'

/** Verbs whose object, not subject, does what the infinitive after them says. */
const OBJECT_CONTROL_WITHOUT_OBJECT = new Set(['call', 'appeal'])

/** A slot found: the heads that fill it and, for a subject, the way it was found. */
export interface Filled {
  readonly heads: readonly number[]
  readonly rule: string
}
const NOTHING: Filled = { heads: [], rule: '' }

/** Finds what fills a slot of a verb's frame. Heads only; coordination is expanded by the caller. */
export function verbSlot(tree: Tree, verb: number, slot: string): Filled {
  // "the sentencing of the lawyer": a verb used as a noun has its sides as a noun has them.
  if (tree.upos[verb] === 'NOUN' && (slot === 'obj' || slot === 'subj')) {
    for (const name of slot === 'obj' ? ['of'] : ['by', 'poss', 'comp']) {
      const filled = nounSlot(tree, verb, name)
      if (filled.heads.length > 0) return filled
    }
  }
  const passive = tree.isPassive(verb)
  switch (slot) {
    case 'none':
    case 'speaker':
    case 'csubj':
      return NOTHING
    case 'subj':
      return passive ? agentOf(tree, verb) : subjectOf(tree, verb)
    case 'obj':
      return passive ? patientOf(tree, verb) : objectOf(tree, verb)
    case 'iobj':
      return found(tree.kidsBy(verb, 'iobj'), 'iobj')
    case 'xcomp':
      return found(
        [...tree.kidsBy(verb, 'xcomp'), ...infinitives(tree, verb), ...objectInfinitives(tree, verb)],
        'xcomp',
      )
    case 'ccomp':
      return found(tree.kidsBy(verb, 'ccomp'), 'ccomp')
    case 'that':
      return found(
        tree.kidsBy(verb, 'ccomp').filter((kid) => tree.kids(kid).some((mark) => tree.form(mark) === 'that')),
        'that',
      )
    case 'advcl':
      return found(tree.kidsBy(verb, 'advcl'), 'advcl')
    case 'acl':
      return found(
        tree.kidsBy(verb, 'obj').flatMap((object) => tree.kidsBy(object, 'acl')),
        'acl',
      )
    case 'obl':
      return found(
        [...tree.kidsBy(verb, 'obl'), ...tree.kidsBy(verb, 'advmod').flatMap((kid) => tree.kidsBy(kid, 'obl'))],
        'obl',
      )
    case 'poss': {
      const objects = objectOf(tree, verb).heads
      return found(
        objects.flatMap((object) => tree.kidsBy(object, 'nmod:poss')),
        'object-possessor',
      )
    }
    case 'demanding':
      return found(
        tree
          .kidsBy(verb, 'advcl')
          .filter((kid) => tree.lemma(kid) === 'demand')
          .flatMap((kid) => tree.kidsBy(kid, 'obj')),
        'demanding',
      )
    default:
      return prepositional(tree, verb, slot)
  }
}

function infinitives(tree: Tree, verb: number): number[] {
  return tree
    .kidsBy(verb, 'advcl')
    .filter((kid) => tree.kids(kid).some((mark) => tree.form(mark) === 'to' && mark < kid))
}

/** "asked the ministry to act", where the parser hung the infinitive on the object. */
function objectInfinitives(tree: Tree, verb: number): number[] {
  if (!isObjectControl(tree, verb)) return []
  return [...tree.kidsBy(verb, 'obj', 'iobj', 'obl', 'nsubj:pass')].flatMap((object) =>
    tree.kidsBy(object, 'acl').filter((kid) => hasTo(tree, kid)),
  )
}

function hasTo(tree: Tree, verb: number): boolean {
  return tree.kids(verb).some((kid) => tree.form(kid) === 'to' && kid < verb)
}

function found(heads: readonly number[], rule: string): Filled {
  return heads.length === 0 ? NOTHING : { heads, rule }
}

/** Nouns marked by the preposition: of the verb, of its object, of its infinitive's verb. */
function prepositional(tree: Tree, verb: number, preposition: string): Filled {
  const direct = tree
    .kids(verb)
    .filter((kid) => (tree.plain(kid) === 'obl' || tree.plain(kid) === 'nmod') && marked(tree, kid, preposition))
  if (direct.length > 0) return { heads: direct, rule: preposition }
  const objects = [...tree.kidsBy(verb, 'obj'), ...tree.kidsBy(verb, 'nsubj:pass'), ...tree.kidsBy(verb, 'xcomp')]
  const nested = objects.flatMap((object) =>
    tree
      .kids(object)
      .filter((kid) => (tree.plain(kid) === 'nmod' || tree.plain(kid) === 'obl') && marked(tree, kid, preposition)),
  )
  if (nested.length > 0) return { heads: nested, rule: `${preposition}-of-object` }
  // "$4 million in aid to Lebanon": what is counted or measured carries the receiver.
  if (preposition === 'to' || preposition === 'for') {
    const measured = objects
      .flatMap((object) => tree.kidsBy(object, 'nmod').filter((kid) => /^(?:in|of|worth)$/u.test(tree.caseOf(kid))))
      .flatMap((inner) =>
        tree.kids(inner).filter((kid) => tree.plain(kid) === 'nmod' && marked(tree, kid, preposition)),
      )
    if (measured.length > 0) return { heads: measured, rule: `${preposition}-of-measure` }
  }
  // A gerund after the preposition ("from entering", "for failing") is a clause.
  const clauses = tree
    .kidsBy(verb, 'advcl')
    .filter((kid) => tree.kids(kid).some((mark) => tree.plain(mark) === 'mark' && tree.form(mark) === preposition))
  return found(clauses, `${preposition}-clause`)
}

function marked(tree: Tree, noun: number, preposition: string): boolean {
  const marker = tree.caseOf(noun)
  return (
    marker === preposition ||
    marker.startsWith(`${preposition} `) ||
    (preposition === 'against' && marker.endsWith(' against'))
  )
}

/** "by …" of a passive; else the subject of a coordinated passive's own agent is unknown. */
function agentOf(tree: Tree, verb: number): Filled {
  // "set ablaze by the mob": the agent may hang on the second half of the predicate.
  const agents = [...tree.kids(verb), ...tree.kidsBy(verb, 'xcomp', 'advmod').flatMap((kid) => tree.kids(kid))].filter(
    (kid) => tree.relation(kid) === 'obl:agent' || (tree.plain(kid) === 'obl' && tree.caseOf(kid) === 'by'),
  )
  if (agents.length > 0) return { heads: agents.filter((kid) => !isMeans(tree, kid)), rule: 'agent' }
  // "arrested and beaten by police": the agent of the last conjunct serves all.
  const conjunct = tree.kidsBy(verb, 'conj').find((kid) => tree.isParticiple(kid) && agentKid(tree, kid) >= 0)
  if (conjunct !== undefined) return { heads: [agentKid(tree, conjunct)], rule: 'agent-of-conjunct' }
  if (tree.plain(verb) === 'amod') return NOTHING
  return NOTHING
}

function agentKid(tree: Tree, verb: number): number {
  return (
    tree
      .kids(verb)
      .find((kid) => tree.relation(kid) === 'obl:agent' || (tree.plain(kid) === 'obl' && tree.caseOf(kid) === 'by')) ??
    -1
  )
}

function isMeans(tree: Tree, noun: number): boolean {
  return /^(?:bomb|bombs|explosion|gunfire|bullet|bullets|vote|margin|majority|law|phone|telephone|means|then|now|percent|road|plane|night|train|air|sea|way|tomorrow|yesterday|end|time)$/u.test(
    tree.form(noun),
  )
}

/** What a passive verb's subject stands for, also where the participle hangs on a noun. */
function patientOf(tree: Tree, verb: number): Filled {
  const own = tree.kidsBy(verb, 'nsubj:pass', 'nsubj', 'csubj:pass')
  if (own.length > 0) return { heads: own.flatMap((kid) => relativeHead(tree, verb, kid)), rule: 'passive' }
  const relation = tree.plain(verb)
  const head = tree.head(verb)
  if (head < 0) return NOTHING
  if (relation === 'acl' || relation === 'amod')
    return { heads: [head], rule: relation === 'acl' ? 'participle' : 'attribute' }
  if (relation === 'conj') {
    const first = tree.isPassive(head) ? patientOf(tree, head) : subjectOf(tree, head)
    return first.heads.length > 0 ? { heads: first.heads, rule: 'shared-subject' } : farSubject(tree, verb)
  }
  if (relation === 'xcomp' || relation === 'advcl') {
    const governor = tree.isPassive(head)
      ? patientOf(tree, head)
      : relation === 'xcomp'
        ? controller(tree, head)
        : subjectOf(tree, head)
    return governor.heads.length > 0 ? { heads: governor.heads, rule: 'control' } : NOTHING
  }
  return NOTHING
}

/** "they were few, poorly attended and quickly suppressed by police": the subject before, where the tree lost it. */
function farSubject(tree: Tree, verb: number): Filled {
  if (agentKid(tree, verb) < 0 || tree.tokens[verb]?.xpos !== 'VBN') return NOTHING
  for (let i = verb - 1; i >= 0 && verb - i <= REACH_OF_SUBJECT; i--) {
    if (/^[;:]$/u.test(tree.form(i))) return NOTHING
    if (tree.plain(i) === 'nsubj' && tree.isNominal(i)) return { heads: [i], rule: 'far-subject' }
  }
  return NOTHING
}
/** Tokens before a passive participle within which its lost subject is looked for. */
const REACH_OF_SUBJECT = 16

function objectOf(tree: Tree, verb: number): Filled {
  const own = tree.kidsBy(verb, 'obj')
  if (own.length > 0) return { heads: own.flatMap((kid) => relativeHead(tree, verb, kid)), rule: 'object' }
  // "detained about 70 of the women": the number was drawn as an adverbial.
  const counted = tree
    .kidsBy(verb, 'obl:unmarked')
    .filter(
      (kid) =>
        kid > verb && tree.upos[kid] === 'NUM' && tree.kidsBy(kid, 'nmod').some((inner) => tree.caseOf(inner) === 'of'),
    )
  if (counted.length > 0) return { heads: counted, rule: 'counted-object' }
  const head = tree.head(verb)
  // "the men police arrested": the head noun fills the gap.
  if (tree.relation(verb) === 'acl:relcl' && head >= 0) {
    const subject = tree.kidBy(verb, 'nsubj')
    if (subject >= 0 && !isRelative(tree, subject)) return { heads: [head], rule: 'relative-object' }
  }
  // "beat and arrested protesters": the object of the last conjunct serves the first.
  const later = tree
    .kidsBy(verb, 'conj')
    .find((kid) => tree.isVerb(kid) && tree.kidBy(kid, 'nsubj') < 0 && tree.kidBy(kid, 'obj') >= 0)
  if (later !== undefined && adjacent(tree, verb, later))
    return { heads: tree.kidsBy(later, 'obj'), rule: 'shared-object' }
  return NOTHING
}

function adjacent(tree: Tree, first: number, second: number): boolean {
  for (let i = first + 1; i < second; i++) {
    const tag = tree.upos[i]
    if (tag !== 'CCONJ' && tag !== 'ADV' && tag !== 'PUNCT' && tag !== 'VERB' && tag !== 'AUX') return false
  }
  return true
}

function isRelative(tree: Tree, i: number): boolean {
  return /^(?:who|which|that|whom|whose)$/u.test(tree.form(i))
}

/** A relative pronoun stands for the noun that the clause hangs on. */
function relativeHead(tree: Tree, verb: number, participant: number): readonly number[] {
  if (!isRelative(tree, participant)) return [participant]
  let at = verb
  for (const above of [verb, ...tree.ancestors(verb)]) {
    if (tree.relation(above) === 'acl:relcl' || tree.plain(above) === 'acl') {
      at = tree.head(above)
      return at >= 0 ? [at] : [participant]
    }
  }
  return [participant]
}

/** Papers through which somebody speaks: "issued a statement urging …". */
const DOCUMENT = new Set(
  'statement letter message resolution petition note memo memorandum speech report declaration email communique appeal tweet post article call warning order decree'.split(
    ' ',
  ),
)

const DAY =
  /^(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|yesterday|today|tomorrow|january|february|march|april|june|july|august|september|october|november|december)$/u

/** The subject of an active verb: its own, a shared one, a controller, or the noun that it hangs on. */
export function subjectOf(tree: Tree, verb: number, depth = 0): Filled {
  const marked = tree.kidsBy(verb, 'nsubj', 'nsubj:pass', 'nsubj:outer')
  // "a day after police opened fire": the parser took the span of time for the subject.
  const after = marked
    .filter((kid) => /^(?:day|days|week|weeks|month|months|year|years|hour|hours|minutes)$/u.test(tree.form(kid)))
    .flatMap((kid) => tree.kids(kid))
    .filter((kid) => kid < verb && tree.plain(kid) === 'nmod' && /^(?:after|before)$/u.test(tree.caseOf(kid)))
  if (after.length > 0) return { heads: after.slice(-1), rule: 'subject-behind-time' }
  const own = marked.filter((kid) => !DAY.test(tree.form(kid)))
  if (own.length > 0) return { heads: own.flatMap((kid) => relativeHead(tree, verb, kid)), rule: 'subject' }
  // "The council on Monday voted": the parser hung the name on the day.
  const behind = marked
    .flatMap((kid) => tree.kids(kid))
    .filter((kid) => kid < verb && (tree.upos[kid] === 'PROPN' || tree.upos[kid] === 'NOUN') && tree.caseOf(kid) === '')
  if (behind.length > 0) return { heads: behind.slice(-1), rule: 'subject-behind-day' }
  const head = tree.head(verb)
  const relation = tree.plain(verb)
  // A name right before the verb that the parser took for a modifier of it.
  if (relation === 'root' || relation === 'ccomp' || relation === 'acl:relcl') {
    const left = tree
      .kids(verb)
      .filter(
        (kid) =>
          kid < verb &&
          (tree.upos[kid] === 'PROPN' || tree.upos[kid] === 'NOUN') &&
          /^(?:compound|nmod|dep|flat|appos|vocative|dislocated)$/u.test(tree.plain(kid)) &&
          tree.caseOf(kid) === '',
      )
    const last = left.at(-1)
    if (last !== undefined) return { heads: [last], rule: 'subject-mended' }
  }
  if (head < 0 || depth > 6) return NOTHING
  if (relation === 'conj' || relation === 'parataxis') {
    if (relation === 'parataxis' && !tree.isGerund(verb)) return NOTHING
    const shared = tree.isPassive(head) ? patientOf(tree, head) : subjectOf(tree, head, depth + 1)
    return shared.heads.length > 0 ? { heads: shared.heads, rule: 'shared-subject' } : NOTHING
  }
  if (relation === 'xcomp' || relation === 'ccomp') {
    const control = controller(tree, head, depth)
    return control.heads.length > 0 ? { heads: control.heads, rule: 'control' } : NOTHING
  }
  if (relation === 'advcl') {
    const marker = tree.kids(verb).some((kid) => tree.plain(kid) === 'mark' && tree.form(kid) === 'to')
    const objectControl = marker && isObjectControl(tree, head)
    const above = objectControl
      ? controller(tree, head, depth)
      : tree.isPassive(head)
        ? patientOf(tree, head)
        : subjectOf(tree, head, depth + 1)
    return above.heads.length > 0 ? { heads: above.heads, rule: 'participle-subject' } : NOTHING
  }
  if (relation === 'acl') {
    const above = tree.head(head)
    if (above >= 0 && hasTo(tree, verb) && ['obj', 'iobj'].includes(tree.plain(head)) && isObjectControl(tree, above))
      return { heads: [head], rule: 'object-control' }
    if (tree.relation(verb) === 'acl:relcl') return { heads: [head], rule: 'relative-subject' }
    const predicated = tree.kidsBy(head, 'nsubj')
    if (predicated.length > 0 && tree.kidBy(head, 'cop') >= 0) return { heads: predicated, rule: 'predicate-subject' }
    if (tree.isGerund(verb) && !DOCUMENT.has(tree.lemma(head))) return { heads: [head], rule: 'participle' }
    // "the government's plan to ban …", "made an attempt to …": whoever has the noun.
    const owner = nounSlot(tree, head, 'poss')
    if (owner.heads.length > 0) return { heads: owner.heads, rule: 'owner' }
    const by = nounSlot(tree, head, 'light')
    if (by.heads.length > 0) return { heads: by.heads, rule: 'light-subject' }
    const governor = tree.clause(head)
    if (governor !== verb && tree.isVerb(governor)) return subjectOf(tree, governor, depth + 1)
  }
  if (relation === 'amod') return { heads: [head], rule: 'attribute' }
  return NOTHING
}

const OBJECT_CONTROL = new Set(
  `urge ask order tell force allow permit invite call appeal press persuade encourage warn instruct direct command request
  compel oblige authorise authorize enable cause lead let make help get want expect require advise beg implore pressure
  exhort convince lobby teach remind challenge accuse blame prevent stop bar ban prohibit see hear watch have forbid accuse
  petition incite provoke`.split(/\s+/u),
)

function isObjectControl(tree: Tree, verb: number): boolean {
  return OBJECT_CONTROL.has(tree.lemma(verb))
}

/** Who does what an infinitive under `verb` says: its object for verbs such as "urge", else its subject. */
export function controller(tree: Tree, verb: number, depth = 0): Filled {
  if (isObjectControl(tree, verb)) {
    if (tree.isPassive(verb)) return patientOf(tree, verb)
    const objects = [...tree.kidsBy(verb, 'obj'), ...tree.kidsBy(verb, 'iobj')]
    if (objects.length > 0) return { heads: objects, rule: 'object-control' }
    if (OBJECT_CONTROL_WITHOUT_OBJECT.has(tree.lemma(verb))) {
      const on = tree
        .kids(verb)
        .filter((kid) => tree.plain(kid) === 'obl' && /^(?:on|upon|to)$/u.test(tree.caseOf(kid)))
      if (on.length > 0) return { heads: on, rule: 'object-control' }
    }
  }
  return tree.isPassive(verb) ? patientOf(tree, verb) : subjectOf(tree, verb, depth + 1)
}

const FRAME_PREPOSITIONS_OF_VERB = new Set([
  'against',
  'over',
  'for',
  'with',
  'on',
  'in',
  'at',
  'about',
  'to',
  'between',
  'by',
  'outside',
  'near',
  'after',
])

/** Finds what fills a slot of a noun's frame. */
export function nounSlot(tree: Tree, noun: number, slot: string): Filled {
  switch (slot) {
    case 'none':
    case 'speaker':
      return NOTHING
    case 'poss':
      return found(tree.kidsBy(noun, 'nmod:poss'), 'possessor')
    case 'comp': {
      const kids = tree
        .kids(noun)
        .filter(
          (kid) =>
            kid < noun && (tree.plain(kid) === 'compound' || (tree.plain(kid) === 'amod' && isCapital(tree, kid))),
        )
      return found(kids, 'compound')
    }
    case 'light':
      return lightSubject(tree, noun)
    case 'acl':
      return found(tree.kidsBy(noun, 'acl'), 'acl')
    case 'ccomp':
      return found(tree.kidsBy(noun, 'ccomp', 'acl'), 'ccomp')
    case 'xcomp':
      return NOTHING
    case 'demanding':
      return found(
        tree
          .kidsBy(noun, 'acl')
          .filter((kid) => tree.lemma(kid) === 'demand')
          .flatMap((kid) => tree.kidsBy(kid, 'obj')),
        'demanding',
      )
    default:
      return nounPreposition(tree, noun, slot)
  }
}

function isCapital(tree: Tree, i: number): boolean {
  return /^\p{Lu}/u.test(tree.tokens[i]?.form ?? '')
}

function nounPreposition(tree: Tree, noun: number, preposition: string): Filled {
  const own = tree
    .kids(noun)
    .filter((kid) => (tree.plain(kid) === 'nmod' || tree.plain(kid) === 'obl') && marked(tree, kid, preposition))
  if (own.length > 0) return { heads: own, rule: preposition }
  // "aid from the bank to the country": parsers hang the second phrase on the first.
  if (/^(?:to|against|with|on)$/u.test(preposition)) {
    const nested = tree
      .kids(noun)
      .filter((kid) => kid > noun && tree.plain(kid) === 'nmod' && /^(?:from|by|of)$/u.test(tree.caseOf(kid)))
      .flatMap((kid) =>
        tree.kids(kid).filter((inner) => tree.plain(inner) === 'nmod' && marked(tree, inner, preposition)),
      )
    if (nested.length > 0) return { heads: nested, rule: `${preposition}-nested` }
  }
  // "two days of talks with …": the phrase hangs on the noun that counts.
  const above = tree.head(noun)
  if (
    above >= 0 &&
    tree.plain(noun) === 'nmod' &&
    tree.caseOf(noun) === 'of' &&
    (preposition === 'with' || preposition === 'between')
  ) {
    const outer = tree
      .kids(above)
      .filter((kid) => kid > noun && tree.plain(kid) === 'nmod' && marked(tree, kid, preposition))
    if (outer.length > 0) return { heads: outer, rule: preposition }
  }
  if (preposition === 'between') {
    const near = tree.heads.findIndex((_, k) => k > noun && k - noun <= 8 && marked(tree, k, 'between'))
    if (near >= 0) return { heads: [near], rule: 'between-near' }
  }
  if (preposition === 'by') {
    // "a rally organised by the union", "the attack carried out by rebels".
    const made = tree
      .kidsBy(noun, 'acl')
      .filter((kid) => isLight(tree, kid))
      .map((kid) => agentKid(tree, kid))
      .filter((kid) => kid >= 0)
    if (made.length > 0) return { heads: made, rule: 'light-agent' }
  }
  const verb = lightVerb(tree, noun)
  if (verb >= 0 && FRAME_PREPOSITIONS_OF_VERB.has(preposition)) {
    const outer = tree
      .kids(verb)
      .filter((kid) => kid > noun && kid !== noun && tree.plain(kid) === 'obl' && marked(tree, kid, preposition))
    if (outer.length > 0) return { heads: outer, rule: `${preposition}-of-light-verb` }
  }
  return NOTHING
}

function isLight(tree: Tree, verb: number): boolean {
  return LIGHT_VERBS.has(tree.lemma(verb))
}

/** The light verb that carries the noun ("staged a rally", "took part in a march", "a strike was called"), or -1. */
export function lightVerb(tree: Tree, noun: number): number {
  const head = tree.head(noun)
  if (head < 0) return -1
  const relation = tree.plain(noun)
  if (relation === 'conj' && tree.isNominal(head)) return lightVerb(tree, head)
  if (tree.lemma(head) === 'be') return -1
  if (
    (relation === 'obj' || tree.relation(noun) === 'nsubj:pass') &&
    (LIGHT_VERBS.has(tree.lemma(head)) || RECEIVING_VERBS.has(tree.lemma(head)))
  )
    return head
  if (relation === 'obl') {
    const marker = tree.caseOf(noun)
    const lemma = tree.lemma(head)
    if (marker === 'in' && /^(?:take|participate|join|engage|involve|be|meet|gather|turn)$/u.test(lemma)) return head
    if (marker === 'on' && /^(?:go|be|embark|set)$/u.test(lemma)) return head
    if (marker === 'to' && /^(?:resort|turn)$/u.test(lemma)) return head
    if (marker === 'with' && /^(?:go|proceed|continue|press)$/u.test(lemma)) return head
    if (marker === 'for' && /^(?:meet|arrive|gather|assemble|travel|come)$/u.test(lemma)) return head
  }
  // "take part in": the noun hangs under "part".
  if (relation === 'nmod' && tree.lemma(head) === 'part' && tree.caseOf(noun) === 'in') return tree.head(head)
  return -1
}

function lightSubject(tree: Tree, noun: number): Filled {
  const verb = lightVerb(tree, noun)
  if (verb >= 0) {
    if (RECEIVING_VERBS.has(tree.lemma(verb)) && !LIGHT_VERBS.has(tree.lemma(verb))) return NOTHING
    const filled = tree.isPassive(verb) ? agentOf(tree, verb) : subjectOf(tree, verb)
    return filled.heads.length > 0 && !filled.heads.includes(noun)
      ? { heads: filled.heads, rule: 'light-verb' }
      : NOTHING
  }
  const made = tree
    .kidsBy(noun, 'acl')
    .filter((kid) => isLight(tree, kid) && tree.isPassive(kid))
    .map((kid) => agentKid(tree, kid))
    .filter((kid) => kid >= 0)
  return found(made, 'light-agent')
}

/** Subject of a verb that makes it the receiver of the noun ("faced criticism", "suffered an attack"). */
export function receiver(tree: Tree, noun: number): Filled {
  const verb = lightVerb(tree, noun)
  if (verb < 0 || !RECEIVING_VERBS.has(tree.lemma(verb))) return NOTHING
  const filled = subjectOf(tree, verb)
  return filled.heads.includes(noun) ? NOTHING : { heads: filled.heads, rule: 'receiver' }
}
