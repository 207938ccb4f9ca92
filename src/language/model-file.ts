import { GroundswellError } from '../base/error.ts'
import { ByteReader, ByteWriter } from './bytes.ts'
import { codeOf, companding } from './frozen.ts'
import type { LemmaModel } from './lemma/decode.ts'
import type { LemmaCase, LemmaRule } from './lemma/rules.ts'
import { Lexicon, type LexiconEntry } from './lexicon.ts'
import type { MoveRow } from './parser/moves.ts'
import type { Row } from './weights.ts'

/** All that was learnt about a language, as plain data: what a model file holds. */
export interface ModelData {
  readonly language: string
  /** Classes of the tagger. */
  readonly classes: readonly string[]
  /** Relations of the parser, with subtypes. */
  readonly labels: readonly string[]
  readonly lexicon: Lexicon
  /** Entries of the general dictionary, by hash; empty if the language has none. */
  readonly dictionary: ReadonlyMap<number, number>
  readonly tagRows: readonly Row[]
  readonly moveRows: readonly MoveRow[]
  readonly labelRows: readonly Row[]
  readonly lemmas: LemmaModel
  /** FEATS by class, and of words that differ from their class. */
  readonly classFeats: readonly string[]
  readonly wordFeats: ReadonlyMap<string, string>
}

/** "GSLM" and the version of the layout. A reader refuses other versions. */
const MAGIC = 0x4d4c5347
const LAYOUT = 1
const CASES: readonly LemmaCase[] = ['lower', 'keep', 'first']

/** Writes a model. The same data gives the same bytes. */
export function writeModel(data: ModelData): Uint8Array {
  const out = new ByteWriter()
  out.uint32(MAGIC)
  out.uint32(LAYOUT)
  out.text(data.language)
  writeTexts(out, data.classes)
  writeTexts(out, data.labels)
  writeLexicon(out, data.lexicon)
  writeDictionary(out, data.dictionary)
  writeRows(out, data.tagRows)
  writeMoves(out, data.moveRows)
  writeRows(out, data.labelRows)
  writeLemmas(out, data.lemmas)
  writeTexts(out, data.classFeats)
  writeMap(out, data.wordFeats)
  return out.finish()
}

/** Reads a model. Throws `GS-E201` if the bytes are no model or broken, `GS-E202` if they are of another version. */
export function readModel(bytes: Uint8Array): ModelData {
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
      tagRows: readRows(from),
      moveRows: readMoves(from),
      labelRows: readRows(from),
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

function writeDictionary(out: ByteWriter, dictionary: ReadonlyMap<number, number>): void {
  const rows = [...dictionary].map(([key, entry]) => [key >>> 0, entry] as const).sort(([a], [b]) => a - b)
  out.varint(rows.length)
  let last = 0
  for (const [key, entry] of rows) {
    out.varint(key - last)
    last = key
    out.varint(entry)
  }
}

function readDictionary(from: ByteReader): Map<number, number> {
  const count = from.varint()
  const dictionary = new Map<number, number>()
  let key = 0
  for (let i = 0; i < count; i++) {
    key += from.varint()
    dictionary.set(key | 0, from.varint())
  }
  return dictionary
}

/** Rows sorted by key: the difference to the last key, the number of classes, then class and code in pairs. */
function writeRows(out: ByteWriter, rows: readonly Row[]): void {
  let largest = 0
  for (const row of rows) for (const value of row.values) largest = Math.max(largest, Math.abs(value))
  out.float32(largest)
  const kept = rows
    .map((row) => ({ key: row.key, cells: codedCells(row, Math.fround(largest)) }))
    .filter((row) => row.cells.length > 0)
  out.varint(kept.length)
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

function codedCells(row: Row, largest: number): [number, number][] {
  const cells: [number, number][] = []
  row.classes.forEach((cls, i) => {
    const code = codeOf(row.values[i] as number, largest)
    if (code !== 128) cells.push([cls, code])
  })
  return cells
}

function readRows(from: ByteReader): Row[] {
  const table = companding(from.float32())
  const count = from.varint()
  const rows: Row[] = []
  let key = 0
  for (let i = 0; i < count; i++) {
    key += from.varint()
    const length = from.varint()
    const classes = new Uint16Array(length)
    const values = new Float32Array(length)
    for (let c = 0; c < length; c++) {
      classes[c] = from.varint()
      values[c] = table[from.byte()] as number
    }
    rows.push({ key, classes, values })
  }
  return rows
}

function writeMoves(out: ByteWriter, rows: readonly MoveRow[]): void {
  let largest = 0
  for (const row of rows) for (const value of row.values) largest = Math.max(largest, Math.abs(value))
  largest = Math.fround(largest)
  out.float32(largest)
  const kept = rows
    .map((row) => ({ key: row.key, codes: row.values.map((value) => codeOf(value, largest)) }))
    .filter((row) => row.codes.some((code) => code !== 128))
  out.varint(kept.length)
  let last = 0
  for (const { key, codes } of kept) {
    out.varint(key - last)
    last = key
    for (const code of codes) out.byte(code)
  }
}

function readMoves(from: ByteReader): MoveRow[] {
  const table = companding(from.float32())
  const count = from.varint()
  const rows: MoveRow[] = []
  let key = 0
  for (let i = 0; i < count; i++) {
    key += from.varint()
    const value = (): number => table[from.byte()] as number
    rows.push({ key, values: [value(), value(), value()] })
  }
  return rows
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
