import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { decodeBytes } from '../src/article/charset.ts'
import { readPage } from '../src/article/html.ts'

/** Figures of main-text extraction over a folder of pages. */
export interface HtmlScore {
  readonly pages: number
  readonly f1: number
  readonly precision: number
  readonly recall: number
  /** Share of pages whose words are exactly those of the truth. */
  readonly exact: number
  readonly millisecondsPerPage: number
  readonly worst: readonly { id: string; url: string; f1: number; precision: number; recall: number }[]
}

/** Words in a shingle, as in scrapinghub/article-extraction-benchmark. */
const SHINGLE_WORDS = 4
const WORD = /[\p{L}\p{N}_]/u

/**
 * Scores the HTML reader on a folder that holds `ground-truth.json` ({id: {articleBody, url}}) and `<id>.html.gz`, by
 * the measure of scrapinghub/article-extraction-benchmark: shingles of four words as bags, true and false ones counted
 * per page as shares (long pages weigh no more), precision and recall averaged over pages, F1 of the two averages.
 * With `withTitle` the text is scored as the Article holds it, title first; the truth has no titles.
 */
export function scoreHtml(folder: string, options: { withTitle?: boolean } = {}): HtmlScore {
  const truth = JSON.parse(readFileSync(join(folder, 'ground-truth.json'), 'utf8')) as Record<
    string,
    { articleBody: string; url: string }
  >
  const pages: {
    id: string
    url: string
    f1: number
    precision: number
    recall: number
    exact: boolean
    predicted: boolean
    wanted: boolean
  }[] = []
  const start = performance.now()
  for (const [id, { articleBody, url }] of Object.entries(truth)) {
    const bytes = gunzipSync(readFileSync(join(folder, `${id}.html.gz`)))
    const draft = readPage(decodeBytes(bytes).text, { url })
    const predicted = options.withTitle && draft.title ? `${draft.title}\n\n${draft.text}` : draft.text
    pages.push({
      id,
      url,
      ...scoreText(articleBody, predicted),
      predicted: WORD.test(predicted),
      wanted: WORD.test(articleBody),
    })
  }
  const millisecondsPerPage = (performance.now() - start) / Math.max(1, pages.length)
  // As the original scorer does, a page without any predicted words counts for recall only, and the reverse.
  const precision = mean(pages.filter((page) => page.predicted).map((page) => page.precision))
  const recall = mean(pages.filter((page) => page.wanted).map((page) => page.recall))
  return {
    pages: pages.length,
    f1: (2 * precision * recall) / (precision + recall),
    precision,
    recall,
    exact: mean(pages.map((page) => (page.exact ? 1 : 0))),
    millisecondsPerPage,
    worst: [...pages].sort((a, b) => a.f1 - b.f1).slice(0, 20),
  }
}

/** Precision, recall and F1 of one predicted text by bags of four-word shingles. */
export function scoreText(
  truth: string,
  predicted: string,
): { precision: number; recall: number; f1: number; exact: boolean } {
  const wanted = shingles(truth)
  const given = shingles(predicted)
  let hits = 0
  let missed = 0
  let extra = 0
  for (const [key, count] of wanted) {
    const other = given.get(key) ?? 0
    hits += Math.min(count, other)
    missed += Math.max(0, count - other)
  }
  for (const [key, count] of given) extra += Math.max(0, count - (wanted.get(key) ?? 0))
  const precision = hits + extra === 0 ? (missed === 0 ? 1 : 0) : hits / (hits + extra)
  const recall = hits + missed === 0 ? (extra === 0 ? 1 : 0) : hits / (hits + missed)
  const f1 = precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall)
  return { precision, recall, f1, exact: missed === 0 && extra === 0 }
}

function shingles(text: string): Map<string, number> {
  const words = text.match(/[\p{L}\p{N}_]+/gu) ?? []
  const bag = new Map<string, number>()
  if (words.length === 0) return bag
  for (let i = 0; i < Math.max(1, words.length - SHINGLE_WORDS + 1); i++) {
    const key = words.slice(i, i + SHINGLE_WORDS).join('\u0001')
    bag.set(key, (bag.get(key) ?? 0) + 1)
  }
  return bag
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length)
}

/**
 * The figures of `npm run bench -- html --data FOLDER`: main text against the truth, and the same with the title first,
 * as the Article's text has it (`f1_with_title`; the truth holds no titles).
 */
export async function benchHtml(folder: string): Promise<Record<string, number>> {
  const body = scoreHtml(folder)
  const whole = scoreHtml(folder, { withTitle: true })
  return {
    pages: body.pages,
    f1: body.f1,
    precision: body.precision,
    recall: body.recall,
    exact: body.exact,
    f1_with_title: whole.f1,
    ms_per_page: body.millisecondsPerPage,
  }
}
