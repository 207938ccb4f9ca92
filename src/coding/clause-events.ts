import type { Draft } from './draft.ts'
import { participant } from './participants.ts'
import { lightVerb } from './slots.ts'
import type { CodingState } from './state.ts'
import type { Tree } from './tree.ts'

const CASUALTY = /^(?:kill(?:ed)?|wound(?:ed)?|injured?|hurt|die|perish|maim|slay|leave|lose)$/u
const HITTING =
  /^(?:kill|wound|injure|hurt|hit|strike|rock|rip|tear|destroy|damage|shake|target|claim|leave|maim|devastate|blow|wreck|flatten|sweep|shatter|level)$/u
const VIOLENT = new Set(['ASSAULT', 'PROTEST', 'COERCE'])

/**
 * Joins what one sentence tells in two words: the blast and those it killed, the clash in which they died. Then drops
 * nouns that name an event and say nothing else of it.
 */
export function joinClauses(state: CodingState): void {
  const bySentence = new Map<Tree, Draft[]>()
  for (const draft of state.drafts) {
    if (draft.dropped !== null) continue
    const list = bySentence.get(draft.tree)
    if (list) list.push(draft)
    else bySentence.set(draft.tree, [draft])
  }
  for (const drafts of bySentence.values()) {
    for (const draft of drafts) hitBySubject(state, draft)
    for (const draft of drafts) if (draft.dropped === null) joinOwnNoun(draft, drafts)
    for (const draft of drafts) if (draft.dropped === null) joinDispersal(draft, drafts)
    for (const draft of drafts) if (draft.dropped === null) joinPurpose(draft, drafts)
    for (const draft of drafts) if (draft.dropped === null) shareVerb(draft, drafts)
    for (const draft of drafts) if (draft.dropped === null && isAim(draft)) joinAim(draft, drafts)
    for (const casualty of drafts)
      if (casualty.dropped === null && isCasualty(casualty)) joinCasualty(state, casualty, drafts)
  }
  for (const draft of state.drafts) {
    if (draft.dropped !== null) continue
    if (isBare(draft, state)) draft.dropped = 'a noun alone'
    else if (isTopic(draft, bySentence.get(draft.tree) ?? [])) draft.dropped = 'the topic of a protest'
  }
}

/** "began a hunger strike to protest …", "blocked the road in protest": the word names the aim of another act. */
function isAim(draft: Draft): boolean {
  const { tree, head } = draft
  if (draft.type !== 'PROTEST' || !/^(?:protest|demonstrate)$/u.test(tree.lemma(head))) return false
  if (draft.match.entry.pos === 'n') return tree.caseOf(head) === 'in'
  return tree.plain(head) === 'advcl' || tree.plain(head) === 'xcomp' || tree.plain(head) === 'acl'
}

/** Gives the aim's recipients and issue to the act that it explains. */
function joinAim(aim: Draft, drafts: readonly Draft[]): void {
  const above = aim.tree.ancestors(aim.head)
  const act = drafts.find(
    (other) =>
      other !== aim &&
      other.dropped === null &&
      other.type === 'PROTEST' &&
      !isAim(other) &&
      (above.includes(other.head) || above.includes(aim.tree.head(other.head))),
  )
  if (act === undefined) return
  if (act.issues.length === 0) act.issues = aim.issues
  if (act.actors.length === 0) act.actors = aim.actors
  const { modes } = act
  give(act, aim)
  // The act says how they protest; the aim only that they do.
  if (modes.length > 0)
    act.modes = modes.filter(
      (mode, at) => modes.indexOf(mode) === at && (mode !== 'demo' || act.match.entry.modes.includes('demo')),
    )
}

/** Types of verb and noun that tell one act: "signed an agreement", "mediated talks", "a truce took effect". */
function isOneAct(verb: Draft, noun: Draft): boolean {
  return verb.type === noun.type || (verb.type === 'SUPPORT' && noun.type === 'AGREE')
}

/** Joins a noun that is the object or subject of a verb that tells the same act. */
function joinOwnNoun(verb: Draft, drafts: readonly Draft[]): void {
  if (verb.match.entry.pos !== 'v' || (verb.type !== 'SUPPORT' && TALKS.has(verb.type) === false)) return
  const { tree, head } = verb
  for (const noun of drafts) {
    if (noun === verb || noun.dropped !== null || noun.match.entry.pos !== 'n' || !isOneAct(verb, noun)) continue
    const relation = tree.plain(noun.head)
    if (tree.head(noun.head) !== head || (relation !== 'obj' && relation !== 'nsubj')) continue
    if (verb.actors.length === 0 && verb.recipients.length === 0) {
      give(noun, verb)
      return
    }
    // "signed an agreement to speed up talks": what is to come makes it an agreement.
    if (noun.type === 'AGREE' && noun.type !== verb.type && hasInfinitive(tree, noun.head)) verb.type = 'AGREE'
    const { recipients } = verb
    give(verb, noun)
    if (recipients.length > 0) verb.recipients = recipients
  }
}
const TALKS: ReadonlySet<string> = new Set(['CONSULT', 'RETREAT', 'AGREE', 'CONCEDE'])

