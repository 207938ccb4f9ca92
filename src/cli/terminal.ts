/** What the commands print with: to a terminal with colours and a width, to a pipe plain and whole. */
export interface Terminal {
  /** Writes to standard output, minding a slow reader. Resolves to false once the reader has gone. */
  write(text: string): Promise<boolean>
  /** A line to standard error. */
  note(text: string): void
  /** True where standard output is a terminal. */
  readonly interactive: boolean
  /** True where standard error is a terminal: progress may be drawn. */
  readonly progress: boolean
  /** Columns of the terminal; Infinity in a pipe. */
  readonly width: number
  /** Wraps text in a style, or leaves it as it is where colours are off. */
  readonly style: (name: StyleName, text: string) => string
}

const STYLES = {
  bold: [1, 22],
  dim: [2, 22],
  underline: [4, 24],
  mark: [7, 27],
  red: [31, 39],
  green: [32, 39],
  yellow: [33, 39],
  cyan: [36, 39],
} as const
export type StyleName = keyof typeof STYLES

/** The process's own terminal. Colours only on a terminal, and not where NO_COLOR is set (no-color.org). */
export function processTerminal(): Terminal {
  const colours = Boolean(process.stdout.isTTY) && !process.env.NO_COLOR && process.env.TERM !== 'dumb'
  return {
    interactive: Boolean(process.stdout.isTTY),
    progress: Boolean(process.stderr.isTTY) && process.env.TERM !== 'dumb',
    width: process.stdout.isTTY ? (process.stdout.columns ?? 80) : Number.POSITIVE_INFINITY,
    style: (name, text) => (colours && text ? `\u001b[${STYLES[name][0]}m${text}\u001b[${STYLES[name][1]}m` : text),
    note: (text) => {
      process.stderr.write(`${text}\n`)
    },
    write: (text) => writeStandardOutput(text),
  }
}

let gone = false
let listening = false

function writeStandardOutput(text: string): Promise<boolean> {
  if (!listening) {
    listening = true
    // `groundswell events | head` closes the pipe early: that is the reader's right and no error.
    process.stdout.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EPIPE') throw error
      gone = true
    })
  }
  if (gone) return Promise.resolve(false)
  return new Promise((resolve) => {
    process.stdout.write(text, (error) => resolve(!error && !gone))
  })
}

/** Control characters, and the bidirectional ones that can make text look like other text. */
const UNSAFE = /[\u0000-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069\u2028\u2029\ufeff]+/gu

/** Text from outside as one line that cannot steer a terminal. */
export function plainLine(text: string): string {
  return text.replace(UNSAFE, ' ').replace(/ {2,}/gu, ' ').trim()
}

/** The same, character for character, so that offsets stay; line breaks may stay too. */
export function plainText(text: string): string {
  return text.replace(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/gu, ' ')
}

const WIDE =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\uff01-\uff60\u3000-\u303f\p{Emoji_Presentation}]/u
const NO_WIDTH = /[\p{M}\u200b-\u200d]/u

/** Columns that a text takes on a terminal. */
export function displayWidth(text: string): number {
  let width = 0
  for (const character of text) width += NO_WIDTH.test(character) ? 0 : WIDE.test(character) ? 2 : 1
  return width
}

/** The text cut to a width, with an ellipsis where something is missing. */
export function cutToWidth(text: string, width: number): string {
  if (width === Number.POSITIVE_INFINITY || displayWidth(text) <= width) return text
  let out = ''
  let used = 0
  for (const character of text) {
    const wide = displayWidth(character)
    if (used + wide > width - 1) break
    out += character
    used += wide
  }
  return `${out}…`
}

/** A column of a printed table. */
export interface TableColumn<T> {
  readonly title: string
  readonly value: (row: T) => string
  /** The column that gives way when the terminal is narrow. */
  readonly flexible?: boolean
  readonly right?: boolean
}

/** Narrowest that a flexible column gets. */
const MIN_FLEXIBLE = 20

/** Lines of an aligned table, header first. */
export function tableLines<T>(rows: readonly T[], columns: readonly TableColumn<T>[], terminal: Terminal): string[] {
  const cells = rows.map((row) => columns.map((column) => plainLine(column.value(row))))
  const widths = columns.map((column, index) =>
    Math.max(displayWidth(column.title), ...cells.map((row) => displayWidth(row[index] as string))),
  )
  const flexible = columns.findIndex((column) => column.flexible)
  if (flexible >= 0) {
    const others = widths.reduce((sum, width, index) => (index === flexible ? sum : sum + width), 0)
    const room = terminal.width - others - 2 * (columns.length - 1)
    widths[flexible] = Math.min(widths[flexible] as number, Math.max(MIN_FLEXIBLE, room))
  }
  const line = (row: readonly string[]): string =>
    row
      .map((cell, index) => {
        const width = widths[index] as number
        const cut = cutToWidth(cell, width)
        const pad = ' '.repeat(Math.max(0, width - displayWidth(cut)))
        if (columns[index]?.right) return `${pad}${cut}`
        return index === columns.length - 1 ? cut : `${cut}${pad}`
      })
      .join('  ')
      .trimEnd()
  return [terminal.style('bold', line(columns.map((column) => column.title))), ...cells.map(line)]
}
