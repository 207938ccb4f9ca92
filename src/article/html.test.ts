import { describe, expect, it } from 'vitest'
import { readPage } from './html.ts'

const PARAGRAPH =
  '<p>About two hundred people gathered on the central square on Sunday to demand that the mayor resign, and police let them stand there for two hours before they asked them to go home.</p>'
const BODY = PARAGRAPH.repeat(4)

function page(body: string, head = ''): string {
  return `<!doctype html><html lang="en"><head><title>Rally on the square | Example Courier</title>${head}</head><body>${body}</body></html>`
}

describe('readPage', () => {
  it('takes the report and records what it left out', () => {
    const draft = readPage(
      page(`
        <nav><a href="/a">Home</a> <a href="/b">World</a></nav>
        <article><h1>Rally on the square</h1>${BODY}
          <figure><img src="a.jpg"><figcaption>Protesters on Sunday. Photo: Example</figcaption></figure>
          <div class="related-posts"><a href="/1">Another rally</a></div>
          <ul><li><a href="/2">Older report one</a></li><li><a href="/3">Older report two</a></li></ul>
        </article>
        <footer>All rights reserved</footer>`),
    )
    expect(draft.text).toContain('demand that the mayor resign')
    expect(draft.text).not.toMatch(/Another rally|Older report|Photo: Example|All rights reserved|Home/u)
    const excluded = draft.excluded.map(({ text }) => text).join('\n')
    for (const piece of [
      'Another rally',
      'Older report one',
      'Protesters on Sunday. Photo: Example',
      'All rights reserved',
      'World',
    ])
      expect(excluded).toContain(piece)
    expect(draft.excluded).toContainEqual({ text: 'Protesters on Sunday. Photo: Example', reason: 'caption' })
  })

  it('parts paragraphs by an empty line and keeps inline markup inside words', () => {
    const draft = readPage(
      page(
        `<article><p>Police in <b>Al</b>maty said on Monday that the march, which had not been permitted, was over.</p>${BODY}</article>`,
      ),
    )
    expect(draft.text.split('\n\n')[0]).toBe(
      'Police in Almaty said on Monday that the march, which had not been permitted, was over.',
    )
  })

  it('finds title, publisher, author, address and claimed language', () => {
    const head =
      '<meta property="og:site_name" content="Example Courier"><meta name="author" content="By Aigerim Example"><link rel="canonical" href="https://courier.example/rally">'
    expect(readPage(page(`<h1>Rally on the square</h1><article>${BODY}</article>`, head))).toMatchObject({
      title: 'Rally on the square',
      publisher: 'Example Courier',
      author: 'Aigerim Example',
      url: 'https://courier.example/rally',
      claimedLanguage: 'en',
    })
  })

  it('finds a Chinese headline before the name of its site', () => {
    const paragraphs =
      '<p>星期日,约二百名市民在市中心广场举行集会,要求市政府撤销更改街道名称的决定。</p><p>警方没有干预集会,但带走了三名拒绝出示身份证件的人。</p>'
    const draft = readPage(
      `<html><head><title>某市举行集会_示例新闻网</title></head><body><h1>某市举行集会</h1><div id="content">${paragraphs}</div></body></html>`,
    )
    expect(draft.title).toBe('某市举行集会')
    expect(draft.text.split('\n\n')).toHaveLength(2)
  })

  it('reads names from JSON-LD, written-out references too, and survives a block that is no JSON', () => {
    const head = `<script type="application/ld+json">{broken</script><script type="application/ld+json">
      {"@graph":[{"@type":"NewsArticle","headline":"Mayor &amp; council &#8211; rally","author":[{"name":"A. One"},{"name":"B. Two"}],"publisher":{"name":"Example Press"}}]}</script>`
    expect(readPage(page(BODY, head))).toMatchObject({
      title: 'Mayor & council – rally',
      author: 'A. One, B. Two',
      publisher: 'Example Press',
    })
  })

  it('falls back on the paragraphs of a page where the main text is missed', () => {
    const scattered = Array.from(
      { length: 6 },
      (_, i) =>
        `<div class="sidebar-widget footer-${i}"><div><p>${'Paragraph text that is long enough to count as a part of the report. '.repeat(2)}${i}</p></div></div>`,
    )
    const draft = readPage(page(scattered.join('')))
    for (let i = 0; i < 6; i++) expect(draft.text).toContain(`report. ${i}`)
  })

  it('puts back a sentence that is lost inside the report because it is mostly a link', () => {
    const sentence =
      'The full list of the roads that are to be closed on Sunday was published by the town hall on its own page.'
    const draft = readPage(
      page(
        `<article>${PARAGRAPH}<div class="social-media-embed"><blockquote><p>${sentence}</p></blockquote></div>${PARAGRAPH.replace('About', 'Some')}${PARAGRAPH.replace('About', 'Nearly')}${PARAGRAPH.replace('About', 'Over')}</article>`,
      ),
    )
    const paragraphs = draft.text.split('\n\n')
    expect(paragraphs.indexOf(sentence)).toBe(1)
  })

  it('reads pages without html, head or body tags, and text after a tag closed too early', () => {
    for (const html of [
      `<title>T</title>${BODY}`,
      `<html><title>T</title><body>${BODY}`,
      `<html><head><title>T</title></head>${BODY}</html>`,
      `<html><body><p>x</p></body></html>${BODY}`,
    ])
      expect(readPage(html).text).toContain('demand that the mayor resign')
  })

  it('reads a page that breaks off in the middle', () => {
    const html = page(`<article>${BODY}<p>The last words were cu`)
    expect(readPage(html.slice(0, html.indexOf('</body>'))).text).toContain('The last words were cu')
  })

  it('removes NUL characters and says so', () => {
    const draft = readPage(page(`<article>${BODY.replace('mayor', 'ma\u0000yor')}</article>`))
    expect(draft.text).toContain('mayor')
    expect(draft.warnings).toContain('1 NUL characters were removed')
  })

  it.each([
    ['nested 10,000 deep', `${'<div>'.repeat(10_000)}${BODY}${'</div>'.repeat(10_000)}`],
    ['opening 200,000 elements', `${'<div>'.repeat(200_000)}${BODY}`],
    ['of 3,000 tables in each other', `${'<table><tr><td>'.repeat(3_000)}${BODY}`],
  ])('reads a page %s within seconds', (_, body) => {
    const start = performance.now()
    const draft = readPage(page(body))
    expect(draft.text).toContain('demand that the mayor resign')
    expect(draft.warnings.join()).toContain('flattened')
    expect(performance.now() - start).toBeLessThan(10_000)
  })

  it('reads a page of 50 MB by its paragraphs, bounded', () => {
    const start = performance.now()
    const draft = readPage(page(PARAGRAPH.repeat(Math.ceil(50_000_000 / PARAGRAPH.length))))
    expect(draft.title).toBe('Rally on the square | Example Courier')
    expect(draft.text.startsWith('About two hundred people')).toBe(true)
    expect(draft.warnings.join()).toMatch(/too large.*only the first/u)
    expect(performance.now() - start).toBeLessThan(15_000)
  })

  it('survives nonsense', () => {
    for (const html of [
      '',
      '<',
      '<<<<<<<<<<',
      '<html>',
      '<!--',
      '<script>',
      '</p></div>',
      '<p',
      '&#xffffffff;',
      '<html><frameset></frameset></html>',
      '<svg><title>',
    ])
      expect(readPage(html).text).toBeTypeOf('string')
  })
})
