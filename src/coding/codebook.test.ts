import { describe, expect, it } from 'vitest'
import {
  ACLED_ROWS,
  CAMEO,
  CONTEXTS,
  cameoOf,
  FORMS,
  fromCameo,
  isMode,
  SCAD_CONTEXT,
  scaleOf,
  TOPICS,
  TYPES,
  toAcled,
  toCameo,
} from './codebook.ts'
import type { EventType } from './event-record.ts'
import { EVENT_TYPES } from './event-record.ts'

const QUADS: Record<string, string> = {
  AGREE: 'verbal cooperation 2.5',
  CONSULT: 'verbal cooperation 2.5',
  SUPPORT: 'verbal cooperation 5',
  CONCEDE: 'verbal cooperation 4.5',
  COOPERATE: 'material cooperation 9.5',
  AID: 'material cooperation 10',
  RETREAT: 'material cooperation 6.5',
  REQUEST: 'verbal conflict 0',
  ACCUSE: 'verbal conflict -3',
  REJECT: 'verbal conflict -2',
  THREATEN: 'verbal conflict -3.5',
  PROTEST: 'material conflict -5',
  SANCTION: 'material conflict -6',
  MOBILIZE: 'material conflict -5.5',
  COERCE: 'material conflict -7',
  ASSAULT: 'material conflict -9',
}

describe('types and modes', () => {
  it.each(EVENT_TYPES)('%s has the quad and the score of the codebook', (type) => {
    expect(`${TYPES[type].quad} ${TYPES[type].score}`).toBe(QUADS[type])
  })
  it('requires a recipient of exactly cooperation, aid and sanction', () => {
    expect(EVENT_TYPES.filter((type) => TYPES[type].recipientRequired)).toEqual(['COOPERATE', 'AID', 'SANCTION'])
  })
  it('gives every mode a score whose sign is that of its quad, requests aside', () => {
    for (const type of EVENT_TYPES)
      for (const [mode, score] of Object.entries(TYPES[type].modes)) {
        if (type === 'REQUEST') continue
        expect(Math.sign(score), `${type} ${mode}`).toBe(TYPES[type].quad.endsWith('cooperation') ? 1 : -1)
      }
  })
  it('scales by the most extreme mode', () => {
    expect(scaleOf('ASSAULT', ['beat', 'targeted'])).toBe(-9.5)
    expect(scaleOf('PROTEST', [])).toBe(-5)
    expect(scaleOf('PROTEST', ['unheard-of'])).toBe(-5)
  })
  it('has 37 contexts, none twice', () => {
    expect(new Set(CONTEXTS).size).toBe(37)
  })
})

describe('forms and topics', () => {
  it.each(Object.entries(FORMS))('%s is coded with modes and a code that exist', (_, form) => {
    for (const mode of form.modes) expect(isMode(form.type, mode)).toBe(true)
    expect(fromCameo(form.cameo)?.type).toBe(form.type)
  })
  it('gives every topic a protest context', () => {
    for (const topic of TOPICS) expect(SCAD_CONTEXT[topic]).toBeTruthy()
  })
})

describe('CAMEO', () => {
  it.each([
    ['010', 'STATEMENT'],
    ['024', 'STATEMENT'],
    ['030', 'AGREE'],
    ['043', 'CONSULT'],
    ['057', 'SUPPORT'],
    ['061', 'COOPERATE'],
    ['073', 'AID'],
    ['081', 'CONCEDE'],
    ['083', 'CONCEDE'],
    ['0841', 'RETREAT'],
    ['0874', 'RETREAT'],
    ['090', 'ACCUSE'],
    ['104', 'REQUEST'],
    ['112', 'ACCUSE'],
    ['116', 'SANCTION'],
    ['123', 'REJECT'],
    ['138', 'THREATEN'],
    ['145', 'PROTEST'],
    ['154', 'MOBILIZE'],
    ['163', 'SANCTION'],
    ['173', 'COERCE'],
    ['175', 'ASSAULT'],
    ['1712', 'ASSAULT'],
    ['1711', 'COERCE'],
    ['183', 'ASSAULT'],
    ['191', 'COERCE'],
    ['192', 'COERCE'],
    ['193', 'ASSAULT'],
    ['204', 'ASSAULT'],
    ['0813', 'CONCEDE'],
    ['0814', 'CONCEDE'],
  ])('reads %s as %s', (code, type) => {
    expect(fromCameo(code)?.type).toBe(type)
  })
  it('reads unknown roots as nothing', () => {
    expect(fromCameo('999')).toBeNull()
    expect(fromCameo('')).toBeNull()
  })
  it('writes codes that read back as the same type for every mode', () => {
    for (const type of EVENT_TYPES)
      for (const [mode, code] of Object.entries(CAMEO[type])) {
        if (mode !== '') expect(isMode(type, mode), `${type} ${mode}`).toBe(true)
        // A resignation is 0831, which CAMEO counts among political concessions.
        if (type === 'RETREAT' && (mode === '' || mode === 'resign')) continue
        expect(fromCameo(code)?.type, `${type} ${mode}`).toBe(type)
      }
  })
  it.each([
    ['ASSAULT', ['firearms', 'targeted'], '186'],
    ['PROTEST', ['vandalize'], '145'],
    ['MOBILIZE', ['weapons'], '150'],
    ['SANCTION', ['convict'], '116'],
    ['CONSULT', ['multilateral'], '040'],
    ['THREATEN', ['arrest'], '130'],
  ] as const)('writes %s %j as %s', (type, modes, code) => {
    expect(toCameo(type, modes)).toBe(code)
  })
})

