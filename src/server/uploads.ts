import { randomUUID } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { mkdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { Readable, Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { MAX_UPLOAD_BYTES, type UploadedFile } from './options.ts'
import { ProblemError } from './problem.ts'

/** Uploads that wait for an import at most; older ones are forgotten and their bytes removed. */
const MAX_WAITING = 2_000
/** Longest name that is kept of a file. */
const MAX_NAME_CHARACTERS = 200

/** Bytes on their way in: each upload is streamed to a file of a name of ours, never to one that a client chose. */
export interface Uploads {
  /** Keeps a stream of bytes, or refuses it as soon as it is over the limit. */
  receive(name: string, declaredBytes: number | null, body: ReadableStream<Uint8Array> | null): Promise<Receipt>
  /** Hands out uploads to an import, each once. */
  take(ids: readonly string[]): UploadedFile[]
}

export interface Receipt {
  readonly id: string
  readonly name: string
  readonly bytes: number
}

/** Uploads into a folder, which is made where it is missing. */
export function createUploads(folder: string, maxBytes = MAX_UPLOAD_BYTES): Uploads {
  const waiting = new Map<string, UploadedFile>()
  return {
    async receive(name, declaredBytes, body) {
      if (declaredBytes !== null && declaredBytes > maxBytes) throw tooLarge(name, maxBytes)
      const id = randomUUID()
      const safeName = baseName(name)
      await mkdir(folder, { recursive: true })
      // The ending tells the readers the format; everything else of the name is ours.
      const ending = /\.[a-z0-9]{1,8}(?:\.gz)?$/iu.exec(safeName)?.[0].toLowerCase() ?? ''
      const path = join(folder, `${id}${ending}`)
      let bytes = 0
      const counter = new Transform({
        transform(chunk: Uint8Array, _encoding, done) {
          bytes += chunk.length
          done(bytes > maxBytes ? tooLarge(safeName, maxBytes) : null, chunk)
        },
      })
      try {
        await pipeline(Readable.fromWeb((body ?? new Blob([]).stream()) as never), counter, createWriteStream(path))
      } catch (error) {
        await rm(path, { force: true })
        throw error
      }
      waiting.set(id, { name: safeName, path })
      for (const [old, file] of waiting) {
        if (waiting.size <= MAX_WAITING) break
        waiting.delete(old)
        await rm(file.path, { force: true })
      }
      return { id, name: safeName, bytes }
    },
    take(ids) {
      const files = ids.map((id) => {
        const file = waiting.get(id)
        if (!file) throw new ProblemError(404, 'GS-E703', `upload ${id}`)
        return file
      })
      for (const id of ids) waiting.delete(id)
      return files
    },
  }
}

function tooLarge(name: string, maxBytes: number): ProblemError {
  return new ProblemError(413, 'GS-E705', `${name}: more than ${Math.round(maxBytes / 1024 / 1024)} MB`)
}

/** The last part of a path, without characters that steer a terminal or a file system. */
function baseName(name: string): string {
  const last = name.normalize('NFC').split(/[\\/]/u).pop() ?? ''
  const clean = last.replace(/[\p{Cc}\p{Cf}<>:"|?*]/gu, '').slice(-MAX_NAME_CHARACTERS)
  return clean === '' || clean === '.' || clean === '..' ? 'upload' : clean
}
