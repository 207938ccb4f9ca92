import { brotliDecompressSync, gunzipSync, inflateRawSync, inflateSync } from 'node:zlib'
import type { ErrorCode } from '../base/error.ts'
import { isPlainDate } from '../base/plain-date.ts'

/** One capture of an archive that may hold a report, or a record that is damaged. */
export type WarcCapture =
  | {
      readonly kind: 'capture'
      readonly url: string
      readonly mediaType: string
      readonly bytes: Uint8Array
      readonly captured: string | null
    }
  | { readonly kind: 'failed'; readonly code: ErrorCode; readonly detail: string }

/** Largest record that is unpacked: pages have up to some MB, archived PDFs tens. */
const MAX_RECORD_BYTES = 64 * 1024 * 1024
/** Beyond this ratio a record of more than RATIO_FROM_BYTES is made to do harm. */
const MAX_RATIO = 200
const RATIO_FROM_BYTES = 16 * 1024 * 1024
/** Longest head (record or HTTP) that is looked for. */
const MAX_HEAD_BYTES = 64 * 1024
/** Types of content that can hold a report. */
const REPORT_TYPE =
  /^(?:text\/(?:html|plain|xml)|application\/(?:xhtml\+xml|pdf|rss\+xml|atom\+xml|rdf\+xml|feed\+json|xml|vnd\.openxmlformats-officedocument\.wordprocessingml\.document))/iu

/**
 * The captures of a WARC file (ISO 28500), gzipped record by record or not: responses with status 200, resources and
 * conversions whose type can hold a report. Pictures, scripts, requests and records about the crawl are passed over.
 * A damaged record is reported and reading goes on at the next one that can be found.
 */
export function* readWarcCaptures(bytes: Uint8Array): Generator<WarcCapture> {
  for (const piece of unpackMembers(bytes)) {
    if (piece instanceof Uint8Array) yield* readRecords(piece)
    else yield piece
  }
}

function* unpackMembers(bytes: Uint8Array): Generator<Uint8Array | (WarcCapture & { kind: 'failed' })> {
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) {
    yield bytes
    return
  }
  for (let at = 0; at < bytes.length; ) {
    const header = gzipHeaderLength(bytes, at)
    const member = header === null ? null : inflateMember(bytes, at + header)
    if (member && typeof member !== 'string') {
      yield member.bytes
      // The checksum and the length follow the packed bytes, eight bytes together.
      at += (header as number) + member.used + 8
      while (at < bytes.length && bytes[at] === 0) at++ // Some writers pad.
      continue
    }
    yield {
      kind: 'failed',
      code: member === 'too-large' ? 'GS-E107' : 'GS-E108',
      detail: `packed record at byte ${at}`,
    }
    at = nextMember(bytes, at + 1)
  }
}

function inflateMember(bytes: Uint8Array, from: number): { bytes: Uint8Array; used: number } | 'too-large' | null {
  try {
    const packed = bytes.subarray(from)
    const done = inflateRawSync(packed, { info: true, maxOutputLength: MAX_RECORD_BYTES }) as unknown as {
      buffer: Uint8Array
      engine: { bytesWritten: number }
    }
    const used = done.engine.bytesWritten
    if (done.buffer.length > RATIO_FROM_BYTES && done.buffer.length > used * MAX_RATIO) return 'too-large'
    return { bytes: done.buffer, used }
  } catch (error) {
    return (error as { code?: string }).code === 'ERR_BUFFER_TOO_LARGE' ? 'too-large' : null
  }
}

/** Length of the gzip header at `at`, or null where there is none (RFC 1952). */
function gzipHeaderLength(bytes: Uint8Array, at: number): number | null {
  if (bytes[at] !== 0x1f || bytes[at + 1] !== 0x8b || bytes[at + 2] !== 8) return null
  const flags = bytes[at + 3] ?? 0
  let next = at + 10
  if (flags & 4) next += 2 + (bytes[next] ?? 0) + (bytes[next + 1] ?? 0) * 256
  for (const flag of [8, 16]) {
    if (!(flags & flag)) continue
    const end = bytes.indexOf(0, next)
    if (end < 0) return null
    next = end + 1
  }
  if (flags & 2) next += 2
  return next - at
}

function nextMember(bytes: Uint8Array, from: number): number {
  for (let at = bytes.indexOf(0x1f, from); at >= 0; at = bytes.indexOf(0x1f, at + 1))
    if (bytes[at + 1] === 0x8b && bytes[at + 2] === 8 && ((bytes[at + 3] ?? 255) & 0xe0) === 0) return at
  return bytes.length
}

function* readRecords(bytes: Uint8Array): Generator<WarcCapture> {
  for (let at = skipBlankLines(bytes, 0); at < bytes.length; at = skipBlankLines(bytes, at)) {
    const head = readHead(bytes, at)
    const length = Number(head?.fields.get('content-length') ?? Number.NaN)
    if (!head || !/^WARC\/\d/u.test(head.first) || !Number.isSafeInteger(length) || length < 0) {
      yield { kind: 'failed', code: 'GS-E108', detail: `no record head at byte ${at}` }
      at = nextRecord(bytes, at + 1)
      continue
    }
    const end = head.end + length
    if (end > bytes.length || !endsRecord(bytes, end)) {
      yield {
        kind: 'failed',
        code: 'GS-E108',
        detail: `${head.fields.get('warc-target-uri') ?? 'record'} does not have its ${length} bytes`,
      }
      at = nextRecord(bytes, head.end)
      continue
    }
    const capture = captureOf(head.fields, bytes.subarray(head.end, end))
    if (capture) yield capture
    at = end
  }
}

