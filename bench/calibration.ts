import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { confidenceSigns, probabilityOf } from '../src/coding/confidence.ts'
import type { EventRecord } from '../src/coding/event-record.ts'
import type { CoderContext } from './context.ts'
import { predictFields } from './events.ts'
import { readGoldFolder } from './gold.ts'
import { codeExamples, codeGold } from './gold-coding.ts'
import { readJsonl } from './jsonl.ts'
import type { Figures } from './score/counts.ts'
import { type FieldItem, type FieldRecord, type FieldText, pairRecords } from './score/fields.ts'

/** A coded record, whether gold holds its event with its type, and the report that it stands in. */
interface Judged {
  readonly report: string
  readonly signs: readonly string[]
  readonly right: boolean
}

/** Parts that the reports are dealt into; each is judged by weights fitted on the others. */
const FOLDS = 10
/** Pull of the weights toward nought (ridge); chosen by the Brier score among 1, 4 and 10. */
const RIDGE = 4
const STEPS = 2_000
/** Step for each record: below the inverse of the steepest curvature, so that steps never overshoot. */
const RATE = 0.25
const BINS = 5
const THRESHOLDS = [0.4, 0.6, 0.7, 0.8]
const RESAMPLES = 1_000
const WEIGHTS_FILE = join(dirname(fileURLToPath(import.meta.url)), '../src/coding/data/confidence.json')

function judge(
  report: string,
  gold: readonly FieldRecord[],
  coded: readonly EventRecord[],
  text: string | undefined,
): Judged[] {
  const pairs = pairRecords(gold, coded as readonly FieldRecord[], text)
  const right = new Set(pairs.filter(([x, y]) => gold[x]?.type === coded[y]?.type).map(([, y]) => y))
  return coded.map((record, y) => ({ report, signs: confidenceSigns(record), right: right.has(y) }))
}

async function judgeAll(fieldsFile: string, goldFolder: string, examples: string, context: CoderContext) {
  const texts = readJsonl<FieldText>(fieldsFile.replace('.jsonl', '.input.jsonl'))
  const coded = new Map(predictFields(texts, context.coder).map(({ id, events }) => [id, events]))
  const textOf = new Map(texts.map(({ id, text }) => [id, text]))
  const fields = readJsonl<FieldItem>(fieldsFile).flatMap(({ id, events }) =>
    judge(id, events, coded.get(id) ?? [], textOf.get(id)),
  )
  const gold = readGoldFolder(goldFolder)
  const goldCoded = codeGold(gold, context.coder)
  const own = gold.flatMap(({ id, events, text }) => judge(id, events, goldCoded.get(id) ?? [], text))
  const folder = join(dirname(examples), 'reports')
  const sample = await codeExamples(examples, folder, readdirSync(folder).sort(), context.coder)
  const samples = sample.gold.flatMap(({ id, events, text }) => judge(id, events, sample.coded.get(id) ?? [], text))
  return { fields, own, samples }
}

/** Logistic regression by plain gradient steps: small, exact enough, the same on every machine. */
function fit(items: readonly Judged[]): Record<string, number> {
  const weights: Record<string, number> = {}
  for (const { signs } of items) for (const sign of signs) weights[sign] = 0
  for (let step = 0; step < STEPS; step++) {
    const slope: Record<string, number> = {}
    for (const { signs, right } of items) {
      let sum = 0
      for (const sign of signs) sum += weights[sign] as number
      const error = Number(right) - 1 / (1 + Math.exp(-sum))
      for (const sign of signs) slope[sign] = (slope[sign] ?? 0) + error
    }
    for (const sign of Object.keys(weights)) {
      const pull = sign === 'always' ? 0 : RIDGE * (weights[sign] as number)
      weights[sign] = (weights[sign] as number) + (RATE * ((slope[sign] ?? 0) - pull)) / items.length
    }
  }
  return weights
}

/** Each record's probability by weights that never saw its report. */
function crossValidate(items: readonly Judged[]): { probability: number; right: boolean; report: string }[] {
  const reports = [...new Set(items.map(({ report }) => report))]
  const foldOf = new Map(reports.map((report, i) => [report, i % FOLDS]))
  const out: { probability: number; right: boolean; report: string }[] = []
  for (let fold = 0; fold < FOLDS; fold++) {
    const weights = fit(items.filter(({ report }) => foldOf.get(report) !== fold))
    for (const { report, signs, right } of items)
      if (foldOf.get(report) === fold) out.push({ report, right, probability: probabilityOf(signs, weights) })
  }
  return out
}

