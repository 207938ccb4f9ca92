import type { Draft, Participant } from './draft.ts'
import type { EventType } from './event-record.ts'
import { expand, participant } from './participants.ts'
import { isHeadlineLike } from './relevance.ts'
import { subjectOf, verbSlot } from './slots.ts'
import type { CodingState } from './state.ts'
import type { Tree } from './tree.ts'

/** Types whose recipient is someone; things stay issues. */
const PERSONAL: ReadonlySet<EventType> = new Set([
  'AGREE',
  'CONSULT',
  'SUPPORT',
  'CONCEDE',
  'COOPERATE',
  'REQUEST',
  'ACCUSE',
  'REJECT',
  'THREATEN',
  'SANCTION',
  'PROTEST',
])

/** Mends roles after the frame: who stands behind a thing, who visits whom in a nominal meeting, whom an issue is aimed at. */
export function refineRoles(state: CodingState, draft: Draft): void {
  if (isHeadlinePassive(state, draft)) {
    draft.recipients = draft.actors
    draft.actors = []
    draft.basis.push('recipient:headline-passive')
  }
  if (draft.type === 'MOBILIZE' && draft.tree.forms.some((form) => PEACE.test(form))) toAid(draft)
  if (PERSONAL.has(draft.type)) draft.recipients = behindThings(state, draft)
  if (draft.match.entry.pos === 'n') nominalRoles(state, draft)
  if (draft.type === 'ASSAULT' && draft.actors.length === 0 && draft.tree.isNominal(draft.head)) claimant(state, draft)
  if (draft.type === 'AID') beneficiary(state, draft)
  if (draft.recipients.length === 0) {
    if (draft.type === 'ACCUSE') accusedOfClause(state, draft)
    if (draft.type === 'THREATEN') fromCondition(state, draft)
    if (draft.type === 'MOBILIZE') atBorder(state, draft)
  }
  draft.actors = draft.actors.map((each) => namedBeside(state, each))
  draft.recipients = draft.recipients.filter((each) => !isTime(state, each)).map((each) => namedBeside(state, each))
  if (
    (draft.type === 'REQUEST' || draft.type === 'PROTEST' || draft.type === 'ACCUSE' || draft.type === 'REJECT') &&
    draft.recipients.length === 0
  )
    fromIssue(state, draft)
}

/** A stretch of time takes no part, whatever owns what ("elections of January 2021"). */
function isTime(state: CodingState, { start, end }: Participant): boolean {
  return state.mentions.times.some((time) => time.start <= start && end <= time.end)
}

/** "a long-time critic of the regime, Zhanbolat Mamay,": the name right behind a described person is who it was. */
function namedBeside(state: CodingState, described: Participant): Participant {
  const { tree, head } = described
  const tag = tree.upos[head]
  if ((tag !== 'NOUN' && tag !== 'NUM') || tree.tokens[head]?.xpos === 'NNS') return described
  const comma = tree.tokens.findIndex((token) => token.start >= described.end)
  if (comma < 0 || tree.form(comma) !== ',' || tree.upos[comma + 1] !== 'PROPN') return described
  const first = tree.tokens[comma + 1]
  const name = first === undefined ? null : state.index.actorAt(first)
  if (name === null || name.kind !== 'person' || name.start !== first?.start) return described
  const next = tree.tokens.findIndex((token) => token.start >= name.end)
  if (next >= 0 && !/^[,.;)]$/u.test(tree.form(next))) return described
  const last = next < 0 ? tree.length - 1 : next - 1
  const words = Array.from({ length: last - comma }, (_, k) => comma + 1 + k)
  const top = words.find((word) => !words.includes(tree.head(word))) ?? comma + 1
  return { tree, head: top, start: described.start, end: name.end, rule: `${described.rule}+named` }
}

/** Verbs that somebody suffers: a headline leaves out the auxiliary of their passive. */
const SUFFERED =
  /^(?:kill|shoot|slay|arrest|detain|jail|imprison|sentence|convict|injure|wound|hurt|release|free|expel|charge|indict|abduct|kidnap|deport|ban|hang|execute)$/u

/** "Two protesters shot dead in Mandalay": a past form without object in a headline is a passive. */
function isHeadlinePassive(state: CodingState, draft: Draft): boolean {
  const { tree, head } = draft
  if (draft.match.entry.pos !== 'v' || draft.recipients.length > 0 || draft.actors.length === 0) return false
  if (!SUFFERED.test(tree.lemma(head)) || !/^VB[DN]$/u.test(tree.tokens[head]?.xpos ?? '')) return false
  if (draft.actors.some((actor) => actor.rule !== 'subj') || tree.kidBy(head, 'obj') >= 0) return false
  return isHeadlineLike(tree, state)
}

