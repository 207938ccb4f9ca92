import type { PlainDate } from '../base/plain-date.ts'
import { blockText } from './block-text.ts'
import { cleanText, foldBlanks, readingLength } from './clean-text.ts'
import { type Page, parsePage } from './dom.ts'
import type { Draft } from './draft.ts'
import {
  decodeReferences,
  defuse,
  flattenPage,
  MAX_DEPTH,
  MAX_ELEMENTS,
  MAX_MARKUP_CHARACTERS,
  MAX_PLAIN_CHARACTERS,
  measurePage,
  streamParagraphs,
} from './html-source.ts'
import { type JsonLd, readJsonLd } from './json-ld.ts'
import { extractMainText } from './main-text.ts'
import { type MonthNames, monthNames } from './month-names.ts'
import { findPublication, fromUrl, hostOf, metaValues, numericOrder } from './published.ts'
import { trimBlocks } from './trim-blocks.ts'

/** What is known about a page beside its bytes. */
export interface PageHint {
  readonly url?: string
  readonly months?: MonthNames
  readonly today?: PlainDate
}

/** Meta elements that name the author, the reliable ones first. */
const AUTHOR_META = ['author', 'article:author', 'dc.creator', 'parsely-author', 'sailthru.author', 'byl']
/** Longest title: longer ones are mistakes of the page. */
const MAX_TITLE_CHARACTERS = 500

/** Shortest paragraph that the plain reading of an oversized page keeps. */
const STREAMED_PARAGRAPH_CHARACTERS = 40

/**
 * Reads one HTML page: main text, title, author, publisher, day of publication, address. Pages nested too deep are
 * flattened, pages too large are read paragraph by paragraph; both are said in `warnings`. Never throws on bad markup.
 */
export function readPage(source: string, hint: PageHint = {}): Draft {
  // Far too large for a tree whatever it holds: not even measured.
  if (source.length > MAX_PLAIN_CHARACTERS)
    return readPlainly(source, hint, [
      `page too large for main-text extraction (${source.length} characters): read by paragraphs`,
    ])
  const cleaned = cleanText(source)
  const warnings = [...cleaned.warnings]
  let html = defuse(cleaned.text)
  const shape = measurePage(html)
  if (shape.characters > MAX_MARKUP_CHARACTERS || shape.elements > MAX_ELEMENTS) {
    warnings.push(`page too large for main-text extraction (${shape.elements} elements): read by paragraphs`)
    return readPlainly(html, hint, warnings)
  }
  if (shape.depth > MAX_DEPTH) {
    warnings.push(`page nested ${shape.depth} deep: flattened below ${MAX_DEPTH}`)
    html = flattenPage(html)
  }
  const page = parsePage(html)
  const facts = readFacts(page, hint)
  const main = extractMainText(html, page)
  if (main.rule === 'paragraphs') warnings.push('main text taken from the paragraphs of the page')
  const trimmed = trimBlocks(main.paragraphs, facts.draft.title, hint.months ?? monthNames())
  const author = facts.author ?? (main.byline ? cleanByline(main.byline) : undefined)
  return {
    ...facts.draft,
    ...(author ? { author } : {}),
    text: trimmed.kept.join('\n\n'),
    excluded: [...trimmed.excluded, ...main.excluded],
    warnings,
  }
}

/** The reading that always ends soon: paragraphs in one linear pass, no tree; the date from the address alone. */
export function readPlainly(source: string, hint: PageHint, warnings: readonly string[] = []): Draft {
  const html = defuse(cleanText(source.slice(0, MAX_PLAIN_CHARACTERS)).text)
  const { title, paragraphs } = streamParagraphs(html, STREAMED_PARAGRAPH_CHARACTERS)
  const publisher = hostOf(hint.url)
  return {
    text: paragraphs.join('\n\n'),
    ...(title ? { title } : {}),
    ...(publisher ? { publisher } : {}),
    ...(hint.url ? { url: hint.url } : {}),
    published: fromUrl(hint.url, hint),
    mediaType: 'text/html',
    excluded: [],
    warnings:
      source.length > MAX_PLAIN_CHARACTERS
        ? [...warnings, `only the first ${MAX_PLAIN_CHARACTERS} of ${source.length} characters of the page were read`]
        : warnings,
  }
}

interface PageFacts {
  readonly draft: Omit<Draft, 'text' | 'excluded' | 'warnings' | 'author'>
  readonly author: string | undefined
}

