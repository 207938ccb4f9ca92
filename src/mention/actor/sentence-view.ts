import type { Sentence } from '../../language/token.ts'
import type { ActorLexicon, LexiconItem } from './lexicon.ts'
import { foldWord, unitsOfWord } from './phrase-table.ts'

/** A listed phrase found in a sentence: tokens `first` to `last`, both included. */
export interface Match {
  readonly first: number
  readonly last: number
  readonly items: readonly LexiconItem[]
}

/** One sentence prepared for the finders of actors: folded words, capitals, and the longest listed phrases. */
export interface SentenceView {
  readonly sentence: Sentence
  /** Folded form of each token. */
  readonly words: readonly string[]
  /** Whether each token begins with a capital. */
  readonly capital: readonly boolean[]
  /** Tags are there. */
  readonly tagged: boolean
  /** Capitals tell names from words in this sentence. */
  readonly cased: boolean
  /** The match that begins at a token, if any. */
  readonly startsAt: readonly (Match | undefined)[]
  /** The match that covers a token, if any. */
  readonly covers: readonly (Match | undefined)[]
}

/** Share of capital letters above which a sentence is a line in capitals. */
const ALL_CAPITALS_SHARE = 0.75
/** Letters that a sentence must have before its capitals mean anything. */
const MIN_LETTERS = 8

/** Prepares a sentence. `lowerCase` says that the article hardly uses capitals. */
export function viewSentence(sentence: Sentence, lexicon: ActorLexicon, lowerCase: boolean): SentenceView {
  const { tokens } = sentence
  const words: string[] = new Array(tokens.length)
  const capital: boolean[] = new Array(tokens.length)
  const units: string[] = []
  /** Token of each unit, and whether the unit is the first or last of its token. */
  const unitToken: number[] = []
  let tagged = false
  let upper = 0
  let letters = 0
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i] as Sentence['tokens'][number]
    const word = foldWord(token.form)
    words[i] = word
    capital[i] = isCapital(token.form.charCodeAt(0), token.form)
    if (token.upos !== '') tagged = true
    for (let at = 0; at < token.form.length; at++) {
      const code = token.form.charCodeAt(at)
      if (code >= 65 && code <= 90) {
        upper++
        letters++
      } else if (code >= 97 && code <= 122) letters++
    }
    // A hyphen joins only where it touches both neighbours; a dash between blanks ends every phrase.
    if (word === '-' || word === '–' || word === '—') {
      const joins =
        i > 0 && i + 1 < tokens.length && tokens[i - 1]?.end === token.start && tokens[i + 1]?.start === token.end
      if (joins && word === '-') continue
    }
    if (word.length > 1 && (word.includes('-') || word.includes("'"))) {
      for (const unit of unitsOfWord(word)) {
        units.push(unit)
        unitToken.push(i)
      }
    } else {
      units.push(word)
      unitToken.push(i)
    }
  }
  const cased = !lowerCase && !(letters >= MIN_LETTERS && upper / letters > ALL_CAPITALS_SHARE)
  const startsAt: (Match | undefined)[] = new Array(tokens.length)
  const covers: (Match | undefined)[] = new Array(tokens.length)
  for (let u = 0; u < units.length; ) {
    const first = unitToken[u] as number
    let best: { length: number; items: LexiconItem[] } | null = null
    // A phrase begins and ends at a token's edge.
    if (u === 0 || unitToken[u - 1] !== first)
      lexicon.phrases.match(units, u, (length, items) => {
        if (unitToken[u + length] === unitToken[u + length - 1]) return
        const last = unitToken[u + length - 1] as number
        const fit = items.filter((item) => fits(item, first, last))
        if (fit.length > 0) best = { length, items: fit }
      })
    const found = best as { length: number; items: LexiconItem[] } | null
    if (!found) {
      u++
      continue
    }
    const last = unitToken[u + found.length - 1] as number
    const match: Match = { first, last, items: found.items }
    startsAt[first] = match
    for (let i = first; i <= last; i++) covers[i] = match
    u += found.length
  }
  return { sentence, words, capital, tagged, cased, startsAt, covers }

  /** Names need a capital where there are any; short ones in capitals must stand as listed ("US", "WHO"). */
  function fits(item: LexiconItem, first: number, last: number): boolean {
    if (item.kind === 'agent') {
      if (!isAcronym(item.noun)) return true
      return cased ? isAcronym(tokens[first]?.form ?? '') : !lexicon.commonWords.has(words[first] as string)
    }
    if (!item.cased) return true
    if (!cased) return first !== last || !lexicon.commonWords.has(words[first] as string)
    if (item.kind !== 'people' && isAcronym(item.name) && first === last) {
      const form = tokens[first]?.form ?? ''
      return form === item.name || (item.name.length > 4 && isAcronym(form))
    }
    return (capital[first] as boolean) || (words[first] === 'the' && capital[first + 1] === true)
  }
}

/** Two letters and more, all capitals, full stops allowed. */
export function isAcronym(form: string): boolean {
  return /^(?:\p{Lu}\.?){2,}[s\d]?$/u.test(form)
}

function isCapital(code: number, form: string): boolean {
  if (code >= 65 && code <= 90) return true
  if (code < 128) return false
  return /^\p{Lu}/u.test(form)
}
