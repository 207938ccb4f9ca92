import type { Sentence } from '../language/token.ts'
import { attitudeOf } from './en/attitudes.ts'
import { DUTY_BEARERS, OMISSION_GATE } from './en/omission-words.ts'
import type { Condition, Pattern, SlotTest, TriggerLexicon } from './lexicon.ts'
import { type Line, matchInLine } from './match.ts'
import { ACT_NOUNS, PAST_VERBS } from './mend.ts'
import { VOICING } from './statements.ts'
import { holdsCue, mayBeOf } from './word-classes.ts'

/** Verbs by which a duty of others is voiced. */
const MODAL = new Set(['must', 'should', 'ought', 'shall'])
const CAPITAL = /^\p{Lu}/u
const NEGATION = new Set(['not', "n't", 'never', 'no', 'neither', 'hardly', 'cannot'])
/** Tags of words that a noun of the lexicon may have once the tree is mended. */
const NOUN_TAGS = new Set(['NOUN', 'PROPN', 'ADJ'])

/** A sentence as the gate sees it: words, lemmas and tags. */
interface Seen extends Line {
  readonly forms: readonly string[]
  readonly lemmas: readonly string[]
  readonly words: ReadonlySet<string>
  /** Whether capitals may stand on any word. */
  readonly headline: boolean
  isCapital(i: number): boolean
}

/**
 * Whether a sentence is worth parsing: a row of the lexicon could fire in it, someone says something, or those with a
 * duty may not have done it. All that needs no tree is looked at: the words of a phrase, the tag of its first word, cues,
 * and for conditions on roles whether any word could fill them. A test that cannot be made without a tree is taken to
 * hold, so that hardly an event is lost (`npm run bench -- gate-recall`).
 */
export function wants(sentence: Sentence, lexicon: TriggerLexicon): boolean {
  const forms = sentence.tokens.map((token) => token.form.toLowerCase().replace(/’/gu, "'"))
  if (!forms.some((form) => lexicon.byForm.has(form) || MODAL.has(form) || NEGATION.has(form))) return false
  const seen: Seen = {
    forms,
    lemmas: sentence.tokens.map((token) => token.lemma.toLowerCase()),
    upos: sentence.tokens.map((token) => token.upos),
    words: new Set(forms),
    length: forms.length,
    headline: sentence.kind === 'headline',
    form: (i) => forms[i] ?? '',
    isCapital: (i) => CAPITAL.test(sentence.tokens[i]?.form ?? ''),
  }
  return forms.some((form, i) => isVoiced(seen, i, form) || fires(seen, i, lexicon)) || omits(seen)
}

/** A verb of speech that a statement can hang on, or a modal of duty. */
function isVoiced({ lemmas, upos }: Seen, i: number, form: string): boolean {
  if (MODAL.has(form)) return true
  if (upos[i] !== 'VERB') return false
  const lemma = lemmas[i] as string
  const attitude = attitudeOf(lemma)
  return attitude === 'say' || attitude === 'claim' || attitude === 'deny' || VOICING.has(lemma)
}

/** Something left undone by someone with a duty. */
function omits({ forms }: Seen): boolean {
  return (
    forms.some((form) => DUTY_BEARERS.has(form)) && forms.some((form) => OMISSION_GATE.has(form) || NEGATION.has(form))
  )
}

function fires(seen: Seen, i: number, lexicon: TriggerLexicon): boolean {
  const patterns = lexicon.byForm.get(seen.form(i)) ?? []
  return patterns.some(
    (pattern) =>
      fitsTag(seen, i, pattern) &&
      (matchInLine(seen, pattern, i) !== null || mayMatchInTree(seen, pattern, i)) &&
      pattern.entry.conditions.every((condition) => mayHold(seen, i, pattern, condition)),
  )
}

/** Whether the word may be of the part of speech that the row wants, after all that is mended in trees. */
function fitsTag(seen: Seen, i: number, { entry, words }: Pattern): boolean {
  const tag = seen.upos[i] as string
  const form = seen.form(i)
  // The word that governs a phrase of nouns need not be the one that it is found by.
  if (entry.pos === 'n') {
    if (words.length > 1 || form.endsWith('ing') || ACT_NOUNS.has(form)) return !isDate(seen, i)
    return NOUN_TAGS.has(tag) && !isDate(seen, i)
  }
  if (entry.pos === 'a') return tag === 'ADJ' || tag === 'VERB'
  if (tag === 'VERB' || tag === 'AUX' || PAST_VERBS.has(form)) return true
  if (tag === 'ADJ' || tag === 'NOUN' || tag === 'PROPN') return /(?:ed|en|s|ing|t)$/u.test(form)
  return false
}

/** A name beside a number inside a sentence: "March 2019" is no march. */
function isDate({ upos, headline, isCapital }: Seen, i: number): boolean {
  if (i === 0 || headline || upos[i] !== 'PROPN' || !isCapital(i)) return false
  return upos[i - 1] === 'NUM' || upos[i + 1] === 'NUM'
}

/** Whether the noun of a phrase of verb and noun may hang on the verb, wherever it stands. */
function mayMatchInTree(seen: Seen, { entry, words, anchor }: Pattern, at: number): boolean {
  if (entry.pos !== 'v' || anchor !== 0) return false
  const gap = words.findIndex((word) => word.kind === 'gap')
  const noun = words[gap + 1]
  if (gap < 0 || noun?.kind !== 'word' || !noun.content) return false
  const particles = words.slice(1, gap)
  return (
    particles.every((word, k) => word.kind === 'word' && word.forms.has(seen.form(at + 1 + k))) &&
    anyOf(noun.forms, seen.words)
  )
}

function anyOf(forms: ReadonlySet<string>, words: ReadonlySet<string>): boolean {
  for (const form of forms) if (words.has(form)) return true
  return false
}

function mayHold(seen: Seen, i: number, pattern: Pattern, condition: Condition): boolean {
  return condition.some((test) => mayTestHold(seen, i, pattern, test))
}

function mayTestHold(seen: Seen, i: number, pattern: Pattern, test: SlotTest): boolean {
  if (test.slot === 'sent' || test.slot === 'sense') {
    // The word that a phrase hangs on may be a cue itself; which one that is takes a tree.
    if (pattern.words.length > 1) return true
    return test.classes.some((cue) => holdsCue(seen.forms, cue, i)) !== (test.demand === 'forbidden')
  }
  if (test.demand !== 'filled') return true
  if (test.slot === 'quantity') return seen.upos.includes('NUM')
  if (test.slot === 'prt') return test.classes.some((form) => seen.words.has(form))
  if (test.slot === 'gov') return test.classes.some((lemma) => seen.lemmas.includes(lemma))
  return seen.forms.some(
    (form, other) =>
      other !== i &&
      test.classes.some((name) => mayBeOf(form, seen.lemmas[other] as string, seen.upos[other] as string, name)),
  )
}
