import { accessSync, constants, statfsSync } from 'node:fs'
import { GroundswellError } from '../../base/error.ts'
import { EXIT, productVersion, workspaceFolder } from '../context.ts'
import { FORMAT_OPTION, WORKSPACE_OPTION } from '../options.ts'
import type { Define } from '../program.ts'
import { plainLine, type Terminal } from '../terminal.ts'

/** One check: what was looked at, whether it works, whether it may soon not, and what was found. */
interface Finding {
  readonly check: string
  readonly ok: boolean
  readonly warning?: true
  readonly found: string
}

/** Free space under which a full disk is near. Nothing is broken then: a write that finds no room loses nothing. */
const LOW_SPACE_BYTES = 1024 * 1024 * 1024

export const define: Define = (command, context, act) => {
  command
    .addOption(WORKSPACE_OPTION())
    .addOption(FORMAT_OPTION())
    .addHelpText(
      'after',
      `
Checks Node, SQLite, the models and data files, and, where there is one, the workspace: integrity, foreign keys,
counts, search index and free space. Exit status 1 if anything does not work; a warning, as of little space, is none.

Example:
  groundswell doctor --workspace news`,
    )
    .action(
      act(async (flags: { readonly workspace?: string; readonly format: 'table' | 'jsonl' }) => {
        const findings: Finding[] = []
        for await (const finding of checks(workspaceFolder(context, flags.workspace), flags.workspace !== undefined)) {
          findings.push(finding)
          await context.terminal.write(
            flags.format === 'jsonl'
              ? `${JSON.stringify(finding)}\n`
              : `${markOf(finding, context.terminal)}  ${finding.check.padEnd(12)}  ${plainLine(finding.found)}\n`,
          )
        }
        return findings.every((finding) => finding.ok) ? EXIT.ok : EXIT.failed
      }),
    )
}

function markOf({ ok, warning }: Finding, terminal: Terminal): string {
  if (!ok) return terminal.style('red', 'FAIL')
  return warning ? terminal.style('yellow', 'warn') : terminal.style('green', 'ok  ')
}

async function* checks(folder: string, wanted: boolean): AsyncGenerator<Finding> {
  yield { check: 'product', ok: true, found: `groundswell ${productVersion()}` }
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
  const enough = major > 24 || (major === 24 && minor >= 15)
  yield { check: 'node', ok: enough, found: `${process.version}${enough ? '' : ', 24.15 or later is needed'}` }
  yield await attempt('sqlite', async () => {
    const { SqliteDriver } = await import('../../store/sqlite/driver.ts')
    const driver = new SqliteDriver(':memory:')
    driver.close()
    return `SQLite ${driver.sqliteVersion}`
  })
  const resources = await import('../../jobs/resources.ts')
  yield await attempt('models', async () => {
    const languages = resources.modelLanguages()
    if (!languages.length)
      throw new Error('no language has a model: run "npm ci" again, or train one (tools/train-language.ts)')
    return languages.map((language) => resources.loadEngine(language).version).join(', ')
  })
  yield await attempt('coder', async () => {
    const started = performance.now()
    const { coder } = await resources.loadCoder()
    return `${coder.name} ${coder.version}, resources ${coder.resources.slice(0, 19)}…, loaded in ${Math.round(performance.now() - started)} ms`
  })
  const { isWorkspace, openWorkspace } = await import('../../store/workspace.ts')
  if (!isWorkspace(folder)) {
    yield { check: 'workspace', ok: !wanted, found: `none in ${folder}` }
    return
  }
  yield await attempt('workspace', async () => {
    const workspace = openWorkspace(folder)
    accessSync(folder, constants.W_OK)
    return `${workspace.config.name} in ${workspace.folder}`
  })
  yield spaceFinding(freeBytes(folder))
  yield await attempt('database', async () => {
    const { SqliteStore } = await import('../../store/sqlite/sqlite-store.ts')
    const store = new SqliteStore(openWorkspace(folder).database)
    try {
      const problems = await store.check()
      if (problems.length) throw new Error(problems.join('; '))
      const { articles, records } = await store.info()
      return `sound: ${articles} articles, ${records} records`
    } finally {
      await store.close()
    }
  })
}

function freeBytes(folder: string): number {
  const { bavail, bsize } = statfsSync(folder)
  return bavail * bsize
}

/** What `doctor` says of so much free space. */
export function spaceFinding(free: number): Finding {
  if (free >= LOW_SPACE_BYTES) return { check: 'space', ok: true, found: `${(free / 1e9).toFixed(1)} GB free` }
  return { check: 'space', ok: true, warning: true, found: `only ${(free / 1e6).toFixed(0)} MB are free` }
}

async function attempt(check: string, look: () => Promise<string>): Promise<Finding> {
  try {
    return { check, ok: true, found: await look() }
  } catch (error) {
    const found = error instanceof GroundswellError || error instanceof Error ? error.message : String(error)
    return { check, ok: false, found }
  }
}
