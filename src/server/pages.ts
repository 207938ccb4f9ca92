import { spawn } from 'node:child_process'
import { existsSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { GroundswellError } from '../base/error.ts'

/**
 * The folder of the built pages, building them first where a checkout has none or older ones than its sources (a few
 * seconds; in a process of its own, so that the builder's memory is given back). `root` is the package's folder. A
 * published package brings its pages along and has no builder.
 */
export async function ensurePages(root: string, tell: (line: string) => void = () => {}): Promise<string> {
  const pages = join(root, 'web', 'dist')
  const entry = join(pages, 'index.html')
  const builder = join(root, 'web', 'build.ts')
  const built = statSync(entry, { throwIfNoEntry: false })?.mtimeMs
  if (!existsSync(builder)) {
    if (built === undefined) throw new GroundswellError('GS-E708', { place: { file: pages } })
    return pages
  }
  if (built !== undefined && built >= newestSource(join(root, 'web'))) return pages
  tell(built === undefined ? 'Building the pages of the workbench (a few seconds, once) …' : 'Rebuilding the pages …')
  const problem = await runBuilder(builder)
  if (problem === null) return pages
  if (built !== undefined) {
    tell(`The pages could not be rebuilt, the older ones are served: ${problem}`)
    return pages
  }
  throw new GroundswellError('GS-E708', { detail: problem, place: { file: pages } })
}

function newestSource(web: string): number {
  let newest = statSync(join(web, 'index.html')).mtimeMs
  for (const item of readdirSync(join(web, 'src'), { recursive: true, withFileTypes: true }))
    if (item.isFile()) newest = Math.max(newest, statSync(join(item.parentPath, item.name)).mtimeMs)
  return newest
}

/** Null where it went well, else the last words of the builder. */
function runBuilder(builder: string): Promise<string | null> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [builder], { stdio: ['ignore', 'ignore', 'pipe'] })
    let words = ''
    child.stderr.on('data', (chunk: Buffer) => {
      words = (words + chunk.toString('utf8')).slice(-2_000)
    })
    child.on('error', (error) => resolve(error.message))
    child.on('exit', (code) => resolve(code === 0 ? null : words.trim() || `exit status ${code}`))
  })
}
