import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isPlainDate } from '../../base/plain-date.ts'
import { findCitations } from '../citation/find-citations.ts'
import { timeMention } from '../mention.ts'
import { findTimes, MAX_TIMES } from './find-times.ts'

const FRIDAY = '2021-07-23'

function read(text: string, published: string | null = FRIDAY, language = 'en') {
  return findTimes({
    text,
    analysis: { language, sentences: [], lowerCase: false },
    published: published ? { from: published, to: published, basis: 'given' } : null,
  })
}

/** The values of a text, with the modifier where there is one. */
function values(text: string, published?: string | null, language?: string): string[] {
  return read(text, published, language).map((t) => (t.mod ? `${t.value} ${t.mod}` : t.value))
}

describe('dates told outright', () => {
  it.each([
    ['The march on 6 July 2021 was banned.', '2021-07-06'],
    ['On July 6th, 2021, police came.', '2021-07-06'],
    ['signed on the 6th of July, 2021', '2021-07-06'],
    ['logged 2021-07-06 at the desk', '2021-07-06'],
    ['dated 06.07.2021 by hand', '2021-07-06'],
    ['It began in December 2019.', '2019-12'],
    ['since the law of 1994 passed', '1994'],
    ['prices in the 1990s', '199'],
    ['in the 19th century', '18'],
    ['in the third quarter of 2020', '2020-Q3'],
    ['in the first half of 2020', '2020-H1'],
    ['during the winter of 1994', '1994-WI'],
    ['in nineteen ninety-four', '1994'],
  ])('%s → %s', (text, value) => expect(values(text)).toEqual([value]))

  it('gives an interval and says that it was stated', () => {
    expect(read('It began in December 2019.')[0]).toMatchObject({
      quote: 'December 2019',
      from: '2019-12-01',
      to: '2019-12-31',
      grain: 'month',
      anchor: 'none',
      basis: 'stated',
    })
  })

  it('reads a range of days as one interval and a list as single days, with one year for all', () => {
    expect(read('held on 5-7 May 2020')[0]).toMatchObject({ from: '2020-05-05', to: '2020-05-07' })
    expect(values('held on May 9, 14, 2020.')).toEqual(['2020-05-09', '2020-05-14'])
    expect(values('held on April 24 and 25.', '1999-02-10')).toEqual(['1999-04-24', '1999-04-25'])
  })
})

describe('dates that hang on the publication', () => {
  it.each([
    ['Police said on Friday.', '2021-07-23'],
    ['Police were called on Tuesday.', '2021-07-20'],
    ['They will meet on Tuesday.', '2021-07-27'],
    ['They planned to meet Tuesday.', '2021-07-27'],
    ['Last Friday they came.', '2021-07-16'],
    ['Next Friday they come.', '2021-07-30'],
    ['It ended yesterday.', '2021-07-22'],
    ['the day before yesterday', '2021-07-21'],
    ['It began last week.', '2021-W28'],
    ['It began last month.', '2021-06'],
    ['It began two weeks ago.', '2021-07-09'],
    ['It began five months ago.', '2021-02'],
    ['It began ten years ago.', '2011'],
    ['on December 30 there was a rally', '2020-12-30'],
    ['They met in February.', '2021-02'],
    ['in July last year', '2020-07'],
    ['last November', '2020-11'],
    ['for the year ended March 31', 'P1Y'],
  ])('%s → %s', (text, value) => expect(values(text)[0]).toBe(value))

  it('takes the year that brings a day nearest to the publication', () => {
    expect(values('On December 28 they met.', '2021-01-03')).toEqual(['2020-12-28'])
    expect(values('On January 4 they met.', '2021-12-30')).toEqual(['2022-01-04'])
    expect(read('On December 28 they met.', '2021-01-03')[0]).toMatchObject({
      anchor: 'publication',
      basis: 'inferred:nearest-year',
    })
  })

  it('gives the year at the end of a list or range to all of its dates', () => {
    expect(values('from November to March 2020')).toEqual(['2019-11', '2020-03'])
    expect(values('in June and July 2019')).toEqual(['2019-06', '2019-07'])
    expect(values('on May 1, 2 and 3, 2020')).toEqual(['2020-05-01', '2020-05-02', '2020-05-03'])
  })

  it('tells plans that were from plans that stand', () => {
    expect(values('On Tuesday, they planned to leave.')).toEqual(['2021-07-20'])
    expect(values('On Tuesday, the vote is expected to pass.')).toEqual(['2021-07-27'])
    expect(values('It had previously been scheduled to expire Tuesday.')).toEqual(['2021-07-20'])
    expect(values("after Tuesday's ruling they will appeal")).toEqual(['2021-07-20'])
  })

  it('knows weeks of a month, weekends and trailing days', () => {
    expect(read('in the second week of May 2020')[0]).toMatchObject({ value: '2020-W20', from: '2020-05-11' })
    expect(read('Over the weekend they met.', '2021-07-21')[0]).toMatchObject({ from: '2021-07-17', to: '2021-07-18' })
    expect(read('This weekend they meet.', '2021-07-21')[0]).toMatchObject({ from: '2021-07-24', to: '2021-07-25' })
    expect(read('over the past three days')[0]).toMatchObject({ value: 'P3D', from: '2021-07-21', to: '2021-07-23' })
  })

  it('leaves "10 years later" open where no date was told', () => {
    expect(read('10 years later they met')[0]).toMatchObject({ value: 'XXXX', from: null, anchor: 'event' })
  })

  it('picks the year in which weekday and day agree', () => {
    expect(values('on Sunday, March 8', '1998-03-05')).toEqual(['1998-03-08'])
  })

  it('says so when only a lower bound of the publication is known', () => {
    const [time] = findTimes({
      text: 'On July 6 they met.',
      analysis: { language: 'en', sentences: [], lowerCase: false },
      published: { from: FRIDAY, to: null, basis: 'access-date' },
    })
    expect(time).toMatchObject({ value: '2021-07-06', basis: 'inferred:nearest-year:publication-lower-bound' })
  })

  it('leaves relative dates open without a publication date', () => {
    expect(read('They met on July 6 and yesterday, last week and on Friday.', null)).toMatchObject([
      { value: 'XXXX-07-06', from: null, to: null },
      { value: 'XXXX-XX-XX', from: null },
      { value: 'XXXX-WXX', from: null },
      { value: 'XXXX-WXX-5', from: null },
    ])
  })
})