const mean = (list: readonly number[]): number => list.reduce((sum, value) => sum + value, 0) / Math.max(1, list.length)
const brier = (list: readonly { probability: number; right: boolean }[]): number =>
  mean(list.map(({ probability, right }) => (probability - Number(right)) ** 2))

/** Numbers that look random and are the same on every run (mulberry32). */
function randoms(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296
  }
}

function interval(list: readonly boolean[]): [number, number] {
  const next = randoms(20_260)
  const shares = Array.from({ length: RESAMPLES }, () =>
    mean(list.map(() => Number(list[Math.floor(next() * list.length)]))),
  ).sort((a, b) => a - b)
  return [shares[Math.floor(RESAMPLES * 0.025)] as number, shares[Math.floor(RESAMPLES * 0.975)] as number]
}

/** Records of like confidence and the share of them that is right: bins of equal size. */
function reliability(list: readonly { probability: number; right: boolean }[]) {
  const sorted = [...list].sort((a, b) => a.probability - b.probability)
  return Array.from({ length: BINS }, (_, i) => {
    const bin = sorted.slice(Math.floor((i * sorted.length) / BINS), Math.floor(((i + 1) * sorted.length) / BINS))
    const rights = bin.map(({ right }) => right)
    return {
      from: bin[0]?.probability ?? 0,
      to: bin.at(-1)?.probability ?? 0,
      said: mean(bin.map(({ probability }) => probability)),
      right: mean(rights.map(Number)),
      low: interval(rights)[0],
      high: interval(rights)[1],
      records: bin.length,
    }
  })
}

/**
 * Fits the weights of confidence on coded records and says how far they can be believed: Brier score, expected
 * calibration error and the reliability of five bins, each record judged by weights fitted without its report. `write`
 * stores the weights fitted on all.
 */
export async function calibrate(
  fieldsFile: string,
  goldFolder: string,
  examples: string,
  context: CoderContext,
  write: boolean,
): Promise<{ figures: Figures; table: string; thresholds: string }> {
  const { fields, own, samples } = await judgeAll(fieldsFile, goldFolder, examples, context)
  const items = [...fields, ...own, ...samples]
  const judged = crossValidate(items)
  const bins = reliability(judged)
  const base = mean(items.map(({ right }) => Number(right)))
  const inFields = new Set(fields.map(({ report }) => report))
  if (write) {
    const weights = Object.entries(fit(items))
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([sign, weight]) => [sign, Math.round(weight * 1000) / 1000] as const)
    writeFileSync(WEIGHTS_FILE, `${JSON.stringify({ weights: Object.fromEntries(weights) }, null, 2)}\n`)
  }
  const percent = (value: number): string => `${Math.round(value * 100)} %`
  const rows = bins.map(
    (bin) =>
      `| ${bin.from.toFixed(2)}–${bin.to.toFixed(2)} | ${bin.records} | ${bin.said.toFixed(2)} | ${bin.right.toFixed(2)} | ${percent(bin.low)}–${percent(bin.high)} |`,
  )
  return {
    figures: {
      brier: brier(judged),
      brier_of_base_rate: base * (1 - base),
      brier_fields: brier(judged.filter(({ report }) => inFields.has(report))),
      calibration_error: mean(bins.map(({ said, right }) => Math.abs(said - right))),
      right: base,
      records: items.length,
    },
    thresholds: THRESHOLDS.map((least) => {
      const above = judged.filter(({ probability }) => probability >= least)
      return `| ≥ ${least} | ${percent(above.length / judged.length)} | ${percent(mean(above.map(({ right }) => Number(right))))} |`
    }).join('\n'),
    table: ['| confidence | records | mean | right | 95 % interval |', '| --- | --- | --- | --- | --- |', ...rows].join(
      '\n',
    ),
  }
}

/** `node bench/calibration.ts FIELDS.jsonl [--write]` prints the table for docs/calibration.md. */
if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [file, option] = process.argv.slice(2)
  if (file === undefined || !readFileSync(file, 'utf8').startsWith('{'))
    throw new Error('usage: calibration.ts FIELDS.jsonl [--write]')
  const { openContext } = await import('./context.ts')
  const root = join(dirname(fileURLToPath(import.meta.url)), '..')
  const { figures, table, thresholds } = await calibrate(
    file,
    join(root, 'test/golden/coding'),
    join(root, 'examples/expected.yaml'),
    await openContext(),
    option === '--write',
  )
  for (const [name, value] of Object.entries(figures)) console.log(`${name.padEnd(22)} ${value.toFixed(4)}`)
  console.log(table)
  console.log(thresholds)
}
