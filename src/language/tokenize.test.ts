import { describe, expect, it } from 'vitest'
import { en } from './en/index.ts'
import { Tokenizer } from './tokenize.ts'

const tokenizer = new Tokenizer(en)

/** Tokens joined by blanks. */
function tokens(text: string, of = tokenizer): string {
  const spans: number[] = []
  of.tokenize(text, 0, text.length, spans)
  const out: string[] = []
  for (let i = 0; i < spans.length; i += 2) out.push(text.slice(spans[i], spans[i + 1]))
  return out.join(' ')
}

const check = (text: string, wanted: string): void => expect(tokens(text)).toBe(wanted)

describe('Tokenizer', () => {
  it('cuts clitics off, straight and curly', () => {
    check("They didn't say the mayor's car can't go", "They did n't say the mayor 's car ca n't go")
    check('Don’t! She’ll cannot', 'Do n’t ! She ’ll can not')
    check("the workers' union at five o'clock, O'Brien", "the workers ' union at five o'clock , O'Brien")
  })

  it('cuts hyphenated words but for bound prefixes and numbers', () => {
    check(
      'a US-based anti-government non-aggression so-called pact',
      'a US - based anti-government non-aggression so - called pact',
    )
    check('call 555-010-4433 about the 10-12 arrests', 'call 555-010-4433 about the 10 - 12 arrests')
  })

  it('keeps dates, times, amounts and addresses whole', () => {
    check('On 11/28/2000 at 5:30 p.m. $200,000 (50%) went', 'On 11/28/2000 at 5:30 p.m. $ 200,000 ( 50 % ) went')
    check(
      'See https://example.org/a?b=1, or mail a.b@example.org.',
      'See https://example.org/a?b=1 , or mail a.b@example.org .',
    )
    check('5km from the U.S. border', '5 km from the U.S. border')
  })

  it('keeps the stop of an abbreviation and of an initial', () => {
    check('Gen. J. Smith of Acme Inc. spoke.', 'Gen. J. Smith of Acme Inc. spoke .')
    check('No. 5 said no.', 'No. 5 said no .')
  })

  it('takes quotation marks, brackets and runs of signs apart', () => {
    check('“Enough!!!” (they said)...', '“ Enough !!! ” ( they said ) ...')
    check('streets—and squares', 'streets — and squares')
  })

  it('finds initials in small letters only in lower-case mode', () => {
    const lower = new Tokenizer(en, { lowerCase: true })
    expect(tokens('k. r. narayanan spoke.', lower)).toBe('k. r. narayanan spoke .')
    expect(tokens('k. r. narayanan', tokenizer)).toBe('k . r . narayanan')
  })

  it('never cuts between the halves of a character', () => {
    const text = `${'a'.repeat(255)}😀${'b'.repeat(10)}`
    for (const token of tokens(text).split(' ')) expect(token).not.toMatch(/^[\udc00-\udfff]|[\ud800-\udbff]$/u)
  })
})
