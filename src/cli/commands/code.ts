import { createReadStream, readFileSync, statSync } from 'node:fs'
import type { Article } from '../../article/article.ts'
import type { ReadResult } from '../../article/result.ts'
import { GroundswellError } from '../../base/error.ts'
import { MAX_INPUT_BYTES } from '../../base/limit.ts'
import type { CodedArticle } from '../../jobs/article-coder.ts'
import { type Context, EXIT, UsageError } from '../context.ts'
import { wholeNumber } from '../filter-options.ts'
import { defaultWorkers } from '../ingest-run.ts'
import type { Define } from '../program.ts'
import { plainLine, type TableColumn, tableLines } from '../terminal.ts'
import { dateText } from './events.ts'

interface Flags {
  readonly format: 'table' | 'jsonl'
  readonly mentions?: boolean
  readonly text?: boolean
  readonly misses?: boolean
  readonly jobs?: string
}

export const define: Define = (command, context, act) => {
  command
    .argument('[files...]', 'files; standard input (JSONL, one article a line) if left out, or for -')
    .option('--format <format>', 'how to print: jsonl or table', 'jsonl')
    .option('--mentions', 'print places, times, actors, quantities, citations and indicators too')
    .option('--text', 'print title, author, published and text of each article too')
    .option('--misses', 'print the triggers that made no record, with the reason')
    .option('-j, --jobs <n>', 'articles coded at once; the number of processors if left out')
    .addHelpText(
      'after',
      `
Input is JSONL, one article a line: {"id", "text", "title"?, "published"?, "source"?, "url"?, "language"?}. Files may
also be plain text, HTML, PDF, DOCX, feeds and WARC. Output is one line an article, in input order, as soon as it is
coded; docs/formats.md explains the fields. A line that cannot be read is named on standard error with its number, the
rest is coded, and the exit status is 1.

Examples:
  groundswell code news.jsonl > records.jsonl
  echo '{"id": "1", "text": "Police detained 12 protesters in Almaty."}' | groundswell code
  groundswell code report.pdf page.html --text --mentions
  groundswell code news.jsonl --format table | less`,
    )
    .action(
      act(async (files: string[], flags: Flags) => {
        if (flags.format !== 'jsonl' && flags.format !== 'table')
          throw new UsageError(`--format ${flags.format}: give jsonl or table`)
        const jobs = flags.jobs === undefined ? defaultWorkers() : wholeNumber('--jobs', flags.jobs, 1)
        return codeFiles(context, files.length ? files : ['-'], flags, jobs)
      }),
    )
}

/** An article on its way through the coder, or why there is none. */
type Step =
  | { readonly kind: 'coded'; readonly article: Article; readonly coded: CodedArticle }
  | { readonly kind: 'failed'; readonly error: GroundswellError; readonly article?: Article }

async function codeFiles(context: Context, files: readonly string[], flags: Flags, jobs: number): Promise<number> {
  const [{ workerPool, inlinePool }, { inOrder }, { ReaderWorker }] = await Promise.all([
    import('../../jobs/coding-pool.ts'),
    import('../../jobs/in-order.ts'),
    import('../../article/reader-worker.ts'),
  ])
  const { loadCoder } = await import('../../jobs/resources.ts')
  const pool = jobs === 1 ? inlinePool(await loadCoder()) : workerPool({ workers: jobs })
  const reader = new ReaderWorker()
  let status: number = EXIT.ok
  const code = async (read: ReadResult): Promise<Step> => {
    if (read.kind === 'failed') return read
    const outcome = await pool.code(read.article)
    return outcome.kind === 'failed'
      ? { kind: 'failed', error: outcome.error, article: read.article }
      : { kind: 'coded', article: read.article, coded: outcome.coded }
  }
  try {
    for await (const step of inOrder(readFiles(files, reader), Math.max(2, pool.width), code)) {
      if (step.kind === 'failed') {
        context.terminal.note(`groundswell: ${step.error.message}`)
        status = EXIT.failed
        if (!step.article) continue
      }
      const open = await context.terminal.write(
        flags.format === 'jsonl' ? jsonLine(step, flags) : tableText(step, context),
      )
      if (!open) break
    }
  } finally {
    await Promise.all([pool.close(), reader.close()])
  }
  return status
}

