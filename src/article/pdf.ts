import { getDocumentProxy } from 'unpdf'
import { GroundswellError } from '../base/error.ts'
import { cleanText, foldBlanks } from './clean-text.ts'
import type { Draft } from './draft.ts'
import { monthNames } from './month-names.ts'
import type { ParseTask } from './parse.ts'
import { layOutPages, type PdfItem, type PdfPage } from './pdf-layout.ts'
import { draftOfParagraphs } from './plain-text.ts'

/** Pages that are read; the rest is named in a warning. A report has a few, a yearbook some hundred. */
export const MAX_PAGES = 500
/** Titles that programs write by themselves. */
const IDLE_TITLE =
  /^(?:untitled.*|microsoft word.*|document\d*|без имени.*|print|.{0,4}|.*\.(?:docx?|pdf|indd|qxd|html?|php))$/iu

/**
 * Reads the text of a PDF: lines joined to paragraphs by their distance, words parted at line ends put together,
 * running heads and page numbers left out and recorded. A PDF of pictures has no text and says so (GS-E105).
 */
export async function readPdf(task: ParseTask): Promise<Draft> {
  const document = await openDocument(task.bytes)
  const warnings: string[] = []
  const total = document.numPages
  if (total > MAX_PAGES) warnings.push(`only the first ${MAX_PAGES} of ${total} pages were read`)
  const pages: PdfPage[] = []
  for (let number = 1; number <= Math.min(total, MAX_PAGES); number++) {
    try {
      pages.push(await readPage(document, number))
    } catch (error) {
      warnings.push(`page ${number} could not be read: ${error instanceof Error ? error.message : String(error)}`)
    }
  }
  const layout = layOutPages(pages)
  if (layout.paragraphs.length === 0) throw new GroundswellError('GS-E105', { detail: `${total} pages` })
  const info = await documentInfo(document)
  await document.loadingTask.destroy()
  const cleaned = layout.paragraphs.map((paragraph) => cleanText(paragraph))
  const stated = info.title && !IDLE_TITLE.test(info.title) ? info.title : undefined
  const title = layout.title ?? stated
  return draftOfParagraphs(
    cleaned.map(({ text }) => text),
    task.months ?? monthNames(),
    {
      mediaType: 'application/pdf',
      warnings: [...warnings, ...new Set(cleaned.flatMap((paragraph) => paragraph.warnings))],
      excluded: layout.excluded,
      ...(title ? { title: foldBlanks(cleanText(title).text) } : {}),
      ...(info.author ? { author: info.author } : {}),
    },
  )
}

type Document = Awaited<ReturnType<typeof getDocumentProxy>>

async function openDocument(bytes: Uint8Array): Promise<Document> {
  try {
    // pdf.js takes the buffer over; a copy leaves the caller's bytes alone. No scripts, no fonts, no messages.
    return await getDocumentProxy(new Uint8Array(bytes), { disableFontFace: true, verbosity: 0 })
  } catch (error) {
    const name = error instanceof Error ? error.name : ''
    const detail = error instanceof Error ? error.message : String(error)
    throw new GroundswellError(name === 'PasswordException' ? 'GS-E112' : 'GS-E104', { detail, cause: error })
  }
}

async function readPage(document: Document, number: number): Promise<PdfPage> {
  const page = await document.getPage(number)
  const [, bottom = 0, , top = 0] = page.view
  const { items } = await page.getTextContent()
  const kept: PdfItem[] = []
  for (const item of items) {
    if (!('str' in item)) continue
    const [, , , scale = 0, x = 0, y = 0] = item.transform as number[]
    kept.push({ text: item.str, x, y, width: item.width, size: item.height || Math.abs(scale), lineEnd: item.hasEOL })
  }
  page.cleanup()
  return { items: kept, bottom, top }
}

async function documentInfo(document: Document): Promise<{ title?: string; author?: string }> {
  try {
    const { info } = (await document.getMetadata()) as { info: { Title?: unknown; Author?: unknown } }
    const text = (value: unknown): string => (typeof value === 'string' ? foldBlanks(cleanText(value).text) : '')
    const [title, author] = [text(info.Title), text(info.Author)]
    return { ...(title ? { title } : {}), ...(author ? { author } : {}) }
  } catch {
    return {} // Damaged metadata says nothing; the text is what counts.
  }
}
