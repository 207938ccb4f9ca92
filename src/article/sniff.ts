/** The formats that are read. `gzip` is unpacked and looked at again. */
export type Format = 'text' | 'html' | 'feed' | 'pdf' | 'docx' | 'warc' | 'jsonl' | 'gzip'

/** What may be known about bytes beside the bytes. */
export interface ReadHint {
  readonly file?: string
  readonly mediaType?: string
  readonly url?: string
}

/** Bytes looked at. */
const HEAD_BYTES = 4_096
/** Share of control characters from which bytes are no text: packed or random bytes have 0.1 of them, text next to none. */
const BINARY_SHARE = 0.06

const BY_EXTENSION: Readonly<Record<string, Format>> = {
  txt: 'text',
  text: 'text',
  md: 'text',
  html: 'html',
  htm: 'html',
  xhtml: 'html',
  rss: 'feed',
  atom: 'feed',
  rdf: 'feed',
  xml: 'feed',
  pdf: 'pdf',
  docx: 'docx',
  warc: 'warc',
  jsonl: 'jsonl',
  ndjson: 'jsonl',
  gz: 'gzip',
}

/**
 * The format of some bytes: by their own signs first, then by the media type and the name, since names and servers lie
 * more often than bytes do. Null for what is none of ours (a picture, a program, an old Word file).
 */
export function sniffFormat(bytes: Uint8Array, hint: ReadHint = {}): Format | null {
  const head = bytes.subarray(0, HEAD_BYTES)
  if (head[0] === 0x1f && head[1] === 0x8b) return 'gzip'
  const ascii = new TextDecoder('latin1').decode(head)
  if (/^[\s\S]{0,1023}?%PDF-\d/u.test(ascii)) return 'pdf'
  if (ascii.startsWith('PK\u0003\u0004') || ascii.startsWith('PK\u0005\u0006')) return zipFormat(bytes, hint)
  if (/^\s*WARC\/[01]\.\d/u.test(ascii)) return 'warc'
  const byName = formatOfName(hint)
  if (byName === 'jsonl') return 'jsonl'
  if (byName === 'docx' || byName === 'pdf' || byName === 'warc' || byName === 'gzip') return byName
  if (isBinary(head)) return null
  const text = decodeHead(head).trimStart()
  if (/^\{/u.test(text))
    return /"version"\s*:\s*"https?:\/\/(?:www\.)?jsonfeed\.org\//u.test(text) ||
      /feed\+json/u.test(hint.mediaType ?? '')
      ? 'feed'
      : 'jsonl'
  const root = rootElement(text)
  if (/^(?:rss|feed|rdf:rdf)$/u.test(root)) return 'feed'
  if (HTML_ROOTS.has(root)) return 'html'
  // A JSON file that is neither JSONL nor a feed would be read as prose.
  if (/^\[\s*[[{]/u.test(text) && /\.json$/iu.test(hint.file ?? '')) return null
  if (byName === 'feed') return 'feed'
  return byName ?? 'text'
}

const HTML_ROOTS = new Set(['html', 'head', 'body', 'article', 'div', 'p', 'h1', 'meta', 'title'])

/**
 * The name of the first element of a marked-up text in lower case, or an empty string. What may stand before it
 * (comments, processing instructions, the document type) is stepped over by hand: as one regular expression it would
 * take exponential time on comments without an end.
 */
function rootElement(text: string): string {
  let at = 0
  while (text.startsWith('<', at)) {
    const close = text.startsWith('<!--', at) ? '-->' : /^<[?!]/u.test(text.slice(at, at + 2)) ? '>' : ''
    if (close === '') return /^<([a-z][\w:]*)[\s/>]/iu.exec(text.slice(at, at + 64))?.[1]?.toLowerCase() ?? ''
    if (/^<!doctype html\b/iu.test(text.slice(at, at + 20))) return 'html'
    const end = text.indexOf(close, at)
    if (end < 0) return ''
    at = end + close.length
    while (/\s/u.test(text.charAt(at))) at++
  }
  return ''
}

function formatOfName({ file, mediaType, url }: ReadHint): Format | undefined {
  const type = mediaType?.split(';')[0]?.trim().toLowerCase()
  if (type === 'text/html' || type === 'application/xhtml+xml') return 'html'
  if (type === 'application/pdf') return 'pdf'
  if (type && /(?:rss|atom|rdf)\+xml$|feed\+json$/u.test(type)) return 'feed'
  if (type && /(?:jsonl|ndjson|jsonlines)$/u.test(type)) return 'jsonl'
  if (type && /wordprocessingml/u.test(type)) return 'docx'
  const name = file ?? url?.replace(/[?#].*$/u, '')
  const extension = /\.([a-z]+)$/u.exec((name ?? '').toLowerCase())?.[1]
  return extension === undefined ? undefined : BY_EXTENSION[extension]
}

/** A ZIP is a DOCX if it has a part under `word/`; names of its parts stand uncompressed near its end and its start. */
function zipFormat(bytes: Uint8Array, hint: ReadHint): Format | null {
  if (formatOfName(hint) === 'docx') return 'docx'
  const decoder = new TextDecoder('latin1')
  const ends = decoder.decode(bytes.subarray(0, HEAD_BYTES)) + decoder.decode(bytes.subarray(-16 * HEAD_BYTES))
  return ends.includes('word/document.xml') ? 'docx' : null
}

function isBinary(head: Uint8Array): boolean {
  if (head.length === 0) return false
  const wide = (head[0] === 0xff && head[1] === 0xfe) || (head[0] === 0xfe && head[1] === 0xff)
  if (wide) return false
  let zeros = 0
  let control = 0
  for (const byte of head) {
    if (byte === 0) zeros++
    else if (byte < 9 || (byte > 13 && byte < 32 && byte !== 27)) control++
  }
  // Half the bytes of UTF-16 text are NUL (Latin) or a low control byte such as 04 (Cyrillic): not binary.
  const utf16 = zeros + control > head.length * 0.2 && zeros > 0 && oneSided(head)
  return !utf16 && (zeros + control) / head.length > BINARY_SHARE
}

/** Whether low bytes stand on one side of the byte pairs only. */
function oneSided(head: Uint8Array): boolean {
  const low = [0, 0]
  for (let i = 0; i < head.length; i++) if ((head[i] as number) < 9) low[i & 1] = (low[i & 1] as number) + 1
  const [even = 0, odd = 0] = low
  return Math.min(even, odd) * 8 < Math.max(even, odd)
}

function decodeHead(head: Uint8Array): string {
  if (head[0] === 0xff && head[1] === 0xfe) return new TextDecoder('utf-16le').decode(head)
  if (head[0] === 0xfe && head[1] === 0xff) return new TextDecoder('utf-16be').decode(head)
  const text = new TextDecoder('utf-8').decode(head)
  return text.includes('\u0000') ? text.replaceAll('\u0000', '') : text
}