async function* readFiles(
  files: readonly string[],
  worker: import('../../article/reader-worker.ts').ReaderWorker,
): AsyncGenerator<ReadResult> {
  const [{ readArticles }, { readJsonl }, { findInputs, unreadable }] = await Promise.all([
    import('../../article/read.ts'),
    import('../../article/jsonl.ts'),
    import('../../jobs/inputs.ts'),
  ])
  const today = new Date().toISOString().slice(0, 10)
  for (const file of files) {
    if (file === '-') {
      yield* readJsonl(process.stdin, {}, { today })
      continue
    }
    for (const input of findInputs([file])) {
      if (input.kind === 'failed') yield { kind: 'failed', error: input.error }
      if (input.kind !== 'file') continue
      try {
        // JSONL is read as it comes, so that a file of any size fits; every other format is read whole.
        if (/\.(?:jsonl|ndjson)$/iu.test(input.path) && statSync(input.path).size > 0)
          yield* readJsonl(createReadStream(input.path), { file: input.name }, { today })
        else if (input.bytes > MAX_INPUT_BYTES)
          yield { kind: 'failed', error: new GroundswellError('GS-E003', { place: { file: input.name } }) }
        else yield* readArticles(readFileSync(input.path), { file: input.name }, { worker, today })
      } catch (error) {
        yield { kind: 'failed', error: unreadable(input.name, error) }
      }
    }
  }
}

function jsonLine(step: Step, flags: Flags): string {
  const article = step.article as Article
  const coded = step.kind === 'coded' ? step.coded : null
  const warnings = [
    ...article.warnings,
    ...(coded ? coded.warnings : []),
    ...(step.kind === 'failed' ? [step.error.message] : []),
  ]
  return `${JSON.stringify({
    id: article.externalId ?? article.id,
    ...(article.file === undefined ? {} : { file: article.file }),
    ...(flags.text
      ? {
          title: article.title ?? null,
          author: article.author ?? null,
          publisher: article.publisher ?? null,
          url: article.url ?? null,
          published: article.published,
          text: article.text,
        }
      : {}),
    language: article.language,
    events: coded?.records ?? [],
    ...(flags.mentions ? { mentions: coded?.mentions ?? null } : {}),
    ...(flags.misses ? { misses: coded?.misses ?? [] } : {}),
    warnings,
  })}\n`
}

type Coded = CodedArticle['records'][number]

const TABLE: readonly TableColumn<Coded>[] = [
  { title: 'date', value: (record) => dateText(record.date) },
  {
    title: 'type',
    value: (record) =>
      `${record.type}${record.form ? ` ${record.form}` : record.mode.length ? ` ${record.mode.join(',')}` : ''}`,
  },
  { title: 'place', value: (record) => [record.place?.name, record.place?.country].filter(Boolean).join(', ') || '–' },
  { title: 'actor', value: (record) => record.actors.map((actor) => actor.name).join(', ') || '–' },
  { title: 'recipient', value: (record) => record.recipients.map((actor) => actor.name).join(', ') || '–' },
  { title: 'said', value: (record) => record.certainty.value },
  { title: 'confidence', value: (record) => record.confidence.toFixed(2), right: true },
  { title: 'words', value: (record) => record.trigger.quote, flexible: true },
]

function tableText(step: Step, context: Context): string {
  const article = step.article as Article
  const records = step.kind === 'coded' ? step.coded.records : []
  const head = [article.externalId ?? article.id, article.file, article.title].filter(Boolean).join(' · ')
  const lines = records.length ? tableLines(records, TABLE, context.terminal) : ['no event records']
  return `${context.terminal.style('bold', plainLine(head))}\n${lines.join('\n')}\n\n`
}
