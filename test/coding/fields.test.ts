import { beforeAll, describe, expect, it } from 'vitest'
import type { Article } from '../../src/article/article.ts'
import { type Coder, createCoder } from '../../src/coding/coder.ts'
import type { EventRecord } from '../../src/coding/event-record.ts'
import { loadResources } from '../../src/jobs/resources.ts'

let coder: Coder
beforeAll(() => {
  coder = createCoder(loadResources())
})

function code(text: string, published: { from: string; to: string | null } | null): EventRecord[] {
  const article: Article = {
    id: 'ar_test',
    text,
    published: published === null ? null : { ...published, basis: 'given' },
    language: 'en',
    sha256: '',
    mediaType: 'text/plain',
    excluded: [],
    warnings: [],
  }
  return coder.code(article).records
}
const on = (day: string) => ({ from: day, to: day })
const of = (records: readonly EventRecord[], type: string): EventRecord[] => records.filter((r) => r.type === type)

describe('the fields of a report', () => {
  it('reads a headline with a capital on every word', () => {
    const [record] = code('Police Break Up Opposition Rally in Almaty\n\nThe square stayed closed.', on('2021-07-10'))
    expect(record?.type).toBe('COERCE')
    expect(record?.trigger.quote).toMatch(/Break/)
    expect(record?.actors[0]?.sector).toContain('COP')
    expect(record?.place?.name).toBe('Almaty')
  })
  it('takes no month for a march', () => {
    expect(code('The bridge has been closed since March 2019.', on('2021-07-10'))).toEqual([])
  })

  it('counts what protesters demand as their issue, with its target', () => {
    const records = code(
      'About 200 villagers rallied in Kochkor on Monday. They demanded that the government close a Chinese smelter.',
      on('2020-03-03'),
    )
    expect(records.map((r) => r.type)).toEqual(['PROTEST'])
    expect(records[0]).toMatchObject({ form: 'rally', size: { low: 200 }, date: { from: '2020-03-02' } })
    expect(records[0]?.issues.map((issue) => issue.target?.country)).toContain('CHN')
  })

  it('reads the permit of a rally from a later sentence', () => {
    const [rally, ...more] = code(
      'Some 80 pensioners held a rally in Tomsk on Sunday. It was cold. The rally had not been sanctioned by the city.',
      on('2019-05-20'),
    )
    expect(more).toEqual([])
    expect(rally?.authorisation?.value).toBe('unauthorised')
  })

  it('keeps a toll told later with what killed, and does not make it an event', () => {
    const records = code(
      'Gunmen opened fire on a bus near Quetta on Friday. At least nine people were killed and 14 were injured, officials said.',
      on('2018-09-15'),
    )
    expect(of(records, 'ASSAULT')).toHaveLength(1)
    expect(of(records, 'ASSAULT')[0]).toMatchObject({ killed: { low: 9 }, place: { name: 'Quetta' } })
  })

  it('lets the body carry the event of its headline', () => {
    const records = code(
      'Police arrest two editors in Minsk\n\nPolice arrested two newspaper editors in Minsk on Tuesday.',
      on('2020-11-18'),
    )
    expect(records.map((r) => r.trigger.quote)).toEqual(['arrested'])
    expect(records[0]).toMatchObject({ arrested: { low: 2 }, date: { from: '2020-11-17' } })
  })

  it('tells a campaign once, from its first day on', () => {
    const records = code('Widows have picketed the ministry in Sofia since May 3.', on('2021-06-01'))
    expect(records).toHaveLength(1)
    expect(records[0]).toMatchObject({ date: { from: '2021-05-03', to: '2021-06-01' }, background: false })
  })

  it('ties what came of a protest to it, and dates it by the protest', () => {
    const records = code(
      'In 2012 hundreds of drivers protested in Osh against a new toll. As a result, the government declared a moratorium on the toll.',
      on('2021-07-10'),
    )
    const [protest] = of(records, 'PROTEST')
    const [answer] = of(records, 'CONCEDE')
    expect(answer?.links).toMatchObject([{ kind: 'response-to', event: protest?.id, quote: 'As a result' }])
    expect(answer?.date?.from).toBe('2012-01-01')
    expect(answer?.background).toBe(true)
  })

  it('joins the caption of a picture to the protest of the body', () => {
    const protests = of(
      code(
        'Activist Dana Ospanova speaks at the rally in Taraz. (Photo: Example)\n\nAbout 60 teachers held a rally in Taraz on Monday against low pay.',
        on('2021-06-01'),
      ),
      'PROTEST',
    )
    expect(protests).toHaveLength(1)
    expect(protests[0]).toMatchObject({ size: { low: 60 }, date: { from: '2021-05-31' } })
  })

  it('links a dispersal to the protest of the sentence before', () => {
    const records = code(
      'A group of miners rallied in Karaganda on Monday. They were later dispersed by police.',
      on('2021-06-01'),
    )
    const [protest] = of(records, 'PROTEST')
    const answer = records.find((record) => record.trigger.quote.includes('dispersed'))
    expect(answer?.links).toMatchObject([{ kind: 'response-to', event: protest?.id }])
    expect(answer?.place?.name).toBe('Karaganda')
  })

  it('gives each town of a list its own protest', () => {
    const rallies = of(
      code('Rallies against the law were held in Gomel, Brest and Grodno on Sunday.', on('2020-09-07')),
      'PROTEST',
    )
    expect(rallies.map((r) => r.place?.quote)).toEqual(['Gomel', 'Brest', 'Grodno'])
    expect(new Set(rallies.map((r) => r.id)).size).toBe(3)
    expect(rallies.every((r) => r.issues.some((issue) => issue.quote === 'the law'))).toBe(true)
  })

  it('names a town as it was called on the day of the report', () => {
    const [record] = code('Protests were held in Nur-Sultan on Monday.', on('2019-06-12'))
    expect(record?.place?.name).toBe('Nur-Sultan')
  })

  it('counts a prison sentence as conviction and as imprisonment', () => {
    const records = code('A court in Baku sentenced the blogger to four years in prison on Monday.', on('2018-01-10'))
    expect(records.map((r) => r.type).sort()).toEqual(['COERCE', 'SANCTION'])
    expect(records.every((r) => r.place?.name === 'Baku')).toBe(true)
  })

  it('places a report by the dateline of text without capitals', () => {
    const [record] = code('lucknow: the police arrested two men on saturday.', on('2002-03-10'))
    expect(record?.place).toMatchObject({ country: 'IND', basis: 'inferred:dateline' })
    expect(record?.actors.map((actor) => actor.sector[0])).toEqual(['COP'])
  })

  it('does not date or place what the text leaves open', () => {
    const [record] = code('Nurses went on strike.', null)
    expect(record).toMatchObject({ type: 'PROTEST', date: null, place: null, size: null })
  })
})
