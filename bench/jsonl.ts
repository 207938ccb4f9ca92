import { readFileSync, writeFileSync } from 'node:fs'

/** Reads a file of one JSON object a line; blank lines are passed over. */
export function readJsonl<T>(file: string): T[] {
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line.trim())
    .map((line) => JSON.parse(line) as T)
}

/** Writes one JSON object a line. */
export function writeJsonl(file: string, items: readonly unknown[]): void {
  writeFileSync(file, items.map((item) => `${JSON.stringify(item)}\n`).join(''))
}
