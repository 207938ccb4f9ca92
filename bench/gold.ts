import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { EventRecord } from '../src/coding/event-record.ts'
import { type GoldRecord, type GoldReport, readGold } from './gold-file.ts'
import type { Figures } from './score/counts.ts'
import { compareFields, type FieldMiss, type FieldRecord, pairRecords } from './score/fields.ts'

/** All reports of a folder of YAML files, in the order of the files' names. */
export function readGoldFolder(folder: string): GoldReport[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.yaml'))
    .sort()
    .flatMap((name) => readGold(readFileSync(join(folder, name), 'utf8')))
}

/** Fields that our own gold has beyond those of the published yardstick. */
function moreFields(g: GoldRecord, s: EventRecord, coded: readonly EventRecord[]): [string, boolean][] {
  const out: [string, boolean][] = [
    ['omission', g.omission === s.omission],
    ['attempted', g.attempted === s.attempted],
  ]
  if (g.form) out.push(['form', g.form === s.form])
  for (const issue of g.issues ?? []) {
    const target = (issue as { target?: { country: string } }).target
    if (target) out.push(['issue target', s.issues.some((i) => i.target?.country === target.country)])
  }
  for (const link of g.links)
    out.push([
      'links',
      s.links.some(
        (l) => l.kind === link.kind && coded.some((r) => r.id === l.event && r.trigger.quote.includes(link.to)),
      ),
    ])
  return out
}

/**
 * Scores coded records against our own gold. A field of an event that was missed is wrong, and so is one more for each
 * record that stands for nothing in the gold: the share right says what a reader may trust.
 */
export function scoreGold(
  gold: readonly GoldReport[],
  coded: ReadonlyMap<string, readonly EventRecord[]>,
): { figures: Figures; misses: FieldMiss[] } {
  const fields = new Map<string, [number, number]>()
  const misses: FieldMiss[] = []
  let [found, invented, expected, right, all] = [0, 0, 0, 0, 0]
  const count = (field: string, good: boolean): void => {
    const counts = fields.get(field) ?? [0, 0]
    counts[1]++
    all++
    if (good) {
      counts[0]++
      right++
    }
    fields.set(field, counts)
  }
  for (const report of gold) {
    const system = coded.get(report.id) ?? []
    const pairs = pairRecords(report.events, system as readonly FieldRecord[], report.text)
    const matched = new Map(pairs.map(([x, y]) => [x, y]))
    const used = new Set(matched.values())
    expected += report.events.length
    found += matched.size
    for (const [x, g] of report.events.entries()) {
      const y = matched.get(x)
      const miss = (kind: FieldMiss['kind'], field?: string): number =>
        misses.push({
          article: report.id,
          kind,
          type: g.type,
          quote: g.trigger.quote ?? '',
          core: true,
          ...(field ? { field } : {}),
        })
      if (y === undefined) {
        miss('missed')
        for (const [field, value] of [...compareFields(g, g), ...moreFields(g, g as never, [])])
          if (value !== null) count(field, false)
        continue
      }
      const s = system[y] as EventRecord
      for (const [field, value] of [...compareFields(g, s), ...moreFields(g, s, system)]) {
        if (value === null) continue
        count(field, value)
        if (!value) miss('wrong-field', field)
      }
    }
    for (const [y, s] of system.entries()) {
      if (used.has(y)) continue
      invented++
      count('invented', false)
      misses.push({ article: report.id, kind: 'invented', type: s.type, quote: s.trigger.quote, core: false })
    }
  }
  return {
    figures: {
      fields_right: right / Math.max(1, all),
      event_precision: found / Math.max(1, found + invented),
      event_recall: found / Math.max(1, expected),
      ...Object.fromEntries(
        [...fields].filter(([name]) => name !== 'invented').map(([name, [hit, n]]) => [`field_${name}`, hit / n]),
      ),
      missed: expected - found,
      invented,
      items: gold.length,
    },
    misses,
  }
}
