/**
 * Writes the parts of `docs/cli.md`, `docs/errors.md` and `docs/exports.md` that follow from the code: every command
 * with its options, every error code, every export column.
 *
 *   node tools/reference-docs.ts
 *
 * `test/cli/reference-docs.test.ts` fails where a page and the code differ.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { Command, Option } from 'commander'
import { ERRORS } from '../src/base/error.ts'
import { processContext } from '../src/cli/context.ts'
import { buildProgram } from '../src/cli/program.ts'
import { EXPORT_VIEWS, VIEW_COLUMNS } from '../src/output/export.ts'

const START = '<!-- written by tools/reference-docs.ts from here -->'
const END = '<!-- to here -->'
const docs = resolve(import.meta.dirname, '..', 'docs')

/** The pages and what stands between their marks. */
export async function referenceDocs(): Promise<ReadonlyMap<string, string>> {
  return new Map([
    ['cli.md', await commandPages()],
    ['errors.md', errorTable()],
    ['exports.md', columnTables()],
  ])
}

/** A page with what stands between its marks replaced. */
export function withReference(page: string, reference: string): string {
  const start = page.indexOf(START)
  const end = page.indexOf(END)
  if (start < 0 || end < start) throw new Error('the page has no marks for its written part')
  return `${page.slice(0, start + START.length)}\n\n${reference}\n\n${page.slice(end)}`
}

async function commandPages(): Promise<string> {
  const program = await buildProgram(processContext(), 'all')
  const pages = program.commands
    .filter((command) => command.name() !== 'help')
    .map((command) => commandPage(command, 2))
  return pages.join('\n\n')
}

function commandPage(command: Command, level: number): string {
  const path = command.parent && command.parent.name() !== 'groundswell' ? `${command.parent.name()} ` : ''
  const title = `${'#'.repeat(level)} ${path}${command.name()}`
  const nested = command.commands.filter((inner) => inner.name() !== 'help')
  const help = helpAfter(command)
  const parts = [title, `${sentence(command.description())}`]
  if (!nested.length) parts.push(['```', `groundswell ${path}${command.name()} ${command.usage()}`, '```'].join('\n'))
  const args = command.registeredArguments.map(
    (argument) => `| \`${argument.name()}\` | ${cell(argument.description)} |`,
  )
  const options = command.options.map((option) => `| \`${cell(option.flags)}\` | ${cell(optionText(option))} |`)
  if (args.length || options.length) parts.push(['| | |', '| --- | --- |', ...args, ...options].join('\n'))
  if (help) parts.push(['```', help, '```'].join('\n'))
  return [...parts, ...nested.map((inner) => commandPage(inner, level + 1))].join('\n\n')
}

function optionText(option: Option): string {
  const choices = option.argChoices ? ` (${option.argChoices.join(', ')})` : ''
  const preset = option.defaultValue === undefined ? '' : `; default ${JSON.stringify(option.defaultValue)}`
  return `${option.description}${choices}${preset}`
}

/** What a command prints after its options: explanation and examples. */
function helpAfter(command: Command): string {
  let text = ''
  command.configureOutput({ writeOut: (piece) => (text += piece) })
  command.outputHelp()
  const marker = command.helpInformation()
  const after = text.slice(text.indexOf(marker) + marker.length)
  return after.trim()
}

function errorTable(): string {
  const rows = Object.entries(ERRORS).map(([code, { what, next }]) => `| \`${code}\` | ${cell(what)} | ${cell(next)} |`)
  return ['| code | what happened | what to do |', '| --- | --- | --- |', ...rows.sort()].join('\n')
}

function columnTables(): string {
  return EXPORT_VIEWS.map((view) =>
    [
      `## Columns of \`--view ${view}\``,
      '',
      '| column | what it holds |',
      '| --- | --- |',
      ...VIEW_COLUMNS[view].map((column) => `| \`${column.name}\` | ${cell(column.about)} |`),
    ].join('\n'),
  ).join('\n\n')
}

function sentence(text: string): string {
  return `${text.slice(0, 1).toUpperCase()}${text.slice(1)}.`
}

function cell(text: string): string {
  return text.replaceAll('|', '\\|').replace(/\s+/gu, ' ')
}

if (import.meta.main) {
  for (const [name, reference] of await referenceDocs()) {
    const file = join(docs, name)
    const page = withReference(readFileSync(file, 'utf8'), reference)
    writeFileSync(file, page)
  }
}
