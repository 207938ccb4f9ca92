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

/** Parses a page or a piece of one. */
export function parsePage(html: string): Page {
  const { document } = parseHTML(wholePage(html)) as unknown as { document: LinkedDocument }
  return pageOf(document)
}

/**
 * A page with exactly the frame html, head, body that linkedom expects and does not make up by itself: a page may leave
 * out any of these tags, close them early and go on, or have text before the first.
 */
function wholePage(source: string): string {
  const html = source.replace(/<\/(?:html|body)\s*>/giu, '')
  const attributes = /<html(\s[^<>]{0,500})?>/iu.exec(html)?.[1] ?? ''
  const inside = html.replace(/<!doctype[^<>]{0,500}>/iu, '').replace(/<html(?:\s[^<>]{0,500})?>/giu, '')
  const body = /<body(?:\s[^<>]{0,5000})?>/iu.exec(inside)
  if (body) {
    const before = inside.slice(0, body.index)
    const head = /<head[\s>]/iu.test(before) ? before : `<head>${before}</head>`
    return `<html${attributes}>${head}${inside.slice(body.index)}</html>`
  }
  const end = /<\/head\s*>/iu.exec(inside)
  if (!end)
    return `<html${attributes}><head></head><body>${inside.replace(/<head(?:\s[^<>]{0,200})?>/iu, '')}</body></html>`
  const at = end.index + end[0].length
  return `<html${attributes}>${inside.slice(0, at)}<body>${inside.slice(at)}</body></html>`
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
