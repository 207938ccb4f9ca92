import type { Article } from '../../src/article/article.ts'
import { type Coder, createCoder } from '../../src/coding/coder.ts'
import type { EventRecord } from '../../src/coding/event-record.ts'
import { loadResources } from '../../src/jobs/resources.ts'

let made: Coder | undefined

/** The coder with the shipped resources, made once for all tests of a file. */
export function testCoder(): Coder {
  made ??= createCoder(loadResources())
  return made
}

/** An article of plain text, published on a Monday. */
export function testArticle(text: string, published = '2021-07-12'): Article {
  return {
    id: 'ar_test',
    text,
    published: { from: published, to: published, basis: 'given' },
    language: 'en',
    sha256: '',
    mediaType: 'text/plain',
    excluded: [],
    warnings: [],
  }
}

/** The records of a text. */
export function records(text: string): EventRecord[] {
  return testCoder().code(testArticle(text)).records
}
