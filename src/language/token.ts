import type { Span } from '../base/span.ts'

/** One word, number or sign. `head` and `relation` are set only in parsed sentences. */
export interface Token extends Span {
  /** The characters as they stand: `article.text.slice(start, end)`. */
  readonly form: string
  /** Universal part of speech (NOUN, VERB, PROPN …). */
  upos: string
  /** Part of speech of the language's own tag set (VBD, NNS …), or "". */
  xpos: string
  /** Universal features as `Name=Value|…`, or "". */
  feats: string
  lemma: string
  /** Index of the head inside the sentence's `tokens`, -1 for the root; -1 too where the sentence is not parsed. */
  head: number
  /** Universal dependency with subtype (`nsubj:pass`), "" where not parsed. */
  relation: string
  /** Whether all hypotheses of the parser's final beam agree on this arc. */
  agreed: boolean
}

export type SentenceKind = 'text' | 'headline' | 'dateline' | 'list'

export interface Sentence extends Span {
  /** Place in `Analysis.sentences`. */
  readonly index: number
  /** Number of the paragraph that it stands in, from 0. */
  readonly paragraph: number
  readonly kind: SentenceKind
  readonly tokens: readonly Token[]
  /** False where the sentence was tagged only: the gate left it out, or it was over the limit. */
  parsed: boolean
}

/** What the language engine gives for one text. Spans refer to the text unchanged. */
export interface Analysis {
  readonly language: string
  readonly sentences: readonly Sentence[]
  /** The text hardly uses capitals, so that names cannot be told by them. */
  readonly lowerCase: boolean
}

export interface AnalyseOptions {
  /** Which sentences to parse; all tagged ones if left out. Asked once for each, in their order. */
  readonly gate?: (sentence: Sentence) => boolean
  /** Whether a lower-case word is known as a place: decides datelines such as "lucknow: the …". */
  readonly isPlace?: (name: string) => boolean
  /** Width of the parser's beam. It changes results, so it is part of the coder's version. */
  readonly beam?: 1 | 2 | 4 | 8
  /** Skip dateline detection (for text that is already cut into sentences of a treebank). */
  readonly datelines?: boolean
}

/** Tokens, sentences, tags, lemmas and trees of one language. Pure: made from a model's bytes, it reads nothing else. */
export interface LanguageEngine {
  readonly language: string
  /** Names the model and the settings that change results. */
  readonly version: string
  /** True if this engine can parse; an engine without a model only splits and tokenises. */
  readonly parses: boolean
  analyse(text: string, options?: AnalyseOptions): Analysis
  /** Whether a word in small letters is a common word, in any inflection; false for all where no dictionary is known. */
  isCommonWord(lower: string): boolean
}
