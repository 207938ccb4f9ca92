import type { Token } from '../token.ts'
import { NameDecoder } from './decode.ts'
import { NameWords } from './features.ts'
import { KINDS, toNames } from './label.ts'
import type { Name, NameFinder } from './name.ts'
import { readNameModel } from './name-model.ts'
import { NameTable } from './name-table.ts'

/** Share of capitals among letters from which a sentence is a line in capitals. */
const ALL_CAPITALS_SHARE = 0.75
/** Tokens of a sentence that are looked at; what is longer is a table or a list. */
const MAX_TOKENS = 400

/** Makes a finder of names from a model's bytes. Throws as `readNameModel` does. */
export function createNameFinder(bytes: Uint8Array): NameFinder {
  const model = readNameModel(bytes)
  const table = new NameTable(model.rows)
  const words = new NameWords()
  const decoder = new NameDecoder()
  return {
    version: model.version,
    find(tokens: readonly Token[], _text: string, lowerCase: boolean): Name[] {
      const seen = tokens.length > MAX_TOKENS ? tokens.slice(0, MAX_TOKENS) : tokens
      const forms = seen.map((token) => token.form)
      const tags = model.tagged && seen[0]?.upos ? seen.map((token) => token.upos) : undefined
      words.read(forms, model.lists, { fold: lowerCase || isAllCapitals(forms), tags })
      const names: Name[] = []
      for (const { first, last, kind } of toNames(decoder.decode(words, table))) {
        const start = seen[first]?.start ?? 0
        const end = seen[last]?.end ?? start
        names.push({ start, end, kind: KINDS[kind] as Name['kind'] })
      }
      return names
    },
  }
}

/** Whether a sentence is written in capitals, so that they tell nothing. */
export function isAllCapitals(forms: readonly string[]): boolean {
  let upper = 0
  let lower = 0
  for (const form of forms)
    for (let i = 0; i < form.length; i++) {
      const code = form.charCodeAt(i)
      if (code >= 65 && code <= 90) upper++
      else if (code >= 97 && code <= 122) lower++
    }
  return upper >= 8 && upper / (upper + lower) > ALL_CAPITALS_SHARE
}
