import type { TokenEngine } from './engine.ts'
import type { AnalyseOptions, Sentence, Token } from './token.ts'

/** A word of a treebank: columns 2–8 of CoNLL-U and what the others say of its place in the text. */
export interface ConlluWord {
  form: string
  lemma: string
  upos: string
  xpos: string
  feats: string
  /** Index of the head in `words`, -1 for the root or where none is given. */
  head: number
  relation: string
  deps: string
  misc: string
}

/** Surface words that cover several syntactic ones (`don't` = do + n't): first and last index in `words`. */
export interface ConlluRange {
  readonly first: number
  readonly last: number
  readonly form: string
  readonly misc: string
}

/** One sentence of a CoNLL-U file, with all that is needed to write it again. */
export interface ConlluSentence {
  /** Comment lines with their `#`. */
  comments: string[]
  words: ConlluWord[]
  ranges: ConlluRange[]
  /** Empty nodes as they stand, with the number of words before them. */
  empty: { after: number; line: string }[]
}

/** The value of a comment such as `# sent_id = …`, or undefined. */
export function commentValue(sentence: ConlluSentence, name: string): string | undefined {
  for (const line of sentence.comments) {
    const found = /^#\s*([^=]*?)\s*=\s*(.*)$/u.exec(line)
    if (found?.[1] === name) return found[2]
  }
  return undefined
}

const blankToEmpty = (value: string | undefined): string => (value === undefined || value === '_' ? '' : value)

/**
 * Reads CoNLL-U (universaldependencies.org/format.html). Lines that do not have ten columns are filled up, so that
 * annotation which is only partly there can be read; a line without a form is left out.
 */
export function parseConllu(text: string): ConlluSentence[] {
  const sentences: ConlluSentence[] = []
  let current: ConlluSentence | null = null
  const close = (): void => {
    if (current && current.words.length > 0) sentences.push(withValidHeads(current))
    current = null
  }
  for (const raw of text.split('\n')) {
    const line = raw.endsWith('\r') ? raw.slice(0, -1) : raw
    if (line.trim() === '') {
      close()
      continue
    }
    current ??= { comments: [], words: [], ranges: [], empty: [] }
    if (line.startsWith('#') && !line.includes('\t')) {
      current.comments.push(line)
      continue
    }
    const columns = line.split('\t')
    const id = columns[0] as string
    const form = columns[1]
    if (form === undefined) continue
    if (id.includes('.')) current.empty.push({ after: current.words.length, line })
    else if (id.includes('-')) {
      const [first, last] = id.split('-').map(Number)
      if (first && last && last >= first)
        current.ranges.push({ first: first - 1, last: last - 1, form, misc: columns[9] ?? '_' })
    } else
      current.words.push({
        form,
        lemma: columns[2] === '_' && form !== '_' ? '' : (columns[2] ?? ''),
        upos: blankToEmpty(columns[3]),
        xpos: blankToEmpty(columns[4]),
        feats: blankToEmpty(columns[5]),
        head: Number.parseInt(columns[6] ?? '', 10) - 1,
        relation: blankToEmpty(columns[7]),
        deps: columns[8] ?? '_',
        misc: columns[9] ?? '_',
      })
  }
  close()
  return sentences
}

function withValidHeads(sentence: ConlluSentence): ConlluSentence {
  const count = sentence.words.length
  for (const word of sentence.words) if (!(word.head >= 0 && word.head < count)) word.head = -1
  sentence.ranges = sentence.ranges.filter((range) => range.last < count)
  return sentence
}

/** Whether the columns MISC say that no blank follows. */
export function noSpaceAfter(misc: string): boolean {
  return misc.split('|').includes('SpaceAfter=No')
}

/** Writes sentences as CoNLL-U, each closed by an empty line. */
export function writeConllu(sentences: readonly ConlluSentence[]): string {
  const out: string[] = []
  for (const sentence of sentences) {
    out.push(...sentence.comments)
    const rangeAt = new Map(sentence.ranges.map((range) => [range.first, range]))
    let nextEmpty = 0
    const emptyUpTo = (count: number): void => {
      while (nextEmpty < sentence.empty.length && (sentence.empty[nextEmpty]?.after ?? 0) <= count)
        out.push(sentence.empty[nextEmpty++]?.line ?? '')
    }
    emptyUpTo(0)
    sentence.words.forEach((word, i) => {
      const range = rangeAt.get(i)
      if (range) out.push(`${range.first + 1}-${range.last + 1}\t${range.form}\t_\t_\t_\t_\t_\t_\t_\t${range.misc}`)
      out.push(
        [
          i + 1,
          word.form,
          word.lemma || '_',
          word.upos || '_',
          word.xpos || '_',
          word.feats || '_',
          word.relation === '' ? '_' : word.head + 1,
          word.relation || '_',
          word.deps,
          word.misc,
        ].join('\t'),
      )
      emptyUpTo(i + 1)
    })
    out.push('')
  }
  return out.length === 0 ? '' : `${out.join('\n')}\n`
}

