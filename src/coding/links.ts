import type { Draft, Participant } from './draft.ts'
import type { EventType } from './event-record.ts'
import type { CodingState } from './state.ts'

const RESPONSES: ReadonlySet<EventType> = new Set([
  'COERCE',
  'ASSAULT',
  'CONCEDE',
  'RETREAT',
  'SANCTION',
  'MOBILIZE',
  'SUPPORT',
  'ACCUSE',
])
/** Sentences after a protest in which an act of the state may answer it. */
const REACH_SENTENCES = 2
/** Words that open an answer to what was told before. */
const RESULT =
  /^\W*(?:as a result|in (?:response|reaction|reply)|consequently|following (?:the|this|these)|because of this)\b/iu
/** Words that tie an answer to the protest named right after them. */
const TIE =
  /\b(as a result of|in (?:response|reaction|reply) to|in the wake of|because of|after|following|amid|during|at|prompted by|under pressure from|over)\s+(?:[\p{L}\p{N}’'-]+\s+){0,6}$/iu
/** Characters before a protest's trigger in which the tie must end. */
const TIE_CHARACTERS = 90
const DISPERSAL =
  /^(?:disperse|dispersal|break|scatter|suppress|quell|crush|crackdown|evict|clear|push|detain|arrest|round)$/u
/** Only crowds are dispersed. */
const SCATTERING = /^(?:disperse|dispersal|scatter)$/u
const PROTESTERS =
  /^(?:protester|protestor|demonstrator|marcher|picketer|striker|rally|march|protest|demonstration|picket|strike|crowd|participant|rioter|mob|sit-in|gathering)$/u
const PRONOUNS = new Set(['they', 'them', 'their', 'those', 'some', 'several', 'many', 'dozen', 'other'])

/** Links acts that answer a protest to it, with the words that say so; and a protest to the act that set it off. */
export function linkDrafts(state: CodingState): void {
  const alive = state.drafts.filter((draft) => draft.dropped === null)
  const protests = alive.filter((draft) => draft.type === 'PROTEST' && draft.polarity === 'positive')
  if (protests.length === 0) return
  for (const answer of alive) {
    if (!RESPONSES.has(answer.type) || answer.polarity === 'negative') continue
    const found = linkOf(state, answer, protests)
    if (found === null) continue
    const { protest, start, end, rule } = found
    if (rule === 'cause') protest.links.push({ kind: 'caused-by', to: answer, start, end })
    else {
      answer.links.push({ kind: 'response-to', to: protest, start, end })
      fromProtest(answer, protest, rule)
    }
    answer.basis.push(`link:${rule}`)
  }
}

interface Found {
  readonly protest: Draft
  readonly start: number
  readonly end: number
  readonly rule: 'cue' | 'result' | 'participants' | 'cause'
}

function linkOf(state: CodingState, answer: Draft, protests: readonly Draft[]): Found | null {
  const { sentence } = answer.tree
  const { text } = state.article
  const before = protests.filter((protest) => {
    const distance = sentence.index - protest.tree.sentence.index
    return protest !== answer && distance >= 0 && distance <= REACH_SENTENCES
  })
  for (const protest of [...before].reverse()) {
    if (protest.tree !== answer.tree) continue
    const trigger = protest.tree.tokens[protest.match.first]
    if (trigger === undefined) continue
    const tie = tieBefore(text, sentence.start, trigger.start)
    if (tie !== null && isAnswerType(answer, tie.words)) return { protest, start: tie.start, end: tie.end, rule: 'cue' }
    const own = answer.tree.tokens[answer.match.first]
    const aim = own === undefined ? null : AIM.exec(text.slice(own.start, trigger.start))
    if (
      own !== undefined &&
      aim !== null &&
      own.start < trigger.start &&
      !answer.actors.some((actor) => isCrowd(actor))
    ) {
      const start = own.start + aim.index
      return { protest, start, end: start + aim[0].length, rule: 'cue' }
    }
    const cause = own === undefined ? null : causeBefore(text, trigger.start, own.start)
    if (cause !== null && answer.type !== 'SUPPORT' && answer.type !== 'ACCUSE')
      return { protest, start: cause.start, end: cause.end, rule: 'cause' }
  }
  const last = before.findLast((protest) => protest.tree.sentence.index < sentence.index)
  const opening = RESULT.exec(text.slice(sentence.start, sentence.end))
  if (last !== undefined && opening !== null) {
    const words = opening[0].replace(/^\W+/u, '')
    const start = sentence.start + opening[0].length - words.length
    return { protest: last, start, end: start + words.length, rule: 'result' }
  }
  if (answer.type === 'SUPPORT' || answer.type === 'ACCUSE' || answer.type === 'CONCEDE') return null
  for (const protest of [...before].reverse())
    if (protest !== answer && namesPeople(state, answer, protest)) {
      const first = answer.tree.tokens[answer.match.first]
      const final = answer.tree.tokens[answer.match.last]
      if (first !== undefined && final !== undefined)
        return { protest, start: first.start, end: final.end, rule: 'participants' }
    }
  return null
}

/** "used water cannon to disperse a rally" */
const AIM = /\bto (?:disperse|break up|scatter|clear|stop|prevent|quell|crush|suppress|contain)\b/iu

/** "after two nights of protests": the tie right before the protest's own words. */
function tieBefore(text: string, from: number, trigger: number): { words: string; start: number; end: number } | null {
  const at = Math.max(from, trigger - TIE_CHARACTERS)
  const tie = TIE.exec(text.slice(at, trigger))
  if (tie === null) return null
  const words = tie[1] as string
  return { words: words.toLowerCase(), start: at + tie.index, end: at + tie.index + words.length }
}

/** At, during and over a protest people are detained or beaten; nobody concedes there. */
function isAnswerType(answer: Draft, words: string): boolean {
  const forceful = answer.type === 'COERCE' || answer.type === 'ASSAULT' || answer.type === 'MOBILIZE'
  if (words === 'at' || words === 'during') return forceful && answer.actors.every((actor) => !isCrowd(actor))
  if (words === 'over') return answer.type === 'SANCTION' || answer.type === 'COERCE'
  return answer.type !== 'ACCUSE' && answer.actors.every((actor) => !isCrowd(actor))
}

/** "marched after police detained their leader": the act came first. */
function causeBefore(text: string, protest: number, act: number): { start: number; end: number } | null {
  if (act <= protest || act - protest > TIE_CHARACTERS * 2) return null
  const tie = /\b(?:after|because|since)\s+(?:[\p{L}\p{N}’'-]+\s+){0,6}$/iu.exec(text.slice(protest, act))
  if (tie === null) return null
  const start = protest + tie.index
  return { start, end: start + ((/^\p{L}+/u.exec(tie[0])?.[0].length ?? 0) as number) }
}

/** Whether an act of force falls on the people of the protest. */
function namesPeople(state: CodingState, answer: Draft, protest: Draft): boolean {
  if (answer.actors.some((actor) => isCrowd(actor))) return false
  if (answer.place !== null && protest.place !== null && isElsewhere(answer, protest)) return false
  const distance = answer.tree.sentence.index - protest.tree.sentence.index
  const targets = answer.recipients
  const bySelf = targets.some(
    (role) =>
      PROTESTERS.test(role.tree.lemma(role.head)) ||
      protest.actors.some((actor) => actor.tree.lemma(actor.head) === role.tree.lemma(role.head)),
  )
  if (bySelf) return answer.tree !== protest.tree || !answer.tree.dominates(answer.head, protest.head) || distance === 0
  const forceful = answer.type === 'COERCE' || (answer.type === 'ASSAULT' && answer.modes.includes('crowd-control'))
  if (!forceful || distance > 1 || !DISPERSAL.test(answer.tree.lemma(answer.head))) return false
  return (
    targets.length === 0 ||
    SCATTERING.test(answer.tree.lemma(answer.head)) ||
    targets.every((role) => isPronoun(role) || isPeople(state, role, protest))
  )
}

/** "them", "twenty of them" */
function isPronoun(role: Participant): boolean {
  const { tree, head } = role
  return (
    PRONOUNS.has(tree.lemma(head)) ||
    tree.kids(head).some((kid) => tree.form(kid) === 'them' || tree.form(kid) === 'those')
  )
}

function isPeople(state: CodingState, role: Participant, protest: Draft): boolean {
  const token = role.tree.tokens[role.head]
  const sector = token === undefined ? undefined : state.index.actorAt(token)?.sector[0]
  if (sector !== undefined && sector !== 'CVL') return false
  return protest.actors.length > 0 && /^(?:people|group|resident|woman|man|\d[\d,]*)$/u.test(role.tree.lemma(role.head))
}

function isCrowd(actor: Participant): boolean {
  return PROTESTERS.test(actor.tree.lemma(actor.head))
}

function isElsewhere(answer: Draft, protest: Draft): boolean {
  const [a, b] = [answer.place, protest.place]
  return (
    a !== null &&
    b !== null &&
    a.basis === 'stated' &&
    b.basis === 'stated' &&
    a.precision === 'city' &&
    b.precision === 'city' &&
    a.name !== b.name
  )
}

/** Told in the same sentence or the next one. */
function isBeside(answer: Draft, protest: Draft): boolean {
  const distance = answer.tree.sentence.index - protest.tree.sentence.index
  return distance >= 0 && distance <= 1
}

function sharesDay(answer: Draft, protest: Draft): boolean {
  const [a, b] = [answer.date, protest.date]
  return a === null || b === null || (a.from <= b.to && b.from <= a.to)
}

/** An answer without a day or place of its own came with its protest; a commission set up as a result gives in to it. */
function fromProtest(answer: Draft, protest: Draft, rule: Found['rule']): void {
  if (
    (answer.date === null ||
      (answer.date.basis.startsWith('default') && (rule === 'result' || isBeside(answer, protest)))) &&
    protest.date !== null &&
    rule !== 'cue'
  ) {
    answer.date = { ...protest.date, basis: 'inferred:link' }
    answer.background = protest.background
    if (answer.place !== null && /^inferred:(?:story|dateline)/u.test(answer.place.basis))
      answer.place = protest.place === null ? null : { ...protest.place, basis: 'inferred:link' }
  }
  // Force falls on people where they are.
  if (answer.place === null && protest.place !== null && rule === 'participants' && sharesDay(answer, protest))
    answer.place = { ...protest.place, basis: 'inferred:link' }
  if (rule === 'result' && answer.type === 'ACCUSE' && answer.modes.includes('investigate')) {
    answer.type = 'CONCEDE'
    answer.modes = []
    answer.basis.push('link:commission-as-concession')
  }
}
