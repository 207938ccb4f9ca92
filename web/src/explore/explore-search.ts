import type { RowOrder } from '../data/match.ts'

/** The whole state of Explore, as its address holds it. Absent members stand for their defaults. */
export interface ExploreSearch {
  readonly text?: string
  readonly actor?: string
  readonly type?: readonly string[]
  readonly country?: readonly string[]
  readonly certainty?: readonly string[]
  readonly publisher?: readonly string[]
  readonly mode?: readonly string[]
  readonly form?: readonly string[]
  readonly issue?: readonly string[]
  readonly language?: readonly string[]
  readonly status?: readonly string[]
  readonly from?: string
  readonly to?: string
  /** west,south,east,north */
  readonly box?: string
  /** Records told as history are hidden unless asked for. */
  readonly background?: 'show' | 'only'
  readonly sort?: Exclude<RowOrder, 'newest'>
  /** zoom/lat/lon of the map. */
  readonly map?: string
  /** Which pane a narrow screen shows. */
  readonly pane?: 'map'
}

const LISTS = ['type', 'country', 'certainty', 'publisher', 'mode', 'form', 'issue', 'language', 'status'] as const
const BOX = /^-?\d{1,3}(?:\.\d+)?(?:,-?\d{1,3}(?:\.\d+)?){3}$/u
const MAP = /^\d{1,2}(?:\.\d+)?\/-?\d{1,2}(?:\.\d+)?\/-?\d{1,3}(?:\.\d+)?$/u
const CODES: Readonly<Partial<Record<(typeof LISTS)[number], RegExp>>> = {
  type: /^[A-Z]{3,12}$/u,
  country: /^[A-Z]{3}$/u,
  certainty: /^(?:asserted|alleged|denied|planned|called-for|hypothetical)$/u,
  mode: /^[\w-]{1,60}$/u,
  form: /^[\w-]{1,60}$/u,
  issue: /^[\w-]{1,60}$/u,
  language: /^[\w-]{1,60}$/u,
  status: /^(?:machine|accepted|changed|rejected)$/u,
}
const MAX_WORDS = 500

/** Whether the text names a day that exists. */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/u.test(text)) return false
  const at = new Date(`${text}T00:00:00Z`)
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(text)
}

/** What an address says, and the parameters in it that mean nothing: these are told, not passed over. */
export function readExploreSearch(raw: Record<string, unknown>): {
  readonly search: ExploreSearch
  readonly ignored: readonly string[]
} {
  const search: Record<string, unknown> = {}
  const ignored: string[] = []
  const single = (name: string, fits: (value: string) => boolean): void => {
    const value = raw[name]
    if (value === undefined) return
    if (typeof value === 'string' && fits(value)) search[name] = value
    else if (value !== '') ignored.push(name)
  }
  single('text', (value) => value.trim() !== '' && value.length <= MAX_WORDS)
  single('actor', (value) => value.trim() !== '' && value.length <= MAX_WORDS)
  single('from', isDay)
  single('to', isDay)
  single('box', (value) => BOX.test(value) && isBox(value))
  single('background', (value) => value === 'show' || value === 'only')
  single('sort', (value) => value === 'oldest' || value === 'largest')
  single('map', (value) => MAP.test(value))
  single('pane', (value) => value === 'map')
  for (const name of LISTS) {
    const value = raw[name]
    if (value === undefined) continue
    const items = (Array.isArray(value) ? value : [value]).filter((item) => typeof item === 'string')
    const good = items.filter((item) => item !== '' && item.length <= MAX_WORDS && (CODES[name]?.test(item) ?? true))
    if (good.length > 0) search[name] = good
    if (good.length < items.length) ignored.push(name)
  }
  const known = new Set<string>([
    ...['text', 'actor', 'from', 'to', 'box', 'background', 'sort', 'map', 'pane'],
    ...LISTS,
  ])
  for (const name of Object.keys(raw)) if (!known.has(name)) ignored.push(name)
  return { search: search as ExploreSearch, ignored }
}

function isBox(text: string): boolean {
  const [west, south, east, north] = text.split(',').map(Number) as [number, number, number, number]
  return (
    Math.abs(west) <= 180 && Math.abs(east) <= 180 && Math.abs(south) <= 90 && Math.abs(north) <= 90 && south <= north
  )
}

/** The box of an address in degrees. */
export function boxOf(search: ExploreSearch): [number, number, number, number] | null {
  return search.box ? (search.box.split(',').map(Number) as [number, number, number, number]) : null
}

/** Parameters of the API that give the same records as the page shows. */
export function apiParameters(search: ExploreSearch): Record<string, string | readonly string[] | undefined> {
  const { background, sort: _sort, map: _map, pane: _pane, ...rest } = search
  return { ...rest, ...(background === 'show' ? {} : { background: background === 'only' ? 'true' : 'false' }) }
}

/** The part of the filter that the server works out; the rest is done on the snapshot. */
export function serverParameters(search: ExploreSearch): Record<string, string | readonly string[] | undefined> {
  const { text, actor, publisher, mode, form, issue, language, status } = search
  return { text, actor, publisher, mode, form, issue, language, status }
}

/** Whether anything is filtered at all. */
export function isFiltered(search: ExploreSearch): boolean {
  const { sort: _sort, map: _map, pane: _pane, ...rest } = search
  return Object.keys(rest).length > 0
}
