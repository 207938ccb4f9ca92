/**
 * Trains what `src/mention/place/data/` holds: the recogniser (which names are places) and the ranker (which place a name
 * means), on articles with gold toponyms:
 *
 *   node tools/gazetteer/train-places.ts GOLD.jsonl … [--names models/names/names.bin] [--check]
 *
 * With `--names` the recogniser that also reads the tagger's names is trained, and the ranker left as it is.
 *
 * `--check` prints, for two files, the figures of each from weights trained on the other and of five folds, and writes
 * nothing. All weights are over classes, distances and counts; none is over a word of the articles. The language engine is
 * used for sentences only. The same input gives the same files.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { type GeoItem, predictGeoSpans, trainRanker } from '../../bench/geo.ts'
import { seededRandom, shuffle } from '../../src/base/random.ts'
import { en } from '../../src/language/en/index.ts'
import { createEngine } from '../../src/language/engine.ts'
import { createNameFinder } from '../../src/language/names/name-finder.ts'
import { wordsOf } from '../../src/mention/gazetteer/fold.ts'
import { Gazetteer } from '../../src/mention/gazetteer/gazetteer.ts'
import { kilometres } from '../../src/mention/place/distance.ts'
import { makeCandidates, type PlaceCandidate } from '../../src/mention/place/make-candidates.ts'
import { homeOf } from '../../src/mention/place/outlet.ts'
import { type RankPriors, rankPlaces } from '../../src/mention/place/ranker.ts'
import {
  describe,
  factsOf,
  type Look,
  pick,
  type RecogniserModel,
  scoreOf,
  typeFeature,
} from '../../src/mention/place/recogniser.ts'
import { secondFeatures } from '../../src/mention/place/second-look.ts'

function option(name: string): string | null {
  const at = process.argv.indexOf(name)
  return at < 0 ? null : (process.argv[at + 1] ?? null)
}

const EPOCHS = 6
const RATE = 0.1
const DECAY = 5e-3
/** Folds by which the second look learns from a first look that has not seen the text. */
const FOLDS = 5
/** Weights smaller than this, and features seen fewer times, are left out of the file. */
const MIN_WEIGHT = 0.1
const MIN_SEEN = 3
const THRESHOLD = -0.7

interface Doc {
  readonly item: GeoItem
  readonly candidates: readonly PlaceCandidate[]
  readonly gold: ReadonlySet<string>
  readonly right: readonly boolean[]
  readonly features: readonly string[][]
}

interface Example {
  readonly right: boolean
  readonly features: readonly string[]
}

const namesFile = option('--names')
const finder = namesFile === null ? null : createNameFinder(readFileSync(namesFile))
/** The tagger of names reads tags; without it sentences are enough. */
const engine = createEngine(
  en,
  finder ? readFileSync(resolve(import.meta.dirname, '..', '..', 'models', 'en', 'model.bin')) : null,
)

function readDocs(items: readonly GeoItem[], gazetteer: Gazetteer, uncased: boolean): Doc[] {
  return items.map((item) => {
    const text = uncased ? item.text.toLowerCase() : item.text
    if (text.length !== item.text.length) throw new Error(`lower case changes the length of ${item.id}`)
    const words = wordsOf(text)
    const { sentences } = engine.analyse(text, { gate: () => false })
    const names = finder ? sentences.flatMap((sentence) => finder.find(sentence.tokens, text, uncased)) : null
    const facts = factsOf(text, words, sentences, uncased, names)
    const candidates = makeCandidates(text, gazetteer, { language: 'en', lowerCase: uncased }, words)
    const gold = new Set(item.toponyms.map((toponym) => `${toponym.start}-${toponym.end}`))
    return {
      item: { ...item, text },
      candidates,
      gold,
      right: candidates.map((candidate) => gold.has(`${candidate.start}-${candidate.end}`)),
      features: describe(text, words, candidates, gazetteer, facts),
    }
  })
}

