/** What a rule does with the case of a form: small letters, as it is, or a capital first. */
export type LemmaCase = 'lower' | 'keep' | 'first'

/** How a lemma is made from a form: its case is set, characters are cut from its end and an ending is added. */
export interface LemmaRule {
  readonly cut: number
  readonly add: string
  readonly case: LemmaCase
}

/** Longest ending that a rule may ask for, in characters. */
export const MAX_ENDING = 6

/** What a word's capitals say of its lemma's: nothing, at the start of a sentence, inside one, all of them. */
export type CapitalPlace = 0 | 1 | 2 | 3

/** Where the capitals of a form stand; `initial`: it opens its sentence. */
export function capitalPlace(form: string, initial: boolean): CapitalPlace {
  const lower = form.toLowerCase()
  if (lower === form) return 0
  if (form.length > 1 && form === form.toUpperCase()) return 3
  return initial ? 1 : 2
}

/** The rule that makes `lemma` from `form`; for went → go it cuts the whole form. */
export function ruleBetween(form: string, lemma: string): LemmaRule {
  const choices: LemmaCase[] = lemma === lemma.toLowerCase() ? ['lower'] : ['keep', 'first']
  let best: LemmaRule | null = null
  for (const choice of choices) {
    const base = withCase(form, choice)
    let same = 0
    while (same < base.length && same < lemma.length && base[same] === lemma[same]) same++
    if (!best || base.length - same < best.cut) best = { cut: base.length - same, add: lemma.slice(same), case: choice }
  }
  return best as LemmaRule
}

/** Applies a rule. A rule that would leave nothing leaves the form as it is. */
export function applyRule(rule: LemmaRule, form: string): string {
  const base = withCase(form, rule.case)
  if (rule.cut >= base.length) return rule.cut > base.length || rule.add === '' ? base : rule.add
  return base.slice(0, base.length - rule.cut) + rule.add
}

function withCase(form: string, choice: LemmaCase): string {
  if (choice === 'keep') return form
  const lower = form.toLowerCase()
  return choice === 'lower' ? lower : form.charAt(0).toUpperCase() + lower.slice(1)
}
