import type { Excluded } from './article.ts'
import { blockText } from './block-text.ts'
import { type Page, parsePage, readableContent } from './dom.ts'
import { pruneMainText } from './prune.ts'

/** The main text of a page as paragraphs, and what was left out of it. */
export interface MainText {
  readonly paragraphs: readonly string[]
  readonly excluded: readonly Excluded[]
  /** Which step of the cascade gave the text: `readability` or `paragraphs`. */
  readonly rule: 'readability' | 'paragraphs'
  readonly byline: string | null
}

/** Readability's result is doubted below this many characters … */
const LITTLE_TEXT_CHARACTERS = 250
/** … or below this share of the text that stands in paragraphs of the page. */
const LITTLE_TEXT_SHARE = 0.35
/** A paragraph with fewer characters says nothing about where the report stands. */
const PARAGRAPH_CHARACTERS = 60

/**
 * Takes the main text from a page: Readability, then pruning by class names and link share, then text by block. Where
 * that gives little against the paragraphs that the page holds, the paragraphs themselves are taken (the cascade).
 * `html` must not be deeper than MAX_DEPTH.
 */
export function extractMainText(html: string, page: Page = parsePage(html)): MainText {
  const before = page.body ? blockText(page.body) : []
  const baseline = paragraphBaseline(parsePage(html))
  const found = readableContent(page)
  const pruned = found ? pruneMainText(found.element) : []
  const readable = found ? blockText(found.element) : []
  const size = characters(readable)
  const enough = size >= LITTLE_TEXT_CHARACTERS && size >= characters(baseline) * LITTLE_TEXT_SHARE
  const useReadable = readable.length > 0 && (enough || size >= characters(baseline))
  const paragraphs = useReadable ? readable : baseline.length > 0 ? baseline : readable
  return {
    paragraphs,
    excluded: [...pruned, ...leftOut(before, paragraphs, pruned)],
    rule: useReadable ? 'readability' : 'paragraphs',
    byline: found?.byline ?? null,
  }
}

function characters(paragraphs: readonly string[]): number {
  return paragraphs.reduce((sum, paragraph) => sum + paragraph.length, 0)
}

/** Every paragraph of the page that is long enough and not mostly links, outside navigation, footers, asides and forms. */
function paragraphBaseline(page: Page): string[] {
  const kept: string[] = []
  const seen = new Set<string>()
  if (!page.body) return kept
  for (const element of Array.from(page.body.querySelectorAll('p'))) {
    const text = blockText(element).join(' ')
    if (text.length < PARAGRAPH_CHARACTERS || seen.has(text)) continue
    let linked = 0
    for (const link of Array.from(element.querySelectorAll('a'))) linked += (link.textContent ?? '').length
    if (linked > text.length / 2) continue
    let outside = false
    for (let at = element.parentNode; at && !outside; at = at.parentNode)
      outside = /^(?:nav|footer|aside|form|li|noscript)$/iu.test(at.nodeName)
    if (outside) continue
    seen.add(text)
    kept.push(text)
  }
  return kept
}

/** The blocks of the page that are neither in the text nor already listed; neighbours are joined. */
function leftOut(before: readonly string[], kept: readonly string[], pruned: readonly Excluded[]): Excluded[] {
  const known = new Set([...kept, ...pruned.flatMap((piece) => piece.text.split('\n'))].map(squeeze))
  const whole = squeeze(kept.join(' '))
  const out: Excluded[] = []
  let run: string[] = []
  const close = (): void => {
    if (run.length > 0) out.push({ text: run.join('\n'), reason: 'boilerplate' })
    run = []
  }
  for (const block of before) {
    const key = squeeze(block)
    if (known.has(key) || whole.includes(key)) close()
    else run.push(block)
  }
  close()
  return out
}

function squeeze(text: string): string {
  return text.replace(/\s+/gu, ' ')
}
