import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { packAll } from './pack-report.ts'

const EXAMPLES = join(import.meta.dirname, '..', 'examples')
const packed = packAll(join(EXAMPLES, 'packed'))

test('there is a plain source for each packed sample report', () => {
  expect([...packed.keys()].sort()).toEqual([
    'captures.warc.gz',
    'kg-2020-10-06-bishkek.pdf',
    'kz-2021-02-09-consulate.docx',
    'kz-2021-03-27-almaty.docx',
    'pk-2021-12-16-gwadar.pdf',
  ])
})

test.each([...packed])('%s is what its plain source packs to', (name, bytes) => {
  expect(Buffer.from(bytes).equals(readFileSync(join(EXAMPLES, 'reports', name)))).toBe(true)
})
