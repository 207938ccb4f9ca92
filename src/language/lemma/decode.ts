import type { WordDictionary } from '../dictionary.ts'
import { DICTIONARY_CLASS, type LanguagePack } from '../pack.ts'
import { applyRule, capitalPlace, type LemmaRule, MAX_ENDING } from './rules.ts'

/** What the lemmatiser has learnt. */
export interface LemmaModel {
  readonly rules: readonly LemmaRule[]
  /** Rule numbers by class, capital place and ending, joined as by `endingKey`. */
  readonly endings: ReadonlyMap<string, number>
  /** Lemmas of words that the rules get wrong, by class and form as by `wordKey`. */
  readonly exceptions: ReadonlyMap<string, string>
}

/** Key of an ending in a lemma model. */
export function endingKey(cls: number, place: number, ending: string): string {
  return `${cls} ${place} ${ending}`
}

/** Key of an exception. */
export function wordKey(cls: number, form: string): string {
  return `${cls} ${form}`
}

/** What a lemmatiser knows besides what it has learnt. */
export interface LemmaResources {
  /** UPOS of each class. */
  readonly upos: readonly string[]
  readonly dictionary: WordDictionary
  /** Irregular forms in small letters, by UPOS. */
  readonly irregular: LanguagePack['irregular']
}

/** Finds lemmas by class and form: exceptions, irregular forms, rules, and the dictionary where rules invent words. */
export class Lemmatizer {
  private readonly model: LemmaModel
  private readonly resources: LemmaResources

  constructor(model: LemmaModel, resources: LemmaResources) {
    this.model = model
    this.resources = resources
  }

  /** The lemma of a form; `initial` says that it opens its sentence. */
  lemma(form: string, cls: number, initial: boolean): string {
    const place = capitalPlace(form, initial)
    const upos = this.resources.upos[cls] as string
    const lower = form.toLowerCase()
    // Irregular forms first: treebanks hold slips such as fled → flead.
    const irregular = this.resources.irregular[upos]
    if (irregular && Object.hasOwn(irregular, lower)) return irregular[lower] as string
    const exact = this.model.exceptions.get(wordKey(cls, form))
    if (exact !== undefined) return exact
    const lemma = lemmaByRules(this.model, form, cls, place)
    const of = DICTIONARY_CLASS[upos]
    const { dictionary } = this.resources
    if (of === undefined || lemma === lower || dictionary.has(lemma.toLowerCase(), of)) return lemma
    const stems = dictionary.stemsOf(lower, of)
    return stems.includes(lemma) ? lemma : (stems[0] ?? lemma)
  }
}

/**
 * The lemma that rules alone give: that of the longest ending known for class and capitals. Where the capital means
 * nothing (the rule writes small letters) the word is taken as if written small, for which there are more examples.
 */
export function lemmaByRules(model: LemmaModel, form: string, cls: number, place: number): string {
  const lower = form.toLowerCase()
  const rule = ruleOf(model, lower, cls, place)
  if (place !== 0 && (rule === undefined || rule.case === 'lower')) {
    const exception = model.exceptions.get(wordKey(cls, lower))
    return exception ?? lemmaByRules(model, lower, cls, 0)
  }
  return rule ? applyRule(rule, form) : lower
}

function ruleOf(model: LemmaModel, lower: string, cls: number, place: number): LemmaRule | undefined {
  for (let length = Math.min(MAX_ENDING, lower.length); length >= 0; length--) {
    const rule = model.endings.get(endingKey(cls, place, length === 0 ? '' : lower.slice(-length)))
    if (rule !== undefined) return model.rules[rule]
  }
  return undefined
}