const PEACE = /^(?:peacekeep\w*|humanitarian|relief|disaster|earthquake|flood|observers?)$/u

/** Troops sent to keep the peace or bring relief are aid to where they go. */
function toAid(draft: Draft): void {
  const { tree, head } = draft
  draft.type = 'AID'
  draft.modes = []
  draft.basis.push('collapse:peacekeeping')
  if (draft.recipients.length > 0) return
  const goals = [...tree.kids(head), ...tree.kidsBy(head, 'obj').flatMap((kid) => tree.kids(kid))].filter((kid) =>
    /^(?:to|in)$/u.test(tree.caseOf(kid)),
  )
  const goal = goals[0]
  if (goal !== undefined) draft.recipients = expand(tree, [goal]).map((kid) => participant(tree, kid, 'goal'))
}

/** "praised the president's decision": the recipient is the president, the decision the issue. */
function behindThings(state: CodingState, draft: Draft): Participant[] {
  const { classes } = state
  const out: Participant[] = []
  for (const each of draft.recipients) {
    if (classes.is(each.tree, each.head, 'actor') || classes.is(each.tree, each.head, 'place')) {
      out.push(each)
      continue
    }
    const behind = ownersOf(state, each.tree, each.head)
    if (behind.length > 0) {
      out.push(...behind.map((head) => participant(each.tree, head, `${each.rule}+owner`)))
      draft.basis.push('recipient:owner')
    }
    if (!draft.issues.some((issue) => issue.start < each.end && each.start < issue.end))
      draft.issues.push({ start: each.start, end: each.end })
  }
  return out
}

/** Those whose a thing is: possessor, a name or nationality before it, "of" or "by" after it. */
function ownersOf(state: CodingState, tree: Tree, head: number): number[] {
  const { classes } = state
  const kids = tree.kids(head)
  const groups: number[][] = [
    kids.filter((kid) => tree.relation(kid) === 'nmod:poss'),
    kids.filter((kid) => tree.plain(kid) === 'nmod' && /^(?:by|of|from)$/u.test(tree.caseOf(kid))),
    kids.filter(
      (kid) =>
        (tree.plain(kid) === 'compound' || tree.plain(kid) === 'amod') && /^\p{Lu}/u.test(tree.tokens[kid]?.form ?? ''),
    ),
  ]
  for (const group of groups) {
    const actors = group.filter((kid) => classes.is(tree, kid, 'actor'))
    if (actors.length > 0) return expand(tree, actors)
  }
  return []
}

/** Roles of nominal events from the clause that they stand in. */
function nominalRoles(state: CodingState, draft: Draft): void {
  const { tree, head } = draft
  const { classes } = state
  // "attacks targeting the police", "protests demanding …"
  if (draft.recipients.length === 0 && !draft.match.entry.frame.reciprocal)
    for (const clause of tree.kidsBy(head, 'acl')) {
      if (tree.isPassive(clause)) continue
      const objects = tree
        .kidsBy(clause, 'obj')
        .filter((kid) => classes.is(tree, kid, 'actor') || classes.is(tree, kid, 'building'))
      if (objects.length > 0 && /^(?:target|hit|strike|kill|attack|against)$/u.test(tree.lemma(clause)))
        draft.recipients = expand(tree, objects).map((kid) => participant(tree, kid, 'participle-object'))
    }
  // "the attack carried out by rebels"
  if (draft.actors.length === 0)
    for (const clause of tree.kidsBy(head, 'acl')) {
      if (!tree.isPassive(clause)) continue
      const agents = tree
        .kids(clause)
        .filter((kid) => tree.relation(kid) === 'obl:agent' || (tree.plain(kid) === 'obl' && tree.caseOf(kid) === 'by'))
      const actors = agents.filter((kid) => classes.is(tree, kid, 'actor'))
      if (actors.length > 0) {
        draft.actors = expand(tree, actors).map((kid) => participant(tree, kid, 'participle-agent'))
        draft.basis.push('actor:participle-agent')
      }
    }
  if (draft.type === 'ASSAULT') fromInstrument(draft)
  // "the minister discussed trade during a call with the chancellor"
  if (
    (draft.type === 'CONSULT' || draft.type === 'AGREE') &&
    draft.actors.length < 2 &&
    tree.plain(head) === 'obl' &&
    /^(?:in|during|at|for|after|over|following|by)$/u.test(tree.caseOf(head))
  ) {
    const verb = tree.head(head)
    if (verb >= 0 && tree.isVerb(verb)) {
      const withs = [...tree.kids(head), ...tree.kids(verb)].filter(
        (kid) => tree.caseOf(kid) === 'with' && classes.is(tree, kid, 'actor'),
      )
      const subjects = subjectOf(tree, verb).heads.filter((kid) => classes.is(tree, kid, 'actor'))
      const members = expand(tree, [...subjects, ...withs]).filter(
        (kid) => !draft.actors.some((actor) => actor.head === kid),
      )
      if (members.length > 0 && (withs.length > 0 || draft.actors.length === 0)) {
        draft.actors = [...members.map((kid) => participant(tree, kid, 'clause')), ...draft.actors]
        draft.basis.push('actor:clause')
      }
    }
  }
}

