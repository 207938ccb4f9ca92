import { describe, expect, it } from 'vitest'
import { readable, restoreQuotes } from './capitals.ts'

const NOTHING = { isCommonWord: () => false, isPlace: () => false }
const TELETYPE = 'ARMED MEN ALLEGEDLY TOOK THE MAYOR OF THE RIVER TOWN ON MONDAY NIGHT.'

describe('teletype text', () => {
  it('is read in small letters with the same offsets', () => {
    const read = readable(TELETYPE, NOTHING)
    expect(read).toBe(TELETYPE.toLowerCase())
    expect(read.length).toBe(TELETYPE.length)
  })
  it('stays as it is where it is written with case', () => {
    const text = 'Armed men allegedly took the mayor of the river town on Monday night, the Ministry said.'
    expect(readable(text, NOTHING)).toBe(text)
  })
  it('lends its own characters to every quote of a record, however deep', () => {
    const cue = TELETYPE.indexOf('ALLEGEDLY')
    const found = [
      {
        certainty: { value: 'alleged', quote: 'allegedly', start: cue, end: cue + 9 },
        claims: [{ value: { quote: 'armed men', start: 0, end: 9 } }],
        basis: ['armed men'],
      },
    ]
    const [record] = restoreQuotes(found, TELETYPE)
    expect(record?.certainty.quote).toBe('ALLEGEDLY')
    expect(record?.claims[0]?.value.quote).toBe('ARMED MEN')
    expect(record?.basis).toEqual(['armed men'])
  })
  it('leaves a quote alone that its offsets do not bear out', () => {
    const wrong = { quote: 'mayor', start: 0, end: 5 }
    expect(restoreQuotes(wrong, TELETYPE)).toEqual(wrong)
  })
})
