/**
 * Trains the model of a language and writes it with manifest and attribution:
 *   node tools/train-language.ts --language en --data DIR [--gum-free] [--seed 1] [--quick] [--out DIR] [--no-drill] [--extra FILE … --licence TEXT]
 * The same data, flags and seed give the same bytes. See docs/language-engine.md.
 */
import { createHash } from 'node:crypto'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads'
import { GroundswellError } from '../src/base/error.ts'
import { type ConlluSentence, parseConllu } from '../src/language/conllu.ts'
import { dictionaryEntries, WordDictionary } from '../src/language/dictionary.ts'
import { en } from '../src/language/en/index.ts'
import { createEngine } from '../src/language/engine.ts'
import { writeModel } from '../src/language/model-file.ts'
import type { LanguagePack } from '../src/language/pack.ts'
import { type PackedRows, packRows } from '../src/language/packed.ts'
import { figuresOf, scoreTreebank } from '../src/language/score-treebank.ts'
import type { Tags } from '../src/language/tagger/decode.ts'
import {
  assembleModel,
  ClassNumbers,
  crossTag,
  type ParserRows,
  resourcesOf,
  SHIPPED_SETTINGS,
  type TrainSettings,
  trainParser,
  trainTags,
} from '../src/language/train.ts'
import { attribution, LICENCE_NOTE } from './train-language/attribution.ts'
import { drillSentences } from './train-language/drill/drill.ts'
import { DRILL, SOURCES, type Source, WORDNET } from './train-language/sources.ts'
import { readWordNet, readWordNetLicence } from './train-language/wordnet.ts'

const PACKS: Readonly<Record<string, LanguagePack>> = { en }
/** Of how many sentences `--quick` learns one. */
const QUICK_EVERY = 20
/** Sentences of own making about political events that English is drilled with (train-language/drill). */
const DRILL_SENTENCES = 1000
/** Workers at the same time, each on a core of its own and with up to 2 GB of memory. */
const WORKERS = 2

interface Data {
  readonly language: string
  readonly files: readonly string[]
  readonly quick: boolean
  /** Number of drill sentences. */
  readonly drill: number
  readonly settings: TrainSettings
}

/** A part of the run that needs nothing but the data and, for parsers, the cross-tagged tags. */
type Job =
  | { readonly kind: 'fold'; readonly fold: number }
  | { readonly kind: 'tagger'; readonly seed: number }
  | { readonly kind: 'parser'; readonly seed: number; readonly tags: readonly Tags[] }

const packOf = (language: string): LanguagePack => {
  const pack = PACKS[language]
  if (!pack) throw new Error(`no language pack "${language}"; there are: ${Object.keys(PACKS).join(', ')}`)
  return pack
}

/** Everything that the parts of a run share; the same in every worker. */
function prepare({ language, files, quick, drill, settings }: Data) {
  const pack = packOf(language)
  const all = files.flatMap((file) => parseConllu(readFileSync(file, 'utf8')))
  const learnt: ConlluSentence[] = [...all, ...drillSentences(drill, settings.seed)]
  const sentences = quick ? learnt.filter((_, i) => i % QUICK_EVERY === 0) : learnt
  const classes = new ClassNumbers(pack, sentences)
  const entries = language === 'en' ? readWordNet() : dictionaryEntries([])
  const dictionary = new WordDictionary(entries, (lower) => pack.stems(lower))
  const resources = resourcesOf(sentences, classes, dictionary, settings)
  return { pack, sentences, classes, dictionary, resources }
}

function runJob(data: Data, job: Job): unknown {
  const { settings } = data
  const { pack, sentences, classes, dictionary, resources } = prepare(data)
  if (job.kind === 'fold') return crossTag(sentences, classes, dictionary, job.fold, settings)
  if (job.kind === 'tagger') {
    const run = { epochs: settings.tagEpochs, seed: job.seed }
    return packRows(trainTags(sentences, classes, resources, settings, run).frozenRows(settings.prune.tags))
  }
  return trainParser(pack, sentences, classes, resources, job.tags, settings, job.seed)
}

