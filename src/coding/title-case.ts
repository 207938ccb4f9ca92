/** What is known of words, to tell those that stand in capitals only because a headline does that. */
export interface WordKnowledge {
  /** Whether a word in small letters is a common word of the language, in any inflection. */
  isCommonWord(lower: string): boolean
  /** Whether words in small letters are the name of a well-known place. */
  isPlace(name: string): boolean
}

/** Words from this length on carry capitals in headline style whatever their class. */
const LONG_WORD = 5
/** Share of a line's long words in capitals from which it is read as a headline. */
const CAPITALS_SHARE = 0.9
/** Capitals on common words that a line must have beyond its first word: a list of names has none. */
const FEWEST_CAPITALS = 3
/** Characters of one line that are looked at; no headline is longer. */
const MAX_LINE_CHARACTERS = 300
/** Characters of an article in which headlines are looked for: its own, and those of the pieces that a page strings. */
const HEAD_CHARACTERS = 100_000

const WORD = /\p{L}[\p{L}\p{M}'’]*/gu
/** A line or sentence; a stop ends one only before a blank, so that "U.S." may cut a headline, never join two. */
const PIECE = /[^\n.!?]+/gu

/**
 * Lowers the common words of headlines in which every word has a capital ("Police Break Up Rally in Astana"), so that
 * they are read as words and not as names. A word keeps its capital if the article's running text writes it so, if it is
 * not a common word, or if it is part of a known place; the first word of a headline always does. Only what opens a line,
 * and what follows a headline on its line, can be one: names in running text are left alone. Offsets stay.
 */
export function settleTitleCase(text: string, known: WordKnowledge): string {
  const head = text.slice(0, HEAD_CHARACTERS)
  const headlines: { start: number; words: Word[] }[] = []
  let opens = true
  for (const piece of head.matchAll(PIECE)) {
    const follows = piece.index > 0 && text[piece.index - 1] !== '\n'
    if ((follows && !opens) || piece[0].trim() === '') continue
    const words = piece[0].length > MAX_LINE_CHARACTERS ? [] : wordsOf(piece[0], piece.index)
    opens = isTitleCase(words, known)
    if (opens) headlines.push({ start: piece.index, words })
  }
  if (headlines.length === 0) return text
  const running = runningCase(head, headlines)
  const letters: [number, string][] = []
  for (const { words } of headlines) {
    const kept = placesIn(words, known)
    words.forEach((word, i) => {
      if (i === 0 || !word.capital || word.form.length === 1 || kept.has(i) || running.names.has(word.lower)) return
      if (running.small.has(word.lower) || known.isCommonWord(word.lower)) letters.push([word.start, word.lower])
    })
  }
  let out = ''
  let done = 0
  for (const [start, lower] of letters) {
    out += text.slice(done, start) + lower
    done = start + lower.length
  }
  return out + text.slice(done)
}

interface Word {
  readonly start: number
  readonly form: string
  readonly lower: string
  /** One capital, then small letters: an acronym is left alone. */
  readonly capital: boolean
}

function wordsOf(piece: string, offset: number): Word[] {
  return Array.from(piece.matchAll(WORD), ({ 0: form, index }) => {
    const lower = form.toLowerCase()
    const rest = form.slice(1)
    return {
      start: offset + index,
      form,
      lower,
      capital: form.length === lower.length && form[0] !== lower[0] && rest === rest.toLowerCase(),
    }
  })
}

function isTitleCase(words: readonly Word[], known: WordKnowledge): boolean {
  let long = 0
  let capitals = 0
  let common = 0
  for (const [i, word] of words.entries()) {
    if (i === 0) continue
    if (word.form.length >= LONG_WORD) {
      long++
      if (word.form[0] !== word.lower[0]) capitals++
    }
    if (word.capital && known.isCommonWord(word.lower)) common++
  }
  return common >= FEWEST_CAPITALS && capitals >= long * CAPITALS_SHARE
}

/** Words that running text writes with a capital inside a sentence, and words that it writes without one. */
function runningCase(
  text: string,
  headlines: readonly { start: number; words: readonly Word[] }[],
): { names: Set<string>; small: Set<string> } {
  const inHeadline = new Set(headlines.map(({ start }) => start))
  const counts = new Map<string, number>()
  for (const piece of text.matchAll(PIECE)) {
    if (inHeadline.has(piece.index)) continue
    let first = true
    for (const { 0: form } of piece[0].matchAll(WORD)) {
      const lower = form.toLowerCase()
      if (form === lower) counts.set(lower, (counts.get(lower) ?? 0) + 1)
      else if (!first) counts.set(lower, (counts.get(lower) ?? 0) - 1)
      first = false
    }
  }
  const names = new Set<string>()
  const small = new Set<string>()
  for (const [word, count] of counts) (count < 0 ? names : small).add(word)
  return { names, small }
}

/** Indexes of the words that make up known places, of one or two words. */
function placesIn(words: readonly Word[], known: WordKnowledge): Set<number> {
  const out = new Set<number>()
  words.forEach((word, i) => {
    if (!word.capital) return
    if (known.isPlace(word.lower)) out.add(i)
    const next = words[i + 1]
    if (
      next?.capital &&
      next.start === word.start + word.form.length + 1 &&
      known.isPlace(`${word.lower} ${next.lower}`)
    )
      out.add(i).add(i + 1)
  })
  return out
}
