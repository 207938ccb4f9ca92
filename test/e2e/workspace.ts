import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { SYNTHETIC_CODER, syntheticReports } from '../../bench/synthetic.ts'
import { SqliteStore } from '../../src/store/sqlite/sqlite-store.ts'
import type { IngestItem, Store } from '../../src/store/store.ts'

/** A store in a folder of its own, filled with SYNTHETIC reports; `remove` closes it and deletes the folder. */
export interface TestWorkspace {
  readonly folder: string
  readonly file: string
  readonly store: Store
  remove(): Promise<void>
}

/** Reports per transaction. */
const BATCH = 200

/** Makes a workspace with about `records` synthetic records. */
export async function makeWorkspace(records: number, seed = 7): Promise<TestWorkspace> {
  const folder = mkdtempSync(join(tmpdir(), 'groundswell-'))
  const file = join(folder, 'groundswell.db')
  const store = new SqliteStore(file)
  await fillSynthetic(store, records, seed)
  return {
    folder,
    file,
    store,
    async remove() {
      await store.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** Writes synthetic reports into a store, as one run. */
export async function fillSynthetic(store: Store, records: number, seed = 7): Promise<void> {
  if (records === 0) return
  const run = await store.beginRun({ inputs: ['synthetic'], coder: SYNTHETIC_CODER })
  let items: IngestItem[] = []
  let sequence = 0
  const flush = async (): Promise<void> => {
    if (items.length > 0) await store.writeBatch({ run: run.id, items })
    items = []
  }
  for (const { article, records: coded } of syntheticReports(records, seed)) {
    items.push({
      kind: 'coded',
      sequence: sequence++,
      input: 'synthetic',
      place: `report ${sequence}`,
      article,
      coding: { coder: SYNTHETIC_CODER, records: coded, mentions: null, misses: [], warnings: [] },
    })
    if (items.length >= BATCH) await flush()
  }
  items.push(
    { kind: 'failed', sequence: sequence++, input: 'broken.pdf', code: 'GS-E104', message: 'The PDF is damaged' },
    { kind: 'skipped', sequence: sequence++, input: 'weather.html', reason: 'no trigger of any event type' },
  )
  await flush()
  await store.endRun(run.id)
}
