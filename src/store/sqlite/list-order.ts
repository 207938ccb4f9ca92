import type { SqlValue } from '../sql.ts'
import type { SqliteDriver } from './driver.ts'
import { firstIndex } from './index-match.ts'

/** The order of the list by date: newest first, then by id from the last; what has no date comes at the end. */

/** Changed records that are put in their places one by one; more, and the order is asked for anew. */
const MAX_MOVED = 500

/** What decides where a record stands in the list. */
interface Place {
  readonly n: number
  readonly current: number
  readonly sort_date: string
  readonly id: string
}
const PLACE = 'SELECT n, current, sort_date, id FROM event_record'

function byPlace(a: Place, b: Place): number {
  if (a.sort_date !== b.sort_date) return a.sort_date < b.sort_date ? 1 : -1
  return a.id < b.id ? 1 : a.id > b.id ? -1 : 0
}

/** Keys of the current records in list order. */
export function listOrder(driver: SqliteDriver): Uint32Array<ArrayBuffer> {
  const most = Number(driver.get('SELECT count(*) AS n FROM event_record')?.n)
  const statement = driver.database.prepare(
    'SELECT n FROM event_record WHERE current = 1 ORDER BY sort_date DESC, id DESC',
  )
  statement.setReturnArrays(true)
  const keys = new Uint32Array(most)
  let found = 0
  for (const row of statement.iterate()) keys[found++] = Number((row as unknown as readonly SqlValue[])[0])
  return keys.slice(0, found)
}

/** The list order after records have changed: they are taken out, and each put in where it now belongs. */
export function orderAfter(driver: SqliteDriver, order: Uint32Array, changed: readonly string[]): Uint32Array {
  if (changed.length > MAX_MOVED) return listOrder(driver)
  const byKey = driver.database.prepare(`${PLACE} WHERE n = ?`)
  const places = changed
    .map((id) => driver.get(`${PLACE} WHERE id = ?`, [id]) as Place | undefined)
    .filter((place) => place !== undefined)
  const moved = new Set(places.map(({ n }) => n))
  const rest = order.filter((n) => !moved.has(n))
  const inserts = places
    .filter(({ current }) => current === 1)
    .sort(byPlace)
    .map((place) => ({
      at: firstIndex(rest.length, (row) => byPlace(byKey.get(rest[row]!) as unknown as Place, place) > 0),
      n: place.n,
    }))
  const out = new Uint32Array(rest.length + inserts.length)
  let taken = 0
  for (const [i, { at, n }] of inserts.entries()) {
    out.set(rest.subarray(taken, at), taken + i)
    out[at + i] = n
    taken = at
  }
  out.set(rest.subarray(taken), taken + inserts.length)
  return out
}
