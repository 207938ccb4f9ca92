import { settleTitleCase, type WordKnowledge } from './title-case.ts'

/** Share of letters in capitals from which a text is read as written without case. */
const CAPITALS_SHARE = 0.85
/** Letters that decide; the head of a long text is enough. */
const SAMPLE_CHARACTERS = 5_000

/**
 * The text as the language engine should read it: teletype reports all in capitals are lowered, so that words are known
 * again; names are then found as in any text without case. Headlines With Every Word in Capitals are written as running
 * text. Offsets stay, since no letter changes its length.
 */
export function readable(text: string, known: WordKnowledge): string {
  const sample = text.slice(0, SAMPLE_CHARACTERS)
  const upper = sample.match(/\p{Lu}/gu)?.length ?? 0
  const lower = sample.match(/\p{Ll}/gu)?.length ?? 0
  if (upper + lower < 40 || upper / (upper + lower) < CAPITALS_SHARE) return settleTitleCase(text, known)
  const lowered = text.toLowerCase()
  return lowered.length === text.length ? lowered : text
}

/** What was found in the lowered text (mentions, records), with the characters of the original as quotes. */
export function restoreQuotes<T>(found: T, text: string): T {
  const mend = <V>(value: V): V => {
    if (Array.isArray(value)) return value.map(mend) as V
    if (value === null || typeof value !== 'object') return value
    const out: Record<string, unknown> = {}
    for (const [key, inner] of Object.entries(value)) out[key] = mend(inner)
    const { quote, start, end } = out
    if (
      typeof quote === 'string' &&
      typeof start === 'number' &&
      typeof end === 'number' &&
      quote.toLowerCase() === text.slice(start, end).toLowerCase()
    )
      out.quote = text.slice(start, end)
    return out as V
  }
  return mend(found)
}
