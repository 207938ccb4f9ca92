import { foldWord } from './phrase-table.ts'

/**
 * A key under which spellings of one name meet: Mamai, Mamay; Nazarbaev, Nazarbayev; Qaddafi, Kadafi are *not* forced
 * together beyond regular transliteration (y/i/j, kh/h, zh/j, ts/c, ou/u, final -ff, doubled letters).
 */
export function nameKey(word: string): string {
  return foldWord(word)
    .replace(/['’\-.]/gu, '')
    .replace(/kh/gu, 'h')
    .replace(/zh|dzh|dj/gu, 'j')
    .replace(/ph/gu, 'f')
    .replace(/ts|tz/gu, 'c')
    .replace(/ck/gu, 'k')
    .replace(/q/gu, 'k')
    .replace(/ou|oo/gu, 'u')
    .replace(/w/gu, 'v')
    .replace(/ff$/u, 'v')
    .replace(/ye|je|ie/gu, 'e')
    .replace(/[yij]+/gu, 'i')
    .replace(/(.)\1+/gu, '$1')
}
