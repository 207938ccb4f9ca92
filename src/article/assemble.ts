import { contentId } from '../base/id.ts'
import { MAX_ARTICLE_CHARACTERS } from '../base/limit.ts'
import type { PlainDate } from '../base/plain-date.ts'
import type { Span } from '../base/span.ts'
import type { Article } from './article.ts'
import { foldBlanks } from './clean-text.ts'
import type { Draft } from './draft.ts'
import { identifyLanguage } from './identify-language.ts'
import type { MonthNames } from './month-names.ts'
import { publicationBound } from './publication-bound.ts'

/** Letters from which the text outweighs what the source says of its language: pages lie about it often. */
const TELLING_CHARACTERS = 80
/** Characters at the start of a text in which its title is looked for. */
const TITLE_REACH = 1_200

/** What an Article needs beside its draft. */
export interface AssemblyContext {
  readonly file?: string
  readonly sha256: string
  readonly months: () => MonthNames
  readonly today?: PlainDate
}

/**
 * Makes the Article of a draft: puts the title first where the text lacks it, cuts text over the limit at a paragraph's
 * end, finds the language, a lower bound of the date where none is known, and the id.
 */
export async function assembleArticle(draft: Draft, context: AssemblyContext): Promise<Article> {
  const warnings = [...draft.warnings]
  const body = draft.exact ? draft.text : withTitle(draft)
  const text = cutText(body, warnings)
  const titleSpan = draft.title ? findTitleSpan(text, draft.title) : undefined
  const language = draft.givenLanguage ?? (await languageOf(text, draft.claimedLanguage))
  const published = draft.published ?? boundOf(text, context)
  return {
    id: contentId('ar', [canonicalUrl(draft.url), normaliseForId(text)]),
    ...(draft.externalId === undefined ? {} : { externalId: draft.externalId }),
    text,
    ...(draft.title ? { title: draft.title } : {}),
    ...(draft.author ? { author: draft.author } : {}),
    ...(draft.publisher ? { publisher: draft.publisher } : {}),
    ...(draft.url ? { url: draft.url } : {}),
    published,
    language,
    ...(context.file === undefined ? {} : { file: context.file }),
    sha256: context.sha256,
    mediaType: draft.mediaType,
    ...(titleSpan ? { titleSpan } : {}),
    excluded: draft.excluded,
    warnings,
  }
}

/**
 * An address with what does not name the report taken off: scheme, `www.`, fragment, tracking parameters, a slash at
 * the end; the parameters that stay are sorted. An empty string for none.
 */
export function canonicalUrl(url: string | undefined): string {
  const parts = /^https?:\/\/([^/?#]+)([^?#]*)(?:\?([^#]*))?/iu.exec((url ?? '').trim())
  if (!parts) return (url ?? '').trim()
  const [, host = '', path = '', query = ''] = parts
  const kept = query
    .split('&')
    .filter(
      (part) =>
        part !== '' &&
        !/^(?:utm_\w+|fbclid|gclid|yclid|mc_[ce]id|igshid|ref|ref_src|cmpid|ocid|smid|feature)=/iu.test(part),
    )
    .sort()
  return `${host
    .toLowerCase()
    .replace(/^www\./u, '')
    .replace(/:(?:80|443)$/u, '')}${path.replace(/\/+$/u, '')}${kept.length > 0 ? `?${kept.join('&')}` : ''}`
}

/** The text as the id sees it: NFC and one blank for any run of blanks, so that re-wrapped copies are one article. */
function normaliseForId(text: string): string {
  return text.normalize('NFC').replace(/\s+/gu, ' ').trim()
}

function withTitle(draft: Draft): string {
  if (!draft.title || findTitleSpan(draft.text, draft.title)) return draft.text
  return draft.text === '' ? draft.title : `${draft.title}\n\n${draft.text}`
}

/** Where the title stands as a line of its own near the start of the text, blanks and letter case aside. */
function findTitleSpan(text: string, title: string): Span | undefined {
  const wanted = foldBlanks(title).toLowerCase()
  let start = 0
  for (const line of text.slice(0, TITLE_REACH).split('\n')) {
    if (foldBlanks(line).toLowerCase() === wanted) {
      const lead = line.length - line.trimStart().length
      return { start: start + lead, end: start + line.trimEnd().length }
    }
    start += line.length + 1
  }
  // JSONL often writes headline and text on one line; there the title must be the very beginning.
  return text.startsWith(title) ? { start: 0, end: title.length } : undefined
}

function cutText(text: string, warnings: string[]): string {
  if (text.length <= MAX_ARTICLE_CHARACTERS) return text
  const paragraph = text.lastIndexOf('\n', MAX_ARTICLE_CHARACTERS)
  let end = paragraph > MAX_ARTICLE_CHARACTERS / 2 ? paragraph : MAX_ARTICLE_CHARACTERS
  if (/[\ud800-\udbff]/u.test(text.charAt(end - 1))) end-- // Never between the halves of one character.
  const kept = text.slice(0, end).trimEnd()
  warnings.push(`text cut at ${kept.length} of ${text.length} characters`)
  return kept
}

async function languageOf(text: string, claimed: string | undefined): Promise<string> {
  const tag = primaryTag(claimed)
  if (tag && text.length < TELLING_CHARACTERS) return tag
  const { language } = await identifyLanguage(text)
  return language === 'und' && tag ? tag : language
}

/** `kk-KZ`, `ru_RU` → `kk`, `ru`; undefined for what is no language tag. */
export function primaryTag(tag: string | undefined): string | undefined {
  return /^([a-z]{2,3})(?:[-_].*)?$/iu.exec((tag ?? '').trim())?.[1]?.toLowerCase()
}

/** Cheap test that saves building the month names for the many texts that cite nothing. */
const MAY_BOUND =
  /accessed|retrieved|visited|consulted|viewed|обращен|звернен|просмотрено|қаралған|қаралды|каралган|каралды|erişim|访问|\([^()]{3,400}\)/iu

function boundOf(text: string, context: AssemblyContext): Article['published'] {
  return MAY_BOUND.test(text) ? publicationBound(text, context.months(), context.today) : null
}
