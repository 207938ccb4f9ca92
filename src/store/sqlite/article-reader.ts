import type { Article, Excluded } from '../../article/article.ts'
import type { Mentions } from '../../mention/mention.ts'
import { decodeCursor, encodeCursor, pageRows } from '../cursor.ts'
import { passageAround } from '../passage.ts'
import { ftsQuery, markWords, parseQuery, type QueryTerm } from '../search-words.ts'
import { all, raw, sql } from '../sql.ts'
import type { ArticleFilter, ArticleItem, List, Page, SearchHit, SearchQuery, StoredArticle } from '../store.ts'
import type { Row, SqliteDriver } from './driver.ts'
import { articleConditions } from './filters.ts'
import type { RecordReader } from './record-reader.ts'
import { ARTICLE_COLUMNS, articleItem } from './rows.ts'

/** Weight of a word in the title against one in the body, for ranking. */
const TITLE_WEIGHT = 4
/** Characters of a text that are looked through for a snippet. */
const SNIPPET_REACH_CHARACTERS = 100_000

/** Reads articles, one by one, in lists, and by their words. */
export class ArticleReader {
  readonly #driver: SqliteDriver
  readonly #records: RecordReader

  constructor(driver: SqliteDriver, records: RecordReader) {
    this.#driver = driver
    this.#records = records
  }

  article(id: string): StoredArticle | null {
    return this.#driver.snapshot(() => {
      const row = this.#driver.get(
        sql`SELECT ${ARTICLE_COLUMNS}, w.*, c.mentions, c.misses, c.warnings AS coding_warnings, c.coder AS coded_by,
              d.name AS coder_name, d.version AS coder_version, d.resources AS coder_resources
            FROM article a JOIN article_body w ON w.article = a.n
            LEFT JOIN coding c ON c.article = a.n LEFT JOIN coder d ON d.n = c.coder WHERE a.id = ${id}`,
      )
      if (!row) return null
      const item = articleItem(row)
      return {
        item,
        article: articleOf(item, row),
        coding:
          row.coded_by === null
            ? null
            : {
                coder: {
                  name: String(row.coder_name),
                  version: String(row.coder_version),
                  resources: String(row.coder_resources),
                },
                mentions: row.mentions === null ? null : (JSON.parse(String(row.mentions)) as Mentions),
                misses: JSON.parse(String(row.misses)) as unknown[],
                warnings: JSON.parse(String(row.coding_warnings)) as string[],
              },
        records: this.#records.ofArticle(id),
      }
    })
  }

  list(filter: ArticleFilter, page?: Page): List<ArticleItem> {
    const limit = pageRows(page)
    return this.#driver.snapshot(() => {
      const where = [articleConditions(filter)]
      const query = filter.text === undefined ? null : ftsQuery(parseQuery(filter.text))
      if (query) where.push(sql`a.n IN (SELECT rowid FROM article_words WHERE article_words MATCH ${query})`)
      const counted = all(where)
      if (page?.cursor !== undefined) {
        const [day, id] = decodeCursor(page.cursor, 'article', 2)
        where.push(sql`(coalesce(a.published_from, ''), a.id) < (${day}, ${id})`)
      }
      const rows = this.#driver.all(sql`
        SELECT ${ARTICLE_COLUMNS} FROM article a WHERE ${all(where)}
        ORDER BY coalesce(a.published_from, '') DESC, a.id DESC LIMIT ${limit + 1}`)
      const items = rows.slice(0, limit).map(articleItem)
      const last = items.at(-1)
      return {
        items,
        total: Number(this.#driver.get(sql`SELECT count(*) AS n FROM article a WHERE ${counted}`)?.n),
        all: this.#all(),
        excluded: {},
        version: this.#records.version(),
        next: rows.length > limit && last ? encodeCursor('article', [last.published?.from ?? '', last.id]) : null,
      }
    })
  }

  search(query: SearchQuery, page?: Page): List<SearchHit> {
    const limit = pageRows(page)
    const terms = parseQuery(query.text)
    const match = ftsQuery(terms)
    return this.#driver.snapshot(() => {
      if (match === null)
        return { items: [], total: 0, all: this.#all(), excluded: {}, version: this.#records.version(), next: null }
      const skip = page?.cursor === undefined ? 0 : Number(decodeCursor(page.cursor, 'search', 1)[0])
      const where = sql`article_words MATCH ${match} AND ${articleConditions(query)}`
      const rows = this.#driver.all(sql`
        SELECT ${ARTICLE_COLUMNS}, w.text, -bm25(article_words, ${TITLE_WEIGHT}, 1) AS score
        FROM article_words JOIN article a ON a.n = article_words.rowid JOIN article_body w ON w.article = a.n
        WHERE ${where} ORDER BY score DESC, a.id LIMIT ${limit + 1} OFFSET ${skip}`)
      return {
        items: rows.slice(0, limit).map((row) => searchHit(row, terms)),
        total: Number(
          this.#driver.get(
            sql`SELECT count(*) AS n FROM article_words JOIN article a ON a.n = article_words.rowid WHERE ${where}`,
          )?.n,
        ),
        all: this.#all(),
        excluded: {},
        version: this.#records.version(),
        next: rows.length > limit ? encodeCursor('search', [skip + limit]) : null,
      }
    })
  }

  #all(): number {
    return Number(this.#driver.get(raw('SELECT count(*) AS n FROM article'))?.n)
  }
}

function searchHit(row: Row, terms: readonly QueryTerm[]): SearchHit {
  const item = articleItem(row)
  const text = String(row.text)
  const first = markWords(text.slice(0, SNIPPET_REACH_CHARACTERS), item.language, terms)[0] ?? [0, 0]
  const piece = passageAround(text, first[0], first[1])
  return {
    ...item,
    score: Number(row.score),
    snippet: { ...piece, marks: markWords(piece.text, item.language, terms) },
  }
}

function articleOf(item: ArticleItem, row: Row): Article {
  const { externalId, title, author, publisher, url, file } = item
  return {
    id: item.id,
    ...(externalId === null ? {} : { externalId }),
    text: String(row.text),
    ...(title === null ? {} : { title }),
    ...(author === null ? {} : { author }),
    ...(publisher === null ? {} : { publisher }),
    ...(url === null ? {} : { url }),
    published: item.published,
    language: item.language,
    ...(file === null ? {} : { file }),
    sha256: item.sha256,
    mediaType: item.mediaType,
    ...(row.title_start === null || row.title_end === null
      ? {}
      : { titleSpan: { start: Number(row.title_start), end: Number(row.title_end) } }),
    excluded: JSON.parse(String(row.excluded)) as Excluded[],
    warnings: JSON.parse(String(row.warnings)) as string[],
  }
}
