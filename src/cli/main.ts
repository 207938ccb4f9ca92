import { processContext } from './context.ts'
import { runCommandLine } from './program.ts'

// Nothing of ours may die of a reader that closed the pipe; `Terminal.write` notices.
process.exitCode = await runCommandLine(process.argv.slice(2), processContext())
