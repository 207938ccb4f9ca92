import { globSync, readdirSync, realpathSync, type Stats, statSync } from 'node:fs'
import { join } from 'node:path'
import { GroundswellError } from '../base/error.ts'

/** One file to read, or why something that was asked for gives none. */
export type Input =
  | { readonly kind: 'file'; readonly name: string; readonly path: string; readonly bytes: number }
  | { readonly kind: 'failed'; readonly name: string; readonly error: GroundswellError }
  | { readonly kind: 'skipped'; readonly name: string; readonly reason: string }

/** Files and folders of one run: more than any folder of reports, and few enough to hold in memory. */
const MAX_INPUTS = 5_000_000

/**
 * The files that paths, folders and patterns name, in a fixed order: as asked for, folders by name. Folders are entered,
 * hidden entries in them are passed over. A file named twice, or linked from elsewhere, comes once; a link back to a folder
 * around it is not followed.
 */
export function* findInputs(asked: readonly string[]): Generator<Input> {
  const seen = new Set<string>()
  for (const name of asked) {
    for (const input of one(name)) {
      if (input.kind === 'file') {
        const real = realPathOf(input.path)
        if (seen.has(real)) continue
        if (seen.size >= MAX_INPUTS) return
        seen.add(real)
      }
      yield input
    }
  }
}

function* one(name: string): Generator<Input> {
  if (/^[a-z][a-z0-9+.-]+:\/\//iu.test(name)) {
    yield { kind: 'failed', name, error: new GroundswellError('GS-E605', { place: { file: name } }) }
    return
  }
  const stats = statOf(name)
  // A file whose name holds a star is that file; a pattern is only what is no file.
  if (stats === null && /[*?[\]{}]/u.test(name)) {
    const matches = globSync(name).sort(byName)
    if (!matches.length)
      yield { kind: 'failed', name, error: new GroundswellError('GS-E601', { place: { file: name } }) }
    for (const match of matches) yield* entry(match, match)
    return
  }
  yield* entry(name, name)
}

function* entry(name: string, path: string): Generator<Input> {
  let stats: Stats
  try {
    stats = statSync(path)
  } catch (error) {
    yield { kind: 'failed', name, error: unreadable(name, error) }
    return
  }
  if (stats.isFile()) yield { kind: 'file', name, path, bytes: stats.size }
  else if (stats.isDirectory()) yield* folder(name, path, [])
  else yield { kind: 'skipped', name, reason: 'neither a file nor a folder' }
}

function* folder(name: string, path: string, around: readonly string[]): Generator<Input> {
  let entries: string[]
  let real: string
  try {
    real = realpathSync(path)
    entries = readdirSync(path).sort(byName)
  } catch (error) {
    yield { kind: 'failed', name, error: unreadable(name, error) }
    return
  }
  if (around.includes(real)) {
    yield { kind: 'skipped', name, reason: 'a link back to a folder around it' }
    return
  }
  for (const inner of entries) {
    if (inner.startsWith('.')) continue
    const at = join(path, inner)
    const stats = statOf(at)
    if (stats?.isFile()) yield { kind: 'file', name: at, path: at, bytes: stats.size }
    else if (stats?.isDirectory()) yield* folder(at, at, [...around, real])
    else if (stats === null)
      yield { kind: 'failed', name: at, error: new GroundswellError('GS-E001', { place: { file: at } }) }
    else yield { kind: 'skipped', name: at, reason: 'neither a file nor a folder' }
  }
}

/** What could not be read, as one of our errors. */
export function unreadable(file: string, error: unknown): GroundswellError {
  if (error instanceof GroundswellError) return error
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  const detail = error instanceof Error ? error.message : String(error)
  return code === 'ENOENT' || code === 'ENOTDIR'
    ? new GroundswellError('GS-E001', { place: { file } })
    : new GroundswellError('GS-E004', { place: { file }, detail, cause: error })
}

/** The path without links; the path itself where the file has gone meanwhile, so that reading it tells. */
function realPathOf(path: string): string {
  try {
    return realpathSync(path)
  } catch {
    return path
  }
}

function statOf(path: string): Stats | null {
  try {
    return statSync(path)
  } catch {
    return null
  }
}

/** By code unit, so that the order is the same on every machine. */
function byName(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
