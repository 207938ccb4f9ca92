import { parseFeed } from 'feedsmith'
import type { Publication } from './article.ts'
import { charsetOf, decodeBytes } from './charset.ts'
import { foldBlanks } from './clean-text.ts'
import { parseDateValue } from './date-text.ts'
import type { Draft } from './draft.ts'
import { fragmentText } from './fragment-text.ts'
import { type MonthNames, monthNames } from './month-names.ts'
import type { DraftOutcome, ParseTask } from './parse.ts'
import { hostOf } from './published.ts'

/** Items read from one feed file: publishers give tens, archives of a feed some thousands. */
const MAX_ITEMS = 20_000
/** The last lines of an item's text that only lead elsewhere. */
const CONTINUES =
  /^(?:the post .{1,300} (?:appeared first on|first appeared on) .{1,120}|(?:read more|continue reading|читать далее|толығырақ)\b.{0,80})$/iu

/** One item of a feed, whatever its dialect calls the parts. */
interface FeedItem {
  readonly id: string | undefined
  readonly title: string | undefined
  readonly url: string | undefined
  readonly author: string | undefined
  readonly body: string
  readonly published: readonly (string | undefined)[]
  readonly updated: string | undefined
}

/**
 * Reads a saved RSS, Atom, RDF or JSON feed file: one draft an item, with the longest text that the item carries.
 * An item's day is its date of publication as the feed states it (`feed`), or of its last change where it states
 * nothing else (`feed-updated`).
 */
export function readFeed(task: ParseTask): DraftOutcome[] {
  const { text, warnings } = decodeBytes(task.bytes, charsetOf(task.hint.mediaType))
  const months = task.months ?? monthNames()
  const source = text.replace(/^\ufeff/u, '').replaceAll('\u0000', '')
  const { title, language, items } = readItems(parseFeed(source) as unknown as ParsedFeed)
  const outcomes: DraftOutcome[] = items
    .slice(0, MAX_ITEMS)
    .map((item) => ({ kind: 'draft', draft: draftOf(item, { title, language, months, warnings }) }))
  const written = source.match(/<(?:item|entry)[\s>]/gu)?.length ?? 0
  const lost = Math.max(written, items.length) - outcomes.length
  if (lost > 0)
    outcomes.push({ kind: 'failed', code: 'GS-E110', detail: `${lost} of ${written} items could not be read` })
  return outcomes
}

interface FeedFacts {
  readonly title: string | undefined
  readonly language: string | undefined
  readonly months: MonthNames
  readonly warnings: readonly string[]
}

function draftOf(item: FeedItem, feed: FeedFacts): Draft {
  const title = item.title ? foldBlanks(fragmentText(item.title)) : undefined
  const lines = item.body === '' ? [] : fragmentText(item.body).split('\n\n')
  const excluded = []
  while (lines.length > 0 && CONTINUES.test(foldBlanks(lines.at(-1) as string)))
    excluded.unshift({ text: lines.pop() as string, reason: 'link-list' })
  const publisher = feed.title ? foldBlanks(fragmentText(feed.title)) : hostOf(item.url)
  return {
    text: lines.join('\n\n') || title || '',
    ...(item.id ? { externalId: item.id } : {}),
    ...(title ? { title } : {}),
    ...(item.author ? { author: foldBlanks(item.author) } : {}),
    ...(publisher ? { publisher } : {}),
    ...(item.url ? { url: item.url } : {}),
    ...(feed.language ? { claimedLanguage: feed.language } : {}),
    published: publicationOf(item, feed.months),
    mediaType: 'application/feed',
    excluded,
    warnings: feed.warnings,
  }
}

function publicationOf(item: FeedItem, months: MonthNames): Publication | null {
  for (const value of item.published) {
    const date = value ? parseDateValue(value, months) : null
    if (date) return { from: date, to: date, basis: 'feed', quote: value as string }
  }
  const changed = item.updated ? parseDateValue(item.updated, months) : null
  return changed ? { from: changed, to: changed, basis: 'feed-updated', quote: item.updated as string } : null
}

/** The part of feedsmith's result that is read here, its four dialects side by side. */
interface ParsedFeed {
  readonly format: 'rss' | 'atom' | 'rdf' | 'json'
  readonly feed: {
    readonly title?: string | TextValue
    readonly language?: string
    readonly xml?: { readonly lang?: string }
    readonly dc?: { readonly languages?: readonly string[] }
    readonly items?: readonly RawItem[]
    readonly entries?: readonly RawItem[]
  }
}

interface TextValue {
  readonly value?: string
}

interface RawItem {
  readonly title?: string | TextValue
  readonly link?: string
  readonly links?: readonly { readonly href?: string; readonly rel?: string }[]
  readonly url?: string
  readonly external_url?: string
  readonly id?: string
  readonly guid?: { readonly value?: string }
  readonly description?: string
  readonly summary?: string | TextValue
  readonly content?: TextValue & { readonly encoded?: string }
  readonly content_html?: string
  readonly content_text?: string
  readonly pubDate?: string
  readonly published?: string
  readonly updated?: string
  readonly date_published?: string
  readonly date_modified?: string
  readonly authors?: readonly (string | { readonly name?: string })[]
  readonly dc?: { readonly creators?: readonly string[]; readonly dates?: readonly string[] }
  readonly dcterms?: {
    readonly issued?: readonly string[]
    readonly created?: readonly string[]
    readonly modified?: readonly string[]
  }
}

function readItems({ feed }: ParsedFeed): {
  title: string | undefined
  language: string | undefined
  items: FeedItem[]
} {
  return {
    title: plain(feed.title),
    language: feed.language ?? feed.xml?.lang ?? feed.dc?.languages?.[0],
    items: (feed.items ?? feed.entries ?? []).map(readItem),
  }
}

function readItem(raw: RawItem): FeedItem {
  const bodies = [
    raw.content?.encoded,
    raw.content?.value,
    raw.content_html,
    escapeText(raw.content_text),
    raw.description,
    plain(raw.summary),
  ]
  const links = raw.links ?? []
  const names = (raw.authors ?? [])
    .map((author) => (typeof author === 'string' ? author : author.name))
    .filter((name) => name !== undefined)
  return {
    id: raw.guid?.value ?? raw.id,
    title: plain(raw.title),
    url: [
      raw.link,
      raw.url,
      links.find(({ rel }) => rel === undefined || rel === 'alternate')?.href,
      raw.guid?.value,
      raw.id,
      raw.external_url,
    ].find((url) => /^https?:/iu.test(url ?? '')),
    author: [...(raw.dc?.creators ?? []), ...names].join(', ') || undefined,
    body: bodies.reduce<string>((longest, body) => (body && body.length > longest.length ? body : longest), ''),
    published: [
      raw.pubDate,
      raw.published,
      raw.date_published,
      raw.dcterms?.issued?.[0],
      raw.dc?.dates?.[0],
      raw.dcterms?.created?.[0],
    ],
    updated: raw.updated ?? raw.date_modified ?? raw.dcterms?.modified?.[0],
  }
}

function plain(value: string | TextValue | undefined): string | undefined {
  const text = typeof value === 'string' ? value : value?.value
  return text && text.trim() !== '' ? text : undefined
}

function escapeText(text: string | undefined): string | undefined {
  return text
    ?.replace(/&/gu, '&amp;')
    .replace(/</gu, '&lt;')
    .replace(/\n{2,}/gu, '<p>')
}
