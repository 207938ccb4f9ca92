import type { Excluded } from './article.ts'
import { blockText, type DomElement, type DomNode } from './block-text.ts'

/**
 * Thresholds of pruning, chosen on the pages of scrapinghub/article-extraction-benchmark: a block that is mostly links
 * and short is a list of links; a short block whose class or id names a page part is that part.
 */
const LINK_SHARE = 0.7
const LINK_SHARE_OF_SENTENCE = 0.95
const LINK_BLOCK_CHARACTERS = 600
const LINK_PARAGRAPH_CHARACTERS = 120
const NAMED_BLOCK_CHARACTERS = 400

/** Words in class and id names that say what a block is for; matched as whole parts of a name ("post-related" has "related"). */
const PART_NAMES = new Map<string, string>(
  Object.entries({
    related: 'related',
    recommended: 'related',
    recommendation: 'related',
    recommendations: 'related',
    readmore: 'related',
    recirc: 'related',
    trending: 'related',
    popular: 'related',
    promo: 'advertisement',
    promotion: 'advertisement',
    advert: 'advertisement',
    advertisement: 'advertisement',
    ad: 'advertisement',
    ads: 'advertisement',
    sponsor: 'advertisement',
    sponsored: 'advertisement',
    share: 'share',
    sharing: 'share',
    social: 'share',
    sharedaddy: 'share',
    follow: 'share',
    newsletter: 'newsletter',
    subscribe: 'newsletter',
    subscription: 'newsletter',
    signup: 'newsletter',
    comment: 'comments',
    comments: 'comments',
    disqus: 'comments',
    caption: 'caption',
    credit: 'caption',
    credits: 'caption',
    byline: 'byline',
    author: 'byline',
    bio: 'byline',
    dateline: 'byline',
    timestamp: 'byline',
    pubdate: 'byline',
    tag: 'tags',
    tags: 'tags',
    breadcrumb: 'navigation',
    breadcrumbs: 'navigation',
    navigation: 'navigation',
    pagination: 'navigation',
    pager: 'navigation',
    toolbar: 'navigation',
    copyright: 'boilerplate',
    disclaimer: 'boilerplate',
    cookie: 'boilerplate',
    paywall: 'boilerplate',
    hidden: 'boilerplate',
  }),
)

/** Containers that are dropped whole: they stand beside the report, not in it. */
const ASIDE = 'figcaption, aside, time'
const CANDIDATES =
  'div, section, p, ul, ol, li, table, header, footer, span, h2, h3, h4, h5, h6, figure, nav, form, dl, blockquote'

/**
 * Removes from the extracted main text what is not the report: captions, asides, lists of links, blocks named as page
 * parts. Changes the tree and returns what went, each with its reason.
 */
export function pruneMainText(root: DomElement): Excluded[] {
  const excluded: Excluded[] = []
  const drop = (element: DomElement, reason: string): void => {
    const text = blockText(element).join('\n')
    if (text) excluded.push({ text, reason })
    element.remove()
  }
  for (const element of toArray(root.querySelectorAll(ASIDE))) {
    if (!isWithin(element, root)) continue
    drop(element, element.nodeName.toLowerCase() === 'figcaption' ? 'caption' : 'boilerplate')
  }
  for (const element of toArray(root.querySelectorAll(CANDIDATES))) {
    if (!isWithin(element, root)) continue // It went with an ancestor.
    const characters = textLength(element)
    if (characters === 0) continue
    const name = element.nodeName.toLowerCase()
    const part = characters < NAMED_BLOCK_CHARACTERS ? partName(element) : undefined
    if (part) drop(element, part)
    else if (name !== 'span' && isLinkList(element, name, characters)) drop(element, 'link-list')
  }
  return excluded
}

function isLinkList(element: DomElement, name: string, characters: number): boolean {
  if (characters >= (name === 'p' ? LINK_PARAGRAPH_CHARACTERS : LINK_BLOCK_CHARACTERS)) return false
  // A sentence of which the most is a link is still a sentence.
  const sentence = name === 'p' && /[.!?…。]\s*$/u.test(element.textContent ?? '')
  let linked = 0
  for (const link of toArray(element.querySelectorAll('a'))) linked += textLength(link)
  return linked / characters > (sentence ? LINK_SHARE_OF_SENTENCE : LINK_SHARE)
}

function partName(element: DomElement): string | undefined {
  const names = `${element.getAttribute('class') ?? ''} ${element.getAttribute('id') ?? ''}`
  if (names === ' ') return undefined
  for (const word of names
    .replace(/([a-z])([A-Z])/gu, '$1 $2')
    .toLowerCase()
    .split(/[^a-z]+/u)) {
    const part = PART_NAMES.get(word)
    if (part) return part
  }
  return undefined
}

function textLength(node: DomNode): number {
  return (node.textContent ?? '').replace(/\s+/gu, ' ').trim().length
}

function isWithin(element: DomNode, root: DomNode): boolean {
  for (let at: DomNode | null = element; at; at = at.parentNode) if (at === root) return true
  return false
}

function toArray<T>(list: ArrayLike<T>): T[] {
  return Array.from(list)
}
