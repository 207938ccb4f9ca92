import { type ErrorCode, GroundswellError } from '../base/error.ts'
import { sha256 } from '../base/id.ts'
import { MAX_INPUT_BYTES } from '../base/limit.ts'
import { type AssemblyContext, assembleArticle } from './assemble.ts'
import { charsetOf, decodeBytes } from './charset.ts'
import type { Draft } from './draft.ts'
import { startsLikeWarc, unpackGzip } from './gzip.ts'
import { readJsonl } from './jsonl.ts'
import { type DraftOutcome, type ParsedFormat, type ParseTask, parseInput } from './parse.ts'
import { readPlainText } from './plain-text.ts'
import { ReaderWorker } from './reader-worker.ts'
import { lazyMonths, type ReadOptions, type ReadResult } from './result.ts'
import { type Format, type ReadHint, sniffFormat } from './sniff.ts'
import { readWarcCaptures } from './warc.ts'

/**
 * Reads one input of any format into Articles, in the order in which they stand in it. Nothing is thrown for what the
 * bytes hold: an input, a line, a record that cannot be read gives a `failed` result with a coded error, and the rest
 * goes on.
 *
 * ```ts
 * for await (const result of readArticles(bytes, { file: 'report.html' })) …
 * ```
 */
export async function* readArticles(
  bytes: Uint8Array,
  hint: ReadHint = {},
  options: ReadOptions = {},
): AsyncGenerator<ReadResult> {
  if (bytes.length === 0) return yield failed('GS-E002', hint)
  if (bytes.length > MAX_INPUT_BYTES)
    return yield failed('GS-E003', hint, `${bytes.length} bytes, limit ${MAX_INPUT_BYTES}`)
  const format = options.format ?? sniffFormat(bytes, hint)
  if (format === null) return yield failed('GS-E005', hint)
  const own = options.worker ? null : new ReaderWorker()
  try {
    yield* readFormat(format, bytes, hint, { ...options, worker: options.worker ?? (own as ReaderWorker) })
  } finally {
    await own?.close()
  }
}

async function* readFormat(
  format: Format,
  bytes: Uint8Array,
  hint: ReadHint,
  options: ReadOptions,
): AsyncGenerator<ReadResult> {
  switch (format) {
    case 'jsonl':
      return yield* readJsonl([bytes], hint, options)
    case 'warc':
      return yield* readWarc(bytes, hint, options)
    case 'gzip':
      return yield* readGzip(bytes, hint, options)
    case 'text':
      return yield* finish([{ kind: 'draft', draft: readText(bytes, hint, options) }], bytes, hint, options)
    default:
      return yield* finish(await parse(format, bytes, hint, options), bytes, hint, options)
  }
}

function readText(bytes: Uint8Array, hint: ReadHint, options: ReadOptions): Draft {
  const { text, warnings } = decodeBytes(bytes, charsetOf(hint.mediaType))
  const draft = readPlainText(text, lazyMonths(options)())
  return { ...draft, ...(hint.url ? { url: hint.url } : {}), warnings: [...warnings, ...draft.warnings] }
}

/** Runs a parser in the thread, or here where the options say so; a page that takes too long is read plainly instead. */
async function parse(
  format: ParsedFormat,
  bytes: Uint8Array,
  hint: ReadHint,
  options: ReadOptions,
): Promise<readonly DraftOutcome[]> {
  const task: ParseTask = {
    format,
    bytes,
    hint,
    ...(options.months ? { months: options.months } : {}),
    ...(options.today ? { today: options.today } : {}),
  }
  if (!(options.worker instanceof ReaderWorker)) return parseInput(task)
  const outcome = await options.worker.parse(task)
  if (outcome.kind === 'done') return outcome.outcomes
  if (format === 'html') {
    const { readPlainly } = await import('./html.ts')
    const { text, warnings } = decodeBytes(bytes, charsetOf(hint.mediaType))
    const why = outcome.kind === 'timeout' ? 'time limit reached' : 'parser gave up'
    const draft = readPlainly(text, hint.url ? { url: hint.url } : {}, [...warnings, `${why}: page read by paragraphs`])
    return [{ kind: 'draft', draft }]
  }
  if (outcome.kind === 'timeout') return [{ kind: 'failed', code: 'GS-E109', detail: '' }]
  return [{ kind: 'failed', code: CRASHES[format], detail: outcome.detail }]
}

const CRASHES = { feed: 'GS-E110', pdf: 'GS-E104', docx: 'GS-E106' } as const

async function* finish(
  outcomes: readonly DraftOutcome[],
  bytes: Uint8Array,
  hint: ReadHint,
  options: ReadOptions,
): AsyncGenerator<ReadResult> {
  const context: AssemblyContext = {
    ...(hint.file === undefined ? {} : { file: hint.file }),
    sha256: sha256(bytes),
    months: lazyMonths(options),
    ...(options.today ? { today: options.today } : {}),
  }
  for (const outcome of outcomes) {
    if (outcome.kind === 'failed') yield failed(outcome.code, hint, outcome.detail || undefined)
    else if (outcome.draft.text.trim() === '') yield failed('GS-E111', hint)
    else yield { kind: 'article', article: await assembleArticle(outcome.draft, context) }
  }
}

async function* readGzip(bytes: Uint8Array, hint: ReadHint, options: ReadOptions): AsyncGenerator<ReadResult> {
  if (startsLikeWarc(bytes)) return yield* readWarc(bytes, hint, options)
  const unpacked = await unpackGzip(bytes)
  const { file } = hint
  const inner: ReadHint = { ...hint, ...(file === undefined ? {} : { file: file.replace(/\.gz$/iu, '') }) }
  if (unpacked.bytes.length > 0) {
    const format = sniffFormat(unpacked.bytes, inner)
    // Archives inside archives are not followed: nobody needs them and bombs are made of them.
    if (format === null || format === 'gzip') yield failed('GS-E005', hint)
    else for await (const result of readFormat(format, unpacked.bytes, inner, options)) yield renamed(result, hint)
  } else if (!unpacked.problem) yield failed('GS-E002', hint)
  if (unpacked.problem) yield failed(unpacked.problem.code, hint, unpacked.problem.detail)
}

/** The result under the name of the compressed file, the one that the user knows. */
function renamed(result: ReadResult, hint: ReadHint): ReadResult {
  if (result.kind === 'failed' || hint.file === undefined) return result
  return { ...result, article: { ...result.article, file: hint.file } }
}

async function* readWarc(bytes: Uint8Array, hint: ReadHint, options: ReadOptions): AsyncGenerator<ReadResult> {
  for (const capture of readWarcCaptures(bytes)) {
    if (capture.kind === 'failed') {
      yield failed(capture.code, hint, capture.detail)
      continue
    }
    const inner: ReadHint = {
      ...(hint.file === undefined ? {} : { file: hint.file }),
      url: capture.url,
      ...(capture.mediaType ? { mediaType: capture.mediaType } : {}),
    }
    // The name is that of the archive and says nothing of the format inside.
    const format = sniffFormat(capture.bytes, { ...inner, file: '' })
    if (format === null || format === 'gzip' || format === 'warc') continue
    // Nothing was published after the day on which it was captured.
    yield* readFormat(
      format,
      capture.bytes,
      inner,
      capture.captured ? { ...options, today: capture.captured } : options,
    )
  }
}

function failed(code: ErrorCode, hint: ReadHint, detail?: string): ReadResult {
  const place = hint.file === undefined ? {} : { file: hint.file }
  return { kind: 'failed', error: new GroundswellError(code, { place, ...(detail === undefined ? {} : { detail }) }) }
}
