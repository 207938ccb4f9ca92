import { gzipSync } from 'node:zlib'
import fc from 'fast-check'
import { afterAll, describe, expect, it } from 'vitest'
import { readArticles } from '../../src/article/read.ts'
import { ReaderWorker } from '../../src/article/reader-worker.ts'
import type { ReadResult } from '../../src/article/result.ts'
import type { ReadHint } from '../../src/article/sniff.ts'
import { makePdf } from '../fixtures/article/make-pdf.ts'

const worker = new ReaderWorker()
afterAll(() => worker.close())

async function read(source: string | Uint8Array, hint: ReadHint = {}, options = {}): Promise<ReadResult[]> {
  const bytes = typeof source === 'string' ? new TextEncoder().encode(source) : source
  const results: ReadResult[] = []
  for await (const result of readArticles(bytes, hint, { worker, ...options })) results.push(result)
  return results
}

/** What a user would see of results: the start of a text, or the code of an error. */
const seen = (results: ReadResult[]) =>
  results.map((result) => (result.kind === 'article' ? result.article.text.slice(0, 24) : result.error.code))

const SENTENCE = 'About two hundred people gathered on the central square on Sunday to demand that the mayor resign.'
const PAGE = `<!doctype html><html lang="en"><head><title>Rally on the square</title></head><body><article><h1>Rally on the square</h1>${`<p>${SENTENCE} Police looked on.</p>`.repeat(5)}</article></body></html>`

