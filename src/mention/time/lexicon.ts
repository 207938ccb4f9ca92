import type { DayPart, Edge, Season, Step, TimeUnit } from './tree.ts'

/** What one word can mean to the grammar of times. A word may mean several things ("second", "may", "past"). */
export interface TimeWord {
  readonly month?: number
  readonly weekday?: number
  readonly unit?: TimeUnit
  /** The unit word is written in the plural. */
  readonly plural?: true
  readonly season?: Season
  readonly part?: DayPart
  readonly step?: Step
  /** Days from the day of publication: today 0, yesterday -1. */
  readonly days?: number
  readonly edge?: Edge
  /** Follows a length of time and makes a point of it: ago -1 (from publication), earlier -2 / later 2 (from the story's date), hence 1. */
  readonly shift?: -2 | -1 | 1 | 2
  /** A number word without a number: several, few, many. */
  readonly vague?: true
  readonly every?: true
  /** A set by itself ("daily", "annually"). */
  readonly set?: string
  readonly reference?: 'PAST_REF' | 'PRESENT_REF' | 'FUTURE_REF'
  readonly ordinal?: number
  /** "half" of a year, "quarter" of a year are units; this is the noun "period". */
  readonly period?: true
  readonly fiscal?: true
  readonly approximate?: true
  readonly article?: true
  readonly of?: true
  readonly preposition?: true
  /** "since", "until", "by" … before a date: how the event lies to it. */
  readonly relation?: 'since' | 'until' | 'by' | 'before' | 'after'
  readonly future?: true
  /** The noun that follows a year or closes a date: "year", "года", "жылы". */
  readonly yearWord?: true
  /** Also a common word: taken only where the grammar around it agrees. */
  readonly risky?: true
  /** Starts the same-day family: "same", "that". */
  readonly same?: true
}

type Draft = { -readonly [K in keyof TimeWord]: TimeWord[K] }

/**
 * Reads a table of rows `category<TAB>value<TAB>words`, words parted by blanks. A category is a key of TimeWord; the
 * value is a number, a name, or `+` for yes. A word may stand in several rows.
 */
export function readTimeWords(rows: string): ReadonlyMap<string, TimeWord> {
  const table = new Map<string, Draft>()
  for (const line of rows.split('\n')) {
    const [category, value, words] = line.split('\t')
    if (!category || !value || !words) continue
    const meaning = value === '+' ? true : /^-?\d+$/u.test(value) ? Number(value) : value
    for (const word of words.trim().split(' ')) {
      const entry = table.get(word) ?? {}
      Object.assign(entry, { [category]: meaning })
      table.set(word, entry)
    }
  }
  return table
}

/** A fixed phrase and what it is: a reference, a set, or the name of a day. */
export interface TimePhrase {
  readonly words: readonly string[]
  readonly reference?: 'PAST_REF' | 'PRESENT_REF' | 'FUTURE_REF'
  readonly set?: string
  readonly day?: string
  /** Days from publication ("the day before yesterday" -2). */
  readonly days?: number
}

/** Phrases by their first word, the longest first. */
export type TimePhrases = ReadonlyMap<string, readonly TimePhrase[]>

/** Reads rows `kind<TAB>value<TAB>phrase`; words of a phrase are parted by blanks, apostrophes stand as their own sign. */
export function readTimePhrases(rows: string): TimePhrases {
  const table = new Map<string, TimePhrase[]>()
  for (const line of rows.split('\n')) {
    const [kind, value, phrase] = line.split('\t')
    if (!kind || !value || !phrase) continue
    const words = phrase.trim().split(' ')
    const list = table.get(words[0] as string) ?? []
    list.push({ words, [kind]: kind === 'days' ? Number(value) : value } as TimePhrase)
    table.set(words[0] as string, list)
  }
  for (const list of table.values()) list.sort((a, b) => b.words.length - a.words.length)
  return table
}

/** Everything that the grammar needs of a language. */
export interface TimeLexicon {
  readonly language: string
  readonly words: ReadonlyMap<string, TimeWord>
  readonly phrases: TimePhrases
  /** Which number comes first in 7/6/2021. Dots are always day first. */
  readonly slashOrder: 'month-day' | 'day-month'
  /** Words for the start, middle and end follow what they narrow. */
  readonly edgeAfter?: boolean
  /** Single words for the last, this and the next year. */
  readonly thisYear?: ReadonlyMap<string, Step>
}