/** "an agreement to …", also where the infinitive hangs on the verb. */
function hasInfinitive(tree: Tree, noun: number): boolean {
  const to = (kid: number): boolean => tree.kids(kid).some((mark) => tree.form(mark) === 'to' && mark < kid)
  return (
    tree.kidsBy(noun, 'acl').some(to) ||
    tree.kidsBy(tree.head(noun), 'advcl', 'xcomp').some((kid) => kid > noun && to(kid))
  )
}

/** "detained hundreds to prevent rallies", "set up a commission to investigate": the aim of an act is not a second one. */
function joinPurpose(act: Draft, drafts: readonly Draft[]): void {
  if (act.match.entry.pos !== 'v') return
  const { tree } = act
  const aim = drafts.find(
    (other) =>
      other !== act &&
      other.dropped === null &&
      other.type === act.type &&
      other.type !== 'PROTEST' &&
      other.match.entry.pos === 'v' &&
      other.polarity === act.polarity &&
      ['advcl', 'xcomp', 'acl'].includes(tree.plain(other.head)) &&
      tree.kids(other.head).some((kid) => tree.form(kid) === 'to' && kid < other.head) &&
      (tree.head(other.head) === act.head ||
        act.match.used.includes(tree.head(other.head)) ||
        tree.head(tree.head(other.head)) === act.head) &&
      !distinctActors(act, other),
  )
  if (aim === undefined) return
  const { modes, recipients } = act
  give(act, aim)
  act.modes = modes
  if (recipients.length > 0) act.recipients = recipients
}

/** "imposed a state of emergency and a night curfew": the second noun has the verb of the first. */
function shareVerb(noun: Draft, drafts: readonly Draft[]): void {
  const { tree, head } = noun
  if (noun.match.entry.pos !== 'n' || noun.actors.length > 0 || tree.plain(head) !== 'conj') return
  const first = drafts.find(
    (other) =>
      other !== noun &&
      other.dropped === null &&
      other.match.entry.pos === 'v' &&
      other.match.used.length > 1 &&
      other.match.used.includes(tree.head(head)),
  )
  if (first === undefined || first.actors.length === 0) return
  noun.actors = [...first.actors]
  noun.certainty = first.certainty
  noun.polarity = first.polarity
  noun.basis.push('actor:shared-verb')
}

const DISPERSING = /^(?:disperse|break|clear|scatter|drive|push|chase|stop|quell|contain|control|evict|remove)$/u

/** "fired tear gas to disperse the rally": the force that was used and what it was used for are one act. */
function joinDispersal(force: Draft, drafts: readonly Draft[]): void {
  if (force.type !== 'ASSAULT' || !force.modes.includes('crowd-control')) return
  const { tree, head } = force
  const aim = drafts.find(
    (other) =>
      other.type === 'COERCE' &&
      other.dropped === null &&
      other.modes.includes('restrict') &&
      other.match.entry.pos === 'v' &&
      DISPERSING.test(tree.lemma(other.head)) &&
      (tree.dominates(tree.clause(head), other.head) || tree.dominates(other.head, head)) &&
      (['advcl', 'xcomp', 'acl', 'ccomp'].includes(tree.plain(other.head)) || tree.dominates(other.head, head)) &&
      !distinctActors(force, other),
  )
  if (aim === undefined) return
  const { modes } = force
  if (aim.recipients.length > 0) force.recipients = []
  give(force, aim)
  force.modes = modes
}

function isCasualty(draft: Draft): boolean {
  return draft.type === 'ASSAULT' && draft.match.entry.pos === 'v' && CASUALTY.test(draft.tree.lemma(draft.head))
}

