import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { stemKazakh } from './stem.ts'

describe('Kazakh stems', () => {
  it.each([
    [
      'forms of "protest"',
      [
        'наразылық',
        'наразылықты',
        'наразылықтың',
        'наразылықтар',
        'наразылықтарға',
        'наразылығы',
        'наразылығын',
        'наразылықпен',
      ],
    ],
    ['forms of "march"', ['шеру', 'шеруге', 'шеруде', 'шерулер', 'шерулерге', 'шеруден', 'шеруі']],
    ['forms of "rally"', ['митинг', 'митингі', 'митингіге', 'митингіні', 'митингілер']],
    ['forms of "book"', ['кітап', 'кітабы', 'кітабын', 'кітапта', 'кітаптар', 'кітаптарымыз']],
    ['forms of "Almaty"', ['алматы', 'алматыда', 'алматыға', 'алматының', 'алматыдан']],
    ['forms of "Astana"', ['астана', 'астанада', 'астананың', 'астанадан']],
    ['forms of "police"', ['полиция', 'полицияның', 'полицияға', 'полициялар']],
  ])('bring %s together', (_, forms) => {
    expect(new Set(forms.map(stemKazakh)).size, forms.map(stemKazakh).join(' ')).toBe(1)
  })

  it('keep different words apart', () => {
    const words = ['алматы', 'алма', 'шеру', 'жер', 'полиция', 'үкімет', 'қытай', 'наразылық', 'жұмысшы', 'мұнай']
    expect(new Set(words.map(stemKazakh)).size).toBe(words.length)
  })

  it('are stable, end for every word and never grow it', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'алматыдңқғіеөснбгкрш'), maxLength: 24 }), (word) => {
        const stem = stemKazakh(word)
        expect(stem.length).toBeLessThanOrEqual(word.length)
        expect(stemKazakh(stem)).toBe(stem)
      }),
    )
  })
})
