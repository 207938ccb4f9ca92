import { OffsetMap } from '../base/offset-map.ts'

/** Code points that windows-1252 gives to the bytes 0x80–0x9F (WHATWG Encoding); the others stand for themselves. */
const WESTERN_HIGH = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ'
/** Characters that windows-1251 gives to the bytes 0x80–0xBF. */
const CYRILLIC_HIGH = 'ЂЃ‚ѓ„…†‡€‰Љ‹ЊЌЋЏђ‘’“”•–—\u0098™љ›њќћџ\u00a0ЎўЈ¤Ґ¦§Ё©Є«¬\u00ad®Ї°±Ііґµ¶·ё№є»јЅѕї'
/** Text is decoded anew this often at most: twice-encoded text occurs, four times does not. */
const MOST_PASSES = 3
/** Pairs other than the common Latin ones are believed only if this many follow each other. */
const LEAST_IN_ROW = 3

const westernBytes = byteTable(WESTERN_HIGH, 0x80)
for (let byte = 0xa0; byte <= 0xff; byte++) westernBytes.set(byte, byte)
const cyrillicBytes = byteTable(CYRILLIC_HIGH, 0x80)
for (let byte = 0xc0; byte <= 0xff; byte++) cyrillicBytes.set(0x0410 + byte - 0xc0, byte)

function byteTable(characters: string, first: number): Map<number, number> {
  return new Map([...characters].map((character, i) => [character.charCodeAt(0), first + i]))
}

/** A repaired text and the way back to the original's offsets. */
export interface RepairedText {
  readonly text: string
  readonly map: OffsetMap
}

/**
 * Repairs text whose UTF-8 bytes were read as windows-1252 or windows-1251: `donâ€™t` becomes `don’t`, `РњРѕСЃРєРІР°`
 * becomes `Москва`, also where it happened twice. Rare letters that only look so (`CAFÉ’S`) stay. The map leads from
 * offsets of the repaired text to the given one; a text without mojibake comes back as it is.
 */
export function repairMojibake(text: string): RepairedText {
  const map = new OffsetMap()
  let out = ''
  let kept = 0
  const keep = (to: number): void => {
    if (to > kept) {
      out += text.slice(kept, to)
      map.keep(to - kept)
    }
  }
  for (const run of text.matchAll(/[\u0080-\uffff]+/gu)) {
    for (const piece of repairRun(run[0])) {
      const start = run.index + piece.start
      keep(start)
      out += piece.text
      map.replace(piece.end - piece.start, piece.text.length)
      kept = run.index + piece.end
    }
  }
  keep(text.length)
  return { text: kept === 0 ? text : out, map }
}

interface Piece {
  readonly start: number
  readonly end: number
  readonly text: string
}

/** The repairs of a run of characters beyond ASCII, in order. */
function repairRun(run: string): Piece[] {
  const first = decodeRun(run)
  if (first.length === 0) return []
  let text = applied(run, first)
  let passes = 1
  while (passes < MOST_PASSES) {
    const again = decodeRun(text)
    if (again.length === 0) break
    text = applied(text, again)
    passes++
  }
  return passes === 1 ? first : [{ start: 0, end: run.length, text }]
}

function applied(run: string, pieces: readonly Piece[]): string {
  let out = ''
  let at = 0
  for (const piece of pieces) {
    out += run.slice(at, piece.start) + piece.text
    at = piece.end
  }
  return out + run.slice(at)
}

function decodeRun(run: string): Piece[] {
  const western = believed(run, sequences(run, westernBytes), isCommonWestern)
  return western.length > 0 ? western : believed(run, sequences(run, cyrillicBytes), () => false)
}

/** All places where the bytes of consecutive characters are one UTF-8 sequence. */
function sequences(run: string, bytes: ReadonlyMap<number, number>): Piece[] {
  const pieces: Piece[] = []
  for (let i = 0; i < run.length; ) {
    const lead = bytes.get(run.charCodeAt(i)) ?? 0
    const length =
      lead >= 0xc2 && lead < 0xe0 ? 2 : lead >= 0xe0 && lead < 0xf0 ? 3 : lead >= 0xf0 && lead < 0xf5 ? 4 : 0
    let code = length === 2 ? lead & 0x1f : length === 3 ? lead & 0x0f : lead & 0x07
    let ok = length > 0 && i + length <= run.length
    for (let k = 1; ok && k < length; k++) {
      const byte = bytes.get(run.charCodeAt(i + k)) ?? 0
      ok = byte >= 0x80 && byte < 0xc0
      code = (code << 6) | (byte & 0x3f)
    }
    const valid = ok && code >= (length === 2 ? 0x80 : length === 3 ? 0x800 : 0x10000) && code <= 0x10ffff
    if (valid && !(code >= 0xd800 && code < 0xe000)) {
      pieces.push({ start: i, end: i + length, text: String.fromCodePoint(code) })
      i += length
    } else if (run.startsWith('â€', i) && bytes === westernBytes) {
      // The closing quotation mark loses its last byte (0x9D) in many programs.
      pieces.push({ start: i, end: i + 2, text: '”' })
      i += 2
    } else i++
  }
  return pieces
}

/** Sequences that no language writes by chance, and others where several follow each other. */
function believed(run: string, pieces: readonly Piece[], isCommon: (source: string) => boolean): Piece[] {
  return pieces.filter((piece, i) => {
    if (isCommon(run.slice(piece.start, piece.end))) return true
    let from = i
    while (from > 0 && pieces[from - 1]?.end === pieces[from]?.start) from--
    let to = i
    while (to + 1 < pieces.length && pieces[to]?.end === pieces[to + 1]?.start) to++
    return to - from + 1 >= LEAST_IN_ROW
  })
}

/** Ã© and Â£, â€™ and its kind, ðŸ˜€, the mark at the start of a file and the sign of a lost character. */
function isCommonWestern(source: string): boolean {
  return /^(?:[ÃÂ][\u0080-\u00bf]|[ÃÂ][€‚ƒ„†‡ˆ‰Š‹ŒŽ‘•˜™š›œžŸ]|â[€‚„†ˆ‰‹Œ”–˜™š›œžŸ\u0080-\u009f].?|ðŸ..|ï»¿|ï¿½)$/u.test(
    source,
  )
}
