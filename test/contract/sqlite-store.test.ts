import { join } from 'node:path'
import { SqliteStore } from '../../src/store/sqlite/sqlite-store.ts'
import type { Store } from '../../src/store/store.ts'
import { describeStore } from './store-suite.ts'

/** Columns that hold the time of writing, or an id made by chance. */
const TIMES = new Set(['captured', 'at', 'started', 'finished'])

const files = new WeakMap<Store, string>()

/** Every row of every table, through a connection of its own. */
async function dump(store: Store): Promise<string> {
  const reader = new SqliteStore(files.get(store) as string)
  const { driver } = reader
  const tables = driver
    .all("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE '%words%' ORDER BY name")
    .map((row) => String(row.name))
  const text = tables
    .map((table) => {
      const rows = driver.all(`SELECT * FROM "${table}"`)
      const kept = rows.map((row) => Object.entries(row).filter(([column]) => !TIMES.has(column)))
      return `${table}\n${kept.map((row) => JSON.stringify(row)).join('\n')}`
    })
    .join('\n\n')
  await reader.close()
  return text
}

function opened<T extends Store>(store: T, folder: string): T {
  files.set(store, join(folder, 'groundswell.db'))
  return store
}

describeStore({
  name: 'SQLite',
  open: async (folder) => opened(new SqliteStore(join(folder, 'groundswell.db')), folder),
  dump,
})
