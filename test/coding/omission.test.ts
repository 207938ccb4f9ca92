import { describe, expect, it } from 'vitest'
import { records } from './coder.ts'

/** Quotes of those who are said not to have acted. */
const idle = (text: string): string[] =>
  records(text).flatMap((record) => (record.omission ? [record.actors.map((actor) => actor.quote).join('+')] : []))

describe('failures to act', () => {
  it.each([
    ['The opposition criticised the police for their inaction during the riots.', 'the police'],
    ['The guards were not able to stop the crowd.', 'The guards'],
    ['The administration has failed to discharge its duty to protect lives.', 'The administration'],
    ['Residents spoke of a total failure of the administration.', 'the administration'],
    ['Neither the army nor the police were deployed.', 'the army'],
  ])('%s', (text, who) => {
    expect(idle(text).join(' ')).toContain(who)
  })

  it.each([
    'There was no complacency on the part of the police.',
    'A judge will decide whether the police failed to act.',
    'The government did not take a final decision on the tax.',
    'No police officer wants a strike in the town.',
    'The party urged the governors to prevent pilgrims from going to the town.',
    'The government does not want an inquiry into the riots.',
  ])('none: %s', (text) => {
    expect(idle(text)).toEqual([])
  })
})
