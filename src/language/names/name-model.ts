import { GroundswellError } from '../../base/error.ts'
import { ByteReader, ByteWriter } from '../bytes.ts'
import { codeOf, companding } from '../frozen.ts'
import type { PackedRows } from '../packed.ts'
import { WordLists } from './word-list.ts'

/** What a file of a name finder holds. */
export interface NameModel {
  /** Name of the model, with the hash of its sources. */
  readonly version: string
  readonly lists: WordLists
  readonly rows: PackedRows
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
  const { keys, starts, classes, values } = model.rows
  let largest = 0
  for (const value of values) largest = Math.max(largest, Math.abs(value))
  out.float32(largest)
  out.varint(keys.length)
  out.varint(classes.length)
  last = 0
  for (let row = 0; row < keys.length; row++) {
    const key = (keys[row] as number) >>> 0
    out.varint(key - last)
    last = key
    const end = starts[row + 1] as number
    out.byte(end - (starts[row] as number))
    for (let cell = starts[row] as number; cell < end; cell++) {
      out.byte(classes[cell] as number)
      out.byte(codeOf(values[cell] as number, largest))
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
    const levels = companding(from.float32())
    const count = from.varint()
    const cells = from.varint()
    // A count that the bytes cannot hold is a broken file, not a reason to reserve memory.
    if (count > from.left || cells > from.left) throw new RangeError('more rows than bytes')
    const rows = {
      keys: new Int32Array(count),
      starts: new Int32Array(count + 1),
      classes: new Uint16Array(cells),
      values: new Float32Array(cells),
    }
    let last = 0
    let cell = 0
    for (let row = 0; row < count; row++) {
      last += from.varint()
      rows.keys[row] = last | 0
      rows.starts[row] = cell
      for (let left = from.byte(); left > 0; left--) {
        rows.classes[cell] = from.byte()
        rows.values[cell++] = levels[from.byte()] as number
      }
    }
    rows.starts[count] = cell
    return { version, tagged, lists: new WordLists(entries), rows }
  } catch (cause) {
    if (cause instanceof RangeError) throw new GroundswellError('GS-E201', { detail: 'the file is cut off', cause })
    throw cause
  }
}
