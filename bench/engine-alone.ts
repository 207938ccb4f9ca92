/**
 * A process that holds the language engine and nothing else: `node bench/engine-alone.ts FILE.jsonl` reads the model,
 * analyses the texts of the file one after another as the coder does, and prints a line of JSON. `bench/speed.ts` starts
 * it, since memory can only be measured where nothing else is.
 */
import { openSync, readFileSync, readSync } from 'node:fs'
import { join } from 'node:path'
import { triggerLexicon } from '../src/coding/coder.ts'
import { wants } from '../src/coding/gate.ts'
import type { TriggerLexicon } from '../src/coding/lexicon.ts'
import { en } from '../src/language/en/index.ts'
import { createEngine } from '../src/language/engine.ts'

const MODEL = join(import.meta.dirname, '..', 'models', 'en', 'model.bin')
/** Articles analysed before the clock starts, so that compilation is not counted. */
const WARM_UP_ARTICLES = 100
/** Bytes of the file that are held at a time. */
const CHUNK = 1 << 16

const megabytes = (): number => process.memoryUsage.rss() / 2 ** 20
const lexicon = triggerLexicon('en') as TriggerLexicon
const file = process.argv[2] as string
const empty = megabytes()
const started = processorTime()
const engine = createEngine(en, readFileSync(MODEL))
const loadMs = processorTime() - started

let [articles, sentences, parsed, tokens] = [0, 0, 0, 0]
let [spent, taggingSpent] = [0, 0]
let peak = megabytes()
let nth = 0
for (const text of texts(file)) {
  const before = processorTime()
  engine.analyse(text, { gate: () => false })
  const between = processorTime()
  const analysis = engine.analyse(text, { gate: (sentence) => wants(sentence, lexicon) })
  const after = processorTime()
  if (nth++ < WARM_UP_ARTICLES) continue
  peak = Math.max(peak, megabytes())
  articles++
  taggingSpent += between - before
  spent += after - between
  sentences += analysis.sentences.length
  for (const sentence of analysis.sentences) {
    tokens += sentence.tokens.length
    if (sentence.parsed) parsed++
  }
}
console.log(
  JSON.stringify({
    load_ms: loadMs,
    articles_per_second: (1000 * articles) / spent,
    tokens_tagged_per_second: (1000 * tokens) / taggingSpent,
    share_parsed: parsed / sentences,
    peak_memory_mb: peak,
    memory_of_engine_mb: peak - empty,
  }),
)

/** Milliseconds of processor time of this thread, so that other work on the machine weighs less. */
function processorTime(): number {
  const { user, system } = process.threadCpuUsage()
  return (user + system) / 1000
}

/** The texts of a file of JSON lines, read piece by piece. */
function* texts(path: string): Generator<string> {
  const handle = openSync(path, 'r')
  const chunk = Buffer.alloc(CHUNK)
  let rest = Buffer.alloc(0)
  for (let read = readSync(handle, chunk); read > 0; read = readSync(handle, chunk)) {
    rest = Buffer.concat([rest, chunk.subarray(0, read)])
    for (let end = rest.indexOf(10); end >= 0; end = rest.indexOf(10)) {
      const line = rest.subarray(0, end).toString('utf8')
      rest = rest.subarray(end + 1)
      if (line.trim() !== '') yield (JSON.parse(line) as { text: string }).text
    }
  }
  if (rest.length > 0) yield (JSON.parse(rest.toString('utf8')) as { text: string }).text
}
