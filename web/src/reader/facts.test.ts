import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseSearch, stringifySearch } from '../app/search.ts'
import { readExploreSearch } from '../explore/explore-search.ts'
import { blocksOf, hiddenCharacters, type MarkedSpan, segmentsOf } from './facts.ts'

describe('the text of an article', () => {
  it('comes in blocks that hold every word, none too long, no character split', () => {
    const text = fc.array(fc.constantFrom('word ', '\n', '😀', 'x'.repeat(25_000), ' ', '\n\n'), { maxLength: 12 })
    fc.assert(
      fc.property(
        text.map((parts) => parts.join('')),
        (words) => {
          const blocks = blocksOf(words)
          const kept = blocks.map(({ start, end }) => words.slice(start, end))
          expect(kept.join('').replaceAll(/\s/gu, '')).toBe(words.replaceAll(/\s/gu, ''))
          for (const piece of kept) {
            expect(piece.length).toBeLessThanOrEqual(20_001)
            expect(piece.isWellFormed()).toBe(true)
          }
        },
      ),
    )
  })

  it('keeps its characters when marks become spans, however they overlap', () => {
    const text = 'On Monday about 300 farmers blocked the road.'
    const mark = fc
      .tuple(
        fc.nat(text.length),
        fc.nat(text.length),
        fc.constantFrom<MarkedSpan['channel']>('event', 'who', 'current'),
      )
      .map(([a, b, channel]): MarkedSpan => ({ start: Math.min(a, b), end: Math.max(a, b), channel }))
      .filter(({ start, end }) => start < end)
    fc.assert(
      fc.property(fc.array(mark, { maxLength: 8 }), (marks) => {
        const segments = segmentsOf(text, { start: 0, end: text.length }, marks)
        expect(segments.map((segment) => segment.text).join('')).toBe(text)
        let at = 0
        for (const segment of segments) {
          const wanted = marks.filter(({ start, end }) => start <= at && end >= at + segment.text.length)
          expect(new Set(segment.channels)).toEqual(new Set(wanted.map(({ channel }) => channel)))
          at += segment.text.length
        }
      }),
    )
  })

  it('tells of characters that do not show', () => {
    expect(hiddenCharacters('plain слова 文字')).toBe(0)
    expect(hiddenCharacters('a\u202eb\u200bc')).toBe(2)
  })
})

describe('the address of Explore', () => {
  it('holds what it is given', () => {
    const search = { type: ['PROTEST', 'COERCE'], from: '2021-01-01', box: '46,40,88,56', map: '3.50/48.000/67.000' }
    const text = stringifySearch(search)
    expect(text).toBe('?type=PROTEST&type=COERCE&from=2021-01-01&box=46,40,88,56&map=3.50/48.000/67.000')
    expect(readExploreSearch(parseSearch(text))).toEqual({ search, ignored: [] })
  })

  it.each([
    [{ from: '2021-02-30' }, ['from']],
    [{ box: '200,0,1,1' }, ['box']],
    [{ type: ['PROTEST', 'riot'] }, ['type']],
    [{ colour: 'red' }, ['colour']],
    [{ background: 'maybe', sort: 'newest' }, ['background', 'sort']],
  ])('names what it does not understand: %o', (raw, ignored) => {
    expect(readExploreSearch(raw).ignored).toEqual(ignored)
  })
})