/** "The jets pounded the town with airstrikes": the means takes both sides from the verb that it is used by. */
function fromInstrument(draft: Draft): void {
  const { tree, head } = draft
  const verb = tree.head(head)
  if (verb < 0 || !tree.isVerb(verb) || tree.plain(head) !== 'obl' || tree.caseOf(head) !== 'with') return
  const objects = verbSlot(tree, verb, 'obj').heads
  if (objects.length === 0) return
  if (draft.actors.length === 0) {
    const subjects = expand(tree, [...verbSlot(tree, verb, 'subj').heads])
    draft.actors = subjects.map((kid) => participant(tree, kid, 'instrument'))
  }
  if (draft.recipients.length === 0)
    draft.recipients = expand(tree, objects).map((kid) => participant(tree, kid, 'instrument'))
  draft.basis.push('roles:instrument')
}

const CLAIMING = new Set(['claim', 'accept', 'admit', 'take', 'assume'])

/** "claimed responsibility for the attack": whoever claims it did it, by their own account. */
function claimant(state: CodingState, draft: Draft): void {
  const { tree, head } = draft
  for (const at of [head, tree.head(head), tree.head(tree.head(head))]) {
    if (at < 0 || tree.caseOf(at) !== 'for') continue
    const above = tree.head(at)
    // Parsers hang the phrase on the noun or on the verb.
    const noun =
      tree.lemma(above) === 'responsibility'
        ? above
        : tree.kidsBy(above, 'obj').find((kid) => tree.lemma(kid) === 'responsibility')
    const verb = noun === above ? tree.head(above) : above
    if (noun === undefined || verb < 0 || !CLAIMING.has(tree.lemma(verb))) continue
    const subjects = subjectOf(tree, verb).heads.filter((kid) => state.classes.is(tree, kid, 'actor'))
    if (subjects.length === 0) return
    draft.actors = expand(tree, subjects).map((kid) => participant(tree, kid, 'claimant'))
    draft.basis.push('actor:claimant')
    return
  }
}

/** Words that tell what aid is for: their object is who gets it. */
const HELPING = new Set(['help', 'assist', 'aid', 'support', 'relieve'])

/** "sent a plane to help Nepal": goods receive nothing; who is helped stands in the purpose. */
function beneficiary(state: CodingState, draft: Draft): void {
  const { tree, head } = draft
  const { classes } = state
  const someone = draft.recipients.filter(
    (each) =>
      classes.is(each.tree, each.head, 'actor') ||
      classes.is(each.tree, each.head, 'person') ||
      classes.is(each.tree, each.head, 'place'),
  )
  if (someone.length > 0) return
  const helps = [...tree.kids(head), ...tree.kidsBy(head, 'obj').flatMap((kid) => tree.kids(kid))].filter(
    (kid) => tree.isVerb(kid) && HELPING.has(tree.lemma(kid)) && /^(?:advcl|xcomp|acl)$/u.test(tree.plain(kid)),
  )
  const helped = helps.flatMap((kid) => tree.kidsBy(kid, 'obj')).filter((kid) => tree.isNominal(kid))
  if (helped.length === 0) return
  draft.recipients = expand(tree, helped).map((kid) => participant(tree, kid, 'purpose'))
  draft.basis.push('recipient:purpose')
}

/** Prepositions before the one that a promised act is for or aimed at. */
const TOWARDS = /^(?:to|with|for|against)$/u

/**
 * "agreed to lift sanctions against Iran": who is meant by a promise is named in what is promised. Run after contents
 * were absorbed, whose own recipients come first; what several promise together is meant for one another.
 */
