import { GroundswellError } from '../base/error.ts'
import { DEFAULT_PAGE_ROWS, MAX_PAGE_ROWS, type Page } from './store.ts'

/**
 * A place in a list as opaque text: the list's order and the sort key of the last row given. Pages that follow it stay
 * right while rows are added or removed.
 */
export function encodeCursor(order: string, key: readonly (string | number)[]): string {
  return Buffer.from(JSON.stringify([order, ...key])).toString('base64url')
}

/** The sort key in a cursor. @throws GroundswellError GS-E509 if it is not one of this order */
export function decodeCursor(cursor: string, order: string, parts: number): readonly (string | number)[] {
  let key: unknown
  try {
    key = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'))
  } catch {
    key = null
  }
  const fits =
    Array.isArray(key) &&
    key.length === parts + 1 &&
    key[0] === order &&
    key.every((part) => typeof part === 'string' || typeof part === 'number')
  if (!fits) throw new GroundswellError('GS-E509')
  return (key as (string | number)[]).slice(1)
}

/** Rows wanted of a page, inside its bounds. */
export function pageRows(page: Page | undefined): number {
  const wanted = page?.limit ?? DEFAULT_PAGE_ROWS
  if (!Number.isInteger(wanted) || wanted < 1)
    throw new GroundswellError('GS-E514', { detail: `limit: ${wanted} is not a number of rows` })
  return Math.min(wanted, MAX_PAGE_ROWS)
}
