/**
 * Checks that our scorers say what the published ones say, to three decimals, on seeded damaged copies of the gold:
 * `node bench/agreement.ts YARDSTICKS`. Needs python3, which the published scorers are written in.
 */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Random, seededRandom } from '../src/base/random.ts'
import { readJsonl, writeJsonl } from './jsonl.ts'
import { type EventCode, type EventItem, type ScoredEvent, scoreEvents } from './score/events.ts'
import { type FieldItem, type FieldText, scoreFields } from './score/fields.ts'
import { type GeoItem, scoreGeo } from './score/geo.ts'
import { type LabelItem, scoreFlags, scoreLabel } from './score/labels.ts'
import { type LinkItem, scoreLink } from './score/link.ts'
import { type Muc4Item, scoreMuc4 } from './score/muc4.ts'
import { POLICE_LABELS, type PoliceItem, scorePolice } from './score/police.ts'
import { type QuantityItem, scoreQuantities } from './score/quantities.ts'
import { type SpanItem, scoreRoleSpans } from './score/role-spans.ts'
import { scoreTime, type TimeItem } from './score/time.ts'

const folder = process.argv[2]
if (!folder) {
  console.error('usage: node bench/agreement.ts YARDSTICKS (the folder that holds the gold files and score/)')
  process.exit(2)
}
const temporary = mkdtempSync(join(tmpdir(), 'agreement-'))
const random = seededRandom(20211)
let passed = 0
let failed = 0

/** Runs a published scorer on damaged gold and returns what it prints. */
function published(script: string, gold: string, predictions: readonly unknown[], flags: readonly string[]): string {
  const file = join(temporary, 'predictions.jsonl')
  writeJsonl(file, predictions)
  const run = spawnSync(
    'python3',
    [join(folder as string, 'score', script), join(folder as string, gold), file, ...flags],
    {
      encoding: 'utf8',
      maxBuffer: 1 << 26,
    },
  )
  if (run.status !== 0) throw new Error(`${script} failed: ${run.stderr || run.error?.message}`)
  return run.stdout
}

function compare(name: string, printed: string, pattern: RegExp, ours: number, scale = 1): void {
  const theirs = Number(pattern.exec(printed)?.[1]) / scale
  // Three decimals, and half a unit of the last digit that they print.
  if (Math.abs(theirs - ours) <= 0.00051) passed++
  else {
    failed++
    console.error(`${name}: published ${theirs}, ours ${ours}`)
  }
}

/** Drops a tenth of a list and repeats a tenth of it under a changed form. */
function damage<T>(items: readonly T[], change: (item: T, random: Random) => T): T[] {
  return items.flatMap((item) => {
    const dice = random.unit()
    if (dice < 0.15) return []
    if (dice < 0.4) return [change(item, random)]
    if (dice < 0.5) return [item, change(item, random)]
    return [item]
  })
}

function events(gold: string, keys: readonly EventCode[]): void {
  const items = readJsonl<EventItem>(join(folder as string, gold))
  const types = items.flatMap((item) => (item.events ?? []).map((event) => event.type))
  const predictions = items.map((item) => ({
    id: item.id,
    events: damage<ScoredEvent>(item.events ?? [], (event) => ({
      ...event,
      type: random.unit() < 0.5 ? (types[random.below(types.length)] as string) : event.type,
      mode: random.unit() < 0.3 ? 'demo' : event.mode,
      source: random.unit() < 0.5 ? event.target : event.source,
    })),
  }))
  for (const key of keys) {
    const printed = published('score_events.py', gold, predictions, [`--code=${key}`])
    const ours = scoreEvents(items, predictions as EventItem[], key)
    const name = `${gold} ${key}`
    compare(`${name} code`, printed, /^code {2,}.*F1=([\d.]+)/mu, ours.code_f1 as number)
    compare(`${name} mode`, printed, /^code\+mode {2,}.*F1=([\d.]+)/mu, ours.mode_f1 as number)
    compare(`${name} mode 2.0`, printed, /^code\+mode 2\.0.*F1=([\d.]+)/mu, ours.mode_2_0_f1 as number)
    compare(`${name} source`, printed, /^source.*F1=([\d.]+)/mu, ours.source_f1 as number)
    compare(`${name} target`, printed, /^target.*F1=([\d.]+)/mu, ours.target_f1 as number)
    compare(`${name} whole`, printed, /^who-did.*F1=([\d.]+)/mu, ours.whole_f1 as number)
    compare(`${name} exact`, printed, /records exact ([\d.]+)/u, ours.records_exact as number)
  }
}

