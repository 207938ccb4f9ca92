import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Cell, Column } from './export-row.ts'
import { writeTable } from './table.ts'

type Cells = readonly Cell[]
const columns: readonly Column<Cells>[] = [0, 1, 2].map((index) => ({
  name: `c${index}`,
  about: '',
  value: (row) => row[index] ?? null,
}))

async function text(rows: readonly Cells[], format: 'csv' | 'tsv'): Promise<string> {
  let out = ''
  for await (const chunk of writeTable(rows, columns, format)) out += chunk
  return out
}

const cell = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.constant(null),
  fc.constantFrom('=1+1', '+7 701', '-cmd', '@sum', '\t=x', '"a","b"', 'a\r\nb', 'a;b', '\ufeff'),
)

describe('tables', () => {
  it('csv is read back by a strict parser as it was, formulas aside', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(cell, cell, cell), { maxLength: 6 }), async (rows) => {
        const read = parse(await text(rows, 'csv'), { bom: true, record_delimiter: '\r\n' }) as string[][]
        expect(read).toHaveLength(rows.length + 1)
        rows.forEach((row, i) => {
          row.forEach((value, k) => {
            const got = read[i + 1]?.[k] as string
            if (typeof value !== 'string') expect(got).toBe(value === null ? '' : String(value))
            else expect([value.replaceAll('\u0000', ''), `'${value.replaceAll('\u0000', '')}`]).toContain(got)
          })
        })
      }),
    )
  })

  it('csv leaves no cell that a spreadsheet would run, and numbers as numbers', async () => {
    const out = await text(
      [
        ['=1+1', -71.2, '-71.2'],
        ['@x', '+1', '\t=1'],
      ],
      'csv',
    )
    expect(parse(out, { bom: true }).slice(1)).toEqual([
      ["'=1+1", '-71.2', "'-71.2"],
      ["'@x", "'+1", "'\t=1"],
    ])
  })

  it('tsv has one line a row and one tab between cells, whatever the cells hold', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(cell, cell, cell), { maxLength: 6 }), async (rows) => {
        const lines = (await text(rows, 'tsv')).split('\n')
        expect(lines).toHaveLength(rows.length + 2)
        for (const line of lines.slice(0, -1)) expect(line.split('\t')).toHaveLength(3)
      }),
    )
    expect(await text([['=1+1', null, 'a\tb\nc']], 'tsv')).toBe('c0\tc1\tc2\n=1+1\t\ta b c\n')
  })
})
