import { describe, expect, it } from 'vitest'
import { toAcled } from '../../src/coding/codebook.ts'
import type { EventRecord } from '../../src/coding/event-record.ts'
import { records, testArticle, testCoder } from './coder.ts'

const find = (list: readonly EventRecord[], type: string, mode?: string): EventRecord => {
  const found = list.find((record) => record.type === type && (mode === undefined || record.mode.includes(mode)))
  if (!found)
    throw new Error(
      `no ${type} ${mode ?? ''} among ${list.map((record) => `${record.type} ${record.mode.join('+')}`).join(', ')}`,
    )
  return found
}
const quotes = (list: readonly { quote: string }[]): string => list.map((each) => each.quote).join(' | ')

describe('who did what to whom', () => {
  it('keeps an arrest by nobody named', () => {
    const arrest = find(records('On Friday 12 activists were detained in Almaty.'), 'COERCE', 'arrest')
    expect(arrest.actors).toEqual([])
    expect(arrest.arrested).toMatchObject({ low: 12, high: 12 })
    expect(quotes(arrest.recipients)).toContain('activists')
  })
  it('takes the agent of a passive', () => {
    const arrest = find(records('Three students were arrested by police in Bishkek on Sunday.'), 'COERCE', 'arrest')
    expect(quotes(arrest.actors)).toContain('police')
    expect(quotes(arrest.recipients)).toContain('students')
  })
  it('does not take the speaker for the actor', () => {
    const attack = records('A senior official said troops had attacked the village of Arslan.').find(
      (record) => record.type === 'ASSAULT',
    )
    expect(quotes(attack?.actors ?? [])).toContain('troops')
    expect(quotes(attack?.actors ?? [])).not.toContain('official')
    expect(attack?.speaker?.quote).toContain('official')
  })
  it('puts everyone who meets among the actors', () => {
    const talks = find(records('The foreign ministers of Turkey and Greece met in Geneva on Monday.'), 'CONSULT')
    expect(talks.recipients).toEqual([])
    expect(talks.place?.quote).toBe('Geneva')
  })
  it('distributes coordinated roles', () => {
    const accuse = find(records('Estonia and Latvia accused Russia and Belarus of meddling.'), 'ACCUSE', 'allege')
    expect(accuse.actors.map((actor) => actor.country)).toEqual(['EST', 'LVA'])
    expect(accuse.recipients.map((actor) => actor.country)).toEqual(['RUS', 'BLR'])
  })
  it('takes a capital for the government that speaks from it', () => {
    const reject = find(records('Astana rejected the proposal on Tuesday.'), 'REJECT')
    expect(reject.actors[0]).toMatchObject({ country: 'KAZ' })
  })
})

