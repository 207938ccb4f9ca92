import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Article } from '../src/article/article.ts'
import { type Coder, createCoder } from '../src/coding/coder.ts'
import { probabilityOf } from '../src/coding/confidence.ts'
import type { EventRecord } from '../src/coding/event-record.ts'
import { LEAST_CONFIDENCE } from '../src/coding/typing.ts'
import { loadResources } from '../src/jobs/resources.ts'
import { predictFields } from './events.ts'
import { readGoldFolder } from './gold.ts'
import { codeExamples, codeGold } from './gold-coding.ts'
import { readJsonl } from './jsonl.ts'
import { type Figures, harmonic } from './score/counts.ts'
import { type FieldItem, type FieldRecord, type FieldText, pairRecords } from './score/fields.ts'

/** A candidate, whether gold holds its event with its type, and the report that it stands in. */
interface Judged {
  readonly report: string
  readonly signs: readonly string[]
  readonly right: boolean
  /** Whether gold holds its event, maybe with a neighbouring type. */
  readonly found: boolean
  /** Whether both people who coded the report by hand have the event. */
  readonly core: boolean
}

/** Parts that the reports are dealt into; each is judged by weights fitted on the others. */
const FOLDS = 10
/** Pull of the weights toward nought (ridge); chosen by the Brier score among 2, 4, 8 and 16. */
const RIDGE = 8
/** Candidates that a sign must be seen with to be weighed at all. */
const MIN_SEEN = 5
const STEPS = 2_000
/** Step for each candidate: below the inverse of the steepest curvature, so that steps never overshoot. */
const RATE = 0.1
const BINS = 5
const THRESHOLDS = [0.4, 0.6, 0.7, 0.8]
const RESAMPLES = 1_000
const WEIGHTS_FILE = join(dirname(fileURLToPath(import.meta.url)), '../src/coding/data/confidence.json')

/** A coder that keeps every candidate, and the signs of those of each article. */
function openWitness(): { coder: Coder; signsOf: ReadonlyMap<string, readonly (readonly string[])[]> } {
  const signsOf = new Map<string, readonly (readonly string[])[]>()
  let seen: (readonly string[])[] = []
  const inner = createCoder({
    ...loadResources(),
    weigh: (signs) => {
      seen.push([...signs])
      return 1
    },
  })
  const code = (article: Article): ReturnType<Coder['code']> => {
    seen = []
    const result = inner.code(article)
    if (result.records.length !== seen.length) throw new Error(`${article.id}: not every candidate became a record`)
    signsOf.set(article.externalId ?? article.id, seen)
    return result
  }
  return { coder: { name: inner.name, code }, signsOf }
}

function judge(
  report: string,
  gold: readonly FieldRecord[],
  coded: readonly EventRecord[],
  signs: readonly (readonly string[])[],
  text: string | undefined,
): Judged[] {
  const pairs = new Map(pairRecords(gold, coded as readonly FieldRecord[], text).map(([x, y]) => [y, gold[x]]))
  return coded.map((record, y) => {
    const pair = pairs.get(y)
    return {
      report,
      signs: signs[y] ?? [],
      right: pair?.type === record.type,
      found: pair !== undefined,
      core: pair !== undefined && pair.core !== false,
    }
  })
}

async function judgeAll(fieldsFile: string, goldFolder: string, examples: string) {
  const { coder, signsOf } = openWitness()
  const signs = (id: string): readonly (readonly string[])[] => signsOf.get(id) ?? []
  const texts = readJsonl<FieldText>(fieldsFile.replace('.jsonl', '.input.jsonl'))
  const coded = new Map(predictFields(texts, coder).map(({ id, events }) => [id, events]))
  const textOf = new Map(texts.map(({ id, text }) => [id, text]))
  const items = readJsonl<FieldItem>(fieldsFile)
  const fields = items.flatMap(({ id, events }) => judge(id, events, coded.get(id) ?? [], signs(id), textOf.get(id)))
  const gold = readGoldFolder(goldFolder)
  const goldCoded = codeGold(gold, coder)
  const own = gold.flatMap(({ id, events, text }) => judge(id, events, goldCoded.get(id) ?? [], signs(id), text))
  // The sample reports are found by their files: each is weighed as it is coded.
  const bySample = new Map<EventRecord, readonly string[]>()
  const folder = join(dirname(examples), 'reports')
  const noting: Coder = {
    name: coder.name,
    code: (article) => {
      const result = coder.code(article)
      for (const [i, each] of signs(article.externalId ?? article.id).entries())
        bySample.set(result.records[i] as EventRecord, each)
      return result
    },
  }
  const sample = await codeExamples(examples, folder, readdirSync(folder).sort(), noting)
  const samples = sample.gold.flatMap(({ id, events, text }) => {
    const records = sample.coded.get(id) ?? []
    return judge(
      id,
      events,
      records,
      records.map((record) => bySample.get(record) ?? []),
      text,
    )
  })
  const core = items.reduce((sum, { events }) => sum + events.filter((event) => event.core !== false).length, 0)
  return { fields, own, samples, core }
}

