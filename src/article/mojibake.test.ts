import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { repairMojibake } from './mojibake.ts'

const utf8 = new TextEncoder()
const misread = (text: string, charset: string): string => new TextDecoder(charset).decode(utf8.encode(text))

function checkRepair(broken: string, whole: string): void {
  expect(repairMojibake(broken).text).toBe(whole)
}

describe('repairMojibake', () => {
  it('repairs quotation marks, dashes and accents read as windows-1252', () => {
    checkRepair('they donâ€™t â€œmarchâ€\u009d â€“ yet', 'they don’t “march” – yet')
    checkRepair('CaracasÃ©, ZÃ¼rich, SÃ£o Paulo, Â£200', 'Caracasé, Zürich, São Paulo, £200')
  })

  it('repairs a closing quotation mark that lost its last byte', () => {
    checkRepair('â€œenoughâ€, he said', '“enough”, he said')
  })

  it('repairs text that was misread twice', () => {
    const twice = misread(misread('it’s', 'windows-1252'), 'windows-1252')
    checkRepair(twice, 'it’s')
  })

  it('repairs Cyrillic read as windows-1251 and as windows-1252', () => {
    checkRepair(misread('Москва митинг', 'windows-1251'), 'Москва митинг')
    checkRepair(misread('Алматы', 'windows-1252'), 'Алматы')
  })

  it('leaves sound text alone', () => {
    for (const text of ['CAFÉ’S “MENÚ”', 'ТРЁХ РЁБЕР', 'Ångström – “naïve”', 'façade…', 'Қазақстан', '我们', 'ÁÉÍ'])
      checkRepair(text, text)
  })

  it('leads offsets back to the words they came from', () => {
    const broken = 'The cafÃ© didnâ€™t open in BogotÃ¡ today'
    const { text, map } = repairMojibake(broken)
    const start = text.indexOf('Bogotá')
    const from = map.original(start)
    const to = map.original(start + 'Bogotá'.length, 'end')
    expect(broken.slice(from, to)).toBe('BogotÃ¡')
  })

  it('undoes a misreading of any text of letters and common signs', () => {
    const letters = fc.string({ unit: fc.constantFrom(...'abc éüñ£’“”–…'), maxLength: 40 })
    fc.assert(
      fc.property(letters, (text) => {
        const broken = misread(text, 'windows-1252')
        const { text: repaired, map } = repairMojibake(broken)
        expect(repaired).toBe(text)
        // Every word of the repaired text maps to its own characters of the broken one.
        for (const word of text.matchAll(/\S+/gu)) {
          const from = map.original(word.index)
          const to = map.original(word.index + word[0].length, 'end')
          expect(repairMojibake(broken.slice(from, to)).text).toBe(word[0])
        }
      }),
    )
  })
})
