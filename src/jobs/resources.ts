import { createHash, type Hash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import { GroundswellError } from '../base/error.ts'
import { CODER_NAME, type CoderResources, createCoder, type MentionFinders } from '../coding/coder.ts'
import { ENGLISH_TRIGGERS } from '../coding/en/index.ts'
import type { Coder } from '../coding/event-record.ts'
import { en } from '../language/en/index.ts'
import { createEngine, type TokenEngine } from '../language/engine.ts'
import type { NameFinder } from '../language/names/name.ts'
import { createNameFinder } from '../language/names/name-finder.ts'
import { rememberNames } from '../language/names/remembered.ts'
import type { LanguagePack } from '../language/pack.ts'
import { und } from '../language/und/index.ts'
import { findActors } from '../mention/actor/find-actors.ts'
import { loadActorLexicon } from '../mention/actor/lexicon.ts'
import { findCitations } from '../mention/citation/find-citations.ts'
import { type Gazetteer, openGazetteer } from '../mention/gazetteer/gazetteer.ts'
import type { OverlayTables } from '../mention/gazetteer/overlay.ts'
import { findIndicators } from '../mention/indicator/find-indicators.ts'
import type { MentionInput } from '../mention/input.ts'
import { countryContext } from '../mention/place/country-context.ts'
import { findPlaces } from '../mention/place/find-places.ts'
import { homeOfOutlet, readOutlets } from '../mention/place/outlet-book.ts'
import { findQuantities } from '../mention/quantity/find-quantities.ts'
import { findTimes } from '../mention/time/find-times.ts'
import type { ArticleCoder } from './article-coder.ts'

/**
 * The impure loader of what pure coding is made of: models, gazetteer and lexicons, read from the product's own folders
 * and bound into finders. It reads when asked and hashes what it read, so that every record names its resources.
 */

const ROOT = productFolder()
/** The folder of the code, `src` in a checkout and `dist` in the package. */
const CODE = dirname(dirname(fileURLToPath(import.meta.url)))
/** Trained weights and word lists that stand beside the code that reads them. */
const DATA_BESIDE_CODE = /[\\/]data[\\/][^\\/]+\.(?:json|tsv)$/u
const PACKS: Readonly<Record<string, LanguagePack>> = { en, und }

/** Width of the parser's beam in normal use; part of the coder's version. */
const BEAM = 2

/** Files whose bytes change what is coded. Each is read once per thread and counted into the hash. */
export class ResourceFiles {
  readonly #root: string
  readonly #gazetteerFile: string
  readonly #outletsFile: string | undefined

  /**
   * `gazetteer` is a file made by `groundswell gazetteer import`, which GROUNDSWELL_GAZETTEER names; `outlets` one made by
   * `groundswell gazetteer outlets`, which GROUNDSWELL_OUTLETS names.
   */
  constructor(
    root: string = ROOT,
    gazetteer: string | undefined = process.env.GROUNDSWELL_GAZETTEER,
    outlets: string | undefined = process.env.GROUNDSWELL_OUTLETS,
  ) {
    this.#root = root
    this.#outletsFile = outlets || undefined
    this.#gazetteerFile = gazetteer ?? join(root, 'data', 'gazetteer.bin')
  }

  /** A language's trained model, or null where the product has none for it. */
  model(language: string): Uint8Array | null {
    const file = join(this.#root, 'models', language, 'model.bin')
    return existsSync(file) ? readFileSync(file) : null
  }

  gazetteer(): Uint8Array {
    const file = this.#gazetteerFile
    try {
      return readFileSync(file)
    } catch (error) {
      throw new GroundswellError('GS-E602', { place: { file }, cause: error })
    }
  }

  /** Our own tables of places and names, which the shipped gazetteer holds already. */
  overlay(): OverlayTables {
    const folder = join(this.#root, 'data', 'overlay')
    const read = (name: string): string => readFileSync(join(folder, name), 'utf8')
    const places = readdirSync(folder).filter((name) => /^places-.*\.tsv$/u.test(name))
    return {
      countries: read('countries.tsv'),
      abbreviations: read('abbreviations.tsv'),
      places: places.sort().map((name) => [name, read(name)] as const),
    }
  }

  /** Tables that say where outlets are at home: ours, and the one of the user behind it. */
  outlets(): readonly (readonly [string, string])[] {
    const own = join(this.#root, 'data', 'outlets.tsv')
    return [own, this.#outletsFile].flatMap((file) => {
      if (file === undefined) return []
      try {
        return [[file, readFileSync(file, 'utf8')] as const]
      } catch (error) {
        throw new GroundswellError('GS-E602', { place: { file }, cause: error })
      }
    })
  }

  /** The tables of the actor lexicon by their path under `data/actors/`. */
  actorTables(): Readonly<Record<string, string>> {
    const folder = join(this.#root, 'data', 'actors')
    return Object.fromEntries(
      filesUnder(folder)
        .filter((file) => file.endsWith('.tsv'))
        .map((file) => [relative(folder, file).split(sep).join('/'), readFileSync(file, 'utf8')]),
    )
  }

  /** The trained finder of names, or null where the product has none. */
  names(): NameFinder | null {
    const file = join(this.#root, 'models', 'names', 'names.bin')
    return existsSync(file) ? rememberNames(createNameFinder(readFileSync(file))) : null
  }

  /** Every file that `hash` covers beside the gazetteer, in a fixed order. */
  all(): readonly string[] {
    return [
      ...filesUnder(CODE).filter((file) => DATA_BESIDE_CODE.test(file)),
      ...filesUnder(join(this.#root, 'models')).filter((file) => file.endsWith('.bin')),
      ...filesUnder(join(this.#root, 'data', 'actors')).filter((file) => file.endsWith('.tsv')),
    ].filter((file) => existsSync(file))
  }

  /** `sha256:…` over the names and contents of all resources, the lexicons in code included. */
  hash(): string {
    const hash = createHash('sha256')
    count(hash, 'gazetteer')
    count(hash, this.gazetteer())
    for (const [, table] of this.outlets()) count(hash, table)
    for (const file of this.all()) {
      const base = file.startsWith(CODE + sep) ? CODE : this.#root
      count(hash, relative(base, file).split(sep).join('/'))
      count(hash, readFileSync(file))
    }
    for (const table of ENGLISH_TRIGGERS) count(hash, table)
    return `sha256:${hash.digest('hex')}`
  }
}

/** The language engine of a language; without a model it finds sentences and words alone. */
export function loadEngine(language: string, files: ResourceFiles = new ResourceFiles()): TokenEngine {
  const pack = PACKS[language] ?? und
  return createEngine(pack, files.model(pack.language))
}

/** Languages that have an engine with a model. */
export function modelLanguages(files: ResourceFiles = new ResourceFiles()): readonly string[] {
  return Object.keys(PACKS).filter((language) => files.model(language) !== null)
}

/** Who codes with the resources that are installed, without loading them. */
export async function coderIdentity(files: ResourceFiles = new ResourceFiles()): Promise<Coder> {
  return { name: CODER_NAME, version: `${productVersion()}+beam${BEAM}`, resources: files.hash() }
}

/** Everything that coding is made of, read and bound. @throws GroundswellError GS-E602 where a file is missing or broken */
export function loadResources(files: ResourceFiles = new ResourceFiles()): CoderResources {
  const gazetteer = openGazetteer(files.gazetteer())
  return {
    engines: { en: loadEngine('en', files), und: loadEngine('und', files) },
    finders: bindFinders(files, gazetteer),
    isPlace: (name) => isDatelinePlace(gazetteer, name),
    version: productVersion(),
    hash: files.hash(),
    beam: BEAM,
  }
}

/** The coder with everything it needs, ready to code. @throws GroundswellError GS-E602 where a file is missing or broken */
export async function loadCoder(files: ResourceFiles = new ResourceFiles()): Promise<ArticleCoder> {
  const coder = createCoder(loadResources(files))
  return {
    coder: coder.name,
    code(article) {
      const { records, mentions, misses, warnings } = coder.code(article)
      return { records, mentions, misses, warnings }
    },
  }
}

/** Towns below this are not taken for a dateline by their name alone: many share it with a word. */
const DATELINE_POPULATION = 20_000

/** Whether a name alone, in whatever case, can open a dateline. */
function isDatelinePlace(gazetteer: Gazetteer, name: string): boolean {
  return gazetteer
    .candidates(name)
    .some((entry) => gazetteer.isCapital(entry) || gazetteer.population(entry) >= DATELINE_POPULATION)
}

function bindFinders(files: ResourceFiles, gazetteer: Gazetteer): MentionFinders {
  const lexicon = loadActorLexicon(files.actorTables())
  const names = files.names()
  // Later finders read what earlier ones found in the same article.
  const citations = lastOf((input: MentionInput) => findCitations(input.text, input.published).citations)
  const outlets = readOutlets(files.outlets())
  const homeOf = lastOf((input: MentionInput) => homeOfOutlet(input, outlets, gazetteer))
  const times = lastOf((input: MentionInput) =>
    findTimes(input, {
      citations: citations(input),
      country: countryContext(input, gazetteer, homeOf(input).homeCountry ?? null),
    }),
  )
  const quantities = lastOf((input: MentionInput) => findQuantities(input, times(input)))
  return {
    places: (input) => findPlaces(input, gazetteer, { ...homeOf(input), ...(names && { names }) }).places,
    times,
    quantities,
    citations,
    indicators: (input, { places }) => findIndicators(input, times(input), quantities(input), places),
    actors: (input, found) => findActors(input, { places: found.places, lexicon, ...(names && { names }) }).actors,
  }
}

/** The function, with its last answer kept for the same input. */
function lastOf<I extends object, T>(find: (input: I) => T): (input: I) => T {
  let last: { readonly input: WeakRef<I>; readonly found: T } | null = null
  return (input) => {
    if (last?.input.deref() !== input) last = { input: new WeakRef(input), found: find(input) }
    return last.found
  }
}

/** The version of the product, from package.json. */
export function productVersion(): string {
  return String((JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { version: string }).version)
}

/** The folder of the installed product, where `models/`, `data/` and `examples/` stand. */
export function productFolder(): string {
  let folder = dirname(fileURLToPath(import.meta.url))
  while (!existsSync(join(folder, 'package.json'))) {
    const up = dirname(folder)
    if (up === folder) throw new GroundswellError('GS-E602', { place: { file: 'package.json' } })
    folder = up
  }
  return folder
}

function filesUnder(folder: string): string[] {
  if (!existsSync(folder)) return []
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
}

/** Counts a piece and its length into a hash, so that pieces cannot run into one another. */
function count(hash: Hash, piece: string | Uint8Array): void {
  const bytes = typeof piece === 'string' ? Buffer.from(piece) : piece
  hash.update(`${bytes.byteLength}\n`).update(bytes)
}
