import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'

const ROOT = join(import.meta.dirname, '..', '..')

/** A share or a percentage, as measured figures are written. */
const FIGURE = /(?<![\w.])0\.\d{2,}(?![\w.])|(?<![\w.])\d+(?:\.\d+)? ?%/u
/** How a figure is made again. */
const COMMAND = /npm run bench|node (?:bench|tools)\/|npx vitest run/u

it.each(globSync('{README.md,docs/*.md}', { cwd: ROOT }).map((path) => [path] as const))(
  '%s quotes figures only beside the command that gives them',
  (page) => {
    const text = readFileSync(join(ROOT, page), 'utf8')
    // What the program prints or takes as a value is no figure about the program.
    const prose = text.replace(/^```[\s\S]*?^```/gmu, '').replace(/`[^`\n]*`/gu, '')
    if (FIGURE.test(prose)) expect(text).toMatch(COMMAND)
  },
)
