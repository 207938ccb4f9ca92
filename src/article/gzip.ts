import { constants, createGunzip, gunzipSync } from 'node:zlib'
import type { ErrorCode } from '../base/error.ts'
import { MAX_INPUT_BYTES } from '../base/limit.ts'

/** What came out of a compressed file, and what stopped it, if anything did. */
export interface Unpacked {
  readonly bytes: Uint8Array
  readonly problem?: { readonly code: ErrorCode; readonly detail: string }
}

/** Packed bytes that are looked at to tell a WARC file, and the most they can unpack to. */
const PEEK_BYTES = 1_024
const PEEK_OUTPUT_BYTES = PEEK_BYTES * 1_100

/** Text packs 3 to 10 times; deflate cannot pack more than 1,032 times. Beyond this a file is made to do harm. */
export const MAX_RATIO = 200
/** Below this size the ratio says nothing: a short page of blanks packs well. */
const RATIO_FROM_BYTES = 16 * 1024 * 1024

/**
 * Unpacks gzip, several members too, counting while it goes: stops at MAX_INPUT_BYTES and at a ratio that no text has.
 * A damaged end costs the end alone: what was unpacked before it is returned beside the problem.
 */
export async function unpackGzip(bytes: Uint8Array, limitBytes: number = MAX_INPUT_BYTES): Promise<Unpacked> {
  const gunzip = createGunzip()
  const pieces: Uint8Array[] = []
  let size = 0
  let problem: Unpacked['problem']
  gunzip.end(bytes)
  try {
    for await (const piece of gunzip as AsyncIterable<Uint8Array>) {
      size += piece.length
      if (size > limitBytes || (size > RATIO_FROM_BYTES && size > bytes.length * MAX_RATIO)) {
        problem = { code: 'GS-E107', detail: `more than ${size} bytes from ${bytes.length}` }
        break
      }
      pieces.push(piece)
    }
  } catch (error) {
    problem = { code: 'GS-E113', detail: error instanceof Error ? error.message : String(error) }
  }
  gunzip.destroy()
  // What a bomb unpacked to is of no use to anyone.
  if (problem?.code === 'GS-E107') return { bytes: new Uint8Array(), problem }
  const whole = Buffer.concat(pieces)
  return problem ? { bytes: whole, problem } : { bytes: whole }
}

/** Whether gzipped bytes hold a WARC file, judged by their first characters. */
export function startsLikeWarc(bytes: Uint8Array): boolean {
  try {
    const head = gunzipSync(bytes.subarray(0, PEEK_BYTES), {
      finishFlush: constants.Z_SYNC_FLUSH,
      maxOutputLength: PEEK_OUTPUT_BYTES,
    })
    return /^WARC\/[01]\.\d/u.test(head.subarray(0, 16).toString('latin1'))
  } catch {
    return false // Damage is reported by whoever unpacks the whole.
  }
}
