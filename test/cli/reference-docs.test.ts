import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { ERRORS } from '../../src/base/error.ts'
import { COMMANDS } from '../../src/cli/program.ts'
import { referenceDocs, withReference } from '../../tools/reference-docs.ts'
import { inProcess, ROOT } from './run.ts'

describe('the reference pages', () => {
  it('name every command with its options, every error code and every export column', async () => {
    for (const [name, reference] of await referenceDocs()) {
      const page = readFileSync(join(ROOT, 'docs', name), 'utf8')
      expect(page, `docs/${name} is behind the code: run "node tools/reference-docs.ts"`).toBe(
        withReference(page, reference),
      )
    }
  })

  it('explain every command, in the help of the program too', async () => {
    const help = (await inProcess(['--help'])).out
    const page = readFileSync(join(ROOT, 'docs', 'cli.md'), 'utf8')
    for (const { name } of COMMANDS) {
      expect(page).toContain(`\n## ${name}\n`)
      expect(help).toContain(`  ${name}`)
    }
  })

  it('give every error a sentence that says what to do', () => {
    for (const [code, { what, next }] of Object.entries(ERRORS)) {
      expect(code).toMatch(/^GS-E\d{3}$/u)
      expect(what, code).toMatch(/^\p{Lu}.*[^.]$/u)
      expect(next, code).toMatch(/^\p{Lu}.*\.$/u)
    }
  })

  it('hold no error code in the source that is not in the list', () => {
    const listed = new Set(Object.keys(ERRORS))
    for (const name of ['cli.md', 'store.md', 'exports.md']) {
      const page = readFileSync(join(ROOT, 'docs', name), 'utf8')
      for (const [code] of page.matchAll(/GS-E\d{3}/gu)) expect(listed.has(code), code).toBe(true)
    }
  })
})
