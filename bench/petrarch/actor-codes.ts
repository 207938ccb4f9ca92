import { expand } from '../../src/coding/participants.ts'
import type { Tree } from '../../src/coding/tree.ts'
import type { ActorMention, Mentions, PlaceMention } from '../../src/mention/mention.ts'
import { codeOn, type NameEntry, readNames } from './tables.ts'

const ACTORS = readNames('./actors.txt')
const AGENTS = readNames('./agents.txt')

/** PLOVER sectors whose CAMEO role has another name. */
const CAMEO_ROLE: Readonly<Record<string, string>> = { JRN: 'MED', MED: 'HLH' }
/** Those whom CAMEO counts with the opposition and PLOVER with the civilians. */
const OPPOSED = /^(?:demonstrators?|protest[eo]rs?|dissidents?|activists?|rioters?)$/u
/** Sectors that say no more than that somebody is a person or a country. */
const PLAIN = new Set(['CVL', 'GOV', 'UNK', 'PRE'])
/** Bodies without a country, as CAMEO writes them. */
const INTERNATIONAL: Readonly<Record<string, string>> = { UNO: 'IGOUNO', EUR: 'IGOEUREEC', IMG: 'IMG', IGO: 'IGO' }

interface Named {
  readonly at: number
  readonly code: string
  /** Known to the suite's own list, whose roles then hold as well. */
  readonly suite: boolean
}

/** Reads CAMEO actor codes off the phrases of one sentence: actor code plus role, as PETRARCH composes them. */
export class ActorCodes {
  private readonly names: readonly Named[]
  private readonly roles: readonly { at: number; code: string }[]
  private readonly tree: Tree

  /** `day` (YYYYMMDD) picks among the dated codes of the suite's own names; null leaves its names and roles out. */
  constructor(tree: Tree, { actors: mentions, places }: Pick<Mentions, 'actors' | 'places'>, day: string | null) {
    this.tree = tree
    const { names, taken } = day === null ? { names: [], taken: new Set<number>() } : suiteNames(tree, day)
    const own = ownNames(tree, mentions, taken)
    this.names = [...names, ...own, ...placeNames(tree, places, taken, own)].sort((a, b) => a.at - b.at)
    const roles = day === null ? [] : suiteRoles(tree)
    this.roles = [...roles, ...ownRoles(tree, mentions, names, roles)]
  }

  /**
   * Codes of a phrase and of those coordinated with it. The first actor of each member counts, with all its roles;
   * a member without an actor of its own takes that of the one before it, or `---`.
   */
  of(head: number, members: readonly number[] = expand(this.tree, [head])): string[] {
    const out: string[] = []
    let actor: readonly string[] = []
    for (const member of members) {
      const words = this.phrase(member)
      const named = this.names.filter((name) => words.includes(name.at))
      const first = named.find((name) => name.suite) ?? named[0]
      const roles = this.roles.filter((role) => words.includes(role.at)).map((role) => role.code)
      if (first !== undefined) actor = this.together(first, member).map((name) => name.code)
      const bases =
        actor.length > 0 && (first !== undefined || roles.length > 0) ? actor : roles.length > 0 ? ['---'] : []
      for (const base of bases) {
        const code = compose(base, roles)
        if (!out.includes(code)) out.push(code)
      }
    }
    return out.filter((code) => code !== '---' && !code.startsWith('+++'))
  }

  /** Codes of a participant by its characters; those coordinated with it are participants of their own. */
  ofSpan(span: { readonly start: number; readonly end: number }): string[] {
    const tokens = tokensOf(this.tree, span)
    if (tokens.length === 0) return []
    const head = headOf(this.tree, tokens[0] as number, (tokens.at(-1) as number) + 1)
    return this.of(head, [head])
  }

  /** Heads of the phrases that name an actor among some words, in order; of a list only its first. */
  phrases(words: readonly number[]): number[] {
    const out: number[] = []
    const listed = new Set<number>()
    for (const name of this.names) {
      if (!words.includes(name.at) || listed.has(name.at)) continue
      const top = this.top(name.at)
      const members = expand(this.tree, [top])
      for (const other of this.names)
        if (members.some((member) => this.nameTop(other.at) === member || this.top(other.at) === member))
          listed.add(other.at)
      if (!out.includes(top)) out.push(top)
    }
    return out
  }

