/**
 * Packs the plain reports of `examples/packed` into the formats that the readers must know:
 * `node tools/pack-report.ts` writes `examples/reports` anew from
 * - `NAME.pdf.txt` and `NAME.docx.txt`, whose first line is the title, and
 * - the pages below `captures/`, whose paths are their addresses, for `captures.warc.gz`.
 * The same input gives the same bytes on every machine: no clock, time zone or compressor of the system is read.
 */
import { globSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync, zipSync } from 'fflate'
import { contentId, sha256 } from '../src/base/id.ts'

const LINE_CHARACTERS = 88
/** Zip writes local time: built from local parts, it is the same bytes in every time zone. */
const FIXED_DATE = new Date(2020, 0, 1)

function wrap(paragraph: string): string[] {
  const lines: string[] = []
  let line = ''
  for (const word of paragraph.split(' ')) {
    if (line && line.length + word.length + 1 > LINE_CHARACTERS) {
      lines.push(line)
      line = word
    } else line = line ? `${line} ${word}` : word
  }
  if (line) lines.push(line)
  return lines
}

/** One page of Helvetica; only characters of Latin-1 can be written. */
export function toPdf(title: string, paragraphs: readonly string[]): Buffer {
  const literal = (text: string): string => text.replace(/[\\()]/gu, (c) => `\\${c}`)
  const body = paragraphs.flatMap((p) => [...wrap(p).map((line) => `(${literal(line)}) Tj T*`), 'T*'])
  const content = `BT /F1 15 Tf 60 780 Td 20 TL (${literal(title)}) Tj T* /F1 10.5 Tf 14 TL T* ${body.join('\n')} ET`
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R /Lang (en) >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 5 0 R /Resources << /Font << /F1 4 0 R >> >> >>',
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>',
    `<< /Length ${Buffer.byteLength(content, 'latin1')} >>\nstream\n${content}\nendstream`,
    `<< /Title (${literal(title)}) >>`,
  ]
  let file = '%PDF-1.4\n'
  const offsets: number[] = []
  for (const [i, object] of objects.entries()) {
    offsets.push(Buffer.byteLength(file, 'latin1'))
    file += `${i + 1} 0 obj\n${object}\nendobj\n`
  }
  const start = Buffer.byteLength(file, 'latin1')
  file += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n`
  file += offsets.map((at) => `${String(at).padStart(10, '0')} 00000 n \n`).join('')
  file += `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R /Info 6 0 R >>\nstartxref\n${start}\n%%EOF\n`
  return Buffer.from(file, 'latin1')
}

const xml = (text: string): string => text.replace(/&/gu, '&amp;').replace(/</gu, '&lt;').replace(/>/gu, '&gt;')

/** A WordprocessingML file with a heading and paragraphs. */
export function toDocx(title: string, paragraphs: readonly string[]): Uint8Array {
  const w = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
  const run = (text: string): string => `<w:r><w:t xml:space="preserve">${xml(text)}</w:t></w:r>`
  const heading = `<w:p><w:pPr><w:pStyle w:val="Heading1"/></w:pPr>${run(title)}</w:p>`
  const files: Record<string, string> = {
    '[Content_Types].xml':
      '<?xml version="1.0" encoding="UTF-8"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
    '_rels/.rels':
      '<?xml version="1.0" encoding="UTF-8"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>',
    'word/document.xml': `<?xml version="1.0" encoding="UTF-8"?><w:document xmlns:w="${w}"><w:body>${heading}${paragraphs.map((p) => `<w:p>${run(p)}</w:p>`).join('')}</w:body></w:document>`,
  }
  return zipSync(
    Object.fromEntries(Object.entries(files).map(([name, text]) => [name, new TextEncoder().encode(text)])),
    { mtime: FIXED_DATE },
  )
}

/** A WARC file of response records, each gzipped on its own as the standard asks. */
export function toWarc(pages: readonly { url: string; html: string }[]): Buffer {
  return Buffer.concat(
    pages.map(({ url, html }) => {
      const http = `HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\nContent-Length: ${Buffer.byteLength(html)}\r\n\r\n${html}`
      const uuid = sha256(contentId('ar', [url, html])).replace(
        /^(.{8})(.{4})(.{4})(.{4})(.{12}).*$/u,
        '$1-$2-$3-$4-$5',
      )
      const head = [
        'WARC/1.1',
        'WARC-Type: response',
        `WARC-Record-ID: <urn:uuid:${uuid}>`,
        `WARC-Target-URI: ${url}`,
        'WARC-Date: 2023-01-01T00:00:00Z',
        'Content-Type: application/http;msgtype=response',
        `Content-Length: ${Buffer.byteLength(http)}`,
      ].join('\r\n')
      return gzipSync(new TextEncoder().encode(`${head}\r\n\r\n${http}\r\n\r\n`), { mtime: 0 })
    }),
  )
}

/** Every packed report by its file name, made from the plain sources in a folder. */
export function packAll(folder: string): Map<string, Uint8Array> {
  const files = (pattern: string): string[] => globSync(pattern, { cwd: folder }).map(slashes).sort()
  const read = (name: string): string => readFileSync(join(folder, name), 'utf8')
  const packed = new Map<string, Uint8Array>()
  for (const name of files('*.{pdf,docx}.txt')) {
    const [title = '', ...paragraphs] = read(name)
      .split('\n')
      .filter((line) => line.trim())
    const out = name.slice(0, -'.txt'.length)
    packed.set(out, out.endsWith('.pdf') ? toPdf(title, paragraphs) : toDocx(title, paragraphs))
  }
  const pages = files(`${CAPTURES}/**/*.html`).map((name) => ({
    url: `https://${name.slice(CAPTURES.length + 1, -'.html'.length)}`,
    html: read(name).trimEnd(),
  }))
  if (pages.length) packed.set(`${CAPTURES}.warc.gz`, toWarc(pages))
  return packed
}

const CAPTURES = 'captures'

const slashes = (path: string): string => path.replaceAll('\\', '/')

if (import.meta.main) {
  const examples = join(import.meta.dirname, '..', 'examples')
  for (const [name, bytes] of packAll(join(examples, 'packed'))) writeFileSync(join(examples, 'reports', name), bytes)
}
