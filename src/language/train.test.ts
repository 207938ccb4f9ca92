import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { parseConllu } from './conllu.ts'
import { dictionaryEntries, WordDictionary } from './dictionary.ts'
import { en } from './en/index.ts'
import { createEngine } from './engine.ts'
import { meanMoves, meanRows } from './mean.ts'
import { writeModel } from './model-file.ts'
import { packRows } from './packed.ts'
import { figuresOf, scoreTreebank } from './score-treebank.ts'
import type { Tags } from './tagger/decode.ts'
import {
  assembleModel,
  ClassNumbers,
  crossTag,
  resourcesOf,
  SHIPPED_SETTINGS,
  type TrainSettings,
  trainParser,
  trainTags,
} from './train.ts'

const sample = parseConllu(
  readFileSync(new URL('../../test/fixtures/ewt-sample/ewt-dev-sample.conllu', import.meta.url), 'utf8'),
).slice(0, 80)

/** A small run: enough to learn the sample nearly by heart. */
const SMALL: TrainSettings = {
  ...SHIPPED_SETTINGS,
  folds: 2,
  foldEpochs: 2,
  tagEpochs: 4,
  greedyEpochs: 3,
  beam: [{ width: 2, epochs: 1 }],
  leastLabel: 1,
  prune: { tags: 1, moves: 1, labels: 1 },
}

function train(seed: number): Uint8Array {
  const settings = { ...SMALL, seed }
  const classes = new ClassNumbers(en, sample)
  const dictionary = new WordDictionary(dictionaryEntries([]), (lower) => en.stems(lower))
  const resources = resourcesOf(sample, classes, dictionary, settings)
  const tags: Tags[] = []
  for (let fold = 0; fold < settings.folds; fold++)
    for (const { index, tags: own } of crossTag(sample, classes, dictionary, fold, settings)) tags[index] = own
  const table = trainTags(sample, classes, resources, settings, { epochs: settings.tagEpochs, seed })
  const parser = trainParser(en, sample, classes, resources, tags, settings, seed)
  const learnt = { taggers: [packRows(table.frozenRows(settings.prune.tags))], parsers: [parser, parser] }
  return writeModel(assembleModel(en, sample, classes, resources, learnt, settings))
}

describe('training', () => {
  it('gives the same bytes for the same sentences and seed, and a model that has learnt them', {
    timeout: 120_000,
  }, () => {
    const bytes = train(3)
    expect(Buffer.from(bytes).equals(Buffer.from(train(3)))).toBe(true)
    const figures = figuresOf(scoreTreebank(createEngine(en, bytes), sample, { tokens: 'gold', beam: 2 }))
    // On its own sentences; the parser saw tags from other halves, so it is short of perfect.
    expect(figures.upos).toBeGreaterThan(95)
    expect(figures.lemma).toBeGreaterThan(95)
    expect(figures.las).toBeGreaterThan(65)
  })
})

describe('the mean of models', () => {
  it('takes a row that one of them lacks as zeros', () => {
    const one = packRows([{ key: 5, classes: Uint16Array.of(1, 2), values: Float32Array.of(4, 2) }])
    const other = packRows([
      { key: 5, classes: Uint16Array.of(2), values: Float32Array.of(6) },
      { key: 0x90000000, classes: Uint16Array.of(0), values: Float32Array.of(1) },
    ])
    const mean = meanRows([one, other])
    expect([...mean.keys].map((key) => key >>> 0)).toEqual([5, 0x90000000])
    expect([...mean.classes]).toEqual([1, 2, 0])
    expect([...mean.values]).toEqual([2, 4, 0.5])
  })

  it('does so for moves too', () => {
    const one = { keys: Int32Array.of(5), values: Float32Array.of(2, 0, -2) }
    const other = { keys: Int32Array.of(9), values: Float32Array.of(0, 1, 0) }
    const mean = meanMoves([one, other])
    expect([...mean.keys]).toEqual([5, 9])
    expect([...mean.values]).toEqual([1, 0, -1, 0, 0.5, 0])
  })
})
