import { chmodSync, copyFileSync, cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { LAUNCHER, run } from './run.ts'

/**
 * The launcher chooses by `process.versions.node`; a preload that changes it stands for an old Node, so that the test
 * needs no second Node on the machine.
 */
describe('the launcher', () => {
  let folder: string
  let launcher: string
  let old: string

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'groundswell-launcher-'))
    mkdirSync(join(folder, 'bin'))
    mkdirSync(join(folder, 'src', 'cli'), { recursive: true })
    launcher = join(folder, 'bin', 'groundswell.js')
    copyFileSync(LAUNCHER, launcher)
    writeFileSync(join(folder, 'package.json'), '{"type":"module"}')
    writeFileSync(
      join(folder, 'src', 'cli', 'main.ts'),
      `console.log(JSON.stringify({ args: process.argv.slice(2), exec: process.execPath, launched: process.env.GROUNDSWELL_LAUNCHED ?? null }))
       process.stdin.on('data', (text: Buffer) => process.stdout.write(text))
       if (process.argv.includes('--fail')) process.exitCode = 7`,
    )
    old = join(folder, 'old.cjs')
    writeFileSync(
      old,
      `if (!process.env.GROUNDSWELL_LAUNCHED) {
         Object.defineProperty(process, 'versions', { value: { ...process.versions, node: '20.19.0' } })
         Object.defineProperty(process, 'version', { value: 'v20.19.0' })
       }`,
    )
  })
  afterEach(() => rmSync(folder, { recursive: true, force: true }))

  /** Puts a package where npm would, with a program that is this very Node. */
  function bundle(): string {
    const home = join(
      folder,
      'node_modules',
      `node-${process.platform === 'win32' ? 'win' : process.platform}-${process.arch}`,
    )
    mkdirSync(join(home, 'bin'), { recursive: true })
    writeFileSync(join(home, 'package.json'), '{"name":"node","version":"24.21.0"}')
    const program = join(home, 'bin', process.platform === 'win32' ? 'node.exe' : 'node')
    cpSync(process.execPath, program, { dereference: true })
    chmodSync(program, 0o755)
    return program
  }

  it('runs at once on a Node that is new enough', async () => {
    const ran = await run(process.execPath, [launcher, 'events', '--limit', '3'])
    expect(JSON.parse(ran.lines[0] as string)).toEqual({
      args: ['events', '--limit', '3'],
      exec: process.execPath,
      launched: null,
    })
    expect(ran.status).toBe(0)
  })

  it('hands over to the Node that came along where the running one is too old: arguments, input, status', async () => {
    const program = bundle()
    const ran = await run(process.execPath, ['--require', old, launcher, 'code', '--fail', 'a b'], { input: 'text' })
    const [first] = ran.lines
    expect(JSON.parse(first as string)).toEqual({ args: ['code', '--fail', 'a b'], exec: program, launched: '1' })
    expect(ran.out.endsWith('text')).toBe(true)
    expect(ran.status).toBe(7)
  })

  it('says what is needed where there is none', async () => {
    const ran = await run(process.execPath, ['--require', old, launcher, 'code'])
    expect(ran.status).toBe(1)
    expect(ran.out).toBe('')
    expect(ran.err.trim().split('\n')).toHaveLength(1)
    expect(ran.err).toContain('24.15')
    expect(ran.err).toContain('v20.19.0')
  })

  it('is plain JavaScript without a static import that an old Node does not have', () => {
    const code = readFileSync(LAUNCHER, 'utf8')
    const imports = [...code.matchAll(/^import .* from '([^']+)'/gmu)].map((found) => found[1])
    expect(imports.length).toBeGreaterThan(0)
    expect(imports.filter((name) => !/^node:(?:child_process|fs|module|path|url)$/u.test(name as string))).toEqual([])
    // Logical assignment came with Node 15, `.at()` with 16.6.
    expect(code).not.toMatch(/\?\?=|\|\|=|&&=|\.at\(/u)
  })
})
