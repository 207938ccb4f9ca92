import { describe, expect, it } from 'vitest'
import { compose } from './actor-codes.ts'
import { codeOn, readNames, readVerbs } from './tables.ts'

describe('compose', () => {
  it.each([
    ['SYR', ['REB'], 'SYRREB'],
    ['USAGOV', ['GOV'], 'USAGOV'],
    ['DNK', ['MUS', 'MED'], 'DNKMUSMED'],
    ['GMWGOV', ['WGO'], 'GMWGOVWGO'],
    ['ARN', ['NGO~'], 'NGOARN'],
  ])('%s with %j is %s', (actor, roles, code) => {
    expect(compose(actor, roles)).toBe(code)
  })
})

describe('the tables of the suite', () => {
  it('give dated codes by the day of the report', () => {
    const name = readNames('./actors.txt').find((entry) => entry.words.join(' ') === 'sam gamgee')
    expect(name && ['20050101', '20100111', '20110101', '20140101'].map((day) => codeOn(name, day))).toEqual([
      'HOBCIV',
      'ORCHOB',
      'HOBMIL',
      'HOBELI',
    ])
  })
  it('find verbs by every form, the longer phrase first', () => {
    const verbs = readVerbs()
    expect(verbs.get('broke')?.map((entry) => entry.words.join(' '))).toEqual(['break down', 'break'])
    expect(verbs.get('departed')?.[0]?.code).toEqual({ there: '040', back: null })
    expect(verbs.get('departes')).toBeUndefined()
    expect(verbs.get('met')?.[0]?.code).toEqual({ there: '040', back: '040' })
  })
  it('read no code where the table has none', () => {
    expect(readVerbs().get('launched')?.[0]?.code.there).toBeNull()
  })
})
