import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { RecordFilter, Store } from '../../src/store/store.ts'
import { actor, article, CODER, coded, date, NEXT_CODER, place, quote, record, world } from './samples.ts'

/** How the suite opens a store: an empty one, at a place that the suite may open again. */
export interface StoreUnderTest {
  readonly name: string
  open(folder: string): Promise<Store>
  /** Every row of every table as text, times aside: equal dumps are equal data. */
  dump(store: Store): Promise<string>
}

/** What every store promises. A new implementation passes this suite and nothing less. */
export function describeStore(under: StoreUnderTest): void {
  describe(`${under.name} as a Store`, () => {
    let folder: string
    let store: Store

    beforeEach(async () => {
      folder = mkdtempSync(join(tmpdir(), 'groundswell-store-'))
      store = await under.open(folder)
    })
    afterEach(async () => {
      await store.close()
      rmSync(folder, { recursive: true, force: true })
    })

    /** Writes the sample world as one run. */
    async function fill(): Promise<string> {
      const run = await store.beginRun({ inputs: ['world'], coder: CODER })
      await store.writeBatch({
        run: run.id,
        items: world().map((one, sequence) => coded(sequence, one.article, one.records)),
      })
      await store.endRun(run.id)
      return run.id
    }

    const ids = async (filter: RecordFilter): Promise<string[]> =>
      (await store.listRecords(filter)).items.map((item) => item.record.trigger.quote)

    describe('writing', () => {
      it('gives back an article and its records as they were written', async () => {
        await fill()
        for (const { article: source, records } of world()) {
          const kept = await store.article(source.id)
          expect(kept?.article).toEqual(source)
          expect(kept?.records.map((item) => item.record)).toEqual(
            [...records].sort((a, b) => a.trigger.start - b.trigger.start),
          )
          expect(kept?.records.map((item) => item.machine)).toEqual(kept?.records.map((item) => item.record))
          expect(kept?.item.records).toBe(records.length)
          expect(kept?.coding?.misses).toEqual([{ reason: 'test' }])
        }
      })

      it('keeps text exactly: line ends, combining marks, surrogate pairs, a NUL', async () => {
        const odd = article('Crowd\r\nrallied \u0438\u0306 \ud83d\udea9 in\u00a0Almaty\u0000 today')
        const run = await store.beginRun({ inputs: [], coder: CODER })
        const receipt = await store.writeBatch({
          run: run.id,
          items: [coded(0, odd, [record(odd, 'PROTEST', 'Almaty')])],
        })
        expect(receipt.statuses).toEqual(['added'])
        expect((await store.article(odd.id))?.article.text).toBe(odd.text)
        expect(await ids({ text: 'almaty' })).toEqual(['Almaty'])
      })

      it('writes nothing twice: the same batch, the same articles in a new run', async () => {
        const run = await store.beginRun({ inputs: ['world'], coder: CODER })
        const batch = { run: run.id, items: world().map((one, sequence) => coded(sequence, one.article, one.records)) }
        const first = await store.writeBatch(batch)
        expect(first).toMatchObject({ statuses: ['added', 'added', 'added', 'added'], records: 6 })
        const before = await under.dump(store)
        const again = await store.writeBatch(batch)
        expect(again.statuses).toEqual(first.statuses)
        expect(again.records).toBe(0)
        expect(again.version).toBe(first.version)
        expect(await under.dump(store)).toBe(before)
        const other = await store.beginRun({ inputs: ['world'], coder: CODER })
        const known = await store.writeBatch({ ...batch, run: other.id })
        expect(known).toMatchObject({
          statuses: ['known', 'known', 'known', 'known'],
          records: 0,
          version: first.version,
        })
        expect((await store.info()).articles).toBe(4)
        expect((await store.info()).records).toBe(6)
      })

      it('writes a batch whole or not at all', async () => {
        const one = article('Workers struck in Aktau.')
        const item = coded(0, one, [record(one, 'PROTEST', 'struck')])
        const run = await store.beginRun({ inputs: [], coder: CODER })
        // A sequence that is no integer cannot be kept, by any database.
        const broken = { ...coded(1, article('Second.'), []), sequence: Number.NaN }
        await expect(store.writeBatch({ run: run.id, items: [item, broken] })).rejects.toThrow()
        expect(await store.article(one.id)).toBeNull()
        expect((await store.info()).records).toBe(0)
        expect(await store.check()).toEqual([])
      })

      it('refuses a record whose quote is not in the text, and that article alone', async () => {
        const good = article('Police fired tear gas.')
        const bad = article('Crowds burned tyres.')
        const wrong = record(bad, 'PROTEST', 'burned', {
          actors: [{ ...actor(bad, 'Crowds', null, []), quote: 'Crowd' }],
        })
        const run = await store.beginRun({ inputs: [], coder: CODER })
        const receipt = await store.writeBatch({
          run: run.id,
          items: [coded(0, bad, [wrong]), coded(1, good, [record(good, 'ASSAULT', 'fired')])],
        })
        expect(receipt.statuses).toEqual(['failed', 'added'])
        const ledger = await store.ledger({ status: ['failed'] })
        expect(ledger.items[0]).toMatchObject({ code: 'GS-E507', article: bad.id })
        expect(ledger.items[0]?.reason).toContain('actors.0')
        expect(await store.article(bad.id)).toBeNull()
      })

      it('says which articles a coder knows already', async () => {
        await fill()
        const all = world().map((one) => one.article.id)
        expect(await store.knownArticles([...all, 'ar_none'], CODER)).toEqual(all)
        expect(await store.knownArticles(all, NEXT_CODER)).toEqual([])
      })

      it('keeps every item of a run in its ledger, with the reason', async () => {
        const run = await store.beginRun({ inputs: ['x/'], coder: CODER })
        await store.writeBatch({
          run: run.id,
          items: [
            { kind: 'failed', sequence: 0, input: 'x/a.pdf', code: 'GS-E104', message: 'broken' },
            { kind: 'skipped', sequence: 1, input: 'x/b.bin', reason: 'it holds no article' },
            coded(2, world()[0]!.article, world()[0]!.records),
          ],
        })
        const ended = await store.endRun(run.id)
        expect(ended.counts).toEqual({ added: 1, known: 0, recoded: 0, failed: 1, skipped: 1 })
        expect(ended.records).toBe(3)
        expect(ended.finished).not.toBeNull()
        const list = await store.ledger({ run: run.id })
        expect(list.items.map((entry) => [entry.input, entry.status, entry.code, entry.reason])).toEqual([
          ['x/a.pdf', 'failed', 'GS-E104', 'broken'],
          ['x/b.bin', 'skipped', null, 'it holds no article'],
          ['a.txt', 'added', null, null],
        ])
        expect((await store.runs()).items[0]).toEqual(ended)
        await expect(store.writeBatch({ run: 'none', items: [] })).rejects.toMatchObject({ code: 'GS-E512' })
      })
    })

    describe('lists', () => {
      beforeEach(async () => {
        await fill()
      })

      it.each<[string, RecordFilter, string[]]>([
        ['everything, newest first, undated last', {}, ['rallied', 'detained', 'marched', 'riots', 'Митинг', 'deny']],
        ['by type', { type: ['COERCE', 'REJECT'] }, ['detained', 'deny']],
        ['by mode', { mode: ['riot'] }, ['riots']],
        ['by form', { form: ['rally', 'march'] }, ['rallied', 'marched']],
        ['by context', { context: ['economic'] }, ['rallied']],
        ['by issue', { issue: ['land'] }, ['rallied']],
        ['by country', { country: ['KGZ'] }, ['marched', 'riots']],
        ['by actor, any part, any case', { actor: 'POLI' }, ['detained']],
        ['by recipient', { actor: 'activists' }, ['detained']],
        ['by sector', { sector: ['COP'] }, ['detained']],
        ["by an actor's country", { actorCountry: ['KAZ'] }, ['rallied', 'detained']],
        ['by one day', { date: { from: '2021-07-06', to: '2021-07-06' } }, ['rallied', 'detained']],
        ['by a day inside a longer date', { date: { from: '2010-06-01', to: '2010-06-30' } }, ['riots']],
        ['from a day on', { date: { from: '2020-10-05' } }, ['rallied', 'detained', 'marched']],
        ['inside a box', { box: [74, 42, 75, 43] }, ['marched', 'riots']],
        ['inside a box over the antimeridian', { box: [170, -90, 75, 90] }, ['marched', 'riots']],
        ['only background', { background: true }, ['riots']],
        ['no background', { background: false }, ['rallied', 'detained', 'marched', 'Митинг', 'deny']],
        ['by certainty', { certainty: ['denied'] }, ['deny']],
        ['by confidence', { minConfidence: 0.85 }, ['rallied']],
        ['by publisher', { publisher: ['Bishkek Post'] }, ['marched', 'riots']],
        ['by language', { language: ['ru'] }, ['Митинг']],
        ['by article', { article: world()[1]!.article.id }, ['marched', 'riots']],
        ['by words of the passage', { text: 'thousands' }, ['marched']],
        ['by stemmed words', { text: 'protester rally' }, ['rallied']],
        ['by Russian words in another case', { text: 'митинга' }, ['Митинг']],
        ['by two conditions', { type: ['PROTEST'], country: ['KAZ'] }, ['rallied', 'Митинг']],
        [
          'by publication',
          { published: { from: '2021-07-02', to: '2021-12-31' } },
          ['rallied', 'detained', 'Митинг', 'deny'],
        ],
        [
          'by confidence, best first',
          { sort: 'confidence', minConfidence: 0.75 },
          ['rallied', 'marched', 'riots', 'Митинг'],
        ],
        [
          'oldest first',
          { sort: 'date-ascending', date: { to: '2021-12-31' } },
          ['riots', 'marched', 'rallied', 'detained'],
        ],
        ['by nothing that is there', { country: ['FRA'] }, []],
      ])('%s', async (_, filter, expected) => {
        const found = await ids(filter)
        expect(new Set(found)).toEqual(new Set(expected))
        expect(found).toHaveLength(expected.length)
        expect((await store.listRecords(filter)).total).toBe(expected.length)
      })

      it('sorts by date, newest first, undated last; by confidence; oldest first', async () => {
        const dates = async (sort: RecordFilter['sort']): Promise<(string | undefined)[]> =>
          (await store.listRecords(sort ? { sort } : {})).items.map((item) => item.record.date?.from)
        const newest = ['2021-07-06', '2021-07-06', '2020-10-05', '2010-01-01', undefined, undefined]
        expect(await dates(undefined)).toEqual(newest)
        expect(await dates('date-ascending')).toEqual([
          '2010-01-01',
          '2020-10-05',
          '2021-07-06',
          '2021-07-06',
          undefined,
          undefined,
        ])
        const confidences = (await store.listRecords({ sort: 'confidence' })).items.map(
          (item) => item.record.confidence,
        )
        expect(confidences).toEqual([0.9, 0.8, 0.8, 0.8, 0.7, 0.3])
      })

      it.each(['date', 'date-ascending', 'confidence', 'added'] as const)(
        'gives every record once over pages sorted by %s, also while others are added',
        async (sort) => {
          const seen: string[] = []
          let cursor: string | undefined
          do {
            const page = await store.listRecords({ sort }, { limit: 2, ...(cursor ? { cursor } : {}) })
            seen.push(...page.items.map((item) => item.record.id))
            cursor = page.next ?? undefined
          } while (cursor)
          expect(seen).toHaveLength(6)
          expect(new Set(seen).size).toBe(6)
          expect(seen).toEqual((await store.listRecords({ sort })).items.map((item) => item.record.id))
        },
      )

      it('counts what it leaves out, each record for one reason', async () => {
        expect((await store.listRecords({ date: { from: '2015-01-01' } })).excluded).toEqual({ undated: 2 })
        expect((await store.listRecords({ box: [46, 40, 88, 56] })).excluded).toEqual({ unlocated: 2 })
        expect((await store.listRecords({ country: ['KAZ'] })).excluded).toEqual({ 'no-country': 1 })
        expect((await store.listRecords({ background: false })).excluded).toEqual({ background: 1 })
        expect((await store.listRecords({ certainty: ['asserted'], minConfidence: 0.75 })).excluded).toEqual({
          certainty: 1,
          confidence: 1,
        })
        const all = await store.listRecords({ country: ['FRA'] })
        expect(all).toMatchObject({ total: 0, all: 6 })
      })

      it('refuses what it does not understand', async () => {
        const refused = (code: string) => ({ code })
        await expect(store.listRecords({ date: { from: '2021-02-30' } })).rejects.toMatchObject(refused('GS-E514'))
        await expect(store.listRecords({ date: { from: '2021-03-01', to: '2021-02-01' } })).rejects.toMatchObject(
          refused('GS-E514'),
        )
        await expect(store.listRecords({ box: [0, 50, 1, 40] })).rejects.toMatchObject(refused('GS-E514'))
        await expect(store.listRecords({}, { limit: 0 })).rejects.toMatchObject(refused('GS-E514'))
        await expect(store.listRecords({}, { cursor: 'nonsense' })).rejects.toMatchObject(refused('GS-E509'))
        const { next } = await store.listRecords({}, { limit: 1 })
        await expect(store.listRecords({ sort: 'confidence' }, { cursor: next as string })).rejects.toMatchObject(
          refused('GS-E509'),
        )
      })

      it('takes wildcards, quotes and operators in a text as words', async () => {
        for (const text of ["%' OR 1=1 --", '"unclosed', 'NEAR(', '*', '', '-', 'a AND', 'col:word', '\u0000'])
          await expect(store.listRecords({ text })).resolves.toBeDefined()
        expect(await ids({ actor: '%' })).toEqual([])
        expect(await ids({ actor: '_olice' })).toEqual([])
      })

      it('lists articles, newest first, with their number of records', async () => {
        const list = await store.listArticles({})
        expect(list.items.map((item) => [item.file, item.records])).toEqual([
          ['a.txt', 3],
          ['c.txt', 1],
          ['b.txt', 2],
          ['d.txt', 0],
        ])
        expect(list.items[1]?.published).toEqual({ from: '2021-07-01', to: null, basis: 'access-date' })
        expect((await store.listArticles({ hasRecords: false })).items.map((item) => item.file)).toEqual(['d.txt'])
        expect((await store.listArticles({ language: ['ru'] })).total).toBe(1)
        expect((await store.listArticles({ text: 'riot' })).items.map((item) => item.file)).toEqual(['b.txt'])
        const first = await store.listArticles({}, { limit: 3 })
        const rest = await store.listArticles({}, { limit: 3, cursor: first.next as string })
        expect([...first.items, ...rest.items]).toEqual(list.items)
      })
    })

    it('gives answers as JSON, byte for byte what JSON makes of them', async () => {
      await fill()
      const { items } = await store.listRecords({})
      await store.decide(items[1]!.record.id, {
        action: 'change',
        field: 'certainty',
        value: { value: 'alleged', holder: '"quoted" \u2028 \ud83d\udc4d' },
        reason: 'r',
        person: 'A',
      })
      const { next } = await store.listRecords({}, { limit: 2 })
      const questions = [
        ['listRecords', [{}]],
        ['listRecords', [{}, { limit: 2 }]],
        ['listRecords', [{}, { limit: 2, cursor: next as string }]],
        ['listRecords', [{ type: ['PROTEST'] }, { limit: 1 }]],
        ['listRecords', [{ sort: 'confidence' }]],
        ['listRecords', [{ country: ['FRA'] }]],
        ['columnRows', [{}, [3, 0, 99]]],
        ['columnRows', [{ type: ['PROTEST'] }, []]],
        ['aggregate', [{ by: ['country', 'month'], filter: {} }]],
        ['grid', [{ filter: {}, zoom: 3 }]],
        ['listArticles', [{}]],
        ['search', [{ text: 'riots' }]],
        ['coverage', [{ grain: 'month' }]],
      ] as const
      for (const [verb, args] of questions) {
        const ask = store[verb] as (...all: readonly unknown[]) => Promise<unknown>
        const bytes = await store.json(verb, args as never)
        expect(new TextDecoder().decode(bytes), `${verb} ${JSON.stringify(args)}`).toBe(
          JSON.stringify(await ask.apply(store, [...args])),
        )
      }
    })

    describe('search', () => {
      beforeEach(async () => {
        await fill()
      })
      const found = async (text: string): Promise<(string | null)[]> =>
        (await store.search({ text })).items.map((hit) => hit.file).sort()

      it('finds Kazakh words in other forms', async () => {
        const run = await store.beginRun({ inputs: [], coder: CODER })
        const kazakh = article('Алматыда наразылық шеруі өтті. Полиция 12 адамды ұстады.', {
          language: 'kk',
          file: 'k.txt',
        })
        await store.writeBatch({ run: run.id, items: [coded(0, kazakh, [])] })
        for (const query of ['шеру', 'шеруге', 'шерулер', 'наразылықтар', 'алматы', 'адам', 'полицияның'])
          expect(await found(query), query).toEqual(query === 'алматы' ? ['c.txt', 'k.txt'] : ['k.txt'])
      })

      it.each<[string, string[]]>([
        ['rally', ['a.txt']],
        ['rallies protesting', ['a.txt']],
        ['ACTIVIST', ['a.txt']],
        ['"small group"', ['a.txt']],
        ['"group small"', []],
        ['riots -president', []],
        ['riots -almaty', ['b.txt']],
        ['president', ['b.txt']],
        ['presidents marching', ['b.txt']],
        ['митинг', ['c.txt']],
        ['митинга', ['c.txt']],
        ['земельная реформа', ['c.txt']],
        ['требовать', ['c.txt']],
        ['прошел', ['c.txt']],
        ['almaty bishkek', []],
        ['weather', ['d.txt']],
        ['nowhere', []],
        ['-weather', []],
        ['', []],
      ])('finds %s', async (query, files) => {
        expect(await found(query)).toEqual(files)
      })

      it('ranks the title above the body and marks the words in the original text', async () => {
        const run = await store.beginRun({ inputs: [], coder: CODER })
        const late = article(
          'In the evening the strike went on, the union said. A long text about a mine follows here.',
          { title: 'Mine' },
        )
        const early = article('A long text about other things follows here and says little of it.', {
          title: 'The strike',
        })
        await store.writeBatch({ run: run.id, items: [coded(0, late, []), coded(1, early, [])] })
        const hits = (await store.search({ text: 'strikes' })).items
        expect(hits.map((hit) => hit.title)).toEqual(['The strike', 'Mine'])
        const [start, end] = hits[1]!.snippet.marks[0]!
        expect(hits[1]!.snippet.text.slice(start, end)).toBe('strike')
        expect(late.text.slice(hits[1]!.snippet.start)).toContain(hits[1]!.snippet.text)
      })
    })

    describe('counting', () => {
      beforeEach(async () => {
        await fill()
      })
      const groups = async (by: Parameters<Store['aggregate']>[0]['by'], filter: RecordFilter = {}) =>
        Object.fromEntries(
          (await store.aggregate({ by, filter })).groups.map((group) => [group.key.join(' '), group.records]),
        )

      it('counts by each dimension', async () => {
        expect(await groups(['type'])).toEqual({ PROTEST: 4, COERCE: 1, REJECT: 1 })
        expect(await groups(['country'])).toEqual({ KAZ: 3, KGZ: 2, '': 1 })
        expect(await groups(['month'])).toEqual({ '2021-07-01': 2, '2020-10-01': 1, '2010-01-01': 1, '': 2 })
        expect(await groups(['year', 'type'], { country: ['KAZ'] })).toEqual({
          '2021-01-01 PROTEST': 1,
          '2021-01-01 COERCE': 1,
          ' PROTEST': 1,
        })
        expect(await groups(['week'], { date: { from: '2021-01-01' } })).toEqual({ '2021-07-05': 2 })
        expect(await groups(['sector'])).toEqual({ CVL: 2, COP: 1, '': 4 })
        expect(await groups(['actor'], { type: ['COERCE'] })).toEqual({ Police: 1, '12 activists': 1 })
        expect(await groups(['publisher'])).toEqual({ 'Daily Steppe': 3, 'Bishkek Post': 2, 'Степной вестник': 1 })
        expect(await groups(['background'])).toEqual({ news: 5, background: 1 })
      })

      it('gives articles beside records, and sums up what the limit cuts', async () => {
        const { groups: rows, rest, total } = await store.aggregate({ by: ['type'], filter: {}, limit: 1 })
        expect(rows).toEqual([{ key: ['PROTEST'], records: 4, articles: 3 }])
        expect(rest).toEqual({ groups: 2, records: 2 })
        expect(total).toBe(6)
        await expect(store.aggregate({ by: [], filter: {} })).rejects.toMatchObject({ code: 'GS-E514' })
        await expect(store.aggregate({ by: ['nonsense' as 'type'], filter: {} })).rejects.toMatchObject({
          code: 'GS-E514',
        })
      })

      it('groups located records into cells of the map', async () => {
        const far = await store.grid({ filter: {}, zoom: 0 })
        expect(far.cells).toHaveLength(1)
        expect(far.cells[0]).toMatchObject({ records: 4, uncertain: 0 })
        expect(far.cells[0]!.lat).toBeCloseTo((43.25 * 2 + 42.87 * 2) / 4, 6)
        const near = await store.grid({ filter: {}, zoom: 10 })
        expect(near.cells.map((cell) => cell.records)).toEqual([2, 2])
        expect(near.total).toBe(6)
      })

      it('gives columns in list order, with unknown values marked', async () => {
        const columns = await store.columns({})
        const list = await store.listRecords({})
        expect(columns.n).toBe(6)
        const rows = await store.columnRows({}, [0, 1, 2, 3, 4, 5, 99])
        expect(rows.map((item) => item.record.id)).toEqual(list.items.map((item) => item.record.id))
        list.items.forEach(({ record: one }, row) => {
          expect(columns.types[columns.type[row]!]).toBe(one.type)
          expect(columns.certainties[columns.certainty[row]!]).toBe(one.certainty.value)
          expect(columns.country[row] === 0xffff ? null : columns.countries[columns.country[row]!]).toBe(
            one.place?.country ?? null,
          )
          expect(Number.isNaN(columns.lat[row]!)).toBe(one.place?.lat == null)
          expect(columns.day[row]! === 0xffff).toBe(one.date === null)
          expect(Boolean(columns.flags[row]! & 32)).toBe(one.background)
          expect(Boolean(columns.flags[row]! & 8)).toBe(one.claims.length > 0)
        })
        const row = list.items.findIndex((item) => item.record.trigger.quote === 'rallied')
        expect(columns.day[row]).toBe(44381) // 2021-07-06
        expect(columns.spanDays[row]).toBe(0)
        expect(columns.size[row]).toBe(0xffff)
      })

      it('gives coverage by period and publisher; what has no one period is apart', async () => {
        const { periods } = await store.coverage({ grain: 'month' })
        expect(periods).toEqual(
          expect.arrayContaining([
            { period: '2020-10-01', publisher: 'Bishkek Post', articles: 1, records: 2 },
            { period: '2021-07-01', publisher: 'Daily Steppe', articles: 1, records: 3 },
            // "On or after 1 July" is no period, and neither is an unknown day.
            { period: null, publisher: 'Степной вестник', articles: 1, records: 1 },
            { period: null, publisher: null, articles: 1, records: 0 },
          ]),
        )
        expect(periods).toHaveLength(4)
      })
    })

    describe('decisions', () => {
      const rally = () => world()[0]!.records[0]!.id
      beforeEach(async () => {
        await fill()
      })

      it('win in lists, counts and exports, and leave the machine value in its place', async () => {
        const after = await store.decide(rally(), {
          action: 'change',
          field: 'type',
          value: 'COERCE',
          reason: 'it was a sweep',
          person: 'Aigul',
        })
        expect(after.record).toMatchObject({ type: 'COERCE', quad: 'material conflict', scale: -7, mode: [] })
        expect(after.machine.type).toBe('PROTEST')
        expect(after.status).toBe('changed')
        expect(await ids({ type: ['COERCE'] })).toEqual(expect.arrayContaining(['rallied', 'detained']))
        expect(await ids({ type: ['PROTEST'], country: ['KAZ'] })).toEqual(['Митинг'])
        expect(await ids({ mode: ['demo'], publisher: ['Daily Steppe'] })).toEqual([])
        expect(await ids({ status: ['changed'] })).toEqual(['rallied'])
        expect((await store.aggregate({ by: ['type'], filter: {} })).groups[0]).toMatchObject({
          key: ['PROTEST'],
          records: 3,
        })
        expect(await store.check()).toEqual([])
      })

      it('take a rejected record out of lists and counts, and say so', async () => {
        await store.decide(rally(), { action: 'reject', person: 'Aigul', reason: 'a wedding' })
        const list = await store.listRecords({})
        expect(list).toMatchObject({ total: 5, all: 6, excluded: { rejected: 1 } })
        expect(await ids({ status: ['rejected'] })).toEqual(['rallied'])
        expect((await store.article(world()[0]!.article.id))?.item.records).toBe(2)
        expect((await store.info()).rejected).toBe(1)
        expect(await store.check()).toEqual([])
      })

      it('are undone, and redone by undoing the undo; nothing is removed', async () => {
        await store.decide(rally(), { action: 'change', field: 'size', value: { low: 300 }, person: 'Aigul' })
        const [first] = await store.history(rally())
        const undone = await store.decide(rally(), { action: 'undo', undoes: first!.id, person: 'Bolat' })
        expect(undone.status).toBe('machine')
        expect(undone.record).toEqual(undone.machine)
        const [, undo] = await store.history(rally())
        const redone = await store.decide(rally(), { action: 'undo', undoes: undo!.id, person: 'Aigul' })
        expect(redone.record.size).toMatchObject({ low: 300, qualifier: 'exact', basis: 'person' })
        expect(await store.history(rally())).toHaveLength(3)
        expect(redone.decisions.map((decision) => decision.id)).toEqual([first!.id])
        await expect(
          store.decide(rally(), { action: 'undo', undoes: undo!.id, person: 'Aigul' }),
        ).rejects.toMatchObject({ code: 'GS-E513' })
      })

      it('move a record on the map and in time', async () => {
        await store.decide(rally(), {
          action: 'change',
          field: 'place',
          value: { name: 'Bishkek', country: 'KGZ', lat: 42.87, lon: 74.59 },
          person: 'A',
        })
        await store.decide(rally(), {
          action: 'change',
          field: 'date',
          value: { from: '2020-10-05', to: '2020-10-05' },
          person: 'A',
        })
        expect(await ids({ country: ['KGZ'], date: { from: '2020-10-05', to: '2020-10-05' } })).toEqual(
          expect.arrayContaining(['rallied', 'marched']),
        )
        expect(await store.check()).toEqual([])
      })

      it('of two people on the same state: the second is told, not overwritten', async () => {
        const seen = (await store.record(rally()))!.revision
        await store.decide(rally(), { action: 'accept', person: 'Aigul', expected: seen })
        await expect(
          store.decide(rally(), { action: 'reject', person: 'Bolat', expected: seen }),
        ).rejects.toMatchObject({ code: 'GS-E508' })
        expect((await store.record(rally()))!.status).toBe('accepted')
      })

      it('sent twice with one key are kept once', async () => {
        const decision = { action: 'accept', person: 'Aigul', key: 'k1' } as const
        await store.decide(rally(), decision)
        await store.decide(rally(), decision)
        expect(await store.history(rally())).toHaveLength(1)
      })

      it.each([
        ['a field that is none', { action: 'change', field: 'colour', value: 'red' }],
        ['a value of the wrong kind', { action: 'change', field: 'confidence', value: 'high' }],
        ['a type that is none', { action: 'change', field: 'type', value: 'PARTY' }],
        ['an identifier', { action: 'change', field: 'id', value: 'er_x' }],
        ['an element that is not there', { action: 'change', field: 'actors.7.country', value: 'KAZ' }],
        ['a change without a value', { action: 'change', field: 'form' }],
        ['an undo of nothing', { action: 'undo', undoes: 'dc_none' }],
        ['a path that is no path', { action: 'change', field: '__proto__.x', value: 1 }],
      ] as const)('are refused for %s, and change nothing', async (_, decision) => {
        const before = await under.dump(store)
        await expect(store.decide(rally(), { ...decision, person: 'Aigul' })).rejects.toMatchObject({ code: 'GS-E513' })
        expect(await under.dump(store)).toBe(before)
      })

      it('survive a new coder that finds the same, and win over what it says', async () => {
        await store.decide(rally(), { action: 'change', field: 'form', value: 'picket', person: 'Aigul' })
        const [{ article: source }] = world() as [ReturnType<typeof world>[number]]
        const again = record(
          source,
          'PROTEST',
          'rallied',
          { mode: ['demo'], form: 'march', date: date('2021-07-06') },
          NEXT_CODER,
        )
        const run = await store.beginRun({ inputs: [], coder: NEXT_CODER })
        const receipt = await store.writeBatch({ run: run.id, items: [coded(0, source, [again], NEXT_CODER)] })
        expect(receipt.statuses).toEqual(['recoded'])
        const kept = await store.record(again.id)
        expect(kept?.record.form).toBe('picket')
        expect(kept?.machine.form).toBe('march')
        expect(kept?.status).toBe('changed')
        expect(kept?.otherVersions).toEqual([rally()])
        expect((await store.record(rally()))?.current).toBe(false)
        expect(await ids({ article: source.id })).toEqual(['rallied'])
        expect((await store.listRecords({ article: source.id, superseded: true })).total).toBe(4)
        expect(await store.check()).toEqual([])
      })

      it('of an unknown record', async () => {
        await expect(store.decide('er_none', { action: 'accept', person: 'A' })).rejects.toMatchObject({
          code: 'GS-E512',
        })
        expect(await store.history('er_none')).toEqual([])
        expect(await store.record('er_none')).toBeNull()
      })
    })

    it('says which records are linked, from both sides', async () => {
      await fill()
      const [rally, arrest] = world()[0]!.records as readonly [{ id: string }, { id: string }, ...unknown[]]
      expect((await store.record(arrest.id))?.linked).toEqual([
        { kind: 'response-to', direction: 'to', record: rally.id },
      ])
      expect((await store.record(rally.id))?.linked).toEqual([
        { kind: 'response-to', direction: 'from', record: arrest.id },
      ])
    })

    it('tells what changed since a version, in order and without gaps', async () => {
      expect((await store.changedSince(0)).changes).toEqual([])
      await fill()
      const filled = await store.changedSince(0)
      expect(filled.changes.filter((change) => change.kind === 'article')).toHaveLength(4)
      expect(filled.changes.filter((change) => change.kind === 'record')).toHaveLength(6)
      expect(filled.next).toBe(await store.version())
      const rally = world()[0]!.records[0]!.id
      await store.decide(rally, { action: 'accept', person: 'A' })
      const later = await store.changedSince(filled.next)
      expect(later.changes.map((change) => change.kind).sort()).toEqual(['decision', 'record'])
      expect(later.changes.find((change) => change.kind === 'record')?.id).toBe(rally)
      let from = 0
      const all: string[] = []
      for (;;) {
        const page = await store.changedSince(from, 3)
        all.push(...page.changes.map((change) => change.id))
        from = page.next
        if (!page.more) break
      }
      expect(all).toHaveLength(12)
      expect(await store.changedSince(from)).toMatchObject({ changes: [], more: false })
    })

    it('holds what it held after it is closed and opened again', async () => {
      await fill()
      const before = await under.dump(store)
      await store.close()
      store = await under.open(folder)
      expect(await under.dump(store)).toBe(before)
    })

    it('makes a backup that opens and matches, also while it is written to', async () => {
      await fill()
      const run = await store.beginRun({ inputs: [], coder: CODER })
      const writing = (async () => {
        for (let i = 0; i < 30; i++) {
          const one = article(`Workers struck in mine number ${i}.`)
          await store.writeBatch({
            run: run.id,
            items: [coded(i, one, [record(one, 'PROTEST', 'struck', { place: null })])],
          })
        }
      })()
      const elsewhere = mkdtempSync(join(tmpdir(), 'groundswell-backup-'))
      try {
        const file = join(elsewhere, 'groundswell.db')
        const receipt = await store.backup(file)
        await writing
        expect(existsSync(file)).toBe(true)
        const copy = await under.open(elsewhere)
        try {
          expect(await copy.check()).toEqual([])
          expect(await copy.version()).toBe(receipt.version)
          const { articles, records } = await copy.info()
          expect(articles).toBeGreaterThanOrEqual(4)
          // Each article of the loop has one record: none is torn.
          expect(records - 6).toBe(articles - 4)
        } finally {
          await copy.close()
        }
        await expect(store.backup(file)).rejects.toMatchObject({ code: 'GS-E515' })
      } finally {
        rmSync(elsewhere, { recursive: true, force: true })
      }
    })

    it('serves a reader while another connection writes, and two writers lose nothing', async () => {
      const other = await under.open(folder)
      try {
        const write = async (writer: Store, name: string): Promise<void> => {
          const run = await writer.beginRun({ inputs: [name], coder: CODER })
          for (let i = 0; i < 25; i++) {
            const one = article(`${name} rallied on day ${i}.`)
            await writer.writeBatch({ run: run.id, items: [coded(i, one, [record(one, 'PROTEST', 'rallied')])] })
            await new Promise((resolve) => setImmediate(resolve))
          }
        }
        let reads = 0
        const reading = (async () => {
          while (reads < 40) {
            const list = await store.listRecords({ type: ['PROTEST'] })
            expect(list.items.length).toBe(Math.min(50, list.total))
            reads++
            await new Promise((resolve) => setImmediate(resolve))
          }
        })()
        await Promise.all([write(store, 'Teachers'), write(other, 'Miners'), reading])
        expect((await store.info()).articles).toBe(50)
        expect((await other.info()).records).toBe(50)
        expect(await store.check()).toEqual([])
      } finally {
        await other.close()
      }
    })

    it('finds a place that stands under two names by the resolved one', async () => {
      const one = article('В Алма-Ате прошёл митинг.', { language: 'ru' })
      const run = await store.beginRun({ inputs: [], coder: CODER })
      await store.writeBatch({
        run: run.id,
        items: [
          coded(0, one, [record(one, 'PROTEST', 'митинг', { place: place(one, 'Алма-Ате', { name: 'Almaty' }) })]),
        ],
      })
      expect(await ids({ text: 'almaty' })).toEqual(['митинг'])
      expect(quote(one, 'митинг').start).toBeGreaterThan(0)
    })
  })
}
