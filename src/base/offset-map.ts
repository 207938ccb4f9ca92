/**
 * Maps offsets of a changed text back to the text it was made from, when the change is a row of replacements
 * (mojibake repaired, entities decoded, blanks folded). Offsets inside a replacement map to its edges.
 */
export class OffsetMap {
  /** Start of each kept or replaced piece in the new text, ascending. */
  private readonly to: number[] = []
  /** Start of the same piece in the old text. */
  private readonly from: number[] = []
  /** 1 where the piece is copied character by character, 0 where it was replaced. */
  private readonly copied: boolean[] = []
  private toLength = 0
  private fromLength = 0

  /** Appends a piece that is the same in both texts. */
  keep(length: number): void {
    this.piece(length, length, true)
  }

  /** Appends a piece of `oldLength` characters that became `newLength` characters. */
  replace(oldLength: number, newLength: number): void {
    this.piece(oldLength, newLength, false)
  }

  private piece(oldLength: number, newLength: number, copied: boolean): void {
    if (oldLength === 0 && newLength === 0) return
    this.to.push(this.toLength)
    this.from.push(this.fromLength)
    this.copied.push(copied)
    this.toLength += newLength
    this.fromLength += oldLength
  }

  /** The offset in the old text of an offset in the new one; for a replaced piece its start, or its end when `edge` is "end". */
  original(offset: number, edge: 'start' | 'end' = 'start'): number {
    if (offset >= this.toLength) return this.fromLength + (offset - this.toLength)
    let low = 0
    let high = this.to.length - 1
    // An end offset belongs to the piece that it closes, not to the one that it opens.
    const wanted = edge === 'end' ? offset - 1 : offset
    if (wanted < 0) return 0
    while (low < high) {
      const middle = (low + high + 1) >>> 1
      if ((this.to[middle] as number) <= wanted) low = middle
      else high = middle - 1
    }
    const from = this.from[low] as number
    if (this.copied[low]) return from + (offset - (this.to[low] as number))
    return edge === 'start' ? from : (this.from[low + 1] ?? this.fromLength)
  }
}
