import { nearbySubject } from '../../src/coding/nearby.ts'
import { verbSlot } from '../../src/coding/slots.ts'
import type { Tree } from '../../src/coding/tree.ts'
import type { ActorCodes } from './actor-codes.ts'
import { type PatternPart, readVerbs, type SuiteCode, type VerbEntry, type VerbPattern } from './tables.ts'

/** An event of the suite: CAMEO code, source and target codes. */
export interface Triple {
  readonly cameo: string
  readonly source: string
  readonly target: string
}

const VERBS = readVerbs()

/**
 * What the suite gives for a verb that is negated, as its ontology of codes has it (PETR.Internal.Coding.Ontology.txt of
 * openeventdata/UniversalPetrarch, MIT): the opposite of a code that is itself one, else a refusal. Others give nothing.
 */
const NEGATED: Readonly<Record<string, string>> = {
  '110': '050',
  '170': '057',
  '010': '011',
  '015': '016',
  '060': '121',
  '061': '1211',
  '062': '1212',
  '080': '124',
  '081': '1241',
  '082': '1242',
  '085': '1244',
  '086': '1245',
  '087': '1246',
  '040': '125',
  '045': '126',
  '163': '163',
}

/** Codes of speech: the event that is spoken of is coded instead, where there is one. */
const SPEECH = new Set(['010', '012'])

/** Codes the events of a sentence with the suite's own verbs, over the product's tree and roles. */
export function codeSentence(tree: Tree, codes: ActorCodes): Triple[] {
  const done = new Map<number, Triple[]>()
  const speech: [number, Triple[]][] = []
  for (const verb of topDown(tree)) {
    const found = verbAt(tree, verb)
    if (found === null) continue
    if (isContent(tree, verb, (above) => (done.get(above)?.length ?? 0) > 0)) continue
    const events = codeVerb(tree, verb, found.entry, found.end, codes)
    if (events.length > 0 && events.every((event) => SPEECH.has(event.cameo))) speech.push([verb, events])
    else done.set(verb, events)
  }
  for (const [verb, events] of speech) {
    const inside = [...done].some(
      ([each, others]) => others.length > 0 && (tree.dominates(verb, each) || tree.dominates(each, verb)),
    )
    if (!inside) done.set(verb, events)
  }
  const out: Triple[] = []
  for (const event of [...done.values()].flat())
    if (
      !out.some(
        (other) => other.cameo === event.cameo && other.source === event.source && other.target === event.target,
      )
    )
      out.push(event)
  return out
}

function topDown(tree: Tree): number[] {
  const verbs: number[] = []
  for (let i = 0; i < tree.length; i++)
    if (tree.upos[i] === 'VERB' && !['aux', 'cop', 'amod', 'case'].includes(tree.plain(i))) verbs.push(i)
  return verbs.sort((a, b) => tree.ancestors(a).length - tree.ancestors(b).length || a - b)
}

function verbAt(tree: Tree, verb: number): { entry: VerbEntry; end: number } | null {
  for (const entry of VERBS.get(tree.form(verb)) ?? []) {
    let at = verb
    const fits = entry.words.slice(1).every((word) => tree.form(++at) === word || tree.lemma(at) === word)
    if (fits) return { entry, end: at }
  }
  return null
}

/** Whether a verb is told as the content of another one that made an event. */
function isContent(tree: Tree, verb: number, made: (above: number) => boolean): boolean {
  let at = verb
  while (tree.head(at) >= 0) {
    const relation = tree.plain(at)
    if (relation === 'conj' && tree.isVerb(at) && tree.kidBy(at, 'nsubj') < 0 && at === verb) {
      // Joined to the content, it is content too; joined to the event itself, it is another one.
      at = tree.head(at)
      if (made(at)) return false
      continue
    }
    at = tree.head(at)
    if (made(at)) return true
  }
  return false
}

function codeVerb(tree: Tree, verb: number, entry: VerbEntry, end: number, codes: ActorCodes): Triple[] {
  const passive = tree.isPassive(verb)
  let sources = sourceHeads(tree, verb).flatMap((head) => codes.of(head))
  const patients = passive ? verbSlot(tree, verb, 'obj').heads.flatMap((head) => codes.of(head)) : []
  const agents = new Set(passive ? verbSlot(tree, verb, 'subj').heads.flatMap((head) => tree.subtree(head)) : [])
  const words = tree
    .subtree(verb, (kid) => kid !== verb && endsClause(tree, kid, verb))
    .filter((token) => token > end && !agents.has(token))
  const told = new Set(tree.kidsBy(verb, 'ccomp').flatMap((clause) => tree.subtree(clause)))
  const own = words.filter((token) => !told.has(token))
  const pattern = bestPattern(tree, verb, end, own, entry, sources.length)
  let phrases = codes.phrases(own)
  const code = pattern?.code ?? entry.code
  const signs = pattern === null ? '' : [...pattern.before.map(sign), '*', ...pattern.after.map(sign)].join('')
  const after = signs.slice(signs.indexOf('*') + 1)
  let targets: string[] = []
  // "A and B agree that …" is said of both; else what is told names the other side.
  const mutual = sources.length > 1 && sources.every((source) => !source.startsWith('---'))
  if (phrases.length === 0 && !passive && !mutual) phrases = codes.phrases(words)
  if (passive) {
    targets = patients
    if (sources.length === 0) sources = firstOther(codes, phrases, targets)
  } else if (after.includes('$')) {
    targets = sources
    sources = firstOther(codes, phrases.slice((after.slice(0, after.indexOf('$')).match(/\^/gu) ?? []).length), targets)
  } else if (signs.startsWith('%')) {
    targets = firstOther(codes, phrases, sources)
  } else {
    const skipped = after.includes('+') ? (after.slice(0, after.indexOf('+')).match(/\^/gu) ?? []).length : 0
    targets = firstOther(codes, phrases.slice(Math.min(skipped, Math.max(phrases.length - 1, 0))), sources)
  }
  if (targets.length === 0 && mutual && !passive) return pairs(code, sources, sources, true)
  const meant = isNegated(tree, verb) ? { there: NEGATED[code.there ?? ''] ?? null, back: null } : code
  return pairs(meant, sources, targets, false)
}

