import { GroundswellError } from '../base/error.ts'
import { ByteReader, ByteWriter } from './bytes.ts'
import type { DictionaryEntries } from './dictionary.ts'
import { codeOf, companding, largestOf } from './frozen.ts'
import type { LemmaModel } from './lemma/decode.ts'
import type { LemmaCase, LemmaRule } from './lemma/rules.ts'
import { Lexicon, type LexiconEntry } from './lexicon.ts'
import type { PackedRows } from './packed.ts'
import type { MoveRows } from './parser/moves.ts'

/** All that was learnt about a language, with its weights in whatever shape they are needed. */
export interface ModelParts<Rows, Moves> {
  readonly language: string
  /** Classes of the tagger. */
  readonly classes: readonly string[]
  /** Relations of the parser, with subtypes. */
  readonly labels: readonly string[]
  readonly lexicon: Lexicon
  /** Entries of the general dictionary, by hash; empty if the language has none. */
  readonly dictionary: DictionaryEntries
  readonly tagRows: Rows
  readonly moveRows: Moves
  readonly labelRows: Rows
  readonly lemmas: LemmaModel
  /** FEATS by class, and of words that differ from their class. */
  readonly classFeats: readonly string[]
  readonly wordFeats: ReadonlyMap<string, string>
}

/** A model as plain data: what a model file holds. */
export type ModelData = ModelParts<PackedRows, MoveRows>

/** "GSLM" and the version of the layout. A reader refuses other versions. */
const MAGIC = 0x4d4c5347
const LAYOUT = 2
/** Code of a weight of zero. */
const ZERO_CODE = 128
const CASES: readonly LemmaCase[] = ['lower', 'keep', 'first']

/**
 * Weights of tags and labels that do not reach this many of the 127 steps on either side of zero are not written, nor
 * moves of which no weight does.
 */
export interface LeastSteps {
  readonly tags: number
  readonly moves: number
  readonly labels: number
}

/** Writes a model. The same data gives the same bytes; writing again what was read gives them too. */
export function writeModel(data: ModelData, least: LeastSteps = { tags: 1, moves: 1, labels: 1 }): Uint8Array {
  const out = new ByteWriter()
  out.uint32(MAGIC)
  out.uint32(LAYOUT)
  out.text(data.language)
  writeTexts(out, data.classes)
  writeTexts(out, data.labels)
  writeLexicon(out, data.lexicon)
  writeDictionary(out, data.dictionary)
  writeRows(out, data.tagRows, least.tags)
  writeMoves(out, data.moveRows, least.moves)
  writeRows(out, data.labelRows, least.labels)
  writeLemmas(out, data.lemmas)
  writeTexts(out, data.classFeats)
  writeMap(out, data.wordFeats)
  return out.finish()
}

/** Reads a model. Throws `GS-E201` if the bytes are no model or broken, `GS-E202` if they are of another version. */
export function readModel(bytes: Uint8Array): ModelData {
  return readParts(
    bytes,
    (rows) => rows,
    (moves) => moves,
  )
}

/**
 * As `readModel`, but weights are handed over as soon as they are read, so that no more than one kind of them is held
 * twice.
 */
export function readParts<Rows, Moves>(
  bytes: Uint8Array,
  takeRows: (rows: PackedRows) => Rows,
  takeMoves: (moves: MoveRows) => Moves,
): ModelParts<Rows, Moves> {
  const from = new ByteReader(bytes)
  if (from.left < 8 || from.uint32() !== MAGIC) throw new GroundswellError('GS-E201')
  const layout = from.uint32()
  if (layout !== LAYOUT) throw new GroundswellError('GS-E202', { detail: `layout ${layout}, wanted ${LAYOUT}` })
  try {
    return {
      language: from.text(),
      classes: readTexts(from),
      labels: readTexts(from),
      lexicon: readLexicon(from),
      dictionary: readDictionary(from),
      tagRows: takeRows(readRows(from)),
      moveRows: takeMoves(readMoves(from)),
      labelRows: takeRows(readRows(from)),
      lemmas: readLemmas(from),
      classFeats: readTexts(from),
      wordFeats: readMap(from),
    }
  } catch (cause) {
    if (cause instanceof RangeError) throw new GroundswellError('GS-E201', { detail: 'the file is cut off', cause })
    throw cause
  }
}

function writeTexts(out: ByteWriter, texts: readonly string[]): void {
  out.varint(texts.length)
  for (const text of texts) out.text(text)
}

function readTexts(from: ByteReader): string[] {
  return Array.from({ length: from.varint() }, () => from.text())
}

/** Maps are kept in the order of their keys' code units, so that the same map gives the same bytes. */
function writeMap(out: ByteWriter, map: ReadonlyMap<string, string>): void {
  const rows = [...map].sort(([a], [b]) => (a < b ? -1 : 1))
  out.text(rows.map(([key, value]) => `${key}\t${value}`).join('\n'))
}

function readMap(from: ByteReader): Map<string, string> {
  const map = new Map<string, string>()
  for (const line of from.text().split('\n')) {
    const tab = line.indexOf('\t')
    if (tab > 0) map.set(line.slice(0, tab), line.slice(tab + 1))
  }
  return map
}

function writeNumbers(out: ByteWriter, numbers: Uint16Array): void {
  out.varint(numbers.length)
  for (const number of numbers) out.varint(number)
}

