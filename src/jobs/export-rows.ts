import type { EventRecord } from '../coding/event-record.ts'
import type { ExportRow } from '../output/export-row.ts'
import { MAX_PAGE_ROWS, type RecordFilter, type Store } from '../store/store.ts'

/** The rows of an export, page by page, so that any number of records fits in memory; for the command line and the API. */
export async function* exportRows(
  store: Store,
  filter: RecordFilter,
  options: { readonly responses: boolean },
): AsyncGenerator<ExportRow> {
  let cursor: string | undefined
  do {
    const page = await store.listRecords(filter, { limit: MAX_PAGE_ROWS, ...(cursor === undefined ? {} : { cursor }) })
    for (const { record, status, article, passage } of page.items)
      yield {
        record,
        status,
        article,
        passage: passage.text,
        ...(options.responses && record.type === 'PROTEST' ? { responses: await responsesTo(store, record.id) } : {}),
      }
    cursor = page.next ?? undefined
  } while (cursor !== undefined)
}

/** Unrejected records that are linked to one as responses. */
async function responsesTo(store: Store, id: string): Promise<EventRecord[]> {
  const links = (await store.record(id))?.linked ?? []
  const responses: EventRecord[] = []
  for (const link of links) {
    if (link.direction !== 'from' || link.kind !== 'response-to') continue
    const response = await store.record(link.record)
    if (response && response.status !== 'rejected') responses.push(response.record)
  }
  return responses
}
