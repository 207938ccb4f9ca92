/**
 * The little of the DOM that reading text needs. linkedom's nodes satisfy it; naming it here keeps the DOM library's
 * types out of everything but its wrapper.
 */
export interface DomNode {
  readonly nodeType: number
  readonly nodeName: string
  readonly textContent: string | null
  readonly childNodes: ArrayLike<DomNode>
  readonly parentNode: DomNode | null
}

export interface DomElement extends DomNode {
  getAttribute(name: string): string | null
  querySelectorAll(selector: string): ArrayLike<DomElement>
  querySelector(selector: string): DomElement | null
  remove(): void
}

const ELEMENT = 1
const TEXT = 3

/** Elements that begin and end a block of text. Everything else runs on within its line. */
const BLOCKS = new Set(
  (
    'address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption figure footer ' +
    'form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav ol option p pre section summary table tbody td ' +
    'tfoot th thead tr ul'
  ).split(' '),
)
/** Elements whose characters are never text for a reader. */
const SILENT = new Set(
  'script style noscript template head title svg math iframe object embed audio video canvas select textarea button input'.split(
    ' ',
  ),
)

/**
 * The text of a tree, one string per block element, in document order; blanks are folded, `<br>` becomes `\n`, empty
 * blocks are dropped. Inline elements add no blank, so "<b>Al</b>maty" stays one word.
 */
export function blockText(root: DomNode): string[] {
  const blocks: string[] = []
  let line = ''
  const close = (): void => {
    const text = foldLine(line)
    if (text) blocks.push(text)
    line = ''
  }
  // An own stack instead of recursion: a tree may be as deep as its author pleased.
  const stack: (DomNode | typeof close)[] = [root]
  for (let item = stack.pop(); item; item = stack.pop()) {
    if (typeof item === 'function') {
      item()
      continue
    }
    if (item.nodeType === TEXT) {
      line += (item.textContent ?? '').replace(/\s+/gu, ' ')
      continue
    }
    if (item.nodeType !== ELEMENT && item !== root) continue
    const name = item.nodeName.toLowerCase()
    if (SILENT.has(name)) continue
    if (name === 'br') {
      line += '\n'
      continue
    }
    if (BLOCKS.has(name)) {
      close()
      stack.push(close)
    }
    const children = item.childNodes
    for (let i = children.length - 1; i >= 0; i--) stack.push(children[i] as DomNode)
  }
  close()
  return blocks
}

/** Folds blanks inside each line and drops empty lines and outer blanks. */
function foldLine(text: string): string {
  if (!text.includes('\n')) return text.replace(/[\s\u0085]+/gu, ' ').trim()
  return text
    .split('\n')
    .map((part) => part.replace(/[\s\u0085]+/gu, ' ').trim())
    .filter((part) => part !== '')
    .join('\n')
}
