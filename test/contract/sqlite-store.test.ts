import { join } from 'node:path'
import { SqliteStore } from '../../src/store/sqlite/sqlite-store.ts'
import { describeStore } from './store-suite.ts'

/** Columns that hold the time of writing, or an id made by chance. */
const TIMES = new Set(['captured', 'at', 'started', 'finished'])

describeStore({
  name: 'SQLite',
  open: async (folder) => new SqliteStore(join(folder, 'groundswell.db')),
  async dump(store) {
    const { driver } = store as SqliteStore
    const tables = driver
      .all("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE '%words%' ORDER BY name")
      .map((row) => String(row.name))
    return tables
      .map((table) => {
        const rows = driver.all(`SELECT * FROM "${table}"`)
        const kept = rows.map((row) => Object.entries(row).filter(([column]) => !TIMES.has(column)))
        return `${table}\n${kept.map((row) => JSON.stringify(row)).join('\n')}`
      })
      .join('\n\n')
  },
})
