import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, statfsSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { parseDocument } from 'yaml'
import { z } from 'zod'
import { GroundswellError } from '../base/error.ts'
import { sha256 } from '../base/id.ts'

/** Names inside a workspace folder. */
export const DATABASE_FILE = 'groundswell.db'
export const CONFIG_FILE = 'config.yaml'
export const ORIGINALS_FOLDER = 'originals'

/** Settings of a workspace, as `config.yaml` holds them. Every one has a default, so an empty file is valid. */
export const workspaceConfig = z.strictObject({
  /** What the workspace is called on screen. */
  name: z.string().min(1).max(200).default('Groundswell workspace'),
  /** Who decides in this workspace: the name that decisions carry. */
  person: z.string().min(1).max(200).default('local'),
  /** Whether the bytes of every input are kept in `originals/`, by their sha-256. */
  keep_originals: z.boolean().default(true),
})
export type WorkspaceConfig = z.infer<typeof workspaceConfig>

/** A workspace: one folder with the database, the settings and the captured originals. */
export interface Workspace {
  readonly folder: string
  readonly database: string
  readonly config: WorkspaceConfig
}

/** Types of `statfs` (linux/magic.h) of file systems that lie on another machine. */
const NETWORK_FILE_SYSTEMS = new Map([
  [0x6969, 'NFS'],
  [0xff534d42, 'CIFS'],
  [0xfe534d42, 'SMB2'],
  [0x517b, 'SMB'],
  [0x01021997, '9P'],
  [0x00c36400, 'Ceph'],
  [0x5346414f, 'AFS'],
  [0x73757245, 'Coda'],
  [0x0bd00bd0, 'Lustre'],
])

const CONFIG_TEXT = `# Settings of this Groundswell workspace. All have defaults; remove the # to change one.
# name: Groundswell workspace
# person: local           # the name that decisions made here carry
# keep_originals: true    # keep the bytes of every input in originals/
`

/**
 * Makes a workspace in a folder, which may exist. A folder that is a workspace already is left as it is.
 *
 * @throws GroundswellError GS-E511 on a network file system, GS-E516 where nothing can be written
 */
export function createWorkspace(
  folder: string,
  options: { readonly fileSystem?: number } = {},
): {
  readonly workspace: Workspace
  readonly created: boolean
} {
  const at = resolve(folder)
  const created = !isWorkspace(at)
  if (created) {
    try {
      mkdirSync(join(at, ORIGINALS_FOLDER), { recursive: true })
      assertLocalDisk(at, options.fileSystem)
      if (!existsSync(join(at, CONFIG_FILE))) writeFileSync(join(at, CONFIG_FILE), CONFIG_TEXT)
    } catch (error) {
      throw unwritable(error, at)
    }
  }
  return { workspace: { folder: at, database: join(at, DATABASE_FILE), config: readConfig(at) }, created }
}

/**
 * The workspace in a folder.
 *
 * @throws GroundswellError GS-E501 where there is none, GS-E511 on a network file system, GS-E517 for bad settings
 */
export function openWorkspace(folder: string, options: { readonly fileSystem?: number } = {}): Workspace {
  const at = resolve(folder)
  if (!isWorkspace(at)) throw new GroundswellError('GS-E501', { place: { file: at } })
  assertLocalDisk(at, options.fileSystem)
  return { folder: at, database: join(at, DATABASE_FILE), config: readConfig(at) }
}

/** Whether a folder holds a workspace. */
export function isWorkspace(folder: string): boolean {
  return existsSync(join(folder, CONFIG_FILE)) || existsSync(join(folder, DATABASE_FILE))
}

function assertLocalDisk(folder: string, fileSystem: number = statfsSync(folder).type): void {
  const name = NETWORK_FILE_SYSTEMS.get(fileSystem >>> 0)
  if (name) throw new GroundswellError('GS-E511', { place: { file: folder }, detail: name })
}

function readConfig(folder: string): WorkspaceConfig {
  const file = join(folder, CONFIG_FILE)
  if (!existsSync(file)) return workspaceConfig.parse({})
  const document = parseDocument(readFileSync(file, 'utf8'), { prettyErrors: true })
  const broken = document.errors[0]
  if (broken)
    throw new GroundswellError('GS-E517', {
      place: { file, ...(broken.linePos ? { line: broken.linePos[0].line, column: broken.linePos[0].col } : {}) },
      detail: broken.message.split('\n')[0] ?? broken.code,
    })
  const checked = workspaceConfig.safeParse(document.toJS() ?? {})
  if (checked.success) return checked.data
  const issue = checked.error.issues[0]
  throw new GroundswellError('GS-E517', {
    place: { file },
    detail: `${issue?.path.join('.') || 'settings'}: ${issue?.message}`,
  })
}

/** Where the original with this hash is kept: `originals/ab/abcd…`. */
export function originalFile(workspace: Workspace, hash: string): string {
  return join(workspace.folder, ORIGINALS_FOLDER, hash.slice(0, 2), hash)
}

/**
 * Keeps the bytes of an input under their sha-256 and gives the hash. Bytes that are there already are not written
 * again; a file appears whole or not at all.
 */
export function keepOriginal(workspace: Workspace, bytes: Uint8Array): string {
  const hash = sha256(bytes)
  const file = originalFile(workspace, hash)
  if (existsSync(file) && statSync(file).size === bytes.byteLength) return hash
  const temporary = `${file}.${process.pid}.tmp`
  try {
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(temporary, bytes, { flush: true })
    renameSync(temporary, file)
  } catch (error) {
    discard(temporary)
    throw unwritable(error, file)
  }
  return hash
}

/** The kept bytes of an original, or null. */
export function readOriginal(workspace: Workspace, hash: string): Uint8Array | null {
  if (!/^[0-9a-f]{64}$/u.test(hash)) return null
  const file = originalFile(workspace, hash)
  return existsSync(file) ? readFileSync(file) : null
}

/** Removes what an error left half done. That this may fail too matters less than the error, which is told. */
export function discard(file: string): void {
  try {
    rmSync(file, { force: true })
  } catch {
    // The folder itself is gone or no folder: then so is the file.
  }
}

function unwritable(error: unknown, file: string): unknown {
  if (error instanceof GroundswellError || !(error instanceof Error)) return error
  const full = 'code' in error && (error.code === 'ENOSPC' || error.code === 'EDQUOT' || error.code === 'EFBIG')
  return new GroundswellError(full ? 'GS-E505' : 'GS-E516', { place: { file }, detail: error.message, cause: error })
}
