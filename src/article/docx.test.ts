import { strToU8, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { parseInput } from './parse.ts'

const WORD =
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'

function docx(body: string, more: Record<string, Uint8Array> = {}): Uint8Array {
  const document = `<?xml version="1.0" encoding="UTF-8"?><w:document ${WORD}><w:body>${body}</w:body></w:document>`
  return zipSync({ '[Content_Types].xml': strToU8('<Types/>'), 'word/document.xml': strToU8(document), ...more })
}

const paragraph = (text: string, style = '') =>
  `<w:p>${style ? `<w:pPr><w:pStyle w:val="${style}"/></w:pPr>` : ''}<w:r><w:t xml:space="preserve">${text}</w:t></w:r></w:p>`

async function read(bytes: Uint8Array) {
  const [outcome] = await parseInput({ format: 'docx', bytes, hint: { file: 'a.docx' } })
  return outcome
}

describe('readDocx', () => {
  it('reads paragraphs, title, author and notes; deleted text and second copies are left out', async () => {
    const body =
      paragraph('Rally in the capital', 'Title') +
      paragraph('By Dana Example') +
      '<w:p><w:r><w:t>About </w:t></w:r><w:del><w:r><w:delText>three</w:delText></w:r></w:del><w:r><w:t>two hundred people came.</w:t></w:r></w:p>' +
      '<w:p><mc:AlternateContent><mc:Choice><w:r><w:t>A box.</w:t></w:r></mc:Choice><mc:Fallback><w:r><w:t>A box.</w:t></w:r></mc:Fallback></mc:AlternateContent></w:p>' +
      '<w:tbl><w:tr><w:tc><w:p><w:r><w:t>Cell &amp; one</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>Cell two</w:t></w:r></w:p></w:tc></w:tr></w:tbl>'
    const notes = strToU8(
      `<w:footnotes ${WORD}><w:footnote>${paragraph('Example Post, accessed July 23.')}</w:footnote></w:footnotes>`,
    )
    expect(await read(docx(body, { 'word/footnotes.xml': notes }))).toMatchObject({
      kind: 'draft',
      draft: {
        title: 'Rally in the capital',
        author: 'Dana Example',
        text: 'Rally in the capital\n\nAbout two hundred people came.\n\nA box.\n\nCell & one\n\nCell two',
        excluded: [
          { text: 'Example Post, accessed July 23.', reason: 'footnote' },
          { text: 'By Dana Example', reason: 'byline' },
        ],
      },
    })
  })

  it('refuses a part that unpacks to far more than it holds', async () => {
    const bomb = zipSync({ 'word/document.xml': new Uint8Array(50_000_000) }, { level: 9 })
    expect(await read(bomb)).toMatchObject({ kind: 'failed', code: 'GS-E107' })
  })

  it('is not led astray by a part that declares less than it holds', async () => {
    const honest = zipSync({ 'word/document.xml': new Uint8Array(30_000_000) }, { level: 9 })
    const lying = honest.slice()
    const view = new DataView(lying.buffer)
    // The uncompressed size stands 22 bytes into the local header and 24 bytes into the directory entry.
    view.setUint32(22, 1_000, true)
    const directory = Buffer.from(lying).indexOf(Buffer.from([0x50, 0x4b, 1, 2]))
    view.setUint32(directory + 24, 1_000, true)
    const outcome = await read(lying)
    expect(outcome?.kind === 'draft' ? outcome.draft.text.length : 0).toBeLessThanOrEqual(1_000)
  })

  it('refuses archives with too many parts', async () => {
    const parts = Object.fromEntries(Array.from({ length: 10_001 }, (_, i) => [`word/media/${i}`, new Uint8Array()]))
    expect(await read(docx(paragraph('Text'), parts))).toMatchObject({ kind: 'failed', code: 'GS-E107' })
  })

  it('reports damage', async () => {
    const whole = docx(paragraph('Some text that is long enough to be cut.').repeat(50))
    for (const bytes of [
      whole.subarray(0, whole.length / 2),
      zipSync({ 'xl/workbook.xml': strToU8('<x/>') }),
      strToU8('PK\u0003\u0004 and nothing'),
    ])
      expect(await read(bytes)).toMatchObject({ kind: 'failed', code: 'GS-E106' })
  })
})
