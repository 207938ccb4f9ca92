import type { Store, StoredRecord } from '../store/store.ts'
import { evidenceOf, fieldsOf } from './fields.ts'
import type { EventView, LinkedEvent } from './schema.ts'

/** One event as its page shows it. `text` is the article's. */
export function eventViewOf(
  stored: StoredRecord,
  text: string,
  linked: readonly LinkedEvent[],
  version: number,
): EventView {
  return {
    id: stored.record.id,
    key: stored.key,
    record: stored.record,
    machine: stored.machine,
    status: stored.status,
    revision: stored.revision,
    current: stored.current,
    article: stored.article as EventView['article'],
    fields: fieldsOf(stored, text),
    decisions: stored.decisions as EventView['decisions'],
    linked: linked.map((link) => {
      const own = link.direction === 'to' ? stored.record.links.find((item) => item.event === link.id) : undefined
      return own ? { ...link, evidence: evidenceOf(own, stored, text) } : link
    }),
    otherVersions: [...stored.otherVersions],
    passage: stored.passage,
    version,
  }
}

/** The events that a record is linked with, each with its type and trigger; those that are not stored keep their id. */
export async function linkedOf(stored: StoredRecord, store: Store): Promise<LinkedEvent[]> {
  return Promise.all(
    stored.linked.map(async ({ kind, direction, record }): Promise<LinkedEvent> => {
      const other = await store.record(record)
      return {
        kind,
        direction,
        id: record,
        type: other?.record.type ?? null,
        trigger: other?.record.trigger.quote ?? null,
        evidence: null,
      }
    }),
  )
}
