import { triggerLexicon } from '../src/coding/coder.ts'
import { wants } from '../src/coding/gate.ts'
import type { MentionInput } from '../src/mention/input.ts'
import type { Mentions } from '../src/mention/mention.ts'
import type { CoderContext } from './context.ts'
import { type BenchText, benchArticle } from './events.ts'
import type { Figures } from './score/counts.ts'

/** Order in which the coder runs its finders; each sees what those before it found. */
const ORDER = ['citations', 'times', 'quantities', 'places', 'indicators', 'actors'] as const

/** Articles read before the clock starts, so that compilation is not counted. */
const WARM_UP_ARTICLES = 100

/**
 * Time of the finders of mentions alone, on text that is tagged and parsed as for coding: milliseconds an article of each
 * finder, and articles a second of all of them together, on one core. Processor time of this thread is counted, so that
 * other work on the machine weighs less.
 */
export function benchMentionSpeed(items: readonly BenchText[], context: CoderContext): Figures {
  const lexicon = triggerLexicon('en')
  const inputs = items.map((item): MentionInput => {
    const { text, published, publisher } = benchArticle(item)
    const analysis = context.engine.analyse(text, { gate: (sentence) => lexicon !== null && wants(sentence, lexicon) })
    return { text, analysis, published, ...(publisher === undefined ? {} : { publisher }) }
  })
  const spent = Object.fromEntries(ORDER.map((name) => [name, 0])) as Record<(typeof ORDER)[number], number>
  const find = (input: MentionInput): void => {
    const found: Partial<Record<keyof Mentions, unknown>> = {}
    for (const name of ORDER) {
      const started = process.threadCpuUsage()
      found[name] = context.finders[name]?.(input, found as Mentions) ?? []
      const used = process.threadCpuUsage(started)
      spent[name] += (used.user + used.system) / 1000
    }
  }
  for (const input of inputs.slice(0, WARM_UP_ARTICLES)) find({ ...input })
  for (const name of ORDER) spent[name] = 0
  for (const input of inputs) find({ ...input })
  const total = ORDER.reduce((sum, name) => sum + spent[name], 0)
  return {
    mention_articles_per_second: (1000 * inputs.length) / total,
    ...Object.fromEntries(ORDER.map((name) => [`${name}_ms_per_article`, spent[name] / inputs.length])),
  }
}
