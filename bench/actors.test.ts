import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { loadEngine, ResourceFiles } from '../src/jobs/resources.ts'
import { findActors } from '../src/mention/actor/find-actors.ts'
import { loadActorLexicon } from '../src/mention/actor/lexicon.ts'
import { openGazetteer } from '../src/mention/gazetteer/gazetteer.ts'
import { findPlaces } from '../src/mention/place/find-places.ts'
import { type ActorGold, scoreActors } from './actors.ts'

const root = resolve(import.meta.dirname, '..')
const gold: ActorGold[] = readFileSync(join(root, 'test', 'golden', 'actors.jsonl'), 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line) as ActorGold)

/** Percent of gold actors found with the right country and first sector; the aim of the design is 90. */
const FLOOR = 95

describe('our own gold of actors', () => {
  it('quotes what stands at its offsets', () => {
    for (const { text, actors } of gold)
      for (const { quote, start, end } of actors) expect(text.slice(start, end)).toBe(quote)
  })

  it.runIf(existsSync(join(root, 'models', 'en', 'model.bin')))('is found with country and sector', () => {
    const files = new ResourceFiles()
    const engine = loadEngine('en', files)
    const gazetteer = openGazetteer(files.gazetteer())
    const lexicon = loadActorLexicon(files.actorTables())
    const names = files.names()
    const scores = scoreActors(gold, (text, date) => {
      const input = { text, analysis: engine.analyse(text), published: { from: date, to: date, basis: 'given' } }
      const { places } = findPlaces(input, gazetteer)
      return findActors(input, { places, lexicon, ...(names && { names }) }).actors
    })
    expect(scores.accuracy, scores.wrong.join('\n')).toBeGreaterThanOrEqual(FLOOR)
  })
})
