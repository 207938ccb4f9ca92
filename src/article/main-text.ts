import type { Excluded } from './article.ts'
import { blockText } from './block-text.ts'
import { readingLength } from './clean-text.ts'
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
/** Paragraphs in a row that may have been lost inside a report; a longer run is another part of the page. */
const LOST_RUN = 3
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
  const paragraphs = useReadable ? restoreLost(readable, baseline, pruned) : baseline.length > 0 ? baseline : readable
  return {
    paragraphs,
    excluded: [...pruned, ...leftOut(before, paragraphs, pruned)],
    rule: useReadable ? 'readability' : 'paragraphs',
    byline: found?.byline ?? null,
  }
}

function characters(paragraphs: readonly string[]): number {
  return paragraphs.reduce((sum, paragraph) => sum + readingLength(paragraph), 0)
}

/** Every paragraph of the page that is long enough and not mostly links, outside navigation, footers, asides and forms. */
function paragraphBaseline(page: Page): string[] {
  const kept: string[] = []
  const seen = new Set<string>()
  if (!page.body) return kept
  for (const element of Array.from(page.body.querySelectorAll('p'))) {
    const text = blockText(element).join(' ')
    if (readingLength(text) < PARAGRAPH_CHARACTERS || seen.has(text)) continue
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

/**
 * Puts back paragraphs that Readability lost inside the report (embedded messages, sentences that are mostly links): a
 * paragraph of the page that is missing while the ones before and after it were taken, and that pruning did not drop.
 */
function restoreLost(kept: readonly string[], baseline: readonly string[], pruned: readonly Excluded[]): string[] {
  const out = [...kept]
  const position = new Map(out.map((block, index) => [squeeze(block), index]))
  const dropped = squeeze(pruned.map(({ text }) => text).join(' '))
  const whole = squeeze(out.join(' '))
  const insertions: { after: number; text: string }[] = []
  let after = -1
  let run: string[] = []
  for (const paragraph of baseline) {
    const at = position.get(squeeze(paragraph))
    if (at === undefined) {
      if (!whole.includes(squeeze(paragraph)) && !dropped.includes(squeeze(paragraph))) run.push(paragraph)
      continue
    }
    if (after >= 0 && at > after && run.length <= LOST_RUN) for (const text of run) insertions.push({ after, text })
    after = at
    run = []
  }
  for (const { after: index, text } of insertions.reverse()) out.splice(index + 1, 0, text)
  return out
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