/** Runs jobs in workers; the results stand in the order of the jobs, whichever is done first. */
async function runAll<T>(data: Data, jobs: readonly Job[]): Promise<T[]> {
  const results: T[] = []
  const waiting = [...jobs.keys()]
  const work = async (): Promise<void> => {
    for (let at = waiting.shift(); at !== undefined; at = waiting.shift()) {
      const worker = new Worker(new URL(import.meta.url), {
        workerData: { data, job: jobs[at] },
        resourceLimits: { maxOldGenerationSizeMb: 4096 },
      })
      results[at] = await new Promise<T>((done, failed) => {
        worker.once('message', done)
        worker.once('error', failed)
      })
    }
  }
  await Promise.all(Array.from({ length: WORKERS }, work))
  return results
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      language: { type: 'string', default: 'en' },
      data: { type: 'string' },
      'gum-free': { type: 'boolean', default: false },
      'no-drill': { type: 'boolean', default: false },
      extra: { type: 'string', multiple: true, default: [] },
      licence: { type: 'string' },
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
  const licence = values.licence
  if (values.extra.length > 0 && !licence)
    throw new GroundswellError('GS-E203', { place: { file: values.extra.join(', ') } })
  const own: Source[] = values.extra.map((file) => ({
    language: values.language,
    file: resolve(file),
    use: 'train',
    title: 'Corrected sentences of the user',
    authors: 'the user',
    licence: licence ?? '',
    url: '',
  }))
  const dir = resolve(values.data)
  const files = [...training.map((source) => join(dir, source.file)), ...own.map((source) => source.file)]
  const settings: TrainSettings = { ...SHIPPED_SETTINGS, seed: Number(values.seed) }
  const started = performance.now()
  const report = (line: string): void =>
    console.error(`${((performance.now() - started) / 1000).toFixed(0).padStart(5)} s  ${line}`)

  const drill = values.language === 'en' && !values['no-drill'] ? DRILL_SENTENCES : 0
  const data: Data = { language: values.language, files, quick: values.quick, drill, settings }
  const seeds = (count: number): number[] => Array.from({ length: count }, (_, i) => settings.seed + i)
  const { sentences, classes, resources } = prepare(data)
  report(`${sentences.length} sentences from ${files.length} files, ${classes.names.length} classes`)
  const folds = Array.from({ length: settings.folds }, (_, fold): Job => ({ kind: 'fold', fold }))
  const tags: Tags[] = []
  for (const part of await runAll<ReturnType<typeof crossTag>>(data, folds))
    for (const { index, tags: own } of part) tags[index] = own
  report(`cross-tagged in ${settings.folds} parts`)
  const taggers = await runAll<PackedRows>(
    data,
    seeds(settings.tagModels).map((seed): Job => ({ kind: 'tagger', seed })),
  )
  report(`${taggers.length} taggers`)
  const parsers = await runAll<ParserRows>(
    data,
    seeds(settings.parserModels).map((seed): Job => ({ kind: 'parser', seed, tags })),
  )
  report(`${parsers.length} parsers`)
  const bytes = writeModel(
    assembleModel(pack, sentences, classes, resources, { taggers, parsers }, settings),
    settings.leastSteps,
  )
  report(`${bytes.length} bytes`)

  const further = values.language === 'en' ? [WORDNET, ...(drill > 0 ? [DRILL] : [])] : []
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
    drillSentences: drill,
    further: further.map(({ title, licence }) => ({ title, licence })),
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
  writeFileSync(join(out, 'ATTRIBUTION.md'), attribution(values.language, [...training, ...further, ...own]))
  writeFileSync(join(out, 'LICENSE'), LICENCE_NOTE)
  if (further.includes(WORDNET)) writeFileSync(join(out, 'LICENSE-WORDNET'), readWordNetLicence())
  report(`written to ${out}`)
}

if (isMainThread) await main()
else {
  const { data, job } = workerData as { data: Data; job: Job }
  parentPort?.postMessage(runJob(data, job))
}