  /** The words of a member: without clauses, appositions and those coordinated with it. */
  private phrase(member: number): number[] {
    return this.tree.subtree(member, (kid) => {
      const relation = this.tree.plain(kid)
      return (
        (relation === 'conj' && this.tree.head(kid) === member) ||
        /^(?:acl|appos|parataxis|advcl|ccomp|dep)$/u.test(relation)
      )
    })
  }

  /** Names that are listed with one inside its phrase ("lawmakers in Arnor and Gondor"). */
  private together(first: Named, member: number): Named[] {
    const top = this.nameTop(first.at)
    if (top === member) return [first]
    const members = expand(this.tree, [top])
    return this.names.filter((name) => name === first || members.includes(this.nameTop(name.at)))
  }

  private nameTop(token: number): number {
    let at = token
    while (
      this.tree.plain(at) === 'flat' ||
      (this.tree.plain(at) === 'compound' && this.tree.upos[this.tree.head(at)] === 'PROPN')
    )
      at = this.tree.head(at)
    return at
  }

  /** The noun phrase that a name belongs to: what it modifies, and the role that it is "of", "in" or "from". */
  private top(token: number): number {
    let at = token
    for (let step = 0; step < 8; step++) {
      const above = this.tree.head(at)
      if (above < 0) return at
      const relation = this.tree.plain(at)
      const modifies = /^(?:flat|compound|amod)$/u.test(relation) || this.tree.relation(at) === 'nmod:poss'
      const ofRole =
        relation === 'nmod' &&
        /^(?:of|in|from)$/u.test(this.tree.caseOf(at)) &&
        this.roles.some((role) => role.at === above)
      if (!modifies && !ofRole) return at
      at = above
    }
    return at
  }
}

/** The actor's code with the roles behind it, none of them twice; `NGO~` stands before it. */
export function compose(actor: string, roles: readonly string[]): string {
  let out = actor
  for (const role of roles) {
    if (role.endsWith('~')) out = role.slice(0, -1) + out
    else if (!chunks(out).includes(role)) out += role
  }
  return out
}

/** CAMEO codes are made of parts of three letters. */
const chunks = (code: string): string[] => code.match(/.{1,3}/gu) ?? []

