import type { Drawn } from './mend.ts'

/** Relations that move along when the head of a phrase turns out to be its other word. */
const OWN = new Set(['compound', 'flat'])

/**
 * Mends phrases of names that the parser cut in two: the second word of a name drawn as an apposition ("Minas, Tirith"),
 * a modifier drawn as if it were coordinated ("Minas Tirith | border police"), and a member of a list drawn as an
 * unmarked modifier ("Mordor, the Shire, Arnor and Bree"). Words, not meanings, decide: no comma and no "and" between.
 */
export function mendNames(drawn: Drawn): void {
  const { forms, capitals, heads, relations, upos } = drawn
  for (let i = 1; i < forms.length; i++) {
    const head = heads[i] as number
    if (head < 0) continue
    if (relations[i] === 'appos' && head === i - 1 && capitals[i] && capitals[head]) {
      relations[i] = 'flat'
      for (let k = i + 1; k < forms.length; k++) if (heads[k] === i) heads[k] = head
    } else if (
      relations[i] === 'conj' &&
      head < i &&
      isNoun(upos[i]) &&
      isNoun(upos[head]) &&
      !isMarked(drawn, head, i)
    ) {
      // The words between belong to the later noun; so does all that hung on the earlier one.
      if (![...Array(i - head).keys()].every((k) => isNoun(upos[head + k]) || upos[head + k] === 'ADJ')) continue
      heads[i] = heads[head] as number
      relations[i] = relations[head] as string
      for (let k = 0; k < forms.length; k++)
        if (heads[k] === head && k !== i && !OWN.has(relations[k] as string)) heads[k] = i
      heads[head] = i
      relations[head] = 'compound'
    } else if (relations[i] === 'nmod:unmarked' && head < i && isNoun(upos[i]) && isListed(drawn, head, i)) {
      relations[i] = 'conj'
    }
  }
}

const isNoun = (tag: string | undefined): boolean => tag === 'NOUN' || tag === 'PROPN'

/** Whether a comma or a conjunction stands between two words. */
function isMarked({ upos }: Drawn, from: number, to: number): boolean {
  for (let k = from + 1; k < to; k++) if (upos[k] === 'PUNCT' || upos[k] === 'CCONJ') return true
  return false
}

/** Whether a noun stands between commas inside a list of its head. */
function isListed({ forms, heads, relations }: Drawn, head: number, i: number): boolean {
  const later = relations.some((relation, k) => relation === 'conj' && heads[k] === head && k > i)
  const commas = forms.slice(head, i).includes(',') && forms[i + 1] === ','
  return later && commas
}

/** "has broken relations with Libya", where the participle was taken for an adjective of the object of "has". */
export function mendPerfect({ forms, tags, heads, relations, upos }: Drawn): void {
  for (let i = 0; i + 2 < forms.length; i++) {
    if (!/^(?:has|have|had)$/u.test(forms[i] as string) || upos[i] !== 'VERB') continue
    let verb = i + 1
    while (verb + 1 < forms.length && upos[verb] === 'ADV') verb++
    const object = heads[verb] as number
    if (
      tags[verb] !== 'VBN' ||
      relations[verb] !== 'amod' ||
      object < verb ||
      heads[object] !== i ||
      relations[object] !== 'obj'
    )
      continue
    heads[verb] = heads[i] as number
    relations[verb] = relations[i] as string
    upos[verb] = 'VERB'
    for (let k = 0; k < forms.length; k++) if (heads[k] === i && k !== verb) heads[k] = verb
    heads[i] = verb
    relations[i] = 'aux'
    upos[i] = 'AUX'
  }
}
