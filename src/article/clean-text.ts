import { repairMojibake } from './mojibake.ts'

/** Text made fit for reading, with a word on everything that was taken away. */
export interface CleanText {
  readonly text: string
  readonly warnings: readonly string[]
}

/** Control characters that carry no text; tab, line feed, form feed and carriage return are blanks and stay. */
const CONTROL = /[\u0001-\u0008\u000b\u000e-\u001f\u007f-\u0084\u0086-\u009f]/gu
/** Characters that are seen as nothing but break words apart for a machine: soft hyphen, zero-width blanks, marks. */
const INVISIBLE = /[\u00ad\u200b\u2060\ufeff]/gu

/**
 * Cleans decoded text before any offset is fixed: mojibake is repaired (`â€™` → `’`), NUL and other control characters go, lone surrogates become U+FFFD,
 * invisible characters go, line ends become `\n`, and the whole is brought to Unicode form NFC (so that a decomposed
 * й or ö is one letter). Nothing in `text` is changed after this. Text of JSONL input does not pass here: it is kept
 * exactly as it was given.
 */
export function cleanText(raw: string): CleanText {
  const warnings: string[] = []
  let text = raw
  if (text.includes('\u0000')) {
    const kept = text.replaceAll('\u0000', '')
    warnings.push(`${text.length - kept.length} NUL characters were removed`)
    text = kept
  }
  // Before control characters go: mojibake often holds some.
  const repaired = repairMojibake(text).text
  if (repaired !== text) warnings.push('text that was once decoded in the wrong encoding was repaired')
  text = repaired
  const controlled = text.replace(CONTROL, '')
  if (controlled.length < text.length)
    warnings.push(`${text.length - controlled.length} control characters were removed`)
  text = controlled
  if (!text.isWellFormed()) {
    warnings.push('lone surrogates were replaced by U+FFFD')
    text = text.toWellFormed()
  }
  text = text.replace(INVISIBLE, '').replace(/\r\n?/gu, '\n').normalize('NFC')
  return { text, warnings }
}

/** One line of text: every run of blanks, no-break ones too, becomes a single blank; ends are trimmed. */
export function foldBlanks(text: string): string {
  return text.replace(/[\s\u0085]+/gu, ' ').trim()
}

/** Length of a text in Latin letters: a Chinese character says about as much as three, so that one limit serves both. */
export function readingLength(text: string): number {
  return text.length + 2 * (text.match(/\p{Script=Han}/gu)?.length ?? 0)
}
