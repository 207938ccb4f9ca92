import type { Excluded } from './article.ts'

/** A run of characters on a page, its place in points from the lower left corner. */
export interface PdfItem {
  readonly text: string
  readonly x: number
  readonly y: number
  readonly width: number
  readonly size: number
  readonly lineEnd: boolean
}

export interface PdfPage {
  readonly items: readonly PdfItem[]
  readonly bottom: number
  readonly top: number
}

/** A gap between lines beyond this many times the usual one ends a paragraph. */
const PARAGRAPH_GAP = 1.35
/** Indent of a first line, in character heights, that begins a paragraph. */
const INDENT = 0.9
/** Lines at each end of a page in which running heads are looked for, and pages on which one must stand. */
const HEAD_LINES = 2
const HEAD_PAGES = 3
/** A title is set this much larger than the text, and is at most this long. */
const TITLE_SIZE = 1.25
const TITLE_CHARACTERS = 250

interface Line {
  text: string
  readonly x: number
  readonly y: number
  readonly size: number
  right: number
}

/** Paragraphs of a PDF in reading order as the file gives it, its title by type size, and what was left out. */
export function layOutPages(pages: readonly PdfPage[]): { paragraphs: string[]; title?: string; excluded: Excluded[] } {
  const lined = pages.map(linesOf)
  const excluded: Excluded[] = []
  const running = runningHeads(lined)
  const kept = lined.map((lines) =>
    lines.filter((line, index) => {
      const edge = index < HEAD_LINES || index >= lines.length - HEAD_LINES
      if (
        !edge ||
        !(running.has(headKey(line.text)) || /^[\s\p{P}]*(?:page\s*|стр\.?\s*)?\d{1,4}[\s\p{P}]*$/iu.test(line.text))
      )
        return true
      excluded.push({ text: line.text, reason: 'running-head' })
      return false
    }),
  )
  const size = usualSize(kept.flat())
  const title = titleOf(kept[0] ?? [], size)
  const paragraphs: string[] = []
  for (const lines of kept) joinLines(lines, paragraphs)
  return { paragraphs, ...(title ? { title } : {}), excluded }
}

function linesOf(page: PdfPage): Line[] {
  const lines: Line[] = []
  let line: Line | null = null
  for (const item of page.items) {
    if (item.text === '' && !item.lineEnd) continue
    const sameLine: boolean =
      line !== null &&
      Math.abs(item.y - line.y) < Math.max(item.size, line.size, 1) * 0.5 &&
      item.x >= line.right - Math.max(item.size, 1) * 2
    if (line && sameLine) {
      const gap = item.x - line.right
      // Programs often place words without writing the blank between them.
      if (gap > line.size * 0.15 && !line.text.endsWith(' ') && !item.text.startsWith(' ')) line.text += ' '
      line.text += item.text
      line.right = Math.max(line.right, item.x + item.width)
    } else if (item.text.trim() !== '') {
      line = { text: item.text, x: item.x, y: item.y, size: item.size || 1, right: item.x + item.width }
      lines.push(line)
    }
    if (item.lineEnd) line = null
  }
  for (const each of lines) each.text = each.text.replace(/\s+/gu, ' ').trim()
  return lines.filter((each) => each.text !== '')
}

/** First or last lines that recur on several pages, digits aside. */
function runningHeads(pages: readonly (readonly Line[])[]): Set<string> {
  const counts = new Map<string, number>()
  for (const lines of pages) {
    const edges = new Set([...lines.slice(0, HEAD_LINES), ...lines.slice(-HEAD_LINES)].map(({ text }) => headKey(text)))
    for (const key of edges) counts.set(key, (counts.get(key) ?? 0) + 1)
  }
  const needed = Math.max(HEAD_PAGES, Math.ceil(pages.length / 3))
  return new Set([...counts].filter(([key, count]) => key.length > 1 && count >= needed).map(([key]) => key))
}

function headKey(text: string): string {
  return text.replace(/\d+/gu, '#').toLowerCase()
}

function usualSize(lines: readonly Line[]): number {
  const weight = new Map<number, number>()
  for (const { size, text } of lines) {
    const rounded = Math.round(size * 2) / 2
    weight.set(rounded, (weight.get(rounded) ?? 0) + text.length)
  }
  return [...weight].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 1
}

function titleOf(lines: readonly Line[], usual: number): string | undefined {
  const largest = Math.max(0, ...lines.map(({ size }) => size))
  if (largest < usual * TITLE_SIZE) return undefined
  const from = lines.findIndex(({ size }) => size >= largest - 0.5)
  let to = from
  while (to < lines.length && (lines[to] as Line).size >= largest - 0.5) to++
  const title = lines
    .slice(from, to)
    .map(({ text }) => text)
    .join(' ')
  return title.length <= TITLE_CHARACTERS && /\p{L}{3}/u.test(title) ? title : undefined
}

/** Joins the lines of a page to paragraphs; the first may go on from the page before. */
function joinLines(lines: readonly Line[], paragraphs: string[]): void {
  const gaps = lines
    .slice(1)
    .map((line, index) => (lines[index] as Line).y - line.y)
    .filter((gap) => gap > 0)
  const usual = median(gaps)
  const left = median(lines.map(({ x }) => x))
  let previous: Line | undefined
  for (const line of lines) {
    const begins = previous
      ? startsParagraph(line, previous, usual, left)
      : !/\p{Ll}$|,$|-$/u.test(paragraphs.at(-1) ?? '') || !/^\p{Ll}/u.test(line.text)
    if (begins || paragraphs.length === 0) paragraphs.push(line.text)
    else paragraphs.push(joinWords(paragraphs.pop() as string, line.text))
    previous = line
  }
}

function startsParagraph(line: Line, previous: Line, usualGap: number, left: number): boolean {
  const gap = previous.y - line.y
  if (Math.abs(line.size - previous.size) > 0.15 * Math.max(line.size, previous.size)) return true
  // A line higher up the page begins a column: the sentence may go on there.
  if (gap < 0) return !/^\p{Ll}/u.test(line.text)
  if (usualGap > 0 && gap > usualGap * PARAGRAPH_GAP) return true
  return (
    line.x - left > line.size * INDENT && line.x - previous.x > line.size * INDENT && /[.!?…"”»:]$/u.test(previous.text)
  )
}

/** "demon-" + "stration" is one word; "Nur-" + "Sultan" keeps its hyphen. */
function joinWords(before: string, after: string): string {
  if (/\p{Ll}-$/u.test(before) && /^\p{Ll}/u.test(after)) return before.slice(0, -1) + after
  if (/\p{L}-$/u.test(before)) return before + after
  if (/\p{Script=Han}$/u.test(before) && /^\p{Script=Han}/u.test(after)) return before + after
  return `${before} ${after}`
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  // The lower of two middle values: gaps between paragraphs are the larger ones, and on a short page there are many.
  return sorted[(sorted.length - 1) >> 1] ?? 0
}
