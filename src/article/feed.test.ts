import { describe, expect, it } from 'vitest'
import { parseInput } from './parse.ts'

async function feed(source: string) {
  return parseInput({ format: 'feed', bytes: new TextEncoder().encode(source), hint: { file: 'feed.xml' } })
}

async function drafts(source: string) {
  return (await feed(source)).map((outcome) => (outcome.kind === 'draft' ? outcome.draft : outcome))
}

const RSS = `<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel>
<title>Example Courier</title><link>https://courier.example</link><language>ru</language>
<item><title>Митинг &amp;quot;за реки&amp;quot;</title><link>https://courier.example/1</link><guid isPermaLink="false">c-1</guid>
<description>Коротко.</description><content:encoded><![CDATA[<p>В субботу жители вышли на берег.</p><p>Полиция не вмешивалась.</p><p>The post Митинг appeared first on Example Courier.</p>]]></content:encoded>
<pubDate>Sat, 10 Jul 2021 09:00:00 +0600</pubDate><dc:creator>А. Пример</dc:creator></item>
<item><title>Только заголовок</title><link>https://courier.example/2</link></item>
</channel></rss>`

describe('readFeed', () => {
  it('reads RSS: the longest text of an item, its date, author and address', async () => {
    const [first, second] = await drafts(RSS)
    expect(first).toMatchObject({
      externalId: 'c-1',
      title: 'Митинг "за реки"',
      text: 'В субботу жители вышли на берег.\n\nПолиция не вмешивалась.',
      author: 'А. Пример',
      publisher: 'Example Courier',
      url: 'https://courier.example/1',
      claimedLanguage: 'ru',
      published: { from: '2021-07-10', to: '2021-07-10', basis: 'feed' },
      excluded: [{ text: 'The post Митинг appeared first on Example Courier.', reason: 'link-list' }],
    })
    expect(second).toMatchObject({ text: 'Только заголовок', published: null })
  })

  it('reads Atom with XHTML content and the date of the last change', async () => {
    const [entry] =
      await drafts(`<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en"><title>Monitor</title><entry><title>Vote</title>
      <link href="https://monitor.example/v"/><id>urn:v</id><updated>2021-07-09T01:00:00Z</updated>
      <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>The vote was put off.</p><p>No new day was named.</p></div></content></entry></feed>`)
    expect(entry).toMatchObject({
      text: 'The vote was put off.\n\nNo new day was named.',
      url: 'https://monitor.example/v',
      published: { from: '2021-07-09', basis: 'feed-updated' },
    })
  })

  it('reads RDF and JSON feeds', async () => {
    const rdf = `<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/">
      <channel rdf:about="https://x.example"><title>Agency</title><link>https://x.example</link></channel>
      <item rdf:about="https://x.example/2"><title>Strike</title><link>https://x.example/2</link><description>Miners went on strike.</description><dc:date>2021-07-06</dc:date></item></rdf:RDF>`
    expect((await drafts(rdf))[0]).toMatchObject({
      title: 'Strike',
      text: 'Miners went on strike.',
      published: { from: '2021-07-06' },
    })
    const json = JSON.stringify({
      version: 'https://jsonfeed.org/version/1.1',
      title: 'Agency',
      items: [
        {
          id: '1',
          url: 'https://x.example/1',
          title: 'Strike',
          content_text: 'Miners & others.\n\nThey stay.',
          date_published: '2021-07-06T00:00:00Z',
        },
      ],
    })
    expect((await drafts(json))[0]).toMatchObject({
      text: 'Miners & others.\n\nThey stay.',
      published: { from: '2021-07-06' },
    })
  })

  it('tells of items that were lost in a damaged feed', async () => {
    const outcomes = await feed(
      '<rss version="2.0"><channel><title>x</title><item><title>One</title><item><title>Two</title></item></channel></rss>',
    )
    expect(outcomes.map((outcome) => outcome.kind)).toEqual(['draft', 'failed'])
    expect(outcomes[1]).toMatchObject({ code: 'GS-E110', detail: '1 of 2 items could not be read' })
  })

  it('fails with a coded error on what is no feed, and expands no entities', async () => {
    expect(await feed('<rss><chann')).toMatchObject([{ kind: 'failed', code: 'GS-E110' }])
    const bomb = `<?xml version="1.0"?><!DOCTYPE r [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]><rss version="2.0"><channel><title>t</title><item><title>x &b; y</title></item></channel></rss>`
    expect(JSON.stringify(await feed(bomb))).not.toContain('aaaaaaaaaa')
  })
})