export function fromPromises(state: CodingState): void {
  const { classes } = state
  for (const draft of state.drafts) {
    const { tree, head } = draft
    if (draft.dropped !== null || draft.type !== 'AGREE' || draft.recipients.length > 0 || draft.actors.length > 1)
      continue
    const someone = (word: number): boolean =>
      tree.upos[word] !== 'PRON' &&
      tree.upos[word] !== 'NUM' &&
      (classes.is(tree, word, 'actor') || classes.is(tree, word, 'place')) &&
      tree.kidsBy(word, 'nmod:poss').every((owner) => tree.upos[owner] !== 'PRON') &&
      !draft.actors.some((actor) => actor.head === word)
    for (const clause of [...verbSlot(tree, head, 'xcomp').heads, ...tree.kidsBy(head, 'ccomp')]) {
      const words = tree.subtree(clause, (kid) => /^(?:advcl|acl|parataxis|nsubj)$/u.test(tree.plain(kid)))
      const helped = words
        .concat(tree.kidsBy(clause, 'advcl'))
        .filter((word) => tree.isVerb(word) && HELPING.has(tree.lemma(word)))
        .flatMap((verb) => tree.kidsBy(verb, 'obj'))
      const aimed = words.filter(
        (word) =>
          word > clause &&
          tree.isNominal(word) &&
          (TOWARDS.test(tree.caseOf(word)) ||
            // "lift the tariffs on its goods", not "agree on a date".
            (tree.caseOf(word) === 'on' && tree.plain(tree.head(word)) === 'obj')),
      )
      const found = [...aimed, ...helped].find(someone)
      if (found === undefined) continue
      draft.recipients = expand(tree, [found]).map((word) => participant(tree, word, 'promised'))
      draft.basis.push('recipient:promised')
      break
    }
  }
}

/** "threatened to strike unless the ministry raised salaries": who can still avert it. */
function fromCondition(state: CodingState, draft: Draft): void {
  const { tree, head } = draft
  const verbs = [head, ...verbSlot(tree, head, 'xcomp').heads, ...tree.kidsBy(head, 'ccomp')]
  for (const clause of verbs.flatMap((verb) => tree.kidsBy(verb, 'advcl'))) {
    if (!tree.kids(clause).some((kid) => /^(?:unless|if|until)$/u.test(tree.form(kid)))) continue
    const subjects = tree
      .kidsBy(clause, 'nsubj')
      .filter((kid) => tree.upos[kid] !== 'PRON' && state.classes.is(tree, kid, 'actor'))
    if (subjects.length === 0 || draft.actors.some((actor) => actor.head === subjects[0])) continue
    draft.recipients = expand(tree, subjects).map((kid) => participant(tree, kid, 'condition'))
    draft.basis.push('recipient:condition')
    return
  }
}

const BORDER = /^(?:border|frontier|doorstep)s?$/u

/** "massed troops on Ukraine's border": those on whose border it is. */
function atBorder(state: CodingState, draft: Draft): void {
  const { tree, head } = draft
  const places = [...tree.kids(head), ...tree.kidsBy(head, 'obj').flatMap((kid) => tree.kids(kid))].filter(
    (kid) => BORDER.test(tree.form(kid)) && /^(?:on|at|near|along|to|towards?)$/u.test(tree.caseOf(kid)),
  )
  const owners = places
    .flatMap((kid) => tree.kids(kid))
    .filter(
      (kid) =>
        (tree.relation(kid) === 'nmod:poss' ||
          (tree.plain(kid) === 'nmod' && /^(?:with|of)$/u.test(tree.caseOf(kid)))) &&
        state.classes.is(tree, kid, 'actor'),
    )
  if (owners.length === 0) return
  draft.recipients = owners.map((kid) => participant(tree, kid, 'border'))
  draft.basis.push('recipient:border')
}

/** "claimed that the rebels had attacked": who is accused is the one who did it. */
function accusedOfClause(state: CodingState, draft: Draft): void {
  const { tree, head } = draft
  const clause = tree.kidBy(head, 'ccomp')
  if (clause < 0) return
  const subjects = verbSlot(tree, clause, 'subj').heads.filter(
    (kid) => state.classes.is(tree, kid, 'actor') && !draft.actors.some((actor) => actor.head === kid),
  )
  if (subjects.length === 0 || tree.upos[subjects[0] as number] === 'PRON') return
  draft.recipients = expand(tree, subjects).map((kid) => participant(tree, kid, 'clause-subject'))
  draft.basis.push('recipient:clause-subject')
}

const POWER = new Set(['GOV', 'COP', 'MIL', 'LEG', 'JUD', 'PTY', 'MNC', 'BUS', 'OPP', 'IGO', 'UNO', 'EUR'])

/** Whom a demand or protest is aimed at: the first body with power that the issue names. */
function fromIssue(state: CodingState, draft: Draft): void {
  for (const issue of draft.issues) {
    const mention = state.mentions.actors.find(
      (actor) =>
        actor.start >= issue.start && actor.end <= issue.end && actor.sector.some((sector) => POWER.has(sector)),
    )
    if (mention === undefined) continue
    const { tree } = draft
    const inside = tree.tokens
      .map((token, i) => (token.start >= mention.start && token.end <= mention.end ? i : -1))
      .filter((i) => i >= 0)
    const head = inside.find((token) => !inside.includes(tree.head(token))) ?? inside[0]
    if (head === undefined || draft.actors.some((actor) => actor.head === head)) continue
    draft.recipients = [{ tree, head, start: mention.start, end: mention.end, rule: 'issue' }]
    draft.basis.push('recipient:issue')
    return
  }
}
