import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { z } from 'zod'
import {
  eventRecord,
  recordActor,
  recordDate,
  recordIssue,
  recordPlace,
  recordQuantity,
} from '../../src/coding/event-record.ts'
import {
  actorMention,
  citationMention,
  indicatorMention,
  placeAlternative,
  placeMention,
  quantityMention,
  timeMention,
} from '../../src/mention/mention.ts'

const page = readFileSync(join(import.meta.dirname, '..', '..', 'docs', 'formats.md'), 'utf8')
const section = (title: string): string => page.split(`\n## ${title}\n`)[1]?.split('\n## ')[0] ?? ''
const keys = (schema: z.ZodObject): string[] => Object.keys(schema.shape)
const words = (text: string): Set<string> => new Set(text.match(/[a-z_0-9]+/gu))

describe('docs/formats.md', () => {
  it('lists every field of an EventRecord in its table, and no other', () => {
    const rows = [...section('EventRecord').matchAll(/^\| (`.+?`) \|/gmu)].flatMap((m) =>
      [...(m[1] as string).matchAll(/`(\w+)`/gu)].map((n) => n[1] as string),
    )
    expect(rows.sort()).toEqual(keys(eventRecord).sort())
  })

  it('names every field of the parts of a record', () => {
    const text = words(section('EventRecord'))
    for (const schema of [recordActor, recordIssue, recordPlace, recordDate, recordQuantity])
      expect(keys(schema).filter((key) => !text.has(key))).toEqual([])
  })

  it.each([
    ['places', placeMention],
    ['places', placeAlternative],
    ['times', timeMention],
    ['actors', actorMention],
    ['quantities', quantityMention],
    ['citations', citationMention],
    ['indicators', indicatorMention],
  ] as const)('lists every field of the mentions called %s', (list, schema) => {
    const row = section('Mentions')
      .split('\n')
      .find((line) => line.startsWith(`| \`${list}\``))
    expect(keys(schema).filter((key) => !words(row ?? '').has(key))).toEqual([])
  })
})
