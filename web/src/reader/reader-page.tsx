import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { useCallback, useEffect, useMemo, useRef } from 'react'
import { getJson } from '../api/client.ts'
import type { ArticleView } from '../api/schema.ts'
import { formatDate, formatNumber, t, word } from '../catalogue/translate.ts'
import { publishedText } from '../event/provenance.tsx'
import { CopyButton } from '../explore/count-line.tsx'
import { useKeys } from '../ui/hotkeys.ts'
import { Failure, Loading } from '../ui/states.tsx'
import { ArticleText } from './article-text.tsx'
import { FactList } from './fact-list.tsx'
import { factsOf, hiddenCharacters, marksOf, type ReaderFact } from './facts.ts'

/** An article with the words of each fact marked, and the facts as a list beside it. */
export function ReaderPage() {
  const { id } = useParams({ strict: false }) as { id: string }
  const article = useQuery({
    queryKey: ['article', id],
    queryFn: ({ signal }) => getJson<ArticleView>(`/api/articles/${encodeURIComponent(id)}`, {}, signal),
  })
  if (article.error && !article.data) return <Failure error={article.error} onRetry={() => void article.refetch()} />
  if (!article.data) return <Loading />
  return <ReaderBody article={article.data} />
}

function ReaderBody({ article }: { readonly article: ArticleView }) {
  const search = useSearch({ strict: false }) as { event?: string; at?: string; field?: string }
  const navigate = useNavigate()
  const facts = useMemo(() => factsOf(article), [article])
  const event = article.events.some(({ id }) => id === search.event) ? (search.event ?? null) : null
  const current = useMemo(
    () => findFact(facts, search.at, event, search.field),
    [facts, search.at, event, search.field],
  )
  const marks = useMemo(() => marksOf(facts, article, event, current), [facts, article, event, current])
  const target = current?.evidence.start ?? startOf(search.at)
  const listed = useMemo(() => (event ? facts.filter((fact) => fact.event === event) : facts), [facts, event])

  const choose = useCallback(
    (fact: ReaderFact | null, keepEvent: boolean) =>
      void navigate({
        to: '/articles/$id',
        params: { id: article.item.id },
        search: {
          event: keepEvent ? (event ?? undefined) : undefined,
          at: fact ? `${fact.evidence.start}-${fact.evidence.end}` : undefined,
          field: fact ? `${fact.event}.${fact.field.field}` : undefined,
        },
        replace: true,
        resetScroll: false,
      } as never),
    [navigate, article.item.id, event],
  )
  const step = (by: 1 | -1): void => {
    const at = current ? listed.indexOf(current) : by === 1 ? -1 : listed.length
    const next = listed[Math.max(0, Math.min(listed.length - 1, at + by))]
    if (next) choose(next, true)
  }
  useKeys({ n: () => step(1), p: () => step(-1) })
  const pick = (offset: number): void => {
    const hits = facts.filter(({ evidence }) => evidence.start <= offset && offset < evidence.end)
    // The shortest one is the most particular; pressing again goes to the next under the pointer.
    const ordered = hits.sort(
      (a, b) => a.evidence.end - a.evidence.start - (b.evidence.end - b.evidence.start) || (a.id < b.id ? -1 : 1),
    )
    const next = ordered[(current ? ordered.indexOf(current) + 1 : 0) % Math.max(1, ordered.length)]
    if (next) choose(next, event === next.event)
  }

  return (
    <div className="reader">
      <main className="reader-main" aria-label={t('reader.article')}>
        <ArticleHead article={article} />
        <Flags article={article} />
        <ArticleText
          text={article.text}
          titleEnd={article.titleSpan?.end ?? 0}
          marks={marks}
          target={target}
          language={article.item.language}
          onPick={pick}
        />
        <Excluded article={article} />
      </main>
      <FactList
        article={article}
        facts={listed}
        all={facts.length}
        event={event}
        current={current}
        onChoose={(fact) => choose(fact, true)}
        onEvent={(id) =>
          void navigate({
            to: '/articles/$id',
            params: { id: article.item.id },
            search: { event: id ?? undefined },
            replace: true,
            resetScroll: false,
          } as never)
        }
      />
    </div>
  )
}

