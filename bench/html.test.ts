import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterEach, describe, expect, it } from 'vitest'
import { scoreHtml, scoreText } from './html.ts'

describe('scoreText', () => {
  it('counts shingles of four words as bags', () => {
    expect(scoreText('a b c d e', 'a b c d e')).toEqual({ precision: 1, recall: 1, f1: 1, exact: true })
    // Truth: abcd, bcde. Predicted: abcd, bcdx.
    expect(scoreText('a b c d e', 'a b c d x')).toMatchObject({ precision: 0.5, recall: 0.5, exact: false })
    // A text said twice is half wrong; punctuation is nothing.
    expect(scoreText('a b c d', 'a, b; c d. A b c d')).toMatchObject({ precision: 0.2, recall: 1 })
    expect(scoreText('two words', 'two words')).toMatchObject({ f1: 1 })
    expect(scoreText('a b c d', '')).toMatchObject({ recall: 0 })
    expect(scoreText('', '')).toMatchObject({ f1: 1 })
  })
})

describe('scoreHtml', () => {
  let folder = ''
  afterEach(() => rmSync(folder, { recursive: true, force: true }))

  it('scores a folder of pages against its truth', () => {
    folder = mkdtempSync(join(tmpdir(), 'groundswell-html-'))
    const body =
      'About two hundred people came to the square to ask the mayor to go, and he did not come out to meet them all day. '
        .repeat(3)
        .trim()
    const page = `<html><head><title>T</title></head><body><nav><a href="/">Home page</a></nav><article><p>${body}</p><p>${body}</p></article></body></html>`
    writeFileSync(join(folder, 'one.html.gz'), gzipSync(page))
    writeFileSync(
      join(folder, 'ground-truth.json'),
      JSON.stringify({ one: { articleBody: `${body}\n\n${body}`, url: 'https://x.example/1' } }),
    )
    expect(scoreHtml(folder)).toMatchObject({ pages: 1, f1: 1, precision: 1, recall: 1, exact: 1 })
  })
})
