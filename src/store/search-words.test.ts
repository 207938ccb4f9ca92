import { DatabaseSync } from 'node:sqlite'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { foldName, ftsQuery, indexText, indexWords, markWords, parseQuery } from './search-words.ts'

function checkIndex(text: string, language: string, expected: string): void {
  expect(indexText(text, language)).toBe(expected)
}

describe('index words', () => {
  it('are folded, composed and stemmed by language', () => {
    checkIndex('Protesters RALLIED in Almaty, 6 July', 'en', 'protest ralli in almati 6 juli')
    checkIndex('Митингующие ещё шли', 'ru', 'митинг ещ шли')
    checkIndex('Protestolar İstanbul', 'tr', 'protesto istanbul')
    checkIndex('Наразылық шерулері', 'kk', 'наразылық шеру')
    // A decomposed й is the same letter.
    checkIndex('митинг\u0438\u0306', 'und', 'митингй')
    checkIndex('抗议者在北京', 'zh', '抗议 议者 者在 在北 北京')
    checkIndex('北', 'zh', '北')
    checkIndex('— … !', 'en', '')
  })

  it('say where they stand: every word is its piece of the text', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', maxLength: 80 }),
        fc.constantFrom('en', 'ru', 'tr', 'zh', 'und'),
        (text, language) => {
          let last = 0
          for (const { word, start, end } of indexWords(text, language)) {
            expect(end).toBeGreaterThan(start)
            expect(start).toBeGreaterThanOrEqual(language === 'zh' || /\p{Script=Han}/u.test(text) ? 0 : last)
            expect(word).not.toBe('')
            expect(text.slice(start, end)).toMatch(/^[\p{L}\p{N}\p{M}]+$/u)
            last = end
          }
        },
      ),
    )
  })
})

describe('queries', () => {
  it('take words, phrases and unwanted words', () => {
    expect(parseQuery('land "police detained" -china').map((term) => [term.row.length, term.unwanted])).toEqual([
      [1, false],
      [2, false],
      [1, true],
    ])
    expect(ftsQuery(parseQuery('-only'))).toBeNull()
    expect(ftsQuery(parseQuery('  '))).toBeNull()
  })

  it('never break the index, whatever is asked', () => {
    const database = new DatabaseSync(':memory:')
    database.exec(
      "CREATE VIRTUAL TABLE words USING fts5 (body, content = '', contentless_delete = 1, tokenize = 'unicode61 remove_diacritics 0')",
    )
    const find = database.prepare('SELECT rowid FROM words WHERE words MATCH ?')
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ maxLength: 60 }),
          fc.string({ unit: 'grapheme', maxLength: 60 }),
          fc.constantFrom('NEAR(a b)', 'a OR', '"', '""', '^a', 'a*', 'x:y', '(', "'"),
        ),
        (text) => {
          const query = ftsQuery(parseQuery(text))
          if (query !== null) find.all(query)
        },
      ),
    )
    database.close()
  })

  it('find every word of a text in it, in whatever case it is asked for', () => {
    const database = new DatabaseSync(':memory:')
    database.exec(
      "CREATE VIRTUAL TABLE words USING fts5 (body, content = '', contentless_delete = 1, tokenize = 'unicode61 remove_diacritics 0')",
    )
    for (const [language, text] of [
      ['en', 'Thousands of teachers marched peacefully through Bishkek demanding higher salaries'],
      ['ru', 'Тысячи учителей прошли по Бишкеку с требованием повысить зарплаты, ещё вчера'],
      ['tr', 'Binlerce öğretmen daha yüksek maaş için yürüdü'],
      ['kk', 'Мұғалімдер жалақыны көтеруді талап етіп шеруге шықты'],
      ['zh', '数千名教师在街头游行要求加薪'],
    ] as const) {
      database.prepare('INSERT OR REPLACE INTO words (rowid, body) VALUES (1, ?)').run(indexText(text, language))
      for (const word of text.split(/[\s,]+/u))
        for (const asked of [word, word.toUpperCase(), word.normalize('NFD')]) {
          if (language === 'tr' && asked !== word) continue
          const found = database
            .prepare('SELECT rowid FROM words WHERE words MATCH ?')
            .all(ftsQuery(parseQuery(asked)) as string)
          expect(found, `${asked} (${language})`).toHaveLength(1)
        }
    }
    database.close()
  })

  it('mark their words in the original', () => {
    const text = 'Police detained 12. Detaining went on.'
    const marks = markWords(text, 'en', parseQuery('detains -police'))
    expect(marks.map(([start, end]) => text.slice(start, end))).toEqual(['detained', 'Detaining'])
  })
})

describe('names', () => {
  it('are the same whatever their case, accents and blanks', () => {
    expect(foldName('  Żółć  Ärzte\u00a0Öl ')).toBe(foldName('żołc arzte ol').replace('żołc', 'zołc'))
    expect(foldName('ТОКАЕВ')).toBe(foldName('Токаев'))
  })
})
