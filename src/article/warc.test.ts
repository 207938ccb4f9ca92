import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { readWarcCaptures, type WarcCapture } from './warc.ts'

const HTML = '<html><body><p>Hello from the archive.</p></body></html>'

function record(type: string, block: Uint8Array | string, fields: Record<string, string> = {}): Buffer {
  const bytes = Buffer.from(block)
  const head = {
    'WARC-Type': type,
    'WARC-Target-URI': 'https://courier.example/1',
    'WARC-Date': '2021-07-06T10:00:00Z',
    'Content-Length': String(bytes.length),
    ...fields,
  }
  const lines = Object.entries(head).map(([name, value]) => `${name}: ${value}\r\n`)
  return Buffer.concat([Buffer.from(`WARC/1.0\r\n${lines.join('')}\r\n`), bytes, Buffer.from('\r\n\r\n')])
}

function response(body: Uint8Array | string, fields: Record<string, string> = {}, status = '200 OK'): Buffer {
  const head = Object.entries({ 'Content-Type': 'text/html; charset=utf-8', ...fields }).map(
    ([name, value]) => `${name}: ${value}\r\n`,
  )
  return record(
    'response',
    Buffer.concat([Buffer.from(`HTTP/1.1 ${status}\r\n${head.join('')}\r\n`), Buffer.from(body)]),
  )
}

const captures = (bytes: Uint8Array): WarcCapture[] => [...readWarcCaptures(bytes)]
const bodies = (bytes: Uint8Array) =>
  captures(bytes).map((capture) => (capture.kind === 'capture' ? Buffer.from(capture.bytes).toString() : capture.code))

describe('readWarcCaptures', () => {
  it('finds responses that can be reports and passes over the rest', () => {
    const file = Buffer.concat([
      record('warcinfo', 'software: example\r\n'),
      record('request', 'GET / HTTP/1.1\r\n\r\n'),
      response(HTML),
      response('gone', {}, '404 Not Found'),
      response('x', { 'Content-Type': 'image/png' }),
      record('conversion', 'Plain words.', { 'Content-Type': 'text/plain' }),
    ])
    expect(bodies(file)).toEqual([HTML, 'Plain words.'])
    expect(captures(file)[0]).toMatchObject({
      url: 'https://courier.example/1',
      mediaType: 'text/html; charset=utf-8',
      captured: '2021-07-06',
    })
    const packed = Buffer.concat([
      gzipSync(record('warcinfo', 'x')),
      gzipSync(response(HTML)),
      gzipSync(response('<p>Two')),
    ])
    expect(bodies(packed)).toEqual([HTML, '<p>Two'])
    expect(bodies(gzipSync(file))).toEqual([HTML, 'Plain words.'])
  })

  it('undoes chunks and content codings', () => {
    expect(
      bodies(
        response(`5\r\n${HTML.slice(0, 5)}\r\n${(HTML.length - 5).toString(16)}\r\n${HTML.slice(5)}\r\n0\r\n\r\n`, {
          'Transfer-Encoding': 'chunked',
        }),
      ),
    ).toEqual([HTML])
    expect(bodies(response(gzipSync(HTML), { 'Content-Encoding': 'gzip' }))).toEqual([HTML])
    expect(bodies(response(HTML, { 'Content-Encoding': 'gzip', 'Transfer-Encoding': 'chunked' }))).toEqual([HTML])
  })

  it('reports a damaged record and goes on with the next', () => {
    const cut = response(HTML).subarray(0, 200)
    expect(bodies(Buffer.concat([cut, Buffer.from('\r\n'), response(HTML)]))).toContain(HTML)
    expect(bodies(Buffer.concat([Buffer.from('garbage\r\n\r\n'), response(HTML)]))).toEqual(['GS-E108', HTML])
    const broken = gzipSync(response(HTML))
    broken.fill(0xff, 20, 60)
    expect(bodies(Buffer.concat([gzipSync(response('<p>One')), broken, gzipSync(response('<p>Three'))]))).toEqual([
      '<p>One',
      'GS-E108',
      '<p>Three',
    ])
    expect(bodies(gzipSync(response(HTML)).subarray(0, 80))).toEqual(['GS-E108'])
  })

  it('refuses bombs, in the record and in the body, and goes on', () => {
    const bomb = gzipSync(response(Buffer.alloc(100_000_000)))
    expect(bodies(Buffer.concat([bomb, gzipSync(response(HTML))]))).toEqual(['GS-E107', HTML])
    expect(bodies(response(gzipSync(Buffer.alloc(100_000_000)), { 'Content-Encoding': 'gzip' }))).toEqual(['GS-E107'])
  })
})
