import { EXIT, withStore } from '../context.ts'
import { wholeNumber } from '../filter-options.ts'
import { FORMAT_OPTION, WORKSPACE_OPTION } from '../options.ts'
import type { Define } from '../program.ts'
import { plainText } from '../terminal.ts'
import { countLine } from './events.ts'

interface Flags {
  readonly workspace?: string
  readonly format: 'table' | 'jsonl'
  readonly limit: string
  readonly language?: string
  readonly from?: string
  readonly to?: string
}

export const define: Define = (command, context, act) => {
  command
    .argument('<words...>', 'words to find; "quoted words" are a phrase, -word is unwanted')
    .addOption(WORKSPACE_OPTION())
    .addOption(FORMAT_OPTION())
    .option('-n, --limit <n>', 'articles to list', '20')
    .option('--language <code>', 'articles in this language')
    .option('--from <day>', 'published on this day or later, YYYY-MM-DD')
    .option('--to <day>', 'published on this day or earlier')
    .addHelpText(
      'after',
      `
Words are looked for in all their forms (English, Russian, Turkish, Kazakh). The best come first.

Examples:
  groundswell search land protest
  groundswell search '"land reform" -china' --from 2016-04-01
  groundswell search митинг`,
    )
    .action(
      act(async (words: string[], flags: Flags) => {
        const limit = wholeNumber('--limit', flags.limit, 1)
        const published = { ...(flags.from ? { from: flags.from } : {}), ...(flags.to ? { to: flags.to } : {}) }
        return withStore(context, flags.workspace, async (store) => {
          const list = await store.search(
            {
              text: words
                .map((word) => (/\s/u.test(word) && words.length > 1 ? `"${word.replaceAll('"', '')}"` : word))
                .join(' '),
              ...(flags.language ? { language: [flags.language] } : {}),
              ...(flags.from || flags.to ? { published } : {}),
            },
            { limit: Math.min(limit, 1000) },
          )
          const { terminal } = context
          for (const hit of list.items) {
            const text =
              flags.format === 'jsonl'
                ? JSON.stringify(hit)
                : [
                    `${terminal.style('bold', plainText(hit.title ?? hit.file ?? hit.id).replace(/\s+/gu, ' '))}`,
                    `  ${[hit.id, hit.published?.from, hit.publisher, hit.language, `${hit.records} records`].filter(Boolean).join(' · ')}`,
                    `  ${marked(hit.snippet.text, hit.snippet.marks, (word) => terminal.style('mark', word))}`,
                  ].join('\n')
            if (!(await terminal.write(`${text}\n`))) return EXIT.ok
          }
          terminal.note(countLine(list.items.length, list, 'articles'))
          return EXIT.ok
        })
      }),
    )
}

/** Text with some of its spans wrapped. */
export function marked(
  text: string,
  marks: readonly (readonly [number, number])[],
  wrap: (words: string) => string,
): string {
  let out = ''
  let at = 0
  for (const [start, end] of marks) {
    if (start < at) continue
    out += plainText(text.slice(at, start)) + wrap(plainText(text.slice(start, end)))
    at = end
  }
  return (out + plainText(text.slice(at))).replace(/\s*\n\s*/gu, ' ')
}
