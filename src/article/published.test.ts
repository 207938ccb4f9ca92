import { describe, expect, it } from 'vitest'
import { findDate, parseDateValue } from './date-text.ts'
import { readPage } from './html.ts'
import { monthNames } from './month-names.ts'
import { publicationBound } from './publication-bound.ts'
import { givenPublication, numericOrder } from './published.ts'

const months = monthNames()

describe('findDate', () => {
  const cases: [string, string | null][] = [
    ['2021-07-06T23:10:00+06:00', '2021-07-06'],
    ['Tue, 06 Jul 2021 10:00:00 GMT', '2021-07-06'],
    ['July 6, 2021', '2021-07-06'],
    ['Posted on 6th of July 2021 at noon', '2021-07-06'],
    ['Sept. 3, 2019', '2019-09-03'],
    ['6 июля 2021 г., 14:05', '2021-07-06'],
    ['06 мая 2021', '2021-05-06'],
    ['2021 жылғы 6 шілде', '2021-07-06'],
    ['6 шілде 2021', '2021-07-06'],
    ['6 липня 2021', '2021-07-06'],
    ['6 Temmuz 2021', '2021-07-06'],
    ['2021年7月6日', '2021-07-06'],
    ['06.07.2021 18:00', '2021-07-06'],
    ['2021/07/06', '2021-07-06'],
    ['20210706', '2021-07-06'],
    ['31 February 2021', null],
    ['call 2021-55-12', null],
    ['no day here', null],
  ]
  it.each(cases)('%s → %s', (text, day) => {
    expect(findDate(text, months)?.date ?? null).toBe(day)
  })

  it('reads numeric dates in the order of the page', () => {
    expect(findDate('07/06/2021', months, 'day')?.date).toBe('2021-06-07')
    expect(findDate('07/06/2021', months, 'month')?.date).toBe('2021-07-06')
    expect(findDate('07/26/2021', months, 'day')?.date).toBe('2021-07-26')
    expect(numericOrder('en-US', undefined)).toBe('month')
    expect(numericOrder('ru', 'https://example.kz/a')).toBe('day')
  })

  it('covers the characters it stands on', () => {
    const text = 'Published: July 6, 2021, Almaty'
    const found = findDate(text, months)
    expect(text.slice(found?.start, found?.end)).toBe('July 6, 2021')
  })

  it('reads Unix time', () => {
    expect(parseDateValue('1625529600', months)).toBe('2021-07-06')
    expect(parseDateValue('1625529600000', months)).toBe('2021-07-06')
  })
})

describe('the chain of a page', () => {
  const text =
    '<p>The council voted on the new transport plan after a debate that lasted well into the night, members said.</p>'.repeat(
      4,
    )
  const page = (head: string, body = '', url?: string) =>
    readPage(`<html><head>${head}</head><body><article>${body}${text}</article></body></html>`, {
      ...(url ? { url } : {}),
    }).published

  it('prefers JSON-LD, and keeps the rule and the words it stands on', () => {
    const jsonLd =
      '<script type="application/ld+json">{"@type":"NewsArticle","datePublished":"2021-07-06T10:00:00Z","dateModified":"2021-07-09"}</script>'
    expect(page(`${jsonLd}<meta property="article:published_time" content="2021-07-08">`)).toEqual({
      from: '2021-07-06',
      to: '2021-07-06',
      basis: 'json-ld',
      quote: '2021-07-06T10:00:00Z',
    })
  })

  it('goes on to meta, address, time element, date node, modified meta and body', () => {
    expect(page('<meta name="pubdate" content="20210706">', '', 'https://example.org/2021/07/07/a')?.basis).toBe('meta')
    expect(page('', '', 'https://example.org/2021/07/07/a')).toMatchObject({ from: '2021-07-07', basis: 'url' })
    expect(page('', '<time datetime="2021-07-05">yesterday</time>')).toMatchObject({
      from: '2021-07-05',
      basis: 'time-element',
    })
    expect(page('', '<div class="post-date">6 июля 2021</div>')).toMatchObject({
      from: '2021-07-06',
      basis: 'date-node',
    })
    expect(page('<meta property="article:modified_time" content="2021-07-09">')).toMatchObject({
      from: '2021-07-09',
      basis: 'modified-meta',
    })
    expect(page('', '<p>Almaty, 6 July 2021</p>')).toMatchObject({ from: '2021-07-06', basis: 'body' })
  })

  it('believes the calendar of the address where a stamp in universal time is one day later', () => {
    const head = '<meta property="article:published_time" content="2021-07-07T02:30:00Z">'
    expect(page(head, '', 'https://example.org/2021/07/06/a')).toMatchObject({ from: '2021-07-06', basis: 'url' })
    expect(page(head, '', 'https://example.org/2021/07/05/a')).toMatchObject({ from: '2021-07-07', basis: 'meta' })
  })

  it('takes no date from comments, footers or copyright lines', () => {
    expect(page('', '<div class="comment-list"><span class="date">6 July 2021</span></div>')?.basis).not.toBe(
      'date-node',
    )
    expect(page('', '<p>© 1 January 2021 Example Press</p>')).toBeNull()
  })

  it('says nothing rather than today', () => {
    expect(page('')).toBeNull()
  })

  it('refuses a day after the one on which it is read', () => {
    const head = '<meta property="article:published_time" content="2031-01-01">'
    const html = `<html><head>${head}</head><body>${text}</body></html>`
    expect(readPage(html, { today: '2021-07-10' }).published).toBeNull()
  })
})

describe('givenPublication', () => {
  const given = (value: string) => givenPublication(value, () => months)
  it('reads days, stamps, months, years and written dates', () => {
    expect(given('2021-07-06')).toMatchObject({ from: '2021-07-06', to: '2021-07-06', basis: 'given' })
    expect(given('2021-07-06T10:00:00Z')?.from).toBe('2021-07-06')
    expect(given('2021-02')).toMatchObject({ from: '2021-02-01', to: '2021-02-28' })
    expect(given('2021')).toMatchObject({ from: '2021-01-01', to: '2021-12-31' })
    expect(given('17 December 2010')?.from).toBe('2010-12-17')
    expect(given('yesterday')).toBeNull()
    expect(given('2021-02-30')).toBeNull()
  })
})

describe('publicationBound', () => {
  it('bounds a report by the latest day on which a source was accessed, with the year of the text', () => {
    const text =
      'The plan was shelved in May 2021 (Ministry, accessed June 2). Exports fell (Statistics Bureau, accessed July 23).'
    expect(publicationBound(text, months)).toEqual({
      from: '2021-07-23',
      to: null,
      basis: 'access-date',
      quote: 'accessed July 23',
    })
  })

  it('reads access dates in Russian', () => {
    expect(publicationBound('Бюро статистики (дата обращения: 12 марта 2020).', months)?.from).toBe('2020-03-12')
  })

  it('falls back on the dates of cited works', () => {
    expect(
      publicationBound('The rally was banned in March 2021 (Daily Courier, April 2; The Post, April 9).', months),
    ).toMatchObject({
      from: '2021-04-09',
      to: null,
      basis: 'citation-date',
    })
  })

  it('does not take the dates of events for those of works', () => {
    expect(publicationBound('The vote (June 9, 2024) will decide it.', months)).toBeNull()
    expect(publicationBound('Two people met.', months)).toBeNull()
  })
})