function roleSpans(): void {
  const gold = 'whodidwhat.dev.jsonl'
  const items = readJsonl<SpanItem>(join(folder as string, gold))
  const predictions = items.map((item) => ({
    id: item.id,
    events: damage(item.events ?? [], (event) => ({
      ...event,
      source: (event.source ?? []).map((s) =>
        s.tok ? { tok: [s.tok[0], s.tok[1] + (random.unit() < 0.3 ? 1 : 0)] as const } : s,
      ),
    })),
  }))
  const printed = published('score_ner.py', gold, predictions, [])
  const ours = scoreRoleSpans(items, predictions)
  compare('spans micro', printed, /exact-span micro.*?F1=([\d.]+)/u, ours.span_micro_f1 as number)
  compare('spans overlap', printed, /overlap micro.*F1=([\d.]+)/u, ours.overlap_f1 as number)
}

function labels(): void {
  const cases = readJsonl<LabelItem>(join(folder as string, 'case21_acled.dev.jsonl'))
  const all = cases.map((item) => item.label as string)
  const guessed = cases.map((item) => ({
    id: item.id,
    label: random.unit() < 0.3 ? (all[random.below(all.length)] as string) : (item.label as string),
  }))
  const printed = published('score_labels.py', 'case21_acled.dev.jsonl', guessed, [])
  const ours = scoreLabel(cases, guessed)
  compare('case21 weighted', printed, /weighted-F1 ([\d.]+)/u, ours.weighted_f1 as number)
  compare('case21 macro', printed, /macro-F1 ([\d.]+)/u, ours.macro_f1 as number)
  const bbc = readJsonl<LabelItem>(join(folder as string, 'bbc.dev.jsonl'))
  const flagged = bbc.map((item) => ({
    id: item.id,
    labels: [random.unit() < 0.2 ? 1 - (item.labels?.[0] ?? 0) : (item.labels?.[0] ?? 0)],
  }))
  const shown = published('score_labels.py', 'bbc.dev.jsonl', flagged, [])
  compare('bbc label 0', shown, /^label 0 .*F1=([\d.]+)/mu, scoreFlags(bbc, flagged).f1 as number)
}

function police(): void {
  const gold = 'police.train.jsonl'
  const items = readJsonl<PoliceItem>(join(folder as string, gold))
  const noisy = (given: readonly string[]): string[] =>
    POLICE_LABELS.filter((label) => given.includes(label) !== random.unit() < 0.1)
  const byDocument = items.map((item) => ({ id: item.id, labels: noisy(item.labels) }))
  const bySentence = items.flatMap((item) =>
    item.sents.map((s) => ({ id: `${item.id}#${s.i}`, labels: noisy(s.labels) })),
  )
  for (const [level, predictions] of [
    ['doc', byDocument],
    ['sent', bySentence],
  ] as const) {
    const printed = published('score_police.py', gold, predictions, [`--level=${level}`])
    const ours = scorePolice(items, predictions, level)
    compare(`police ${level} macro`, printed, /macro F1 ([\d.]+)/u, ours.macro_f1 as number)
    compare(`police ${level} FAIL`, printed, /^FAIL.*F1=([\d.]+)/mu, ours.fail_f1 as number)
  }
}

