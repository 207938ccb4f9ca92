import { Readability } from '@mozilla/readability'
import { parseHTML } from 'linkedom'
import type { DomElement } from './block-text.ts'

/** A parsed page. The one place that knows which DOM and which main-text library is in use. */
export interface Page {
  readonly root: DomElement
  readonly body: DomElement | null
  readonly head: DomElement | null
}

/** What Readability says about a page: the element that holds the main text, the byline it removed, its site name. */
export interface ReadableContent {
  readonly element: DomElement
  readonly byline: string | null
  readonly siteName: string | null
}

/** Parses a page. A fragment is wrapped first, since linkedom gives a fragment no body. */
export function parsePage(html: string): Page {
  const whole = /<html[\s>]/iu.test(html) ? html : `<html><head></head><body>${html}</body></html>`
  const { document } = parseHTML(whole) as unknown as { document: LinkedDocument }
  return pageOf(document)
}

interface LinkedDocument {
  readonly documentElement: DomElement
  readonly body: DomElement | null
  readonly head: DomElement | null
}

const documents = new WeakMap<Page, LinkedDocument>()

function pageOf(document: LinkedDocument): Page {
  const page: Page = { root: document.documentElement, body: document.body, head: document.head }
  documents.set(page, document)
  return page
}

/** Runs Readability on a page, which it changes. Null where it finds no main text. */
export function readableContent(page: Page): ReadableContent | null {
  const document = documents.get(page)
  if (!document?.documentElement) return null
  const options = { keepClasses: true, serializer: (element: unknown) => element }
  const found = new Readability(document as never, options as never).parse() as {
    content: DomElement | null
    byline: string | null
    siteName: string | null
  } | null
  if (!found?.content) return null
  return { element: found.content, byline: found.byline ?? null, siteName: found.siteName ?? null }
}
