/**
 * Stems of Kazakh words (Cyrillic) for searching: endings of number, possession and case are taken off until none is
 * left, so that all forms of a word meet in one. Stems need not be words. The order of endings in a word is stem, plural,
 * possessive, case; taking off whatever stands last, again and again, undoes it without knowing where one ends.
 */

/** Endings, the longest first; `after` says which letter must stand before. */
const ENDINGS: readonly { readonly ending: string; readonly after?: RegExp }[] = [
  // Possession: our, your.
  ...['ымыз', 'іміз', 'ыңыз', 'іңіз'].map((ending) => ({ ending })),
  // Genitive, ablative, instrumental, plural.
  ...['ның', 'нің', 'дың', 'дің', 'тың', 'тің', 'дан', 'ден', 'тан', 'тен', 'нан', 'нен'].map((ending) => ({ ending })),
  ...['мен', 'бен', 'пен', 'лар', 'лер', 'дар', 'дер', 'тар', 'тер'].map((ending) => ({ ending })),
  // After the third person's possessive: locative and dative.
  ...['нда', 'нде'].map((ending) => ({ ending, after: /[ыі]$/u })),
  ...['на', 'не'].map((ending) => ({ ending, after: /[ыі]$/u })),
  // Locative, dative, accusative; possession: his, my, your.
  ...['да', 'де', 'та', 'те', 'ға', 'ге', 'қа', 'ке'].map((ending) => ({ ending })),
  ...['ны', 'ні', 'ды', 'ді', 'ты', 'ті', 'сы', 'сі', 'ым', 'ім', 'ың', 'ің'].map((ending) => ({ ending })),
  { ending: 'н', after: /[ыі]$/u },
  { ending: 'ы' },
  { ending: 'і' },
]
/** Letters that a stem keeps at least. */
const MIN_STEM_LETTERS = 3
/** Names that look like a common word with an ending ("алма" is an apple). */
const WHOLE: ReadonlySet<string> = new Set(['алматы'])
/** Final consonants that a possessive softens: кітап, кітабы. */
const HARD: Readonly<Record<string, string>> = { б: 'п', г: 'к', ғ: 'қ' }
const VOWEL = /[аәеёиіоөұүуыэюя]/u

/** The stem of a lower-case word. Taking the stem of a stem changes nothing. */
export function stemKazakh(word: string): string {
  let stem = word
  while (!WHOLE.has(stem)) {
    const shorter = withoutEnding(stem)
    if (shorter === stem) break
    stem = shorter
  }
  const last = stem.at(-1) ?? ''
  return stem.length > MIN_STEM_LETTERS && last in HARD ? stem.slice(0, -1) + HARD[last] : stem
}

function withoutEnding(word: string): string {
  for (const { ending, after } of ENDINGS) {
    if (!word.endsWith(ending)) continue
    const rest = word.slice(0, -ending.length)
    if (rest.length >= MIN_STEM_LETTERS && VOWEL.test(rest) && (after === undefined || after.test(rest))) return rest
  }
  return word
}
