import { type Command, Option } from 'commander'
import { CERTAINTIES, type Certainty, EVENT_TYPES, type EventType } from '../coding/event-record.ts'
import { REVIEW_STATUSES, type ReviewStatus } from '../review/decision.ts'
import { RECORD_SORTS, type RecordFilter, type RecordSort } from '../store/store.ts'
import { UsageError } from './context.ts'

/** Options of every command that selects records. */
export interface FilterFlags {
  readonly type?: string[]
  readonly mode?: string[]
  readonly form?: string[]
  readonly context?: string[]
  readonly country?: string[]
  readonly admin1?: string[]
  readonly from?: string
  readonly to?: string
  readonly box?: string
  readonly text?: string
  readonly actor?: string
  readonly actorCountry?: string[]
  readonly sector?: string[]
  readonly issue?: string[]
  readonly certainty?: string[]
  readonly background?: boolean
  readonly minConfidence?: string
  readonly status?: string[]
  readonly publisher?: string[]
  readonly language?: string[]
  readonly article?: string
  readonly sort?: string
}

/** Adds the options to a command. Lists are given with commas or by repeating the option. */
export function addFilterOptions(command: Command): Command {
  const list = (value: string, before: string[] = []): string[] => [...before, ...value.split(',').filter(Boolean)]
  const listOption = (flags: string, about: string): Option => new Option(flags, about).argParser(list)
  return command
    .addOption(listOption('-t, --type <types>', 'event types, such as PROTEST,COERCE'))
    .addOption(listOption('--mode <modes>', 'modes, such as demo,arrest'))
    .addOption(listOption('--form <forms>', 'forms of protest, such as picket,march'))
    .addOption(listOption('--context <contexts>', 'contexts, such as economic,election'))
    .addOption(listOption('-c, --country <codes>', 'countries of the place, ISO 3166-1 alpha-3, such as KAZ,KGZ'))
    .addOption(listOption('--admin1 <names>', 'provinces of the place'))
    .option('--from <day>', 'events of this day or later, YYYY-MM-DD')
    .option('--to <day>', 'events of this day or earlier')
    .option('--box <degrees>', 'places inside west,south,east,north')
    .option('--text <words>', 'words of the passage, actors, place or issues; stemmed, "quoted" for a phrase, -without')
    .option('--actor <name>', 'part of the name of an actor or recipient')
    .addOption(listOption('--actor-country <codes>', 'countries of an actor or recipient'))
    .addOption(listOption('--sector <codes>', 'sectors of an actor or recipient, such as COP,CVL'))
    .addOption(listOption('--issue <topics>', 'issues, such as land,wages-work'))
    .addOption(listOption('--certainty <values>', `any of ${CERTAINTIES.join(', ')}`))
    .option('--background', 'only what is told as history')
    .option('--no-background', 'nothing that is told as history')
    .option('--min-confidence <number>', 'confidence of the machine, 0 to 1')
    .addOption(listOption('--status <values>', `any of ${REVIEW_STATUSES.join(', ')}`))
    .addOption(listOption('--publisher <names>', 'publishers'))
    .addOption(listOption('--language <codes>', 'languages of the article'))
    .option('--article <id>', 'records of one article')
    .addOption(new Option('--sort <order>', 'order of the list').choices([...RECORD_SORTS]).default('date'))
}

/** The filter that the options make. @throws UsageError for a value that makes no sense */
export function filterOf(flags: FilterFlags): RecordFilter {
  const type = flags.type?.map((value) => oneOf('--type', value.toUpperCase(), EVENT_TYPES))
  const certainty = flags.certainty?.map((value) => oneOf('--certainty', value, CERTAINTIES))
  const status = flags.status?.map((value) => oneOf('--status', value, REVIEW_STATUSES))
  const minConfidence = flags.minConfidence === undefined ? undefined : Number(flags.minConfidence)
  if (minConfidence !== undefined && !(minConfidence >= 0 && minConfidence <= 1))
    throw new UsageError(`--min-confidence ${flags.minConfidence}: give a number from 0 to 1, such as 0.5`)
  const date = { ...(flags.from ? { from: flags.from } : {}), ...(flags.to ? { to: flags.to } : {}) }
  const upper = (values: string[] | undefined) => values?.map((value) => value.toUpperCase())
  const countries = (flag: string, values: string[] | undefined) => values?.map((value) => countryCode(flag, value))
  return definedOnly({
    type: type as EventType[] | undefined,
    mode: flags.mode,
    form: flags.form,
    context: flags.context,
    country: countries('--country', flags.country),
    admin1: flags.admin1,
    date: flags.from || flags.to ? date : undefined,
    box: flags.box === undefined ? undefined : boxOf(flags.box),
    text: flags.text,
    actor: flags.actor,
    actorCountry: countries('--actor-country', flags.actorCountry),
    sector: upper(flags.sector),
    issue: flags.issue,
    certainty: certainty as Certainty[] | undefined,
    background: flags.background,
    minConfidence,
    status: status as ReviewStatus[] | undefined,
    publisher: flags.publisher,
    language: flags.language,
    article: flags.article,
    sort: flags.sort as RecordSort | undefined,
  })
}

/** A code of three letters in capitals. A name would match nothing in silence. @throws UsageError */
function countryCode(flag: string, value: string): string {
  if (/^[a-z]{3}$/iu.test(value)) return value.toUpperCase()
  throw new UsageError(`${flag} ${value}: give an ISO 3166-1 alpha-3 code, such as KAZ for Kazakhstan`)
}

function boxOf(text: string): [number, number, number, number] {
  const numbers = text.split(',').map((part) => (part.trim() === '' ? Number.NaN : Number(part)))
  if (numbers.length !== 4 || !numbers.every(Number.isFinite))
    throw new UsageError(`--box ${text}: give west,south,east,north in degrees, such as 46,40,88,56`)
  return numbers as [number, number, number, number]
}

/** The value, if it is one of those allowed. @throws UsageError that lists them */
export function oneOf<T extends string>(flag: string, value: string, allowed: readonly T[]): T {
  if (allowed.includes(value as T)) return value as T
  throw new UsageError(`${flag} ${value}: give any of ${allowed.join(', ')}`)
}

/** A whole number of at least `least`. @throws UsageError */
export function wholeNumber(flag: string, value: string, least: number): number {
  const number = Number(value)
  if (Number.isInteger(number) && number >= least) return number
  throw new UsageError(`${flag} ${value}: give a whole number from ${least}`)
}

type Defined<T> = { [K in keyof T]: Exclude<T[K], undefined> }

function definedOnly<T extends object>(values: T): Partial<Defined<T>> {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as Partial<Defined<T>>
}
