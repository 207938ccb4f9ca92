import { Command, CommanderError } from 'commander'
import { type Context, EXIT, productVersion, reportError } from './context.ts'

/** Gives a command its options, help and action. The action resolves to the exit status. */
export type Define = (command: Command, context: Context, act: Act) => void

/** Makes a commander action of a function that gives an exit status. */
export type Act = <A extends unknown[]>(run: (...args: A) => Promise<number>) => (...args: A) => Promise<void>

interface Entry {
  readonly name: string
  readonly summary: string
  /** Loaded only when the command is asked for, so that every command starts fast. */
  readonly load: () => Promise<{ readonly define: Define }>
}

/** Every command, in the order of a first session. */
export const COMMANDS: readonly Entry[] = [
  {
    name: 'start',
    summary: 'code the bundled example reports and serve the workbench',
    load: () => import('./commands/start.ts'),
  },
  { name: 'init', summary: 'make a workspace', load: () => import('./commands/init.ts') },
  { name: 'add', summary: 'read, code and keep reports', load: () => import('./commands/add.ts') },
  { name: 'events', summary: 'list event records', load: () => import('./commands/events.ts') },
  { name: 'show', summary: 'show one record or article with its very words', load: () => import('./commands/show.ts') },
  { name: 'search', summary: 'find articles by their words', load: () => import('./commands/search.ts') },
  {
    name: 'export',
    summary: 'write records as csv, tsv, jsonl or geojson',
    load: () => import('./commands/export.ts'),
  },
  { name: 'stats', summary: 'count what the workspace holds', load: () => import('./commands/stats.ts') },
  { name: 'ledger', summary: 'list what became of every input', load: () => import('./commands/ledger.ts') },
  {
    name: 'decide',
    summary: "accept, reject or change a record in a person's name",
    load: () => import('./commands/decide.ts'),
  },
  { name: 'serve', summary: 'serve the workbench and the API', load: () => import('./commands/serve.ts') },
  { name: 'backup', summary: 'copy the database while it is in use', load: () => import('./commands/backup.ts') },
  { name: 'doctor', summary: 'check the installation and the workspace', load: () => import('./commands/doctor.ts') },
  { name: 'code', summary: 'text in, records out, without a workspace', load: () => import('./commands/code.ts') },
  {
    name: 'parse',
    summary: 'text in, CoNLL-U out: the language engine alone',
    load: () => import('./commands/parse.ts'),
  },
  {
    name: 'gazetteer',
    summary: 'look into the gazetteer, or import places',
    load: () => import('./commands/gazetteer.ts'),
  },
]

/** The program with the commands that are wanted: one by name, or all (for the tests of the documentation). */
export async function buildProgram(
  context: Context,
  wanted: string | 'all' | null,
  ended: (status: number) => void = () => {},
): Promise<Command> {
  const program = new Command('groundswell')
    .description('Turns news reports into a sourced record of political events.')
    .version(productVersion(), '-V, --version')
    .helpCommand('help [command]', 'explain a command')
    .addHelpText(
      'after',
      `
Examples:
  groundswell init news && cd news
  groundswell add ~/reports/*.html feed.xml
  groundswell events --type PROTEST --country KAZ --from 2021-01-01
  groundswell show er_1a2b3c4d5e6f7g8h
  groundswell export --format csv --view acled --out events.csv

Commands that need a workspace find it by --workspace, by GROUNDSWELL_WORKSPACE, or in the current folder.
Exit status: 0 done, 1 something failed, 2 the command line is wrong, 130 stopped.`,
    )
  const act: Act =
    (run) =>
    async (...args) => {
      ended(await run(...args))
    }
  for (const entry of COMMANDS) {
    const command = program.command(entry.name).description(entry.summary)
    if (wanted === 'all' || wanted === entry.name) (await entry.load()).define(command, context, act)
  }
  for (const command of [program, ...program.commands, ...program.commands.flatMap((one) => one.commands)])
    command.exitOverride().configureOutput({
      writeErr: (text) => context.terminal.note(text.trimEnd()),
      writeOut: (text) => void context.terminal.write(text),
    })
  return program
}

/** Runs one command line and gives its exit status. Never throws. */
export async function runCommandLine(args: readonly string[], context: Context): Promise<number> {
  let status: number = EXIT.ok
  try {
    const program = await buildProgram(context, commandIn(args), (ended) => {
      status = ended
    })
    if (args.length === 0) {
      program.outputHelp()
      return EXIT.ok
    }
    await program.parseAsync(args, { from: 'user' })
    return status
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.ok : EXIT.usage
    return reportError(error, context)
  }
}

/** The command that the arguments name: the first that is no option; after "help" the one to explain. */
function commandIn(args: readonly string[]): string | null {
  const words = args.filter((arg) => !arg.startsWith('-'))
  return (words[0] === 'help' ? words[1] : words[0]) ?? null
}