describe('one act in several words', () => {
  it('codes mob violence against property as a riot, by others as an assault', () => {
    expect(find(records('A mob burned shops in the old town of Jaipur.'), 'PROTEST', 'riot').form).toBe('riot')
    expect(find(records('Soldiers burned shops in the old town of Jaipur.'), 'ASSAULT', 'destroy')).toBeDefined()
  })
  it('takes riot police for police', () => {
    const list = records('Riot police used tear gas to disperse a rally in Brest on Sunday.')
    expect(list.map((record) => record.type).sort()).toEqual(['ASSAULT', 'PROTEST'])
    expect(find(list, 'PROTEST').mode).toEqual(['demo'])
  })
  it('joins a noun to the verb that tells the same', () => {
    expect(records('Qatar mediated talks between the Taliban and the Afghan government.')).toHaveLength(1)
    expect(records('The parliament ratified the treaty with Kenya on Friday.')).toHaveLength(1)
  })
  it('keeps one record of a headline and the lead that tells it again', () => {
    const resigned = records(
      'Armenian prime minister resigns after protests\n\nYEREVAN, April 23 — Prime Minister Serzh Sargsyan of Armenia resigned on Monday.',
    ).filter((record) => record.type === 'RETREAT')
    expect(resigned).toHaveLength(1)
    expect(quotes(resigned[0]?.actors ?? [])).toContain('Sargsyan')
    const arrests = records(
      'Georgia Arrests Opposition Members on Arms Charges\n\nTBILISI, Georgia — Georgian police arrested several opposition members on Monday.',
    )
    expect(arrests.filter((record) => record.type === 'COERCE')).toHaveLength(1)
  })
  it('reads a past form without object in a headline as a passive', () => {
    const list = records(
      'Two protesters shot dead in Mandalay\n\nMANDALAY, Myanmar — Police opened fire on a crowd in Mandalay on Saturday, and two people were killed.',
    ).filter((record) => record.type === 'ASSAULT')
    expect(list).toHaveLength(1)
    expect(quotes(list[0]?.actors ?? [])).toContain('Police')
  })
  it('codes the aim of an act with the act', () => {
    const list = records('Police in Kenya detained hundreds of people on Saturday to prevent unsanctioned rallies.')
    expect(list.filter((record) => record.type === 'COERCE')).toHaveLength(1)
    expect(find(list, 'COERCE', 'arrest').arrested?.low).toBe(200)
  })
  it('gives two measures of one verb the same author', () => {
    const list = records('President Rosen imposed a state of emergency and a night curfew in the region.')
    expect(quotes(find(list, 'COERCE', 'curfew').actors)).toContain('Rosen')
    expect(quotes(find(list, 'COERCE', 'martial-law').actors)).toContain('Rosen')
  })
  it('takes a grievance for the issue of a protest, not for an event', () => {
    const list = records('Lawyers took to the streets of Harare on Thursday to protest against police brutality.')
    expect(list.map((record) => record.type)).toEqual(['PROTEST'])
  })
  it('does not take the accused for an accusation, nor a suicide bomber for an aircraft', () => {
    expect(
      records('The rights of the accused were discussed in the paper.').filter((each) => each.type === 'ACCUSE'),
    ).toEqual([])
    const attack = find(records('A suicide bomber killed nine officers in Kandahar on Thursday.'), 'ASSAULT')
    expect(attack.mode).not.toContain('aerial')
  })
  it('reads an exchange of prisoners as their release', () => {
    expect(find(records('The two armies exchanged 35 prisoners on Saturday.'), 'RETREAT', 'release')).toBeDefined()
  })
})

describe('what is said of an act', () => {
  it('reads a promise of force as a threat', () => {
    const list = records('The general vowed to attack the rebels.')
    expect(find(list, 'THREATEN', 'violence').actors.length).toBe(1)
    expect(list.some((record) => record.type === 'ASSAULT')).toBe(false)
  })
  it('reads a promise of war as a threat', () => {
    const list = records('The junta vowed to bomb the camps.')
    expect(find(list, 'THREATEN', 'violence').actors.length).toBe(1)
    expect(list.some((record) => record.type === 'AGREE')).toBe(false)
  })
  it('takes what a party said that it would do as planned', () => {
    const concession = find(records('The ruling party said it would withdraw the bill.'), 'CONCEDE')
    expect(concession.certainty.value).toBe('planned')
  })
  it('reads regret for what is one’s own as a concession, regret for others as criticism', () => {
    const own = records('The police chief said he regretted that his officers had beaten the students.')
    expect(find(own, 'CONCEDE').mode).toEqual([])
    expect(
      find(records('The minister regretted the refusal of the rebels to talk.'), 'ACCUSE', 'disapprove'),
    ).toBeDefined()
  })
  it('reads dissent on the net as criticism', () => {
    expect(records('Thousands of drivers protested online against the law.').map((record) => record.type)).toEqual([
      'ACCUSE',
    ])
  })
  it('keeps a rally that was refused a permit as planned', () => {
    const list = records('The city council of Oral refused permission for a rally planned for Sunday.')
    expect(find(list, 'REJECT', 'change')).toBeDefined()
    expect(find(list, 'PROTEST').certainty.value).toBe('planned')
  })
  it('reads what is about to be agreed as an agreement that is planned', () => {
    const agree = find(records('Armenia will restore diplomatic ties with Turkey next month.'), 'AGREE')
    expect(agree.certainty.value).toBe('planned')
  })
  it('reads a call for a boycott as a boycott that is called for', () => {
    const boycott = find(records('The party called for a boycott of the election.'), 'PROTEST', 'boycott')
    expect(boycott.certainty.value).toBe('called-for')
    expect(quotes(boycott.actors)).toContain('party')
  })
  it('keeps one record of a demand, not its content too', () => {
    const list = records('The union urged the government to release the prisoners.')
    expect(list.map((record) => record.type)).toEqual(['REQUEST'])
    expect(list[0]?.mode).toEqual(['yield'])
  })
  it('reads a refusal as a refusal', () => {
    const list = records('The government refused to negotiate with the rebels.')
    expect(find(list, 'REJECT', 'meet')).toBeTruthy()
    expect(list.some((record) => record.type === 'CONSULT')).toBe(false)
  })
  it('does not assert what did not happen', () => {
    const list = records('No shots were fired at the protesters.')
    expect(list.some((record) => record.type === 'ASSAULT' && record.polarity === 'positive')).toBe(false)
  })
  it('keeps what is denied as denied', () => {
    const list = records('The ministry denied that police attacked the students.')
    expect(list.find((record) => record.type === 'ASSAULT')?.certainty.value ?? 'denied').toBe('denied')
  })
  it('reads lifting a curfew as a concession', () => {
    const list = records('The authorities lifted the curfew in Osh on Thursday.')
    expect(list.map((record) => record.type)).toEqual(['CONCEDE'])
  })
  it('reads a cancelled summit as a rejection', () => {
    expect(records('The president cancelled the summit with the king.').map((record) => record.type)).toEqual([
      'REJECT',
    ])
  })
})