/** "the explosion ripped through the church": the noun's recipient is the verb's object. */
function hitBySubject(state: CodingState, draft: Draft): void {
  const { tree, head } = draft
  if (draft.type !== 'ASSAULT' || draft.match.entry.pos !== 'n' || draft.recipients.length > 0) return
  const verb =
    tree.plain(head) === 'nsubj'
      ? tree.head(head)
      : (tree.kidsBy(head, 'acl').find((kid) => HITTING.test(tree.lemma(kid)) && !tree.isPassive(kid)) ?? -1)
  if (verb < 0 || !HITTING.test(tree.lemma(verb))) return
  const objects = [
    ...tree.kidsBy(verb, 'obj'),
    ...tree.kids(verb).filter((kid) => tree.plain(kid) === 'obl' && tree.caseOf(kid) === 'through'),
  ]
  const hit = objects.filter(
    (kid) =>
      state.classes.is(tree, kid, 'person') ||
      state.classes.is(tree, kid, 'building') ||
      state.classes.is(tree, kid, 'vehicle'),
  )
  if (hit.length === 0) return
  draft.recipients = hit.map((kid) => participant(tree, kid, 'hit'))
  draft.basis.push('recipient:hit')
}

/** Ties "12 were killed" to the attack of the same sentence. */
function joinCasualty(state: CodingState, casualty: Draft, drafts: readonly Draft[]): void {
  const { tree } = casualty
  const others = drafts.filter(
    (other) =>
      other !== casualty &&
      !hurtsItself(state, other, casualty) &&
      other.dropped === null &&
      VIOLENT.has(other.type) &&
      other.polarity === casualty.polarity &&
      other.certainty === casualty.certainty,
  )
  // Its own subject or a phrase in its clause is an event: the noun keeps the record.
  const within = others.find(
    (other) => other.match.entry.pos === 'n' && other.type !== 'COERCE' && governs(tree, casualty.head, other.head),
  )
  if (within !== undefined) {
    give(within, casualty)
    return
  }
  // "shot and wounded", "killed and injured": one act.
  const twin = others.find(
    (other) =>
      other.type === 'ASSAULT' &&
      other.match.entry.pos === 'v' &&
      (tree.head(casualty.head) === other.head || tree.head(other.head) === casualty.head) &&
      isConjoined(tree, casualty.head, other.head),
  )
  if (twin !== undefined && twin.head < casualty.head && !distinctActors(casualty, twin)) {
    give(twin, casualty)
    return
  }
  // "A suicide bomber rammed a car into a bus, killing nine": the noun names who did it and the act.
  const doer = others.find(
    (other) =>
      other.type === 'ASSAULT' &&
      other.match.entry.pos === 'n' &&
      casualty.actors.some((actor) => other.match.used.includes(actor.head)),
  )
  if (doer !== undefined) {
    give(doer, casualty)
    return
  }
  // A casualty clause without an agent belongs to the attack named in the sentence.
  if (casualty.actors.length === 0) {
    const named =
      others.find((other) => other.type === 'ASSAULT' && !isCasualty(other)) ??
      others.find(
        (other) =>
          other.type === 'ASSAULT' &&
          other.tree.sentence.index === tree.sentence.index &&
          other.head < casualty.head &&
          other.actors.length === 0,
      )
    if (named !== undefined) give(named, casualty)
  }
}

/** "A woman was shot by police and 14 officers were injured": they were not hurt by their own shot. */
export function hurtsItself(state: CodingState, act: Draft, casualty: Draft): boolean {
  const police = (role: { tree: Tree; head: number }): boolean => state.classes.isSurely(role.tree, role.head, 'police')
  return (
    act.actors.length > 0 &&
    act.actors.every(police) &&
    casualty.recipients.length > 0 &&
    casualty.recipients.every(police)
  )
}

function governs(tree: Tree, verb: number, noun: number): boolean {
  const top = tree.head(noun)
  if (top === verb) return true
  // "in clashes between …" may hang on the noun that was hit.
  return top >= 0 && tree.head(top) === verb && tree.plain(noun) === 'nmod'
}

function isConjoined(tree: Tree, a: number, b: number): boolean {
  return (tree.plain(a) === 'conj' && tree.head(a) === b) || (tree.plain(b) === 'conj' && tree.head(b) === a)
}

function distinctActors(a: Draft, b: Draft): boolean {
  return a.actors.length > 0 && b.actors.length > 0 && !a.actors.some((x) => b.actors.some((y) => y.head === x.head))
}

function give(kept: Draft, gone: Draft): void {
  gone.dropped = 'told again'
  const token = gone.tree.tokens[gone.head]
  if (token !== undefined) kept.evidence.push({ field: 'trigger', start: token.start, end: token.end })
  kept.basis.push('join:clause')
  if (kept.actors.length === 0) kept.actors = gone.actors.filter((actor) => actor.head !== kept.head)
  if (!kept.match.entry.frame.reciprocal || kept.recipients.length > 0 || gone.recipients.length > 0)
    for (const recipient of gone.recipients)
      if (
        !kept.recipients.some((other) => other.head === recipient.head) &&
        !kept.actors.some((other) => other.head === recipient.head) &&
        recipient.head !== kept.head
      )
        kept.recipients.push(recipient)
  for (const mode of gone.modes) if (!kept.modes.includes(mode)) kept.modes.push(mode)
}

