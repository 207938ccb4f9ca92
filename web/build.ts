import { build } from 'vite'

/** Builds the pages of the workbench into `web/dist`. Run as a program it does just that; it takes a few seconds. */
export async function buildPages(): Promise<void> {
  // Asked from a test run or a development shell, the libraries would else be built with their checks in.
  process.env.NODE_ENV = 'production'
  await build({ configFile: `${import.meta.dirname}/vite.config.ts`, logLevel: 'warn' })
}

if (import.meta.main) await buildPages()
