import { describe, expect, it } from 'vitest'
import type { EventRecord } from '../../src/coding/event-record.ts'
import { records } from './coder.ts'

/** "actors > recipients" of the first record of a type. */
function sides(text: string, type: EventRecord['type']): string {
  const found = records(text).find((record) => record.type === type)
  if (found === undefined) return 'no record'
  const quotes = (list: readonly { quote: string }[]): string => list.map((each) => each.quote).join(' + ')
  return `${quotes(found.actors)} > ${quotes(found.recipients)}`
}

describe('roles that the frame alone does not give', () => {
  it.each([
    ['Iraqi jets pounded the rebels with airstrikes on Thursday.', 'ASSAULT', 'Iraqi jets > the rebels'],
    ['The bank lent Moldova 560 million dollars.', 'AID', 'The bank > Moldova'],
    ['Police detained about 70 of the women.', 'COERCE', 'Police > 70 of the women'],
    ['Miners threatened to strike unless the ministry raised their wages.', 'THREATEN', 'Miners > the ministry'],
    ["Russia has massed 80,000 troops on Ukraine's border.", 'MOBILIZE', 'Russia > Ukraine'],
    ['France agreed to lift the sanctions against Iran.', 'CONCEDE', 'France > Iran'],
    ['Canada has offered to send doctors to help Nepal.', 'AGREE', 'Canada > Nepal'],
    [
      'Amnesty International accused the Nigerian army of a massacre in Zaria.',
      'ACCUSE',
      'Amnesty International > the Nigerian army',
    ],
    ['The court was criticised over the sentencing of the lawyer by Germany.', 'SANCTION', ' > the lawyer'],
    ['The FLN has claimed responsibility for several attacks in Rwanda.', 'ASSAULT', 'The FLN > '],
    ['Two shops were damaged and then set on fire by soldiers.', 'ASSAULT', 'soldiers > Two shops'],
    ['UK and EU negotiators accused Russia of lying.', 'ACCUSE', 'UK and EU negotiators > Russia'],
  ] as const)('%s', (text, type, expected) => {
    expect(sides(text, type)).toBe(expected)
  })
  it('never takes the subject of a verb for the "him" that is its object', () => {
    expect(sides('President Trump called President Erdogan and urged him to end the offensive.', 'REQUEST')).toBe(
      'President Trump > President Erdogan',
    )
  })
})

describe('clauses that the parser hangs on the wrong word', () => {
  const certainty = (text: string, type: EventRecord['type']): string =>
    records(text).find((record) => record.type === type)?.certainty.value ?? 'no record'
  it('takes what a denied charge says for denied', () => {
    expect(
      certainty('The Guatemalan government Monday denied charges by clergymen that it tortured a priest.', 'ASSAULT'),
    ).toBe('denied')
  })
  it('takes what is being considered for a plan', () => {
    expect(certainty('Japan is considering sending aid to North Korea after the floods.', 'AGREE')).toBe('planned')
  })
})