describe('readArticles', () => {
  it('knows each format by its bytes, whatever the name says', async () => {
    expect(seen(await read(PAGE, { file: 'a.txt' }))).toEqual(['Rally on the square\n\nAbo'])
    expect(seen(await read('{"id":"1","text":"One."}\n', { file: 'a.txt' }))).toEqual(['One.'])
    expect(seen(await read(`Rally\n\n${SENTENCE}`, { file: 'a.html' }))[0]).toMatch(/^(?:Rally|About)/u)
    expect(seen(await read(makePdf([[{ text: 'A text in a PDF', y: 700 }]]), { file: 'noname' }))).toEqual([
      'A text in a PDF',
    ])
    const rss =
      '<?xml version="1.0"?><rss version="2.0"><channel><title>C</title><item><title>Rally</title><description>Text.</description></item></channel></rss>'
    expect(seen(await read(rss, { file: 'feed' }))).toEqual(['Rally\n\nText.'])
    expect(seen(await read(gzipSync(PAGE), { file: 'a.html.gz' }))).toEqual(['Rally on the square\n\nAbo'])
  })

  it('gives an Article with all that is known of it', async () => {
    const [result] = await read(PAGE, { file: 'a.html', url: 'https://courier.example/2021/07/06/rally' })
    if (result?.kind !== 'article') throw new Error('no article')
    const { article } = result
    expect(article).toMatchObject({
      title: 'Rally on the square',
      publisher: 'courier.example',
      url: 'https://courier.example/2021/07/06/rally',
      published: { from: '2021-07-06', to: '2021-07-06', basis: 'url' },
      language: 'en',
      file: 'a.html',
      mediaType: 'text/html',
      titleSpan: { start: 0, end: 19 },
    })
    expect(article.id).toMatch(/^ar_[0-9a-z]{16}$/u)
    expect(article.sha256).toMatch(/^[0-9a-f]{64}$/u)
    expect(article.text.slice(article.titleSpan?.start, article.titleSpan?.end)).toBe(article.title)
    expect(await read(PAGE, { file: 'a.html', url: article.url as string })).toEqual([result])
  })

  it('reads the captures of a WARC, with their address and not later than their capture', async () => {
    const http = `HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n${PAGE}`
    const record = `WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://courier.example/2031/01/01/a\r\nWARC-Date: 2021-07-06T10:00:00Z\r\nContent-Length: ${http.length}\r\n\r\n${http}\r\n\r\n`
    for (const bytes of [Buffer.from(record), gzipSync(record)]) {
      const [result] = await read(bytes, { file: 'a.warc.gz' })
      expect(result).toMatchObject({
        kind: 'article',
        article: { url: 'https://courier.example/2031/01/01/a', published: null, file: 'a.warc.gz' },
      })
    }
  })

  it('fails with a code on what cannot be read, and never throws', async () => {
    expect(seen(await read('', { file: 'a.txt' }))).toEqual(['GS-E002'])
    expect(seen(await read('<html><body></body></html>', { file: 'a.html' }))).toEqual(['GS-E111'])
    expect(seen(await read(' \n\n ', { file: 'a.txt' }))).toEqual(['GS-E111'])
    expect(
      seen(
        await read(Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0, 0, 13, 73, 72, 68, 82]), {
          file: 'a.png',
        }),
      ),
    ).toEqual(['GS-E005'])
    expect(seen(await read('%PDF-1.4 broken', { file: 'a.pdf' }))).toEqual(['GS-E104'])
    expect(seen(await read('PK\u0003\u0004 broken', { file: 'a.docx' }))).toEqual(['GS-E106'])
    expect(seen(await read('<rss version="2.0"><channel', { file: 'a.xml' }))).toEqual(['GS-E110'])
    expect(seen(await read('WARC/1.0\r\nbroken', { file: 'a.warc' }))).toEqual(['GS-E108'])
    expect(seen(await read(gzipSync(PAGE).subarray(0, 100), { file: 'a.gz' })).at(-1)).toBe('GS-E113')
  })

  it('refuses a gzip bomb at once', async () => {
    const start = performance.now()
    expect(seen(await read(gzipSync(Buffer.alloc(300_000_000)), { file: 'a.html.gz' }))).toEqual(['GS-E107'])
    expect(performance.now() - start).toBeLessThan(15_000)
  })

  it('names the file and the line in the error', async () => {
    const [, failed] = await read('{"text":"One."}\nnot json\n', { file: 'in.jsonl' })
    expect(failed?.kind === 'failed' && failed.error.message).toMatch(
      /^GS-E101 .*in\.jsonl:2\. Write one JSON object a line/u,
    )
  })

  it('reads text in windows-1251 and UTF-16', async () => {
    const russian = 'Митинг на площади\n\nВ воскресенье в городе прошёл митинг, сообщила полиция.'
    const utf16 = Buffer.from(`\ufeff${russian}`, 'utf16le')
    expect(await read(utf16, { file: 'a.txt' })).toMatchObject([
      { article: { text: russian, language: 'ru', title: 'Митинг на площади' } },
    ])
    const cp1251 = Uint8Array.from(russian, (letter) => {
      const code = letter.codePointAt(0) as number
      return code < 128 ? code : letter === 'ё' ? 0xb8 : code - 0x410 + 0xc0
    })
    expect(await read(cp1251, { file: 'a.txt' })).toMatchObject([{ article: { text: russian, language: 'ru' } }])
  })

  it('cuts a text over the limit at the end of a paragraph and says so', async () => {
    const [result] = await read(`Title\n\n${`${SENTENCE}\n\n`.repeat(25_000)}`, { file: 'a.txt' })
    if (result?.kind !== 'article') throw new Error('no article')
    expect(result.article.text.length).toBeLessThanOrEqual(2_000_000)
    expect(result.article.text.endsWith('resign.')).toBe(true)
    expect(result.article.warnings.join()).toContain('text cut at')
  })

  it('gives results and nothing else for any bytes', async () => {
    const starts = [
      '',
      '<html>',
      '{"text":',
      '%PDF-1.4',
      'PK\u0003\u0004',
      'WARC/1.0\r\n',
      '\u001f\u008b\u0008\u0000',
      '<rss version="2.0"><channel><item>',
      '\ufeff',
    ]
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...starts),
        fc.uint8Array({ minLength: 1, maxLength: 300 }),
        async (start, bytes) => {
          const results = await read(
            Buffer.concat([Buffer.from(start, start.startsWith('\u001f') ? 'latin1' : 'utf8'), bytes]),
            {},
            { worker: 'inline' },
          )
          for (const result of results)
            if (result.kind === 'article')
              expect(result.article.text.isWellFormed() || result.article.mediaType.includes('jsonl')).toBe(true)
        },
      ),
      { numRuns: 150 },
    )
  })
})

describe('ReaderWorker', () => {
  it('ends a task at its time limit and goes on with the next', async () => {
    const hasty = new ReaderWorker({ seconds: 0.05 })
    const slow = `<html><body>${`<div class="date">${'12 '.repeat(50)}</div>`.repeat(9_000)}</body></html>`
    const [result] = await read(slow, { file: 'a.html' }, { worker: hasty })
    expect(result).toMatchObject({ kind: 'article' })
    expect(result?.kind === 'article' && result.article.warnings.join()).toContain('time limit reached')
    const [pdf] = await read(makePdf([[{ text: 'Text', y: 700 }]]), { file: 'a.pdf' }, { worker: hasty })
    expect(pdf?.kind === 'failed' ? pdf.error.code : 'GS-E109').toBe('GS-E109')
    await hasty.close()
  })

  it('parses many inputs that are asked for at once, in order', async () => {
    const pages = Array.from({ length: 8 }, (_, i) => read(PAGE.replaceAll('Rally', `Rally ${i}`), { file: 'a.html' }))
    expect((await Promise.all(pages)).map((results) => seen(results)[0]?.slice(0, 7))).toEqual(
      Array.from({ length: 8 }, (_, i) => `Rally ${i}`),
    )
  })
})