/** "protested against police brutality": a grievance without article is what a protest is about, no event of its own. */
function isTopic(noun: Draft, drafts: readonly Draft[]): boolean {
  const { tree, head } = noun
  if (noun.match.entry.pos !== 'n' || (noun.type !== 'ASSAULT' && noun.type !== 'COERCE')) return false
  if (!/^(?:against|over|about|at)$/u.test(tree.caseOf(head)) || tree.kidBy(head, 'det', 'nummod') >= 0) return false
  if (tree.tokens[head]?.xpos === 'NNS') return false
  const above = tree.ancestors(head)
  return drafts.some(
    (other) =>
      other !== noun && other.type === 'PROTEST' && other.dropped !== 'told again' && above.includes(other.head),
  )
}

const AFTER = new Set([
  'after',
  'following',
  'amid',
  'during',
  'despite',
  'as a result of',
  'because of',
  'in response to',
])

/** "after two nights of protests": told as what something else answered, so it happened. */
function isCircumstance(tree: Tree, head: number): boolean {
  if (AFTER.has(tree.caseOf(head))) return true
  const up = tree.head(head)
  return (
    tree.caseOf(head) === 'of' &&
    up >= 0 &&
    (((AFTER.has(tree.caseOf(up)) || (tree.plain(up) === 'obj' && tree.form(tree.head(up)) === 'following')) &&
      /^(?:day|night|week|month|year|hour|wave|series|round)$/u.test(tree.lemma(up))) ||
      (/^(?:as|in)$/u.test(tree.caseOf(up)) && /^(?:result|wake|aftermath|midst|consequence)$/u.test(tree.lemma(up))))
  )
}

const SETTING_OFF = /^(?:set|spark|trigger|provoke|prompt|cause|unleash|ignite|fuel|lead|draw|bring)$/u
const RUNNING = /^(?:end|begin|start|continue|follow|shake|rock|grip|paralyse|paralyze|erupt|pass|precede)$/u
const COUNTING = /^(?:day|night|week|month|year|hour|wave|series|round)$/u

/** "had set off three months of protests", "two weeks of unrest ended": what was set off or ended came about. */
function isSetOff(tree: Tree, head: number): boolean {
  const up = tree.head(head)
  const counted = tree.caseOf(head) === 'of' && up >= 0 && COUNTING.test(tree.lemma(up)) ? up : head
  const verb = tree.head(counted)
  if (verb < 0) return false
  // "two weeks of unrest ended on Thursday"
  if (counted !== head && tree.plain(counted) === 'nsubj') return RUNNING.test(tree.lemma(verb))
  return tree.plain(counted) === 'obj' && SETTING_OFF.test(tree.lemma(verb))
}

/** Nouns so general that alone, without anyone or anything attached, they tell nothing. */
function isBare(draft: Draft, state: CodingState): boolean {
  const { tree, head } = draft
  if (draft.match.entry.pos !== 'n') return false
  if (draft.actors.length > 0 || draft.recipients.length > 0 || draft.issues.length > 0) return false
  if (tree.sentence.kind === 'headline') return false
  if (draft.type === 'PROTEST' && (isCircumstance(tree, head) || isSetOff(tree, head))) return false
  const relation = tree.plain(head)
  // A subject or object of its clause, or with a modifier of place, time or number, is told; the rest is mentioned.
  const kids = tree.kids(head)
  // "the July coup", "the 1967 war": dated, and so told.
  const dated = kids.some((kid) => {
    const token = tree.tokens[kid]
    return (
      token !== undefined && state.mentions.times.some((time) => time.start <= token.start && token.end <= time.end)
    )
  })
  if (dated) return false
  if (
    kids.some(
      (kid) =>
        tree.plain(kid) === 'nummod' ||
        (tree.plain(kid) === 'nmod' && tree.relation(kid) !== 'nmod:poss') ||
        tree.relation(kid) === 'acl:relcl' ||
        tree.plain(kid) === 'acl',
    )
  )
    return false
  if (relation === 'obj') return lightVerb(tree, head) < 0
  return (
    relation === 'nmod' || relation === 'obl' || relation === 'conj' || relation === 'compound' || relation === 'appos'
  )
}
