import { type ErrorCode, GroundswellError } from '../base/error.ts'
import { sha256 } from '../base/id.ts'
import { MAX_LINE_BYTES } from '../base/limit.ts'
import { assembleArticle, primaryTag } from './assemble.ts'
import { cleanText, foldBlanks } from './clean-text.ts'
import type { Draft } from './draft.ts'
import type { MonthNames } from './month-names.ts'
import { givenPublication } from './published.ts'
import { lazyMonths, type ReadOptions, type ReadResult } from './result.ts'
import type { ReadHint } from './sniff.ts'

const NEWLINE = 10
/** Longest id, name or address that is kept; text and title are not cut. */
const MAX_FIELD_CHARACTERS = 4_000

/**
 * Reads JSONL as it arrives, one article a line: `{"id", "text", "title"?, "published"?, "source"?, "url"?,
 * "language"?, "author"?}`. The text is kept exactly as given, since offsets of the output refer to it. A line that is
 * no article gives a `failed` result with its number (from 1); the rest goes on. Blank lines are passed over. Holds one
 * line in memory.
 */
export async function* readJsonl(
  chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  hint: ReadHint = {},
  options: ReadOptions = {},
): AsyncGenerator<ReadResult> {
  const months = lazyMonths(options)
  let line = 0
  for await (const bytes of splitLines(transcode(chunks))) {
    line++
    if (bytes === 'too-long') {
      yield failure('GS-E103', hint, line, `${MAX_LINE_BYTES} bytes`)
      continue
    }
    const parsed = parseLine(bytes, months)
    if (parsed === null) continue
    if ('code' in parsed) yield failure(parsed.code, hint, line, parsed.detail)
    else {
      const article = await assembleArticle(parsed.draft, {
        ...(hint.file === undefined ? {} : { file: hint.file }),
        sha256: sha256(bytes),
        months,
        ...(options.today ? { today: options.today } : {}),
      })
      yield { kind: 'article', article, line }
    }
  }
}

function failure(code: ErrorCode, hint: ReadHint, line: number, detail: string): ReadResult {
  const place = { ...(hint.file === undefined ? {} : { file: hint.file }), line }
  return { kind: 'failed', error: new GroundswellError(code, { place, detail }), line }
}

function parseLine(
  bytes: Uint8Array,
  months: () => MonthNames,
): { draft: Draft } | { code: ErrorCode; detail: string } | null {
  const decoded = new TextDecoder('utf-8').decode(bytes)
  if (decoded.trim() === '') return null
  let value: unknown
  try {
    value = JSON.parse(decoded)
  } catch (error) {
    return { code: 'GS-E101', detail: shorten((error as Error).message) }
  }
  if (value === null || typeof value !== 'object' || Array.isArray(value))
    return { code: 'GS-E102', detail: 'not an object' }
  return draftOf(value as Record<string, unknown>, decoded, months)
}

function draftOf(
  value: Record<string, unknown>,
  line: string,
  months: () => MonthNames,
): { draft: Draft } | { code: ErrorCode; detail: string } {
  const { text } = value
  if (typeof text !== 'string')
    return { code: 'GS-E102', detail: text === undefined ? 'no "text"' : '"text" is not a string' }
  const warnings: string[] = []
  if (line.includes('\ufffd'))
    warnings.push('the line holds U+FFFD: bytes that were not valid UTF-8, here or where the text came from')
  if (text.includes('\u0000')) warnings.push('the text holds NUL characters; it is kept as given')
  if (!text.isWellFormed()) warnings.push('the text holds lone surrogates; it is kept as given')
  const field = (name: string): string | undefined => {
    const held = value[name]
    if (held === undefined || held === null || held === '') return undefined
    if (typeof held === 'string') return foldBlanks(cleanText(held.slice(0, MAX_FIELD_CHARACTERS)).text) || undefined
    if (typeof held === 'number') return String(held)
    warnings.push(`"${name}" is not a string and was left aside`)
    return undefined
  }
  const written = field('published')
  const published = written ? givenPublication(written, months) : null
  if (written && !published)
    warnings.push(`"published" is not a date (YYYY-MM-DD) and was left aside: ${shorten(written)}`)
  const language = field('language')
  const given = primaryTag(language)
  if (language && !given) warnings.push(`"language" is not a language tag and was left aside: ${shorten(language)}`)
  const id = field('id')
  const title = typeof value.title === 'string' && value.title.trim() !== '' ? value.title : undefined
  const publisher = field('source') ?? field('publisher')
  const author = field('author')
  const url = field('url')
  const draft: Draft = {
    text,
    exact: true,
    ...(id === undefined ? {} : { externalId: id }),
    ...(title === undefined ? {} : { title }),
    ...(author === undefined ? {} : { author }),
    ...(publisher === undefined ? {} : { publisher }),
    ...(url === undefined ? {} : { url }),
    ...(given && given !== 'und' ? { givenLanguage: given } : {}),
    published,
    mediaType: 'application/jsonl',
    excluded: [],
    warnings,
  }
  return { draft }
}

function shorten(text: string): string {
  return text.length > 120 ? `${text.slice(0, 117)}…` : text
}

/** Brings UTF-16 with a byte order mark to UTF-8 and drops the mark of UTF-8; passes everything else through. */
async function* transcode(chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let first = true
  let wide: InstanceType<typeof TextDecoder> | null = null
  const encoder = new TextEncoder()
  for await (const chunk of chunks) {
    let bytes = chunk
    if (first && bytes.length > 0) {
      first = false
      if (bytes[0] === 0xff && bytes[1] === 0xfe) wide = new TextDecoder('utf-16le')
      else if (bytes[0] === 0xfe && bytes[1] === 0xff) wide = new TextDecoder('utf-16be')
      else if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) bytes = bytes.subarray(3)
    }
    yield wide ? encoder.encode(wide.decode(bytes, { stream: true })) : bytes
  }
}

/** Cuts a stream at line feeds. A line over the limit is not gathered: `too-long` stands for it. */
async function* splitLines(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array | 'too-long'> {
  let held: Uint8Array[] = []
  let heldBytes = 0
  let tooLong = false
  const take = (): Uint8Array | 'too-long' => {
    const line = tooLong ? 'too-long' : held.length === 1 ? (held[0] as Uint8Array) : Buffer.concat(held)
    held = []
    heldBytes = 0
    tooLong = false
    return line
  }
  const hold = (bytes: Uint8Array): void => {
    heldBytes += bytes.length
    if (heldBytes > MAX_LINE_BYTES) {
      tooLong = true
      held = []
    } else if (bytes.length > 0) held.push(bytes)
  }
  for await (const chunk of chunks) {
    let from = 0
    for (let at = chunk.indexOf(NEWLINE); at >= 0; at = chunk.indexOf(NEWLINE, from)) {
      hold(chunk.subarray(from, at))
      yield take()
      from = at + 1
    }
    // A copy: the source may use its buffer again before the line is complete.
    hold(new Uint8Array(chunk.subarray(from)))
  }
  if (heldBytes > 0) yield take()
}
