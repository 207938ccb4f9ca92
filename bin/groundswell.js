#!/usr/bin/env node
// Launcher: plain JavaScript that any Node can read. It finds a Node that can run the product and hands over to it.
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'

/** The first Node whose bundled SQLite (3.51.3) is free of the WAL-reset defect and that strips types. */
const NEEDED = [24, 15]
const here = dirname(fileURLToPath(import.meta.url))
const [major, minor] = process.versions.node.split('.').map(Number)

function entry() {
  const compiled = join(here, '..', 'dist', 'cli', 'main.js')
  const source = join(here, '..', 'src', 'cli', 'main.ts')
  return existsSync(source) ? source : compiled
}

function bundledNode() {
  const system = process.platform === 'win32' ? 'win' : process.platform
  try {
    const home = dirname(createRequire(import.meta.url).resolve(`node-${system}-${process.arch}/package.json`))
    const file = join(home, 'bin', process.platform === 'win32' ? 'node.exe' : 'node')
    return existsSync(file) ? file : null
  } catch {
    return null
  }
}

if (major > NEEDED[0] || (major === NEEDED[0] && minor >= NEEDED[1])) {
  await import(pathToFileURL(entry()).href)
} else {
  const node = process.env.GROUNDSWELL_LAUNCHED ? null : bundledNode()
  if (!node) {
    console.error(
      `Groundswell needs Node ${NEEDED.join('.')} or later, and this is ${process.version}: install it, or run "npm ci" without --omit=optional to get one along.`,
    )
    process.exitCode = 1
  } else {
    const child = spawn(node, [entry(), ...process.argv.slice(2)], {
      stdio: 'inherit',
      env: { ...process.env, GROUNDSWELL_LAUNCHED: '1' },
    })
    const signals = ['SIGINT', 'SIGTERM', 'SIGHUP']
    for (const signal of signals) process.on(signal, () => child.kill(signal))
    child.on('error', (error) => {
      console.error(
        `The Node that came along cannot be started (${error.message}). Install Node ${NEEDED.join('.')} or later.`,
      )
      process.exitCode = 1
    })
    child.on('exit', (code, signal) => {
      if (signal) {
        for (const name of signals) process.removeAllListeners(name)
        process.kill(process.pid, signal)
      } else process.exitCode = code ?? 1
    })
  }
}