/** Logistic regression by AdaGrad with weight decay. */
function fit(examples: readonly Example[]): Look {
  const weights = new Map<string, number>()
  const squares = new Map<string, number>()
  const seen = new Map<string, number>()
  for (const { features } of examples) for (const f of features) seen.set(f, (seen.get(f) ?? 0) + 1)
  const random = seededRandom(20)
  const order = [...examples]
  let bias = 0
  for (let epoch = 0; epoch < EPOCHS; epoch++) {
    shuffle(order, random)
    for (const { right, features } of order) {
      let sum = bias
      for (const f of features) sum += weights.get(f) ?? 0
      const error = (right ? 1 : 0) - 1 / (1 + Math.exp(-sum))
      bias += 0.01 * error
      for (const f of features) {
        if ((seen.get(f) as number) < MIN_SEEN) continue
        const weight = weights.get(f) ?? 0
        const gradient = error - DECAY * weight
        const square = (squares.get(f) ?? 0) + gradient * gradient
        squares.set(f, square)
        weights.set(f, weight + (RATE * gradient) / Math.sqrt(square + 1e-8))
      }
    }
  }
  return { bias, weights: Object.fromEntries(weights) }
}

function secondOf(doc: Doc, first: Look, gazetteer: Gazetteer): string[][] {
  const odds = doc.features.map((features) => scoreOf(first, features))
  return secondFeatures(doc.item.text, doc.candidates, odds, (i) => typeFeature(doc.features[i] as string[]), gazetteer)
}

function trainRecogniser(docs: readonly Doc[], gazetteer: Gazetteer): RecogniserModel {
  const examplesOf = (list: readonly Doc[]): Example[] =>
    list.flatMap((doc) => doc.features.map((features, i) => ({ right: doc.right[i] as boolean, features })))
  const first = fit(examplesOf(docs))
  const examples: Example[] = []
  for (let fold = 0; fold < FOLDS; fold++) {
    const apart = fit(examplesOf(docs.filter((_, i) => i % FOLDS !== fold)))
    docs.forEach((doc, i) => {
      if (i % FOLDS !== fold) return
      const second = secondOf(doc, apart, gazetteer)
      doc.features.forEach((features, c) => {
        examples.push({ right: doc.right[c] as boolean, features: [...features, ...(second[c] as string[])] })
      })
    })
  }
  return { first: slim(first), second: slim(fit(examples)), threshold: THRESHOLD }
}

function slim(look: Look): Look {
  const kept = Object.entries(look.weights)
    .filter(([, weight]) => Math.abs(weight) >= MIN_WEIGHT)
    .map(([name, weight]) => [name, Math.round(weight * 100) / 100] as const)
    .sort(([a], [b]) => (a < b ? -1 : 1))
  return { bias: Math.round(look.bias * 100) / 100, weights: Object.fromEntries(kept) }
}

/** Right, said and gold mentions. */
function countsOf(docs: readonly Doc[], model: RecogniserModel): number[] {
  let [right, said, gold] = [0, 0, 0]
  for (const doc of docs) {
    const second = secondOf(doc, model.first, gazetteer)
    const odds = doc.features.map((features, i) => scoreOf(model.second, [...features, ...(second[i] as string[])]))
    const taken = pick(doc.candidates, odds, model.threshold)
    said += taken.length
    gold += doc.gold.size
    right += taken.filter((i) => doc.right[i]).length
  }
  return [right, said, gold]
}

function figure(counts: readonly number[]): string {
  const [right, said, gold] = counts as [number, number, number]
  const [p, r] = [right / said, right / gold]
  return `P ${(100 * p).toFixed(1)} R ${(100 * r).toFixed(1)} F1 ${((200 * p * r) / (p + r)).toFixed(2)}`
}

/** F1 over five folds of one set, each trained on the rest of it and on the other set. */
function inSet(own: readonly Doc[], other: readonly Doc[]): string {
  const sums = [0, 0, 0]
  for (let fold = 0; fold < FOLDS; fold++) {
    const model = trainRecogniser([...own.filter((_, i) => i % FOLDS !== fold), ...other], gazetteer)
    const counts = countsOf(
      own.filter((_, i) => i % FOLDS === fold),
      model,
    )
    counts.forEach((count, i) => {
      sums[i] = (sums[i] as number) + count
    })
  }
  return figure(sums)
}

