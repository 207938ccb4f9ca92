import { contentId } from '../base/id.ts'
import type { EventRecord } from '../coding/event-record.ts'

/**
 * Keys of the records of one article, in the order given: the id without the coder's version, from article, type,
 * trigger and the ordinal among records of the same trigger ("in Almaty and Astana" gives two). People's decisions
 * attach to keys, so they survive a new coder that finds the same.
 */
export function recordKeys(records: readonly EventRecord[]): readonly string[] {
  const seen = new Map<string, number>()
  return records.map(({ article, type, trigger }) => {
    const same = `${type} ${trigger.start} ${trigger.end}`
    const ordinal = seen.get(same) ?? 0
    seen.set(same, ordinal + 1)
    return contentId('rk', [article, type, trigger.start, trigger.end, ordinal])
  })
}
