import { describe, expect, it } from 'vitest'
import { monthNames } from './month-names.ts'
import { readPlainText } from './plain-text.ts'

const read = (text: string) => readPlainText(text, monthNames())
const LONG =
  'The council of the town met on Monday and put off its vote on the new road until the protests against it are over, its speaker said.'

describe('readPlainText', () => {
  it('takes title, byline and publisher and leaves page parts out', () => {
    const draft = read(
      `Back to top\n\nRoad Vote Put Off\n\n${LONG}\n\n${LONG}\n\nExample Monitor By: Dana Example\n\nRelated Posts\n\nA Bridge Is Built\n\nA Tunnel Too`,
    )
    expect(draft).toMatchObject({ title: 'Road Vote Put Off', author: 'Dana Example', publisher: 'Example Monitor' })
    expect(draft.text).toBe(`Road Vote Put Off\n\n${LONG}\n\n${LONG}`)
    expect(draft.excluded).toEqual([
      { text: 'Back to top', reason: 'boilerplate' },
      { text: 'Related Posts', reason: 'related' },
      { text: 'A Bridge Is Built', reason: 'related' },
      { text: 'A Tunnel Too', reason: 'related' },
      { text: 'Example Monitor By: Dana Example', reason: 'byline' },
    ])
  })

  it('keeps what follows a heading like "Related" when it is text', () => {
    expect(read(`Title\n\n${LONG}\n\nRelated news\n\n${LONG}${LONG}`).text).toContain(`Related news`)
  })

  it('knows page parts in Russian and Kazakh', () => {
    expect(read(`Наверх\n\nМитинг в городе\n\n${LONG}\n\nЧитайте также:\n\nДругая новость`).text).toBe(
      `Митинг в городе\n\n${LONG}`,
    )
    expect(read(`Митинг\n\n${LONG}\n\nБөлісу`).excluded).toEqual([{ text: 'Бөлісу', reason: 'boilerplate' }])
  })

  it.each([
    ['OSH, Kyrgyzstan, March 9, 2014 — The council met.', '2014-03-09'],
    ['Osh, 9 March 2014. The council met.', '2014-03-09'],
    ['OSH, March 9, 2014 (Agency) - The council met.', '2014-03-09'],
  ])('takes the full day of a dateline as the day of publication: %s', (start, day) => {
    expect(read(`A Road Is Built\n\n${start} ${LONG}`).published).toMatchObject({
      from: day,
      to: day,
      basis: 'dateline',
    })
  })

  it.each([
    'The council of Osh met on March 9, 2014 - a Sunday.',
    'OSH, March 9 — The council met.',
    'In Osh, on March 9, 2014, the council met.',
  ])('does not take a day that a sentence or half a dateline tells: %s', (start) => {
    expect(read(`A Road Is Built\n\n${start} ${LONG}`).published).toBeNull()
  })

  it('reads a line that is a date, and not a sentence with one', () => {
    expect(read(`Title\n\nPublished: July 6, 2021\n\n${LONG}`).published).toMatchObject({
      from: '2021-07-06',
      basis: 'date-line',
    })
    expect(
      read(`Title\n\nOn July 6, 2021 the mayor resigned after a week of protests.\n\n${LONG}`).published,
    ).toBeNull()
  })

  it('takes no title from a text that begins with a sentence', () => {
    expect(read(`${LONG}\n\n${LONG}`).title).toBeUndefined()
  })

  it('does not take a sentence with "by" for a byline', () => {
    const sentence = 'The march was stopped by Police Chief Example.'
    expect(read(`Title\n\n${sentence}\n\n${LONG}`).text).toContain(sentence)
  })
})
