import { GroundswellError } from '../../base/error.ts'
import { ByteReader, ByteWriter } from '../bytes.ts'
import { codeOf, companding } from '../frozen.ts'
import type { Row } from '../weights.ts'
import { WordLists } from './word-list.ts'

/** What a file of a name finder holds. */
export interface NameModel {
  /** Name of the model, with the hash of its sources. */
  readonly version: string
  readonly lists: WordLists
  readonly rows: readonly Row[]
  /** Rows were learnt with parts of speech. */
  readonly tagged: boolean
}

/** "GSNM" and the version of the layout. */
const MAGIC = 0x4d4e5347
const LAYOUT = 1

/** Writes a model: lists as sorted keys, weights in one companded byte each. The same data gives the same bytes. */
export function writeNameModel(model: NameModel): Uint8Array {
  const out = new ByteWriter()
  out.uint32(MAGIC)
  out.uint32(LAYOUT)
  out.text(model.version)
  out.byte(model.tagged ? 1 : 0)
  out.varint(model.lists.keys.length)
  let last = 0
  model.lists.keys.forEach((key, i) => {
    out.varint(key - last)
    out.byte(model.lists.bits[i] as number)
    last = key
  })
  let largest = 0
  for (const row of model.rows) for (const value of row.values) largest = Math.max(largest, Math.abs(value))
  out.float32(largest)
  out.varint(model.rows.length)
  last = 0
  for (const { key, classes, values } of model.rows) {
    out.varint((key >>> 0) - last)
    last = key >>> 0
    out.byte(classes.length)
    for (let i = 0; i < classes.length; i++) {
      out.byte(classes[i] as number)
      out.byte(codeOf(values[i] as number, largest))
    }
  }
  return out.finish()
}

/** Reads a model. Throws `GS-E201` if the bytes are no model or cut off, `GS-E202` if they are of another version. */
export function readNameModel(bytes: Uint8Array): NameModel {
  const from = new ByteReader(bytes)
  if (from.left < 8 || from.uint32() !== MAGIC) throw new GroundswellError('GS-E201')
  const layout = from.uint32()
  if (layout !== LAYOUT) throw new GroundswellError('GS-E202', { detail: `layout ${layout}, wanted ${LAYOUT}` })
  try {
    const version = from.text()
    const tagged = from.byte() === 1
    const entries = new Map<number, number>()
    let key = 0
    for (let left = from.varint(); left > 0; left--) {
      key += from.varint()
      entries.set(key, from.byte())
    }
    const values = companding(from.float32())
    const rows: Row[] = []
    key = 0
    for (let left = from.varint(); left > 0; left--) {
      key += from.varint()
      const count = from.byte()
      const row = { key, classes: new Uint8Array(count), values: new Float32Array(count) }
      for (let i = 0; i < count; i++) {
        row.classes[i] = from.byte()
        row.values[i] = values[from.byte()] as number
      }
      rows.push(row)
    }
    return { version, tagged, lists: new WordLists(entries), rows }
  } catch (cause) {
    if (cause instanceof RangeError) throw new GroundswellError('GS-E201', { detail: 'the file is cut off', cause })
    throw cause
  }
}
