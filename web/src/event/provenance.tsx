import { Link } from '@tanstack/react-router'
import type { ArticleItem } from '../api/schema.ts'
import { formatDate, t, word } from '../catalogue/translate.ts'

/** Whose report it is, and the three dates apart: happened stands in the fields, published and captured here. */
export function Provenance({ article }: { readonly article: ArticleItem }) {
  const title = article.title ?? article.file ?? article.id
  return (
    <p className="provenance">
      <Link to="/articles/$id" params={{ id: article.id }}>
        <bdi>{title}</bdi>
      </Link>
      <span>
        <bdi>{article.publisher ?? t('value.unnamed')}</bdi>
      </span>
      <span>{publishedText(article.published)}</span>
      <span className="muted">{t('article.captured', { at: formatDate(article.captured, 'stamp') })}</span>
    </p>
  )
}

/** When a report was published, with how that was found out. */
export function publishedText(published: ArticleItem['published']): string {
  if (!published) return t('article.unpublished')
  const { from, to } = published
  const basis = word('published', published.basis)
  if (to === null) return t('article.publishedAfter', { from: formatDate(from), basis })
  if (from !== to) return t('article.publishedBetween', { from: formatDate(from), to: formatDate(to), basis })
  return t('article.published', { at: formatDate(from), basis })
}