function muc4(): void {
  const gold = 'muc4.dev.jsonl'
  const items = readJsonl<Muc4Item>(join(folder as string, gold))
  const predictions = items.map((item) => ({
    id: item.id,
    events: damage(item.templates ?? [], (event) => ({
      type: random.unit() < 0.3 ? 'BOMBING' : (event.type ?? ''),
      stage: 'ACCOMPLISHED',
      victim: event.perp_ind ?? [],
      perp_org: event.perp_org ?? [],
    })).map((event) => ({ ...event, stage: random.unit() < 0.5 ? 'ACCOMPLISHED' : (event.stage ?? '') })),
  }))
  const printed = published('score_muc4.py', gold, predictions, [])
  const ours = scoreMuc4(items, predictions)
  compare('muc4 relevance', printed, /^relevance.*F1=([\d.]+)/mu, ours.relevance_f1 as number)
  compare('muc4 types', printed, /^incident types.*F1=([\d.]+)/mu, ours.types_f1 as number)
  compare('muc4 types+roles', printed, /^types\+roles.*F1=([\d.]+)/mu, ours.types_roles_f1 as number)
}

function geo(): void {
  for (const gold of ['geo-lgl.dev.jsonl', 'geo-trnews.dev.jsonl']) {
    const items = readJsonl<GeoItem>(join(folder as string, gold))
    const predictions = items.map((item) => ({
      id: item.id,
      toponyms: damage(item.toponyms ?? [], (t) => ({
        ...t,
        end: t.end + (random.unit() < 0.3 ? 1 : 0),
        lat: t.lat == null ? null : t.lat + 3 * random.unit(),
        geonameid: random.unit() < 0.5 ? null : (t.geonameid ?? null),
      })),
    }))
    for (const goldSpans of [false, true]) {
      const printed = published('score_geo.py', gold, predictions, goldSpans ? ['--gold-spans'] : [])
      const ours = scoreGeo(items, predictions, goldSpans)
      const shown = JSON.parse(printed)
      const raw = shown[goldSpans ? 'all_gold_with_coords' : 'found_with_gold_coords']
      const name = `${gold} ${goldSpans ? 'gold spans' : ''}`
      compare(`${name} F1`, String(shown.recognition_exact.F1), /([\d.]+)/u, ours.exact_f1 as number, 100)
      compare(`${name} overlap`, String(shown.recognition_overlap.F1), /([\d.]+)/u, ours.overlap_f1 as number, 100)
      compare(`${name} 161`, String(raw.acc161), /([\d.]+)/u, ours.acc161 as number, 100)
      compare(
        `${name} identity`,
        String(shown.same_by_identity.acc161),
        /([\d.]+)/u,
        ours.acc161_identity as number,
        100,
      )
      compare(`${name} auc`, String(raw.auc), /([\d.]+)/u, ours.auc as number)
    }
  }
}

function time(): void {
  const gold = 'time-tbaq.dev.jsonl'
  const items = readJsonl<TimeItem>(join(folder as string, gold))
  const predictions = items.map((item) => ({
    id: item.id,
    timex: damage(item.timex ?? [], (t) => ({
      ...t,
      end: t.end + 2,
      value: random.unit() < 0.5 ? '1998' : (t.value ?? ''),
    })),
  }))
  const printed = published('score_time.py', gold, predictions, [])
  const ours = scoreTime(items, predictions)
  compare('time value', printed, /^value F1 ([\d.]+)/mu, ours.value_f1 as number)
  compare('time value and type', printed, /value F1 with type ([\d.]+)/u, ours.value_type_f1 as number)
  compare('time day', printed, /day-grain accuracy ([\d.]+)/u, ours.day_accuracy as number)
}

