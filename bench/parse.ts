import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { GroundswellError } from '../src/base/error.ts'
import { parseConllu } from '../src/language/conllu.ts'
import { en } from '../src/language/en/index.ts'
import { createEngine, type TokenEngine } from '../src/language/engine.ts'
import { figuresOf, scoreTreebank } from '../src/language/score-treebank.ts'
import type { LanguageEngine } from '../src/language/token.ts'

/** Where the shipped model lies. */
const MODEL = join(import.meta.dirname, '..', 'models', 'en', 'model.bin')

/**
 * Scores a whole CoNLL-U file with given tokens (`gold.…`), with the engine's own tokens and sentences (`own.…`) and
 * with every letter small (`lower.…`): shares of 1 of tokens, UPOS, XPOS, FEATS, lemmas, UAS, LAS and of the relations
 * that coding leans on, as F1. The shipped model is scored if no engine that takes tokens is given.
 */
export function benchParse(file: string, engine?: LanguageEngine, beam: 1 | 2 | 4 | 8 = 4): Record<string, number> {
  const sentences = parseConllu(readFileSync(file, 'utf8'))
  if (sentences.length === 0) throw new GroundswellError('GS-E204', { place: { file } })
  const scored = engine && takesTokens(engine) ? engine : createEngine(en, readFileSync(MODEL))
  const figures: Record<string, number> = {}
  const runs = { gold: { tokens: 'gold' }, own: { tokens: 'own' }, lower: { tokens: 'gold', lowerCase: true } } as const
  for (const [name, run] of Object.entries(runs))
    for (const [figure, value] of Object.entries(figuresOf(scoreTreebank(scored, sentences, { ...run, beam }))))
      figures[`${name}.${figure}`] = Math.round(value * 100) / 10_000
  return figures
}

function takesTokens(engine: LanguageEngine): engine is TokenEngine {
  return 'annotate' in engine
}
