import { existsSync, globSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'

const ROOT = join(import.meta.dirname, '..', '..')
const PAGES = globSync('{*.md,{docs,data,models,examples,test,bench,tools,web,src}/**/*.md}', {
  cwd: ROOT,
  exclude: ['**/node_modules/**'],
}).map((path) => path.replaceAll('\\', '/'))

/** A page without its code blocks, whose brackets are no links. */
const prose = (page: string): string => readFileSync(join(ROOT, page), 'utf8').replace(/^```[\s\S]*?^```/gmu, '')

/** The anchors that a page's headings get, as GitHub makes them. */
function anchors(page: string): Set<string> {
  const seen = new Map<string, number>()
  const made = new Set<string>()
  for (const [, heading = ''] of prose(page).matchAll(/^#{1,6} +(.+?)\s*$/gmu)) {
    const plain = heading.replace(/\[([^\]]*)\]\([^)]*\)/gu, '$1').toLowerCase()
    const slug = plain.replace(/[^\p{L}\p{N}\s_-]/gu, '').replace(/\s/gu, '-')
    const times = seen.get(slug) ?? 0
    seen.set(slug, times + 1)
    made.add(times ? `${slug}-${times}` : slug)
  }
  return made
}

describe.each(PAGES)('%s', (page) => {
  it('links to pages and headings that are there', () => {
    const broken: string[] = []
    for (const [, target = ''] of prose(page).matchAll(/\]\(([^)\s]+)\)/gu)) {
      if (/^[a-z][a-z0-9+.-]*:/iu.test(target)) continue
      const [file = '', anchor] = target.split('#')
      const linked = file ? join(dirname(page), file) : page
      if (!existsSync(join(ROOT, linked))) broken.push(target)
      else if (anchor && linked.endsWith('.md') && !anchors(linked).has(anchor)) broken.push(target)
    }
    expect(broken).toEqual([])
  })

  it('names files of the repository that are there', () => {
    const missing: string[] = []
    for (const [, name = ''] of prose(page).matchAll(/`([^`\n]+)`/gu)) {
      const path = /^(?:src|test|docs|bench|tools|examples|bin|\.ci|web\/src)\/[\w./-]+$/u.exec(name)?.[0]
      if (path && !existsSync(join(ROOT, path.replace(/[./]+$/u, '')))) missing.push(name)
    }
    expect(missing).toEqual([])
  })
})

describe('examples/SOURCES.md', () => {
  const sections = readFileSync(join(ROOT, 'examples', 'SOURCES.md'), 'utf8')
    .split(/^## /mu)
    .slice(1)

  it('has a table of sources for every sample report, and for no other', () => {
    expect(sections.map((text) => text.split('\n')[0]).sort()).toEqual(
      globSync('*', { cwd: join(ROOT, 'examples', 'reports') }).sort(),
    )
  })

  it('gives each fact a source', () => {
    for (const section of sections) {
      const rows = section.split('\n').filter((line) => line.startsWith('| ') && !/^\| (?:Fact|---)/u.test(line))
      expect(rows.length, section.split('\n')[0]).toBeGreaterThan(0)
      for (const row of rows) expect(row).toMatch(/^\| [^|]{3,} \| (?:\[[^\]]+\]\(https?:\/\/|\p{Lu})[^|]{10,} \|$/u)
    }
  })
})
