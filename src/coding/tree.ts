import type { Sentence, Token } from '../language/token.ts'
import { mendTree } from './mend.ts'
import { shallowTree } from './shallow-tree.ts'

/** Verbs whose past and participle are one form that is also their base: the tag says nothing. */
const SAME_FORMS = new Set([
  'set',
  'cut',
  'shut',
  'hit',
  'put',
  'hurt',
  'beat',
  'split',
  'let',
  'shot',
  'held',
  'sent',
  'burnt',
])

/**
 * A sentence as a tree of dependencies with fast look-ups. Unparsed sentences get a shallow tree made from their tags,
 * so that everything after reads one shape.
 */
export class Tree {
  readonly sentence: Sentence
  readonly tokens: readonly Token[]
  readonly heads: readonly number[]
  readonly relations: readonly string[]
  readonly upos: readonly string[]
  /** Lower-case forms. */
  readonly forms: readonly string[]
  readonly parsed: boolean
  private readonly kidLists: number[][]

  constructor(sentence: Sentence) {
    this.sentence = sentence
    this.tokens = sentence.tokens
    this.forms = this.tokens.map((token) => token.form.toLowerCase().replace(/’/gu, "'"))
    this.parsed = sentence.parsed
    if (sentence.parsed) {
      const heads = this.tokens.map((token) => token.head)
      const relations = this.tokens.map((token) => token.relation)
      const upos = this.tokens.map((token) => token.upos)
      mendTree({
        forms: this.forms,
        capitals: this.tokens.map((token) => /^\p{Lu}/u.test(token.form)),
        tags: this.tokens.map((token) => token.xpos),
        heads,
        relations,
        upos,
      })
      this.heads = heads
      this.relations = relations
      this.upos = upos
    } else {
      const made = shallowTree(this.tokens, this.forms)
      this.heads = made.heads
      this.relations = made.relations
      this.upos = made.upos
    }
    this.kidLists = this.tokens.map(() => [])
    for (let i = 0; i < this.heads.length; i++) {
      const head = this.heads[i] as number
      if (head >= 0 && head !== i) this.kidLists[head]?.push(i)
    }
  }

