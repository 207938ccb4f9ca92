import { describe, expect, it } from 'vitest'
import { readJsonl } from './jsonl.ts'
import type { ReadResult } from './result.ts'

async function read(source: string | Uint8Array, chunkBytes = 7): Promise<ReadResult[]> {
  const bytes = typeof source === 'string' ? new TextEncoder().encode(source) : source
  const chunks: Uint8Array[] = []
  for (let at = 0; at < bytes.length; at += chunkBytes) chunks.push(bytes.subarray(at, at + chunkBytes))
  const results: ReadResult[] = []
  for await (const result of readJsonl(chunks, { file: 'in.jsonl' })) results.push(result)
  return results
}

async function article(value: unknown) {
  const [result] = await read(JSON.stringify(value))
  if (result?.kind !== 'article') throw new Error('no article')
  return result.article
}

describe('readJsonl', () => {
  it('reads one article a line with all its fields', async () => {
    const given = {
      id: 'a1',
      text: 'Police dispersed a rally in Almaty on Sunday.',
      title: 'Rally dispersed',
      published: '2021-07-06',
      source: 'Example Courier',
      url: 'https://courier.example/1',
      language: 'en-GB',
    }
    expect(await article(given)).toMatchObject({
      externalId: 'a1',
      text: given.text,
      title: given.title,
      published: { from: '2021-07-06', to: '2021-07-06', basis: 'given' },
      publisher: 'Example Courier',
      url: given.url,
      language: 'en',
      file: 'in.jsonl',
      warnings: [],
    })
  })

  it('keeps the text exactly as given: offsets refer to it', async () => {
    const text = ' \u0000Кафе\u0301 \r\n a\u00adb \ud800 '
    const read = await article({ id: '1', text })
    expect(read.text).toBe(text)
    expect(read.warnings).toEqual([
      'the text holds NUL characters; it is kept as given',
      'the text holds lone surrogates; it is kept as given',
    ])
  })

  it('does not put the title into the text, but finds it there', async () => {
    expect(await article({ id: '1', title: 'A rally', text: 'The text.' })).toMatchObject({
      title: 'A rally',
      text: 'The text.',
    })
    expect((await article({ id: '1', title: 'A rally', text: 'A rally. The text.' })).titleSpan).toEqual({
      start: 0,
      end: 7,
    })
  })

  it('reports a broken line with its number and reads the rest', async () => {
    const results = await read(
      '{"id":"1","text":"One."}\n{"id":"2","text":\n\n[1]\n{"id":"3"}\n{"id":"4","text":7}\n{"id":"5","text":"Five."}\n',
    )
    expect(
      results.map((result) => [result.line, result.kind === 'article' ? result.article.externalId : result.error.code]),
    ).toEqual([
      [1, '1'],
      [2, 'GS-E101'],
      [4, 'GS-E102'],
      [5, 'GS-E102'],
      [6, 'GS-E102'],
      [7, '5'],
    ])
    const failed = results[1]
    expect(failed?.kind === 'failed' && failed.error.message).toMatch(/in\.jsonl:2/u)
  })

  it('gives an article for an empty text', async () => {
    expect((await article({ id: '1', text: '' })).text).toBe('')
  })

  it('reads the same whatever the chunks, with CRLF, a byte order mark and no last line feed', async () => {
    const source = '\ufeff{"id":"1","text":"Алматы"}\r\n{"id":"2","text":"Астана"}'
    for (const size of [1, 2, 3, 5, 1000])
      expect((await read(source, size)).map((result) => result.kind === 'article' && result.article.text)).toEqual([
        'Алматы',
        'Астана',
      ])
  })

  it('reads UTF-16', async () => {
    const bytes = Buffer.from('\ufeff{"id":"1","text":"Алматы"}\n', 'utf16le')
    expect((await read(bytes)).map((result) => result.kind === 'article' && result.article.text)).toEqual(['Алматы'])
  })

  it('replaces bytes that are not UTF-8 and warns', async () => {
    const bytes = Buffer.concat([Buffer.from('{"id":"1","text":"a'), Buffer.from([0xff]), Buffer.from('b"}')])
    const [result] = await read(bytes)
    expect(result?.kind === 'article' && result.article.text).toBe('a\ufffdb')
    expect(result?.kind === 'article' && result.article.warnings.join()).toContain('U+FFFD')
  })

  it('leaves a field aside that is not what it should be, and says so', async () => {
    const read = await article({ id: 5, text: 'Text.', published: 'soon', language: '???', source: { name: 'x' } })
    expect(read).toMatchObject({ externalId: '5', published: null })
    expect(read.warnings).toHaveLength(3)
  })

  it('gives the same id for the same address and words, and another for other words', async () => {
    const one = await article({ id: '1', url: 'https://www.example.org/a/?utm_source=x', text: 'Two  words' })
    const two = await article({ id: '2', url: 'http://example.org/a', text: 'Two words' })
    const three = await article({ id: '3', url: 'http://example.org/a', text: 'Three words' })
    expect(one.id).toBe(two.id)
    expect(one.id).not.toBe(three.id)
  })
})
