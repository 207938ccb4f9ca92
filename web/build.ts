import { build } from 'vite'

/** Builds the pages of the workbench into `web/dist`. Run as a program it does just that; it takes a few seconds. */
export async function buildPages(): Promise<void> {
  await build({ configFile: `${import.meta.dirname}/vite.config.ts`, logLevel: 'warn' })
}

if (import.meta.main) await buildPages()
