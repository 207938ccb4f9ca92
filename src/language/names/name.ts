import type { Span } from '../../base/span.ts'
import type { Token } from '../token.ts'

/** Kinds of names told apart. */
export type NameKind = 'PER' | 'LOC' | 'ORG'

/** A name in a text, by characters. */
export interface Name extends Span {
  readonly kind: NameKind
}

/** Finds names in one sentence. Pure and stateless between calls. */
export interface NameFinder {
  /** Names the model and its settings. */
  readonly version: string
  /**
   * Names of persons, places and organisations, in order, without overlaps.
   * `lowerCase` says that the text hardly uses capitals.
   */
  find(tokens: readonly Token[], text: string, lowerCase: boolean): Name[]
}
