import { describe, expect, it } from 'vitest'
import { parseInput } from '../../src/article/parse.ts'
import { makePdf, type PdfLine } from '../fixtures/article/make-pdf.ts'

async function read(bytes: Uint8Array) {
  const [outcome] = await parseInput({ format: 'pdf', bytes, hint: { file: 'a.pdf' } })
  return outcome
}

function lines(texts: readonly string[], top = 700, step = 14): PdfLine[] {
  return texts.map((text, index) => ({ text, y: top - index * step }))
}

describe('readPdf', () => {
  it('joins lines to paragraphs, puts parted words together, finds title and date', async () => {
    const page: PdfLine[] = [
      { text: 'Miners Lay Down Work', size: 20, y: 740 },
      { text: 'Published: 6 July 2021', y: 716 },
      ...lines(
        [
          'About two hundred miners began a demon-',
          'stration outside the offices in Nur-',
          'Sultan on Monday, their union said.',
        ],
        690,
      ),
      ...lines(['The company offered talks. No day was', 'named for them.'], 620),
    ]
    expect(await read(makePdf([page], { Title: 'Microsoft Word - doc1', Author: 'Dana Example' }))).toMatchObject({
      kind: 'draft',
      draft: {
        title: 'Miners Lay Down Work',
        author: 'Dana Example',
        published: { from: '2021-07-06', basis: 'date-line' },
        text:
          'Miners Lay Down Work\n\nPublished: 6 July 2021\n\nAbout two hundred miners began a demonstration outside the offices in Nur-Sultan on Monday, their union said.' +
          '\n\nThe company offered talks. No day was named for them.',
      },
    })
  })

  it('leaves out running heads and page numbers, and goes on with a sentence over the page', async () => {
    const pages = [1, 2, 3].map((number) => [
      { text: `Example Weekly, issue ${number}`, y: 760 },
      ...lines(
        [
          `${['Monday', 'Tuesday', 'Friday'][number - 1]} was a day of strike`,
          'the miners and their',
          `families, ${number}00 people in all,`,
          'came to the offices again.',
          `They left at ${number} in the`,
        ],
        700,
      ),
      ...lines([`afternoon, the ${['first', 'second', 'third'][number - 1]} time.`], 630),
      { text: `- ${number} -`, y: 40 },
    ])
    const outcome = await read(makePdf(pages))
    if (outcome?.kind !== 'draft') throw new Error('no draft')
    expect(outcome.draft.text).not.toMatch(/Example Weekly|- \d -/u)
    expect(outcome.draft.excluded.filter(({ reason }) => reason === 'running-head')).toHaveLength(6)
  })

  it('tells a PDF without text from a damaged one and from one that is none', async () => {
    expect(await read(makePdf([[]]))).toMatchObject({ kind: 'failed', code: 'GS-E105' })
    const whole = makePdf([lines(['Some text'])])
    expect(await read(whole.subarray(0, 60))).toMatchObject({ kind: 'failed', code: 'GS-E104' })
    expect(await read(new TextEncoder().encode('%PDF-1.7\nnothing else'))).toMatchObject({
      kind: 'failed',
      code: 'GS-E104',
    })
  })

  it('reads what is left of a PDF whose table of contents is lost', async () => {
    const whole = Buffer.from(makePdf([lines(['The text is still there.'])])).toString('latin1')
    const cut = Buffer.from(
      whole.replace(/startxref\n\d+/u, 'startxref\n9').replace(/xref\n0 \d+\n(?:\d+ \d+ \w \n)*/u, ''),
      'latin1',
    )
    expect(await read(cut)).toMatchObject({ kind: 'draft', draft: { text: 'The text is still there.' } })
  })
})
