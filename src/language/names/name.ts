import type { Span } from '../../base/span.ts'
import type { Token } from '../token.ts'

/** Kinds of names told apart. */
export type NameKind = 'PER' | 'LOC' | 'ORG'

/** A name in a text, by characters. */
export interface Name extends Span {
  readonly kind: NameKind
}

/** What a gazetteer or lexicon knows of a token, case-blind: set bits of `MARK`. */
export type Marks = Uint8Array

/** Finds names in one sentence. Pure and stateless between calls. */
export interface NameFinder {
  /** Names the model and its settings. */
  readonly version: string
  /**
   * Names of persons, places and organisations, in order, without overlaps.
   * `lowerCase` says that the text hardly uses capitals; `marks` holds one entry a token and may be left out.
   */
  find(tokens: readonly Token[], text: string, lowerCase: boolean, marks?: Marks): Name[]
}
