import { GroundswellError } from '../../base/error.ts'
import type { StoredArticle, StoredRecord } from '../../store/store.ts'
import { type Context, EXIT, withStore } from '../context.ts'
import { FORMAT_OPTION, WORKSPACE_OPTION } from '../options.ts'
import type { Define } from '../program.ts'
import { recordLines, whyLines } from '../record-view.ts'
import { plainLine, plainText } from '../terminal.ts'

interface Flags {
  readonly workspace?: string
  readonly format: 'table' | 'jsonl'
  readonly why?: boolean
}

export const define: Define = (command, context, act) => {
  command
    .argument('<id>', 'id of a record (er_…) or an article (ar_…)')
    .addOption(WORKSPACE_OPTION())
    .addOption(FORMAT_OPTION())
    .option('--why', 'the rules that made the record, its coder, rival values and decisions')
    .addHelpText(
      'after',
      `
Shows each field with its words, and the passage of the article with those words marked; an article with the words of
all its records. Where there are no colours, the words stand in [[double brackets]].

Examples:
  groundswell show er_1a2b3c4d5e6f7g8h --why
  groundswell show ar_1a2b3c4d5e6f7g8h | less -R`,
    )
    .action(
      act(async (id: string, flags: Flags) =>
        withStore(context, flags.workspace, async (store) => {
          const record = id.startsWith('ar_') ? null : await store.record(id)
          const article = await store.article(record ? record.record.article : id)
          if (!article) throw new GroundswellError('GS-E512', { detail: id })
          if (flags.format === 'jsonl') await context.terminal.write(`${JSON.stringify(record ?? article)}\n`)
          else
            await context.terminal.write(
              record ? recordText(context, record, article, flags.why ?? false) : articleText(context, article),
            )
          return EXIT.ok
        }),
      ),
    )
}

function recordText(context: Context, stored: StoredRecord, { article }: StoredArticle, why: boolean): string {
  const { terminal } = context
  const lines = [
    ...recordLines(stored, terminal),
    '',
    ...passageLines(context, article.text, stored),
    '',
    terminal.style('dim', articleLine(stored.article)),
    ...(why ? ['', ...whyLines(stored, terminal)] : []),
  ]
  return `${lines.join('\n')}\n`
}

function articleLine(item: StoredRecord['article']): string {
  return plainLine(
    [item.title, item.publisher, item.published?.from, item.url, item.file, item.id].filter(Boolean).join(' · '),
  )
}

function articleText(context: Context, { item, article, coding, records }: StoredArticle): string {
  const { terminal } = context
  const spans = records.filter((stored) => stored.status !== 'rejected').map((stored) => stored.record.trigger)
  const lines = [
    terminal.style('bold', plainLine(article.title ?? item.file ?? item.id)),
    terminal.style('dim', articleLine(item)),
    '',
    markedText(context, article.text, 0, article.text.length, spans),
    '',
    ...records.map(
      ({ record, status }) =>
        `${record.id}  ${record.type}  ${plainLine(record.trigger.quote)}${status === 'machine' ? '' : `  (${status})`}`,
    ),
    ...[...article.warnings, ...(coding?.warnings ?? [])].map((warning) =>
      terminal.style('yellow', `! ${plainLine(warning)}`),
    ),
  ]
  return `${lines.join('\n')}\n`
}

/** Characters shown before the first and after the last word of a record. */
const AROUND_CHARACTERS = 120
/** Longest stretch without a word of the record that is shown whole. */
const GAP_CHARACTERS = 400

/** The parts of the text that hold the record's words, with those words marked. */
function passageLines(context: Context, text: string, { record, passage }: StoredRecord): string[] {
  const spans = spansOf(record).sort((a, b) => a.start - b.start)
  const parts: { from: number; to: number }[] = []
  for (const { start, end } of spans) {
    const last = parts.at(-1)
    const from = Math.max(0, start - AROUND_CHARACTERS)
    const to = Math.min(text.length, end + AROUND_CHARACTERS)
    if (last && from - last.to < GAP_CHARACTERS) last.to = Math.max(last.to, to)
    else parts.push({ from, to })
  }
  const home = parts.find((part) => part.from <= passage.start && passage.start <= part.to)
  if (home) {
    home.from = Math.min(home.from, passage.start)
    home.to = Math.max(home.to, passage.start + passage.text.length)
  }
  return parts.map(
    ({ from, to }) =>
      `${from > 0 ? '… ' : ''}${markedText(context, text, edge(text, from, 1), edge(text, to, -1), spans)}${to < text.length ? ' …' : ''}`,
  )
}

/** The nearest word edge, so that no word is shown cut. */
function edge(text: string, at: number, step: 1 | -1): number {
  if (at <= 0 || at >= text.length) return at
  for (let i = at; Math.abs(i - at) < 40 && i > 0 && i < text.length; i += step)
    if (/\s/u.test(text[i] as string)) return step === 1 ? i + 1 : i
  return at
}

interface Spanned {
  readonly start: number
  readonly end: number
}

/** Every span of a record's values, wherever it stands. */
function spansOf(value: unknown): Spanned[] {
  if (typeof value !== 'object' || value === null) return []
  if (Array.isArray(value)) return value.flatMap(spansOf)
  const { start, end } = value as Record<string, unknown>
  const own = typeof start === 'number' && typeof end === 'number' && end > start ? [{ start, end }] : []
  return [...own, ...Object.values(value).flatMap(spansOf)]
}

/** A stretch of text with spans marked; overlapping spans are joined. */
function markedText(context: Context, text: string, from: number, to: number, spans: readonly Spanned[]): string {
  const { terminal } = context
  const wrap = (words: string): string => {
    const styled = terminal.style('mark', words)
    return styled === words && words ? `[[${words}]]` : styled
  }
  let out = ''
  let at = from
  const joined: { start: number; end: number }[] = []
  for (const span of [...spans].sort((a, b) => a.start - b.start)) {
    const last = joined.at(-1)
    if (last && span.start <= last.end) last.end = Math.max(last.end, span.end)
    else joined.push({ ...span })
  }
  for (const { start, end } of joined) {
    if (end <= from || start >= to) continue
    out +=
      plainText(text.slice(at, Math.max(at, start))) +
      wrap(plainText(text.slice(Math.max(start, from), Math.min(end, to))))
    at = Math.min(end, to)
  }
  return out + plainText(text.slice(at, to))
}