const sign = (part: PatternPart): string => ('sign' in part ? part.sign : '')

function pairs(code: SuiteCode, sources: readonly string[], targets: readonly string[], mutual: boolean): Triple[] {
  const out: Triple[] = []
  for (const source of sources)
    for (const target of targets) {
      if (source === target || target.startsWith('---')) continue
      if (code.there !== null) out.push({ cameo: code.there, source, target })
      if (code.back !== null && !mutual) out.push({ cameo: code.back, source: target, target: source })
    }
  return out
}

/** Codes of the first phrase that names somebody else. */
function firstOther(codes: ActorCodes, phrases: readonly number[], others: readonly string[]): string[] {
  for (const head of phrases) {
    const found = codes.of(head).filter((code) => !others.includes(code))
    if (found.length > 0) return found
  }
  return []
}

function sourceHeads(tree: Tree, verb: number): readonly number[] {
  const heads = verbSlot(tree, verb, 'subj').heads
  // "Ethiopia said it would act": a pronoun told by somebody is that somebody.
  const above = tree.head(verb)
  if (
    heads.length > 0 &&
    heads.every((head) => tree.upos[head] === 'PRON') &&
    tree.plain(verb) === 'ccomp' &&
    above >= 0
  )
    return verbSlot(tree, above, 'subj').heads
  if (heads.length > 0 || tree.isPassive(verb)) return heads
  const near = nearbySubject(tree, verb)
  return near >= 0 ? [near] : []
}

/** Branches of a verb that tell something else: other subjects, clauses beside it, what is told of a noun. */
function endsClause(tree: Tree, kid: number, verb: number): boolean {
  const relation = tree.plain(kid)
  if (relation === 'parataxis') return true
  // Subjects of clauses beside it, not of what it says or wants.
  if (relation === 'nsubj') return !/^(?:ccomp|xcomp)$/u.test(tree.plain(tree.head(kid)))
  if (relation === 'conj') return tree.head(kid) === verb || tree.isVerb(kid)
  if (relation === 'advcl') return !tree.kids(kid).some((mark) => tree.form(mark) === 'to' && mark < kid)
  return tree.relation(kid) === 'acl:relcl'
}

const NOT = /^(?:not|n't|never)$/u

function isNegated(tree: Tree, verb: number): boolean {
  return tree.kids(verb).some((kid) => kid < verb && NOT.test(tree.form(kid)))
}

/** The pattern of most words that stand before and after the verb in their order. */
function bestPattern(
  tree: Tree,
  verb: number,
  end: number,
  words: readonly number[],
  entry: VerbEntry,
  sources: number,
): VerbPattern | null {
  let best: VerbPattern | null = null
  let most = -1
  const before = Array.from({ length: verb }, (_, i) => i)
  for (const pattern of entry.patterns) {
    if (pattern.before.some((part) => sign(part) === '%') && sources < 2) continue
    const left = inOrder(tree, before, pattern.before)
    const right = inOrder(
      tree,
      words.filter((token) => token > end),
      pattern.after,
    )
    if (left === null || right === null || left + right <= most) continue
    best = pattern
    most = left + right
  }
  return best
}

/** How many words of the parts stand in order among the tokens, null where one is missing. */
function inOrder(tree: Tree, tokens: readonly number[], parts: readonly PatternPart[]): number | null {
  let from = 0
  let count = 0
  for (const part of parts) {
    if ('sign' in part) continue
    let length = 0
    let next = from
    const last = part.close ? from + 1 : tokens.length
    for (; next < Math.min(last, tokens.length) && length === 0; next++)
      for (const form of part.forms)
        if (form.length > length && form.every((word, n) => same(tree, (tokens[next] as number) + n, word)))
          length = form.length
    if (length === 0) return null
    from = next - 1 + length
    count += length
  }
  return count
}

/** Patterns are made of nouns, what stands before them, and prepositions: adverbs are passed over. */
function same(tree: Tree, token: number, word: string): boolean {
  if (tree.upos[token] === 'ADV') return false
  const form = tree.form(token)
  return form === word || tree.lemma(token) === word || form === `${word}s`
}
