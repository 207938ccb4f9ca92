import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { annotateConllu, layOut, parseConllu, textToConllu, writeConllu } from './conllu.ts'
import { en } from './en/index.ts'
import { createEngine } from './engine.ts'

const root = new URL('../../', import.meta.url)
const sample = readFileSync(new URL('test/fixtures/ewt-sample/ewt-dev-sample.conllu', root), 'utf8')
const engine = createEngine(en, readFileSync(new URL('models/en/model.bin', root)))

const withRange = `# sent_id = 1
# text = Don't go.
1-2	Don't	_	_	_	_	_	_	_	_
1	Do	x	X	x	_	3	dep	_	_
2	n't	x	X	x	_	3	dep	_	_
3	go	x	X	x	_	0	root	_	SpaceAfter=No
3.1	gone	_	_	_	_	_	_	3:x	_
4	.	x	X	x	_	3	dep	_	Keep=Me

`

describe('CoNLL-U', () => {
  it('is written as it was read', () => {
    expect(writeConllu(parseConllu(sample))).toBe(sample)
    expect(writeConllu(parseConllu(withRange))).toBe(withRange)
    expect(writeConllu(parseConllu(withRange.replaceAll('\n', '\r\n')))).toBe(withRange)
  })

  it('gives every word its own characters, in ranges too', () => {
    const { text, spans } = layOut(parseConllu(withRange)[0] as ReturnType<typeof parseConllu>[number])
    expect(text).toBe("Don't go.")
    expect(spans.map(({ start, end }) => text.slice(start, end))).toEqual(['Do', "n't", 'go', '.'])
  })

  it('keeps tokens, ranges, empty nodes, comments and MISC when annotated anew', () => {
    const lines = annotateConllu(engine, withRange).split('\n')
    expect(lines[0]).toBe('# sent_id = 1')
    expect(lines[2]).toMatch(/^1-2\tDon't\t/u)
    expect(lines[4]).toMatch(/^2\tn't\tnot\tPART\tRB\t/u)
    expect(lines[5]).toMatch(/^3\tgo\tgo\tVERB\tVB\t.*\t0\troot\t_\tSpaceAfter=No$/u)
    expect(lines[6]).toMatch(/^3\.1\tgone\t/u)
    expect(lines[7]).toMatch(/\tKeep=Me$/u)
  })

  it('is made from raw text with ranges for clitics and places of tokens', () => {
    const text = "The mayor's guards didn't fire (twice)."
    const out = textToConllu(engine, text)
    expect(out).toContain(`# text = ${text}`)
    expect(out).toMatch(/^2-3\tmayor's\t_/mu)
    expect(out).toMatch(/^5-6\tdidn't\t_/mu)
    for (const [, form, start, end] of out.matchAll(/^\d+\t(\S+)\t.*TokenRange=(\d+):(\d+)$/gmu))
      expect(text.slice(Number(start), Number(end))).toBe(form)
    expect(out).toMatch(/^8\t\(\t.*SpaceAfter=No\|TokenRange/mu)
  })

  it('fills up lines with too few columns and forgets heads that do not exist', () => {
    const [sentence] = parseConllu('1\tHello\n2\tworld\t_\t_\t_\t_\t9\tdep\n')
    expect(sentence?.words.map((word) => [word.form, word.head])).toEqual([
      ['Hello', -1],
      ['world', -1],
    ])
  })
})
