import { useInfiniteQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { getJson } from '../api/client.ts'
import type { ArticleList } from '../api/schema.ts'
import { formatNumber, t } from '../catalogue/translate.ts'
import { publishedText } from '../event/provenance.tsx'
import { Failure, Loading } from '../ui/states.tsx'
import { ListBar } from './list-bar.tsx'

const PAGE_ROWS = 100

/** All articles, newest first. */
export function ArticleTable() {
  const list = useInfiniteQuery({
    queryKey: ['articles'],
    initialPageParam: null as string | null,
    queryFn: ({ pageParam, signal }) =>
      getJson<ArticleList>('/api/articles', { limit: PAGE_ROWS, cursor: pageParam }, signal),
    getNextPageParam: (page) => page.next,
  })
  if (list.error && !list.data) return <Failure error={list.error} onRetry={() => void list.refetch()} />
  if (!list.data) return <Loading />
  const items = list.data.pages.flatMap((page) => page.items)
  const { total, all } = list.data.pages[0] as ArticleList
  if (items.length === 0) return <p className="muted">{t('articles.none')}</p>
  return (
    <div>
      <ListBar total={total} all={all} why={null} path="/api/articles" file="articles.csv" parameters={{}} />
      <div className="scroll-x" role="region" aria-label={t('sources.articles')} tabIndex={0}>
        <table className="grid grid-stacked">
          <thead>
            <tr>
              <th scope="col">{t('articles.title')}</th>
              <th scope="col">{t('articles.publisher')}</th>
              <th scope="col">{t('articles.published')}</th>
              <th scope="col">{t('articles.language')}</th>
              <th scope="col" className="number">
                {t('articles.records')}
              </th>
            </tr>
          </thead>
          <tbody>
            {items.map((article) => (
              <tr key={article.id}>
                <td>
                  <Link to="/articles/$id" params={{ id: article.id }}>
                    <bdi>{article.title ?? article.file ?? article.id}</bdi>
                  </Link>
                </td>
                <td>
                  <bdi>{article.publisher ?? t('value.unnamed')}</bdi>
                </td>
                <td>{publishedText(article.published)}</td>
                <td>{article.language}</td>
                <td className="number" data-label={t('articles.records')}>
                  {formatNumber(article.records)}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {list.hasNextPage && (
        <button type="button" className="button" disabled={list.isFetching} onClick={() => void list.fetchNextPage()}>
          {t('list.more')}
        </button>
      )}
    </div>
  )
}
