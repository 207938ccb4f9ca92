import { DICTIONARY, type Stem } from './dictionary.ts'
import type { Token } from './token.ts'

/** Abbreviations by how they behave before a new sentence. All forms are written without their last stop. */
export interface Abbreviations {
  /** Never end a sentence (Mr, Gen): lower case. */
  readonly neverFinal: readonly string[]
  /** May end one (U.S, p.m, Inc): lower case. A sentence ends there only before a capital that the rules trust. */
  readonly mayBeFinal: readonly string[]
  /** Abbreviations only before a number (No, p): lower case. */
  readonly beforeNumber: readonly string[]
  /** May end a sentence, and are abbreviations only as written here, with a capital (Wash, Mar). */
  readonly capitalised: readonly string[]
}

/** Words that a language cuts off others, as offsets of the cuts. */
export interface Clitics {
  /** Endings that are cut off whatever stands before them; `'` stands for curly forms too. */
  readonly suffixes: readonly string[]
  /** Whole words and where they are cut. */
  readonly words: Readonly<Record<string, readonly number[]>>
  /** Words with an apostrophe that stay whole. */
  readonly whole: readonly string[]
}

/** Classes that the dictionary knows a word by, by UPOS: bits of `DICTIONARY`. */
export const DICTIONARY_CLASS: Readonly<Record<string, number>> = {
  NOUN: DICTIONARY.noun,
  VERB: DICTIONARY.verb,
  ADJ: DICTIONARY.adjective,
  ADV: DICTIONARY.adverb,
}

/** Names of months and weekdays, lower case, that datelines are told by. */
export interface CalendarWords {
  readonly months: readonly string[]
  readonly short: readonly string[]
  readonly weekdays: readonly string[]
}

/** What a finished model does with the classes of one language. */
export interface TagHooks {
  /** The class that the tagger learns for a token: for English UPOS and XPOS joined by `|`. */
  tagClass(token: Pick<Token, 'upos' | 'xpos' | 'feats'>): string
  /** Takes a class apart again. `feats` is what the class itself carries; look-up adds the rest. */
  fromClass(tagClass: string): { upos: string; xpos: string; feats: string }
}

/** One language as data and few hooks; the same shape for every language. */
export interface LanguagePack {
  /** BCP 47 primary tag, or `und` for the pack that knows no language. */
  readonly language: string
  readonly abbreviations: Abbreviations
  readonly calendar: CalendarWords
  readonly clitics: Clitics
  /** Bound prefixes that keep a hyphenated word whole (non-, ex-): lower case. */
  readonly prefixes: readonly string[]
  /** Whether other hyphenated words are cut at their hyphens, as the language's treebanks do. */
  readonly splitsHyphens: boolean
  /** Units that are cut off a number (50km). */
  readonly units: readonly string[]
  /** Function words that begin sentences: a capital on one of them shows that an abbreviation has ended one. Lower case. */
  readonly starters: readonly string[]
  /** Words that may stand between the name of a place and the dash of a dateline (agency, correspondent): lower case. */
  readonly agencies: readonly string[]
  /** Lemmas of irregular forms in small letters, by UPOS. */
  readonly irregular: Readonly<Record<string, Readonly<Record<string, string>>>>
  readonly tags: TagHooks
  /** Dictionary forms that a word in small letters may be inflected from; the dictionary says which exist. */
  stems(lower: string): readonly Stem[]
}
