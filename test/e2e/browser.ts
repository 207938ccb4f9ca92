import { existsSync } from 'node:fs'
import { join } from 'node:path'
import AxeSource from 'axe-core'
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core'

/** Where a Chromium may stand; `CHROMIUM` names another. */
const PLACES = [process.env.CHROMIUM, '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']
const ARGUMENTS = [
  '--enable-unsafe-swiftshader',
  '--no-sandbox',
  '--disable-background-networking',
  '--disable-component-update',
  '--no-first-run',
]

export const chromiumPath = PLACES.find((path) => path && existsSync(path)) ?? null
/** The built pages; `npm run build:web` makes them. */
export const PAGES = join(import.meta.dirname, '..', '..', 'web', 'dist')
/** On CI the suite must run; elsewhere a machine without Chromium skips it by name. */
export const canRun = chromiumPath !== null || process.env.CI === 'true'

/** Opens the browser; `webGl: false` is a machine whose graphics know no WebGL. */
export async function openBrowser(options: { webGl?: boolean } = {}): Promise<Browser> {
  if (!chromiumPath) throw new Error('There is no Chromium: apt-get install chromium, or name one in CHROMIUM.')
  return chromium.launch({
    executablePath: chromiumPath,
    headless: true,
    args: options.webGl === false ? [...ARGUMENTS, '--disable-gpu', '--disable-3d-apis'] : ARGUMENTS,
  })
}

/** What went wrong in a page, and every address it asked for outside the server. */
export interface Watch {
  readonly page: Page
  readonly context: BrowserContext
  readonly problems: string[]
  readonly external: string[]
}

/** A page that is watched: errors, refused styles and scripts, requests to other hosts. */
export async function openPage(
  browser: Browser,
  base: string,
  options: { width?: number; height?: number; scheme?: 'light' | 'dark' } = {},
): Promise<Watch> {
  const context = await browser.newContext({
    viewport: { width: options.width ?? 1440, height: options.height ?? 900 },
    colorScheme: options.scheme ?? 'light',
    permissions: ['clipboard-read', 'clipboard-write'],
    acceptDownloads: true,
  })
  const page = await context.newPage()
  const watch: Watch = { page, context, problems: [], external: [] }
  page.on('pageerror', (error) => watch.problems.push(`error: ${error.message}`))
  page.on('console', (message) => {
    if (message.type() === 'error') watch.problems.push(`console: ${message.text()}`)
  })
  page.on('request', (request) => {
    const url = new URL(request.url())
    if (!['data:', 'blob:'].includes(url.protocol) && url.origin !== new URL(base).origin) watch.external.push(url.href)
  })
  return watch
}

/** Serious findings of axe on the page as it stands, one line each. */
export async function accessibilityProblems(page: Page): Promise<string[]> {
  // The policy of the server allows no injected script; the debugger's own evaluation is not bound by it.
  await page.evaluate(AxeSource.source)
  return page.evaluate(async () => {
    const axe = (globalThis as unknown as { axe: { run(options: object): Promise<AxeResult> } }).axe
    const { violations } = await axe.run({ resultTypes: ['violations'] })
    return violations
      .filter(({ impact }) => impact === 'serious' || impact === 'critical')
      .flatMap(({ id, nodes }) => nodes.slice(0, 5).map(({ html }) => `${id}: ${html.slice(0, 200)}`))
  })
}

interface AxeResult {
  readonly violations: readonly {
    readonly id: string
    readonly impact: string
    readonly nodes: readonly { readonly html: string }[]
  }[]
}

/** Waits until the map has drawn everything. */
export async function mapIdle(page: Page): Promise<void> {
  await page.waitForSelector('.map-pane [data-idle="true"]', { timeout: 30_000 })
}
