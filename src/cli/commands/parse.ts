import { readFileSync } from 'node:fs'
import { GroundswellError } from '../../base/error.ts'
import { MAX_INPUT_BYTES } from '../../base/limit.ts'
import { EXIT } from '../context.ts'
import type { Define } from '../program.ts'

interface Flags {
  readonly conllu?: boolean
  readonly language: string
}

export const define: Define = (command, context, act) => {
  command
    .argument('[file]', 'file to parse; standard input if left out, or for -')
    .option('--conllu', 'the input is CoNLL-U: keep its sentences and words, replace tags, lemmas, heads and relations')
    .option('--language <code>', 'language of the text', 'en')
    .addHelpText(
      'after',
      `
Examples:
  echo 'Police detained 12 protesters.' | groundswell parse
  groundswell parse --conllu en_ewt-ud-test.conllu > parsed.conllu`,
    )
    .action(
      act(async (file: string | undefined, flags: Flags) => {
        const [{ annotateConllu, textToConllu }, { loadEngine, modelLanguages }] = await Promise.all([
          import('../../language/conllu.ts'),
          import('../../jobs/resources.ts'),
        ])
        const text = file === undefined || file === '-' ? await standardInput() : readText(file)
        const engine = loadEngine(flags.language)
        if (!engine.parses)
          context.terminal.note(
            `groundswell: there is no model for "${flags.language}" (there is for: ${modelLanguages().join(', ') || 'none'}); words and sentences only`,
          )
        await context.terminal.write(flags.conllu ? annotateConllu(engine, text) : textToConllu(engine, text))
        return EXIT.ok
      }),
    )
}

function readText(file: string): string {
  let bytes: Uint8Array
  try {
    bytes = readFileSync(file)
  } catch (error) {
    const missing = error instanceof Error && 'code' in error && error.code === 'ENOENT'
    throw new GroundswellError(missing ? 'GS-E001' : 'GS-E004', { place: { file }, cause: error })
  }
  if (bytes.byteLength > MAX_INPUT_BYTES) throw new GroundswellError('GS-E003', { place: { file } })
  return new TextDecoder('utf-8').decode(bytes)
}

async function standardInput(): Promise<string> {
  const chunks: Uint8Array[] = []
  let bytes = 0
  for await (const chunk of process.stdin as AsyncIterable<Uint8Array>) {
    bytes += chunk.byteLength
    if (bytes > MAX_INPUT_BYTES) throw new GroundswellError('GS-E003', { place: { file: 'standard input' } })
    chunks.push(chunk)
  }
  return new TextDecoder('utf-8').decode(Buffer.concat(chunks))
}
