import { describe, expect, it } from 'vitest'
import { indicatorMention } from '../mention.ts'
import { findQuantities } from '../quantity/find-quantities.ts'
import { findTimes } from '../time/find-times.ts'
import { findIndicators } from './find-indicators.ts'

const NAMES: Readonly<Record<string, string>> = { China: 'CHN', Kazakhstan: 'KAZ', Russia: 'RUS', Uzbekistan: 'UZB' }

function find(text: string) {
  const input = {
    text,
    analysis: { language: 'en', sentences: [], lowerCase: false },
    published: { from: '2021-07-23', to: '2021-07-23', basis: 'given' },
  }
  const times = findTimes(input)
  const marks = Object.entries(NAMES).flatMap(([name, country]) => {
    const start = text.indexOf(name)
    return start < 0 ? [] : [{ start, end: start + name.length, country }]
  })
  marks.sort((a, b) => a.start - b.start)
  return findIndicators(input, times, findQuantities(input, times), marks)
}

describe('findIndicators', () => {
  it('pairs figures and years that are told respectively', () => {
    const found = find(
      'China sent $300 million and $250.5 million worth of direct investment to Kazakhstan in 2013 and 2014, respectively.',
    )
    expect(found.map((p) => [p.series, p.value, p.unit, p.from, p.to, p.actor_country, p.partner_country])).toEqual([
      ['fdi', 300_000_000, 'USD', '2013-01-01', '2013-12-31', 'CHN', 'KAZ'],
      ['fdi', 250_500_000, 'USD', '2014-01-01', '2014-12-31', 'CHN', 'KAZ'],
    ])
  })

  it.each([
    ['In 2020 inflation reached 7.5 percent.', 'inflation', 7.5, '%', '2020-01-01'],
    ['Exports from Kazakhstan fell to $4.1bn in the first quarter of 2020.', 'exports', 4.1e9, 'USD', '2020-01-01'],
    ['Unemployment stood at 4.9% in May 2021.', 'unemployment', 4.9, '%', '2021-05-01'],
    ['The budget deficit was $6.4 billion in 2019.', 'budget-deficit', 6.4e9, 'USD', '2019-01-01'],
    ['Bilateral trade with Russia was worth $20 billion in 2018.', 'trade-turnover', 2e10, 'USD', '2018-01-01'],
  ])('%s', (text, series, value, unit, from) => {
    const found = find(text)
    expect(found).toHaveLength(1)
    expect(found[0]).toMatchObject({ series, value, unit, from })
    indicatorMention.parse(found[0])
  })

  it('does not join figures of different series', () => {
    const found = find(
      'In 2020 China repatriated $811 million worth of profits, against net investment flows of $670 million in 2013.',
    )
    expect(found.map((p) => [p.series, p.from?.slice(0, 4)])).toEqual([
      ['profit-repatriation', '2020'],
      ['net-investment-inflow', '2013'],
    ])
  })

  it('leaves out figures without a series, and periods that are not told', () => {
    expect(find('He paid a fine of $50 in 2020.')).toEqual([])
    expect(find('Inflation is 8 percent.')[0]).toMatchObject({ from: null, to: null })
  })
})