function readNumbers(from: ByteReader): Uint16Array {
  const numbers = new Uint16Array(from.varint())
  for (let i = 0; i < numbers.length; i++) numbers[i] = from.varint()
  return numbers
}

function writeLexicon(out: ByteWriter, lexicon: Lexicon): void {
  writeNumbers(out, lexicon.open)
  out.varint(lexicon.entries.length)
  let last = 0
  for (const { key, flags, classes } of lexicon.entries) {
    out.varint((key >>> 0) - last)
    last = key >>> 0
    out.byte(flags)
    writeNumbers(out, classes)
  }
}

function readLexicon(from: ByteReader): Lexicon {
  const open = readNumbers(from)
  const count = from.varint()
  const entries: LexiconEntry[] = []
  let last = 0
  for (let i = 0; i < count; i++) {
    last += from.varint()
    const flags = from.byte()
    entries.push({ key: last | 0, flags, classes: readNumbers(from) })
  }
  return new Lexicon(entries, open)
}

function writeDictionary(out: ByteWriter, { keys, packed }: DictionaryEntries): void {
  out.varint(keys.length)
  let last = 0
  keys.forEach((key, i) => {
    out.varint(key - last)
    last = key
    out.varint(packed[i] as number)
  })
}

function readDictionary(from: ByteReader): DictionaryEntries {
  const count = from.varint()
  const keys = new Uint32Array(count)
  const packed = new Uint16Array(count)
  let key = 0
  for (let i = 0; i < count; i++) {
    key += from.varint()
    keys[i] = key
    packed[i] = from.varint()
  }
  return { keys, packed }
}

/**
 * Rows sorted by key: the number of rows and cells, then for each row the difference to the last key, the number of
 * cells, and class and code of each. Cells that round to zero are left out.
 */
function writeRows(out: ByteWriter, rows: PackedRows, least: number): void {
  const largest = largestOf(rows.values)
  const kept: { key: number; cells: [number, number][] }[] = []
  let cellCount = 0
  rows.keys.forEach((key, row) => {
    const cells: [number, number][] = []
    for (let cell = rows.starts[row] as number; cell < (rows.starts[row + 1] as number); cell++) {
      const code = codeOf(rows.values[cell] as number, largest)
      if (Math.abs(code - ZERO_CODE) >= least) cells.push([rows.classes[cell] as number, code])
    }
    if (cells.length === 0) return
    cellCount += cells.length
    kept.push({ key: key >>> 0, cells })
  })
  out.float32(largest)
  out.varint(kept.length)
  out.varint(cellCount)
  let last = 0
  for (const { key, cells } of kept) {
    out.varint(key - last)
    last = key
    out.varint(cells.length)
    for (const [cls, code] of cells) {
      out.varint(cls)
      out.byte(code)
    }
  }
}

function readRows(from: ByteReader): PackedRows {
  const table = companding(from.float32())
  const count = from.varint()
  const cellCount = from.varint()
  if (count > from.left || cellCount > from.left) throw new RangeError('more rows than bytes')
  const keys = new Int32Array(count)
  const starts = new Int32Array(count + 1)
  const classes = new Uint16Array(cellCount)
  const values = new Float32Array(cellCount)
  let key = 0
  let cell = 0
  for (let row = 0; row < count; row++) {
    key += from.varint()
    keys[row] = key
    for (let left = from.varint(); left > 0; left--) {
      classes[cell] = from.varint()
      values[cell++] = table[from.byte()] as number
    }
    starts[row + 1] = cell
  }
  return { keys, starts, classes, values }
}

function writeMoves(out: ByteWriter, { keys, values }: MoveRows, least: number): void {
  const largest = largestOf(values)
  const codes = Uint8Array.from(values, (value) => codeOf(value, largest))
  const kept = [...keys.keys()].filter((row) =>
    codes.subarray(3 * row, 3 * row + 3).some((code) => Math.abs(code - ZERO_CODE) >= least),
  )
  out.float32(largest)
  out.varint(kept.length)
  let last = 0
  for (const row of kept) {
    const key = (keys[row] as number) >>> 0
    out.varint(key - last)
    last = key
    out.raw(codes.subarray(3 * row, 3 * row + 3))
  }
}

function readMoves(from: ByteReader): MoveRows {
  const table = companding(from.float32())
  const count = from.varint()
  if (count > from.left) throw new RangeError('more rows than bytes')
  const keys = new Int32Array(count)
  const values = new Float32Array(count * 3)
  let key = 0
  for (let row = 0; row < count; row++) {
    key += from.varint()
    keys[row] = key
    for (let cell = 3 * row; cell < 3 * row + 3; cell++) values[cell] = table[from.byte()] as number
  }
  return { keys, values }
}

function writeLemmas(out: ByteWriter, model: LemmaModel): void {
  out.varint(model.rules.length)
  for (const rule of model.rules) {
    out.byte(rule.cut)
    out.byte(CASES.indexOf(rule.case))
    out.text(rule.add)
  }
  writeMap(out, new Map([...model.endings].map(([key, rule]) => [key, String(rule)])))
  writeMap(out, model.exceptions)
}

function readLemmas(from: ByteReader): LemmaModel {
  const rules: LemmaRule[] = Array.from({ length: from.varint() }, () => {
    const cut = from.byte()
    const kind = CASES[from.byte()] ?? 'lower'
    return { cut, case: kind, add: from.text() }
  })
  const endings = new Map([...readMap(from)].map(([key, rule]) => [key, Number(rule)]))
  return { rules, endings, exceptions: readMap(from) }
}
