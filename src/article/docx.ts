import { unzipSync } from 'fflate'
import { Parser } from 'htmlparser2'
import { GroundswellError } from '../base/error.ts'
import type { Excluded } from './article.ts'
import { cleanText, foldBlanks } from './clean-text.ts'
import type { Draft } from './draft.ts'
import { monthNames } from './month-names.ts'
import type { ParseTask } from './parse.ts'
import { draftOfParagraphs } from './plain-text.ts'

/** Largest unpacked part that is read: 64 MB of XML is some thousand pages of text. */
const MAX_PART_BYTES = 64 * 1024 * 1024
/** Parts that a DOCX may list; real ones have tens to hundreds (pictures). */
const MAX_PARTS = 10_000
/** XML of documents packs 5 to 30 times; a part beyond this ratio and RATIO_FROM_BYTES is made to do harm. */
const MAX_RATIO = 200
const RATIO_FROM_BYTES = 4 * 1024 * 1024
/** The parts that hold text or facts about it. */
const WANTED = new Set(['word/document.xml', 'word/footnotes.xml', 'word/endnotes.xml', 'docProps/core.xml'])
const MEDIA_TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
/** Titles that word processors write by themselves. */
const IDLE_TITLE = /^(?:document\d*|microsoft word.*|untitled|без имени|word document|.*\.docx?)$/iu

/**
 * Reads a DOCX: paragraphs in order, tables cell by cell; deleted text of tracked changes, field codes and the second
 * copy of text boxes are left out, foot- and endnotes are recorded as excluded. Only the four parts that matter are
 * unpacked, each within the size that the archive declares for it, so that nothing can unpack to more than the limit.
 */
export function readDocx(task: ParseTask): Draft {
  const parts = unzipParts(task.bytes)
  const document = parts['word/document.xml']
  if (!document) throw new GroundswellError('GS-E106', { detail: 'no word/document.xml' })
  const decode = (part: Uint8Array | undefined): string => new TextDecoder('utf-8').decode(part ?? new Uint8Array())
  const cleaned = cleanText(decode(document))
  const paragraphs = readParagraphs(cleaned.text)
  const notes = [parts['word/footnotes.xml'], parts['word/endnotes.xml']].flatMap((part) =>
    readParagraphs(decode(part)),
  )
  const core = readCore(decode(parts['docProps/core.xml']))
  const styled = paragraphs.find(({ style }) => /^(?:title|titel|titre|название|заголовок1?|heading1|1)$/iu.test(style))
  const title = styled?.text ?? (core.title && !IDLE_TITLE.test(core.title) ? core.title : undefined)
  const excluded: Excluded[] = notes.map(({ text }) => ({ text, reason: 'footnote' }))
  return draftOfParagraphs(
    paragraphs.map(({ text }) => text),
    task.months ?? monthNames(),
    {
      mediaType: MEDIA_TYPE,
      warnings: cleaned.warnings,
      excluded,
      ...(title ? { title: foldBlanks(title) } : {}),
      ...(core.author ? { author: core.author } : {}),
    },
  )
}

function unzipParts(bytes: Uint8Array): Record<string, Uint8Array> {
  let parts = 0
  return unzipSync(bytes, {
    filter({ name, size, originalSize }) {
      if (++parts > MAX_PARTS) throw new GroundswellError('GS-E107', { detail: `more than ${MAX_PARTS} parts` })
      if (!WANTED.has(name)) return false
      if (originalSize > MAX_PART_BYTES || (originalSize > RATIO_FROM_BYTES && originalSize > size * MAX_RATIO))
        throw new GroundswellError('GS-E107', { detail: `${name}: ${originalSize} bytes from ${size}` })
      return true
    },
  })
}

interface Paragraph {
  readonly text: string
  readonly style: string
}

/** Elements whose text is not part of what a reader sees. */
const HIDDEN = new Set(['mc:Fallback', 'w:del', 'w:moveFrom', 'w:instrText', 'w:delText'])

function readParagraphs(xml: string): Paragraph[] {
  const paragraphs: Paragraph[] = []
  // Text boxes nest a paragraph inside a run of another: an own stack keeps each one's characters apart.
  const open: { text: string; style: string }[] = []
  let hidden = 0
  let inText = false
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        if (HIDDEN.has(name)) hidden++
        if (hidden > 0) return
        const current = open.at(-1)
        if (name === 'w:p') open.push({ text: '', style: '' })
        else if (name === 'w:t') inText = true
        else if (current && name === 'w:tab') current.text += ' '
        else if (current && (name === 'w:br' || name === 'w:cr')) current.text += '\n'
        else if (current && name === 'w:noBreakHyphen') current.text += '-'
        else if (current && name === 'w:pStyle') current.style = attributes['w:val'] ?? ''
      },
      ontext(data) {
        const current = open.at(-1)
        if (inText && hidden === 0 && current) current.text += data
      },
      onclosetag(name) {
        if (HIDDEN.has(name)) hidden = Math.max(0, hidden - 1)
        else if (name === 'w:t') inText = false
        else if (name === 'w:p' && hidden === 0) {
          const closed = open.pop()
          const text = closed?.text
            .split('\n')
            .map(foldBlanks)
            .filter((line) => line !== '')
            .join('\n')
          if (closed && text) paragraphs.push({ text, style: closed.style })
        }
      },
    },
    { xmlMode: true, decodeEntities: true },
  )
  parser.write(xml)
  parser.end()
  return paragraphs
}

function readCore(xml: string): { title?: string; author?: string } {
  const facts: { title?: string; author?: string } = {}
  let element = ''
  const parser = new Parser(
    {
      onopentag(name) {
        element = name
      },
      ontext(data) {
        const text = foldBlanks(cleanText(data).text)
        if (text === '') return
        if (element === 'dc:title') facts.title = (facts.title ?? '') + text
        if (element === 'dc:creator') facts.author = (facts.author ?? '') + text
      },
      onclosetag() {
        element = ''
      },
    },
    { xmlMode: true, decodeEntities: true },
  )
  parser.write(xml)
  parser.end()
  return facts
}
