import { readdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { CoderContext } from './context.ts'
import { openContext } from './context.ts'
import type { BenchText } from './events.ts'
import { readJsonl } from './jsonl.ts'
import type { Figures } from './score/counts.ts'
import { type EventCode, type EventItem, scoreEvents } from './score/events.ts'
import { type FieldItem, type FieldText, scoreFields } from './score/fields.ts'
import { type GeoItem, scoreGeo } from './score/geo.ts'
import { type LabelItem, scoreFlags, scoreLabel } from './score/labels.ts'
import { type LinkItem, scoreLink } from './score/link.ts'
import { type Muc4Item, scoreMuc4 } from './score/muc4.ts'
import { type PoliceItem, scorePolice } from './score/police.ts'
import { type QuantityItem, scoreQuantities } from './score/quantities.ts'
import { type SpanItem, scoreRoleSpans } from './score/role-spans.ts'
import { scoreTime, type TimeItem } from './score/time.ts'

export interface YardstickOptions {
  readonly level?: string | undefined
  readonly code?: string | undefined
  readonly goldSpans?: boolean | undefined
  readonly input?: string | undefined
}
export interface YardstickResult {
  readonly figures: Figures
  /** What was predicted, in the shape that the yardstick's scorer reads. */
  readonly predictions?: readonly unknown[]
  /** Where the prediction is wrong, for reading errors. */
  readonly misses?: readonly unknown[]
}
type Yardstick = (
  file: string,
  options: YardstickOptions,
  context: () => Promise<CoderContext>,
) => Promise<YardstickResult>

const YARDSTICKS: Readonly<Record<string, Yardstick>> = {
  async fields(file, options, context) {
    const { predictFields } = await import('./events.ts')
    const texts = readJsonl<FieldText>(options.input ?? file.replace('.jsonl', '.input.jsonl'))
    const predictions = predictFields(texts, (await context()).coder)
    const scored = scoreFields(readJsonl<FieldItem>(file), predictions as never, texts)
    return { ...scored, predictions }
  },
  async gold(folder, _options, context) {
    const { readGoldFolder, scoreGold } = await import('./gold.ts')
    const { codeGold } = await import('./gold-coding.ts')
    const gold = readGoldFolder(folder)
    return scoreGold(gold, codeGold(gold, (await context()).coder))
  },
  async examples(file, _options, context) {
    const { codeExamples } = await import('./gold-coding.ts')
    const { scoreGold } = await import('./gold.ts')
    const folder = join(dirname(file), 'reports')
    const { gold, coded } = await codeExamples(file, folder, readdirSync(folder).sort(), (await context()).coder)
    return scoreGold(gold, coded)
  },
  async police(file, options, context) {
    const { predictPolice } = await import('./events.ts')
    const items = readJsonl<PoliceItem>(file)
    const level = options.level === 'sent' ? 'sent' : 'doc'
    const predictions = predictPolice(items as never, (await context()).coder, level)
    return { figures: scorePolice(items, predictions as never, level), predictions }
  },
  async plover(file, options, context) {
    const { predictPlover } = await import('./events.ts')
    return events(file, options, 'type', predictPlover(readJsonl(file), (await context()).coder))
  },
  async petrarch(file, options, context) {
    const { predictPetrarch } = await import('./petrarch/predict.ts')
    const items = readJsonl<BenchText>(file)
    const result = events(file, options, 'cameo', predictPetrarch(items, await context()))
    const own = events(file, options, 'cameo', predictPetrarch(items, await context(), false))
    return { ...result, figures: { ...result.figures, own_lexicon_records_exact: own.figures.records_exact ?? 0 } }
  },
  async whodidwhat(file, options, context) {
    const { predictWhoDidWhat } = await import('./who-did-what.ts')
    const result = events(file, options, 'type', predictWhoDidWhat(readJsonl(file), await context()))
    const spans = scoreRoleSpans(readJsonl<SpanItem>(file), result.predictions as SpanItem[])
    return { ...result, figures: { ...result.figures, ...spans } }
  },
  async muc4(file, _options, context) {
    const { predictMuc4 } = await import('./events.ts')
    const predictions = predictMuc4(readJsonl(file), (await context()).coder)
    return { figures: scoreMuc4(readJsonl<Muc4Item>(file), predictions as never), predictions }
  },
  async case21(file, _options, context) {
    const { predictCase21 } = await import('./events.ts')
    const predictions = predictCase21(readJsonl(file), (await context()).coder)
    return { figures: scoreLabel(readJsonl<LabelItem>(file), predictions as never), predictions }
  },
  async relevance(file, _options, context) {
    const { predictRelevance } = await import('./events.ts')
    const { falseEvents } = await import('./false-events.ts')
    const items = readJsonl<LabelItem & { text: string }>(file)
    const { coder } = await context()
    const predictions = predictRelevance(items, coder)
    const others = items.filter((item) => !item.labels?.[0])
    const figures = { ...scoreFlags(items, predictions as never), ...falseEvents(others, coder) }
    return { figures, predictions }
  },
  async geo(file, options, context) {
    const { predictGeo } = await import('./geo.ts')
    const goldSpans = options.goldSpans ?? false
    const predictions = predictGeo(readJsonl(file), await context(), goldSpans)
    return { figures: scoreGeo(readJsonl<GeoItem>(file), predictions as never, goldSpans), predictions }
  },
  async time(file, _options, context) {
    const { predictTime } = await import('./time.ts')
    const predictions = predictTime(readJsonl(file), (await context()).engine)
    return { figures: scoreTime(readJsonl<TimeItem>(file), predictions as never), predictions }
  },
  async quantities(file) {
    const { predictQuantities } = await import('./quantities.ts')
    const predictions = predictQuantities(readJsonl(file))
    return { figures: scoreQuantities(readJsonl<QuantityItem>(file), predictions as never), predictions }
  },
  async link(file, options, context) {
    const { predictLink } = await import('./link.ts')
    const level = options.level === 'mentions' ? 'mentions' : 'docs'
    const items = readJsonl<LinkItem & { text: string }>(file)
    const predictions = predictLink(items, (await context()).engine, level)
    return { figures: scoreLink(items, predictions, level), predictions }
  },
  async parse(file, _options, context) {
    const { benchParse } = await import('./parse.ts')
    return { figures: benchParse(file, (await context()).engine) }
  },
  async actors(file, _options, context) {
    const { benchActors } = await import('./actors.ts')
    const percent = benchActors(file, (await context()) as never)
    return {
      figures: Object.fromEntries(
        Object.entries(percent).map(([name, value]) => [name.toLowerCase().replaceAll(' ', '_'), value / 100]),
      ),
    }
  },
  async html(file) {
    const { benchHtml } = await import('./html.ts')
    return { figures: await benchHtml(file) }
  },
  async 'gate-recall'(file, _options, context) {
    const { benchGateRecall } = await import('./gate-recall.ts')
    return { figures: benchGateRecall(readJsonl(file), await context()) }
  },
  async speed(file, _options, context) {
    const { benchSpeed } = await import('./speed.ts')
    return { figures: benchSpeed(file, await context()) }
  },
  async 'mention-speed'(file, _options, context) {
    const { benchMentionSpeed } = await import('./mention-speed.ts')
    return { figures: benchMentionSpeed(readJsonl(file), await context()) }
  },
}

export const NAMES = Object.keys(YARDSTICKS)

function events(
  file: string,
  options: YardstickOptions,
  usual: EventCode,
  predictions: readonly unknown[],
): YardstickResult {
  const code = options.code === 'type' || options.code === 'cameo' || options.code === 'root' ? options.code : usual
  return { figures: scoreEvents(readJsonl<EventItem>(file), predictions as readonly EventItem[], code), predictions }
}

let opened: Promise<CoderContext> | null = null

/** Runs one yardstick on its data file; the coder is opened once for all of them. */
export async function runYardstick(name: string, file: string, options: YardstickOptions): Promise<YardstickResult> {
  const yardstick = YARDSTICKS[name]
  if (!yardstick) throw new RangeError(`no yardstick is called "${name}": ${NAMES.join(', ')}`)
  return yardstick(file, options, () => {
    opened ??= openContext()
    return opened
  })
}
