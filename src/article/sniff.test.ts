import { describe, expect, it } from 'vitest'
import { sniffFormat } from './sniff.ts'

const sniff = (text: string, file = 'a') => sniffFormat(new TextEncoder().encode(text), { file })

describe('sniffFormat', () => {
  const cases: [string, string | null, string?][] = [
    ['<?xml version="1.0"?><!-- made by hand --><?xml-stylesheet href="a.xsl"?><rss version="2.0">', 'feed', 'a.html'],
    ['\n <feed xmlns="http://www.w3.org/2005/Atom">', 'feed'],
    ['<rdf:RDF xmlns="x">', 'feed'],
    ['{"version": "https://jsonfeed.org/version/1.1", "items": []}', 'feed', 'a.json'],
    ['<?xml version="1.0"?><!DOCTYPE html PUBLIC "x"><html>', 'html', 'a.xml'],
    ['<!-- saved --><!doctype html><title>x</title>', 'html', 'a.txt'],
    ['<p>A piece of a page</p>', 'html'],
    ['{"id":"1","text":"One."}', 'jsonl', 'a.txt'],
    ['[{"id":"1"}]', null, 'a.json'],
    ['Some prose.', 'text'],
    ['[1] Some prose.', 'text', 'a.txt'],
    ['WARC/1.0\r\n', 'warc'],
    ['leading words %PDF-1.4', 'pdf'],
    ['PK\u0003\u0004 xl/workbook.xml', null, 'a.zip'],
    ['\u0000\u0001\u0002\u0003\u0000\u0001\u0002\u0003', null, 'a.txt'],
  ]
  it.each(cases)('%s → %s', (text, format, file) => {
    expect(sniff(text, file)).toBe(format)
  })

  it('takes no bytes without a pattern for text', () => {
    // A linear congruential generator: every byte is as likely as every other, as in packed and random files.
    let state = 1
    const bytes = Uint8Array.from({ length: 8192 }, () => {
      state = (Math.imul(state, 1664525) + 1013904223) >>> 0
      return state >>> 24
    })
    for (const name of ['noise.bin', 'noise.txt', 'noise.html', 'noise'])
      expect(sniffFormat(bytes, { file: name })).toBeNull()
  })

  it('takes no time over comments that never lead to an element', () => {
    const start = performance.now()
    sniff(`<?xml version="1.0"?>${'<!-- a -->'.repeat(400)}<x>`)
    sniff('<!--'.repeat(1_000))
    expect(performance.now() - start).toBeLessThan(500)
  })
})
