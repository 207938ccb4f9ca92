import { endingKey, type LemmaModel, lemmaByRules, wordKey } from './decode.ts'
import { capitalPlace, type LemmaRule, MAX_ENDING, ruleBetween } from './rules.ts'

/** A form with its class and lemma, as it stands in a treebank. */
export interface LemmaExample {
  readonly form: string
  readonly cls: number
  readonly lemma: string
  readonly initial: boolean
}

/** An ending gets a rule of its own if it sets right at least this many more different words than it spoils. */
const LEAST_GAIN = 2
/** Share of a form's uses that its most frequent lemma needs to become an exception. */
const EXCEPTION_SHARE = 0.5

interface Type extends LemmaExample {
  readonly place: number
  count: number
}

/**
 * Learns endings and exceptions. Endings are tried from short to long, and one is kept only where its rule does better
 * on the different words that have it than what the shorter ones give already.
 */
export function trainLemmas(examples: Iterable<LemmaExample>): LemmaModel {
  const types = distinct(examples)
  const rules: LemmaRule[] = []
  const numbers = new Map<string, number>()
  const endings = new Map<string, number>()
  const model = { rules, endings, exceptions: new Map<string, string>() }
  const ruleNumber = (type: Type): number => {
    const rule = ruleBetween(type.form, type.lemma)
    const name = `${rule.cut} ${rule.add} ${rule.case}`
    let number = numbers.get(name)
    if (number === undefined) {
      number = rules.push(rule) - 1
      numbers.set(name, number)
    }
    return number
  }
  for (let length = 0; length <= MAX_ENDING; length++) {
    const groups = new Map<string, Type[]>()
    for (const type of types) {
      if (type.form.length < length) continue
      const key = endingKey(type.cls, type.place, length === 0 ? '' : type.form.toLowerCase().slice(-length))
      const group = groups.get(key)
      if (group) group.push(type)
      else groups.set(key, [type])
    }
    const found: [string, number][] = []
    for (const [key, group] of groups) {
      const votes = new Map<number, number>()
      for (const type of group) votes.set(ruleNumber(type), (votes.get(ruleNumber(type)) ?? 0) + 1)
      const [best, right] = [...votes].sort((a, b) => b[1] - a[1] || a[0] - b[0])[0] as [number, number]
      const now = group.filter((type) => lemmaByRules(model, type.form, type.cls, type.place) === type.lemma).length
      if (length === 0 || right - now >= LEAST_GAIN) found.push([key, best])
    }
    for (const [key, rule] of found) endings.set(key, rule)
  }
  // Words in small letters first: capitalised ones lean on their exceptions.
  const small = types.filter((type) => type.place === 0)
  for (const [key, lemma] of exceptionsOf(small, model)) model.exceptions.set(key, lemma)
  const others = types.filter((type) => type.place !== 0)
  for (const [key, lemma] of exceptionsOf(others, model)) model.exceptions.set(key, lemma)
  return model
}

/** Different forms by class and capital place, each with its most frequent lemma. */
function distinct(examples: Iterable<LemmaExample>): Type[] {
  const counts = new Map<string, Map<string, Type>>()
  for (const example of examples) {
    if (example.lemma === '' || example.lemma === '_') continue
    const place = capitalPlace(example.form, example.initial)
    const key = endingKey(example.cls, place, example.form)
    let lemmas = counts.get(key)
    if (!lemmas) counts.set(key, (lemmas = new Map()))
    const type = lemmas.get(example.lemma)
    if (type) type.count++
    else lemmas.set(example.lemma, { ...example, place, count: 1 })
  }
  return [...counts.values()].map(
    (lemmas) => [...lemmas.values()].sort((a, b) => b.count - a.count || (a.lemma < b.lemma ? -1 : 1))[0] as Type,
  )
}

function exceptionsOf(types: readonly Type[], model: LemmaModel): Map<string, string> {
  // Forms are excepted whatever their place, so the lemma that most uses have must differ from what the rules give.
  const byWord = new Map<string, Type[]>()
  for (const type of types) {
    const key = wordKey(type.cls, type.form)
    const group = byWord.get(key)
    if (group) group.push(type)
    else byWord.set(key, [type])
  }
  const out = new Map<string, string>()
  for (const [key, group] of byWord) {
    const total = group.reduce((sum, type) => sum + type.count, 0)
    const wrong = group.filter((type) => lemmaByRules(model, type.form, type.cls, type.place) !== type.lemma)
    if (wrong.length === 0) continue
    const lemmas = new Map<string, number>()
    for (const type of group) lemmas.set(type.lemma, (lemmas.get(type.lemma) ?? 0) + type.count)
    const [lemma, count] = [...lemmas].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))[0] as [string, number]
    if (count > total * EXCEPTION_SHARE && wrong.some((type) => type.lemma === lemma)) out.set(key, lemma)
  }
  return out
}
