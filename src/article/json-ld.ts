import type { DomElement } from './block-text.ts'

/** What schema.org blocks of a page say about the report. */
export interface JsonLd {
  readonly headline?: string
  readonly author?: string
  readonly publisher?: string
  readonly url?: string
  readonly language?: string
  readonly datesPublished: readonly string[]
  readonly datesModified: readonly string[]
}

/** Objects visited in one page's blocks; a page with more is generated junk. */
const MAX_OBJECTS = 2_000
/** Types that describe a report; a block of another type (Organization, BreadcrumbList) gives no date. */
const REPORT_TYPE = /article|posting|report|webpage|review|liveblog|newsitem|creativework|video/iu
const ARTICLE_TYPE = /article|posting|report|liveblog/iu

type Json = Record<string, unknown>

/** Reads all `application/ld+json` blocks. A block that is not JSON is skipped: pages hold broken ones often. */
export function readJsonLd(root: DomElement): JsonLd {
  const objects: Json[] = []
  for (const script of Array.from(root.querySelectorAll('script[type="application/ld+json"]'))) {
    const parsed = parseLoosely(script.textContent ?? '')
    if (parsed !== undefined) collect(parsed, objects)
  }
  const reports = objects.filter((object) => REPORT_TYPE.test(typeOf(object)))
  reports.sort((a, b) => Number(ARTICLE_TYPE.test(typeOf(b))) - Number(ARTICLE_TYPE.test(typeOf(a))))
  const first = (pick: (object: Json) => string | undefined): string | undefined => {
    for (const object of reports) {
      const value = pick(object)
      if (value) return value
    }
    return undefined
  }
  const articles = reports.filter((object) => ARTICLE_TYPE.test(typeOf(object)))
  return defined({
    headline: articles.map((object) => text(object.headline)).find((value) => value !== undefined),
    author: first((object) => namesOf(object.author) ?? namesOf(object.creator)),
    publisher: first((object) => namesOf(object.publisher)),
    url: articles.map((object) => text(object.url)).find((value) => value !== undefined),
    language: first((object) => text(object.inLanguage)),
    datesPublished: reports
      .map((object) => text(object.datePublished) ?? text(object.dateCreated))
      .filter((value) => value !== undefined),
    datesModified: reports.map((object) => text(object.dateModified)).filter((value) => value !== undefined),
  })
}

function parseLoosely(source: string): unknown {
  const trimmed = source.trim().replace(/^<!\[CDATA\[|\]\]>$|^<!--|-->$/gu, '')
  for (const candidate of [trimmed, trimmed.replace(/[\u0000-\u001f]+/gu, ' ').replace(/,\s*([\]}])/gu, '$1')]) {
    try {
      return JSON.parse(candidate)
    } catch {
      // The next, more forgiving reading; in the end the block is skipped.
    }
  }
  return undefined
}

function collect(value: unknown, into: Json[]): void {
  const queue: unknown[] = [value]
  while (queue.length > 0 && into.length < MAX_OBJECTS) {
    const next = queue.shift()
    if (Array.isArray(next)) queue.push(...next.slice(0, MAX_OBJECTS))
    else if (next !== null && typeof next === 'object') {
      const object = next as Json
      into.push(object)
      for (const key of ['@graph', 'mainEntity', 'mainEntityOfPage', 'itemListElement']) {
        if (typeof object[key] === 'object') queue.push(object[key])
      }
    }
  }
}

function typeOf(object: Json): string {
  const type = object['@type']
  return Array.isArray(type) ? type.join(' ') : String(type ?? '')
}

function text(value: unknown): string | undefined {
  if (Array.isArray(value)) return text(value[0])
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined
}

function namesOf(value: unknown): string | undefined {
  if (Array.isArray(value)) {
    const names = value.map(namesOf).filter((name) => name !== undefined)
    return names.length > 0 ? names.join(', ') : undefined
  }
  if (value !== null && typeof value === 'object') return text((value as Json).name)
  const name = text(value)
  return name && !/^https?:/u.test(name) ? name : undefined
}

function defined(value: { [K in keyof JsonLd]: JsonLd[K] | undefined }): JsonLd {
  return Object.fromEntries(Object.entries(value).filter(([, held]) => held !== undefined)) as unknown as JsonLd
}