/** Everything but the main text; read before Readability changes the tree. */
function readFacts(page: Page, hint: PageHint): PageFacts {
  const jsonLd = readJsonLd(page.root)
  const metas = metaValues(page.root)
  const canonical = page.root.querySelector('link[rel="canonical"]')?.getAttribute('href') ?? undefined
  const url = hint.url ?? absolute(canonical) ?? absolute(metas.get('og:url')) ?? absolute(jsonLd.url)
  const claimed =
    page.root.getAttribute('lang') ?? metas.get('content-language') ?? metas.get('og:locale') ?? jsonLd.language
  const publisher = [metas.get('og:site_name'), jsonLd.publisher, metas.get('application-name'), hostOf(url)]
    .map(siteName)
    .find((name) => name !== '')
  const title = findTitle(page, jsonLd, metas, publisher)?.slice(0, MAX_TITLE_CHARACTERS).toWellFormed()
  const months = hint.months ?? monthNames()
  const published = findPublication(page.root, jsonLd, url, {
    months,
    order: numericOrder(claimed, url),
    ...(hint.today ? { today: hint.today } : {}),
  })
  const names = [jsonLd.author, ...AUTHOR_META.map((name) => metas.get(name))]
  const author = names.map((name) => cleanByline(name ?? '')).find((name) => name !== undefined)
  return {
    draft: {
      ...(title ? { title } : {}),
      ...(publisher ? { publisher } : {}),
      ...(url ? { url } : {}),
      ...(claimed ? { claimedLanguage: claimed } : {}),
      published,
      mediaType: 'text/html',
    },
    author,
  }
}

function findTitle(
  page: Page,
  jsonLd: JsonLd,
  metas: ReadonlyMap<string, string>,
  site: string | undefined,
): string | undefined {
  const titleElement = page.root.querySelector('title')
  const candidates = [
    jsonLd.headline,
    metas.get('og:title'),
    metas.get('twitter:title'),
    titleElement?.textContent ?? undefined,
  ]
  const documentTitle = foldBlanks(
    decodeReferences(candidates.find((value) => value !== undefined && value.trim() !== '') ?? ''),
  )
  const headings = Array.from(page.root.querySelectorAll('h1')).map((heading) =>
    foldBlanks(blockText(heading).join(' ')),
  )
  // The heading that the reader sees is the title, if the page's metadata agree that it is one.
  const seen = headings.find((heading) => isHeadline(heading, documentTitle))
  if (seen) return seen
  const stripped = stripSite(documentTitle, site)
  if (stripped) return stripped
  return headings.find((heading) => heading !== '')
}

/** Whether a heading is what the document's title names: its beginning, or most of it; a site's name is neither. */
function isHeadline(heading: string, documentTitle: string): boolean {
  if (readingLength(heading) <= 8) return false
  const at = documentTitle.toLowerCase().indexOf(heading.toLowerCase())
  return at === 0 || (at > 0 && heading.length > documentTitle.length / 2)
}

/** "Headline | Outlet" without the outlet, where the last part is the site's name. */
function stripSite(title: string, site: string | undefined): string {
  const parts = /^(.{8,}?)\s+[|\u2013\u2014»:·-]+\s+([^|]{2,60})$/u.exec(title)
  if (!parts) return title
  const [, head, tail] = parts as unknown as [string, string, string]
  const squeeze = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '')
  if (/\s\|\s/u.test(title.slice(head.length)) && head.length > tail.length) return head
  return site && squeeze(tail).includes(squeeze(site).slice(0, 8)) ? head : title
}

/** The names of a byline without "By", a date after them, or an address. */
function cleanByline(byline: string): string | undefined {
  const text = foldBlanks(decodeReferences(byline))
    .replace(/^(?:by|from|от|автор)\s*:?\s+/iu, '')
    .replace(/\s*[|,—–-]\s+[^|—–]{0,30}(?:19|20)\d{2}.{0,40}$/u, '')
  return isName(text) ? text : undefined
}

/** The name of a site as its metadata give it: without its slogan, or the host where it is an address. */
function siteName(value: string | undefined): string {
  const name = foldBlanks(decodeReferences(value ?? ''))
  return /^https?:/iu.test(name) ? hostOf(name) : (name.split(/\s+\|\s+/u)[0] ?? '')
}

function isName(value: string | undefined): value is string {
  return value !== undefined && value.trim() !== '' && value.length <= 120 && !/^https?:/u.test(value.trim())
}

function absolute(url: string | undefined): string | undefined {
  return url && /^https?:\/\/\S+$/iu.test(url) ? url : undefined
}
