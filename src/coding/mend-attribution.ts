import type { Drawn } from './mend.ts'

/** Verbs that close a report's sentence with its source: "…, the agency said on Thursday." */
const CLOSING = new Set('said says reported reports announced added told wrote'.split(' '))
/** Tokens between the comma and the verb: the source. */
const MAX_SOURCE_TOKENS = 9
/** Tokens behind the verb: a day, a place, to whom. */
const MAX_TAIL_TOKENS = 6
const TAIL = new Set(['ADP', 'DET', 'PROPN', 'NOUN', 'NUM', 'ADV', 'ADJ', 'PUNCT'])

const isNoun = (tag: string | undefined): boolean => tag === 'NOUN' || tag === 'PROPN' || tag === 'PRON'

/**
 * "Peru welcomed a resumption of ties with Chile, the agency said on Thursday": where the parser took a word of the
 * sentence for the subject of the closing verb, or the verb for a clause of one of its nouns, the source becomes its
 * subject and the verb stands beside the main clause.
 */
export function mendAttribution(drawn: Drawn): void {
  const { forms, heads, relations, upos } = drawn
  const said = closingVerb(drawn)
  if (said < 0) return
  const root = heads.indexOf(-1)
  const comma = forms.lastIndexOf(',', said)
  if (root < 0 || (root !== said && root > comma)) return
  let source = said - 1
  while (source > comma && !isNoun(upos[source])) source--
  // The source is one phrase: a name, a noun with what stands before it.
  if (source <= comma || said - comma > MAX_SOURCE_TOKENS) return
  for (let k = comma + 1; k < said; k++) if (upos[k] === 'VERB' || upos[k] === 'AUX' || upos[k] === 'PUNCT') return
  while (isNoun(upos[heads[source] as number]) && (heads[source] as number) > comma && (heads[source] as number) < said)
    source = heads[source] as number
  const inside = (k: number): boolean => k > comma && k < said
  // "X happened, the agency said": a clause under the verb already; only its subject may be wanting.
  if (root === said) {
    if (heads[source] === said || heads.some((head, k) => head === said && relations[k] === 'nsubj')) return
    heads[source] = said
    relations[source] = 'nsubj'
    return
  }
  for (let k = comma + 1; k < said; k++)
    if (k !== source && !inside(heads[k] as number)) heads[k] = upos[k] === 'ADV' ? said : source
  for (let k = 0; k < comma; k++) {
    if (heads[k] !== said && !inside(heads[k] as number)) continue
    const object =
      relations[k] === 'nsubj' && k > root && !heads.some((head, n) => head === root && relations[n] === 'obj')
    heads[k] = root
    if (object) relations[k] = 'obj'
    else if (relations[k] === 'nsubj' && heads.some((head, n) => n !== k && head === root && relations[n] === 'nsubj'))
      relations[k] = 'obl'
  }
  heads[source] = said
  relations[source] = 'nsubj'
  heads[said] = root
  relations[said] = 'parataxis'
}

/** The verb of speech that closes the sentence behind a comma, or -1. */
function closingVerb({ forms, upos }: Drawn): number {
  const last = forms.findLastIndex((form, k) => CLOSING.has(form) && (upos[k] === 'VERB' || upos[k] === 'AUX'))
  if (last < 2 || forms.length - last - 1 > MAX_TAIL_TOKENS || forms.lastIndexOf(',', last) < 1) return -1
  return upos.slice(last + 1).every((tag) => TAIL.has(tag)) && !forms.slice(last + 1).includes(',') ? last : -1
}
