import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import type { Article } from '../../src/article/article.ts'
import { readArticles } from '../../src/article/read.ts'
import type { EventRecord, RecordActor, RecordQuantity } from '../../src/coding/event-record.ts'
import { testCoder } from '../coding/coder.ts'

const REPORTS = join(import.meta.dirname, '..', '..', 'examples', 'reports')
const GOLDEN = join(import.meta.dirname, 'examples.txt')

/**
 * What the shipped coder makes of every sample report, a line a record, so that a change of the coder shows as a diff
 * that can be read. `UPDATE_GOLDEN=1 npx vitest run test/golden/examples.test.ts` writes the file anew.
 */
let rendered = ''

beforeAll(async () => {
  const blocks: string[] = []
  for (const file of readdirSync(REPORTS).sort()) {
    const lines: string[] = []
    for await (const result of readArticles(readFileSync(join(REPORTS, file)), { file }))
      lines.push(...(result.kind === 'article' ? articleLines(file, result.article) : [`${file} | ${result.kind}`]))
    blocks.push(lines.join('\n'))
  }
  rendered = `${blocks.join('\n\n')}\n`
}, 120_000)

function articleLines(file: string, article: Article): string[] {
  const name = article.externalId && file.endsWith('.jsonl') ? `${file} ${article.externalId}` : file
  const { records, warnings } = testCoder().code(article)
  const published = article.published ? interval(article.published.from, article.published.to) : '-'
  const head = [name, article.language, published, article.title ?? '-'].join(' | ')
  return [head, ...warnings.map((warning) => `  ! ${warning}`), ...records.map((record) => `  ${recordLine(record)}`)]
}

/** Type and modes, trigger, who to whom, where, when, how many, and what is not plain assertion. */
function recordLine(record: EventRecord): string {
  const parts = [
    [record.type, ...record.mode].join('/'),
    JSON.stringify(record.trigger.quote),
    record.actors.map(actor).join(', ') || '-',
  ]
  if (record.recipients.length) parts.push(`to ${record.recipients.map(actor).join(', ')}`)
  parts.push(record.place ? `in ${record.place.name} (${record.place.country ?? '?'})` : 'in -')
  parts.push(record.date ? `on ${interval(record.date.from, record.date.to)}` : 'on -')
  for (const field of ['size', 'killed', 'injured', 'arrested'] as const) {
    const value = record[field]
    if (value) parts.push(`${field} ${quantity(value)}`)
  }
  if (record.authorisation) parts.push(record.authorisation.value)
  if (record.certainty.value !== 'asserted') parts.push(record.certainty.value)
  for (const flag of ['attempted', 'background', 'omission'] as const) if (record[flag]) parts.push(flag)
  if (record.polarity === 'negative') parts.push('negative')
  return parts.join(' | ')
}

const actor = ({ name, country, sector }: RecordActor): string => `${name} (${[country ?? '?', ...sector].join(' ')})`

const interval = (from: string | null, to: string | null): string =>
  from === to ? `${from}` : `${from ?? ''}..${to ?? ''}`

const quantity = ({ low, high, qualifier }: RecordQuantity): string =>
  `${low === high ? low : `${low ?? ''}-${high ?? ''}`}${qualifier === 'exact' ? '' : ` ${qualifier}`}`

test('the sample reports are coded as the golden file says', () => {
  if (process.env.UPDATE_GOLDEN) writeFileSync(GOLDEN, rendered)
  expect(rendered.split('\n'), 'UPDATE_GOLDEN=1 writes test/golden/examples.txt anew').toEqual(
    readFileSync(GOLDEN, 'utf8').split('\n'),
  )
})

test('every sample report is read', () => {
  for (const file of readdirSync(REPORTS)) expect(rendered).toContain(`${file} `)
})