describe('narrowed, unclear and open dates', () => {
  it('narrows early, mid and late to a third and keeps the unit as value', () => {
    expect(read('in late March 2021')[0]).toMatchObject({
      value: '2021-03',
      mod: 'END',
      from: '2021-03-22',
      to: '2021-03-31',
    })
    expect(read('in mid-2020')[0]).toMatchObject({ value: '2020', mod: 'MID', from: '2020-05-02', to: '2020-08-31' })
    expect(read('early December', '2021-01-10')[0]).toMatchObject({
      value: '2020-12',
      mod: 'START',
      from: '2020-12-01',
    })
  })

  it('marks what lies after or before a date', () => {
    expect(read('Since February they stood there.')[0]).toMatchObject({ value: '2021-02', relation: 'since' })
    expect(read('They must leave by May 1, 2022.')[0]).toMatchObject({ value: '2022-05-01', relation: 'by' })
  })

  it('reads references, lengths and repetitions without a date of their own', () => {
    expect(values('Recently they met; now they wait for two weeks, every day, each Thursday.')).toEqual([
      'PAST_REF',
      'PRESENT_REF',
      'P2W',
      'P1D',
      'XXXX-WXX-4',
    ])
    expect(values('after a 16-hour flight')).toEqual(['PT16H'])
    expect(values('for 2 1/2 years')).toEqual(['P2Y6M'])
  })

  it('takes "the same month" from the story, not from the publication', () => {
    const times = read('The law came on 4 May 2016. In the same month ministers left. A day later it was frozen.')
    expect(times.map((t) => [t.value, t.anchor])).toEqual([
      ['2016-05-04', 'none'],
      ['2016-05', 'narrative'],
      ['2016-05-05', 'narrative'],
    ])
  })

  it('keeps a day of an older story in the year of that story', () => {
    const times = read('The protests of 2014 grew. They ended in bloodshed (December 16).')
    expect(times[1]).toMatchObject({ value: '2014-12-16', basis: 'inferred:year-of-story' })
  })

  it('sets a year ago against the quarter that is told', () => {
    expect(values('Third-quarter profit rose from a year ago.', '1989-10-26')).toEqual(['1989-Q3', '1988-Q3'])
  })
})

describe('dates of citations', () => {
  it('take the value that the citation gives them', () => {
    const text = 'They met (Interfax, January 10;, February 19, 2020).'
    const published = { from: FRIDAY, to: FRIDAY, basis: 'given' }
    const { citations } = findCitations(text, published)
    const times = findTimes(
      { text, analysis: { language: 'en', sentences: [], lowerCase: false }, published },
      { citations },
    )
    expect(times.map((t) => [t.value, t.basis])).toEqual([
      ['2021-01-10', 'inferred:citation'],
      ['2020-02-19', 'inferred:citation'],
    ])
  })
})