/** Whether a record can end here: two line ends follow, as the standard asks, or the next record, or nothing. */
function endsRecord(bytes: Uint8Array, end: number): boolean {
  const after = latin1(bytes.subarray(end, end + 16))
  return after === '' || /^\r?\n(?:\r?\n|$)|^\s*WARC\/\d/u.test(after)
}

function captureOf(fields: ReadonlyMap<string, string>, block: Uint8Array): WarcCapture | null {
  const type = fields.get('warc-type')
  const url = (fields.get('warc-target-uri') ?? '').replace(/^<|>$/gu, '')
  if (!/^https?:/iu.test(url) || /\/robots\.txt$/u.test(url)) return null
  const day = (fields.get('warc-date') ?? '').slice(0, 10)
  const captured = isPlainDate(day) ? day : null
  if (type === 'resource' || type === 'conversion') {
    const mediaType = fields.get('content-type') ?? ''
    return REPORT_TYPE.test(mediaType) ? { kind: 'capture', url, mediaType, bytes: block, captured } : null
  }
  if (type !== 'response') return null
  const http = readHead(block, 0)
  if (!http || !/^HTTP\/\d(?:\.\d)? 200\b/u.test(http.first)) return null
  const mediaType = http.fields.get('content-type') ?? 'text/html'
  if (!REPORT_TYPE.test(mediaType)) return null
  const body = decodeBody(block.subarray(http.end), http.fields)
  if (body instanceof Uint8Array) return { kind: 'capture', url, mediaType, bytes: body, captured }
  return { kind: 'failed', code: body, detail: url }
}

/** Undoes chunks and content codings of HTTP. */
function decodeBody(body: Uint8Array, fields: ReadonlyMap<string, string>): Uint8Array | 'GS-E107' | 'GS-E108' {
  // Crawlers often store the body already joined and leave the header as it was.
  const joined = /chunked/iu.test(fields.get('transfer-encoding') ?? '') ? (joinChunks(body) ?? body) : body
  const coding = (fields.get('content-encoding') ?? '').trim().toLowerCase()
  const options = { maxOutputLength: MAX_RECORD_BYTES }
  try {
    if (/^(?:x-)?gzip$/u.test(coding) && joined[0] === 0x1f) return gunzipSync(joined, options)
    if (coding === 'br') return brotliDecompressSync(joined, options)
    if (coding === 'deflate')
      return (joined[0] ?? 0) === 0x78 ? inflateSync(joined, options) : inflateRawSync(joined, options)
    return joined
  } catch (error) {
    if ((error as { code?: string }).code === 'ERR_BUFFER_TOO_LARGE') return 'GS-E107'
    return 'GS-E108'
  }
}

function joinChunks(body: Uint8Array): Uint8Array | null {
  const pieces: Uint8Array[] = []
  for (let at = 0; at < body.length; ) {
    const end = body.indexOf(10, at)
    if (end < 0 || end - at > 1_000) return null
    const size = /^\s*([\da-f]{1,8})\s*(?:;.*)?$/iu.exec(latin1(body.subarray(at, end)))?.[1]
    if (size === undefined) return null
    const length = Number.parseInt(size, 16)
    if (length === 0) return Buffer.concat(pieces)
    pieces.push(body.subarray(end + 1, end + 1 + length))
    at = end + 1 + length
    while (body[at] === 13 || body[at] === 10) at++
  }
  return pieces.length > 0 ? Buffer.concat(pieces) : null
}

/** A block of header lines: the first line, the fields by lower-case name, and where the block after them begins. */
function readHead(bytes: Uint8Array, from: number): { first: string; fields: Map<string, string>; end: number } | null {
  const text = latin1(bytes.subarray(from, from + MAX_HEAD_BYTES))
  const stop = /\r?\n\r?\n/u.exec(text)
  if (!stop) return null
  const [first = '', ...lines] = text.slice(0, stop.index).split(/\r?\n/u)
  const fields = new Map<string, string>()
  let last = ''
  for (const line of lines) {
    const colon = line.indexOf(':')
    if (/^[ \t]/u.test(line) && last !== '') fields.set(last, `${fields.get(last)} ${line.trim()}`)
    else if (colon > 0) {
      last = line.slice(0, colon).trim().toLowerCase()
      if (!fields.has(last)) fields.set(last, line.slice(colon + 1).trim())
    }
  }
  return { first, fields, end: from + stop.index + stop[0].length }
}

function skipBlankLines(bytes: Uint8Array, from: number): number {
  let at = from
  while (at < bytes.length && (bytes[at] === 13 || bytes[at] === 10)) at++
  return at
}

function nextRecord(bytes: Uint8Array, from: number): number {
  const at = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).indexOf('\nWARC/1.', from, 'latin1')
  return at < 0 ? bytes.length : at + 1
}

function latin1(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1')
}
