import { readdirSync, readFileSync } from 'node:fs'
import { join, relative, resolve, sep } from 'node:path'
import { describe, expect, it } from 'vitest'

/** Folders of `src/` in the order of ARCHITECTURE.md: each may import itself and those before it. */
const ORDER = [
  'base',
  'article',
  'language',
  'mention',
  'coding',
  'linking',
  'review',
  'indicator',
  'analysis',
  'output',
  'store',
  'jobs',
  'server',
  'cli',
]
const IMPURE = new Set(['store', 'jobs', 'server', 'cli'])
const root = resolve(import.meta.dirname, '..')
const src = join(root, 'src')

const files = readdirSync(src, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts'))

function importsOf(file: string): string[] {
  const code = readFileSync(file, 'utf8')
  return [...code.matchAll(/(?:from|import)\s*\(?\s*['"]([^'"]+)['"]/gu)].map((m) => m[1] as string)
}

describe('import order', () => {
  it('knows every folder of src, in the order of ARCHITECTURE.md', () => {
    const folders = readdirSync(src, { withFileTypes: true }).flatMap((d) => (d.isDirectory() ? [d.name] : []))
    expect(folders.filter((name) => !ORDER.includes(name))).toEqual([])
    const page = readFileSync(join(root, 'ARCHITECTURE.md'), 'utf8')
    const listed = [...page.matchAll(/^\| `src\/(\w+)\/`/gmu)].map((m) => m[1])
    // The order knows places of folders to come; the page lists those that are there.
    expect(listed).toEqual(ORDER.filter((name) => folders.includes(name)))
  })

  it('lets a folder import only from folders above it', () => {
    const wrong: string[] = []
    for (const name of files) {
      const folder = name.split(sep)[0] as string
      for (const target of importsOf(join(src, name))) {
        if (!target.startsWith('.')) continue
        const to = relative(src, resolve(join(src, name), '..', target))
        if (to.startsWith('..')) wrong.push(`${name} imports ${target} from outside src`)
        else if (ORDER.indexOf(to.split(sep)[0] as string) > ORDER.indexOf(folder)) wrong.push(`${name} imports ${to}`)
      }
    }
    expect(wrong).toEqual([])
  })

  it('keeps disk, network, clock and chance out of the pure folders', () => {
    const wrong: string[] = []
    for (const name of files) {
      if (IMPURE.has(name.split(sep)[0] as string) || name.endsWith('.test.ts')) continue
      const code = readFileSync(join(src, name), 'utf8')
      for (const target of importsOf(join(src, name)))
        if (/^node:(fs|net|http|https|dns|child_process|os|sqlite|tls|dgram)/u.test(target))
          wrong.push(`${name}: ${target}`)
      if (/\bDate\.now\(|new Date\(\)|Math\.random\(|\bfetch\(/u.test(code) && !name.includes(`llm${sep}`))
        wrong.push(`${name}: clock, chance or network`)
    }
    expect(wrong).toEqual([])
  })

  it('never lets one language pack import another', () => {
    const wrong: string[] = []
    for (const name of files) {
      const pack = /^language\/(en|ru|kk|zh)\//u.exec(name.split(sep).join('/'))?.[1]
      if (!pack) continue
      for (const target of importsOf(join(src, name)))
        if (/\.\.\/(en|ru|kk|zh)\//u.test(target) && !target.includes(`/${pack}/`))
          wrong.push(`${name} imports ${target}`)
    }
    expect(wrong).toEqual([])
  })

  it('keeps the workbench away from src', () => {
    const web = join(root, 'web', 'src')
    const wrong = readdirSync(web, { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.tsx?$/u.test(name))
      .filter((name) => importsOf(join(web, name)).some((target) => target.includes('/src/')))
    expect(wrong).toEqual([])
  })
})
