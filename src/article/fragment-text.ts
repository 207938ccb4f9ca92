import { blockText } from './block-text.ts'
import { cleanText } from './clean-text.ts'
import { parsePage } from './dom.ts'
import { flattenPage, MAX_DEPTH, measurePage } from './html-source.ts'

/** A piece of HTML as text by block: what feeds carry as the body of an item. Text without tags passes through. */
export function fragmentText(source: string): string {
  const { text } = cleanText(source)
  if (!/[<&]/u.test(text)) return text.replace(/[^\S\n]+/gu, ' ').trim()
  const html = measurePage(text).depth > MAX_DEPTH ? flattenPage(text) : text
  const page = parsePage(html)
  return blockText(page.body ?? page.root).join('\n\n')
}
