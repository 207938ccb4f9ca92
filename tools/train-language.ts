/**
 * Trains the model of a language and writes it with manifest and attribution:
 *   node tools/train-language.ts --language en --data DIR [--gum-free] [--seed 1] [--quick] [--out DIR] [--extra FILE]…
 * The same data, flags and seed give the same bytes. See docs/language-engine.md.
 */
import { createHash } from 'node:crypto'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads'
import { type ConlluSentence, parseConllu } from '../src/language/conllu.ts'
import { dictionaryEntries, WordDictionary } from '../src/language/dictionary.ts'
import { en } from '../src/language/en/index.ts'
import { createEngine } from '../src/language/engine.ts'
import { writeModel } from '../src/language/model-file.ts'
import type { LanguagePack } from '../src/language/pack.ts'
import { figuresOf, scoreTreebank } from '../src/language/score-treebank.ts'
import type { Tags } from '../src/language/tagger/decode.ts'
import { ClassNumbers, crossTag, SHIPPED_SETTINGS, type TrainSettings, trainModel } from '../src/language/train.ts'
import { attribution, LICENCE_NOTE } from './train-language/attribution.ts'
import { SOURCES, type Source } from './train-language/sources.ts'
import { readWordNet } from './train-language/wordnet.ts'

const PACKS: Readonly<Record<string, LanguagePack>> = { en }
/** Of how many sentences `--quick` learns one. */
const QUICK_EVERY = 20
/** Cross-tagging runs on this many cores at most. */
const WORKERS = 2

interface Job {
  readonly language: string
  readonly files: readonly string[]
  readonly quick: boolean
  readonly settings: TrainSettings
  readonly fold: number
}

const packOf = (language: string): LanguagePack => {
  const pack = PACKS[language]
  if (!pack) throw new Error(`no language pack "${language}"; there are: ${Object.keys(PACKS).join(', ')}`)
  return pack
}

function readSentences(files: readonly string[], quick: boolean): ConlluSentence[] {
  const all = files.flatMap((file) => parseConllu(readFileSync(file, 'utf8')))
  return quick ? all.filter((_, i) => i % QUICK_EVERY === 0) : all
}

const dictionaryOf = (pack: LanguagePack): WordDictionary =>
  new WordDictionary(pack.language === 'en' ? readWordNet() : dictionaryEntries([]), (lower) => pack.stems(lower))

function runFold(job: Job): { index: number; tags: Tags }[] {
  const sentences = readSentences(job.files, job.quick)
  const pack = packOf(job.language)
  return crossTag(sentences, new ClassNumbers(pack, sentences), dictionaryOf(pack), job.fold, job.settings)
}

async function crossTagAll(job: Omit<Job, 'fold'>): Promise<Tags[]> {
  const tags: Tags[] = []
  const waiting = Array.from({ length: job.settings.folds }, (_, fold) => fold)
  const work = async (): Promise<void> => {
    for (let fold = waiting.shift(); fold !== undefined; fold = waiting.shift()) {
      const worker = new Worker(new URL(import.meta.url), { workerData: { ...job, fold } })
      const rows = await new Promise<{ index: number; tags: Tags }[]>((done, failed) => {
        worker.once('message', done)
        worker.once('error', failed)
      })
      for (const { index, tags: own } of rows) tags[index] = own
    }
  }
  await Promise.all(Array.from({ length: WORKERS }, work))
  return tags
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      language: { type: 'string', default: 'en' },
      data: { type: 'string' },
      'gum-free': { type: 'boolean', default: false },
      extra: { type: 'string', multiple: true, default: [] },
      seed: { type: 'string', default: '1' },
      quick: { type: 'boolean', default: false },
      out: { type: 'string' },
    },
  })
  if (!values.data) throw new Error('--data DIR is missing: the folder that holds the treebanks')
  const pack = packOf(values.language)
  const flags = { gumFree: values['gum-free'] }
  const sources = SOURCES.filter(
    (source) => source.language === values.language && (source.flag === undefined || flags[source.flag]),
  )
  const training = sources.filter((source) => source.use === 'train')
  const own: Source[] = values.extra.map((file) => ({
    language: values.language,
    file: resolve(file),
    use: 'train',
    title: 'Corrected sentences of the user',
    authors: 'the user',
    licence: 'as the user decides',
    url: '',
  }))
  const dir = resolve(values.data)
  const files = [...training.map((source) => join(dir, source.file)), ...own.map((source) => source.file)]
  const settings: TrainSettings = { ...SHIPPED_SETTINGS, seed: Number(values.seed) }
  const started = performance.now()
  const report = (line: string): void =>
    console.error(`${((performance.now() - started) / 1000).toFixed(0).padStart(5)} s  ${line}`)

  const sentences = readSentences(files, values.quick)
  const classes = new ClassNumbers(pack, sentences)
  report(`${sentences.length} sentences from ${files.length} files`)
  const tags = await crossTagAll({ language: values.language, files, quick: values.quick, settings })
  report(`cross-tagged in ${settings.folds} parts`)
  const bytes = writeModel(trainModel(pack, sentences, classes, dictionaryOf(pack), tags, settings, report))
  report(`${bytes.length} bytes`)

  const out = resolve(values.out ?? join(import.meta.dirname, '..', 'models', values.language))
  mkdirSync(out, { recursive: true })
  writeFileSync(join(out, 'model.bin'), bytes)
  const engine = createEngine(pack, bytes)
  const figures: Record<string, Record<string, number>> = {}
  for (const source of sources.filter((s) => s.use === 'choose')) {
    const gold = parseConllu(readFileSync(join(dir, source.file), 'utf8'))
    figures[source.file] = figuresOf(scoreTreebank(engine, gold, { tokens: 'gold', beam: 4 }))
    report(`${source.file}: ${JSON.stringify(figures[source.file])}`)
  }
  const manifest = {
    language: values.language,
    engine: engine.version,
    sha256: createHash('sha256').update(bytes).digest('hex'),
    bytes: bytes.length,
    flags: { ...flags, quick: values.quick },
    settings,
    sources: [...training, ...own].map((source) => ({
      file: source.file,
      title: source.title,
      licence: source.licence,
      sha256: createHash('sha256')
        .update(readFileSync(resolve(dir, source.file)))
        .digest('hex'),
    })),
    figures: { note: 'gold tokens, beam 4, per cent', ...figures },
  }
  writeFileSync(join(out, 'manifest.json'), `${JSON.stringify(manifest, null, 2)}\n`)
  writeFileSync(join(out, 'ATTRIBUTION.md'), attribution(values.language, [...training, ...own]))
  writeFileSync(join(out, 'LICENSE'), LICENCE_NOTE)
  report(`written to ${out}`)
}

if (isMainThread) await main()
else parentPort?.postMessage(runFold(workerData as Job))
