import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { GroundswellError } from '../../base/error.ts'
import type { SqliteDriver } from './driver.ts'

/** Marks the file as ours ("GSWL"), so that no other program's database is ever migrated. */
export const APPLICATION_ID = 0x4753574c

const FOLDER = new URL('../migrations/', import.meta.url)
const NAME = /^(\d{4})_[a-z-]+\.sqlite\.sql$/u

/** Number of the newest migration: the schema that this version of the program writes. */
export function newestSchema(): number {
  return migrations().length
}

/**
 * Brings the schema up to date. All migrations run in one transaction that holds the write lock, so two programs that
 * open a new workspace at once do the work once, and a killed one leaves nothing half done.
 *
 * @throws GroundswellError GS-E502 for another program's file, GS-E503 for a newer version's.
 */
export function migrate(driver: SqliteDriver): void {
  const files = migrations()
  if (schemaOf(driver, files.length) === files.length) return
  driver.transaction(() => {
    // Asked again under the lock: another program may have been faster.
    for (let number = schemaOf(driver, files.length); number < files.length; number++) {
      driver.exec(readFileSync(new URL(files[number] as string, FOLDER), 'utf8'))
    }
    driver.exec(`PRAGMA user_version = ${files.length}`)
    driver.exec(`PRAGMA application_id = ${APPLICATION_ID}`)
  })
}

function schemaOf(driver: SqliteDriver, newest: number): number {
  const schema = Number(driver.get('PRAGMA user_version')?.user_version)
  const owner = Number(driver.get('PRAGMA application_id')?.application_id)
  const empty = !driver.get('SELECT 1 AS found FROM sqlite_schema LIMIT 1')
  if (owner !== APPLICATION_ID && !empty) throw new GroundswellError('GS-E502', { place: { file: driver.file } })
  if (schema > newest)
    throw new GroundswellError('GS-E503', {
      place: { file: driver.file },
      detail: `its schema is ${schema}, this version knows ${newest}`,
    })
  return schema
}

let known: readonly string[] | undefined
function migrations(): readonly string[] {
  known ??= readdirSync(fileURLToPath(FOLDER))
    .filter((name) => NAME.test(name))
    .sort()
  return known
}
