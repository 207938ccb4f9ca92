import { describe, expect, it } from 'vitest'
import { triggerLexicon } from '../../src/coding/coder.ts'
import { exampleOf } from '../../src/coding/en/example.ts'
import { records } from './coder.ts'

/** Share of phrases whose example must be read as the type of their row; the rest are idioms the parser misreads. */
const PHRASES_FLOOR = 0.93

const lexicon = triggerLexicon('en')
if (lexicon === null) throw new Error('no English lexicon')
const read = lexicon.entries.map((entry) => ({
  entry,
  right: entry.phrases.filter((phrase) =>
    records(exampleOf(entry, phrase)).some((record) => record.type === entry.type),
  ).length,
}))

describe('English triggers', () => {
  it.each(read.map(({ entry, right }) => [entry.id, entry, right] as const))(
    '%s codes its example',
    (_, entry, right) => {
      expect(right, exampleOf(entry, entry.phrases[0] as string)).toBeGreaterThan(0)
    },
  )
  it('reads nearly every phrase', () => {
    const all = read.reduce((sum, row) => sum + row.entry.phrases.length, 0)
    expect(read.reduce((sum, row) => sum + row.right, 0) / all).toBeGreaterThan(PHRASES_FLOOR)
  })
  it('has triggers of every type', () => {
    expect(new Set(lexicon.entries.map((entry) => entry.type)).size).toBe(16)
  })
})