describe('failures to act', () => {
  it.each([
    'Police stood by as the mob burned shops in the old town.',
    'The police failed to protect the families from the mob.',
    'Residents complained of police inaction during the riot.',
    'Police did nothing to stop the crowd.',
  ])('%s', (text) => {
    const omission = records(text).find((record) => record.omission)
    expect(omission?.polarity).toBe('negative')
    expect(omission?.actors.some((actor) => actor.sector.includes('COP'))).toBe(true)
  })
})

describe('protest', () => {
  it('carries its form, issue, size and permit', () => {
    const text = 'Some 300 people held an authorized rally in Almaty on Saturday against Chinese expansion.'
    const rally = find(records(text), 'PROTEST', 'demo')
    expect(rally.form).toBe('rally')
    expect(rally.size).toMatchObject({ low: 300 })
    expect(rally.authorisation?.value).toBe('authorised')
    expect(rally.issues.map((issue) => issue.quote).join()).toContain('Chinese expansion')
    expect(rally.place?.country).toBe('KAZ')
    expect(rally.date).toMatchObject({ from: '2021-07-10', grain: 'day' })
  })
  it('tells a strike from a strike of missiles', () => {
    expect(find(records('Miners went on strike over unpaid wages in Karaganda.'), 'PROTEST', 'strike').form).toBe(
      'strike',
    )
    expect(
      records('A missile strike on the town killed four people.').some((record) => record.type === 'PROTEST'),
    ).toBe(false)
  })
  it('links the arrests to the rally that they answer', () => {
    const list = records(
      'Activists rallied in Minsk on Sunday against the election result. Police detained 40 demonstrators.',
    )
    const rally = find(list, 'PROTEST')
    const arrest = find(list, 'COERCE', 'arrest')
    expect(arrest.links).toMatchObject([{ kind: 'response-to', event: rally.id }])
    expect(toAcled(rally, [arrest])?.label).toBe('PROTEST_WITH_INTER')
  })
})

describe('whatever comes in', () => {
  it.each([
    ['nothing', ''],
    ['blanks', ' \n\t '],
    ['capitals only', 'GUERRILLAS ATTACKED A POWER STATION IN SAN MIGUEL, KILLING TWO SOLDIERS.'],
    ['signs only', '?!.,;:()"“”—…'.repeat(40)],
    ['a lone surrogate', 'Police \ud800 arrested \udc00 ten people.'],
    ['one word without end', 'a'.repeat(20_000)],
    ['many quotes', '"'.repeat(5_000)],
    ['misread quotes', 'the â€˜rallyâ€™ was held by â€œworkersâ€\u009d on friday'],
  ])('codes %s without a fault', (_, text) => {
    const result = testCoder().code(testArticle(text))
    expect(result.warnings.filter((warning) => warning.includes('could not be'))).toEqual([])
    for (const record of result.records)
      expect(text.slice(record.trigger.start, record.trigger.end)).toBe(record.trigger.quote)
  })
  it('gives the same records for the same text', () => {
    const text = 'Police arrested ten people in Paris on Friday. The union condemned the arrests.'
    expect(records(text)).toEqual(records(text))
  })
  it('says that it cannot code other languages', () => {
    const result = testCoder().code({ ...testArticle('Полиция задержала митингующих.'), language: 'ru' })
    expect(result.records).toEqual([])
    expect(result.warnings.join()).toContain('ru')
  })
})
