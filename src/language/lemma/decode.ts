import { applyRule, capitalPlace, type LemmaRule, MAX_ENDING } from './rules.ts'

/** What the lemmatiser has learnt. */
export interface LemmaModel {
  readonly rules: readonly LemmaRule[]
  /** Rule numbers by class, capital place and ending, joined as by `endingKey`. */
  readonly endings: ReadonlyMap<string, number>
  /** Lemmas of words that the rules get wrong, by class and form as by `wordKey`. */
  readonly exceptions: ReadonlyMap<string, string>
}

/** Lemmas remembered; the same few thousand forms make up most of any text. */
const MAX_REMEMBERED = 30_000

/** Key of an ending in a lemma model. */
export function endingKey(cls: number, place: number, ending: string): string {
  return `${cls} ${place} ${ending}`
}

/** Key of an exception. */
export function wordKey(cls: number, form: string): string {
  return `${cls} ${form}`
}

/** Finds lemmas by class and form. */
export class Lemmatizer {
  private readonly model: LemmaModel
  private readonly remembered = new Map<string, string>()

  constructor(model: LemmaModel) {
    this.model = model
  }

  /** The lemma of a form; `initial` says that it opens its sentence. */
  lemma(form: string, cls: number, initial: boolean): string {
    const place = capitalPlace(form, initial)
    const key = endingKey(cls, place, form)
    const known = this.remembered.get(key)
    if (known !== undefined) return known
    if (this.remembered.size >= MAX_REMEMBERED) this.remembered.clear()
    const lemma = this.find(form, cls, place)
    this.remembered.set(key, lemma)
    return lemma
  }

  private find(form: string, cls: number, place: number): string {
    const { exceptions } = this.model
    const exact = exceptions.get(wordKey(cls, form))
    if (exact !== undefined) return exact
    return lemmaByRules(this.model, form, cls, place)
  }
}

/** The lemma that rules alone give: that of the longest ending known for class and capitals. */
export function lemmaByRules(model: LemmaModel, form: string, cls: number, place: number): string {
  const lower = form.toLowerCase()
  for (let length = Math.min(MAX_ENDING, lower.length); length >= 0; length--) {
    const rule = model.endings.get(endingKey(cls, place, length === 0 ? '' : lower.slice(-length)))
    if (rule !== undefined) return applyRule(model.rules[rule] as LemmaRule, form)
  }
  return lower
}
