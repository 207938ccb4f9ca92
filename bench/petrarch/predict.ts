import { cameoOf, TYPES } from '../../src/coding/codebook.ts'
import type { EventRecord, RecordActor } from '../../src/coding/event-record.ts'
import { Tree } from '../../src/coding/tree.ts'
import type { CoderContext } from '../context.ts'
import { type BenchText, benchArticle, type ScoredPrediction } from '../events.ts'
import { ActorCodes } from './actor-codes.ts'
import { codeSentence, type Triple } from './grammar.ts'

/** Records of the suite's first part are written for its own dictionaries, those of the second for CAMEO at large. */
const OWN_DICTIONARIES = /^petr1-/u

/**
 * `petrarch`: CAMEO rows. The first part of the suite is coded with its own dictionaries over the product's trees and
 * roles (`dictionaries`), as the published coders do; the second, and without them all of it, from the product's records.
 */
export function predictPetrarch(
  items: readonly BenchText[],
  { coder, engine }: Pick<CoderContext, 'coder' | 'engine'>,
  dictionaries = true,
): ScoredPrediction[] {
  return items.map((item) => {
    const article = benchArticle(item)
    const { records, mentions, analysis } = coder.code(article)
    const day = (item.date ?? item.published ?? '').replaceAll('-', '').slice(0, 8)
    if (dictionaries && OWN_DICTIONARIES.test(item.id)) {
      const { sentences } = engine.analyse(article.text, { gate: () => true })
      const events = sentences.flatMap((sentence) => {
        const tree = new Tree(sentence)
        return codeSentence(tree, new ActorCodes(tree, mentions, day))
      })
      return { id: item.id, events: unique(events).map((event) => ({ type: '', ...event })) }
    }
    const realms = OWN_DICTIONARIES.test(item.id) ? day : null
    const sentences = analysis.sentences.map((sentence) => {
      const tree = new Tree(sentence)
      return { tree, codes: new ActorCodes(tree, mentions, realms) }
    })
    const codesOf = (actors: readonly RecordActor[]): string[] => [
      ...new Set(
        actors.flatMap((actor) => {
          const at = sentences.find(({ tree }) => tree.sentence.start <= actor.start && actor.end <= tree.sentence.end)
          return at === undefined ? [] : at.codes.ofSpan(actor)
        }),
      ),
    ]
    const events = records
      .filter((record) => record.polarity === 'positive' && !record.background)
      .flatMap((record) => recordTriples(record, codesOf).map((triple) => ({ type: record.type as string, ...triple })))
    return { id: item.id, events: unique(events) }
  })
}

function unique<Event extends Triple>(events: readonly Event[]): Event[] {
  const seen = new Set<string>()
  return events.filter(({ cameo, source, target }) => {
    const key = `${cameo} ${source} ${target}`
    return !seen.has(key) && seen.add(key)
  })
}

/** The dyads of a record. Talks count both ways; ties and accords go from the subject to the other side. */
function recordTriples(record: EventRecord, codesOf: (actors: readonly RecordActor[]) => string[]): Triple[] {
  const cameo = suiteCode(record)
  const { source: from, target: to } =
    record.type === 'CONSULT' || record.recipients.length > 0
      ? { source: record.actors, target: record.recipients }
      : {
          source: record.actors.filter((actor) => actor.end <= record.trigger.start),
          target: record.actors.filter((actor) => actor.start >= record.trigger.end),
        }
  const sources = codesOf(from)
  const targets = codesOf(to)
  const mutual = targets.length === 0 && sources.length > 1
  return sources
    .flatMap((source) => (mutual ? sources : targets).map((target) => ({ cameo, source, target })))
    .filter(({ source, target }) => source !== target && target !== '---')
}

/** The suite takes what is about to happen as done, and a fight without a named means as 190. */
function suiteCode(record: EventRecord): string {
  const collapsed = record.basis.some((rule) => rule.startsWith('collapse:future'))
  const told = collapsed ? /^trigger:([a-z]+)\./u.exec(record.basis[0] ?? '')?.[1]?.toUpperCase() : undefined
  if (told !== undefined && Object.hasOwn(TYPES, told))
    return cameoOf({
      ...record,
      type: told as EventRecord['type'],
      mode: [],
      basis: record.basis.filter((rule) => !rule.startsWith('collapse:')),
    })
  return record.type === 'ASSAULT' && record.mode.length === 0 ? '190' : cameoOf(record)
}
