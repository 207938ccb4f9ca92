import { type ConlluSentence, layOut, tokensOf } from './conllu.ts'
import type { TokenEngine } from './engine.ts'
import { compare, f1, type ScoredWord, type Scores } from './evaluate.ts'
import type { AnalyseOptions, Token } from './token.ts'

/** Relations that coding leans on. */
export const RELATIONS: readonly string[] = ['nsubj', 'obj', 'nsubj:pass', 'obl:agent', 'obl', 'conj', 'ccomp']

/** What a treebank is scored with. */
export interface TreebankOptions {
  /** `gold`: words and sentences of the treebank are given; `own`: raw text with its paragraphs is. */
  readonly tokens: 'gold' | 'own'
  readonly beam: NonNullable<AnalyseOptions['beam']>
  /** Lower-case every word first. */
  readonly lowerCase?: boolean
}

/** Annotates the sentences of a treebank and compares. */
export function scoreTreebank(
  engine: TokenEngine,
  sentences: readonly ConlluSentence[],
  options: TreebankOptions,
  relations: readonly string[] = RELATIONS,
): Scores {
  const gold: ScoredWord[] = []
  const own: ScoredWord[] = []
  let text = ''
  for (const original of sentences) {
    const sentence = options.lowerCase ? inSmallLetters(original) : original
    const offset = text.length + (text === '' ? 0 : opensParagraph(sentence) ? 2 : 1)
    const laid = layOut(sentence)
    text += `${text === '' ? '' : opensParagraph(sentence) ? '\n\n' : ' '}${laid.text}`
    const base = gold.length
    sentence.words.forEach((word, i) => {
      const place = laid.spans[i] ?? { start: 0, end: 0 }
      const head = word.head < 0 ? -1 : base + word.head
      gold.push({ ...word, start: offset + place.start, end: offset + place.end, head })
    })
    if (options.tokens === 'gold') {
      const tokens = tokensOf(sentence)
      engine.annotate(tokens, options.beam)
      pushTokens(own, tokens, offset)
    }
  }
  if (options.tokens === 'own')
    for (const { tokens } of engine.analyse(text, { beam: options.beam, datelines: false }).sentences)
      pushTokens(own, tokens, 0)
  return compare(gold, own, relations)
}

function pushTokens(out: ScoredWord[], tokens: readonly Token[], offset: number): void {
  const base = out.length
  for (const token of tokens) {
    const head = token.head < 0 ? -1 : base + token.head
    out.push({ ...token, start: offset + token.start, end: offset + token.end, head })
  }
}

function opensParagraph(sentence: ConlluSentence): boolean {
  return sentence.comments.some((line) => /^# new(?:par|doc)/u.test(line))
}

function inSmallLetters(sentence: ConlluSentence): ConlluSentence {
  const lower = <T extends { form: string }>(item: T): T => ({ ...item, form: item.form.toLowerCase() })
  return { ...sentence, words: sentence.words.map(lower), ranges: sentence.ranges.map(lower) }
}

/** The figures of a comparison by name, in per cent with two decimals. */
export function figuresOf(scores: Scores): Record<string, number> {
  const round = (value: number): number => Math.round(value * 100) / 100
  const figures: Record<string, number> = {}
  for (const name of ['tokens', 'upos', 'xpos', 'feats', 'lemma', 'uas', 'las'] as const)
    figures[name] = round(f1(scores[name]))
  for (const [name, figure] of scores.relations) figures[name] = round(f1(figure))
  return figures
}
