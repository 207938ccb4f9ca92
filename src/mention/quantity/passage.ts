import type { Analysis, Sentence, Token } from '../../language/token.ts'
import { isDash, type Piece } from '../number/piece.ts'
import { sentenceAt, tokenIndexAt } from '../number/token-search.ts'

/**
 * The pieces of a text with the sentence that each stands in and, where the text is tagged, the token of each: the view
 * on which kinds and claimants of quantities are decided.
 */
export class Passage {
  readonly pieces: readonly Piece[]
  private readonly sentences: readonly Sentence[]
  /** Index of the first piece of the sentence of each piece; ends are the next start. */
  private readonly starts: Int32Array
  private readonly ends: Int32Array
  private cached: Sentence | undefined

  constructor(pieces: readonly Piece[], analysis: Analysis) {
    this.pieces = pieces
    this.sentences = analysis.sentences
    this.starts = new Int32Array(pieces.length)
    this.ends = new Int32Array(pieces.length)
    let start = 0
    // An engine with tables of the language knows sentences better than stops and capitals do.
    const known = analysis.language === 'en' && analysis.sentences.length > 0
    let sentence = 0
    for (let i = 0; i < pieces.length; i++) {
      let breaks = !known && i > start && this.breaksBefore(i)
      const offset = (pieces[i] as Piece).start
      while (known && sentence < this.sentences.length && (this.sentences[sentence] as Sentence).start <= offset) {
        breaks = i > start
        sentence++
      }
      if (breaks) {
        this.ends.fill(i, start, i)
        start = i
      }
      this.starts[i] = start
    }
    this.ends.fill(pieces.length, start)
  }

  /** A sentence begins at piece `i`: after a paragraph, or after a stop with a blank and a capital, digit or quote. */
  private breaksBefore(i: number): boolean {
    const piece = this.pieces[i] as Piece
    if (piece.gap === 'paragraph') return true
    const before = this.pieces[i - 1] as Piece
    if (before.kind !== 'sign') return false
    if ('\u3002\uff01\uff1f'.includes(before.form)) return true
    if (piece.gap === 'none') return false
    if ('!?'.includes(before.form)) return true
    if (before.form !== '.') return false
    // A small letter after a stop continues: "12 тыс. человек", "approx. 300".
    if (piece.kind === 'word' && !piece.capital && piece.lower !== piece.form.toUpperCase()) return false
    const word = this.pieces[i - 2]
    return (
      word === undefined ||
      word.lower.length > 3 ||
      word.kind === 'digits' ||
      (piece.kind !== 'digits' && !word.capital)
    )
  }

  sentenceStart(at: number): number {
    return this.starts[at] ?? 0
  }

  sentenceEnd(at: number): number {
    return this.ends[at] ?? this.pieces.length
  }

  lower(at: number): string {
    return this.pieces[at]?.lower ?? ''
  }

  /** Skips a glued dash ("200-strong"). */
  skipDash(at: number): number {
    return isDash(this.pieces[at]) && this.pieces[at]?.gap === 'none' && this.pieces[at + 1]?.gap === 'none'
      ? at + 1
      : at
  }

  /** The tagged token that covers piece `at`, or undefined where the text is not tagged. */
  token(at: number): Token | undefined {
    return this.place(at)?.token
  }

  /** The sentence and index of the token that covers piece `at`. */
  place(at: number): { sentence: Sentence; index: number; token: Token } | undefined {
    const piece = this.pieces[at]
    if (!piece || this.sentences.length === 0) return undefined
    let sentence = this.cached
    if (!sentence || piece.start < sentence.start || piece.start >= sentence.end) {
      sentence = sentenceAt(this.sentences, piece.start)
      this.cached = sentence
    }
    if (!sentence) return undefined
    const index = tokenIndexAt(sentence, piece.start)
    const token = sentence.tokens[index]
    return token === undefined || token.upos === '' ? undefined : { sentence, index, token }
  }
}
