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

/** Words that say when; as nouns without a preposition they are adverbials. */
const WHEN =
  /^(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|january|february|march|april|may|june|july|august|september|october|november|december|yesterday|today|tomorrow|tonight|week|weekend|month|year|morning|afternoon|evening|night|time|hours?|days?|weeks|months|years|19\d\d|20\d\d)$/u
/** Tokens from the first part of a title to the name. */
const MAX_TITLE_TOKENS = 5
const SIDE = /^(?:nsubj|obj|obl|nmod)/u

/**
 * "Majority Leader Mitch McConnell said", where title and name were drawn as two parts of one clause: the name takes the
 * title's place and preposition. Words of time are adverbials and stay.
 */
export function mendTitles({ forms, capitals, heads, relations, upos }: Drawn): void {
  for (let title = 0; title + 1 < forms.length; title++) {
    const above = heads[title] as number
    if (
      above < 0 ||
      !isNoun(upos[title]) ||
      !SIDE.test(relations[title] as string) ||
      WHEN.test(forms[title] as string)
    )
      continue
    const name = heads.findIndex(
      (head, k) =>
        k > title &&
        k - title <= MAX_TITLE_TOKENS &&
        head === above &&
        capitals[k] &&
        upos[k] === 'PROPN' &&
        SIDE.test(relations[k] as string),
    )
    if (name < 0 || WHEN.test(forms[name] as string)) continue
    // Nothing but the name's own words may stand between them.
    const between = Array.from({ length: name - title - 1 }, (_, k) => title + 1 + k)
    const own = (k: number): boolean =>
      (heads[k] === name || between.includes(heads[k] as number)) &&
      /^(?:compound|flat|amod|nmod:desc)$/u.test(relations[k] as string)
    if (!between.every(own)) continue
    const marker = heads.findIndex((head, k) => head === title && k < title && relations[k] === 'case')
    // Two objects stand side by side ("gave Russia weapons"); a title is one of the same side, or has no side of its own.
    const sameSide = relations[title] === relations[name]
    const bare = relations[title] === 'obl' && marker < 0
    const second = capitals[title] && heads.some((head, k) => head === above && k < title && relations[k] === 'obj')
    if (!sameSide && !bare && !(marker >= 0 && (relations[title] !== 'obl' || second))) continue
    if (marker >= 0) {
      relations[name] = 'obl'
      heads[marker] = name
    }
    heads[title] = name
    relations[title] = 'nmod:desc'
  }
}

/** "lent Moldova 560 million dollars": a name before a number is who gets it, not part of what is given. */
export function mendReceivers(drawn: Drawn): void {
  const { forms, heads, relations, upos } = drawn
  for (let i = 1; i + 1 < forms.length; i++) {
    const thing = heads[i] as number
    // Of two objects the name is who gets the other.
    if (relations[i] === 'obj' && upos[i] === 'PROPN') {
      const other = heads.findIndex(
        (head, k) => k > i && head === thing && relations[k] === 'obj' && upos[k] === 'NOUN',
      )
      if (other > 0 && !isMarked(drawn, i, other)) relations[i] = 'iobj'
      continue
    }
    if (relations[i] !== 'compound' || upos[i] !== 'PROPN' || upos[i + 1] !== 'NUM' || thing < i + 2) continue
    const verb = heads[thing] as number
    if (relations[thing] !== 'obj' || verb !== i - 1 || upos[verb] !== 'VERB') continue
    heads[i] = verb
    relations[i] = 'iobj'
  }
}

/** "In October, a suicide bomber killed …", where the subject was drawn as an apposition of the day. */
export function mendSubjects({ forms, heads, relations, upos }: Drawn): void {
  for (let i = 1; i < forms.length; i++) {
    const day = heads[i] as number
    if (relations[i] !== 'appos' || day < 0 || day > i || !WHEN.test(forms[day] as string) || !isNoun(upos[i])) continue
    const verb = heads[day] as number
    if (verb < i || upos[verb] !== 'VERB') continue
    if (heads.some((head, k) => head === verb && /^nsubj/u.test(relations[k] as string))) continue
    heads[i] = verb
    relations[i] = 'nsubj'
  }
}

/** "long-standing sanctions", where the participle after the hyphen was drawn as a verb with an object. */
export function mendHyphens({ forms, tags, heads, relations, upos }: Drawn): void {
  for (let i = 2; i + 1 < forms.length; i++) {
    if (forms[i - 1] !== '-' || upos[i] !== 'VERB' || !/^VB[GN]$/u.test(tags[i] as string)) continue
    const noun = heads.findIndex(
      (head, k) => head === i && k > i && k - i <= 3 && relations[k] === 'obj' && isNoun(upos[k]),
    )
    const above = heads[i] as number
    if (noun < 0 || above < 0 || above > i || upos[above] !== 'VERB') continue
    const free = !heads.some((head, k) => head === above && k !== i && relations[k] === 'obj')
    heads[noun] = above
    relations[noun] = free ? 'obj' : 'obl'
    for (let k = noun + 1; k < forms.length; k++) if (heads[k] === i) heads[k] = above
    for (let k = 0; k < i; k++) if (heads[k] === i && relations[k] === 'case') heads[k] = noun
    heads[i] = noun
    relations[i] = 'amod'
  }
}

/** "The army and allied forces have launched …", where the participle before the second noun was drawn as a verb. */
export function mendParticiples({ forms, tags, heads, relations, upos }: Drawn): void {
  for (let i = 2; i + 1 < forms.length; i++) {
    const first = heads[i] as number
    const noun = i + 1
    if (
      relations[i] !== 'conj' ||
      upos[i] !== 'VERB' ||
      !/^VB[DN]$/u.test(tags[i] as string) ||
      first < 0 ||
      first > i ||
      !isNoun(upos[first])
    )
      continue
    const verb = heads[noun] as number
    if (!isNoun(upos[noun]) || relations[noun] !== 'nsubj' || verb < 0 || heads[verb] !== i || upos[verb] !== 'VERB')
      continue
    heads[verb] = heads[first] as number
    relations[verb] = relations[first] as string
    heads[first] = verb
    relations[first] = 'nsubj'
    heads[noun] = first
    relations[noun] = 'conj'
    for (let k = 0; k < forms.length; k++) if (heads[k] === i && k !== verb) heads[k] = k < i ? noun : verb
    heads[i] = noun
    relations[i] = 'amod'
    for (let k = 0; k < forms.length; k++) if (heads[k] === first && relations[k] === 'punct') heads[k] = verb
  }
}

/** "has broken relations with Libya", where the participle was taken for an adjective of the object of "has". */
export function mendPerfect({ forms, tags, heads, relations, upos }: Drawn): void {
  for (let i = 0; i + 2 < forms.length; i++) {
    if (!/^(?:has|have|had)$/u.test(forms[i] as string) || upos[i] !== 'VERB') continue
    let verb = i + 1
    while (verb + 1 < forms.length && upos[verb] === 'ADV') verb++
    const object = heads[verb] as number
    const attribute = relations[verb] === 'amod' && object > verb && heads[object] === i && relations[object] === 'obj'
    // Without anybody between them the two words are one form.
    if (tags[verb] !== 'VBN' || !(attribute || (relations[verb] === 'xcomp' && object === i))) continue
    heads[verb] = heads[i] as number
    relations[verb] = relations[i] as string
    upos[verb] = 'VERB'
    for (let k = 0; k < forms.length; k++) if (heads[k] === i && k !== verb) heads[k] = verb
    heads[i] = verb
    relations[i] = 'aux'
    upos[i] = 'AUX'
  }
}