describe('what is no time', () => {
  it.each([
    'They may march in the sun.',
    'A second man spoke.',
    'He is 44 years old, the 44-year-old said.',
    'It cost $2000 and weighs 1990 tons.',
    'Call (318) 619-3946 now-ish',
    'The score was 3-2.',
    'Boeing 737 and A320',
  ])('%s', (text) => expect(values(text).filter((v) => v !== 'PRESENT_REF')).toEqual([]))
})

describe('named days', () => {
  it('knows days that move and days that differ by country', () => {
    expect(values('on Thanksgiving Day', '2000-01-07')).toEqual(['1999-11-25'])
    const text = 'They met on Independence Day.'
    const input = {
      text,
      analysis: { language: 'en', sentences: [], lowerCase: false },
      published: { from: FRIDAY, to: FRIDAY, basis: 'given' },
    }
    expect(findTimes(input)).toEqual([])
    expect(findTimes(input, { country: 'KGZ' })[0]?.value).toBe('2021-08-31')
    expect(findTimes(input, { country: 'KAZ' })[0]?.value).toBe('2020-12-16')
  })
})

describe('other languages', () => {
  it.each([
    ['ru', 'Митинг прошёл 6 июля 2021 года.', '2021-07-06'],
    ['ru', 'в конце марта', '2021-03 END'],
    ['ru', 'в июле прошлого года', '2020-07'],
    ['ru', 'На прошлой неделе задержали', '2021-W28'],
    ['ru', 'Во вторник вышли', '2021-07-20'],
    ['ru', 'неделю назад', '2021-07-16'],
    ['ru', 'в 2019 году', '2019'],
    ['ru', 'в третьем квартале 2020 года', '2020-Q3'],
    ['kk', '2021 жылғы 6 шілдеде митинг өтті', '2021-07-06'],
    ['kk', 'өткен аптада', '2021-W28'],
    ['kk', 'наурыз айының соңында', '2021-03 END'],
    ['kk', 'былтыр желтоқсанда', '2020-12'],
    ['zh', '2021年7月6日举行抗议', '2021-07-06'],
    ['zh', '去年12月', '2020-12'],
    ['zh', '上周五', '2021-07-16'],
    ['zh', '3月底', '2021-03 END'],
  ])('%s: %s → %s', (language, text, value) => expect(values(text, FRIDAY, language)[0]).toBe(value))

  it('does not take a count of people for a year', () => {
    expect(values('2000 человек пришли', FRIDAY, 'ru')).toEqual([])
  })
})

describe('hostile input', () => {
  it('keeps dates that do not exist without an interval', () => {
    expect(read('on February 30, 2021')[0]).toMatchObject({ from: null, to: null, basis: 'inferred:no-such-day' })
    expect(read('on 31 April')[0]).toMatchObject({ from: null, to: null })
  })

  it('never throws, keeps quotes equal to their slices and gives intervals in order', () => {
    const words = [
      'May',
      'Friday',
      'last',
      'year',
      'the',
      'quarter',
      'of',
      '2021',
      '31',
      ',',
      '-',
      "'",
      '99999999999999',
      'ago',
      'early',
      'a',
      'week',
      'end',
      '/',
      '13',
      ':',
      'Z\u0301',
      '\ud83d\ude00',
      '\n\n',
      'third',
      'million',
      'years',
    ]
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...words), { maxLength: 30 }),
        fc.constantFrom('en', 'ru', 'kk', 'zh', 'xx'),
        (parts, language) => {
          const text = parts.join(' ')
          for (const time of read(text, FRIDAY, language)) {
            timeMention.parse(time)
            expect(text.slice(time.start, time.end)).toBe(time.quote)
            if (time.from !== null && time.to !== null) {
              expect(isPlainDate(time.from) && isPlainDate(time.to)).toBe(true)
              expect(time.from <= time.to).toBe(true)
            }
          }
        },
      ),
      { numRuns: 300 },
    )
  })

  it('takes time in proportion to the text, however it is made up', () => {
    for (const piece of ['May 3, ', 'the ', '1 2 3 4 ', '5/5/', 'year ago ', 'since the past 5 ', '3\u4e07']) {
      const text = piece.repeat(Math.floor(200_000 / piece.length))
      const started = performance.now()
      read(text)
      expect(performance.now() - started).toBeLessThan(10_000)
    }
  })

  it('stops at its limit', () => {
    expect(read('on Friday '.repeat(MAX_TIMES + 10)).length).toBe(MAX_TIMES)
  })
})