  get length(): number {
    return this.tokens.length
  }
  head(i: number): number {
    return this.heads[i] ?? -1
  }
  /** Relation with subtype. */
  relation(i: number): string {
    return this.relations[i] ?? ''
  }
  /** Relation without subtype. */
  plain(i: number): string {
    const relation = this.relation(i)
    const colon = relation.indexOf(':')
    return colon < 0 ? relation : relation.slice(0, colon)
  }
  form(i: number): string {
    return this.forms[i] ?? ''
  }
  lemma(i: number): string {
    const token = this.tokens[i]
    return token === undefined
      ? ''
      : token.lemma === '' || token.lemma === '_'
        ? this.form(i)
        : token.lemma.toLowerCase()
  }
  kids(i: number): readonly number[] {
    return this.kidLists[i] ?? []
  }
  /** Children with one of the relations (plain or with subtype). */
  kidsBy(i: number, ...relations: readonly string[]): number[] {
    return this.kids(i).filter((kid) => relations.includes(this.relation(kid)) || relations.includes(this.plain(kid)))
  }
  kidBy(i: number, ...relations: readonly string[]): number {
    return this.kidsBy(i, ...relations)[0] ?? -1
  }
  /** Lower-case form of the preposition (or postposition) that marks a noun, two words joined by a blank; "" where none. */
  caseOf(i: number): string {
    const markers = this.kids(i).filter((kid) => this.relation(kid) === 'case' && kid < i)
    if (markers.length === 0) return ''
    const first = markers[0] as number
    const fixed = this.kids(first).filter((kid) => this.relation(kid) === 'fixed')
    const words = fixed.length > 0 ? [first, ...fixed] : markers
    return words
      .map((word) => this.form(word))
      .filter((word) => word !== "'s" && word !== "'")
      .join(' ')
  }
  isVerb(i: number): boolean {
    return this.upos[i] === 'VERB' || this.upos[i] === 'AUX'
  }
  isNominal(i: number): boolean {
    const tag = this.upos[i]
    return tag === 'NOUN' || tag === 'PROPN' || tag === 'PRON' || tag === 'NUM'
  }
  /**
   * Verb used as a passive. A subject that the parser calls passive counts only with an auxiliary, or in a headline
   * without an object: taggers mix up past and participle, auxiliaries they do not.
   */
  isPassive(i: number): boolean {
    const relation = this.plain(i)
    let auxiliary = false
    let marked = false
    for (const kid of this.kids(i)) {
      const name = this.relation(kid)
      if (
        name === 'aux:pass' ||
        (this.plain(kid) === 'aux' && /^(?:was|were|been|being|is|are|be|got|'s)$/u.test(this.form(kid)))
      )
        auxiliary = true
      if (name === 'nsubj:pass' || name === 'csubj:pass') marked = true
    }
    if (auxiliary) return this.isParticiple(i) && (!this.isGerund(i) || marked)
    const transitive = this.kidBy(i, 'obj') >= 0
    if (marked && !transitive && this.isParticiple(i)) {
      if (this.sentence.kind === 'headline' || this.hasAgent(i)) return true
      if (relation === 'acl' || (relation === 'advcl' && this.kidBy(i, 'mark') < 0)) return true
      return relation === 'conj' && this.head(i) >= 0 && this.isPassive(this.head(i))
    }
    if (this.kidBy(i, 'nsubj') >= 0 || transitive) return false
    // "was damaged and then set on fire": whatever the tag, the second verb shares the auxiliary.
    if (relation === 'conj' && SAME_FORMS.has(this.form(i)) && this.sharesAuxiliary(i)) return true
    if (!this.isParticiple(i)) return false
    if (relation === 'acl' && this.relation(i) !== 'acl:relcl') return true
    if (relation === 'amod') return true
    if (relation === 'advcl' && !this.hasAux(i) && this.tokens[i]?.xpos === 'VBN') return true
    if (relation === 'conj') {
      const head = this.head(i)
      return (
        head >= 0 &&
        this.isParticiple(head) &&
        this.isPassive(head) &&
        (this.tokens[i]?.xpos !== 'VBD' || this.hasAgent(i) || SAME_FORMS.has(this.form(i)))
      )
    }
    return false
  }
  private sharesAuxiliary(i: number): boolean {
    const head = this.head(i)
    return (
      head >= 0 &&
      !this.hasAux(i) &&
      this.kids(head).some((kid) => this.relation(kid) === 'aux:pass') &&
      this.isPassive(head)
    )
  }
  private hasAgent(i: number): boolean {
    return this.kids(i).some(
      (kid) => this.relation(kid) === 'obl:agent' || (this.plain(kid) === 'obl' && this.caseOf(kid) === 'by'),
    )
  }
  private hasAux(i: number): boolean {
    return this.kids(i).some((kid) => this.plain(kid) === 'aux')
  }
  /** Past participle by tag, or by form where there are no tags. */
  isParticiple(i: number): boolean {
    const token = this.tokens[i]
    if (token === undefined) return false
    if (token.xpos !== '')
      return (
        token.xpos === 'VBN' ||
        token.xpos === 'VBD' ||
        (token.xpos === 'JJ' && /(?:ed|en|wn|ght|nt)$/u.test(this.form(i)))
      )
    return /(?:ed|en|wn|nt|pt|ught|ung|ost|old|ut|et|eld|own|orn)$/u.test(this.form(i))
  }
  isGerund(i: number): boolean {
    const token = this.tokens[i]
    return token !== undefined && (token.xpos === 'VBG' || (token.xpos === '' && this.form(i).endsWith('ing')))
  }
  /** Indices of the subtree of `i` in order, without the branches that `skip` names. Bounded by the sentence. */
  subtree(i: number, skip?: (kid: number) => boolean): number[] {
    const out: number[] = []
    const stack = [i]
    const seen = new Set<number>()
    while (stack.length > 0) {
      const at = stack.pop() as number
      if (seen.has(at)) continue
      seen.add(at)
      out.push(at)
      for (const kid of this.kids(at)) if (!skip?.(kid)) stack.push(kid)
    }
    return out.sort((a, b) => a - b)
  }
  /** The chain of heads above `i`, nearest first. */
  ancestors(i: number): number[] {
    const out: number[] = []
    const seen = new Set<number>([i])
    let at = this.head(i)
    while (at >= 0 && !seen.has(at)) {
      out.push(at)
      seen.add(at)
      at = this.head(at)
    }
    return out
  }
  /** Whether `above` is `i` or one of its ancestors. */
  dominates(above: number, i: number): boolean {
    return above === i || this.ancestors(i).includes(above)
  }
  /** The verb or predicate whose clause `i` stands in: itself if it is a predicate. */
  clause(i: number): number {
    let at = i
    const seen = new Set<number>()
    while (at >= 0 && !seen.has(at)) {
      seen.add(at)
      const relation = this.plain(at)
      if (
        this.isVerb(at) &&
        relation !== 'aux' &&
        relation !== 'cop' &&
        relation !== 'amod' &&
        relation !== 'case' &&
        relation !== 'mark'
      )
        return at
      if (relation === 'root' || ['ccomp', 'advcl', 'acl', 'csubj', 'parataxis', 'xcomp'].includes(relation)) return at
      at = this.head(at)
    }
    return i
  }
}
