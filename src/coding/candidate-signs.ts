import { actorRecord } from './actor-record.ts'
import type { Draft } from './draft.ts'
import type { RecordActor } from './event-record.ts'
import { registersOf } from './register.ts'
import { isHeadlineLike } from './relevance.ts'
import type { CodingState } from './state.ts'
import { articleScore, publicActorRate } from './subject.ts'
import type { Tree } from './tree.ts'

const PRONOUN = /^(?:he|she|it|they|we|i|you|who|which|that|this|these|those|him|her|them|us)$/iu
const DEFINITE = new Set(['the', 'this', 'that', 'these', 'those', 'its', 'their', 'his', 'her'])
const ANY = new Set(['any', 'no', 'such', 'every', 'each', 'some'])
const QUOTATION_MARK = /^(?:["“”«»„]|''|``)$/u
/** Sectors by what their acts are to the reader of a record of public affairs. */
const GROUPS: Readonly<Record<string, string>> = {
  COP: 'force',
  MIL: 'force',
  PRM: 'force',
  SPY: 'force',
  GOV: 'state',
  LEG: 'state',
  JUD: 'court',
  PTY: 'politics',
  OPP: 'politics',
  ELI: 'politics',
  REB: 'armed',
  UAF: 'armed',
  CRM: 'armed',
  CVL: 'people',
  REF: 'people',
  LAB: 'society',
  SOC: 'society',
  REL: 'society',
  EDU: 'society',
  AGR: 'society',
  BUS: 'business',
  JRN: 'business',
  MED: 'business',
}

/** What is the same for all candidates of an article. */
export interface ArticleSigns {
  readonly standing: readonly Draft[]
  /** How much the article is on public affairs. */
  readonly publicAffair: string
  readonly brief: boolean
}

/** Scores from which an article is taken to be on public affairs (`subject.ts`), from the lowest. */
const PUBLIC_AFFAIRS = [
  { below: 0, sign: 'foreign' },
  { below: 1, sign: 'doubtful' },
  { below: 2.5, sign: 'public' },
] as const
/** Sentences up to which a report is brief. */
const BRIEF_SENTENCES = 6

/** What the candidates that stand have in common: their report. */
export function articleSigns(state: CodingState, standing: readonly Draft[]): ArticleSigns {
  const score = articleScore(registersOf(state.analysis), publicActorRate(state))
  return {
    standing,
    publicAffair: PUBLIC_AFFAIRS.find(({ below }) => score < below)?.sign ?? 'surely',
    brief: state.analysis.sentences.length <= BRIEF_SENTENCES,
  }
}

/**
 * The signs that a candidate is weighed by: what kind of event, told by what kind of word in what construction, with
 * whom, when and where, in what part of what report. All are classes and counts, none a word of the text, so that what
 * was learnt on some reports holds for others.
 */
export function candidateSigns(state: CodingState, draft: Draft, article: ArticleSigns): string[] {
  const { tree, head, match } = draft
  const noun = match.entry.pos === 'n'
  const signs = ['always', `type:${draft.type}`, `word:${match.entry.pos}`, `certainty:${draft.certainty}`]
  const when = adder(signs)
  signs.push(`type-word:${draft.type}-${match.entry.pos}`)
  signs.push(`row:${match.entry.id}`)
  signs.push(`article:${article.publicAffair}`)
  when('report:brief', article.brief)
  when('phrase', match.used.length > 1)
  when('mode', draft.modes.length > 0)
  constructionSigns(tree, head, noun, signs)
  roleSigns(state, draft, signs)
  when('issue', draft.issues.length > 0)
  when('negative', draft.polarity === 'negative' && !draft.omission)
  when('omission', draft.omission)
  when('background', draft.background)
  when('attempted', draft.attempted)
  when('speaker', draft.speaker !== null)
  when('date:stated', draft.date?.basis === 'stated')
  when('date:sentence', draft.date?.basis === 'inferred:sentence')
  when('date:none', draft.date === null)
  when('place:stated', draft.place?.basis === 'stated')
  when('place:none', draft.place === null)
  when(
    'counted',
    [draft.size, draft.killed, draft.injured, draft.arrested].some((count) => count !== null),
  )
  when('linked', draft.links.length > 0)
  when('told-again', draft.basis.includes('merge:told-again') || draft.basis.includes('join:clause'))
  sectionSigns(state, draft, article, signs)
  return signs
}

function adder(signs: string[]): (sign: string, holds: boolean) => void {
  return (sign, holds) => {
    if (holds) signs.push(sign)
  }
}

function constructionSigns(tree: Tree, head: number, noun: boolean, signs: string[]): void {
  const when = adder(signs)
  if (!tree.parsed) signs.push('unparsed')
  else if (![head, ...tree.kids(head)].every((token) => tree.tokens[token]?.agreed !== false))
    signs.push('unsure-parse')
  const kids = tree.kids(head)
  const relation = tree.plain(head)
  signs.push(`relation:${noun ? 'n' : 'v'}-${relation}`)
  if (noun) {
    const forms = kids.map((kid) => tree.form(kid))
    const plural = tree.tokens[head]?.xpos === 'NNS'
    signs.push(
      forms.some((form) => ANY.has(form))
        ? 'noun:any'
        : forms.some((form) => DEFINITE.has(form))
          ? 'noun:definite'
          : forms.some((form) => form === 'a' || form === 'an')
            ? 'noun:indefinite'
            : plural
              ? 'noun:bare-plural'
              : 'noun:bare',
    )
    signs.push(`case:${tree.caseOf(head).split(' ')[0] || 'none'}`)
  } else {
    const tag = tree.tokens[head]?.xpos ?? ''
    const aux = kids.filter((kid) => tree.plain(kid) === 'aux').map((kid) => tree.form(kid))
    const form = aux.some((each) => /^(?:will|would|could|should|may|might|must|can|shall|wo|ca)$/u.test(each))
      ? 'modal'
      : aux.some((each) => /^(?:have|has|had|'ve)$/u.test(each))
        ? 'perfect'
        : tag
    signs.push(`verb:${form}${tree.isPassive(head) ? '-passive' : ''}`)
  }
  const clause = tree.clause(head)
  when('clause:relative', clause >= 0 && tree.relation(clause) === 'acl:relcl')
  const above = tree.ancestors(head)
  when(
    'under:complement',
    [head, ...above].some((at) => tree.plain(at) === 'ccomp' || tree.plain(at) === 'xcomp'),
  )
  when(
    'under:adverbial',
    [head, ...above].some((at) => tree.plain(at) === 'advcl'),
  )
  when('deep', above.length > 4)
  when('root', above.length === 0)
  let open = false
  for (let i = 0; i < head; i++) if (QUOTATION_MARK.test(tree.form(i))) open = !open
  when('in-quotes', open)
  when('sentence:long', tree.length > 40)
  when('sentence:short', tree.length < 12)
  when(
    'conditional',
    [head, ...above].some((at) => tree.kids(at).some((kid) => /^(?:if|unless|until|whether)$/u.test(tree.form(kid)))),
  )
}

function roleSigns(state: CodingState, draft: Draft, signs: string[]): void {
  const actors = draft.actors.map((each) => actorRecord(state, each))
  const recipients = draft.recipients.map((each) => actorRecord(state, each))
  const known = (actor: RecordActor): boolean => actor.country !== null || actor.sector.length > 0
  for (const [name, list] of [
    ['actor', actors],
    ['recipient', recipients],
  ] as const) {
    if (list.length === 0) {
      signs.push(`${name}:none`)
      continue
    }
    if (list.some(known)) signs.push(`${name}:known`)
    else signs.push(`${name}:unknown`)
    if (list.some((actor) => PRONOUN.test(actor.quote))) signs.push(`${name}:pronoun`)
    if (list.length > 1) signs.push(`${name}:several`)
    if (list.some((actor) => /\p{Lu}/u.test(actor.quote))) signs.push(`${name}:name`)
    for (const group of new Set(list.map((actor) => groupOf(actor)))) signs.push(`${name}:${group}`)
  }
  if (actors.length > 0 && recipients.length > 0) signs.push('both')
  if (actors.some((actor) => recipients.some((other) => other.name === actor.name))) signs.push('itself')
  const rule = draft.actors[0]?.rule
  if (rule !== undefined) signs.push(`actor-by:${rule.split('+')[0]}`)
}

function groupOf(actor: RecordActor): string {
  if (actor.basis.includes('metonym')) return 'country'
  return GROUPS[actor.sector[0] ?? ''] ?? (actor.country === null ? 'nobody' : 'other')
}

/** Sentences from the start that open a report, and those up to which its body goes. */
const OPENING_SENTENCES = 2
const BODY_SENTENCES = 12

function sectionSigns(state: CodingState, draft: Draft, article: ArticleSigns, signs: string[]): void {
  const { tree } = draft
  const { index } = tree.sentence
  if (isHeadlineLike(tree, state)) signs.push('headline')
  else signs.push(index <= OPENING_SENTENCES ? 'opening' : index <= BODY_SENTENCES ? 'body' : 'tail')
  const beside = article.standing.filter((other) => other.tree === tree && other !== draft)
  signs.push(`beside:${Math.min(3, beside.length)}`)
  if (beside.some((other) => other.type === draft.type)) signs.push('beside:same-type')
  if (beside.some((other) => other.head !== draft.head && tree.dominates(other.head, draft.head)))
    signs.push('inside-other')
  if (beside.some((other) => other.head !== draft.head && tree.dominates(draft.head, other.head)))
    signs.push('holds-other')
  const before = article.standing.filter((other) => other.type === draft.type && other.tree.sentence.index < index)
  signs.push(`before:${before.length === 0 ? 0 : before.length < 3 ? 1 : 3}`)
  const sameRow = before.some((other) => other.match.entry === draft.match.entry)
  if (sameRow) signs.push('row-before')
}
