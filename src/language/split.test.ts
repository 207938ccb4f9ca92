import { describe, expect, it } from 'vitest'
import { en } from './en/index.ts'
import { createEngine } from './engine.ts'
import type { AnalyseOptions } from './token.ts'
import { und } from './und/index.ts'

const engine = createEngine(en, null)

function sentences(text: string, options: AnalyseOptions = {}): string[] {
  return engine.analyse(text, options).sentences.map((s) => text.slice(s.start, s.end))
}

describe('sentences', () => {
  it('end at stops, not at abbreviations, initials and decimals', () => {
    expect(sentences('Gen. J. Smith met Mr. Lee at 5.30 p.m. on Nov. 3. They spoke for 2.5 hours.')).toEqual([
      'Gen. J. Smith met Mr. Lee at 5.30 p.m. on Nov. 3.',
      'They spoke for 2.5 hours.',
    ])
  })

  it('may end at an abbreviation before a word that begins sentences', () => {
    expect(sentences('He left the U.S. The police followed. He saw the U.S. President.')).toEqual([
      'He left the U.S.',
      'The police followed.',
      'He saw the U.S. President.',
    ])
  })

  it('take closing quotation marks and brackets with them', () => {
    expect(sentences('“We march on.” (They did.) He asked: “Why?” and left.')).toEqual([
      '“We march on.”',
      '(They did.)',
      'He asked: “Why?” and left.',
    ])
  })

  it('end at every paragraph, and not at the line ends of wrapped text', () => {
    expect(sentences('Clashes in the port\n\nTwo men were hurt')).toEqual(['Clashes in the port', 'Two men were hurt'])
    const wrapped = [
      'The police said on Monday that several hundred people had',
      'gathered in the square before the town hall and that they',
      'had left it peacefully after the mayor had spoken to them',
      'for an hour or so. Nobody was hurt.',
    ].join('\n')
    expect(sentences(wrapped)).toHaveLength(2)
  })

  it('are found in text without capitals', () => {
    const text = 'the police fired at 5 p.m. on sunday. two died. mr. singh said no. 5 was open. it was over'
    expect(engine.analyse(text).lowerCase).toBe(true)
    expect(sentences(text)).toEqual([
      'the police fired at 5 p.m. on sunday.',
      'two died.',
      'mr. singh said no. 5 was open.',
      'it was over',
    ])
  })

  it('know headlines and lists', () => {
    const kinds = engine.analyse('Strike in the mines\n\nMiners walked out.\n\n- pay\n- safety').sentences
    expect(kinds.map((s) => s.kind)).toEqual(['headline', 'text', 'list', 'list'])
  })

  it('end at the full stops of other scripts', () => {
    const text = '他来了。我们走！'
    const found = createEngine(und, null).analyse(text).sentences
    expect(found.map((s) => text.slice(s.start, s.end))).toEqual(['他来了。', '我们走！'])
  })
})

describe('datelines', () => {
  const isPlace = (name: string): boolean => ['almaty', 'lucknow'].includes(name.toLowerCase())
  const kinds = (text: string): string[] =>
    engine.analyse(text, { isPlace }).sentences.map((s) => `${s.kind}: ${text.slice(s.start, s.end)}`)

  it('stand apart from the first sentence', () => {
    expect(kinds('ALMATY, Kazakhstan, May 3 (Agency) — Police dispersed a rally.')).toEqual([
      'dateline: ALMATY, Kazakhstan, May 3 (Agency) —',
      'text: Police dispersed a rally.',
    ])
    expect(kinds('almaty: the committee called off the strike')).toEqual([
      'dateline: almaty:',
      'text: the committee called off the strike',
    ])
  })

  it('are not seen in speakers, compounds and plain names', () => {
    expect(kinds('police: two killed')).toEqual(['text: police: two killed'])
    expect(kinds('China-backed rebels fled.')).toEqual(['text: China-backed rebels fled.'])
    expect(kinds('Askar Tuleu – the lawyer – was held.')).toEqual(['text: Askar Tuleu – the lawyer – was held.'])
  })

  it('are left alone where the caller says so', () => {
    expect(engine.analyse('ALMATY, May 3 — Police spoke.', { isPlace, datelines: false }).sentences).toHaveLength(1)
  })
})
