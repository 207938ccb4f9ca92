import type { Token } from '../language/token.ts'

/**
 * Heads and relations without a parser: noun phrases, verb groups and prepositions in a row. A fallback for sentences
 * that were not parsed; tags are used where there are some, else closed classes and the look of words.
 */
export interface ShallowTree {
  readonly heads: number[]
  readonly relations: string[]
  readonly upos: string[]
}

const CLOSED: Readonly<Record<string, string>> = {
  DET: 'the a an this that these those its his her their our my your some any no every each several many both all another such',
  ADP: `of in on at by for with from to into over under against about after before during between among through near
    outside inside across towards toward upon within without amid despite since until along around behind beyond`,
  AUX: "is are was were be been being am has have had do does did will would can could may might must shall should 's 're 've",
  PRON: 'he she it they we you i who which him them us me himself themselves someone others',
  CCONJ: 'and or but nor',
  SCONJ: 'that because although while when if as whether unless where',
  PART: "to not n't 's '",
  ADV: 'also then now again later earlier already still however meanwhile soon here there very more most',
}
const WORD_TAG = new Map<string, string>()
for (const [tag, words] of Object.entries(CLOSED))
  for (const word of words.split(/\s+/u)) if (!WORD_TAG.has(word)) WORD_TAG.set(word, tag)

function guess(form: string, token: Token, previous: string, first: boolean): string {
  if (token.upos !== '' && token.upos !== '_') return token.upos
  const known = WORD_TAG.get(form)
  if (known === 'ADP' && form === 'to') return 'ADP'
  if (known !== undefined) return known
  if (/^[^\p{L}\p{N}]+$/u.test(form)) return 'PUNCT'
  if (/^[\p{N}.,]+$/u.test(form)) return 'NUM'
  if (!first && /^\p{Lu}/u.test(token.form)) return 'PROPN'
  if (form.endsWith('ly')) return 'ADV'
  const nominal = previous === 'DET' || previous === 'ADJ' || previous === 'NUM' || previous === 'ADP'
  if (previous === 'AUX' || previous === 'PRON') return 'VERB'
  if (/(?:ed|ing)$/u.test(form) && !nominal) return 'VERB'
  if (/(?:ous|ful|ive|ic|al|able|ible|ish|less)$/u.test(form)) return 'ADJ'
  return 'NOUN'
}

/** Builds the shallow tree in one pass over the tokens. */
export function shallowTree(tokens: readonly Token[], forms: readonly string[]): ShallowTree {
  const upos: string[] = []
  for (let i = 0; i < tokens.length; i++)
    upos.push(guess(forms[i] as string, tokens[i] as Token, upos[i - 1] ?? '', i === 0))
  const heads = tokens.map(() => -1)
  const relations = tokens.map(() => 'dep')
  const phraseHeads = nounPhrases(upos, forms, heads, relations)
  attach(upos, forms, heads, relations, phraseHeads)
  return { heads, relations, upos }
}

const IN_PHRASE = new Set(['DET', 'ADJ', 'NUM', 'NOUN', 'PROPN'])

/** Marks noun phrases; returns for each token the head of the phrase it is the head of, or -1. */
function nounPhrases(upos: string[], forms: readonly string[], heads: number[], relations: string[]): boolean[] {
  const isHead = upos.map(() => false)
  let i = 0
  while (i < upos.length) {
    if (upos[i] === 'PRON') isHead[i] = true
    if (!IN_PHRASE.has(upos[i] as string)) {
      i++
      continue
    }
    let end = i
    while (end + 1 < upos.length && IN_PHRASE.has(upos[end + 1] as string) && upos[end + 1] !== 'DET') end++
    const head = end
    isHead[head] = true
    for (let k = i; k < head; k++) {
      heads[k] = head
      relations[k] = upos[k] === 'DET' ? 'det' : upos[k] === 'ADJ' ? 'amod' : upos[k] === 'NUM' ? 'nummod' : 'compound'
    }
    // A possessive hangs the phrase under the next one.
    if (
      (forms[end + 1] === "'s" || forms[end + 1] === "'") &&
      end + 2 < upos.length &&
      IN_PHRASE.has(upos[end + 2] as string)
    ) {
      let next = end + 2
      while (next + 1 < upos.length && IN_PHRASE.has(upos[next + 1] as string)) next++
      heads[head] = next
      relations[head] = 'nmod:poss'
      heads[end + 1] = head
      relations[end + 1] = 'case'
      upos[end + 1] = 'PART'
      isHead[head] = false
      i = end + 2
      continue
    }
    i = end + 1
  }
  return isHead
}

function attach(
  upos: string[],
  forms: readonly string[],
  heads: number[],
  relations: string[],
  isHead: boolean[],
): void {
  let root = -1
  let verb = -1
  let subject = -1
  let preposition = -1
  let lastNoun = -1
  let conjunction = false
  let passive = false
  let infinitive = false
  for (let i = 0; i < upos.length; i++) {
    if (heads[i] !== -1) continue
    const tag = upos[i] as string
    if (tag === 'ADP') {
      if (forms[i] === 'to' && (upos[i + 1] === 'VERB' || upos[i + 1] === 'AUX')) infinitive = true
      else preposition = i
    } else if (tag === 'AUX') {
      passive = /^(?:is|are|was|were|be|been|being|am)$/u.test(forms[i] as string)
      relations[i] = 'aux'
    } else if (tag === 'VERB') {
      const governed = verb >= 0 && (infinitive || preposition >= 0 || subject < 0)
      heads[i] = verb
      relations[i] = verb < 0 ? 'root' : infinitive ? 'xcomp' : conjunction ? 'conj' : governed ? 'advcl' : 'parataxis'
      if (root < 0) root = i
      if (subject >= 0) {
        heads[subject] = i
        relations[subject] =
          passive && /(?:ed|en|wn|nt|pt|ught|ost|eld|ot|ut|et|ed)$/u.test(forms[i] as string) ? 'nsubj:pass' : 'nsubj'
      }
      verb = i
      subject = -1
      preposition = -1
      lastNoun = -1
      conjunction = false
      passive = false
      infinitive = false
    } else if (isHead[i]) {
      if (preposition >= 0) {
        heads[preposition] = i
        relations[preposition] = 'case'
        const of = forms[preposition] === 'of' && lastNoun >= 0
        heads[i] = of || (verb < 0 && lastNoun >= 0) ? lastNoun : verb
        relations[i] = of || (verb < 0 && lastNoun >= 0) ? 'nmod' : forms[preposition] === 'by' ? 'obl:agent' : 'obl'
        preposition = -1
      } else if (conjunction && lastNoun >= 0) {
        heads[i] = lastNoun
        relations[i] = 'conj'
      } else if (verb >= 0 && lastNoun < 0 && i - verb <= 6) {
        heads[i] = verb
        relations[i] = 'obj'
      } else {
        subject = i
      }
      lastNoun = i
      conjunction = false
    } else if (tag === 'CCONJ' || forms[i] === ',') {
      conjunction = tag === 'CCONJ'
      if (forms[i] === ',') preposition = -1
    } else if (tag === 'SCONJ' || forms[i] === ';' || forms[i] === '"') {
      lastNoun = -1
      conjunction = false
    }
  }
  for (let i = 0; i < upos.length; i++) {
    if (heads[i] === -1 && i !== root) {
      heads[i] = root
      if (upos[i] === 'PUNCT') relations[i] = 'punct'
    }
  }
  if (root >= 0) {
    heads[root] = -1
    relations[root] = 'root'
  }
}
