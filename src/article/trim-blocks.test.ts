import { describe, expect, it } from 'vitest'
import { monthNames } from './month-names.ts'
import { trimBlocks } from './trim-blocks.ts'

const LONG =
  'The council met on Monday and put off its vote on the new road until the protests against it are over, its speaker said in the evening.'
const trim = (...blocks: string[]) => trimBlocks(blocks, 'Vote put off', monthNames())

describe('trimBlocks', () => {
  it('drops what is not the report and says why', () => {
    const { kept, excluded } = trim(
      'VOTE PUT OFF',
      '6 июля 2021, 14:05',
      'Advertisement',
      LONG,
      'Read more: A bridge is built',
      LONG,
      'Image 1 of 8',
      'https://courier.example/1',
      'Subscribe to our newsletter and never miss a story.',
    )
    expect(kept).toEqual([LONG, LONG])
    expect(excluded.map(({ reason }) => reason)).toEqual([
      'date-line',
      'boilerplate',
      'related',
      'boilerplate',
      'address',
      'newsletter',
    ])
  })

  it('drops a list of reports after its heading, but no text', () => {
    expect(trim(LONG, 'Читайте также', 'Мост построен', 'Тоннель тоже').kept).toEqual([LONG])
    expect(trim(LONG, 'Related news', LONG + LONG).kept).toHaveLength(3)
  })

  it('keeps days in the middle of a chronology and sentences that speak of subscribing', () => {
    const chronology = [LONG, LONG, LONG, LONG, LONG, 'May 5, 2016', LONG, 'May 21, 2016', LONG, LONG]
    expect(trim(...chronology).kept).toEqual(chronology)
    const early = [`Readers who subscribe to the paper were told of it first.`, ...Array(6).fill(LONG)]
    expect(trim(...early).kept).toEqual(early)
  })

  it('drops how agencies sign off', () => {
    expect(trim(LONG, '(Reporting by A. Example in Almaty; Editing by B. Example)').excluded).toMatchObject([
      { reason: 'credit' },
    ])
  })
})
