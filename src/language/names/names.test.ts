import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { seededRandom } from '../../base/random.ts'
import { en } from '../en/index.ts'
import { createEngine } from '../engine.ts'
import { FrozenTable } from '../frozen.ts'
import { packRows } from '../packed.ts'
import { KINDS, LABELS, mayEnd, NEXT, toLabels, toNames } from './label.ts'
import type { NameFinder } from './name.ts'
import { createNameFinder } from './name-finder.ts'
import { readNameModel, writeNameModel } from './name-model.ts'
import { NameTable } from './name-table.ts'
import { rememberNames } from './remembered.ts'
import { type NameExample, trainNames } from './train.ts'
import { LIST, WordListBuilder } from './word-list.ts'

const root = resolve(import.meta.dirname, '../../..')

/** Towns and persons of a small invented world, told apart by what stands before them. */
function smallWorld(): NameExample[] {
  const persons = ['Aidos', 'Berik', 'Dana', 'Erlan', 'Saule', 'Marat']
  const towns = ['Taraz', 'Oral', 'Kostanay', 'Aktau', 'Semey', 'Atyrau']
  const out: NameExample[] = []
  for (const person of persons)
    for (const town of towns) {
      out.push({
        forms: ['Mr', person, 'went', 'to', town, '.'],
        labels: toLabels(
          [
            { first: 1, last: 1, kind: 0 },
            { first: 4, last: 4, kind: 1 },
          ],
          6,
        ),
        fold: false,
      })
      out.push({
        forms: ['People', 'in', town, 'like', 'Mr', person, 'Bekov', '.'],
        labels: toLabels(
          [
            { first: 2, last: 2, kind: 1 },
            { first: 5, last: 6, kind: 0 },
          ],
          8,
        ),
        fold: false,
      })
    }
  return out
}

const lists = (() => {
  const builder = new WordListBuilder()
  builder.add(['new', 'haven'], LIST.town)
  builder.add(['taraz'], LIST.town)
  builder.add(['berik'], LIST.given)
  return builder.build()
})()

function trainedBytes(): Uint8Array {
  const table = trainNames(smallWorld(), lists, { epochs: 8, random: seededRandom(1) })
  return writeNameModel({ version: 'test', lists, rows: packRows(table.frozenRows(1)), tagged: false })
}

const find = (bytes: Uint8Array, text: string, lowerCase = false) => {
  const sentence = createEngine(en, null).analyse(text).sentences[0]
  return createNameFinder(bytes)
    .find(sentence?.tokens ?? [], text, lowerCase)
    .map(({ start, end, kind }) => `${kind} ${text.slice(start, end)}`)
}

describe('labels', () => {
  it('come back as the names that they were made from', () => {
    const names = [
      { first: 0, last: 0, kind: 1 },
      { first: 2, last: 4, kind: 0 },
      { first: 5, last: 6, kind: 2 },
    ]
    expect(toNames(toLabels(names, 8))).toEqual(names)
  })

  it('can always be gone on with to a legal end', () => {
    for (let label = 0; label < LABELS; label++) {
      expect(NEXT[label]?.length).toBeGreaterThan(0)
      expect(mayEnd(label) || NEXT[label]?.some(mayEnd)).toBe(true)
    }
  })
})

describe('lists', () => {
  it('mark the longest phrase and leave its parts unmarked alone', () => {
    expect(lists.keys.length).toBe(4)
    expect([...lists.bits].filter((bits) => bits === 0)).toHaveLength(1)
  })
})

