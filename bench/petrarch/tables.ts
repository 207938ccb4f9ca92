import { readFileSync } from 'node:fs'
import { allVerbForms } from '../../src/coding/en/inflect.ts'

/** A pattern of a verb: what must stand before and after it, and the code that it gives. */
export interface VerbPattern {
  readonly before: readonly PatternPart[]
  readonly after: readonly PatternPart[]
  readonly code: SuiteCode
  /** Words of the pattern: the longest one that fits wins. */
  readonly words: number
}
/** A word or set, or a sign: `+` target, `$` source, `^` skipped phrase, `%` compound subject. */
export type PatternPart =
  | { readonly sign: string }
  | {
      readonly forms: readonly (readonly string[])[]
      /** The noun of a phrase of several words: what it stands behind must touch it. */
      readonly close: boolean
    }

/** CAMEO code of an event, and that of the way back where the suite gives one. */
export interface SuiteCode {
  readonly there: string | null
  readonly back: string | null
}

export interface VerbEntry {
  readonly words: readonly string[]
  readonly code: SuiteCode
  readonly patterns: readonly VerbPattern[]
}

export interface NameEntry {
  readonly words: readonly string[]
  /** Whether the last word may stand in the plural. */
  readonly plural: boolean
  /** The first code whose days hold the article's wins. Days are YYYYMMDD, both ends included. */
  readonly codes: readonly { readonly code: string; readonly from: string; readonly to: string }[]
}

const read = (name: string): string[] =>
  readFileSync(new URL(name, import.meta.url), 'utf8')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'))

/** Words as the suite's tables and texts are compared: lower case, hyphens and points kept inside. */
export const suiteWords = (text: string): string[] => text.toLowerCase().split(/\s+/u).filter(Boolean)

/** Verbs by each form of their first word, the longer phrase first. */
export function readVerbs(name = './verbs.txt'): ReadonlyMap<string, readonly VerbEntry[]> {
  const sets = new Map<string, string[][]>()
  const out = new Map<string, VerbEntry[]>()
  for (const line of read(name)) {
    if (line.startsWith('&')) {
      const [set, members = ''] = line.split(' = ')
      sets.set(set as string, members.split(', ').map(suiteWords))
      continue
    }
    const [head = '', ...patterns] = line.split(' ; ')
    const cut = head.lastIndexOf(' ')
    const entry = {
      code: suiteCode(head.slice(cut + 1)),
      patterns: patterns.map((each) => verbPattern(each, sets)).sort((a, b) => b.words - a.words),
    }
    for (const verb of head.slice(0, cut).split(', ')) {
      const words = suiteWords(verb)
      for (const form of new Set([words[0] as string, ...allVerbForms(words[0] as string)]))
        out.set(
          form,
          [...(out.get(form) ?? []), { ...entry, words }].sort((a, b) => b.words.length - a.words.length),
        )
    }
  }
  return out
}

function suiteCode(code: string): SuiteCode {
  const [there = '', back = ''] = code.split(':')
  const one = (each: string): string | null => (/^\d/u.test(each) ? each : null)
  return { there: one(there), back: one(back) }
}

const SIGN = /^[*+$^%]$/u

function verbPattern(text: string, sets: ReadonlyMap<string, string[][]>): VerbPattern {
  const cut = text.lastIndexOf(' ')
  const written = text.slice(0, cut)
  const words = suiteWords(written.replace(/[()]/gu, ' '))
  const star = words.indexOf('*')
  const phrase = !written.includes('(')
  const part = (word: string, k: number, all: readonly string[]): PatternPart => {
    if (SIGN.test(word)) return { sign: word }
    const before = all[k - 1]
    const after = all[k + 1]
    const close = phrase && before !== undefined && !SIGN.test(before) && (after === undefined || SIGN.test(after))
    return { forms: sets.get(word) ?? [[word]], close }
  }
  return {
    // Words before the verb may be listed ("death and injury toll").
    before: words.slice(0, Math.max(star, 0)).map((word) => part(word, 0, [])),
    after: words.slice(star + 1).map(part),
    code: suiteCode(text.slice(cut + 1)),
    words: words.filter((word) => !SIGN.test(word)).length,
  }
}

/** Names with their codes, the longest first. */
export function readNames(name: string): readonly NameEntry[] {
  const out: NameEntry[] = []
  for (const line of read(name)) {
    const [first = '', ...more] = line.split(' ; ')
    const dated = /^(.*) (\S+) (\d*-\d*)$/u.exec(first)
    const plain = /^(.*) (\S+)$/u.exec(first)
    const names = (dated?.[1] ?? plain?.[1] ?? '').split(', ')
    const codes = [`${dated?.[2] ?? plain?.[2]} ${dated?.[3] ?? ''}`, ...more].map((each) => {
      const [code = '', days = ''] = each.trim().split(' ')
      const [from = '', to = ''] = days.split('-')
      return { code, from, to }
    })
    for (const each of names)
      out.push({ words: suiteWords(each.replace('{}', '')), plural: !each.endsWith('{}'), codes })
  }
  return out.sort((a, b) => b.words.length - a.words.length)
}

/** The code of a name on a day, or null where the table gives none. */
export function codeOn(entry: NameEntry, day: string): string | null {
  const found = entry.codes.find(({ from, to }) => (from === '' || day >= from) && (to === '' || day <= to))
  return found?.code ?? null
}
