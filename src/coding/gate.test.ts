import { describe, expect, it } from 'vitest'
import type { Sentence, Token } from '../language/token.ts'
import { triggerLexicon } from './coder.ts'
import { wants } from './gate.ts'
import type { TriggerLexicon } from './lexicon.ts'

const lexicon = triggerLexicon('en') as TriggerLexicon

/** A tagged sentence from `form/TAG` or `form/TAG/lemma` divided by blanks. */
function tagged(text: string): Sentence {
  let end = -1
  const tokens = text.split(' ').map((part): Token => {
    const [form = '', upos = '', lemma = form.toLowerCase()] = part.split('/')
    const start = end + 1
    end = start + form.length
    return { start, end, form, upos, xpos: '', feats: '', lemma, head: -1, relation: '', agreed: false }
  })
  return { start: 0, end, index: 0, paragraph: 0, kind: 'text', tokens, parsed: false }
}

const passes = (text: string): boolean => wants(tagged(text), lexicon)

describe('wants', () => {
  it('lets a trigger of the right part of speech through', () => {
    expect(passes('Police/NOUN dispersed/VERB/disperse the/DET crowd/NOUN')).toBe(true)
    expect(passes('The/DET dispersal/NOUN of/ADP the/DET crowd/NOUN')).toBe(true)
  })

  it('lets words of speech, duty and omission through', () => {
    expect(passes('The/DET mayor/NOUN said/VERB/say so/ADV')).toBe(true)
    expect(passes('They/PRON must/AUX leave/VERB')).toBe(true)
    expect(passes('The/DET police/NOUN did/AUX not/PART come/VERB')).toBe(true)
  })

  it('keeps out what holds no word of any row', () => {
    expect(passes('The/DET lake/NOUN lies/VERB/lie north/ADV of/ADP the/DET hills/NOUN/hill')).toBe(false)
  })

  it('keeps out months that are spelt like a trigger', () => {
    expect(passes('The/DET lake/NOUN froze/VERB/freeze on/ADP March/PROPN 3/NUM')).toBe(false)
  })

  it('keeps out phrases of which a word lacks', () => {
    expect(passes('The/DET soup/NOUN takes/VERB/take long/ADV to/PART cool/VERB')).toBe(false)
  })
})