describe('the table of a finder', () => {
  it('gives the same scores as the table of the other models', () => {
    const rows = packRows(trainNames(smallWorld(), lists, { epochs: 2, random: seededRandom(3) }).frozenRows(1))
    const [own, other] = [new NameTable(rows), new FrozenTable(rows)]
    const keys = Int32Array.from([...rows.keys.slice(0, 40), 12345, -99])
    const [mine, theirs] = [new Float64Array(LABELS), new Float64Array(LABELS)]
    own.score(keys, keys.length, mine)
    other.score(keys, keys.length, theirs)
    // The other table counts in whole steps.
    for (let label = 0; label < LABELS; label++)
      expect((theirs[label] as number) * other.unit).toBeCloseTo(mine[label] as number, 2)
    expect(mine.some((score) => score !== 0)).toBe(true)
  })

  it('refuses more weights than a byte can tell apart', () => {
    const values = Float32Array.from({ length: 300 }, (_, i) => i)
    const rows = { keys: Int32Array.of(5), starts: Int32Array.of(0, 300), classes: new Uint16Array(300), values }
    expect(() => new NameTable(rows)).toThrow(RangeError)
  })
})

describe('a finder that remembers', () => {
  it('looks at each sentence once for each way of reading its capitals', () => {
    let looks = 0
    const finder: NameFinder = { version: 'x', find: () => [{ start: ++looks, end: 9, kind: 'PER' }] }
    const remembered = rememberNames(finder)
    const tokens = createEngine(en, null).analyse('One two.').sentences[0]?.tokens ?? []
    expect(remembered.find(tokens, '', false)).toBe(remembered.find(tokens, '', false))
    expect(remembered.find(tokens, '', true)[0]?.start).toBe(2)
    expect(looks).toBe(2)
  })
})

describe('a finder that was taught little', () => {
  const bytes = trainedBytes()

  it('finds names that it never saw by what stands around them', () => {
    expect(find(bytes, 'Mr Talgat went to Shymkent .')).toEqual(['PER Talgat', 'LOC Shymkent'])
  })

  it('is made byte for byte again from the same examples and seed', () => {
    expect(Buffer.from(trainedBytes()).equals(Buffer.from(bytes))).toBe(true)
  })

  it('refuses bytes that are no model, of another version, or cut off', () => {
    expect(() => readNameModel(new Uint8Array([1, 2, 3]))).toThrow('GS-E201')
    const other = bytes.slice()
    other[4] = 99
    expect(() => readNameModel(other)).toThrow('GS-E202')
    expect(() => readNameModel(bytes.slice(0, bytes.length - 20))).toThrow('GS-E201')
  })

  it('gives names in order, within the text and apart, for any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 80 }), fc.boolean(), (text, lower) => {
        const sentence = createEngine(en, null).analyse(text).sentences[0]
        let end = 0
        for (const name of createNameFinder(bytes).find(sentence?.tokens ?? [], text, lower)) {
          expect(name.start).toBeGreaterThanOrEqual(end)
          expect(name.end).toBeGreaterThan(name.start)
          expect(KINDS).toContain(name.kind)
          end = name.end
        }
        expect(end).toBeLessThanOrEqual(text.length)
      }),
      { numRuns: 60 },
    )
  })
})

describe.runIf(existsSync(join(root, 'models', 'names', 'names.bin')))('the shipped model', () => {
  const bytes = readFileSync(join(root, 'models', 'names', 'names.bin'))

  it('is no larger than it should be and loads quickly', () => {
    expect(bytes.length).toBeLessThan(3_000_000)
    const start = performance.now()
    createNameFinder(bytes)
    expect(performance.now() - start).toBeLessThan(1_500)
  })

  it('finds persons, places and organisations, in small letters too', () => {
    const text = 'Aidos Sadykov told Reuters in Bishkek that Gazprom had met Maria Lopez .'
    expect(find(bytes, text)).toEqual([
      'PER Aidos Sadykov',
      'ORG Reuters',
      'LOC Bishkek',
      'ORG Gazprom',
      'PER Maria Lopez',
    ])
    const lower = find(bytes, text.toLowerCase(), true)
    expect(lower).toContain('PER aidos sadykov')
    expect(lower).toContain('PER maria lopez')
  })
})