function startOf(at: string | undefined): number | null {
  const start = Number.parseInt(at ?? '', 10)
  return Number.isNaN(start) ? null : start
}

/** The fact that an address means: by its field if it names one, else the one at those words, the chosen event's first. */
function findFact(
  facts: readonly ReaderFact[],
  at: string | undefined,
  event: string | null,
  field: string | undefined,
): ReaderFact | null {
  if (!at) return null
  const here = facts.filter(({ evidence }) => `${evidence.start}-${evidence.end}` === at)
  return (
    here.find((fact) => `${fact.event}.${fact.field.field}` === field) ??
    here.find((fact) => fact.event === event) ??
    here[0] ??
    null
  )
}

function ArticleHead({ article }: { readonly article: ArticleView }) {
  const { item } = article
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    document.title = `${item.title ?? item.id} – Groundswell`
  }, [item])
  return (
    <header className="reader-head">
      {/* Where the text begins with its title, that one is shown, with the facts in it; this one is for the page's outline. */}
      <h1 ref={heading} className={article.titleSpan ? 'visually-hidden' : undefined}>
        <bdi>{item.title ?? item.file ?? item.id}</bdi>
      </h1>
      <p className="provenance">
        <span>
          <bdi>{item.publisher ?? t('value.unnamed')}</bdi>
        </span>
        {item.author && <bdi>{item.author}</bdi>}
        <span>{publishedText(item.published)}</span>
        <span className="muted">{t('article.captured', { at: formatDate(item.captured, 'stamp') })}</span>
      </p>
      <details className="more">
        <summary>{t('reader.source')}</summary>
        <dl className="pairs">
          {item.url && (
            <>
              <dt>{t('reader.url')}</dt>
              <dd className="mono">
                <bdi>{item.url}</bdi> <CopyButton label={t('reader.copy')} text={() => item.url ?? ''} />
              </dd>
            </>
          )}
          {item.file && (
            <>
              <dt>{t('reader.file')}</dt>
              <dd className="mono">
                <bdi>{item.file}</bdi>
              </dd>
            </>
          )}
          <dt>{t('reader.language')}</dt>
          <dd>{item.language}</dd>
          <dt>{t('reader.length')}</dt>
          <dd>{t('reader.characters', { n: item.characters })}</dd>
          <dt>SHA-256</dt>
          <dd className="mono hash">{item.sha256}</dd>
          <dt>{t('event.coder.id')}</dt>
          <dd className="mono">{item.id}</dd>
        </dl>
        <a href={`/api/articles/${item.id}`} target="_blank" rel="noreferrer">
          JSON
        </a>
      </details>
    </header>
  )
}

/** What a reader should know before trusting the text: warnings of the coding, lost publishers, hidden characters. */
function Flags({ article }: { readonly article: ArticleView }) {
  const citations = article.mentions?.citations ?? []
  const lost = citations.filter(({ publisher }) => publisher === null).length
  const hidden = useMemo(() => hiddenCharacters(article.text), [article.text])
  const flags = [
    ...(article.item.published === null ? [t('flag.undated')] : []),
    ...(citations.length > 0 ? [t('flag.citations', { n: citations.length, lost })] : []),
    ...(hidden > 0 ? [t('flag.hidden', { n: hidden })] : []),
    ...article.warnings,
  ]
  if (flags.length === 0) return null
  return (
    <section className="flags" aria-label={t('reader.flags')}>
      <ul className="plain">
        {flags.map((flag) => (
          <li key={flag}>
            <bdi>{flag}</bdi>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** What was left out of the text; greyed, since nothing is dropped in silence. */
function Excluded({ article }: { readonly article: ArticleView }) {
  if (article.excluded.length === 0) return null
  return (
    <details className="excluded">
      <summary>{t('reader.excluded', { n: formatNumber(article.excluded.length) })}</summary>
      <ul className="plain">
        {article.excluded.map(({ text, reason }, i) => (
          // The list does not change.
          <li key={i}>
            <span className="tag">{word('reason', reason)}</span> <bdi>{text.slice(0, 2_000)}</bdi>
          </li>
        ))}
      </ul>
      {article.events.length > 0 && (
        <p>
          <Link to="/codebook">{t('nav.codebook')}</Link>
        </p>
      )}
    </details>
  )
}