/** Logistic regression by plain gradient steps: small, exact enough, the same on every machine. */
function fit(items: readonly Judged[]): Record<string, number> {
  const names = new Map<string, number>()
  const counts = new Map<string, number>()
  for (const { signs } of items) for (const sign of new Set(signs)) counts.set(sign, (counts.get(sign) ?? 0) + 1)
  for (const [sign, count] of counts) if (count >= MIN_SEEN) names.set(sign, names.size)
  const rows = items.map(({ signs }) => signs.flatMap((sign) => names.get(sign) ?? []))
  const always = names.get('always') as number
  const weights = new Float64Array(names.size)
  const slope = new Float64Array(names.size)
  for (let step = 0; step < STEPS; step++) {
    slope.fill(0)
    for (const [i, row] of rows.entries()) {
      let sum = 0
      for (const sign of row) sum += weights[sign] as number
      const error = Number(items[i]?.right) - 1 / (1 + Math.exp(-sum))
      for (const sign of row) slope[sign] = (slope[sign] as number) + error
    }
    for (let k = 0; k < weights.length; k++) {
      const pull = k === always ? 0 : RIDGE * (weights[k] as number)
      weights[k] = (weights[k] as number) + (RATE * ((slope[k] as number) - pull)) / items.length
    }
  }
  return Object.fromEntries([...names].map(([sign, k]) => [sign, weights[k] as number]))
}

/** Each record's probability by weights that never saw its report. */
function crossValidate(items: readonly Judged[]): (Judged & { readonly probability: number })[] {
  const reports = [...new Set(items.map(({ report }) => report))]
  const foldOf = new Map(reports.map((report, i) => [report, i % FOLDS]))
  const out: (Judged & { readonly probability: number })[] = []
  for (let fold = 0; fold < FOLDS; fold++) {
    const weights = fit(items.filter(({ report }) => foldOf.get(report) !== fold))
    for (const item of items)
      if (foldOf.get(item.report) === fold) out.push({ ...item, probability: probabilityOf(item.signs, weights) })
  }
  return out
}

const mean = (list: readonly number[]): number => list.reduce((sum, value) => sum + value, 0) / Math.max(1, list.length)
const brier = (list: readonly { probability: number; right: boolean }[]): number =>
  mean(list.map(({ probability, right }) => (probability - Number(right)) ** 2))

/** Event F1 as `fields` counts it, of the candidates that reach a threshold. */
function eventF1(list: readonly (Judged & { probability: number })[], core: number, least: number): number {
  const kept = list.filter(({ probability }) => probability >= least)
  return harmonic(mean(kept.map(({ found }) => Number(found))), kept.filter((each) => each.core).length / core)
}

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
 * calibration error and the reliability of five bins, each record judged by weights fitted without its report, and what
 * dropping the improbable costs and gains. `write` stores the weights fitted on all.
 */
export async function calibrate(
  fieldsFile: string,
  goldFolder: string,
  examples: string,
  write: boolean,
): Promise<{ figures: Figures; table: string; thresholds: string }> {
  const { fields, own, samples, core } = await judgeAll(fieldsFile, goldFolder, examples)
  const items = [...fields, ...own, ...samples]
  const all = crossValidate(items)
  const judged = all.filter(({ probability }) => probability >= LEAST_CONFIDENCE)
  const bins = reliability(judged)
  const base = mean(judged.map(({ right }) => Number(right)))
  const reports = new Set(fields.map(({ report }) => report))
  const inFields = (list: readonly (Judged & { probability: number })[]) =>
    list.filter((each) => reports.has(each.report))
  const dropped = all.filter(({ probability }) => probability < LEAST_CONFIDENCE)
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
      brier_fields: brier(inFields(judged)),
      said_fields: mean(inFields(judged).map(({ probability }) => probability)),
      right_fields: mean(inFields(judged).map(({ right }) => Number(right))),
      calibration_error: mean(bins.map(({ said, right }) => Math.abs(said - right))),
      right: base,
      records: judged.length,
      dropped: dropped.length,
      dropped_right: mean(dropped.map(({ right }) => Number(right))),
      event_f1_fields: eventF1(inFields(all), core, LEAST_CONFIDENCE),
      event_f1_fields_without: eventF1(inFields(all), core, 0),
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
  const root = join(dirname(fileURLToPath(import.meta.url)), '..')
  const { figures, table, thresholds } = await calibrate(
    file,
    join(root, 'test/golden/coding'),
    join(root, 'examples/expected.yaml'),
    option === '--write',
  )
  for (const [name, value] of Object.entries(figures)) console.log(`${name.padEnd(22)} ${value.toFixed(4)}`)
  console.log(table)
  console.log(thresholds)
}
