import { type MouseEvent, memo, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react'
import { t } from '../catalogue/translate.ts'
import { type Block, blocksOf, type MarkedSpan, segmentsOf } from './facts.ts'

const CHANNELS = ['event', 'who', 'detail', 'citation', 'inferred', 'chosen', 'current'] as const

/** Whether the browser marks ranges of text without changing the document. */
const canHighlight = typeof CSS !== 'undefined' && 'highlights' in CSS && typeof Highlight !== 'undefined'

export interface ArticleTextProps {
  readonly text: string
  readonly titleEnd: number
  readonly marks: readonly MarkedSpan[]
  /** The offset that should be in sight. */
  readonly target: number | null
  readonly language: string
  /** The user pressed the text at this offset. */
  readonly onPick: (offset: number) => void
}

/**
 * The article's text, as text nodes alone: nothing in it is ever markup. Marks are drawn by the Highlight API, so that
 * selection and copying stay untouched; for print and older browsers they become spans.
 */
export function ArticleText({ text, titleEnd, marks, target, language, onPick }: ArticleTextProps) {
  const holder = useRef<HTMLDivElement>(null)
  const blocks = useMemo(() => blocksOf(text), [text])
  const isFlat = useFlat()

  useEffect(() => {
    if (isFlat || !holder.current) return
    const finder = rangeFinder(holder.current, blocks)
    const byChannel = Map.groupBy(marks, ({ channel }) => channel)
    for (const channel of CHANNELS) {
      const ranges = (byChannel.get(channel) ?? []).map(finder).filter((range) => range !== null)
      const highlight = new Highlight(...ranges)
      highlight.priority = CHANNELS.indexOf(channel)
      CSS.highlights.set(`gs-${channel}`, highlight)
    }
    return () => {
      for (const channel of CHANNELS) CSS.highlights.delete(`gs-${channel}`)
    }
  }, [blocks, marks, isFlat])

  useLayoutEffect(() => {
    if (target === null || !holder.current) return
    const index = blocks.findIndex(({ end }) => end > target)
    const paragraph = holder.current.children[index]
    if (!paragraph) return
    const calm = matchMedia('(prefers-reduced-motion: reduce)').matches
    paragraph.scrollIntoView({ block: 'center', behavior: calm ? 'instant' : 'smooth' })
  }, [blocks, target])

  const pick = (event: MouseEvent): void => {
    const selection = getSelection()
    if (selection && !selection.isCollapsed) return
    const offset = offsetAt(event.clientX, event.clientY)
    if (offset !== null) onPick(offset)
  }
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the list of facts is the way of the keyboard
    // biome-ignore lint/a11y/noStaticElementInteractions: pressing a word is a shortcut to the list
    <div
      ref={holder}
      className="article-text"
      lang={language === 'und' ? undefined : language}
      onClick={pick}
      data-marks={isFlat ? 'spans' : 'highlights'}
      data-label={t('reader.text')}
    >
      {blocks.map((block) =>
        isFlat ? (
          <FlatParagraph key={block.start} block={block} text={text} marks={marks} isTitle={block.end <= titleEnd} />
        ) : (
          <Paragraph
            key={block.start}
            start={block.start}
            words={text.slice(block.start, block.end)}
            isTitle={block.end <= titleEnd}
          />
        ),
      )}
    </div>
  )
}

const Paragraph = memo(({ words, start, isTitle }: { words: string; start: number; isTitle: boolean }) => (
  <p dir="auto" data-start={start} className={isTitle ? 'article-title' : undefined}>
    {words}
  </p>
))

function FlatParagraph(props: { block: Block; text: string; marks: readonly MarkedSpan[]; isTitle: boolean }) {
  const { block, text, marks, isTitle } = props
  let at = block.start
  return (
    <p dir="auto" data-start={block.start} className={isTitle ? 'article-title' : undefined}>
      {segmentsOf(text, block, marks).map((segment) => {
        const start = at
        at += segment.text.length
        return segment.channels.length === 0 ? (
          segment.text
        ) : (
          <span key={start} data-start={start} className={segment.channels.map((channel) => `hl-${channel}`).join(' ')}>
            {segment.text}
          </span>
        )
      })}
    </p>
  )
}

/** Spans instead of highlights: where the browser has none, and on paper. */
function useFlat(): boolean {
  const [printing, setPrinting] = useState(false)
  useEffect(() => {
    const before = (): void => setPrinting(true)
    const after = (): void => setPrinting(false)
    addEventListener('beforeprint', before)
    addEventListener('afterprint', after)
    return () => {
      removeEventListener('beforeprint', before)
      removeEventListener('afterprint', after)
    }
  }, [])
  return !canHighlight || printing || new URLSearchParams(location.search).has('flat')
}

/** Ranges of the document for spans of the text; each block is one text node. */
function rangeFinder(holder: HTMLElement, blocks: readonly Block[]): (span: MarkedSpan) => Range | null {
  const nodeAt = (offset: number, isEnd: boolean): [Node, number] | null => {
    let low = 0
    let high = blocks.length - 1
    while (low < high) {
      const middle = (low + high) >> 1
      const { end } = blocks[middle] as Block
      if (isEnd ? end < offset : end <= offset) low = middle + 1
      else high = middle
    }
    const block = blocks[low]
    const node = holder.children[low]?.firstChild
    if (!block || !node) return null
    return [node, Math.max(0, Math.min(offset, block.end) - block.start)]
  }
  return ({ start, end }) => {
    const from = nodeAt(start, false)
    const to = nodeAt(end, true)
    if (!from || !to) return null
    const range = new Range()
    range.setStart(...from)
    range.setEnd(...to)
    return range
  }
}

/** The offset in the article's text of a point on the screen. */
function offsetAt(x: number, y: number): number | null {
  const position = document.caretPositionFromPoint?.(x, y)
  const parent = position?.offsetNode.parentElement?.closest<HTMLElement>('[data-start]')
  if (!position || !parent) return null
  return Number(parent.dataset.start) + position.offset
}