function quantities(): void {
  const gold = 'quantities.dev.jsonl'
  const items = readJsonl<QuantityItem>(join(folder as string, gold))
  const predictions = items.map((item) => ({
    ...item,
    low: random.unit() < 0.2 ? 7 : (item.low ?? null),
    qualifier: random.unit() < 0.2 ? 'vague' : (item.qualifier ?? ''),
  }))
  const printed = published('score_quantities.py', gold, predictions, [])
  const ours = scoreQuantities(items, predictions)
  compare('quantities all', printed, /all three ([\d.]+)/u, ours.all_three as number)
  compare('quantities interval', printed, /interval ([\d.]+)/u, ours.interval as number)
}

function link(): void {
  const gold = 'link-ecbplus.dev.jsonl'
  const items = readJsonl<LinkItem>(join(folder as string, gold))
  const stories = items.flatMap((item) =>
    random.unit() < 0.1 ? [] : [{ id: item.id, cluster: random.unit() < 0.2 ? 'x' : (item.story ?? '') }],
  )
  const chains = items.map((item) => ({
    id: item.id,
    clusters: Object.fromEntries(
      (item.mentions ?? [])
        .filter(() => random.unit() > 0.1)
        .map((m) => [`${m.start}-${m.end}`, random.unit() < 0.1 ? `y${random.below(20)}` : m.chain]),
    ),
  }))
  for (const level of ['docs', 'mentions'] as const) {
    const predictions = level === 'docs' ? stories : chains
    const shown = JSON.parse(published('score_link.py', gold, predictions, [`--${level}`]))
    const ours = scoreLink(items, predictions, level)
    for (const [theirs, name] of [
      ['CoNLL', 'conll'],
      ['B3', 'b3'],
      ['MUC', 'muc'],
      ['CEAFe', 'ceafe'],
      ['pair_P', 'pair_precision'],
      ['pair_R', 'pair_recall'],
    ] as const)
      compare(`link ${level} ${name}`, String(shown[theirs]), /([\d.]+)/u, ours[name] as number, 100)
  }
}

function fields(): void {
  const gold = 'fields.dev.jsonl'
  const items = readJsonl<FieldItem>(join(folder as string, gold))
  const texts = readJsonl<FieldText>(join(folder as string, 'fields.dev.input.jsonl'))
  const types = items.flatMap((item) => item.events.map((event) => event.type))
  const predictions = items.map((item) => ({
    id: item.id,
    events: damage(item.events, (event) => ({
      ...event,
      type: random.unit() < 0.4 ? (types[random.below(types.length)] as string) : event.type,
      actors: random.unit() < 0.5 ? (event.recipients ?? []) : (event.actors ?? []),
      trigger: { ...event.trigger, start: event.trigger.start + 9, end: event.trigger.end + 9 },
      place: random.unit() < 0.5 ? null : (event.place ?? null),
      certainty: { value: random.unit() < 0.5 ? 'alleged' : 'asserted' },
      date: random.unit() < 0.5 ? { from: '2009-01-01', grain: 'day' } : (event.date ?? null),
    })),
  }))
  const printed = published('score_fields.py', gold, predictions, [])
  const { figures } = scoreFields(items, predictions, texts)
  compare('fields events', printed, /events .*F1 ([\d.]+)/u, figures.event_f1 as number)
  compare('fields accuracy', printed, /fields ([\d.]+);/u, figures.field_accuracy as number)
  compare('fields worth', printed, /worth ([\d.]+)/u, figures.worth as number)
}

try {
  events('plover.dev.jsonl', ['type'])
  events('petrarch.dev.jsonl', ['type', 'cameo', 'root'])
  events('whodidwhat.dev.jsonl', ['type'])
  roleSpans()
  labels()
  police()
  muc4()
  geo()
  time()
  quantities()
  link()
  fields()
} finally {
  rmSync(temporary, { recursive: true, force: true })
}
console.log(`scorers: ${passed} passed, ${failed} failed`)
process.exitCode = failed ? 1 : 0