/** A sentence's words set out in running text: the text and each word's place in it. */
export function layOut(sentence: ConlluSentence): { text: string; spans: { start: number; end: number }[] } {
  let text = ''
  const spans: { start: number; end: number }[] = []
  const rangeAt = new Map(sentence.ranges.map((range) => [range.first, range]))
  for (let i = 0; i < sentence.words.length; ) {
    const range = rangeAt.get(i)
    const last = range ? range.last : i
    const surface = range ? range.form : (sentence.words[i]?.form ?? '')
    const start = text.length
    text += surface
    // Words that add up to the surface get their own characters, others share the whole span.
    let at = start
    const sum = sentence.words.slice(i, last + 1).map((word) => word.form)
    const exact = sum.join('') === surface
    for (const form of sum) {
      spans.push(exact ? { start: at, end: at + form.length } : { start, end: text.length })
      at += form.length
    }
    const misc = range ? range.misc : (sentence.words[i]?.misc ?? '_')
    if (last + 1 < sentence.words.length && !noSpaceAfter(misc)) text += ' '
    i = last + 1
  }
  return { text, spans }
}

/** The words of a sentence as tokens without annotation, placed in its text. */
export function tokensOf(sentence: ConlluSentence): Token[] {
  const { spans } = layOut(sentence)
  return sentence.words.map((word, i) => ({
    start: spans[i]?.start ?? 0,
    end: spans[i]?.end ?? 0,
    form: word.form,
    upos: '',
    xpos: '',
    feats: '',
    lemma: '',
    head: -1,
    relation: '',
    agreed: false,
  }))
}

/**
 * Annotates CoNLL-U anew: tokens, sentences, ranges, empty nodes, comments, DEPS and MISC stay; LEMMA, UPOS, XPOS,
 * FEATS, HEAD and DEPREL are replaced by those of the engine. No dateline is cut off here.
 */
export function annotateConllu(engine: TokenEngine, text: string, beam?: AnalyseOptions['beam']): string {
  const sentences = parseConllu(text)
  for (const sentence of sentences) {
    const tokens = tokensOf(sentence)
    engine.annotate(tokens, beam)
    tokens.forEach((token, i) => {
      const { upos, xpos, feats, lemma, head, relation } = token
      Object.assign(sentence.words[i] as ConlluWord, { upos, xpos, feats, lemma, head, relation })
    })
  }
  return writeConllu(sentences)
}

/**
 * Raw text as CoNLL-U: `# text` and the paragraph's number with each sentence, multiword ranges for clitics,
 * `SpaceAfter=No`, and `TokenRange=start:end` (UTF-16 units of the text) in MISC.
 */
export function textToConllu(engine: TokenEngine, text: string, options: AnalyseOptions = {}): string {
  let paragraph = -1
  return writeConllu(
    engine.analyse(text, options).sentences.map((sentence) => {
      const opens = sentence.paragraph !== paragraph
      paragraph = sentence.paragraph
      return toConllu(text, sentence, opens)
    }),
  )
}

const LETTERS_END = /\p{L}$/u
const LETTERS_OR_APOSTROPHE = /^[\p{L}'’‘`´]/u

function toConllu(text: string, sentence: Sentence, opensParagraph: boolean): ConlluSentence {
  const { tokens, index } = sentence
  const comments = [
    ...(opensParagraph ? [`# newpar id = p${sentence.paragraph + 1}`] : []),
    `# sent_id = ${index + 1}`,
    `# text = ${text.slice(sentence.start, sentence.end).replace(/\s+/gu, ' ')}`,
    ...(sentence.kind === 'text' ? [] : [`# kind = ${sentence.kind}`]),
  ]
  const ranges: ConlluRange[] = []
  for (let i = 0; i < tokens.length; i++) {
    let last = i
    while (last + 1 < tokens.length && isClitic(tokens[last] as Token, tokens[last + 1] as Token)) last++
    if (last === i) continue
    const [from, to] = [tokens[i] as Token, tokens[last] as Token]
    ranges.push({
      first: i,
      last,
      form: text.slice(from.start, to.end),
      misc: miscOf(from.start, to.end, tokens[last + 1]?.start),
    })
    i = last
  }
  const words = tokens.map((token, i) => {
    const inRange = ranges.some((range) => i >= range.first && i <= range.last)
    const { form, lemma, upos, xpos, feats, head, relation } = token
    const misc = inRange
      ? `TokenRange=${token.start}:${token.end}`
      : miscOf(token.start, token.end, tokens[i + 1]?.start)
    return { form, lemma, upos, xpos, feats, head, relation, deps: '_', misc }
  })
  return { comments, words, ranges, empty: [] }
}

function miscOf(start: number, end: number, next: number | undefined): string {
  return `${next === end ? 'SpaceAfter=No|' : ''}TokenRange=${start}:${end}`
}

/** Whether two tokens are parts of one written word: don't, John's, cannot. */
function isClitic(token: Token, next: Token): boolean {
  return (
    token.end === next.start &&
    LETTERS_END.test(token.form) &&
    LETTERS_OR_APOSTROPHE.test(next.form) &&
    next.form.length + token.form.length > 2 &&
    /\p{L}/u.test(next.form)
  )
}
