import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { runYardstick, type YardstickOptions } from './yardsticks.ts'

interface Floor {
  /** The gate fails under this value (over it, where `atMost`). */
  floor: number
  /** Higher is worse: a count of false events, a time. */
  atMost?: boolean
  /** Why a floor was lowered, where it was. */
  reason?: string
}
interface Row {
  /** Which yardstick of `npm run bench`. */
  name: string
  /** Data file or folder: `repository/…`, `yardsticks/…`, `treebanks/…` or `corpus/…`. */
  data: string
  /** sha-256 of the data file: a floor holds for these bytes only. */
  sha256: string
  options?: YardstickOptions
  figures: Record<string, Floor>
}
type Baseline = Record<string, Row>

const FILE = join(import.meta.dirname, 'baseline.json')
/** A floor is set this far under what was reached, so that noise of a few items does not fail the gate. */
const SLACK = 0.01

export interface GateOptions {
  readonly yardsticks: string
  readonly treebanks: string
  readonly corpus: string
  readonly only?: string | undefined
  readonly raise: boolean
  readonly lower?: string | undefined
  readonly reason?: string | undefined
}

/**
 * Runs every row of `bench/baseline.json` whose data file is at hand and compares each figure with its floor.
 * `--raise` lifts floors to what was reached; a floor is lowered only by name, with a reason.
 * @returns the exit status: 0 if no figure is under its floor
 */
export async function gate(options: GateOptions): Promise<number> {
  const baseline = JSON.parse(readFileSync(FILE, 'utf8')) as Baseline
  if (options.lower) return lower(baseline, options.lower, options.reason)
  const roots: Record<string, string> = {
    repository: join(import.meta.dirname, '..'),
    yardsticks: options.yardsticks,
    treebanks: options.treebanks,
    corpus: options.corpus,
  }
  let [passed, failed] = [0, 0]
  const absent: string[] = []
  for (const [id, row] of Object.entries(baseline)) {
    if (options.only && !id.startsWith(options.only)) continue
    const [root, ...rest] = row.data.split('/')
    const file = join(roots[root as string] ?? '', ...rest)
    if (!existsSync(file)) {
      absent.push(`${id} (${row.data})`)
      continue
    }
    const hash = hashOf(file)
    // Our own gold grows with the code; a foreign file must be the one that was measured.
    if (root !== 'repository' && hash !== row.sha256 && !options.raise) {
      console.log(`FAIL ${id}: ${row.data} is not the file that the floors were measured on (sha-256 ${hash})`)
      failed++
      continue
    }
    const started = performance.now()
    const { figures } = await runYardstick(row.name, file, row.options ?? {})
    const seconds = ((performance.now() - started) / 1000).toFixed(1)
    for (const [figure, floor] of Object.entries(row.figures)) {
      const value = figures[figure]
      const good = value !== undefined && (floor.atMost ? value <= floor.floor : value >= floor.floor)
      console.log(
        `${good ? 'ok  ' : 'FAIL'} ${`${id}.${figure}`.padEnd(44)} ${value?.toFixed(4) ?? 'none'} (${floor.atMost ? 'at most' : 'floor'} ${floor.floor}) ${seconds} s`,
      )
      if (good) passed++
      else failed++
      if (options.raise && value !== undefined) {
        const next = floor.atMost ? Math.ceil(value * 105) / 100 : Math.floor((value - SLACK) * 1000) / 1000
        if (floor.atMost ? next < floor.floor : next > floor.floor) floor.floor = next
        row.sha256 = root === 'repository' ? '' : hash
      }
    }
  }
  for (const id of absent) console.log(`absent ${id}`)
  if (options.raise) save(baseline)
  console.log(`accuracy gate: ${passed} passed, ${failed} failed`)
  return failed ? 1 : 0
}

/** The sha-256 of a file, or of the names and bytes of all files of a folder. */
function hashOf(path: string): string {
  const hash = createHash('sha256')
  if (statSync(path).isDirectory())
    for (const name of readdirSync(path).sort()) hash.update(name).update(readFileSync(join(path, name)))
  else hash.update(readFileSync(path))
  return hash.digest('hex')
}

function lower(baseline: Baseline, wanted: string, reason: string | undefined): number {
  const match = /^(.+)\.([^.=]+)=([\d.]+)$/u.exec(wanted)
  const floor = match ? baseline[match[1] as string]?.figures[match[2] as string] : undefined
  if (!match || !floor || !reason) {
    console.error(
      'usage: gate --lower ROW.FIGURE=VALUE --reason TEXT (the row and the figure as bench/baseline.json names them)',
    )
    return 2
  }
  floor.floor = Number(match[3])
  floor.reason = reason
  save(baseline)
  return 0
}

function save(baseline: Baseline): void {
  writeFileSync(FILE, `${JSON.stringify(baseline, null, 2)}\n`)
}
