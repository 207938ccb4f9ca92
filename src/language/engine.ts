import { DatelineFinder } from './dateline.ts'
import type { LanguagePack } from './pack.ts'
import { isLowerCase, paragraphsOf, Splitter } from './split.ts'
import type { AnalyseOptions, Analysis, LanguageEngine, Sentence, SentenceKind, Token } from './token.ts'
import { Tokenizer } from './tokenize.ts'

/** Paragraphs at the head of a text whose first sentences may open with a dateline: title, by-line, body. */
const DATELINE_PARAGRAPHS = 3
/** Sentences of those paragraphs that are looked at. */
const DATELINE_SENTENCES = 2

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

function bareToken(text: string, start: number, end: number): Token {
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

/**
 * The engine of one language. Without a model (`null`) it finds sentences and tokens only. Throws `GS-E201` or `GS-E202`
 * if the bytes are not a model that this version reads.
 */
export function createEngine(pack: LanguagePack, model: Uint8Array | null): LanguageEngine {
  const segmenter = new Segmenter(pack)
  return {
    language: pack.language,
    version: `${pack.language}-none`,
    parses: model !== null,
    analyse(text: string, options: AnalyseOptions = {}): Analysis {
      const { sentences, lowerCase } = segmenter.segment(text, options)
      return { language: pack.language, sentences, lowerCase }
    },
  }
}
