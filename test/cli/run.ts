import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'

export const ROOT = resolve(import.meta.dirname, '..', '..')
export const LAUNCHER = join(ROOT, 'bin', 'groundswell.js')
export const MAIN = join(ROOT, 'src', 'cli', 'main.ts')

/** What a command left behind. */
export interface Ran {
  readonly status: number | null
  readonly signal: NodeJS.Signals | null
  readonly out: string
  readonly err: string
  readonly lines: string[]
}

export interface RunOptions {
  readonly input?: string | Uint8Array
  readonly env?: Record<string, string>
  readonly cwd?: string
  /** Called with the child as soon as it is started. */
  readonly started?: (child: ChildProcess) => void
}

/** Runs the command line in a process of its own, as a user does. */
export function groundswell(args: readonly string[], options: RunOptions = {}): Promise<Ran> {
  return run(process.execPath, [MAIN, ...args], options)
}

export function run(program: string, args: readonly string[], options: RunOptions = {}): Promise<Ran> {
  const { NO_COLOR: _, FORCE_COLOR: __, GROUNDSWELL_WORKSPACE: ___, ...inherited } = process.env
  return new Promise((resolveRun, reject) => {
    const child = spawn(program, args, {
      cwd: options.cwd ?? ROOT,
      env: { ...inherited, ...options.env },
      stdio: ['pipe', 'pipe', 'pipe'],
    })
    let out = ''
    let err = ''
    child.stdout.setEncoding('utf8').on('data', (text: string) => (out += text))
    child.stderr.setEncoding('utf8').on('data', (text: string) => (err += text))
    child.stdin.on('error', () => undefined)
    child.on('error', reject)
    child.on('close', (status, signal) =>
      resolveRun({ status, signal, out, err, lines: out.split('\n').filter(Boolean) }),
    )
    child.stdin.end(options.input ?? '')
    options.started?.(child)
  })
}

/** A folder for one test, and how to remove it. */
export function temporaryFolder(): { readonly path: string; remove(): void } {
  const path = mkdtempSync(join(tmpdir(), 'groundswell-cli-'))
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) }
}

/** JSON of each line. */
export function jsonLines<T>(text: string): T[] {
  return text
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as T)
}

/** Short reports of our own, all different, as JSONL. */
export function shortReports(count: number): string {
  const towns = ['Almaty', 'Bishkek', 'Osh', 'Aktau', 'Zhanaozen', 'Nukus', 'Khujand']
  const lines: string[] = []
  for (let i = 0; i < count; i++)
    lines.push(
      JSON.stringify({
        id: `r${i}`,
        text: `Workers of pit ${i} went on strike in ${towns[i % towns.length]} on Monday. Police detained ${2 + (i % 40)} of them.`,
        published: '2021-07-07',
      }),
    )
  return `${lines.join('\n')}\n`
}

/** Runs a command line in this process: fast, with what it printed. Input is not redirected. */
export async function inProcess(
  args: readonly string[],
  options: { readonly cwd?: string; readonly env?: Record<string, string>; readonly width?: number } = {},
): Promise<Ran> {
  const { runCommandLine } = await import('../../src/cli/program.ts')
  let out = ''
  let err = ''
  const status = await runCommandLine(args, {
    cwd: options.cwd ?? ROOT,
    env: options.env ?? {},
    terminal: {
      interactive: false,
      progress: false,
      width: options.width ?? Number.POSITIVE_INFINITY,
      style: (_, text) => text,
      note: (text) => {
        err += `${text}\n`
      },
      write: async (text) => {
        out += text
        return true
      },
    },
  })
  return { status, signal: null, out, err, lines: out.split('\n').filter(Boolean) }
}
