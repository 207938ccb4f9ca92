import type { Column } from '../output/export-row.ts'
import type { ArticleItem, LedgerEntry } from '../store/store.ts'

/** A column of a list that is given as CSV: named as in the list's JSON, with what is inside other objects drawn out. */
function column<T>(name: string, about: string, value: Column<T>['value']): Column<T> {
  return { name, about, value }
}

/** The list of articles as a table. */
export const ARTICLE_LIST_COLUMNS: readonly Column<ArticleItem>[] = [
  column('id', 'Id of the article', ({ id }) => id),
  column('title', 'Title', ({ title }) => title),
  column('publisher', 'Who published it', ({ publisher }) => publisher),
  column('author', 'Who wrote it', ({ author }) => author),
  column('url', 'Address', ({ url }) => url),
  column('published_from', 'First day on which it may have been published', ({ published }) => published?.from ?? null),
  column('published_to', 'Last such day; empty where that is open', ({ published }) => published?.to ?? null),
  column('published_basis', 'How the day was found', ({ published }) => published?.basis ?? null),
  column('captured', 'When it was taken in', ({ captured }) => captured),
  column('language', 'Language', ({ language }) => language),
  column('records', 'Event records that no person rejected', ({ records }) => records),
  column('characters', 'Length of the text', ({ characters }) => characters),
  column('file', 'Where it came from', ({ file }) => file),
  column('external_id', 'Id that it came with', ({ externalId }) => externalId),
  column('sha256', 'Hash of the text', ({ sha256 }) => sha256),
]

/** What became of each input as a table. */
export const LEDGER_COLUMNS: readonly Column<LedgerEntry>[] = [
  column('run', 'Id of the import', ({ run }) => run),
  column('sequence', 'Place in the import', ({ sequence }) => sequence),
  column('input', 'What was given', ({ input }) => input),
  column('place', 'Where inside it', ({ place }) => place),
  column('status', 'added, known, recoded, failed or skipped', ({ status }) => status),
  column('article', 'Id of the article', ({ article }) => article),
  column('records', 'Event records', ({ records }) => records),
  column('code', 'Code of the error', ({ code }) => code),
  column('reason', 'Why', ({ reason }) => reason),
  column('at', 'When', ({ at }) => at),
]