const SUFFIX = /(?:'s|es|s)$/u
const bare = (word: string): string => word.replace(SUFFIX, '')

/** Tokens that `~` may stand for. */
const MAX_GAP_TOKENS = 4

/** The token behind a name that begins at `at`, or -1. */
function matchAt(tree: Tree, at: number, words: readonly string[], plural: boolean): number {
  let token = at
  let gap = 0
  for (const word of words) {
    if (word === '~') {
      gap = MAX_GAP_TOKENS
      continue
    }
    let end = matchWord(tree, token, word, plural)
    for (; end < 0 && gap > 0 && !tree.isVerb(token); gap--) end = matchWord(tree, ++token, word, plural)
    if (end < 0) return -1
    token = end
    gap = 0
  }
  return token
}

/** The token behind a word; its hyphens are tokens of their own. */
function matchWord(tree: Tree, at: number, word: string, plural: boolean): number {
  let token = at
  let form = tree.form(token)
  while (word.startsWith(form) && form !== word && token + 1 < tree.length) {
    if (tree.tokens[token]?.end !== tree.tokens[token + 1]?.start) break
    token++
    form += tree.form(token)
  }
  return form === word || (plural && (bare(form) === word || form === `${word}s`)) ? token + 1 : -1
}

/** The token of a run that governs the others. */
function headOf(tree: Tree, start: number, end: number): number {
  for (let i = start; i < end; i++) if (tree.head(i) < start || tree.head(i) >= end) return i
  return end - 1
}

function suiteNames(tree: Tree, day: string): { names: Named[]; taken: Set<number> } {
  const names: Named[] = []
  const taken = new Set<number>()
  for (let i = 0; i < tree.length; i++) {
    if (taken.has(i)) continue
    const found = ACTORS.map((entry) => ({ entry, end: nameEnd(tree, i, entry) })).find(
      ({ entry, end }) => end > 0 && codeOn(entry, day) !== null,
    )
    if (found === undefined) continue
    for (let k = i; k < found.end; k++) taken.add(k)
    names.push({ at: headOf(tree, i, found.end), code: codeOn(found.entry, day) as string, suite: true })
  }
  return { names, taken }
}

/** A name must be written with a capital; the article before it may be left out. */
function nameEnd(tree: Tree, at: number, entry: NameEntry): number {
  if (!/^\p{Lu}/u.test(tree.tokens[at]?.form ?? '') && entry.words[0] !== 'the') return -1
  return matchAt(tree, at, entry.words, false)
}

function ownNames(tree: Tree, mentions: readonly ActorMention[], taken: ReadonlySet<number>): Named[] {
  const out: Named[] = []
  for (const mention of mentions) {
    const code = mention.country === null ? null : (INTERNATIONAL[mention.country] ?? mention.country)
    // A country that the text does not name is the coder's guess.
    if (code === null || mention.basis.includes('country:inferred')) continue
    const tokens = tokensOf(tree, mention)
    if (tokens.length === 0 || tokens.some((token) => taken.has(token))) continue
    const named = tokens.find((token) => /^\p{Lu}/u.test(tree.tokens[token]?.form ?? '') && tree.upos[token] !== 'DET')
    if (named === undefined) continue
    const person =
      mention.sector[0] === 'GOV' && tree.upos[tokens.at(-1) as number] === 'PROPN' && mention.kind === 'person'
    out.push({ at: named, code: person ? compose(code, ['GOV']) : code, suite: false })
  }
  return out
}

/** Places stand for their country. */
function placeNames(
  tree: Tree,
  places: readonly PlaceMention[],
  taken: ReadonlySet<number>,
  own: readonly Named[],
): Named[] {
  const out: Named[] = []
  for (const place of places) {
    const tokens = tokensOf(tree, place)
    if (place.country === null || tokens.length === 0) continue
    if (tokens.some((token) => taken.has(token) || own.some((name) => name.at === token))) continue
    out.push({
      at: headOf(tree, tokens[0] as number, (tokens.at(-1) as number) + 1),
      code: place.country,
      suite: false,
    })
  }
  return out
}

function suiteRoles(tree: Tree): { at: number; code: string }[] {
  const out: { at: number; code: string }[] = []
  for (let i = 0; i < tree.length; i++) {
    for (const entry of AGENTS) {
      const end = matchAt(tree, i, entry.words, entry.plural)
      if (end < 0) continue
      out.push({ at: headOf(tree, i, end), code: codeOn(entry, '') ?? '' })
      i = end - 1
      break
    }
  }
  return out
}

/** Roles of the product's own lexicon, for phrases that name no realm of the suite. */
function ownRoles(
  tree: Tree,
  mentions: readonly ActorMention[],
  suite: readonly Named[],
  roles: readonly { at: number }[],
): { at: number; code: string }[] {
  const out: { at: number; code: string }[] = []
  const known = roles.map((role) => role.at)
  for (const mention of mentions) {
    const tokens = tokensOf(tree, mention)
    const last = tokens.at(-1)
    if (last === undefined || tokens.some((token) => known.includes(token) || suite.some((name) => name.at === token)))
      continue
    const sector = mention.sector[0]
    // Of names, only a body's says what it is ("Congress").
    if (sector === undefined || (tree.upos[last] === 'PROPN' && (mention.kind !== 'organisation' || PLAIN.has(sector))))
      continue
    if (PLAIN.has(sector) && tree.upos[last] !== 'NOUN') continue
    out.push({ at: last, code: OPPOSED.test(tree.form(last)) ? 'OPP' : (CAMEO_ROLE[sector] ?? sector) })
  }
  return out
}

function tokensOf(tree: Tree, span: { start: number; end: number }): number[] {
  return tree.tokens
    .map((token, i) => (token.start >= span.start && token.end <= span.end ? i : -1))
    .filter((i) => i >= 0)
}
