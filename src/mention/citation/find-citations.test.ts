import { describe, expect, it } from 'vitest'
import { citationMention } from '../mention.ts'
import { findCitations } from './find-citations.ts'

const DAY = '2021-07-23'

function cite(text: string, published: string | null = DAY) {
  return findCitations(text, published).citations.map((c) => [c.publisher, c.dates.map((d) => d.value)])
}

describe('findCitations', () => {
  it('reads entries with and without a publisher', () => {
    expect(cite('They met (Agency One, May 3; , May 9, 14, 2020; Radio X, July 2).')).toEqual([
      ['Agency One', ['2021-05-03']],
      [null, ['2020-05-09', '2020-05-14']],
      ['Radio X', ['2021-07-02']],
    ])
  })

  it('binds a year back inside its entry and never across a semicolon', () => {
    expect(cite('Text (Daily, January 10;, February 19, 2020;, March 13, 2018).')).toEqual([
      ['Daily', ['2021-01-10']],
      [null, ['2020-02-19']],
      [null, ['2018-03-13']],
    ])
    expect(cite('Text (Daily, May 3, 2019, June 4).')).toEqual([['Daily', ['2019-05-03', '2021-06-04']]])
  })

  it('never cites the future, with a day for time zones', () => {
    expect(cite('Text (Daily, July 25).')).toEqual([['Daily', ['2020-07-25']]])
    expect(cite('Text (Daily, July 24).')).toEqual([['Daily', ['2021-07-24']]])
  })

  it('keeps access dates and source notes apart from plain dates', () => {
    const [citation] = findCitations('Text (, accessed July 23).', DAY).citations
    expect(citation).toMatchObject({
      publisher: null,
      dates: [{ value: '2021-07-23', accessed: true, quote: 'July 23' }],
    })
    expect(cite('Text (Source: Daily Post, July 2).')).toEqual([['Daily Post', ['2021-07-02']]])
    expect(cite('Text (akorda.kz, 5 December 2019).')).toEqual([['akorda.kz', ['2019-12-05']]])
  })

  it.each([
    'The strike (16 May) ended.',
    'It ended on Independence Day (December 16).',
    'He (born in May 1960) spoke.',
    'The party (which was founded on May 3, 1990) lost.',
    'It rose (by 3 percent).',
    'An open (bracket, May 3',
  ])('is no citation: %s', (text) => expect(cite(text)).toEqual([]))

  it('warns where a publisher is lost and where a date does not exist', () => {
    const { warnings } = findCitations('Text (, May 9; Daily, June 31, 2020).', DAY)
    expect(warnings.some((w) => w.startsWith('1 of 2 citations name their publisher, 1 have lost it'))).toBe(true)
    expect(warnings.some((w) => w.startsWith('cited date does not exist'))).toBe(true)
  })

  it('ties each citation to the sentence before it', () => {
    const text = 'A first sentence. The second one stands here (Daily, May 3). A third one.'
    const [citation] = findCitations(text, DAY).citations
    expect(text.slice(citation?.supports?.start, citation?.supports?.end)).toBe('The second one stands here')
  })

  it('masks the year without a publication date, and keeps quotes equal to their slices', () => {
    const text = 'Text\u00a0(Daily\u00a0Post, May\u00a03; , June 4, 2020).'
    const { citations } = findCitations(text, null)
    expect(citations.map((c) => c.dates.map((d) => d.value))).toEqual([['XXXX-05-03'], ['2020-06-04']])
    for (const citation of citations) {
      citationMention.parse(citation)
      expect(text.slice(citation.start, citation.end)).toBe(citation.quote)
      for (const date of citation.dates) expect(text.slice(date.start, date.end)).toBe(date.quote)
    }
  })

  it('takes bounded time for brackets without end', () => {
    const started = performance.now()
    findCitations('('.repeat(200_000) + ')'.repeat(200_000), DAY)
    findCitations('(May 3; '.repeat(50_000), DAY)
    expect(performance.now() - started).toBeLessThan(3_000)
  })
})
