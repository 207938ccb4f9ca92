import { GroundswellError } from '../../base/error.ts'
import { isPlainDate } from '../../base/plain-date.ts'
import { foldName, ftsQuery, parseQuery } from '../search-words.ts'
import { all, join, raw, type Sql, sql } from '../sql.ts'
import type { ArticleFilter, DateRange, RecordFilter, SearchQuery } from '../store.ts'

/** Values of one condition: more would be a list to join with, not a filter. */
const MAX_VALUES = 1000

/**
 * A record filter as SQL, over `event_record r` joined with `article a`: what the question is about, and a `CASE` that
 * names why a record that fits it is not shown (null: it is shown).
 */
export interface RecordConditions {
  readonly subject: Sql
  readonly exclusion: Sql
  /** True where nothing is asked: counts come from the rollup. */
  readonly everything: boolean
}

const FIELDS = [
  ['type', 'r.type'],
  ['form', 'r.form'],
  ['quad', 'r.quad'],
  ['admin1', 'r.admin1'],
  ['publisher', 'a.publisher'],
  ['language', 'a.language'],
] as const
const TAGS = [
  ['mode', 'mode'],
  ['context', 'context'],
  ['sector', 'sector'],
  ['issue', 'issue'],
  ['actorCountry', 'actor-country'],
] as const

/** @throws GroundswellError GS-E514 for a date, box or list that makes no sense */
export function recordConditions(filter: RecordFilter): RecordConditions {
  const subject: Sql[] = []
  const cases: Sql[] = []
  if (!filter.superseded) subject.push(raw('r.current = 1'))
  for (const [name, column] of FIELDS) {
    const values = filter[name]
    if (values?.length) subject.push(sql`${raw(column)} IN ${bounded(name, values)}`)
  }
  for (const [name, kind] of TAGS) {
    const values = filter[name]
    if (values?.length)
      subject.push(
        sql`r.n IN (SELECT record FROM record_tag WHERE kind = ${kind} AND value IN ${bounded(name, values)})`,
      )
  }
  if (filter.actor !== undefined && foldName(filter.actor))
    subject.push(
      sql`r.n IN (SELECT record FROM record_tag WHERE kind = 'actor' AND value LIKE ${likePattern(foldName(filter.actor))} ESCAPE '\\')`,
    )
  if (filter.text !== undefined) {
    const query = ftsQuery(parseQuery(filter.text))
    if (query) subject.push(sql`r.n IN (SELECT rowid FROM record_words WHERE record_words MATCH ${query})`)
  }
  if (filter.article !== undefined) subject.push(sql`a.id = ${filter.article}`)
  subject.push(...publishedConditions(filter.published))

  if (filter.status?.length) subject.push(sql`r.status IN ${bounded('status', filter.status)}`)
  else cases.push(raw("WHEN r.status = 'rejected' THEN 'rejected'"))

  const { from, to } = checkedRange('date', filter.date)
  if (from !== undefined || to !== undefined) {
    subject.push(
      sql`(r.date_from IS NULL OR (${all([
        ...(from === undefined ? [] : [sql`r.date_to >= ${from}`]),
        ...(to === undefined ? [] : [sql`r.date_from <= ${to}`]),
      ])}))`,
    )
    cases.push(raw("WHEN r.date_from IS NULL THEN 'undated'"))
  }
  if (filter.box) {
    subject.push(sql`(r.lat IS NULL OR (${boxCondition(filter.box)}))`)
    cases.push(raw("WHEN r.lat IS NULL THEN 'unlocated'"))
  }
  if (filter.country?.length) {
    subject.push(sql`(r.country IS NULL OR r.country IN ${bounded('country', filter.country)})`)
    cases.push(raw("WHEN r.country IS NULL THEN 'no-country'"))
  }
  if (filter.background === false) cases.push(raw("WHEN r.background = 1 THEN 'background'"))
  if (filter.background === true) subject.push(raw('r.background = 1'))
  if (filter.certainty?.length)
    cases.push(sql`WHEN r.certainty NOT IN ${bounded('certainty', filter.certainty)} THEN 'certainty'`)
  if (filter.minConfidence !== undefined) cases.push(sql`WHEN r.confidence < ${filter.minConfidence} THEN 'confidence'`)
  const asked = subject.length - (filter.superseded ? 0 : 1)
  return {
    subject: all(subject),
    exclusion: cases.length ? sql`CASE ${join(cases, ' ')} END` : raw('NULL'),
    everything: !filter.superseded && asked === 0 && cases.length === 1,
  }
}

/** Conditions on `article a`. */
export function articleConditions(filter: ArticleFilter | SearchQuery): Sql {
  const pieces: Sql[] = []
  if (filter.language?.length) pieces.push(sql`a.language IN ${bounded('language', filter.language)}`)
  pieces.push(...publishedConditions(filter.published))
  if ('publisher' in filter && filter.publisher?.length)
    pieces.push(sql`a.publisher IN ${bounded('publisher', filter.publisher)}`)
  if ('run' in filter && filter.run !== undefined)
    pieces.push(sql`a.id IN (SELECT l.article FROM ledger l JOIN run u ON u.n = l.run WHERE u.id = ${filter.run})`)
  if ('hasRecords' in filter && filter.hasRecords !== undefined)
    pieces.push(raw(filter.hasRecords ? 'a.records > 0' : 'a.records = 0'))
  return all(pieces)
}

/** Articles whose possible days of publication meet the range. */
function publishedConditions(range: DateRange | undefined): Sql[] {
  const { from, to } = checkedRange('published', range)
  const pieces: Sql[] = []
  if (from !== undefined)
    pieces.push(sql`a.published_from IS NOT NULL AND (a.published_to IS NULL OR a.published_to >= ${from})`)
  if (to !== undefined) pieces.push(sql`a.published_from <= ${to}`)
  return pieces
}

function checkedRange(name: string, range: DateRange | undefined): DateRange {
  for (const day of [range?.from, range?.to])
    if (day !== undefined && !isPlainDate(day))
      throw new GroundswellError('GS-E514', { detail: `${name}: "${day}" is not a day such as 2021-07-06` })
  if (range?.from !== undefined && range.to !== undefined && range.from > range.to)
    throw new GroundswellError('GS-E514', { detail: `${name}: ${range.from} is after ${range.to}` })
  return range ?? {}
}

function boxCondition(box: readonly [number, number, number, number]): Sql {
  const [west, south, east, north] = box
  if (!box.every(Number.isFinite) || south > north)
    throw new GroundswellError('GS-E514', { detail: 'box: give west,south,east,north in degrees' })
  const lon = west <= east ? sql`r.lon BETWEEN ${west} AND ${east}` : sql`(r.lon >= ${west} OR r.lon <= ${east})`
  return sql`r.lat BETWEEN ${south} AND ${north} AND ${lon}`
}

function bounded(name: string, values: readonly string[]): readonly string[] {
  if (values.length > MAX_VALUES)
    throw new GroundswellError('GS-E514', { detail: `${name}: more than ${MAX_VALUES} values` })
  return values
}

function likePattern(text: string): string {
  return `%${text.replace(/[\\%_]/gu, '\\$&')}%`
}
