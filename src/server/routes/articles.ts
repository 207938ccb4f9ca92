import type { StoredRecord } from '../../store/store.ts'
import type { App, Services } from '../app.ts'
import { evidenceOf, fieldsOf } from '../fields.ts'
import { ProblemError } from '../problem.ts'
import { articleFilterOf, articleListQuery, pageOf, publishedOf, searchQuery } from '../query.ts'
import * as schema from '../schema.ts'
import { getOneRoute, getRoute, passOn } from './route.ts'

/** Lists of articles, full text search, and the article with everything that was coded from it. */
export function addArticleRoutes(app: App, { store }: Services): void {
  app.openapi(
    getRoute({
      path: '/api/articles',
      summary: 'Articles that match, newest first',
      query: articleListQuery,
      answer: schema.articleList,
    }),
    async (c) => {
      const query = c.req.valid('query')
      return passOn(c, store, 'listArticles', articleFilterOf(query), pageOf(query))
    },
  )

  app.openapi(
    getRoute({
      path: '/api/search',
      summary: 'Full text search in the articles, best first; "quoted words" are a phrase, -word excludes',
      query: searchQuery,
      answer: schema.searchList,
    }),
    async (c) => {
      const query = c.req.valid('query')
      const { q, language } = query
      const wanted = { text: q, ...(language && { language }), ...publishedOf(query) }
      return passOn(c, store, 'search', wanted, pageOf(query))
    },
  )

  app.openapi(
    getOneRoute({
      path: '/api/articles/{id}',
      summary: 'One article: its text, what was left out of it, and each fact coded from it',
      answer: schema.articleView,
    }),
    async (c) => {
      const { id } = c.req.valid('param')
      const [stored, version] = await Promise.all([store.article(id), store.version()])
      if (!stored) throw new ProblemError(404, 'GS-E703', id)
      const { article, coding, item, records } = stored
      const byId = new Map(records.map((record) => [record.record.id, record]))
      return c.json({
        item,
        text: article.text,
        titleSpan: article.titleSpan ?? null,
        excluded: article.excluded,
        warnings: [...article.warnings, ...(coding?.warnings ?? [])],
        events: records.map((record) => ({
          id: record.record.id,
          record: record.record,
          status: record.status,
          revision: record.revision,
          fields: fieldsOf(record, article.text),
          linked: record.linked.map((link) => linkInside(link, record, byId, article.text)),
        })),
        mentions: coding?.mentions ?? null,
        misses: coding?.misses ?? [],
        version,
      } as never)
    },
  )
}

/** A link as the article's page shows it; the other end mostly stands in the same article. */
function linkInside(
  link: StoredRecord['linked'][number],
  from: StoredRecord,
  byId: ReadonlyMap<string, StoredRecord>,
  text: string,
): schema.LinkedEvent {
  const other = byId.get(link.record)?.record
  const words = link.direction === 'to' ? from.record.links.find((item) => item.event === link.record) : undefined
  return {
    kind: link.kind,
    direction: link.direction,
    id: link.record,
    type: other?.type ?? null,
    trigger: other?.trigger.quote ?? null,
    evidence: words ? evidenceOf(words, from, text) : null,
  }
}
