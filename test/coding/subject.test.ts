import { beforeAll, describe, expect, it } from 'vitest'
import { type Coder, type CodingResult, createCoder } from '../../src/coding/coder.ts'
import { loadResources } from '../../src/jobs/resources.ts'

let coder: Coder
beforeAll(() => {
  coder = createCoder(loadResources())
})

function code(text: string): CodingResult {
  return coder.code({
    id: 'ar_test',
    text,
    published: { from: '2021-03-10', to: '2021-03-10', basis: 'given' },
    language: 'en',
    sha256: '',
    mediaType: 'text/plain',
    excluded: [],
    warnings: [],
  })
}

const TRANSFER = `Rovers have agreed to sell their striker to City for a record fee. The club rejected two bids last season,
but the coach met the player's agent on Tuesday. The midfielder praised his team after the match and accused the referee of
missing a penalty. City won the league and the cup and lost the final of the tournament in extra time. The goalkeeper is
out for six weeks with a knee injury, and the captain must rest his ankle until the next fixture.`

describe('what is a public affair', () => {
  it('takes nothing from a report on a match and names the reason for each candidate', () => {
    const { records, misses } = code(TRANSFER)
    expect(records).toEqual([])
    expect(misses.map((miss) => miss.reason)).toContain('no public affair: a report on sport')
  })

  it('keeps what the police do in the middle of sport', () => {
    const { records } = code(`${TRANSFER} Police arrested 12 demonstrators outside the stadium on Monday.`)
    expect(records.map((record) => [record.type, record.arrested?.low])).toContainEqual(['COERCE', 12])
  })

  it('keeps a short report whose only other words are of trade', () => {
    const { records } = code('Bangladesh rejected an Indian proposal for a free trade agreement on Monday.')
    expect(records.map((record) => record.type)).toContain('REJECT')
  })
})
