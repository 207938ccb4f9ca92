import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'

/** A file of the built pages, held in memory with its compressed twin. */
interface PageFile {
  readonly bytes: Uint8Array<ArrayBuffer>
  readonly gzip: Uint8Array<ArrayBuffer> | null
  readonly type: string
  readonly etag: string
  readonly immutable: boolean
}

const TYPES: Readonly<Record<string, string>> = {
  html: 'text/html; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  mjs: 'text/javascript; charset=utf-8',
  css: 'text/css; charset=utf-8',
  json: 'application/json; charset=utf-8',
  svg: 'image/svg+xml',
  png: 'image/png',
  ico: 'image/x-icon',
  txt: 'text/plain; charset=utf-8',
  webmanifest: 'application/manifest+json',
}
/** Types worth compressing. */
const TEXT = /^(?:text|application\/(?:json|manifest)|image\/svg)/u
/** Smaller files gain nothing by compression. */
const MIN_GZIP_BYTES = 1_024

/** Answers requests for the built pages. */
export interface StaticFiles {
  /** Whether the pages are there. */
  readonly built: boolean
  /** The file at the path; for other paths without a file ending the entry page, since the pages route by themselves. Null if neither is there. */
  answer(request: Request, path: string): Response | null
}

/**
 * Reads a folder of built pages on first use. Only names that were listed there can be asked for, so no path leads out
 * of it; a rebuilt entry page is noticed by its time.
 */
export function createStaticFiles(root: string): StaticFiles {
  let files: Map<string, PageFile> | null = null
  let readAt = -1
  const entry = join(root, 'index.html')

  const load = (): Map<string, PageFile> | null => {
    const stamp = statSync(entry, { throwIfNoEntry: false })?.mtimeMs
    if (stamp === undefined) return null
    if (!files || stamp !== readAt) {
      files = readFiles(root)
      readAt = stamp
    }
    return files
  }

  return {
    get built() {
      return load() !== null
    },
    answer(request, path) {
      const known = load()
      if (!known) return null
      const name = path === '/' ? 'index.html' : path.slice(1)
      const file = known.get(name) ?? (/\.\w+$/u.test(name) ? undefined : known.get('index.html'))
      return file ? respond(request, file) : null
    },
  }
}

function respond(request: Request, file: PageFile): Response {
  const headers = new Headers({
    'content-type': file.type,
    etag: file.etag,
    'cache-control': file.immutable ? 'public, max-age=31536000, immutable' : 'no-cache',
    vary: 'accept-encoding',
  })
  if (request.headers.get('if-none-match') === file.etag) return new Response(null, { status: 304, headers })
  const compressed = file.gzip && /\bgzip\b/u.test(request.headers.get('accept-encoding') ?? '')
  if (compressed) headers.set('content-encoding', 'gzip')
  const body = compressed && file.gzip ? file.gzip : file.bytes
  headers.set('content-length', String(body.length))
  return new Response(request.method === 'HEAD' ? null : body, { headers })
}

function readFiles(root: string): Map<string, PageFile> {
  const files = new Map<string, PageFile>()
  for (const item of readdirSync(root, { recursive: true, withFileTypes: true })) {
    if (!item.isFile()) continue
    const full = join(item.parentPath, item.name)
    const name = full.slice(root.length + 1).replaceAll('\\', '/')
    const type = TYPES[name.split('.').pop() ?? ''] ?? 'application/octet-stream'
    const bytes = new Uint8Array(readFileSync(full))
    const squeeze = TEXT.test(type) && bytes.length >= MIN_GZIP_BYTES
    files.set(name, {
      bytes,
      get gzip() {
        // Compressed on first use only: a start should not wait for the map's files.
        const value = squeeze ? new Uint8Array(gzipSync(bytes)) : null
        Object.defineProperty(this, 'gzip', { value })
        return value
      },
      type,
      etag: `"${createHash('sha256').update(bytes).digest('base64url').slice(0, 22)}"`,
      immutable: name.startsWith('assets/'),
    })
  }
  return files
}
