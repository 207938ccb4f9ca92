import { type Coder, createCoder } from '../src/coding/coder.ts'
import type { EventRecord } from '../src/coding/event-record.ts'
import { loadResources } from '../src/jobs/resources.ts'
import type { CoderContext } from './context.ts'
import { type BenchText, benchArticle } from './events.ts'
import type { Figures } from './score/counts.ts'

/**
 * What the gate of the coder costs: texts are coded as they ship and once more with every sentence parsed and looked at.
 * `records_recall` is the share of the latter's records that the gate keeps with all their fields, `events_recall` with
 * the same type on the same words, `statements_recall` that of statements; `share_parsed` is the share of sentences.
 */
export function benchGateRecall(items: readonly BenchText[], context: CoderContext): Figures {
  const open = createCoder({ ...loadResources(context.files), gate: () => true })
  let [sentences, parsed] = [0, 0]
  const [events, records, statements] = [new Overlap(), new Overlap(), new Overlap()]
  for (const item of items) {
    const gated = context.coder.code(benchArticle(item))
    const full = open.code(benchArticle(item))
    sentences += gated.analysis.sentences.length
    parsed += gated.analysis.sentences.filter((sentence) => sentence.parsed).length
    events.add(eventKeys(gated), eventKeys(full))
    records.add(gated.records.map(recordKey), full.records.map(recordKey))
    statements.add(
      gated.statements.map((statement) => JSON.stringify(statement)),
      full.statements.map((statement) => JSON.stringify(statement)),
    )
  }
  return {
    share_parsed: parsed / sentences,
    events_recall: events.recall,
    events_precision: events.precision,
    records_recall: records.recall,
    statements_recall: statements.recall,
    records: records.all,
    sentences,
  }
}

const eventKeys = ({ records }: ReturnType<Coder['code']>): string[] =>
  records.map(({ type, trigger }) => `${type} ${trigger.start}`)

/** The fields of a record that tell of the event. */
function recordKey(record: EventRecord): string {
  return JSON.stringify({ ...record, id: '', coder: null, confidence: 0, links: [] })
}

/** How many of the keys of a full list are in a shorter one. */
class Overlap {
  private both = 0
  private mine = 0
  all = 0

  add(mine: readonly string[], all: readonly string[]): void {
    const known = new Set(mine)
    this.both += all.filter((key) => known.has(key)).length
    this.mine += mine.length
    this.all += all.length
  }
  get recall(): number {
    return this.all === 0 ? 1 : this.both / this.all
  }
  get precision(): number {
    return this.mine === 0 ? 1 : this.both / this.mine
  }
}
