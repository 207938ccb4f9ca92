import { Parser } from 'htmlparser2'

/** Nesting beyond this is flattened: Readability's cost grows with about the cube of the depth (250 → 0.5 s, 1,000 → 10 s and more). */
export const MAX_DEPTH = 150
/** Markup left after scripts and styles are gone that is still given to Readability; larger pages are read by paragraphs alone. */
export const MAX_MARKUP_CHARACTERS = 4_000_000
/** Elements that are still given to Readability, for the same reason. */
export const MAX_ELEMENTS = 60_000

const RAW = new Set(['script', 'style', 'template', 'noscript', 'svg', 'iframe', 'object', 'canvas', 'math'])
const BREAKS =
  /^(?:p|div|li|tr|h[1-6]|section|article|blockquote|table|ul|ol|dd|dt|pre|br|hr|td|th|main|header|footer|aside|nav|form|figure|figcaption)$/u

/** Characters of a page that are read plainly: the text of an article is cut at a fraction of this. */
export const MAX_PLAIN_CHARACTERS = 8_000_000
/** Open elements beyond which tags are taken away before any parser sees them: htmlparser2's own stack is quadratic. */
const MAX_OPEN_ELEMENTS = 1_000

/** What a first pass over a page tells before anything costly is started. */
export interface PageShape {
  readonly depth: number
  readonly elements: number
  /** Characters of markup outside scripts, styles and the like. */
  readonly characters: number
}

const TAG = /<(\/?)([a-zA-Z][a-zA-Z0-9]*)(?=[\s/>])[^<>]{0,5000}>/gu
/** Elements that close themselves: they have no content, or the next of their kind ends them. */
const SELF_CLOSING = new Set(
  'area base br col embed hr img input link meta source track wbr p li dt dd tr td th thead tbody tfoot option optgroup rp rt'.split(
    ' ',
  ),
)

/**
 * Takes away what is made to hurt a parser, in one linear pass: tags opened when more than MAX_OPEN_ELEMENTS are open
 * (no page that people read comes near), and long runs of `<`. Everything else is returned as it is.
 */
export function defuse(html: string): string {
  const thinned = html.includes('<<<<<<<<') ? html.replace(/<{8,1000}/gu, '<') : html
  let open = 0
  let deepest = 0
  for (const tag of thinned.matchAll(TAG)) {
    if (SELF_CLOSING.has((tag[2] as string).toLowerCase())) continue
    open = tag[1] === '/' ? Math.max(0, open - 1) : open + 1
    if (open > deepest) deepest = open
  }
  if (deepest <= MAX_OPEN_ELEMENTS) return thinned
  open = 0
  return thinned.replace(TAG, (tag, slash: string, name: string) => {
    if (SELF_CLOSING.has(name.toLowerCase())) return tag
    const depth = open
    open = slash === '/' ? Math.max(0, open - 1) : open + 1
    return Math.max(depth, open) > MAX_OPEN_ELEMENTS ? ' ' : tag
  })
}

/** Measures a page in one linear pass. */
export function measurePage(html: string): PageShape {
  let depth = 0
  let deepest = 0
  let elements = 0
  let raw = 0
  let skipped = 0
  let from = 0
  const parser = new Parser({
    onopentag(name) {
      if (++depth > deepest) deepest = depth
      elements++
      if (RAW.has(name) && raw++ === 0) from = parser.startIndex
    },
    onclosetag(name) {
      depth--
      if (RAW.has(name) && raw > 0 && --raw === 0) skipped += parser.endIndex - from
    },
  })
  parser.write(html)
  parser.end()
  return { depth: deepest, elements, characters: html.length - skipped }
}

/**
 * The same page with no element deeper than `limit`: deeper elements lose their tags and keep their text, blocks among
 * them become line breaks. Linear in the size of the page.
 */
export function flattenPage(html: string, limit: number = MAX_DEPTH): string {
  const out: string[] = []
  let depth = 0
  const raw: string[] = []
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        depth++
        if (RAW.has(name)) raw.push(name)
        if (raw.length > 0) return
        if (depth > limit) {
          if (BREAKS.test(name)) out.push('<br>')
          return
        }
        const written = Object.entries(attributes).map(([key, value]) => ` ${key}="${escapeAttribute(value)}"`)
        out.push(`<${name}${written.join('')}>`)
      },
      ontext(text) {
        if (raw.length === 0) out.push(escapeText(text))
      },
      onclosetag(name) {
        const inside = raw.length > 0
        if (inside && raw.at(-1) === name) raw.pop()
        if (!inside && depth <= limit && !VOID.has(name)) out.push(`</${name}>`)
        depth--
      },
    },
    { decodeEntities: true },
  )
  parser.write(html)
  parser.end()
  return out.join('')
}

const VOID = new Set('area base br col embed hr img input link meta source track wbr'.split(' '))

/**
 * The paragraphs of a page found without building a tree: one linear pass, text outside scripts, styles, navigation and
 * links gathered by block. For pages too large or too slow for anything better.
 */
export function streamParagraphs(html: string, minimumCharacters: number): { title: string; paragraphs: string[] } {
  const paragraphs: string[] = []
  let title = ''
  let text = ''
  let linked = 0
  let silent = 0
  let links = 0
  let inTitle = false
  const flush = (): void => {
    const line = text.replace(/\s+/gu, ' ').trim()
    if (line.length >= minimumCharacters && linked < line.length / 2) paragraphs.push(line)
    text = ''
    linked = 0
  }
  const parser = new Parser({
    onopentag(name) {
      if (RAW.has(name) || PARTS.has(name)) silent++
      if (name === 'title' && title === '') inTitle = true
      if (name === 'a') links++
      if (BREAKS.test(name)) flush()
    },
    ontext(data) {
      if (inTitle) title += data
      else if (silent === 0) {
        text += data
        if (links > 0) linked += data.length
      }
    },
    onclosetag(name) {
      if ((RAW.has(name) || PARTS.has(name)) && silent > 0) silent--
      if (name === 'title') inTitle = false
      if (name === 'a' && links > 0) links--
      if (BREAKS.test(name)) flush()
    },
  })
  parser.write(html)
  parser.end()
  flush()
  return { title: title.replace(/\s+/gu, ' ').trim(), paragraphs }
}

const PARTS = new Set(['nav', 'footer', 'aside', 'form', 'select', 'button'])

function escapeText(text: string): string {
  return text.replace(/&/gu, '&amp;').replace(/</gu, '&lt;').replace(/>/gu, '&gt;')
}

function escapeAttribute(text: string): string {
  return escapeText(text).replace(/"/gu, '&quot;')
}

/** Text whose character references (`&#8211;`, `&amp;`) were written out once too often, as metadata of pages are. */
export function decodeReferences(text: string): string {
  if (!text.includes('&')) return text
  let decoded = ''
  const parser = new Parser({
    ontext(data) {
      decoded += data
    },
  })
  parser.write(text.replace(/</gu, '&lt;'))
  parser.end()
  return decoded
}
