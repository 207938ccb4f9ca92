import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { KINDS } from '../src/language/names/label.ts'
import type { NameFinder, NameKind } from '../src/language/names/name.ts'
import { createNameFinder } from '../src/language/names/name-finder.ts'
import type { Token } from '../src/language/token.ts'
import type { ActorMention } from '../src/mention/mention.ts'
import { type NamedSentence, readIob } from '../tools/train-names/read-iob.ts'

/** Precision, recall and F1 of exact spans, in percent, with the counts behind them. */
export interface NameFigures {
  readonly precision: number
  readonly recall: number
  readonly f1: number
  readonly gold: number
  readonly found: number
  readonly right: number
}

/** Figures of all kinds together and of each. */
export type NameReport = Readonly<Record<NameKind | 'all', NameFigures>>

/** Exact-span scores on sentences whose tokens are given: as they stand, in small letters, and in capitals. */
export interface NameScores {
  readonly normal: NameReport
  readonly lower: NameReport
  readonly upper: NameReport
}

/** Scores a finder. `tag` fills in parts of speech as the engine would; the sentences are used for testing only. */
export function scoreNames(
  sentences: readonly NamedSentence[],
  finder: NameFinder,
  tag: (tokens: readonly Token[]) => void,
): NameScores {
  const run = (change: (form: string) => string, lower: boolean): NameReport => {
    const counts = Object.fromEntries([...KINDS, 'all'].map((kind) => [kind, { gold: 0, found: 0, right: 0 }]))
    const count = (kind: string, what: 'gold' | 'found' | 'right'): void => {
      for (const name of [kind, 'all']) (counts[name] as Record<typeof what, number>)[what]++
    }
    for (const { forms, names } of sentences) {
      const tokens = tokensOf(forms.map(change))
      tag(tokens)
      const gold = new Set<string>()
      for (const { first, last, kind } of names) {
        gold.add(`${tokens[first]?.start}-${tokens[last]?.end}-${KINDS[kind]}`)
        count(KINDS[kind] as string, 'gold')
      }
      for (const { start, end, kind } of finder.find(tokens, '', lower)) {
        count(kind, 'found')
        if (gold.has(`${start}-${end}-${kind}`)) count(kind, 'right')
      }
    }
    return Object.fromEntries(Object.entries(counts).map(([kind, c]) => [kind, figuresOf(c)])) as NameReport
  }
  return {
    normal: run((form) => form, false),
    lower: run((form) => form.toLowerCase(), true),
    upper: run((form) => form.toUpperCase(), false),
  }
}

function figuresOf({ gold, found, right }: { gold: number; found: number; right: number }): NameFigures {
  const round = (value: number): number => Math.round(value * 10) / 10
  return {
    precision: found > 0 ? round((100 * right) / found) : 0,
    recall: gold > 0 ? round((100 * right) / gold) : 0,
    f1: gold + found > 0 ? round((200 * right) / (gold + found)) : 0,
    gold,
    found,
    right,
  }
}

function tokensOf(forms: readonly string[]): Token[] {
  let at = 0
  return forms.map((form) => {
    const start = at
    at += form.length + 1
    return {
      start,
      end: start + form.length,
      form,
      upos: '',
      xpos: '',
      feats: '',
      lemma: '',
      head: -1,
      relation: '',
      agreed: false,
    }
  })
}

/** What the yardstick needs: an engine that tags given tokens. */
export interface ActorBenchContext {
  readonly engine: { annotate?(tokens: readonly Token[]): void }
}

/** Scores the shipped name finder on a file of names in IOB2 (the UNER layout: index, token, tag). */
export function benchActors(file: string, context: ActorBenchContext): Record<string, number> {
  const model = join(resolve(import.meta.dirname, '..'), 'models', 'names', 'names.bin')
  const finder = createNameFinder(readFileSync(model))
  const sentences = readIob(readFileSync(file, 'utf8'), { comments: true, form: 1, tag: 2 })
  const scores = scoreNames(sentences, finder, (tokens) => context.engine.annotate?.(tokens))
  const out: Record<string, number> = {}
  for (const [how, report] of Object.entries(scores))
    for (const [kind, figures] of Object.entries(report as NameReport)) {
      out[`${how} ${kind} precision`] = figures.precision
      out[`${how} ${kind} recall`] = figures.recall
      out[`${how} ${kind} F1`] = figures.f1
    }
  return out
}

/** An item of our own gold of actors: what a careful reader would mark. */
export interface ActorGold {
  readonly id: string
  readonly text: string
  readonly date: string
  readonly actors: readonly {
    readonly quote: string
    readonly start: number
    readonly end: number
    /** null: no country can be known; left out: not judged. */
    readonly country?: string | null
    /** First sectors that are right; left out: not judged. */
    readonly sector?: readonly string[]
  }[]
}

/** Share of gold actors that were found, and of those with the right country and first sector; and what went wrong. */
export interface ActorScores {
  readonly gold: number
  readonly found: number
  readonly right: number
  /** Found and right, of all gold actors, in percent. */
  readonly accuracy: number
  readonly wrong: readonly string[]
}

/** A gold actor is found by a mention that covers its last word and begins and ends within it or at most a word around it. */
export function scoreActors(
  items: readonly ActorGold[],
  find: (text: string, date: string) => readonly ActorMention[],
): ActorScores {
  let gold = 0
  let found = 0
  let right = 0
  const wrong: string[] = []
  for (const item of items) {
    const actors = find(item.text, item.date)
    for (const want of item.actors) {
      gold++
      const head = want.quote.split(' ').at(-1) as string
      const at = want.end - head.length
      const fits = actors
        .filter((actor) => actor.start <= at && actor.end >= want.end)
        .sort((a, b) => distance(a, want) - distance(b, want))
      const inside = actors.find((actor) => actor.start >= want.start && actor.end <= want.end)
      const mention = fits[0] ?? inside
      if (!mention) {
        wrong.push(`${item.id}: "${want.quote}" not found`)
        continue
      }
      found++
      const country = want.country === undefined || want.country === mention.country
      const sector = want.sector === undefined || want.sector.includes(mention.sector[0] ?? '')
      if (country && sector) right++
      else
        wrong.push(
          `${item.id}: "${want.quote}" is ${mention.country ?? '-'} ${mention.sector.join(',') || '-'} ("${mention.quote}", ${mention.basis}), not ${want.country === undefined ? '*' : (want.country ?? '-')} ${want.sector?.join('/') ?? '*'}`,
        )
    }
  }
  return { gold, found, right, accuracy: Math.round((1000 * right) / Math.max(1, gold)) / 10, wrong }
}

function distance(a: { start: number; end: number }, b: { start: number; end: number }): number {
  return Math.abs(a.start - b.start) + Math.abs(a.end - b.end)
}
