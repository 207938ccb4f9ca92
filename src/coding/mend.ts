import { mendAttribution } from './mend-attribution.ts'
import { mendClauses } from './mend-clauses.ts'
import {
  mendHyphens,
  mendNames,
  mendParticiples,
  mendPerfect,
  mendReceivers,
  mendSubjects,
  mendTitles,
} from './mend-names.ts'

/** A tree on its way: what the parser drew, to be mended in place. */
export interface Drawn {
  readonly forms: readonly string[]
  /** Whether a word is written with a capital. */
  readonly capitals: readonly boolean[]
  /** Tags of the language's own set. */
  readonly tags: readonly string[]
  readonly heads: number[]
  readonly relations: string[]
  readonly upos: string[]
}

/** Verbs that take no object: a bare participle of one of them behind a noun is its past tense. */
const INTRANSITIVE = new Set(
  `rallied marched protested demonstrated gathered assembled clashed walked met agreed resigned fought retreated withdrew
  surrendered apologised apologized fled collapsed died arrived rioted picketed struck converged quit voted spoke talked
  negotiated cooperated travelled traveled flew vowed pledged promised threatened warned said told announced declared called`.split(
    /\s+/u,
  ),
)
/** Past tenses that are nothing but verbs, which taggers that never saw them take for something else. */
export const PAST_VERBS: ReadonlySet<string> = new Set(
  'fought overran shot slew withdrew forbade sought beat struck'.split(' '),
)
/** Nouns for gatherings and acts that are never adverbs. */
export const ACT_NOUNS: ReadonlySet<string> = new Set(
  'rally protest picket march strike riot raid ambush truce ceasefire curfew sit-in vigil coup'.split(' '),
)

/**
 * Mends what taggers and parsers trained on other text get wrong in reports, by rules that hold whatever the words are:
 * a main clause read as a noun with a participle, a past tense read as a preposition, a nominal act read as an adverb.
 */
export function mendTree(drawn: Drawn): void {
  mendAttribution(drawn)
  mendClauses(drawn)
  mendNames(drawn)
  mendHyphens(drawn)
  mendParticiples(drawn)
  mendTitles(drawn)
  mendReceivers(drawn)
  mendSubjects(drawn)
  mendPerfect(drawn)
  mendSitIn(drawn)
  mendHurt(drawn)
  mendNominals(drawn)
  mendActs(drawn)
  mendPast(drawn)
  mendMainClause(drawn)
}

/** Nouns written with a hyphen whose second half is an adverb. */
const HYPHENED = new Set(['sit-in', 'sit-down', 'walk-out', 'stay-away', 'die-in', 'lock-out'])

/**
 * "began a sit-in outside the army headquarters": cut at its hyphens, the noun was read as a verb with a preposition, and
 * the phrase behind it taken for what was begun.
 */
function mendSitIn({ forms, heads, relations, upos }: Drawn): void {
  for (let i = 1; i + 2 < forms.length; i++) {
    if (forms[i + 1] !== '-' || !HYPHENED.has(`${forms[i]}-${forms[i + 2]}`)) continue
    const det = i - 1
    if (upos[det] !== 'DET' && upos[det] !== 'ADJ' && upos[det] !== 'NUM') continue
    const last = i + 2
    let top = heads[det] as number
    // What the article was hung on is either the noun itself or the phrase behind it.
    if (top >= i && top <= last)
      top = [i, i + 1, last].find((k) => (heads[k] as number) < i || (heads[k] as number) > last) ?? last
    const above = heads[top] as number
    const relation = relations[top] as string
    if (top !== last) {
      heads[last] = above
      relations[last] = relation
      if (top > last) {
        heads[top] = last
        relations[top] = 'nmod'
        const marker = forms.findIndex((_, k) => k > last && k < top && upos[k] === 'ADP')
        if (marker >= 0) {
          heads[marker] = top
          relations[marker] = 'case'
        }
      }
    }
    upos[last] = 'NOUN'
    upos[i] = 'NOUN'
    heads[i] = last
    relations[i] = 'compound'
    heads[i + 1] = last
    relations[i + 1] = 'punct'
    for (let k = 0; k < i; k++)
      if ((heads[k] as number) >= i && (relations[k] === 'det' || relations[k] === 'amod')) heads[k] = last
  }
}

/** Participles of harm and custody that taggers read as adjectives behind a form of "be". */
const HURT = new Set(
  'injured wounded hurt killed arrested detained jailed imprisoned displaced hospitalised hospitalized'.split(' '),
)

/** "39 officers were injured" read as a property of them: it is a passive. */
function mendHurt({ forms, heads, relations, upos }: Drawn): void {
  for (let i = 1; i < forms.length; i++) {
    if (upos[i] !== 'ADJ' || !HURT.has(forms[i] as string)) continue
    const copula = heads.findIndex((head, k) => head === i && relations[k] === 'cop' && k < i)
    // "three were killed and 17 injured": the second shares the first one's auxiliary.
    if (copula < 0 && relations[i] === 'conj' && HURT.has(forms[heads[i] as number] ?? '')) {
      upos[i] = 'VERB'
      const count = heads.findIndex((head, k) => head === i && relations[k] === 'nummod' && k < i)
      if (count >= 0) relations[count] = 'nsubj:pass'
    }
    if (copula < 0) continue
    upos[i] = 'VERB'
    relations[copula] = 'aux:pass'
    for (let k = 0; k < i; k++) if (heads[k] === i && relations[k] === 'nsubj') relations[k] = 'nsubj:pass'
  }
}

const isNominal = (tag: string | undefined): boolean =>
  tag === 'NOUN' || tag === 'PROPN' || tag === 'PRON' || tag === 'NUM'

