import { sha256 } from '../base/id.ts'
import { MAX_PARSED_TOKENS } from '../base/limit.ts'
import { DatelineFinder } from './dateline.ts'
import { LanguageModel, type Tagged } from './model.ts'
import type { LanguagePack } from './pack.ts'
import { isLowerCase, paragraphsOf, Splitter } from './split.ts'
import type { AnalyseOptions, Analysis, LanguageEngine, Sentence, SentenceKind, Token } from './token.ts'
import { Tokenizer } from './tokenize.ts'

/** Paragraphs at the head of a text whose first sentences may open with a dateline: title, by-line, body. */
const DATELINE_PARAGRAPHS = 3
/** Sentences of those paragraphs that are looked at. */
const DATELINE_SENTENCES = 2

/** Digits of the model's hash in an engine's version. */
const VERSION_DIGITS = 12

/** A sentence before it is numbered. */
interface Draft {
  readonly paragraph: number
  readonly kind: SentenceKind
  readonly tokens: Token[]
}

/** Finds tokens and sentences. Part of every engine, and all of one that has no model. */
export class Segmenter {
  private readonly normal: Tokenizer
  private readonly lower: Tokenizer
  private readonly splitter: Splitter
  private readonly datelines: DatelineFinder

  constructor(pack: LanguagePack) {
    this.normal = new Tokenizer(pack)
    this.lower = new Tokenizer(pack, { lowerCase: true })
    this.splitter = new Splitter(pack)
    this.datelines = new DatelineFinder(pack)
  }

  /** The untagged sentences of a text. */
  segment(text: string, options: AnalyseOptions = {}): { sentences: Sentence[]; lowerCase: boolean } {
    const lowerCase = isLowerCase(text)
    const tokenizer = lowerCase ? this.lower : this.normal
    const paragraphs = paragraphsOf(text)
    const drafts: Draft[] = []
    paragraphs.forEach((place, paragraph) => {
      const spans: number[] = []
      tokenizer.tokenize(text, place.start, place.end, spans)
      const headlineAllowed = paragraph === 0 && paragraphs.length > 1
      for (const range of this.splitter.split(text, spans, lowerCase, headlineAllowed)) {
        const tokens: Token[] = []
        for (let i = range.from; i < range.to; i++)
          tokens.push(bareToken(text, spans[2 * i] as number, spans[2 * i + 1] as number))
        drafts.push({ paragraph, kind: range.kind, tokens })
      }
    })
    const cut = options.datelines === false ? drafts : this.cutDatelines(text, drafts, options)
    return { sentences: cut.map(toSentence), lowerCase }
  }

  private cutDatelines(text: string, drafts: readonly Draft[], options: AnalyseOptions): Draft[] {
    const isPlace = options.isPlace ?? (() => false)
    const out: Draft[] = []
    let paragraph = -1
    let nth = 0
    let found = false
    for (const draft of drafts) {
      nth = draft.paragraph === paragraph ? nth + 1 : 0
      paragraph = draft.paragraph
      const { tokens } = draft
      const possible = !found && paragraph < DATELINE_PARAGRAPHS && nth < DATELINE_SENTENCES && draft.kind !== 'list'
      const count = possible
        ? this.datelines.find(
            tokens.slice(0, 32).map((token) => token.form),
            isPlace,
            (i) => (tokens[i]?.end ?? 0) < (tokens[i + 1]?.start ?? 0) && text.charCodeAt(tokens[i]?.end ?? 0) <= 0xa0,
          )
        : 0
      if (count === 0) out.push(draft)
      else {
        found = true
        out.push({ paragraph, kind: 'dateline', tokens: tokens.slice(0, count) })
        out.push({ paragraph, kind: 'text', tokens: tokens.slice(count) })
      }
    }
    return out
  }
}

/** A token that only has its place. */
export function bareToken(text: string, start: number, end: number): Token {
  return {
    start,
    end,
    form: text.slice(start, end),
    upos: '',
    xpos: '',
    feats: '',
    lemma: '',
    head: -1,
    relation: '',
    agreed: false,
  }
}

function toSentence(draft: Draft, index: number): Sentence {
  const { paragraph, kind, tokens } = draft
  return {
    start: (tokens[0] as Token).start,
    end: (tokens.at(-1) as Token).end,
    index,
    paragraph,
    kind,
    tokens,
    parsed: false,
  }
}

/** An engine that also takes sentences whose tokens are given. */
export interface TokenEngine extends LanguageEngine {
  /**
   * Tags, lemmatises and parses the tokens of one sentence in place, whatever text they are from. A sentence over the
   * limit is tagged only; without a model nothing is done.
   */
  annotate(tokens: readonly Token[], beam?: AnalyseOptions['beam']): void
}

/** Width of the beam where a caller does not say: nearly all the accuracy of four at half the cost. */
export const DEFAULT_BEAM = 2

/**
 * The engine of one language. Without a model (`null`) it finds sentences and tokens only. Throws `GS-E201` or `GS-E202`
 * if the bytes are not a model that this version reads.
 */
export function createEngine(pack: LanguagePack, bytes: Uint8Array | null): TokenEngine {
  const segmenter = new Segmenter(pack)
  const starters = new Set(pack.starters)
  const model = bytes === null ? null : new LanguageModel(pack, bytes)
  const version = `${pack.language}-${bytes === null ? 'none' : sha256(bytes).slice(0, VERSION_DIGITS)}`
  return {
    language: pack.language,
    version,
    parses: model !== null,
    analyse(text: string, options: AnalyseOptions = {}): Analysis {
      const { sentences, lowerCase } = segmenter.segment(text, options)
      if (model) {
        const tagged = sentences.map((sentence) => model.tag(sentence.tokens))
        const width = options.beam ?? DEFAULT_BEAM
        sentences.forEach((sentence, i) => {
          if (!(options.gate?.(sentence) ?? true) || sentence.tokens.length > MAX_PARSED_TOKENS) return
          model.parse(sentence.tokens, tagged[i] as Tagged, width)
          sentence.parsed = true
        })
      }
      return { language: pack.language, sentences, lowerCase }
    },
    isCommonWord: (lower) => starters.has(lower) || (model?.isCommonWord(lower) ?? false),
    annotate(tokens, beam = DEFAULT_BEAM): void {
      if (!model || tokens.length === 0) return
      const tagged = model.tag(tokens)
      if (tokens.length <= MAX_PARSED_TOKENS) model.parse(tokens, tagged, beam)
    },
  }
}
