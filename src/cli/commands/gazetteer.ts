import { createReadStream, existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { createInterface } from 'node:readline'
import type { Article } from '../../article/article.ts'
import { GroundswellError } from '../../base/error.ts'
import { EXIT } from '../context.ts'
import { wholeNumber } from '../filter-options.ts'
import { FORMAT_OPTION } from '../options.ts'
import type { Define } from '../program.ts'
import { tableLines } from '../terminal.ts'

interface ImportFlags {
  readonly out: string
  readonly alternates?: string
  readonly admin1?: string
  readonly admin2?: string
  readonly countries?: string
  readonly languages?: string
  readonly classes: string
  readonly minPopulation: string
  readonly overlay: boolean
}

export const define: Define = (command, context, act) => {
  command.addHelpText(
    'after',
    '\nExamples:\n  groundswell gazetteer lookup Алматы\n  groundswell gazetteer import --help',
  )
  command
    .command('lookup')
    .description('the places that a name may mean')
    .argument('<name>', 'a name in any script')
    .addOption(FORMAT_OPTION())
    .addHelpText('after', '\nExample:\n  groundswell gazetteer lookup Алматы')
    .action(
      act(async (name: string, flags: { readonly format: 'table' | 'jsonl' }) => {
        const [{ ResourceFiles }, { openGazetteer }] = await Promise.all([
          import('../../jobs/resources.ts'),
          import('../../mention/gazetteer/gazetteer.ts'),
        ])
        const gazetteer = openGazetteer(new ResourceFiles().gazetteer())
        const found = [...new Set(gazetteer.candidates(name))]
          .map((index) => gazetteer.entry(index))
          .sort((a, b) => b.population - a.population)
        const lines =
          flags.format === 'jsonl'
            ? found.map((entry) => JSON.stringify(entry))
            : tableLines(
                found,
                [
                  { title: 'name', value: (entry) => entry.name, flexible: true },
                  { title: 'type', value: (entry) => entry.type },
                  { title: 'country', value: (entry) => entry.country ?? '–' },
                  { title: 'admin1', value: (entry) => entry.admin1 ?? '–' },
                  { title: 'people', value: (entry) => String(entry.population || '–'), right: true },
                  { title: 'lat', value: (entry) => entry.lat?.toFixed(3) ?? '–', right: true },
                  { title: 'lon', value: (entry) => entry.lon?.toFixed(3) ?? '–', right: true },
                  { title: 'geonames', value: (entry) => String(entry.geonamesId ?? '–'), right: true },
                ],
                context.terminal,
              )
        if (found.length) await context.terminal.write(`${lines.join('\n')}\n`)
        else context.terminal.note(`No place is called ${JSON.stringify(name)}.`)
        return found.length ? EXIT.ok : EXIT.failed
      }),
    )
  command
    .command('import')
    .description('make a gazetteer of a GeoNames dump, for more places than come along')
    .argument('<places>', 'allCountries.txt, or the extract of one country (KZ.txt)')
    .requiredOption('--out <file>', 'file to write')
    .option('--alternates <file>', 'alternateNamesV2.txt: names in other languages')
    .option('--admin1 <file>', 'admin1CodesASCII.txt: names of provinces')
    .option('--admin2 <file>', 'admin2Codes.txt: names of districts')
    .option('--countries <file>', 'countryInfo.txt: names of countries')
    .option('--languages <codes>', 'languages of alternate names to take, such as en,ru,kk; all if left out')
    .option('--classes <letters>', 'feature classes to take, of APHLTSRUV', 'AP')
    .option('--min-population <n>', 'leave out settlements with fewer people', '0')
    .option('--no-overlay', 'leave out our own names and places (data/overlay/) of the countries imported')
    .addHelpText(
      'after',
      `
The files are those of download.geonames.org/export/dump (CC BY 4.0), unzipped. The result is used where
GROUNDSWELL_GAZETTEER names it; records made with it carry its hash.

Example:
  groundswell gazetteer import KZ.txt --admin1 admin1CodesASCII.txt --countries countryInfo.txt --out kz.bin
  GROUNDSWELL_GAZETTEER=kz.bin groundswell code report.txt`,
    )
    .action(
      act(async (places: string, flags: ImportFlags) => {
        if (existsSync(flags.out)) throw new GroundswellError('GS-E515', { place: { file: flags.out } })
        const minPopulation = wholeNumber('--min-population', flags.minPopulation, 0)
        const [{ importGeoNames }, { ResourceFiles }] = await Promise.all([
          import('../../mention/gazetteer/sources.ts'),
          import('../../jobs/resources.ts'),
        ])
        const result = importGeoNames(
          {
            places: await linesOf(places),
            ...(flags.alternates ? { alternateNames: await linesOf(flags.alternates) } : {}),
            ...(flags.admin1 ? { admin1Codes: await linesOf(flags.admin1) } : {}),
            ...(flags.admin2 ? { admin2Codes: await linesOf(flags.admin2) } : {}),
            ...(flags.countries ? { countryInfo: await linesOf(flags.countries) } : {}),
            ...(flags.overlay ? { overlay: new ResourceFiles().overlay() } : {}),
          },
          {
            featureClasses: flags.classes,
            minPopulation,
            ...(flags.languages ? { languages: flags.languages.split(',') } : {}),
          },
        )
        if (result.places === 0)
          throw new GroundswellError('GS-E606', { place: { file: places }, detail: 'it holds no place' })
        writeFileSync(`${flags.out}.partial`, result.bytes)
        renameSync(`${flags.out}.partial`, flags.out)
        const bad = result.badLines.length
        if (bad) context.terminal.note(`${bad} lines were no place, the first is line ${result.badLines[0]}`)
        const own = result.added ? ` and ${result.added} of our own` : ''
        await context.terminal.write(
          `Wrote ${flags.out}: ${result.places} places${own}, ${(result.bytes.byteLength / 1e6).toFixed(1)} MB.\nUse it with GROUNDSWELL_GAZETTEER=${flags.out}\n`,
        )
        return EXIT.ok
      }),
    )
  command
    .command('outlets')
    .description('learn where outlets are at home from the places of their articles')
    .argument('<files...>', 'articles with their outlet: JSONL with "source" or "url", pages, folders of them')
    .requiredOption('--out <file>', 'table to write')
    .addHelpText(
      'after',
      `
A name such as Paris or Georgetown means the one near the paper's home. Three articles of an outlet tell it. The table is
used where GROUNDSWELL_OUTLETS names it; rows may be written by hand too (outlets, country, latitude, longitude).

Example:
  groundswell gazetteer outlets reports.jsonl --out outlets.tsv
  GROUNDSWELL_OUTLETS=outlets.tsv groundswell code reports.jsonl`,
    )
    .action(
      act(async (paths: string[], flags: { readonly out: string }) => {
        if (existsSync(flags.out)) throw new GroundswellError('GS-E515', { place: { file: flags.out } })
        const { learnOutlets } = await import('../../jobs/learn-outlets.ts')
        const learned = await learnOutlets(articlesOf(paths))
        writeFileSync(flags.out, learned.table)
        const open = learned.open.length ? `; ${learned.open.length} have too few articles that name towns` : ''
        await context.terminal.write(
          `Wrote ${flags.out}: ${learned.outlets} outlets${open}.\nUse it with GROUNDSWELL_OUTLETS=${flags.out}\n`,
        )
        return EXIT.ok
      }),
    )
}

async function* articlesOf(paths: readonly string[]): AsyncGenerator<Article> {
  const [{ readArticles }, { readJsonl }, { findInputs }, { ReaderWorker }] = await Promise.all([
    import('../../article/read.ts'),
    import('../../article/jsonl.ts'),
    import('../../jobs/inputs.ts'),
    import('../../article/reader-worker.ts'),
  ])
  const worker = new ReaderWorker()
  try {
    for (const input of findInputs(paths)) {
      if (input.kind === 'failed') throw input.error
      if (input.kind !== 'file') continue
      const results = /\.(?:jsonl|ndjson)$/iu.test(input.path)
        ? readJsonl(createReadStream(input.path), { file: input.name })
        : readArticles(readFileSync(input.path), { file: input.name }, { worker })
      for await (const result of results) if (result.kind === 'article') yield result.article
    }
  } finally {
    await worker.close()
  }
}

/** Files up to this size are read at once; larger ones line by line. */
const WHOLE_FILE_BYTES = 64 * 1024 * 1024

async function linesOf(file: string): Promise<Iterable<string>> {
  try {
    const { statSync } = await import('node:fs')
    if (statSync(file).size <= WHOLE_FILE_BYTES) return readFileSync(file, 'utf8').split(/\r?\n/u)
    const lines: string[] = []
    for await (const line of createInterface({ input: createReadStream(file), crlfDelay: Number.POSITIVE_INFINITY }))
      lines.push(line)
    return lines
  } catch (error) {
    const { unreadable } = await import('../../jobs/inputs.ts')
    throw unreadable(file, error)
  }
}