/** Homes of outlets from their own articles, resolved without a home. */
function homesOf(
  items: readonly GeoItem[],
  gazetteer: Gazetteer,
  weights: ArrayLike<number>,
): (item: GeoItem) => RankPriors {
  const bySource = new Map<string, number[][]>()
  for (const item of items) {
    const ranked = rankPlaces(item.text, item.toponyms, gazetteer, weights)
    const list = bySource.get(item.source ?? '') ?? []
    bySource.set(item.source ?? '', list)
    list.push(ranked.flatMap((span) => (span.best < 0 ? [] : [span.candidates.entries[span.best] as number])))
  }
  const homes = new Map([...bySource].map(([source, articles]) => [source, homeOf(gazetteer, articles)]))
  return (item) => homes.get(item.source ?? '') ?? {}
}

function acc161(items: readonly GeoItem[], predictions: ReturnType<typeof predictGeoSpans>): string {
  let [count, raw, same] = [0, 0, 0]
  items.forEach((item, i) => {
    item.toponyms.forEach((gold, k) => {
      if (gold.lat === null || gold.lon === null) return
      const said = predictions[i]?.toponyms[k]
      const near = said?.lat != null && said.lon != null && kilometres(gold.lat, gold.lon, said.lat, said.lon) <= 161
      count++
      if (near) raw++
      if (near || (gold.geonameid && String(gold.geonameid) === said?.geonameid)) same++
    })
  })
  return `${((100 * same) / count).toFixed(1)} by identity, ${((100 * raw) / count).toFixed(1)} raw`
}

const files = process.argv.slice(2).filter((argument, i, all) => !argument.startsWith('--') && all[i - 1] !== '--names')
if (files.length === 0) throw new Error('give the files of gold toponyms')
const root = resolve(import.meta.dirname, '..', '..')
const gazetteer = Gazetteer.open(readFileSync(process.env.GROUNDSWELL_GAZETTEER ?? join(root, 'data', 'gazetteer.bin')))
const sets = files.map((file) =>
  readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line) as GeoItem),
)

if (process.argv.includes('--check')) {
  for (const uncased of [false, true]) {
    const [a, b] = sets.map((items) => readDocs(items, gazetteer, uncased)) as [Doc[], Doc[]]
    const name = `recogniser ${uncased ? 'without' : 'with'} case${finder ? ', with the tagger' : ''}`
    console.log(`${name}: first from the other: ${figure(countsOf(a, trainRecogniser(b, gazetteer)))}`)
    console.log(`${name}: second from the other: ${figure(countsOf(b, trainRecogniser(a, gazetteer)))}`)
    const [partsA, partsB] = [inSet(a, b), inSet(b, a)]
    console.log(`${name}: in-set, five folds: first ${partsA}, second ${partsB}`)
  }
  const [a, b] = sets as [GeoItem[], GeoItem[]]
  const [fromA, fromB] = [trainRanker(a, gazetteer), trainRanker(b, gazetteer)]
  console.log(`ranker: first from the other: ${acc161(a, predictGeoSpans(a, gazetteer, fromB))}`)
  console.log(`ranker: second from the other: ${acc161(b, predictGeoSpans(b, gazetteer, fromA))}`)
  const [homesA, homesB] = [homesOf(a, gazetteer, fromB), homesOf(b, gazetteer, fromA)]
  const [homeA, homeB] = [trainRanker(a, gazetteer, homesA), trainRanker(b, gazetteer, homesB)]
  console.log(`ranker with homes: first from the other: ${acc161(a, predictGeoSpans(a, gazetteer, homeB, homesA))}`)
  console.log(`ranker with homes: second from the other: ${acc161(b, predictGeoSpans(b, gazetteer, homeA, homesB))}`)
} else {
  const items = sets.flat()
  const folder = join(root, 'src', 'mention', 'place', 'data')
  const cased = trainRecogniser(readDocs(items, gazetteer, false), gazetteer)
  const uncased = trainRecogniser(readDocs(items, gazetteer, true), gazetteer)
  // The layout is that of the repository's formatter.
  const write = (file: string, value: unknown): void =>
    writeFileSync(join(folder, file), `${JSON.stringify(value, null, 2)}\n`)
  write(finder ? 'recogniser-tagged.json' : 'recogniser.json', { cased, uncased })
  if (!finder) {
    const away = trainRanker(items, gazetteer)
    const home = trainRanker(items, gazetteer, homesOf(items, gazetteer, away))
    const round = (weights: Float64Array): number[] => [...weights].map((weight) => Math.round(weight * 1000) / 1000)
    write('ranker.json', { away: round(away), home: round(home) })
  }
}
