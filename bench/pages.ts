/// <reference lib="dom" />
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { ensurePages } from '../src/server/pages.ts'
import { serve } from '../src/server/serve.ts'
import { openBrowser, openPage } from '../test/e2e/browser.ts'
import { makeWorkspace } from '../test/e2e/workspace.ts'

/**
 * Speed of Explore: `node bench/pages.ts [--records 50000] [--steps 40] [--json]`. Serves SYNTHETIC records, moves the
 * time window by keys without the map, and prints how long the filter computes and how long it takes from the key to
 * the next painted frame (Event Timing; the browser rounds to 8 ms).
 */
const { values } = parseArgs({
  options: {
    records: { type: 'string', default: '50000' },
    steps: { type: 'string', default: '40' },
    json: { type: 'boolean', default: false },
  },
})
const workspace = await makeWorkspace(Number(values.records))
const pages = await ensurePages(join(import.meta.dirname, '..'))
const server = await serve({ store: workspace.store, version: 'bench', port: 0, pages, readOnly: true })
const browser = await openBrowser()
// A narrow screen shows the list alone.
const { page } = await openPage(browser, server.url, { width: 800, height: 900 })
await page.goto(new URL('/events', server.url).href)
await page.waitForSelector('.cell-date')
await page.evaluate(() => {
  const durations: number[] = []
  Object.assign(globalThis, { durations })
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) if (entry.name === 'keydown') durations.push(entry.duration)
  }).observe({ type: 'event', durationThreshold: 16 } as PerformanceObserverInit)
  performance.clearMeasures()
})
for (let i = 0; i < Number(values.steps); i++) {
  await page.keyboard.press(i % 2 ? '[' : i % 3 ? '{' : ']')
  await page.waitForTimeout(250)
}
const { filter, painted } = await page.evaluate(() => ({
  filter: performance.getEntriesByName('groundswell:filter').map(({ duration }) => duration),
  painted: (globalThis as unknown as { durations: number[] }).durations,
}))
const middle = (list: readonly number[], share: number): number => {
  const sorted = [...list].sort((a, b) => a - b)
  return Math.round((sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0) * 10) / 10
}
const figures = {
  records: Number(values.records),
  filterMs: { n: filter.length, p50: middle(filter, 0.5), p95: middle(filter, 0.95) },
  /** Key presses that took less than 16 ms are not told by the browser. */
  paintedMs: { n: painted.length, p50: middle(painted, 0.5), p95: middle(painted, 0.95) },
}
console.log(values.json ? JSON.stringify(figures) : figures)
await browser.close()
await server.close()
await workspace.remove()