/** "held an authorized rally": an adverb that names an act is the object of the verb before it. */
function mendActs({ forms, heads, relations, upos }: Drawn): void {
  for (let i = 1; i < forms.length; i++) {
    if (!ACT_NOUNS.has(forms[i] as string) || (upos[i] !== 'ADV' && upos[i] !== 'X')) continue
    let verb = i - 1
    while (verb >= 0 && (upos[verb] !== 'VERB' || relations[verb] === 'amod')) verb--
    if (verb < 0 || i - verb > 5) continue
    upos[i] = 'NOUN'
    heads[i] = verb
    relations[i] = 'obj'
    for (let k = verb + 1; k < i; k++) {
      heads[k] = i
      relations[k] = upos[k] === 'DET' ? 'det' : 'amod'
    }
    // What hung on the words before it now hangs on the noun; a false object behind a preposition is an adverbial.
    for (let k = i + 1; k < forms.length; k++) {
      const head = heads[k] as number
      if (head > verb && head < i) {
        heads[k] = i
        relations[k] = 'nmod'
      } else if (
        head === verb &&
        relations[k] === 'obj' &&
        heads.some((above, m) => above === k && relations[m] === 'case')
      )
        relations[k] = 'obl'
    }
  }
}

/** "The army fought the rebels", where the verb was read as a preposition of the second noun. */
function mendPast({ forms, heads, relations, upos }: Drawn): void {
  for (let i = 1; i < forms.length; i++) {
    if (!PAST_VERBS.has(forms[i] as string) || upos[i] === 'VERB' || upos[i] === 'AUX') continue
    let left = i - 1
    while (left >= 0 && !isNominal(upos[left])) left--
    if (left < 0) continue
    let subject = left
    for (
      let step = 0;
      step < 5 &&
      (heads[subject] as number) >= 0 &&
      (heads[subject] as number) < i &&
      isNominal(upos[heads[subject] as number]);
      step++
    )
      subject = heads[subject] as number
    const object = relations[i] === 'case' ? (heads[i] as number) : -1
    const above =
      upos[i] === 'NOUN' && relations[left] === 'compound' && heads[left] === i
        ? (heads[i] as number)
        : (heads[subject] as number)
    const relation = above < 0 ? 'root' : (relations[upos[i] === 'NOUN' && heads[left] === i ? i : subject] as string)
    upos[i] = 'VERB'
    heads[i] = above
    relations[i] = relation
    if (subject !== i) {
      heads[subject] = i
      relations[subject] = 'nsubj'
    }
    if (object >= 0 && object !== subject) {
      heads[object] = i
      relations[object] = 'obj'
    }
  }
}

/** "Police detained 40 demonstrators" read as "police (who were) detained …": the noun is the subject, the verb the root. */
function mendMainClause({ forms, tags, heads, relations, upos }: Drawn): void {
  const root = heads.indexOf(-1)
  if (root < 0 || !isNominal(upos[root])) return
  if (
    heads.some(
      (head, k) => head === root && ['nsubj', 'cop', 'aux', 'nsubj:pass', 'parataxis'].includes(relations[k] as string),
    )
  )
    return
  const verb = heads.findIndex(
    (head, k) => head === root && k > root && relations[k] === 'acl' && (tags[k] === 'VBN' || tags[k] === 'VBD'),
  )
  if (verb < 0) return
  const has = (...names: string[]): boolean =>
    heads.some((head, k) => head === verb && names.includes(relations[k] as string))
  if (has('obl:agent', 'aux', 'aux:pass', 'nsubj', 'nsubj:pass', 'mark')) return
  if (!has('obj', 'xcomp', 'ccomp') && !INTRANSITIVE.has(forms[verb] as string)) return
  heads[verb] = -1
  relations[verb] = 'root'
  heads[root] = verb
  relations[root] = 'nsubj'
  // What stands behind the verb belongs to its clause.
  heads.forEach((head, k) => {
    if (head === root && k > verb && relations[k] !== 'nmod' && relations[k] !== 'appos') heads[k] = verb
  })
}

/** Nouns in -ing of violent acts that taggers take for verbs when another noun stands before them ("in police firing"). */
const VIOLENT_NOUNS = new Set([
  'firing',
  'shooting',
  'bombing',
  'shelling',
  'fighting',
  'killing',
  'stabbing',
  'looting',
  'beating',
  'rioting',
])

/** Makes "in police firing" one noun phrase where the parser hung the last word beside it as a clause. */
function mendNominals({ forms, heads, relations, upos }: Drawn): void {
  for (let i = 1; i < forms.length; i++) {
    const noun = i - 1
    if (!VIOLENT_NOUNS.has(forms[i] as string) || upos[i] !== 'VERB') continue
    if (upos[noun] !== 'NOUN' && upos[noun] !== 'PROPN') continue
    const relation = relations[noun] as string
    const marker = heads.findIndex((head, k) => head === noun && relations[k] === 'case' && k < noun)
    if (marker < 0 || (relation !== 'obl' && relation !== 'nmod')) continue
    const above = heads[noun] as number
    if (above === i) continue
    heads[i] = above
    relations[i] = relation
    upos[i] = 'NOUN'
    heads[noun] = i
    relations[noun] = 'compound'
    for (let k = 0; k < noun; k++)
      if (heads[k] === noun && ['case', 'det', 'amod'].includes(relations[k] as string)) heads[k] = i
    for (let k = i + 1; k < forms.length; k++) if (heads[k] === i && relations[k] === 'obl') relations[k] = 'nmod'
  }
}