describe('cameoOf', () => {
  const facts = { type: 'AID' as EventType, mode: [] as string[], context: [] as string[], basis: [] as string[] }
  it.each([
    ['aid of no kind', facts, '070'],
    ['aid in a paragraph about an earthquake', { ...facts, context: ['disasters'] }, '073'],
    ['arms sent', { ...facts, basis: ['trigger:aid.v.supply', 'cameo:072'] }, '072'],
    [
      'aid promised',
      {
        ...facts,
        type: 'AGREE' as EventType,
        basis: ['trigger:aid.v.supply', 'cameo:072', 'collapse:future-cooperation'],
      },
      '033',
    ],
    [
      'help asked for',
      { ...facts, type: 'REQUEST' as EventType, mode: ['assist'], basis: ['trigger:request.v.ask', 'cameo:02'] },
      '023',
    ],
    ['help demanded', { ...facts, type: 'REQUEST' as EventType, mode: ['assist'] }, '101'],
    [
      'a ratification refused',
      { ...facts, type: 'REJECT' as EventType, basis: ['trigger:support.v.ratify', 'cameo:057'] },
      '120',
    ],
  ])('%s', (_, record, code) => {
    expect(cameoOf(record)).toBe(code)
  })
})

describe('ACLED-like view', () => {
  const actor = (sector: string) => ({
    name: sector,
    country: null,
    sector: [sector],
    quote: '',
    start: 0,
    end: 0,
    basis: 'stated',
  })
  const base = {
    mode: [] as string[],
    form: null,
    actors: [] as ReturnType<typeof actor>[],
    recipients: [] as ReturnType<typeof actor>[],
    killed: null,
    injured: null,
    certainty: { value: 'asserted' as const },
    polarity: 'positive' as const,
    background: false,
    trigger: { quote: '', start: 0, end: 0 },
  }
  const rally = { ...base, type: 'PROTEST' as const, mode: ['demo'], form: 'rally' }
  it('folds the response into the row of the gathering', () => {
    expect(toAcled(rally)?.label).toBe('PEACE_PROTEST')
    expect(toAcled(rally, [{ ...base, type: 'COERCE', mode: ['arrest'] }])?.label).toBe('PROTEST_WITH_INTER')
    expect(toAcled(rally, [{ ...base, type: 'ASSAULT', mode: ['firearms'] }])?.label).toBe('FORCE_AGAINST_PROTEST')
  })
  it('has no row for a strike without a gathering, nor for what has not happened', () => {
    expect(toAcled({ ...rally, mode: ['strike'], form: 'strike' })).toBeNull()
    expect(toAcled({ ...rally, certainty: { value: 'planned' } })).toBeNull()
    expect(toAcled({ ...rally, background: true })).toBeNull()
    expect(toAcled({ ...rally, polarity: 'negative' })).toBeNull()
  })
  it('tells battles from violence against civilians by who is armed', () => {
    expect(toAcled({ ...base, type: 'ASSAULT', actors: [actor('MIL')], recipients: [actor('REB')] })?.label).toBe(
      'ARMED_CLASH',
    )
    expect(toAcled({ ...base, type: 'ASSAULT', actors: [actor('REB')], recipients: [actor('CVL')] })?.label).toBe(
      'ATTACK',
    )
    expect(toAcled({ ...base, type: 'ASSAULT', mode: ['aerial'] })?.label).toBe('AIR_STRIKE')
    expect(toAcled({ ...base, type: 'ASSAULT', mode: ['suicide-attack', 'explosives'] })?.label).toBe('SUIC_BOMB')
    expect(
      toAcled({ ...base, type: 'ASSAULT', mode: ['explosives'], trigger: { quote: 'grenade', start: 0, end: 7 } })
        ?.label,
    ).toBe('GRENADE')
  })
  it('reads a seizure by what was seized, and by whom', () => {
    const seized = (what: string, by: string) =>
      toAcled({
        ...base,
        type: 'COERCE' as const,
        mode: ['seize'],
        actors: [actor(by)],
        trigger: { quote: 'seized', start: 0, end: 6 },
        issues: [{ quote: what }],
      })?.label
    expect(seized('three rifles and ammunition', 'COP')).toBe('DISR_WEAP')
    expect(seized('control of the town', 'REB')).toBe('NON_STATE_ACTOR_OVERTAKES_TER')
    expect(seized('the rebel camp', 'MIL')).toBe('GOV_REGAINS_TERIT')
    expect(seized('a bank account', 'GOV')).toBeUndefined()
  })
  it('names 25 sub-events, none twice', () => {
    expect(new Set(Object.values(ACLED_ROWS).map((row) => row[1])).size).toBe(25)
  })
})
