import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { API_TYPES_FILE, apiTypes } from '../tools/api-types.ts'

/** The formatter breaks lines, quotes and unions its own way; the words stay. */
function words(text: string): string {
  return text
    .replace(/['"]/gu, '"')
    .replace(/[\s;,]+/gu, ' ')
    .replace(/([:=(<]) \| /gu, '$1 ')
    .replace(/"(\w+)"(\??):/gu, '$1$2:')
    .replace(/\s*([{}()<>|&\]:])\s*/gu, '$1')
}

it('the types of the pages are those of the API: run "node tools/api-types.ts" after a change', async () => {
  const lines = (text: string) => words(text).split('export type ')
  expect(lines(readFileSync(API_TYPES_FILE, 'utf8'))).toEqual(lines(await apiTypes()))
})
